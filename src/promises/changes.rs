//! What a publication would change for visitors, item by item: new, moved, cancelled, gone.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::Timestamp;
use serde_json::Value;

use super::items::{ItemKind, Items, Name, differences};
use super::record::Record;
use super::{After, Before, moved_to};

/// An item that visitors would see otherwise.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// How.
    pub shift: Shift,
    /// Its kind.
    pub kind: ItemKind,
    /// Its id.
    pub id: String,
    /// Its title, in the default language of the site.
    pub title: String,
    /// Where it is, or was.
    pub address: String,
}

/// How an item changes, what matters most first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shift {
    /// It has another state.
    Status {
        /// The day of the date of a series that alone has it, as the rule says.
        date: Option<String>,
        /// The state that is published.
        from: String,
        /// The state that it would have.
        to: String,
    },
    /// It begins or ends at another time; both as `2019-09-24T15:00` or `2019-09-24`, a range
    /// with a `/`; with its offset where that alone is another.
    Moved {
        /// The day of the date of a series that alone does, as the rule says.
        date: Option<String>,
        /// What is published.
        from: String,
        /// What would be.
        to: String,
    },
    /// It has no page any more, nor a file.
    Removed,
    /// It has no page any more, but a file: a draft, or under embargo.
    Hidden,
    /// It is not published yet.
    New,
    /// Something else of it differs: the names of its data.
    Edited(BTreeSet<String>),
}

/// Names of data that say where an item is, or follow from other names.
const DERIVED: [&str; 8] =
    ["url", "urls", "calendar", "start", "end", "first_day", "last_day", "status"];

/// Every item that visitors would see otherwise.
///
/// # Errors
/// When the disk fails.
pub fn changes(before: &Before, after: After<'_>) -> io::Result<Vec<Change>> {
    let items = Items::of(after.built)?;
    let base = moved_to(before, after);
    let rebased = |item: &Value| match &base {
        Some((from, to)) => with_base(item, from, to),
        None => item.clone(),
    };
    let names: BTreeSet<&Name> = before.items.names().chain(items.names()).collect();
    let mut changes = Vec::new();
    for name in names {
        let was = before.items.get(name).map(rebased);
        let is = items.get(name);
        let mut add = |shift, item: &Value| changes.push(change(name, item, shift, after));
        match (&was, is) {
            (None, Some(is)) => add(Shift::New, is),
            (Some(was), None) => {
                let is_there = Record::of(after.everything, name).is_some();
                add(if is_there { Shift::Hidden } else { Shift::Removed }, was);
            }
            (Some(was), Some(is)) => shifts(was, is).into_iter().for_each(|shift| add(shift, is)),
            (None, None) => {}
        }
    }
    changes.sort();
    Ok(changes)
}

fn change((kind, id): &Name, item: &Value, shift: Shift, after: After<'_>) -> Change {
    let text = |key: &str| item[key].as_str().unwrap_or_default().to_owned();
    let default = after.everything.config.languages.first().map(|language| language.tag());
    let title = default.and_then(|tag| item["title"][tag].as_str());
    Change {
        shift,
        kind: *kind,
        id: id.clone(),
        title: title.unwrap_or(id).to_owned(),
        address: text("url"),
    }
}

/// What differs between two states of an item.
fn shifts(was: &Value, is: &Value) -> Vec<Shift> {
    let mut shifts = Vec::new();
    let text = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
    if was["status"] != is["status"] {
        let (from, to) = (text(was, "status"), text(is, "status"));
        shifts.push(Shift::Status { date: None, from, to });
    }
    let whole = moved(was, is, None);
    let has_moved = whole.is_some();
    shifts.extend(whole);
    for (day, was_date, is_date) in same_dates(was, is) {
        let own = |date: &Value, item: &Value| date["status"] != item["status"];
        let (from, to) = (text(was_date, "status"), text(is_date, "status"));
        if from != to && own(was_date, was) != own(is_date, is) {
            shifts.push(Shift::Status { date: Some(day.to_owned()), from, to });
        }
        shifts.extend(moved(was_date, is_date, Some(day)).filter(|_| !has_moved));
    }
    let edited: BTreeSet<String> = differences(was, is)
        .into_iter()
        .filter(|key| !DERIVED.contains(key))
        // The occurrences repeat times and states.
        .filter(|key| *key != "occurrences" || shifts.is_empty())
        .filter(|key| *key != "previous_starts")
        .map(str::to_owned)
        .collect();
    if !edited.is_empty() {
        shifts.push(Shift::Edited(edited));
    }
    shifts
}

/// The dates of a series that its rule has before and after: the day, and what is said of it.
fn same_dates<'v>(was: &'v Value, is: &'v Value) -> Vec<(&'v str, &'v Value, &'v Value)> {
    let dates = |item: &'v Value| {
        let dates = item["repeat"]["dates"].as_array().into_iter().flatten();
        let day = |date: &'v Value| {
            let start = date["previous_start"].as_str().or_else(|| date["start"].as_str())?;
            start.get(..DAY)
        };
        dates.filter_map(move |date| Some((day(date)?, date)))
    };
    let after: BTreeMap<&str, &Value> = dates(is).collect();
    dates(was).filter_map(|(day, was)| Some((day, was, *after.get(day)?))).collect()
}

/// Whether an item, or one date of a series, begins or ends at another instant, whatever the zone in which that is written.
fn moved(was: &Value, is: &Value, date: Option<&str>) -> Option<Shift> {
    let (from, to) = (ends(was), ends(is));
    let has_moved = from.iter().zip(&to).any(|(from, to)| !is_same_time(*from, *to));
    let written = |ends: &[Option<&str>], write: fn(&str) -> String| {
        ends.iter().copied().flatten().map(write).collect::<Vec<_>>().join("/")
    };
    let (before, after) = (written(&from, local), written(&to, local));
    let (from, to) = match before == after {
        // On the same clock, but of another zone or before the change to winter time.
        true => (written(&from, exact), written(&to, exact)),
        false => (before, after),
    };
    has_moved.then(|| Shift::Moved { date: date.map(str::to_owned), from, to })
}

/// When an item begins and ends, as data have it.
fn ends(item: &Value) -> [Option<&str>; 2] {
    [["start", "first_day"], ["end", "last_day"]]
        .map(|keys| keys.into_iter().find_map(|key| item[key].as_str()))
}

fn is_same_time(a: Option<&str>, b: Option<&str>) -> bool {
    let instant = |text: Option<&str>| text?.parse::<Timestamp>().ok();
    match (instant(a), instant(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

/// As content files write it: `2019-09-24T15:00`.
fn local(time: &str) -> String {
    time.get(..MINUTES).unwrap_or(time).to_owned()
}

/// The same with its offset: `2019-10-27T02:30+01:00`.
fn exact(time: &str) -> String {
    format!("{}{}", local(time), time.get(SECONDS..).unwrap_or_default())
}

/// Where the day, the minutes and the seconds of a time end.
const DAY: usize = "2019-09-24".len();
const MINUTES: usize = "2019-09-24T15:00".len();
const SECONDS: usize = "2019-09-24T15:00:00".len();

/// The item as if the site were at another address.
fn with_base(item: &Value, from: &str, to: &str) -> Value {
    match item {
        Value::String(text) => Value::String(text.replace(from, to)),
        Value::Array(list) => list.iter().map(|item| with_base(item, from, to)).collect(),
        Value::Object(map) => {
            map.iter().map(|(key, item)| (key.clone(), with_base(item, from, to))).collect()
        }
        other => other.clone(),
    }
}
