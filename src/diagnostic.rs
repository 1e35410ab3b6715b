//! What was found wrong, and where. A [`Diagnostic`] is a value: parsing and joining
//! return lists of them, and only `main.rs` prints. The place may be a key path in a
//! YAML file; [`findings`](crate::findings) turns it into bytes of the text, in the few files
//! that have errors, so that good files never pay for positions.

use std::ops::Range;

use crate::place::{Place, SourcePath, Spot};
use crate::problem::{Problem, Severity};

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub place: Place,
}

impl Diagnostic {
    /// A finding about a file as a whole.
    pub fn whole(file: &SourcePath, problem: impl Into<Problem>) -> Self {
        Self::new(file, Spot::Whole, problem)
    }

    /// A finding about a byte range of a file.
    pub fn bytes(file: &SourcePath, range: Range<usize>, problem: impl Into<Problem>) -> Self {
        Self::new(file, Spot::Bytes(range), problem)
    }

    /// A finding about a spot of a file.
    pub fn new(file: &SourcePath, spot: Spot, problem: impl Into<Problem>) -> Self {
        let file = file.clone();
        Diagnostic { problem: problem.into(), place: Place { file, spot } }
    }

    /// Whether this one stops the publication.
    pub fn is_error(&self) -> bool {
        self.problem.severity() == Severity::Error
    }
}

/// A value, and what was noticed while making it.
#[derive(Debug)]
pub struct Checked<T> {
    /// The value.
    pub value: T,
    /// What was noticed.
    pub diagnostics: Vec<Diagnostic>,
}
