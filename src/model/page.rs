//! A page of free text.

use jiff::civil::Date;

use super::shared::{self, OwnField};
use super::translation;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::place::SourcePath;
use crate::values::{Duration, MediaFile, PageType, SitePath};
use crate::yaml::key::{Form, Key, key};

/// The keys of its file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("title", Texts, "Überschrift der Seite.").german("Titel Überschrift Name").such_as(&["Das Programm"]).required().own(),
    translation::TRANSLATES,
    key("slug", Pattern(SLUG_PATTERN), "Adresse der Seite, wenn es nicht der Dateiname sein soll: ein Wort, oder mehrere mit Schrägstrichen.").such_as(&["programm", "programm/ablauf"]).own(),
    key("menu", Number(0), "Platz im Menü: kleinere Zahlen stehen weiter vorn.").german("Menü").such_as(&["1"]),
    key("description", Texts, "Ein Satz für Suchmaschinen.").german("Beschreibung Text").own(),
    key("type", Choice(PageType::WORDS), "page: gewöhnliche Seite · imprint: Impressum · privacy: Datenschutz · accessibility: Erklärung zur Barrierefreiheit · simple-language: Leichte Sprache · sign-language: Gebärdensprache.")
        .german("Art Typ"),
    key("reviewed", Day, "Tag, an dem zuletzt jemand geprüft hat, ob die Seite noch stimmt.").german("geprüft").such_as(&["2019-09-20"]),
    shared::OWN_FIELDS,
    key("video", Keys(VIDEO_KEYS), "Video in Gebärdensprache; nur bei type: sign-language."),
    shared::DRAFT,
    shared::ALIASES,
] };

const SLUG_PATTERN: &str = "^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$";

#[rustfmt::skip]
const VIDEO_KEYS: &[Key] = { use Form::*; &[
    key("file", Text, "Name der Datei im Ordner content/media/.").german("Datei").such_as(&["dgs.mp4"]).required(),
    key("duration", Text, "Dauer in Minuten und Sekunden.").such_as(&["2:30"]).required(),
    key("poster", Text, "Name der Bilddatei, die davor zu sehen ist."),
    key("captions", Text, "Name der Datei mit Untertiteln (WebVTT)."),
] };

/// A video in sign language, with what visitors must know before they load it (BITV 2.0,
/// annex 2, part 1): how long it is; its size is that of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Video {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// Minutes and seconds: `2:30`.
    pub duration: Duration,
    /// The picture shown before it plays.
    pub poster: Option<MediaFile>,
    /// Captions (WebVTT).
    pub captions: Option<MediaFile>,
}

/// A page.
#[derive(Debug, Clone)]
pub struct PageRecord {
    /// The stem of its file.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its name.
    pub title: Translated<String>,
    /// Its part of the URL.
    pub slug: Translated<String>,
    /// Its place in the menu.
    pub menu: Option<u32>,
    /// One sentence about it.
    pub description: Option<Translated<String>>,
    /// What it is for.
    pub kind: PageType,
    /// The day on which somebody last looked whether it is still right.
    pub reviewed: Option<Date>,
    /// What it says in fields of the site's own.
    pub own_fields: Vec<OwnField>,
    /// Of a page in sign language: the video.
    pub video: Option<Video>,
    /// Not finished: nothing of it is anywhere in the output.
    pub draft: bool,
    /// Old paths that lead to it.
    pub aliases: Vec<SitePath>,
    /// Its text.
    pub body: Translated<Markdown>,
    /// Of its texts in the default language, see [`super::translation`].
    pub fingerprint: String,
    /// When it was read as a translation: of which texts it is one.
    pub translates: Option<String>,
}
