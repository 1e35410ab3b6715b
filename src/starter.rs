//! Files to begin with: one record of each kind, and a whole programme. Both are texts in
//! [`built_in`]; here their places are filled.

use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, ToSpan};

use crate::built_in::{self, File};
use crate::model::ContentKind;
use crate::strings::fill_places;
use crate::values::{Value, When};

/// How far ahead the dates in a new file are, in days: near enough to be shown, far enough to be
/// prepared.
const DAYS_AHEAD: i64 = 28;

/// The name of the starter file of a kind.
fn starter(kind: ContentKind) -> &'static str {
    match kind {
        ContentKind::Event => "veranstaltung.yaml",
        ContentKind::Delegation => "delegation.yaml",
        ContentKind::Release => "2030-01-15-pressemitteilung.md",
        ContentKind::Page => "seite.md",
    }
}

/// What a new record says.
#[derive(Debug, Clone, Default)]
pub struct NewRecord {
    /// Its title.
    pub title: String,
    /// When it is written, in the zone of the site.
    pub now: DateTime,
    /// Its beginning as it was typed; a sensible one when nothing is said.
    pub start: Option<String>,
    /// Its end as it was typed.
    pub end: Option<String>,
    /// Countries by their codes.
    pub countries: Vec<String>,
    /// Ids of delegations.
    pub delegations: Vec<String>,
    /// A key of venues.yaml.
    pub venue: Option<String>,
    /// A key of contacts.yaml.
    pub contact: Option<String>,
}

/// The text of a new record.
pub fn record(kind: ContentKind, record: &NewRecord) -> String {
    let file = built_in::STARTERS.iter().find(|(name, _)| *name == starter(kind));
    let mut starter = Starter(file.map(text_of).unwrap_or_default());
    starter.set("title", &yaml_text(&record.title));
    let (start, end) = times(kind, record);
    match kind {
        ContentKind::Event | ContentKind::Delegation => {
            starter.set("start", &start);
            match end {
                Some(end) => starter.set("end", &end),
                None => starter.leave_out("end"),
            }
            starter.set("published", &minutes(record.now));
        }
        ContentKind::Release => starter.set("date", &record.now.date().to_string()),
        ContentKind::Page => {}
    }
    starter.set_list("countries", &record.countries);
    starter.set_list("delegations", &record.delegations);
    for (key, value) in [("venue", &record.venue), ("contact", &record.contact)] {
        if let Some(value) = value {
            starter.set(key, &yaml_text(value));
        }
    }
    starter.0
}

/// The beginning and end of a new record: as typed, else some weeks ahead.
pub fn times(kind: ContentKind, record: &NewRecord) -> (String, Option<String>) {
    if let Some(start) = &record.start {
        return (start.clone(), record.end.clone().or_else(|| two_hours_later(start)));
    }
    let monday = monday_after(record.now.date());
    let (start, end) = match kind {
        ContentKind::Event => {
            let tuesday = monday.saturating_add(1.day());
            (format!("{tuesday}T15:00"), format!("{tuesday}T17:00"))
        }
        _ => (monday.to_string(), monday.saturating_add(4.days()).to_string()),
    };
    (start, Some(record.end.clone().unwrap_or(end)))
}

/// The usual end of an event; a day needs none.
fn two_hours_later(start: &str) -> Option<String> {
    match When::read(start) {
        Ok(When::Time(time, None)) => Some(minutes(time.saturating_add(Span::new().hours(2)))),
        _ => None,
    }
}

/// The first Monday that is some weeks away.
fn monday_after(day: Date) -> Date {
    let earliest = day.saturating_add(Span::new().days(DAYS_AHEAD));
    earliest.nth_weekday(1, Weekday::Monday).unwrap_or(earliest)
}

fn minutes(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A starter file, of which lines with keys are replaced. Every key is on a line of its own,
/// at its beginning or after `# `.
struct Starter(String);

impl Starter {
    fn set(&mut self, key: &str, value: &str) {
        self.replace(key, |_| format!("{key}: {value}"));
    }

    fn set_list(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| yaml_text(value)).collect();
            self.set(key, &format!("[{}]", values.join(", ")));
        }
    }

    fn leave_out(&mut self, key: &str) {
        self.replace(key, |line| format!("# {}", line.trim_start_matches("# ")));
    }

    fn replace(&mut self, key: &str, with: impl Fn(&str) -> String) {
        let is_key = |line: &str| {
            let rest = line.trim_start_matches("# ").strip_prefix(key);
            rest.is_some_and(|rest| rest.starts_with(": "))
        };
        let replaced = |line: &str| if is_key(line) { with(line) } else { line.to_owned() };
        self.0 = self.0.lines().flat_map(|line| [replaced(line), "\n".to_owned()]).collect();
    }
}

/// A text as it is written after a key: in quotes where YAML would take it for something else.
pub fn yaml_text(text: &str) -> String {
    let read = serde_yaml::from_str::<serde_yaml::Value>(&format!("[{text}]"));
    let same = serde_yaml::Value::from(vec![serde_yaml::Value::from(text)]);
    if read.is_ok_and(|read| read == same) && !text.starts_with(['-', '?']) {
        text.to_owned()
    } else {
        // Every JSON string is a YAML string.
        serde_json::Value::from(text).to_string()
    }
}

/// What a new programme is called and where it will be.
#[derive(Debug, Clone)]
pub struct Programme {
    /// The id of the site, for ever.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Where it will be served from.
    pub base_url: String,
    /// When it is begun, in its zone.
    pub now: DateTime,
}

/// The files of a new programme with their paths.
pub fn programme(facts: &Programme) -> Vec<(String, String)> {
    let today = facts.now.date();
    let first_day = monday_after(today);
    let day = |days: i64| first_day.saturating_add(Span::new().days(days)).to_string();
    let values = [
        ("id", facts.id.clone()),
        ("title", yaml_text(&facts.title)),
        ("base_url", facts.base_url.clone()),
        ("today", today.to_string()),
        ("now", minutes(facts.now)),
        ("deadline", day(-7)),
        ("first_day", day(0)),
        ("second_day", day(1)),
        ("last_day", day(4)),
    ];
    let fill = |text: &str| {
        fill_places(text, |place, filled| {
            let value = values.iter().find(|(name, _)| *name == place);
            value.map(|(_, value)| filled.push_str(value)).is_some()
        })
    };
    let own = built_in::PROGRAMME.iter().map(|file| (fill(file.0), fill(&text_of(file))));
    own.chain(copies()).collect()
}

/// The starter files as they are in a site for editors to copy.
pub fn copies() -> impl Iterator<Item = (String, String)> {
    let path = |name| format!("{FOLDER}/{name}");
    built_in::STARTERS.iter().map(move |file| (path(file.0), text_of(file)))
}

/// Where the starter files of a site are; names that begin with `_` are ignored by builds.
pub const FOLDER: &str = "content/_vorlagen";

fn text_of(file: &File) -> String {
    String::from_utf8_lossy(file.1).into_owned()
}
