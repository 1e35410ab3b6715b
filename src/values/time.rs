//! Days and times as editors write them. Only the contract's forms are times: everything
//! else is refused, because a guessed day or hour ends in somebody's calendar.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};

use super::{Value, ZONE_NAMES};
use crate::problem::{Problem, TimeProblem, ValueProblem};
use crate::suggest::closest;

/// A day, or a local time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// `2019-09-24`.
    Day(Date),
    /// `2019-09-24T15:00`, and the offset that says which of two it is (`+02:00`).
    Time(DateTime, Option<Offset>),
}

impl When {
    /// The day.
    pub fn date(self) -> Date {
        match self {
            When::Day(day) => day,
            When::Time(time, _) => time.date(),
        }
    }

    /// The instant in a zone; of a day its beginning.
    ///
    /// # Errors
    /// When the clock shows that time never or twice on that day, or at another offset.
    pub fn at(self, zone: &TimeZone) -> Result<Zoned, Problem> {
        match self {
            When::Day(day) => day
                .to_zoned(zone.clone())
                .map_err(|_| TimeProblem::ImpossibleDate { value: day.to_string() }.into()),
            When::Time(time, offset) => local(time, offset, zone),
        }
    }

    /// The instant until which a deadline lasts: a day's deadline lasts to its end.
    ///
    /// # Errors
    /// As [`When::at`].
    pub fn deadline(self, zone: &TimeZone) -> Result<Zoned, Problem> {
        match self {
            When::Day(day) => {
                let next = day
                    .tomorrow()
                    .map_err(|_| TimeProblem::ImpossibleDate { value: day.to_string() })?;
                When::Day(next).at(zone)
            }
            time => time.at(zone),
        }
    }
}

/// A local time in a zone: never guessed in a gap or a fold.
fn local(time: DateTime, offset: Option<Offset>, zone: &TimeZone) -> Result<Zoned, Problem> {
    // The zone itself was a mistake: nothing may follow from it.
    let (zone, offset) = if zone.is_unknown() { (&TimeZone::UTC, None) } else { (zone, offset) };
    let shown = time.strftime("%Y-%m-%dT%H:%M").to_string();
    let zone_name = zone.iana_name().unwrap_or("UTC").to_owned();
    let possible = zone.to_ambiguous_timestamp(time).offset();
    let chosen = match (possible, offset) {
        (AmbiguousOffset::Unambiguous { offset }, None) => offset,
        (AmbiguousOffset::Unambiguous { offset: only }, Some(given)) if given == only => only,
        (AmbiguousOffset::Fold { before, after }, Some(given))
            if given == before || given == after =>
        {
            given
        }
        (AmbiguousOffset::Gap { before, after }, _) => {
            let shift = after.seconds() - before.seconds();
            let next = time.checked_add(SignedDuration::from_secs(shift.into())).unwrap_or(time);
            let next = next.strftime("%Y-%m-%dT%H:%M").to_string();
            return Err(TimeProblem::TimeInGap { value: shown, zone: zone_name, next }.into());
        }
        (AmbiguousOffset::Fold { before, after }, None) => {
            let first = format!("{shown}{}", offset_text(before));
            let second = format!("{shown}{}", offset_text(after));
            return Err(
                TimeProblem::TimeTwice { value: shown, zone: zone_name, first, second }.into()
            );
        }
        (AmbiguousOffset::Unambiguous { offset: right }, Some(_))
        | (AmbiguousOffset::Fold { before: right, .. }, Some(_)) => {
            let right = offset_text(right);
            return Err(
                TimeProblem::OffsetDoesNotFit { value: shown, zone: zone_name, right }.into()
            );
        }
    };
    chosen
        .to_timestamp(time)
        .map(|instant: Timestamp| instant.to_zoned(zone.clone()))
        .map_err(|_| TimeProblem::ImpossibleDate { value: shown }.into())
}

/// Whether the clock shows a time twice on its day, because it is put back.
pub fn occurs_twice(at: &Zoned) -> bool {
    at.time_zone().to_ambiguous_timestamp(at.datetime()).is_ambiguous()
}

fn offset_text(offset: Offset) -> String {
    let minutes = offset.seconds() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

impl Value for When {
    fn read(text: &str) -> Result<Self, Problem> {
        let Some((day, time)) = text.split_once('T') else {
            return Date::read(text).map(When::Day);
        };
        let not_a_time = || not_a_time(text);
        let day_read = Date::read(day).map_err(|problem| match problem {
            Problem::Time(TimeProblem::NotATime { .. }) => not_a_time(),
            other => other,
        })?;
        let (clock, offset) = time.split_at_checked(5).ok_or_else(not_a_time)?;
        let offset = match offset {
            "" => None,
            offset => Some(read_offset(offset).ok_or_else(not_a_time)?),
        };
        let (hour, minute) = two_numbers(clock, ':').ok_or_else(not_a_time)?;
        let time = jiff::civil::Time::new(hour, minute, 0, 0)
            .map_err(|_| TimeProblem::ImpossibleDate { value: text.to_owned() })?;
        Ok(When::Time(day_read.to_datetime(time), offset))
    }
}

/// `15:00` as two numbers of two digits each.
fn two_numbers(text: &str, separator: char) -> Option<(i8, i8)> {
    let (a, b) = text.split_once(separator)?;
    Some((digits(a, 2)?.try_into().ok()?, digits(b, 2)?.try_into().ok()?))
}

/// A number of exactly `count` digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    let right = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if right { text.parse().ok() } else { None }
}

fn read_offset(text: &str) -> Option<Offset> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = two_numbers(text.get(1..)?, ':')?;
    Offset::from_seconds(sign * (i32::from(hours) * 60 + i32::from(minutes)) * 60).ok()
}

impl Value for Date {
    fn read(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else { return Err(not_a_time(text)) };
        match (digits(year, 4), digits(month, 2), digits(day, 2)) {
            (Some(year), Some(month), Some(day)) => civil(year, month, day)
                .ok_or(TimeProblem::ImpossibleDate { value: text.to_owned() }.into()),
            _ => Err(not_a_time(text)),
        }
    }
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// What an editor probably meant by `24.09.2019`, `24.9.2019 15:00` or `2019-09-24 15:00`.
fn not_a_time(text: &str) -> Problem {
    let mut parts = text.split([' ', 'T']).filter(|part| !part.is_empty());
    let day = parts.next().unwrap_or("");
    let clock = parts.next().map(|clock| clock.trim_end_matches("Uhr"));
    let numbers: Vec<Option<i16>> = day.split(['.', '-', '/']).map(|n| n.parse().ok()).collect();
    let date = match numbers[..] {
        [Some(year), Some(month), Some(day)] if year > 31 => civil(year, month, day),
        [Some(day), Some(month), Some(year)] if year > 31 => civil(year, month, day),
        _ => None,
    };
    let suggestion =
        date.map(|date| match clock.and_then(|clock| two_numbers(clock.get(..5)?, ':')) {
            Some((hour, minute)) => format!("{date}T{hour:02}:{minute:02}"),
            None => date.to_string(),
        });
    TimeProblem::NotATime { value: text.to_owned(), suggestion }.into()
}

/// Two days, both included: `2019-11-04/2019-11-08`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Value for Days {
    fn read(text: &str) -> Result<Self, Problem> {
        let (first, last) =
            text.split_once('/').ok_or_else(|| TimeProblem::NotDays { value: text.to_owned() })?;
        let (first, last) = (Date::read(first.trim())?, Date::read(last.trim())?);
        if last < first {
            let (start, end) = (first.to_string(), last.to_string());
            return Err(TimeProblem::EndBeforeStart { start, end }.into());
        }
        Ok(Days { first, last })
    }
}

/// When a visit is, as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedDate {
    /// `2019-11-04`.
    Day(Date),
    /// `2020-05`.
    Month(Days),
    /// `2020-Q1`, with the number of the quarter.
    Quarter(Days, i8),
    /// `2020`.
    Year(Days),
}

impl PlannedDate {
    /// The days it can fall on.
    pub fn days(self) -> Days {
        match self {
            PlannedDate::Day(day) => Days { first: day, last: day },
            PlannedDate::Month(days) | PlannedDate::Quarter(days, _) | PlannedDate::Year(days) => {
                days
            }
        }
    }
}

impl Value for PlannedDate {
    fn read(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split('-').collect();
        let months = |year: i16, first: i16, last: i16| {
            let first = civil(year, first, 1);
            let last = civil(year, last, 1).map(Date::last_of_month);
            first.zip(last).map(|(first, last)| Days { first, last })
        };
        let impossible = || Problem::from(TimeProblem::ImpossibleDate { value: text.to_owned() });
        match parts[..] {
            [year] => match digits(year, 4).and_then(|year| months(year, 1, 12)) {
                Some(days) => Ok(PlannedDate::Year(days)),
                None => Err(not_a_time(text)),
            },
            [year, rest] => match (digits(year, 4), rest.strip_prefix('Q'), digits(rest, 2)) {
                (Some(year), Some(quarter), _) => {
                    let quarter = digits(quarter, 1).filter(|quarter| (1..=4).contains(quarter));
                    let quarter = quarter.ok_or_else(impossible)?;
                    let days = months(year, quarter * 3 - 2, quarter * 3).ok_or_else(impossible)?;
                    Ok(PlannedDate::Quarter(days, quarter.try_into().unwrap_or(1)))
                }
                (Some(year), None, Some(month)) => {
                    months(year, month, month).map(PlannedDate::Month).ok_or_else(impossible)
                }
                _ => Err(not_a_time(text)),
            },
            _ => Date::read(text).map(PlannedDate::Day),
        }
    }
}

/// A zone by its IANA name.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Value for Zone {
    fn read(text: &str) -> Result<Self, Problem> {
        let known = ZONE_NAMES.get(&text.to_lowercase()).filter(|name| *name == text);
        known.and_then(|name| TimeZone::get(name).ok()).map(Zone).ok_or_else(|| {
            let lower = text.to_lowercase();
            let suggestion = ZONE_NAMES
                .get(&lower)
                .or_else(|| {
                    closest(&lower, ZONE_NAMES.keys().map(String::as_str))
                        .and_then(|name| ZONE_NAMES.get(name))
                })
                .cloned();
            ValueProblem::UnknownZone { value: text.to_owned(), suggestion }.into()
        })
    }
}

/// How often a calendar should be fetched again: `12h`, `30min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minutes(pub u32);

impl Value for Minutes {
    fn read(text: &str) -> Result<Self, Problem> {
        let factor = |unit: &str| match unit.trim() {
            "min" => Some(1),
            "h" => Some(60),
            "d" => Some(24 * 60),
            _ => None,
        };
        let split = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(split);
        let minutes = number.parse::<u32>().ok().zip(factor(unit));
        minutes
            .and_then(|(number, factor)| number.checked_mul(factor))
            .filter(|minutes| (1..=60 * 24 * 366).contains(minutes))
            .map(Minutes)
            .ok_or_else(|| {
                ValueProblem::NotADuration { value: text.to_owned(), example: "12h" }.into()
            })
    }
}

/// How long past events stay in the main feed, in months: `24 months`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// Months.
    pub months: u32,
}

impl Value for Keep {
    fn read(text: &str) -> Result<Self, Problem> {
        text.strip_suffix("months")
            .or_else(|| text.strip_suffix("month"))
            .and_then(|number| number.trim().parse().ok())
            .filter(|months| (1..=1200).contains(months))
            .map(|months| Keep { months })
            .ok_or_else(|| {
                ValueProblem::NotADuration { value: text.to_owned(), example: "24 months" }.into()
            })
    }
}

/// How long a video is, in minutes and seconds as it was typed: `2:30`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration(pub String);

impl Value for Duration {
    fn read(text: &str) -> Result<Self, Problem> {
        let is_right = text.split_once(':').is_some_and(|(minutes, seconds)| {
            minutes.parse::<u16>().is_ok()
                && seconds.len() == 2
                && seconds.parse::<u8>().is_ok_and(|seconds| seconds < 60)
        });
        let wrong = || {
            Problem::from(ValueProblem::NotADuration { value: text.to_owned(), example: "2:30" })
        };
        if is_right { Ok(Duration(text.to_owned())) } else { Err(wrong()) }
    }
}
