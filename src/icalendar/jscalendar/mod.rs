//! JSCalendar (RFC 8984): a calendar as a JSON group of events, for programs that have no reader
//! of iCalendar. It says what the file says of the same entries, in JSCalendar's own terms:
//! a start by the clock of a zone and how long it lasts, keywords, links, participants.

mod series;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::Serialize;

use super::model::{Alarm, Before, Calendar, Entry, EntryTime, Status};
use super::text::{as_readers_get, escape_uri};
use super::timezone::is_clear_in_its_zone;
use super::writer::end_after;
use crate::host;
use series::{Patch, RecurrenceRule};

/// The media type of a group of events (RFC 8984 8.1).
pub const JSCALENDAR_TYPE: &str = "application/jscalendar+json;type=group";

/// The calendar as a group with a UID of its own, ended by LF.
pub fn jscalendar(calendar: &Calendar<'_>, uid: &str) -> String {
    let group = Group {
        uid: as_readers_get(uid),
        prod_id: as_readers_get(&calendar.product_id),
        updated: utc(calendar.last_modified.unwrap_or_default()),
        title: calendar.name.as_deref().map(as_readers_get),
        description: calendar.description.as_deref().map(as_readers_get),
        color: calendar.color.map(|color| color.name().to_owned()),
        source: calendar.source.as_deref().map(uri),
        links: calendar.url.iter().map(|url| ("page".to_owned(), page(url))).collect(),
        entries: events(calendar),
    };
    // Strings, numbers, lists and maps by strings always have a JSON form.
    let json = serde_json::to_string(&group).unwrap_or_default();
    format!("{json}\n")
}

/// Entries that tell of one date of a series are part of that series.
fn events(calendar: &Calendar<'_>) -> Vec<Event> {
    let mut changed: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in calendar.entries.iter().filter(|entry| entry.recurrence_id.is_some()) {
        changed.entry(&entry.uid).or_default().push(entry);
    }
    let entries = sorted(calendar).into_iter().filter(|entry| entry.recurrence_id.is_none());
    let of = |entry: &Entry| changed.get(entry.uid.as_str()).map_or(&[][..], Vec::as_slice);
    entries.map(|entry| event(entry, of(entry))).collect()
}

/// In the order of the file: by start, then UID.
fn sorted<'a>(calendar: &Calendar<'a>) -> Vec<&'a Entry> {
    let start = |entry: &Entry| match &entry.time {
        EntryTime::Timed { start, .. } => start.timestamp(),
        EntryTime::AllDay { first, .. } => {
            TimeZone::UTC.to_timestamp(first.at(0, 0, 0, 0)).unwrap_or_default()
        }
    };
    let mut entries = calendar.entries.clone();
    entries.sort_by(|a, b| (start(a), &a.uid).cmp(&(start(b), &b.uid)));
    entries
}

/// RFC 8984 5.3.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct Group {
    uid: String,
    prod_id: String,
    updated: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    color: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    links: BTreeMap<String, Link>,
    entries: Vec<Event>,
}

/// RFC 8984 5.1.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct Event {
    uid: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    created: Option<String>,
    updated: String,
    sequence: u32,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(flatten)]
    when: When,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    recurrence_rules: Vec<RecurrenceRule>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    recurrence_overrides: BTreeMap<String, Patch>,
    status: &'static str,
    free_busy_status: &'static str,
    privacy: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    locale: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    keywords: BTreeMap<String, bool>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    locations: BTreeMap<String, Location>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    virtual_locations: BTreeMap<String, VirtualLocation>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    links: BTreeMap<String, Link>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    related_to: BTreeMap<String, Relation>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    participants: BTreeMap<String, Participant>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    alerts: BTreeMap<String, Alert>,
}

/// An event; `changed` are the entries of single dates of it that differ.
fn event(entry: &Entry, changed: &[&Entry]) -> Event {
    Event {
        uid: as_readers_get(&entry.uid),
        created: entry.created.map(utc),
        updated: utc(entry.last_modified.unwrap_or(entry.stamp)),
        sequence: entry.sequence,
        title: as_readers_get(&entry.summary),
        description: entry.description.as_deref().map(as_readers_get),
        when: when(&entry.time),
        recurrence_rules: series::rules(entry),
        recurrence_overrides: series::overrides(entry, changed),
        status: match entry.status {
            Status::Confirmed => "confirmed",
            Status::Tentative | Status::Postponed => "tentative",
            Status::Cancelled => "cancelled",
        },
        free_busy_status: if entry.transparent { "free" } else { "busy" },
        privacy: "public",
        locale: entry.languages.summary.clone().or_else(|| entry.language.clone()),
        keywords: entry
            .categories
            .iter()
            .map(|category| (as_readers_get(category), true))
            .collect(),
        locations: locations(entry),
        virtual_locations: virtual_locations(entry),
        links: links(entry),
        related_to: related_to(entry),
        participants: participants(entry),
        alerts: entry
            .alarms
            .iter()
            .map(|alarm| (as_readers_get(&alarm.uid), alert(alarm)))
            .collect(),
    }
}

/// RFC 8984 1.4.5, 4.7.1 and 5.1.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct When {
    start: String,
    /// Nothing for whole days: they are the same days everywhere.
    time_zone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration: Option<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    show_without_time: bool,
}

fn when(time: &EntryTime) -> When {
    match time {
        EntryTime::AllDay { first, last } => {
            let days = (*first.max(last) - *first).get_days() + 1;
            When {
                start: format!("{first}T00:00:00"),
                time_zone: None,
                duration: Some(format!("P{days}D")),
                show_without_time: true,
            }
        }
        EntryTime::Timed { start, end } => {
            let duration =
                end_after(start, end.as_ref()).map(|end| end.timestamp() - start.timestamp());
            // A local time that occurs twice is told in UTC, as in the file.
            let zone = start.time_zone().iana_name().filter(|_| is_clear_in_its_zone(start));
            let shown = match zone {
                Some(_) => start.clone(),
                None => start.timestamp().to_zoned(TimeZone::UTC),
            };
            When {
                start: local(&shown),
                time_zone: Some(zone.unwrap_or("Etc/UTC").to_owned()),
                duration: duration.map(|span| duration_of(span.get_seconds())),
                show_without_time: false,
            }
        }
    }
}

/// A local date and time (RFC 8984 1.4.5).
fn local(time: &Zoned) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// An instant (RFC 8984 1.4.4).
fn utc(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// An exact duration (RFC 8984 1.4.6): hours, because a day is not always 24 of them.
fn duration_of(seconds: i64) -> String {
    let parts = [(seconds / 3600, 'H'), (seconds / 60 % 60, 'M'), (seconds % 60, 'S')];
    let parts = parts.iter().filter(|(number, _)| *number > 0);
    let parts: String = parts.map(|(number, unit)| format!("{number}{unit}")).collect();
    format!("PT{parts}")
}

/// RFC 8984 4.2.5.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coordinates: Option<String>,
}

fn locations(entry: &Entry) -> BTreeMap<String, Location> {
    let name = entry.location.as_deref().map(as_readers_get);
    let coordinates =
        entry.geo.map(|geo| format!("geo:{:.6},{:.6}", geo.latitude(), geo.longitude()));
    let place = Location { name, coordinates };
    let known = place.name.is_some() || place.coordinates.is_some();
    known.then(|| ("place".to_owned(), place)).into_iter().collect()
}

/// RFC 8984 4.2.6.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct VirtualLocation {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    uri: String,
    features: BTreeMap<&'static str, bool>,
}

fn virtual_locations(entry: &Entry) -> BTreeMap<String, VirtualLocation> {
    let room = |conference: &super::Conference| VirtualLocation {
        name: conference.label.as_deref().map(as_readers_get),
        uri: uri(&conference.url),
        features: BTreeMap::from([("audio", true), ("video", true)]),
    };
    entry.conference.iter().map(|conference| ("online".to_owned(), room(conference))).collect()
}

/// RFC 8984 1.4.11.
#[derive(Serialize)]
#[serde(rename_all = "camelCase", tag = "@type")]
struct Link {
    href: String,
    rel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    display: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
}

/// The page that describes something.
fn page(url: &str) -> Link {
    Link { href: uri(url), rel: "describedby", display: None, content_type: None, title: None }
}

fn links(entry: &Entry) -> BTreeMap<String, Link> {
    let page = entry.url.iter().map(|url| ("page".to_owned(), page(url)));
    let attachments = entry.attachments.iter().enumerate().map(|(number, attachment)| {
        let link = Link {
            rel: "enclosure",
            content_type: attachment.media_type.clone(),
            title: attachment.title.as_deref().map(as_readers_get),
            ..self::page(&attachment.url)
        };
        (format!("attachment-{}", number + 1), link)
    });
    let picture = entry.picture.iter().map(|picture| {
        let link = Link {
            rel: "icon",
            display: Some("badge"),
            content_type: picture.media_type.clone(),
            ..self::page(&picture.url)
        };
        ("picture".to_owned(), link)
    });
    page.chain(attachments).chain(picture).collect()
}

/// RFC 8984 1.4.10.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Relation {
    relation: BTreeMap<&'static str, bool>,
}

/// RFC 8984 knows no siblings: a series and its further date are related, and it does not say how.
fn related_to(entry: &Entry) -> BTreeMap<String, Relation> {
    let parent = entry.parent_uid.iter().map(|uid| (uid, BTreeMap::from([("parent", true)])));
    let sibling = entry.sibling_uid.iter().map(|uid| (uid, BTreeMap::new()));
    let relation = |(uid, relation): (&String, _)| (as_readers_get(uid), Relation { relation });
    parent.chain(sibling).map(relation).collect()
}

/// RFC 8984 4.4.6. Without `sendTo`: nobody is asked to answer.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Participant {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    email: Option<String>,
    roles: BTreeMap<&'static str, bool>,
}

fn participants(entry: &Entry) -> BTreeMap<String, Participant> {
    let participant = |name: &str, email: Option<&String>, role| Participant {
        name: as_readers_get(name),
        email: email.map(|email| host::in_ascii(email).into_owned()),
        roles: BTreeMap::from([(role, true)]),
    };
    let organizer = entry.organizer.iter().map(|organizer| {
        let owner = participant(&organizer.name, Some(&organizer.email), "owner");
        ("organizer".to_owned(), owner)
    });
    let contacts = entry.contacts.iter().enumerate().map(|(number, text)| {
        (format!("contact-{}", number + 1), participant(text, None, "contact"))
    });
    organizer.chain(contacts).collect()
}

/// RFC 8984 4.5.2.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct Alert {
    trigger: OffsetTrigger,
    action: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct OffsetTrigger {
    offset: String,
}

fn alert(alarm: &Alarm) -> Alert {
    let offset = match alarm.before {
        Before::Days(days) => format!("-P{days}D"),
        Before::Hours(hours) => format!("-PT{hours}H"),
    };
    let trigger = OffsetTrigger { offset };
    Alert { trigger, action: "display" }
}

fn uri(text: &str) -> String {
    let mut uri = String::new();
    escape_uri(&mut uri, text);
    uri
}
