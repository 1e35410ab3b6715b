//! The files that hold many small things by key: organisations, contacts and sectors
//! ([`super::venue`] has a file of its own for what a venue is).

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::language::{Language, Translated};
use crate::model::Reference;
use crate::place::SourcePath;
use crate::values::{Email, Id, MediaFile, Phone, Url};
use crate::yaml::key::{Form, Key, key};

/// Things by key, and what is needed to tell a missing key from a broken file.
#[derive(Debug, Clone)]
pub struct Registry<T> {
    /// The file.
    pub file: SourcePath,
    /// The things.
    pub entries: BTreeMap<String, T>,
    /// Keys that stand in the file but could not be read: a reference to one is no new error.
    pub broken: Vec<String>,
    /// Whether the file as a whole could be read.
    pub readable: bool,
    /// What the file names by id.
    pub references: Vec<Reference>,
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
}

/// A branch of industry.
#[derive(Debug, Clone, PartialEq)]
pub struct Sector {
    /// Its name.
    pub name: Translated<String>,
}
