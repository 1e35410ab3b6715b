//! The letters of a text, by which one is found again however a format sets it.

use crate::composed::base;

/// The letters and digits of a text alone, small and without accents: whatever a format does with
/// spaces, quotation marks and ends of lines, they stay.
pub(super) fn letters(bytes: &[u8]) -> String {
    spelled(&String::from_utf8_lossy(bytes)).flat_map(|(_, letter)| letter.to_lowercase()).collect()
}

/// The letters of a text, and where in it each byte of them comes from.
pub(super) fn placed_letters(text: &str) -> (String, Vec<usize>) {
    let (mut letters, mut places) = (String::with_capacity(text.len()), Vec::new());
    for (at, letter) in spelled(text) {
        letters.extend(letter.to_lowercase());
        places.resize(letters.len(), at);
    }
    (letters, places)
}

/// The letters and digits of a text without accents, with their places. Names of characters (`&amp;`)
/// and escapes (`\n`) are no letters of it, but for those that name one (`&auml;`, `\u00e4`).
fn spelled(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = next;
        let rest = text.get(at..)?;
        let character = rest.chars().next()?;
        let (letter, length) = spelling(character, rest);
        next += length;
        Some(letter.map(|letter| (at, base(letter))))
    })
    .flatten()
    .filter(|(_, letter)| letter.is_alphanumeric())
}

/// How many bytes the first letter of a text has there.
pub(super) fn length_of_first(text: &str) -> usize {
    text.chars().next().map_or(0, |character| spelling(character, text).1)
}

/// The letter that a text with this first character begins with, if it is one, and its length.
fn spelling(first: char, text: &str) -> (Option<char>, usize) {
    let (letter, length) = match first {
        '&' => reference(text),
        '\\' => escape(text),
        other => (Some(other), other.len_utf8()),
    };
    (letter, if text.is_char_boundary(length) { length } else { first.len_utf8() })
}

/// The letter that a backslash at the beginning of a text names, and how long it is with what
/// follows it.
fn escape(text: &str) -> (Option<char>, usize) {
    let digits = text.get(1..6).and_then(|escape| escape.strip_prefix('u'));
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    number.map_or((None, 2), |number| (char::from_u32(number), 6))
}

/// The letter that a character's name at the beginning of a text stands for (HTML 13.5), and how
/// long the name is.
fn reference(text: &str) -> (Option<char>, usize) {
    let name = text.get(1..).and_then(|rest| {
        let end = rest.bytes().take(LONGEST).position(|byte| byte == b';')?;
        rest.get(..end)
    });
    let Some(name) = name else { return (None, 1) };
    let length = name.len() + "&;".len();
    if let Some(number) = name.strip_prefix('#') {
        let value = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return value.map_or((None, 1), |value| (char::from_u32(value), length));
    }
    match letter_named(name) {
        Some(letter) => (Some(letter), length),
        None if SIGNS.contains(&name) => (None, length),
        None => (None, 1),
    }
}

/// The longest name that is looked for, with its semicolon.
const LONGEST: usize = 10;

/// Signs and spaces that stand between letters.
const SIGNS: [&str; 22] = [
    "amp", "quot", "lt", "gt", "apos", "nbsp", "shy", "ndash", "mdash", "hellip", "bdquo", "ldquo",
    "rdquo", "sbquo", "lsquo", "rsquo", "laquo", "raquo", "thinsp", "ensp", "zwj", "zwnj",
];

/// The letter of a name: one that tells a mark on a letter, `auml`, or one of its own.
fn letter_named(name: &str) -> Option<char> {
    const MARKS: [&str; 11] = [
        "uml", "acute", "grave", "circ", "tilde", "cedil", "ring", "caron", "breve", "macr", "ogon",
    ];
    const LETTERS: [(&str, char); 7] = [
        ("szlig", 'ß'),
        ("aelig", 'æ'),
        ("oelig", 'œ'),
        ("oslash", 'ø'),
        ("lstrok", 'ł'),
        ("eth", 'ð'),
        ("thorn", 'þ'),
    ];
    let own = LETTERS.iter().find(|(own, _)| own.eq_ignore_ascii_case(name));
    let marked = || {
        let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
        MARKS.contains(&name.get(1..)?).then_some(letter)
    };
    own.map(|(_, letter)| *letter).or_else(marked)
}

/// A text in which all markup is blank, and every letter where it was: what tags divide is one word
/// to readers.
pub(super) fn without_markup(text: &str) -> String {
    let mut blank = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        let length = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, behind) = tag.split_at(length);
        blank.push_str(before);
        blank.extend(blanks(tag));
        rest = behind;
    }
    blank + rest
}

/// As many blanks as a text has bytes, in as many lines.
fn blanks(text: &str) -> impl Iterator<Item = char> {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' })
}

/// The same for captions (WebVTT 4.1), where times and numbers divide a sentence too.
pub(super) fn without_times(text: &str) -> String {
    let is_no_caption =
        |line: &str| line.contains("-->") || line.trim().bytes().all(|byte| byte.is_ascii_digit());
    let lines = text.split_inclusive('\n').map(|line| match is_no_caption(line) {
        true => blanks(line).collect(),
        false => without_markup(line),
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_the_same_however_it_is_written() {
        for text in [
            "Präsidentin",
            "Pr&auml;sidentin",
            "Pr&#228;sidentin",
            "Pr&#xE4;sidentin",
            "Pr\\u00e4sidentin",
            "Pra\u{308}si&shy;dentin",
            "PR&Auml;SIDENTIN",
        ] {
            assert_eq!(letters(text.as_bytes()), "prasidentin", "{text}");
        }
        for (text, expected) in [
            ("Stra&szlig;e &ndash; Caf&eacute;", "straßecafe"),
            ("A & B; C", "abc"),
            ("AT&T; x", "attx"),
            ("&#xD800;&;&", ""),
            ("&#99999999999;", "99999999999"),
            ("&ä;", "a"),
        ] {
            assert_eq!(letters(text.as_bytes()), expected, "{text}");
        }
    }

    #[test]
    fn markup_and_times_are_blank_and_every_letter_is_where_it_was() {
        let svg = "<svg a=\"ü\"><tspan>Be</tspan><tspan>such</tspan> < x";
        let blank = without_markup(svg);
        assert_eq!(blank.split_whitespace().collect::<String>(), "Besuch");
        assert_eq!(blank.len(), svg.len());
        assert_eq!(blank.find("such"), svg.find("such"));
        let vtt = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Eva>Besuch der\n\n2\n00:03.000 --> 00:04.000\nÄrztin";
        let blank = without_times(vtt);
        assert_eq!(letters(blank.as_bytes()), "webvttbesuchderarztin");
        assert_eq!(blank.find("Ärztin"), vtt.find("Ärztin"));
        assert_eq!(blank.lines().count(), vtt.lines().count());
    }
}
