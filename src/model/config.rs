//! What `site.yaml` means.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use percent_encoding::utf8_percent_encode;

use super::consent::{self, ConsentConfig};
use super::venue::{LATITUDE, LONGITUDE};
use crate::icalendar::Color;
use crate::language::{Language, Translated};
use crate::markdown::Markdown;
use crate::model::{Reference, WrittenLink};
use crate::place::{SourcePath, URL_PATH};
use crate::values::{
    Colour, Gone, HostingFile, Id, Keep, MediaFile, Minutes, PageType, Section, ShareChoice, Url,
};
use crate::yaml::key::{Form, Key, key};

/// The address of the site in a new programme, until somebody enters the real one.
pub const EXAMPLE_URL: &str = "https://programm.example.org/";

/// The path of the file.
pub const FILE: &str = "content/site.yaml";

/// The keys of the file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("id", Id, "Kennung der Website. Nie ändern: Aus ihr entstehen die Kennungen aller Kalendereinträge.").such_as(&["bba-sachsen"]).required(),
    key("title", Texts, "Name der Website.").german("Titel Überschrift Name").such_as(&["BBA Sachsen"]).required(),
    key("base_url", Url, "Adresse, unter der die Website erscheint.").such_as(&["https://bba.example.org/"]).required(),
    key("languages", List(&Language), "Sprachen der Website; die erste ist die Hauptsprache.")
        .german("Sprache Sprachen").such_as(&["[de, en]"]).required(),
    key("timezone", Zone, "Zeitzone, in der Zeiten gemeint sind.").german("Zeitzone").such_as(&["Europe/Berlin"]).required(),
    key("theme", Id, "Aussehen: `bba` ist eingebaut. Ein anderer Name meint den Ordner themes/NAME/ mit allem, was anders ist.")
        .such_as(&["bba"]).required(),
    key("organisation", Id, "Herausgeber: ein Schlüssel aus organisations.yaml.").german("Firma Unternehmen").required(),
    key("funding_notice", Texts, "Hinweis auf die Förderung; steht auf jeder Seite.").required(),
    key("description", Texts, "Ein oder zwei Sätze über das Programm.").german("Beschreibung Text"),
    key("press_contact", Id, "Pressekontakt: ein Schlüssel aus contacts.yaml."),
    key("boilerplate", Texts, "Steht unter jeder Pressemitteilung; Markdown."),
    key("brand", Keys(BRAND_KEYS), "Wie sich das Programm zeigt."),
    key("region", Keys(REGION_KEYS), "Wo das Programm ist; steht als Punkt auf den Karten.").german("Gebiet Bundesland Standort"),
    key("paths", Keys(&PATHS), "Wörter in den Adressen, wenn sie anders sein sollen als üblich."),
    key("calendar", Keys(CALENDAR_KEYS), "Angaben zu den Kalendern."),
    key("menu", List(&MenuEntry(MENU_LINK_KEYS)), "Menü: delegations, events, press, Dateinamen aus pages/ ohne .md, einzelne Delegationen (delegations/mexiko-2019) und Links zu anderen Websites ({url: …, label: …}).")
        .german("Menü").such_as(&["[delegations, events, press, programm]"]),
    key("outputs", Keys(OUTPUT_KEYS), "Weitere Ausgaben."),
    key("consent", Keys(consent::SITE_KEYS), "Wie lange Namen und Bilder nach einem Besuch bleiben.").german("Einwilligung Zustimmung"),
    key("repository", Keys(REPOSITORY_KEYS), "Wo die Dateien liegen: Die Vorschau verlinkt damit jede Seite und jede Meldung zum Bearbeiten."),
    key("security", Keys(SECURITY_KEYS), "Wem man Sicherheitslücken meldet; daraus entsteht /.well-known/security.txt.").german("Sicherheit"),
    key("required_pages", Keys(REQUIRED_PAGE_KEYS), "Welche Seiten es geben muss und weshalb. Steht hier nichts, sind es die in Deutschland vorgeschriebenen: Impressum, Datenschutz, Erklärung zur Barrierefreiheit.")
        .german("Pflichtseiten"),
    key("kinds", TextsById, "Eigene Arten von Veranstaltungen: Schlüssel und Name. Ein eingebauter Schlüssel bekommt so einen anderen Namen.")
        .german("Art Arten"),
    key("extra", TextsById, "Eigene Angaben, die Veranstaltungen, Delegationen, Pressemitteilungen und Seiten unter `extra` machen können: Schlüssel und Bezeichnung.")
        .german("Eigenes Zusatz Zusatzangaben"),
    key("gone", List(&Gone), "Was es für immer nicht mehr gibt: Adressen (/alte/seite/), oder Veranstaltungen, Delegationen und Pressemitteilungen mit allen ihren Adressen (events/KENNUNG)."),
    key("hosting", List(&Choice(HostingFile::WORDS)), "Regeln für den Webserver, die als Dateien mit auf die Website kommen. Für nginx und Caddy gibt sie `bba hosting` aus.").such_as(&["[_headers, _redirects]", "[.htaccess]"]),
    key("withdrawn", List(&Text), "Dateien aus content/media/, die sofort überall verschwinden müssen: ihre Namen.").german("zurückgezogen").such_as(&["[gruppe.jpg]"]),
] };

#[rustfmt::skip]
const BRAND_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Name oben auf jeder Seite, wenn es nicht der Name der Website ist.").german("Titel"),
    key("logo", Text, "Bild neben dem Namen: Name der Datei im Ordner content/media/.").such_as(&["logo.svg"]),
    key("accent", Pattern("^#[0-9A-Fa-f]{6}$"), "Farbe von Links, Schaltflächen und Linien, in Anführungszeichen. Text in ihr muss zu lesen sein.")
        .such_as(&["'#006b2e'"]),
] };

#[rustfmt::skip]
const REGION_KEYS: &[Key] = &[
    key("name", Form::Texts, "Name des Gebiets, neben der Karte.").german("Titel").such_as(&["Musterland"]).required(),
    LATITUDE,
    LONGITUDE,
];

/// The parts of URLs that `paths` can name.
pub const PATHS: [Key; 9] = [
    path("events").german("Veranstaltung Veranstaltungen"),
    path("delegations").german("Delegation Delegationen"),
    path("press").german("Presse Pressemitteilung"),
    path("countries").german("Land Länder"),
    path("sectors").german("Branche Branchen"),
    path("kinds").german("Art Arten"),
    path("subscribe"),
    path("changes").german("Änderung Änderungen"),
    path("search").german("Suche"),
];

const fn path(name: &'static str) -> Key {
    key(name, Form::Texts, "Wort in der Adresse: kleine Buchstaben, Ziffern und Bindestriche.")
}

#[rustfmt::skip]
const MENU_LINK_KEYS: &[Key] = { use Form::*; &[
    key("url", Url, "Webadresse, mit https:// am Anfang.").german("Link Adresse Webseite Website")
        .such_as(&["https://www.example.org/"]).required(),
    key("label", Texts, "Was im Menü steht.").german("Bezeichnung Titel Name Text").required(),
] };

#[rustfmt::skip]
const CALENDAR_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Name des Kalenders mit allen Terminen.").german("Titel"),
    key("color", ColorName, "Farbe der Einträge in Kalenderprogrammen: ein Farbname aus CSS.").german("Farbe").such_as(&["seagreen"]),
    key("refresh", Pattern("^[0-9]+ *(min|h|d)$"), "Wie oft Kalenderprogramme nachsehen sollen.").such_as(&["12h"]),
    key("organizer", Id, "Wer als Veranstalter im Kalender steht: ein Schlüssel aus contacts.yaml."),
    key("keep", Pattern("^[0-9]+ *months?$"), "Wie lange vergangene Termine im Kalender bleiben.").such_as(&["24 months"]),
] };

#[rustfmt::skip]
const OUTPUT_KEYS: &[Key] = { use Form::*; &[
    key("jscalendar", YesOrNo, "Kalender auch als JSCalendar."),
    key("jcal", YesOrNo, "Kalender auch als jCal."),
    key("gzip", YesOrNo, "Texte auch komprimiert (.gz), für Webserver, die das nicht jedes Mal selbst tun sollen."),
    key("search", YesOrNo, "Seite zum Suchen. Es gibt sie, wenn hier nicht `false` steht; im Menü steht sie ab 50 Einträgen.").german("Suche"),
    key("share_images", Choice(ShareChoice::WORDS), "Vorschaubilder für Netzwerke und Messenger: für alle Seiten, für kommende und die der letzten zwei Jahre (so auch ohne Angabe), oder keine.").german("Vorschaubild Vorschaubilder"),
] };

#[rustfmt::skip]
const REPOSITORY_KEYS: &[Key] = { use Form::*; &[
    key("url", Url, "Adresse des Repositorys bei GitHub, GitLab, Codeberg oder Forgejo.").german("Link Adresse").such_as(&["https://gitlab.example.org/wfs/bba"]).required(),
    key("branch", Text, "Der Zweig, aus dem veröffentlicht wird.").german("Zweig").such_as(&["main"]),
] };

#[rustfmt::skip]
const SECURITY_KEYS: &[Key] = { use Form::*; &[
    key("contact", OneOrMany(&Text), "E-Mail-Adresse oder Webadresse, an die man sich wendet; mehrere in der Reihenfolge, in der man es versuchen soll.")
        .german("Kontakt").such_as(&["sicherheit@example.org"]).required(),
    key("expires", Day, "Tag, bis zu dem die Angaben gelten, höchstens ein Jahr voraus.").german("gültig bis").such_as(&["2027-06-30"]).required(),
] };

#[rustfmt::skip]
const REQUIRED_PAGE_KEYS: &[Key] = { use Form::*; &[
    key("imprint", Text, "Weshalb es ein Impressum geben muss.").german("Impressum").such_as(&["§ 5 DDG"]),
    key("privacy", Text, "Weshalb es eine Datenschutzerklärung geben muss.").german("Datenschutz").such_as(&["Art. 13 DSGVO"]),
    key("accessibility", Text, "Weshalb es eine Erklärung zur Barrierefreiheit geben muss.").german("Barrierefreiheit").such_as(&["Richtlinie (EU) 2016/2102"]),
    key("simple-language", Text, "Weshalb es Leichte Sprache geben muss.").german("Leichte Sprache").such_as(&["§ 4 BITV 2.0"]),
    key("sign-language", Text, "Weshalb es Gebärdensprache geben muss.").german("Gebärdensprache").such_as(&["§ 4 BITV 2.0"]),
] };

/// The pages that German law requires: § 5 DDG, article 13 GDPR, Directive (EU) 2016/2102.
pub const GERMAN_DUTIES: [PageType; 3] =
    [PageType::Imprint, PageType::Privacy, PageType::Accessibility];

/// What `site.yaml` means.
#[derive(Debug, Clone)]
pub struct Config {
    /// The file, for messages.
    pub file: SourcePath,
    /// Fixed for ever: all UIDs derive from it.
    pub id: String,
    /// The site's name.
    pub title: Translated<String>,
    /// Scheme, host and path, with a `/` at the end.
    pub base_url: String,
    /// The languages; the first is the default. Never empty.
    pub languages: Vec<Language>,
    /// The zone in which days and times are meant.
    pub timezone: TimeZone,
    /// Whether that is UTC for want of a better one, after a mistake there.
    pub has_unknown_zone: bool,
    /// The folder below `themes/`.
    pub theme: String,
    /// The publisher, a key of organisations.yaml.
    pub organisation: Option<Id>,
    /// The sentence about public money on every page.
    pub funding_notice: Option<Translated<String>>,
    /// One or two sentences about the programme.
    pub description: Option<Translated<String>>,
    /// A key of contacts.yaml.
    pub press_contact: Option<Id>,
    /// Stands under every release.
    pub boilerplate: Option<Translated<Markdown>>,
    /// How the programme presents itself.
    pub brand: Brand,
    /// Where the programme is.
    pub region: Option<Region>,
    /// Words in URLs that differ from the theme's.
    pub paths: Vec<(String, Translated<String>)>,
    /// The calendars.
    pub calendar: CalendarConfig,
    /// Optional outputs.
    pub outputs: OutputsConfig,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// How long names and pictures stay.
    pub consent: ConsentConfig,
    /// Kinds of events of the site's own, and other names for built-in ones: key and name.
    pub kinds: Vec<(String, Translated<String>)>,
    /// Fields of the site's own: key and label.
    pub own_fields: Vec<(String, Translated<String>)>,
    /// Whom to tell of weaknesses.
    pub security: Option<Security>,
    /// The pages that must be there, each with the reason; the German duties when nothing is said.
    pub required_pages: Option<Vec<(PageType, String)>>,
    /// Where the files are edited.
    pub repository: Option<Repository>,
    /// Paths and items that are gone for good.
    pub gone: Vec<(usize, Gone)>,
    /// Files below `content/media/` that must be nowhere, each with its place in the list.
    pub withdrawn: Vec<(usize, MediaFile)>,
    /// Files with rules for the web server.
    pub hosting: Vec<HostingFile>,
    /// Whether the whole file could be read.
    pub is_complete: bool,
    /// What the file names by id.
    pub references: Vec<Reference>,
    /// Where its texts link to.
    pub links: Vec<WrittenLink>,
}

/// How the programme presents itself: `brand` in site.yaml.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// The name at the top of every page; the site's when nothing is said.
    pub name: Option<Translated<String>>,
    /// A picture beside the name, below `content/media/`.
    pub logo: Option<MediaFile>,
    /// The colour of links, buttons and lines.
    pub accent: Option<Colour>,
}

/// Where the programme is: `region` in site.yaml.
#[derive(Debug, Clone)]
pub struct Region {
    /// What it is called.
    pub name: Translated<String>,
    /// Its middle: latitude and longitude in degrees.
    pub place: (f64, f64),
}

/// What `calendar` in site.yaml means.
#[derive(Debug, Clone, Default)]
pub struct CalendarConfig {
    /// The name of the main calendar.
    pub name: Option<Translated<String>>,
    /// The colour that calendar programs give its entries.
    pub color: Option<Color>,
    /// How often subscribers should fetch it, in minutes.
    pub refresh: Option<Minutes>,
    /// A key of contacts.yaml.
    pub organizer: Option<Id>,
    /// How long past events stay; for ever when nothing is said.
    pub keep: Option<Keep>,
}

/// What `outputs` in site.yaml switches on and off.
#[derive(Debug, Clone, Copy)]
pub struct OutputsConfig {
    /// The main calendar as jCal (RFC 7265).
    pub jcal: bool,
    /// The main calendar as JSCalendar (RFC 8984).
    pub jscalendar: bool,
    /// Texts compressed beside themselves.
    pub gzip: bool,
    /// The search.
    pub search: bool,
    /// Share images.
    pub share_images: ShareChoice,
}

impl Default for OutputsConfig {
    fn default() -> Self {
        OutputsConfig {
            jcal: false,
            jscalendar: false,
            gzip: false,
            search: true,
            share_images: ShareChoice::Recent,
        }
    }
}

/// Whom to tell of weaknesses: `security` in site.yaml.
#[derive(Debug, Clone)]
pub struct Security {
    /// URIs (RFC 9116 2.5.3), the preferred one first.
    pub contacts: Vec<String>,
    /// The last day on which that holds.
    pub expires: Date,
}

/// Where the files of a site are edited: `repository` in site.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// Its page, without a `/` at the end.
    pub url: String,
    /// The branch that is published.
    pub branch: String,
}

impl Repository {
    /// The address at which the host edits a file of the root: that of GitHub, of Gitea and
    /// Forgejo, else that of GitLab.
    pub fn edit(&self, file: &str) -> String {
        let Repository { url, branch } = self;
        let host = url.split('/').nth(2).unwrap_or_default();
        let is_of = |names: &[&str]| names.iter().any(|name| host.contains(name));
        let edit = match host {
            "github.com" => "edit",
            _ if is_of(&["codeberg", "forgejo", "gitea"]) => "_edit",
            _ => "-/edit",
        };
        let path = utf8_percent_encode(&format!("{branch}/{file}"), &URL_PATH).to_string();
        format!("{url}/{edit}/{path}")
    }
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq)]
pub enum MenuItem {
    /// A part of the site that is made from data.
    Section(Section),
    /// A page by its id.
    Page(Id),
    /// An event, a visit or a release by its id.
    Item(Section, Id),
    /// A link to another site.
    Link {
        /// Where it leads.
        url: Url,
        /// Its text.
        label: Translated<String>,
    },
}

impl Config {
    /// The default language.
    pub fn default_language(&self) -> &Language {
        // `languages` is never empty.
        self.languages.first().unwrap_or(&FALLBACK_LANGUAGE)
    }
}

/// The default language of a site that does not say one.
pub static FALLBACK_LANGUAGE: std::sync::LazyLock<Language> = std::sync::LazyLock::new(|| {
    // "de" is a valid tag.
    Language::new("de").unwrap_or_else(|| unreachable!("a valid tag"))
});
