//! Finds the links and anchors in our own HTML: attributes there are always in double quotes,
//! and no text holds a `<`, because the templates escape it.

use std::collections::HashSet;

/// What a page links to and what can be linked to on it.
#[derive(Debug, Default)]
pub struct PageFacts<'p> {
    /// Values of `href` and `src`, as they stand there.
    pub links: Vec<&'p str>,
    /// Values of `id`.
    pub anchors: HashSet<&'p str>,
    /// Values of `id` that stand there more than once.
    pub twice: Vec<&'p str>,
}

impl<'p> PageFacts<'p> {
    /// Reads a page.
    pub fn read(html: &'p [u8]) -> Self {
        let mut facts = PageFacts::default();
        let Ok(mut rest) = std::str::from_utf8(html) else { return facts };
        while let Some(start) = rest.find('<') {
            let tag = &rest[start + 1..];
            let end = tag.find('>').unwrap_or(tag.len());
            facts.tag(&tag[..end]);
            rest = &tag[end..];
        }
        facts
    }

    fn tag(&mut self, tag: &'p str) {
        let mut rest = tag;
        while let Some(equals) = rest.find("=\"") {
            let name = rest[..equals].rsplit(' ').next().unwrap_or("");
            let value = &rest[equals + 2..];
            let end = value.find('"').unwrap_or(value.len());
            match name {
                "href" | "src" => self.links.push(&value[..end]),
                "id" if !self.anchors.insert(&value[..end]) => self.twice.push(&value[..end]),
                _ => {}
            }
            rest = value.get(end + 1..).unwrap_or("");
        }
    }
}
