//! For people: message, place, the line with the place underlined, and a hint.

mod similar;

use std::collections::BTreeMap;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::Report;
use crate::findings::Located;
use crate::gap::Gap;
use crate::problem::{MessageLanguage, Severity};
use crate::terminal::{visible, without_commands};

/// The diagnostics as text: warnings, then errors, so that what has to be fixed is where
/// one looks first, at the end. Of many warnings of one kind only a few are shown in full.
pub fn human(report: &Report<'_>) -> String {
    let found = report.diagnostics.iter();
    let (errors, warnings): (Vec<&Located>, Vec<&Located>) =
        found.partition(|found| found.severity == Severity::Error);
    let (shown, similar) = similar::split(&warnings);
    let mut text = String::new();
    for found in shown {
        text.push_str(&one(report, found));
        text.push_str("\n\n");
    }
    text.push_str(&visible(&similar::text(report.language, &similar)));
    text.push_str(&visible(&owners(report.language, report.diagnostics)));
    for found in &errors {
        text.push_str(&one(report, found));
        text.push_str("\n\n");
    }
    if let Some(first) = errors.first().or(warnings.first()) {
        text.push_str(&more(report.language, first.problem.code()));
    }
    without_commands(&text).into_owned()
}

/// Whose the gaps are, where one says it.
fn owners(language: MessageLanguage, found: &[Located]) -> String {
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    let gaps = found.iter().filter_map(|found| found.problem.gap());
    let (owned, others): (Vec<&Gap>, Vec<&Gap>) = gaps.partition(|gap| gap.owner.is_some());
    for owner in owned.iter().filter_map(|gap| gap.owner.as_deref()) {
        *owners.entry(owner).or_default() += 1;
    }
    if owners.is_empty() {
        return String::new();
    }
    let mut parts: Vec<String> =
        owners.iter().map(|(owner, number)| format!("@{owner} {number}")).collect();
    if !others.is_empty() {
        let nobody = language.pick("ohne Namen", "without a name");
        parts.push(format!("{nobody} {}", others.len()));
    }
    let (who, all) = language.pick(
        ("Wer Lücken füllt", "Alle mit ihren Zeilen: bba list gaps"),
        ("Who fills gaps", "All with their lines: bba list gaps"),
    );
    format!("{who}: {}\n{all}\n\n", parts.join(", "))
}

/// Where to read more.
fn more(language: MessageLanguage, code: &str) -> String {
    language.pick(
        format!("Mehr zu einer Meldung, mit Beispiel: bba explain {code}\n\n"),
        format!("More about a finding, with an example: bba explain {code}\n\n"),
    )
}

fn one(report: &Report<'_>, found: &Located) -> String {
    let message = found.problem.message(report.language);
    let message = visible(&message);
    let hint = found.problem.hint(report.language);
    let hint = hint.as_deref().map(visible);
    let file = report.path(&found.file);
    let file = visible(&file);
    let (title, help) = words(report.language, found.severity);
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let source = report.sources.shown(&found.file);
    let title = level.with_name(title).primary_title(&*message).id(found.problem.code());
    // A line of its own part: an excerpt never shows more than a few lines.
    let (excerpt, first_line, range) = excerpt(source, found);
    let group = if excerpt.is_empty() {
        let origin = Origin::path(&*file).line(found.start.line).char_column(found.start.column);
        Group::with_title(title).element(origin)
    } else {
        let snippet = Snippet::source(&excerpt)
            .path(&*file)
            .line_start(first_line)
            .annotation(AnnotationKind::Primary.span(range));
        Group::with_title(title).element(snippet)
    };
    let group = match &hint {
        Some(hint) => group.element(Level::HELP.with_name(help).message(&**hint)),
        None => group,
    };
    let renderer = if report.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.decor_style(DecorStyle::Ascii).render(&[group])
}

/// The longest line that is shown whole, in bytes.
const MAX_LINE: usize = 400;

/// The line with the place, and the place in it.
fn excerpt(source: &str, found: &Located) -> (String, usize, std::ops::Range<usize>) {
    let start = found.range.start.min(source.len());
    let line_start = source[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = source[start..].find('\n').map_or(source.len(), |length| start + length);
    if line_end - line_start > MAX_LINE {
        return (String::new(), found.start.line, 0..0);
    }
    let line = &source[line_start..line_end];
    let from = start - line_start;
    let to = found.range.end.clamp(start, line_end) - line_start;
    (line.replace(is_second_control, "·"), found.start.line, from..to)
}

/// Whether a character controls a terminal by two bytes (ECMA-48, C1): as long as a middle dot, so
/// that places stay right. What one byte does is shown as a picture of it.
fn is_second_control(character: char) -> bool {
    matches!(character, '\u{80}'..='\u{9f}')
}

fn words(language: MessageLanguage, severity: Severity) -> (&'static str, &'static str) {
    let severity = match severity {
        Severity::Error => language.pick("Fehler", "error"),
        Severity::Warning => language.pick("Warnung", "warning"),
    };
    (severity, language.pick("Hinweis", "help"))
}
