//! What `data/*.json` say of events, visits and releases: the same facts before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use serde_json::Value;

use crate::model::ContentKind;
use crate::pipeline::Built;
use crate::problem::MessageLanguage;
use crate::values::{Id, Value as _};

/// A kind of item that has data of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// An event.
    Event,
    /// The visit of a delegation.
    Delegation,
    /// A press release.
    Release,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [ItemKind; 3] = [ItemKind::Event, ItemKind::Delegation, ItemKind::Release];

    /// The folder of its files, and the name of its data.
    pub fn folder(self) -> &'static str {
        match self {
            ItemKind::Event => "events",
            ItemKind::Delegation => "delegations",
            ItemKind::Release => "press",
        }
    }

    /// The word for people.
    pub fn name(self, language: MessageLanguage) -> &'static str {
        match self {
            ItemKind::Event => ContentKind::Event.name(language),
            ItemKind::Delegation => ContentKind::Delegation.name(language),
            ItemKind::Release => ContentKind::Release.name(language),
        }
    }
}

/// An item by its kind and id.
pub(super) type Name = (ItemKind, String);

/// The items of a site as its data has them.
#[derive(Debug, Default)]
pub(super) struct Items(BTreeMap<Name, Value>);

impl Items {
    /// Reads the data files; what is not there or cannot be understood has no items.
    pub fn read<E>(mut file: impl FnMut(&str) -> Result<Option<Vec<u8>>, E>) -> Result<Self, E> {
        let mut items = BTreeMap::new();
        for kind in ItemKind::ALL {
            let bytes = file(&format!("data/{}.json", kind.folder()))?.unwrap_or_default();
            let list: Vec<Value> = serde_json::from_slice(&bytes).unwrap_or_default();
            for item in list {
                let id = item["id"].as_str().filter(|id| Id::read(id).is_ok());
                if let Some(id) = id.map(str::to_owned) {
                    items.insert((kind, id), item);
                }
            }
        }
        Ok(Items(items))
    }

    /// The items of a site as it is built.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn of(built: &Built) -> io::Result<Self> {
        Items::read(|path| match built.files.get(path) {
            Some(body) => body.read().map(|bytes| Some(bytes.into_owned())),
            None => Ok(None),
        })
    }

    /// What is said of an item.
    pub fn get(&self, name: &Name) -> Option<&Value> {
        self.0.get(name)
    }

    /// What is said of an item under a key.
    pub fn value(&self, name: &Name, key: &str) -> Option<&Value> {
        self.get(name)?.get(key).filter(|value| !value.is_null())
    }

    /// An address, a time or another word that is the same in every language.
    pub fn text(&self, name: &Name, key: &str) -> Option<&str> {
        self.value(name, key)?.as_str()
    }

    /// The name of every item.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.0.keys()
    }

    /// The item that shows a file of `media/`, by the end of its address.
    pub fn that_shows(&self, address: &str) -> Option<&Name> {
        let shows = |item: &Value| {
            let lists = ["attachments", "images"].into_iter().filter_map(|key| item.get(key));
            let mut files = lists.filter_map(Value::as_array).flatten();
            files.any(|file| file["url"].as_str().is_some_and(|url| url.ends_with(address)))
        };
        self.0.iter().find(|(_, item)| shows(item)).map(|(name, _)| name)
    }
}

/// The keys whose values differ between two items.
pub(super) fn differences<'v>(before: &'v Value, after: &'v Value) -> BTreeSet<&'v str> {
    let keys =
        |item: &'v Value| item.as_object().into_iter().flatten().map(|(key, _)| key.as_str());
    keys(before).chain(keys(after)).filter(|key| before.get(key) != after.get(key)).collect()
}
