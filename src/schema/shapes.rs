//! The forms of keys as JSON Schemas. They follow [`values`](crate::values), but rather allow too
//! much: a schema must never underline what the program takes.

use serde_json::{Map, Value, json};

use super::OfSite;
use crate::country::Country;
use crate::icalendar::Color;
use crate::language::Language;
use crate::values::{BuiltInKind, Id};
use crate::yaml::key::{Form, Key};

const ID_PATTERN: &str = "^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$";

/// What an editor has still to fill.
const GAP: &str = "^\\?\\?.+\\?\\?$";

const DAY: &str = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

/// What several schemas refer to by name.
pub(super) fn definitions(site: &OfSite) -> Value {
    let tags: Vec<&str> = site.languages.iter().map(Language::tag).collect();
    let properties: Map<String, Value> =
        tags.iter().map(|tag| ((*tag).to_owned(), of(&Form::Text))).collect();
    let codes: Vec<&str> = Country::all().iter().map(|country| country.code).collect();
    let kinds = BuiltInKind::WORDS.iter().copied().chain(site.kinds.iter().map(String::as_str));
    let fields: Map<String, Value> =
        site.own_fields.iter().map(|key| (key.clone(), of(&Form::Texts))).collect();
    json!({
        "kind": { "enum": kinds.collect::<Vec<_>>() },
        "own_fields": { "type": "object", "properties": fields, "additionalProperties": false },
        "texts": {
            "anyOf": [
                of(&Form::Text),
                {
                    "type": "object",
                    "properties": properties,
                    "required": tags.first().into_iter().collect::<Vec<_>>(),
                    "additionalProperties": false,
                },
            ],
        },
        "country": { "anyOf": [{ "enum": codes }, matching(GAP)] },
    })
}

/// The schema of a form. YAML takes some texts for numbers.
pub(super) fn of(form: &Form) -> Value {
    match form {
        Form::Texts => json!({ "$ref": "#/definitions/texts" }),
        Form::Keys(keys) => object(keys),
        Form::IdOrKeys(keys) => json!({ "anyOf": [of(&Form::Id), object(keys)] }),
        Form::YesOrKeys(keys) => json!({ "anyOf": [of(&Form::YesOrNo), object(keys)] }),
        Form::MenuEntry(keys) => {
            json!({ "anyOf": [matching("^([a-z]+/)?[a-z0-9]+(-[a-z0-9]+)*$"), object(keys)] })
        }
        Form::ById(keys) => json!({
            "type": ["object", "null"],
            "patternProperties": { ID_PATTERN: object(keys) },
            "additionalProperties": false,
        }),
        Form::TextsById => json!({
            "type": "object",
            "patternProperties": { ID_PATTERN: of(&Form::Texts) },
            "additionalProperties": false,
        }),
        Form::OwnFields => json!({ "$ref": "#/definitions/own_fields" }),
        Form::EventKind => json!({ "$ref": "#/definitions/kind" }),
        Form::List(item) => json!({ "type": "array", "items": of(item) }),
        Form::OneOrMany(item) => {
            json!({ "anyOf": [of(item), { "type": "array", "items": of(item) }] })
        }
        Form::Groups => json!({ "type": "object" }),
        Form::Text => json!({ "type": ["string", "number"] }),
        Form::Id => {
            json!({ "type": "string", "pattern": ID_PATTERN, "maxLength": Id::MAX_LENGTH })
        }
        Form::Country => json!({ "$ref": "#/definitions/country" }),
        Form::Day => matching(&format!("^{DAY}$")),
        Form::Time => {
            matching(&format!("^{DAY}(T[0-9]{{2}}:[0-9]{{2}}([+-][0-9]{{2}}:[0-9]{{2}})?)?$"))
        }
        Form::Days => matching(&format!("^{DAY} */ *{DAY}$")),
        Form::PlannedDate => {
            let written = matching("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4])?$");
            json!({ "anyOf": [written, { "type": "integer", "minimum": 1000, "maximum": 9999 }] })
        }
        Form::Zone => matching("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"),
        Form::Language => matching("^[a-z]{2,3}(-[A-Z]{2})?$"),
        Form::Url => matching("^https?://[^ ]+$"),
        Form::Email => matching("^[^@ ]+@[^@ ]+\\.[^@ ]+$"),
        Form::Phone => {
            json!({ "type": ["string", "integer"], "pattern": "^[+(0][0-9 ()/.–-]+$" })
        }
        Form::SitePath => matching("^/"),
        Form::Gone => matching("^/|^(events|delegations|press)/[a-z0-9-]+$"),
        Form::YesOrNo => json!({ "type": "boolean" }),
        Form::Number(least) => json!({ "type": "integer", "minimum": least }),
        Form::Decimal | Form::Money => {
            json!({ "type": ["number", "string"], "pattern": "^-?[0-9]+(\\.[0-9]+)?$" })
        }
        Form::Degrees(limit) => {
            json!({ "type": "number", "minimum": -f64::from(*limit), "maximum": limit })
        }
        Form::ColorName => {
            let names: Vec<&str> = Color::names().collect();
            json!({ "anyOf": [{ "enum": names }, matching("^[A-Za-z]+$")] })
        }
        Form::Choice(words) => json!({ "enum": words }),
        Form::Pattern(pattern) => matching(pattern),
    }
}

/// A text that has a form, or is a gap: in a draft it may be one.
fn matching(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": format!("{pattern}|{GAP}") })
}

/// Keys with values, and no other keys.
fn object(keys: &[Key]) -> Value {
    let required: Vec<&str> =
        keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let properties: Map<String, Value> =
        keys.iter().map(|key| (key.name.to_owned(), property(key))).collect();
    let mut schema =
        json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

fn property(key: &Key) -> Value {
    let mut schema = of(&key.form);
    if schema.get("$ref").is_some() {
        // Draft 07 ignores everything beside a reference.
        schema = json!({ "allOf": [schema] });
    }
    schema["description"] = json!(key.meaning);
    // An example is YAML, as an editor types it.
    let examples = key.examples.iter();
    let examples: Vec<Value> = examples.flat_map(|text| serde_yaml::from_str(text)).collect();
    if !examples.is_empty() {
        schema["examples"] = json!(examples);
    }
    schema
}
