//! For GitHub Actions: workflow commands, which it shows beside the changed lines. It reads them
//! from the output of a step and cuts what does not fit its escapes.

use std::fmt::Write;

use super::Report;
use crate::findings::Located;
use crate::terminal;

/// The diagnostics as workflow commands, a line each.
pub fn github(report: &Report<'_>) -> String {
    let mut text = String::new();
    for found in report.diagnostics {
        let (kind, code) = (found.severity.name(), found.problem.code());
        let place = place(&report.path(&found.file), found);
        let message = data(&report.message_and_hint(&found.problem));
        // Writing into a String cannot fail.
        let _ = writeln!(text, "::{kind} {place},title={code}::{message}");
    }
    text
}

/// File, lines and columns; columns only make sense to GitHub within one line.
fn place(file: &str, found: &Located) -> String {
    let file = property(file);
    let (start, end) = (found.start, found.end);
    if start.line == end.line {
        let (line, from, to) = (start.line, start.column, end.column);
        format!("file={file},line={line},col={from},endLine={line},endColumn={to}")
    } else {
        format!("file={file},line={},endLine={}", start.line, end.line)
    }
}

/// A message, with the escapes of workflow commands.
fn data(text: &str) -> String {
    terminal::plain(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
