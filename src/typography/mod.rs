//! Texts of pages as a typesetter sets them, by the customs of their language: »…« for "…",
//! 15–17 Uhr for 15 - 17 Uhr, no line break inside »24. September« or »Dr. Müller«, and soft
//! hyphens in the long words of headings, names and facts.
//!
//! It looks at the finished page, once: all texts have come together there, whichever file
//! they are from, and everything that is no text (addresses, code, attributes, the head, data)
//! is outside its reach. Calendar files, feeds and JSON never come here. What an editor set
//! stays: only straight quotation marks and plain spaces are replaced, and setting a page twice
//! changes nothing. What stands on many pages is set before, and marked so that a page leaves it
//! out.

mod customs;
mod hyphens;
mod quotes;
mod words;

use std::ops::Range;

use memchr::memmem;

use customs::Customs;
use quotes::Quotes;

/// A text that begins with a capital letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Sets the texts of a page in a language; texts in another are marked so in the page (`lang`).
pub fn page(page: String, language: &str) -> String {
    let edits = edits(&page, language);
    if edits.is_empty() { page } else { edited(&page, edits) }
}

/// Begins and ends what is set already. No text has these characters: they are an error in content.
const SET: (char, char) = ('\u{1c}', '\u{1f}');

/// Sets a block of pages in their language, for any page of it; marked until that page is set.
pub fn block(html: &str, language: &str) -> String {
    format!("{}{}{}", SET.0, edited(html, edits(html, language)), SET.1)
}

/// Something at a place of the page, and what replaces it.
struct Edit {
    at: Range<usize>,
    by: &'static str,
}

fn edits(html: &str, language: &str) -> Vec<Edit> {
    let mut setter = Setter::new(html, language);
    let bytes = html.as_bytes();
    let body = memmem::find(bytes, b"<body").unwrap_or(0);
    // Where the text begins that is looked at, where the tag that follows it, and how far is seen.
    let (mut text, mut tag, mut seen) = (body, None, body);
    let next = |from: usize| {
        let rest = bytes.get(from..)?;
        memchr::memchr3(b'<', b'>', SET.0 as u8, rest).map(|offset| from + offset)
    };
    while let Some(at) = next(seen) {
        seen = at + 1;
        match bytes.get(at) {
            Some(b'<') => tag = Some(at),
            Some(b'>') => {
                let start = tag.take().unwrap_or(at + 1);
                setter.text(html.get(text..start).unwrap_or_default(), text);
                setter.tag(html.get(start..=at).unwrap_or_default(), start);
                text = at + 1;
            }
            _ => {
                setter.text(html.get(text..at).unwrap_or_default(), text);
                seen = setter.leave_out(html, at);
                (text, tag) = (seen, None);
            }
        }
    }
    setter.text(html.get(text..).unwrap_or_default(), text);
    setter.end_block();
    setter.edits
}

/// Quotation marks are known later than what is between them.
fn edited(page: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.at.start);
    let mut out = String::with_capacity(page.len() + 2 * edits.len());
    let mut done = 0;
    for Edit { at, by } in edits {
        out.push_str(page.get(done..at.start).unwrap_or_default());
        out.push_str(by);
        done = at.end;
    }
    out.push_str(page.get(done..).unwrap_or_default());
    out
}

/// Whether an element is part of a paragraph: a quotation may begin in one and end in another.
fn is_inline(element: &str) -> bool {
    matches!(
        element,
        "a" | "abbr"
            | "b"
            | "br"
            | "cite"
            | "code"
            | "del"
            | "em"
            | "i"
            | "mark"
            | "q"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
    )
}

/// Whether an element has no end (HTML, void elements).
fn is_void(element: &str) -> bool {
    matches!(element, "br" | "hr" | "img" | "input" | "source" | "track" | "wbr")
}

/// Whether the text of an element is no prose.
fn is_verbatim(element: &str) -> bool {
    matches!(element, "code" | "kbd" | "pre" | "samp" | "script" | "style" | "textarea")
}

/// From how many letters on the words of an element are divided, where they are at all: in
/// headings, and in names, facts and the line below a title, which have little room on phones.
fn divided_from(element: &str, tag: &str) -> Option<usize> {
    match element {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(hyphens::LONG),
        "b" | "dd" => Some(hyphens::LONGER),
        "p" if tag.contains(" class=\"meta\"") => Some(hyphens::LONGER),
        _ => None,
    }
}

/// Goes through a page from its beginning to its end.
struct Setter<'p> {
    edits: Vec<Edit>,
    customs: Option<&'static Customs>,
    /// Elements with a language of their own that are open, and the customs around each.
    foreign: Vec<(Element<'p>, Option<&'static Customs>)>,
    verbatim: Option<Element<'p>>,
    /// The open element whose long words are divided, and from how many letters on.
    divided: Option<(&'p str, usize)>,
    /// Straight quotation marks of the paragraph.
    quotes: Quotes<'p>,
    /// Where attributes `lang` are, the next one last.
    languages: Vec<usize>,
}

/// An element, and how many of its name are open since it began, itself included.
struct Element<'p> {
    name: &'p str,
    open: usize,
}

/// How an attribute with a language is written.
const LANG: &str = " lang=\"";

impl<'p> Setter<'p> {
    fn new(html: &str, language: &str) -> Self {
        let mut languages: Vec<usize> = memmem::find_iter(html.as_bytes(), LANG).collect();
        languages.reverse();
        Setter {
            edits: Vec::new(),
            customs: Customs::of(language),
            foreign: Vec::new(),
            verbatim: None,
            divided: None,
            quotes: Quotes::default(),
            languages,
        }
    }

    /// A text that begins at a byte of the page.
    fn text(&mut self, text: &'p str, at: usize) {
        match self.customs.filter(|_| self.verbatim.is_none()) {
            // Most texts between two tags are an indentation.
            Some(_) if text.trim_ascii().is_empty() => self.quotes.note_space(text),
            Some(customs) => {
                words::set(text, at, customs, &mut self.edits);
                if let (Some(patterns), Some((_, least))) = (customs.hyphens, self.divided) {
                    hyphens::set(text, at, patterns, least, &mut self.edits);
                }
                self.quotes.note(text, at, customs);
            }
            None => self.quotes.note_verbatim(),
        }
    }

    /// Leaves out the block that is set already and whose mark is at a byte; gives the byte behind it.
    fn leave_out(&mut self, html: &str, at: usize) -> usize {
        self.end_block();
        let rest = html.as_bytes().get(at..).unwrap_or_default();
        let end = memchr::memchr(SET.1 as u8, rest).map(|offset| at + offset);
        let marks = std::iter::once(at).chain(end);
        self.edits.extend(marks.map(|mark| Edit { at: mark..mark + 1, by: "" }));
        end.unwrap_or(at) + 1
    }

    fn tag(&mut self, tag: &'p str, at: usize) {
        let is_end = tag.as_bytes().get(1) == Some(&b'/');
        let inside = tag.get(1 + usize::from(is_end)..).unwrap_or_default();
        let end = inside.bytes().position(|byte| matches!(byte, b' ' | b'\n' | b'/' | b'>'));
        let name = end.and_then(|end| inside.get(..end)).unwrap_or(inside);
        if !is_inline(name) {
            self.end_block();
        }
        if is_end {
            self.divided = self.divided.filter(|(open, _)| *open != name);
        } else if self.divided.is_none() {
            self.divided = divided_from(name, tag).map(|least| (name, least));
        }
        if is_end {
            self.close(name);
        } else if !is_void(name) {
            let language = self.language(tag, at);
            self.open(name, language);
        }
    }

    /// The language that a tag at a byte of the page says its element is in.
    fn language(&mut self, tag: &'p str, at: usize) -> Option<&'p str> {
        while self.languages.last().is_some_and(|&attribute| attribute < at) {
            self.languages.pop();
        }
        let attribute = self.languages.last()?.checked_sub(at)?;
        tag.get(attribute + LANG.len()..)?.split('"').next()
    }

    fn open(&mut self, name: &'p str, language: Option<&str>) {
        if let Some(element) = &mut self.verbatim {
            element.open += usize::from(element.name == name);
        } else if is_verbatim(name) {
            self.verbatim = Some(Element { name, open: 1 });
        }
        if let Some(language) = language {
            self.foreign.push((Element { name, open: 1 }, self.customs));
            self.customs = Customs::of(language);
        } else if let Some((element, _)) = self.foreign.last_mut() {
            element.open += usize::from(element.name == name);
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
        self.quotes.set(&mut self.edits);
    }
}
