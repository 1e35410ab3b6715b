//! Beginning something: `new`, `init` and `schema`, through the real binary.

use std::collections::BTreeSet;
use std::path::PathBuf;

use bba::language::Language;
use bba::schema::{Kind, OfSite};
use clap::ValueEnum;
use serde_json::Value;

use crate::cli::{Root, Run};
use crate::harness::walk;
use crate::schema::objections;

const NOW: &str = "--now=2019-09-01T09:00";

/// The findings of a check: code and file.
fn findings(root: &Root, arguments: &[&str]) -> Vec<(String, String)> {
    let run = root.run(&[&["check", NOW, "--format=json", "--quiet"], arguments].concat());
    let list: Value = serde_json::from_str(&run.stdout).unwrap();
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let findings = list.as_array().unwrap().iter();
    findings.map(|finding| (text(finding, "code"), text(finding, "file"))).collect()
}

/// A new programme, below `neu`.
fn programme(arguments: &[&str]) -> (Root, Run) {
    let root = Root::empty();
    let run = root.run(&[&["init", "neu", NOW], arguments].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    (root, run)
}

#[test]
fn a_new_programme_builds_and_checks_but_for_the_gaps_in_its_legal_pages() {
    let (root, _) = programme(&[]);
    let findings = findings(&root, &["--root=neu"]);
    assert!(!findings.is_empty(), "the legal pages cannot be complete");
    for (code, file) in findings {
        assert_eq!(code, "W0901", "{file}");
        let legal = ["impressum", "datenschutz", "barrierefreiheit"];
        assert!(legal.iter().any(|page| file == format!("content/pages/{page}.md")), "{file}");
    }
    let build = root.run(&["build", NOW, "--root=neu"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    for file in ["index.html", "veranstaltungen/treffen-polen.ics", "laender/polen/index.html"] {
        assert!(root.has(&format!("neu/public/{file}")), "{file}");
    }
}

#[test]
fn a_new_programme_says_nothing_of_another() {
    let (root, _) = programme(&[]);
    assert_eq!(root.run(&["build", NOW, "--root=neu", "--quiet"]).status, 0);
    for file in walk(&root.path().join("neu/public")) {
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        for word in ["Sachsen", "sächsisch", "Branchenbezogenes", "WFS"] {
            assert!(!text.contains(word), "{word} in {}", file.display());
        }
    }
}

#[test]
fn a_new_programme_has_what_its_readme_names() {
    let (root, run) = programme(&["--title=Nordhafen: Gäste", "--base-url=https://n.example.org"]);
    assert_eq!(run.stdout, "neu\n");
    assert!(run.stderr.contains("neu/README.md"), "{}", run.stderr);
    let config = root.read("neu/content/site.yaml");
    assert!(config.contains("\nid: nordhafen-gaeste\n"), "{config}");
    assert!(config.contains("\ntitle: \"Nordhafen: Gäste\"\n"));
    assert!(config.contains("\nbase_url: https://n.example.org/\n"));
    for file in [
        ".editorconfig",
        ".github/workflows/website.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".vscode/settings.json",
        "README.md",
        "content/.schema/event.json",
        "content/_vorlagen/veranstaltung.yaml",
        "content/press/2019-09-01-gaeste-aus-polen.md",
    ] {
        assert!(root.has(&format!("neu/{file}")), "{file}");
    }
    for file in [".vscode/settings.json", ".vscode/extensions.json"] {
        serde_json::from_str::<Value>(&root.read(&format!("neu/{file}"))).unwrap();
    }
    for file in [".github/workflows/website.yml", ".gitlab-ci.yml"] {
        serde_yaml::from_str::<serde_yaml::Value>(&root.read(&format!("neu/{file}"))).unwrap();
    }
    let left = walk(&root.path().join("neu"));
    let unfilled = |file: &&PathBuf| {
        let text = std::fs::read_to_string(file).unwrap();
        ["{today}", "{now}", "{title}", "{first_day}", "{deadline}"]
            .iter()
            .any(|p| text.contains(p))
    };
    assert_eq!(left.iter().find(unfilled), None);
}

#[test]
fn files_of_a_new_programme_fit_the_schemas_they_name() {
    let (root, _) = programme(&[]);
    let german = OfSite { languages: vec![Language::new("de").unwrap()], ..OfSite::default() };
    let content = root.path().join("neu/content");
    let mut checked = BTreeSet::new();
    for file in walk(&content)
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "yaml"))
    {
        let text = std::fs::read_to_string(&file).unwrap();
        let named = text.lines().next().unwrap();
        let named = named.strip_prefix("# yaml-language-server: $schema=").unwrap();
        let schema = file.parent().unwrap().join(named).canonicalize().unwrap();
        assert_eq!(schema.parent().unwrap(), content.canonicalize().unwrap().join(".schema"));
        let word = schema.file_stem().unwrap().to_str().unwrap().to_owned();
        let kind = Kind::value_variants().iter().copied().find(|kind| kind.word() == word).unwrap();
        assert_eq!(objections(kind, &german, &text, false), Vec::<String>::new(), "{word}");
        checked.insert(word);
    }
    assert_eq!(checked.len(), 7, "{checked:?}");
}

#[test]
fn init_leaves_folders_with_anything_in_them_alone() {
    let root = Root::empty();
    root.write("voll/brief.txt", "wichtig");
    root.write("datei", "");
    for dir in ["voll", "datei", "."] {
        let run = root.run(&["init", dir, NOW]);
        assert_eq!(run.status, 2, "{dir}");
        assert!(run.stdout.is_empty() && !run.stderr.contains("panicked"), "{}", run.stderr);
    }
    assert_eq!(walk(root.path()).len(), 2);
    std::fs::create_dir(root.path().join("leer")).unwrap();
    assert_eq!(root.run(&["init", "leer", NOW]).status, 0);
    assert!(root.has("leer/content/site.yaml"));
}

#[test]
fn init_is_the_same_at_the_same_time() {
    let files = || {
        let (root, _) = programme(&[]);
        let folder = root.path().join("neu");
        let name = |file: &PathBuf| file.strip_prefix(&folder).unwrap().to_path_buf();
        let files = walk(&folder);
        files.iter().map(|file| (name(file), std::fs::read(file).unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(files(), files());
}

#[test]
fn everything_that_new_begins_passes_check() {
    let root = Root::new();
    for (arguments, path) in [
        (&["event", "Frühstück mit Gästen"][..], "content/events/fruehstueck-mit-gaesten.yaml"),
        (&["delegation", "Delegation aus Polen"], "content/delegations/delegation-aus-polen.yaml"),
        (&["press", "Gäste: aus Polen"], "content/press/2019-09-01-gaeste-aus-polen.md"),
        (&["page", "Über uns"], "content/pages/ueber-uns.md"),
    ] {
        let run = root.run(&[&["new", NOW], arguments].concat());
        assert_eq!((run.status, run.stdout.trim()), (0, path), "{}", run.stderr);
        assert!(run.stderr.contains("Nächster Schritt"), "{}", run.stderr);
        assert!(root.has(path));
    }
    assert_eq!(findings(&root, &["--drafts"]), []);
    assert_eq!(findings(&root, &[]), []);
}

#[test]
fn new_takes_what_is_given() {
    let root = Root::new();
    root.write("content/venues.yaml", "saal: {name: Saal}\n");
    let run = root.run(&[
        "new",
        "event",
        "Abend",
        NOW,
        "--id=abend-2019",
        "--start=2019-10-15T18:00",
        "--country=MX",
        "--country=PL",
        "--venue=saal",
    ]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = root.read("content/events/abend-2019.yaml");
    for line in [
        "title: Abend",
        "start: 2019-10-15T18:00",
        "end: 2019-10-15T20:00",
        "countries: [MX, PL]",
        "venue: saal",
        "published: 2019-09-01T09:00",
    ] {
        assert!(text.lines().any(|l| l == line), "{line}\n{text}");
    }
}

#[test]
fn a_delegation_has_the_countries_that_its_title_names() {
    let root = Root::new();
    let title = "Delegation aus Ungarn, Estland und Polen";
    assert_eq!(root.run(&["new", "delegation", title, NOW, "--id=drei"]).status, 0);
    let text = root.read("content/delegations/drei.yaml");
    assert!(text.contains("\ncountries: [HU, EE, PL]\n"), "{text}");
    // Niger is no part of Nigeria.
    let title = "Besuch aus Nigeria";
    assert_eq!(root.run(&["new", "delegation", title, NOW, "--id=eines"]).status, 0);
    assert!(root.read("content/delegations/eines.yaml").contains("\ncountries: [NG]\n"));
}

#[test]
fn new_writes_over_nothing() {
    let root = Root::new();
    let before = root.read("content/events/treffen.yaml");
    root.write("content/events/2019/anderes.yaml", &before);
    for title in ["Treffen", "Anderes"] {
        let run = root.run(&["new", "event", title, NOW]);
        assert_eq!(run.status, 2, "{title}");
        assert!(run.stderr.contains("gibt es schon"), "{}", run.stderr);
        assert!(run.stderr.contains("--id"), "says how to go on: {}", run.stderr);
    }
    assert_eq!(root.read("content/events/treffen.yaml"), before);
    assert!(!root.has("content/events/anderes.yaml"));
}

#[test]
fn new_refuses_what_would_not_pass_check() {
    let root = Root::new();
    for (arguments, says) in [
        (&["event", "A", "--start=24.09.2019"][..], "2019-09-24"),
        (&["event", "A", "--start=2019-10-01T10:00", "--end=2019-10-01T09:00"], "E0406"),
        (&["event", "A", "--venue=fehlt"], "E0501"),
        (&["event", "A", "--country=Mexiko"], "`MX`"),
        (&["delegation", "A", "--start=2019-Q5"], "E0402"),
        (&["event", "A", "--id=Groß und klein"], "gross-und-klein"),
        (&["event", "日本"], "--id"),
        (&["event", " "], "Titel"),
        (&["event"], "Titel"),
        (&["page", "A", "--start=2019-10-01"], "--start"),
        (&["fest", "A"], "fest"),
    ] {
        let run = root.run(&[&["new", NOW], arguments].concat());
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains(says), "{arguments:?}: {}", run.stderr);
    }
    assert_eq!(walk(&root.path().join("content/events")).len(), 1);
    assert!(!root.has("content/delegations"));
}

#[test]
fn new_needs_a_site() {
    let run = Root::empty().run(&["new", "event", "A", NOW]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("bba init"), "{}", run.stderr);
}

#[test]
fn schema_prints_one_and_writes_all() {
    let root = Root::new();
    let printed = root.run(&["schema", "event"]);
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    let event: Value = serde_json::from_str(&printed.stdout).unwrap();
    assert_eq!(event["properties"]["title"]["description"], "Name der Veranstaltung.");
    assert_eq!(root.run(&["schema", "--write"]).status, 0);
    assert_eq!(root.read("content/.schema/event.json"), printed.stdout);
    assert_eq!(walk(&root.path().join("content/.schema")).len(), 9);
    assert_eq!(root.run(&["schema", "--write"]).stdout, "", "nothing changes any more");
    assert_eq!(findings(&root, &[]), [], "builds pass the folder over");
    assert_eq!(root.run(&["schema"]).status, 2);
    assert_eq!(root.run(&["schema", "fest"]).status, 2);
}

#[test]
fn the_languages_of_a_site_are_the_keys_of_its_texts() {
    let root = Root::new();
    let config = root.read("content/site.yaml").replace("[de]", "[de, pl]");
    root.write("content/site.yaml", &config);
    let schema: Value = serde_json::from_str(&root.run(&["schema", "page"]).stdout).unwrap();
    let texts = &schema["definitions"]["texts"]["anyOf"][1];
    let languages: Vec<&String> = texts["properties"].as_object().unwrap().keys().collect();
    assert_eq!(languages, ["de", "pl"]);
    assert_eq!(texts["required"], serde_json::json!(["de"]));
}
