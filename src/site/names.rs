//! References by name: »contact: Erika Müller« in place of the key under which she stands.

use crate::composed::composed;
use crate::language::Translated;
use crate::model::Records;
use crate::problem::ReferenceKind;
use crate::values::Id;

/// So many keys are told at most: a longer list helps nobody.
const FEW: usize = 12;

/// The id of what somebody named by its name, its title or its file; nothing when two have it.
pub(super) fn named(kind: ReferenceKind, typed: &str, records: &Records) -> Option<String> {
    let file = typed.rsplit('/').next().unwrap_or(typed);
    let stem = file.strip_suffix(".yaml").or_else(|| file.strip_suffix(".md")).unwrap_or(file);
    let wanted = plain(typed);
    let as_id = wanted.replace([' ', '_'], "-");
    let mut meant: Vec<String> = entries(kind, records)
        .into_iter()
        .filter(|(id, name)| {
            let is_file = *id == stem && typed != stem;
            is_file
                || *id == as_id
                || name.is_some_and(|name| name.iter().any(|name| plain(name) == wanted))
        })
        .map(|(id, _)| id.to_owned())
        .collect();
    meant.dedup();
    match &mut meant[..] {
        [only] => Some(std::mem::take(only)),
        _ => None,
    }
}

/// All ids of a kind, where these are few.
pub(super) fn names(kind: ReferenceKind, records: &Records) -> Option<String> {
    let mut ids: Vec<&str> = entries(kind, records).into_iter().map(|(id, _)| id).collect();
    ids.dedup();
    ids.retain(|id| Id::is_valid(id));
    (1..=FEW).contains(&ids.len()).then(|| ids.join(", "))
}

type Entry<'r> = (&'r str, Option<&'r Translated<String>>);

/// The ids of a kind with their names, sorted.
fn entries(kind: ReferenceKind, records: &Records) -> Vec<Entry<'_>> {
    let mut entries: Vec<Entry<'_>> = match kind {
        ReferenceKind::Event => {
            records.events.iter().map(|it| (it.id.as_str(), Some(&it.title))).collect()
        }
        ReferenceKind::Delegation => {
            records.delegations.iter().map(|it| (it.id.as_str(), Some(&it.title))).collect()
        }
        ReferenceKind::Release => {
            records.releases.iter().map(|it| (it.id.as_str(), Some(&it.title))).collect()
        }
        ReferenceKind::Page => {
            records.pages.iter().map(|it| (it.id.as_str(), Some(&it.title))).collect()
        }
        ReferenceKind::Organisation => {
            let entries = records.organisations.entries.iter();
            let short = entries.clone().filter_map(|(key, it)| Some((key, it.short.as_ref()?)));
            let names = entries.map(|(key, it)| (key, &it.name));
            names.chain(short).map(|(key, name)| (key.as_str(), Some(name))).collect()
        }
        ReferenceKind::Contact => {
            let entries = records.contacts.entries.iter();
            entries.map(|(key, it)| (key.as_str(), Some(&it.name))).collect()
        }
        ReferenceKind::Venue => {
            let entries = records.venues.entries.iter();
            entries.map(|(key, it)| (key.as_str(), Some(&it.name))).collect()
        }
        ReferenceKind::Sector => {
            let entries = records.sectors.entries.iter();
            entries.map(|(key, it)| (key.as_str(), Some(&it.name))).collect()
        }
        ReferenceKind::Media | ReferenceKind::File => Vec::new(),
    };
    entries.sort_by_key(|(id, _)| *id);
    entries
}

/// As two people write one name: small letters, one form of each, single spaces.
fn plain(name: &str) -> String {
    let small = composed(name).to_lowercase();
    small.split_whitespace().collect::<Vec<_>>().join(" ")
}
