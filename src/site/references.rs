//! Everything that one file names in another must be there, and must be public where the
//! one that names it is.

use std::collections::HashSet;

use super::Hidden;
use crate::content::Records;
use crate::content::reader::{Reference, ReferenceKind};
use crate::diagnostic::Diagnostic;
use crate::problem::{Problem, closest};
use crate::source::Sources;

/// Unknown ids for which a similar one is looked for; past that the list is the message.
const MAX_SUGGESTIONS: usize = 50;

/// Looks up every reference. Call it while hidden items are still among the records.
pub(super) fn check(records: &Records, hidden: &Hidden, sources: &Sources) -> Vec<Diagnostic> {
    let known = Known::of(records);
    let mut found = Vec::new();
    for reference in &records.references {
        let problem = if known.has(reference, records, sources) {
            let leak = reference.kind == ReferenceKind::File
                && hidden.contains(&reference.id)
                && !hidden.contains(&reference.file);
            leak.then(|| Problem::LinkToHidden { target: reference.id.clone() })
        } else {
            let look = found.len() < MAX_SUGGESTIONS;
            let suggestion = if look { known.suggest(reference, records, sources) } else { None };
            let (kind, id) = (reference.kind, reference.id.clone());
            Some(Problem::UnknownReference { kind, id, suggestion })
        };
        found.extend(problem.map(|p| Diagnostic::new(&reference.file, reference.part.clone(), p)));
    }
    found.extend(contact_circles(records));
    found
}

struct Known<'r> {
    events: HashSet<&'r str>,
    delegations: HashSet<&'r str>,
    releases: HashSet<&'r str>,
    pages: HashSet<&'r str>,
}

impl<'r> Known<'r> {
    fn of(records: &'r Records) -> Self {
        Known {
            events: records.events.iter().map(|event| event.id.as_str()).collect(),
            delegations: records.delegations.iter().map(|d| d.id.as_str()).collect(),
            releases: records.releases.iter().map(|release| release.id.as_str()).collect(),
            pages: records.pages.iter().map(|page| page.id.as_str()).collect(),
        }
    }

    /// Whether it is there, or its file is broken and has errors of its own.
    fn has(&self, reference: &Reference, records: &Records, sources: &Sources) -> bool {
        let id = reference.id.as_str();
        match reference.kind {
            ReferenceKind::Event => self.events.contains(id) || records.broken.event(id),
            ReferenceKind::Delegation => {
                self.delegations.contains(id) || records.broken.delegation(id)
            }
            ReferenceKind::Release => self.releases.contains(id) || records.broken.release(id),
            ReferenceKind::Page => self.pages.contains(id) || records.broken.page(id),
            ReferenceKind::Organisation => records.organisations.knows(id),
            ReferenceKind::Contact => records.contacts.knows(id),
            ReferenceKind::Venue => records.venues.knows(id),
            ReferenceKind::Sector => records.sectors.knows(id),
            ReferenceKind::Media => sources.binary(&format!("content/media/{id}")).is_some(),
            ReferenceKind::File => {
                sources.text(id).is_some() || sources.binary(id).is_some() || sources.refused(id)
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
                closest(&format!("content/media/{id}"), files)
                    .and_then(|path| path.strip_prefix("content/media/"))
                    .map(str::to_owned)
            }
            ReferenceKind::File => {
                let texts = sources.texts("content/").map(|(path, _)| &**path);
                closest(id, texts).map(str::to_owned)
            }
        }
    }
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
        if next == Some(key.as_str()) {
            let path = vec![
                crate::content::yaml::Step::Key(key.clone()),
                crate::content::yaml::Step::Key("fallback".into()),
            ];
            let part = crate::diagnostic::Part::Value(path);
            found.push(Diagnostic::new(&contacts.file, part, Problem::ContactCircle));
        }
    }
    found
}
