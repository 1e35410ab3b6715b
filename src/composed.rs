//! One letter, one form: `ö` can be one character or an `o` and two dots (Unicode Normalization,
//! UAX #15). Some systems write the second, and on a screen both look the same. What leaves a
//! file is in the first form (NFC); places in the file stay those of its own bytes.

use std::borrow::Cow;
use std::ops::Range;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// A text in NFC.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Whether a character can be in no text: it controls a device (XML 1.0, 2.2 and HTML 13.2.3.5
/// refuse it), or is none and never will be one (Unicode 23.7, noncharacters).
pub fn is_no_text(character: char) -> bool {
    let is_noncharacter =
        matches!(character, '\u{fdd0}'..='\u{fdef}') || u32::from(character) & 0xfffe == 0xfffe;
    is_noncharacter || character.is_control() && !matches!(character, '\n' | '\r' | '\t')
}

/// The characters of a text whose first byte may be one of those that somebody looks for, with the byte
/// where each begins. Of most texts there is none, so many bytes are looked at without a branch.
pub fn characters(
    text: &str,
    may_begin: impl Fn(u8) -> bool + Copy,
) -> impl Iterator<Item = (usize, char)> {
    const CHUNK: usize = 64;
    let has_any = move |chunk: &[u8]| chunk.iter().fold(false, |any, byte| any | may_begin(*byte));
    let chunks = text.as_bytes().chunks(CHUNK).zip((0..).step_by(CHUNK));
    let places = chunks.filter(move |(chunk, _)| has_any(chunk)).flat_map(move |(chunk, start)| {
        let bytes = chunk.iter().zip(start..);
        bytes.filter(move |(byte, _)| may_begin(**byte)).map(|(_, at)| at)
    });
    places.filter_map(|at| Some((at, text.get(at..)?.chars().next()?)))
}

/// The first character of a letter without its marks: `ş` → `s`.
pub fn base(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let mut buffer = [0; 4];
    let decomposed =
        DecomposingNormalizerBorrowed::new_nfd().normalize(letter.encode_utf8(&mut buffer));
    decomposed.chars().next().unwrap_or(letter)
}

/// The letters of a character without marks, as everybody types them: `ş` → `s`, `₂` → `2`,
/// `ﬁ` → `fi` (NFKD).
pub fn compatible(letter: char) -> impl Iterator<Item = char> {
    let mut buffer = [0; 4];
    let decomposed = DecomposingNormalizerBorrowed::new_nfkd()
        .normalize(letter.encode_utf8(&mut buffer))
        .into_owned();
    decomposed.chars().filter(|letter| !is_mark(*letter)).collect::<Vec<_>>().into_iter()
}

/// Whether a character is a mark on the one before.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{93c}' | '\u{94d}' | '\u{1160}'..='\u{11ff}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}')
}

/// A text in NFC, and the way from its bytes to those of the text as it was typed.
#[derive(Debug, Clone)]
pub struct Composed<'t> {
    /// The text in NFC.
    pub text: Cow<'t, str>,
    /// Where letters begin: in NFC, and as typed. Empty when both are the same.
    letters: Vec<(usize, usize)>,
}

impl<'t> Composed<'t> {
    /// Puts a text into NFC.
    pub fn of(typed: &'t str) -> Self {
        let text = composed(typed);
        if matches!(text, Cow::Borrowed(whole) if whole.len() == typed.len()) {
            return Composed { text: Cow::Borrowed(typed), letters: Vec::new() };
        }
        let mut letters = Vec::new();
        let (mut at, mut start) = (0, 0);
        let ends = typed.char_indices().skip(1).filter(|(_, c)| !is_mark(*c)).map(|(end, _)| end);
        for end in ends.chain([typed.len()]) {
            letters.push((at, start));
            at += composed(typed.get(start..end).unwrap_or("")).len();
            start = end;
        }
        letters.push((at, start));
        Composed { text, letters }
    }

    /// The bytes as typed of a range of the text in NFC.
    pub fn typed(&self, range: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let after = self.letters.partition_point(|(composed, _)| *composed <= at);
            let (composed, typed) = after.checked_sub(1).and_then(|i| self.letters.get(i))?;
            Some(if *composed == at { *typed } else { self.letters.get(after)?.1 })
        };
        let start = place(range.start).unwrap_or(range.start);
        start..place(range.end).unwrap_or(range.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::Composed;

    #[test]
    fn a_place_in_the_composed_text_is_found_in_the_typed_one() {
        let typed = "Gro\u{308}ße und Ma\u{308}rz";
        let text = Composed::of(typed);
        assert_eq!(text.text, "Größe und März");
        let at = text.text.find("März").unwrap();
        assert_eq!(&typed[text.typed(&(at..at + "März".len()))], "Ma\u{308}rz");
    }

    #[test]
    fn a_text_that_is_composed_already_keeps_its_places() {
        let text = Composed::of("Größe und März");
        assert_eq!(text.typed(&(3..7)), 3..7);
    }
}
