//! Dates and times as people write them. Single dates, names of months and the clock come from
//! [`crate::cldr`], and so do the patterns of ranges, which have four shapes that are chosen here
//! (»4.–8. November 2019«). How a time is read (»15–17 Uhr«) a language says in the theme's strings.

mod clocks;
mod series;

use std::fmt::Write;

use jiff::civil::{Date, Time, time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::icalendar::Start;
use crate::model::delegation::VisitDates;
use crate::strings::{Strings, fill_places};
use crate::values::{Days, PlannedDate, Timetable, When, occurs_twice};

pub use clocks::{Clock, Clocks};

/// Writes dates and times with the strings of one language.
#[derive(Debug, Clone, Copy)]
pub struct Dates<'s>(pub &'s Strings);

impl Dates<'_> {
    /// Fills the places of a range with the parts of its days.
    fn range(&self, pattern: &str, days: Days) -> String {
        fill_places(self.0.get(pattern), |place, text| {
            let (day, part) = match place.split_once('_') {
                Some(("from", part)) => (days.first, part),
                Some(("to", part)) => (days.last, part),
                _ => return false,
            };
            // Writing to a String cannot fail.
            let _ = match part {
                "day" => write!(text, "{}", day.day()),
                "month" => text.write_str(self.0.cldr().month_in_date(day)),
                "year" => write!(text, "{}", day.year()),
                _ => return false,
            };
            true
        })
    }

    /// »24. September 2019«
    pub fn day(&self, day: Date) -> String {
        self.0.cldr().day(day)
    }

    /// »Dienstag, 24. September 2019«
    pub fn weekday(&self, day: Date) -> String {
        self.0.cldr().weekday(day)
    }

    /// »September 2019«
    pub fn month(&self, day: Date) -> String {
        self.0.cldr().month(day)
    }

    /// »4.–8. November 2019«; one day has its weekday.
    pub fn days(&self, days: Days) -> String {
        let (a, b) = (days.first, days.last);
        let pattern = if a == b {
            return self.weekday(a);
        } else if a.year() != b.year() {
            "dates.range.years"
        } else if a.month() != b.month() {
            "dates.range.months"
        } else {
            "dates.range.days"
        };
        self.range(pattern, days)
    }

    /// »15 Uhr« for full hours, »09:30 Uhr« otherwise.
    pub fn time(&self, time: Time) -> String {
        let clock = self.clock(Hour::of(time), is_full(time));
        self.0.fill("dates.time", &[("time", &clock)])
    }

    /// »15–17 Uhr« for full hours, »09:00–10:30 Uhr« otherwise. Midnight at the end is 24.
    pub fn times(&self, from: Time, to: Time) -> String {
        let full = is_full(from) && is_full(to);
        let end = if to == Time::midnight() { Hour::MIDNIGHT_AT_END } else { Hour::of(to) };
        let (from, to) = (self.clock(Hour::of(from), full), self.clock(end, full));
        self.0.fill("dates.times", &[("from", &from), ("to", &to)])
    }

    /// What a clock shows; a full hour perhaps without its minutes, as the language says.
    fn clock(&self, hour: Hour, full: bool) -> String {
        let is_24 = hour.is_24 && self.has_24();
        let shown = if hour.is_24 && !is_24 { Time::midnight() } else { hour.shown };
        let clock = self.0.cldr().clock(shown);
        let clock = if is_24 { clock.replacen("23", "24", 1) } else { clock };
        if !full {
            return clock;
        }
        let number = if is_24 { 24 } else { shown.hour() };
        self.0.fill("dates.full_hour", &[("hour", &number.to_string()), ("time", &clock)])
    }

    /// Whether a day ends at 24:00. By a clock of twelve hours it does not: there midnight, 12 AM,
    /// begins the next.
    fn has_24(&self) -> bool {
        self.0.cldr().clock(Hour::MIDNIGHT_AT_END.shown).contains("23")
    }

    /// The day that an end belongs to: midnight is 24 of the day before, where there is such an hour.
    fn end_day(&self, end: &Zoned) -> Date {
        let is_24 = end.time() == Time::midnight() && self.has_24();
        let before = end.date().yesterday().ok().filter(|_| is_24);
        before.unwrap_or(end.date())
    }

    /// »4.« or »4.–8.« of a month, for a tile.
    pub fn tile_day(&self, days: Days) -> String {
        let (a, b) = (days.first, days.last);
        let same_month = (a.year(), a.month()) == (b.year(), b.month());
        let key = if a == b || !same_month { "dates.tile.day" } else { "dates.tile.days" };
        self.0.fill(key, &[("from", &a.day().to_string()), ("to", &b.day().to_string())])
    }

    /// »bis 8.« or, of another month, »bis 2. Dez.«, for a tile.
    pub fn tile_last(&self, days: Days) -> Option<String> {
        let (first, last) = (days.first, days.last);
        let same_month = (first.year(), first.month()) == (last.year(), last.month());
        let key = if same_month { "dates.tile.last" } else { "dates.tile.last_of_month" };
        let month = self.0.cldr().short_month_in_date(last);
        let values = [("day", &*last.day().to_string()), ("month", month)];
        (first != last).then(|| self.0.fill(key, &values))
    }

    /// »Nov. 2019«, for a tile.
    pub fn tile_month(&self, day: Date) -> String {
        let (month, year) = (self.0.cldr().short_month_in_date(day), day.year().to_string());
        self.0.fill("dates.tile.month", &[("month", month), ("year", &year)])
    }

    /// »Dienstag, 24. September 2019, 15 Uhr«; of an hour that the clock shows twice on that day
    /// which one: »02:30 Uhr MESZ«.
    pub fn day_and_time(&self, at: &Zoned) -> String {
        let time = if occurs_twice(at) { self.time_in_zone(at) } else { self.time(at.time()) };
        self.joined(&self.weekday(at.date()), &time)
    }

    /// »02:30 Uhr MESZ«
    fn time_in_zone(&self, at: &Zoned) -> String {
        format!("{} {}", self.time(at.time()), self.zone(at))
    }

    /// The name of a zone's time that people in Europe know, in the language of the site: »MESZ«;
    /// else the offset: no other abbreviation means one zone only (CST is Chicago's and China's).
    pub fn zone(&self, at: &Zoned) -> String {
        let info = at.time_zone().to_offset_info(at.timestamp());
        let key = format!("zones.{}.short", info.abbreviation());
        if self.0.has(&key) {
            return self.0.get(&key).to_owned();
        }
        let minutes = at.offset().seconds() / 60;
        if minutes == 0 {
            return "UTC".to_owned();
        }
        let sign = if minutes < 0 { '\u{2212}' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        let minutes = if minutes == 0 { String::new() } else { format!(":{minutes:02}") };
        format!("UTC{sign}{hours}{minutes}")
    }

    /// »15–17 Uhr« of one day; where the clock shows one of them twice, whose time each is.
    fn times_of_day(&self, start: &Zoned, end: &Zoned) -> String {
        if !occurs_twice(start) && !occurs_twice(end) {
            return self.times(start.time(), end.time());
        }
        let (from, to) = (self.time_in_zone(start), self.time_in_zone(end));
        self.0.fill("dates.from_to", &[("from", &from), ("to", &to)])
    }

    /// As [`Dates::day_and_time`], of an end.
    fn day_and_end(&self, end: &Zoned) -> String {
        self.joined(&self.weekday(self.end_day(end)), &self.end_time(end))
    }

    /// The time of an end: midnight is 24, and an hour that comes twice says which it is.
    pub fn end_time(&self, end: &Zoned) -> String {
        if occurs_twice(end) {
            return self.time_in_zone(end);
        }
        if end.time() != Time::midnight() {
            return self.time(end.time());
        }
        let clock = self.clock(Hour::MIDNIGHT_AT_END, true);
        self.0.fill("dates.time", &[("time", &clock)])
    }

    fn joined(&self, day: &str, time: &str) -> String {
        self.0.fill("dates.day_and_time", &[("day", day), ("time", time)])
    }

    /// »Dienstag, 24. September 2019, 15–17 Uhr«, or from a day and time to another.
    pub fn span(&self, start: &Zoned, end: Option<&Zoned>) -> String {
        match end {
            None => self.day_and_time(start),
            Some(end) if ends_on_day_of(start, end) => {
                let times = self.times_of_day(start, end);
                self.joined(&self.weekday(start.date()), &times)
            }
            Some(end) => self.0.fill(
                "dates.from_to",
                &[("from", &self.day_and_time(start)), ("to", &self.day_and_end(end))],
            ),
        }
    }

    /// As [`Dates::span`], without the day where it is shown beside it already: »15–17 Uhr«.
    pub fn span_of_day(&self, start: &Zoned, end: Option<&Zoned>) -> String {
        match end {
            None if occurs_twice(start) => self.time_in_zone(start),
            None => self.time(start.time()),
            Some(end) if ends_on_day_of(start, end) => self.times_of_day(start, end),
            Some(_) => self.span(start, end),
        }
    }

    /// The whole date of an event: »Dienstag, 24. September 2019, 15–17 Uhr«. Of an event that
    /// is over nothing follows any more.
    pub fn event(&self, timetable: &Timetable, is_over: bool) -> String {
        match timetable {
            Timetable::Timed { start, end } => self.span(start, end.as_ref()),
            Timetable::Days(days) => self.days(*days),
            Timetable::HourFollows(day) if is_over => self.weekday(*day),
            Timetable::Within(days) if is_over => self.days(*days),
            Timetable::HourFollows(day) => {
                self.joined(&self.weekday(*day), self.0.get("dates.hour_follows"))
            }
            Timetable::Within(days) => {
                self.joined(&self.days(*days), self.0.get("dates.day_follows"))
            }
        }
    }

    /// The dates of a visit, as exactly as they are known.
    pub fn visit(&self, dates: VisitDates) -> String {
        match dates {
            VisitDates::Fixed(days) => self.days(days),
            VisitDates::Open(PlannedDate::Day(day)) => self.weekday(day),
            VisitDates::Open(PlannedDate::Month(days)) => self.month(days.first),
            VisitDates::Open(PlannedDate::Quarter(days, quarter)) => {
                let (ordinal, year) = (self.0.cldr().ordinal(quarter), days.first.year());
                let (quarter, year) = (quarter.to_string(), year.to_string());
                let values = [("quarter", &*quarter), ("ordinal", &ordinal), ("year", &year)];
                self.0.fill("dates.quarter", &values)
            }
            VisitDates::Open(PlannedDate::Year(days)) => days.first.year().to_string(),
        }
    }

    /// A beginning: a day, or a day and its time by all clocks.
    pub fn start(&self, start: &Start, clocks: &Clocks) -> String {
        match start {
            Start::Day(day) => self.weekday(*day),
            Start::Time(at) => self.span_by(at, None, clocks),
        }
    }
}

/// Whether an end still belongs to the day of its start: 24:00 does.
fn ends_on_day_of(start: &Zoned, end: &Zoned) -> bool {
    let midnight = end.time() == Time::midnight()
        && start.date().tomorrow().is_ok_and(|next| next == end.date());
    start.date() == end.date() || midnight
}

fn is_full(time: Time) -> bool {
    time.minute() == 0
}

/// A time on the clock, or 24:00, which no clock shows.
#[derive(Debug, Clone, Copy)]
struct Hour {
    /// Of 24:00 the hour before, to take its form.
    shown: Time,
    is_24: bool,
}

impl Hour {
    /// The end of a day, written as 24:00 where 23:00 is written so.
    const MIDNIGHT_AT_END: Hour = Hour { shown: time(23, 0, 0, 0), is_24: true };

    fn of(time: Time) -> Self {
        Hour { shown: time, is_24: false }
    }
}

/// The dates of a visit for `<time datetime>`, as exactly as they are known: its first day, its
/// month, its year (HTML, valid date string with optional time and its neighbours). A quarter has
/// no such form.
pub fn machine_dates(dates: VisitDates) -> String {
    let first = dates.days().first;
    match dates {
        VisitDates::Fixed(_) | VisitDates::Open(PlannedDate::Day(_)) => first.to_string(),
        VisitDates::Open(PlannedDate::Month(_)) => first.strftime("%Y-%m").to_string(),
        VisitDates::Open(PlannedDate::Quarter(..) | PlannedDate::Year(_)) => {
            first.strftime("%Y").to_string()
        }
    }
}

/// A time for `<time datetime>`, JSON and JSON-LD: `2019-09-24T15:00:00+02:00` (RFC 3339).
pub fn rfc3339(at: &Zoned) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// An instant in a zone, so that it shows the day that people there had.
pub fn rfc3339_in(at: Timestamp, zone: &TimeZone) -> String {
    rfc3339(&at.to_zoned(zone.clone()))
}

/// An instant as UTC: `2019-09-24T13:00:00Z` (RFC 3339).
pub fn rfc3339_utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A day or a time as it was written, for machines: a day, or a time with its offset.
pub fn machine_when(when: When, zone: &TimeZone) -> String {
    match (when, when.at(zone)) {
        (When::Time(..), Ok(at)) => rfc3339(&at),
        _ => when.date().to_string(),
    }
}

/// Start and end of an event for machines: with offset by the clock, else days.
pub fn machine_times(timetable: &Timetable) -> (String, Option<String>) {
    match timetable {
        Timetable::Timed { start, end } => (rfc3339(start), end.as_ref().map(rfc3339)),
        Timetable::HourFollows(day) => (day.to_string(), None),
        Timetable::Days(days) | Timetable::Within(days) => {
            (days.first.to_string(), (days.last != days.first).then(|| days.last.to_string()))
        }
    }
}

/// How something begins, for machines.
pub fn machine_start(start: &Start) -> String {
    match start {
        Start::Day(day) => day.to_string(),
        Start::Time(time) => rfc3339(time),
    }
}
