//! For programs: one JSON list, also when it is empty.

use serde::Serialize;

use super::Report;
use crate::findings::Fix;

#[derive(Serialize)]
struct Finding<'r> {
    severity: &'static str,
    code: &'static str,
    file: &'r str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    hints: Vec<String>,
    /// Only where one change alone makes sense.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<JsonFix<'r>>,
}

#[derive(Serialize)]
struct JsonFix<'r> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'r str,
}

impl<'r> JsonFix<'r> {
    fn of(fix: &'r Fix) -> Self {
        JsonFix {
            line: fix.start.line,
            column: fix.start.column,
            end_line: fix.end.line,
            end_column: fix.end.column,
            text: &fix.text,
        }
    }
}

/// The diagnostics as a JSON list ended by a line end.
pub fn json(report: &Report<'_>) -> String {
    let findings: Vec<Finding<'_>> = report
        .diagnostics
        .iter()
        .map(|found| Finding {
            severity: found.severity.name(),
            code: found.problem.code(),
            file: &found.file,
            line: found.start.line,
            column: found.start.column,
            end_line: found.end.line,
            end_column: found.end.column,
            message: found.problem.message(report.language),
            hints: found.problem.hint(report.language).into_iter().collect(),
            fix: found.fix.as_ref().map(JsonFix::of),
        })
        .collect();
    // Strings and numbers always have a JSON form.
    let mut text = serde_json::to_string_pretty(&findings).unwrap_or_default();
    text.push('\n');
    text
}
