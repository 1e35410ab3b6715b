//! What the pass over a Markdown text holds, and how it writes.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::footnotes::Footnotes;
use super::headings::Headings;
use super::inline_html::OpenTags;
use super::items::Items;
use super::lists::Lists;
use super::plain::Plain;
use super::tables::Tables;
use super::{Found, Link};
use crate::place::SourcePath;

/// The pass over one text.
pub(super) struct Pass<'t> {
    pub file: &'t SourcePath,
    /// The text as it was typed, and as it is [read](meant::masked).
    pub typed: &'t str,
    pub masked: &'t str,
    /// Events of the text, or of the footnote that is open.
    pub events: Vec<Event<'t>>,
    /// The same as plain text.
    pub plain: Plain,
    pub footnotes: Footnotes<'t>,
    pub headings: Headings<'t>,
    pub lists: Lists,
    pub items: Items,
    /// Where the last paragraph ended.
    pub paragraph_end: usize,
    pub in_code: bool,
    pub tables: Tables,
    /// Where the last table ended.
    pub table_end: usize,
    pub open_tags: OpenTags,
    pub image: Option<(Link, String)>,
    pub open_links: Vec<OpenLink>,
    pub links: Vec<Link>,
    pub found: Vec<Found>,
}

/// A link that is open.
pub(super) struct OpenLink {
    /// Nothing for one that leads nowhere.
    pub number: Option<usize>,
    pub range: Range<usize>,
    /// Whether something of it can be seen.
    pub has_text: bool,
}

impl<'t> Pass<'t> {
    pub fn new(file: &'t SourcePath, typed: &'t str, masked: &'t str, above: usize) -> Self {
        Pass {
            file,
            typed,
            masked,
            events: Vec::new(),
            plain: Plain::default(),
            footnotes: Footnotes::default(),
            headings: Headings::below(above),
            lists: Lists::default(),
            items: Items::default(),
            paragraph_end: 0,
            in_code: false,
            tables: Tables::default(),
            table_end: 0,
            open_tags: OpenTags::default(),
            image: None,
            open_links: Vec::new(),
            links: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Something can be seen: the links that are open have it.
    pub fn show(&mut self) {
        if let Some(link) = self.open_links.last_mut() {
            link.has_text = true;
        }
    }

    pub fn text(&mut self, text: impl Into<CowStr<'t>>) {
        let text = text.into();
        if !text.is_empty() {
            self.plain.text(&text);
            self.events.push(Event::Text(text));
        }
    }

    pub fn raw(&mut self, html: impl Into<CowStr<'t>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    pub fn close_tags(&mut self) {
        let found = &mut self.found;
        let closing = self.open_tags.close(&mut |range, problem| found.push((range, problem)));
        if !closing.is_empty() {
            self.raw(closing);
        }
    }
}
