//! From a calendar to the bytes of its file.
//!
//! Which properties there are, in which order, and which twin a client needs beside the standard
//! one: all of it is decided here and can be read from top to bottom. The order is fixed, so that
//! the same calendar gives the same bytes, and components come as one-pass readers want them: the
//! calendar's own properties, the time zones, the entries.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::line::Lines;
use super::model::{Alarm, Before, Calendar, Entry, EntryTime, Status, TextLanguages};
use super::recurrence::{self, Recurrence, Start};
use super::timezone::{Zones, instant, is_clear_in_its_zone, tzid};
use crate::host;

/// The calendar as a file, in UTF-8 with CRLF line ends. The same calendar gives the same bytes.
pub fn write(calendar: &Calendar<'_>) -> String {
    write_with(calendar, &mut Zones::new())
}

/// As [`write()`], with VTIMEZONEs that were worked out before. Worth it from a few files on; the
/// bytes are the same.
pub fn write_with(calendar: &Calendar<'_>, zones: &mut Zones) -> String {
    let entries: Vec<EntryLines> = calendar.entries.iter().map(|e| EntryLines::of(e)).collect();
    compose(calendar, entries.iter().collect(), zones)
}

/// As [`write_with`], with `entries` that were written before, in place of those of the calendar.
/// An entry is in many feeds, with the same lines in each.
pub fn compose(
    calendar: &Calendar<'_>,
    mut entries: Vec<&EntryLines>,
    zones: &mut Zones,
) -> String {
    entries.sort_by(|a, b| a.order().cmp(&b.order()));
    let size: usize = entries.iter().map(|entry| entry.lines.len()).sum();
    let mut lines = Lines::with_capacity(2048 + size);
    lines.ready("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    let is_published = !entries.is_empty() && entries.iter().all(|entry| entry.has_organizer);
    calendar_properties(&mut lines, calendar, is_published);
    time_zones(&mut lines, calendar, &entries, zones);
    for entry in &entries {
        lines.ready(&entry.lines);
    }
    lines.ready("END:VCALENDAR\r\n");
    lines.finish()
}

/// The lines of an entry, its VEVENT, and what a file must know of it to take them up.
#[derive(Debug, Clone)]
pub struct EntryLines {
    /// For sorting: when it starts, or the series has it; an all-day entry at midnight UTC.
    start: Timestamp,
    uid: String,
    /// Whether it is a date of a series that comes before it.
    is_override: bool,
    /// Whether it says who invites: then a file may be a publication.
    has_organizer: bool,
    /// The times that are told in their zones: these need a VTIMEZONE.
    local_times: Vec<Zoned>,
    lines: String,
}

impl EntryLines {
    /// Writes an entry.
    pub fn of(entry: &Entry) -> EntryLines {
        let placed = Placed::new(entry);
        let mut lines = Lines::with_capacity(1536);
        lines.ready(BEGIN);
        entry_properties(&mut lines, &placed);
        for alarm in &entry.alarms {
            write_alarm(&mut lines, alarm);
        }
        lines.ready(END);
        EntryLines {
            start: placed.start,
            uid: entry.uid.clone(),
            is_override: entry.recurrence_id.is_some(),
            has_organizer: entry.organizer.is_some(),
            local_times: local_times(&placed).cloned().collect(),
            lines: lines.finish(),
        }
    }

    /// How long they are.
    pub fn octets(&self) -> usize {
        self.lines.len()
    }

    /// The same lines with an alarm more.
    pub fn with_alarm(&self, alarm: &Alarm) -> EntryLines {
        let mut lines = Lines::with_capacity(self.lines.len() + 256);
        lines.ready(self.lines.strip_suffix(END).unwrap_or(&self.lines));
        write_alarm(&mut lines, alarm);
        lines.ready(END);
        EntryLines { lines: lines.finish(), ..self.clone() }
    }

    /// By this entries are sorted in a file: when they start, then their UID. A series comes
    /// before its dates, wherever they were moved to.
    fn order(&self) -> (Timestamp, &str, bool) {
        (self.start, &self.uid, self.is_override)
    }
}

const BEGIN: &str = "BEGIN:VEVENT\r\n";

const END: &str = "END:VEVENT\r\n";

/// RFC 5545 3.6.6, RFC 9074.
fn write_alarm(lines: &mut Lines, alarm: &Alarm) {
    lines.ready("BEGIN:VALARM\r\n");
    lines.property("UID").text(&alarm.uid);
    lines.ready("ACTION:DISPLAY\r\n");
    lines.property("TRIGGER").plain(|line| {
        // Writing to a String cannot fail.
        let _ = match alarm.before {
            Before::Days(days) => write!(line, "-P{days}D"),
            Before::Hours(hours) => write!(line, "-PT{hours}H"),
        };
    });
    lines
        .property("DESCRIPTION")
        .parameter("LANGUAGE", alarm.language.as_deref())
        .text(&alarm.description);
    lines.ready("END:VALARM\r\n");
}

/// An entry and what the writer has to know about its time more than once.
struct Placed<'a> {
    entry: &'a Entry,
    /// When it starts, or the series has it; an all-day entry at midnight UTC.
    start: Timestamp,
    /// Both ends of a timed entry, if they are told in their zones. Else they are told in UTC.
    ///
    /// A local time that occurs twice is told in UTC. RFC 5545 3.3.5 gives it its first meaning, but
    /// ical.js takes it for the second and the crate calcard for none at all. It would be legal to
    /// tell the other end in its zone, but entries with one end of each kind are rare in the world
    /// and so in the tests of its clients.
    local: bool,
}

impl<'a> Placed<'a> {
    fn new(entry: &'a Entry) -> Placed<'a> {
        let (start, local) = match &entry.time {
            EntryTime::Timed { start, end } => {
                let end = end_after(start, end.as_ref());
                let local = is_clear_in_its_zone(start) && end.is_none_or(is_clear_in_its_zone);
                (start.timestamp(), local)
            }
            EntryTime::AllDay { first, .. } => {
                let midnight = TimeZone::UTC.to_timestamp(first.at(0, 0, 0, 0));
                (midnight.unwrap_or_default(), false)
            }
        };
        let start = match &entry.recurrence_id {
            Some(Start::Time(regular)) => regular.timestamp(),
            Some(Start::Day(regular)) => {
                TimeZone::UTC.to_timestamp(regular.at(0, 0, 0, 0)).unwrap_or_default()
            }
            None => start,
        };
        Placed { entry, start, local }
    }
}

pub(super) fn end_after<'a>(start: &Zoned, end: Option<&'a Zoned>) -> Option<&'a Zoned> {
    end.filter(|end| end.timestamp().as_second() > start.timestamp().as_second())
}

fn calendar_properties(lines: &mut Lines, calendar: &Calendar<'_>, is_published: bool) {
    lines.property("PRODID").text(&calendar.product_id);
    lines.ready("CALSCALE:GREGORIAN\r\n");
    if is_published {
        lines.ready("METHOD:PUBLISH\r\n");
    }
    if let Some(uid) = &calendar.uid {
        lines.property("UID").text(uid);
    }
    if let Some(name) = &calendar.name {
        lines.property("NAME").text(name);
        lines.property("X-WR-CALNAME").text(name);
    }
    if let Some(description) = &calendar.description {
        lines.property("DESCRIPTION").text(description);
        lines.property("X-WR-CALDESC").text(description);
    }
    if let Some(url) = &calendar.url {
        lines.property("URL").uri("", url);
    }
    if let Some(source) = &calendar.source {
        lines.property("SOURCE;VALUE=URI").uri("", source);
    }
    let minutes = calendar.refresh.map_or(0, |refresh| refresh.as_mins());
    if minutes > 0 {
        let duration = |line: &mut String| push_duration(line, minutes);
        lines.property("REFRESH-INTERVAL;VALUE=DURATION").plain(duration);
        lines.property("X-PUBLISHED-TTL").plain(duration);
    }
    if let Some(color) = calendar.color {
        lines.property("COLOR").text(color.name());
        lines.property("X-APPLE-CALENDAR-COLOR").text(&color.to_hex());
    }
    if let Some(instant) = calendar.last_modified {
        lines.property("LAST-MODIFIED").utc(instant);
    }
    if let Some(name) = &calendar.timezone_name {
        lines.property("X-WR-TIMEZONE").text(name);
    }
}

/// A duration in hours and minutes (RFC 5545 3.3.6).
fn push_duration(line: &mut String, minutes: i64) {
    // Writing to a String cannot fail.
    let _ = match (minutes / 60, minutes % 60) {
        (0, minutes) => write!(line, "PT{minutes}M"),
        (hours, 0) => write!(line, "PT{hours}H"),
        (hours, minutes) => write!(line, "PT{hours}H{minutes}M"),
    };
}

/// One VTIMEZONE for each zone that a time of the file is told in, and no other, by name.
fn time_zones(
    lines: &mut Lines,
    calendar: &Calendar<'_>,
    entries: &[&EntryLines],
    zones: &mut Zones,
) {
    let mut used: BTreeMap<&str, &TimeZone> = BTreeMap::new();
    let mut years: Option<(i16, i16)> = None;
    for time in entries.iter().flat_map(|entry| &entry.local_times) {
        if let Some(name) = tzid(time.time_zone()) {
            used.entry(name).or_insert(time.time_zone());
        }
        let (first, last) = years.unwrap_or((time.year(), time.year()));
        years = Some((first.min(time.year()), last.max(time.year())));
    }
    if let Some((first, last)) = years {
        for zone in used.into_values() {
            lines.ready(zones.vtimezone(zone, first, last));
        }
    } else if let (true, Some(zone)) = (entries.is_empty(), &calendar.zone_if_empty) {
        // There is no time for which the rules would have to be right. The calendar's own date
        // gives recent ones.
        let year =
            calendar.last_modified.map_or(2000, |instant| instant.to_zoned(TimeZone::UTC).year());
        lines.ready(zones.vtimezone(zone, year, year));
    }
}

/// The times of an entry that are told in their zones.
fn local_times<'a>(placed: &Placed<'a>) -> impl Iterator<Item = &'a Zoned> + use<'a> {
    let (start, end) = match &placed.entry.time {
        EntryTime::Timed { start, end } if placed.local => {
            (Some(start), end_after(start, end.as_ref()))
        }
        _ => (None, None),
    };
    let series = placed.entry.recurrence.iter().flat_map(Recurrence::starts);
    let others = series.chain(&placed.entry.recurrence_id).filter_map(Start::time);
    start.into_iter().chain(end).chain(others.filter(|time| is_clear_in_its_zone(time)))
}

fn entry_properties(lines: &mut Lines, placed: &Placed<'_>) {
    let entry = placed.entry;
    let TextLanguages { summary, description, location, .. } = &entry.languages;
    lines.property("UID").text(&entry.uid);
    lines.property("DTSTAMP").utc(entry.stamp);
    if let Some(instant) = entry.created {
        lines.property("CREATED").utc(instant);
    }
    if let Some(instant) = entry.last_modified {
        lines.property("LAST-MODIFIED").utc(instant);
    }
    lines.property("SEQUENCE").plain(|line| {
        let _ = write!(line, "{}", entry.sequence);
    });
    if let Some(regular) = &entry.recurrence_id {
        recurrence::write_start(lines, "RECURRENCE-ID", regular);
    }
    when(lines, placed);
    if let Some(series) = &entry.recurrence {
        recurrence::write(lines, series);
    }
    lines.property("SUMMARY").parameter("LANGUAGE", summary.as_deref()).text(&entry.summary);
    if let Some(text) = &entry.description {
        lines.property("DESCRIPTION").parameter("LANGUAGE", description.as_deref()).text(text);
    }
    if let Some(place) = &entry.location {
        lines.property("LOCATION").parameter("LANGUAGE", location.as_deref()).text(place);
    }
    if let Some(geo) = entry.geo {
        lines.property("GEO").plain(|line| {
            let _ = write!(line, "{:.6};{:.6}", geo.latitude(), geo.longitude());
        });
    }
    if let Some(url) = &entry.url {
        lines.property("URL").uri("", url);
    }
    lines.ready(match entry.status {
        Status::Confirmed => "STATUS:CONFIRMED\r\n",
        Status::Tentative | Status::Postponed => "STATUS:TENTATIVE\r\n",
        Status::Cancelled => "STATUS:CANCELLED\r\n",
    });
    lines.ready("CLASS:PUBLIC\r\n");
    lines.ready(if entry.transparent {
        "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
    } else {
        "TRANSP:OPAQUE\r\n"
    });
    people_and_things(lines, entry);
}

fn people_and_things(lines: &mut Lines, entry: &Entry) {
    if let Some(organizer) = &entry.organizer {
        lines
            .property("ORGANIZER")
            .parameter("CN", Some(&organizer.name))
            .uri("", &host::mailto(&organizer.email));
    }
    for contact in &entry.contacts {
        lines.property("CONTACT").text(contact);
    }
    lines.property("CATEGORIES").texts(&entry.categories);
    if let Some(uid) = &entry.parent_uid {
        lines.property("RELATED-TO;RELTYPE=PARENT").text(uid);
    }
    if let Some(uid) = &entry.sibling_uid {
        lines.property("RELATED-TO;RELTYPE=SIBLING").text(uid);
    }
    if let Some(conference) = &entry.conference {
        lines
            .property("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO")
            .parameter("LABEL", conference.label.as_deref())
            .parameter("LANGUAGE", entry.languages.conference.as_deref())
            .uri("", &conference.url);
    }
    for attachment in &entry.attachments {
        lines
            .property("ATTACH")
            .parameter("FMTTYPE", attachment.media_type.as_deref())
            .uri("", &attachment.url);
    }
    if let Some(picture) = &entry.picture {
        lines
            .property("IMAGE;VALUE=URI;DISPLAY=BADGE")
            .parameter("FMTTYPE", picture.media_type.as_deref())
            .uri("", &picture.url);
    }
}

fn when(lines: &mut Lines, placed: &Placed<'_>) {
    match &placed.entry.time {
        EntryTime::Timed { start, end } => {
            instant(lines.property("DTSTART"), start, placed.local);
            if let Some(end) = end_after(start, end.as_ref()) {
                instant(lines.property("DTEND"), end, placed.local);
            }
        }
        EntryTime::AllDay { first, last } => {
            lines.property("DTSTART;VALUE=DATE").date(*first);
            // Only the last day that jiff knows, in the year 9999, has none after it; without a
            // DTEND a date is one day long (RFC 5545 3.6.1).
            if let Ok(after) = last.max(first).tomorrow() {
                lines.property("DTEND;VALUE=DATE").date(after);
            }
            lines.ready("X-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n");
        }
    }
}
