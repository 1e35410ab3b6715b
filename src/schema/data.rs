//! JSON Schemas of `data/*.json`: what programs can rely on. `docs/data.md` explains the keys for
//! people. Every key is there unless it is told; further keys may come, so a schema forbids none.

use serde_json::{Map, Value, json};

use crate::country::Country;
use crate::values::{
    Assessment, BarrierReason, ChangeKind, Compliance, DelegationStatus, EventStatus, NormVersion,
    RegistrationState,
};

/// A data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataKind {
    /// `data/events.json`
    Events,
    /// `data/delegations.json`
    Delegations,
    /// `data/press.json`
    Press,
    /// `data/accessibility.json`
    Accessibility,
}

impl DataKind {
    /// All data files.
    pub const ALL: [DataKind; 4] =
        [DataKind::Events, DataKind::Delegations, DataKind::Press, DataKind::Accessibility];

    /// The word on the command line.
    pub fn word(self) -> &'static str {
        match self {
            DataKind::Events => "data-events",
            DataKind::Delegations => "data-delegations",
            DataKind::Press => "data-press",
            DataKind::Accessibility => "data-accessibility",
        }
    }
}

/// The schema of a data file.
pub fn schema(kind: DataKind) -> Value {
    let items = |item: Value| json!({ "type": "array", "items": item });
    let mut schema = match kind {
        DataKind::Events => items(event()),
        DataKind::Delegations => items(delegation()),
        DataKind::Press => items(release()),
        DataKind::Accessibility => statement(),
    };
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["definitions"] = definitions();
    schema
}

/// Keys with the schemas of their values.
type Keys = Vec<(&'static str, Value)>;

fn event() -> Value {
    let keys: Keys = vec![
        ("calendar", url()),
        ("start", moment()),
        ("end", nullable(moment())),
        ("timezone", nullable(text())),
        ("occurrences", list(defined("occurrence"))),
        ("day_is_open", yes_or_no()),
        ("hour_is_open", yes_or_no()),
        ("status", one_of(EventStatus::WORDS)),
        ("kind", nullable(text())),
        ("status_note", nullable(texts())),
        ("summary", nullable(texts())),
        ("description", nullable(texts())),
        ("venue", nullable(defined("venue"))),
        ("online", nullable(url())),
        ("online_label", nullable(texts())),
        ("languages", list(text())),
        ("interpretation", list(text())),
        ("audience", nullable(texts())),
        ("price", nullable(defined("price"))),
        ("countries", list(country())),
        ("sectors", list(text())),
        ("delegations", list(text())),
        ("press", list(text())),
        ("roles", defined("roles")),
        ("contact", nullable(defined("contact"))),
        ("registration", nullable(defined("registration"))),
        ("registration_stage", nullable(stage())),
    ];
    let mut event = item(keys);
    event["properties"]["repeat"] = defined("repeat");
    event["properties"]["kind_name"] = texts();
    event
}

fn delegation() -> Value {
    let keys: Keys = vec![
        ("calendar", url()),
        ("first_day", day()),
        ("last_day", day()),
        ("days_are_fixed", yes_or_no()),
        ("status", one_of(DelegationStatus::WORDS)),
        ("previous_starts", list(moment())),
        ("summary", nullable(texts())),
        ("description", nullable(texts())),
        ("seeks", nullable(texts())),
        ("countries", list(country())),
        ("sectors", list(text())),
        ("events", list(text())),
        ("press", list(text())),
        ("participants", list(defined("participant"))),
        ("figures", list(defined("figure"))),
        ("roles", defined("roles")),
        ("contact", nullable(defined("contact"))),
    ];
    item(keys)
}

fn release() -> Value {
    let keys: Keys = vec![
        ("subtitle", nullable(texts())),
        ("date", day()),
        ("place", nullable(texts())),
        ("lead", nullable(texts())),
        ("text", nullable(texts())),
        ("countries", list(country())),
        ("sectors", list(text())),
        ("events", list(text())),
        ("delegations", list(text())),
        ("contact", nullable(defined("contact"))),
    ];
    item(keys)
}

/// The accessibility statement; what is missing is `null`.
fn statement() -> Value {
    let barrier = object(vec![
        ("what", texts()),
        ("reason", one_of(BarrierReason::WORDS)),
        ("alternative", nullable(texts())),
        ("planned", nullable(day())),
    ]);
    let reach = || {
        vec![
            ("email", nullable(text())),
            ("phone", nullable(text())),
            ("url", nullable(url())),
            ("note", nullable(texts())),
        ]
    };
    let feedback = [vec![("contact", nullable(defined("contact")))], reach()].concat();
    let enforcement = [vec![("name", texts()), ("address", nullable(texts()))], reach()].concat();
    object(vec![
        ("model", url()),
        ("urls", texts()),
        ("body", nullable(texts())),
        ("law", nullable(texts())),
        ("scope", nullable(texts())),
        ("standard", text()),
        ("version", nullable(one_of(NormVersion::WORDS))),
        ("status", nullable(one_of(Compliance::WORDS))),
        ("barriers", list(barrier)),
        ("method", nullable(one_of(Assessment::WORDS))),
        ("method_note", nullable(texts())),
        ("report", nullable(url())),
        ("created", nullable(day())),
        ("reviewed", nullable(day())),
        ("feedback", nullable(object(feedback))),
        ("enforcement", nullable(object(enforcement))),
    ])
}

/// An item, with what every one has. Beside its keys there are a few that are only there when
/// they apply.
fn item(keys: Keys) -> Value {
    let mut item = object([head(), keys, closing()].concat());
    item["properties"]["extra"] = json!({ "type": "object", "additionalProperties": texts() });
    item
}

/// What every item begins with.
fn head() -> Keys {
    let uid = json!({ "type": "string", "format": "uuid" });
    vec![("id", text()), ("uid", uid), ("url", url()), ("urls", texts()), ("title", texts())]
}

/// What every item ends with.
fn closing() -> Keys {
    vec![
        ("images", list(defined("image"))),
        ("attachments", list(defined("link"))),
        ("links", list(defined("link"))),
        ("updates", list(defined("update"))),
        ("published", instant()),
        ("modified", instant()),
    ]
}

/// What stands in several places, or below another key.
fn definitions() -> Value {
    let tag = "^[a-z]{2,3}(-[A-Z]{2})?$";
    let number = || json!({ "type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$" });
    let degrees = || nullable(json!({ "type": "number" }));
    let codes: Vec<&str> = Country::all().iter().map(|country| country.code).collect();
    let mut texts = json!({ "type": "object", "additionalProperties": false });
    texts["patternProperties"] = json!({ tag: text() });
    json!({
        "texts": texts,
        "country": { "enum": codes },
        "occurrence": object(vec![
            ("start", moment()),
            ("end", nullable(moment())),
            ("status", one_of(EventStatus::WORDS)),
            ("previous_starts", list(moment())),
            ("venue", nullable(defined("venue"))),
            ("is_online", yes_or_no()),
            ("online", nullable(url())),
            ("note", nullable(self::texts())),
            ("is_shown", yes_or_no()),
        ]),
        "repeat": object(vec![("rule", text()), ("dates", list(defined("date")))]),
        "date": object(vec![
            ("start", moment()),
            ("end", nullable(moment())),
            ("status", one_of(EventStatus::WORDS)),
            ("previous_start", nullable(moment())),
            ("venue", nullable(self::texts())),
            ("note", nullable(self::texts())),
        ]),
        "venue": object(vec![
            ("name", self::texts()),
            ("room", nullable(self::texts())),
            ("street", nullable(self::texts())),
            ("postcode", nullable(text())),
            ("city", nullable(self::texts())),
            ("country", nullable(country())),
            ("latitude", degrees()),
            ("longitude", degrees()),
            ("directions", nullable(self::texts())),
            ("accessibility", nullable(defined("accessibility"))),
        ]),
        "accessibility": object(vec![
            ("step_free", nullable(yes_or_no())),
            ("lift", nullable(yes_or_no())),
            ("wc", nullable(yes_or_no())),
            ("note", nullable(self::texts())),
        ]),
        "price": object(vec![
            ("amount", nullable(number())),
            ("currency", nullable(text())),
            ("note", nullable(self::texts())),
        ]),
        "registration": object(vec![
            ("required", nullable(yes_or_no())),
            ("state", one_of(RegistrationState::WORDS)),
            ("opens", nullable(instant())),
            ("deadline", nullable(instant())),
            ("capacity", nullable(whole())),
            ("email", nullable(text())),
            ("phone", nullable(text())),
            ("url", nullable(url())),
            ("note", nullable(self::texts())),
        ]),
        "roles": object(
            ["organiser", "host", "commissioned_by", "funder", "partners"]
                .map(|role| (role, list(self::texts())))
                .to_vec(),
        ),
        "contact": object(vec![
            ("name", self::texts()),
            ("role", nullable(self::texts())),
            ("email", nullable(text())),
            ("phone", nullable(text())),
        ]),
        "participant": object(vec![
            ("organisation", text()),
            ("country", nullable(country())),
            ("sectors", list(text())),
            ("offers", nullable(self::texts())),
            ("seeks", nullable(self::texts())),
            ("url", nullable(url())),
        ]),
        "figure": object(vec![
            ("label", self::texts()),
            ("value", number()),
            ("unit", nullable(self::texts())),
            ("year", whole()),
            ("country", nullable(country())),
            ("source", self::texts()),
        ]),
        "image": object(vec![
            ("url", url()),
            ("alt", nullable(self::texts())),
            ("credit", text()),
            ("rights", nullable(text())),
        ]),
        "link": object(vec![("url", url()), ("title", nullable(self::texts()))]),
        "update": object(vec![
            ("at", instant()),
            ("kind", one_of(ChangeKind::WORDS)),
            ("note", nullable(self::texts())),
            ("previous_start", nullable(moment())),
        ]),
    })
}

/// An object that has all of these keys.
fn object(keys: Keys) -> Value {
    let required: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let properties: Map<String, Value> =
        keys.iter().map(|(key, schema)| ((*key).to_owned(), schema.clone())).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn defined(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn nullable(schema: Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn list(item: Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// A text by language.
fn texts() -> Value {
    defined("texts")
}

fn country() -> Value {
    defined("country")
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn url() -> Value {
    json!({ "type": "string", "format": "uri" })
}

fn yes_or_no() -> Value {
    json!({ "type": "boolean" })
}

fn whole() -> Value {
    json!({ "type": "integer" })
}

fn day() -> Value {
    json!({ "type": "string", "format": "date" })
}

fn instant() -> Value {
    json!({ "type": "string", "format": "date-time" })
}

/// A day, or an instant where the hour is known.
fn moment() -> Value {
    json!({ "anyOf": [day(), instant()] })
}

fn one_of(words: &[&str]) -> Value {
    json!({ "enum": words })
}

/// The states of registration, and that it has not begun.
fn stage() -> Value {
    let words: Vec<&str> = RegistrationState::WORDS.iter().copied().chain(["not-yet"]).collect();
    one_of(&words)
}
