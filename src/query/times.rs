//! Times in answers. In a table they are short and the same in every language: ISO 8601 days, which
//! sort as they read. In a sentence they speak the language of who asks, while the theme's dates
//! speak the language of the site.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde_json::json;

use super::table::Cell;
use crate::cldr::Cldr;
use crate::dates::machine_times;
use crate::model::delegation::VisitDates;
use crate::problem::MessageLanguage;
use crate::site::{Delegation, Event, Programme};
use crate::values::{Days, PlannedDate, Timetable};

/// When an event is, of a series the next date: `2019-09-24 15:00–17:00`, in its own zone, which is named where it is not
/// that of the site.
pub fn event_time(site: &Programme, event: &Event, language: MessageLanguage) -> Cell {
    let date = site.occurrence(event).date;
    let (start, end) = machine_times(date);
    let zone = event.timezone.iana_name().filter(|_| event.timezone != *site.zone());
    let zone = zone.map(|zone| format!(" {zone}")).unwrap_or_default();
    let time = match date {
        Timetable::Timed { start, end: None } => start.strftime("%Y-%m-%d %H:%M").to_string(),
        Timetable::Timed { start, end: Some(end) } => {
            let pattern = if start.date() == end.date() { "%H:%M" } else { "%Y-%m-%d %H:%M" };
            let dash = if start.date() == end.date() { "–" } else { " – " };
            format!("{}{dash}{}", start.strftime("%Y-%m-%d %H:%M"), end.strftime(pattern))
        }
        Timetable::Days(days) => days_text(*days),
        Timetable::HourFollows(day) => {
            format!("{day}, {}", language.pick("Uhrzeit offen", "time open"))
        }
        Timetable::Within(days) => {
            format!("{}, {}", days_text(*days), language.pick("Tag offen", "day open"))
        }
    };
    Cell { shown: time + &zone, value: json!({"start": start, "end": end}) }
}

/// `2019-11-04 – 2019-11-08`, or `2020-05`, `2020-Q1`, `2020` as it was written.
pub fn visit_time(visit: &Delegation) -> Cell {
    match visit.dates {
        VisitDates::Fixed(days) => {
            let end = (days.first != days.last).then(|| days.last.to_string());
            let value = json!({"start": days.first.to_string(), "end": end});
            Cell { shown: days_text(days), value }
        }
        VisitDates::Open(planned) => {
            let days = planned.days();
            let written = match planned {
                PlannedDate::Day(day) => day.to_string(),
                PlannedDate::Month(days) => days.first.strftime("%Y-%m").to_string(),
                PlannedDate::Quarter(days, quarter) => format!("{}-Q{quarter}", days.first.year()),
                PlannedDate::Year(days) => days.first.year().to_string(),
            };
            let value =
                json!({"start": &written, "end": null, "last_possible": days.last.to_string()});
            Cell { shown: written, value }
        }
    }
}

/// `2019-11-04 – 2019-11-08`, or one day.
fn days_text(days: Days) -> String {
    let Days { first, last } = days;
    if first == last { first.to_string() } else { format!("{first} – {last}") }
}

/// Writes instants in the zone of the site.
#[derive(Debug)]
pub struct InstantWriter<'z> {
    /// The language of the answer.
    pub language: MessageLanguage,
    cldr: Cldr,
    /// The zone of the site.
    zone: &'z TimeZone,
}

impl<'z> InstantWriter<'z> {
    /// Writes instants in a language and a zone.
    pub fn new(language: MessageLanguage, zone: &'z TimeZone) -> Self {
        InstantWriter { language, cldr: Cldr::new(language.pick("de", "en-GB")), zone }
    }

    /// »25. Oktober 2019, 08:00 Uhr (Europe/Berlin)«, “25 October 2019, 08:00 (Europe/Berlin)”
    pub fn full(&self, at: Timestamp) -> String {
        let zone = self.zone.iana_name().unwrap_or("UTC");
        format!("{} ({zone})", self.day_and_clock(&self.local(at)))
    }

    /// The same; of midnight only the day, because it was probably written as one.
    pub fn day_or_full(&self, at: Timestamp) -> String {
        let local = self.local(at);
        match local.time() == Time::midnight() {
            true => self.cldr.day(local.date()),
            false => self.full(at),
        }
    }

    /// The same without the zone; on the day of `other` only the clock.
    pub fn beside(&self, at: Timestamp, other: Timestamp) -> String {
        let local = self.local(at);
        if local.date() == self.local(other).date() {
            self.clock(&local)
        } else {
            self.day_and_clock(&local)
        }
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }

    fn day_and_clock(&self, at: &Zoned) -> String {
        format!("{}, {}", self.cldr.day(at.date()), self.clock(at))
    }

    fn clock(&self, at: &Zoned) -> String {
        let clock = at.strftime("%H:%M").to_string();
        self.language.pick(format!("{clock} Uhr"), clock.clone())
    }
}
