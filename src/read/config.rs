//! `site.yaml`: what was typed ([`ConfigFile`]) and what it means ([`Config`]). It is read
//! first, because languages and the time zone decide what the other files mean.

use serde::Deserialize;

use super::files;
use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::icalendar::Color;
use crate::language::Language;
use crate::model::config::*;
use crate::place::{Path, SourcePath};
use crate::problem::{FileProblem, Problem, ReferenceKind, ValueProblem, YamlProblem};
use crate::source::Sources;
use crate::suggest::suggest;
use crate::values::{
    Colour, Id, Keep, MediaFile, Minutes, Section, SitePath, Url, Value, Zone, colour,
};
use crate::yaml::typed::{Entries, Group, Texts, Written};
use crate::yaml::{self, Yaml};

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

/// Reads `site.yaml`. What is wrong there is reported and replaced by something harmless, so
/// that the other files can be checked in the same run.
pub fn read(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Config {
    let file: SourcePath = FILE.into();
    let mut config = Config::fallback(&file);
    let Some(text) = sources.text(FILE) else {
        if !sources.refused(FILE) && !files::is_misnamed(sources, "site.yaml") {
            diagnostics.push(Diagnostic::whole(&file, FileProblem::SiteFileMissing));
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
        reader.report(at, YamlProblem::EmptyText);
        return;
    }
    let mut languages: Vec<Language> = Vec::new();
    for (index, written) in written.iter().enumerate() {
        match reader.value(at.item(index), Some(written)) {
            Some(language) if languages.contains(&language) => {
                let key = language.tag().to_owned();
                reader.report(at.item(index), YamlProblem::DuplicateKey { key });
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
        return Err(ValueProblem::NotABaseUrl { value: url }.into());
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn read_brand(reader: &mut Reader<'_>, typed: Option<&BrandFile>, config: &mut Config) {
    let Some(typed) = typed else { return };
    let at = Path::Top.key("brand");
    let accent = reader.value(at.key("accent"), typed.accent.as_ref());
    if let Some(accent) = accent {
        let contrast = accent.least_contrast(&colour::LIGHT);
        if contrast < Colour::READABLE {
            // Cut and not rounded: 4.49 is not enough.
            let ratio = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
            let suggestion = accent.darkened_until_readable().to_string();
            reader.report(at.key("accent"), ValueProblem::PaleColour { ratio, suggestion });
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
            let suggestion = suggest(name, &PATH_WORDS).map(str::to_owned);
            let known = PATH_WORDS.join(", ");
            reader.report_key(
                at.key(name),
                YamlProblem::UnknownKey { key: name.clone(), suggestion, known },
            );
        } else if let Some(words) = reader.some_texts(at.key(name), Some(words)) {
            for word in words.iter().filter(|word| !Id::is_valid(word)) {
                let (suggestion, id) = (crate::markdown::slug(word), word.clone());
                reader.report(at.key(name), FileProblem::BadId { id, suggestion });
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
