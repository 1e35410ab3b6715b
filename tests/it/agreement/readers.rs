//! What readers of each output understand of one event.

use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendar;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::plan::{LINK, Status, Where, instant};
use super::{Moment, Told, words};
use crate::harness::{Output, plain_spaces};
use crate::html::Page;
use crate::icalendar::reading::{Read, read_by_ical};

/// The words before a title, by language: cancelled, postponed, moved online; and what online is.
const WORDS: [(&str, [&str; 4]); 3] = [
    ("de", ["Abgesagt", "Verschoben", "Findet online statt", "Online"]),
    ("en", ["Cancelled", "Postponed", "Now online", "Online"]),
    ("es", ["Cancelación", "Aplazamiento", "Se celebra en línea", "En línea"]),
];

/// One event in one language.
pub struct Event<'s> {
    pub site: &'s Output,
    pub id: String,
    pub language: &'static str,
    pub folder: &'static str,
    /// In which its local times are.
    pub zone: TimeZone,
}

/// What a page or a list tells.
pub struct Part {
    pub told: Told,
    pub status: Status,
}

/// What a calendar tells.
pub struct Entry {
    pub told: Told,
    pub status: String,
}

/// What the data tell of one occurrence.
pub struct Data {
    pub told: Told,
    pub status: String,
    pub previous: Vec<String>,
    pub is_shown: bool,
}

impl Event<'_> {
    fn words(&self) -> [&'static str; 4] {
        WORDS.iter().find(|(language, _)| *language == self.language).unwrap().1
    }

    /// The status whose word stands before a title.
    fn status(&self, title: &str) -> Status {
        let [cancelled, postponed, moved_online, _] = self.words();
        let begins = |word: &str| title.starts_with(&format!("{word}:"));
        let known = [
            (cancelled, Status::Cancelled),
            (postponed, Status::Postponed),
            (moved_online, Status::MovedOnline),
        ];
        let known = known.into_iter().find(|(word, _)| begins(word));
        known.map_or(Status::Confirmed, |(_, status)| status)
    }

    fn place(&self, name: &str) -> Option<Where> {
        Where::of(name, self.words()[3])
    }

    /// Start and end by the words; the start also as machines read it.
    fn times(&self, page: &Page) -> (Moment, Option<Moment>) {
        let time = page.all("time")[0];
        let (start, end) = words::read(&plain_spaces(&page.text(time)), &self.zone);
        assert_eq!(moment(time.get("datetime").unwrap()), start, "{}", page.text(time));
        (start, end)
    }

    fn page_path(&self) -> String {
        format!("{}/{}/index.html", self.folder, self.id)
    }

    /// The head of its page.
    pub fn page(&self) -> Part {
        let (_, main) = self.site.text(&self.page_path()).split_once("<h1>").unwrap();
        let main = format!("<h1>{main}");
        let page = Page::read(&main);
        let (start, end) = self.times(&page);
        let label = page.tags.iter().position(|tag| tag.get("id") == Some("ort"));
        let place = label.map(|label| {
            let name = page.tags[label..].iter().find(|tag| tag.name == "b").unwrap();
            let name = page.text(name);
            self.place(&name).unwrap_or_else(|| panic!("no place: {name}"))
        });
        let has_link = || page.targets().contains(&LINK);
        let place = place.or_else(|| has_link().then_some(Where::Online));
        Part {
            told: Told { start, end, place: place.unwrap_or(Where::Unknown) },
            status: self.status(&page.text(page.one("h1"))),
        }
    }

    pub fn home(&self) -> String {
        match self.language {
            "de" => "index.html".to_owned(),
            other => format!("{other}/index.html"),
        }
    }

    /// What a list tells of it; nothing when it is not there.
    pub fn listed(&self, list: &str) -> Option<Part> {
        let link = format!("href=\"/{}/{}/\"", self.folder, self.id);
        let mut entries = self.site.text(list).split("<li class=\"entry\">").skip(1);
        let entry = entries.find(|entry| entry.contains(&link))?;
        let page = Page::read(entry.split_once("</li>").unwrap().0);
        let (start, end) = self.times(&page);
        let meta = page.tags.iter().find(|tag| tag.get("class") == Some("meta"));
        let meta = meta.map(|meta| page.text(meta)).unwrap_or_default();
        let place = meta.split(" · ").find_map(|part| self.place(part));
        Some(Part {
            told: Told { start, end, place: place.unwrap_or(Where::Unknown) },
            status: self.status(&page.text(page.all("a")[0])),
        })
    }

    /// The object for search engines on its page.
    pub fn structured(&self) -> Value {
        let objects = Page::read(self.site.text(&self.page_path())).structured_data();
        objects.into_iter().find(|object| object["@type"] == "BusinessEvent").unwrap()
    }

    /// What such an object tells.
    pub fn by_structured(&self, object: &Value) -> Told {
        let end = object["endDate"].as_str().map(moment);
        let locations = many(&object["location"]);
        let of_type = |kind: &str| locations.iter().find(|location| location["@type"] == kind);
        let place =
            of_type("Place").map(|place| self.place(place["name"].as_str().unwrap()).unwrap());
        let online = || of_type("VirtualLocation").map(|_| Where::Online);
        let is_online = of_type("VirtualLocation").is_some();
        let mode = match (&place, is_online) {
            (Some(_), true) => Some("https://schema.org/MixedEventAttendanceMode"),
            (Some(_), false) => Some("https://schema.org/OfflineEventAttendanceMode"),
            (None, true) => Some("https://schema.org/OnlineEventAttendanceMode"),
            (None, false) => None,
        };
        assert_eq!(object["eventAttendanceMode"].as_str(), mode);
        Told {
            start: moment(object["startDate"].as_str().unwrap()),
            end,
            place: place.or_else(online).unwrap_or(Where::Unknown),
        }
    }

    /// What a calendar file tells of the date that begins then: the entry of that date, else that
    /// of the series, if its rule has it.
    pub fn entry(&self, calendar: &Calendar, start: Moment) -> Option<Entry> {
        // A date on top of a series is an entry with a UID of its own.
        let page = format!("https://test.example.org/{}/{}/", self.folder, self.id);
        let own = || calendar.entries.iter().filter(|entry| entry.url == page);
        let written = basic(start);
        // The date of a series stands behind it.
        let single = own().rfind(|entry| entry.start == written);
        let is_there = || calendar.starts.contains(&written);
        let entry = single.or_else(|| own().next().filter(|_| is_there()))?;
        Some(self.by_calendar(entry, start))
    }

    /// What an entry tells of a date of its series, or its own.
    fn by_calendar(&self, entry: &Read, start: Moment) -> Entry {
        let end = entry.end.as_deref().and_then(|end| {
            match (read_basic(&entry.start), read_basic(end), start) {
                (Moment::At(from), Moment::At(to), Moment::At(start)) => {
                    Some(Moment::At(start + (to - from))).filter(|_| to > from)
                }
                // The end is the day after the last.
                (Moment::Day(from), Moment::Day(to), Moment::Day(start)) => {
                    let last = start + (to - from) - 1.day();
                    (last > start).then_some(Moment::Day(last))
                }
                mixed => panic!("{mixed:?}"),
            }
        });
        let name = entry.location.split(", ").next().unwrap();
        let place = self.place(name).unwrap_or(Where::Unknown);
        assert!(place != Where::Unknown || name.is_empty(), "{name}");
        Entry { told: Told { start, end, place }, status: entry.status.clone() }
    }

    /// What the links that add it to a calendar on the web tell.
    pub fn links(&self) -> Vec<Told> {
        let page = Page::read(self.site.text(&self.page_path()));
        let targets = page.targets();
        let targets = targets.iter().filter(|target| {
            target.contains("calendar/render?") || target.contains("/deeplink/compose?")
        });
        targets.map(|target| self.by_link(target)).collect()
    }

    fn by_link(&self, target: &str) -> Told {
        let (_, query) = target.split_once('?').unwrap();
        let get = |name: &str| {
            let value = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")))?;
            Some(percent_decode_str(value).decode_utf8().unwrap().into_owned())
        };
        let (start, end) = match get("dates") {
            Some(dates) => {
                let (start, end) = dates.split_once('/').unwrap();
                let zone = get("ctz").map(|zone| TimeZone::get(&zone).unwrap());
                let read = |text: &str| match (&zone, DateTime::strptime("%Y%m%dT%H%M%S", text)) {
                    (Some(zone), Ok(local)) => instant(zone, local),
                    _ => read_basic(text),
                };
                (read(start), read(end))
            }
            None => (moment(&get("startdt").unwrap()), moment(&get("enddt").unwrap())),
        };
        let end = match end {
            Moment::Day(after) => Moment::Day(after.yesterday().unwrap()),
            at => at,
        };
        let place = get("location").unwrap_or_default();
        let place = self.place(place.split(", ").next().unwrap()).unwrap_or(Where::Unknown);
        Told { start, end: Some(end).filter(|end| *end != start), place }
    }

    /// Its record in the data.
    fn facts(&self) -> Value {
        let events = self.site.json("data/events.json");
        let events = events.as_array().unwrap();
        events.iter().find(|event| event["id"] == *self.id).unwrap().clone()
    }

    /// What the data tell of each of its dates, in the default language.
    pub fn data(&self) -> Vec<Data> {
        let facts = self.facts();
        let data = |occurrence: &Value| {
            let name = &occurrence["venue"]["name"];
            let name = name.as_str().or(name[self.language].as_str());
            let online = occurrence["is_online"].as_bool().unwrap().then_some(Where::Online);
            let place = name.map(|name| self.place(name).unwrap()).or(online);
            let previous = occurrence["previous_starts"].as_array().unwrap().iter();
            Data {
                told: Told {
                    start: moment(occurrence["start"].as_str().unwrap()),
                    end: occurrence["end"].as_str().map(moment),
                    place: place.unwrap_or(Where::Unknown),
                },
                status: occurrence["status"].as_str().unwrap().to_owned(),
                previous: previous.map(|start| start.as_str().unwrap().to_owned()).collect(),
                is_shown: occurrence["is_shown"].as_bool().unwrap(),
            }
        };
        facts["occurrences"].as_array().unwrap().iter().map(data).collect()
    }
}

/// A calendar file as readers understand it.
pub struct Calendar {
    entries: Vec<Read>,
    /// When each date begins, those of series among them: an instant, or midnight UTC of a day.
    starts: Vec<String>,
}

impl Calendar {
    pub fn read(text: &str) -> Self {
        let expanded = ICalendar::parse(text).unwrap().expand_dates(Tz::UTC, 10_000);
        let starts = expanded.events.iter().flat_map(|event| {
            let start = Timestamp::from_second(event.start.timestamp()).unwrap();
            [basic(Moment::At(start)), basic(Moment::Day(start.to_zoned(TimeZone::UTC).date()))]
        });
        Calendar { entries: read_by_ical(text), starts: starts.collect() }
    }
}

/// A value that may be a list.
fn many(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.clone(),
        one => vec![one.clone()],
    }
}

/// The statuses of an object for search engines, without their address.
pub fn statuses(object: &Value) -> Vec<String> {
    let statuses = many(&object["eventStatus"]).into_iter();
    statuses
        .map(|status| {
            status.as_str().unwrap().strip_prefix("https://schema.org/").unwrap().to_owned()
        })
        .collect()
}

/// When it was to begin before, by an object for search engines.
pub fn previous(object: &Value) -> Vec<String> {
    let previous = many(&object["previousStartDate"]).into_iter();
    previous.map(|start| start.as_str().unwrap().to_owned()).collect()
}

/// `2026-03-10` or a time with its offset.
fn moment(text: &str) -> Moment {
    match text.parse::<Timestamp>() {
        Ok(at) => Moment::At(at),
        Err(_) => Moment::Day(text.parse().unwrap()),
    }
}

/// `20260310` or `20260310T150000Z`.
fn read_basic(text: &str) -> Moment {
    match text.strip_suffix('Z') {
        Some(utc) => instant(&TimeZone::UTC, DateTime::strptime("%Y%m%dT%H%M%S", utc).unwrap()),
        None => Moment::Day(Date::strptime("%Y%m%d", text).unwrap()),
    }
}

fn basic(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.strftime("%Y%m%d").to_string(),
        Moment::At(at) => at.strftime("%Y%m%dT%H%M%SZ").to_string(),
    }
}
