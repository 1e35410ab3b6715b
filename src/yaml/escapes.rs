//! Paths of Windows in double quotation marks, `"C:\neu"`: YAML reads a backslash and some letters
//! as one character (YAML 1.2.2, 5.7), and nobody sees why a letter is missing. Escapes that there
//! are not, and those that no text may have, are told elsewhere.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::fault::Offsets;
use crate::problem::{Problem, WritingWarning};

/// The beginnings of such paths, with their bytes.
pub(super) fn in_paths(text: &str) -> Vec<(Range<usize>, Problem)> {
    if !text.contains(":\\") {
        return Vec::new();
    }
    let offsets = Offsets::of(text);
    let mut found = Vec::new();
    let mut parser = Parser::new_from_str(text);
    while let Some(Ok((event, span))) = parser.next_event() {
        match event {
            Event::StreamEnd => break,
            Event::Scalar(_, ScalarStyle::DoubleQuoted, ..) => {
                let range = offsets.byte(span.start.index())..offsets.byte(span.end.index());
                found.extend(path(text, range));
            }
            _ => {}
        }
    }
    found
}

/// The first letter of a drive in a scalar with an escape behind it.
fn path(text: &str, scalar: Range<usize>) -> Option<(Range<usize>, Problem)> {
    let typed = text.get(scalar.clone())?;
    typed.match_indices(":\\").find_map(|(colon, sign)| {
        let before = typed.get(..colon)?;
        let drive = before.chars().next_back().filter(char::is_ascii_alphabetic)?;
        let start = colon - drive.len_utf8();
        let is_apart = !typed.get(..start)?.ends_with(char::is_alphanumeric);
        let behind = typed.get(colon + sign.len()..)?;
        let escape = behind.chars().next().filter(|escape| "ntr_".contains(*escape))?;
        let length = behind.find(|c: char| c.is_whitespace() || c == '"').unwrap_or(behind.len());
        let end = colon + sign.len() + length;
        let path = typed.get(start..end)?.to_owned();
        let range = scalar.start + start..scalar.start + end;
        is_apart.then(|| (range, WritingWarning::EscapeInPath { path, escape }.into()))
    })
}
