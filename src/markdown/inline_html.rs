//! The little HTML that is allowed in Markdown: `<span lang="…">`, `<abbr title="…">` and
//! `<br>`. Comments are dropped; every other tag is an editor's mistake, never an output.

use std::ops::Range;

use pulldown_cmark_escape::escape_html;

use crate::language::Language;
use crate::problem::{Problem, TextProblem};
use crate::values::unknown_language;

/// What is open.
#[derive(Debug, Default)]
pub struct OpenTags {
    /// With the bytes where they were opened.
    allowed: Vec<(&'static str, Range<usize>)>,
    /// Not allowed and reported: where they close is not a second mistake.
    refused: Vec<String>,
    /// How many were open where the Markdown began that is open now: emphasis, links.
    around: Vec<usize>,
    /// A comment can span several chunks: a block of HTML comes line by line.
    comment: Option<Range<usize>>,
}

impl OpenTags {
    /// Reads a chunk of HTML and returns what may be in the output.
    pub fn read(
        &mut self,
        chunk: &str,
        offset: usize,
        report: &mut impl FnMut(Range<usize>, Problem),
    ) -> String {
        let mut output = String::new();
        let mut rest = if self.comment.is_some() { self.after_comment(chunk) } else { chunk };
        while let Some(start) = rest.find('<') {
            let (text, tag) = rest.split_at(start);
            push_escaped(&mut output, text);
            let at = offset + chunk.len() - tag.len();
            let (length, written) = self.tag(tag, at, report);
            output.push_str(&written);
            rest = tag.get(length..).unwrap_or("");
        }
        push_escaped(&mut output, rest);
        output
    }

    /// Reads the tag or comment at the start of `text`; gives its length and what becomes of it.
    fn tag(
        &mut self,
        text: &str,
        at: usize,
        report: &mut impl FnMut(Range<usize>, Problem),
    ) -> (usize, String) {
        if text.starts_with("<!--") {
            self.comment = Some(at..at + 4);
            let rest = self.after_comment(text.get(4..).unwrap_or(""));
            return (text.len() - rest.len(), String::new());
        }
        let length = text.find('>').map_or(text.len(), |end| end + 1);
        let inner = text.get(1..length.saturating_sub(1)).unwrap_or("").trim();
        let range = at..at + length;
        if let Some(name) = inner.strip_prefix('/') {
            let inside = self.allowed.len() > self.around.last().copied().unwrap_or_default();
            return match self.allowed.last().filter(|_| inside) {
                Some((open, _)) if *open == name.trim() => {
                    self.allowed.pop();
                    (length, format!("</{}>", name.trim()))
                }
                _ if self.refused.iter().any(|refused| refused == name.trim()) => {
                    (length, String::new())
                }
                _ => {
                    report(range, TextProblem::HtmlNotAllowed { tag: inner.to_owned() }.into());
                    (length, String::new())
                }
            };
        }
        match allowed(inner) {
            Some((name, written)) => {
                if name != "br" {
                    self.allowed.push((name, range));
                }
                (length, written)
            }
            None => {
                let (tag, attribute) = inner.split_once(char::is_whitespace).unwrap_or((inner, ""));
                self.refused.push(tag.to_owned());
                let language = quoted(attribute.trim(), "lang").filter(|_| tag == "span");
                report(
                    range,
                    match language {
                        Some(tag) => unknown_language(tag),
                        None => TextProblem::HtmlNotAllowed { tag: tag.to_owned() }.into(),
                    },
                );
                (length, String::new())
            }
        }
    }

    /// What follows the end of the comment that is open; `None` when it continues.
    fn after_comment<'t>(&mut self, text: &'t str) -> &'t str {
        match text.split_once("-->") {
            Some((_, behind)) => {
                self.comment = None;
                behind
            }
            None => "",
        }
    }

    /// Reports a comment that nobody closed: it has swallowed the rest of the text.
    pub fn close_comment(&mut self, report: &mut impl FnMut(Range<usize>, Problem)) {
        if let Some(range) = self.comment.take() {
            report(range, TextProblem::HtmlNotClosed { tag: "!--".to_owned() }.into());
        }
    }

    /// Markdown begins that has an end.
    pub fn enter(&mut self) {
        self.around.push(self.allowed.len());
    }

    /// The Markdown ends: what was opened inside of it ends too, and is reported. Where it closes
    /// is not a second mistake.
    pub fn leave(&mut self, report: &mut impl FnMut(Range<usize>, Problem)) -> String {
        let around = self.around.pop().unwrap_or_default();
        self.close_all_but(around, report)
    }

    /// Closes what is still open at the end of a paragraph, a cell or an item, and reports it.
    pub fn close(&mut self, report: &mut impl FnMut(Range<usize>, Problem)) -> String {
        self.around.clear();
        self.close_all_but(0, report)
    }

    fn close_all_but(
        &mut self,
        around: usize,
        report: &mut impl FnMut(Range<usize>, Problem),
    ) -> String {
        let mut output = String::new();
        for (name, range) in self.allowed.drain(around.min(self.allowed.len())..).rev() {
            report(range, TextProblem::HtmlNotClosed { tag: name.to_owned() }.into());
            output.push_str(&format!("</{name}>"));
            self.refused.push(name.to_owned());
        }
        output
    }
}

/// The name of an opening tag and how it is written, if it is one of the allowed.
fn allowed(inner: &str) -> Option<(&'static str, String)> {
    let (name, attribute) = match inner.split_once(char::is_whitespace) {
        Some((name, attribute)) => (name, attribute.trim()),
        None => (inner.trim_end_matches('/'), ""),
    };
    match name {
        "br" if matches!(attribute, "" | "/") => Some(("br", "<br>".to_owned())),
        "span" => {
            let language = Language::new(quoted(attribute, "lang")?)?;
            Some(("span", format!("<span lang=\"{language}\">")))
        }
        "abbr" => {
            let mut title = String::new();
            push_escaped(&mut title, quoted(attribute, "title")?);
            Some(("abbr", format!("<abbr title=\"{}\">", title.replace('"', "&quot;"))))
        }
        _ => None,
    }
}

fn quoted<'t>(attribute: &'t str, name: &str) -> Option<&'t str> {
    let value = attribute.strip_prefix(name)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let inner = value.strip_prefix(quote)?.strip_suffix(quote)?;
    (!inner.is_empty() && !inner.contains(quote)).then_some(inner)
}

fn push_escaped(output: &mut String, text: &str) {
    // Writing into a String cannot fail.
    let _ = escape_html(output, text);
}
