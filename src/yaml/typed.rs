//! What an editor typed, before anybody asks what it means. Every scalar is kept as its
//! text (`01067`, `no`, `2019-09-24`), so YAML's own guesses about types cannot change it;
//! [`super::reader`] turns it into a value and can point at it when it makes no sense.

use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A scalar as it was typed, to be read as a `T`.
pub struct Written<T> {
    /// The scalar.
    pub text: String,
    meaning: PhantomData<fn() -> T>,
}

impl<T> Written<T> {
    fn new(text: String) -> Self {
        Written { text, meaning: PhantomData }
    }
}

impl<T> fmt::Debug for Written<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text.fmt(f)
    }
}

impl<'de, T> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Scalar;
        impl Visitor<'_> for Scalar {
            type Value = String;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
                Ok(text.to_owned())
            }
        }
        deserializer.deserialize_str(Scalar).map(Written::new)
    }
}

/// One item, or a list of them.
#[derive(Debug)]
pub struct OneOrMany<T>(pub Vec<Written<T>>);

impl<T> Default for OneOrMany<T> {
    fn default() -> Self {
        OneOrMany(Vec::new())
    }
}

impl<'de, T> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Items<T>(PhantomData<T>);
        impl<'de, T> Visitor<'de> for Items<T> {
            type Value = Vec<Written<T>>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or list")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Vec::new())
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(vec![Written::new(text.to_owned())])
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = seq.next_element()? {
                    items.push(item);
                }
                Ok(items)
            }
        }
        deserializer.deserialize_any(Items(PhantomData)).map(OneOrMany)
    }
}

/// Keys with values, and never a list: `serde` would take the values of a list for the keys
/// in the order of the type.
#[derive(Debug, Default)]
pub struct Group<T>(pub T);

impl<T> std::ops::Deref for Group<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Group<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Keys<T> {
            type Value = T;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("map")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map))
            }
        }
        deserializer.deserialize_map(Keys(PhantomData)).map(Group)
    }
}

/// A text in the default language, or texts by language.
#[derive(Debug)]
pub enum Texts {
    /// A plain text.
    Plain(String),
    /// Texts by language tag, in the order of the file.
    ByLanguage(Vec<(String, String)>),
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrMap;
        impl<'de> Visitor<'de> for TextOrMap {
            type Value = Texts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or languages")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts::Plain(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Texts, A::Error> {
                let Entries(entries) = Entries::<Option<Written<String>>>::of(map)?;
                let text = |written: Option<Written<String>>| written.map(|w| w.text);
                let texts = entries.into_iter().map(|(key, t)| (key, text(t).unwrap_or_default()));
                Ok(Texts::ByLanguage(texts.collect()))
            }
        }
        deserializer.deserialize_any(TextOrMap)
    }
}

/// A key of another file, or the thing itself written out.
#[derive(Debug)]
pub enum KeyOr<T> {
    /// The key.
    Key(Written<crate::values::Id>),
    /// The thing.
    Inline(Box<T>),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for KeyOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyOrMap<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for KeyOrMap<T> {
            type Value = KeyOr<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("text or map")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<KeyOr<T>, E> {
                Ok(KeyOr::Key(Written::new(text.to_owned())))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<KeyOr<T>, A::Error> {
                let thing = T::deserialize(MapAccessDeserializer::new(map))?;
                Ok(KeyOr::Inline(Box::new(thing)))
            }
        }
        deserializer.deserialize_any(KeyOrMap(PhantomData))
    }
}

/// A map with free keys, in the order of the file. A key that stands twice is an error:
/// YAML readers keep the last one without a word.
#[derive(Debug)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Entries(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Entries<T> {
    fn of<A: MapAccess<'de>>(mut map: A) -> Result<Self, A::Error> {
        let mut entries: Vec<(String, T)> = Vec::new();
        let mut known = HashSet::new();
        while let Some((key, value)) = map.next_entry::<Written<String>, T>()? {
            if !known.insert(key.text.clone()) {
                return Err(A::Error::custom("duplicate key"));
            }
            entries.push((key.text, value));
        }
        Ok(Entries(entries))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Map<T> {
            type Value = Entries<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("map")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                Entries::of(map)
            }
        }
        deserializer.deserialize_map(Map(PhantomData))
    }
}
