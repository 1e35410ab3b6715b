//! Dates and times as people write them. Names and patterns come from the theme's strings:
//! another language is another file. Ranges have four shapes, chosen here; the German ones
//! follow CLDR 48 with months written out (»4.–8. November 2019«).

use std::fmt::Write;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::content::delegation::VisitDates;
use crate::content::event::{Deadline, EventRecord};
use crate::content::values::{Days, PlannedDate, Timetable, When};
use crate::strings::{Strings, fill_places};

/// Writes dates and times with the strings of one language.
#[derive(Debug, Clone, Copy)]
pub struct Dates<'s>(pub &'s Strings);

impl Dates<'_> {
    /// Fills the places of a pattern with the parts of days; the prefix of a place says of which.
    fn fill(&self, pattern: &str, days: &[(&str, Date)]) -> String {
        fill_places(self.0.get(pattern), |place, text| {
            days.iter().any(|(prefix, day)| {
                place.strip_prefix(prefix).is_some_and(|part| self.write_part(part, *day, text))
            })
        })
    }

    /// Writes the part of a day with this name; says whether there is one.
    fn write_part(&self, part: &str, day: Date, text: &mut String) -> bool {
        // Writing to a String cannot fail.
        let _ = match part {
            "day" => write!(text, "{}", day.day()),
            "month" => text.write_str(self.0.get(&format!("dates.months.{}", day.month()))),
            "year" => write!(text, "{}", day.year()),
            "weekday" => {
                let number = day.weekday().to_monday_one_offset();
                text.write_str(self.0.get(&format!("dates.weekdays.{number}")))
            }
            _ => return false,
        };
        true
    }

    /// »24. September 2019«
    pub fn day(&self, day: Date) -> String {
        self.fill("dates.day", &[("", day)])
    }

    /// »Dienstag, 24. September 2019«
    pub fn weekday(&self, day: Date) -> String {
        self.fill("dates.weekday", &[("", day)])
    }

    /// »September 2019«
    pub fn month(&self, day: Date) -> String {
        self.fill("dates.month", &[("", day)])
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
        self.fill(pattern, &[("from_", a), ("to_", b)])
    }

    /// »15 Uhr« for full hours, »15:30 Uhr« otherwise.
    pub fn time(&self, time: Time) -> String {
        self.0.fill("dates.time", &[("time", &clock(time, time.minute() == 0))])
    }

    /// »15–17 Uhr« for full hours, »09:00–10:30 Uhr« otherwise. Midnight at the end is 24.
    pub fn times(&self, from: Time, to: Time) -> String {
        let full = from.minute() == 0 && to.minute() == 0;
        let to = match (to == Time::midnight(), full) {
            (true, true) => "24".to_owned(),
            (true, false) => "24:00".to_owned(),
            (false, full) => clock(to, full),
        };
        let values = [("from", clock(from, full)), ("to", to)];
        self.0.fill("dates.times", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// »Dienstag, 24. September 2019, 15 Uhr«
    pub fn day_and_time(&self, at: &Zoned) -> String {
        self.joined(&self.weekday(at.date()), &self.time(at.time()))
    }

    fn joined(&self, day: &str, time: &str) -> String {
        self.0.fill("dates.day_and_time", &[("day", day), ("time", time)])
    }

    /// The whole date of an event: »Dienstag, 24. September 2019, 15–17 Uhr«. Of an event that
    /// is over nothing follows any more.
    pub fn event(&self, event: &EventRecord, is_over: bool) -> String {
        match &event.timetable {
            Timetable::Timed { start, end: None } => self.day_and_time(start),
            Timetable::Timed { start, end: Some(end) } if ends_on_day_of(start, end) => {
                let times = self.times(start.time(), end.time());
                self.joined(&self.weekday(start.date()), &times)
            }
            Timetable::Timed { start, end: Some(end) } => self.0.fill(
                "dates.from_to",
                &[("from", &self.day_and_time(start)), ("to", &self.day_and_time(end))],
            ),
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
                let (quarter, year) = (quarter.to_string(), days.first.year().to_string());
                self.0.fill("dates.quarter", &[("quarter", &quarter), ("year", &year)])
            }
            VisitDates::Open(PlannedDate::Year(days)) => days.first.year().to_string(),
        }
    }

    /// A day, or a day and its hour, as it was written.
    pub fn when(&self, when: When, zone: &TimeZone) -> String {
        match (when, when.at(zone)) {
            (When::Time(..), Ok(at)) => self.day_and_time(&at),
            _ => self.weekday(when.date()),
        }
    }

    /// A time that is not in the zone of the site says in which it is.
    pub fn in_zone(&self, time: String, zone: &TimeZone, usual: &TimeZone) -> String {
        match zone.iana_name().filter(|_| zone != usual) {
            Some(name) => self.0.fill("dates.in_zone", &[("time", &time), ("zone", name)]),
            None => time,
        }
    }

    /// A deadline as an absolute time; a day lasts until 23:59.
    pub fn deadline(&self, deadline: &Deadline) -> String {
        match deadline.written {
            When::Day(day) => {
                let end = self.0.fill("dates.time", &[("time", "23:59")]);
                self.joined(&self.weekday(day), &end)
            }
            When::Time(..) => self.day_and_time(&deadline.over),
        }
    }
}

/// Whether an end still belongs to the day of its start: 24:00 does.
fn ends_on_day_of(start: &Zoned, end: &Zoned) -> bool {
    let midnight = end.time() == Time::midnight()
        && start.date().tomorrow().is_ok_and(|next| next == end.date());
    start.date() == end.date() || midnight
}

fn clock(time: Time, full_hour: bool) -> String {
    if full_hour {
        time.hour().to_string()
    } else {
        format!("{:02}:{:02}", time.hour(), time.minute())
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
pub fn machine_times(event: &EventRecord) -> (String, Option<String>) {
    match &event.timetable {
        Timetable::Timed { start, end } => (rfc3339(start), end.as_ref().map(rfc3339)),
        Timetable::HourFollows(day) => (day.to_string(), None),
        Timetable::Days(days) | Timetable::Within(days) => {
            (days.first.to_string(), (days.last != days.first).then(|| days.last.to_string()))
        }
    }
}
