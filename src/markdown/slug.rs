//! Slugs: a title as ASCII for an anchor or a file name.

/// A title in small ASCII letters, digits and hyphens: `Größe & Maß` → `groesse-mass`.
/// Empty when nothing of it can be written so.
pub fn slug(title: &str) -> String {
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
            'à' | 'á' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => "a",
            'ç' | 'ć' | 'č' => "c",
            'ď' => "d",
            'è' | 'é' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
            'ì' | 'í' | 'î' | 'ï' => "i",
            'ł' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ő' | 'ø' => "o",
            'ř' => "r",
            'ś' | 'š' | 'ș' => "s",
            'ť' | 'ț' => "t",
            'ù' | 'ú' | 'û' | 'ů' | 'ű' => "u",
            'ý' | 'ÿ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            '\u{300}'..='\u{36f}' | '\u{ad}' | '’' | '\'' => "",
            _ => "-",
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
    use super::slug;

    #[test]
    fn german_letters_are_written_out() {
        assert_eq!(slug("Größe & Maß: Überblick"), "groesse-mass-ueberblick");
    }

    #[test]
    fn neighbours_letters_lose_their_marks() {
        assert_eq!(slug("Łódź, Košice, Győr, Málaga"), "lodz-kosice-gyor-malaga");
    }

    #[test]
    fn nothing_is_left_of_punctuation() {
        assert_eq!(slug("— ??? —"), "");
    }
}
