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
fn a_new_programme_builds_and_checks_but_for_its_gaps() {
    let (root, _) = programme(&[]);
    let findings = findings(&root, &["--root=neu"]);
    let with_gaps: BTreeSet<&str> = findings.iter().map(|(_, file)| file.as_str()).collect();
    for file in ["site", "contacts", "organisations"] {
        assert!(with_gaps.contains(format!("content/{file}.yaml").as_str()), "{file}");
    }
    for page in ["impressum", "datenschutz", "barrierefreiheit", "programm"] {
        assert!(with_gaps.contains(format!("content/pages/{page}.md").as_str()), "{page}");
    }
    for (code, file) in &findings {
        assert!(code == "W0901" || (code == "W0958" && file == "content/site.yaml"), "{code}");
    }
    let build = root.run(&["build", NOW, "--root=neu"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    for file in ["index.html", "veranstaltungen/calendar.ics", "programm/index.html"] {
        assert!(root.has(&format!("neu/public/{file}")), "{file}");
    }
}

/// Words that are true of one programme alone, or that somebody made up.
const NOT_OURS: [&str; 12] = [
    "Sachsen",
    "sächsisch",
    "Saxon",
    "Sajon",
    "sajon",
    "Branchenbezogenes",
    "WFS",
    "Muster",
    "Beispiel",
    "kostenneutral",
    "gefördert",
    "30 2312",
];

#[test]
fn a_new_programme_says_nothing_of_another_in_any_language_and_makes_nothing_up() {
    let (root, _) = programme(&[]);
    let config = root.read("neu/content/site.yaml").replace("[de]", "[de, en, es]");
    root.write("neu/content/site.yaml", &config);
    assert_eq!(root.run(&["build", NOW, "--root=neu", "--quiet"]).status, 0);
    let is_text =
        |file: &std::path::Path| file.extension().is_none_or(|end| end != "woff2" && end != "png");
    for file in walk(&root.path().join("neu/public")).into_iter().filter(|file| is_text(file)) {
        let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
        // `??` is an operator of scripts.
        let marks = if file.extension().is_some_and(|ending| ending == "js") { "" } else { "??" };
        for word in NOT_OURS.iter().chain(&[marks]).filter(|word| !word.is_empty()) {
            assert!(!text.contains(word), "{word} in {}", file.display());
        }
    }
    assert!(root.read("neu/public/impressum/index.html").contains("wird ergänzt"));
    assert!(root.has("neu/public/en/index.html") && root.has("neu/public/es/index.html"));
}

#[test]
fn what_init_and_new_begin_is_no_fact_before_somebody_says_it() {
    let (root, _) = programme(&[]);
    for kind in ["event", "delegation", "press", "page"] {
        assert_eq!(root.run(&["new", kind, "Neues", NOW, "--root=neu"]).status, 0, "{kind}");
    }
    let days = |text: &str| text.lines().any(|line| line.starts_with("start: 2"));
    for file in walk(&root.path().join("neu/content")) {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!days(&text), "{}: nobody has chosen a day", file.display());
        if text.contains("\ndraft: true\n") && !file.to_str().unwrap().contains("_vorlagen") {
            std::fs::write(&file, text.replace("\ndraft: true\n", "\n")).unwrap();
        }
    }
    let findings = findings(&root, &["--root=neu"]);
    for (code, file) in [
        ("E0240", "content/events/neues.yaml"),
        ("E0240", "content/delegations/neues.yaml"),
        ("W0901", "content/press/2019-09-01-neues.md"),
        ("W0901", "content/pages/neues.md"),
    ] {
        assert!(findings.contains(&(code.to_owned(), file.to_owned())), "{code} {file}");
    }
}

#[test]
fn a_draft_whose_day_is_a_gap_is_in_the_preview_and_explained() {
    let root = Root::new();
    assert_eq!(root.run(&["new", "event", "Neues", NOW]).status, 0);
    assert_eq!(root.run(&["new", "delegation", "Besuch", NOW]).status, 0);
    let build = root.run(&["build", NOW, "--drafts", "--out=preview"]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    assert!(root.read("preview/veranstaltungen/neues/index.html").contains("genauer Termin folgt"));
    assert!(root.has("preview/delegationen/besuch/index.html"));
    let why = root.run(&["why", "neues", NOW]);
    assert!(why.status == 0 && why.stdout.contains("Entwurf"), "{}", why.stdout);
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(!root.has("public/veranstaltungen/neues/index.html"));
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
        ".ci/website.sh",
        ".editorconfig",
        ".github/workflows/website.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".vscode/settings.json",
        "README.md",
        "content/.schema/event.json",
        "content/_vorlagen/veranstaltung.yaml",
        "content/events/.gitkeep",
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
        ["{id}", "{title}", "{base_url}", "{version}"].iter().any(|p| text.contains(p))
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
fn init_begins_in_a_cloned_repository_and_writes_over_nothing() {
    let root = Root::empty();
    let there = [
        (".git/HEAD", "ref: refs/heads/main\n"),
        (".gitignore", "*.bak\n"),
        ("README.md", "# Gäste\n"),
        ("LICENSE", "MIT\n"),
        (".github/workflows/website.yml", "name: unsere\n"),
        ("notizen/brief.txt", "wichtig\n"),
    ];
    for (path, text) in there {
        root.write(path, text);
    }
    let run = root.run(&["init", ".", NOW]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ".\n"), "{}", run.stderr);
    for (path, text) in there {
        assert_eq!(root.read(path), text, "{path}");
    }
    assert!(run.stderr.contains("LIESMICH.md lesen"), "the guide: {}", run.stderr);
    assert!(run.stderr.contains("Schon da und unverändert: "), "{}", run.stderr);
    for kept in [".gitignore", ".github/workflows/website.yml", "/public/"] {
        assert!(run.stderr.contains(kept), "{kept}: {}", run.stderr);
    }
    assert!(root.read("LIESMICH.md").contains("Website des Programms"));
    assert_eq!(root.run(&["build", NOW]).status, 0);
}

#[test]
fn init_refuses_a_folder_with_a_site_and_names_what_is_in_the_way() {
    let root = Root::empty();
    root.write("voll/content/site.yaml", "id: wichtig\n");
    root.write("datei", "");
    let run = root.run(&["init", "voll", NOW]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("content/site.yaml gibt es schon"), "{}", run.stderr);
    let run = root.run(&["init", "datei", NOW]);
    assert!(run.status == 2 && !run.stderr.contains("panicked"), "{}", run.stderr);
    assert_eq!(walk(root.path()).len(), 2, "nothing was written");
    std::fs::create_dir(root.path().join("leer")).unwrap();
    assert_eq!(root.run(&["init", "leer", NOW]).status, 0);
    assert!(root.read("leer/content/site.yaml").contains("\nid: leer\n"), "the folder's name");
    let again = root.run(&["init", "leer", NOW]);
    assert!(again.status == 2 && again.stderr.contains("weitere Dateien"), "{}", again.stderr);
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
    for arguments in [&["--drafts"][..], &[]] {
        let findings = findings(&root, arguments);
        assert!(findings.iter().all(|(code, _)| code == "W0901"), "gaps alone: {findings:?}");
    }
}

const OTHER: &str = "\
# Jedes Jahr im Mai

title: Altes Treffen
start: 2019-05-06T15:00
end: 2019-05-06T17:00    # zwei Stunden
summary: Wir treffen uns.
description: |
  Eins.

  Zwei: drei.
contact: anmeldung
registration:
  required: true
  email: anmeldung@example.org
  deadline: 2019-05-01
  state: full
online: {url: https://konferenz.example.org/alt, label: Konferenz}

# Abgesagt
status: cancelled
status_note: Der Gast war krank.
published: 2019-03-01
updates:
  - at: 2019-04-01T10:00

    kind: change
    note: Abgesagt
embargo: 2019-03-02
aliases: [/alt/]
";

#[test]
fn new_from_copies_what_holds_again_and_names_what_does_not() {
    let root = Root::new();
    root.write("content/contacts.yaml", "anmeldung: {name: Team}\n");
    root.write("content/events/alt.yaml", OTHER);
    let run = root.run(&["new", "event", "--from=alt", NOW]);
    assert_eq!((run.status, run.stdout.trim()), (0, "content/events/alt-2.yaml"), "{}", run.stderr);
    let text = root.read("content/events/alt-2.yaml");
    for line in [
        "# Jedes Jahr im Mai",
        "start: ??Beginn, bisher 2019-05-06T15:00??",
        "# end: 2019-05-06T17:00    # zwei Stunden",
        "  Zwei: drei.",
        "  deadline: ??Anmeldeschluss??",
        "  state: open",
        "online: {url: \"??Adresse der Konferenz??\", label: Konferenz}",
        "status: planned",
        "published: 2019-09-01T09:00",
        "draft: true",
    ] {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    for gone in ["updates", "Abgesagt", "krank", "aliases", "embargo", "Altes"] {
        assert!(!text.contains(gone), "{gone}\n{text}");
    }
    let said = &run.stderr;
    assert!(said.contains("Neu einzutragen: start, end, registration.deadline, online.url"));
    assert!(said.contains("Nicht übernommen: status, status_note, updates, embargo, aliases"));
    let codes = |root: &Root| findings(root, &["--drafts"]);
    assert!(codes(&root).iter().all(|(code, _)| code.starts_with('W')), "{:?}", codes(&root));

    let arguments = ["new", "event", "Neues", "--from=alt", "--start=2019-10-15T18:00", NOW];
    let run = root.run(&[&arguments[..], &["--country=NO"]].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = root.read("content/events/neues.yaml");
    for line in ["title: Neues", "start: 2019-10-15T18:00", "end: 2019-10-15T20:00"] {
        assert!(text.lines().any(|other| other == line), "{line}\n{text}");
    }
    assert!(text.contains("\ncountries: [NO]\n"), "{text}");
    let run = root.run(&["new", "event", "--from=alz", NOW]);
    assert!(run.status == 2 && run.stderr.contains("Meinten Sie alt?"), "{}", run.stderr);
}

#[test]
fn new_from_copies_delegations_and_releases_without_names_and_dates() {
    let root = Root::new();
    let visit = "title: Aus Polen\ncountries: [PL]\nstart: 2019-05-06\nend: 2019-05-08\n\
        participants:\n  - {organisation: Firma, country: PL, consent: true}\n\
        published: 2019-03-01\nupdates: [{at: 2019-04-01, kind: change, note: Neu}]\n";
    root.write("content/delegations/polen-2019.yaml", visit);
    let release =
        "---\ntitle: Gäste da\ndate: 2019-05-06\nembargo: 2019-05-06T10:00\n---\n\nText\n";
    root.write("content/press/2019-05-06-gaeste.md", release);
    assert_eq!(root.run(&["new", "delegation", "Polen", "--from=polen-2019", NOW]).status, 0);
    let text = root.read("content/delegations/polen.yaml");
    assert!(text.contains("countries: [PL]\nstart: ??Beginn, bisher 2019-05-06??\n"), "{text}");
    assert!(!text.contains("Firma") && !text.contains("updates"), "{text}");
    let run = root.run(&["new", "press", "--from=2019-05-06-gaeste", NOW]);
    assert_eq!(run.stdout, "content/press/2019-09-01-gaeste-2.md\n", "{}", run.stderr);
    let text = root.read("content/press/2019-09-01-gaeste-2.md");
    let right = "---\ntitle: \"??Titel??\"\ndate: 2019-09-01\ndraft: true\n---\n\nText\n";
    assert_eq!(text, right);
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
        (&["event", "CON"], "con.yaml"),
        (&["event", "A", "--id=lpt1"], "--id"),
        (&["page", "Aux"], "aux.md"),
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
    assert_eq!(walk(&root.path().join("content/.schema")).len(), 10);
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
