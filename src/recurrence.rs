//! When a rule says that something takes place: from a rule and its first day to all its days.
//!
//! Days only, because a series keeps its time by the clock: what a time means on a day is a
//! matter of zones and not of rules. It is the part of RFC 5545 3.3.10 that people use and that
//! every calendar program reads alike; days that not every month has are deliberately absent.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Which days a series has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Every how many days, weeks or months; at least 1.
    pub interval: i16,
    /// Which days of those.
    pub pattern: Pattern,
    /// Until when.
    pub end: End,
}

/// Days, weeks or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks, which begin on Monday.
    Week,
    /// Months.
    Month,
}

/// Which days of a day, week or month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pattern {
    /// The day itself.
    Day,
    /// Weekdays, Monday first.
    Weekdays(Vec<Weekday>),
    /// A day of the month that every month has: 1 to 28.
    DayOfMonth(i8),
    /// Weekdays by their place in the month.
    WeekdaysOfMonth(Vec<(Nth, Weekday)>),
}

/// A place in the month. Not every month has a fifth Tuesday, so there is no such place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nth {
    /// The first.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// The last, be it the fourth or the fifth.
    Last,
}

impl Nth {
    /// As in an RRULE: counted from the beginning of the month, or −1 for the last.
    pub fn number(self) -> i8 {
        match self {
            Nth::First => 1,
            Nth::Second => 2,
            Nth::Third => 3,
            Nth::Fourth => 4,
            Nth::Last => -1,
        }
    }

    fn is_place_of(self, day: Date) -> bool {
        match self {
            Nth::Last => day.day() + 7 > day.days_in_month(),
            nth => (day.day() - 1) / 7 + 1 == nth.number(),
        }
    }
}

/// Where a series ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// On this day at the latest.
    Until(Date),
    /// After so many days.
    Count(u32),
}

impl Rule {
    /// Its days from the first on, in their order. A first day that does not fit is left out.
    pub fn days(&self, first: Date) -> impl Iterator<Item = Date> {
        let (until, count) = match self.end {
            End::Until(until) => (until, usize::MAX),
            End::Count(count) => (Date::MAX, usize::try_from(count).unwrap_or(usize::MAX)),
        };
        first
            .series(1.day())
            .take_while(move |day| *day <= until)
            .filter(move |day| self.fits(*day) && self.is_in_step(first, *day))
            .take(count)
    }

    /// Whether a day fits, the interval apart.
    pub fn fits(&self, day: Date) -> bool {
        match &self.pattern {
            Pattern::Day => true,
            Pattern::Weekdays(weekdays) => weekdays.contains(&day.weekday()),
            Pattern::DayOfMonth(number) => day.day() == *number,
            Pattern::WeekdaysOfMonth(places) => places
                .iter()
                .any(|(nth, weekday)| day.weekday() == *weekday && nth.is_place_of(day)),
        }
    }

    /// The days before and after one that does not fit.
    pub fn nearest(&self, day: Date) -> Vec<Date> {
        // No pattern leaves out more than 35 days: the last Tuesday to the next but one.
        let near = |step: i64| {
            (1..=62).filter_map(|n| day.checked_add((n * step).days()).ok()).find(|d| self.fits(*d))
        };
        [near(-1), near(1)].into_iter().flatten().collect()
    }

    /// Whether a whole number of intervals is between the day, week or month of each.
    fn is_in_step(&self, first: Date, day: Date) -> bool {
        let days = |from: Date, to: Date| i64::from((to - from).get_days());
        let monday =
            |day: Date| day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days());
        let month = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
        let periods = match self.pattern {
            Pattern::Day => days(first, day),
            Pattern::Weekdays(_) => days(monday(first), monday(day)) / 7,
            Pattern::DayOfMonth(_) | Pattern::WeekdaysOfMonth(_) => month(day) - month(first),
        };
        periods % i64::from(self.interval.max(1)) == 0
    }
}
