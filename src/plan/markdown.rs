//! A plan as a comment on a pull request. Titles and file names are an editor's: nothing in them
//! is markup, nobody is mentioned by them.

use super::{PlanReport, words};
use crate::problem::Severity;

/// The plan as Markdown.
pub(super) fn markdown(report: &PlanReport<'_>) -> String {
    let (plan, language) = (report.plan, report.language);
    let mut text = format!(
        "## {}\n\n{}\n",
        language.pick("Was sich auf der Website ändert", "What changes on the site"),
        words::verdict(plan.breaks(), plan.is_empty(), language)
    );
    let findings: Vec<String> = plan
        .findings
        .iter()
        .map(|found| {
            let sign = if found.severity == Severity::Error { "❌" } else { "⚠️" };
            let (file, line) = (plain(&found.file), found.start.line);
            let message = plain(&found.problem.message(language));
            let hint = found.problem.hint(language).map(|hint| format!(" {}", plain(&hint)));
            format!("{sign} {file}:{line} – {message}{}", hint.unwrap_or_default())
        })
        .collect();
    let changes: Vec<String> = plan
        .changes
        .iter()
        .map(|change| {
            let kind = change.kind.name(language);
            let (title, shift) = (plain(&change.title), plain(&words::shift(change, language)));
            format!("{kind} [{title}]({}) – {shift}", change.address)
        })
        .collect();
    let openings: Vec<String> = plan
        .openings
        .iter()
        .map(|opening| format!("{} – {}", plain(&opening.file), words::opens(opening, language)))
        .collect();
    let addresses = &plan.addresses;
    let new =
        addresses.new.iter().map(|to| format!("{}: {}", language.pick("neu", "new"), plain(to)));
    let forwarded = addresses.forwarded.iter().map(|(from, to)| {
        let word = language.pick("weitergeleitet", "forwarded");
        format!("{word}: {} → {}", plain(from), plain(to))
    });
    let gone = addresses.gone.iter();
    let gone = gone.map(|from| format!("{}: {}", language.pick("weg", "gone"), plain(from)));
    let weights = plan.weights.iter().map(|(kind, weight)| {
        format!("{}: {}", words::kind(*kind, language), words::weight(*weight))
    });
    let parts = [
        (language.pick("Befunde", "Findings"), findings),
        (language.pick("Inhalte", "Content"), changes),
        (language.pick("Später", "Later"), openings),
        (language.pick("Adressen", "Addresses"), new.chain(forwarded).chain(gone).collect()),
        (language.pick("Größe", "Size"), weights.collect()),
    ];
    for (title, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        text += &format!("\n### {title}\n\n");
        lines.iter().for_each(|line| text += &format!("- {line}\n"));
    }
    text
}

/// Text that says nothing but itself in Markdown: no markup, no mention, on one line.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '@' => plain += "@\u{200b}",
            '\n' | '\r' => plain.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '!' | '&' | '~' => {
                plain.push('\\');
                plain.push(c);
            }
            c => plain.push(c),
        }
    }
    plain
}
