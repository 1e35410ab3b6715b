//! A plan for programs.

use serde::Serialize;
use serde_json::Value;

use super::{FileKind, PlanReport, words};
use crate::dates::rfc3339_utc;
use crate::problem::MessageLanguage;
use crate::promises::Shift;
use crate::report::{self, Format};

#[derive(Serialize)]
struct Document<'p> {
    breaks: bool,
    /// As `check --format json` gives them.
    findings: Value,
    changes: Vec<JsonChange<'p>>,
    opens: Vec<Opening<'p>>,
    addresses: Addresses<'p>,
    bytes: Vec<Bytes>,
}

#[derive(Serialize)]
struct JsonChange<'p> {
    change: &'static str,
    kind: &'static str,
    id: &'p str,
    title: &'p str,
    url: &'p str,
    /// Of one date of a series: its day, as the rule says.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'p str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keys: Vec<&'p str>,
}

impl<'p> From<&'p crate::promises::Change> for JsonChange<'p> {
    fn from(change: &'p crate::promises::Change) -> Self {
        let (from, to, keys) = match &change.shift {
            Shift::Status { from, to, .. } | Shift::Moved { from, to, .. } => {
                (Some(&**from), Some(&**to), Vec::new())
            }
            Shift::Edited(keys) => (None, None, keys.iter().map(String::as_str).collect()),
            Shift::New | Shift::Removed | Shift::Hidden => (None, None, Vec::new()),
        };
        JsonChange {
            change: words::code(&change.shift),
            kind: change.kind.folder(),
            id: &change.id,
            title: &change.title,
            url: &change.address,
            date: words::date(&change.shift),
            from,
            to,
            keys,
        }
    }
}

#[derive(Serialize)]
struct Opening<'p> {
    at: String,
    file: &'p str,
}

#[derive(Serialize)]
struct Addresses<'p> {
    new: &'p [String],
    forwarded: Vec<Forwarded<'p>>,
    gone: &'p [String],
}

#[derive(Serialize)]
struct Forwarded<'p> {
    from: &'p str,
    to: &'p str,
}

#[derive(Serialize)]
struct Bytes {
    kind: &'static str,
    before: u64,
    after: u64,
}

/// The plan as one document.
pub(super) fn json(report: &PlanReport<'_>) -> String {
    let plan = report.plan;
    let findings = report::Report {
        diagnostics: &plan.findings,
        sources: report.sources,
        language: report.language,
        below: "",
        colour: false,
    };
    let opens = plan.openings.iter();
    let forwarded = plan.addresses.forwarded.iter();
    let document = Document {
        breaks: plan.breaks(),
        findings: serde_json::from_str(&findings.text(Format::Json)).unwrap_or_default(),
        changes: plan.changes.iter().map(JsonChange::from).collect(),
        opens: opens
            .map(|opening| Opening { at: rfc3339_utc(opening.at), file: &opening.file })
            .collect(),
        addresses: Addresses {
            new: &plan.addresses.new,
            forwarded: forwarded.map(|(from, to)| Forwarded { from, to }).collect(),
            gone: &plan.addresses.gone,
        },
        bytes: plan.weights.iter().map(|(kind, weight)| bytes(*kind, *weight)).collect(),
    };
    // Strings, numbers and lists of them always have a JSON form.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn bytes(kind: FileKind, weight: super::Weight) -> Bytes {
    Bytes {
        kind: words::kind(kind, MessageLanguage::English),
        before: weight.before,
        after: weight.after,
    }
}
