//! Markup where there is none: titles and summaries are shown as they are typed.

use crate::markdown::{Found, TextKind};
use crate::problem::ProseWarning;

/// Elements that come along when text is copied from a web page.
const ELEMENTS: [&str; 22] = [
    "b", "i", "u", "em", "strong", "br", "p", "span", "a", "div", "h1", "h2", "h3", "ul", "ol",
    "li", "sup", "sub", "abbr", "font", "small", "img",
];

/// Entities, tags, emphasis and links of Markdown in a text.
pub(super) fn markup(text: &str, kind: TextKind) -> Vec<Found> {
    let mut found = Vec::new();
    let mut stars: Option<usize> = None;
    let mut opened: Option<usize> = None;
    for (at, sign) in text.char_indices() {
        let rest = text.get(at..).unwrap_or("");
        let length = match sign {
            '&' => entity(rest),
            '<' => tag(rest),
            '*' if rest.starts_with("**") && !text.get(..at).is_some_and(|b| b.ends_with('*')) => {
                let outer = stars.take();
                let inner = outer.and_then(|start| text.get(start + 2..at));
                match inner.filter(|inner| !inner.is_empty() && inner.trim() == *inner) {
                    Some(_) => outer.map(|start| (start, at + 2)),
                    None => {
                        stars = Some(at);
                        None
                    }
                }
            }
            '[' => {
                opened = Some(at);
                None
            }
            ']' => opened.take().and_then(|start| {
                let target = rest.strip_prefix("](")?;
                let length = target.find(|c: char| c == ')' || c.is_whitespace())?;
                let closes = target.get(length..)?.starts_with(')');
                (closes && length > 0).then_some((start, at + 2 + length + 1))
            }),
            _ => None,
        };
        let range = match (length, sign) {
            (Some((0, length)), '&' | '<') => at..at + length,
            (Some((start, end)), _) => start..end,
            (None, _) => continue,
        };
        let passage = text.get(range.clone()).unwrap_or("").to_owned();
        found.push((range, ProseWarning::MarkupInPlainText { found: passage }.into()));
    }
    // In running text people write `*so*` and mean it.
    let marks = if kind == TextKind::Title { ["*", "~~", "`"].as_slice() } else { &["~~", "`"] };
    for mark in marks {
        found.extend(between(text, mark));
    }
    found
}

/// Passages between two marks that enclose them as Markdown needs it: `*Neu*`. A gender star has
/// letters on both sides, a star behind a word no partner before one.
fn between(text: &str, mark: &str) -> Vec<Found> {
    let before = |at: usize| text.get(..at).and_then(|text| text.chars().next_back());
    let behind = |at: usize| text.get(at + mark.len()..).and_then(|text| text.chars().next());
    let is_outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !mark.contains(c));
    let is_inside = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !mark.contains(c));
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, _) in text.match_indices(mark) {
        match open {
            Some(start) if is_inside(before(at)) && is_outside(behind(at)) => {
                open = None;
                let range = start..at + mark.len();
                let passage = text.get(range.clone()).unwrap_or("").to_owned();
                found.push((range, ProseWarning::MarkupInPlainText { found: passage }.into()));
            }
            _ if is_outside(before(at)) && is_inside(behind(at)) => open = Some(at),
            _ => {}
        }
    }
    found
}

/// The length of an entity that the text begins with.
fn entity(text: &str) -> Option<(usize, usize)> {
    let name = text.get(1..)?;
    let name = name.strip_prefix('#').unwrap_or(name);
    let length = name.bytes().take(9).take_while(u8::is_ascii_alphanumeric).count();
    let is_entity = length > 1 && name.get(length..)?.starts_with(';');
    is_entity.then_some((0, text.len() - name.len() + length + 1))
}

/// The length of a tag that the text begins with.
fn tag(text: &str) -> Option<(usize, usize)> {
    let name = text.get(1..)?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let length = name.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let known = ELEMENTS.contains(&name.get(..length)?.to_ascii_lowercase().as_str());
    let behind = name.get(length..)?;
    let end = behind.bytes().take(300).position(|byte| byte == b'>')?;
    let fits = end == 0 || behind.starts_with([' ', '/']);
    (known && fits).then_some((0, text.len() - behind.len() + end + 1))
}
