//! The change that mends a finding, where only one makes sense: a word for another, quotation marks
//! around a value, a forgotten space. What could be meant in two ways has none. Texts keep every
//! letter that was typed.

mod line;
mod text;

use std::ops::Range;

use line::Line;

use crate::composed::composed;
use crate::problem::{
    NumberWarning, OwnProblem, Problem, ProseWarning, ReferenceProblem, SeriesProblem,
    StampProblem, Suggestion, TimeProblem, ValueProblem, WritingWarning, YamlProblem,
};
use crate::yaml::invisible::{ends_line, looks_like_space};
use crate::yaml::says_nothing;

/// Bytes of a text, and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

impl Edit {
    fn new(range: Range<usize>, text: impl Into<String>) -> Option<Self> {
        Some(Edit { range, text: text.into() })
    }

    fn insert(at: usize, text: &str) -> Option<Self> {
        Edit::new(at..at, text)
    }
}

/// The change for a problem at a range of a text, of which the bytes `yaml` are YAML.
pub(super) fn change(
    problem: &Problem,
    text: &str,
    range: &Range<usize>,
    yaml: &Range<usize>,
) -> Option<Edit> {
    let written = text.get(range.clone())?;
    if renames_key(problem) {
        let (_, meant) = meant(problem)?;
        return Edit::new(range.clone(), meant);
    }
    if let Some((typed, meant)) = meant(problem) {
        let scalar = scalar(written, typed, meant)?;
        return Edit::new(range.clone(), scalar);
    }
    match problem {
        Problem::Own(OwnProblem::ExtendsItself { .. }) => Edit::insert(range.start, "built-in/"),
        Problem::Yaml(problem) => in_yaml(problem, text, range, yaml),
        Problem::Prose(ProseWarning::HashCutsValue { is_text: true, .. }) => {
            let line = Line::with(text, range.start);
            let value = line.value()?.with_comment();
            let is_plain = !value.text.starts_with(['"', '\'', '[', '{', '|', '>']);
            (is_plain && value.range.contains(&range.start))
                .then(|| Edit::new(value.range.clone(), value.quoted()))?
        }
        Problem::Prose(ProseWarning::NamedValue { .. }) => {
            let value = Line::with(text, range.start).value()?;
            let begins = value.range.start == range.start;
            begins.then(|| Edit::new(value.range.clone(), value.quoted()))?
        }
        Problem::Writing(WritingWarning::LinesJoined) => {
            let behind = text.get(range.end..)?.strip_prefix(':')?;
            let at = text.len() - behind.trim_start_matches(' ').len();
            text.get(at..)?.starts_with('>').then(|| Edit::new(at..at + 1, "|"))?
        }
        Problem::Writing(WritingWarning::NoServer { address, suggestion: Some(meant) }) => {
            let wrong = format!("]({address}");
            let is_once = written.matches(&wrong).count() == 1;
            let right = format!("]({meant}");
            is_once.then(|| Edit::new(range.clone(), written.replacen(&wrong, &right, 1)))?
        }
        Problem::Time(TimeProblem::StatusWithoutUpdate { at, .. }) => {
            let line = Line::with(text, range.start);
            let has_updates = text.get(yaml.clone())?.lines().any(|it| it.starts_with("updates:"));
            let is_own_line = text.get(line.start..)?.starts_with("status:") && !has_updates;
            let update = format!("\nupdates: [{{at: {at}, kind: change}}]");
            is_own_line.then(|| Edit::insert(line.end(), &update))?
        }
        Problem::Text(problem) => text::link(problem, written, range),
        Problem::Prose(warning) => text::change(warning, text, range, yaml),
        _ => None,
    }
}

/// Whether the change for a problem renames a key.
pub(super) fn renames_key(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::Yaml(YamlProblem::UnknownKey { .. })
            | Problem::Own(OwnProblem::UnknownField { .. })
            | Problem::Value(ValueProblem::LanguageNotOfSite { .. })
    )
}

/// Whether a problem can be one of a key.
pub(super) fn can_be_key(problem: &Problem) -> bool {
    renames_key(problem) || matches!(problem, Problem::Value(ValueProblem::UnknownLanguage { .. }))
}

/// The value that was typed, and the one that is right.
fn meant(problem: &Problem) -> Option<(&str, &str)> {
    use ValueProblem::*;
    let (typed, meant): (&str, Option<&str>) = match problem {
        Problem::Yaml(YamlProblem::UnknownKey { key, suggestion, stands: false, .. }) => {
            (key, suggestion.as_deref())
        }
        Problem::Own(
            OwnProblem::UnknownField { key: typed, suggestion, .. }
            | OwnProblem::BadSlug { slug: typed, suggestion },
        ) => (typed, suggestion.as_deref()),
        Problem::Value(problem) => match problem {
            NotYesOrNo { value, suggestion } => (value, *suggestion),
            UnknownChoice { value, suggestion, .. }
            | NotANumber { value, suggestion, .. }
            | NotAnEmail { value, suggestion, .. }
            | NotAPhone { value, suggestion }
            | NotAUrl { value, suggestion }
            | NotASitePath { value, suggestion }
            | NotACurrency { value, suggestion }
            | UnknownCountry { value, suggestion }
            | UnknownLanguage { value, suggestion }
            | UnknownZone { value, suggestion }
            | NotAColor { value, suggestion }
            | NotAHexColour { value, suggestion }
            | NotAPostcode { value, suggestion } => (value, suggestion.as_deref()),
            LanguageNotOfSite { language, suggestion, .. } => (language, suggestion.as_deref()),
            _ => return None,
        },
        Problem::Series(SeriesProblem::NotAFrequency { value, suggestion }) => {
            (value, suggestion.as_deref())
        }
        Problem::Time(
            TimeProblem::NotATime { value, suggestion, .. }
            | TimeProblem::ImpossibleDate { value, suggestion }
            | TimeProblem::NotDays { value, suggestion },
        ) => (value, suggestion.as_deref()),
        Problem::Stamp(StampProblem::UpdateInFuture { at, likely, .. }) => (at, Some(likely)),
        Problem::Reference(ReferenceProblem::UnknownReference {
            id,
            suggestion: Some(Suggestion::Certain(meant)),
            ..
        }) => (id, Some(meant)),
        Problem::Number(warning) => match warning {
            NumberWarning::ZeroInFront { value, suggestion }
            | NumberWarning::PostcodeWithPoint { value, suggestion } => (value, Some(suggestion)),
            NumberWarning::UnlikelyYear { value, suggestion } => (value, suggestion.as_deref()),
            NumberWarning::DecimalsOfMoney { value, same: Some(only), thousands: None, .. } => {
                (value, Some(only))
            }
            _ => return None,
        },
        _ => return None,
    };
    meant.map(|meant| (typed, meant))
}

/// A scalar that says something else, in the quotation marks it had. Nothing when it was written
/// in another way than it was read: with escapes, or over several lines.
fn scalar(written: &str, typed: &str, meant: &str) -> Option<String> {
    let quote = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let inner = match quote {
        Some(quote) => written.strip_prefix(quote)?.strip_suffix(quote)?,
        None => written,
    };
    if composed(inner.trim()) != composed(typed) || meant.contains(['"', '\'', '\\', '\n']) {
        return None;
    }
    let needs_quotes = meant.contains(": ")
        || meant.contains(" #")
        || meant.starts_with(['#', '@', '-', '!', '&', '*', '%', '[', '{', '`', '?', '|', '>']);
    let is_number =
        meant.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    Some(match quote {
        Some(quote) => format!("{quote}{meant}{quote}"),
        None if needs_quotes && !is_number => format!("\"{meant}\""),
        None => meant.to_owned(),
    })
}

fn in_yaml(
    problem: &YamlProblem,
    text: &str,
    range: &Range<usize>,
    yaml: &Range<usize>,
) -> Option<Edit> {
    let line = Line::with(text, range.start);
    match problem {
        YamlProblem::WrongShape { suggestion: Some(meant), .. } => {
            let written = text.get(range.clone())?;
            let is_one_line = !written.contains('\n') && !written.starts_with(['|', '>']);
            // A list in a list is none.
            let before = text.get(line.start..range.start)?.trim_end();
            let nests = meant.starts_with('[') && before.ends_with(['-', '[', ',']);
            (is_one_line && !nests).then(|| Edit::new(range.clone(), meant))?
        }
        YamlProblem::CommaInNumber { suggestion: Some(meant), .. } => {
            Edit::new(range.clone(), meant)
        }
        YamlProblem::TabIndent => {
            let indent = line.indent();
            // What begins a file is not set in.
            let begins = says_nothing(text.get(yaml.start..line.start)?);
            let spaces = if begins { String::new() } else { indent.replace('\t', "  ") };
            Edit::new(line.start..line.start + indent.len(), spaces)
        }
        YamlProblem::ColonInText { key: None } => {
            let value = line.value()?;
            let is_plain = !value.text.starts_with(['"', '\'', '[', '{', '|', '>']);
            // In braces over several lines the last sign belongs to these.
            let is_inside = value.range.contains(&range.start) && !value.text.ends_with([',', '}']);
            (is_plain && is_inside && !line.goes_on())
                .then(|| Edit::new(value.range.clone(), value.quoted()))?
        }
        YamlProblem::ReservedStart { .. } | YamlProblem::BracketNotOpen { .. } => {
            let value = line.value()?;
            (value.range.start == range.start && !line.goes_on())
                .then(|| Edit::new(value.range.clone(), value.quoted()))?
        }
        YamlProblem::CurlyQuotes => line.straight_quotes(range),
        YamlProblem::QuoteNotClosed => {
            let value = line.value()?;
            let quote = text.get(range.clone())?;
            let is_alone =
                value.range.start == range.start && value.text.matches(quote).count() == 1;
            (is_alone && !line.goes_on()).then(|| Edit::insert(value.range.end, quote))?
        }
        YamlProblem::TextAfterQuote { behind } if behind == "," => {
            Edit::new(range.start..line.end(), "")
        }
        YamlProblem::TextAfterQuote { .. } => {
            let value = line.value().filter(|value| value.range.contains(&range.start))?;
            (!line.goes_on()).then(|| Edit::new(value.range.clone(), value.requoted()?))?
        }
        YamlProblem::BackslashInQuotes => {
            let value = line.value()?;
            let inner = value.text.strip_prefix('"')?.strip_suffix('"')?;
            let is_path = !inner.contains('"') && !inner.ends_with('\\');
            let whole = format!("'{}'", inner.replace('\'', "''"));
            is_path.then(|| Edit::new(value.range.clone(), whole))?
        }
        YamlProblem::BracketNotClosed { bracket } => {
            let (rest, close) = (line.behind(range.end)?, if *bracket == '[' { "]" } else { "}" });
            let ends = !rest.contains([']', '}', '[', '{', '#']) && !rest.trim_end().ends_with(',');
            (ends && !line.goes_on()).then(|| Edit::insert(line.end(), close))?
        }
        YamlProblem::NoSpaceAfterColon { .. } | YamlProblem::NoSpaceAfterDash => {
            Edit::insert(range.end, " ")
        }
        YamlProblem::InvisibleCharacter { character } => invisible(*character, text, range, yaml),
        _ => None,
    }
}

/// All such characters that stand there, as what they look like.
fn invisible(
    character: char,
    text: &str,
    range: &Range<usize>,
    yaml: &Range<usize>,
) -> Option<Edit> {
    let rest = text.get(range.start..)?.strip_prefix(character)?;
    // Windows-1252 has letters and quotation marks there: what was lost nobody knows.
    if matches!(character, '\u{80}'..='\u{84}' | '\u{86}'..='\u{9f}') {
        return None;
    }
    let is_break = ends_line(character);
    let is_alike = |c: char| looks_like_space(c) && c.is_whitespace() == character.is_whitespace();
    let others = match is_break {
        true => 0,
        false => rest.find(|c: char| !is_alike(c)).unwrap_or(rest.len()),
    };
    let (run, behind) = rest.split_at_checked(others)?;
    let end = range.start + character.len_utf8() + others;
    let meant = if is_break {
        let in_yaml = yaml.contains(&range.start);
        if in_yaml { " ".to_owned() } else { "\n".to_owned() }
    } else if character.is_whitespace() && !behind.starts_with(':') {
        " ".repeat(1 + run.chars().count())
    } else {
        String::new()
    };
    Edit::new(range.start..end, meant)
}
