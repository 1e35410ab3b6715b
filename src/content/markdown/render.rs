//! The one pass over a Markdown text: CommonMark events in, pieces of HTML and plain text
//! out, and on the way every link, image and HTML tag is looked at.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::escape_html;

use super::inline_html::OpenTags;
use super::{Found, Link, Markdown, Piece, Target, slug};
use crate::problem::Problem;
use crate::source::SourcePath;

/// Stands around the number of a hole while a text is made: no content can hold it, because
/// CommonMark replaces U+0000.
const HOLE: char = '\0';

/// Reads a Markdown text that stands in `file`. The page has an `h1` already, so headings
/// begin at `h2`, and none is skipped.
pub fn read(file: &SourcePath, text: &str) -> (Markdown, Vec<Found>) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut broken = Vec::new();
    let mut callback = |link: pulldown_cmark::BrokenLink<'_>| {
        let target = text.get(link.span.clone()).unwrap_or("").to_owned();
        let is_reference = target.ends_with(']') && target.contains("][");
        if is_reference {
            let problem =
                Problem::LinkTarget { target: link.reference.to_string(), suggestion: None };
            broken.push((link.span, problem));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut callback));
    let mut pass = Pass::new(file);
    for (event, range) in parser.into_offset_iter() {
        pass.take(event, range);
    }
    let mut read = pass.finish();
    read.1.append(&mut broken);
    read
}

struct Pass<'t> {
    file: &'t SourcePath,
    /// Events of the text; of the footnote being read when `footnote` says so.
    events: Vec<Event<'t>>,
    footnotes: BTreeMap<usize, Vec<Event<'t>>>,
    outer: Vec<Vec<Event<'t>>>,
    numbers: HashMap<CowStr<'t>, usize>,
    heading: Option<Heading<'t>>,
    level: usize,
    anchors: HashMap<String, usize>,
    tables: usize,
    alignments: Vec<Alignment>,
    column: Option<usize>,
    in_head: bool,
    open_tags: OpenTags,
    image: Option<(Link, String)>,
    open_links: Vec<Option<usize>>,
    plain: String,
    links: Vec<Link>,
    found: Vec<Found>,
}

struct Heading<'t> {
    level: usize,
    id: Option<CowStr<'t>>,
    title: String,
    events: usize,
}

impl<'t> Pass<'t> {
    fn new(file: &'t SourcePath) -> Self {
        Pass {
            file,
            events: Vec::new(),
            footnotes: BTreeMap::new(),
            outer: Vec::new(),
            numbers: HashMap::new(),
            heading: None,
            level: 1,
            anchors: HashMap::new(),
            tables: 0,
            alignments: Vec::new(),
            column: None,
            in_head: false,
            open_tags: OpenTags::default(),
            image: None,
            open_links: Vec::new(),
            plain: String::new(),
            links: Vec::new(),
            found: Vec::new(),
        }
    }

    fn take(&mut self, event: Event<'t>, range: Range<usize>) {
        if self.image.is_some() && !matches!(event, Event::End(TagEnd::Image)) {
            if let (Event::Text(text) | Event::Code(text), Some((_, alt))) =
                (&event, &mut self.image)
            {
                alt.push_str(text);
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.title.push_str(&text);
                }
                self.plain.push_str(&text);
                self.events.push(Event::Text(text));
            }
            Event::Code(code) => {
                if let Some(heading) = &mut self.heading {
                    heading.title.push_str(&code);
                }
                self.plain.push_str(&code);
                self.events.push(Event::Code(code));
            }
            Event::SoftBreak => {
                self.plain.push(' ');
                self.events.push(Event::SoftBreak);
            }
            Event::HardBreak => {
                self.plain.push('\n');
                self.events.push(Event::HardBreak);
            }
            Event::Html(chunk) | Event::InlineHtml(chunk) => {
                let found = &mut self.found;
                let mut report = |range, problem| found.push((range, problem));
                let written = self.open_tags.read(&chunk, range.start, &mut report);
                self.events.push(Event::InlineHtml(written.into()));
            }
            Event::FootnoteReference(name) => {
                let number = self.footnote_number(name);
                self.raw(format!(
                    "<sup id=\"fn-{number}-ref\"><a href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
                ));
            }
            other => self.events.push(other),
        }
    }

    fn raw(&mut self, html: impl Into<CowStr<'t>>) {
        self.events.push(Event::InlineHtml(html.into()));
    }

    fn footnote_number(&mut self, name: CowStr<'t>) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name).or_insert(next)
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, .. } => {
                let level = heading_level(level).max(2).min(self.level + 1);
                self.level = level;
                let events = self.events.len();
                self.heading = Some(Heading { level, id, title: String::new(), events });
            }
            Tag::Link { dest_url, .. } => self.start_link(&dest_url, range),
            Tag::Image { dest_url, .. } => {
                let typed = dest_url.to_string();
                let target =
                    Target::read(self.file, &typed).unwrap_or(Target::Elsewhere(typed.clone()));
                self.image = Some((Link { target, range, typed }, String::new()));
            }
            Tag::FootnoteDefinition(name) => {
                let number = self.footnote_number(name);
                self.outer.push(std::mem::take(&mut self.events));
                self.footnotes.insert(number, Vec::new());
                self.column = None;
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
                self.tables += 1;
                self.raw(format!("{HOLE}table{HOLE} {}", self.tables));
                self.raw("\"><table>");
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, Some(0));
                self.raw("<thead><tr>");
            }
            Tag::TableRow => {
                self.column = Some(0);
                self.raw("<tr>");
            }
            Tag::TableCell => {
                let right = self.column.and_then(|column| self.alignments.get(column))
                    == Some(&Alignment::Right);
                self.raw(match (self.in_head, right) {
                    (true, false) => "<th scope=\"col\">",
                    (true, true) => "<th scope=\"col\" class=\"number\">",
                    (false, false) => "<td>",
                    (false, true) => "<td class=\"number\">",
                });
            }
            Tag::HtmlBlock => {}
            Tag::CodeBlock(kind) => {
                let plain = pulldown_cmark::CodeBlockKind::Indented;
                let _ = kind;
                self.events.push(Event::Start(Tag::CodeBlock(plain)));
            }
            Tag::Item => {
                self.plain.push_str("– ");
                self.events.push(Event::Start(Tag::Item));
            }
            other => self.events.push(Event::Start(other)),
        }
    }

    fn start_link(&mut self, typed: &str, range: Range<usize>) {
        match Target::read(self.file, typed) {
            Ok(target) => {
                let number = self.links.len();
                self.links.push(Link { target, range, typed: typed.to_owned() });
                self.open_links.push(Some(number));
                self.raw(format!("<a href=\"{HOLE}{number}{HOLE}\">"));
            }
            Err(problem) => {
                self.found.push((range, problem));
                self.open_links.push(None);
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => {
                if let Some(Some(number)) = self.open_links.pop() {
                    self.raw("</a>");
                    let typed = &self.links[number].typed;
                    let address = typed.trim_start_matches("mailto:");
                    if !self.plain.ends_with(address) {
                        self.plain.push_str(&format!(" ({HOLE}{number}{HOLE})"));
                    }
                }
            }
            TagEnd::Image => self.end_image(),
            TagEnd::FootnoteDefinition => {
                let outer = self.outer.pop().unwrap_or_default();
                let events = std::mem::replace(&mut self.events, outer);
                if let Some((_, footnote)) =
                    self.footnotes.iter_mut().rev().find(|(_, footnote)| footnote.is_empty())
                {
                    *footnote = events;
                }
            }
            TagEnd::Table => self.raw("</tbody></table></div>"),
            TagEnd::TableHead => {
                self.in_head = false;
                self.raw("</tr></thead><tbody>");
            }
            TagEnd::TableRow => {
                self.plain.push('\n');
                self.raw("</tr>");
            }
            TagEnd::TableCell => {
                self.column = self.column.map(|column| column + 1);
                self.plain.push(' ');
                self.raw(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::HtmlBlock => self.close_tags(),
            TagEnd::Paragraph => {
                self.close_tags();
                self.plain.push_str("\n\n");
                self.events.push(Event::End(TagEnd::Paragraph));
            }
            TagEnd::Item | TagEnd::CodeBlock => {
                self.plain.push('\n');
                self.events.push(Event::End(tag));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    fn close_tags(&mut self) {
        let found = &mut self.found;
        let closing = self.open_tags.close(&mut |range, problem| found.push((range, problem)));
        if !closing.is_empty() {
            self.raw(closing);
        }
    }

    fn end_heading(&mut self) {
        self.close_tags();
        let Some(heading) = self.heading.take() else { return };
        let wanted = heading.id.map_or_else(|| slug(&heading.title), |id| id.to_string());
        let wanted = if wanted.is_empty() { "section".to_owned() } else { wanted };
        let count = self.anchors.entry(wanted.clone()).or_insert(0);
        *count += 1;
        let id = if *count == 1 { wanted } else { format!("{wanted}-{count}") };
        let mut open = format!("<h{} id=\"", heading.level);
        let _ = escape_html(&mut open, &id);
        open.push_str("\">");
        self.events.insert(heading.events, Event::InlineHtml(open.into()));
        self.raw(format!("</h{}>\n", heading.level));
        self.plain.push_str("\n\n");
    }

    fn end_image(&mut self) {
        let Some((link, alt)) = self.image.take() else { return };
        if !matches!(&link.target, Target::Content(path, _) if path.starts_with("content/media/")) {
            self.found.push((link.range, Problem::ImageElsewhere { target: link.typed }));
            return;
        }
        if alt.trim().is_empty() {
            self.found.push((link.range.clone(), Problem::ImageWithoutAlt));
        }
        let number = self.links.len();
        self.links.push(link);
        let mut html = format!("<img src=\"{HOLE}{number}{HOLE}\" loading=\"lazy\" alt=\"");
        let _ = escape_html(&mut html, &alt);
        html.push_str("\">");
        self.raw(html);
    }

    fn finish(mut self) -> (Markdown, Vec<Found>) {
        self.close_tags();
        let mut html = String::new();
        html::push_html(&mut html, self.events.into_iter());
        let defined: Vec<(usize, Vec<Event<'_>>)> =
            self.footnotes.into_iter().filter(|(_, events)| !events.is_empty()).collect();
        if !defined.is_empty() {
            html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\"><ol>\n");
            for (number, events) in defined {
                html.push_str(&format!("<li id=\"fn-{number}\" value=\"{number}\">"));
                html::push_html(&mut html, events.into_iter());
                html.push_str(&format!(
                    "<p><a href=\"#fn-{number}-ref\" role=\"doc-backlink\">{HOLE}footnote{HOLE} {number} ↑</a></p></li>\n"
                ));
            }
            html.push_str("</ol></section>\n");
        }
        let plain = pieces(self.plain.trim());
        (Markdown { html: pieces(&html), plain, links: self.links }, self.found)
    }
}

fn heading_level(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// Cuts a text at its holes.
fn pieces(text: &str) -> Vec<Piece> {
    text.split(HOLE)
        .enumerate()
        .filter(|(index, piece)| index % 2 == 1 || !piece.is_empty())
        .map(|(index, piece)| match (index % 2, piece.parse(), piece) {
            (0, _, text) => Piece::Text(text.to_owned()),
            (_, Ok(number), _) => Piece::Link(number),
            (_, _, "table") => Piece::Interface("markdown.table"),
            _ => Piece::Interface("markdown.footnote"),
        })
        .collect()
}
