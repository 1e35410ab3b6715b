//! Series: RRULE, EXDATE and RECURRENCE-ID (RFC 5545 3.8.5, 3.8.4.4).
//!
//! Deliberately absent: RDATE. node-ical and icalevents do not show such dates; a further date is
//! an entry of its own.
//!
//! Every date is told as DTSTART is, a day or a time in the same zone, because Apple drops the
//! whole series otherwise; UNTIL is told in UTC, as RFC 5545 3.3.10 wants it. Each exception has
//! a line of its own: some readers take the first of a list only.

use std::fmt::Write;

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};

use super::line::{Lines, push_date, push_utc};
use super::timezone::{instant, is_clear_in_its_zone, weekday};
use crate::recurrence::{End, Pattern, Rule};

/// How something begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// With a day.
    Day(Date),
    /// At a time, in its zone.
    Time(Zoned),
}

impl Start {
    /// The day, in its zone.
    pub fn day(&self) -> Date {
        match self {
            Start::Day(day) => *day,
            Start::Time(time) => time.date(),
        }
    }

    pub(super) fn time(&self) -> Option<&Zoned> {
        match self {
            Start::Day(_) => None,
            Start::Time(time) => Some(time),
        }
    }
}

/// What makes an entry a series. All starts are of one kind: that of the entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Recurrence {
    /// RRULE. Its first day is that of the entry.
    pub rule: Rule,
    /// The last start that the rule gives, be it an exception: UNTIL.
    pub last: Start,
    /// EXDATE: starts that the rule gives and that do not count.
    pub except: Vec<Start>,
}

impl Recurrence {
    /// The starts whose zone and year a file must know.
    pub(super) fn starts(&self) -> impl Iterator<Item = &Start> {
        std::iter::once(&self.last).chain(&self.except)
    }

    /// The value of RRULE: `FREQ=WEEKLY;BYDAY=TU;UNTIL=20191231T100000Z`.
    pub fn rrule(&self) -> String {
        let mut rule = String::new();
        push_rule(&mut rule, self);
        rule
    }
}

pub(super) fn write(lines: &mut Lines, recurrence: &Recurrence) {
    lines.property("RRULE").plain(|line| push_rule(line, recurrence));
    for start in &recurrence.except {
        write_start(lines, "EXDATE", start);
    }
}

pub(super) fn write_start(lines: &mut Lines, name: &str, start: &Start) {
    let property = lines.property(name);
    match start {
        Start::Day(day) => property.parameter("VALUE", Some("DATE")).date(*day),
        Start::Time(time) => instant(property, time, is_clear_in_its_zone(time)),
    }
}

fn push_rule(line: &mut String, recurrence: &Recurrence) {
    let rule = &recurrence.rule;
    line.push_str(match rule.pattern {
        Pattern::Day => "FREQ=DAILY",
        Pattern::Weekdays(_) => "FREQ=WEEKLY",
        Pattern::DayOfMonth(_) | Pattern::WeekdaysOfMonth(_) => "FREQ=MONTHLY",
    });
    // Writing to a String cannot fail.
    if rule.interval > 1 {
        let _ = write!(line, ";INTERVAL={}", rule.interval);
    }
    match &rule.pattern {
        Pattern::Day => {}
        Pattern::Weekdays(days) => {
            // Which weeks are meant depends on where a week begins.
            line.push_str(if rule.interval > 1 { ";WKST=MO;BYDAY=" } else { ";BYDAY=" });
            push_list(line, days, |line, day| line.push_str(weekday(*day)));
        }
        Pattern::DayOfMonth(day) => {
            let _ = write!(line, ";BYMONTHDAY={day}");
        }
        Pattern::WeekdaysOfMonth(places) => {
            line.push_str(";BYDAY=");
            push_list(line, places, |line, (nth, day)| {
                let _ = write!(line, "{}{}", nth.number(), weekday(*day));
            });
        }
    }
    match (rule.end, &recurrence.last) {
        (End::Count(count), _) => {
            let _ = write!(line, ";COUNT={count}");
        }
        (End::Until(_), Start::Day(day)) => {
            line.push_str(";UNTIL=");
            push_date(line, *day);
        }
        (End::Until(_), Start::Time(time)) => {
            line.push_str(";UNTIL=");
            push_utc(line, until(time));
        }
    }
}

/// An instant at which a rule ends after its last start. UNTIL is in UTC (RFC 5545 3.3.10), but
/// some readers compare it with local time and would lose the last date. So it is not before the
/// last start in either reading; a day later, when the next start could be, it never is.
fn until(last: &Zoned) -> Timestamp {
    let as_local = Offset::UTC.to_timestamp(last.datetime());
    as_local.map_or(last.timestamp(), |as_local| as_local.max(last.timestamp()))
}

fn push_list<T>(line: &mut String, items: &[T], push: impl Fn(&mut String, &T)) {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            line.push(',');
        }
        push(line, item);
    }
}
