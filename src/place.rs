//! Where something is in a file: the file, and the bytes, the key or the value in it. Bytes
//! become lines and columns only for what is shown.

use std::ops::Range;
use std::sync::Arc;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};

/// A path relative to the root, with `/` on every system.
pub type SourcePath = Arc<str>;

/// The number of the line in which a byte of a text is, from 1.
pub fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

/// What is encoded of a path in a URL: all but unreserved characters and `/` (RFC 3986, 2.3).
pub const URL_PATH: AsciiSet =
    NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// A file and the part of it that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path relative to the root.
    pub file: SourcePath,
    /// The part of the file.
    pub spot: Spot,
}

/// The part of a file that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole; shown at line 1, column 1.
    Whole,
    /// A byte range of the text as the sources keep it.
    Bytes(Range<usize>),
    /// The value at a key path of the file's YAML.
    Value(KeyPath),
    /// A passage of the text that is the value at a key path, as bytes of that text: in the file
    /// its lines are indented, so that its place there is another.
    TextIn(KeyPath, Arc<str>, Range<usize>),
    /// The key itself at a key path of the file's YAML.
    Key(KeyPath),
}

/// A place in a text as people and editors count: from 1, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One step into a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Into the value of a key.
    Key(String),
    /// Into an item of a list, from 0. On a value that is no list, item 0 is the value itself.
    Item(usize),
}

/// Steps from the top of a file.
pub type KeyPath = Vec<Step>;
