//! Records in, [`Programme`] out: one pass that checks references, takes out what is not public,
//! sorts and joins.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use super::{
    About, CountryEntry, Delegation, Event, Hidden, Index, Programme, Release, SectorEntry,
    changes, references,
};
use crate::country::Country;
use crate::diagnostic::{Checked, Diagnostic};
use crate::model::Records;
use crate::model::delegation::DelegationRecord;
use crate::model::event::EventRecord;
use crate::model::release::ReleaseRecord;
use crate::problem::Warning;
use crate::source::Sources;
use crate::values::{Id, PageType};

/// What a programme is assembled from besides its records.
#[derive(Debug)]
pub struct Assembled<'a> {
    /// The files, to look up references to media.
    pub sources: &'a Sources,
    /// The only time the program knows.
    pub now: Timestamp,
    /// Whether drafts and embargoed items are shown.
    pub drafts: bool,
}

/// Joins the records to a programme.
pub fn assemble(mut records: Records, with: Assembled<'_>) -> Checked<Programme> {
    let hidden = Hidden::among(&records, with.now, with.drafts);
    let mut diagnostics = references::check(&records, &hidden, with.sources);
    diagnostics.extend(changes::check(&records, with.now));
    diagnostics.extend(required_pages(&records));
    hidden.take_out_of(&mut records);

    let mut events = records.events;
    events.sort_by_cached_key(|event| {
        (event.date_at(with.now).starts(&event.timezone), event.id.clone())
    });
    let mut delegations = records.delegations;
    delegations.sort_by(|a, b| (a.dates.days().first, &a.id).cmp(&(b.dates.days().first, &b.id)));
    let mut releases = records.releases;
    releases.sort_by(|a, b| {
        let key = |release: &ReleaseRecord| release.publication.published;
        key(b).cmp(&key(a)).then_with(|| a.id.cmp(&b.id))
    });
    let mut pages = records.pages;
    pages.sort_by(|a, b| a.id.cmp(&b.id));

    let index = Index {
        events: numbered(events.iter().map(|event| &event.id)),
        delegations: numbered(delegations.iter().map(|delegation| &delegation.id)),
        releases: numbered(releases.iter().map(|release| &release.id)),
        pages: numbered(pages.iter().map(|page| &page.id)),
    };
    let mut programme = Programme {
        config: records.config,
        now: with.now,
        drafts: with.drafts,
        organisations: records.organisations.entries,
        contacts: records.contacts.entries,
        venues: records.venues.entries,
        sectors: records.sectors.entries,
        events: Vec::new(),
        delegations: Vec::new(),
        releases: Vec::new(),
        pages,
        countries: Vec::new(),
        sector_entries: Vec::new(),
        links: records.links,
        translations: records
            .translations
            .into_iter()
            .map(|found| ((found.original, found.language), found.file))
            .collect(),
        hidden,
        index,
    };
    join(&mut programme, events, delegations, releases);
    collect_countries(&mut programme);
    collect_sectors(&mut programme);
    Checked { value: programme, diagnostics }
}

fn numbered<'i>(ids: impl Iterator<Item = &'i String>) -> HashMap<String, usize> {
    ids.enumerate().map(|(number, id)| (id.clone(), number)).collect()
}

fn required_pages(records: &Records) -> Vec<Diagnostic> {
    let types = [PageType::Imprint, PageType::Privacy, PageType::Accessibility];
    let missing = types.into_iter().filter(|kind| {
        records.broken.is_empty() && !records.pages.iter().any(|page| page.kind == *kind)
    });
    let file = &records.config.file;
    missing
        .filter(|_| records.config.is_complete)
        .map(|kind| kind.word())
        .map(|page_type| Diagnostic::whole(file, Warning::RequiredPageMissing { page_type }))
        .collect()
}

/// A set that keeps the order in which things came.
fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Adds a number to an ascending list, once.
fn push_last(list: &mut Vec<usize>, number: usize) {
    if list.last() != Some(&number) {
        list.push(number);
    }
}

/// Joins events, visits and releases in both directions.
fn join(
    programme: &mut Programme,
    events: Vec<Arc<EventRecord>>,
    delegations: Vec<Arc<DelegationRecord>>,
    releases: Vec<Arc<ReleaseRecord>>,
) {
    let numbers = |ids: &[Id], index: &HashMap<String, usize>| {
        let mut numbers = Vec::new();
        for number in ids.iter().filter_map(|id| index.get(&id.0)) {
            push_new(&mut numbers, *number);
        }
        numbers
    };
    let mut event_releases: Vec<Vec<usize>> =
        events.iter().map(|event| numbers(&event.press, &programme.index.releases)).collect();
    let mut release_events: Vec<Vec<usize>> =
        releases.iter().map(|release| numbers(&release.events, &programme.index.events)).collect();
    let mut delegation_releases: Vec<Vec<usize>> = vec![Vec::new(); delegations.len()];
    let mut delegation_events: Vec<Vec<usize>> = vec![Vec::new(); delegations.len()];
    for (number, named) in release_events.iter().enumerate() {
        for event in named {
            if let Some(releases) = event_releases.get_mut(*event) {
                push_new(releases, number);
            }
        }
    }
    for (number, named) in event_releases.iter_mut().enumerate() {
        named.sort_unstable();
        for release in named.iter() {
            if let Some(events) = release_events.get_mut(*release) {
                push_new(events, number);
            }
        }
    }

    for ((number, record), releases) in events.into_iter().enumerate().zip(event_releases) {
        let taking_part = numbers(&record.delegations, &programme.index.delegations);
        let mut countries = record.countries.clone();
        let mut sectors = record.sectors.clone();
        for delegation in &taking_part {
            delegation_events[*delegation].push(number);
            let delegation = &delegations[*delegation];
            delegation.countries.iter().for_each(|country| push_new(&mut countries, *country));
            delegation.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        programme.events.push(Event {
            record,
            delegations: taking_part,
            releases,
            countries,
            sectors,
        });
    }
    for ((number, record), mut events) in releases.into_iter().enumerate().zip(release_events) {
        events.sort_unstable();
        let about = numbers(&record.delegations, &programme.index.delegations);
        let mut countries = record.countries.clone();
        let mut sectors = record.sectors.clone();
        for delegation in &about {
            delegation_releases[*delegation].push(number);
            let delegation = &delegations[*delegation];
            delegation.countries.iter().for_each(|country| push_new(&mut countries, *country));
            delegation.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        for event in &events {
            let event = &programme.events[*event];
            event.countries.iter().for_each(|country| push_new(&mut countries, *country));
            event.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        programme.releases.push(Release { record, events, delegations: about, countries, sectors });
    }
    let joined = delegations.into_iter().zip(delegation_events).zip(delegation_releases);
    programme.delegations = joined
        .map(|((record, events), releases)| Delegation { record, events, releases })
        .collect();
}

fn collect_countries(programme: &mut Programme) {
    let mut entries: BTreeMap<&'static str, CountryEntry> = BTreeMap::new();
    let mut about = |country: &'static Country, add: &dyn Fn(&mut About)| {
        let new = || CountryEntry { country, about: About::default() };
        add(&mut entries.entry(country.code).or_insert_with(new).about);
    };
    for (number, event) in programme.events.iter().enumerate() {
        event
            .countries
            .iter()
            .for_each(|c| about(c, &|about| push_last(&mut about.events, number)));
    }
    for (number, delegation) in programme.delegations.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.delegations, number);
        delegation.countries.iter().for_each(|country| about(country, &add));
    }
    for (number, release) in programme.releases.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.releases, number);
        release.countries.iter().for_each(|country| about(country, &add));
    }
    programme.countries = entries.into_values().collect();
}

fn collect_sectors(programme: &mut Programme) {
    let mut entries: BTreeMap<String, SectorEntry> = BTreeMap::new();
    let mut about = |sector: &Id, add: &dyn Fn(&mut About)| {
        let new = || SectorEntry { key: sector.0.clone(), about: About::default() };
        add(&mut entries.entry(sector.0.clone()).or_insert_with(new).about);
    };
    for (number, event) in programme.events.iter().enumerate() {
        event.sectors.iter().for_each(|s| about(s, &|about| push_last(&mut about.events, number)));
    }
    for (number, delegation) in programme.delegations.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.delegations, number);
        delegation.sectors.iter().for_each(|sector| about(sector, &add));
    }
    for (number, release) in programme.releases.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.releases, number);
        release.sectors.iter().for_each(|sector| about(sector, &add));
    }
    let sectors = &programme.sectors;
    programme.sector_entries =
        entries.into_values().filter(|entry| sectors.contains_key(&entry.key)).collect();
}
