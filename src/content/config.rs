//! `site.yaml`: what was typed ([`ConfigFile`]) and what it means ([`Config`]). It is read
//! first, because languages and the time zone decide what the other files mean.

use jiff::tz::TimeZone;
use serde::Deserialize;

use super::files;
use super::markdown::Markdown;
use super::reader::{Reader, Reference, ReferenceKind, WrittenLink};
use super::values::meant::meant;
use super::values::{Colour, Id, Keep, MediaFile, Minutes, Section, SitePath, Url, Value, Zone};
use super::written::{Entries, Group, Texts, Written};
use super::yaml::{self, Path, Yaml};
use crate::diagnostic::Diagnostic;
use crate::icalendar::Color;
use crate::language::{Language, Translated, without_region};
use crate::outputs::brand;
use crate::problem::Problem;
use crate::source::{SourcePath, Sources};

/// Where the file lies.
pub const FILE: &str = "content/site.yaml";

/// `site.yaml` as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigFile {
    id: Option<Written<Id>>,
    title: Option<Texts>,
    base_url: Option<Written<Url>>,
    languages: Option<Vec<Written<Language>>>,
    timezone: Option<Written<Zone>>,
    theme: Option<Written<Id>>,
    organisation: Option<Written<Id>>,
    funding_notice: Option<Texts>,
    description: Option<Texts>,
    press_contact: Option<Written<Id>>,
    boilerplate: Option<Texts>,
    brand: Option<Group<BrandFile>>,
    paths: Option<Entries<Texts>>,
    calendar: Option<Group<CalendarFile>>,
    menu: Option<Vec<Written<Id>>>,
    outputs: Option<Group<OutputsFile>>,
    gone: Option<Vec<Written<SitePath>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct BrandFile {
    name: Option<Texts>,
    logo: Option<Written<MediaFile>>,
    accent: Option<Written<Colour>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    name: Option<Texts>,
    color: Option<Written<Color>>,
    refresh: Option<Written<Minutes>>,
    organizer: Option<Written<Id>>,
    keep: Option<Written<Keep>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutputsFile {
    jscalendar: Option<Written<bool>>,
    jcal: Option<Written<bool>>,
}

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
    pub(super) languages_known: bool,
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
        Problem::LanguageNotOfSite {
            language: language.tag().to_owned(),
            languages: tags.join(", "),
            suggestion: similar.map(Language::to_string),
        }
    }

    fn fallback(file: &SourcePath) -> Self {
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

/// Reads `site.yaml`. What is wrong there is reported and replaced by something harmless, so
/// that the other files can be checked in the same run.
pub fn read(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let file: SourcePath = FILE.into();
    let mut config = Config::fallback(&file);
    let Some(text) = sources.text(FILE) else {
        if !sources.refused(FILE) && !files::is_misnamed(sources, "site.yaml") {
            diagnostics.push(Diagnostic::whole(&file, Problem::SiteFileMissing));
        }
        return config;
    };
    let before = diagnostics.len();
    let yaml = Yaml { file: &file, text, range: 0..text.len() };
    let Some(typed) = yaml::read::<ConfigFile>(&yaml, diagnostics) else { return config };

    let top = Path::Top;
    let basics = config.clone();
    let mut reader = Reader::new(&file, &basics);
    read_languages(&mut reader, &typed, &mut config);
    diagnostics.append(&mut reader.diagnostics);

    let basics = config.clone();
    let mut reader = Reader::new(&file, &basics);
    if let Some(id) = reader.required(top, "id", typed.id.as_ref()) {
        config.id = id.0;
    }
    config.title = reader.required_texts(top, "title", typed.title.as_ref()).unwrap_or_default();
    if let Some(url) = reader.required(top, "base_url", typed.base_url.as_ref()) {
        match base_url(&url.0) {
            Ok(url) => config.base_url = url,
            Err(problem) => reader.report(top.key("base_url"), problem),
        }
    }
    if let Some(Zone(zone)) = reader.required(top, "timezone", typed.timezone.as_ref()) {
        config.timezone = zone;
    }
    if let Some(theme) = reader.required(top, "theme", typed.theme.as_ref()) {
        config.theme = theme.0;
    }
    if typed.organisation.is_none() {
        reader.missing(top, "organisation");
    }
    let organisation = ReferenceKind::Organisation;
    config.organisation =
        reader.reference(organisation, top.key("organisation"), typed.organisation.as_ref());
    config.funding_notice =
        reader.required_texts(top, "funding_notice", typed.funding_notice.as_ref());
    config.description = reader.texts(top.key("description"), typed.description.as_ref());
    config.press_contact = reader.reference(
        ReferenceKind::Contact,
        top.key("press_contact"),
        typed.press_contact.as_ref(),
    );
    config.boilerplate = reader.markdown(top.key("boilerplate"), typed.boilerplate.as_ref());
    read_brand(&mut reader, typed.brand.as_deref(), &mut config);
    read_paths(&mut reader, &typed, &mut config);
    read_calendar(&mut reader, typed.calendar.as_deref(), &mut config);
    read_menu(&mut reader, &typed, &mut config);
    for (index, path) in typed.gone.iter().flatten().enumerate() {
        config.gone.extend(reader.value(top.key("gone").item(index), Some(path)));
    }
    if let Some(outputs) = &typed.outputs {
        let at = top.key("outputs");
        let mut is_on = |key, typed| reader.value(at.key(key), typed).unwrap_or_default();
        config.outputs = OutputsConfig {
            jcal: is_on("jcal", outputs.jcal.as_ref()),
            jscalendar: is_on("jscalendar", outputs.jscalendar.as_ref()),
        };
    }
    diagnostics.append(&mut reader.diagnostics);
    config.references = reader.references;
    config.links = reader.links;
    config.is_complete = !diagnostics[before..].iter().any(Diagnostic::is_error);
    config
}

fn read_languages(reader: &mut Reader<'_>, typed: &ConfigFile, config: &mut Config) {
    let at = Path::Top.key("languages");
    let Some(written) = &typed.languages else {
        reader.missing(Path::Top, "languages");
        return;
    };
    if written.is_empty() {
        reader.report(at, Problem::EmptyText);
        return;
    }
    let mut languages: Vec<Language> = Vec::new();
    for (index, written) in written.iter().enumerate() {
        match reader.value(at.item(index), Some(written)) {
            Some(language) if languages.contains(&language) => {
                let key = language.tag().to_owned();
                reader.report(at.item(index), Problem::DuplicateKey { key });
            }
            Some(language) => languages.push(language),
            None => {}
        }
    }
    if languages.len() == written.len() {
        config.languages_known = true;
    }
    if !languages.is_empty() {
        config.languages = languages;
    }
}

/// A base URL with a `/` at its end.
///
/// # Errors
/// When it has a query or a fragment: nothing can lie below it.
pub fn base_url(url: &str) -> Result<String, Problem> {
    let url = Url::read(url)?.0;
    if url.contains(['?', '#']) {
        return Err(Problem::NotABaseUrl { value: url });
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn read_brand(reader: &mut Reader<'_>, typed: Option<&BrandFile>, config: &mut Config) {
    let Some(typed) = typed else { return };
    let at = Path::Top.key("brand");
    let accent = reader.value(at.key("accent"), typed.accent.as_ref());
    if let Some(accent) = accent {
        let contrast = accent.least_contrast(&brand::LIGHT);
        if contrast < Colour::READABLE {
            // Cut and not rounded: 4.49 is not enough.
            let ratio = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
            let suggestion = brand::readable(accent).to_string();
            reader.report(at.key("accent"), Problem::PaleColour { ratio, suggestion });
        }
    }
    config.brand = Brand {
        name: reader.texts(at.key("name"), typed.name.as_ref()),
        logo: reader.reference(ReferenceKind::Media, at.key("logo"), typed.logo.as_ref()),
        accent,
    };
}

fn read_paths(reader: &mut Reader<'_>, typed: &ConfigFile, config: &mut Config) {
    let at = Path::Top.key("paths");
    for (name, words) in typed.paths.iter().flat_map(|paths| &paths.0) {
        if !PATH_WORDS.contains(&name.as_str()) {
            let suggestion = meant(name, &PATH_WORDS).map(str::to_owned);
            let known = PATH_WORDS.join(", ");
            reader.report_key(
                at.key(name),
                Problem::UnknownKey { key: name.clone(), suggestion, known },
            );
        } else if let Some(words) = reader.some_texts(at.key(name), Some(words)) {
            for word in words.iter().filter(|word| !Id::is_valid(word)) {
                let (suggestion, id) = (super::markdown::slug(word), word.clone());
                reader.report(at.key(name), Problem::BadId { id, suggestion });
            }
            config.paths.push((name.clone(), words));
        }
    }
}

fn read_calendar(reader: &mut Reader<'_>, typed: Option<&CalendarFile>, config: &mut Config) {
    let Some(typed) = typed else { return };
    let at = Path::Top.key("calendar");
    config.calendar = CalendarConfig {
        name: reader.texts(at.key("name"), typed.name.as_ref()),
        color: reader.value(at.key("color"), typed.color.as_ref()),
        refresh: reader.value(at.key("refresh"), typed.refresh.as_ref()),
        organizer: reader.reference(
            ReferenceKind::Contact,
            at.key("organizer"),
            typed.organizer.as_ref(),
        ),
        keep: reader.value(at.key("keep"), typed.keep.as_ref()),
    };
}

fn read_menu(reader: &mut Reader<'_>, typed: &ConfigFile, config: &mut Config) {
    let at = Path::Top.key("menu");
    for (index, item) in typed.menu.iter().flatten().enumerate() {
        let section = Section::read(item.text.trim()).ok();
        config.menu.extend(match section {
            Some(section) => Some(MenuItem::Section(section)),
            None => reader
                .reference(ReferenceKind::Page, at.item(index), Some(item))
                .map(MenuItem::Page),
        });
    }
}
