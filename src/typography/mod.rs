//! Texts of pages as a typesetter sets them, by the customs of their language: »…« for "…",
//! 15–17 Uhr for 15 - 17 Uhr, and no line break inside »24. September« or »Dr. Müller«.
//!
//! It looks at the finished page, once: all texts have come together there, whichever file
//! they are from, and everything that is no text (addresses, code, attributes, the head, data)
//! is outside its reach. Calendar files, feeds and JSON never come here. What an editor set
//! stays: only straight quotation marks and plain spaces are replaced, and setting a page twice
//! changes nothing.

mod customs;
mod quotes;
mod words;

use customs::Customs;
use quotes::Quotes;
use words::Words;

/// Elements inside of a paragraph: a quotation may begin in one and end in another.
const INLINE: [&str; 17] = [
    "a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "mark", "q", "small", "span",
    "strong", "sub", "sup", "time",
];

/// Elements whose text is no prose.
const VERBATIM: [&str; 7] = ["code", "kbd", "pre", "samp", "script", "style", "textarea"];

/// Sets the texts of a page in a language; texts in another are marked so in the page (`lang`).
pub fn page(page: Vec<u8>, language: &str) -> Vec<u8> {
    let html = match String::from_utf8(page) {
        Ok(html) => html,
        Err(no_text) => return no_text.into_bytes(),
    };
    let (head, body) = html.split_at(html.find("<body").unwrap_or(0));
    let mut setter = Setter::new(language, html.len());
    setter.out.push_str(head);
    for piece in body.split_inclusive('>') {
        let (text, tag) = piece.split_at(piece.rfind('<').unwrap_or(piece.len()));
        setter.text(text);
        setter.tag(tag);
    }
    setter.end_block();
    setter.out.into_bytes()
}

/// Goes through a page from its beginning to its end.
struct Setter<'p> {
    out: String,
    customs: Option<&'static Customs>,
    /// Elements with a language of their own that are open, and the customs around each.
    foreign: Vec<(Element<'p>, Option<&'static Customs>)>,
    verbatim: Option<Element<'p>>,
    /// Straight quotation marks of the paragraph.
    quotes: Quotes,
    words: Words<'p>,
}

/// An element, and how many of its name are open since it began, itself included.
struct Element<'p> {
    name: &'p str,
    open: usize,
}

impl<'p> Setter<'p> {
    fn new(language: &str, capacity: usize) -> Self {
        Setter {
            out: String::with_capacity(capacity + capacity / 16),
            customs: Customs::of(language),
            foreign: Vec::new(),
            verbatim: None,
            quotes: Quotes::default(),
            words: Words::default(),
        }
    }

    fn text(&mut self, text: &'p str) {
        match self.customs.filter(|_| self.verbatim.is_none()) {
            Some(customs) => {
                self.words.set(text, customs, &mut self.quotes, &mut self.out);
            }
            None => {
                self.quotes.note_verbatim();
                self.out.push_str(text);
            }
        }
    }

    fn tag(&mut self, tag: &'p str) {
        let inside = tag.trim_start_matches('<').trim_end_matches('>');
        let is_end = inside.starts_with('/');
        let inside = inside.trim_start_matches('/');
        let name = inside.split([' ', '\n', '/']).next().unwrap_or(inside);
        if !INLINE.contains(&name) {
            self.end_block();
        }
        if is_end {
            self.out.push_str(tag);
            self.close(name);
        } else {
            self.open(name, inside);
            self.out.push_str(tag);
        }
    }

    fn open(&mut self, name: &'p str, tag: &str) {
        if let Some(element) = &mut self.verbatim {
            element.open += usize::from(element.name == name);
        } else if VERBATIM.contains(&name) {
            self.verbatim = Some(Element { name, open: 1 });
        }
        if let Some((element, _)) = self.foreign.last_mut() {
            element.open += usize::from(element.name == name);
        }
        if let Some((_, value)) = tag.split_once(" lang=\"") {
            let language = value.split('"').next().unwrap_or_default();
            self.foreign.push((Element { name, open: 1 }, self.customs));
            self.customs = Customs::of(language);
        }
    }

    fn close(&mut self, name: &str) {
        if let Some(element) = self.verbatim.as_mut().filter(|element| element.name == name) {
            element.open -= 1;
            if element.open == 0 {
                self.verbatim = None;
            }
        }
        if let Some((element, around)) = self.foreign.last_mut()
            && element.name == name
        {
            element.open -= 1;
            if element.open == 0 {
                self.customs = *around;
                self.foreign.pop();
            }
        }
    }

    /// At the end of a paragraph it is known which quotation marks are pairs.
    fn end_block(&mut self) {
        self.quotes.set(&mut self.out);
    }
}
