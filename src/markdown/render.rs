//! The one pass over a Markdown text: CommonMark events in, pieces of HTML and plain text
//! out, and on the way every link, image and HTML tag is looked at.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
    TextMergeWithOffset, html,
};

use super::pass::Pass;
use super::{FACTS, Found, HOLE, Markdown, Piece, meant, rows, slips};
use crate::place::SourcePath;
use crate::problem::{ProseWarning, TextProblem};

/// Reads a Markdown text that is in `file`, and on its page under a heading of the level
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
    let masked = meant::masked(text);
    let parser = Parser::new_with_broken_link_callback(&masked, options, Some(&mut callback));
    let mut pass = Pass::new(file, text, &masked, above);
    let definitions = parser.reference_definitions().iter();
    let mut unused: HashMap<String, Range<usize>> =
        definitions.map(|(label, link)| (label.to_lowercase(), link.span.clone())).collect();
    for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        if let Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) = &event {
            unused.remove(&id.to_lowercase());
        }
        pass.take(meant::unmasked(event), range);
    }
    let (markdown, mut found) = pass.finish();
    let unused = unused.into_iter();
    found
        .extend(unused.map(|(name, range)| (range, ProseWarning::NothingRefersTo { name }.into())));
    found.append(&mut broken);
    for (range, _) in &mut found {
        // The range of a block continues to the next line.
        let length = text.get(range.clone()).unwrap_or("").trim_end().len();
        range.end = range.start + length.max(1).min(range.len());
    }
    (markdown, found)
}

impl<'t> Pass<'t> {
    fn take(&mut self, event: Event<'t>, range: Range<usize>) {
        if self.in_image(&event) {
            return;
        }
        self.headings.see(&event);
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
            Event::Text(text) if self.in_code => {
                self.plain.text(&text);
                self.events.push(Event::Text(text));
            }
            Event::Text(text) => self.passage(text, &range),
            Event::Code(code) => {
                self.show();
                self.headings.title(&code);
                self.plain.text(&code);
                self.events.push(Event::Code(code));
            }
            Event::SoftBreak => self.soft_break(&range),
            Event::HardBreak => {
                self.headings.title(" ");
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
                let (number, html) = self.footnotes.refer(name);
                self.show();
                self.plain.text(&format!(" [{number}]"));
                self.raw(html);
            }
            // A slash at the end of a tag means nothing in HTML.
            Event::Rule => self.raw("<hr>\n"),
            other => self.events.push(other),
        }
    }

    /// The end of a line inside of a paragraph: a space, but nothing between two wide characters
    /// (CSS Text 4, 4.1.3), and lines that each begin with a date stay lines.
    fn soft_break(&mut self, range: &Range<usize>) {
        let before = self.masked.get(..range.start).unwrap_or("");
        let behind = without_quotation(self.masked.get(range.end..).unwrap_or(""));
        let last = before.chars().next_back().is_some_and(meant::is_wide);
        let next = behind.trim_start().chars().next();
        if last && next.is_some_and(meant::is_wide) {
            return;
        }
        self.headings.title(" ");
        let line = without_quotation(before.rsplit('\n').next().unwrap_or(""));
        if meant::begins_with_date(line) && meant::begins_with_date(behind) {
            self.plain.end_line();
            self.raw("<br>\n");
            return;
        }
        let next = behind.trim_start();
        let below = next.lines().next().unwrap_or("");
        let at = self.masked.len() - next.len();
        let above = line.trim_start();
        self.items.between((before.len() - above.len(), above), (at, below), &mut self.found);
        self.plain.text(" ");
        self.events.push(Event::SoftBreak);
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, id, classes, attrs } => {
                let source = self.typed.get(range.clone()).unwrap_or("");
                slips::heading(self.typed, &range, &mut self.found);
                if !classes.is_empty() || !attrs.is_empty() {
                    let at = source.rfind('{').unwrap_or(0);
                    let typed = source.get(at..).unwrap_or("").trim_end().to_owned();
                    self.found.push((
                        range.start + at..range.end,
                        ProseWarning::TextVanishes { typed }.into(),
                    ));
                }
                if level == HeadingLevel::H1 {
                    self.found.push((range.clone(), ProseWarning::HeadingOfPage.into()));
                }
                self.headings.end_section(Some(level), &mut self.found);
                self.headings.start(level, id, range, self.events.len());
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => {
                self.start_link(&format!("mailto:{dest_url}"), range);
            }
            Tag::Link { dest_url, .. } => self.start_link(&dest_url, range),
            Tag::Image { dest_url, .. } => self.start_image(&dest_url, range),
            Tag::FootnoteDefinition(name) => {
                self.footnotes.start(name, range, &mut self.events, &mut self.plain);
            }
            Tag::Table(alignments) => {
                self.table_end = range.end;
                let html = self.tables.start(alignments);
                self.raw(html);
            }
            Tag::Paragraph => {
                slips::paragraph(self.typed, &range, &mut self.found);
                rows::paragraph(self.typed, &range, self.table_end, &mut self.found);
                self.lists.paragraph(self.typed, &range, &mut self.found);
                self.paragraph_end = range.end;
                self.events.push(Event::Start(Tag::Paragraph));
            }
            Tag::TableHead => {
                let html = self.tables.start_head();
                self.raw(html);
            }
            Tag::TableRow => {
                rows::row(self.typed, &range, self.tables.columns(), &mut self.found);
                let html = self.tables.start_row();
                self.raw(html);
            }
            Tag::TableCell => {
                if self.tables.follows_a_cell() {
                    self.plain.text(" | ");
                }
                let typed = self.typed.get(range).unwrap_or_default();
                let is_empty = typed.trim_matches(['|', ' ', '\t', '\u{a0}']).is_empty();
                let html = self.tables.start_cell(is_empty);
                self.raw(html);
            }
            Tag::HtmlBlock => {}
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                match kind {
                    CodeBlockKind::Fenced(_) => slips::fence(self.typed, &range, &mut self.found),
                    CodeBlockKind::Indented => slips::indented(self.typed, &range, &mut self.found),
                }
                self.events.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
            }
            Tag::List(first) => {
                self.close_tags();
                self.lists.start(self.typed, first, &range, self.paragraph_end, &mut self.found);
                self.plain.start_list(first);
                self.events.push(Event::Start(Tag::List(first)));
            }
            Tag::Item => {
                slips::item(self.typed, &range, &mut self.found);
                self.lists.item(self.typed, &range);
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

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::Link => self.end_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::FootnoteDefinition => {
                self.footnotes.end(&mut self.events, &mut self.plain);
            }
            TagEnd::Table => {
                self.plain.end_block();
                self.raw("</tbody></table></div>\n");
            }
            TagEnd::TableHead => {
                self.plain.end_line();
                let html = self.tables.end_head();
                self.raw(html);
            }
            TagEnd::TableRow => {
                self.plain.end_line();
                self.raw("</tr>");
            }
            TagEnd::TableCell => {
                self.close_tags();
                let html = self.tables.end_cell();
                self.raw(html);
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
                self.lists.end(self.typed, &mut self.found);
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
                self.in_code = false;
                self.plain.end_block();
                self.events.push(Event::End(tag));
            }
            other => self.events.push(Event::End(other)),
        }
    }

    fn end_heading(&mut self) {
        self.close_tags();
        let Some(heading) = self.headings.end() else { return };
        self.events.insert(heading.events, Event::InlineHtml(heading.open.into()));
        self.raw(heading.close);
        self.plain.end_block();
    }

    fn finish(mut self) -> (Markdown, Vec<Found>) {
        self.close_tags();
        self.headings.end_section(None, &mut self.found);
        let mut html = String::new();
        html::push_html(&mut html, self.events.into_iter());
        let has_unseen = self.footnotes.finish(&mut html, &mut self.plain, &mut self.found);
        let plain = pieces(self.plain.finished());
        let mut markdown = Markdown { html: pieces(&html), plain, links: self.links };
        if has_unseen {
            markdown.forget_unseen_links();
        }
        (markdown, self.found)
    }
}

/// A line without what marks it as part of a quotation.
fn without_quotation(line: &str) -> &str {
    line.trim_start_matches(['>', ' ', '\t'])
}

/// Markdown inside of a paragraph that has an end.
fn is_inline(tag: &TagEnd) -> bool {
    matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// Cuts a text at its holes.
fn pieces(text: &str) -> Vec<Piece> {
    text.split(HOLE)
        .enumerate()
        .filter(|(index, piece)| index % 2 == 1 || !piece.is_empty())
        .map(|(index, piece)| match (index % 2, piece.parse(), piece) {
            (0, _, text) => Piece::Text(text.to_owned()),
            (_, Ok(number), _) => Piece::Link(number),
            (_, _, name) if name.starts_with(FACTS) => {
                Piece::Facts(name.trim_start_matches(FACTS).parse().unwrap_or(usize::MAX))
            }
            (_, _, name) if name.starts_with('#') => Piece::Anchor(name.chars().skip(1).collect()),
            (_, _, "table") => Piece::Interface("markdown.table"),
            _ => Piece::Interface("markdown.footnote"),
        })
        .collect()
}
