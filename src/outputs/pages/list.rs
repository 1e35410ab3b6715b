//! Lists: upcoming events, the archives by year, countries with their visits, the latest
//! releases. A list of more than a hundred items continues on further pages.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::PER_PAGE;
use super::layout::{Layout, OtherFormat};
use super::list_item::ListItems;
use super::parts::{ContactView, contact_of};
use super::text::PageSite;
use crate::icalendar;
use crate::route::Route;
use crate::site::Site;

/// How many releases the press page shows.
const LATEST: usize = 20;

/// Links to the pages of a list.
#[derive(Debug, Serialize)]
pub struct Pagination {
    pages: Vec<PageLink>,
    previous: Option<String>,
    next: Option<String>,
}

#[derive(Debug, Serialize)]
struct PageLink {
    number: usize,
    href: String,
    is_current: bool,
}

/// The links of a list; nothing when it has one page.
pub fn pagination(
    site: &PageSite,
    route: Route<'_>,
    items: usize,
    page: usize,
) -> Option<Pagination> {
    let count = items.div_ceil(PER_PAGE);
    let href = |number: usize| site.routes.link(&site.routes.page_path(route, number));
    let link = |number| PageLink { number, href: href(number), is_current: number == page };
    // First, last and the neighbours: no list of links outgrows its page.
    let near = |number: &usize| *number == 1 || *number == count || number.abs_diff(page) <= 2;
    (count > 1).then(|| Pagination {
        pages: (1..=count).filter(near).map(link).collect(),
        previous: (page > 1).then(|| href(page - 1)),
        next: (page < count).then(|| href(page + 1)),
    })
}

/// The items of a page of a list.
pub fn page_of<T>(items: &[T], page: usize) -> &[T] {
    let start = (page.max(1) - 1) * PER_PAGE;
    items.get(start..items.len().min(start + PER_PAGE)).unwrap_or(&[])
}

/// The title of a page of a list: from the second on with its number.
pub fn numbered(site: &PageSite, title: &str, page: usize) -> String {
    if page <= 1 {
        return title.to_owned();
    }
    site.strings.fill("lists.page_title", &[("title", title), ("page", &page.to_string())])
}

#[derive(Serialize)]
struct YearLink {
    year: i16,
    /// »2 Veranstaltungen«
    count: String,
    href: String,
}

/// Years with events, the newest first, and how many.
pub fn event_years(site: &Site) -> Vec<(i16, usize)> {
    count_years(site.events.iter().flat_map(|event| event.years()))
}

/// Years with releases, the newest first, and how many.
pub fn press_years(site: &Site) -> Vec<(i16, usize)> {
    count_years(site.releases.iter().map(|release| release.date.year()))
}

fn count_years(years: impl Iterator<Item = i16>) -> Vec<(i16, usize)> {
    let mut counts = BTreeMap::new();
    for year in years {
        *counts.entry(year).or_insert(0) += 1;
    }
    counts.into_iter().rev().collect()
}

fn year_links(
    site: &PageSite,
    key: &str,
    years: Vec<(i16, usize)>,
    route: impl Fn(i16) -> Route<'static>,
) -> Vec<YearLink> {
    let link = |(year, count)| YearLink {
        year,
        count: site.strings.plural(key, count),
        href: site.routes.href(route(year)),
    };
    years.into_iter().map(link).collect()
}

#[derive(Serialize)]
struct EventsView {
    entries: Vec<Value>,
    years: Vec<YearLink>,
    pagination: Option<Pagination>,
}

/// Upcoming events.
pub fn upcoming(site: &PageSite, items: &ListItems, page: usize) -> (Layout, Value) {
    let events: Vec<usize> = site.upcoming().collect();
    let view = EventsView {
        entries: items.events(site, page_of(&events, page)),
        years: year_links(site, "events.count", event_years(site), Route::EventYear),
        pagination: pagination(site, Route::Events, events.len(), page),
    };
    let layout = Layout {
        title: numbered(site, site.strings.get("events.title"), page).into(),
        description: site.strings.get("events.lead").to_owned(),
        section: site.routes.path(Route::Events),
        alternates: json_calendars(site),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

/// The forms of the main calendar that site.yaml switches on.
fn json_calendars(site: &PageSite) -> Vec<OtherFormat> {
    let outputs = site.config.outputs;
    let forms = [
        (outputs.jcal, icalendar::JCAL_TYPE, Route::CalendarJcal),
        (outputs.jscalendar, icalendar::JSCALENDAR_TYPE, Route::CalendarJscalendar),
    ];
    let on = forms.into_iter().filter(|(is_on, ..)| *is_on);
    on.map(|(_, media_type, route)| OtherFormat { media_type, href: site.routes.href(route) })
        .collect()
}

#[derive(Serialize)]
struct YearView {
    title: String,
    entries: Vec<Value>,
    pagination: Option<Pagination>,
}

/// All events of a year, the latest first.
pub fn event_year(site: &PageSite, items: &ListItems, year: i16, page: usize) -> (Layout, Value) {
    let in_year = |number: &usize| site.event(*number).years().any(|own| own == year);
    let mut events: Vec<usize> = (0..site.events.len()).rev().filter(in_year).collect();
    if events.iter().any(|number| site.event(*number).repeat.is_some()) {
        events.sort_by_cached_key(|number| {
            Reverse(site.occurrence_in(site.event(*number), year).starts())
        });
    }
    let entries = items.events_of_year(site, year, page_of(&events, page));
    let pages = pagination(site, Route::EventYear(year), events.len(), page);
    archive(site, "events", Route::Events, (year, page), entries, pages)
}

/// All releases of a year, the latest first.
pub fn press_year(site: &PageSite, items: &ListItems, year: i16, page: usize) -> (Layout, Value) {
    let in_year = |number: &usize| site.release(*number).date.year() == year;
    let releases: Vec<usize> = (0..site.releases.len()).filter(in_year).collect();
    let entries = items.releases(site, page_of(&releases, page));
    let pages = pagination(site, Route::PressYear(year), releases.len(), page);
    archive(site, "press", Route::Press, (year, page), entries, pages)
}

fn archive(
    site: &PageSite,
    word: &str,
    list: Route<'_>,
    (year, page): (i16, usize),
    entries: Vec<Value>,
    pagination: Option<Pagination>,
) -> (Layout, Value) {
    let year = year.to_string();
    let title = site.strings.fill(&format!("{word}.year_title"), &[("year", &year)]);
    let view = YearView { title: title.clone(), entries, pagination };
    let layout = Layout {
        title: numbered(site, &title, page).into(),
        description: site.strings.fill(&format!("{word}.year_description"), &[("year", &year)]),
        ..Layout::below(site, &format!("{word}.title"), list)
    };
    (layout, Value::from_serializable(&view))
}

#[derive(Serialize)]
struct DelegationsView {
    countries: Vec<CountryView>,
    pagination: Option<Pagination>,
}

#[derive(Serialize)]
struct CountryView {
    name: String,
    href: String,
    visits: Vec<Value>,
}

/// Countries with their visits, the latest first.
pub fn delegations(site: &PageSite, items: &ListItems, page: usize) -> (Layout, Value) {
    let countries = page_of(&site.countries_by_name, page).iter().map(|entry| {
        let latest_first: Vec<usize> = entry.about.delegations.iter().rev().copied().collect();
        CountryView {
            name: entry.country.name(site.language.tag()).to_owned(),
            href: site.routes.href(Route::Country(entry.country)),
            visits: items.visits(site, &latest_first),
        }
    });
    let view = DelegationsView {
        countries: countries.collect(),
        pagination: pagination(site, Route::Delegations, site.countries.len(), page),
    };
    let layout = Layout {
        title: numbered(site, site.strings.get("delegations.title"), page).into(),
        description: site.strings.get("delegations.lead").to_owned(),
        section: site.routes.path(Route::Delegations),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

#[derive(Serialize)]
struct PressView {
    entries: Vec<Value>,
    years: Vec<YearLink>,
    contact: Option<ContactView>,
}

/// The latest releases.
pub fn press(site: &PageSite, items: &ListItems) -> (Layout, Value) {
    let latest: Vec<usize> = (0..site.releases.len()).take(LATEST).collect();
    let view = PressView {
        entries: items.releases(site, &latest),
        years: year_links(site, "press.count", press_years(site), Route::PressYear),
        contact: contact_of(site, site.config.press_contact.as_ref()),
    };
    let layout = Layout {
        title: site.strings.get("press.title").into(),
        description: site.strings.get("press.lead").to_owned(),
        section: site.routes.path(Route::Press),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}
