//! Links and images in the pass over a Markdown text; bare addresses become links.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, TagEnd};
use pulldown_cmark_escape::escape_html;

use super::link::Mail;
use super::pass::{OpenLink, Pass};
use super::{FACTS, HOLE, Link, Target, bare, hidden, meant, says_nothing, slips};
use crate::host;
use crate::problem::{Hazard, Problem, ProseWarning, TextProblem, WritingWarning};
use crate::values::{names_server, with_server};

/// What a link to a mailbox gives and must not.
fn foreign_mail_field(typed: &str) -> Option<String> {
    let is_mail = typed.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
    is_mail.then(|| Mail::of(typed).foreign_field()).flatten()
}

/// An address on the web that names no server. Where a gap is, something is missing anyway.
fn no_server(typed: &str) -> Option<Problem> {
    let is_web = typed.split_once(':').is_some_and(|(scheme, _)| host::is_web(scheme));
    (is_web && !typed.contains("??") && !names_server(typed)).then(|| {
        let (address, suggestion) = (typed.to_owned(), with_server(typed));
        WritingWarning::NoServer { address, suggestion }.into()
    })
}

impl<'t> Pass<'t> {
    /// A passage of text without markup. Addresses in it become links.
    pub fn passage(&mut self, text: CowStr<'t>, range: &Range<usize>) {
        self.headings.title(&text);
        if !text.trim().is_empty() {
            self.show();
        }
        let raw = self.typed.get(range.clone()).unwrap_or("");
        slips::passage(self.typed, range, &mut self.found);
        hidden::entities(raw, range.start, &mut self.found);
        let addresses = match self.open_links.is_empty() {
            true => bare::addresses(self.file, &text),
            false => Vec::new(),
        };
        let (mut from, mut from_raw) = (0, 0);
        for address in addresses {
            let written = text.get(address.range.clone()).unwrap_or("");
            let at = raw.get(from_raw..).and_then(|raw| raw.find(written));
            let at = at.map_or(range.start, |at| range.start + from_raw + at);
            from_raw = at + written.len() - range.start;
            self.text(text.get(from..address.range.start).unwrap_or("").to_owned());
            self.start_link(&address.target, at..at + written.len());
            self.show();
            self.text(written.to_owned());
            self.end_link();
            from = address.range.end;
        }
        match from {
            0 => self.text(text),
            from => self.text(text.get(from..).unwrap_or("").to_owned()),
        }
    }

    pub fn start_link(&mut self, typed: &str, range: Range<usize>) {
        match Target::read(self.file, typed) {
            Ok(target) => {
                if let Some(header) = foreign_mail_field(typed) {
                    self.found.push((range.clone(), Hazard::MailHeaders { header }.into()));
                }
                self.found.extend(no_server(typed).map(|problem| (range.clone(), problem)));
                let number = self.links.len();
                let typed = typed.to_owned();
                let link = Link { target, range: range.clone(), typed, is_picture: false };
                self.links.push(link);
                self.open_links.push(OpenLink { number: Some(number), range, has_text: false });
                self.raw(format!("<a href=\"{HOLE}{number}{HOLE}\">"));
            }
            Err(problem) => {
                self.found.push((range.clone(), problem));
                self.open_links.push(OpenLink { number: None, range, has_text: true });
            }
        }
    }

    pub fn end_link(&mut self) {
        let Some(OpenLink { number, range, has_text }) = self.open_links.pop() else {
            return;
        };
        if !has_text {
            self.found.push((range, ProseWarning::LinkWithoutText.into()));
        }
        if let Some(number) = number {
            let is_file = self.links.get(number).is_some_and(|link| link.target.media().is_some());
            if is_file && !self.plain.says_size() {
                self.raw(format!("{HOLE}{FACTS}{number}{HOLE}"));
            }
            self.raw("</a>");
            if let Some(link) = self.links.get(number) {
                self.plain.link(number, link);
            }
        }
    }

    pub fn start_image(&mut self, typed: &str, range: Range<usize>) {
        let typed = typed.to_owned();
        let target = Target::read(self.file, &typed).unwrap_or(Target::Elsewhere(typed.clone()));
        self.image = Some((Link { target, range, typed, is_picture: true }, String::new()));
    }

    /// Adds an event to the alternative text of the image that is open; whether one is.
    pub fn in_image(&mut self, event: &Event<'_>) -> bool {
        let Some((_, alt)) = &mut self.image else { return false };
        match event {
            Event::End(TagEnd::Image) => return false,
            Event::Text(text) | Event::Code(text) => alt.push_str(text),
            Event::SoftBreak => alt.push('\n'),
            Event::HardBreak => alt.push(' '),
            _ => {}
        }
        true
    }

    pub fn end_image(&mut self) {
        let Some((link, alt)) = self.image.take() else { return };
        let alt = meant::in_one_line(&alt);
        if !matches!(&link.target, Target::Content(path, _) if path.starts_with("content/media/")) {
            self.found
                .push((link.range, TextProblem::ImageElsewhere { target: link.typed }.into()));
            return;
        }
        self.show();
        if alt.trim().is_empty() {
            self.found.push((link.range.clone(), TextProblem::ImageWithoutAlt.into()));
        } else if says_nothing(&alt, &link.typed) {
            let alt = alt.clone();
            self.found.push((link.range.clone(), ProseWarning::AltSaysNothing { alt }.into()));
        }
        let number = self.links.len();
        self.links.push(link);
        let mut html = format!("<img src=\"{HOLE}{number}{HOLE}\" alt=\"");
        let _ = escape_html(&mut html, &alt);
        html.push_str("\">");
        self.raw(html);
    }
}
