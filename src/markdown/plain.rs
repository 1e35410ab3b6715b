//! The plain text of a Markdown text, for calendars and data: lines and paragraphs, lists with
//! dashes, cells with bars, links written out. What is struck out is left out.

use super::{HOLE, Link, Target};
use crate::media::Kind;

/// A plain text while it is made.
#[derive(Debug, Default)]
pub struct Plain {
    text: String,
    /// The lists that are open: the number of the next item, or `None` for dashes.
    lists: Vec<Option<u64>>,
    /// How many passages that are struck out are open.
    pub struck: usize,
}

impl Plain {
    /// Adds to the line.
    pub fn text(&mut self, text: &str) {
        let at_start = self.text.is_empty() || self.text.ends_with('\n');
        if self.struck > 0 || (at_start && text.trim().is_empty()) {
            return;
        }
        // Where something was left out, two spaces would meet.
        let text = if self.text.ends_with(' ') { text.trim_start_matches(' ') } else { text };
        self.text.push_str(text);
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Ends a block.
    pub fn end_block(&mut self) {
        self.end_line();
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Ends a paragraph; in a list there is no line between them.
    pub fn end_paragraph(&mut self) {
        if self.lists.is_empty() { self.end_block() } else { self.end_line() }
    }

    /// Begins a list; a list with numbers says its first.
    pub fn start_list(&mut self, first: Option<u64>) {
        self.end_line();
        self.lists.push(first);
    }

    /// Begins an item of the list.
    pub fn start_item(&mut self) {
        self.end_line();
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}. ");
                *number += 1;
                mark
            }
            _ => "– ".to_owned(),
        };
        self.text.push_str(&mark);
    }

    /// Ends a list.
    pub fn end_list(&mut self) {
        self.lists.pop();
        self.end_paragraph();
    }

    /// Adds the address of a link after its text, unless the text says it already. It stands in
    /// round brackets: in angle brackets it would be a tag to whoever reads the text as HTML, and
    /// web calendars do.
    pub fn link(&mut self, number: usize, link: &Link) {
        let address = link.typed.trim_start_matches("mailto:").trim_start_matches("tel:");
        let short = address.trim_start_matches("https://");
        let said = matches!(link.target, Target::Anchor(_)) || self.text.ends_with(short);
        if !said {
            self.text(&format!(" ({HOLE}{number}{HOLE})"));
        }
    }

    /// Whether it ends with what a file is, as an editor wrote it: »Programm (PDF, 120 kB)«.
    pub fn says_size(&self) -> bool {
        let inner = self.text.trim_end().strip_suffix(')').and_then(|text| text.rsplit_once('('));
        let Some((_, inner)) = inner else { return false };
        let mut words = inner.split(|c: char| !c.is_alphanumeric());
        words.any(|word| Kind::is_label(word) || ["kB", "KB", "MB"].contains(&word))
    }

    /// Adds a footnote at the end.
    pub fn footnote(&mut self, number: usize, footnote: &Plain) {
        self.end_block();
        self.text.push_str(&format!("[{number}] {}", footnote.finished()));
    }

    /// The whole text.
    pub fn finished(&self) -> &str {
        self.text.trim()
    }
}
