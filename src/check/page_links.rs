//! Finds the links and anchors in our own HTML: attributes there are always in double quotes,
//! and no text holds a `<`, because the templates escape it.

use memchr::memmem;

/// What a page links to and what can be linked to on it.
#[derive(Debug, Default)]
pub struct PageLinks<'p> {
    /// Values of `href` and `src`, as the page has them.
    pub links: Vec<&'p str>,
    /// Values of `id`.
    pub anchors: Vec<&'p str>,
    /// Addresses of the same page in all its languages, among the links.
    pub alternates: Vec<&'p str>,
}

/// Between the name of an attribute and its value.
const VALUE: &[u8] = b"=\"";

impl<'p> PageLinks<'p> {
    /// Reads a page.
    pub fn read(html: &'p [u8]) -> Self {
        let mut facts = PageLinks::default();
        let mut tags = Tags::default();
        for at in memmem::find_iter(html, VALUE) {
            let (before, value) = html.split_at(at);
            let is = |name: &[u8]| before.ends_with(name);
            let is_id = is(b" id");
            if !is_id && !is(b" href") && !is(b" src") {
                continue;
            }
            let value = value.get(VALUE.len()..).and_then(until_quote);
            if let Some((tag, value)) = tags.around(html, at).zip(value) {
                facts.note(html, tag, is_id, value);
            }
        }
        facts
    }

    /// Notes a value of an attribute of the tag that begins at a byte of the page.
    fn note(&mut self, html: &'p [u8], tag: usize, is_id: bool, value: &'p str) {
        if is_id {
            self.anchors.push(value);
            return;
        }
        self.links.push(value);
        let tag = html.get(tag..).unwrap_or_default();
        if tag.starts_with(b"<link ") {
            let end = memchr::memchr(b'>', tag).unwrap_or(tag.len());
            if memmem::find(tag.get(..end).unwrap_or_default(), b" hreflang=").is_some() {
                self.alternates.push(value);
            }
        }
    }
}

/// Goes through the tags of a page, each byte once.
#[derive(Debug, Default)]
struct Tags {
    /// Up to where the page was looked at.
    seen: usize,
    /// Where the tag begins that is open there.
    open: Option<usize>,
    /// How many quotation marks that tag has so far.
    quotes: usize,
}

impl Tags {
    /// Where the tag begins whose next attribute ends at a byte of the page; `None` where that is in a
    /// text, or in the value of another attribute.
    fn around(&mut self, html: &[u8], at: usize) -> Option<usize> {
        let mut from = self.seen;
        if let Some(last) = memchr::memrchr2(b'<', b'>', html.get(from..at)?) {
            from += last;
            self.open = (html.get(from) == Some(&b'<')).then_some(from);
            self.quotes = 0;
        }
        self.quotes += memchr::memchr_iter(b'"', html.get(from..at)?).count();
        self.seen = at;
        self.open.filter(|_| self.quotes.is_multiple_of(2))
    }
}

/// The text before the next double quotation mark.
fn until_quote(bytes: &[u8]) -> Option<&str> {
    let end = memchr::memchr(b'"', bytes).unwrap_or(bytes.len());
    std::str::from_utf8(bytes.get(..end)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_anchors_are_those_of_tags() {
        let html = "<link rel=\"alternate\" hreflang=\"en\" href=\"/en/\"><body id=\"a\" class=\"b\">\
            <a class=\"c\" href=\"/d/#e\">href=\"/f/\"</a> > id=\"g\"<img alt=\" src=\" src=\"/h.png\">\
            <code>&lt;a href=\"/i/\"&gt;</code><p data-id=\"j\" id=\"a\"><a href=\"/k/";
        let read = PageLinks::read(html.as_bytes());
        assert_eq!(read.links, ["/en/", "/d/#e", "/h.png", "/k/"]);
        assert_eq!(read.anchors, ["a", "a"]);
        assert_eq!(read.alternates, ["/en/"]);
    }
}
