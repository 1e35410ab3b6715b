//! Words as they are compared: without capitals and without most marks. `assets/search.js` folds
//! what somebody types in the same way. Umlauts stay, because they are typed in two ways: the
//! script compares »müller« as `mueller` and as `muller`.

use crate::composed::compatible;

/// A text as it is compared.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.to_lowercase().chars() {
        match letter {
            'ä' | 'ö' | 'ü' => folded.push(letter),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push('ä'),
            'ø' => folded.push('ö'),
            'œ' => folded.push_str("oe"),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'þ' => folded.push_str("th"),
            'ı' => folded.push('i'),
            _ => folded.extend(compatible(letter)),
        }
    }
    folded
}

/// Hands over every word of a text, folded. A word with hyphens is one as a whole and in its
/// parts: »Online-Sprechstunde« is `online`, `sprechstunde` and `onlinesprechstunde`.
pub fn words(text: &str, mut each: impl FnMut(String)) {
    for word in text.split(|c: char| !c.is_alphanumeric() && !is_joint(c)) {
        let parts: Vec<&str> = word.split(is_joint).filter(|part| !part.is_empty()).collect();
        if let [one] = parts.as_slice() {
            each(fold(one));
        } else if !parts.is_empty() {
            parts.iter().for_each(|part| each(fold(part)));
            each(fold(&parts.concat()));
        }
    }
}

/// Whether a character holds the parts of a word together: hyphens, also a soft one, apostrophes.
fn is_joint(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\'' | '’')
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
}
