//! A plan for people at a terminal.

use super::{PlanReport, words};
use crate::report;

/// The plan as lines; findings first, with excerpts.
pub(super) fn text(report: &PlanReport<'_>) -> String {
    let (plan, language) = (report.plan, report.language);
    let mut text = String::new();
    if !plan.findings.is_empty() {
        text += &report::human(&report::Report {
            diagnostics: &plan.findings,
            sources: report.sources,
            language,
            below: "",
            colour: false,
        });
        text += "\n";
    }
    let mut line = |line: String| text += &format!("{line}\n");
    for change in &plan.changes {
        let (kind, shift) = (change.kind.name(language), words::shift(change, language));
        line(format!("{kind} {}: {shift}", change.id));
        line(format!("    {}", change.address));
    }
    for opening in &plan.openings {
        line(format!("{} {}", opening.file, words::opens(opening, language)));
    }
    let list = [
        (language.pick("neue Seite", "new page"), &plan.addresses.new),
        (language.pick("nicht mehr da", "gone"), &plan.addresses.gone),
    ];
    for (name, addresses) in list {
        addresses.iter().for_each(|address| line(format!("{name}: {address}")));
    }
    for (from, to) in &plan.addresses.forwarded {
        line(format!("{}: {from} → {to}", language.pick("weitergeleitet", "forwarded")));
    }
    for (kind, weight) in &plan.weights {
        line(format!("{}: {}", words::kind(*kind, language), words::weight(*weight)));
    }
    line(words::verdict(plan.breaks(), plan.is_empty(), language).to_owned());
    text
}
