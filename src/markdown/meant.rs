//! Signs that CommonMark would take for marks and that nobody means as marks: the point of a date
//! at the start of a line (»2. Oktober«), a star inside of a word (»Teilnehmer*innen«), a single
//! tilde (»~20 Gäste«). Each is one byte, so one byte that means nothing takes its place
//! while the text is read, and no place in the text moves.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, Tag};
use unicode_width::UnicodeWidthChar;

use crate::cldr::names_of_months;

/// Signs, and what replaces them: no content holds these, they are an error of their own.
const SIGNS: [(char, char); 3] = [('.', '\u{1}'), ('*', '\u{2}'), ('~', '\u{3}')];

/// Languages that write a date with a full stop after the day, and those of our guests.
const LOCALES: [&str; 30] = [
    "de", "de-AT", "en", "es", "fr", "it", "pl", "cs", "sk", "hu", "fi", "et", "lv", "lt", "da",
    "nb", "nn", "sv", "nl", "pt", "sl", "hr", "sr-Latn", "bs", "ro", "bg", "uk", "tr", "is", "hsb",
];

static MONTHS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = LOCALES.iter().flat_map(|locale| names_of_months(locale));
    let short = ["sept", "jän", "febr", "mrz"].map(str::to_owned);
    let is_name = |name: &String| name.chars().all(char::is_alphabetic) && name.len() > 2;
    names.chain(short).filter(is_name).collect()
});

/// The text with something in the place of each such sign.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut masked: Option<Vec<u8>> = None;
    let mut address = Address::default();
    for at in memchr::memchr3_iter(b'.', b'*', b'~', bytes) {
        let (before, from) = text.split_at(at);
        let before = before.chars().next_back().unwrap_or(' ');
        let mut from = from.chars();
        let (sign, next) = (from.next(), from.next().unwrap_or(' '));
        let is_text = match sign {
            Some('.') => next == ' ' && before.is_ascii_digit() && is_day_of_month(text, at),
            Some('*') if is_part_of_word(before) && is_part_of_word(next) => {
                !address.is_around(text, at)
            }
            Some('~') if before != '~' && next != '~' => !address.is_around(text, at),
            _ => false,
        };
        let stand_in = SIGNS.iter().find(|(known, _)| is_text && sign == Some(*known));
        if let Some((_, stand_in)) = stand_in
            && let Some(byte) = masked.get_or_insert_with(|| bytes.to_vec()).get_mut(at)
        {
            *byte = *stand_in as u8;
        }
    }
    // A byte for a byte: it stays UTF-8.
    masked.and_then(|bytes| String::from_utf8(bytes).ok()).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Goes through a text to see what is in an address, each sign once.
#[derive(Debug, Default)]
struct Address {
    seen: usize,
    before: Option<char>,
    is_inside: bool,
}

impl Address {
    /// Whether a byte of the text is in an address: behind `//` or `](`, up to the next space.
    fn is_around(&mut self, text: &str, at: usize) -> bool {
        for sign in text.get(self.seen..at).unwrap_or_default().chars() {
            let begins = matches!((self.before, sign), (Some('/'), '/') | (Some(']'), '('));
            self.is_inside = !sign.is_whitespace() && (self.is_inside || begins);
            self.before = Some(sign);
        }
        self.seen = at;
        self.is_inside
    }
}

/// Whether a character is a letter or digit of a script in which words have spaces between them.
fn is_part_of_word(character: char) -> bool {
    character.is_alphanumeric() && !is_wide(character)
}

/// Whether a character is as wide as two: Chinese, Japanese, Korean.
pub(super) fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

/// Lines as one: with a space between them, but with nothing between two wide characters (CSS Text
/// 4, 4.1.3).
pub(super) fn in_one_line(lines: &str) -> String {
    let mut text = String::with_capacity(lines.len());
    for line in lines.split('\n') {
        let is_wide_end = text.chars().next_back().is_some_and(is_wide);
        let goes_on = is_wide_end && line.chars().next().is_some_and(is_wide);
        if !text.is_empty() && !goes_on {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// Whether the point at a byte follows a day, or a year, and before a month: `2. Oktober`,
/// `2.–4. Oktober`, `2. und 4. Okt.`, `2019. szeptember 24.`
fn is_day_of_month(text: &str, point: usize) -> bool {
    let before = text.as_bytes().get(..point).unwrap_or_default();
    let digits = before.iter().rev().take(5).take_while(|byte| byte.is_ascii_digit()).count();
    let around = text.get(..point - digits).and_then(|text| text.chars().next_back());
    if !matches!(digits, 1 | 2 | 4) || around.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let mut rest = text.get(point + 1..).unwrap_or("");
    // More than a few days before a month nobody writes.
    for _ in 0..8 {
        rest = rest.trim_start_matches([' ', '\u{a0}', '-', '–', '—', '/', '&', ',', '+']);
        let number = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
        let behind_number = rest.get(number..).unwrap_or("");
        if number > 0 && behind_number.starts_with('.') {
            rest = behind_number.get(1..).unwrap_or("");
            continue;
        }
        let word: String = rest.chars().take(20).take_while(|c| c.is_alphabetic()).collect();
        if ["und", "bis", "u", "and", "to", "oder"].contains(&word.as_str()) {
            rest = rest.get(word.len()..).unwrap_or("").trim_start_matches('.');
            continue;
        }
        return begins_with_month(rest);
    }
    false
}

/// Whether a line begins with a date whose point was [masked].
pub(super) fn begins_with_date(line: &str) -> bool {
    let behind = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    behind.starts_with('\u{1}') && line.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the first word of a text is a month.
pub(super) fn begins_with_month(text: &str) -> bool {
    let text = text.trim_start();
    let word: String = text.chars().take(20).take_while(|c| c.is_alphabetic()).collect();
    !word.is_empty() && MONTHS.contains(&word.to_lowercase())
}

/// An event with its signs again.
pub(super) fn unmasked(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Text(text) => Event::Text(signs(text)),
        Event::Code(text) => Event::Code(signs(text)),
        Event::Html(text) => Event::Html(signs(text)),
        Event::InlineHtml(text) => Event::InlineHtml(signs(text)),
        Event::FootnoteReference(name) => Event::FootnoteReference(signs(name)),
        Event::Start(Tag::FootnoteDefinition(name)) => {
            Event::Start(Tag::FootnoteDefinition(signs(name)))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let (dest_url, title, id) = (signs(dest_url), signs(title), signs(id));
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let (dest_url, title, id) = (signs(dest_url), signs(title), signs(id));
            Event::Start(Tag::Image { link_type, dest_url, title, id })
        }
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level, id: id.map(signs), classes, attrs })
        }
        other => other,
    }
}

fn signs(text: CowStr<'_>) -> CowStr<'_> {
    if !text.bytes().any(|byte| matches!(byte, 1..=3)) {
        return text;
    }
    let sign = |c: char| SIGNS.iter().find(|(_, s)| *s == c).map_or(c, |(sign, _)| *sign);
    text.chars().map(sign).collect::<String>().into()
}
