//! Mistakes of editors: each is found, at its place, in words an editor understands, and
//! nothing that only follows from it. `tests/broken/content/` has them, and
//! `tests/broken/expected.txt` what is said about them; `UPDATE=1` writes that file anew.

use std::path::Path;

use bba::findings::Located;
use bba::pipeline::{Now, Options};
use bba::problem::MessageLanguage;
use bba::source::Sources;

use crate::harness::{Site, build_at_once, place, walk};

/// What is expected, a line for each finding.
pub const EXPECTED: &str = "tests/broken/expected.txt";

/// The broken content, as it would lie in a root.
pub fn files() -> Vec<(String, Vec<u8>)> {
    let files = walk(Path::new("tests/broken/content")).into_iter().map(|file| {
        let path = file.strip_prefix("tests/broken").unwrap().to_str().unwrap();
        (path.to_owned(), std::fs::read(&file).unwrap())
    });
    files.collect()
}

/// Words that mean nothing to an editor.
pub const WORDS_OF_PROGRAMMERS: [&str; 13] = [
    "serde", "struct ", "scalar", "parse", "Parser", "mapping", "sequence", "token", "Token",
    "variant", " node", "Knoten", "String",
];

fn line(found: &Located) -> String {
    let german = MessageLanguage::German;
    let hint = found.problem.hint(german).map(|hint| format!(" – {hint}")).unwrap_or_default();
    format!("{} {}{hint}\n", place(found), found.problem.message(german))
}

#[test]
fn every_mistake_is_found_at_its_place_in_one_run() {
    let files = files();
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (&**path, &**bytes)));
    let now = Now::read("2019-09-23T20:00").unwrap();
    let built = build_at_once(&sources, &Options { now, ..Options::default() });
    // What is not translated has tests of its own.
    let found = built.diagnostics.iter().filter(|f| !f.problem.is_about_translations());
    let found: String = found.map(line).collect();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(EXPECTED, &found).unwrap();
    }
    let expected = std::fs::read_to_string(EXPECTED).unwrap();
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

#[test]
fn messages_exist_in_english_and_none_speaks_of_the_program() {
    let files = files();
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (&**path, &**bytes)));
    for found in build_at_once(&sources, &Options::default()).diagnostics {
        for language in [MessageLanguage::German, MessageLanguage::English] {
            let message = found.problem.message(language);
            let all = format!("{message} {}", found.problem.hint(language).unwrap_or_default());
            let words = WORDS_OF_PROGRAMMERS;
            assert!(!words.iter().any(|word| all.contains(word)), "{all}");
        }
    }
}

#[test]
fn a_file_whose_references_are_broken_elsewhere_has_no_mistake_of_its_own() {
    let expected = std::fs::read_to_string(EXPECTED).unwrap();
    assert!(!expected.contains("events/only-refers-to-broken"));
}

/// What is found when a line of the base site's `site.yaml` is another one.
fn with_config(line: &str, other: &str) -> Vec<String> {
    let config = "id: test-site\ntitle: Test\nbase_url: https://test.example.org/\n\
                  languages: [de, en]\ntimezone: Europe/Berlin\ntheme: bba\n\
                  organisation: traeger\nfunding_notice: Test\n";
    assert!(config.contains(line));
    let site = Site::new().file("site.yaml", config.replace(line, other));
    // Times with an offset, texts by language: what a mistake in site.yaml could spread to.
    let site = site
        .event("fest", "start: 2019-10-27T02:30+01:00\nsummary: {de: Kurz, en: Short}")
        .event("luecke", "start: 2019-06-01T10:00+02:00");
    site.build().errors()
}

#[test]
fn a_mistake_in_site_yaml_is_one_mistake() {
    let good = "languages: [de, en]";
    assert_eq!(with_config(good, good), Vec::<String>::new());
    for (line, other, expected) in [
        ("https://test.example.org/", "test.example.org", "site.yaml:3:11 E0306"),
        ("https://test.example.org/", "https://test.example.org/?a=1", "site.yaml:3:11 E0307"),
        ("Europe/Berlin", "Europa/Berlin", "site.yaml:5:11 E0315"),
        ("timezone: Europe/Berlin\n", "", "site.yaml:1:1 E0209"),
        (good, "languages: [deutsch]", "site.yaml:4:13 E0312"),
        (good, "languages: de", "site.yaml:4:12 E0210"),
        (good, "languages: []", "site.yaml:4:12 E0211"),
        ("theme: bba", "theme: baa", "site.yaml:6:8 E0701"),
        ("title: Test", "title: Test: eins", "site.yaml:2:12 E0203"),
    ] {
        assert_eq!(with_config(line, other), [expected], "{other}");
    }
}

#[test]
fn a_registry_or_site_file_under_a_wrong_name_is_one_mistake() {
    let site = Site::new()
        .without("contacts.yaml")
        .file("contacts.yml", "anmeldung: {name: Anna}\n")
        .event("x", "start: 2019-10-01\ncontact: anmeldung");
    assert_eq!(site.build().errors(), ["contacts.yml:1:1 E0106"]);
    let site = Site::new().without("site.yaml").file("site.yml", "id: x\n");
    assert_eq!(site.build().errors(), ["site.yml:1:1 E0106"]);
}

#[test]
fn a_broken_or_missing_file_of_interface_texts_is_one_mistake() {
    let site = Site::new().theme_file("strings/de.yaml", "nav: {home: Start\nx: y\n");
    assert_eq!(site.build().errors(), ["themes/bba/strings/de.yaml:1:6 E0218"]);
    let site = Site::new().theme_file("strings/de.yaml", "");
    assert_eq!(site.build().errors(), ["themes/bba/strings/de.yaml:1:1 E0111"]);
    let french = with_config("languages: [de, en]", "languages: [fr]");
    assert!(french.contains(&"themes/bba/strings/fr.yaml:1:1 E0707".to_owned()), "{french:?}");
    assert!(!french.iter().any(|found| found.contains("E0702")), "{french:?}");
}

#[test]
fn a_wrong_name_hides_no_other_mistake() {
    let visit = "title: Japan\nstart: im Frühling\npublished: 2019-01-01\nland: JP\n";
    let site = Site::new().file("delegations/Japan.yaml", visit);
    let expected = [
        "delegations/Japan.yaml:1:1 E0107",
        "delegations/Japan.yaml:2:8 E0401",
        "delegations/Japan.yaml:4:1 E0207",
    ];
    assert_eq!(site.build().errors(), expected);
    let site = Site::new().file("events/x.yml", "title: X\nstart: morgen\npublished: 2019-01-01\n");
    assert_eq!(site.build().errors(), ["events/x.yml:1:1 E0106", "events/x.yml:2:8 E0401"]);
    // Of another kind of file nobody knows what it may say; a good one has its name alone.
    let site = Site::new().file("events/x.txt", "Notizen\n").event("Gut", "start: 2019-10-01");
    assert_eq!(site.build().errors(), ["events/Gut.yaml:1:1 E0107", "events/x.txt:1:1 E0106"]);
}

#[test]
fn a_name_of_numbers_alone_is_told_one_with_a_word() {
    let release = "---\ntitle: Messe\ndate: 2019-09-23\n---\nText\n";
    let output = Site::new().file("press/2019-09-23.md", release).build();
    assert_eq!(output.errors(), ["press/2019-09-23.md:1:1 E0107"]);
    let found = output.messages();
    assert!(found[0].ends_with("Zum Beispiel: `2019-09-23-name`"), "{found:?}");
    // It takes its place among the releases.
    let right = Site::new().file("press/2019-09-23-name.md", release).build();
    assert_eq!(right.errors(), [""; 0]);
}

#[test]
fn a_translation_under_a_wrong_name_is_told_its_right_one() {
    let page = "---\ntitle: Programm\n---\nText\n";
    let site = || Site::new().config_line("languages: [de, en]").file("pages/programm.md", page);
    for name in ["programm_en.md", "programm EN.md"] {
        let output = site().file(&format!("pages/{name}"), page).build();
        assert_eq!(output.errors(), [format!("pages/{name}:1:1 E0106")], "{name}");
        let right = "Bitte umbenennen in `content/pages/programm.en.md`.";
        assert!(output.messages().iter().any(|message| message.ends_with(right)), "{name}");
    }
    // This name can be one of its own: a warning.
    let output = site().file("pages/programm-en.md", page).build();
    assert!(output.warnings().contains(&"pages/programm-en.md:1:1 W0855".to_owned()));
    assert_eq!(output.errors(), Vec::<String>::new());
    // Without the original, and in a language that the site has not, it is only a name.
    let others = site().file("pages/wege-en.md", page).file("pages/programm-fr.md", page).build();
    assert!(!others.warnings().iter().any(|found| found.ends_with("W0855")));
}

/// The hint at a file of a site that has pages, a release and an event in two languages.
fn hint_at_name(path: &str) -> String {
    let release = "---\ntitle: Probe\ndate: 2019-09-23\n---\nText\n";
    let site = Site::new()
        .config_line("languages: [de, en]")
        .file("press/2019-09-23-probe.md", release)
        .file("pages/probe.md", "---\ntitle: Probe\n---\nText\n")
        .event("treffen", "start: 2019-10-01")
        .file(path, "title: X\n");
    let output = site.build();
    let found =
        output.0.diagnostics.iter().find(|found| {
            found.file.strip_prefix("content/") == Some(path) && found.start.line == 1
        });
    found.and_then(|found| found.problem.hint(MessageLanguage::English)).unwrap_or_default()
}

#[test]
fn the_right_name_is_offered_and_never_one_that_is_taken() {
    for (path, right) in [
        ("press/2019-09-23-probe.en.MD", "press/2019-09-23-probe.en.md"),
        ("press/2019-09-23-probe.en.markdown", "press/2019-09-23-probe.en.md"),
        ("press/2019-09-23-probe.md.en", "press/2019-09-23-probe.en.md"),
        ("pages/probe (en).md", "pages/probe.en.md"),
        ("pages/probe_englisch.md", "pages/probe.en.md"),
        ("press/20190924-messe.md", "press/2019-09-24-messe.md"),
        ("press/24-09-2019-messe.md", "press/2019-09-24-messe.md"),
        ("press/messe-2019-09-24.md", "press/2019-09-24-messe.md"),
        ("press/2019.09.24-messe.md", "press/2019-09-24-messe.md"),
        ("press/24.09.19 Messe.md", "press/2019-09-24-messe.md"),
        ("press/20190924-messe.en.md", "press/2019-09-24-messe.en.md"),
        ("events/besuch.yaml.txt", "events/besuch.yaml"),
        ("pages/wege.md.txt", "pages/wege.md"),
    ] {
        assert_eq!(hint_at_name(path), format!("Please rename it to `content/{right}`."), "{path}");
    }
    for (path, taken) in [
        ("events/treffen.yaml.txt", "events/treffen.yaml"),
        ("events/treffen.yml", "events/treffen.yaml"),
        ("pages/probe.md.txt", "pages/probe.md"),
        ("contacts.yml", "contacts.yaml"),
        ("site.yml", "site.yaml"),
    ] {
        let begins = format!("`content/{taken}` exists already:");
        assert!(hint_at_name(path).starts_with(&begins), "{path}: {}", hint_at_name(path));
    }
    assert_eq!(hint_at_name("press/2019-13-45-messe.md"), "For example: `2019-09-23-messe.md`");
}
