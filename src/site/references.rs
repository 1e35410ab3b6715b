//! Everything that one file names in another must be there, and must be public where the
//! one that names it is.

use std::collections::HashSet;

use super::names::{named, names};
use super::{Hidden, Media};
use crate::diagnostic::Diagnostic;
use crate::model::config::FILE;
use crate::model::{ContentKind, Records, Reference};
use crate::problem::{Older, Problem, ReferenceKind, ReferenceProblem, Suggestion, TextProblem};
use crate::source::{MEDIA, Sources};
use crate::suggest::{closest, suggest};
use crate::values::Section;

/// Unknown ids for which a similar one is looked for; past that the list is the message.
const MAX_SUGGESTIONS: usize = 50;

/// Looks up every reference. Call it while hidden items are still among the records.
pub(super) fn check(
    records: &Records,
    hidden: &Hidden,
    media: &Media,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let known = Known::of(records);
    let mut found = Vec::new();
    // What must be nowhere any more may be deleted too; that it is named was said.
    let is_gone = |reference: &&Reference| match reference.kind {
        ReferenceKind::Media => media.is_gone(&reference.id),
        ReferenceKind::File => {
            reference.id.strip_prefix(MEDIA).is_some_and(|name| media.is_gone(name))
        }
        _ => false,
    };
    for reference in records.references.iter().filter(|reference| !is_gone(reference)) {
        let problem: Option<Problem> = if known.has(reference, records, sources) {
            let leak = reference.kind == ReferenceKind::File
                && hidden.contains(&reference.id)
                && !hidden.contains(&reference.file);
            leak.then(|| TextProblem::LinkToHidden { target: reference.id.clone() }.into())
        } else if sources.is_lost(home(reference.kind), &reference.id) {
            Some(Older::NamesLost { name: reference.id.clone() }.into())
        } else {
            let look = found.len() < MAX_SUGGESTIONS;
            let (kind, id) = (reference.kind, reference.id.clone());
            let certain = || named(kind, &id, records).map(Suggestion::Certain);
            let section = || section(reference).map(Suggestion::Near);
            let near = || known.suggest(reference, records, sources).map(Suggestion::Near);
            let among = || names(kind, records).map(Suggestion::Among);
            let suggestion =
                look.then(|| certain().or_else(section).or_else(near).or_else(among)).flatten();
            let also = Vec::new();
            Some(ReferenceProblem::UnknownReference { kind, id, suggestion, also }.into())
        };
        found.extend(problem.map(|p| Diagnostic::new(&reference.file, reference.spot.clone(), p)));
    }
    found.extend(contact_circles(records));
    found
}

/// The section that somebody meant who names a page in the menu.
fn section(reference: &Reference) -> Option<String> {
    let is_in_menu = reference.kind == ReferenceKind::Page && &*reference.file == FILE;
    let section = suggest(&reference.id, Section::WORDS).filter(|_| is_in_menu);
    section.map(str::to_owned)
}

/// Where the files are that a reference names.
fn home(kind: ReferenceKind) -> &'static str {
    match kind {
        // It is a whole path.
        ReferenceKind::File => "",
        _ => kind.home(),
    }
}

/// Ids that are there, also those whose files are broken: these have errors of their own.
struct Known<'r> {
    events: HashSet<&'r str>,
    delegations: HashSet<&'r str>,
    releases: HashSet<&'r str>,
    pages: HashSet<&'r str>,
}

impl<'r> Known<'r> {
    fn of(records: &'r Records) -> Self {
        let events = records.events.iter().map(|event| event.id.as_str());
        let delegations = records.delegations.iter().map(|visit| visit.id.as_str());
        let releases = records.releases.iter().map(|release| release.id.as_str());
        let pages = records.pages.iter().map(|page| page.id.as_str());
        let broken = &records.broken;
        Known {
            events: events.chain(broken.ids(ContentKind::Event)).collect(),
            delegations: delegations.chain(broken.ids(ContentKind::Delegation)).collect(),
            releases: releases.chain(broken.ids(ContentKind::Release)).collect(),
            pages: pages.chain(broken.ids(ContentKind::Page)).collect(),
        }
    }

    /// Whether it is there.
    fn has(&self, reference: &Reference, records: &Records, sources: &Sources) -> bool {
        let id = reference.id.as_str();
        match reference.kind {
            ReferenceKind::Event => self.events.contains(id),
            ReferenceKind::Delegation => self.delegations.contains(id),
            ReferenceKind::Release => self.releases.contains(id),
            ReferenceKind::Page => self.pages.contains(id),
            ReferenceKind::Organisation => records.organisations.knows(id),
            ReferenceKind::Contact => records.contacts.knows(id),
            ReferenceKind::Venue => records.venues.knows(id),
            ReferenceKind::Sector => records.sectors.knows(id),
            ReferenceKind::Media => sources.binary(&format!("content/media/{id}")).is_some(),
            ReferenceKind::File => {
                let there = sources.text(id).is_some() || sources.binary(id).is_some();
                (there && has_page(id)) || sources.refused(id)
            }
        }
    }

    fn suggest(
        &self,
        reference: &Reference,
        records: &Records,
        sources: &Sources,
    ) -> Option<String> {
        let id = reference.id.as_str();
        let among = |ids: &HashSet<&'r str>| {
            // Sorted, so that the same content gives the same words.
            let mut ids: Vec<&str> = ids.iter().copied().collect();
            ids.sort_unstable();
            closest(id, ids).map(str::to_owned)
        };
        let keys = |keys: &mut dyn Iterator<Item = &String>| {
            closest(id, keys.map(String::as_str)).map(str::to_owned)
        };
        match reference.kind {
            ReferenceKind::Event => among(&self.events),
            ReferenceKind::Delegation => among(&self.delegations),
            ReferenceKind::Release => among(&self.releases),
            ReferenceKind::Page => among(&self.pages),
            ReferenceKind::Organisation => keys(&mut records.organisations.entries.keys()),
            ReferenceKind::Contact => keys(&mut records.contacts.entries.keys()),
            ReferenceKind::Venue => keys(&mut records.venues.entries.keys()),
            ReferenceKind::Sector => keys(&mut records.sectors.entries.keys()),
            ReferenceKind::Media => {
                let files = sources.binaries("content/media/").map(|(path, _)| &**path);
                let path = similar_file(&format!("content/media/{id}"), files)?;
                path.strip_prefix("content/media/").map(str::to_owned)
            }
            ReferenceKind::File => {
                let texts = sources.texts("content/").map(|(path, _)| &**path);
                let texts = texts.filter(|path| has_page(path));
                let media = sources.binaries("content/media/").map(|(path, _)| &**path);
                similar_file(id, texts.chain(media)).map(|path| relative(&reference.file, path))
            }
        }
    }
}

/// Whether a content file has an address of its own: those at the top have none.
fn has_page(path: &str) -> bool {
    path.strip_prefix("content/").is_some_and(|inner| inner.contains('/'))
}

/// The file somebody probably meant: of that name in another folder, or of a similar name.
fn similar_file<'s>(typed: &str, files: impl Iterator<Item = &'s str>) -> Option<&'s str> {
    let name = |path: &'s str| path.rsplit('/').next().unwrap_or(path);
    let typed_name = typed.rsplit('/').next().unwrap_or(typed);
    let stem = |name: &'s str| name.split('.').next().unwrap_or(name);
    let typed_stem = typed_name.split('.').next().unwrap_or(typed_name);
    let files: Vec<&str> = files.collect();
    let find = |wanted: &dyn Fn(&'s str) -> bool| files.iter().copied().find(|path| wanted(path));
    find(&|path| name(path) == typed_name)
        .or_else(|| find(&|path| stem(name(path)) == typed_stem))
        .or_else(|| {
            let similar = closest(typed_stem, files.iter().map(|path| stem(name(path))))?;
            find(&|path| stem(name(path)) == similar)
        })
}

/// A path as a link in `file` writes it.
fn relative(file: &str, path: &str) -> String {
    let folders: Vec<&str> = file.split('/').rev().skip(1).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let common = folders.iter().rev().zip(&parts).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", folders.len() - common);
    up.chain(parts.into_iter().skip(common)).collect::<Vec<_>>().join("/")
}

/// Contacts that would stand in for each other for ever.
fn contact_circles(records: &Records) -> Vec<Diagnostic> {
    let contacts = &records.contacts;
    let mut found = Vec::new();
    for key in contacts.entries.keys() {
        let mut seen = HashSet::new();
        let mut next = Some(key.as_str());
        while let Some(current) = next.filter(|current| seen.insert(*current)) {
            let contact = contacts.get(current);
            next = contact.and_then(|c| c.fallback.as_ref()).map(|fallback| fallback.0.as_str());
        }
        // Reported once, at the first of them.
        if next == Some(key.as_str()) && seen.iter().all(|other| key.as_str() <= *other) {
            let path = vec![
                crate::place::Step::Key(key.clone()),
                crate::place::Step::Key("fallback".into()),
            ];
            let part = crate::place::Spot::Value(path);
            found.push(Diagnostic::new(&contacts.file, part, ReferenceProblem::ContactCircle));
        }
    }
    found
}
