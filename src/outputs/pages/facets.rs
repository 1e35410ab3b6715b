//! Ways to narrow a list down: the countries, sectors, kinds and years that its items have, with
//! counts. Each is a link to a page, so that nothing needs a script.

use std::collections::BTreeMap;

use serde::Serialize;

use super::layout::NamedLink;
use super::text::{PageSite, Text};
use crate::model::event::EventKind;
use crate::route::Route;
use crate::site::{About, CountryEntry, KindEntry, SectorEntry};

/// How many countries a rail names before it leads to the list of all.
const SHOWN: usize = 10;

/// What a kind is called, on a page.
pub fn kind_name(site: &PageSite, kind: &EventKind) -> Text {
    match site.own_name(kind) {
        Some(name) => Text::of(site, name),
        None => site.kind_name(kind).into(),
    }
}

/// The kinds of events, in the order of their names.
pub fn kinds(site: &PageSite, current: Route<'_>) -> Facet {
    let link = |entry: &KindEntry| {
        let route = Route::EventKind(entry.kind.word());
        FacetLink {
            label: kind_name(site, &entry.kind),
            href: site.routes.href(route),
            count: entry.events.len(),
            is_current: route == current,
        }
    };
    let mut links: Vec<FacetLink> = site.kind_entries.iter().map(link).collect();
    links.sort_by(|a, b| site.strings.cldr().compare(&a.label.text, &b.label.text));
    Facet { title: site.strings.get("lists.by_kind").to_owned(), links, more: None }
}

/// What a list can be narrowed down by.
#[derive(Debug, Serialize)]
pub struct Facet {
    title: String,
    links: Vec<FacetLink>,
    /// »Alle 40 Länder«
    more: Option<NamedLink>,
}

/// One of its values.
#[derive(Debug, Serialize)]
pub struct FacetLink {
    label: Text,
    href: String,
    count: usize,
    /// Whether it is the page that shows the facet.
    is_current: bool,
}

/// The facets of a list on the page of a route: how many of its items a country or a sector has,
/// and those of kinds and years.
pub fn facets(
    site: &PageSite,
    count: impl Fn(&About) -> usize,
    kinds: Option<Facet>,
    years: &BTreeMap<i16, Vec<usize>>,
    route: fn(i16) -> Route<'static>,
    current: Route<'_>,
) -> Vec<Facet> {
    let year = |(year, items): (&i16, &Vec<usize>)| FacetLink {
        label: year.to_string().into(),
        href: site.routes.href(route(*year)),
        count: items.len(),
        is_current: route(*year) == current,
    };
    let years = Facet {
        title: site.strings.get("lists.by_year").to_owned(),
        links: years.iter().rev().map(year).collect(),
        more: None,
    };
    let facets = [Some(countries(site, &count)), Some(sectors(site, &count)), kinds, Some(years)];
    facets.into_iter().flatten().filter(|facet| !facet.links.is_empty()).collect()
}

/// Countries in the order of their names; of many those with the most items.
fn countries(site: &PageSite, count: impl Fn(&About) -> usize) -> Facet {
    let all = site.countries_by_name.iter().map(|entry| (entry, count(&entry.about)));
    let all: Vec<_> = all.filter(|(_, count)| *count > 0).collect();
    let mut counts: Vec<usize> = all.iter().map(|(_, count)| *count).collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    let least = counts.get(SHOWN - 1).copied().unwrap_or_default();
    let (number, shown) = (all.len(), all.into_iter().filter(|(_, count)| *count >= least));
    let link = |(entry, count): (&&CountryEntry, usize)| FacetLink {
        label: entry.country.name(site.language.tag()).into(),
        href: site.routes.href(Route::Country(entry.country)),
        count,
        is_current: false,
    };
    let label = site.strings.plural("lists.all_countries", number);
    Facet {
        title: site.strings.get("lists.by_country").to_owned(),
        links: shown.take(SHOWN).map(link).collect(),
        more: (number > SHOWN).then(|| NamedLink::to(site, &label, Route::Delegations)),
    }
}

fn sectors(site: &PageSite, count: impl Fn(&About) -> usize) -> Facet {
    let link = |entry: &&SectorEntry| {
        let sector = site.sectors.get(&entry.key)?;
        let count = count(&entry.about);
        (count > 0).then(|| FacetLink {
            label: Text::of(site, &sector.name),
            href: site.routes.href(Route::Sector(&entry.key)),
            count,
            is_current: false,
        })
    };
    Facet {
        title: site.strings.get("lists.by_sector").to_owned(),
        links: site.sectors_by_name.iter().filter_map(link).collect(),
        more: None,
    }
}
