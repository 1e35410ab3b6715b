//! Headings: their levels on the page, their anchors, and sections without content.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag};
use pulldown_cmark_escape::escape_html;

use super::{Found, HOLE, footnotes, slug};
use crate::problem::ProseWarning;

/// The headings of one text.
pub(super) struct Headings<'t> {
    /// The level of the heading above the text.
    above: usize,
    /// The level of the last heading on the page.
    level: usize,
    open: Option<Heading<'t>>,
    /// The last heading, while it has no content.
    empty: Option<Section>,
    anchors: HashSet<String>,
    /// How often a title was counted on.
    counts: HashMap<String, usize>,
}

/// A heading that is open.
struct Heading<'t> {
    typed: HeadingLevel,
    range: Range<usize>,
    level: usize,
    id: Option<CowStr<'t>>,
    title: String,
    /// How many events stood before it.
    events: usize,
}

/// A heading as it was typed.
struct Section {
    level: HeadingLevel,
    range: Range<usize>,
    title: String,
}

/// A heading that has ended: its tags, and how many events stood before it.
pub(super) struct Ended {
    pub open: String,
    pub close: String,
    pub events: usize,
}

impl<'t> Headings<'t> {
    pub fn below(above: usize) -> Self {
        Headings {
            above,
            level: above,
            open: None,
            empty: None,
            anchors: HashSet::new(),
            counts: HashMap::new(),
        }
    }

    /// A heading begins: one level deeper than the one before at most.
    pub fn start(
        &mut self,
        typed: HeadingLevel,
        id: Option<CowStr<'t>>,
        range: Range<usize>,
        events: usize,
    ) {
        let level = number(typed).clamp(self.above + 1, self.level + 1).min(6);
        self.level = level;
        self.open = Some(Heading { typed, range, level, id, title: String::new(), events });
    }

    /// Adds to the title of the heading that is open, if one is.
    pub fn title(&mut self, text: &str) {
        if let Some(heading) = &mut self.open {
            heading.title.push_str(text);
        }
    }

    /// Something comes: if it can be seen, the section of the last heading is not empty.
    pub fn see(&mut self, event: &Event<'_>) {
        if self.open.is_none() && is_content(event) {
            self.empty = None;
        }
    }

    pub fn end(&mut self) -> Option<Ended> {
        let heading = self.open.take()?;
        let id = self.anchor(&heading);
        let (level, title) = (heading.typed, heading.title);
        self.empty = Some(Section { level, range: heading.range, title });
        let mut open = format!("<h{} id=\"{HOLE}#", heading.level);
        let _ = escape_html(&mut open, &id);
        open.push_str(&format!("{HOLE}\">"));
        Some(Ended { open, close: format!("</h{}>\n", heading.level), events: heading.events })
    }

    /// The anchor that was typed, else one of the title; counted on while it is taken.
    fn anchor(&mut self, heading: &Heading<'_>) -> String {
        let typed = heading.id.as_ref().map(ToString::to_string);
        let wanted = typed.unwrap_or_else(|| slug::anchor(&heading.title));
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let mut id = wanted.clone();
        let count = self.counts.entry(wanted.clone()).or_insert(1);
        while footnotes::is_anchor(&id) || self.anchors.contains(&id) {
            *count += 1;
            id = format!("{wanted}-{count}");
        }
        self.anchors.insert(id.clone());
        id
    }

    /// A heading of a `next` level, or the end of the text, ends a section without content.
    pub fn end_section(&mut self, next: Option<HeadingLevel>, found: &mut Vec<Found>) {
        let ends = |section: &Section| next.is_none_or(|next| next <= section.level);
        if let Some(Section { range, title, .. }) = self.empty.take().filter(ends) {
            found.push((range, ProseWarning::EmptySection { title }.into()));
        }
    }
}

/// Whether an event shows something: comments do not.
fn is_content(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::Heading { .. } | Tag::HtmlBlock) | Event::End(_) => false,
        Event::Html(html) => !html.trim_start().starts_with("<!--"),
        _ => true,
    }
}

fn number(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
