//! What a calendar is, before it is a file.
//!
//! The types say what is meant and not how iCalendar spells it: the last day of a visit is the
//! last day, a time knows its zone, a place has a latitude and a longitude. What the format
//! cannot hold (a latitude of 200, a colour by number) cannot be written down here either, as far
//! as types can see to it. Texts are plain text in any shape; the writer escapes them.
//!
//! Deliberately absent: DURATION (DTEND is read by more clients) and floating times (most clients
//! take them for UTC).

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};

use super::{Color, Recurrence, Start};

/// A calendar file: one VCALENDAR (RFC 5545 3.6, RFC 7986).
#[derive(Debug, Clone, Default)]
pub struct Calendar<'a> {
    /// PRODID: who made the file, `-//WFS//BBA microsite//DE`. Required; without a version number
    /// if the bytes are not to change with it.
    pub product_id: String,
    /// UID of a feed (RFC 7986 5.3).
    pub uid: Option<String>,
    /// NAME and X-WR-CALNAME: what a subscriber sees in the list of calendars.
    pub name: Option<String>,
    /// DESCRIPTION and X-WR-CALDESC.
    pub description: Option<String>,
    /// URL: the page that shows the same, absolute (RFC 7986 5.5).
    pub url: Option<String>,
    /// SOURCE: the feed's own address, `https:` and absolute (RFC 7986 5.8).
    pub source: Option<String>,
    /// REFRESH-INTERVAL and X-PUBLISHED-TTL: how long a client may wait before it asks again
    /// (RFC 7986 5.7), in whole minutes. Less than a minute is not written.
    pub refresh: Option<SignedDuration>,
    /// COLOR by name and X-APPLE-CALENDAR-COLOR by number (RFC 7986 5.9).
    pub color: Option<Color>,
    /// LAST-MODIFIED of the feed (RFC 7986 5.4), from content and never from the clock.
    pub last_modified: Option<Timestamp>,
    /// X-WR-TIMEZONE: the IANA name of the zone the calendar belongs to. Every time carries its
    /// own zone; some clients show this one.
    pub timezone_name: Option<String>,
    /// The zone whose VTIMEZONE is in a calendar without entries, because a VCALENDAR needs
    /// at least one component (RFC 5545 3.6). Not looked at if there are entries.
    pub zone_if_empty: Option<TimeZone>,
    /// The entries in any order. They are borrowed, because one entry is in several files.
    pub entries: Vec<&'a Entry>,
}

/// An entry: one VEVENT (RFC 5545 3.6.1).
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// UID: the same for ever and in every language, at most 255 octets, nothing private in it
    /// (RFC 7986 5.3).
    pub uid: String,
    /// DTSTAMP: when this revision was made, from content and never from the clock.
    pub stamp: Timestamp,
    /// CREATED.
    pub created: Option<Timestamp>,
    /// LAST-MODIFIED, not before `created`.
    pub last_modified: Option<Timestamp>,
    /// SEQUENCE: the number of significant changes so far. Never falls (RFC 5545 3.8.7.4).
    pub sequence: u32,
    /// DTSTART and DTEND; of a series those of its first date.
    pub time: EntryTime,
    /// RRULE and EXDATE: this is a series.
    pub recurrence: Option<Recurrence>,
    /// RECURRENCE-ID: this is one date of the series with the same UID, which has it at this
    /// start, and what is here takes precedence over what is there (RFC 5545 3.8.4.4).
    pub recurrence_id: Option<Start>,
    /// The language of the calendar, a BCP 47 tag: `de`. iCalendar has no place for it.
    pub language: Option<String>,
    /// LANGUAGE of texts in another language than the calendar's.
    pub languages: TextLanguages,
    /// SUMMARY: one line. An empty one is not written.
    pub summary: String,
    /// DESCRIPTION: plain text; line ends stay.
    pub description: Option<String>,
    /// LOCATION: the place in one line, as one would put it on an envelope; Outlook shows only the
    /// first.
    pub location: Option<String>,
    /// GEO.
    pub geo: Option<Geo>,
    /// URL: the entry's page, absolute.
    pub url: Option<String>,
    /// STATUS.
    pub status: Status,
    /// TRANSP: whether a visitor who has the entry is still free at that time.
    pub transparent: bool,
    /// ORGANIZER: a mailbox of the organisation. Where all entries of a file have one the file says
    /// METHOD:PUBLISH, and where one has none it does not (RFC 5546 3.2.1 asks for it, and RFC 5545
    /// 3.8.4.3 allows it to no entry of somebody's own calendar).
    pub organizer: Option<Organizer>,
    /// CONTACT, once for each: “name, telephone, email”.
    pub contacts: Vec<String>,
    /// CATEGORIES.
    pub categories: Vec<String>,
    /// RELATED-TO with RELTYPE=PARENT: the UID of the entry of which this is a part.
    pub parent_uid: Option<String>,
    /// RELATED-TO with RELTYPE=SIBLING: the UID of the series of which this is a further date.
    pub sibling_uid: Option<String>,
    /// CONFERENCE (RFC 7986 5.11).
    pub conference: Option<Conference>,
    /// ATTACH, once for each.
    pub attachments: Vec<Attachment>,
    /// IMAGE with DISPLAY=BADGE: small, beside the title.
    pub picture: Option<Picture>,
    /// VALARM, once for each. Only in feeds whose subscribers asked for it.
    pub alarms: Vec<Alarm>,
}

impl Entry {
    /// A confirmed, opaque entry with what RFC 5545 3.6.1 requires and a title. The rest is set on
    /// the value.
    pub fn new(
        uid: impl Into<String>,
        stamp: Timestamp,
        time: EntryTime,
        summary: impl Into<String>,
    ) -> Entry {
        Entry {
            uid: uid.into(),
            stamp,
            created: None,
            last_modified: None,
            sequence: 0,
            time,
            recurrence: None,
            recurrence_id: None,
            language: None,
            languages: TextLanguages::default(),
            summary: summary.into(),
            description: None,
            location: None,
            geo: None,
            url: None,
            status: Status::Confirmed,
            transparent: false,
            organizer: None,
            contacts: Vec::new(),
            categories: Vec::new(),
            parent_uid: None,
            sibling_uid: None,
            conference: None,
            attachments: Vec::new(),
            picture: None,
            alarms: Vec::new(),
        }
    }
}

/// LANGUAGE (RFC 5545 3.2.10) of each text of an entry, a BCP 47 tag; `None` where it is that of
/// the calendar. A parameter that tells nothing new is not written: node-ical makes an object of
/// any property that has one, and programs show `[object Object]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextLanguages {
    /// Of SUMMARY, and of what a VALARM shows.
    pub summary: Option<String>,
    /// Of DESCRIPTION.
    pub description: Option<String>,
    /// Of LOCATION.
    pub location: Option<String>,
    /// Of the LABEL of CONFERENCE.
    pub conference: Option<String>,
}

/// When an entry is.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryTime {
    /// From an instant to an instant, each told in its own zone by the zone's IANA name. A zone
    /// without one (UTC, a fixed offset) is told in UTC.
    Timed {
        /// DTSTART, to the second.
        start: Zoned,
        /// DTEND. `None` if it is not known; an end that is not after the start counts as unknown,
        /// because Outlook refuses a whole feed for it.
        end: Option<Zoned>,
    },
    /// Whole days, wherever the reader is.
    AllDay {
        /// The first day.
        first: Date,
        /// The last day, inclusive: the same as `first` for one day. (DTEND is the day after.)
        last: Date,
    },
}

/// STATUS of a VEVENT (RFC 5545 3.8.1.11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It takes place.
    Confirmed,
    /// It is not certain yet, or when.
    Tentative,
    /// It does not take place at this time, and a new one is not known: TENTATIVE, which is the
    /// nearest that iCalendar has.
    Postponed,
    /// It does not take place.
    Cancelled,
}

/// A place on earth in WGS 84 (RFC 5545 3.8.1.6).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Geo {
    latitude: f64,
    longitude: f64,
}

impl Geo {
    /// Degrees north (−90 to 90) and east (−180 to 180). `None` if they are no place on earth.
    pub fn new(latitude: f64, longitude: f64) -> Option<Geo> {
        let on_earth = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        on_earth.then_some(Geo { latitude, longitude })
    }

    /// Degrees north.
    pub fn latitude(&self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    pub fn longitude(&self) -> f64 {
        self.longitude
    }
}

/// Who invites (RFC 5545 3.8.4.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organizer {
    /// CN.
    pub name: String,
    /// The mailbox, without `mailto:`.
    pub email: String,
}

/// Where to take part from afar (RFC 7986 5.11). Published for all to see: no secret links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conference {
    /// The address to open.
    pub url: String,
    /// LABEL: what to call it.
    pub label: Option<String>,
}

/// A document that belongs to an entry (RFC 5545 3.8.1.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its address, absolute. It is linked and never embedded.
    pub url: String,
    /// FMTTYPE: `application/pdf`.
    pub media_type: Option<String>,
    /// What it is. iCalendar has no place for it, JSCalendar has.
    pub title: Option<String>,
}

/// A picture of an entry (RFC 7986 5.10), linked and never embedded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where it lies, absolute.
    pub url: String,
    /// FMTTYPE: `image/png`.
    pub media_type: Option<String>,
}

/// A reminder: a VALARM that shows a text (RFC 5545 3.6.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alarm {
    /// UID (RFC 9074 4): clients remember by it what was dismissed.
    pub uid: String,
    /// TRIGGER, counted back from the start of the entry.
    pub before: Before,
    /// DESCRIPTION: what is shown.
    pub description: String,
    /// LANGUAGE of the description, where it is not the calendar's.
    pub language: Option<String>,
}

/// How long before the start of an entry; whole days begin at midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// At the same time by the clock, days earlier.
    Days(u16),
    /// Hours earlier.
    Hours(u16),
}
