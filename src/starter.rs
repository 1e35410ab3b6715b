//! Files to begin with: one record of each kind, and a whole programme. Both are texts in
//! [`built_in`]; here their places are filled. Nothing in them looks like a fact: what nobody has
//! said yet is a [gap](crate::gap). A record may also begin as a copy of another.

mod copy;

use jiff::Span;
use jiff::civil::DateTime;

use crate::built_in::{self, File};
use crate::model::ContentKind;
use crate::strings::fill_places;
use crate::values::{Value, When};

pub use copy::Copied;

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
    /// Its beginning as it was typed; a gap when nothing is said: nobody invents a date.
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
    match kind {
        ContentKind::Event | ContentKind::Delegation => {
            starter.set("published", &minutes(record.now));
        }
        ContentKind::Release => starter.set("date", &record.now.date().to_string()),
        ContentKind::Page => {}
    }
    starter.set_facts(record);
    starter.0
}

/// A copy of another record with what was said of the new one. `None` when the other is not
/// written as one key a line.
pub fn copy(kind: ContentKind, other: &str, record: &NewRecord) -> Option<Copied> {
    let mut copied = copy::copied(kind, other, &record.title, record.now)?;
    let mut starter = Starter(copied.text);
    starter.set_facts(record);
    copied.text = starter.0;
    if record.start.is_some() {
        copied.open.retain(|key| key != "start" && key != "end");
    }
    Some(copied)
}

/// The usual end of an event that begins at a time; a day needs none.
pub fn two_hours_later(start: &str) -> Option<String> {
    match When::read(start) {
        Ok(When::Time(time, None)) => Some(minutes(time.saturating_add(Span::new().hours(2)))),
        _ => None,
    }
}

fn minutes(time: DateTime) -> String {
    time.strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A starter file, of which lines with keys are replaced. Every key is on a line of its own,
/// at its beginning or after `# `.
struct Starter(String);

impl Starter {
    /// Puts in what was said of the record.
    fn set_facts(&mut self, record: &NewRecord) {
        let end = record.start.as_deref().and_then(two_hours_later);
        let end = record.end.clone().or(end);
        for (key, value) in [("start", &record.start), ("end", &end)] {
            if let Some(value) = value {
                self.set(key, value);
            }
        }
        self.set_list("countries", &record.countries);
        self.set_list("delegations", &record.delegations);
        for (key, value) in [("venue", &record.venue), ("contact", &record.contact)] {
            if let Some(value) = value {
                self.set(key, &yaml_text(value));
            }
        }
    }

    /// Replaces the line of a key; one that has none gets one above the last key.
    fn set(&mut self, key: &str, value: &str) {
        let line = format!("{key}: {value}");
        let is_key = |line: &str| {
            let rest = line.trim_start_matches("# ").strip_prefix(key);
            rest.is_some_and(|rest| rest.starts_with(": "))
        };
        let mut lines: Vec<&str> = self.0.lines().collect();
        match lines.iter().position(|line| is_key(line)) {
            Some(at) => lines.splice(at..=at, [line.as_str()]).for_each(drop),
            None => {
                let last = lines.iter().position(|line| *line == "draft: true");
                lines.insert(last.unwrap_or(lines.len()), &line);
            }
        }
        self.0 = lines.iter().flat_map(|line| [*line, "\n"]).collect();
    }

    fn set_list(&mut self, key: &str, values: &[String]) {
        if !values.is_empty() {
            let values: Vec<String> = values.iter().map(|value| yaml_text(value)).collect();
            self.set(key, &format!("[{}]", values.join(", ")));
        }
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
}

/// The files of a new programme with their paths.
pub fn programme(facts: &Programme) -> Vec<(String, String)> {
    let values = [
        ("id", facts.id.clone()),
        ("title", yaml_text(&facts.title)),
        ("base_url", facts.base_url.clone()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let fill = |text: &str| {
        fill_places(text, |place, filled| {
            let value = values.iter().find(|(name, _)| *name == place);
            value.map(|(_, value)| filled.push_str(value)).is_some()
        })
    };
    let own = built_in::PROGRAMME.iter().map(|file| (file.0.to_owned(), fill(&text_of(file))));
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
