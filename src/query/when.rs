//! When something is, short enough for a table and the same in every language: ISO 8601 days,
//! which sort as they read.

use serde_json::json;

use super::table::Cell;
use crate::dates::machine_times;
use crate::model::delegation::VisitDates;
use crate::problem::MessageLanguage;
use crate::site::{Delegation, Event, Programme};
use crate::values::{Days, PlannedDate, Timetable};

/// When an event is, of a series the next date: `2019-09-24 15:00–17:00`, in its own zone, which is named where it is not
/// that of the site.
pub fn event_time(site: &Programme, event: &Event, language: MessageLanguage) -> Cell {
    let date = event.date_at(site.now);
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
            format!("{day}, {}", language.pick("Uhrzeit offen", "hour open"))
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
