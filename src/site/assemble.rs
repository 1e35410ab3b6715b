//! Records in, [`Site`] out: one pass that checks references, takes out what is not public,
//! sorts and joins.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::Timestamp;

use super::{
    About, CountryEntry, Delegation, Event, Hidden, Index, Release, SectorEntry, Site, changes,
    references,
};
use crate::content::Records;
use crate::content::config::PATH_WORDS;
use crate::content::delegation::DelegationRecord;
use crate::content::event::EventRecord;
use crate::content::release::ReleaseRecord;
use crate::content::values::{Id, PageType};
use crate::country::Country;
use crate::diagnostic::{Checked, Diagnostic};
use crate::problem::Problem;
use crate::route::{PathWords, Routes};
use crate::source::Sources;
use crate::strings::Strings;

/// What a site is assembled from besides its records.
#[derive(Debug)]
pub struct Assembled<'a> {
    /// The files, to look up references to media.
    pub sources: &'a Sources,
    /// Interface texts.
    pub strings: Strings,
    /// Where it will be served from, with a `/` at the end.
    pub base_url: String,
    /// The only time the program knows.
    pub now: Timestamp,
    /// Whether drafts and embargoed items are shown.
    pub drafts: bool,
}

/// Joins the records to a site.
pub fn assemble(mut records: Records, with: Assembled<'_>) -> Checked<Site> {
    let hidden = Hidden::among(&records, with.now, with.drafts);
    let mut diagnostics = references::check(&records, &hidden, with.sources);
    diagnostics.extend(changes::check(&records, with.now));
    diagnostics.extend(required_pages(&records));
    hidden.take_out_of(&mut records);

    let language = records.config.default_language().clone();
    let words = path_words(&records, &with.strings);
    let routes = Routes::new(&with.base_url, language.clone(), words);
    let mut events = records.events;
    events.sort_by_cached_key(|event| (event.starts(), event.id.clone()));
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
    let mut site = Site {
        config: records.config,
        language,
        now: with.now,
        drafts: with.drafts,
        routes,
        strings: Arc::new(with.strings),
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
        hidden,
        index,
    };
    join(&mut site, events, delegations, releases);
    collect_countries(&mut site);
    collect_sectors(&mut site);
    Checked { value: site, diagnostics }
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
        .map(|kind| Diagnostic::whole(file, Problem::RequiredPageMissing { kind }))
        .collect()
}

/// The words in URLs: those of site.yaml, else the theme's.
fn path_words(records: &Records, strings: &Strings) -> PathWords {
    let language = records.config.default_language();
    let word = |name: &str| {
        let own = records.config.paths.iter().find(|(key, _)| key == name);
        match own {
            Some((_, words)) => words.get(language).clone(),
            None => strings.get(&format!("paths.{name}")).to_owned(),
        }
    };
    let [events, delegations, press, countries, sectors, subscribe] = PATH_WORDS.map(word);
    PathWords { events, delegations, press, countries, sectors, subscribe }
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
    site: &mut Site,
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
        events.iter().map(|event| numbers(&event.press, &site.index.releases)).collect();
    let mut release_events: Vec<Vec<usize>> =
        releases.iter().map(|release| numbers(&release.events, &site.index.events)).collect();
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
        let taking_part = numbers(&record.delegations, &site.index.delegations);
        let mut countries = record.countries.clone();
        let mut sectors = record.sectors.clone();
        for delegation in &taking_part {
            delegation_events[*delegation].push(number);
            let delegation = &delegations[*delegation];
            delegation.countries.iter().for_each(|country| push_new(&mut countries, *country));
            delegation.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        site.events.push(Event { record, delegations: taking_part, releases, countries, sectors });
    }
    for ((number, record), mut events) in releases.into_iter().enumerate().zip(release_events) {
        events.sort_unstable();
        let about = numbers(&record.delegations, &site.index.delegations);
        let mut countries = record.countries.clone();
        let mut sectors = record.sectors.clone();
        for delegation in &about {
            delegation_releases[*delegation].push(number);
            let delegation = &delegations[*delegation];
            delegation.countries.iter().for_each(|country| push_new(&mut countries, *country));
            delegation.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        for event in &events {
            let event = &site.events[*event];
            event.countries.iter().for_each(|country| push_new(&mut countries, *country));
            event.sectors.iter().for_each(|sector| push_new(&mut sectors, sector.clone()));
        }
        site.releases.push(Release { record, events, delegations: about, countries, sectors });
    }
    let joined = delegations.into_iter().zip(delegation_events).zip(delegation_releases);
    site.delegations = joined
        .map(|((record, events), releases)| Delegation { record, events, releases })
        .collect();
}

fn collect_countries(site: &mut Site) {
    let mut entries: BTreeMap<&'static str, CountryEntry> = BTreeMap::new();
    let mut about = |country: &'static Country, add: &dyn Fn(&mut About)| {
        let new = || CountryEntry { country, about: About::default() };
        add(&mut entries.entry(country.code).or_insert_with(new).about);
    };
    for (number, event) in site.events.iter().enumerate() {
        event
            .countries
            .iter()
            .for_each(|c| about(c, &|about| push_last(&mut about.events, number)));
    }
    for (number, delegation) in site.delegations.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.delegations, number);
        delegation.countries.iter().for_each(|country| about(country, &add));
    }
    for (number, release) in site.releases.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.releases, number);
        release.countries.iter().for_each(|country| about(country, &add));
    }
    let language = site.language.tag();
    site.countries = entries.into_values().collect();
    site.countries.sort_by_cached_key(|entry| sort_key(entry.country.name(language)));
}

fn collect_sectors(site: &mut Site) {
    let mut entries: BTreeMap<String, SectorEntry> = BTreeMap::new();
    let mut about = |sector: &Id, add: &dyn Fn(&mut About)| {
        let new = || SectorEntry { key: sector.0.clone(), about: About::default() };
        add(&mut entries.entry(sector.0.clone()).or_insert_with(new).about);
    };
    for (number, event) in site.events.iter().enumerate() {
        event.sectors.iter().for_each(|s| about(s, &|about| push_last(&mut about.events, number)));
    }
    for (number, delegation) in site.delegations.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.delegations, number);
        delegation.sectors.iter().for_each(|sector| about(sector, &add));
    }
    for (number, release) in site.releases.iter().enumerate() {
        let add = |about: &mut About| push_last(&mut about.releases, number);
        release.sectors.iter().for_each(|sector| about(sector, &add));
    }
    let (sectors, language) = (&site.sectors, &site.language);
    site.sector_entries =
        entries.into_values().filter(|entry| sectors.contains_key(&entry.key)).collect();
    site.sector_entries.sort_by_cached_key(|entry| {
        sectors.get(&entry.key).map(|sector| sort_key(sector.name.get(language)))
    });
}

/// Orders names as German dictionaries do (DIN 5007-1): ä as a, ß as ss.
fn sort_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ä' | 'á' | 'à' | 'â' | 'å' => key.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' => key.push('o'),
            'ü' | 'ú' | 'ù' | 'û' => key.push('u'),
            'é' | 'è' | 'ê' | 'ë' => key.push('e'),
            'í' | 'ì' | 'î' | 'ï' => key.push('i'),
            'ç' => key.push('c'),
            'ñ' => key.push('n'),
            'ß' => key.push_str("ss"),
            other => key.push(other),
        }
    }
    key
}
