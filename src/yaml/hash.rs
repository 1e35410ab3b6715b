//! Values that a ` #` cuts: behind a space it begins a comment (YAML 1.2.2, 6.6), and »Halle #4«
//! without quotation marks is »Halle«. A comment that somebody meant has a space behind its sign.

use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::fault::Offsets;
use crate::problem::{Problem, ProseWarning};

/// What is cut from the values of a text, with its bytes.
pub(super) fn cut(text: &str) -> Vec<(Range<usize>, Problem)> {
    let begins = |at: usize| {
        let behind = text.get(at + 1..).and_then(|rest| rest.chars().next());
        let before = text.get(..at).and_then(|rest| rest.chars().next_back());
        before.is_some_and(|c| matches!(c, ' ' | '\t'))
            && behind.is_some_and(|c| c.is_alphanumeric())
    };
    if !text.match_indices('#').any(|(at, _)| begins(at)) {
        return Vec::new();
    }
    let offsets = Offsets::of(text);
    let mut found = Vec::new();
    let mut parser = Parser::new_from_str(text);
    // A text that is no YAML is told so elsewhere; what was read of it counts here.
    let mut before = 0;
    while let Some(Ok((event, span))) = parser.next_event() {
        let (begin, value) = match event {
            Event::StreamEnd => break,
            // Nothing is left of the value: the comment begins behind the colon of its key.
            Event::Scalar(value, ScalarStyle::Plain, ..) if value.is_empty() => {
                let behind = text.get(before..).unwrap_or("").trim_start();
                if !behind.starts_with(':') {
                    continue;
                }
                let value = text.len() - behind.len() + 1;
                (value, value)
            }
            Event::Scalar(_, style, ..) => {
                before = offsets.byte(span.end.index());
                if style != ScalarStyle::Plain {
                    continue;
                }
                let end = text.get(..before).unwrap_or("").trim_end().len();
                (offsets.byte(span.start.index()), end)
            }
            _ => continue,
        };
        let behind = text.get(value..).unwrap_or("");
        let gap = behind.len() - behind.trim_start().len();
        let at = value + gap;
        let goes_on = !behind.get(..gap).unwrap_or("").contains('\n');
        // In a further line of the value only a number is no key that somebody took out.
        let is_number = text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit);
        if text.as_bytes().get(at) == Some(&b'#') && begins(at) && (goes_on || is_number) {
            let lost = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or("");
            let range = at..at + lost.len();
            let whole = text.get(begin..range.end).map(str::trim);
            let is_sayable = |whole: &&str| !whole.contains(['"', '\\', '\n', ']', '}']);
            let whole = whole.filter(is_sayable).map(str::to_owned);
            let lost = lost.trim_end().to_owned();
            found.push((range, ProseWarning::HashCutsValue { lost, whole }.into()));
        }
    }
    found
}
