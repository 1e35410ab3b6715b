//! The order of the house: a room of `src` uses only rooms below it in the table of `lib.rs`, and
//! inside of a room no files use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order of the table in `lib.rs`, the uppermost first.
fn rooms() -> Vec<String> {
    let map = fs::read_to_string("src/lib.rs").unwrap();
    let rows = map.lines().filter_map(|line| line.strip_prefix("//! | [`"));
    rows.filter_map(|row| Some(row.split_once("`]")?.0.to_owned())).collect()
}

/// Every source file by the path of its module: `outputs::pages::event`.
fn modules() -> BTreeMap<String, String> {
    let mut modules = BTreeMap::new();
    let mut folders = vec![PathBuf::from("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                modules.insert(module_of(&path), without_comments(&path));
            }
        }
    }
    modules.remove("lib");
    modules.remove("main");
    modules
}

fn module_of(path: &Path) -> String {
    let path = path.strip_prefix("src").unwrap().with_extension("");
    let parts: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
    parts.join("::").trim_end_matches("::mod").to_owned()
}

fn without_comments(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The paths that follow `crate::` or `super::` in a text, each with all its leading words.
fn paths<'t>(text: &'t str, prefix: &str) -> Vec<Vec<&'t str>> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let starts = text.match_indices(prefix).filter(|(at, _)| !text[..*at].ends_with(is_word));
    starts
        .map(|(at, _)| {
            let rest = &text[at + prefix.len()..];
            let end = rest.find(|c: char| !is_word(c) && c != ':').unwrap_or(rest.len());
            rest[..end].split("::").filter(|word| !word.is_empty()).collect()
        })
        .collect()
}

/// The module that a path from the top leads to: its longest beginning that is one.
fn longest<'m>(modules: &'m BTreeMap<String, String>, path: &[&str]) -> Option<&'m String> {
    (1..=path.len()).rev().find_map(|end| {
        let name = path[..end].join("::");
        modules.get_key_value(&name).map(|(name, _)| name)
    })
}

/// The modules that a module uses, without those it stands in.
fn used<'m>(modules: &'m BTreeMap<String, String>, name: &str) -> BTreeSet<&'m str> {
    let text = &modules[name];
    assert!(!text.contains("use crate::{"), "{name}: one `use` a room, so that it can be counted");
    let above: Vec<&str> = name.split("::").collect();
    let mut used = BTreeSet::new();
    for path in paths(text, "crate::") {
        used.extend(longest(modules, &path).map(String::as_str));
    }
    // `super::super::x` is seen as `super::x` too; that is a sibling of another room or nothing.
    for path in paths(text, "super::") {
        let full = [&above[..above.len() - 1], &path].concat();
        used.extend(longest(modules, &full).map(String::as_str));
    }
    used.retain(|other| *other != name && !name.starts_with(&format!("{other}::")));
    used
}

#[test]
fn every_room_stands_in_the_map() {
    let rooms = rooms();
    let known: BTreeSet<&str> = rooms.iter().map(String::as_str).collect();
    assert_eq!(known.len(), rooms.len(), "a room stands there once");
    let modules = modules();
    let there: BTreeSet<&str> =
        modules.keys().map(|name| name.split("::").next().unwrap()).collect();
    assert_eq!(known, there);
}

#[test]
fn no_room_uses_one_above_it() {
    let rooms = rooms();
    let level = |module: &str| {
        let room = module.split("::").next().unwrap();
        rooms.iter().position(|known| known == room).unwrap()
    };
    let modules = modules();
    let mut arrows = 0;
    for name in modules.keys() {
        for other in used(&modules, name) {
            arrows += 1;
            assert!(level(name) <= level(other), "{name} uses {other}, which stands above it");
        }
    }
    assert!(arrows > 500, "only {arrows} uses were found: the test reads the sources wrongly");
}

/// What takes the date of an event from its record and the place from elsewhere pairs what does
/// not belong together.
#[test]
fn outputs_take_date_place_and_status_from_one_occurrence() {
    let own = [
        ".timetable",
        ".date_at(",
        ".date_in(",
        ".venue_of(",
        "event.venue",
        "event.online",
        "event.status",
    ];
    for (name, text) in modules().iter().filter(|(name, _)| name.starts_with("outputs")) {
        let found = own.iter().find(|own| text.contains(**own));
        assert_eq!(found, None, "{name}: ask for an `Occurrence`");
    }
}

#[test]
fn no_files_of_a_room_use_each_other_in_a_circle() {
    let modules = modules();
    let mut left: BTreeMap<&str, BTreeSet<&str>> =
        modules.keys().map(|name| (name.as_str(), used(&modules, name))).collect();
    // What uses nothing that is left stands in no circle; take it off until nothing is left.
    loop {
        let free: Vec<&str> = left
            .iter()
            .filter(|(_, used)| used.iter().all(|other| !left.contains_key(other)))
            .map(|(name, _)| *name)
            .collect();
        if free.is_empty() {
            break;
        }
        free.into_iter().for_each(|name| drop(left.remove(name)));
    }
    assert!(left.is_empty(), "circles among {:?}", left.keys());
}
