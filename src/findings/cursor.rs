//! Lines and columns of byte offsets.

use crate::place::LineColumn;

/// Goes through a text and counts lines and columns: a file with many findings is counted
/// once, and not once for each of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    offset: usize,
    place: LineColumn,
}

impl<'t> Cursor<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Cursor { text, offset: 0, place: LineColumn { line: 1, column: 1 } }
    }

    /// Goes on to a byte offset; one past the end counts as the end.
    pub(super) fn go_to(&mut self, offset: usize) -> LineColumn {
        let rest = self.text.get(self.offset..).unwrap_or("");
        let passed = rest.get(..offset.saturating_sub(self.offset)).unwrap_or(rest);
        match passed.rfind('\n') {
            Some(newline) => {
                self.place.line += passed.bytes().filter(|byte| *byte == b'\n').count();
                self.place.column = 1 + passed[newline + 1..].chars().count();
            }
            None => self.place.column += passed.chars().count(),
        }
        self.offset += passed.len();
        self.place
    }
}
