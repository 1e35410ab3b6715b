//! Words as they are compared: without capitals and without most marks. `assets/search.js` folds
//! what somebody types in the same way. Umlauts stay, because they are typed in two ways: the
//! script compares »müller« as `mueller` and as `muller`.

use crate::composed::compatible;

/// Letters that are compared as others; umlauts as themselves.
pub const LETTERS: [(char, &str); 12] = [
    ('ä', "ä"),
    ('ö', "ö"),
    ('ü', "ü"),
    ('ß', "ss"),
    ('æ', "ä"),
    ('ø', "ö"),
    ('œ', "oe"),
    ('ł', "l"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ı', "i"),
];

/// A text as it is compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.to_lowercase().chars() {
        match LETTERS.iter().find(|(other, _)| *other == letter) {
            Some((_, letters)) => folded.push_str(letters),
            None if letter.is_ascii() => folded.push(letter),
            None => folded.extend(compatible(letter)),
        }
    }
    folded
}

/// A folded word with its umlauts as two letters, and as one.
pub fn forms(word: &str) -> [String; 2] {
    ["e", ""].map(|end| {
        let mut form = word.to_owned();
        for (umlaut, letter) in [('ä', "a"), ('ö', "o"), ('ü', "u")] {
            form = form.replace(umlaut, &format!("{letter}{end}"));
        }
        form
    })
}

/// Hands over every word of a text, folded. A word with hyphens is one as a whole and in its
/// parts: »Online-Sprechstunde« is `online`, `sprechstunde` and `onlinesprechstunde`. Letters of an
/// abbreviation are a word together: »F&E« is `fe`, »s. r. o.« is `sro`.
pub fn words(text: &str, mut each: impl FnMut(String)) {
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_joint(c)) {
        if !word.contains(is_joint) {
            // Most words; nothing between two signs is none.
            if !word.is_empty() {
                each(fold(word));
            }
            continue;
        }
        let parts: Vec<&str> = word.split(is_joint).filter(|part| !part.is_empty()).collect();
        parts.iter().for_each(|part| each(fold(part)));
        if parts.len() > 1 {
            each(fold(&parts.concat()));
        }
    }
    initials(text, each);
}

/// Hands over abbreviations of single letters, which are a word together.
fn initials(text: &str, mut each: impl FnMut(String)) {
    let is_between = |c: char| matches!(c, '&' | '/' | '.' | ' ' | '\u{a0}' | '\u{202f}');
    for words in text.split(|c: char| !c.is_alphanumeric() && !is_between(c)) {
        let mut words = words.split(is_between).filter(|word| !word.is_empty()).peekable();
        while let Some(first) = words.find(|word| is_letter(word)) {
            let mut letters = first.to_owned();
            while let Some(next) = words.next_if(|word| is_letter(word)) {
                letters.push_str(next);
            }
            if letters.len() > first.len() {
                each(fold(&letters));
            }
        }
    }
}

/// Whether a character holds the parts of a word together: hyphens, also a soft one, apostrophes.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\'' | '’')
}

/// Whether a text is a single letter.
fn is_letter(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |word| all.push(word));
        all
    }

    #[test]
    fn letters_lose_their_marks_and_umlauts_stay() {
        let pairs = [
            ("Müller", "müller"),
            ("GROẞE Straße", "grosse strasse"),
            ("Łódź", "lodz"),
            ("señal", "senal"),
            ("Çelik", "celik"),
            ("Smørrebrød", "smörrebröd"),
            ("CO₂", "co2"),
            ("ﬁlter", "filter"),
            ("İzmir", "izmir"),
            ("Ελλάδα", "ελλαδα"),
        ];
        for (text, folded) in pairs {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn a_word_with_hyphens_is_found_as_one_and_in_its_parts() {
        assert_eq!(
            words_of("3D-Druck, O’Neill"),
            ["3d", "druck", "3ddruck", "o", "neill", "oneill"]
        );
        assert_eq!(words_of("Ver\u{ad}ein – »Tag«"), ["ver", "ein", "verein", "tag"]);
        assert_eq!(words_of("– - ’ ,"), Vec::<String>::new());
    }

    #[test]
    fn letters_of_an_abbreviation_are_a_word_together() {
        let last = |text| words_of(text).pop();
        assert_eq!(last("Ö&M-Labor").as_deref(), Some("öm"));
        assert_eq!(last("die Firma a. s.").as_deref(), Some("as"));
        assert_eq!(last("der m.b.H.").as_deref(), Some("mbh"));
        assert_eq!(words_of("Plan B. Ende/Anfang 3.4"), ["plan", "b", "ende", "anfang", "3", "4"]);
    }

    #[test]
    fn an_umlaut_is_two_letters_or_one() {
        assert_eq!(forms("märz"), ["maerz", "marz"]);
    }
}
