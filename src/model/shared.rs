//! Parts that several kinds of content have: roles, images, files, links, updates and the
//! dates of publication.

use jiff::Timestamp;
use jiff::civil::Date;

use super::consent::{self, Consent};
use crate::language::Translated;
use crate::values::{ChangeKind, Id, MediaFile, SitePath, Url, When};
use crate::yaml::key::{Form, Key, key};

/// One or two sentences.
pub const SUMMARY: Key = key(
    "summary",
    Form::Texts,
    "Ein oder zwei Sätze für Listen und Suchmaschinen, ohne Formatierung.",
)
.german("Kurztext Kurzbeschreibung Zusammenfassung")
.such_as(&["Sächsische Unternehmen treffen die Delegation aus Mexiko."]);
/// What it is about.
pub const DESCRIPTION: Key = key("description", Form::Texts, "Ausführlicher Text in Markdown. Hinter den Schlüssel kommt `|`, der Text steht eingerückt darunter.")
    .german("Beschreibung Text");
/// Branches of industry.
pub const SECTORS: Key =
    key("sectors", Form::OneOrMany(&Form::Id), "Branchen: Schlüssel aus sectors.yaml.")
        .german("Branche Branchen")
        .such_as(&["[automotive]"]);
/// Who does what.
pub const ROLES: Key =
    key("roles", Form::Keys(ROLE_KEYS), "Wer beteiligt ist: Schlüssel aus organisations.yaml.")
        .german("Rollen");
/// Whom to ask.
pub const CONTACT: Key =
    key("contact", Form::Id, "Ansprechperson: ein Schlüssel aus contacts.yaml.")
        .german("Kontakt Ansprechpartner Ansprechpartnerin Ansprechperson")
        .such_as(&["anmeldung"]);
/// The main picture.
pub const IMAGE: Key =
    key("image", Form::Keys(IMAGE_KEYS), "Bild oben auf der Seite.").german("Bild Foto");
/// Files to download.
pub const ATTACHMENTS: Key =
    key("attachments", Form::List(&Form::Keys(ATTACHMENT_KEYS)), "Dateien zum Herunterladen.")
        .german("Anhang Anhänge Dateien Unterlagen");
/// Links to other sites.
pub const LINKS: Key =
    key("links", Form::List(&Form::Keys(LINK_KEYS)), "Links zu anderen Websites.");
/// What it says in fields of the site's own.
pub const OWN_FIELDS: Key = key(
    "extra",
    Form::OwnFields,
    "Eigene Angaben, die als Zeilen auf der Seite stehen: die Schlüssel unter `extra` in site.yaml.",
)
.german("Eigenes Zusatz Zusatzangaben");
/// When it was published.
pub const PUBLISHED: Key = key(
    "published",
    Form::Time,
    "Wann dies veröffentlicht wurde; bis dahin ist nichts davon öffentlich. Bleibt danach unverändert; Änderungen stehen in `updates`.",
)
.german("Veröffentlicht")
.such_as(&["2019-09-20T09:00"])
.required();
/// What changed after that.
pub const UPDATES: Key = key(
    "updates",
    Form::List(&Form::Keys(UPDATE_KEYS)),
    "Was sich nach der Veröffentlichung geändert hat. Steht auf der Seite und im Kalendereintrag.",
)
.german("Änderungen");
/// Until when it is hidden.
pub const EMBARGO: Key = key(
    "embargo",
    Form::Time,
    "Sperrfrist: Bis dahin ist nichts davon öffentlich. Ein Tag meint seinen Beginn.",
)
.german("Sperrfrist")
.such_as(&["2019-09-23T10:00"]);
/// Whether it is not finished.
pub const DRAFT: Key = key(
    "draft",
    Form::YesOrNo,
    "`true`: Entwurf, nur in der Vorschau zu sehen. Zum Veröffentlichen die Zeile löschen.",
)
.german("Entwurf");
/// Old paths that lead to it.
pub const ALIASES: Key = key(
    "aliases",
    Form::List(&Form::SitePath),
    "Frühere Adressen auf dieser Website, die hierher weiterleiten.",
)
.german("Weiterleitung Weiterleitungen")
.such_as(&["[/alter/pfad/]"]);

#[rustfmt::skip]
const ROLE_KEYS: &[Key] = { use Form::*; &[
    key("organiser", OneOrMany(&Id), "Organisiert durch.").german("Veranstalter").such_as(&["amz"]),
    key("host", OneOrMany(&Id), "Gastgeber.").german("Gastgeber"),
    key("commissioned_by", OneOrMany(&Id), "Im Auftrag von.").german("Auftraggeber"),
    key("funder", OneOrMany(&Id), "Finanziert durch.").german("Förderer"),
    key("partners", OneOrMany(&Id), "Weitere Partner.").german("Partner").such_as(&["[ahk]"]),
] };

/// The keys of a picture.
#[rustfmt::skip]
pub const IMAGE_KEYS: &[Key] = { use Form::*; &[
    key("file", Text, "Name der Datei im Ordner content/media/.").german("Datei").such_as(&["gruppe.jpg"]).required(),
    key("alt", Texts, "Was zu sehen ist, für alle, die das Bild nicht sehen.")
        .german("Alternativtext Bildbeschreibung").such_as(&["Zwölf Menschen stehen vor einem Institutsgebäude."]).required(),
    key("credit", Text, "Wer das Bild gemacht hat; steht unter dem Bild.").german("Fotograf Urheber").such_as(&["Erika Muster"]).required(),
    key("rights", Text, "Unter welchen Bedingungen das Bild verwendet werden darf.")
        .german("Rechte").such_as(&["frei für redaktionelle Zwecke"]),
    consent::OF_IMAGE,
] };

#[rustfmt::skip]
const ATTACHMENT_KEYS: &[Key] = { use Form::*; &[
    key("file", Text, "Name der Datei im Ordner content/media/.").german("Datei").such_as(&["programm.pdf"]).required(),
    key("title", Texts, "Was die Datei enthält.").german("Titel Überschrift Name").such_as(&["Programm des Tages"]).required(),
] };

/// The keys of a link.
#[rustfmt::skip]
pub const LINK_KEYS: &[Key] = { use Form::*; &[
    key("url", Url, "Webadresse, mit https:// am Anfang.").german("Link Adresse Webseite Website")
        .such_as(&["https://www.example.org/"]).required(),
    key("label", Texts, "Text des Links; ohne ihn steht dort die Adresse.").german("Bezeichnung"),
] };

#[rustfmt::skip]
const UPDATE_KEYS: &[Key] = { use Form::*; &[
    key("at", Time, "Wann es geändert wurde.").such_as(&["2019-09-21T10:00"]).required(),
    key("kind", Choice(ChangeKind::WORDS), "correction: etwas war falsch · change: etwas ist jetzt anders · withdrawal: gilt nicht mehr.")
        .german("Art Typ").required(),
    key("note", Texts, "Was anders ist, in einem Satz.").german("Hinweis Bemerkung").such_as(&["'Neuer Raum: Hörsaal 2.'"]),
    key("previous_start", Time, "Der frühere Beginn, wenn der Termin verschoben wurde.").german("vorher"),
] };

/// Who does what, by keys of organisations.yaml.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Roles {
    /// Role and organisations, in the order of the contract.
    pub organiser: Vec<Id>,
    /// Where it takes place.
    pub host: Vec<Id>,
    /// On whose behalf.
    pub commissioned_by: Vec<Id>,
    /// With whose money.
    pub funder: Vec<Id>,
    /// Others who help.
    pub partners: Vec<Id>,
}

impl Roles {
    /// Every role by its key, with its organisations, in the order of the contract.
    pub fn each(&self) -> [(&'static str, &[Id]); 5] {
        [
            ("organiser", &self.organiser),
            ("host", &self.host),
            ("commissioned_by", &self.commissioned_by),
            ("funder", &self.funder),
            ("partners", &self.partners),
        ]
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// What it shows; `None` when it only decorates.
    pub alt: Option<Translated<String>>,
    /// Who made it (§ 13 UrhG).
    pub credit: String,
    /// Under which terms it may be used.
    pub rights: Option<String>,
    /// Until when those in it agreed to be shown, if it shows somebody.
    pub consent: Option<Consent>,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// Its name for readers.
    pub title: Translated<String>,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq)]
pub struct WebLink {
    /// Where it leads.
    pub url: Url,
    /// Its text; the address when nothing is said.
    pub label: Option<Translated<String>>,
}

/// Something that changed after publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// Its place in the list as it is written, from 0.
    pub number: usize,
    /// When; never after now in a programme.
    pub at: Timestamp,
    /// The same as it is written.
    pub written: Timestamp,
    /// The day, when it is written without an hour.
    pub day: Option<Date>,
    /// Why.
    pub kind: ChangeKind,
    /// What is different, for readers.
    pub note: Option<Translated<String>>,
    /// When an event was to begin before.
    pub previous_start: Option<When>,
}

/// When something is published and whether it is hidden.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// When it was published.
    pub published: Timestamp,
    /// The same, but a day begins in the zone of the site: before this it is not public.
    pub dated: Timestamp,
    /// What changed since, oldest first.
    pub updates: Vec<Update>,
    /// Whether an editor wrote any update, be it a faulty one.
    pub has_updates: bool,
    /// Until then nothing of it is anywhere in the output.
    pub embargo: Option<Timestamp>,
    /// Not finished: nothing of it is anywhere in the output.
    pub draft: bool,
    /// Old paths that lead to it.
    pub aliases: Vec<SitePath>,
}

impl Publication {
    /// When it was last changed (`DTSTAMP`, `dateModified`): never the time of a build.
    pub fn modified(&self) -> Timestamp {
        self.updates.iter().map(|update| update.at).fold(self.published, Timestamp::max)
    }

    /// From when on it is public, if it is no draft: neither before its embargo ends nor before
    /// the date that it carries.
    pub fn shown_from(&self) -> Timestamp {
        self.embargo.map_or(self.dated, |embargo| embargo.max(self.dated))
    }

    /// Until when its date or embargo hides it, if that lies ahead.
    pub fn hidden_until(&self, now: Timestamp) -> Option<Timestamp> {
        Some(self.shown_from()).filter(|until| now < *until)
    }

    /// Whether its date hides it and no embargo says so.
    pub fn is_dated_ahead(&self, now: Timestamp) -> bool {
        now < self.dated && self.embargo.is_none_or(|embargo| embargo < self.dated)
    }

    /// Whether it is hidden at an instant.
    pub fn is_hidden(&self, now: Timestamp) -> bool {
        self.draft || self.hidden_until(now).is_some()
    }
}

/// A field of the site's own.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnField {
    /// Its key under `extra` in site.yaml.
    pub key: String,
    /// What it says.
    pub text: Translated<String>,
}

/// Pictures, files, links and fields of the site's own.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extras {
    /// The main picture first.
    pub images: Vec<Image>,
    /// Files to download.
    pub attachments: Vec<Attachment>,
    /// Links to other sites.
    pub links: Vec<WebLink>,
    /// What it says in fields of the site's own.
    pub own_fields: Vec<OwnField>,
}
