//! Lists: upcoming events, the archives by year, the latest releases. A list of more than a hundred items continues on further pages.

use serde::Serialize;
use tera::Value;

use super::PER_PAGE;
use super::contact::{ContactView, contact_of};
use super::facets::{self, Facet};
use super::layout::{Layout, OtherFormat};
use super::list_item::{ListItems, MonthView};
use super::text::PageSite;
use crate::icalendar;
use crate::route::Route;

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

/// More entries than these stand in one line each.
pub const DENSE: usize = 24;

#[derive(Serialize)]
struct EventsView {
    months: Vec<MonthView>,
    is_dense: bool,
    facets: Vec<Facet>,
    pagination: Option<Pagination>,
}

/// Upcoming events.
pub fn upcoming(site: &PageSite, items: &ListItems<'_>, page: usize) -> (Layout, Value) {
    let events: Vec<usize> = site.upcoming().collect();
    let shown = page_of(&events, page);
    let view = EventsView {
        months: items.events_by_month(site, shown),
        is_dense: shown.len() > DENSE,
        facets: event_facets(site, Route::Events),
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

/// Ways to narrow the events down, on the page of a route.
pub fn event_facets(site: &PageSite, current: Route<'_>) -> Vec<Facet> {
    let kinds = Some(facets::kinds(site, current));
    let years = &site.event_years;
    facets::facets(site, |about| about.events.len(), kinds, years, Route::EventYear, current)
}

fn press_facets(site: &PageSite, current: Route<'_>) -> Vec<Facet> {
    let years = &site.press_years;
    facets::facets(site, |about| about.releases.len(), None, years, Route::PressYear, current)
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
    /// »39 Veranstaltungen«
    count: String,
    months: Vec<MonthView>,
    is_dense: bool,
    facets: Vec<Facet>,
    pagination: Option<Pagination>,
}

/// All events of a year, the latest first.
pub fn event_year(
    site: &PageSite,
    items: &ListItems<'_>,
    year: i16,
    page: usize,
) -> (Layout, Value) {
    let events = site.event_years.get(&year).map_or(&[][..], Vec::as_slice);
    let shown = page_of(events, page);
    let view = YearView {
        title: site.strings.fill("events.year_title", &[("year", &year.to_string())]),
        count: site.strings.plural("events.count", events.len()),
        months: items.events_of_year(site, year, shown),
        is_dense: shown.len() > DENSE,
        facets: event_facets(site, Route::EventYear(year)),
        pagination: pagination(site, Route::EventYear(year), events.len(), page),
    };
    archive(site, "events", Route::Events, (year, page), view)
}

/// All releases of a year, the latest first.
pub fn press_year(
    site: &PageSite,
    items: &ListItems<'_>,
    year: i16,
    page: usize,
) -> (Layout, Value) {
    let releases = site.press_years.get(&year).map_or(&[][..], Vec::as_slice);
    let view = YearView {
        title: site.strings.fill("press.year_title", &[("year", &year.to_string())]),
        count: site.strings.plural("press.count", releases.len()),
        months: items.releases_by_month(site, page_of(releases, page)),
        is_dense: false,
        facets: press_facets(site, Route::PressYear(year)),
        pagination: pagination(site, Route::PressYear(year), releases.len(), page),
    };
    archive(site, "press", Route::Press, (year, page), view)
}

fn archive(
    site: &PageSite,
    word: &str,
    list: Route<'_>,
    (year, page): (i16, usize),
    view: YearView,
) -> (Layout, Value) {
    let year = year.to_string();
    let layout = Layout {
        title: numbered(site, &view.title, page).into(),
        description: site.strings.fill(&format!("{word}.year_description"), &[("year", &year)]),
        ..Layout::below(site, &format!("{word}.title"), list)
    };
    (layout, Value::from_serializable(&view))
}

#[derive(Serialize)]
struct PressView {
    entries: Vec<Value>,
    facets: Vec<Facet>,
    contact: Option<ContactView>,
}

/// The latest releases.
pub fn press(site: &PageSite, items: &ListItems<'_>) -> (Layout, Value) {
    let latest: Vec<usize> = (0..site.releases.len()).take(LATEST).collect();
    let view = PressView {
        entries: items.releases(site, &latest),
        facets: press_facets(site, Route::Press),
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
