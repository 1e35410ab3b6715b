//! The fast way: `serde_yaml` reads a file in the form that its table of keys says. It stops at
//! the first mistake; then [`form`](super::form) finds all of them, with their places.

use std::collections::HashSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::key::{Form, Key};
use super::typed::{Map, Typed, below};
use crate::place::{KeyPath, Step};

/// Reads a text without mistakes; `None` when it has one.
pub(super) fn read(text: &str, form: Form) -> Option<Map> {
    let document = Value { form, path: &Vec::new() };
    match document.deserialize(serde_yaml::Deserializer::from_str(text)) {
        Ok(Some(Typed::Map(map))) => Some(map),
        _ => None,
    }
}

/// A value in a form; `None` when nothing is written.
#[derive(Clone, Copy)]
struct Value<'p> {
    form: Form,
    path: &'p KeyPath,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Option<Typed>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Option<Typed>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value of its form")
    }

    fn visit_none<E: Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        match self.form {
            Form::Keys(_) | Form::ById(_) | Form::TextsById | Form::OwnFields => {
                deserializer.deserialize_map(self)
            }
            Form::List(_) => deserializer.deserialize_seq(self),
            Form::Texts
            | Form::IdOrKeys(_)
            | Form::YesOrKeys(_)
            | Form::MenuEntry(_)
            | Form::OneOrMany(_)
            | Form::Groups => deserializer.deserialize_any(self),
            // A scalar as it was typed, whatever YAML would take it for.
            _ => deserializer.deserialize_str(self),
        }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        let text = Typed::Text(text.to_owned());
        Ok(Some(if matches!(self.form, Form::OneOrMany(_)) {
            Typed::List(vec![text])
        } else {
            text
        }))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let (Form::List(item) | Form::OneOrMany(item)) = self.form else {
            return Err(A::Error::custom("a list"));
        };
        let mut items = Vec::new();
        loop {
            let path = below(self.path, Step::Item(items.len()));
            match seq.next_element_seed(Value { form: *item, path: &path })? {
                Some(Some(value)) => items.push(value),
                Some(None) => return Err(A::Error::custom("an item without a value")),
                None => return Ok(Some(Typed::List(items))),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let keys: &'static [Key] = match self.form {
            Form::Keys(keys)
            | Form::IdOrKeys(keys)
            | Form::YesOrKeys(keys)
            | Form::MenuEntry(keys) => keys,
            Form::ById(_) | Form::TextsById | Form::OwnFields | Form::Texts | Form::Groups => &[],
            _ => return Err(A::Error::custom("keys")),
        };
        let (mut entries, mut seen) = (Vec::<(String, Typed)>::new(), HashSet::new());
        while let Some(name) = map.next_key::<String>()? {
            if !seen.insert(name.clone()) {
                return Err(A::Error::custom("a key that stands twice"));
            }
            let form = match self.form {
                Form::ById(keys) => Form::Keys(keys),
                Form::TextsById | Form::OwnFields => Form::Texts,
                Form::Texts => Form::Text,
                Form::Groups => Form::Groups,
                _ => match keys.iter().find(|key| key.name == name) {
                    Some(key) => key.form,
                    None => return Err(A::Error::custom("an unknown key")),
                },
            };
            let path = below(self.path, Step::Key(name.clone()));
            match (map.next_value_seed(Value { form, path: &path })?, form) {
                (Some(value), _) => entries.push((name, value)),
                (None, _) if !keys.is_empty() => {}
                (None, Form::Keys(keys)) => {
                    entries.push((name, Typed::Map(Map::new(&path, keys, Vec::new()))));
                }
                (None, Form::Text) => entries.push((name, Typed::Text(String::new()))),
                (None, _) => return Err(A::Error::custom("a key without a value")),
            }
        }
        Ok(Some(Typed::Map(Map::new(self.path, keys, entries))))
    }
}
