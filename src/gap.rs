//! Gaps `??…??`: what an editor has still to fill. Findings name them at their lines; readers read
//! that it follows, never the question marks.

use std::borrow::Cow;

use crate::language::without_region;

/// What stands around a gap.
const MARK: &str = "??";

/// The gaps in a text with their byte offsets, marks included. None reaches over a blank line.
pub fn gaps(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(MARK)?;
            let inner = text.get(start + MARK.len()..)?;
            from = start + MARK.len();
            if ends_a_question(text.get(..start)?, inner) {
                continue;
            }
            let end = inner.find(MARK).filter(|end| !inner[..*end].contains("\n\n"))?;
            from += end + MARK.len();
            return Some((start, text.get(start..from)?));
        }
    })
}

/// Whether the marks end a sentence: »Wirklich?? Ja«.
fn ends_a_question(before: &str, after: &str) -> bool {
    let in_word = before.chars().next_back().is_some_and(char::is_alphanumeric);
    in_word && after.chars().next().is_none_or(char::is_whitespace)
}

/// The gap that a whole value is: what is asked for.
pub fn asked(value: &str) -> Option<&str> {
    let (start, gap) = gaps(value).next()?;
    (start == 0 && gap.len() == value.len()).then(|| gap.trim_matches('?').trim())
}

/// A text as readers read it.
pub fn filled<'t>(text: &'t str, language: &str) -> Cow<'t, str> {
    if !text.contains(MARK) {
        return Cow::Borrowed(text);
    }
    let (mut filled, mut end) = (String::with_capacity(text.len()), 0);
    for (start, gap) in gaps(text) {
        filled.push_str(text.get(end..start).unwrap_or_default());
        filled.push_str(follows(language));
        end = start + gap.len();
    }
    filled.push_str(text.get(end..).unwrap_or_default());
    Cow::Owned(filled)
}

/// What readers read in place of a gap; dots in a language whose words are not known here.
pub fn follows(language: &str) -> &'static str {
    match without_region(language) {
        "cs" => "bude doplněno",
        "da" => "tilføjes",
        "de" => "wird ergänzt",
        "en" => "to be added",
        "es" => "pendiente de completar",
        "et" => "lisandub",
        "fi" => "täydennetään",
        "fr" => "à compléter",
        "hu" => "kiegészítés alatt",
        "it" => "da completare",
        "nl" => "wordt aangevuld",
        "pl" => "zostanie uzupełnione",
        "pt" => "a completar",
        "sv" => "kompletteras",
        _ => "…",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_found_and_questions_are_not() {
        let found = |text| gaps(text).map(|(_, gap)| gap).collect::<Vec<_>>();
        assert_eq!(found("Treffen im ??Raum??, ??Haus??."), ["??Raum??", "??Haus??"]);
        assert_eq!(found("?? Name des Hosters ??"), ["?? Name des Hosters ??"]);
        assert_eq!(found("Wirklich?? Ja??"), [""; 0]);
        assert_eq!(found("Was?? ??Name?? fehlt"), ["??Name??"]);
        assert_eq!(found("??Name\n\nOrt??"), [""; 0]);
        assert_eq!(found("??"), [""; 0]);
    }

    #[test]
    fn readers_read_that_it_follows() {
        assert_eq!(filled("Im ??Raum?? um drei", "de"), "Im wird ergänzt um drei");
        assert_eq!(filled("??Room??", "en-GB"), "to be added");
        assert_eq!(filled("??Room??", "tlh"), "…");
        assert_eq!(filled("Really?? Yes??", "en"), "Really?? Yes??");
    }

    #[test]
    fn a_value_is_a_gap_as_a_whole() {
        assert_eq!(asked("??Tag und Uhrzeit??"), Some("Tag und Uhrzeit"));
        assert_eq!(asked("2030-05-??Tag??"), None);
        assert_eq!(asked("2030-05-14"), None);
    }
}
