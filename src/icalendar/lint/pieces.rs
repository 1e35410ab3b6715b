//! Finds entries in a file whose bytes were looked at before.

use memchr::memmem;

use super::lines::line_ends;
use super::{Known, LintedEntry};

/// A piece of a file. `first` is its first physical line, from 1.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'p> {
    /// Bytes that nobody has looked at.
    Unknown { bytes: &'p [u8], first: usize },
    /// An entry without its last line.
    Known { linted: &'p LintedEntry, first: usize },
}

/// Takes a file apart. An entry that is not to the letter the next known one stays unknown.
pub(super) fn pieces<'p>(bytes: &'p [u8], known: &[Known<'p>]) -> Vec<Piece<'p>> {
    let mut pieces = Vec::with_capacity(2 * known.len() + 1);
    let (mut from, mut first) = (0, 1);
    let mut search = 0;
    for entry in known {
        let body = entry.body();
        let rest = bytes.get(search..).unwrap_or_default();
        let Some(at) = memmem::find(rest, b"\nBEGIN:VEVENT\r\n").map(|at| search + at + 1) else {
            break;
        };
        if !bytes.get(at..).is_some_and(|rest| rest.starts_with(body)) {
            // The next known entry may stand further on; this place is looked at in full.
            search = at + 1;
            continue;
        }
        let before = bytes.get(from..at).unwrap_or_default();
        pieces.push(Piece::Unknown { bytes: before, first });
        first += line_ends(before);
        pieces.push(Piece::Known { linted: entry.linted, first });
        first += line_ends(body);
        from = at + body.len();
        search = from.saturating_sub(1);
    }
    pieces.push(Piece::Unknown { bytes: bytes.get(from..).unwrap_or_default(), first });
    pieces
}
