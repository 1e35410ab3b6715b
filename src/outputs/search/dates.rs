//! How the script knows a date in what somebody types: the names of months, and what nobody looks
//! for, alone or beside a date.

use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday};

use super::document::small_words;
use super::fold::{forms, words};
use crate::site::Site;

/// The texts that dates and times are written with.
const PATTERNS: [&str; 8] = [
    "dates.range.days",
    "dates.range.months",
    "dates.range.years",
    "dates.time",
    "dates.times",
    "dates.from_to",
    "dates.hour_follows",
    "dates.day_follows",
];

/// What may stand beside a date instead of a word: numbers of a range, times (»15«, »3pm«, »p.m.«).
const TIMES: &str = r"=?\d?\d?([ap]m|h)?=?";

/// What the script has to know of the dates and the small words of a language.
#[derive(Debug)]
pub struct DateWords {
    /// The names of each month, January first, as it stands in a date and alone.
    pub months: Vec<Vec<String>>,
    /// A regular expression for words that are not looked for: small ones and single letters.
    pub small: String,
    /// For words that are not looked for beside a date: also days of a week, long and short, times,
    /// and what the site writes around dates: »bis«, »Uhr«.
    pub beside: String,
}

impl DateWords {
    /// Those of the language of a site.
    pub fn of(site: &Site) -> Self {
        let small: BTreeSet<String> = small_words(site)
            .iter()
            .flat_map(|word| words_of(word))
            .flat_map(|word| with_forms(&word))
            .collect();
        let cldr = site.strings.cldr();
        let days = Weekday::Monday.cycle_forward().take(7);
        let names = days.flat_map(|day| [cldr.weekday_name(day), cldr.short_weekday(day)]);
        let around = PATTERNS.map(|pattern| around_places(site.strings.get(pattern)));
        let beside: BTreeSet<String> = names
            .chain(around)
            .flat_map(|text| words_of(&text))
            .flat_map(|word| with_forms(&word))
            .collect();
        DateWords {
            months: months(site),
            small: pattern(r"\D", &small),
            beside: pattern(&format!(r"\D|{TIMES}"), &small.union(&beside).cloned().collect()),
        }
    }
}

/// The forms of a word and the word itself.
fn with_forms(word: &str) -> Vec<String> {
    let [two, one] = forms(word);
    vec![word.to_owned(), two, one]
}

/// A pattern of whole words.
fn pattern(first: &str, words: &BTreeSet<String>) -> String {
    words.iter().fold(format!("^({first}"), |all, word| all + "|" + word) + ")$"
}

fn months(site: &Site) -> Vec<Vec<String>> {
    let cldr = site.strings.cldr();
    let firsts: Vec<Date> = (1..=12).filter_map(|month| Date::new(2019, month, 1).ok()).collect();
    // »września«, and of »wrzesień 2019« what no other month has.
    let alone: Vec<Vec<String>> = firsts.iter().map(|day| words_of(&cldr.month(*day))).collect();
    let own = |number: usize, word: &String| {
        alone.iter().enumerate().all(|(other, names)| other == number || !names.contains(word))
    };
    let names = firsts.iter().zip(&alone).enumerate().map(|(number, (day, names))| {
        let mut all = words_of(cldr.month_in_date(*day));
        all.extend(names.iter().filter(|word| own(number, word)).cloned());
        all.dedup();
        let mut all: Vec<String> = all.iter().flat_map(|name| forms(name)).collect();
        all.dedup();
        all
    });
    names.collect()
}

fn words_of(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    words(text, |word| all.push(word));
    all
}

/// A pattern without its places: »{from}–{to} Uhr« is »– Uhr«.
fn around_places(pattern: &str) -> String {
    let ends = pattern.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
    ends.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::around_places;

    #[test]
    fn a_pattern_has_words_around_its_places() {
        assert_eq!(around_places("del {from_day} al {to_day} de"), "del   al   de");
        assert_eq!(around_places("{from}–{to} Uhr"), " –  Uhr");
        assert_eq!(around_places("Uhrzeit folgt"), "Uhrzeit folgt");
    }
}
