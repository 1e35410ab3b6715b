//! The search page: the field, the filters, and everything there is as a list, which is also what
//! visitors without scripts find it by. Search engines may list it: without a query it is a table
//! of contents, and with one it says that it is the same page (`canonical`).

use std::collections::BTreeSet;

use serde::Serialize;
use tera::Value;

use super::layout::Layout;
use super::list::{Pagination, numbered, page_of, pagination};
use super::list_item::ListItems;
use super::parts::LinkView;
use super::text::{PageSite, Text};
use crate::outputs::Context;
use crate::outputs::assets::SEARCH_SCRIPT;
use crate::route::Route;
use crate::site::{Findable, Site};

#[derive(Serialize)]
struct SearchView {
    /// The link to what the script searches.
    index: String,
    script: String,
    filters: Vec<Filter>,
    /// How many were found, in each form that a count has: `one`, »{count} Treffer«.
    found: Vec<(&'static str, String)>,
    entries: Vec<Value>,
    pages: Vec<LinkView>,
    pagination: Option<Pagination>,
}

/// A list of values of which one can be chosen.
#[derive(Serialize)]
struct Filter {
    name: &'static str,
    label: String,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: Text,
}

/// A page of the search.
pub fn view(
    context: &Context<'_>,
    site: &PageSite,
    items: &ListItems<'_>,
    page: usize,
) -> (Layout, Value) {
    let (dated, written) = match context.search() {
        Some(search) => search.items.split_at(count(site).min(search.items.len())),
        None => (&[] as &[Findable], &[] as &[Findable]),
    };
    let is_last = page >= super::count_of_pages(dated.len());
    let forms = site.strings.cldr().plural_forms().into_iter();
    let view = SearchView {
        index: context.search().map(|search| search.href.clone()).unwrap_or_default(),
        script: context.assets.href(&site.routes, SEARCH_SCRIPT),
        filters: filters(site),
        found: forms
            .map(|form| (form, site.strings.get(&format!("search.found.{form}")).to_owned()))
            .collect(),
        entries: page_of(dated, page).iter().flat_map(|item| entry(site, items, *item)).collect(),
        pages: written.iter().filter(|_| is_last).filter_map(|item| link(site, *item)).collect(),
        pagination: pagination(site, Route::Search, dated.len(), page),
    };
    let layout = Layout {
        title: numbered(site, site.strings.get("search.title"), page).into(),
        description: site.strings.get("search.description").to_owned(),
        section: site.routes.path(Route::Search),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

/// How many items with a date there are: as many as the list of the page has.
pub fn count(site: &Site) -> usize {
    site.events.len() + site.delegations.len() + site.releases.len()
}

fn entry(site: &PageSite, items: &ListItems<'_>, item: Findable) -> Vec<Value> {
    match item {
        Findable::Event(number) => items.events(site, &[number]),
        Findable::Delegation(number) => items.visits(site, &[number]),
        Findable::Release(number) => items.releases(site, &[number]),
        Findable::Page(_) => Vec::new(),
    }
}

fn link(site: &PageSite, item: Findable) -> Option<LinkView> {
    let Findable::Page(number) = item else { return None };
    let page = site.pages.get(number)?;
    Some(LinkView::to(Text::of(site, &page.title), site.routes.link(&site.page_path(page))))
}

fn filters(site: &PageSite) -> Vec<Filter> {
    let text = |key: &str| site.strings.get(key).to_owned();
    let countries = site.countries_by_name.iter().map(|entry| Choice {
        value: entry.country.code.to_lowercase(),
        label: entry.country.name(site.language.tag()).into(),
    });
    let sectors = site.sectors_by_name.iter().filter_map(|entry| {
        let sector = site.sectors.get(&entry.key)?;
        Some(Choice { value: entry.key.clone(), label: Text::of(site, &sector.name) })
    });
    let years = years(site).into_iter().rev().map(|year| year.to_string());
    let years = years.map(|year| Choice { label: year.as_str().into(), value: year });
    let kinds = [
        ("event", "events.title", !site.events.is_empty()),
        ("delegation", "delegations.title", !site.delegations.is_empty()),
        ("press", "press.title", !site.releases.is_empty()),
        ("page", "search.pages", !site.pages.is_empty()),
    ];
    let kinds = kinds.into_iter().filter(|(.., is_there)| *is_there);
    let kinds = kinds.map(|(kind, key, _)| Choice { value: kind.into(), label: text(key).into() });
    let filters = [
        Filter { name: "country", label: text("search.country"), options: countries.collect() },
        Filter { name: "sector", label: text("search.sector"), options: sectors.collect() },
        Filter { name: "year", label: text("search.year"), options: years.collect() },
        Filter { name: "kind", label: text("search.kind"), options: kinds.collect() },
    ];
    // What leaves no choice is none.
    filters.into_iter().filter(|filter| filter.options.len() > 1).collect()
}

/// The years in which something is.
fn years(site: &Site) -> BTreeSet<i16> {
    let events = site.events.iter().flat_map(|event| event.years());
    let visits = site.delegations.iter().map(|visit| visit.dates.days());
    let visits = visits.flat_map(|days| days.first.year()..=days.last.year());
    let releases = site.releases.iter().map(|release| release.date.year());
    events.chain(visits).chain(releases).collect()
}
