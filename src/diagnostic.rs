//! What was found wrong, and where. A [`Diagnostic`] is a value: parsing and joining
//! return lists of them, and only `main.rs` prints. The place may be a key path in a
//! YAML file; [`locate`] turns it into bytes of the text, in the few files that have
//! errors, so that good files never pay for positions.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::content::yaml::KeyPath;
use crate::content::{front_matter, yaml};
use crate::problem::Problem;
use crate::source::{SourcePath, Sources};

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
    /// A byte range of the text as it is kept in [`Sources`].
    Bytes(Range<usize>),
    /// The value at a key path of the file's YAML.
    Value(KeyPath),
    /// The first place where a text stands in the value at a key path.
    TextIn(KeyPath, String),
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

impl LineColumn {
    /// The line and column of a byte offset; an offset past the end counts as the end.
    pub fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        LineColumn {
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
        }
    }
}

/// Finds the place of every diagnostic and sorts them by file, place and code.
pub fn locate(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Located> {
    let mut trees = BTreeMap::new();
    let mut located: Vec<Located> = diagnostics
        .into_iter()
        .map(|diagnostic| {
            let text = sources.shown(&diagnostic.place.file);
            let range = match diagnostic.place.part {
                Part::Whole => 0..0,
                Part::Bytes(range) => range,
                Part::Value(path) => {
                    tree(&mut trees, &diagnostic.place.file, text).value_range(&path)
                }
                Part::TextIn(path, wanted) => {
                    let range = tree(&mut trees, &diagnostic.place.file, text).value_range(&path);
                    let value = text.get(range.clone()).unwrap_or("");
                    let first = wanted.lines().next().unwrap_or("");
                    value.find(first).map_or(range.clone(), |at| {
                        range.start + at..range.start + at + first.len()
                    })
                }
                Part::Key(path) => tree(&mut trees, &diagnostic.place.file, text).key_range(&path),
            };
            Located {
                problem: diagnostic.problem,
                file: diagnostic.place.file,
                start: LineColumn::of(text, range.start),
                end: LineColumn::of(text, range.end),
                range,
            }
        })
        .collect();
    located.sort_by(|a, b| {
        (&a.file, a.start, a.end, a.problem.code()).cmp(&(
            &b.file,
            b.start,
            b.end,
            b.problem.code(),
        ))
    });
    located.dedup();
    located
}

fn tree<'t>(
    trees: &'t mut BTreeMap<SourcePath, yaml::Positions>,
    file: &SourcePath,
    text: &str,
) -> &'t yaml::Positions {
    trees.entry(file.clone()).or_insert_with(|| {
        let range = if file.ends_with(".md") { front_matter::range(text) } else { 0..text.len() };
        yaml::Positions::read(text.get(range.clone()).unwrap_or(""), range.start)
    })
}
