//! What is shown of the diagnostics of a build: each at its line and column, without those that
//! only follow from another or that somebody has looked at, in order. All of it needs the text
//! once more, and only of files that have findings.

mod apply;
mod cursor;
mod fix;
mod gaps;
mod locate;
mod repeated;
mod silence;

use std::ops::Range;

use crate::place::{LineColumn, SourcePath};
use crate::problem::{Problem, Severity};

pub use apply::apply;
pub use gaps::told_once as gaps_told_once;
pub use locate::{locate, locate_all};

/// A finding with its place in lines and columns, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// What is wrong.
    pub problem: Problem,
    /// How bad it is in this build; an option can make a warning an error.
    pub severity: Severity,
    /// Path relative to the root, with `/`.
    pub file: SourcePath,
    /// Byte range in the text of the file; empty for the file as a whole.
    pub range: Range<usize>,
    /// Where the range begins.
    pub start: LineColumn,
    /// Where the range ends (exclusive).
    pub end: LineColumn,
    /// The change that mends it, where only one makes sense.
    pub fix: Option<Fix>,
}

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes that go, in the text of the file.
    pub range: Range<usize>,
    /// Where they begin.
    pub start: LineColumn,
    /// Where they end (exclusive).
    pub end: LineColumn,
    /// What stands there instead.
    pub text: String,
}
