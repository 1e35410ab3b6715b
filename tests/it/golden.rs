//! Whole small sites with their whole output: `tests/golden/NAME/content` is built as
//! `options.txt` says and compared with `expected/`. Missing, different and left-over files fail.
//! `UPDATE=1 cargo test --test it golden` rewrites `expected/`; read the difference before you
//! commit it.
//!
//! One page of each site is compared as it is published. Of the others only what stands inside
//! `<main>`, without blank lines: head and footer are the same on every page. No-break spaces are
//! kept everywhere; `expected … but is …` shows them as `\u{a0}`. A file that is too long to be
//! read is left out by `options.txt`, and has tests of its own; so has `build.json`. Static files
//! of the theme are no business of these sites and named without their hashes, nor are the outlines of maps and drawn pictures.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bba::built_in;
use bba::files::Body;
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build};
use bba::source::{Bytes, Sources};

use crate::assets::asset;
use crate::harness::{Output, walk};

type Tree = BTreeMap<String, Vec<u8>>;

/// Nobody reads a longer file.
const MAX_BYTES: usize = 20_000;

#[test]
fn a_programme_with_one_of_everything() {
    compare("programme");
}

#[test]
fn events_that_are_called_off_or_moved_or_whose_day_follows() {
    compare("changes");
}

#[test]
fn the_smallest_site_below_a_path_in_words_of_its_own() {
    compare("smallest");
}

#[test]
fn a_preview_of_a_draft_and_an_embargoed_release() {
    compare("preview");
}

fn compare(name: &str) {
    let folder = Path::new("tests/golden").join(name);
    let setup = Setup::read(&folder.join("options.txt"));
    let output = built(&folder, &setup.options);
    let actual = compared(&output, &setup);
    let expected = folder.join("expected");
    if std::env::var_os("UPDATE").is_some() {
        rewrite(&expected, &actual);
    }
    let differences = differences(&tree(&expected), &actual);
    assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
    for (path, bytes) in &actual {
        assert!(bytes.len() <= MAX_BYTES, "{name}/{path} has {} bytes", bytes.len());
    }
}

/// Builds the site of a folder.
fn built(folder: &Path, options: &Options) -> Output {
    let files = tree(&folder.join("content"));
    let files: Vec<_> =
        files.iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (&**path, &***bytes)));
    let output = Output::of(build(&sources, options, &mut Cache::none()));
    assert_eq!(output.errors(), Vec::<String>::new());
    output.assert_calendars_are_right();
    output
}

/// How a site is built, and what of it is compared.
#[derive(Default)]
struct Setup {
    options: Options,
    /// The page that is compared from its first byte to its last.
    whole: String,
    /// Files that are not compared.
    left_out: Vec<String>,
}

impl Setup {
    /// Reads lines: `now: 2019-09-01T09:00`.
    fn read(file: &Path) -> Setup {
        let mut setup = Setup::default();
        let options = &mut setup.options;
        for line in fs::read_to_string(file).unwrap().lines() {
            let (key, value) = line.split_once(": ").unwrap();
            match key {
                "now" => options.now = Now::read(value).unwrap(),
                "base_url" => {
                    options.base_url = Some(bba::read::config::base_url(value).unwrap());
                }
                "drafts" => options.drafts = value == "true",
                "whole" => setup.whole = value.to_owned(),
                "leave_out" => setup.left_out.push(value.to_owned()),
                other => panic!("no option {other}"),
            }
        }
        setup
    }
}

/// The files below a folder by their paths; none when there is no folder.
fn tree(folder: &Path) -> Tree {
    let files = if folder.is_dir() { walk(folder) } else { Vec::new() };
    let path = |file: &PathBuf| {
        let parts = file.strip_prefix(folder).unwrap().iter();
        parts.map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("/")
    };
    files.iter().map(|file| (path(file), fs::read(file).unwrap())).collect()
}

/// The files of a build as they are compared.
fn compared(output: &Output, setup: &Setup) -> Tree {
    for path in setup.left_out.iter().chain([&setup.whole]) {
        assert!(output.has(path), "there is no {path}");
    }
    let assets = ["style.css", "search.js"].map(|file| (file, asset(output, file)));
    let statics = built_in::THEME.iter().filter_map(|(name, _)| name.strip_prefix("static/"));
    let mut left_out: Vec<&str> = statics.chain(["build.json"]).collect();
    left_out.extend(assets.iter().map(|(_, path)| path.as_str()));
    left_out.extend(setup.left_out.iter().map(String::as_str));
    // A style that changes would change every page.
    let named = |page: String| {
        let name = |page: String, (file, path): &(&str, String)| {
            page.replace(path, &format!("assets/{file}"))
        };
        assets.iter().fold(page, name)
    };
    let files = output.0.files.iter().filter(|(path, _)| !left_out.contains(&path.as_str()));
    let compared = files.filter_map(|(path, body)| {
        let bytes = match body {
            Body::Drawn(_) => return None,
            Body::Away(_) => panic!("{path} is not in memory"),
            Body::Bytes(_) if path.ends_with(".html") && *path != setup.whole => {
                named(inside_main(output.typeset(path))).into_bytes()
            }
            Body::Bytes(_) if *path == setup.whole => {
                named(output.typeset(path).to_owned()).into_bytes()
            }
            Body::Bytes(bytes) => bytes.to_vec(),
            Body::Copy(file) => match &file.bytes {
                Bytes::Held(bytes) => bytes.to_vec(),
                Bytes::OnDisk(file) => fs::read(file).unwrap(),
            },
        };
        Some((path.clone(), bytes))
    });
    compared.collect()
}

fn inside_main(page: &str) -> String {
    // A stub is all head.
    let page = match page.split_once("<main id=\"inhalt\">") {
        Some((_, rest)) => rest.split_once("</main>").expect("a whole main").0,
        None => page,
    };
    let lines = page.lines().filter(|line| !line.trim().is_empty()).map(without_outlines);
    lines.map(|line| format!("{line}\n")).collect()
}

/// The outlines of a map are made by hand, and nobody reads them.
fn without_outlines(line: &str) -> String {
    let mut parts = line.split(" d=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| match part.split_once('"') {
        Some((outline, rest)) if outline.len() > 40 => format!("{text} d=\"…\"{rest}"),
        _ => format!("{text} d=\"{part}"),
    })
}

fn rewrite(folder: &Path, files: &Tree) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
}

fn differences(expected: &Tree, actual: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in expected {
        match actual.get(path) {
            None => found.push(format!("{path} is missing")),
            Some(other) if other != bytes => found.push(first_difference(path, bytes, other)),
            Some(_) => {}
        }
    }
    let more = actual.keys().filter(|path| !expected.contains_key(*path));
    found.extend(more.map(|path| format!("{path} is not expected")));
    found
}

fn first_difference(path: &str, expected: &[u8], actual: &[u8]) -> String {
    let (expected, actual) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(actual));
    let mut pairs = expected.split('\n').zip(actual.split('\n')).enumerate();
    match pairs.find(|(_, (a, b))| a != b) {
        Some((line, (a, b))) => {
            format!("{path}:{}\n  expected {a:?}\n  but is   {b:?}", line + 1)
        }
        None => format!("{path} is shorter or longer than expected"),
    }
}
