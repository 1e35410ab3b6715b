//! A line of YAML: its indent, and the value behind its key.

use std::ops::Range;

use super::Edit;
use crate::yaml::invisible::is_curly_quote;

/// A line of a text, without its end.
#[derive(Clone, Copy)]
pub(super) struct Line<'t> {
    text: &'t str,
    pub start: usize,
    content: &'t str,
}

/// The value of a line, with its bytes.
pub(super) struct LineValue<'t> {
    pub range: Range<usize>,
    pub text: &'t str,
    /// The same with what YAML takes for a comment.
    whole: &'t str,
}

impl<'t> Line<'t> {
    /// The line that a byte is in.
    pub(super) fn with(text: &'t str, at: usize) -> Self {
        let start = text.get(..at).and_then(|t| t.rfind('\n')).map_or(0, |newline| newline + 1);
        let content = text.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or("");
        Line { text, start, content: content.trim_end() }
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.content.len()
    }

    pub(super) fn indent(&self) -> &'t str {
        let length = self.content.len() - self.content.trim_start().len();
        self.content.get(..length).unwrap_or("")
    }

    /// What stands behind a byte of the text.
    pub(super) fn behind(&self, at: usize) -> Option<&'t str> {
        self.content.get(at.checked_sub(self.start)?..)
    }

    /// Whether the next line belongs to this one: it is set in further.
    pub(super) fn goes_on(&self) -> bool {
        let behind = self.text.get(self.end()..).unwrap_or("");
        let next = behind.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or("");
        next.len() - next.trim_start().len() > self.indent().len()
    }

    /// The value of `key: value`, `- value` or `- key: value`.
    pub(super) fn value(&self) -> Option<LineValue<'t>> {
        let mut start = self.indent().len();
        while self.content.get(start..)?.starts_with("- ") {
            let rest = self.content.get(start + 1..)?;
            start = self.content.len() - rest.trim_start().len();
        }
        let rest = self.content.get(start..)?;
        let is_in_list = start > self.indent().len();
        let key = rest.find(": ").filter(|end| {
            rest.get(..*end).is_some_and(|key| {
                !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || "_-".contains(c))
            })
        });
        let start = match key {
            Some(end) => {
                let value = rest.get(end + 1..)?;
                self.content.len() - value.trim_start().len()
            }
            None if is_in_list => start,
            None => return None,
        };
        let whole = self.content.get(start..).filter(|value| !value.is_empty())?;
        let value = comment(whole).and_then(|at| whole.get(..at)).unwrap_or(whole).trim_end();
        let start = self.start + start;
        Some(LineValue { range: start..start + value.len(), text: value, whole })
    }

    /// `„Treffen“` without its marks, or in straight ones where it needs some.
    pub(super) fn straight_quotes(&self, mark: &Range<usize>) -> Option<Edit> {
        // A single word, wherever it stands: `{currency: „EUR“}`.
        let rest = self.behind(mark.end)?;
        let word = rest.find(is_curly_quote).and_then(|end| rest.get(..end)).unwrap_or("");
        let is_word =
            !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_./@+".contains(c));
        if is_word {
            let closing = rest.get(word.len()..)?.chars().next()?;
            let end = mark.end + word.len() + closing.len_utf8();
            let behind = self.behind(end)?.trim_start();
            if behind.is_empty() || behind.starts_with([',', ']', '}']) {
                return Edit::new(mark.start..end, word);
            }
        }
        let value = self.value().filter(|_| !self.goes_on())?;
        let (first, last) = (value.text.chars().next()?, value.text.chars().next_back()?);
        // `"Treffen“`: only the last mark is wrong.
        if first == '"' && is_curly_quote(last) && mark.end == value.range.end {
            let is_alone = value.text.matches('"').count() == 1;
            return is_alone.then(|| Edit::new(mark.clone(), "\""))?;
        }
        if value.range.start != mark.start {
            return None;
        }
        let inner = value.text.strip_prefix(first)?.strip_suffix(last).unwrap_or("");
        let is_whole = is_curly_quote(last) && !inner.contains(is_curly_quote);
        let kept = if is_whole { inner } else { value.text };
        Edit::new(value.range.clone(), quoted(kept))
    }
}

/// Where a comment begins behind a value. »Halle #4« is a text whose number would be lost.
fn comment(value: &str) -> Option<usize> {
    let mut signs = value.match_indices(" #").map(|(at, _)| at);
    let is_text =
        |at: usize| value.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    signs.find(|at| !is_text(*at))
}

impl LineValue<'_> {
    /// The value in double quotation marks.
    pub(super) fn quoted(&self) -> String {
        quoted(self.text)
    }

    /// A value that begins with a quotation mark and has more of them, in marks of the other kind.
    /// Those around it go where they were meant for YAML, as in `"Er sagte "Ja""`, and stay where
    /// they are part of the text, as in `"Ja" und "Nein"`. Nothing where that cannot be said.
    pub(super) fn requoted(&self) -> Option<String> {
        let quote = self.text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let behind = self.text.strip_prefix(quote)?;
        let (before_next, behind_next) = behind.split_once(quote)?;
        let closes = closes(before_next, behind_next);
        let goes_on = behind_next.contains(char::is_alphanumeric);
        let is_even = self.text.matches(quote).count() % 2 == 0;
        let text = match behind.strip_suffix(quote) {
            Some(inner) if !closes => inner,
            _ if closes && is_even && goes_on => self.text,
            _ => return None,
        };
        let in_other = match quote {
            '"' => format!("'{}'", text.replace('\'', "''")),
            _ => quoted(text),
        };
        // In double quotation marks a backslash begins an escape.
        (quote == '\'' || !text.contains('\\')).then_some(in_other)
    }

    /// The same up to the end of the line, with what YAML takes for a comment.
    pub(super) fn with_comment(&self) -> Self {
        let range = self.range.start..self.range.start + self.whole.len();
        LineValue { range, text: self.whole, whole: self.whole }
    }
}

/// Whether a quotation mark between two texts closes one that stands before: a letter or a sign is
/// before it and none behind it. In `„Zitat"` it closes that of the word.
fn closes(before: &str, behind: &str) -> bool {
    let ends = before.chars().next_back().is_some_and(|c| !c.is_whitespace());
    let in_word = behind.starts_with(char::is_alphanumeric);
    let is_of_word = before.matches(is_curly_quote).count() % 2 == 1;
    ends && !in_word && !is_of_word
}

/// A text in double quotation marks (YAML 1.2.2, 7.3.1).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
