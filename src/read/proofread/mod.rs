//! What an editor should look at once more in a finished text: weekdays that do not fit their
//! date, and what is lost when a text is copied from a PDF file. All of it is likely and not
//! certain, so all of it is a warning.

mod encoding;
mod letters;
mod plain;
mod weekday;

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use jiff::civil::{Date, Weekday};

use crate::language::without_region;
use crate::markdown::{Found, TextKind, hidden};
use crate::yaml::invisible::is_curly_quote;
use letters::{LIGATURES, LOST, Lost};
use weekday::{SHORT_IN_GERMAN, WEEKDAYS};

/// What a text is searched for, in one pass.
struct Search {
    patterns: Vec<Pattern>,
    automaton: Option<AhoCorasick>,
}

#[derive(Clone, Copy)]
enum Pattern {
    Weekday(Weekday),
    ShortInGerman(Weekday),
    Ligature,
    Lost(&'static Lost),
}

static SEARCH: LazyLock<Search> = LazyLock::new(|| {
    let weekdays = WEEKDAYS.iter().map(|(name, day)| (*name, Pattern::Weekday(*day)));
    let short = SHORT_IN_GERMAN.iter().map(|(name, day)| (*name, Pattern::ShortInGerman(*day)));
    let ligatures = LIGATURES.iter().map(|(ligature, _)| (*ligature, Pattern::Ligature));
    let lost = LOST.iter().map(|lost| (lost.found, Pattern::Lost(lost)));
    let (words, patterns): (Vec<&str>, _) =
        weekdays.chain(short).chain(ligatures).chain(lost).unzip();
    // Every text is searched: a table of all states is larger, and quicker.
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(words)
        .ok();
    Search { patterns, automaton }
});

/// Looks over a text in the language with a tag. `own_dates` are the days of the event that it
/// is about: they say which year a day without one is in.
pub fn proofread(tag: &str, text: &str, own_dates: &[Date]) -> Vec<Found> {
    let mut found = Vec::new();
    let Some(automaton) = &SEARCH.automaton else { return found };
    for hit in automaton.find_iter(text) {
        let range = hit.range();
        found.extend(match SEARCH.patterns.get(hit.pattern().as_usize()) {
            Some(Pattern::Weekday(day)) => weekday::check(text, range, *day, own_dates),
            Some(Pattern::ShortInGerman(day)) if without_region(tag) == "de" => {
                weekday::check(text, range, *day, own_dates)
            }
            Some(Pattern::Ligature) => letters::ligature(text, range),
            Some(Pattern::Lost(lost)) if tag == "de" => letters::lost(text, range, lost),
            _ => None,
        });
    }
    // A word with two ligatures is one word.
    found.dedup();
    found.extend(encoding::broken(text));
    found
}

/// What to look at in a text that is shown as it is typed.
pub fn proofread_plain(text: &str, kind: TextKind) -> Vec<Found> {
    let mut found = plain::markup(text, kind);
    found.extend(hidden(text, kind));
    found
}

/// Whether a short text is in typographic quotation marks from its first character to its
/// last: most often somebody took them for those of YAML.
pub fn is_quoted_as_a_whole(text: &str) -> bool {
    let mut inner = text.chars();
    let outer = inner.next().zip(inner.next_back());
    let inner = inner.as_str();
    let is_quoted = outer.is_some_and(|(a, b)| match (is_curly_quote(a), is_curly_quote(b)) {
        (true, true) => true,
        // »„so"«: a pair, but not beside another straight one.
        (true, false) | (false, true) => (a == '"' || b == '"') && !inner.contains('"'),
        (false, false) => false,
    });
    is_quoted && !inner.contains(is_curly_quote) && !inner.ends_with(['.', '!', '?'])
}

/// Whether a text ends with a quotation mark that none opens. Behind a number it means inches.
pub fn ends_with_lone_quote(text: &str) -> bool {
    let inner = text.strip_suffix('"').unwrap_or("\"");
    !inner.contains(|c: char| c == '"' || is_curly_quote(c))
        && !inner.ends_with(|c: char| c.is_ascii_digit() || c.is_whitespace())
}

/// The word around a place; of one that nobody can mean, so many letters on either side.
fn word_around(text: &str, range: Range<usize>) -> Range<usize> {
    const LETTERS: usize = 80;
    let before = text.get(..range.start).unwrap_or("").chars().rev();
    let behind = text.get(range.end..).unwrap_or("").chars();
    let length = |letters: &mut dyn Iterator<Item = char>| -> usize {
        let letters = letters.take(LETTERS).take_while(|c| c.is_alphabetic());
        letters.map(char::len_utf8).sum()
    };
    range.start - length(&mut before.into_iter())..range.end + length(&mut behind.into_iter())
}
