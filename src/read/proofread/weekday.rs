//! »Mittwoch, 24. September 2019«: whether that day was a Wednesday.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::word_around;
use crate::markdown::Found;
use crate::problem::ProseWarning;

/// Weekdays in German and English, written out and short.
pub(super) const WEEKDAYS: [(&str, Weekday); 22] = [
    ("Montag", Weekday::Monday),
    ("Dienstag", Weekday::Tuesday),
    ("Mittwoch", Weekday::Wednesday),
    ("Donnerstag", Weekday::Thursday),
    ("Freitag", Weekday::Friday),
    ("Samstag", Weekday::Saturday),
    ("Sonnabend", Weekday::Saturday),
    ("Sonntag", Weekday::Sunday),
    ("Mo", Weekday::Monday),
    ("Di", Weekday::Tuesday),
    ("Mi", Weekday::Wednesday),
    ("Do", Weekday::Thursday),
    ("Fr", Weekday::Friday),
    ("Sa", Weekday::Saturday),
    ("So", Weekday::Sunday),
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// Months in German and English, with those that are the same in both once.
const MONTHS: [(&str, i8); 20] = [
    ("Januar", 1),
    ("Jänner", 1),
    ("Februar", 2),
    ("März", 3),
    ("April", 4),
    ("Mai", 5),
    ("Juni", 6),
    ("Juli", 7),
    ("August", 8),
    ("September", 9),
    ("Oktober", 10),
    ("November", 11),
    ("Dezember", 12),
    ("January", 1),
    ("February", 2),
    ("March", 3),
    ("May", 5),
    ("June", 6),
    ("July", 7),
    ("October", 10),
];

/// Checks the date after the weekday at `range`, when it has a year or is one of `own_dates`.
pub(super) fn check(
    text: &str,
    range: Range<usize>,
    typed: Weekday,
    own_dates: &[Date],
) -> Option<Found> {
    if word_around(text, range.clone()) != range {
        return None;
    }
    let mut rest = Rest(text.get(range.end..)?);
    let (month, day) = rest.month_and_day()?;
    let date = match rest.year() {
        Some(year) => Date::new(year, month, day).ok()?,
        None => *own_dates.iter().find(|date| (date.month(), date.day()) == (month, day))?,
    };
    let end = text.len() - rest.0.len();
    let problem = ProseWarning::WeekdayDoesNotFit { typed, date };
    (date.weekday() != typed).then_some((range.start..end, problem.into()))
}

/// What is left of a text while a date is read from it.
struct Rest<'t>(&'t str);

impl Rest<'_> {
    /// `, 24. September`, `, dem 24.9.`, `, 24 September` or `, September 24`.
    fn month_and_day(&mut self) -> Option<(i8, i8)> {
        self.skip(".");
        self.skip(",");
        self.spaces();
        for article in ["der ", "dem ", "den ", "the "] {
            self.skip(article);
        }
        if let Some(month) = self.month_name() {
            self.spaces();
            return Some((month, self.number(2)?));
        }
        let day = self.number(2)?;
        self.skip(".");
        self.spaces();
        let month = match self.month_name() {
            Some(month) => month,
            None => {
                let month = self.number(2)?;
                self.0 = self.0.strip_prefix('.')?;
                month
            }
        };
        Some((month, day))
    }

    /// ` 2019` or `, 2019`.
    fn year(&mut self) -> Option<i16> {
        let mut rest = Rest(self.0);
        rest.skip(",");
        rest.spaces();
        let digits = rest.0.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        rest.0 = rest.0.get(4..)?;
        let whole = !rest.0.starts_with(|c: char| c.is_alphanumeric());
        let year = digits.parse().ok().filter(|_| whole)?;
        self.0 = rest.0;
        Some(year)
    }

    fn month_name(&mut self) -> Option<i8> {
        let length = self.0.find(|c: char| !c.is_alphabetic()).unwrap_or(self.0.len());
        let (name, rest) = self.0.split_at(length);
        let (_, month) = MONTHS.iter().find(|(known, _)| *known == name)?;
        self.0 = rest;
        Some(*month)
    }

    /// A number of at most `digits` digits.
    fn number(&mut self, digits: usize) -> Option<i8> {
        let length = self.0.find(|c: char| !c.is_ascii_digit()).unwrap_or(self.0.len());
        let (number, rest) = self.0.split_at(length);
        let number = number.parse().ok().filter(|_| length <= digits)?;
        self.0 = rest;
        Some(number)
    }

    fn skip(&mut self, text: &str) {
        self.0 = self.0.strip_prefix(text).unwrap_or(self.0);
    }

    fn spaces(&mut self) {
        self.0 = self.0.trim_start();
    }
}
