//! The list of visits: who comes next, all visits by years on a grid of months, and the countries
//! from A to Z. A joint visit of several countries is told once in each.

use serde::Serialize;
use tera::Value;

use super::layout::Layout;
use super::list::{Pagination, numbered, page_of, pagination};
use super::list_item::visit_state;
use super::map::{self, Drawn, MapView};
use super::parts::names_of;
use super::text::{PageSite, Text};
use super::time::{TimeView, visit_time};
use crate::country::Country;
use crate::dates::Dates;
use crate::model::delegation::VisitDates;
use crate::route::Route;
use crate::site::{CountryEntry, Delegation};
use crate::values::DelegationStatus;

/// How many visits that come have a card; all of them stand in their years.
const CARDS: usize = 8;

/// A visit in a few words.
#[derive(Debug, Serialize)]
pub struct VisitView {
    href: String,
    title: Text,
    /// How its plates are drawn: `next`, `been`, or `off` for one that does not take place.
    class: &'static str,
    /// »Abgesagt«
    state: Option<String>,
    /// The same within a line: »abgesagt«.
    stage: Option<String>,
    when: TimeView,
    /// »September 2019«, or as exactly as it is known.
    short: String,
    /// The codes of its countries, as on the plates of cars.
    plates: Vec<&'static str>,
    /// »Estland, Finnland und Polen«
    countries: String,
    sectors: Vec<Text>,
    /// From 1 to 12.
    month: i8,
}

fn class(site: &PageSite, visit: &Delegation) -> &'static str {
    match visit.status {
        DelegationStatus::Cancelled | DelegationStatus::Postponed => "off",
        _ if site.is_visit_ahead(visit) => "next",
        _ => "been",
    }
}

/// A visit as lists of visits show it.
pub fn visit(site: &PageSite, visit: &Delegation) -> VisitView {
    let first = visit.dates.days().first;
    let names = names_of(site, &visit.countries);
    let state = visit_state(site, visit.status);
    let stage = || site.strings.get(&format!("delegations.stage.{}", visit.status.word()));
    let sectors = visit.sectors.iter().filter_map(|key| site.sectors.get(&key.0));
    VisitView {
        href: site.routes.href(Route::Delegation(&visit.id)),
        title: Text::of(site, &visit.title),
        class: class(site, visit),
        stage: state.is_some().then(|| stage().to_owned()),
        state,
        when: visit_time(site, visit),
        short: match visit.dates {
            VisitDates::Fixed(_) => Dates(&site.strings).month(first),
            open => Dates(&site.strings).visit(open),
        },
        plates: visit.countries.iter().map(|country| country.code).collect(),
        countries: site.strings.cldr().list(&names),
        sectors: sectors.map(|sector| Text::of(site, &sector.name)).collect(),
        month: first.month(),
    }
}

/// Visits that lie ahead and take place, the next first.
pub fn ahead(site: &PageSite) -> Vec<VisitView> {
    let visits = site.delegations.iter().filter(|visit| site.is_visit_ahead(visit));
    visits.map(|record| visit(site, record)).filter(|view| view.class == "next").collect()
}

/// Visits that took place, the latest first.
pub fn past(site: &PageSite) -> Vec<VisitView> {
    let visits = site.delegations.iter().rev().filter(|visit| !site.is_visit_ahead(visit));
    visits.map(|record| visit(site, record)).filter(|view| view.class == "been").collect()
}

/// The maps of the countries that came and of those that will come, which win.
pub fn maps(site: &PageSite) -> Vec<MapView> {
    let mut countries = Drawn::new();
    for record in &site.delegations {
        let class = class(site, record);
        for country in record.countries.iter().filter(|_| class != "off") {
            let known = countries.entry(country.code).or_insert((*country, class));
            if class == "next" {
                known.1 = class;
            }
        }
    }
    map::maps(site, &countries, |country| site.routes.href(Route::Country(country)))
}

#[derive(Serialize)]
struct DelegationsView {
    maps: Vec<MapView>,
    lead: String,
    /// The next of them.
    ahead: Vec<VisitView>,
    /// Whether further ones come, which stand in their years.
    has_more_ahead: bool,
    /// »Jan.« to »Dez.«
    months: Vec<String>,
    years: Vec<YearView>,
    countries: Vec<CountryView>,
    pagination: Option<Pagination>,
}

#[derive(Serialize)]
struct YearView {
    year: i16,
    visits: Vec<VisitView>,
}

#[derive(Serialize)]
struct CountryView {
    code: &'static str,
    name: String,
    href: String,
    visits: Vec<VisitView>,
}

/// The list of visits. Its further pages go on with the countries.
pub fn delegations(site: &PageSite, page: usize) -> (Layout, Value) {
    let countries = page_of(&site.countries_by_name, page);
    let is_first = page == 1;
    let lead = lead(site);
    let mut ahead = if is_first { ahead(site) } else { Vec::new() };
    let has_more_ahead = ahead.len() > CARDS;
    ahead.truncate(CARDS);
    let view = DelegationsView {
        maps: if is_first { maps(site) } else { Vec::new() },
        ahead,
        has_more_ahead,
        months: months(site),
        years: if is_first { years(site) } else { Vec::new() },
        countries: countries.iter().map(|entry| country(site, entry)).collect(),
        pagination: pagination(site, Route::Delegations, site.countries.len(), page),
        lead: lead.clone(),
    };
    let layout = Layout {
        title: numbered(site, site.strings.get("delegations.title"), page).into(),
        description: lead,
        section: site.routes.path(Route::Delegations),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

/// »2 Besuche aus 5 Ländern seit 2019«; without visits what there will be.
fn lead(site: &PageSite) -> String {
    let been: Vec<&Delegation> =
        site.delegations.iter().filter(|visit| class(site, visit) == "been").collect();
    let Some(first) = been.first() else {
        return site.strings.get("delegations.lead").to_owned();
    };
    let mut countries: Vec<&Country> =
        been.iter().flat_map(|visit| visit.countries.iter().copied()).collect();
    countries.sort_unstable_by_key(|country| country.code);
    countries.dedup_by_key(|country| country.code);
    let visits = site.strings.plural("delegations.visits", been.len());
    let countries = site.strings.plural("delegations.countries", countries.len());
    let year = first.dates.days().first.year().to_string();
    let values = [("visits", &*visits), ("countries", &*countries), ("year", &*year)];
    let been = site.strings.fill("delegations.since", &values);
    match ahead(site).len() {
        0 => been,
        number => format!("{been} {}", site.strings.plural("delegations.announced", number)),
    }
}

fn months(site: &PageSite) -> Vec<String> {
    let days = (1..=12).filter_map(|month| jiff::civil::Date::new(2019, month, 1).ok());
    days.map(|day| site.strings.cldr().short_month_in_date(day).to_owned()).collect()
}

/// All visits by years, the latest year first and its months in their order.
fn years(site: &PageSite) -> Vec<YearView> {
    let mut years: Vec<YearView> = Vec::new();
    for record in &site.delegations {
        let year = record.dates.days().first.year();
        let view = visit(site, record);
        match years.iter_mut().find(|known| known.year == year) {
            Some(known) => known.visits.push(view),
            None => years.push(YearView { year, visits: vec![view] }),
        }
    }
    years.sort_by_key(|view| std::cmp::Reverse(view.year));
    for view in &mut years {
        view.visits.sort_by_key(|visit| visit.month);
    }
    years
}

fn country(site: &PageSite, entry: &CountryEntry) -> CountryView {
    let visits = entry.about.delegations.iter().rev().map(|number| site.delegation(*number));
    CountryView {
        code: entry.country.code,
        name: entry.country.name(site.language.tag()).to_owned(),
        href: site.routes.href(Route::Country(entry.country)),
        visits: visits.map(|record| visit(site, record)).collect(),
    }
}
