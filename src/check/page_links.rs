//! Finds the links and anchors in our own HTML: attributes there are always in double quotes,
//! and no text holds a `<`, because the templates escape it.

use std::collections::{BTreeSet, HashSet};

/// What a page links to and what can be linked to on it.
#[derive(Debug, Default)]
pub struct PageLinks<'p> {
    /// Values of `href` and `src`, as the page has them.
    pub links: Vec<&'p str>,
    /// Values of `id`.
    pub anchors: HashSet<&'p str>,
    /// Addresses of the same page in all its languages.
    pub alternates: BTreeSet<&'p str>,
    /// Values of `id` that appear more than once.
    pub twice: Vec<&'p str>,
}

impl<'p> PageLinks<'p> {
    /// Reads a page.
    pub fn read(html: &'p [u8]) -> Self {
        let mut facts = PageLinks::default();
        let mut rest = html;
        while let Some((_, from_tag)) = split_at_byte(rest, b'<') {
            let (tag, after) = split_at_byte(from_tag, b'>').unwrap_or((from_tag, &[]));
            let is_end = tag.starts_with(b"/");
            if !is_end {
                facts.tag(tag);
            }
            rest = after;
        }
        facts
    }

    fn tag(&mut self, tag: &'p [u8]) {
        let is_alternate =
            tag.starts_with(b"link ") && memchr::memmem::find(tag, b" hreflang=").is_some();
        let mut rest = tag;
        while let Some((before, value)) = split_at_byte(rest, b'"') {
            let (value, after) = split_at_byte(value, b'"').unwrap_or((value, &[]));
            let is = |name: &[u8]| before.ends_with(name);
            if is(b" href=") || is(b" src=") {
                if let Ok(link) = std::str::from_utf8(value) {
                    self.links.push(link);
                    if is_alternate {
                        self.alternates.insert(link);
                    }
                }
            } else if is(b" id=")
                && let Ok(id) = std::str::from_utf8(value)
                && !self.anchors.insert(id)
            {
                self.twice.push(id);
            }
            rest = after;
        }
    }
}

/// What is before and after the first of a byte.
fn split_at_byte(bytes: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(byte, bytes)?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}
