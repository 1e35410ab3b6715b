//! »Mittwoch, 24. September 2019«: whether that day was a Wednesday.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use super::word_around;
use crate::markdown::Found;
use crate::problem::ProseWarning;

/// Weekdays in the languages of the program, written out.
pub(super) const WEEKDAYS: [(&str, Weekday); 29] = [
    ("Montag", Weekday::Monday),
    ("Dienstag", Weekday::Tuesday),
    ("Mittwoch", Weekday::Wednesday),
    ("Donnerstag", Weekday::Thursday),
    ("Freitag", Weekday::Friday),
    ("Samstag", Weekday::Saturday),
    ("Sonnabend", Weekday::Saturday),
    ("Sonntag", Weekday::Sunday),
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
    ("lunes", Weekday::Monday),
    ("Lunes", Weekday::Monday),
    ("martes", Weekday::Tuesday),
    ("Martes", Weekday::Tuesday),
    ("miércoles", Weekday::Wednesday),
    ("Miércoles", Weekday::Wednesday),
    ("jueves", Weekday::Thursday),
    ("Jueves", Weekday::Thursday),
    ("viernes", Weekday::Friday),
    ("Viernes", Weekday::Friday),
    ("sábado", Weekday::Saturday),
    ("Sábado", Weekday::Saturday),
    ("domingo", Weekday::Sunday),
    ("Domingo", Weekday::Sunday),
];

/// The same in short, in German texts: elsewhere »So« and »Do« are words.
pub(super) const SHORT_IN_GERMAN: [(&str, Weekday); 7] = [
    ("Mo", Weekday::Monday),
    ("Di", Weekday::Tuesday),
    ("Mi", Weekday::Wednesday),
    ("Do", Weekday::Thursday),
    ("Fr", Weekday::Friday),
    ("Sa", Weekday::Saturday),
    ("So", Weekday::Sunday),
];

/// Months in the same languages, with those that are the same in two of them once.
const MONTHS: [(&str, i8); 33] = [
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
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
];

/// Checks the date after the weekday at `range`, when it has a year or is one of `own_dates`.
pub(super) fn check(
    text: &str,
    range: Range<usize>,
    typed: Weekday,
    own_dates: &[Date],
) -> Option<Found> {
    // Santo Domingo is a city.
    let is_name = text.get(..range.start)?.ends_with("Santo ");
    if is_name || word_around(text, range.clone()) != range {
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
    /// `, 24. September`, `, dem 24.9.`, ` (24.9.`, `, 24th of September`, `, September 24` or
    /// ` 24 de septiembre`.
    fn month_and_day(&mut self) -> Option<(i8, i8)> {
        self.skip(".");
        self.skip(",");
        self.spaces();
        self.skip("(");
        for article in ["der ", "dem ", "den ", "the "] {
            self.skip(article);
        }
        if let Some(month) = self.month_name() {
            self.spaces();
            return Some((month, self.day()?));
        }
        let day = self.day()?;
        self.spaces();
        for word in ["of ", "de "] {
            self.skip(word);
        }
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

    /// `24`, `24.`, `24th` or `1.º`.
    fn day(&mut self) -> Option<i8> {
        let day = self.number(2)?;
        for ending in [".", "st", "nd", "rd", "th", "º"] {
            self.skip(ending);
        }
        Some(day)
    }

    /// ` 2019`, `, 2019`, ` de 2019` or, right behind the point of a month, `19`.
    fn year(&mut self) -> Option<i16> {
        let mut rest = Rest(self.0);
        if let Some(year) = rest.short_year() {
            self.0 = rest.0;
            return Some(year);
        }
        rest = Rest(self.0);
        rest.skip(",");
        rest.spaces();
        for word in ["de ", "del "] {
            rest.skip(word);
        }
        let digits = rest.0.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        rest.0 = rest.0.get(4..)?;
        let whole = !rest.0.starts_with(|c: char| c.is_alphanumeric());
        let year = digits.parse().ok().filter(|_| whole)?;
        self.0 = rest.0;
        Some(year)
    }

    /// Two digits that nothing behind them makes an hour.
    fn short_year(&mut self) -> Option<i16> {
        let year = self.number(2).filter(|year| *year > 9)?;
        let (rest, behind) = (self.0, self.0.get(1..).unwrap_or_default());
        let is_hour = rest.starts_with([':', '-', '–'])
            || rest.starts_with('.') && behind.starts_with(|c: char| c.is_ascii_digit())
            || ["uhr", "h"].iter().any(|hour| rest.trim_start().to_lowercase().starts_with(hour));
        let whole = !rest.starts_with(char::is_alphanumeric);
        (whole && !is_hour).then(|| 2000 + i16::from(year))
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
