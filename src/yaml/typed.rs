//! What an editor typed, before anybody asks what it means. Every scalar is kept as its text
//! (`01067`, `no`, `2019-09-24`), so YAML's own guesses about types cannot change it.

use super::key::Key;
use crate::place::{KeyPath, Step};

/// A value of the form that its key has in its table.
#[derive(Debug, Clone)]
pub enum Typed {
    /// A scalar.
    Text(String),
    /// A list; of one thing when something else may stand for a list.
    List(Vec<Typed>),
    /// Keys with values.
    Map(Map),
}

/// Keys with values. A key without a value is not there, nor is one whose value has the wrong
/// form: that is reported already.
#[derive(Debug, Clone, Default)]
pub struct Map {
    path: KeyPath,
    keys: &'static [Key],
    entries: Vec<(String, Typed)>,
}

impl Map {
    pub(super) fn new(path: &KeyPath, keys: &'static [Key], entries: Vec<(String, Typed)>) -> Self {
        Map { path: path.clone(), keys, entries }
    }

    /// Where it stands.
    pub fn here(&self) -> KeyPath {
        self.path.clone()
    }

    /// Where the value of a key stands.
    pub fn at(&self, key: &str) -> KeyPath {
        below(&self.path, Step::Key(key.to_owned()))
    }

    /// Where an item of the list under a key stands.
    pub fn item(&self, key: &str, index: usize) -> KeyPath {
        below(&self.at(key), Step::Item(index))
    }

    /// Its keys and values in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Typed)> {
        self.entries.iter().map(|(key, value)| (key.as_str(), value))
    }

    /// The value of a key of the table.
    pub fn get(&self, key: &str) -> Option<&Typed> {
        debug_assert!(self.keys.is_empty() || self.keys.iter().any(|row| row.name == key), "{key}");
        self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// The scalar under a key, as it was typed.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }

    /// The keys under a key.
    pub fn map(&self, key: &str) -> Option<&Map> {
        self.get(key)?.map()
    }

    /// The list under a key; nothing when it is missing.
    pub fn list(&self, key: &str) -> &[Typed] {
        match self.get(key) {
            Some(Typed::List(items)) => items,
            _ => &[],
        }
    }

    /// The groups of keys in the list under a key.
    pub fn maps(&self, key: &str) -> impl Iterator<Item = &Map> {
        self.list(key).iter().filter_map(Typed::map)
    }
}

impl Typed {
    /// The scalar.
    pub fn text(&self) -> Option<&str> {
        match self {
            Typed::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The keys with values.
    pub fn map(&self) -> Option<&Map> {
        match self {
            Typed::Map(map) => Some(map),
            _ => None,
        }
    }
}

/// A path with one step more.
pub(super) fn below(path: &KeyPath, step: Step) -> KeyPath {
    path.iter().cloned().chain([step]).collect()
}
