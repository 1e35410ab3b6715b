//! What two readers that nobody here wrote understand of a calendar file, in one form.
//!
//! `ical` splits lines and leaves the rest to us: its times are looked up in the file's own
//! VTIMEZONE. `calcard` also works out instants, with a zone database of its own.

use std::collections::HashMap;

use super::told::Told;
use super::*;
use calcard::common::timezone::Tz;
use calcard::icalendar::{ICalendarComponent, ICalendarEntry, ICalendarValue};
use ical::parser::ical::component::IcalEvent;
use jiff::civil::DateTime;

/// An entry as a reader understands it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    pub uid: String,
    /// A day `20191104` or an instant `20190924T130000Z`.
    pub start: String,
    /// The end, which is not part of the entry any more.
    pub end: Option<String>,
    pub summary: String,
    pub description: String,
    pub location: String,
    pub url: String,
    pub status: String,
    pub sequence: String,
    pub stamp: String,
    pub organizer: String,
    pub categories: Vec<String>,
    pub alarms: usize,
}

impl Read {
    /// `ical` eats colons at the beginning of any value.
    pub fn without_leading_colons(self) -> Self {
        let trim = |text: String| text.trim_start_matches(':').to_owned();
        Read {
            summary: trim(self.summary),
            description: trim(self.description),
            location: trim(self.location),
            ..self
        }
    }
}

/// The entries of a file as `ical` reads them.
pub fn read_by_ical(file: &str) -> Vec<Read> {
    let zones = zones(file);
    let read = by_ical(file);
    assert_eq!(read.timezones.len(), zones.len());
    read.events.iter().map(|event| event_by_ical(event, &zones)).collect()
}

/// The VTIMEZONEs of a file by their TZID.
fn zones(file: &str) -> HashMap<String, Told> {
    let blocks = file.split("BEGIN:VTIMEZONE\r\n").skip(1);
    let blocks = blocks.map(|block| block.split_once("END:VTIMEZONE\r\n").unwrap().0);
    blocks.map(|block| Told::read(block, 2040)).map(|told| (told.tzid.clone(), told)).collect()
}

fn event_by_ical(event: &IcalEvent, zones: &HashMap<String, Told>) -> Read {
    let properties = &event.properties;
    let text = |name| unescape_text(value(properties, name));
    let moment = |name| {
        let written = value(properties, name);
        match parameter_of(properties, name, "TZID") {
            zone if zone.is_empty() => written.to_owned(),
            zone => {
                let local = DateTime::strptime("%Y%m%dT%H%M%S", written).unwrap();
                utc(zones[&zone].instant(local).as_second())
            }
        }
    };
    Read {
        uid: text("UID"),
        start: moment("DTSTART"),
        end: property(properties, "DTEND").map(|_| moment("DTEND")),
        summary: text("SUMMARY"),
        description: text("DESCRIPTION"),
        location: text("LOCATION"),
        url: value(properties, "URL").to_owned(),
        status: text("STATUS"),
        sequence: text("SEQUENCE"),
        stamp: text("DTSTAMP"),
        organizer: unescape_parameter(&parameter_of(properties, "ORGANIZER", "CN")),
        categories: categories(value(properties, "CATEGORIES")),
        alarms: event.alarms.len(),
    }
}

/// A list of texts; escaped commas separate nothing.
fn categories(value: &str) -> Vec<String> {
    let marked = value.replace("\\,", "\u{1}");
    let items = marked.split(',').filter(|item| !item.is_empty());
    items.map(|item| unescape_text(&item.replace('\u{1}', "\\,"))).collect()
}

fn utc(second: i64) -> String {
    Timestamp::from_second(second).unwrap().strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The entries of a file as `calcard` reads them.
pub fn read_by_calcard(calendar: &ICalendar) -> Vec<Read> {
    let expanded = calendar.expand_dates(Tz::Floating, 100_000);
    let instants: HashMap<u32, (i64, i64)> =
        expanded.events.iter().map(|event| (event.comp_id, event.timestamps())).collect();
    let events = calendar.components.iter().enumerate();
    let events = events.filter(|(_, event)| event.component_type == ICalendarComponentType::VEvent);
    let read = events.map(|(id, event)| {
        let mut read = event_by_calcard(calendar, event);
        let instants = instants.get(&u32::try_from(id).unwrap()).copied();
        if let (Some((_, end)), Some(_)) = (instants, entry(event, "DURATION")) {
            let day = read.start.len();
            read.end = Some(utc(end)).map(|end| if day == 8 { end[..8].to_owned() } else { end });
        }
        assert_same_instants(&read, instants);
        read
    });
    read.collect()
}

/// `calcard` works out the same instants. Its zone database is of another day, and governments
/// change what is to come.
fn assert_same_instants(read: &Read, instants: Option<(i64, i64)>) {
    let (start, end) = instants.unwrap_or_else(|| panic!("no instants of {read:?}"));
    if read.start.contains('T') && read.start.as_str() < "2025" {
        assert_eq!(read.start, utc(start), "{read:?}");
        assert!(read.end.as_ref().is_none_or(|read| *read == utc(end)), "{read:?}");
    }
}

fn entry<'e>(event: &'e ICalendarComponent, name: &str) -> Option<&'e ICalendarEntry> {
    event.entries.iter().find(|entry| entry.name.as_str() == name)
}

/// A time by the clock of a zone.
fn local_time(entry: &ICalendarEntry) -> Option<(DateTime, TimeZone)> {
    let local = DateTime::strptime("%Y%m%dT%H%M%S", texts(entry).concat()).ok()?;
    let zone = entry.parameter(&ICalendarParameterName::Tzid)?.as_text()?;
    Some((local, TimeZone::get(zone).unwrap()))
}

fn event_by_calcard(calendar: &ICalendar, event: &ICalendarComponent) -> Read {
    let texts = |name: &str| entry(event, name).map(texts).unwrap_or_default();
    let text = |name: &str| texts(name).concat();
    // No file has a local time that occurs twice; `compatible` would take the first.
    let moment = |name: &str| match entry(event, name).and_then(local_time) {
        Some((local, zone)) => {
            utc(zone.to_ambiguous_timestamp(local).compatible().unwrap().as_second())
        }
        None => text(name),
    };
    let is_alarm = |id: &&u32| {
        let part = &calendar.components[usize::try_from(**id).unwrap()];
        part.component_type == ICalendarComponentType::VAlarm
    };
    Read {
        uid: text("UID"),
        start: moment("DTSTART"),
        end: entry(event, "DTEND").map(|_| moment("DTEND")),
        summary: text("SUMMARY"),
        description: text("DESCRIPTION"),
        location: text("LOCATION"),
        url: text("URL"),
        status: text("STATUS"),
        sequence: text("SEQUENCE"),
        stamp: text("DTSTAMP"),
        organizer: entry(event, "ORGANIZER")
            .and_then(|organizer| organizer.parameter(&ICalendarParameterName::Cn))
            .and_then(|name| name.as_text())
            .map(unescape_parameter)
            .unwrap_or_default(),
        categories: texts("CATEGORIES"),
        alarms: event.component_ids.iter().filter(is_alarm).count(),
    }
}

/// The values of a property as texts; moments as they are written in a file.
fn texts(entry: &ICalendarEntry) -> Vec<String> {
    let text = |value: &ICalendarValue| match value {
        ICalendarValue::Integer(number) => number.to_string(),
        ICalendarValue::PartialDateTime(at) => {
            let (year, month, day) = (at.year.unwrap(), at.month.unwrap(), at.day.unwrap());
            let date = format!("{year:04}{month:02}{day:02}");
            match (at.hour, at.minute, at.second) {
                (Some(hour), Some(minute), Some(second)) => {
                    let zone = if at.tz_hour == Some(0) { "Z" } else { "" };
                    format!("{date}T{hour:02}{minute:02}{second:02}{zone}")
                }
                _ => date,
            }
        }
        other => other.as_text().unwrap_or_default().to_owned(),
    };
    entry.values.iter().map(text).collect()
}
