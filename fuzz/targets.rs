// What anybody may send must be read or refused, and never end the program: one function for each
// reader. `fuzz_targets/` calls them with cargo-fuzz, `tests/it/fuzz.rs` with a few hundred texts in
// every run of the tests.

use bba::files::{Body, is_inside};
use bba::icalendar::lint;
use bba::pipeline::{Built, Cache, Now, Options, build, programme};
use bba::published::Place;
use bba::route::out_path;
use bba::serve::Site;
use bba::serve::address::{Answer, answer};
use bba::source::Sources;
use bba::values::{
    Duration, Gone, Id, Keep, MediaFile, Minutes, PlannedDate, SitePath, Url, Value, When, moment,
};

const CONFIG: &str = "id: test-site\ntitle: Test\nbase_url: https://test.example.org/pfad/\n\
    languages: [de, en]\ntimezone: Europe/Berlin\ntheme: bba\norganisation: traeger\n\
    funding_notice: Gefördert.\ngone: [/weg/]\n";

/// A site with further files, as it is built.
fn built(files: &[(&str, &[u8])]) -> Built {
    let base: [(&str, &[u8]); 5] = [
        ("content/site.yaml", CONFIG.as_bytes()),
        ("content/organisations.yaml", "traeger: {name: Träger}\n".as_bytes()),
        ("content/pages/impressum.md", b"---\ntitle: Impressum\ntype: imprint\n---\nText\n"),
        ("content/pages/datenschutz.md", b"---\ntitle: Schutz\ntype: privacy\n---\nText\n"),
        ("content/pages/zugang.md", b"---\ntitle: Zugang\ntype: accessibility\n---\nText\n"),
    ];
    let sources = Sources::from_memory(base.into_iter().chain(files.iter().copied()));
    build(&sources, &options(), &mut Cache::none())
}

fn options() -> Options {
    Options { now: Now::read("2019-09-01T09:00").unwrap_or_default(), ..Options::default() }
}

/// Every calendar of a site keeps to RFC 5545, and no page runs what a text says.
fn hold(built: &Built) {
    for (path, body) in &built.files {
        let Body::Bytes(bytes) = body else { continue };
        if path.ends_with(".ics") {
            assert_eq!(lint(bytes), [], "{path}");
        }
        if path.ends_with(".html") {
            let page = String::from_utf8_lossy(bytes);
            assert!(!page.contains("<script>"), "{path}");
            assert!(!has_script_as_link(&page), "{path}");
        }
    }
}

/// Whether following something runs it. In a text the same words are only read.
fn has_script_as_link(page: &str) -> bool {
    let values = ["href=\"", "src=\"", "action=\"", "data=\""].into_iter().flat_map(|name| {
        page.match_indices(name).filter_map(|(at, _)| page.get(at + name.len()..))
    });
    let is_script = |value: &str| {
        // Browsers pass over what cannot be seen.
        let letters = value.chars().filter(|c| !c.is_control() && !c.is_whitespace());
        letters.take(11).collect::<String>().eq_ignore_ascii_case("javascript:")
    };
    { values }.any(is_script)
}

/// YAML, in every file that is written in it.
pub fn yaml(data: &[u8]) {
    for file in ["site", "venues", "contacts", "sectors", "events/x", "delegations/x"] {
        let path = format!("content/{file}.yaml");
        let sources = Sources::from_memory([(path.as_str(), data)]);
        let _ = programme(&sources, &options());
    }
}

/// Front matter, and what stands under it.
pub fn front_matter(data: &[u8]) {
    let press = [&b"---\ntitle: Titel\ndate: 2019-08-01\n"[..], data, b"\n---\nText\n"].concat();
    hold(&built(&[("content/pages/x.md", data), ("content/press/2019-08-01-x.md", &press)]));
}

/// Markdown.
pub fn markdown(data: &[u8]) {
    let page = [&b"---\ntitle: Titel\n---\n"[..], data].concat();
    hold(&built(&[("content/pages/x.md", &page)]));
}

/// What reads calendars.
pub fn calendar(data: &[u8]) {
    let _ = lint(data);
    let whole = [
        &b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\nBEGIN:VEVENT\r\n"[..],
        data,
        b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ];
    let _ = lint(&whole.concat());
}

/// What writes calendars: whatever an event says, its calendar keeps to RFC 5545.
pub fn written_calendar(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let text = serde_json::to_string(&*text).unwrap_or_default();
    let event = format!(
        "title: {text}\nstart: 2019-10-01T10:00\nend: 2019-10-01T12:00\npublished: 2019-08-01\n\
         summary: {text}\ndescription: {text}\nvenue: {{name: {text}, street: {text}, city: {text}}}\n\
         status: cancelled\nstatus_note: {text}\n\
         updates: [{{at: 2019-08-02, kind: change, note: {text}}}]\n"
    );
    hold(&built(&[("content/events/x.yaml", event.as_bytes())]));
}

/// Dates, times and spans.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let _ = When::read(&text);
    let _ = PlannedDate::read(&text);
    let _ = Duration::read(&text);
    let _ = Minutes::read(&text);
    let _ = Keep::read(&text);
    let _ = Now::read(&text);
    if let Some(meant) = moment(&text) {
        assert!(When::read(&meant).is_ok(), "{text:?} is to mean {meant:?}");
    }
    let text = serde_json::to_string(&*text).unwrap_or_default();
    let event = format!("title: A\nstart: {text}\nend: {text}\npublished: {text}\n");
    let sources = Sources::from_memory([
        ("content/site.yaml", CONFIG.as_bytes()),
        ("content/events/x.yaml", event.as_bytes()),
    ]);
    let _ = programme(&sources, &options());
}

/// A site to ask.
pub fn site() -> Site {
    let event: &[u8] = b"title: A\nstart: 2019-10-01\npublished: 2019-08-01\n";
    let kept = bba::pictures::Kept::of(std::path::Path::new("nowhere"));
    Site::of(built(&[("content/events/x.yaml", event)]), kept)
}

/// Paths of requests, and paths and addresses that somebody writes.
pub fn paths(site: &Site, data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    match answer(site, &text) {
        Answer::File(path, _) => assert!(is_inside(path), "{path}"),
        Answer::SlashMissing(path) => assert!(is_inside(path), "{path}"),
        Answer::Moved(..) | Answer::Gone | Answer::NotFound => {}
    }
    if SitePath::read(&text).is_ok() {
        assert!(is_inside(&out_path(&text)), "{text}");
    }
    let _ = MediaFile::read(&text);
    let _ = Gone::read(&text);
    let _ = Id::read(&text);
    let _ = Url::read(&text);
    let _ = Place::read(&text);
}

/// Pictures, documents and whatever else lies in `media/`.
pub fn media(data: &[u8]) {
    const NAMES: [&str; 8] =
        ["a.pdf", "a.png", "a.jpg", "a.webp", "a.gif", "a.svg", "a.zip", "a.ics"];
    let magic: [&[u8]; 8] = [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
        b"RIFF",
        b"GIF89a",
        b"<svg",
        b"PK",
        b"",
    ];
    let links: String = NAMES.iter().map(|name| format!("[{name}](../media/{name})\n")).collect();
    let page = format!("---\ntitle: Titel\n---\n{links}");
    let bodies: Vec<(String, Vec<u8>)> = NAMES
        .iter()
        .zip(magic)
        .map(|(name, magic)| (format!("content/media/{name}"), [magic, data].concat()))
        .collect();
    let mut files: Vec<(&str, &[u8])> =
        bodies.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    files.push(("content/pages/x.md", page.as_bytes()));
    let sources = Sources::from_memory(files);
    let _ = programme(&sources, &options());
}
