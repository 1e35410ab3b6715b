//! The files that hold many small things by key: organisations.yaml, contacts.yaml and
//! sectors.yaml ([`super::venue`] has a file of its own for what a venue is).

use std::collections::BTreeMap;

use super::basics::Basics;
use super::files;
use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::model::registry::*;
use crate::place::SourcePath;
use crate::problem::{FileProblem, ReferenceKind};
use crate::source::Sources;
use crate::values::Id;
use crate::yaml::key::{Form, Key};
use crate::yaml::typed::Map;
use crate::yaml::{self, Yaml};

/// Reads a file of things by key; each thing has the keys of a table.
pub fn read<T>(
    name: &str,
    keys: &'static [Key],
    sources: &Sources,
    basics: &Basics,
    diagnostics: &mut Vec<Diagnostic>,
    mut entry: impl FnMut(&mut Reader<'_>, &Map) -> Option<T>,
) -> Registry<T> {
    let file: SourcePath = format!("content/{name}").into();
    let mut registry = Registry {
        file: file.clone(),
        entries: BTreeMap::new(),
        broken: Vec::new(),
        readable: true,
        references: Vec::new(),
        links: Vec::new(),
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
    let Some(things) = yaml::read(&yaml, &Form::ById(keys), diagnostics) else {
        registry.readable = false;
        return registry;
    };
    if diagnostics.len() > before {
        // Entries of a wrong shape were left out, but are in the file.
        let keys = yaml::Positions::read(text, 0, &[]);
        registry.broken.extend(keys.keys().map(str::to_owned));
    }
    let mut reader = Reader::new(&file, basics);
    for (key, thing) in things.iter() {
        if !Id::is_valid(key) {
            let suggestion = crate::markdown::slug(key);
            reader.report_key(
                things.at(key),
                FileProblem::BadId { id: key.to_owned(), suggestion }.into(),
            );
        }
        match thing.map().and_then(|map| entry(&mut reader, map)) {
            Some(thing) => drop(registry.entries.insert(key.to_owned(), thing)),
            None => registry.broken.push(key.to_owned()),
        }
    }
    diagnostics.append(&mut reader.diagnostics);
    (registry.references, registry.links) = (reader.references, reader.links);
    registry
}

/// Reads an organisation.
pub fn organisation(reader: &mut Reader<'_>, map: &Map) -> Option<Organisation> {
    let name = reader.required_name(map, "name");
    let short = reader.name(map, "short");
    let url = reader.value(map, "url");
    let logo = reader.reference(ReferenceKind::Media, map, "logo");
    let updated = reader.updated(map);
    Some(Organisation { name: name?, short, url, logo, updated })
}

/// Reads a contact.
pub fn contact(reader: &mut Reader<'_>, map: &Map) -> Option<Contact> {
    let name = reader.required_name(map, "name");
    let until = reader.value(map, "until");
    if until.is_some() {
        reader.require(map, "fallback");
    }
    Some(Contact {
        role: reader.texts(map, "role"),
        email: reader.value(map, "email"),
        phone: reader.value(map, "phone"),
        languages: reader.list(map, "languages"),
        until,
        fallback: reader.reference(ReferenceKind::Contact, map, "fallback"),
        updated: reader.updated(map),
        name: name?,
    })
}

/// Reads a sector.
pub fn sector(reader: &mut Reader<'_>, map: &Map) -> Option<Sector> {
    reader.required_texts(map, "name").map(|name| Sector { name })
}
