//! Whole small sites with their whole output: `tests/golden/NAME/content` is built as
//! `options.txt` says and compared with `expected/`. Missing, different and left-over files fail.
//! `UPDATE=1 cargo test --test it golden` rewrites `expected/`; read the difference before you
//! commit it.
//!
//! Of a page only what stands inside `<main>` is compared, without blank lines: head and footer
//! are the same on every page and have tests of their own. So has `build.json`; static files of
//! the theme are no business of these sites.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bba::files::Body;
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build};
use bba::source::{Bytes, Sources};

use crate::harness::{Output, walk};

type Tree = BTreeMap<String, Vec<u8>>;

#[test]
fn a_programme_with_one_of_everything() {
    compare("programme");
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
    let output = built(&folder);
    let actual = compared(&output);
    let expected = folder.join("expected");
    if std::env::var_os("UPDATE").is_some() {
        rewrite(&expected, &actual);
    }
    let differences = differences(&tree(&expected), &actual);
    assert!(differences.is_empty(), "{name}:\n{}", differences.join("\n"));
}

/// Builds the site of a folder.
fn built(folder: &Path) -> Output {
    let mut files = tree(&folder.join("content"));
    files = files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    let theme = tree(Path::new("themes"));
    files.extend(theme.into_iter().map(|(path, bytes)| (format!("themes/{path}"), bytes)));
    let sources = Sources::from_memory(files.iter().map(|(path, bytes)| (&**path, &**bytes)));
    let output =
        Output::of(build(&sources, &options(&folder.join("options.txt")), &mut Cache::none()));
    assert_eq!(output.errors(), Vec::<String>::new());
    output
}

/// Options as lines: `now: 2019-09-01T09:00`.
fn options(file: &Path) -> Options {
    let mut options = Options::default();
    for line in fs::read_to_string(file).unwrap().lines() {
        let (key, value) = line.split_once(": ").unwrap();
        match key {
            "now" => options.now = Now::read(value).unwrap(),
            "base_url" => {
                options.base_url = Some(bba::read::config::base_url(value).unwrap());
            }
            "drafts" => options.drafts = value == "true",
            other => panic!("no option {other}"),
        }
    }
    options
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
fn compared(output: &Output) -> Tree {
    let theme = tree(Path::new("themes/bba/static"));
    let mut files = Tree::new();
    for (path, body) in &output.0.files {
        if path == "build.json" || theme.contains_key(path) {
            continue;
        }
        let bytes = match body {
            Body::Bytes(_) if path.ends_with(".html") => inside_main(output.text(path)),
            Body::Bytes(bytes) => bytes.to_vec(),
            Body::Copy(file) => match &file.bytes {
                Bytes::Held(bytes) => bytes.to_vec(),
                Bytes::OnDisk(file) => fs::read(file).unwrap(),
            },
        };
        files.insert(path.clone(), bytes);
    }
    files
}

fn inside_main(page: &str) -> Vec<u8> {
    // A stub is all head.
    let page = match page.split_once("<main id=\"inhalt\">") {
        Some((_, rest)) => rest.split_once("</main>").expect("a whole main").0,
        None => page,
    };
    let lines = page.lines().filter(|line| !line.trim().is_empty());
    lines.map(|line| format!("{line}\n")).collect::<String>().into_bytes()
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
