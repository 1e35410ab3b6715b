//! Lines inside of a paragraph that were meant as items of a list: of a numbered one that does not
//! begin with 1, of one with letters, or of one that is set in too far.

use super::Found;
use crate::problem::WritingWarning;

/// How a line begins that may be an item.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    Bullet,
    /// A number, and the sign behind it.
    Number(u32, char),
    Letter(char, char),
}

impl Mark {
    /// The mark of a line, with its length.
    fn of(line: &str) -> Option<(Self, usize)> {
        let (word, rest) = line.split_once([' ', '\t'])?;
        let rest = rest.trim();
        if matches!(word, "-" | "*" | "+") {
            let is_sum = word == "+" && rest.starts_with(|c: char| c.is_ascii_digit());
            return (!is_sum && !rest.is_empty()).then_some((Mark::Bullet, word.len()));
        }
        let sign = word.chars().next_back().filter(|sign| matches!(sign, '.' | ')'))?;
        let inner = word.strip_suffix(sign)?;
        let mark = match inner.parse() {
            Ok(number) if inner.len() <= 3 => Mark::Number(number, sign),
            _ => {
                let letter = inner.parse().ok().filter(char::is_ascii_alphabetic)?;
                Mark::Letter(letter, sign)
            }
        };
        (!rest.is_empty()).then_some((mark, word.len()))
    }

    fn is_followed_by(self, next: Mark) -> bool {
        match (self, next) {
            (Mark::Number(this, sign), Mark::Number(next, other)) => {
                sign == other && this.checked_add(1) == Some(next)
            }
            (Mark::Letter(this, sign), Mark::Letter(next, other)) => {
                sign == other && u32::from(this) + 1 == u32::from(next)
            }
            _ => false,
        }
    }
}

/// The lines of the paragraphs of a text.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// Where the last line begins that is told, or that goes on from one that is.
    told: Option<usize>,
}

impl Items {
    /// A line of a paragraph goes on to another, each with the byte where it begins.
    pub(super) fn between(
        &mut self,
        (above_at, above): (usize, &str),
        (below_at, below): (usize, &str),
        found: &mut Vec<Found>,
    ) {
        let Some((next, length)) = Mark::of(below) else { return };
        let mark = Mark::of(above);
        let (at, line, length) = match mark {
            _ if next == Mark::Bullet => (below_at, below, length),
            Some((mark, length)) if mark.is_followed_by(next) => (above_at, above, length),
            _ => return,
        };
        if self.told != Some(above_at) {
            let mark = line.get(..length).unwrap_or("").to_owned();
            found.push((at..at + length, WritingWarning::ItemsInParagraph { mark }.into()));
        }
        self.told = Some(below_at);
    }
}
