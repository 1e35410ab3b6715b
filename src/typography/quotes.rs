//! Quotation marks: which straight ones are pairs, and what replaces them.

use std::ops::Range;

use super::Edit;
use super::customs::Customs;

/// The ways in which HTML writes a straight mark.
const WRITTEN: [(&str, char); 5] =
    [("\"", '"'), ("'", '\''), ("&quot;", '"'), ("&#34;", '"'), ("&#39;", '\'')];

/// The mark between letters and at the end of words: »so geht’s«.
const APOSTROPHE: &str = "’";

/// The straight marks of a paragraph.
#[derive(Default)]
pub(super) struct Quotes<'p> {
    marks: Vec<Mark>,
    /// The last text of the paragraph so far.
    last: &'p str,
}

struct Mark {
    /// Where in the page it is.
    at: Range<usize>,
    straight: char,
    before: Option<char>,
    /// Nothing where a tag follows.
    after: Option<char>,
    customs: &'static Customs,
    /// Whether it replaces letters that are left out, by what follows it.
    is_elision: bool,
    /// Whether it is inside a quotation that an editor set.
    is_inside: bool,
    /// What comes in its place.
    set: Option<&'static str>,
}

/// The straight mark that a text begins with, and how it is written.
fn straight_mark(text: &str) -> Option<(&'static str, char)> {
    WRITTEN.into_iter().find(|(written, _)| text.starts_with(written))
}

/// A text without the quotation mark that it begins with, in whatever way it is written.
pub(super) fn without_first_mark(text: &str) -> Option<&str> {
    // Most words begin with a letter: 6 % of a build went into looking for marks there.
    text.bytes().next().filter(|byte| may_be_mark(*byte))?;
    let straight = WRITTEN.into_iter().find_map(|(written, _)| text.strip_prefix(written));
    straight.or_else(|| text.strip_prefix(is_quotation_mark))
}

/// A text without the quotation mark that it ends with.
pub(super) fn without_last_mark(text: &str) -> Option<&str> {
    text.bytes().next_back().filter(|byte| may_be_mark(*byte))?;
    let straight = WRITTEN.into_iter().find_map(|(written, _)| text.strip_suffix(written));
    straight.or_else(|| text.strip_suffix(is_quotation_mark))
}

/// Whether a mark, in whatever way it is written, may begin or end with a byte.
fn may_be_mark(byte: u8) -> bool {
    matches!(byte, b'"' | b'\'' | b'&' | b';') || !byte.is_ascii()
}

fn last_character(text: &str) -> Option<char> {
    let mark = WRITTEN.into_iter().find(|(written, _)| text.ends_with(written));
    mark.map(|(_, straight)| straight).or_else(|| text.chars().next_back())
}

/// Whether a text goes on with a word or a figure that loses its beginning: »ne«, »90s«.
fn begins_elision(text: &str, customs: &Customs) -> bool {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    let word = text.get(..end).unwrap_or_default();
    // A quotation of a figure alone is more likely than an elision: »'15'«.
    let is_decade =
        word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with(char::is_alphabetic);
    is_decade || customs.elisions.contains(&word.to_lowercase().as_str())
}

/// How many more quotations an editor set begin in a text than end.
fn open_quotations(text: &str, customs: &Customs) -> isize {
    let (begin, end) = customs.outer;
    let count = |mark: &str| text.matches(mark).count().cast_signed();
    if begin == end { 0 } else { count(begin) - count(end) }
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphabetic)
}

impl<'p> Quotes<'p> {
    /// Notes the straight marks of a text that begins at the byte `start` of the page.
    pub fn note(&mut self, text: &'p str, start: usize, customs: &'static Customs) {
        let candidates = memchr::memchr3_iter(b'"', b'\'', b'&', text.as_bytes());
        // Counted on from mark to mark: a text may have many.
        let (mut counted, mut open) = (0, 0);
        for at in candidates {
            let (Some(before), Some(rest)) = (text.get(..at), text.get(at..)) else { continue };
            let Some((written, straight)) = straight_mark(rest) else { continue };
            let after = rest.get(written.len()..).unwrap_or_default();
            open += open_quotations(text.get(counted..at).unwrap_or_default(), customs);
            counted = at;
            self.marks.push(Mark {
                is_inside: open > 0,
                is_elision: straight == '\'' && begins_elision(after, customs),
                at: start + at..start + at + written.len(),
                straight,
                before: last_character(before).or_else(|| last_character(self.last)),
                after: after.chars().next(),
                customs,
                set: None,
            });
        }
        self.last = text;
    }

    /// Notes white space between two tags.
    pub fn note_space(&mut self, space: &'p str) {
        if !space.is_empty() {
            self.last = space;
        }
    }

    /// Notes that here is something that is no prose.
    pub fn note_verbatim(&mut self) {
        self.last = "x";
    }

    /// Puts the marks of a paragraph that ends here in the place of the straight ones.
    pub fn set(&mut self, edits: &mut Vec<Edit>) {
        self.last = "";
        if self.marks.is_empty() {
            return;
        }
        self.pair('"');
        self.apostrophes(|mark| is_letter(mark.before) && is_letter(mark.after));
        self.apostrophes(|mark| mark.is_elision && mark.can_begin());
        self.pair('\'');
        self.apostrophes(|mark| is_letter(mark.before));
        let set = |mark: Mark| Some(Edit { at: mark.at, by: mark.set? });
        edits.extend(self.marks.drain(..).filter_map(set));
    }

    /// Pairs the marks of one kind: each that can end a quotation ends the last that began. Where one
    /// can neither begin nor end any, a space is missing: which ones are pairs is not plain then, and
    /// what was typed stays.
    fn pair(&mut self, straight: char) {
        let mut open: Vec<usize> = Vec::new();
        for number in 0..self.marks.len() {
            let Some(mark) = self.marks.get(number) else { continue };
            if mark.straight != straight || mark.set.is_some() {
                continue;
            }
            match open.last().filter(|_| mark.can_end()) {
                Some(&first) => {
                    open.pop();
                    self.put(first, |(begin, _)| begin);
                    self.put(number, |(_, end)| end);
                }
                None if mark.can_begin() => open.push(number),
                None if straight == '"' => open.clear(),
                None => {}
            }
        }
    }

    fn put(&mut self, number: usize, which: impl Fn((&'static str, &'static str)) -> &'static str) {
        if let Some(mark) = self.marks.get_mut(number) {
            let is_inner = mark.straight == '\'' || mark.is_inside;
            let pair = if is_inner { mark.customs.inner } else { mark.customs.outer };
            mark.set = Some(which(pair));
        }
    }

    fn apostrophes(&mut self, is_one: impl Fn(&Mark) -> bool) {
        for mark in &mut self.marks {
            if mark.straight == '\'' && mark.set.is_none() && is_one(mark) {
                mark.set = Some(APOSTROPHE);
            }
        }
    }
}

impl Mark {
    fn can_begin(&self) -> bool {
        let opens = |c: char| c.is_whitespace() || "([{¡¿–—-/".contains(c) || is_quotation_mark(c);
        self.before.is_none_or(opens) && !self.after.is_some_and(char::is_whitespace)
    }

    fn can_end(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace() && !"([{".contains(c))
            && self.after.is_none_or(|c| !c.is_alphanumeric() && !"+([{".contains(c))
    }
}

/// The straight ones and those of all customs: it makes no difference which are there already.
fn is_quotation_mark(character: char) -> bool {
    matches!(character, '"' | '\'' | '»' | '«' | '›' | '‹' | '„' | '“' | '”' | '‚' | '‘' | '’')
}
