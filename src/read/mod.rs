//! The content: files in, records out. Every file is read on its own and in parallel; what
//! needs a second file is checked when the [`Site`](crate::site::Site) is assembled.

mod accessibility;
mod basics;
pub mod config;
mod consent;
pub mod delegation;
pub mod event;
mod files;
mod meant_name;
mod neutral;
pub mod page;
mod proofread;
pub mod reader;
pub mod registry;
pub mod release;
pub mod repeat;
pub mod shared;
mod simple_language;
mod texts;
pub mod translation;
pub mod venue;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;
use yaml::Yaml;

use crate::composed::Composed;
use crate::diagnostic::{Checked, Diagnostic};
use crate::language::{Language, Translated};
use crate::markdown;
use crate::memo::{self, Key, Memo};
use crate::model;
use crate::model::config::FILE;
use crate::model::delegation::DelegationRecord;
use crate::model::event::EventRecord;
use crate::model::page::PageRecord;
use crate::model::registry::{CONTACT_KEYS, ORGANISATION_KEYS, SECTOR_KEYS};
use crate::model::release::{ReleaseRecord, ReleaseTranslation};
use crate::model::translation::Translation;
use crate::model::{Broken, ContentKind, Records, Reference, WrittenLink};
use crate::place::{SourcePath, Spot};
use crate::problem::TranslationWarning;
use crate::source::Sources;
use crate::values::PageType;
use crate::yaml::key::Form;
use crate::yaml::{self, front_matter};
use basics::Basics;
use files::ContentFile;
use reader::Reader;

/// What one file holds. It is shared with the cache, so most of it is not copied.
#[derive(Debug, Clone)]
enum Record {
    Event(Arc<EventRecord>),
    Delegation(Arc<DelegationRecord>),
    Release(Arc<ReleaseRecord>),
    Page(Box<PageRecord>),
    ReleaseTranslation(String, Language, Box<ReleaseTranslation>),
    PageTranslation(String, Language, Box<PageRecord>),
}

/// Reads all content.
pub fn parse(sources: &Sources, memo: &Memo<ReadFile>) -> Checked<Records> {
    let mut diagnostics = sources.diagnostics().to_vec();
    let (config, basics) = config::read(sources, &mut diagnostics);
    let found = &mut diagnostics;
    let (name, keys) = ("organisations.yaml", ORGANISATION_KEYS);
    let organisations = registry::read(name, keys, sources, &basics, found, registry::organisation);
    let (name, keys) = ("contacts.yaml", CONTACT_KEYS);
    let contacts = registry::read(name, keys, sources, &basics, found, registry::contact);
    let (name, keys) = ("venues.yaml", model::venue::KEYS);
    let venues = registry::read(name, keys, sources, &basics, found, venue::venue);
    let (name, keys) = ("sectors.yaml", SECTOR_KEYS);
    let sectors = registry::read(name, keys, sources, &basics, found, registry::sector);

    let statement = accessibility::read(sources, &basics, found);

    let mut broken = Broken::default();
    let files = files::classify(sources, &basics, &mut broken.0, &mut diagnostics);
    let hash = basis(sources);
    let read = |file: &ContentFile<'_>| {
        let key = || memo::key(&[hash.as_bytes(), file.path.as_bytes(), file.text.as_bytes()]);
        memo.get(key, || read_file(file, &basics))
    };
    let read: Vec<ReadFile> = files.par_iter().map(read).collect();

    let mut records = Records {
        config: config.clone(),
        organisations,
        contacts,
        venues,
        sectors,
        events: Vec::new(),
        delegations: Vec::new(),
        releases: Vec::new(),
        pages: Vec::new(),
        statement,
        references: config.references.clone(),
        links: config.links.clone(),
        translations: Vec::new(),
        has_all_translations: true,
        broken,
    };
    records.references.append(&mut records.organisations.references);
    records.references.append(&mut records.contacts.references);
    records.links.append(&mut records.organisations.links);
    if let Some(statement) = &mut records.statement {
        records.references.append(&mut statement.references);
        records.links.append(&mut statement.links);
    } else if accessibility::is_there(sources) {
        let pages = model::accessibility::PAGE.map(|(_, _, id)| (ContentKind::Page, id.to_owned()));
        records.broken.0.extend(pages);
    }
    for refused in sources.diagnostics() {
        if let Some((kind, id)) = files::kind_and_id(&refused.place.file) {
            records.broken.0.insert((kind, id));
        }
    }
    let mut translations = Vec::new();
    for (file, read) in files.iter().zip(read) {
        diagnostics.extend(read.diagnostics);
        records.references.extend(read.references);
        records.links.extend(read.links);
        match read.record {
            _ if file.is_misnamed => {}
            Some(Record::Event(event)) => records.events.push(event),
            Some(Record::Delegation(delegation)) => records.delegations.push(delegation),
            Some(Record::Release(release)) => records.releases.push(release),
            Some(Record::Page(page)) => records.pages.push(*page),
            Some(translation) => translations.push(translation),
            None if file.language.is_none() => {
                records.broken.0.insert((file.kind, file.id.to_owned()));
            }
            None => records.has_all_translations = false,
        }
    }
    let numbers = Numbers::of(&records);
    for translation in translations {
        join_translation(&mut records, &numbers, translation);
    }
    let translations = records.translations.par_iter();
    let differences = translations.flat_map_iter(|found| neutral::differences(found, sources));
    diagnostics.extend(differences.collect::<Vec<_>>());
    diagnostics.extend(records.translations.iter().flat_map(Translation::diagnostics));
    diagnostics.extend(untranslated(&records, &files));
    accessibility::make_page(&mut records);
    Checked { value: records, diagnostics }
}

/// A hash of what the meaning of every file depends on.
fn basis(sources: &Sources) -> Key {
    let text = sources.text(FILE);
    memo::key(&[&[u8::from(text.is_some())], text.unwrap_or_default().as_bytes()])
}

/// What came of one file. A file with a mistake gives no record, but its references are
/// looked up all the same.
#[derive(Debug, Clone)]
pub struct ReadFile {
    record: Option<Record>,
    diagnostics: Vec<Diagnostic>,
    references: Vec<Reference>,
    links: Vec<WrittenLink>,
}

fn read_file(file: &ContentFile<'_>, basics: &Basics) -> ReadFile {
    let mut reader = Reader::of_text(file.path, file.text, basics);
    let mut diagnostics = Vec::new();
    let record = match file.kind {
        ContentKind::Event => {
            yaml::read(&file.yaml(), &Form::Keys(model::event::KEYS), &mut diagnostics)
                .and_then(|map| event::event(file.id, reader.of_draft(&map), &map))
                .map(|event| Record::Event(Arc::new(event)))
        }
        ContentKind::Delegation => {
            yaml::read(&file.yaml(), &Form::Keys(model::delegation::KEYS), &mut diagnostics)
                .and_then(|map| delegation::delegation(file.id, reader.of_draft(&map), &map))
                .map(|delegation| Record::Delegation(Arc::new(delegation)))
        }
        ContentKind::Release | ContentKind::Page => {
            read_markdown(file, &mut reader, &mut diagnostics)
        }
    };
    diagnostics.append(&mut reader.diagnostics);
    let broken = diagnostics.iter().any(Diagnostic::is_error);
    let record = record.filter(|_| !broken);
    ReadFile { record, diagnostics, references: reader.references, links: reader.links }
}

fn read_markdown(
    file: &ContentFile<'_>,
    reader: &mut Reader<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Record> {
    let split = match front_matter::split(file.text) {
        Ok(split) => split,
        Err((range, problem)) => {
            diagnostics.push(Diagnostic::bytes(file.path, range, problem));
            return None;
        }
    };
    let text = file.text.get(split.body.clone()).unwrap_or("");
    let composed = Composed::of(text);
    let (body, found) = markdown::read(file.path, &composed.text, 1);
    let at = |range: std::ops::Range<usize>| {
        let range = composed.typed(&range);
        range.start + split.body.start..range.end + split.body.start
    };
    let language = file.language.as_ref().unwrap_or(&reader.basics.default_language);
    reader.collect_from(&body, found, language, |range| Spot::Bytes(at(range)));
    let text = &*composed.text;
    let body = reader.without_gaps(body, text, 1, language);
    let found = reader.proofread(language.tag(), text).into_iter();
    let found = found.chain(markdown::hidden(text, markdown::TextKind::Markdown));
    for (range, problem) in found.chain(yaml::invisible::line_breaks(text)) {
        diagnostics.push(Diagnostic::bytes(file.path, at(range), problem));
    }
    let yaml = Yaml { file: file.path, text: file.text, range: split.yaml };
    let id = file.id.to_owned();
    let keys = match file.kind {
        ContentKind::Release => model::release::KEYS,
        _ => model::page::KEYS,
    };
    let map = yaml::read(&yaml, &Form::Keys(keys), diagnostics)?;
    let reader = reader.of_draft(&map);
    match (file.kind, &file.language) {
        (ContentKind::Release, None) => {
            let release = release::release(&id, reader, &map, body, text)?;
            Some(Record::Release(Arc::new(release)))
        }
        (ContentKind::Release, Some(language)) => {
            let translation = release::translation(reader, &map, body)?;
            Some(Record::ReleaseTranslation(id, language.clone(), Box::new(translation)))
        }
        (_, language) => {
            let page = Box::new(page::page(&id, reader, &map, body, text)?);
            if page.kind == PageType::SimpleLanguage {
                let found = simple_language::lint(text).into_iter();
                diagnostics.extend(
                    found.map(|(range, problem)| Diagnostic::bytes(file.path, at(range), problem)),
                );
            }
            Some(match language {
                None => Record::Page(page),
                Some(language) => Record::PageTranslation(id, language.clone(), page),
            })
        }
    }
}

/// Where the originals of translations are among the records, by their ids.
struct Numbers {
    releases: HashMap<String, usize>,
    pages: HashMap<String, usize>,
}

impl Numbers {
    fn of(records: &Records) -> Self {
        let releases = records.releases.iter().map(|release| release.id.clone());
        let pages = records.pages.iter().map(|page| page.id.clone());
        Numbers { releases: releases.zip(0..).collect(), pages: pages.zip(0..).collect() }
    }
}

/// Adds a translation to its original. That the original is there was checked by `files`.
fn join_translation(records: &mut Records, numbers: &Numbers, translation: Record) {
    match translation {
        Record::ReleaseTranslation(id, language, translation) => {
            let number = numbers.releases.get(&id);
            if let Some(release) = number.and_then(|number| records.releases.get_mut(*number)) {
                let (release, texts) = (Arc::make_mut(release), *translation);
                records.translations.push(Translation {
                    file: texts.file,
                    language: language.clone(),
                    original: release.file.clone(),
                    current: release.fingerprint.clone(),
                    translates: texts.translates,
                    lacks: lacking(&[
                        (Some("subtitle"), release.subtitle.is_some(), texts.subtitle.is_some()),
                        (Some("lead"), release.lead.is_some(), texts.lead.is_some()),
                        (None, !release.body.default.is_empty(), !texts.body.is_empty()),
                    ]),
                });
                release.title.others.push((language.clone(), texts.title));
                add(&mut release.subtitle, &language, texts.subtitle);
                add(&mut release.lead, &language, texts.lead);
                release.body.others.push((language, texts.body));
            }
        }
        Record::PageTranslation(id, language, texts) => {
            let number = numbers.pages.get(&id);
            if let Some(page) = number.and_then(|number| records.pages.get_mut(*number)) {
                records.translations.push(Translation {
                    file: texts.file,
                    language: language.clone(),
                    original: page.file.clone(),
                    current: page.fingerprint.clone(),
                    translates: texts.translates,
                    lacks: lacking(&[
                        (
                            Some("description"),
                            page.description.is_some(),
                            texts.description.is_some(),
                        ),
                        (None, !page.body.default.is_empty(), !texts.body.default.is_empty()),
                    ]),
                });
                page.title.others.push((language.clone(), texts.title.default));
                page.slug.others.push((language.clone(), texts.slug.default));
                add(&mut page.description, &language, texts.description.map(|d| d.default));
                page.body.others.push((language, texts.body.default));
            }
        }
        _ => {}
    }
}

/// The parts that the original has and the translation has not.
fn lacking(parts: &[(Option<&'static str>, bool, bool)]) -> Vec<Option<&'static str>> {
    let lacking = parts.iter().filter(|(_, original, translation)| *original && !translation);
    lacking.map(|(key, ..)| *key).collect()
}

/// Markdown files without a translation. One whose translation is there but broken has an error
/// there.
fn untranslated(records: &Records, files: &[ContentFile<'_>]) -> Vec<Diagnostic> {
    let known: BTreeSet<(ContentKind, &str, &Language)> = files
        .iter()
        .filter_map(|file| Some((file.kind, file.id, file.language.as_ref()?)))
        .collect();
    let releases = records.releases.iter().map(|r| (ContentKind::Release, &r.id, &r.file));
    let has_statement = records.statement.is_some();
    let pages = records.pages.iter().map(|page| (page, (ContentKind::Page, &page.id, &page.file)));
    let others = || records.config.languages.iter().skip(1);
    // The page of a statement is there in every language of its own accord.
    let pages = pages.filter(|(page, _)| !(has_statement && page.kind == PageType::Accessibility));
    let pages = pages.map(|(_, facts)| facts);
    let missing = |(kind, id, file): (ContentKind, &String, &SourcePath)| {
        let has = |language: &Language| known.contains(&(kind, id.as_str(), language));
        let languages: Vec<Language> = others().filter(|l| !has(l)).cloned().collect();
        (!languages.is_empty()).then(|| {
            Diagnostic::whole(file, TranslationWarning::Untranslated { languages, is_file: true })
        })
    };
    releases.chain(pages).filter_map(missing).collect()
}

/// Adds a translated text where the original has one.
fn add(texts: &mut Option<Translated<String>>, language: &Language, translated: Option<String>) {
    if let (Some(texts), Some(translated)) = (texts, translated) {
        texts.others.push((language.clone(), translated));
    }
}
