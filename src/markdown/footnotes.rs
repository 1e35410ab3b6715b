//! Footnotes: numbered in the order in which a text refers to them, shown below it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, html};

use super::plain::Plain;
use super::{Found, HOLE};
use crate::problem::ProseWarning;

/// The footnotes of one text.
#[derive(Default)]
pub(super) struct Footnotes<'t> {
    numbers: HashMap<CowStr<'t>, usize>,
    /// How often the text refers to each number.
    references: HashMap<usize, usize>,
    definitions: Vec<(CowStr<'t>, Range<usize>)>,
    passages: BTreeMap<usize, Passage<'t>>,
    /// The number of a footnote that is open, and what was read before it.
    open: Vec<(usize, Passage<'t>)>,
}

/// The text of a footnote, or in the text around one.
struct Passage<'t> {
    events: Vec<Event<'t>>,
    plain: Plain,
}

impl<'t> Footnotes<'t> {
    fn number(&mut self, name: CowStr<'t>) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name).or_insert(next)
    }

    /// A reference: its number, and its HTML.
    pub fn refer(&mut self, name: CowStr<'t>) -> (usize, String) {
        let number = self.number(name);
        let count = self.references.entry(number).or_insert(0);
        *count += 1;
        let id = reference_id(number, *count);
        let html = format!(
            "<sup id=\"{HOLE}#{id}{HOLE}\"><a href=\"#{HOLE}#fn-{number}{HOLE}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        (number, html)
    }

    /// A footnote begins: `events` and `plain` are kept until it ends, and begin empty.
    pub fn start(
        &mut self,
        name: CowStr<'t>,
        range: Range<usize>,
        events: &mut Vec<Event<'t>>,
        plain: &mut Plain,
    ) {
        self.definitions.push((name.clone(), range));
        let number = self.number(name);
        let around = Passage { events: mem::take(events), plain: mem::take(plain) };
        self.open.push((number, around));
    }

    /// A footnote ends: `events` and `plain` continue with what was before it.
    pub fn end(&mut self, events: &mut Vec<Event<'t>>, plain: &mut Plain) {
        let Some((number, around)) = self.open.pop() else { return };
        let events = mem::replace(events, around.events);
        let plain = mem::replace(plain, around.plain);
        self.passages.insert(number, Passage { events, plain });
    }

    /// Writes the footnotes that the text refers to, and reports the others; whether there are any.
    pub fn finish(mut self, html: &mut String, plain: &mut Plain, found: &mut Vec<Found>) -> bool {
        let mut texts = HashSet::new();
        let defined = self.definitions.len();
        for (name, range) in self.definitions {
            let number = self.numbers.get(&name);
            let passage = number.and_then(|number| self.passages.get(number));
            if !texts.insert(name.clone()) {
                let name = name.to_string();
                found.push((range.clone(), ProseWarning::FootnoteTwice { name }.into()));
            } else if passage.is_some_and(|passage| passage.events.is_empty()) {
                let name = name.to_string();
                found.push((range.clone(), ProseWarning::FootnoteEmpty { name }.into()));
            }
            if number.is_none_or(|number| !self.references.contains_key(number)) {
                let name = format!("^{name}");
                found.push((range, ProseWarning::NothingRefersTo { name }.into()));
            }
        }
        self.passages.retain(|number, _| self.references.contains_key(number));
        let has_unseen = self.passages.len() < defined;
        if self.passages.is_empty() {
            return has_unseen;
        }
        html.push_str("<div class=\"footnotes\" role=\"doc-endnotes\"><ol>\n");
        for (number, passage) in self.passages {
            plain.footnote(number, &passage.plain);
            html.push_str(&format!("<li id=\"{HOLE}#fn-{number}{HOLE}\" value=\"{number}\">"));
            html::push_html(html, passage.events.into_iter());
            let count = self.references.get(&number).copied().unwrap_or(0);
            html.push_str(&back_links(number, count));
            html.push_str("</li>\n");
        }
        html.push_str("</ol></div>\n");
        has_unseen
    }
}

/// Whether an anchor is one that a footnote or a reference to it may have.
pub(super) fn is_anchor(id: &str) -> bool {
    let number = id.strip_prefix("fn-").map(|rest| rest.trim_end_matches("-ref"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The anchor of a reference to a footnote; there may be several.
fn reference_id(number: usize, count: usize) -> String {
    if count == 1 { format!("fn-{number}-ref") } else { format!("fn-{number}-ref-{count}") }
}

/// A way back from a footnote to each place that refers to it.
fn back_links(number: usize, references: usize) -> String {
    let link = |count| {
        let id = reference_id(number, count);
        format!(
            "<a href=\"#{HOLE}#{id}{HOLE}\" role=\"doc-backlink\">{HOLE}footnote{HOLE} {number} ↑</a>"
        )
    };
    let links: Vec<String> = (1..=references).map(link).collect();
    if links.is_empty() { String::new() } else { format!("<p>{}</p>", links.join(" ")) }
}
