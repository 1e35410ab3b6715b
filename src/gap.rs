//! Gaps `??…??`: what an editor has still to fill. Findings name them at their lines; readers read
//! that it follows, never the question marks.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::language::without_region;

/// What stands around a gap.
const MARK: &str = "??";

/// What a gap asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing; empty when nobody has said.
    pub what: String,
    /// Who must fill it, of `??@Recht Name des Hosters??`.
    pub owner: Option<String>,
}

impl Gap {
    /// Reads a gap with its marks.
    fn read(marked: &str) -> Self {
        let inner = marked.trim_matches('?').trim();
        let owned = inner
            .strip_prefix('@')
            .map(|owned| owned.split_once(char::is_whitespace).unwrap_or((owned, "")));
        match owned.filter(|(owner, _)| !owner.is_empty()) {
            Some((owner, what)) => {
                Gap { what: what.trim().to_owned(), owner: Some(owner.to_owned()) }
            }
            None => Gap { what: inner.to_owned(), owner: None },
        }
    }
}

/// What is missing, and in brackets whose it is: `Name des Hosters (@Recht)`.
impl fmt::Display for Gap {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.owner, self.what.as_str()) {
            (None, what) => out.write_str(what),
            (Some(owner), "") => write!(out, "@{owner}"),
            (Some(owner), what) => write!(out, "{what} (@{owner})"),
        }
    }
}

/// The gaps in a text, with the bytes of their marks.
pub fn gaps(text: &str) -> impl Iterator<Item = (Range<usize>, Gap)> {
    marked(text).map(|(start, gap)| (start..start + gap.len(), Gap::read(gap)))
}

/// The gaps in a text with their byte offsets, marks included. None reaches over a blank line.
fn marked(text: &str) -> impl Iterator<Item = (usize, &str)> {
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
            if begins(inner.get(..end)?, inner.get(end + MARK.len()..)?) {
                continue;
            }
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

/// Where marks of a gap lack their other half: `??Wer?`, `?Wer??`. A question has its marks at its
/// end alone.
pub fn half_marked(text: &str) -> Vec<Range<usize>> {
    let mut whole = gaps(text).map(|(range, _)| range).peekable();
    let (mut half, mut told) = (Vec::new(), 0);
    for (start, _) in text.match_indices('?') {
        while let Some(gap) = whole.next_if(|gap| gap.start <= start) {
            told = told.max(gap.end);
        }
        let (before, rest) = text.split_at_checked(start).unwrap_or_default();
        if start < told || before.ends_with('?') {
            continue;
        }
        let inner = rest.trim_start_matches('?');
        let opening = rest.len() - inner.len();
        let end = inner.find(['?', '\n']).unwrap_or(inner.len());
        let behind = inner.get(end..).unwrap_or_default();
        let closing = behind.len() - behind.trim_start_matches('?').len();
        let is_half = match opening {
            1 => begins(before, inner) && closing == MARK.len(),
            2 => begins(before, inner) || before.trim_start().is_empty(),
            _ => false,
        };
        if is_half {
            told = start + opening + end + closing;
            half.push(start..told);
        }
    }
    half
}

/// Whether a mark stands right before a word and behind none.
fn begins(before: &str, inner: &str) -> bool {
    let is_apart = |c: char| c.is_whitespace() || "([{„“\"»«›‹".contains(c);
    before.chars().next_back().is_none_or(is_apart)
        && inner.starts_with(|c: char| c.is_alphanumeric() || c == '@')
}

/// The gap that a whole value is: what is asked for.
pub fn asked(value: &str) -> Option<Gap> {
    let (range, gap) = gaps(value).next()?;
    (range == (0..value.len())).then_some(gap)
}

/// A text as readers read it.
pub fn filled<'t>(text: &'t str, language: &str) -> Cow<'t, str> {
    if !text.contains(MARK) {
        return Cow::Borrowed(text);
    }
    let (mut filled, mut end) = (String::with_capacity(text.len()), 0);
    for (start, gap) in marked(text) {
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
        let found = |text| marked(text).map(|(_, gap)| gap).collect::<Vec<_>>();
        assert_eq!(found("Treffen im ??Raum??, ??Haus??."), ["??Raum??", "??Haus??"]);
        assert_eq!(found("?? Name des Hosters ??"), ["?? Name des Hosters ??"]);
        assert_eq!(found("Wirklich?? Ja??"), [""; 0]);
        assert_eq!(found("Was?? ??Name?? fehlt"), ["??Name??"]);
        assert_eq!(found("??Name\n\nOrt??"), [""; 0]);
        assert_eq!(found("??"), [""; 0]);
        assert_eq!(found("??Wer? und ??Raum??"), ["??Raum??"]);
    }

    #[test]
    fn half_of_a_gap_is_found() {
        let found = |text: &'static str| -> Vec<&str> {
            half_marked(text).into_iter().filter_map(|range| text.get(range)).collect()
        };
        assert_eq!(found("Es spricht ??Wer? am Abend"), ["??Wer?"]);
        assert_eq!(found("?Wer?? spricht"), ["?Wer??"]);
        assert_eq!(found("Im ??@Haus Raum\nund ??Ort??"), ["??@Haus Raum"]);
        assert_eq!(found("?? Name des Hosters"), ["?? Name des Hosters"]);
        assert_eq!(found("??"), ["??"]);
        for good in [
            "Im ??Raum?? um drei",
            "?? Name des Hosters ??",
            "Warum?? Weil wir einladen.",
            "Wirklich??? Ja?!",
            "Wann? Wo? Und wer??",
            "Quoi ?? Oui !",
            "¿Qué? ¿Quién??",
            "(?) und [?]",
            "https://example.org/?a=1 und ?b=2",
        ] {
            assert_eq!(found(good), [""; 0], "{good}");
        }
    }

    #[test]
    fn a_gap_may_say_whose_it_is() {
        let read = |marked| {
            let Gap { what, owner } = Gap::read(marked);
            (what, owner.unwrap_or_default())
        };
        let owned = |what: &str, owner: &str| (what.to_owned(), owner.to_owned());
        assert_eq!(read("??@Recht Name des Hosters??"), owned("Name des Hosters", "Recht"));
        assert_eq!(read("?? @Recht  Name ??"), owned("Name", "Recht"));
        assert_eq!(read("??@Recht??"), owned("", "Recht"));
        assert_eq!(read("??Name??"), owned("Name", ""));
        assert_eq!(read("??@ Name??"), owned("@ Name", ""));
        assert_eq!(read("??info@example.org??"), owned("info@example.org", ""));
        assert_eq!(Gap::read("??@Recht Name??").to_string(), "Name (@Recht)");
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
        assert_eq!(asked("??Tag und Uhrzeit??"), Some(Gap::read("??Tag und Uhrzeit??")));
        assert_eq!(asked("2030-05-??Tag??"), None);
        assert_eq!(asked("2030-05-14"), None);
    }
}
