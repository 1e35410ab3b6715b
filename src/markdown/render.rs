//! The one pass over a Markdown text: CommonMark events in, pieces of HTML and plain text
//! out, and on the way every link, image and HTML tag is looked at.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use pulldown_cmark::{
    Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html,
};
use pulldown_cmark_escape::escape_html;

use super::inline_html::OpenTags;
use super::plain::Plain;
use super::{Found, HOLE, Link, Markdown, Piece, Target, slug};
use crate::place::SourcePath;
use crate::problem::{TextProblem, Warning};

/// Reads a Markdown text that stands in `file`, and on its page under a heading of the level
/// `above`: its own begin one below, and none is skipped.
pub fn read(file: &SourcePath, text: &str, above: usize) -> (Markdown, Vec<Found>) {
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
                TextProblem::LinkTarget { target: link.reference.to_string(), suggestion: None };
            broken.push((link.span, problem.into()));
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, options, Some(&mut callback));
    let mut pass = Pass::new(file, above);
    for (event, range) in parser.into_offset_iter() {
        pass.take(event, range);
    }
    let (markdown, mut found) = pass.finish();
    found.append(&mut broken);
    for (range, _) in &mut found {
        // The range of a block goes on to the next line.
        let length = text.get(range.clone()).unwrap_or("").trim_end().len();
        range.end = range.start + length.max(1).min(range.len());
    }
    (markdown, found)
}

struct Pass<'t> {
    file: &'t SourcePath,
    /// Events of the text, or of the footnote that is open.
    events: Vec<Event<'t>>,
    /// The same as plain text.
    plain: Plain,
    footnotes: BTreeMap<usize, Footnote<'t>>,
    /// The number of a footnote that is open, and what was read before it.
    outer: Vec<(usize, Footnote<'t>)>,
    numbers: HashMap<CowStr<'t>, usize>,
    /// How often a footnote was referred to.
    references: HashMap<usize, usize>,
    heading: Option<Heading<'t>>,
    /// The last heading, while nothing stands under it.
    empty_section: Option<Section>,
    above: usize,
    level: usize,
    anchors: HashMap<String, usize>,
    tables: usize,
    alignments: Vec<Alignment>,
    column: Option<usize>,
    in_head: bool,
    open_tags: OpenTags,
    image: Option<(Link, String)>,
    open_links: Vec<Option<usize>>,
    links: Vec<Link>,
    found: Vec<Found>,
}

/// A footnote, or the text around one.
#[derive(Default)]
struct Footnote<'t> {
    events: Vec<Event<'t>>,
    plain: Plain,
}

/// A heading as it was typed.
struct Section {
    level: HeadingLevel,
    range: Range<usize>,
    title: String,
}

struct Heading<'t> {
    typed: HeadingLevel,
    range: Range<usize>,
    level: usize,
    id: Option<CowStr<'t>>,
    title: String,
    events: usize,
}

impl<'t> Pass<'t> {
    fn new(file: &'t SourcePath, above: usize) -> Self {
        Pass {
            file,
            events: Vec::new(),
            plain: Plain::default(),
            footnotes: BTreeMap::new(),
            outer: Vec::new(),
            numbers: HashMap::new(),
            references: HashMap::new(),
            heading: None,
            empty_section: None,
            above,
            level: above,
            anchors: HashMap::new(),
            tables: 0,
            alignments: Vec::new(),
            column: None,
            in_head: false,
            open_tags: OpenTags::default(),
            image: None,
            open_links: Vec::new(),
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
        if self.heading.is_none() && is_content(&event) {
            self.empty_section = None;
        }
        match event {
            Event::Start(tag) => {
                if is_inline(&tag.to_end()) {
                    self.open_tags.enter();
                }
                self.start(tag, range);
            }
            Event::End(tag) => {
                if is_inline(&tag) {
                    let found = &mut self.found;
                    let closing =
                        self.open_tags.leave(&mut |range, problem| found.push((range, problem)));
                    if !closing.is_empty() {
                        self.raw(closing);
                    }
                }
                self.end(tag);
            }
            Event::Text(text) => {
                if let Some(heading) = &mut self.heading {
                    heading.title.push_str(&text);
                }
                self.plain.text(&text);
                self.events.push(Event::Text(text));
            }
            Event::Code(code) => {
                if let Some(heading) = &mut self.heading {
                    heading.title.push_str(&code);
                }
                self.plain.text(&code);
                self.events.push(Event::Code(code));
            }
            Event::SoftBreak => {
                self.plain.text(" ");
                self.events.push(Event::SoftBreak);
            }
            Event::HardBreak => {
                self.plain.end_line();
                self.raw("<br>\n");
            }
            Event::Html(chunk) | Event::InlineHtml(chunk) => {
                let found = &mut self.found;
                let mut report = |range, problem| found.push((range, problem));
                let written = self.open_tags.read(&chunk, range.start, &mut report);
                if written.contains("<br>") {
                    self.plain.end_line();
                }
                self.events.push(Event::InlineHtml(written.into()));
            }
            Event::FootnoteReference(name) => {
                let number = self.footnote_number(name);
                let count = self.references.entry(number).or_insert(0);
                *count += 1;
                let id = reference_id(number, *count);
                self.plain.text(&format!(" [{number}]"));
                self.raw(format!(
                    "<sup id=\"{id}\"><a href=\"#fn-{number}\" role=\"doc-noteref\">{number}</a></sup>"
                ));
            }
            // A slash at the end of a tag means nothing in HTML.
            Event::Rule => self.raw("<hr>\n"),
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
                let typed = level;
                if typed == HeadingLevel::H1 {
                    self.found.push((range.clone(), Warning::HeadingOfPage.into()));
                }
                self.end_section(Some(typed));
                let level = heading_level(typed).clamp(self.above + 1, self.level + 1).min(6);
                self.level = level;
                let events = self.events.len();
                let title = String::new();
                self.heading = Some(Heading { typed, range, level, id, title, events });
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.start_link(&format!("mailto:{dest_url}"), range);
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
                let around = Footnote {
                    events: std::mem::take(&mut self.events),
                    plain: std::mem::take(&mut self.plain),
                };
                self.outer.push((number, around));
                self.column = None;
            }
            Tag::Table(alignments) => {
                self.alignments = alignments;
                self.raw("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"");
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
                if self.column.is_some_and(|column| column > 0) {
                    self.plain.text(" | ");
                }
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
            Tag::List(first) => {
                self.close_tags();
                self.plain.start_list(first);
                self.events.push(Event::Start(Tag::List(first)));
            }
            Tag::Item => {
                self.plain.start_item();
                self.events.push(Event::Start(Tag::Item));
            }
            Tag::Strikethrough => {
                self.plain.struck += 1;
                self.events.push(Event::Start(Tag::Strikethrough));
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
                    if let Some(link) = self.links.get(number) {
                        self.plain.link(number, link);
                    }
                }
            }
            TagEnd::Image => self.end_image(),
            TagEnd::FootnoteDefinition => {
                let Some((number, around)) = self.outer.pop() else { return };
                let events = std::mem::replace(&mut self.events, around.events);
                let plain = std::mem::replace(&mut self.plain, around.plain);
                self.footnotes.insert(number, Footnote { events, plain });
            }
            TagEnd::Table => {
                self.plain.end_block();
                self.raw("</tbody></table></div>\n");
            }
            TagEnd::TableHead => {
                self.in_head = false;
                self.plain.end_line();
                self.raw("</tr></thead><tbody>");
            }
            TagEnd::TableRow => {
                self.plain.end_line();
                self.raw("</tr>");
            }
            TagEnd::TableCell => {
                self.close_tags();
                self.column = self.column.map(|column| column + 1);
                self.raw(if self.in_head { "</th>" } else { "</td>" });
            }
            TagEnd::HtmlBlock => {
                let found = &mut self.found;
                self.open_tags.close_comment(&mut |range, problem| found.push((range, problem)));
                self.close_tags();
            }
            TagEnd::Paragraph => {
                self.close_tags();
                self.plain.end_paragraph();
                self.events.push(Event::End(TagEnd::Paragraph));
            }
            TagEnd::List(_) => {
                self.plain.end_list();
                self.events.push(Event::End(tag));
            }
            TagEnd::DefinitionListTitle => {
                self.close_tags();
                self.plain.text(": ");
                self.events.push(Event::End(tag));
            }
            TagEnd::Strikethrough => {
                self.plain.struck = self.plain.struck.saturating_sub(1);
                self.events.push(Event::End(tag));
            }
            TagEnd::Item | TagEnd::DefinitionListDefinition => {
                self.close_tags();
                self.plain.end_line();
                self.events.push(Event::End(tag));
            }
            TagEnd::CodeBlock | TagEnd::DefinitionList => {
                self.plain.end_block();
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
        let (title, range) = (heading.title.clone(), heading.range);
        self.empty_section = Some(Section { level: heading.typed, range, title });
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
        self.plain.end_block();
    }

    /// A heading of a `next` level, or the end of the text, ends what nothing stands under.
    fn end_section(&mut self, next: Option<HeadingLevel>) {
        let ends = |section: &Section| next.is_none_or(|next| next <= section.level);
        if let Some(Section { range, title, .. }) = self.empty_section.take().filter(ends) {
            self.found.push((range, Warning::EmptySection { title }.into()));
        }
    }

    fn end_image(&mut self) {
        let Some((link, alt)) = self.image.take() else { return };
        if !matches!(&link.target, Target::Content(path, _) if path.starts_with("content/media/")) {
            self.found
                .push((link.range, TextProblem::ImageElsewhere { target: link.typed }.into()));
            return;
        }
        if alt.trim().is_empty() {
            self.found.push((link.range.clone(), TextProblem::ImageWithoutAlt.into()));
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
        self.end_section(None);
        let mut html = String::new();
        html::push_html(&mut html, self.events.into_iter());
        if !self.footnotes.is_empty() {
            html.push_str("<div class=\"footnotes\" role=\"doc-endnotes\"><ol>\n");
            for (number, footnote) in self.footnotes {
                self.plain.footnote(number, &footnote.plain);
                html.push_str(&format!("<li id=\"fn-{number}\" value=\"{number}\">"));
                html::push_html(&mut html, footnote.events.into_iter());
                let count = self.references.get(&number).copied().unwrap_or(0);
                html.push_str(&back_links(number, count));
                html.push_str("</li>\n");
            }
            html.push_str("</ol></div>\n");
        }
        let plain = pieces(self.plain.finished());
        (Markdown { html: pieces(&html), plain, links: self.links }, self.found)
    }
}

/// The anchor of a reference to a footnote; there may be several.
fn reference_id(number: usize, count: usize) -> String {
    if count == 1 { format!("fn-{number}-ref") } else { format!("fn-{number}-ref-{count}") }
}

/// A way back from a footnote to each place that refers to it.
fn back_links(number: usize, references: usize) -> String {
    let link = |count| {
        let id = reference_id(number, count);
        format!("<a href=\"#{id}\" role=\"doc-backlink\">{HOLE}footnote{HOLE} {number} ↑</a>")
    };
    let links: Vec<String> = (1..=references).map(link).collect();
    if links.is_empty() { String::new() } else { format!("<p>{}</p>", links.join(" ")) }
}

/// Markdown inside of a paragraph that has an end.
fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// Whether an event shows something: comments do not.
fn is_content(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::Heading { .. } | Tag::HtmlBlock) | Event::End(_) => false,
        Event::Html(html) => !html.trim_start().starts_with("<!--"),
        _ => true,
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
