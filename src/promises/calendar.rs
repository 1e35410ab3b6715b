//! What a calendar file says, read with the crate `ical`: a subscriber has no other view.

use std::collections::{BTreeMap, BTreeSet};

use ical::parser::ical::component::IcalEvent;
use ical::property::Property;

/// Which entry is meant: language of its file, UID, and of a single date of a series its
/// regular time.
pub(super) type EntryName = (String, String, Option<String>);

/// An entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// `SEQUENCE`.
    pub sequence: u64,
    /// `DTSTAMP`.
    pub stamp: String,
    /// `LAST-MODIFIED`.
    pub modified: String,
    /// `CREATED`.
    pub created: String,
    /// Everything that a subscriber sees, by name, each with its parameters.
    pub visible: BTreeMap<String, Vec<String>>,
}

/// Properties of an entry that nobody sees. RDATE is in files of an earlier version, whose dates
/// are entries of their own now.
const UNSEEN: [&str; 6] = ["UID", "DTSTAMP", "LAST-MODIFIED", "CREATED", "SEQUENCE", "RDATE"];

/// The keys that these can come from, the most telling first.
const KEYS: [&str; 4] = ["start", "end", "repeat", "status"];

/// Properties after whose change SEQUENCE must rise, and the keys they come from.
const SIGNIFICANT: [(&str, &str); 6] = [
    ("DTSTART", "start"),
    ("DTEND", "end"),
    ("RRULE", "repeat"),
    ("EXDATE", "repeat"),
    ("DATES", "repeat"),
    ("STATUS", "status"),
];

impl Entry {
    fn of(event: &IcalEvent) -> Self {
        let value = |name: &str| {
            let property = event.properties.iter().find(|property| property.name == name);
            property.and_then(|property| property.value.clone()).unwrap_or_default()
        };
        let mut visible: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for property in event.properties.iter().filter(|p| !UNSEEN.contains(&p.name.as_str())) {
            visible.entry(property.name.clone()).or_default().push(shown(property));
        }
        Entry {
            sequence: value("SEQUENCE").parse().unwrap_or(0),
            stamp: value("DTSTAMP"),
            modified: value("LAST-MODIFIED"),
            created: value("CREATED"),
            visible,
        }
    }

    /// Reads every link as if the site were elsewhere.
    pub fn rebase(&mut self, from: &str, to: &str) {
        self.visible.values_mut().flatten().for_each(|value| *value = value.replace(from, to));
    }

    /// The names of properties that a subscriber sees otherwise.
    pub fn differences<'e>(&'e self, other: &'e Entry) -> BTreeSet<&'e str> {
        let names = self.visible.keys().chain(other.visible.keys());
        let differs = |name: &&String| self.visible.get(*name) != other.visible.get(*name);
        names.filter(differs).map(String::as_str).collect()
    }
}

/// A key of a record, and which of them is told first.
pub(super) type Key = (usize, &'static str);

/// The keys of a record from which these properties come, if their change must raise SEQUENCE.
pub(super) fn significant(names: &BTreeSet<&str>) -> BTreeSet<Key> {
    let rank = |key| KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len());
    let found = SIGNIFICANT.iter().filter(|(name, _)| names.contains(name));
    found.map(|(_, key)| (rank(*key), *key)).collect()
}

/// A property as it is compared: its parameters and its value. Nobody sees LANGUAGE.
fn shown(property: &Property) -> String {
    let mut parameters: Vec<String> = property
        .params
        .iter()
        .flatten()
        .filter(|(name, _)| name != "LANGUAGE")
        .map(|(name, values)| format!(";{name}={}", values.join(",")))
        .collect();
    parameters.sort();
    format!("{}:{}", parameters.concat(), property.value.as_deref().unwrap_or_default())
}

/// The entries of a file in a language. A file that is no calendar has none.
pub(super) fn read(language: &str, bytes: &[u8]) -> BTreeMap<EntryName, Entry> {
    let calendars = ical::IcalParser::new(bytes).filter_map(Result::ok);
    let mut entries = BTreeMap::new();
    for event in calendars.flat_map(|calendar| calendar.events) {
        let value = |name: &str| {
            let property = event.properties.iter().find(|property| property.name == name);
            property.and_then(|property| property.value.clone())
        };
        let name = (language.to_owned(), value("UID").unwrap_or_default(), value("RECURRENCE-ID"));
        entries.insert(name, Entry::of(&event));
    }
    // That a single date of a series is otherwise from now on is a change of the series.
    let dates: Vec<EntryName> = entries.keys().filter(|name| name.2.is_some()).cloned().collect();
    for (language, uid, date) in dates {
        if let Some(series) = entries.get_mut(&(language, uid, None)) {
            series.visible.entry("DATES".to_owned()).or_default().extend(date);
        }
    }
    entries
}
