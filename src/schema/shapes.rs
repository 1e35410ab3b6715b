//! What schemas are made of: the values that keys can have. The shapes follow
//! [`content::values`](crate::values) and [`content::written`](crate::yaml::typed),
//! but rather allow too much: a schema must never underline what the program takes.

use serde_json::{Map, Value, json};

use crate::country::Country;
use crate::language::Language;
use crate::values::Id;

/// A key, what it can hold and what it means.
pub(super) struct Key {
    name: &'static str,
    shape: Value,
    description: &'static str,
    examples: Vec<Value>,
    required: bool,
}

/// A key that may be left out.
pub(super) fn key(name: &'static str, shape: Value, description: &'static str) -> Key {
    Key { name, shape, description, examples: Vec::new(), required: false }
}

impl Key {
    pub(super) fn example(mut self, example: impl Into<Value>) -> Key {
        self.examples.push(example.into());
        self
    }

    pub(super) fn required(mut self) -> Key {
        self.required = true;
        self
    }

    fn into_schema(self) -> Value {
        let Key { mut shape, description, examples, .. } = self;
        if shape.get("$ref").is_some() {
            // Draft 07 ignores everything beside a reference.
            shape = json!({ "allOf": [shape] });
        }
        shape["description"] = json!(description);
        if !examples.is_empty() {
            shape["examples"] = json!(examples);
        }
        shape
    }
}

/// Keys with values, and no other keys.
pub(super) fn object(keys: Vec<Key>) -> Value {
    let required: Vec<&str> = keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let properties: Map<String, Value> =
        keys.into_iter().map(|key| (key.name.to_owned(), key.into_schema())).collect();
    let mut schema =
        json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

/// Things by ids that an editor chooses.
pub(super) fn by_id(thing: &Value) -> Value {
    json!({
        "type": ["object", "null"],
        "patternProperties": { ID_PATTERN: thing },
        "additionalProperties": false,
    })
}

const ID_PATTERN: &str = "^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$";

const DAY: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// What several schemas refer to by name.
pub(super) fn definitions(languages: &[Language]) -> Value {
    let tags: Vec<&str> = languages.iter().map(Language::tag).collect();
    let properties: Map<String, Value> =
        tags.iter().map(|tag| ((*tag).to_owned(), text())).collect();
    let codes: Vec<&str> = Country::all().iter().map(|country| country.code).collect();
    json!({
        "texts": {
            "anyOf": [
                text(),
                {
                    "type": "object",
                    "properties": properties,
                    "required": tags.first().into_iter().collect::<Vec<_>>(),
                    "additionalProperties": false,
                },
            ],
        },
        "country": { "enum": codes },
    })
}

/// A text in the default language, or texts by language.
pub(super) fn texts() -> Value {
    json!({ "$ref": "#/definitions/texts" })
}

/// A country by its code.
pub(super) fn country() -> Value {
    json!({ "$ref": "#/definitions/country" })
}

/// A text; YAML takes some for numbers.
pub(super) fn text() -> Value {
    json!({ "type": ["string", "number"] })
}

/// One item or a list of them.
pub(super) fn one_or_many(item: &Value) -> Value {
    json!({ "anyOf": [item, { "type": "array", "items": item }] })
}

/// A list.
pub(super) fn list(item: &Value) -> Value {
    json!({ "type": "array", "items": item })
}

/// `true` or `false`.
pub(super) fn yes_or_no() -> Value {
    json!({ "type": "boolean" })
}

/// A number without a fraction, from `least` on.
pub(super) fn whole_number(least: i32) -> Value {
    json!({ "type": "integer", "minimum": least })
}

/// A number with a decimal point, perhaps in quotes.
pub(super) fn decimal() -> Value {
    json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$" })
}

/// Degrees from minus to plus a limit.
pub(super) fn degrees(limit: u32) -> Value {
    json!({ "type": "number", "minimum": -f64::from(limit), "maximum": limit })
}

/// One of some words.
pub(super) fn choice(words: &[&str]) -> Value {
    json!({ "enum": words })
}

/// An id: a file's stem or a key of another file.
pub(super) fn id() -> Value {
    json!({ "type": "string", "pattern": ID_PATTERN, "maxLength": Id::MAX_LENGTH })
}

/// A day, or a local time.
pub(super) fn time() -> Value {
    matching(&format!("^{DAY}(T[0-9]{{2}}:[0-9]{{2}}([+-][0-9]{{2}}:[0-9]{{2}})?)?$"))
}

/// A day.
pub(super) fn day() -> Value {
    matching(&format!("^{DAY}$"))
}

/// Two days with a slash.
pub(super) fn days() -> Value {
    matching(&format!("^{DAY} */ *{DAY}$"))
}

/// A day, month, quarter or year; YAML takes a year for a number.
pub(super) fn planned_date() -> Value {
    let written = matching("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4])?$");
    json!({ "anyOf": [written, { "type": "integer", "minimum": 1000, "maximum": 9999 }] })
}

/// A time zone by its IANA name.
pub(super) fn zone() -> Value {
    matching("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$")
}

/// A language by its tag.
pub(super) fn language() -> Value {
    matching("^[a-z]{2,3}(-[A-Z]{2})?$")
}

/// A web address.
pub(super) fn url() -> Value {
    matching("^https?://[^ ]+$")
}

/// An e-mail address.
pub(super) fn email() -> Value {
    matching("^[^@ ]+@[^@ ]+\\.[^@ ]+$")
}

/// A telephone number; without spaces YAML takes it for a number.
pub(super) fn phone() -> Value {
    json!({ "type": ["string", "integer"], "pattern": "^[+(0][0-9 ()/.–-]+$" })
}

/// A path on the site.
pub(super) fn site_path() -> Value {
    matching("^/")
}

/// A text that has a form.
pub(super) fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}
