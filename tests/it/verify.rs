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

/// What a server says of a file; each test makes one thing wrong.
#[derive(Clone)]
struct Answering {
    headers: Vec<(&'static str, &'static str)>,
    calendars: &'static str,
    not_found: &'static str,
}

impl Default for Answering {
    fn default() -> Self {
        Answering {
            headers: vec![
                ("content-security-policy", "default-src 'none'; script-src 'self'"),
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "no-referrer"),
                ("permissions-policy", "camera=()"),
            ],
            calendars: "text/calendar; charset=utf-8",
            not_found: "404 Not Found",
        }
    }
}

impl Answering {
    /// A web server for what is published.
    fn serve(self, root: &Root) -> String {
        let folder = root.path().join("public");
        server(move |path, stream| {
            let path = path.trim_start_matches('/');
            let path = if path.is_empty() { "index.html" } else { path };
            let (status, body) = match fs::read(folder.join(path)) {
                Ok(bytes) => ("200 OK", bytes),
                Err(_) => (self.not_found, Vec::new()),
            };
            let kind = match path.ends_with(".ics") {
                true => self.calendars,
                false => bba::media_type::of(path),
            };
            let headers = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n"));
            let head = format!(
                "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\n{}content-length: {}\r\n\
                 connection: close\r\n\r\n",
                headers.collect::<String>(),
                body.len()
            );
            // That the reader hung up is his affair.
            let _ = stream.write_all(&[head.as_bytes(), &body].concat());
        })
    }
}

#[test]
fn a_server_that_is_set_up_right_has_no_finding_and_each_fault_is_named() {
    let root = published();
    let right = Answering::default();
    let without = |name: &str| {
        let mut headers = right.headers.clone();
        headers.retain(|(header, _)| *header != name);
        Answering { headers, ..right.clone() }
    };
    let with = |name: &'static str, value: &'static str| {
        let mut answering = without(name);
        answering.headers.push((name, value));
        answering
    };
    let run = root.run(&["verify", &right.clone().serve(&root), BUILT]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for (faulty, told) in [
        (without("content-security-policy"), "`content-security-policy`"),
        (
            with("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'"),
            "`content-security-policy`",
        ),
        (with("content-security-policy", "default-src *"), "`content-security-policy`"),
        (without("x-content-type-options"), "`x-content-type-options`"),
        (without("referrer-policy"), "`referrer-policy`"),
        (without("permissions-policy"), "`permissions-policy`"),
        (
            Answering { calendars: "text/plain; charset=utf-8", ..right.clone() },
            "»text/calendar; charset=utf-8«",
        ),
        (Answering { calendars: "text/calendar", ..right.clone() }, "kommt als »text/calendar«"),
        (Answering { not_found: "200 OK", ..right.clone() }, "mit 200 statt 404"),
        (Answering { not_found: "403 Forbidden", ..right.clone() }, "mit 403 statt 404"),
    ] {
        let run = root.run(&["verify", &faulty.serve(&root), BUILT]);
        assert_eq!(run.status, 1, "{told}: {}", run.stderr);
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
}
