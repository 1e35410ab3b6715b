//! `accessibility.yaml`. What is not there yet is a gap with somebody who has to fill it; whoever
//! writes `??…??` in its place says so too.

use super::basics::Basics;
use super::reader::Reader;
use super::translation::fingerprint;
use crate::diagnostic::Diagnostic;
use crate::gap;
use crate::language::{Language, Translated, without_region};
use crate::markdown::Markdown;
use crate::model::accessibility::*;
use crate::model::page::PageRecord;
use crate::model::{ContentKind, Records};
use crate::place::{KeyPath, SourcePath};
use crate::problem::{DutyProblem, ReferenceKind, StatementPart};
use crate::source::Sources;
use crate::values::{Compliance, NormVersion, PageType};
use crate::yaml::key::Form;
use crate::yaml::typed::{Map, Typed};
use crate::yaml::{self, Yaml};

/// Reads the statement; nothing where there is no such file.
pub fn read(
    sources: &Sources,
    basics: &Basics,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Statement> {
    let file: SourcePath = format!("content/{NAME}").into();
    let text = sources.text(&file)?;
    let yaml = Yaml { file: &file, text, range: 0..text.len() };
    let map = match yaml::says_nothing(text) {
        true => Map::default(),
        false => yaml::read(&yaml, &Form::Keys(KEYS), diagnostics)?,
    };
    let mut reader = Reader::new(&file, basics).with_gaps();
    let mut statement = statement(&mut reader, &map);
    statement.references = std::mem::take(&mut reader.references);
    statement.links = std::mem::take(&mut reader.links);
    diagnostics.append(&mut reader.diagnostics);
    Some(statement)
}

/// Whether there is a statement, be it one that cannot be read.
pub fn is_there(sources: &Sources) -> bool {
    let file = format!("content/{NAME}");
    sources.text(&file).is_some() || sources.refused(&file)
}

fn statement(r: &mut Reader<'_>, map: &Map) -> Statement {
    let (created, reviewed) = (r.value(map, "created"), r.value(map, "reviewed"));
    let statement = Statement {
        file: r.file.clone(),
        body: known(map, "body", r.texts(map, "body")),
        law: known(map, "law", r.texts(map, "law")),
        scope: known(map, "scope", r.texts(map, "scope")),
        standard: r.value(map, "standard").unwrap_or_else(|| STANDARD.to_owned()),
        version: r.value(map, "version").unwrap_or(NormVersion::V321),
        status: r.value(map, "status"),
        barriers: map.maps("barriers").filter_map(|map| barrier(r, map)).collect(),
        method: r.value(map, "method"),
        method_note: r.texts(map, "method_note"),
        report: r.value(map, "report"),
        created,
        reviewed,
        dated_at: map.at(if reviewed > created { "reviewed" } else { "created" }),
        feedback: map.map("feedback").and_then(|map| feedback(r, map)),
        enforcement: map.map("enforcement").and_then(|map| enforcement(r, map)),
        references: Vec::new(),
        links: Vec::new(),
    };
    let missing = StatementPart::ALL.into_iter().filter(|part| !map.has(part.key()));
    let lists_barriers = !matches!(statement.status, None | Some(Compliance::Full));
    for part in missing.filter(|part| *part != StatementPart::Barriers || lists_barriers) {
        lacks(r, map.at(part.key()), part);
    }
    if statement.status == Some(Compliance::Full) && !statement.barriers.is_empty() {
        r.report(map.at("status"), DutyProblem::FullWithBarriers.into());
    }
    statement
}

/// A text for the middle of a sentence; nothing while it has a gap, or the sentence would have it.
fn known(map: &Map, key: &str, texts: Option<Translated<String>>) -> Option<Translated<String>> {
    let has_gap = |typed: &Typed| match typed {
        Typed::Text(text) => gap::gaps(text).next().is_some(),
        Typed::Map(texts) => texts
            .iter()
            .any(|(_, text)| text.text().is_some_and(|text| gap::gaps(text).next().is_some())),
        Typed::List(_) => false,
    };
    texts.filter(|_| !map.get(key).is_some_and(has_gap))
}

fn barrier(r: &mut Reader<'_>, map: &Map) -> Option<Barrier> {
    let (what, reason) = (r.required_texts(map, "what"), r.required(map, "reason"));
    let alternative = r.texts(map, "alternative");
    let planned = r.value(map, "planned");
    Some(Barrier { what: what?, reason: reason?, alternative, planned })
}

fn feedback(r: &mut Reader<'_>, map: &Map) -> Option<Feedback> {
    let feedback = Feedback {
        contact: r.reference(ReferenceKind::Contact, map, "contact"),
        email: r.value(map, "email"),
        phone: r.value(map, "phone"),
        url: r.value(map, "url"),
        note: r.texts(map, "note"),
    };
    let Feedback { contact, email, phone, url, .. } = &feedback;
    let is_reachable = contact.is_some() || email.is_some() || phone.is_some() || url.is_some();
    let says_how = ["contact", "email", "phone", "url"].iter().any(|key| map.has(key));
    if !says_how {
        lacks(r, map.at("email"), StatementPart::Feedback);
    }
    is_reachable.then_some(feedback)
}

fn enforcement(r: &mut Reader<'_>, map: &Map) -> Option<Enforcement> {
    r.require(map, "name");
    let name = known(map, "name", r.name(map, "name"));
    Some(Enforcement {
        address: r.name(map, "address"),
        email: r.value(map, "email"),
        phone: r.value(map, "phone"),
        url: r.value(map, "url"),
        note: r.texts(map, "note"),
        name: name?,
    })
}

/// Sees to it that the statement has a page in every language: an editor's page of that type with
/// its own words, or one made here.
pub fn make_page(records: &mut Records) {
    let Some(statement) = &records.statement else { return };
    let languages = &records.config.languages;
    let Some(default) = languages.first() else { return };
    let is_ours = |page: &PageRecord| page.kind == PageType::Accessibility;
    if records.broken.ids(ContentKind::Page).next().is_none() && !records.pages.iter().any(is_ours)
    {
        records.pages.push(empty_page(&statement.file, default));
    }
    for page in records.pages.iter_mut().filter(|page| is_ours(page)) {
        for language in languages {
            if page.body.own(language, default).is_some() {
                continue;
            }
            page.body.others.push((language.clone(), Markdown::default()));
            let (title, slug) = in_language(language);
            for (texts, text) in [(&mut page.title, title), (&mut page.slug, slug)] {
                if texts.own(language, default).is_none() {
                    texts.others.push((language.clone(), text));
                }
            }
        }
    }
}

fn in_language(language: &Language) -> (String, String) {
    let [_, english, _] = PAGE;
    let found = PAGE.into_iter().find(|(tag, ..)| without_region(language.tag()) == *tag);
    let (_, title, slug) = found.unwrap_or(english);
    (title.to_owned(), slug.to_owned())
}

fn empty_page(file: &SourcePath, default: &Language) -> PageRecord {
    let (title, slug) = in_language(default);
    PageRecord {
        id: "barrierefreiheit".to_owned(),
        file: file.clone(),
        fingerprint: fingerprint(&[]),
        title: Translated::only(title),
        slug: Translated::only(slug),
        menu: None,
        description: None,
        kind: PageType::Accessibility,
        reviewed: None,
        own_fields: Vec::new(),
        video: None,
        draft: false,
        aliases: Vec::new(),
        body: Translated::only(Markdown::default()),
        translates: None,
    }
}

/// Reports a part that is missing, at the key that should have it.
fn lacks(r: &mut Reader<'_>, at: KeyPath, part: StatementPart) {
    r.report_key(at, DutyProblem::StatementLacks { part, gap: part.gap() }.into());
}
