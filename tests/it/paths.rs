//! Where things are: base URL, aliases, media, the manifest, two sources for one path.

use bba::files::Body;

use crate::harness::{Output, PNG, Site};
use crate::html::Page;

#[test]
fn a_base_url_with_a_path_is_in_every_link_and_in_no_output_path() {
    let site = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\nimage: {file: bild.png, alt: Bild, credit: Foto}\n\
             description: Zur [Presse](/presse/), [Datei](../media/a%20b.pdf).",
        )
        .file("media/bild.png", PNG)
        .file("media/a b.pdf", "PDF");
    let here = site.clone().built();
    let below = site.base_url("https://x.example.org/unter/pfad").built();
    let here: Vec<&str> = here.paths().into_iter().filter(|path| *path != "robots.txt").collect();
    assert_eq!(here, below.paths());
    for path in below.paths().into_iter().filter(|path| path.ends_with(".html")) {
        for target in Page::read(below.text(path)).targets() {
            let inside = target.starts_with("/unter/pfad/")
                || target.starts_with("https://x.example.org/unter/pfad/")
                || target.starts_with("webcal://x.example.org/unter/pfad/")
                || target.starts_with("https://calendar.google.com/calendar/r")
                || target.starts_with("https://outlook.")
                || is_help_of_a_calendar(target)
                || target.starts_with('#');
            assert!(inside, "{path}: {target}");
        }
    }
    let page = below.text("veranstaltungen/treffen/index.html");
    assert!(page.contains("href=\"/unter/pfad/media/a%20b.pdf\""));
    assert!(!below.everything().contains("test.example.org"));
}

/// The pages that makers of calendars have on subscribing.
fn is_help_of_a_calendar(target: &str) -> bool {
    [
        "support.google.com",
        "support.microsoft.com",
        "learn.microsoft.com",
        "support.apple.com",
        "support.mozilla.org",
        "github.com/bitfireAT",
        "docs.nextcloud.com",
    ]
    .iter()
    .any(|maker| target.starts_with(&format!("https://{maker}/")))
}

#[test]
fn an_alias_is_a_stub_page_that_forwards() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\naliases: [/alt/pfad/, /alt.html, /ohne-strich]")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-01\naliases: [/alter-besuch/]")
        .release("2019-08-01-meldung", "aliases: [/%C3%BCber/]", "Text")
        .file("pages/info.md", "---\ntitle: Info\nslug: auskunft\naliases: [/info/]\n---\nText\n")
        .base_url("https://x.example.org/pfad")
        .built();
    for (stub, target) in [
        ("alt/pfad/index.html", "veranstaltungen/treffen/"),
        ("alt.html", "veranstaltungen/treffen/"),
        ("ohne-strich/index.html", "veranstaltungen/treffen/"),
        ("alter-besuch/index.html", "delegationen/besuch/"),
        ("über/index.html", "presse/2019-08-01-meldung/"),
        ("info/index.html", "auskunft/"),
    ] {
        let page = Page::read(site.text(stub));
        let url = format!("https://x.example.org/pfad/{target}");
        assert_eq!(page.link("canonical"), Some(url.as_str()), "{stub}");
        assert!(page.targets().contains(&url.as_str()), "{stub}");
        assert!(site.text(stub).contains(&format!("content=\"0; url={url}\"")), "{stub}");
        assert_eq!(page.meta("robots"), Some("noindex"));
    }
}

/// The one error and its message.
fn conflict(site: Site) -> (String, String) {
    let output = site.build();
    let errors = output.errors();
    assert_eq!(errors.len(), 1, "{errors:?}");
    let messages = output.messages().into_iter();
    let message = messages.filter(|message| message.contains("liegt schon")).collect();
    (errors.concat(), message)
}

#[test]
fn two_sources_for_one_path_are_an_error_that_names_both() {
    let files = Site::new()
        .event("eins", "start: 2019-10-01\naliases: [/alt/]")
        .event("zwei", "start: 2019-10-01\naliases: [/alt]");
    let (error, message) = conflict(files);
    assert_eq!(error, "events/zwei.yaml:4:11 E0504");
    assert_eq!(
        message,
        "Unter `/alt/index.html` liegt schon etwas anderes: content/events/eins.yaml"
    );

    let list = Site::new().file("pages/info.md", "---\ntitle: I\nslug: presse\n---\nText\n");
    let (error, message) = conflict(list);
    assert_eq!(error, "pages/info.md:1:1 E0504");
    assert_eq!(
        message,
        "Unter `/presse/index.html` liegt schon eine Datei, die das Programm selbst macht."
    );

    let feed = Site::new().event("calendar", "start: 2019-10-01");
    let (error, message) = conflict(feed);
    assert_eq!(error, "events/calendar.yaml:1:1 E0504");
    assert!(message.ends_with(
        "`/veranstaltungen/calendar.ics` liegt schon eine Datei, die das Programm selbst macht."
    ));
}

#[test]
fn nothing_takes_the_path_of_the_manifest() {
    let site = Site::new().event("eins", "start: 2019-10-01\naliases: [/build.json]");
    let (error, message) = conflict(site);
    assert_eq!(error, "events/eins.yaml:4:11 E0504");
    assert_eq!(
        message,
        "Unter `/build.json` liegt schon eine Datei, die das Programm selbst macht."
    );
    // No file is made for the alias, but two items cannot have been there.
    let twice = Site::new()
        .event("eins", "start: 2019-10-01\naliases: [/alt.php]")
        .event("zwei", "start: 2019-10-02\naliases: [/alt.php]");
    assert!(conflict(twice).0.ends_with("E0504"));
}

#[test]
fn a_file_cannot_be_a_folder_too() {
    let site = Site::new().event("eins", "start: 2019-10-01\naliases: [/robots.txt/]");
    let (error, message) = conflict(site);
    assert_eq!(error, "events/eins.yaml:4:11 E0504");
    assert_eq!(
        message,
        "Unter `/robots.txt` liegt schon eine Datei, die das Programm selbst macht."
    );
}

#[test]
fn media_are_copied_as_they_are() {
    let bytes: Vec<u8> = (0..=255).chain(*b"\xef\xbb\xbf\r\n").collect();
    let site = Site::new()
        .file("media/ordner/Übersicht 1.pdf", &bytes)
        .event(
            "x",
            "start: 2019-10-01\ndescription: Zur [Übersicht](</media/ordner/Übersicht 1.pdf>).",
        )
        .built();
    let body = &site.0.files["media/ordner/Übersicht 1.pdf"];
    assert!(matches!(body, Body::Copy(_)), "it is copied");
    assert_eq!(*body.read().unwrap(), *bytes);
}

#[test]
fn a_byte_order_mark_and_crlf_change_no_byte_of_output() {
    let event = "title: Treffen\nstart: 2019-10-01\npublished: 2019-08-01\ndescription: |\n  Eins\n  zwei\n\n  drei  \n  vier\n";
    let press = "---\ntitle: Meldung\ndate: 2019-08-01\n---\nEins\nzwei\n\n| A |\n|---|\n| 1 |\n\n    code\n    mehr\n";
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let site = |event: String, press: String| {
        Site::new()
            .file("events/treffen.yaml", event)
            .file("press/2019-08-01-meldung.md", press)
            .file("sectors.yaml", "rail: {name: Bahn}\n")
            .built()
            .everything()
    };
    let unix = site(event.to_owned(), press.to_owned());
    assert!(unix.contains("vier") && unix.contains("mehr"));
    assert_eq!(unix, site(windows(event), windows(press)));
}

#[test]
fn the_manifest_has_every_other_file_with_size_and_hash() {
    let mut site = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\naliases: [/alt/]\nattachments: [{file: datei.pdf, title: Datei}]",
        )
        .file("media/datei.pdf", "12345")
        .built();
    // As `build` does it: what is to be drawn is drawn first.
    site.0.files.values().for_each(|body| drop(body.read().unwrap()));
    site.0.seal();
    let manifest = site.json("build.json");
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    assert_eq!(manifest["now"], "2019-09-01T07:00:00Z");
    assert_eq!(manifest["next_change_at"], "2019-10-01T22:00:00Z");
    let files = manifest["files"].as_object().unwrap();
    let listed: Vec<&str> = files.keys().map(String::as_str).collect();
    let others = site.paths().into_iter().filter(|path| *path != "build.json");
    assert_eq!(listed, others.collect::<Vec<_>>());
    for (path, facts) in files {
        let bytes = site.0.files[path].read().unwrap();
        assert_eq!(facts["size"], bytes.len(), "{path}");
        assert_eq!(facts["blake3"], blake3::hash(&bytes).to_hex().as_str(), "{path}");
    }
}

#[test]
fn next_change_at_is_the_next_instant_at_which_the_site_differs() {
    let site = |now: &str| {
        let site = Site::new()
            .event(
                "treffen",
                "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\ncontact: a\n\
                 registration: {opens: 2019-09-10T08:00, deadline: 2019-09-20}",
            )
            .delegation("besuch", "countries: [MX]\nstart: 2019-09-23\nend: 2019-09-27")
            .file("contacts.yaml", "a: {name: A, until: 2019-09-12, fallback: b}\nb: {name: B}\n");
        site.now(now).built()
    };
    let pages = |site: &Output| {
        let paths = site.paths().into_iter().filter(|path| *path != "build.json");
        paths.map(|path| site.text_or_empty(path)).collect::<String>()
    };
    let mut now = "2019-09-01T07:00:00Z".to_owned();
    let mut seen = Vec::new();
    loop {
        let current = site(&now);
        let next = match current.json("build.json")["next_change_at"].as_str() {
            Some(next) => next.to_owned(),
            None => break,
        };
        let second: jiff::Timestamp = next.parse().unwrap();
        let before = second - jiff::SignedDuration::from_secs(1);
        assert_eq!(pages(&current), pages(&site(&before.to_string())), "nothing before {next}");
        assert_ne!(pages(&current), pages(&site(&next)), "something at {next}");
        seen.push(next.clone());
        now = next;
    }
    assert_eq!(
        seen,
        [
            "2019-09-10T06:00:00Z",
            "2019-09-12T22:00:00Z",
            "2019-09-20T22:00:00Z",
            "2019-09-22T22:00:00Z",
            "2019-09-24T15:00:00Z",
            "2019-09-27T22:00:00Z",
        ]
    );
}

#[test]
fn own_words_in_urls_replace_those_of_the_theme() {
    let site = Site::new()
        .config("paths: {events: {de: termine}, press: nachrichten, countries: staaten}")
        .event("treffen", "start: 2019-10-01\ncountries: [MX]")
        .built();
    for path in [
        "termine/treffen/index.html",
        "termine/treffen.ics",
        "termine/calendar.ics",
        "nachrichten/feed.xml",
        "staaten/mexiko/calendar.ics",
        "delegationen/index.html",
    ] {
        assert!(site.has(path), "{path}");
    }
    assert!(!site.everything().contains("/veranstaltungen/"));
}
