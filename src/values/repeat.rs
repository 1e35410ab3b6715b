//! How an editor says how often: `every: 2 weeks`, `on: [first tuesday]`.

use jiff::civil::Weekday;

use super::{Value, choose};
use crate::problem::{Problem, SeriesProblem};
use crate::recurrence::{Nth, Unit};

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
        let number = number.parse().ok().filter(|number| (1..=99).contains(number));
        number
            .zip(unit)
            .map(|(number, unit)| Every { number, unit })
            .ok_or_else(|| SeriesProblem::NotAFrequency { value: text.to_owned() }.into())
    }
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
