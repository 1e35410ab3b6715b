//! The files that hold many small things by key: organisations, contacts and sectors
//! ([`super::venue`] has a file of its own for what a venue is).

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::language::{Language, Translated};
use crate::model::{Reference, WrittenLink};
use crate::place::SourcePath;
use crate::problem::MessageLanguage;
use crate::values::{Email, Id, MediaFile, Phone, Url};
use crate::yaml::key::{Form, Key, key};

/// The kinds of things that share a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistryKind {
    /// A contact.
    Contact,
    /// An organisation.
    Organisation,
    /// A sector.
    Sector,
    /// A venue.
    Venue,
}

impl RegistryKind {
    /// Every kind.
    pub const ALL: [RegistryKind; 4] = [
        RegistryKind::Contact,
        RegistryKind::Organisation,
        RegistryKind::Sector,
        RegistryKind::Venue,
    ];

    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            RegistryKind::Contact => "contact",
            RegistryKind::Organisation => "organisation",
            RegistryKind::Sector => "sector",
            RegistryKind::Venue => "venue",
        }
    }

    /// The word for people.
    pub fn name(self, language: MessageLanguage) -> &'static str {
        match self {
            RegistryKind::Contact => language.pick("Ansprechperson", "contact"),
            RegistryKind::Organisation => language.pick("Organisation", "organisation"),
            RegistryKind::Sector => language.pick("Branche", "sector"),
            RegistryKind::Venue => language.pick("Ort", "venue"),
        }
    }

    /// The file that holds them.
    pub fn file(self) -> &'static str {
        match self {
            RegistryKind::Contact => "content/contacts.yaml",
            RegistryKind::Organisation => "content/organisations.yaml",
            RegistryKind::Sector => "content/sectors.yaml",
            RegistryKind::Venue => "content/venues.yaml",
        }
    }
}

/// Things by key, and what is needed to tell a missing key from a broken file.
#[derive(Debug, Clone)]
pub struct Registry<T> {
    /// The file.
    pub file: SourcePath,
    /// The things.
    pub entries: BTreeMap<String, T>,
    /// Keys that are in the file but could not be read: a reference to one is no new error.
    pub broken: Vec<String>,
    /// Whether the file as a whole could be read.
    pub readable: bool,
    /// What the file names by id.
    pub references: Vec<Reference>,
    /// Addresses in it.
    pub links: Vec<WrittenLink>,
}

impl<T> Registry<T> {
    /// Whether a reference to a key may stay without complaint.
    pub fn knows(&self, key: &str) -> bool {
        !self.readable || self.entries.contains_key(key) || self.broken.iter().any(|b| b == key)
    }

    /// Whether every entry could be read.
    pub fn is_complete(&self) -> bool {
        self.readable && self.broken.is_empty()
    }

    /// The thing with a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.entries.get(key)
    }
}

/// The keys of an organisation.
#[rustfmt::skip]
pub const ORGANISATION_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Voller Name.").german("Titel").such_as(&["Wirtschaftsförderung Sachsen GmbH"]).required(),
    key("short", Texts, "Kurzer Name.").german("Kurzname").such_as(&["WFS"]),
    key("url", Url, "Website.").german("Link Adresse Webseite Website"),
    key("logo", Text, "Name der Bilddatei im Ordner content/media/."),
    key("updated", Time, "Wann sich hier etwas geändert hat. Alle Termine, die es zeigen, gelten dann als geändert, und Kalender übernehmen es.").german("geändert aktualisiert").such_as(&["2019-09-21T10:00"]),
] };

/// The keys of somebody to ask.
#[rustfmt::skip]
pub const CONTACT_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Person oder Stelle.").german("Titel").such_as(&["Erika Muster"]).required(),
    key("role", Texts, "Wofür sie zuständig ist.").german("Funktion").such_as(&["Anmeldung"]),
    key("email", Email, "E-Mail-Adresse.").german("E-Mail Mail").such_as(&["erika.muster@example.org"]),
    key("phone", Phone, "Telefonnummer mit Vorwahl.").german("Telefon Tel").such_as(&["+49 351 2138371"]),
    key("languages", OneOrMany(&Language), "Sprachen, die sie spricht.").german("Sprache Sprachen").such_as(&["[de, en]"]),
    key("until", Day, "Letzter Tag, an dem sie zuständig ist. Danach erscheint `fallback`.").german("bis"),
    key("fallback", Id, "Wer danach zuständig ist: ein anderer Schlüssel dieser Datei.").german("Vertretung"),
    key("updated", Time, "Wann sich hier etwas geändert hat. Alle Termine, die es zeigen, gelten dann als geändert, und Kalender übernehmen es.").german("geändert aktualisiert").such_as(&["2019-09-21T10:00"]),
] };

/// The keys of a branch of industry.
#[rustfmt::skip]
pub const SECTOR_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Name der Branche. Ihr Schlüssel steht in der Adresse der Seite.").german("Titel")
        .such_as(&["Automobilindustrie"]).required(),
] };

/// An organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Organisation {
    /// Its name.
    pub name: Translated<String>,
    /// Its short name.
    pub short: Option<Translated<String>>,
    /// Its site.
    pub url: Option<Url>,
    /// Its logo, below `content/media/`.
    pub logo: Option<MediaFile>,
    /// When what is shown of it last changed.
    pub updated: Option<Timestamp>,
}

/// Somebody to ask.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// A person or an office.
    pub name: Translated<String>,
    /// What they are responsible for.
    pub role: Option<Translated<String>>,
    /// E-mail address.
    pub email: Option<Email>,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// Languages they speak.
    pub languages: Vec<Language>,
    /// The last day on which they are to be shown.
    pub until: Option<Date>,
    /// The key of who is shown after that.
    pub fallback: Option<Id>,
    /// When what is shown of it last changed.
    pub updated: Option<Timestamp>,
}

/// A branch of industry.
#[derive(Debug, Clone, PartialEq)]
pub struct Sector {
    /// Its name.
    pub name: Translated<String>,
}
