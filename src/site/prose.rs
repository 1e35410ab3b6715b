//! Where the texts of the content have a name: the same person or company may stand in a list
//! that is known to the program, and in sentences that only people can change.

use std::collections::HashMap;
use std::ops::Range;

use crate::composed::Composed;
use crate::place::SourcePath;
use crate::source::Sources;

/// Letters that a name may have more at its end: Müllers, Kowalskiego.
const MAX_ENDING: usize = 3;

/// Letters of a name by which it is looked for.
const BEGINNING: usize = 3;

/// A place at which a name stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'s> {
    /// The file.
    pub file: SourcePath,
    /// The bytes of the name.
    pub range: Range<usize>,
    /// Its line in the file, from 1.
    pub line: usize,
    /// The line, without its indentation.
    pub text: &'s str,
}

/// Every place in the texts of the content that has one of some names, with the number of the
/// name, in the order of files. Who takes part stands under `organisation`: that is no text.
pub(super) fn passages<'s>(names: &[&str], sources: &'s Sources) -> Vec<(usize, Passage<'s>)> {
    let mut by_beginning: HashMap<String, Vec<(usize, Vec<char>)>> = HashMap::new();
    for (number, name) in names.iter().enumerate() {
        let letters: Vec<char> = folded(name.trim()).collect();
        if !letters.is_empty() {
            by_beginning.entry(beginning(name.trim())).or_default().push((number, letters));
        }
    }
    let mut found = Vec::new();
    for (file, written) in sources.texts("content/") {
        let composed = Composed::of(written);
        let text = &*composed.text;
        let mut before = ' ';
        for (at, letter) in text.char_indices() {
            let begins = letter.is_alphanumeric() && !before.is_alphanumeric();
            before = letter;
            let Some(rest) = text.get(at..).filter(|_| begins) else { continue };
            for (number, name) in by_beginning.get(&beginning(rest)).into_iter().flatten() {
                let Some(length) = length_of(name, rest) else { continue };
                if is_entry(text.get(..at).unwrap_or_default()) {
                    continue;
                }
                let range = composed.typed(&(at..at + length));
                let Some(passage) = passage(file, written, range) else { continue };
                found.push((*number, passage));
            }
        }
    }
    found
}

fn passage<'s>(file: &SourcePath, text: &'s str, range: Range<usize>) -> Option<Passage<'s>> {
    let before = text.get(..range.start)?;
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let whole = text.get(start..)?.lines().next()?;
    // A comment is not shown; within a text of YAML every line is indented.
    let is_comment = whole.starts_with('#') && file.ends_with(".yaml");
    (!is_comment).then(|| Passage { file: file.clone(), range, line, text: whole.trim() })
}

/// The same for all ways to write it: small letters, and one space where there are any.
fn folded(text: &str) -> impl Iterator<Item = char> {
    let mut in_space = false;
    text.chars()
        .filter_map(move |letter| {
            let is_again = letter.is_whitespace() && in_space;
            in_space = letter.is_whitespace();
            (!is_again).then_some(if in_space { ' ' } else { letter })
        })
        .flat_map(char::to_lowercase)
}

fn beginning(text: &str) -> String {
    text.chars().take(BEGINNING).flat_map(char::to_lowercase).take(BEGINNING).collect()
}

/// The bytes of a name at the beginning of a text, if it stands there as a word of its own.
fn length_of(name: &[char], text: &str) -> Option<usize> {
    let mut wanted = name.iter().peekable();
    let mut in_space = false;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let is_space = letter.is_whitespace();
        if !(is_space && in_space) {
            if wanted.peek().is_none() {
                break;
            }
            let letters = if is_space { ' '.to_lowercase() } else { letter.to_lowercase() };
            for letter in letters {
                wanted.next().filter(|wanted| **wanted == letter)?;
            }
        }
        in_space = is_space;
        end = at + letter.len_utf8();
    }
    let rest = text.get(end..)?;
    let ending = rest.chars().take_while(|letter| letter.is_alphanumeric());
    let is_ending = |letters: &Vec<char>| {
        letters.len() <= MAX_ENDING && letters.iter().all(|letter| letter.is_lowercase())
    };
    let ending: Vec<char> = ending.take(MAX_ENDING + 1).collect();
    (wanted.next().is_none() && is_ending(&ending)).then_some(end)
}

/// Whether what stands before a name says that it is an entry of its own.
fn is_entry(before: &str) -> bool {
    before.trim_end_matches(['"', '\'', ' ', '\t']).ends_with("organisation:")
}
