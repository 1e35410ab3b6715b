//! `site.yaml`. It is read first, because languages and the time zone decide what the other files
//! mean.

use jiff::tz::TimeZone;

use super::basics::Basics;
use super::files;
use super::reader::Reader;
use super::venue::geo;
use crate::diagnostic::Diagnostic;
use crate::language::{Language, Translated};
use crate::model::config::*;
use crate::model::consent::ConsentConfig;
use crate::place::{KeyPath, SourcePath};
use crate::problem::{
    FileProblem, OwnProblem, Problem, ReferenceKind, SiteWarning, ValueProblem, YamlProblem,
};
use crate::source::Sources;
use crate::values::{
    Colour, HostingFile, Id, MediaFile, PageType, Section, SecurityContact, Url, Value, Zone,
    colour,
};
use crate::yaml::key::Form;
use crate::yaml::typed::{Map, Typed};
use crate::yaml::{self, Yaml};

/// Reads `site.yaml`, and what the other files need of it. What is wrong there is reported and
/// replaced by something harmless, so that the other files can be checked in the same run.
pub fn read(sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> (Config, Basics) {
    let file: SourcePath = FILE.into();
    let mut found = Vec::new();
    let typed = keys(sources, &file, &mut found);
    let is_readable = typed.is_some();
    // What has a wrong form is left out: nobody knows its keys.
    let is_whole = is_readable && !found.iter().any(Diagnostic::is_error);
    if !is_readable {
        diagnostics.append(&mut found);
    }
    let map = &typed.unwrap_or_default();

    let unknown = Basics::default();
    let mut reader = Reader::new(&file, &unknown);
    reader.diagnostics = found;
    let mut basics = languages(&mut reader, map);
    if let Some(Zone(zone)) = reader.required(map, "timezone") {
        basics.zone = zone;
    }
    if is_whole {
        basics.kinds = Some(keys_of(map, "kinds"));
        basics.own_fields = Some(keys_of(map, "extra"));
    }
    let found = reader.diagnostics;

    let mut reader = Reader::of_text(&file, sources.text(FILE).unwrap_or_default(), &basics);
    reader.diagnostics = found;
    let r = &mut reader;
    let config = Config {
        file: file.clone(),
        id: r.required(map, "id").map(|Id(id)| id).unwrap_or_default(),
        title: r.required_texts(map, "title").unwrap_or_default(),
        base_url: read_base_url(r, map).unwrap_or_else(|| "https://example.org/".to_owned()),
        languages: basics.languages.clone(),
        has_unknown_zone: basics.zone.is_unknown(),
        timezone: if basics.zone.is_unknown() { TimeZone::UTC } else { basics.zone.clone() },
        theme: r.required(map, "theme").map(|Id(theme)| theme).unwrap_or_default(),
        organisation: r.required_reference(ReferenceKind::Organisation, map, "organisation"),
        funding_notice: r.required_texts(map, "funding_notice"),
        description: r.texts(map, "description"),
        press_contact: r.reference(ReferenceKind::Contact, map, "press_contact"),
        boilerplate: r.markdown(map, "boilerplate"),
        brand: map.map("brand").map(|map| brand(r, map)).unwrap_or_default(),
        region: map.map("region").and_then(|map| region(r, map)),
        paths: map.map("paths").map(|map| paths(r, map)).unwrap_or_default(),
        calendar: map.map("calendar").map(|map| calendar(r, map)).unwrap_or_default(),
        outputs: map.map("outputs").map(|map| outputs(r, map)).unwrap_or_default(),
        menu: menu(r, map),
        consent: map.map("consent").map(|map| consent(r, map)).unwrap_or_default(),
        kinds: named(r, map, "kinds"),
        own_fields: named(r, map, "extra"),
        security: map.map("security").and_then(|map| security(r, map)),
        required_pages: map.map("required_pages").map(|map| required_pages(r, map)),
        repository: map.map("repository").and_then(|map| repository(r, map)),
        gone: r.items(map, "gone"),
        withdrawn: withdrawn(r, map),
        hosting: hosting(r, map),
        references: std::mem::take(&mut r.references),
        links: std::mem::take(&mut r.links),
        is_complete: is_readable && !r.diagnostics.iter().any(Diagnostic::is_error),
    };
    // Of a file that cannot be read nothing more is said.
    if is_readable {
        diagnostics.append(&mut reader.diagnostics);
    }
    (config, basics)
}

/// The keys of the file; `None` when it cannot be read.
fn keys(sources: &Sources, file: &SourcePath, diagnostics: &mut Vec<Diagnostic>) -> Option<Map> {
    let Some(text) = sources.text(FILE) else {
        if !sources.refused(FILE) && !files::is_misnamed(sources, "site.yaml") {
            diagnostics.push(Diagnostic::whole(file, FileProblem::SiteFileMissing));
        }
        return None;
    };
    let yaml = Yaml { file, text, range: 0..text.len() };
    yaml::read(&yaml, &Form::Keys(KEYS), diagnostics)
}

fn languages(reader: &mut Reader<'_>, map: &Map) -> Basics {
    let unknown = Basics::default();
    reader.require(map, "languages");
    let typed = map.list("languages");
    if map.has("languages") && typed.is_empty() {
        reader.report(map.at("languages"), YamlProblem::EmptyText.into());
    }
    let mut languages: Vec<Language> = Vec::new();
    for (index, language) in reader.items::<Language>(map, "languages") {
        if languages.contains(&language) {
            let key = language.tag().to_owned();
            reader.report(map.item("languages", index), YamlProblem::DuplicateKey { key }.into());
        } else {
            languages.push(language);
        }
    }
    match languages.first().cloned() {
        Some(default_language) => Basics {
            default_language,
            languages_known: languages.len() == typed.len(),
            languages,
            ..unknown
        },
        None => unknown,
    }
}

fn read_base_url(reader: &mut Reader<'_>, map: &Map) -> Option<String> {
    let Url(url) = reader.required(map, "base_url")?;
    let url = base_url(&url).map_err(|problem| reader.report(map.at("base_url"), problem)).ok();
    if url.as_deref() == Some(EXAMPLE_URL) {
        reader.report(map.at("base_url"), SiteWarning::ExampleAddress.into());
    }
    url
}

/// A base URL with a `/` at its end.
///
/// # Errors
/// When it has a query or a fragment: no address can be below it.
pub fn base_url(url: &str) -> Result<String, Problem> {
    let url = Url::read(url)?.0;
    if url.contains(['?', '#']) {
        return Err(ValueProblem::NotABaseUrl { value: url }.into());
    }
    Ok(format!("{}/", url.trim_end_matches('/')))
}

fn repository(reader: &mut Reader<'_>, map: &Map) -> Option<Repository> {
    let url = reader.required(map, "url");
    let branch = reader.value(map, "branch").unwrap_or_else(|| "main".to_owned());
    let Url(url) = url?;
    Some(Repository { url: url.trim_end_matches('/').to_owned(), branch })
}

fn security(reader: &mut Reader<'_>, map: &Map) -> Option<Security> {
    reader.require(map, "contact");
    let contacts = reader.list::<SecurityContact>(map, "contact");
    let expires = reader.required(map, "expires")?;
    let contacts: Vec<String> = contacts.into_iter().map(|SecurityContact(uri)| uri).collect();
    (!contacts.is_empty()).then_some(Security { contacts, expires })
}

fn required_pages(reader: &mut Reader<'_>, map: &Map) -> Vec<(PageType, String)> {
    let required = map.iter().filter_map(|(key, _)| {
        let kind = PageType::read(key).ok()?;
        Some((kind, reader.value(map, key)?))
    });
    required.collect()
}

fn brand(reader: &mut Reader<'_>, map: &Map) -> Brand {
    let accent: Option<Colour> = reader.value(map, "accent");
    if let Some(accent) = accent {
        let contrast = accent.least_contrast(&colour::LIGHT);
        if contrast < Colour::READABLE {
            // Cut and not rounded: 4.49 is not enough.
            let ratio = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
            let suggestion = accent.darkened_until_readable().to_string();
            reader.report(map.at("accent"), ValueProblem::PaleColour { ratio, suggestion }.into());
        }
    }
    let name = reader.texts(map, "name");
    Brand { name, logo: reader.reference(ReferenceKind::Media, map, "logo"), accent }
}

fn region(reader: &mut Reader<'_>, map: &Map) -> Option<Region> {
    let name = reader.required_texts(map, "name");
    let place = geo(reader, map);
    Some(Region { name: name?, place: place? })
}

fn paths(reader: &mut Reader<'_>, map: &Map) -> Vec<(String, Translated<String>)> {
    let mut paths = Vec::new();
    for (name, _) in map.iter() {
        let Some(words) = reader.some_texts(map, name) else { continue };
        for word in words.iter().filter(|word| !Id::is_valid(word)) {
            let (suggestion, id) = (crate::markdown::slug(word), word.clone());
            reader.report(map.at(name), FileProblem::BadId { id, suggestion }.into());
        }
        paths.push((name.to_owned(), words));
    }
    paths
}

fn calendar(reader: &mut Reader<'_>, map: &Map) -> CalendarConfig {
    CalendarConfig {
        name: reader.texts(map, "name"),
        color: reader.value(map, "color"),
        refresh: reader.value(map, "refresh"),
        organizer: reader.reference(ReferenceKind::Contact, map, "organizer"),
        keep: reader.value(map, "keep"),
    }
}

fn consent(reader: &mut Reader<'_>, map: &Map) -> ConsentConfig {
    ConsentConfig { keep: reader.value(map, "keep") }
}

fn outputs(reader: &mut Reader<'_>, map: &Map) -> OutputsConfig {
    let OutputsConfig { jcal, jscalendar, gzip, search, share_images } = OutputsConfig::default();
    let share_images = reader.value(map, "share_images").unwrap_or(share_images);
    let mut is_on = |key, default| reader.value(map, key).unwrap_or(default);
    OutputsConfig {
        jcal: is_on("jcal", jcal),
        jscalendar: is_on("jscalendar", jscalendar),
        gzip: is_on("gzip", gzip),
        search: is_on("search", search),
        share_images,
    }
}

/// Whoever is in a hurry pastes an address, or a path.
fn withdrawn(reader: &mut Reader<'_>, map: &Map) -> Vec<(usize, MediaFile)> {
    let mut files = reader.items::<MediaFile>(map, "withdrawn");
    for (_, MediaFile(name)) in &mut files {
        let short = name.trim_start_matches('/').trim_start_matches("content/");
        *name = short.trim_start_matches("media/").to_owned();
    }
    files
}

/// A file that is named twice is one file.
fn hosting(reader: &mut Reader<'_>, map: &Map) -> Vec<HostingFile> {
    let mut files = reader.list::<HostingFile>(map, "hosting");
    files.sort_unstable();
    files.dedup();
    files
}

fn keys_of(map: &Map, key: &str) -> Vec<String> {
    map.map(key).into_iter().flat_map(Map::iter).map(|(key, _)| key.to_owned()).collect()
}

/// What the site has of its own below a key, each with its name.
fn named(reader: &mut Reader<'_>, map: &Map, key: &str) -> Vec<(String, Translated<String>)> {
    let Some(map) = map.map(key) else { return Vec::new() };
    let mut all = Vec::new();
    for (key, _) in map.iter() {
        if !Id::is_valid(key) {
            let (id, suggestion) = (key.to_owned(), crate::markdown::slug(key));
            reader.report_key(map.at(key), FileProblem::BadId { id, suggestion }.into());
        }
        all.extend(reader.label(map, key).map(|name| (key.to_owned(), name)));
    }
    all
}

fn menu(reader: &mut Reader<'_>, map: &Map) -> Vec<MenuItem> {
    let entries = map.list("menu").iter().enumerate();
    let read = |(index, typed): (usize, &Typed)| match typed {
        Typed::Text(text) => menu_item(reader, text.trim(), &|| map.item("menu", index)),
        Typed::Map(link) => {
            let url = reader.required(link, "url");
            let label = reader.required_texts(link, "label");
            Some(MenuItem::Link { url: url?, label: label? })
        }
        Typed::List(_) => None,
    };
    entries.filter_map(read).collect()
}

fn menu_item(reader: &mut Reader<'_>, text: &str, at: &dyn Fn() -> KeyPath) -> Option<MenuItem> {
    if let Ok(section) = Section::read(text) {
        return Some(MenuItem::Section(section));
    }
    if Url::read(text).is_ok() || text.starts_with("www.") {
        reader.report(at(), OwnProblem::MenuAddress { url: text.to_owned() }.into());
        return None;
    }
    let item = text.split_once('/');
    match item.map(|(folder, id)| (folder, Section::read(folder), id)) {
        Some((_, Ok(section), id)) => {
            let kind = match section {
                Section::Events => ReferenceKind::Event,
                Section::Delegations => ReferenceKind::Delegation,
                Section::Press => ReferenceKind::Release,
            };
            reader.named_in(kind, text, id, at).map(|id| MenuItem::Item(section, id))
        }
        Some(("pages", Err(_), id)) => {
            reader.named_in(ReferenceKind::Page, text, id, at).map(MenuItem::Page)
        }
        _ => reader.named(ReferenceKind::Page, text, at).map(MenuItem::Page),
    }
}
