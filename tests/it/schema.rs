//! JSON Schemas for editor programs: valid in themselves, in step with what the program reads,
//! and never against a file that it takes.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use bba::language::Language;
use bba::memo::Memo;
use bba::problem::{Problem, YamlProblem};
use bba::read::{self, config};
use bba::schema::{self, Kind, OfSite, Subject};
use bba::source::Sources;
use bba::yaml::front_matter;
use clap::ValueEnum;
use serde_json::{Value, json};

use crate::harness::walk;

fn german() -> OfSite {
    OfSite { languages: vec![Language::new("de").unwrap()], ..OfSite::default() }
}

#[test]
fn every_schema_is_a_valid_json_schema() {
    for kind in Kind::value_variants().iter().copied() {
        let schema = schema::schema(kind, &german());
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{kind:?}");
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    }
}

/// A step from the top of a file to a place where keys can stand.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Key(String),
    Item,
}

/// Every place of a schema where keys can stand, with the keys.
fn places(schema: &Value, path: &[Step], found: &mut Vec<(Vec<Step>, BTreeSet<String>)>) {
    let below = |step: Step| [path, &[step]].concat();
    if let Some(properties) = schema["properties"].as_object() {
        assert_eq!(schema["additionalProperties"], false, "{path:?}");
        found.push((path.to_vec(), properties.keys().cloned().collect()));
        for (key, value) in properties {
            places(value, &below(Step::Key(key.clone())), found);
        }
    }
    for thing in schema["patternProperties"].as_object().into_iter().flat_map(|map| map.values()) {
        places(thing, &below(Step::Key("ein-schluessel".to_owned())), found);
    }
    if schema["items"].is_object() {
        places(&schema["items"], &below(Step::Item), found);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        places(choice, path, found);
    }
}

/// A file of a kind that says only this.
fn file_that_says(kind: Kind, value: &Value) -> (&'static str, String) {
    match kind {
        Kind::Site => ("site.yaml", value.to_string()),
        Kind::Event => ("events/x.yaml", value.to_string()),
        Kind::Delegation => ("delegations/x.yaml", value.to_string()),
        Kind::Press => ("press/2019-01-01-x.md", format!("---\n{value}\n---\n")),
        Kind::Page => ("pages/x.md", format!("---\n{value}\n---\n")),
        Kind::Organisations => ("organisations.yaml", value.to_string()),
        Kind::Contacts => ("contacts.yaml", value.to_string()),
        Kind::Venues => ("venues.yaml", value.to_string()),
        Kind::Sectors => ("sectors.yaml", value.to_string()),
        Kind::Accessibility => ("accessibility.yaml", value.to_string()),
    }
}

/// What the program finds in a file that says only this.
fn found_in(kind: Kind, path: &[Step], value: Value) -> Vec<Problem> {
    let value = path.iter().rev().fold(value, |inner, step| match step {
        Step::Key(key) => json!({ key: inner }),
        Step::Item => json!([inner]),
    });
    let (path, text) = file_that_says(kind, &value);
    let sources = Sources::from_memory([(&*format!("content/{path}"), text.as_bytes())]);
    let found = read::parse(&sources, &Memo::none()).diagnostics;
    found.into_iter().map(|found| found.problem).collect()
}

/// What the program answers to an unknown key: the keys it knows there.
fn known_keys(kind: Kind, path: &[Step]) -> BTreeSet<String> {
    let found = found_in(kind, path, json!({ "gibt-es-nicht": "x" }));
    let known = found.into_iter().find_map(|problem| match problem {
        Problem::Yaml(YamlProblem::UnknownKey { key, known, .. }) if key == "gibt-es-nicht" => {
            Some(known)
        }
        _ => None,
    });
    let known = known.unwrap_or_else(|| panic!("no keys at all of {kind:?} at {path:?}"));
    known.split(", ").map(str::to_owned).collect()
}

#[test]
fn schemas_and_the_program_know_the_same_keys() {
    for kind in Kind::value_variants().iter().copied() {
        let mut found = Vec::new();
        places(&schema::schema(kind, &german()), &[], &mut found);
        assert!(!found.is_empty(), "{kind:?}");
        for (path, keys) in found {
            let known = known_keys(kind, &path);
            assert_eq!(keys, known, "schema (left) and program (right) of {kind:?} at {path:?}");
        }
    }
}

/// Who reads a key complains of a space; a key that only stands in a table does not.
#[test]
fn every_key_of_the_tables_is_read() {
    for kind in Kind::value_variants().iter().copied() {
        let mut found = Vec::new();
        places(&schema::schema(kind, &german()), &[], &mut found);
        for (path, keys) in found {
            // In an original nobody asks of which original it is a translation.
            for key in keys.into_iter().filter(|key| (kind, &**key) != (Kind::Press, "translates"))
            {
                let found = |value: Value| found_in(kind, &path, json!({ key.as_str(): value }));
                let found = [json!(" "), json!([" "]), json!({ "a": " " })].map(found).concat();
                // What has keys of its own is read when those are.
                let is_read =
                    found.contains(&YamlProblem::EmptyText.into()) || is_group(kind, &path, &key);
                assert!(is_read, "{kind:?} at {path:?}: {key}");
            }
        }
    }
}

/// Whether further keys stand below a key.
fn is_group(kind: Kind, path: &[Step], key: &str) -> bool {
    let mut found = Vec::new();
    places(&schema::schema(kind, &german()), &[], &mut found);
    let below = |other: &[Step]| {
        let step = other.get(path.len());
        other.starts_with(path) && matches!(step, Some(Step::Key(name)) if name == key)
    };
    found.iter().any(|(other, _)| below(other))
}

/// The kind of a content file, by its path below `content/`.
fn kind_of(path: &str) -> Option<Kind> {
    Some(match path.split_once('/') {
        None => match path {
            "site.yaml" => Kind::Site,
            "organisations.yaml" => Kind::Organisations,
            "contacts.yaml" => Kind::Contacts,
            "venues.yaml" => Kind::Venues,
            "sectors.yaml" => Kind::Sectors,
            _ => return None,
        },
        Some(("events", _)) => Kind::Event,
        Some(("delegations", _)) => Kind::Delegation,
        Some(("press", _)) => Kind::Press,
        Some(("pages", _)) => Kind::Page,
        Some(_) => return None,
    })
}

/// What is wrong with a file, as an editor program would say.
pub fn objections(kind: Kind, site: &OfSite, text: &str, translation: bool) -> Vec<String> {
    let yaml = if text.starts_with("---\n") { &text[front_matter::range(text)] } else { text };
    let value: Value = serde_yaml::from_str(yaml).unwrap();
    let mut schema = schema::schema(kind, site);
    if translation {
        // What is the same in every language stands in the original.
        schema.as_object_mut().unwrap().remove("required");
    }
    let validator = jsonschema::draft7::new(&schema).unwrap();
    validator
        .iter_errors(&value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

/// The real programme, and whole sites that use every key.
#[test]
fn no_file_that_the_program_takes_is_called_wrong() {
    let mut count = 0;
    let golden = ["programme", "changes", "smallest"].map(|name| format!("tests/golden/{name}"));
    for root in [".", "tests/browser"].into_iter().chain(golden.iter().map(String::as_str)) {
        let sources = Sources::read(Path::new(root)).unwrap();
        let site = OfSite::from(&config::read(&sources, &mut Vec::new()).0);
        for (path, text) in sources.texts("content/") {
            let inner = path.strip_prefix("content/").unwrap();
            let Some(kind) = kind_of(inner).filter(|_| !text.trim().is_empty()) else { continue };
            let translation = inner.ends_with(".md") && inner.matches('.').count() > 1;
            let objections = objections(kind, &site, text, translation);
            assert!(objections.is_empty(), "{root}/{path}: {objections:#?}");
            count += 1;
        }
    }
    assert!(count > 40, "{count} files");
}

#[test]
fn common_mistakes_are_underlined() {
    let mistakes = [
        (Kind::Event, "title: A\nstart: 24.09.2019\npublished: 2019-01-01\n"),
        (Kind::Event, "title: A\nstart: 2019-09-24 15:00\npublished: 2019-01-01\n"),
        (Kind::Event, "title: A\nstrat: 2019-09-24\npublished: 2019-01-01\n"),
        (Kind::Event, "title: A\npublished: 2019-01-01\n"),
        (Kind::Event, "title: A\nstart: 2019-09-24\n"),
        (Kind::Event, "title: A\nstart: 2019-09-24\npublished: 2019-01-01\nkind: party\n"),
        (Kind::Event, "title: {en: A}\nstart: 2019-09-24\npublished: 2019-01-01\n"),
        (Kind::Event, "title: A\nstart: 2019-09-24\npublished: 2019-01-01\ncountries: [mx]\n"),
        (Kind::Event, "title: A\nstart: 2019-09-24\npublished: 2019-01-01\nvenue: Der Saal\n"),
        (Kind::Delegation, "title: A\ncountries: [PL]\nstart: 2019-Q5\npublished: 2019-01-01\n"),
        (Kind::Contacts, "anmeldung: {name: A, email: a.example.org}\n"),
        (Kind::Contacts, "Anmeldung: {name: A}\n"),
        (Kind::Organisations, "wfs: {short: WFS}\n"),
        (Kind::Page, "---\ntitle: A\ntype: impressum\n---\n"),
    ];
    for (kind, text) in mistakes {
        assert!(!objections(kind, &german(), text, false).is_empty(), "{kind:?}: {text}");
    }
}

/// `bba schema --write` brings them up to date.
#[test]
fn the_schemas_of_this_repository_are_current() {
    let sources = Sources::read(Path::new(".")).unwrap();
    let site = OfSite::from(&config::read(&sources, &mut Vec::new()).0);
    for kind in Kind::value_variants().iter().copied() {
        let file = format!("{}/{}.json", schema::FOLDER, kind.word());
        let held = fs::read_to_string(&file).unwrap_or_default();
        let current = held == schema::text(Subject::Content(kind), &site);
        assert!(current, "{file} is out of date: `cargo run -- schema --write`");
    }
    assert_eq!(
        walk(Path::new(schema::FOLDER)).len(),
        Kind::value_variants().len(),
        "nothing else lies there"
    );
}
