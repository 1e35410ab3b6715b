//! Reads a written calendar with the crate `ical`, which shares no line with our writer, and
//! compares: a wrong time in a calendar is the worst thing that this program can do.

use ical::parser::ical::component::IcalEvent;
use ical::property::Property;

use crate::icalendar::{
    Calendar, Entry, EntryTime, Recurrence, Start, as_readers_get, unescape_text,
};

/// What the independent reader understands differently from what was meant; `None` when it
/// understands everything.
pub fn differences(calendar: &Calendar<'_>, text: &str) -> Option<String> {
    let mut parser = ical::IcalParser::new(text.as_bytes());
    let read = match (parser.next(), parser.next()) {
        (Some(Ok(read)), None) => read,
        (Some(Err(error)), _) => return Some(error.to_string()),
        _ => return Some("not exactly one calendar".to_owned()),
    };
    if read.events.len() != calendar.entries.len() {
        return Some(format!(
            "{} entries instead of {}",
            read.events.len(),
            calendar.entries.len()
        ));
    }
    let mut meant: Vec<&Entry> = calendar.entries.clone();
    let named = |entry: &Entry| (entry.uid.clone(), entry.recurrence_id.as_ref().map(start_text));
    meant.sort_by_cached_key(|entry| named(entry));
    let mut events: Vec<&IcalEvent> = read.events.iter().collect();
    events.sort_by_cached_key(|event| (value(event, "UID"), time(event, "RECURRENCE-ID")));
    meant.iter().zip(events).find_map(|(entry, event)| entry_difference(entry, event))
}

fn property<'e>(event: &'e IcalEvent, name: &str) -> Option<&'e Property> {
    event.properties.iter().find(|property| property.name == name)
}

fn value(event: &IcalEvent, name: &str) -> Option<String> {
    property(event, name).and_then(|property| property.value.clone())
}

fn entry_difference(entry: &Entry, event: &IcalEvent) -> Option<String> {
    let text = |name| value(event, name).map(|value| unescape_text(&value));
    let (start, end) = times(entry);
    let regular = entry.recurrence_id.as_ref().map(start_text);
    let series = entry.recurrence.as_ref();
    let optional =
        |text: Option<&String>| text.map(|text| as_ical_gets(text)).filter(|t| !t.is_empty());
    let expected = [
        ("UID", Some(entry.uid.clone()), text("UID")),
        ("DTSTART", Some(start), time(event, "DTSTART")),
        ("DTEND", end, time(event, "DTEND")),
        ("RECURRENCE-ID", regular, time(event, "RECURRENCE-ID")),
        ("RRULE", series.map(Recurrence::rrule), value(event, "RRULE")),
        ("EXDATE", series.and_then(|s| starts(&s.except)), times_of(event, "EXDATE")),
        ("SUMMARY", optional(Some(&entry.summary)), text("SUMMARY")),
        ("DESCRIPTION", optional(entry.description.as_ref()), text("DESCRIPTION")),
        ("LOCATION", optional(entry.location.as_ref()), text("LOCATION")),
    ];
    let differs = |(name, meant, read): &(&str, Option<String>, Option<String>)| {
        (meant != read).then(|| format!("{}: {name} {read:?} instead of {meant:?}", entry.uid))
    };
    expected.iter().find_map(differs)
}

/// A text as the reader gives it: it also takes colons off the beginning of a value.
fn as_ical_gets(text: &str) -> String {
    as_readers_get(text).trim_start_matches(':').to_owned()
}

/// The start and the end that are meant: days, or instants in UTC.
fn times(entry: &Entry) -> (String, Option<String>) {
    match &entry.time {
        EntryTime::AllDay { first, last } => {
            let day = |day: jiff::civil::Date| day.strftime("%Y%m%d").to_string();
            let last = (*last).max(*first);
            (day(*first), last.tomorrow().ok().map(day))
        }
        EntryTime::Timed { start, end } => {
            let end = end.as_ref().filter(|end| *end > start);
            (utc(start.timestamp()), end.map(|end| utc(end.timestamp())))
        }
    }
}

fn start_text(start: &Start) -> String {
    match start {
        Start::Day(day) => day.strftime("%Y%m%d").to_string(),
        Start::Time(time) => utc(time.timestamp()),
    }
}

/// Exceptions of a series; `None` when there are none.
fn starts(starts: &[Start]) -> Option<String> {
    let texts: Vec<String> = starts.iter().map(start_text).collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

fn utc(at: jiff::Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

fn time(event: &IcalEvent, name: &str) -> Option<String> {
    time_of(property(event, name)?)
}

/// All times of a name, each in a property of its own.
fn times_of(event: &IcalEvent, name: &str) -> Option<String> {
    let properties = event.properties.iter().filter(|property| property.name == name);
    let times: Vec<String> = properties.filter_map(time_of).collect();
    (!times.is_empty()).then(|| times.join(" "))
}

/// What a client makes of a time: a local time is looked up in its TZID, and one that occurs
/// twice is the first (RFC 5545 3.3.5).
fn time_of(property: &Property) -> Option<String> {
    let written = property.value.as_ref()?;
    let parameters = property.params.iter().flatten();
    let zone =
        parameters.clone().find(|(name, _)| name == "TZID").and_then(|(_, zone)| zone.first());
    let Some(zone) = zone else { return Some(written.clone()) };
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    let local = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%S", written).ok()?;
    let instant = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    Some(utc(instant))
}
