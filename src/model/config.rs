//! What `site.yaml` means.

use jiff::tz::TimeZone;

use crate::icalendar::Color;
use crate::language::{Language, Translated, without_region};
use crate::markdown::Markdown;
use crate::model::{Reference, WrittenLink};
use crate::place::SourcePath;
use crate::problem::{Problem, ValueProblem};
use crate::values::{Colour, Id, Keep, MediaFile, Minutes, Section, SitePath};

/// Where the file lies.
pub const FILE: &str = "content/site.yaml";

/// The parts of URLs that `paths` can name.
pub const PATH_WORDS: [&str; 6] =
    ["events", "delegations", "press", "countries", "sectors", "subscribe"];

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
    /// The zone in which days and times are meant. While files are read it is unknown after a
    /// mistake there, and no time is checked against it.
    pub timezone: TimeZone,
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
    /// Words in URLs that differ from the theme's.
    pub paths: Vec<(String, Translated<String>)>,
    /// The calendars.
    pub calendar: CalendarConfig,
    /// Optional outputs.
    pub outputs: OutputsConfig,
    /// The menu: sections, and pages by id.
    pub menu: Vec<MenuItem>,
    /// Paths that are gone for good.
    pub gone: Vec<SitePath>,
    /// Whether languages are known: after a mistake there, others must not follow from it.
    pub languages_known: bool,
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

/// What `outputs` in site.yaml switches on.
#[derive(Debug, Clone, Copy, Default)]
pub struct OutputsConfig {
    /// The main calendar as jCal (RFC 7265).
    pub jcal: bool,
    /// The main calendar as JSCalendar (RFC 8984).
    pub jscalendar: bool,
}

/// An entry of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MenuItem {
    /// A part of the site that is made from data.
    Section(Section),
    /// A page by its id.
    Page(Id),
}

impl Config {
    /// The default language.
    pub fn default_language(&self) -> &Language {
        // `languages` is made non-empty below.
        self.languages.first().unwrap_or(&FALLBACK_LANGUAGE)
    }

    /// Whether texts may be in a language.
    pub fn speaks(&self, language: &Language) -> bool {
        !self.languages_known || self.languages.contains(language)
    }

    /// What is to be said of a language that the site has not.
    pub fn not_spoken(&self, language: &Language) -> Problem {
        let is_similar =
            |known: &&Language| without_region(known.tag()) == without_region(language.tag());
        let similar = self.languages.iter().find(is_similar);
        let tags: Vec<&str> = self.languages.iter().map(Language::tag).collect();
        ValueProblem::LanguageNotOfSite {
            language: language.tag().to_owned(),
            languages: tags.join(", "),
            suggestion: similar.map(Language::to_string),
        }
        .into()
    }

    /// What holds while nothing of the file could be read.
    pub fn fallback(file: &SourcePath) -> Self {
        Config {
            file: file.clone(),
            id: String::new(),
            title: Translated::default(),
            base_url: "https://example.org/".to_owned(),
            languages: vec![FALLBACK_LANGUAGE.clone()],
            timezone: TimeZone::unknown(),
            theme: String::new(),
            organisation: None,
            funding_notice: None,
            description: None,
            press_contact: None,
            boilerplate: None,
            brand: Brand::default(),
            paths: Vec::new(),
            calendar: CalendarConfig::default(),
            outputs: OutputsConfig::default(),
            menu: Vec::new(),
            gone: Vec::new(),
            languages_known: false,
            is_complete: false,
            references: Vec::new(),
            links: Vec::new(),
        }
    }
}

static FALLBACK_LANGUAGE: std::sync::LazyLock<Language> = std::sync::LazyLock::new(|| {
    // "de" is a valid tag.
    Language::new("de").unwrap_or_else(|| unreachable!("a valid tag"))
});
