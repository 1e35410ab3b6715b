//! What an editor did when a text is no YAML. The parser says where it gave up, in words for
//! programmers; the cause often lies before that place. Here the place is turned back into
//! the cause, and what has no words of its own is shown without the parser's.

use std::ops::Range;

use super::fault::Fault;
use crate::language::Language;
use crate::problem::{Problem, YamlProblem};
use crate::yaml::invisible::is_curly_quote;

/// The cause of a fault for which the parser gave up at the byte `at`, saying `words`.
pub(super) fn explain(text: &str, at: usize, words: &str) -> Fault {
    let line = Line::with(text, at);
    let says = |any: &[&str]| any.iter().any(|part| words.contains(part));
    let found = tab_indent(text, &line).or_else(|| text_after_bracket(text, &line, at));
    let found = found.or_else(|| {
        if says(&["unexpected character", "anchor", "directive", "context", "block scalar,", "tag"])
        {
            reserved_start(text, &line, at)
        } else if says(&["escape", "hexadecimal"]) {
            backslash(text, at)
        } else if says(&["trailing content after"]) {
            let behind = text.get(at..line.end()).unwrap_or("").trim().to_owned();
            Some(fault(at..line.end(), YamlProblem::TextAfterQuote { behind }))
        } else if says(&["quoted scalar"]) {
            quote_not_closed(text, at)
        } else if says(&["flow", "illegal placement of ':'", "plain scalar", "node content"]) {
            colon_in_brackets(text, at).or_else(|| bracket_not_closed(text, at))
        } else if says(&["misplaced bracket"]) {
            bracket_not_open(text, at)
        } else {
            None
        }
    });
    let found = found.or_else(|| {
        if says(&["mapping values are not allowed"]) {
            Some(second_colon(text, &line, at))
        } else if says(&["simple key"]) {
            let faulty = if at == line.start { line.before(text) } else { None };
            Some(no_key(text, &faulty.unwrap_or(line)))
        } else if says(&["indent", "expected key", "sequence entries", "'-'"]) {
            Some(bad_indent(text, &line))
        } else {
            None
        }
    });
    found.unwrap_or_else(|| fault(at.min(line.end())..at.min(line.end()), YamlProblem::YamlSyntax))
}

/// The cause of a value that is a text where more was expected: a forgotten space turns
/// `- a` and `key: value` into plain texts.
pub(super) fn forgotten_space(value: &str, start: usize) -> Option<Fault> {
    let line = Line { start, content: value.lines().next().unwrap_or("") };
    dash_without_space(&line).or_else(|| colon_without_space(&line))
}

fn fault(range: Range<usize>, problem: impl Into<Problem>) -> Fault {
    Fault { range, problem: problem.into() }
}

/// A line of a text, without its end.
#[derive(Clone, Copy)]
struct Line<'t> {
    start: usize,
    content: &'t str,
}

impl<'t> Line<'t> {
    /// The line that a byte is in.
    fn with(text: &'t str, at: usize) -> Self {
        let start = text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |newline| newline + 1);
        let content = text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or("");
        Line { start, content }
    }

    /// The nearest line before that says something.
    fn before(&self, text: &'t str) -> Option<Self> {
        let mut line = *self;
        while line.start > 0 {
            line = Line::with(text, line.start - 1);
            let content = line.content.trim();
            if !content.is_empty() && !content.starts_with('#') {
                return Some(line);
            }
        }
        None
    }

    fn end(&self) -> usize {
        self.start + self.content.len()
    }

    fn indent(&self) -> usize {
        self.content.len() - self.content.trim_start_matches([' ', '\t']).len()
    }

    /// The bytes of what it says.
    fn range(&self) -> Range<usize> {
        let start = self.start + self.indent();
        start..start + self.content.trim().len()
    }

    /// What stands before a byte of the text.
    fn until(&self, at: usize) -> &'t str {
        self.content.get(..at.saturating_sub(self.start)).unwrap_or(self.content)
    }
}

/// A tab in the indent of the line, or of the one before or behind.
fn tab_indent(text: &str, line: &Line<'_>) -> Option<Fault> {
    // What is set in by tabs alone before its first key is refused only at the next.
    let before = line.before(text).filter(|line| line.content.starts_with('\t'));
    let next = Line::with(text, (line.end() + 1).min(text.len()));
    before.into_iter().chain([*line, next]).find_map(|line| {
        let tab = line.start + line.content.get(..line.indent())?.find('\t')?;
        Some(fault(tab..tab + 1, YamlProblem::TabIndent))
    })
}

/// `title: [Neu] Treffen`: a text that begins with a bracket.
fn text_after_bracket(text: &str, line: &Line<'_>, at: usize) -> Option<Fault> {
    let line = if at == line.start { line.before(text)? } else { *line };
    let value = line.content.find(": ")? + 2;
    let typed = line.content.get(value..)?;
    let close = match typed.chars().next()? {
        '[' => ']',
        '{' => '}',
        _ => return None,
    };
    let behind = typed.split_once(close)?.1.trim_start();
    let is_text = behind.starts_with(|c: char| c.is_alphanumeric() || c == '(');
    let character = typed.chars().next()?;
    let start = line.start + value;
    is_text.then(|| fault(start..start + 1, YamlProblem::ReservedStart { character }))
}

/// A value that begins with a character that has a meaning of its own.
fn reserved_start(text: &str, line: &Line<'_>, at: usize) -> Option<Fault> {
    const RESERVED: [char; 9] = ['@', '`', '%', '*', '&', '!', '|', '>', '?'];
    let here = text.get(at..).and_then(|rest| rest.chars().next());
    let in_value = line.until(at).contains(": ");
    let (start, character) = match here {
        Some(character) if RESERVED.contains(&character) => (at, character),
        Some('-') if in_value => (at, '-'),
        _ => {
            let value = line.content.find(": ")? + 2;
            let character = line.content.get(value..)?.chars().next()?;
            (line.start + value, RESERVED.contains(&character).then_some(character)?)
        }
    };
    Some(fault(start..start + 1, YamlProblem::ReservedStart { character }))
}

/// The first backslash behind `at` that does not begin an escape of YAML.
fn backslash(text: &str, at: usize) -> Option<Fault> {
    let mut escaped = false;
    for (offset, c) in text.get(at..)?.char_indices() {
        if escaped && !"0abtnvfre \"/\\N_LPxuU\n".contains(c) {
            let start = at + offset - 1;
            return Some(fault(start..start + 1, YamlProblem::BackslashInQuotes));
        }
        escaped = c == '\\' && !escaped;
    }
    // One that begins an escape, but with the wrong letters behind it: `"C:\xampp"`.
    let start = at + text.get(at..)?.find('\\')?;
    Some(fault(start..start + 1, YamlProblem::BackslashInQuotes))
}

fn quote_not_closed(text: &str, at: usize) -> Option<Fault> {
    let is_quote = |c: char| matches!(c, '"' | '\'');
    let start = match text.get(at..)?.starts_with(is_quote) {
        true => at,
        false => text.get(..at)?.rfind(is_quote)?,
    };
    // `"Mexiko: Treffen“`: closed with another mark than it was opened with.
    let line = Line::with(text, start);
    let closing = line.content.char_indices().rev().find(|(_, c)| !c.is_whitespace());
    if let Some((offset, quote)) = closing.filter(|(_, c)| is_curly_quote(*c)) {
        let at = line.start + offset;
        return Some(fault(at..at + quote.len_utf8(), YamlProblem::CurlyQuotes));
    }
    Some(fault(start..start + 1, YamlProblem::QuoteNotClosed))
}

/// `{de: Mexiko: Treffen}`: a colon inside a text, which in brackets ends no line.
fn colon_in_brackets(text: &str, at: usize) -> Option<Fault> {
    let begin = text.get(..at)?.rfind(['{', '[', ','])? + 1;
    let rest = text.get(begin..)?;
    let start = begin + rest.len() - rest.trim_start().len();
    let entry = text.get(start..)?.split([',', '}', ']', '\n']).next()?;
    let (key, value) = entry.split_once(": ")?;
    let colon = start + key.len() + 2 + value.find(": ")?;
    let is_plain = !value.trim_start().starts_with(['"', '\'', '{', '[']);
    is_plain.then(|| fault(colon..colon + 1, YamlProblem::ColonInText { key: None }))
}

/// The last bracket before `at` that has no partner before `at`.
fn bracket_not_closed(text: &str, at: usize) -> Option<Fault> {
    let mut closed = 0_usize;
    for (start, bracket) in text.get(..at)?.char_indices().rev() {
        match bracket {
            ']' | '}' => closed += 1,
            '[' | '{' if closed == 0 => {
                return Some(fault(start..start + 1, YamlProblem::BracketNotClosed { bracket }));
            }
            '[' | '{' => closed -= 1,
            _ => {}
        }
    }
    None
}

fn bracket_not_open(text: &str, at: usize) -> Option<Fault> {
    let bracket = text.get(at..)?.chars().next().filter(|c| matches!(c, ']' | '}'))?;
    Some(fault(at..at + 1, YamlProblem::BracketNotOpen { bracket }))
}

/// A colon where there can be none: in a text, or in a line that goes on with the one before.
fn second_colon(text: &str, line: &Line<'_>, at: usize) -> Fault {
    let in_text = |key| fault(at..at + 1, YamlProblem::ColonInText { key });
    if let Some((key, value)) = line.until(at).split_once(": ") {
        let quote = value.chars().next().filter(|c| is_curly_quote(*c));
        return match quote {
            Some(quote) => {
                let start = line.start + key.len() + 2;
                fault(start..start + quote.len_utf8(), YamlProblem::CurlyQuotes)
            }
            // `title: de: Treffen, en: Meeting`
            None => in_text(Some(value.trim().to_owned()).filter(|word| may_be_key(word))),
        };
    }
    let in_text = in_text(None);
    let Some(before) = line.before(text) else { return in_text };
    if let Some(found) = colon_without_space(&before) {
        return found;
    }
    let has_key = before.content.contains(": ") || before.content.trim_end().ends_with(':');
    if line.indent() != before.indent() {
        fault(line.range(), YamlProblem::BadIndent)
    } else if has_key {
        in_text
    } else {
        fault(before.range(), YamlProblem::LineWithoutKey)
    }
}

/// Whether a word can be a key: a language, or one in lower case.
fn may_be_key(word: &str) -> bool {
    let is_name = !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    is_name || Language::new(word).is_some()
}

fn no_key(text: &str, line: &Line<'_>) -> Fault {
    let line = match line.content.trim().is_empty() {
        true => line.before(text).unwrap_or(*line),
        false => *line,
    };
    dash_without_space(&line)
        .or_else(|| colon_without_space(&line))
        .unwrap_or_else(|| fault(line.range(), YamlProblem::LineWithoutKey))
}

fn bad_indent(text: &str, line: &Line<'_>) -> Fault {
    let line = match line.content.trim().is_empty() {
        true => line.before(text).unwrap_or(*line),
        false => *line,
    };
    dash_without_space(&line).unwrap_or_else(|| fault(line.range(), YamlProblem::BadIndent))
}

/// `-a` instead of `- a`.
fn dash_without_space(line: &Line<'_>) -> Option<Fault> {
    let behind = line.content.trim_start().strip_prefix('-')?;
    let forgotten = behind.starts_with(|c: char| !c.is_whitespace() && c != '-');
    let start = line.range().start;
    forgotten.then(|| fault(start..start + 1, YamlProblem::NoSpaceAfterDash))
}

/// `title:Text` instead of `title: Text`.
fn colon_without_space(line: &Line<'_>) -> Option<Fault> {
    let (key, value) = line.content.trim_start().split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
    let forgotten = value.starts_with(|c: char| !c.is_whitespace() && c != '/');
    let colon = line.range().start + key.len();
    let problem = || Problem::from(YamlProblem::NoSpaceAfterColon { key: key.to_owned() });
    (is_key && forgotten).then(|| fault(colon..colon + 1, problem()))
}
