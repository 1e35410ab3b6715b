//! For tools that read SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), such as
//! code scanning: one document, also when nothing was found.

use percent_encoding::utf8_percent_encode;
use serde_json::{Value, json};

use super::Report;
use crate::findings::{Fix, Located};
use crate::place::{LineColumn, URL_PATH};
use crate::problem::MessageLanguage;
use crate::problem::explain::{self, Explanation};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The diagnostics as a document ended by a line end.
pub fn sarif(report: &Report<'_>) -> String {
    // Only the rules that are needed, in the order of their first finding.
    let mut rules: Vec<&'static str> = Vec::new();
    let mut results = Vec::new();
    for found in report.diagnostics {
        let code = found.problem.code();
        let index = rules.iter().position(|rule| *rule == code).unwrap_or_else(|| {
            rules.push(code);
            rules.len() - 1
        });
        results.push(result(report, found, index));
    }
    let rules: Vec<Value> = rules.iter().map(|code| rule(report.language, code)).collect();
    let language = report.language.pick("de", "en");
    let version = env!("CARGO_PKG_VERSION");
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "bba", "version": version, "semanticVersion": version, "rules": rules}},
            "language": language,
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // Strings and numbers always have a JSON form.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn rule(language: MessageLanguage, code: &str) -> Value {
    match explain::find(code) {
        Some(explanation) => json!({
            "id": code,
            "shortDescription": {"text": explanation.summary(language)},
            "help": {"text": Explanation::text(explanation, language)},
        }),
        None => json!({"id": code}),
    }
}

fn result(report: &Report<'_>, found: &Located, rule: usize) -> Value {
    let artifact = json!({
        "uri": utf8_percent_encode(&report.path(&found.file), &URL_PATH).to_string(),
        "uriBaseId": "%SRCROOT%",
    });
    let mut result = json!({
        "ruleId": found.problem.code(),
        "ruleIndex": rule,
        "level": found.severity.name(),
        "message": {"text": report.message_and_hint(&found.problem)},
        "locations": [{
            "physicalLocation": {
                "artifactLocation": artifact,
                "region": region(found.start, found.end),
            },
        }],
    });
    if let (Some(fix), Some(result)) = (&found.fix, result.as_object_mut()) {
        result.insert("fixes".to_owned(), json!([change(report, found, fix, &artifact)]));
    }
    result
}

/// A change that mends the finding (3.55).
fn change(report: &Report<'_>, found: &Located, fix: &Fix, artifact: &Value) -> Value {
    let hint = found.problem.hint(report.language);
    let words = hint.unwrap_or_else(|| found.problem.message(report.language));
    json!({
        "description": {"text": words},
        "artifactChanges": [{
            "artifactLocation": artifact,
            "replacements": [{
                "deletedRegion": region(fix.start, fix.end),
                "insertedContent": {"text": fix.text},
            }],
        }],
    })
}

fn region(start: LineColumn, end: LineColumn) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}
