//! Characters that nobody sees and that come along when text is copied from a word processor
//! or a web page: line breaks that are none, and spaces that are none.

use std::ops::Range;

use crate::composed::{characters, is_no_text};
use crate::problem::{Problem, YamlProblem};

/// Whether a character is a quotation mark as word processors set it.
pub fn is_curly_quote(character: char) -> bool {
    "„“”‟«»‚‘’‛‹›".contains(character)
}

/// A problem and the bytes that it is about.
type Found = (Range<usize>, Problem);

/// Whether a character ends a line in a word processor and nowhere else, or controls a device
/// that no longer exists. YAML 1.1 and 1.2 disagree about the first, and refuse the second.
pub fn breaks_lines(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}') || is_no_text(character)
}

/// Whether a character ends a line in some program: the others that [break lines](breaks_lines)
/// show nothing.
pub fn ends_line(character: char) -> bool {
    matches!(character, '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character looks like a space or like nothing, and is no space to a program.
pub fn looks_like_space(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
        || character.is_whitespace() && !character.is_ascii() && !breaks_lines(character)
}

/// Every character of a text that [breaks lines](breaks_lines), with the byte where it begins.
pub fn breaks(text: &str) -> impl Iterator<Item = (usize, char)> {
    let may_begin = |byte: u8| {
        (byte < b' ') & (byte != b'\n') & (byte != b'\r') & (byte != b'\t')
            | (byte == 0x7f)
            | (byte == 0xc2)
            | (byte == 0xe2)
            | (byte >= 0xef)
    };
    characters(text, may_begin).filter(|(_, character)| breaks_lines(*character))
}

/// The same as problems.
pub fn line_breaks(text: &str) -> Vec<Found> {
    breaks(text).map(|(at, character)| found(at, character)).collect()
}

/// The text with spaces in the place of what was found, byte for byte: all places stay right.
pub(super) fn blanked(text: &str, found: &[Found]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut from = 0;
    for (range, _) in found {
        blanked.push_str(text.get(from..range.start).unwrap_or(""));
        blanked.extend(std::iter::repeat_n(' ', range.len()));
        from = range.end;
    }
    blanked.push_str(text.get(from..).unwrap_or(""));
    blanked
}

/// Characters that [look like a space](looks_like_space) where the structure of a YAML text
/// shows: in the indent of a key, in a key, and behind its colon or a dash.
pub(super) fn in_structure(text: &str) -> Vec<Found> {
    let mut all = Vec::new();
    let mut block: Option<Block> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        match block.as_mut().map(|block| block.place_of(line, indent)) {
            Some(Line::Text) => {}
            Some(Line::SetInBy(character)) => all.push(found(start + indent, character)),
            Some(Line::Behind) | None => {
                block = opens_block(line).then_some(Block { outer: indent, inner: None });
                all.extend(in_line(line).map(|(at, character)| found(start + at, character)));
            }
        }
        start += line.len();
    }
    all
}

/// Whether the lines below a line are a text: it ends with `|` or `>`.
fn opens_block(line: &str) -> bool {
    let line = line.trim_end();
    line.strip_suffix(['-', '+']).unwrap_or(line).ends_with(['|', '>'])
}

/// A text behind `|` or `>`: its lines are text, whatever they look like.
struct Block {
    /// By how many spaces its key is set in.
    outer: usize,
    /// By how many its first line is.
    inner: Option<usize>,
}

/// What a line is to the text that it follows.
enum Line {
    Text,
    /// It would be part of the text if this character were a space.
    SetInBy(char),
    Behind,
}

impl Block {
    fn place_of(&mut self, line: &str, indent: usize) -> Line {
        let least = self.inner.unwrap_or(self.outer + 1);
        if line.trim_ascii().is_empty() {
            return Line::Text;
        }
        if indent >= least {
            self.inner = self.inner.or(Some(indent));
            return Line::Text;
        }
        let sign = line.get(indent..).and_then(|rest| rest.chars().next());
        sign.filter(|sign| looks_like_space(*sign)).map_or(Line::Behind, Line::SetInBy)
    }
}

/// The first such character of a line, up to the value of its key.
fn in_line(line: &str) -> Option<(usize, char)> {
    let (at, character) = line.char_indices().find(|(_, c)| looks_like_space(*c))?;
    let before = line.get(..at)?;
    let behind = line.get(at + character.len_utf8()..)?;
    let is_key = |text: &str| {
        let key = text.trim_start_matches(|c: char| c.is_whitespace() || looks_like_space(c));
        key.split_once(':').is_some_and(|(key, _)| {
            key.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c) || looks_like_space(c))
        })
    };
    let in_indent =
        before.trim().is_empty() && (is_key(behind) || behind.trim_start().starts_with('-'));
    let in_key = !before.contains(':') && is_key(line);
    let behind_mark = before.ends_with(':') || before.trim_start() == "-";
    (in_indent || in_key || behind_mark).then_some((at, character))
}

fn found(at: usize, character: char) -> Found {
    (at..at + character.len_utf8(), YamlProblem::InvisibleCharacter { character }.into())
}
