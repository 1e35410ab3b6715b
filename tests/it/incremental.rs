//! A build with what an earlier one left gives what a clean build gives, whatever was edited in
//! between, and does not make again what stays the same.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use bba::files::{Body, Sink};
use bba::pipeline::Cache;
use bba::pipeline::{Built, Now, Options, build, build_for};
use bba::source::Sources;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::harness::{Site, theme_text};

type Files = BTreeMap<String, Vec<u8>>;

/// Files of the content, and texts that each can have. Some are wrong, or wrong together.
const CONTENT: &[(&str, &[&str])] = &[
    (
        "content/events/treffen.yaml",
        &[
            "title: Treffen\nstart: 2019-09-24T15:00\npublished: 2019-01-01\nvenue: saal\nsectors: [rail]\ndelegations: [mexiko]\n",
            "title: Anderes Treffen\nstart: 2019-09-24T16:00\npublished: 2019-01-01\nvenue: saal\nsectors: [rail]\ncontact: anmeldung\n",
            "title: Treffen\nstart: 2019-10-01\npublished: 2019-01-01\nembargo: 2019-09-05\naliases: [/alt/]\n",
            "title: Treffen\nstart: 24.09.2019\npublished: 2019-01-01\n",
            "title: [\n",
        ],
    ),
    (
        "content/events/treffen-neu.yaml",
        &[
            "title: Treffen\nstart: 2019-09-24T15:00\npublished: 2019-01-01\n",
            "title: Entwurf\nstart: 2019-09-24T15:00\npublished: 2019-01-01\ndraft: true\naliases: [/alt/]\n",
            "title: Treffen\nstart: 2019-09-24T15:00\npublished: 2019-01-01\ndescription: |\n  [Mehr](treffen.yaml#ort) und ??Lücke??\n",
        ],
    ),
    (
        "content/events/archiv/treffen.yaml",
        &["title: Doppelt\nstart: 2018-01-01\npublished: 2018-01-01\n"],
    ),
    (
        "content/delegations/mexiko.yaml",
        &[
            "title: Mexiko\ncountries: [MX]\nstart: 2019-09-23\nend: 2019-09-27\npublished: 2019-01-01\nsectors: [automotive]\n",
            "title: Mexiko und Chile\ncountries: [MX, CL]\nstart: 2019-10\npublished: 2019-01-01\n",
            "title: Mexiko\ncountries: [XX]\nstart: 2019-10\npublished: 2019-01-01\n",
        ],
    ),
    (
        "content/press/2019-08-23-mexiko.md",
        &[
            "---\ntitle: Mexiko kommt\ndate: 2019-08-23\nevents: [treffen]\n---\nText mit [Link](../events/treffen.yaml).\n",
            "---\ntitle: Mexiko kommt\ndate: 2019-08-23\ndelegations: [mexiko]\n---\n## Anker {#ort}\n\nAnderer Text.\n",
            "---\ntitle: Mexiko kommt\ndate: 2019-08-24\n---\nText\n",
            "---\ntitle: Mexiko kommt\n",
        ],
    ),
    (
        "content/press/2019-08-23-mexiko.en.md",
        &[
            "---\ntitle: Mexico is coming\n---\nText\n",
            "---\ntitle: Mexico is coming\ndate: 2019-08-24\n---\nText\n",
        ],
    ),
    (
        "content/pages/programm.md",
        &[
            "---\ntitle: Programm\nmenu: 1\n---\nText mit [Seite](/veranstaltungen/).\n",
            "---\ntitle: Das Programm\nslug: ueber\n---\n![Bild](../media/bild.png) [Alt](/alt/)\n",
            "---\ntitle: Programm\n---\n[Nirgendwohin](/fehlt/)\n",
        ],
    ),
    ("content/media/bild.png", &["png", "anderes png"]),
    (
        "content/venues.yaml",
        &[
            "saal: {name: Großer Saal, street: Weg 1, postcode: '01067', city: Dresden}\n",
            "saal: {name: Kleiner Saal}\n",
            "halle: {name: Halle}\n",
            "saal: {nam: Saal}\n",
        ],
    ),
    (
        "content/sectors.yaml",
        &["automotive: {name: Automobil}\nrail: {name: Bahn}\n", "rail: {name: Schiene}\n"],
    ),
    (
        "content/contacts.yaml",
        &[
            "anmeldung: {name: Anna Muster, email: anna@example.org}\n",
            "anmeldung: {name: Anna Muster, until: 2019-08-31, fallback: zweite}\nzweite: {name: Berta}\n",
        ],
    ),
];

/// Changes of files that every site has: what is replaced by what. The first is none.
const CHANGES: &[(&str, &[(&str, &str)])] = &[
    (
        "content/site.yaml",
        &[
            ("", ""),
            ("Testprogramm", "Anderes Programm"),
            ("[de]", "[de, en]"),
            ("Europe/Berlin", "America/Mexico_City"),
            ("https://test.example.org/", "https://test.example.org/unter/"),
            ("theme: bba", "theme: fehlt"),
            ("timezone", "timezon"),
        ],
    ),
    (
        "themes/bba/templates/event.html",
        &[("", ""), ("{% block main %}", "{% block main %}<p>Neu</p>"), ("{% block main %}", "{{")],
    ),
    ("themes/bba/templates/base.html", &[("", ""), ("<header>", "<header><p>{{ fehlt.gar }}</p>")]),
    (
        "themes/bba/strings/de.yaml",
        &[("", ""), ("Veranstaltungen", "Termine"), ("events:", "event:"), (":", "::")],
    ),
    ("themes/bba/static/assets/style.css", &[("", ""), ("{", "{color:red;")]),
];

#[derive(Debug, Clone)]
enum Edit {
    /// Writes a file, or takes it away.
    Content(Index, Option<Index>),
    Change(Index, Index),
    /// Puts everything in order.
    Mend,
    /// Time goes on.
    Now(&'static str),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    let times =
        prop::sample::select(vec!["2019-09-01T09:00", "2019-09-10", "2019-09-25", "2020-01-01"]);
    prop_oneof![
        12 => (at(), prop::option::weighted(0.85, at())).prop_map(|(file, text)| Edit::Content(file, text)),
        3 => (at(), at()).prop_map(|(file, change)| Edit::Change(file, change)),
        // Often: one mistake is enough, and the next ones are added to it.
        5 => Just(Edit::Mend),
        2 => times.prop_map(Edit::Now),
    ]
}

impl Edit {
    fn apply(&self, files: &mut Files, base: &Files, options: &mut Options) {
        match self {
            Edit::Content(file, text) => {
                let (path, texts) = file.get(CONTENT);
                match text {
                    Some(text) => {
                        drop(files.insert((*path).to_owned(), text.get(texts).as_bytes().to_vec()))
                    }
                    None => drop(files.remove(*path)),
                }
            }
            Edit::Change(file, change) => {
                let (path, changes) = file.get(CHANGES);
                let (old, new) = change.get(changes);
                let text = std::str::from_utf8(&base[*path]).unwrap();
                files.insert((*path).to_owned(), text.replacen(old, new, 1).into_bytes());
            }
            Edit::Mend => base.clone_into(files),
            Edit::Now(time) => options.now = Now::read(time).unwrap(),
        }
    }
}

/// A site without mistakes: the first text of each file that fits to the others.
fn in_order() -> Files {
    let site = Site::new().config("boilerplate: Zum Schluss.");
    let of_theme = CHANGES.iter().filter_map(|(path, _)| path.strip_prefix("themes/bba/"));
    let site = of_theme.fold(site, |site, path| site.theme_file(path, theme_text(path)));
    let mut files = site.files();
    for (path, texts) in CONTENT {
        if !path.contains("/archiv/") && !path.ends_with(".en.md") {
            files.insert((*path).to_owned(), texts[0].as_bytes().to_vec());
        }
    }
    files
}

fn sources(files: &Files) -> Sources {
    Sources::from_memory(files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())))
}

fn bytes(built: &Built) -> BTreeMap<&str, Vec<u8>> {
    built
        .files
        .iter()
        .map(|(path, body)| (path.as_str(), body.read().unwrap().into_owned()))
        .collect()
}

/// One case is enough, and what a failure began with stands in its message.
fn config() -> ProptestConfig {
    let config = ProptestConfig::with_cases(1);
    ProptestConfig { failure_persistence: None, max_shrink_iters: 0, ..config }
}

/// Waits for the home page and for what has no page around it yet.
#[derive(Default)]
struct Reader(Mutex<bba::files::Files>);

impl Sink for Reader {
    fn take(&self, _: &str, body: Body) -> Body {
        body
    }

    fn awaits(&self, path: &str) -> bool {
        ["index.html", "veranstaltungen/treffen/index.html", "suche/index.html"].contains(&path)
    }

    fn show(&self, files: bba::files::Files) {
        self.0.lock().unwrap().extend(files);
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn after_any_edits_the_result_is_that_of_a_clean_build(edits in prop::collection::vec(edit(), 300)) {
        let base = in_order();
        let (mut files, mut options) = (base.clone(), Options::default());
        let (mut cache, mut themes) = (Cache::new(), Cache::of_themes());
        let (mut with_errors, mut pages, mut early) = (0, 0, 0);
        for (number, edit) in edits.iter().enumerate() {
            edit.apply(&mut files, &base, &mut options);
            options.drafts = number % 7 != 0;
            let sources = sources(&files);
            let reader = Reader::default();
            let again = build_for(&sources, &options, &mut cache, &reader);
            // An edit of the theme is looked at with nothing kept; after the others the same
            // templates need not be compiled again.
            let of_theme = matches!(edit, Edit::Change(..));
            let mut none = Cache::none();
            let clean = build(&sources, &options, if of_theme { &mut none } else { &mut themes });
            assert_eq!(again.diagnostics, clean.diagnostics, "after edit {number}: {edit:?}");
            let (again_bytes, clean_bytes) = (bytes(&again), bytes(&clean));
            assert!(again_bytes.keys().eq(clean_bytes.keys()), "after edit {number}: {edit:?}");
            for (path, bytes) in &clean_bytes {
                assert!(again_bytes[path] == *bytes, "{path} after edit {number}: {edit:?}");
            }
            let shown = reader.0.into_inner().unwrap();
            for (path, body) in &shown {
                assert!(*body.read().unwrap() == *clean_bytes[path.as_str()], "{path} shown after {edit:?}");
            }
            let is_strict = options.strict || options.strict_translations;
            assert!(again.has_errors() || is_strict || shown.contains_key("index.html"));
            early += shown.len();
            with_errors += usize::from(again.has_errors());
            pages += again.files.len();
        }
        // The edits were worth something: sites with and without errors, and pages in most of them.
        assert!((30..270).contains(&with_errors), "{with_errors}");
        assert!(pages > 3_000 && early > 200, "{pages} and {early}");
    }
}

/// Whether a file is the very same as before, and not only equal.
fn is_kept(before: &Built, after: &Built, path: &str) -> bool {
    match (&before.files[path], &after.files[path]) {
        (Body::Bytes(before), Body::Bytes(after)) => Arc::ptr_eq(before, after),
        _ => panic!("{path} is copied"),
    }
}

#[test]
fn an_edit_renders_only_the_pages_that_show_it() {
    let site = |title: &str| {
        let event =
            |title: &str| format!("title: {title}\nstart: 2019-09-24\npublished: 2019-01-01\n");
        let site = Site::new().file("events/eins.yaml", event(title));
        site.file("events/zwei.yaml", event("Zweites")).files()
    };
    let options = Options { now: Now::read("2019-09-01").unwrap(), ..Options::default() };
    let mut cache = Cache::new();
    let before = build(&sources(&site("Erstes")), &options, &mut cache);
    let after = build(&sources(&site("Anderes")), &options, &mut cache);
    for page in ["veranstaltungen/eins/", "veranstaltungen/", "veranstaltungen/2019/", ""] {
        assert!(!is_kept(&before, &after, &format!("{page}index.html")), "{page}");
    }
    for page in ["veranstaltungen/zwei/", "impressum/", "presse/"] {
        assert!(is_kept(&before, &after, &format!("{page}index.html")), "{page}");
    }
}

#[test]
fn nothing_is_shown_early_beside_an_error() {
    let shown = |event: &str, strict: bool| {
        let files = Site::new().event("treffen", event).files();
        let options =
            Options { now: Now::read("2019-09-01").unwrap(), strict, ..Options::default() };
        let reader = Reader::default();
        build_for(&sources(&files), &options, &mut Cache::new(), &reader);
        reader.0.into_inner().unwrap().into_keys().collect::<Vec<_>>()
    };
    let all = ["index.html", "suche/index.html", "veranstaltungen/treffen/index.html"];
    assert_eq!(shown("start: 2019-09-24", false), all);
    assert!(shown("start: 2019-09-24", true).is_empty(), "a warning may become an error");
    assert!(shown("start: 24. Septober", false).is_empty());
}

#[test]
fn a_build_of_its_own_keeps_nothing() {
    let files = Site::new().files();
    let mut cache = Cache::none();
    let before = build(&sources(&files), &Options::default(), &mut cache);
    let after = build(&sources(&files), &Options::default(), &mut cache);
    assert!(!is_kept(&before, &after, "impressum/index.html"));
}
