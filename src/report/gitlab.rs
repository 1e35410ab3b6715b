//! For GitLab: a code quality report (the subset of Code Climate's format that GitLab reads),
//! to be kept as the artifact `codequality`.

use std::collections::HashMap;

use serde::Serialize;

use super::Report;
use crate::problem::Severity;

#[derive(Serialize)]
struct Finding {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

/// The diagnostics as a JSON list ended by a line end.
pub fn gitlab(report: &Report<'_>) -> String {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let findings: Vec<Finding> = report
        .diagnostics
        .iter()
        .map(|found| {
            let description = report.message_and_hint(&found.problem);
            // No line is a part of it, as hints can have: a finding that moved is not a new one.
            let message = found.problem.message(report.language);
            let same = format!("{}\n{}\n{message}", found.file, found.problem.code());
            let count = seen.entry(same.clone()).or_insert(0);
            *count += 1;
            let fingerprint = blake3::hash(format!("{same}\n{count}").as_bytes()).to_hex();
            Finding {
                description,
                check_name: found.problem.code(),
                fingerprint: fingerprint.to_string(),
                severity: match found.severity {
                    Severity::Error => "major",
                    Severity::Warning => "minor",
                },
                location: Location {
                    path: report.path(&found.file),
                    lines: Lines { begin: found.start.line, end: found.end.line },
                },
            }
        })
        .collect();
    // Strings and numbers always have a JSON form.
    let mut text = serde_json::to_string_pretty(&findings).unwrap_or_default();
    text.push('\n');
    text
}
