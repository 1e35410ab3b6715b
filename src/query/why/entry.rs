//! An entry of contacts.yaml, organisations.yaml, sectors.yaml or venues.yaml, and who uses it.

use jiff::civil::Date;
use serde::Serialize;

use super::file::users;
use super::{Builds, Instant};
use crate::model::config::{Config, FILE};
use crate::problem::MessageLanguage;
use crate::site::Programme;

/// An entry and who uses it.
#[derive(Debug, Serialize)]
pub struct EntryAnswer {
    /// `contact`, `organisation`, `sector`, `venue`.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// The file it stands in.
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

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Contact,
    Organisation,
    Sector,
    Venue,
}

const KINDS: [Kind; 4] = [Kind::Contact, Kind::Organisation, Kind::Sector, Kind::Venue];

impl Kind {
    /// For people.
    pub fn name(self, language: MessageLanguage) -> &'static str {
        match self {
            Kind::Contact => language.pick("Ansprechperson", "contact"),
            Kind::Organisation => language.pick("Organisation", "organisation"),
            Kind::Sector => language.pick("Branche", "sector"),
            Kind::Venue => language.pick("Ort", "venue"),
        }
    }

    fn file(self) -> &'static str {
        match self {
            Kind::Contact => "content/contacts.yaml",
            Kind::Organisation => "content/organisations.yaml",
            Kind::Sector => "content/sectors.yaml",
            Kind::Venue => "content/venues.yaml",
        }
    }

    /// The name of an entry, if there is one with that key.
    fn entry<'s>(self, site: &'s Programme, key: &str) -> Option<&'s str> {
        let name = match self {
            Kind::Contact => &site.contacts.get(key)?.name,
            Kind::Organisation => &site.organisations.get(key)?.name,
            Kind::Sector => &site.sectors.get(key)?.name,
            Kind::Venue => &site.venues.get(key)?.name,
        };
        Some(&name.default)
    }
}

/// All keys.
pub(super) fn keys(site: &Programme) -> impl Iterator<Item = &str> {
    let contacts = site.contacts.keys().chain(site.organisations.keys());
    contacts.chain(site.sectors.keys()).chain(site.venues.keys()).map(String::as_str)
}

/// The entries with a key.
pub(super) fn with_key(builds: &Builds<'_>, key: &str) -> Vec<EntryAnswer> {
    let site = builds.everything.site().programme;
    let entries = KINDS.into_iter().filter_map(|kind| Some((kind, kind.entry(site, key)?)));
    entries.map(|(kind, name)| answer(builds, kind, key, name)).collect()
}

fn answer(builds: &Builds<'_>, kind: Kind, key: &str, name: &str) -> EntryAnswer {
    let site = builds.everything.site().programme;
    let contact = site.contacts.get(key).filter(|_| kind == Kind::Contact);
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

fn named_by_config(config: &Config, kind: Kind, key: &str) -> bool {
    let named = match kind {
        Kind::Contact => [&config.press_contact, &config.calendar.organizer],
        Kind::Organisation => [&config.organisation, &None],
        Kind::Sector | Kind::Venue => return false,
    };
    named.into_iter().flatten().any(|id| id.0 == key)
}
