//! jCal (RFC 7265): a calendar file in JSON, for programs that would rather not unfold lines.
//!
//! It is made from the finished file. jCal says property by property what the file says, so
//! that which properties there are is decided in the writer alone, and a new one comes along.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::text::{unescape_parameter, unescape_text};

/// The media type of jCal (RFC 7265 8.1).
pub const JCAL_TYPE: &str = "application/calendar+json";

/// The jCal form of a file that [`write`](super::write()) made, ended by LF.
pub fn jcal(file: &str) -> String {
    let mut open: Vec<Component> = Vec::new();
    let mut calendar = Value::Null;
    for line in file.replace("\r\n ", "").split_terminator("\r\n") {
        if let Some(name) = line.strip_prefix("BEGIN:") {
            let name = name.to_ascii_lowercase();
            open.push(Component { name, properties: Vec::new(), components: Vec::new() });
        } else if line.starts_with("END:") {
            let Some(closed) = open.pop() else { continue };
            match open.last_mut() {
                Some(outer) => outer.components.push(closed.into_json()),
                None => calendar = closed.into_json(),
            }
        } else if let Some(component) = open.last_mut() {
            component.properties.extend(property(line));
        }
    }
    format!("{calendar}\n")
}

/// RFC 7265 3.3.
struct Component {
    name: String,
    properties: Vec<Value>,
    components: Vec<Value>,
}

impl Component {
    fn into_json(self) -> Value {
        json!([self.name, self.properties, self.components])
    }
}

/// Name, parameters, type and values (RFC 7265 3.4).
fn property(line: &str) -> Option<Value> {
    let (name, rest) = line.split_at(line.find([';', ':'])?);
    let name = name.to_ascii_lowercase();
    let (mut parameters, value) = parameters(rest)?;
    let declared = parameters.remove("value").and_then(|kind| kind.as_str().map(str::to_lowercase));
    let kind = declared.unwrap_or_else(|| default_type(&name).to_owned());
    let mut property: Vec<Value> = vec![
        json!(name),
        // A BTreeMap first: the order must not depend on how serde_json was built.
        Value::Object(parameters.into_iter().collect::<Map<_, _>>()),
        json!(kind),
    ];
    property.extend(values(&name, &kind, value));
    Some(Value::Array(property))
}

/// The parameters (RFC 7265 3.5) and what follows them. Several values make a list.
fn parameters(mut rest: &str) -> Option<(BTreeMap<String, Value>, &str)> {
    let mut parameters = BTreeMap::new();
    while let Some(parameter) = rest.strip_prefix(';') {
        let (key, mut after) = parameter.split_once('=')?;
        let mut values = Vec::new();
        loop {
            let (value, behind) = match after.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"')?,
                None => after.split_at(after.find([',', ';', ':'])?),
            };
            values.push(json!(unescape_parameter(value)));
            match behind.strip_prefix(',') {
                Some(next) => after = next,
                None => {
                    rest = behind;
                    break;
                }
            }
        }
        parameters.insert(key.to_ascii_lowercase(), one_or_list(values));
    }
    Some((parameters, rest.strip_prefix(':')?))
}

fn one_or_list(mut values: Vec<Value>) -> Value {
    match values.pop() {
        Some(only) if values.is_empty() => only,
        last => Value::Array(values.into_iter().chain(last).collect()),
    }
}

/// The type of a property that has no VALUE (RFC 5545 3.8, RFC 7986). What no standard knows is
/// `unknown` (RFC 7265 5.1).
fn default_type(name: &str) -> &'static str {
    match name {
        "dtstamp" | "created" | "last-modified" => "date-time",
        "dtstart" | "dtend" | "recurrence-id" | "exdate" | "rdate" => "date-time",
        "url" | "attach" => "uri",
        "organizer" | "attendee" => "cal-address",
        "sequence" => "integer",
        "geo" => "float",
        "trigger" | "refresh-interval" => "duration",
        "tzoffsetfrom" | "tzoffsetto" => "utc-offset",
        "rrule" => "recur",
        name if name.starts_with("x-") => "unknown",
        _ => "text",
    }
}

fn values(name: &str, kind: &str, value: &str) -> Vec<Value> {
    match kind {
        "text" if name == "categories" => {
            items(value).into_iter().map(|item| json!(unescape_text(item))).collect()
        }
        "text" => vec![json!(unescape_text(value))],
        "date" | "date-time" => value.split(',').map(|time| json!(extended(time))).collect(),
        "utc-offset" => vec![json!(offset(value))],
        "integer" => vec![number(value)],
        // RFC 7265 3.4.1.2: a value with parts is a list.
        "float" => {
            let degrees = |part: &str| part.parse::<f64>().map_or(json!(part), |part| json!(part));
            vec![Value::Array(value.split(';').map(degrees).collect())]
        }
        "recur" => vec![recur(value)],
        _ => vec![json!(value)],
    }
}

/// The items of a list of texts; an escaped comma separates nothing.
fn items(value: &str) -> Vec<&str> {
    let mut escaped = false;
    value
        .split(|c| {
            let separates = c == ',' && !escaped;
            escaped = c == '\\' && !escaped;
            separates
        })
        .collect()
}

/// `20190924T150000` as `2019-09-24T15:00:00` (RFC 7265 3.6.4, 3.6.5).
fn extended(written: &str) -> String {
    let part = |range: std::ops::Range<usize>| written.get(range).unwrap_or_default();
    let date = format!("{}-{}-{}", part(0..4), part(4..6), part(6..8));
    match written.get(8..) {
        None | Some("") => date,
        Some(time) => {
            let utc = if time.ends_with('Z') { "Z" } else { "" };
            format!("{date}T{}:{}:{}{utc}", part(9..11), part(11..13), part(13..15))
        }
    }
}

/// `+013000` as `+01:30:00` (RFC 7265 3.6.13).
fn offset(value: &str) -> String {
    let part = |range: std::ops::Range<usize>| value.get(range).unwrap_or_default();
    let seconds = match part(5..7) {
        "" => String::new(),
        seconds => format!(":{seconds}"),
    };
    format!("{}:{}{seconds}", part(0..3), part(3..5))
}

fn number(value: &str) -> Value {
    value.parse::<i64>().map_or(json!(value), |number| json!(number))
}

/// A rule as an object (RFC 7265 3.6.10).
fn recur(value: &str) -> Value {
    let parts = value.split(';').filter_map(|part| part.split_once('='));
    let parts: BTreeMap<String, Value> = parts
        .map(|(key, value)| {
            let key = key.to_ascii_lowercase();
            let value = match key.as_str() {
                "until" => json!(extended(value)),
                "freq" | "wkst" => json!(value),
                _ => one_or_list(value.split(',').map(number).collect()),
            };
            (key, value)
        })
        .collect();
    Value::Object(parts.into_iter().collect())
}
