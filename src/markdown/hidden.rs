//! Characters that nobody sees, or that only a font of a word processor shows. In running text
//! some of them are meant: a soft hyphen, marks of direction beside Arabic or Hebrew letters.

use std::cell::LazyCell;
use std::ops::Range;

use super::Found;
use crate::composed::{characters, is_no_text};
use crate::problem::{ProseWarning, YamlProblem};

/// Bytes that the longest name of a character has, with what ends it.
const LONGEST_NAME: usize = 40;

/// Whether a character hides from readers in any text.
fn hides(character: char, has_other_direction: bool) -> bool {
    match character {
        '\u{202a}'..='\u{202e}' | '\u{fff9}'..='\u{fffc}' | '\u{feff}' => true,
        '\u{e000}'..='\u{f8ff}' | '\u{206a}'..='\u{206f}' => true,
        '\u{2066}'..='\u{2069}' => !has_other_direction,
        _ => false,
    }
}

/// Whether a character hides from readers in a title: that has one line, and appears in places that
/// show it as it is.
fn hides_in_title(character: char, has_other_direction: bool) -> bool {
    match character {
        '\u{ad}' | '\u{200b}' | '\u{2060}' => true,
        '\u{200e}' | '\u{200f}' => !has_other_direction,
        _ => hides(character, has_other_direction),
    }
}

/// Where a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// As Markdown, with lists.
    Markdown,
    /// As it is typed, in running text.
    Plain,
    /// As a title, in one line.
    Title,
}

/// Every such character in a text.
pub fn hidden(text: &str, kind: TextKind) -> Vec<Found> {
    let other = LazyCell::new(|| text.chars().any(is_right_to_left));
    let counts = |at: usize, character| match character {
        // The bullets of a list are found as such.
        '\u{e000}'..='\u{f8ff}' if kind == TextKind::Markdown && begins_line(text, at) => false,
        '\u{200b}' if kind != TextKind::Title => !divides(text, at),
        character if kind == TextKind::Title => hides_in_title(character, *other),
        character => hides(character, *other),
    };
    // All of them begin with one of these bytes.
    let may_begin = |byte: u8| (byte == 0xc2) | (byte == 0xe2) | (byte == 0xee) | (byte == 0xef);
    let found_at = characters(text, may_begin).filter(|(at, character)| counts(*at, *character));
    found_at.map(|(at, character)| found(at..at + character.len_utf8(), character)).collect()
}

/// Characters that an entity hides, `&#x1b;` or `&lrm;`: Markdown makes them of it. Nobody types one
/// of these by chance, and still nobody sees it.
pub(super) fn entities(raw: &str, start: usize, all: &mut Vec<Found>) {
    let other = LazyCell::new(|| raw.chars().any(is_right_to_left));
    for (at, _) in raw.match_indices('&') {
        let rest = raw.get(at + 1..).unwrap_or("");
        let Some(end) = rest.bytes().take(LONGEST_NAME).position(|byte| byte == b';') else {
            continue;
        };
        let name = rest.get(..end).unwrap_or("");
        let Some(character) = character_of(name) else { continue };
        let range = start + at..start + at + name.len() + 2;
        if is_no_text(character) {
            all.push((range, YamlProblem::InvisibleCharacter { character }.into()));
            continue;
        }
        let before = raw.get(..at).and_then(|text| text.chars().next_back());
        let behind = raw.get(at + name.len() + 2..).and_then(|text| text.chars().next());
        let is_hidden = match character {
            '\u{200b}' => ![before, behind].into_iter().flatten().any(may_break),
            '\u{ad}' => false,
            _ => hides_in_title(character, *other),
        };
        if is_hidden {
            all.push(found(range, character));
        }
    }
}

/// The character of an entity: by its number, or by a name of HTML 13.5 that nobody sees.
fn character_of(name: &str) -> Option<char> {
    const NAMES: [(&str, char); 8] = [
        ("lrm", '\u{200e}'),
        ("rlm", '\u{200f}'),
        ("ZeroWidthSpace", '\u{200b}'),
        ("NegativeThinSpace", '\u{200b}'),
        ("NegativeMediumSpace", '\u{200b}'),
        ("NegativeThickSpace", '\u{200b}'),
        ("NegativeVeryThinSpace", '\u{200b}'),
        ("NoBreak", '\u{2060}'),
    ];
    let Some(number) = name.strip_prefix('#') else {
        return NAMES.iter().find(|(known, _)| *known == name).map(|(_, character)| *character);
    };
    let value = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => number.parse(),
    };
    value.ok().and_then(char::from_u32)
}

fn is_right_to_left(character: char) -> bool {
    matches!(character, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}')
}

fn found(range: Range<usize>, character: char) -> Found {
    (range, ProseWarning::HiddenCharacter { character }.into())
}

/// Whether a line begins at a byte, blanks aside.
fn begins_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with('\n')
}

/// Whether a space without width says where a line may break: in an address, or between letters
/// of a script without spaces.
fn divides(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|text| text.chars().next_back());
    let behind = text.get(at + 3..).and_then(|text| text.chars().next());
    before.is_some_and(may_break) || behind.is_some_and(may_break)
}

/// Whether a line may break beside a character without a space.
fn may_break(character: char) -> bool {
    "/.-_:?&=#".contains(character)
        || super::meant::is_wide(character)
        || matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}
