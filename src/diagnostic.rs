//! What was found wrong, and where. A [`Diagnostic`] is a value: parsing and joining
//! return lists of them, and only `main.rs` prints. The place may be a key path in a
//! YAML file; [`locate`] turns it into bytes of the text, in the few files that have
//! errors, so that good files never pay for positions.

mod cursor;
mod locate;
mod silence;

use std::ops::Range;
use std::sync::Arc;

use crate::content::yaml::KeyPath;
use crate::problem::Problem;
use crate::source::SourcePath;

use cursor::Cursor;
pub use locate::locate;

/// How bad it is. Errors stop the publication, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content is wrong and nothing is published.
    Error,
    /// Something an editor should look at.
    Warning,
}

impl Severity {
    /// The word used in machine-readable formats.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// The part of a file that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The file as a whole; shown at line 1, column 1.
    Whole,
    /// A byte range of the text as it is kept in [`Sources`](crate::source::Sources).
    Bytes(Range<usize>),
    /// The value at a key path of the file's YAML.
    Value(KeyPath),
    /// A passage of the text that is the value at a key path, as bytes of that text: in the file
    /// its lines are indented, and it stands elsewhere.
    TextIn(KeyPath, Arc<str>, Range<usize>),
    /// The key itself at a key path of the file's YAML.
    Key(KeyPath),
}

/// A file and the part of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path relative to the root, with `/`.
    pub file: SourcePath,
    /// The part of the file.
    pub part: Part,
}

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
    pub fn whole(file: &SourcePath, problem: Problem) -> Self {
        Self::new(file, Part::Whole, problem)
    }

    /// A finding about a byte range of a file.
    pub fn bytes(file: &SourcePath, range: Range<usize>, problem: Problem) -> Self {
        Self::new(file, Part::Bytes(range), problem)
    }

    /// A finding about a part of a file.
    pub fn new(file: &SourcePath, part: Part, problem: Problem) -> Self {
        let file = file.clone();
        Diagnostic { problem, place: Place { file, part } }
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
}

/// A place in a text as people and editors count: from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}
