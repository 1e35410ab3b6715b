//! Markdown into HTML and plain text, in one pass when a file is read. What depends on the
//! rest of the site stays open: links are numbered holes that are filled when the text is
//! shown, relative on a page and absolute in a feed or a calendar.

mod alt;
pub mod anchor;
mod bare;
mod footnotes;
mod headings;
mod hidden;
mod inline_html;
mod items;
mod link;
mod link_typos;
mod links;
mod lists;
mod meant;
mod pass;
mod plain;
mod render;
mod rows;
mod slips;
mod slug;
mod tables;
mod without;

use std::collections::HashSet;
use std::ops::Range;

use crate::problem::Problem;

pub use alt::says_nothing;
pub use hidden::{TextKind, hidden};
pub use link::{Link, Target};
pub use render::read;
pub use slug::slug;

/// Stands around the number of a hole while a text is made: no content holds it, because
/// U+0000 is replaced before a text comes here (CommonMark 2.3).
const HOLE: char = '\0';

/// Stands in a hole before the number of a link to a file, where what it is will be said.
const FACTS: char = '=';

/// A Markdown text, read once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Markdown {
    /// HTML with holes.
    pub html: Vec<Piece>,
    /// Plain text with holes, for calendars and descriptions; paragraphs are separated by `\n\n`.
    pub plain: Vec<Piece>,
    /// The links, in the order of the text.
    pub links: Vec<Link>,
}

/// A piece of a rendered text.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// Finished text.
    Text(String),
    /// The address of the link with this number.
    Link(usize),
    /// What the file is that the link with this number leads to: its kind and its size.
    Facts(usize),
    /// An interface text by its key in the theme's strings.
    Interface(&'static str),
    /// The anchor of a heading or a footnote.
    Anchor(String),
}

/// A problem and the bytes of the Markdown text that it is about.
pub type Found = (Range<usize>, Problem);

impl Markdown {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty()
    }

    /// The anchors of its headings and footnotes.
    pub fn anchors(&self) -> HashSet<&str> {
        let anchors = self.html.iter().filter_map(|piece| match piece {
            Piece::Anchor(name) => Some(name.as_str()),
            _ => None,
        });
        anchors.collect()
    }

    /// Fills the holes of the HTML. Addresses are escaped by `address`; `facts` says what stands
    /// behind the words of a link to a file. Where the text is one of
    /// several on its page, its anchors are `marked`, to be [settled](anchor::settle) there.
    pub fn html(
        &self,
        marked: bool,
        address: impl Fn(&Link) -> String,
        facts: impl Fn(&Link) -> String,
        interface: impl Fn(&str) -> String,
    ) -> String {
        self.fill(&self.html, marked, address, facts, interface)
    }

    /// Fills the holes of the plain text.
    pub fn plain(&self, address: impl Fn(&Link) -> String) -> String {
        self.fill(&self.plain, false, address, |_| String::new(), |_| String::new())
    }

    fn fill(
        &self,
        pieces: &[Piece],
        marked: bool,
        address: impl Fn(&Link) -> String,
        facts: impl Fn(&Link) -> String,
        interface: impl Fn(&str) -> String,
    ) -> String {
        let mut filled = String::new();
        let mut mark = anchor::FIRST_MARK;
        let mut push_mark = |filled: &mut String| {
            if marked {
                filled.push(mark);
                mark = anchor::MARK;
            }
        };
        for piece in pieces {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Link(number) => {
                    let Some(link) = self.links.get(*number) else { continue };
                    let written = address(link);
                    match (&link.target, written.strip_prefix('#')) {
                        (Target::Anchor(_), Some(name)) => {
                            filled.push('#');
                            push_mark(&mut filled);
                            filled.push_str(name);
                        }
                        _ => filled.push_str(&written),
                    }
                }
                Piece::Facts(number) => {
                    filled.extend(self.links.get(*number).map(&facts));
                }
                Piece::Anchor(name) => {
                    push_mark(&mut filled);
                    filled.push_str(name);
                }
                Piece::Interface(key) => filled.push_str(&interface(key)),
            }
        }
        filled
    }
}
