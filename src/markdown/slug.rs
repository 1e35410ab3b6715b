//! Slugs: a title as ASCII for a file name, or as an anchor.

use crate::composed::{base, composed};

/// A title in small ASCII letters, digits and hyphens: `Größe & Maß` → `groesse-mass`.
/// Empty when nothing of it can be written so.
pub fn slug(title: &str) -> String {
    written(title, |_| false)
}

/// The same for an anchor: letters that have no ASCII stay as they are, `北京` → `北京`.
pub fn anchor(title: &str) -> String {
    written(title, char::is_alphanumeric)
}

fn written(title: &str, keeps: impl Fn(char) -> bool) -> String {
    let title = composed(title);
    let mut slug = String::with_capacity(title.len());
    for c in title.chars().flat_map(char::to_lowercase) {
        let letters = match c {
            'a'..='z' | '0'..='9' => {
                slug.push(c);
                continue;
            }
            'ä' | 'æ' => "ae",
            'ö' | 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'đ' | 'ð' => "d",
            'ħ' => "h",
            'ı' => "i",
            'ł' => "l",
            'ø' => "o",
            'ŋ' => "n",
            'ŧ' => "t",
            'þ' => "th",
            '\u{300}'..='\u{36f}' | '\u{ad}' | '’' | '\'' => "",
            c => match base(c) {
                letter @ ('a'..='z' | '0'..='9') => {
                    slug.push(letter);
                    continue;
                }
                _ if keeps(c) => {
                    slug.push(c);
                    continue;
                }
                _ => "-",
            },
        };
        if letters != "-" || !(slug.is_empty() || slug.ends_with('-')) {
            slug.push_str(letters);
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::{anchor, slug};

    #[test]
    fn german_letters_are_written_out() {
        assert_eq!(slug("Größe & Maß: Überblick"), "groesse-mass-ueberblick");
    }

    #[test]
    fn neighbours_letters_lose_their_marks() {
        assert_eq!(slug("Łódź, Košice, Győr, Málaga"), "lodz-kosice-gyor-malaga");
    }

    #[test]
    fn every_latin_letter_loses_its_marks_in_either_form() {
        for (title, expected) in [
            ("Rīga un Vilnius", "riga-un-vilnius"),
            ("Şişli, Beyoğlu, Iğdır", "sisli-beyoglu-igdir"),
            ("Đà Nẵng", "da-nang"),
            ("Gro\u{308}ße", "groesse"),
        ] {
            assert_eq!(slug(title), expected);
            assert_eq!(anchor(title), expected);
        }
    }

    #[test]
    fn letters_of_other_scripts_are_anchors_as_they_are() {
        assert_eq!(anchor("北京 und Київ"), "北京-und-київ");
        assert_eq!(slug("北京"), "");
    }

    #[test]
    fn nothing_is_left_of_punctuation() {
        assert_eq!(slug("— ??? —"), "");
    }
}
