//! How an editor says how often: `every: 2 weeks`, `on: [first tuesday]`.

use std::ops::RangeInclusive;

use jiff::civil::Weekday;

use super::{Value, choose};
use crate::problem::{Problem, SeriesProblem};
use crate::recurrence::{Nth, Unit};

/// Every how many units a series can have dates.
const NUMBERS: RangeInclusive<i16> = 1..=99;

/// How often a series has dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Every {
    /// Every how many units, 1 to 99.
    pub number: i16,
    /// Of what.
    pub unit: Unit,
}

impl Value for Every {
    fn read(text: &str) -> Result<Self, Problem> {
        let (number, unit) = text.split_once(' ').unwrap_or(("1", text));
        let unit = match unit.trim() {
            "day" | "days" => Some(Unit::Day),
            "week" | "weeks" => Some(Unit::Week),
            "month" | "months" => Some(Unit::Month),
            _ => None,
        };
        let number = number.parse().ok().filter(|number| NUMBERS.contains(number));
        number.zip(unit).map(|(number, unit)| Every { number, unit }).ok_or_else(|| {
            let (value, suggestion) = (text.to_owned(), frequency_meant(text));
            SeriesProblem::NotAFrequency { value, suggestion }.into()
        })
    }
}

/// What somebody meant who wrote `Woche`, `alle 2 Wochen` or `weekly`.
fn frequency_meant(typed: &str) -> Option<String> {
    let small = typed.to_lowercase();
    let is_filler = |word: &&str| ["jede", "jeden", "alle", "every", "each"].contains(word);
    let words: Vec<&str> = small.split_whitespace().filter(|word| !is_filler(word)).collect();
    let (number, unit) = match words.as_slice() {
        [unit] => (1, *unit),
        ["zwei" | "two", unit] => (2, *unit),
        [number, unit] => (number.parse::<i16>().ok().filter(|it| NUMBERS.contains(it))?, *unit),
        _ => return None,
    };
    let unit = match unit {
        "day" | "days" | "daily" | "tag" | "tage" | "täglich" => "day",
        "week" | "weeks" | "weekly" | "woche" | "wochen" | "wöchentlich" => "week",
        "month" | "months" | "monthly" | "monat" | "monate" | "monatlich" => "month",
        _ => return None,
    };
    Some(if number == 1 { unit.to_owned() } else { format!("{number} {unit}s") })
}

/// A weekday, perhaps with its place in the month: `tuesday`, `first tuesday`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDay {
    /// Its place in the month.
    pub nth: Option<Nth>,
    /// The weekday.
    pub weekday: Weekday,
}

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

const PLACES: [(&str, Nth); 5] = [
    ("first", Nth::First),
    ("second", Nth::Second),
    ("third", Nth::Third),
    ("fourth", Nth::Fourth),
    ("last", Nth::Last),
];

impl Value for OnDay {
    fn read(text: &str) -> Result<Self, Problem> {
        let (nth, weekday) = match text.split_once(' ') {
            Some((nth, weekday)) => (Some(choose(nth, &PLACES)?), weekday.trim()),
            None => (None, text),
        };
        Ok(OnDay { nth, weekday: choose(weekday, &WEEKDAYS)? })
    }
}
