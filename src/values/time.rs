//! Days and times as editors write them. Only the contract's forms are times: everything
//! else is refused, because a guessed day or hour ends in somebody's calendar.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};

use super::{Value, meant_time};
use crate::problem::{Problem, TimeAdvice, TimeProblem, ValueProblem};

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
                .map_err(|_| TimeProblem::impossible(&day.to_string()).into()),
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
                let next = day.tomorrow().map_err(|_| TimeProblem::impossible(&day.to_string()))?;
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
        (AmbiguousOffset::Unambiguous { offset: right }, Some(given))
        | (AmbiguousOffset::Fold { before: right, .. }, Some(given)) => {
            // `T15:00-17:00` has no offset: it is a beginning and an end.
            let typed = format!("{shown}{}", offset_text(given));
            if meant_time::hours(&typed).is_some() {
                return Err(not_a_time(&typed));
            }
            let right = offset_text(right);
            return Err(
                TimeProblem::OffsetDoesNotFit { value: shown, zone: zone_name, right }.into()
            );
        }
    };
    chosen
        .to_timestamp(time)
        .map(|instant: Timestamp| instant.to_zoned(zone.clone()))
        .map_err(|_| TimeProblem::impossible(&shown).into())
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
            return read_day(text).unwrap_or_else(|| Err(not_a_time(text))).map(When::Day);
        };
        let not_a_time = || not_a_time(text);
        let day_read = read_day(day).unwrap_or_else(|| Err(not_a_time()))?;
        let (clock, offset) = time.split_at_checked(5).ok_or_else(not_a_time)?;
        let offset = match offset {
            "" => None,
            offset => Some(read_offset(offset).ok_or_else(not_a_time)?),
        };
        let (hour, minute) = two_numbers(clock, ':').ok_or_else(not_a_time)?;
        let time = jiff::civil::Time::new(hour, minute, 0, 0).map_err(|_| {
            let (value, suggestion) = (text.to_owned(), meant_time::moment(text));
            TimeProblem::ImpossibleDate { value, suggestion }
        })?;
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
        read_day(text).unwrap_or_else(|| Err(not_a_day(text, TimeAdvice::Day)))
    }
}

/// A day in its form; nothing when it has another.
fn read_day(text: &str) -> Option<Result<Date, Problem>> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
    Some(civil(year, month, day).ok_or(TimeProblem::impossible(text).into()))
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// What is to be said of a text where a day or a time must stand.
fn not_a_time(text: &str) -> Problem {
    let hours = meant_time::hours(text);
    let suggestion = meant_time::moment(text).filter(|_| hours.is_none());
    let period = meant_time::period(text).map(|period| period.days());
    let advice = match (hours, period) {
        (Some(both), _) => TimeAdvice::Hours(Box::new(both)),
        (None, Some(Days { first, last })) => TimeAdvice::Within(format!("{first}/{last}")),
        (None, None) => TimeAdvice::Any,
    };
    TimeProblem::NotATime { value: text.to_owned(), suggestion, advice }.into()
}

/// What is to be said of a text where only a day can stand: a time in it would be lost.
fn not_a_day(text: &str, advice: TimeAdvice) -> Problem {
    let suggestion = meant_time::moment(text).filter(|moment| !moment.contains('T'));
    TimeProblem::NotATime { value: text.to_owned(), suggestion, advice }.into()
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
        let days = text
            .split_once('/')
            .and_then(|(first, last)| Some((read_day(first.trim())?, read_day(last.trim())?)));
        let Some((first, last)) = days else {
            let suggestion = meant_time::days(text).map(|days| days.to_string());
            return Err(TimeProblem::NotDays { value: text.to_owned(), suggestion }.into());
        };
        let (first, last) = (first?, last?);
        if last < first {
            let (start, end) = (first.to_string(), last.to_string());
            return Err(TimeProblem::EndBeforeStart { start, end }.into());
        }
        Ok(Days { first, last })
    }
}

impl std::fmt::Display for Days {
    /// `2019-11-04/2019-11-08`
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.first, self.last)
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
        if let Some(day) = read_day(text) {
            return day.map(PlannedDate::Day);
        }
        read_period(text).unwrap_or_else(|| {
            let (value, advice) = (text.to_owned(), TimeAdvice::Planned);
            match meant_time::period(text) {
                Some(period) => {
                    let suggestion = Some(period.to_string());
                    Err(TimeProblem::NotATime { value, suggestion, advice }.into())
                }
                None => Err(not_a_day(text, advice)),
            }
        })
    }
}

/// A month, quarter or year in its form; nothing when it has another.
fn read_period(text: &str) -> Option<Result<PlannedDate, Problem>> {
    let impossible = || Problem::from(TimeProblem::impossible(text));
    let Some((year, rest)) = text.split_once('-') else {
        return Some(PlannedDate::year(digits(text, 4)?).ok_or_else(impossible));
    };
    let year = digits(year, 4)?;
    let period = match rest.strip_prefix('Q') {
        Some(quarter) => PlannedDate::quarter(year, quarter.parse().ok()?),
        None => PlannedDate::month(year, digits(rest, 2)?),
    };
    Some(period.ok_or_else(impossible))
}

impl PlannedDate {
    /// A year, when there is one of that number.
    pub(super) fn year(year: i16) -> Option<Self> {
        months(year, 1, 12).map(PlannedDate::Year)
    }

    /// A quarter, from 1.
    pub(super) fn quarter(year: i16, quarter: i16) -> Option<Self> {
        let quarter = Some(quarter).filter(|quarter| (1..=4).contains(quarter))?;
        let days = months(year, quarter * 3 - 2, quarter * 3)?;
        Some(PlannedDate::Quarter(days, quarter.try_into().ok()?))
    }

    /// A month, from 1.
    pub(super) fn month(year: i16, month: i16) -> Option<Self> {
        months(year, month, month).map(PlannedDate::Month)
    }
}

/// The days of some months of a year.
fn months(year: i16, first: i16, last: i16) -> Option<Days> {
    let (first, last) = (civil(year, first, 1)?, civil(year, last, 1)?.last_of_month());
    Some(Days { first, last })
}

impl std::fmt::Display for PlannedDate {
    /// As content files write it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let first = self.days().first;
        match self {
            PlannedDate::Day(day) => write!(f, "{day}"),
            PlannedDate::Month(_) => write!(f, "{:04}-{:02}", first.year(), first.month()),
            PlannedDate::Quarter(_, quarter) => write!(f, "{:04}-Q{quarter}", first.year()),
            PlannedDate::Year(_) => write!(f, "{:04}", first.year()),
        }
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
