//! What is wrong in a text itself, and where: the parser counts characters, messages bytes.

use std::ops::Range;

use crate::problem::Problem;

/// Something wrong in the text itself.
#[derive(Debug)]
pub(super) struct Fault {
    pub range: Range<usize>,
    pub problem: Problem,
}

/// Byte offsets of the characters of a text: the parser counts characters.
pub(super) struct Offsets {
    bytes: Option<Vec<usize>>,
    len: usize,
}

impl Offsets {
    pub(super) fn of(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Offsets { bytes, len: text.len() }
    }

    pub(super) fn byte(&self, character: usize) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(character).copied().unwrap_or(self.len),
            None => character.min(self.len),
        }
    }
}
