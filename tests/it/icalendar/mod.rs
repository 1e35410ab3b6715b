//! The calendar writer: its files, and that readers which nobody here wrote read the same.

mod escaping;
mod file;
mod folding;
mod json;
mod lint;
mod readers;
pub mod reading;
mod sites;
mod subscriber;
mod times;
mod timezone;
mod told;

use bba::icalendar::{
    Attachment, Calendar, Color, Conference, Entry, EntryTime, Geo, LINE_OCTETS, Organizer,
    Picture, Status, Zones, as_readers_get, escape_text, escape_uri, fold, parameter,
    unescape_parameter, unescape_text, write, write_with,
};
use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarParameterName};
use ical::parser::ical::component::IcalCalendar;
use ical::property::Property;
use jiff::civil::date;
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp, Zoned};
use proptest::prelude::*;

fn by_ical(file: &str) -> IcalCalendar {
    let mut calendars: Vec<_> =
        ical::IcalParser::new(file.as_bytes()).collect::<Result<_, _>>().unwrap();
    assert_eq!(calendars.len(), 1);
    calendars.remove(0)
}

fn by_calcard(file: &str) -> ICalendar {
    ICalendar::parse(file).unwrap()
}

fn property<'a>(properties: &'a [Property], name: &str) -> Option<&'a Property> {
    properties.iter().find(|property| property.name == name)
}

/// An absent property is one whose text is empty.
fn value<'a>(properties: &'a [Property], name: &str) -> &'a str {
    property(properties, name).and_then(|property| property.value.as_deref()).unwrap_or_default()
}

fn parameter_of(properties: &[Property], name: &str, key: &str) -> String {
    property(properties, name)
        .and_then(|property| property.params.as_ref())
        .and_then(|parameters| parameters.iter().find(|(name, _)| name == key))
        .map(|(_, values)| values.concat())
        .unwrap_or_default()
}

fn unfolded(file: &str) -> String {
    file.replace("\r\n ", "")
}

fn assert_well_formed(file: &str) {
    let lines: Vec<&str> = file.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    for line in lines {
        assert!(line.len() <= LINE_OCTETS, "{} octets: {line:?}", line.len());
        assert!(!line.trim().is_empty(), "empty line");
        assert!(!line.ends_with(char::is_whitespace), "white space at the end: {line:?}");
        let controls = |c: char| c.is_control() && c != '\t';
        assert!(!line.contains(controls), "control character: {line:?}");
    }
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

fn calendar<'a>(entries: &[&'a Entry]) -> Calendar<'a> {
    Calendar {
        product_id: "-//WFS//BBA microsite//DE".into(),
        entries: entries.to_vec(),
        ..Calendar::default()
    }
}

fn written(entries: &[&Entry]) -> String {
    write(&calendar(entries))
}

fn instant(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn zoned(text: &str) -> Zoned {
    text.parse().unwrap()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn timed(uid: &str, start: &str, end: Option<&str>) -> Entry {
    let time = EntryTime::Timed { start: zoned(start), end: end.map(zoned) };
    Entry::new(uid, instant("2019-09-01T10:00:00Z"), time, "Termin")
}

fn all_day(uid: &str, first: (i16, i8, i8), last: (i16, i8, i8)) -> Entry {
    let time = EntryTime::AllDay {
        first: date(first.0, first.1, first.2),
        last: date(last.0, last.1, last.2),
    };
    Entry::new(uid, instant("2019-09-01T10:00:00Z"), time, "Besuch aus Estland")
}

/// An entry that has the text wherever a text can be.
fn everywhere(text: &str) -> Entry {
    Entry {
        uid: text.into(),
        summary: text.into(),
        description: Some(text.into()),
        location: Some(text.into()),
        url: Some(text.into()),
        organizer: Some(Organizer { name: text.into(), email: "bba@example.org".into() }),
        contacts: vec![text.into()],
        categories: vec![text.into()],
        parent_uid: Some(text.into()),
        conference: Some(Conference {
            url: "https://meet.example.org/".into(),
            label: Some(text.into()),
        }),
        attachments: vec![Attachment {
            url: text.into(),
            media_type: Some(text.into()),
            title: Some(text.into()),
        }],
        picture: Some(Picture { url: text.into(), media_type: Some(text.into()) }),
        language: Some("de".into()),
        ..timed("x", "2019-09-24T15:00[Europe/Berlin]", None)
    }
}

fn get_together() -> Entry {
    let time = EntryTime::Timed {
        start: zoned("2019-09-24T15:00[Europe/Berlin]"),
        end: Some(zoned("2019-09-24T17:00[Europe/Berlin]")),
    };
    let uid = "6b0c8f5e-6d0f-5b5c-9d3e-0b5b1f3a2c11";
    Entry {
        created: Some(instant("2019-09-01T10:00:00Z")),
        last_modified: Some(instant("2019-09-10T07:30:00Z")),
        sequence: 1,
        language: Some("de".into()),
        description: Some("Anmeldung bis 20. September; Kaffee, Kuchen.\nC:\\BBA".into()),
        location: Some("WFS, Berthelsdorfer Straße 1, 01309 Dresden".into()),
        geo: Geo::new(51.04568, 13.80143),
        url: Some("https://bba.example.org/veranstaltungen/mexiko/?a,b;c".into()),
        organizer: Some(Organizer {
            name: "Wirtschaftsförderung Sachsen \\ \"WFS\", Team".into(),
            email: "bba@example.org".into(),
        }),
        contacts: vec!["Anmeldung, +49 351 0000000".into()],
        categories: vec!["Delegation".into(), "Länder, Märkte".into(), "Mexiko".into()],
        parent_uid: Some("parent-uid".into()),
        conference: Some(Conference {
            url: "https://meet.example.org/bba".into(),
            label: Some("Teilnahme: Raum 1".into()),
        }),
        attachments: vec![Attachment {
            url: "https://bba.example.org/programm.pdf".into(),
            media_type: Some("application/pdf".into()),
            title: Some("Programm".into()),
        }],
        picture: Some(Picture {
            url: "https://bba.example.org/halle.jpg".into(),
            media_type: Some("image/jpeg".into()),
        }),
        ..Entry::new(uid, instant("2019-09-10T07:30:00Z"), time, "Get together Mexiko")
    }
}

fn to_string(write: impl FnOnce(&mut String)) -> String {
    let mut out = String::new();
    write(&mut out);
    out
}

fn folded(line: &str) -> String {
    to_string(|out| fold(out, line))
}
