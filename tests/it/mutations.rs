//! Content with random damage: whatever an editor or a broken disk does to a file, there is a
//! result. `PROPTEST_CASES=20000` tries more.

use std::path::Path;

use bba::pipeline::Cache;
use bba::pipeline::{Options, build};
use bba::problem::Severity;
use bba::source::Sources;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::harness::walk;

/// YAML that real content does not have: everything the language can do.
const YAML: &[&str] = &[
    "title: &t Treffen\nsummary: *t\nstart: 2019-09-24T15:00\npublished: 2019-01-01\n",
    "? title\n: Treffen\n? [a, b]\n: {c: d}\n",
    "--- # a\ntitle: !!str \"Tref\\\n  fen\\u00e4\"\n...\n",
    "title: >-\n  Ein\n\n  Text\n   mit Einzug\nsummary: |+2\n    a\n\n",
    "%YAML 1.2\n---\n{title: 'it''s', start: 2019-09-24, aliases: [/a/, /b/], \"k\": ~}\n",
    "<<: {title: a}\nupdates:\n- at: 2019-10-27T02:30+01:00\n  kind: change\n-\n- {}\n",
    "title: {de: a, en: b}\ncountries: MX\nvenue: {name: a, geo: {lat: 1e3, lon: -0}}\n",
];

/// Pieces that mean something somewhere.
const PIECES: &[&str] = &[
    "\n",
    "\r\n",
    "\t",
    "  ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "|",
    ">",
    "#",
    "&a ",
    "*a",
    "!",
    "%",
    "@",
    "`",
    "---\n",
    "...\n",
    "? ",
    ", ",
    "\\",
    "<b>",
    "<!--",
    "](",
    "![",
    "??",
    "~",
    "ä",
    "\u{feff}",
    "\u{0}",
    "\u{2028}",
    "2019-02-30",
    "2019-10-27T02:30",
    "9999-12-31",
    "-9999-01-01T00:00",
    "9999-12-31T23:59-12:00",
    "0000-01-01",
    "title: ",
    "start: ",
    "de",
    "zz",
];

#[derive(Debug, Clone)]
enum Damage {
    Delete(Index, usize),
    Insert(Index, Vec<u8>),
    Piece(Index, Index),
    Replace(Index, u8),
    DeleteLine(Index),
    DuplicateLine(Index, Index),
    Cut(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), 1_usize..20).prop_map(|(at, length)| Damage::Delete(at, length)),
        1 => (at(), prop::collection::vec(any::<u8>(), 1..6)).prop_map(|(at, b)| Damage::Insert(at, b)),
        4 => (at(), at()).prop_map(|(at, piece)| Damage::Piece(at, piece)),
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        1 => at().prop_map(Damage::DeleteLine),
        2 => (at(), at()).prop_map(|(line, to)| Damage::DuplicateLine(line, to)),
        1 => at().prop_map(Damage::Cut),
    ]
}

impl Damage {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |at: &Index, bytes: &Vec<u8>| at.index(bytes.len() + 1);
        match self {
            Damage::Delete(at, length) => {
                let start = place(at, bytes);
                bytes.drain(start..(start + length).min(bytes.len()));
            }
            Damage::Insert(at, new) => {
                let at = place(at, bytes);
                bytes.splice(at..at, new.iter().copied());
            }
            Damage::Piece(at, piece) => {
                let at = place(at, bytes);
                bytes.splice(at..at, piece.get(PIECES).bytes());
            }
            Damage::Replace(at, byte) => {
                let at = place(at, bytes);
                bytes.iter_mut().skip(at).take(1).for_each(|old| *old = *byte);
            }
            Damage::DeleteLine(line) => lines(bytes, |lines| {
                lines.remove(line.index(lines.len()));
            }),
            Damage::DuplicateLine(line, to) => lines(bytes, |lines| {
                let copy = lines[line.index(lines.len())].clone();
                lines.insert(to.index(lines.len()), copy);
            }),
            Damage::Cut(at) => bytes.truncate(place(at, bytes)),
        }
    }
}

fn lines(bytes: &mut Vec<u8>, change: impl FnOnce(&mut Vec<Vec<u8>>)) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(Vec::from).collect();
    if !lines.is_empty() {
        change(&mut lines);
        *bytes = lines.concat();
    }
}

/// The real content, and YAML of all sorts in the place of an event.
fn files() -> Vec<(String, Vec<u8>)> {
    let theme = walk(Path::new("themes/bba-sachsen"));
    let content = walk(Path::new("content")).into_iter().chain(theme);
    let content = content.map(|file| (file.to_str().unwrap().to_owned(), fs_read(&file)));
    let yaml = YAML.iter().enumerate().map(|(number, text)| {
        (format!("content/events/yaml-{number}.yaml"), text.as_bytes().to_vec())
    });
    content.chain(yaml).filter(|(path, _)| !path.contains("/media/")).collect()
}

fn fs_read(file: &Path) -> Vec<u8> {
    std::fs::read(file).unwrap()
}

/// Every finding points into its file and has words.
fn look_at(sources: &Sources) {
    let built = build(sources, &Options::default(), &mut Cache::none());
    for found in &built.diagnostics {
        let text = sources.shown(&found.file);
        assert!(found.range.start <= found.range.end, "{found:?}");
        assert!(text.get(found.range.clone()).is_some(), "{found:?}");
        assert!(found.start <= found.end && found.start.line >= 1, "{found:?}");
    }
    let report = bba::report::Report {
        diagnostics: &built.diagnostics,
        sources,
        language: bba::problem::MessageLanguage::German,
        below: "",
        colour: false,
    };
    assert_eq!(bba::report::human(&report).is_empty(), built.diagnostics.is_empty());
    let errors = built.diagnostics.iter().filter(|f| f.problem.severity() == Severity::Error);
    assert_eq!(errors.count() > 0, built.has_errors());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..config() })]

    #[test]
    fn damaged_content_never_stops_the_program(
        which in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let mut files = files();
        let which = which.index(files.len());
        for damage in &damages {
            damage.apply(&mut files[which].1);
        }
        look_at(&Sources::from_memory(files.iter().map(|(path, bytes)| (&**path, &**bytes))));
    }
}

/// Few cases, unless the surroundings ask for more: each is a whole site.
fn config() -> ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => ProptestConfig::default(),
        None => ProptestConfig::with_cases(48),
    }
}
