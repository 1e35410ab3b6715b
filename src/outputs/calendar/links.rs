//! Links that add an entry to a calendar on the web, or subscribe to a feed there. They are
//! made from the same entry as its file, so that both tell the same time.
//!
//! The forms are those that the services' own sites use; none of them is documented, and all of
//! them have been stable for years. A link opens a form that is filled in, nothing more.

use jiff::Zoned;
use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::html;
use super::shorten::BETWEEN;
use crate::icalendar::{Entry, EntryTime};
use crate::values::occurs_twice;

/// Everything but letters, digits and `-._~` (RFC 3986 2.3). A blank is `%20`: some of the
/// services show a `+` as it is.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The longest description in a link, percent-encoded: longer addresses are refused on the way.
const MAX_DESCRIPTION: usize = 600;

/// Links that add one entry.
#[derive(Debug, Serialize)]
pub struct AddLinks {
    /// Google Calendar.
    pub google: String,
    /// Outlook.com.
    pub outlook: String,
    /// Microsoft 365.
    pub office: String,
}

impl AddLinks {
    /// The links of an entry.
    pub fn of(entry: &Entry) -> Self {
        AddLinks {
            google: google(entry),
            outlook: outlook("https://outlook.live.com", entry),
            office: outlook("https://outlook.office.com", entry),
        }
    }
}

/// Links that subscribe to a feed.
#[derive(Debug, Serialize)]
pub struct SubscribeLinks {
    /// For the calendar program of the computer or telephone.
    pub webcal: String,
    /// Google Calendar; nothing for a feed that it refuses.
    pub google: Option<String>,
    /// Outlook.com.
    pub outlook: String,
    /// Microsoft 365.
    pub office: String,
}

impl SubscribeLinks {
    /// The links of a feed, by its whole address and what it calls itself. Google
    /// refuses one that is large.
    pub fn of(url: &str, name: &str, is_large: bool) -> Self {
        let webcal = match url.split_once("://") {
            Some((_, rest)) => format!("webcal://{rest}"),
            None => url.to_owned(),
        };
        let from_web = |host: &str| {
            let query = query(&[("url", url), ("name", name)]);
            format!("{host}/calendar/0/addfromweb/?{query}")
        };
        SubscribeLinks {
            google: (!is_large).then(|| {
                format!("https://calendar.google.com/calendar/r?{}", query(&[("cid", &webcal)]))
            }),
            outlook: from_web("https://outlook.live.com"),
            office: from_web("https://outlook.office.com"),
            webcal,
        }
    }
}

fn query(values: &[(&str, &str)]) -> String {
    let value =
        |(key, value): &(&str, &str)| format!("{key}={}", utf8_percent_encode(value, VALUE));
    values.iter().map(value).collect::<Vec<_>>().join("&")
}

/// The day after the last: where the services, like iCalendar, end a whole day.
fn day_after(last: Date) -> Date {
    last.tomorrow().unwrap_or(last)
}

fn google(entry: &Entry) -> String {
    let day = |day: Date| day.strftime("%Y%m%d").to_string();
    let local = |at: &Zoned| at.strftime("%Y%m%dT%H%M%S").to_string();
    let (dates, zone) = match &entry.time {
        EntryTime::AllDay { first, last } => {
            (format!("{}/{}", day(*first), day(day_after(*last))), None)
        }
        EntryTime::Timed { start, end } => {
            let zone = start.time_zone();
            let end = end.as_ref().unwrap_or(start).with_time_zone(zone.clone());
            match zone.iana_name() {
                Some(name) if !occurs_twice(start) && !occurs_twice(&end) => {
                    (format!("{}/{}", local(start), local(&end)), Some(name))
                }
                // A local time that occurs twice can only be told in UTC.
                _ => {
                    let utc = |at: &Zoned| at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string();
                    (format!("{}/{}", utc(start), utc(&end)), None)
                }
            }
        }
    };
    let description = description(entry, html::either_way);
    let mut values = vec![("action", "TEMPLATE"), ("text", &entry.summary)];
    values.push(("dates", &dates));
    values.extend(zone.map(|zone| ("ctz", zone)));
    values.push(("details", &description));
    values.extend(entry.location.as_deref().map(|location| ("location", location)));
    if entry.transparent {
        values.extend([("crm", "AVAILABLE"), ("trp", "false")]);
    }
    format!("https://calendar.google.com/calendar/render?{}", query(&values))
}

fn outlook(host: &str, entry: &Entry) -> String {
    let (start, end, all_day) = match &entry.time {
        EntryTime::AllDay { first, last } => {
            (first.to_string(), day_after(*last).to_string(), true)
        }
        EntryTime::Timed { start, end } => {
            let utc = |at: &Zoned| at.timestamp().strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
            (utc(start), utc(end.as_ref().unwrap_or(start)), false)
        }
    };
    let description = description(entry, html::escaped);
    let mut values = vec![("path", "/calendar/action/compose"), ("rru", "addevent")];
    values.extend([("subject", entry.summary.as_str()), ("startdt", &start), ("enddt", &end)]);
    if all_day {
        values.push(("allday", "true"));
    }
    values.push(("body", &description));
    values.extend(entry.location.as_deref().map(|location| ("location", location)));
    if entry.transparent {
        values.push(("freebusy", "free"));
    }
    format!("{host}/calendar/0/deeplink/compose?{}", query(&values))
}

/// As many of the first paragraphs as there is room for, and the page's address, each `written` as
/// the service reads it. Whole paragraphs are left out, so that nothing is cut inside of a
/// character.
fn description(entry: &Entry, written: impl Fn(&str) -> String) -> String {
    let text = entry.description.as_deref().unwrap_or_default();
    let page = entry.url.as_deref().unwrap_or_default();
    let paragraphs = text.split(BETWEEN).filter(|paragraph| *paragraph != page);
    let encoded = |text: &str| utf8_percent_encode(text, VALUE).map(str::len).sum::<usize>();
    let between = written(BETWEEN);
    let page = written(page);
    let mut room = MAX_DESCRIPTION.saturating_sub(encoded(&page));
    let mut parts = Vec::new();
    for paragraph in paragraphs.map(written) {
        let octets = encoded(&paragraph) + encoded(&between);
        if octets > room {
            break;
        }
        room -= octets;
        parts.push(paragraph);
    }
    parts.extend((!page.is_empty()).then_some(page));
    parts.join(&between)
}
