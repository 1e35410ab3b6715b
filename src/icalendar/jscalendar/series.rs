//! Series in JSCalendar (RFC 8984 4.3): a rule, and under each date that differs what is
//! different there. iCalendar says the same with further entries of the same UID.

use std::collections::BTreeMap;

use jiff::civil::Weekday;
use serde::Serialize;
use serde_json::{Map, Value};

use super::{Event, event, local};
use crate::icalendar::Entry;
use crate::icalendar::recurrence::{Recurrence, Start};
use crate::icalendar::timezone::{is_clear_in_its_zone, weekday};
use crate::recurrence::{End, Pattern};

/// RFC 8984 4.3.3.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
pub(super) struct RecurrenceRule {
    frequency: &'static str,
    interval: i16,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_day: Vec<NDay>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_month_day: Vec<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
}

/// A weekday, perhaps with its place in the month.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct NDay {
    /// As in iCalendar, but in lower case (RFC 8984 4.3.3).
    day: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    nth_of_period: Option<i8>,
}

/// What is different on a date: properties of the event by their names (RFC 8984 1.4.9).
pub(super) type Patch = Map<String, Value>;

/// The rule of an entry, as a list of one, or of none.
pub(super) fn rules(entry: &Entry) -> Vec<RecurrenceRule> {
    entry.recurrence.iter().map(rule).collect()
}

fn rule(recurrence: &Recurrence) -> RecurrenceRule {
    let rule = &recurrence.rule;
    let day = |day: Weekday, nth: Option<i8>| NDay {
        day: weekday(day).to_ascii_lowercase(),
        nth_of_period: nth,
    };
    let (frequency, by_day, by_month_day) = match &rule.pattern {
        Pattern::Day => ("daily", Vec::new(), Vec::new()),
        Pattern::Weekdays(days) => {
            ("weekly", days.iter().map(|weekday| day(*weekday, None)).collect(), Vec::new())
        }
        Pattern::DayOfMonth(number) => ("monthly", Vec::new(), vec![*number]),
        Pattern::WeekdaysOfMonth(places) => {
            let days = places.iter().map(|(nth, weekday)| day(*weekday, Some(nth.number())));
            ("monthly", days.collect(), Vec::new())
        }
    };
    let (count, until) = match rule.end {
        End::Count(count) => (Some(count), None),
        End::Until(_) => (None, Some(key(&recurrence.last))),
    };
    RecurrenceRule { frequency, interval: rule.interval, by_day, by_month_day, count, until }
}

/// The local time by which a date of a series is known (RFC 8984 4.3.5).
fn key(start: &Start) -> String {
    match start {
        Start::Day(day) => format!("{day}T00:00:00"),
        Start::Time(time) if is_clear_in_its_zone(time) => local(time),
        Start::Time(time) => local(&time.with_time_zone(jiff::tz::TimeZone::UTC)),
    }
}

/// Dates that are excepted and that differ: `changed` are the entries of the latter.
pub(super) fn overrides(entry: &Entry, changed: &[&Entry]) -> BTreeMap<String, Patch> {
    let Some(recurrence) = &entry.recurrence else { return BTreeMap::new() };
    let excluded = || Patch::from_iter([("excluded".to_owned(), Value::Bool(true))]);
    let except = recurrence.except.iter().map(|start| (key(start), excluded()));
    let alone = Entry { recurrence: None, ..entry.clone() };
    let usual = event(&alone, &[]);
    let changed = changed.iter().filter_map(|changed| {
        Some((key(changed.recurrence_id.as_ref()?), difference(&usual, &event(changed, &[]))))
    });
    except.chain(changed).collect()
}

/// The properties of `changed` that `usual` does not have or has otherwise; `null` for those
/// that only `usual` has.
fn difference(usual: &Event, changed: &Event) -> Patch {
    let properties = |event: &Event| match serde_json::to_value(event) {
        Ok(Value::Object(properties)) => properties,
        // A struct of strings, numbers, lists and maps always becomes an object.
        _ => Patch::new(),
    };
    let (usual, changed) = (properties(usual), properties(changed));
    let gone = usual.keys().filter(|name| !changed.contains_key(*name));
    let gone: Vec<(String, Value)> = gone.map(|name| (name.clone(), Value::Null)).collect();
    let other = changed.into_iter().filter(|(name, value)| usual.get(name) != Some(value));
    other.chain(gone).collect()
}
