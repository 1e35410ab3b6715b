//! Whole built sites: every calendar file is read by two readers that nobody here wrote, and
//! both understand what the site's data files say.

use std::collections::HashMap;
use std::path::Path;
use std::sync::LazyLock;

use super::reading::{Read, read_by_calcard, read_by_ical};
use super::*;
use crate::harness::{Output, Site};
use crate::varied;
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build};
use bba::source::Sources;
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

/// The made-up programme, built once for all tests.
pub static VARIED: LazyLock<Output> = LazyLock::new(|| {
    let files = varied::files(varied::EVENTS);
    let site = files.iter().fold(Site::new(), |site, (path, text)| site.file(path, text));
    site.now(varied::NOW).built()
});

fn programme() -> Output {
    let options = Options { now: Now::read("2019-09-23T20:00").unwrap(), ..Options::default() };
    Output::of(build(&Sources::read(Path::new(".")).unwrap(), &options, &mut Cache::none()))
}

#[test]
fn the_programme_is_read_as_its_data_say() {
    let entries = assert_read_as_meant(&programme());
    assert!(entries > 4, "only {entries} entries");
}

#[test]
fn two_thousand_hard_events_are_read_as_their_data_say() {
    // Each stands in its own file and in three feeds at least.
    let entries = assert_read_as_meant(&VARIED);
    assert!(entries > 4 * varied::EVENTS, "only {entries} entries");
}

/// Reads all calendar files; how many entries there were.
fn assert_read_as_meant(site: &Output) -> usize {
    site.assert_calendars_are_right();
    let meant: Vec<Meant> = languages(site).into_iter().map(|it| Meant::of(site, it)).collect();
    // Data are in the default language; `languages.rs` compares the calendars of the others.
    let in_other = |path: &str| path.starts_with("en/") || path.starts_with("es/");
    let files = site.paths().into_iter().filter(|path| path.ends_with(".ics") && !in_other(path));
    let files: Vec<&str> = files.collect();
    assert!(files.len() > meant[0].events.len(), "one for each event, and feeds");
    let mut count = 0;
    for path in files {
        let file = site.text(path);
        assert_well_formed(file);
        let by_calcard = read_by_calcard(&by_calcard(file));
        let by_ical = read_by_ical(file);
        assert_eq!(by_calcard.len(), by_ical.len(), "{path}");
        count += by_calcard.len();
        // The default language comes first, and its folder is the root.
        let meant = meant.iter().rfind(|meant| path.starts_with(meant.folder)).unwrap();
        for (read, other) in by_calcard.into_iter().zip(by_ical) {
            meant.assert(&read, path);
            assert_eq!(other, read.without_leading_colons(), "{path}");
        }
    }
    count
}

/// The folders of the languages: that of the default is the root.
fn languages(site: &Output) -> Vec<&str> {
    let data = site.paths().into_iter().filter_map(|path| path.strip_suffix("data/events.json"));
    let mut folders: Vec<&str> = data.collect();
    folders.sort();
    folders
}

#[test]
fn the_main_feed_has_every_event_and_the_other_its_deadlines() {
    let meant = Meant::of(&VARIED, "");
    let entries = |path: &str| read_by_calcard(&by_calcard(VARIED.text(path)));
    let fixed = meant.visits.values().filter(|visit| visit["days_are_fixed"] == true).count();
    let main = entries("veranstaltungen/calendar.ics");
    assert_eq!(main.len(), varied::EVENTS + fixed);
    let reminders = entries("veranstaltungen/reminders.ics");
    assert_eq!(reminders.len(), main.len());
    for entry in &reminders {
        let called_off = ["[Abgesagt] ", "[Verschoben] "];
        let expected = usize::from(!called_off.iter().any(|it| entry.summary.starts_with(it)));
        assert_eq!(entry.alarms, expected, "{entry:?}");
    }
    let with_deadline =
        meant.events.values().filter(|event| !event["registration"]["deadline"].is_null());
    assert_eq!(entries("veranstaltungen/deadlines.ics").len(), with_deadline.count());
}

/// What the data files say, by UID.
struct Meant<'p> {
    folder: &'p str,
    events: HashMap<String, Value>,
    visits: HashMap<String, Value>,
    events_by_url: HashMap<String, Value>,
}

impl<'p> Meant<'p> {
    fn of(site: &Output, folder: &'p str) -> Self {
        let by = |path: &str, key: &str| -> HashMap<String, Value> {
            let Value::Array(all) = site.json(&format!("{folder}{path}")) else {
                panic!("{path} is no list")
            };
            all.into_iter().map(|item| (text(&item[key]), with_days(item))).collect()
        };
        Meant {
            folder,
            events: by("data/events.json", "uid"),
            visits: by("data/delegations.json", "uid"),
            events_by_url: by("data/events.json", "url"),
        }
    }

    fn assert(&self, read: &Read, path: &str) {
        let in_language = |item: &Value| match is_translated(path) {
            true => without_texts(item, read),
            false => item.clone(),
        };
        if let Some(event) = self.events.get(&read.uid) {
            assert_event(read, &in_language(event), path);
        } else if let Some(visit) = self.visits.get(&read.uid) {
            assert_visit(read, &in_language(visit), path);
        } else if !is_translated(path) {
            assert!(path.ends_with("/deadlines.ics"), "{path}: {read:?}");
            assert_deadline(read, &self.events_by_url[&read.url], path);
        }
    }
}

/// Whether a file is in another language than the data: below `en/` and the like.
fn is_translated(path: &str) -> bool {
    path.split('/').next().is_some_and(|folder| folder.len() == 2)
}

/// An item of the data without its texts, which are in the default language: in their place stands
/// what was read.
fn without_texts(item: &Value, read: &Read) -> Value {
    let mut item = item.clone();
    item["title"] = read.summary.clone().into();
    item["url"] = read.url.clone().into();
    for text in ["summary", "description", "venue"] {
        item[text] = Value::Null;
    }
    item
}

/// A visit has a first and a last day, an event a start and an end.
fn with_days(mut item: Value) -> Value {
    if let Some(first) = item.get("first_day").cloned() {
        item["start"] = first;
        item["end"] = item["last_day"].clone();
    }
    item
}

fn assert_event(read: &Read, event: &Value, path: &str) {
    let is_open = event["day_is_open"] == true || event["hour_is_open"] == true;
    let (status, called_off) = match event["status"].as_str().unwrap() {
        "cancelled" => ("CANCELLED", true),
        "postponed" => ("TENTATIVE", true),
        "planned" => ("TENTATIVE", false),
        _ if is_open => ("TENTATIVE", false),
        _ => ("CONFIRMED", false),
    };
    assert_eq!(read.status, status, "{path}");
    assert_common(read, event, called_off, path);
    assert_eq!(read.url, text(&event["url"]), "{path}");
    if event["status"] != "moved-online" {
        for part in ["name", "city"] {
            let part = as_readers_get(&text(&event["venue"][part]));
            assert!(read.location.contains(&part), "{path}: {} without {part}", read.location);
        }
    }
}

fn assert_visit(read: &Read, visit: &Value, path: &str) {
    let (status, called_off) = match visit["status"].as_str().unwrap() {
        "cancelled" => ("CANCELLED", true),
        "postponed" => ("TENTATIVE", true),
        "planned" => ("TENTATIVE", false),
        _ => ("CONFIRMED", false),
    };
    assert_eq!(read.status, status, "{path}");
    assert_common(read, visit, called_off, path);
}

/// The day of a deadline, in the zone of the event.
fn assert_deadline(read: &Read, event: &Value, path: &str) {
    assert!(
        read.summary.ends_with(&as_readers_get(&text(&event["title"]))),
        "{path}: {}",
        read.summary
    );
    let over: jiff::fmt::temporal::Pieces<'_> =
        jiff::fmt::temporal::Pieces::parse(event["registration"]["deadline"].as_str().unwrap())
            .unwrap();
    // A day lasts until the next begins.
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let days = [over.date(), over.date().saturating_sub(1.days())].map(day);
    assert!(days.contains(&read.start), "{path}: {} is none of {days:?}", read.start);
}

fn assert_common(read: &Read, item: &Value, called_off: bool, path: &str) {
    let title = as_readers_get(&text(&item["title"]));
    let fits = if called_off { read.summary.ends_with(&title) } else { read.summary == title };
    assert!(fits, "{path}: {} instead of {title}", read.summary);
    let (start, end) = (moment(&item["start"]), end(item));
    assert_eq!((&read.start, &read.end), (&start, &end), "{path}: {title}");
    let updates = item["updates"].as_array().unwrap();
    assert_eq!(read.sequence, updates.len().to_string(), "{path}");
    assert_eq!(read.stamp, moment(&item["modified"]), "{path}");
    for key in ["summary", "description"] {
        let said = as_readers_get(&text(&item[key]));
        assert!(
            read.description.contains(&said),
            "{path}: {:?} without {said:?}",
            read.description
        );
    }
    assert!(read.description.ends_with(&text(&item["url"])), "{path}");
}

/// A string, of a text that in the default language; nothing for null.
fn text(value: &Value) -> String {
    let text = value.as_str().or_else(|| value["de"].as_str());
    text.unwrap_or_default().to_owned()
}

fn is_day(value: &Value) -> bool {
    value.as_str().unwrap().parse::<Date>().is_ok() && value.as_str().unwrap().len() == 10
}

/// `20191104` or `20190924T130000Z`.
fn moment(value: &Value) -> String {
    if is_day(value) {
        return value.as_str().unwrap().replace('-', "");
    }
    let at: Timestamp = value.as_str().unwrap().parse().unwrap();
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The end of days is the day after the last; without an end a day is one day.
fn end(item: &Value) -> Option<String> {
    let last = if item["end"].is_null() { &item["start"] } else { &item["end"] };
    if is_day(last) {
        let last: Date = last.as_str().unwrap().parse().unwrap();
        return Some(last.tomorrow().unwrap().strftime("%Y%m%d").to_string());
    }
    (!item["end"].is_null()).then(|| moment(last))
}
