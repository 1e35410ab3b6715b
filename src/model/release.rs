//! A press release.

use jiff::civil::Date;

use super::shared::{self, Extras, Publication};
use super::translation;
use crate::country::Country;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::place::SourcePath;
use crate::values::{Id, Value, When};
use crate::yaml::key::{Form, Key, key};

/// The keys of its file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("title", Texts, "Überschrift.").german("Titel Überschrift Name").required().own(),
    translation::TRANSLATES,
    key("subtitle", Texts, "Zeile unter der Überschrift.").german("Untertitel").own(),
    key("date", Time, "Datum der Mitteilung, dasselbe wie im Dateinamen; auch mit Uhrzeit. Bis dahin ist nichts davon öffentlich.").german("Datum").such_as(&["2019-09-23"]).required(),
    key("place", Texts, "Ort, an dem die Mitteilung herausgegeben wird.").german("Ort").such_as(&["Dresden"]),
    key("lead", Texts, "Erster Absatz: wer, was, wann, wo. Ohne Formatierung.").german("Vorspann").own(),
    key("contact", Id, "Pressekontakt: ein Schlüssel aus contacts.yaml.").german("Kontakt Ansprechpartner Ansprechpartnerin Ansprechperson"),
    key("events", OneOrMany(&Id), "Veranstaltungen, um die es geht: die Dateinamen aus events/ ohne .yaml.").german("Veranstaltung Veranstaltungen"),
    key("delegations", OneOrMany(&Id), "Delegationen, um die es geht: die Dateinamen aus delegations/ ohne .yaml.").german("Delegation Delegationen"),
    key("countries", OneOrMany(&Country), "Länder, um die es geht.").german("Land Länder"),
    key("sectors", OneOrMany(&Id), "Branchen: Schlüssel aus sectors.yaml.").german("Branche Branchen"),
    shared::OWN_FIELDS,
    shared::IMAGE,
    key("images", List(&Keys(shared::IMAGE_KEYS)), "Weitere Bilder.").german("Bilder"),
    shared::ATTACHMENTS,
    shared::LINKS,
    shared::UPDATES,
    shared::EMBARGO,
    shared::DRAFT,
    shared::ALIASES,
] };

/// A press release.
#[derive(Debug, Clone)]
pub struct ReleaseRecord {
    /// The stem of its file: its id for ever.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its date, also in the name of its file.
    pub date: Date,
    /// The time, when the front matter gives one.
    pub date_written: When,
    /// Its headline.
    pub title: Translated<String>,
    /// The line below.
    pub subtitle: Option<Translated<String>>,
    /// Where it was written.
    pub place: Option<Translated<String>>,
    /// The first paragraph: who, what, when, where.
    pub lead: Option<Translated<String>>,
    /// Its text.
    pub body: Translated<Markdown>,
    /// Of its texts in the default language, see [`super::translation`].
    pub fingerprint: String,
    /// Whom journalists ask.
    pub contact: Option<Id>,
    /// Events it is about.
    pub events: Vec<Id>,
    /// Delegations it is about.
    pub delegations: Vec<Id>,
    /// Countries it is about.
    pub countries: Vec<&'static Country>,
    /// Sectors it is about.
    pub sectors: Vec<Id>,
    /// Pictures, files and links.
    pub extras: Extras,
    /// When it was published and whether it is hidden.
    pub publication: Publication,
}

/// The date and the rest of a release's id: `2019-09-23-mexiko` → 23 September, `mexiko`.
pub fn date_of_id(id: &str) -> Option<(Date, &str)> {
    let (date, rest) = id.split_at_checked(10)?;
    let slug = rest.strip_prefix('-').filter(|slug| !slug.is_empty())?;
    Some((Date::read(date).ok()?, slug))
}

/// A translation of a release: its own texts.
#[derive(Debug, Clone)]
pub struct ReleaseTranslation {
    /// Its file.
    pub file: SourcePath,
    /// Its headline.
    pub title: String,
    /// The line below.
    pub subtitle: Option<String>,
    /// The first paragraph.
    pub lead: Option<String>,
    /// Its text.
    pub body: Markdown,
    /// Of which texts it is the translation, see [`super::translation`].
    pub translates: Option<String>,
}
