//! Files to begin with: each is right as it is, in its place.

use std::fs;
use std::path::Path;

use bba::built_in;
use bba::language::Language;
use bba::model::ContentKind;
use bba::schema::{Kind as SchemaKind, OfSite};
use bba::starter::{self, NewRecord};

use crate::harness::{Site, walk};
use crate::html::Page;
use crate::schema::objections;

/// The starter files and where an editor copies them.
const PLACES: [(&str, &str, SchemaKind); 8] = [
    ("veranstaltung.yaml", "events/neu.yaml", SchemaKind::Event),
    ("delegation.yaml", "delegations/neu.yaml", SchemaKind::Delegation),
    ("2030-01-15-pressemitteilung.md", "press/2030-01-15-pressemitteilung.md", SchemaKind::Press),
    ("seite.md", "pages/neu.md", SchemaKind::Page),
    ("organisationen.yaml", "organisations.yaml", SchemaKind::Organisations),
    ("kontakte.yaml", "contacts.yaml", SchemaKind::Contacts),
    ("orte.yaml", "venues.yaml", SchemaKind::Venues),
    ("branchen.yaml", "sectors.yaml", SchemaKind::Sectors),
];

fn starter(name: &str) -> &'static str {
    let (_, bytes) = built_in::STARTERS.iter().find(|(held, _)| *held == name).unwrap();
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_program_holds_every_starter_file() {
    for (folder, held) in
        [("starters/files", built_in::STARTERS), ("starters/programme", built_in::PROGRAMME)]
    {
        let files = walk(Path::new(folder));
        let names: Vec<&str> =
            files.iter().map(|file| file.strip_prefix(folder).unwrap().to_str().unwrap()).collect();
        let held: Vec<&str> = held.iter().map(|(name, _)| *name).collect();
        assert_eq!(held, names, "the list in src/built_in.rs");
    }
}

#[test]
fn every_starter_file_builds_when_it_is_copied_to_its_place() {
    let others = built_in::STARTERS.iter().map(|(name, _)| *name).filter(|n| *n != "LIESMICH.md");
    assert!(others.clone().all(|name| PLACES.iter().any(|(starter, ..)| *starter == name)));
    for (name, place, _) in PLACES {
        let base = match place {
            "organisations.yaml" => "traeger: {name: Träger GmbH}\n",
            _ => "",
        };
        let text = format!("{base}{}", starter(name));
        let site = |text: &str| Site::new().file(place, text).now("2030-02-01T09:00").drafts();
        let output = site(&text).built();
        let is_gap = |found: &String| found.ends_with("W0901");
        assert!(output.warnings().iter().all(is_gap), "{name}: {:?}", output.warnings());
        // What is missing cannot be published by mistake.
        let public = site(&text.replace("draft: true\n", "")).build();
        assert!(public.errors().iter().all(|found| found.ends_with("E0240")), "{name}");
        assert!(!public.warnings().is_empty(), "{name}");
    }
}

/// The lines that an editor can put to use by deleting `# `.
#[test]
fn what_comments_of_starter_files_suggest_is_right() {
    let german = OfSite { languages: vec![Language::new("de").unwrap()], ..OfSite::default() };
    for (name, _, kind) in PLACES {
        let mut suggestions = 0;
        let mut uncommented = |line: &str| {
            let (indent, comment) = line.split_once("# ")?;
            let key = comment.split_once(": ")?.0;
            let is_key = key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
            suggestions += usize::from(is_key);
            (indent.trim().is_empty() && is_key).then(|| format!("{indent}{comment}"))
        };
        let lines = starter(name).lines();
        let lines: Vec<String> =
            lines.map(|line| uncommented(line).unwrap_or_else(|| line.to_owned())).collect();
        let text = lines.join("\n");
        assert_eq!(objections(kind, &german, &text, false), Vec::<String>::new(), "{name}: {text}");
        assert!(suggestions > 0 || name == "branchen.yaml", "{name}");
    }
}

#[test]
fn the_starter_files_of_this_repository_are_current() {
    let folder = Path::new(starter::FOLDER);
    for (path, text) in starter::copies() {
        let held = fs::read_to_string(&path).unwrap_or_default();
        assert!(held == text, "{path}: `cp starters/files/* {}/`", starter::FOLDER);
    }
    assert_eq!(walk(folder).len(), built_in::STARTERS.len(), "nothing else lies there");
}

fn facts(title: &str) -> NewRecord {
    let now = jiff::civil::date(2019, 9, 1).at(9, 0, 0, 0);
    NewRecord { title: title.to_owned(), now, ..NewRecord::default() }
}

#[test]
fn any_title_can_be_written_down() {
    let titles = [
        "Treffen: das erste",
        "»Treffen« & [Gäste] #1",
        "\"Treffen\", das",
        "- Treffen",
        "? Treffen",
        "{Treffen}",
        "2030",
        "true",
        "null",
        "2030-05-14",
        "Treffen # mit Kommentar",
        "'Treffen'",
        "@treffen",
        "Treffen\\n",
        "*Treffen*, ja",
        "a: b, c",
    ];
    for title in titles {
        for (kind, place) in [
            (ContentKind::Event, "events/neu.yaml"),
            (ContentKind::Delegation, "delegations/neu.yaml"),
            (ContentKind::Release, "press/2019-09-01-neu.md"),
            (ContentKind::Page, "pages/neu.md"),
        ] {
            let text = starter::record(kind, &facts(title));
            let output = Site::new().file(place, &text).drafts().build();
            assert_eq!(output.errors(), Vec::<String>::new(), "{title}: {text}");
            let page = output.0.files.keys().find(|path| path.contains("neu/index.html")).unwrap();
            let page = Page::read(output.text(page));
            // Pages have the quotation marks of the language.
            let shown = match title {
                "\"Treffen\", das" => "»Treffen«, das",
                "'Treffen'" => "›Treffen‹",
                other => other,
            };
            assert_eq!(page.text(page.one("h1")), shown);
        }
    }
}

#[test]
fn a_new_event_has_no_day_that_nobody_chose() {
    let text = starter::record(ContentKind::Event, &facts("Treffen"));
    assert!(text.contains("\nstart: ??Beginn, zum Beispiel 2030-05-14T15:00??\n"), "{text}");
    assert!(text.contains("\npublished: 2019-09-01T09:00\n"));
}

#[test]
fn what_is_given_takes_the_place_of_what_the_starter_file_suggests() {
    let facts = NewRecord {
        start: Some("2019-11-05".to_owned()),
        countries: vec!["MX".to_owned(), "PL".to_owned()],
        delegations: vec!["mexiko-2019".to_owned()],
        venue: Some("saal".to_owned()),
        contact: Some("anmeldung".to_owned()),
        ..facts("Treffen")
    };
    let text = starter::record(ContentKind::Event, &facts);
    for line in [
        "start: 2019-11-05",
        "# end: 2030-05-14T17:00",
        "countries: [MX, PL]",
        "delegations: [mexiko-2019]",
        "venue: saal",
        "contact: anmeldung",
    ] {
        assert!(text.lines().any(|l| l == line), "{line}\n{text}");
    }
}
