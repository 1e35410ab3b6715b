//! When an event is, or one date of a series.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::Days;
use crate::icalendar::Start;

/// When an event is.
#[derive(Debug, Clone, PartialEq)]
pub enum Timetable {
    /// With a beginning, and perhaps an end, by the clock.
    Timed {
        /// The beginning, in the zone of the event.
        start: Zoned,
        /// The end, after the beginning.
        end: Option<Zoned>,
    },
    /// Whole days, first and last included.
    Days(Days),
    /// One day whose hour follows (`time: open`).
    HourFollows(Date),
    /// Some day within the range; the day follows.
    Within(Days),
}

impl Timetable {
    /// The instant from which it counts as past: for whole days the end of the last day, for
    /// times the end, without an end the start. Days begin and end in the zone of the event.
    pub fn over(&self, zone: &TimeZone) -> Option<Timestamp> {
        let day_end =
            |day: Date| day.tomorrow().ok()?.to_zoned(zone.clone()).ok().map(|end| end.timestamp());
        match self {
            Timetable::Timed { start, end } => Some(end.as_ref().unwrap_or(start).timestamp()),
            Timetable::Days(days) | Timetable::Within(days) => day_end(days.last),
            Timetable::HourFollows(day) => day_end(*day),
        }
    }

    /// The instant at which the first of several days is over; nothing of what has one day, or may
    /// have any of several.
    pub fn first_day_over(&self, zone: &TimeZone) -> Option<Timestamp> {
        let (days, zone) = match self {
            Timetable::Timed { start, .. } => (self.days(), start.time_zone()),
            Timetable::Days(days) => (*days, zone),
            Timetable::Within(_) | Timetable::HourFollows(_) => return None,
        };
        let next = days.first.tomorrow().ok().filter(|_| days.first < days.last)?;
        next.to_zoned(zone.clone()).ok().map(|end| end.timestamp())
    }

    /// The days it touches in its zone. What ends at midnight does not touch the next.
    pub fn days(&self) -> Days {
        match self {
            Timetable::Timed { start, end } => {
                let end = end.as_ref().unwrap_or(start).with_time_zone(start.time_zone().clone());
                let last = if end > *start && end.time() == Time::midnight() {
                    end.date().yesterday().unwrap_or(end.date())
                } else {
                    end.date()
                };
                Days { first: start.date(), last: last.max(start.date()) }
            }
            Timetable::Days(days) | Timetable::Within(days) => *days,
            Timetable::HourFollows(day) => Days { first: *day, last: *day },
        }
    }

    /// The beginning as an instant, for sorting.
    pub fn starts(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Timetable::Timed { start, .. } => start.timestamp(),
            _ => {
                let first = self.days().first.to_zoned(zone.clone());
                first.map_or(Timestamp::MIN, |start| start.timestamp())
            }
        }
    }

    /// The beginning as calendars write it: a day, or a time.
    pub fn start(&self) -> Start {
        match self {
            Timetable::Timed { start, .. } => Start::Time(start.clone()),
            _ => Start::Day(self.days().first),
        }
    }
}
