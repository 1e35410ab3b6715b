//! The files that hold many small things by key: organisations.yaml, contacts.yaml and
//! sectors.yaml ([`super::venue`] has a file of its own for what a venue is).

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::files;
use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::language::{Language, Translated};
use crate::model::config::Config;
use crate::model::registry::*;
use crate::place::{Path, SourcePath};
use crate::problem::{FileProblem, ReferenceKind};
use crate::source::Sources;
use crate::values::{Email, Id, MediaFile, Phone, Url};
use crate::yaml::typed::{Entries, Group, OneOrMany, Texts, Written};
use crate::yaml::{self, Yaml};

/// Reads a file of things by key.
pub fn read<F: DeserializeOwned, T>(
    name: &str,
    sources: &Sources,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
    mut entry: impl FnMut(&mut Reader<'_>, Path<'_>, &F) -> Option<T>,
) -> Registry<T> {
    let file: SourcePath = format!("content/{name}").into();
    let mut registry = Registry {
        file: file.clone(),
        entries: BTreeMap::new(),
        broken: Vec::new(),
        readable: true,
        references: Vec::new(),
    };
    let Some(text) = sources.text(&file) else {
        registry.readable = !sources.refused(&file) && !files::is_misnamed(sources, name);
        return registry;
    };
    if !text.trim().is_empty() && yaml::says_nothing(text) {
        return registry;
    }
    let before = diagnostics.len();
    let yaml = Yaml { file: &file, text, range: 0..text.len() };
    let Some(Entries(typed)) = yaml::read::<Entries<Option<Group<F>>>>(&yaml, diagnostics) else {
        registry.readable = false;
        return registry;
    };
    if diagnostics.len() > before {
        // Entries of a wrong shape were left out, but stand there.
        let keys = yaml::Positions::read(text, 0, &[]);
        registry.broken.extend(keys.keys().map(str::to_owned));
    }
    let mut reader = Reader::new(&file, config);
    for (key, typed) in &typed {
        let at = Path::Top.key(key);
        if !Id::is_valid(key) {
            let suggestion = crate::markdown::slug(key);
            reader.report_key(at, FileProblem::BadId { id: key.clone(), suggestion });
        }
        let thing = match typed {
            Some(typed) => entry(&mut reader, at, typed),
            None => {
                reader.missing(at, "name");
                None
            }
        };
        match thing {
            Some(thing) => drop(registry.entries.insert(key.clone(), thing)),
            None => registry.broken.push(key.clone()),
        }
    }
    diagnostics.append(&mut reader.diagnostics);
    registry.references = reader.references;
    registry
}

/// An organisation as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationFile {
    name: Option<Texts>,
    short: Option<Texts>,
    url: Option<Written<Url>>,
    logo: Option<Written<MediaFile>>,
}

/// Reads an organisation.
pub fn organisation(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: &OrganisationFile,
) -> Option<Organisation> {
    let name = reader.required_name(at, "name", typed.name.as_ref());
    let short = reader.name(at.key("short"), typed.short.as_ref());
    let url = reader.value(at.key("url"), typed.url.as_ref());
    let logo = reader.reference(ReferenceKind::Media, at.key("logo"), typed.logo.as_ref());
    Some(Organisation { name: name?, short, url, logo })
}

/// A contact as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactFile {
    name: Option<Texts>,
    role: Option<Texts>,
    email: Option<Written<Email>>,
    phone: Option<Written<Phone>>,
    languages: Option<OneOrMany<Language>>,
    until: Option<Written<Date>>,
    fallback: Option<Written<Id>>,
}

/// Reads a contact.
pub fn contact(reader: &mut Reader<'_>, at: Path<'_>, typed: &ContactFile) -> Option<Contact> {
    let name = reader.required_name(at, "name", typed.name.as_ref());
    let contact = Contact {
        name: Translated::default(),
        role: reader.texts(at.key("role"), typed.role.as_ref()),
        email: reader.value(at.key("email"), typed.email.as_ref()),
        phone: reader.value(at.key("phone"), typed.phone.as_ref()),
        languages: reader.list(at.key("languages"), typed.languages.as_ref()),
        until: reader.value(at.key("until"), typed.until.as_ref()),
        fallback: reader.reference(
            ReferenceKind::Contact,
            at.key("fallback"),
            typed.fallback.as_ref(),
        ),
    };
    if contact.until.is_some() && typed.fallback.is_none() {
        reader.missing(at, "fallback");
    }
    Some(Contact { name: name?, ..contact })
}

/// A sector as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectorFile {
    name: Option<Texts>,
}

/// Reads a sector.
pub fn sector(reader: &mut Reader<'_>, at: Path<'_>, typed: &SectorFile) -> Option<Sector> {
    reader.required_texts(at, "name", typed.name.as_ref()).map(|name| Sector { name })
}
