//! Whether what is published is what was built.

use std::fs;
use std::io::Write;

use crate::cli::Root;
use crate::published::server;

const BUILT: &str = "--now=2019-09-01T09:00";

fn published() -> Root {
    let root = Root::new();
    assert_eq!(root.run(&["build", BUILT]).status, 0);
    root
}

#[test]
fn what_was_built_is_as_it_was_built() {
    let root = published();
    let run = root.run(&["verify", "public", BUILT]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.is_empty() && run.stderr.contains("alles wie gebaut"), "{}", run.stderr);
}

#[test]
fn every_file_that_is_missing_or_altered_is_named() {
    let root = published();
    fs::remove_file(root.path().join("public/impressum/index.html")).unwrap();
    root.write("public/veranstaltungen/treffen.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    let run = root.run(&["verify", "public", BUILT, "--lang", "en"]);
    assert_eq!(run.status, 1);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "impressum/index.html: is missing",
            "veranstaltungen/treffen.ics: differs from what was built"
        ]
    );
}

#[test]
fn a_build_that_is_overdue_is_told_after_five_minutes() {
    let root = published();
    // The event begins, and so is over, at ten in Berlin.
    let at = |now: &str| root.run(&["verify", "public", &format!("--now={now}")]);
    assert_eq!(at("2019-10-01T08:04:59Z").status, 0);
    let late = at("2019-10-01T08:05:01Z");
    assert_eq!(late.status, 1);
    assert!(late.stdout.starts_with("build.json: Seit 2019-10-01T08:00:00Z"), "{}", late.stdout);
}

#[test]
fn what_cannot_be_asked_ends_with_2() {
    let root = published();
    for place in ["nirgends", "content", "http://127.0.0.1:9/"] {
        let run = root.run(&["verify", place, BUILT]);
        assert_eq!(run.status, 2, "{place}: {}", run.stderr);
        assert!(run.stderr.contains(place), "{}", run.stderr);
    }
}

#[test]
fn what_is_due_by_the_content_beside_is_asked_for() {
    let root = published();
    let verify = |now: &str, more: &[&str]| {
        root.run(&[&["verify", "public", &format!("--now={now}")], more].concat())
    };
    // An embargo is in no manifest.
    root.write(
        "content/press/2019-09-02-sperre.md",
        "---\ntitle: Noch nicht\ndate: 2019-09-02\nembargo: 2019-09-02T10:00\n---\nText\n",
    );
    for more in [&["--due"][..], &[]] {
        let early = verify("2019-09-02T10:05", more);
        assert_eq!(early.status, 0, "{}", early.stdout);
        let late = verify("2019-09-02T10:06", more);
        assert_eq!(late.status, 1, "{}", late.stderr);
        assert_eq!(
            late.stdout,
            "build.json: Seit 2019-09-02T08:00:00Z wäre die Website eine andere \
             (content/press/2019-09-02-sperre.md): Es ist nicht neu gebaut worden.\n"
        );
    }
    let english = verify("2019-09-02T10:06", &["--due", "--lang=en"]);
    assert!(english.stdout.contains("since 2019-09-02T08:00:00Z the site would be different"));
    // Built in time, but from content without it.
    let text = root.read("content/press/2019-09-02-sperre.md");
    fs::remove_file(root.path().join("content/press/2019-09-02-sperre.md")).unwrap();
    assert_eq!(root.run(&["build", "--now=2019-09-02T11:00"]).status, 0);
    root.write("content/press/2019-09-02-sperre.md", &text);
    let missing = verify("2019-09-02T12:00", &["--due"]);
    assert_eq!(missing.status, 1, "{}", missing.stderr);
    assert!(
        missing.stdout.starts_with("presse/2019-09-02-sperre/index.html: Nach `content/press/"),
        "{}",
        missing.stdout
    );
    assert_eq!(root.run(&["build", "--now=2019-09-02T12:00"]).status, 0);
    assert_eq!(verify("2019-09-02T13:00", &["--due"]).status, 0);
}

/// Merged too late for the last build, or the job that publishes broke.
#[test]
fn a_cancellation_or_retraction_that_is_not_online_is_told() {
    let root = published();
    let event = "content/events/treffen.yaml";
    let text = root.read(event);
    let verify = |lines: &str, now: &str| {
        root.write(event, &format!("{text}{lines}"));
        let run = root.run(&["verify", "public", "--due", "--lang=en", &format!("--now={now}")]);
        root.write(event, &text);
        (run.status, run.stdout)
    };
    let (status, said) = verify("", "2019-09-01T10:00");
    assert_eq!((status, said.as_str()), (0, ""));
    let cancelled =
        |at: &str| format!("status: cancelled\nupdates: [{{at: {at}, kind: change}}]\n");
    for at in ["2019-08-20T09:00", "2019-09-01T08:50"] {
        assert_eq!(
            verify(&cancelled(at), "2019-09-01T10:00"),
            (
                1,
                format!(
                    "veranstaltungen/treffen.ics: by `{event}` another date, place or status holds by now\n"
                )
            )
        );
    }
    for hidden in ["draft: true\n", "embargo: 2019-09-20T09:00\n"] {
        let (status, said) = verify(hidden, "2019-09-01T10:00");
        assert_eq!(status, 1, "{hidden}");
        assert!(
            said.contains("veranstaltungen/2019/index.html (and one more): is still online"),
            "{hidden}: {said}"
        );
    }
    // Built again, all is well; what became due a minute ago may be online already.
    root.write(event, &format!("{text}{}", cancelled("2019-09-01T10:59")));
    assert_eq!(root.run(&["build", "--now=2019-09-01T11:00"]).status, 0);
    let run = root.run(&["verify", "public", "--due", "--now=2019-09-01T11:01"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn what_is_to_stay_hidden_is_not_due() {
    let root = published();
    root.write(
        "content/press/2019-09-02-entwurf.md",
        "---\ntitle: Entwurf\ndate: 2019-09-02\ndraft: true\nembargo: 2019-09-02T10:00\n---\nText\n",
    );
    root.write(
        "content/press/2019-09-02-spaeter.md",
        "---\ntitle: Später\ndate: 2019-09-02\nembargo: 2019-09-20T10:00\n---\nText\n",
    );
    let run = root.run(&["verify", "public", "--now=2019-09-03T09:00"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
}

/// How a server answers; each test makes one thing wrong.
#[derive(Clone)]
struct Answering {
    headers: Vec<(&'static str, &'static str)>,
    /// By the ending of a path: another value of a header.
    special: Vec<(&'static str, &'static str, &'static str)>,
    calendars: &'static str,
    not_found: &'static str,
    not_found_page: &'static str,
    /// By path: status, and where to.
    answers: Vec<(&'static str, &'static str, &'static str)>,
}

impl Default for Answering {
    fn default() -> Self {
        Answering {
            headers: vec![
                ("content-security-policy", "default-src 'none'; script-src 'self'"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "no-referrer"),
                ("permissions-policy", "camera=()"),
                ("cross-origin-resource-policy", "same-origin"),
                ("etag", "\"1\""),
            ],
            special: Vec::new(),
            calendars: "text/calendar; charset=utf-8",
            not_found: "404 Not Found",
            not_found_page: "404.html",
            answers: vec![
                ("/alt/treffen/", "301 Moved Permanently", "/veranstaltungen/treffen/"),
                ("/weg/", "410 Gone", ""),
            ],
        }
    }
}

impl Answering {
    /// The same with another value of a header, or without it.
    fn with(&self, name: &'static str, value: &'static str) -> Self {
        let mut headers = self.headers.clone();
        headers.retain(|(header, _)| *header != name);
        if !value.is_empty() {
            headers.push((name, value));
        }
        Answering { headers, ..self.clone() }
    }

    /// The same with another header for paths that end so.
    fn but(&self, ending: &'static str, name: &'static str, value: &'static str) -> Self {
        Answering { special: vec![(ending, name, value)], ..self.clone() }
    }

    /// The same with another answer for a path.
    fn at(&self, path: &'static str, status: &'static str, to: &'static str) -> Self {
        let mut answers = self.answers.clone();
        answers.retain(|(at, ..)| *at != path);
        answers.push((path, status, to));
        Answering { answers, ..self.clone() }
    }

    /// A web server for what is published.
    fn serve(self, root: &Root) -> String {
        let folder = root.path().join("public");
        server(move |address, stream| {
            let path = bba::route::out_path(address);
            let special = self.answers.iter().find(|(at, ..)| *at == address);
            let (status, location, body) = match (special, fs::read(folder.join(&path))) {
                (Some((_, status, to)), Err(_)) => (*status, *to, Vec::new()),
                (Some((_, status, to)), Ok(body)) if !status.is_empty() => (*status, *to, body),
                (_, Ok(body)) => ("200 OK", "", body),
                (None, Err(_)) => {
                    let page = fs::read(folder.join(self.not_found_page)).unwrap_or_default();
                    (self.not_found, "", page)
                }
            };
            let kind = match path.ends_with(".ics") {
                true => self.calendars,
                false => bba::media_type::of(&path),
            };
            let kept = bba::outputs::hosting::headers::Keeping::of(&path).value();
            let mut headers = vec![("cache-control", kept), ("content-type", kind)];
            headers.extend(&self.headers);
            for (ending, name, value) in &self.special {
                if path.ends_with(ending) {
                    headers.retain(|(there, _)| there != name);
                    headers.push((name, value));
                }
            }
            if !location.is_empty() {
                headers.push(("location", location));
            }
            let headers: String =
                headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
            let head = format!(
                "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            // That the reader hung up is his affair.
            let _ = stream.write_all(&[head.as_bytes(), &body].concat());
        })
    }
}

/// A site with an old address and one that is gone.
fn with_old_addresses() -> Root {
    let root = Root::new();
    let event = root.read("content/events/treffen.yaml") + "aliases: [/alt/treffen/]\n";
    root.write("content/events/treffen.yaml", &event);
    root.write("themes/bba/static/assets/extra.3f9a01bc.css", "a {}");
    let config = root.read("content/site.yaml") + "gone: [/weg/]\n";
    root.write("content/site.yaml", &config);
    assert_eq!(root.run(&["build", BUILT]).status, 0);
    root
}

#[test]
fn a_server_that_is_set_up_right_has_no_finding_beside_the_content_or_elsewhere() {
    let root = with_old_addresses();
    let place = Answering::default().serve(&root);
    let run = root.run(&["verify", &place, BUILT]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let elsewhere = Root::empty().run(&["verify", &place, "--now=2019-09-01T07:00:00Z"]);
    assert_eq!(elsewhere.status, 0, "{}{}", elsewhere.stdout, elsewhere.stderr);
}

#[test]
fn each_misconfiguration_of_a_server_is_one_finding() {
    let root = with_old_addresses();
    let right = Answering::default();
    let meeting = "/veranstaltungen/treffen/";
    for (faulty, told) in [
        (right.with("content-security-policy", ""), "`content-security-policy`"),
        (
            right.with("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'"),
            "`content-security-policy`",
        ),
        (right.with("content-security-policy", "default-src *"), "`content-security-policy`"),
        (right.with("x-content-type-options", ""), "`x-content-type-options`"),
        (right.with("referrer-policy", ""), "`referrer-policy`"),
        (right.with("referrer-policy", "unsafe-url"), "`referrer-policy`"),
        (right.with("permissions-policy", ""), "`permissions-policy`"),
        (right.with("cross-origin-resource-policy", ""), "`cross-origin-resource-policy`"),
        (right.with("etag", ""), "ohne `etag`"),
        (
            Answering { calendars: "text/plain; charset=utf-8", ..right.clone() },
            "»text/calendar; charset=utf-8«",
        ),
        (Answering { calendars: "text/calendar", ..right.clone() }, "kommt als »text/calendar«"),
        (
            right.but("treffen.ics", "cache-control", "public, max-age=86400"),
            "treffen.ics: wird zu lange aufgehoben",
        ),
        (right.but("index.html", "cache-control", "max-age=900"), "zu lange aufgehoben"),
        (right.but(".css", "cache-control", "no-cache"), "wird jedes Mal neu geholt"),
        (Answering { not_found: "200 OK", ..right.clone() }, "mit 200 statt 404"),
        (Answering { not_found: "403 Forbidden", ..right.clone() }, "mit 403 statt 404"),
        (Answering { not_found_page: "fehlt.html", ..right.clone() }, "nicht die Seite 404.html"),
        (right.at("/alt/treffen/", "200 OK", ""), "mit 301 weiterleiten soll, antwortet mit 200"),
        (right.at("/alt/treffen/", "302 Found", meeting), "antwortet mit 302"),
        (
            right.at("/alt/treffen/", "301 Moved Permanently", "/"),
            "nicht nach /veranstaltungen/treffen/",
        ),
        (right.at("/weg/", "404 Not Found", ""), "mit 404 statt 410"),
        (right.at("/weg/", "200 OK", ""), "mit 200 statt 410"),
        (right.at(meeting, "403 Forbidden", ""), "antwortet mit 403"),
        (right.at(meeting, "302 Found", "https://anderswo.example.org/"), "auf einen anderen"),
        (right.at(meeting, "302 Found", meeting), "im Kreis"),
        (right.at("/impressum/", "404 Not Found", ""), "impressum/index.html: ist nicht da"),
    ] {
        let run = root.run(&["verify", &faulty.serve(&root), BUILT]);
        assert_eq!(run.status, 1, "{told}: {}", run.stderr);
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
        assert_eq!(run.stdout.lines().count(), 1, "{told}: {}", run.stdout);
    }
}

/// As GitHub Pages does it: one word on caches for all, types of its own, no other headers, pages
/// that lead on in the place of redirects, and 404 for everything that is not there.
#[test]
fn a_host_that_cannot_be_told_anything_is_asked_for_what_it_can_do() {
    let root = with_old_addresses();
    let plain = Answering {
        headers: vec![("etag", "\"1\"")],
        calendars: "text/calendar",
        answers: Vec::new(),
        special: vec![("", "cache-control", "max-age=600")],
        ..Answering::default()
    };
    let verify = |host: &Answering| {
        root.run(&["verify", &host.clone().serve(&root), "--plain-host", BUILT, "--lang=en"])
    };
    let right = verify(&plain);
    assert_eq!(right.status, 0, "{}{}", right.stdout, right.stderr);
    assert!(right.stderr.contains("not asked, as the host cannot do it"), "{}", right.stderr);
    let strict = root.run(&["verify", &plain.clone().serve(&root), BUILT]);
    assert!(strict.stdout.lines().count() > 5, "{}", strict.stdout);
    let meeting = "/veranstaltungen/treffen/";
    for (faulty, told) in [
        (plain.at(meeting, "404 Not Found", ""), "veranstaltungen/treffen/index.html: is missing"),
        (plain.at(meeting, "403 Forbidden", ""), "the server answers with 403"),
        (plain.at("/alt/treffen/", "404 Not Found", ""), "alt/treffen/index.html: is missing"),
        (plain.at("/weg/", "200 OK", ""), "200, not 410"),
        (Answering { not_found: "200 OK", ..plain.clone() }, "200, not 4"),
        (Answering { not_found_page: "fehlt.html", ..plain.clone() }, "does not show 404.html"),
    ] {
        let run = verify(&faulty);
        assert_eq!(run.status, 1, "{told}: {}", run.stderr);
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
}

#[test]
fn a_server_that_ends_in_the_middle_could_not_be_asked() {
    let root = with_old_addresses();
    let folder = root.path().join("public");
    let place = server(move |address, stream| {
        if address == "/build.json" {
            let body = fs::read(folder.join("build.json")).unwrap();
            let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
            let _ = stream.write_all(&[head.as_bytes(), &body].concat());
        }
    });
    let run = root.run(&["verify", &place, BUILT]);
    assert_eq!(run.status, 2, "{}{}", run.stdout, run.stderr);
}

#[test]
fn a_pipe_a_device_a_folder_or_a_link_out_in_place_of_a_file_is_named_and_never_read() {
    let root = published();
    let public = root.path().join("public");
    let replace = |path: &str| {
        let file = public.join(path);
        fs::remove_file(&file).unwrap();
        file
    };
    let pipe = replace("impressum/index.html");
    assert!(std::process::Command::new("mkfifo").arg(pipe).status().unwrap().success());
    fs::create_dir(replace("404.html")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", replace("veranstaltungen/treffen.ics")).unwrap();
    let run = root.run(&["verify", "public", BUILT, "--lang", "en"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(
        lines,
        [
            "404.html: is not a plain file",
            "impressum/index.html: is not a plain file",
            "veranstaltungen/treffen.ics: is not a plain file"
        ]
    );
    std::os::unix::fs::symlink("/dev/zero", replace("build.json")).unwrap();
    for command in [&["verify", "public"][..], &["plan", "--against", "public"]] {
        let run = root.run(&[command, &[BUILT, "--lang", "en"]].concat());
        assert_eq!(run.status, 2, "{command:?}: {}", run.stderr);
        assert!(run.stderr.contains("build.json is not a plain file"), "{}", run.stderr);
    }
}

#[test]
fn a_link_that_is_refused_in_media_is_told_once() {
    let root = Root::new();
    std::fs::create_dir_all(root.path().join("content/media")).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", root.path().join("content/media/plan.pdf"))
        .unwrap();
    root.write("content/pages/a.md", "---\ntitle: A\n---\n[Plan](../media/plan.pdf)\n");
    let run = root.run(&["check", "--now=2019-09-01T09:00", "--lang", "en"]);
    let all = format!("{}{}", run.stdout, run.stderr);
    assert!(all.contains("E0104") && !all.contains("E0704"), "{all}");
}
