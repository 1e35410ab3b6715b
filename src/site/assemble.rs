//! Records in, [`Programme`] out: one pass that checks references, takes out what is not public,
//! sorts and joins.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;
use uuid::Uuid;

use super::Showing;
use super::{
    About, CountryEntry, Delegation, Event, Hidden, Index, KindEntry, Media, Programme, Release,
    Secret, SectorEntry, consent, duties, references, schedule, status, updates,
};
use crate::country::Country;
use crate::diagnostic::Checked;
use crate::model::Records;
use crate::model::delegation::DelegationRecord;
use crate::model::event::EventRecord;
use crate::model::release::ReleaseRecord;
use crate::source::Sources;
use crate::values::Id;

/// Joins the records to a programme. References to media are looked up in the sources.
pub fn assemble(
    mut records: Records,
    sources: &Sources,
    now: Timestamp,
    shown: Showing,
) -> Checked<Programme> {
    let hidden = Hidden::among(&records, shown);
    let consents = consent::held(&records);
    let (media, mut diagnostics) = Media::of(&records, &hidden, &consents, sources, now);
    diagnostics.extend(consent::check(&consents, &hidden, sources, now));
    diagnostics.extend(references::check(&records, &hidden, &media, sources));
    diagnostics.extend(status::check(&records, now));
    diagnostics.extend(updates::check(&records, now));
    updates::not_after_now(&mut records, now);
    diagnostics.extend(schedule::check(&records, now));
    diagnostics.extend(duties::check(&records, now));
    let secrets = Secret::among(&records, &hidden);
    hidden.take_out_of(&mut records);
    media.take_out_of(&mut records);
    consent::take_out_of(&mut records, &consents, now);

    let mut events = records.events;
    events
        .sort_by_cached_key(|event| (event.date_at(now).starts(&event.timezone), event.id.clone()));
    let mut delegations = records.delegations;
    delegations.sort_by(|a, b| (a.dates.days().first, &a.id).cmp(&(b.dates.days().first, &b.id)));
    let mut releases = records.releases;
    releases.sort_by(|a, b| {
        let key = |release: &ReleaseRecord| release.publication.shown_from();
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
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_DNS, records.config.id.as_bytes());
    let mut programme = Programme {
        config: records.config,
        now,
        drafts: matches!(shown, Showing::All),
        organisations: records.organisations.entries,
        contacts: records.contacts.entries,
        venues: records.venues.entries,
        sectors: records.sectors.entries,
        events: Vec::new(),
        delegations: Vec::new(),
        releases: Vec::new(),
        pages,
        statement: records.statement,
        countries: Vec::new(),
        sector_entries: Vec::new(),
        kind_entries: Vec::new(),
        event_years: BTreeMap::new(),
        press_years: BTreeMap::new(),
        consents,
        links: records.links,
        translations: records
            .translations
            .into_iter()
            .map(|found| ((found.original, found.language), found.file))
            .collect(),
        hidden,
        secrets,
        media,
        namespace,
        index,
    };
    join(&mut programme, events, delegations, releases);
    programme.countries = countries(&programme);
    programme.sector_entries = sectors(&programme);
    programme.kind_entries = kinds(&programme);
    programme.event_years = event_years(&programme);
    programme.press_years = press_years(&programme);
    Checked { value: programme, diagnostics }
}

fn numbered<'i>(ids: impl Iterator<Item = &'i String>) -> HashMap<String, usize> {
    ids.enumerate().map(|(number, id)| (id.clone(), number)).collect()
}

/// A set that keeps the order in which things came.
fn push_new<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn push_all_new<T: PartialEq + Clone>(list: &mut Vec<T>, items: &[T]) {
    items.iter().for_each(|item| push_new(list, item.clone()));
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
            push_all_new(&mut countries, &delegation.countries);
            push_all_new(&mut sectors, &delegation.sectors);
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
            push_all_new(&mut countries, &delegation.countries);
            push_all_new(&mut sectors, &delegation.sectors);
        }
        for event in &events {
            let event = &programme.events[*event];
            push_all_new(&mut countries, &event.countries);
            push_all_new(&mut sectors, &event.sectors);
        }
        programme.releases.push(Release { record, events, delegations: about, countries, sectors });
    }
    let joined = delegations.into_iter().zip(delegation_events).zip(delegation_releases);
    programme.delegations = joined
        .map(|((record, events), releases)| Delegation { record, events, releases })
        .collect();
}

/// What refers to each of some things, by their keys.
fn about_each<K: Ord>(
    programme: &Programme,
    of_event: impl Fn(&Event) -> Vec<K>,
    of_visit: impl Fn(&Delegation) -> Vec<K>,
    of_release: impl Fn(&Release) -> Vec<K>,
) -> BTreeMap<K, About> {
    let mut each: BTreeMap<K, About> = BTreeMap::new();
    for (number, event) in programme.events.iter().enumerate() {
        for key in of_event(event) {
            push_last(&mut each.entry(key).or_default().events, number);
        }
    }
    for (number, visit) in programme.delegations.iter().enumerate() {
        for key in of_visit(visit) {
            push_last(&mut each.entry(key).or_default().delegations, number);
        }
    }
    for (number, release) in programme.releases.iter().enumerate() {
        for key in of_release(release) {
            push_last(&mut each.entry(key).or_default().releases, number);
        }
    }
    each
}

fn countries(programme: &Programme) -> Vec<CountryEntry> {
    let codes = |countries: &[&'static Country]| countries.iter().map(|c| c.code).collect();
    let each = about_each(
        programme,
        |event| codes(&event.countries),
        |visit| codes(&visit.countries),
        |release| codes(&release.countries),
    );
    let entry = |(code, about)| Some(CountryEntry { country: Country::by_code(code)?, about });
    each.into_iter().filter_map(entry).collect()
}

fn sectors(programme: &Programme) -> Vec<SectorEntry> {
    let keys = |sectors: &[Id]| sectors.iter().map(|sector| sector.0.clone()).collect();
    let each = about_each(
        programme,
        |event| keys(&event.sectors),
        |visit| keys(&visit.sectors),
        |release| keys(&release.sectors),
    );
    let known = each.into_iter().filter(|(key, _)| programme.sectors.contains_key(key));
    known.map(|(key, about)| SectorEntry { key, about }).collect()
}

fn kinds(programme: &Programme) -> Vec<KindEntry> {
    let mut kinds: Vec<KindEntry> = Vec::new();
    for (number, event) in programme.events.iter().enumerate() {
        let Some(kind) = &event.record.kind else { continue };
        match kinds.iter_mut().find(|known| known.kind == *kind) {
            Some(known) => known.events.push(number),
            None => kinds.push(KindEntry { kind: kind.clone(), events: vec![number] }),
        }
    }
    kinds
}

fn event_years(programme: &Programme) -> BTreeMap<i16, Vec<usize>> {
    let mut years: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for (number, event) in programme.events.iter().enumerate().rev() {
        for year in event.years() {
            years.entry(year).or_default().push(number);
        }
    }
    let event = |number: &usize| programme.events.get(*number);
    for (year, numbers) in &mut years {
        if numbers.iter().filter_map(event).any(|event| event.repeat.is_some()) {
            numbers.sort_by_cached_key(|number| {
                Reverse(event(number).map(|event| programme.occurrence_in(event, *year).starts()))
            });
        }
    }
    years
}

fn press_years(programme: &Programme) -> BTreeMap<i16, Vec<usize>> {
    let mut years: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for (number, release) in programme.releases.iter().enumerate() {
        years.entry(release.date.year()).or_default().push(number);
    }
    years
}
