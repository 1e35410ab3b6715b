//! An entry of contacts.yaml, organisations.yaml, sectors.yaml or venues.yaml, and who uses it.

use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::file::users;
use super::{Builds, Instant};
use crate::model::config::{Config, FILE};
use crate::model::registry::RegistryKind;
use crate::site::Programme;

/// An entry and who uses it.
#[derive(Debug, Serialize)]
pub struct EntryAnswer {
    /// `contact`, `organisation`, `sector`, `venue`.
    #[serde(serialize_with = "word")]
    pub kind: RegistryKind,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The file it is in.
    pub file: String,
    /// The last day on which a contact is shown.
    pub until: Option<String>,
    /// The key of the contact that is shown in its place now.
    pub stands_in: Option<String>,
    /// Files that name it.
    pub used_by: Vec<String>,
    /// The instant the answer is about.
    pub now: Instant,
}

fn word<S: Serializer>(kind: &RegistryKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.word())
}

/// The name of an entry; `None` if there is none with that key.
fn entry_name<'s>(kind: RegistryKind, site: &'s Programme, key: &str) -> Option<&'s str> {
    let name = match kind {
        RegistryKind::Contact => &site.contacts.get(key)?.name,
        RegistryKind::Organisation => &site.organisations.get(key)?.name,
        RegistryKind::Sector => &site.sectors.get(key)?.name,
        RegistryKind::Venue => &site.venues.get(key)?.name,
    };
    Some(&name.default)
}
/// All keys.
pub(super) fn keys(site: &Programme) -> impl Iterator<Item = &str> {
    let contacts = site.contacts.keys().chain(site.organisations.keys());
    contacts.chain(site.sectors.keys()).chain(site.venues.keys()).map(String::as_str)
}

/// The entries with a key.
pub(super) fn with_key(builds: &Builds<'_>, key: &str) -> Vec<EntryAnswer> {
    let site = builds.everything.site().programme;
    let entries =
        RegistryKind::ALL.into_iter().filter_map(|kind| Some((kind, entry_name(kind, site, key)?)));
    entries.map(|(kind, name)| answer(builds, kind, key, name)).collect()
}

fn answer(builds: &Builds<'_>, kind: RegistryKind, key: &str, name: &str) -> EntryAnswer {
    let site = builds.everything.site().programme;
    let contact = site.contacts.get(key).filter(|_| kind == RegistryKind::Contact);
    let shown = contact.and_then(|_| site.shown_contact(key));
    let mut used_by =
        users(builds, |origin| origin.file == kind.file() && origin.key.as_deref() == Some(key));
    if named_by_config(&site.config, kind, key) {
        used_by.insert(0, FILE.to_owned());
    }
    EntryAnswer {
        kind,
        key: key.to_owned(),
        name: name.to_owned(),
        file: kind.file().to_owned(),
        until: contact.and_then(|contact| contact.until).map(|until: Date| until.to_string()),
        stands_in: shown.filter(|shown| *shown != key).map(str::to_owned),
        used_by,
        now: Instant(site.now),
    }
}

fn named_by_config(config: &Config, kind: RegistryKind, key: &str) -> bool {
    let named = match kind {
        RegistryKind::Contact => [&config.press_contact, &config.calendar.organizer],
        RegistryKind::Organisation => [&config.organisation, &None],
        RegistryKind::Sector | RegistryKind::Venue => return false,
    };
    named.into_iter().flatten().any(|id| id.0 == key)
}
