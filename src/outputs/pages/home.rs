//! The home page: what the programme promises, what comes next, how a visit goes, what happened.
//! It must be good when nothing is upcoming.

use serde::Serialize;
use tera::Value;

use super::calendar::{self, AddView};
use super::extras::{ImageView, first_image};
use super::layout::Layout;
use super::list_item::{ListItems, MonthView};
use super::map::MapView;
use super::parts::names_of;
use super::registration::{self, RegistrationView, prepared_mail};
use super::text::{PageSite, Text};
use super::time::{EventTimeView, event_time_in_parts, visit_time};
use super::visits::{self, VisitView};
use crate::route::Route;
use crate::site::{Delegation, Occurrence};
use crate::values::DelegationStatus;

/// How many events are shown, visits that come or came, and releases.
const SHOWN: usize = 5;
const VISITS: usize = 4;
const PRESS: usize = 3;

#[derive(Serialize)]
struct HomeView {
    lead: Option<Text>,
    /// The next event that takes place, or a visit before it.
    next: Option<NextView>,
    maps: Vec<MapView>,
    months: Vec<MonthView>,
    visits_ahead: Vec<VisitView>,
    press: Vec<Value>,
    /// The picture of the latest release that has one.
    image: Option<ImageView>,
    past_visits: Vec<VisitView>,
    events_href: String,
    delegations_href: String,
    press_href: String,
    programme_href: Option<String>,
    /// A prepared mail to whoever tells of the next visit.
    notify: Option<String>,
}

/// What comes next as a ticket.
#[derive(Serialize)]
struct NextView {
    title: Text,
    href: String,
    when: EventTimeView,
    place: Option<Text>,
    /// »Mexiko«
    countries: String,
    registration: Option<RegistrationView>,
    calendar: AddView,
}

/// The next event that is still to come and takes place, or a visit that begins before it.
fn next(site: &PageSite) -> Option<NextView> {
    let events = site.upcoming().map(|number| site.occurrence(site.event(number)));
    let is_next = |it: &Occurrence<'_>| !it.is_called_off() && it.is_to_come(site.now);
    let event = events.filter(is_next).min_by_key(Occurrence::starts);
    let visit = next_visit(site).filter(|visit| {
        let first = visit.dates.days().first;
        event.as_ref().is_none_or(|event| first < event.date.days().first)
    });
    match visit {
        Some(visit) => Some(next_of_visit(site, visit)),
        None => event.map(|event| next_of_event(site, &event)),
    }
}

fn next_of_event(site: &PageSite, occurrence: &Occurrence<'_>) -> NextView {
    let event = occurrence.event;
    let online = || occurrence.is_online().then(|| site.strings.get("events.online").into());
    let names = names_of(site, &event.countries);
    NextView {
        title: Text::of(site, &event.title),
        href: site.routes.href(Route::Event(&event.id)),
        when: event_time_in_parts(site, occurrence),
        place: occurrence.venue.map(|venue| Text::of(site, &venue.name)).or_else(online),
        countries: site.strings.cldr().list(&names),
        registration: registration::view(site, occurrence),
        calendar: calendar::add(site, Route::EventCalendar(&event.id), "calendar.add", None, false),
    }
}

/// The next visit whose days are known and have not come yet. One whose events are told is told
/// by them: there one can register.
fn next_visit<'s>(site: &'s PageSite) -> Option<&'s Delegation> {
    let takes_place = |visit: &&Delegation| {
        !matches!(visit.status, DelegationStatus::Cancelled | DelegationStatus::Postponed)
    };
    let is_to_come =
        |visit: &&Delegation| visit.is_fixed() && visit.dates.days().first > site.today();
    let is_on = |number: &usize| {
        let event = site.event(*number);
        site.is_upcoming(event) && !site.occurrence(event).is_called_off()
    };
    let has_events = |visit: &&Delegation| visit.events.iter().any(is_on);
    let visits = site.delegations.iter().filter(takes_place).filter(is_to_come);
    visits.filter(|visit| !has_events(visit)).min_by_key(|visit| visit.dates.days().first)
}

fn next_of_visit(site: &PageSite, visit: &Delegation) -> NextView {
    let file = Route::DelegationCalendar(&visit.id);
    let names = names_of(site, &visit.countries);
    NextView {
        title: Text::of(site, &visit.title),
        href: site.routes.href(Route::Delegation(&visit.id)),
        when: visit_time(site, visit).into(),
        place: None,
        countries: site.strings.cldr().list(&names),
        registration: None,
        calendar: calendar::add(site, file, "calendar.add_visit", None, false),
    }
}

/// The home page.
pub fn view(site: &PageSite, items: &ListItems<'_>) -> (Layout, Value) {
    let routes = &site.routes;
    let upcoming: Vec<usize> = site.upcoming().take(SHOWN).collect();
    let latest: Vec<usize> = (0..site.releases.len()).take(PRESS).collect();
    let programme = site.config.menu.iter().find_map(|item| match item {
        crate::model::config::MenuItem::Page(id) => site.page_by_id(&id.0),
        _ => None,
    });
    let shown = |mut visits: Vec<VisitView>| {
        visits.truncate(VISITS);
        visits
    };
    let first = latest.first().map(|number| site.release(*number));
    let view = HomeView {
        lead: Text::maybe(site, site.config.description.as_ref()),
        next: next(site),
        maps: visits::maps(site),
        months: items.events_by_month(site, &upcoming),
        visits_ahead: shown(visits::ahead(site)),
        press: items.releases(site, &latest),
        image: first.and_then(|release| first_image(site, &release.extras)),
        past_visits: shown(visits::past(site)),
        events_href: routes.href(Route::Events),
        delegations_href: routes.href(Route::Delegations),
        press_href: routes.href(Route::Press),
        programme_href: programme.map(|page| routes.link(&site.page_path(page))),
        notify: notify(site),
    };
    let layout = Layout {
        // Stands in the head of the page alone, so that it counts for none of its texts.
        title: Text::of(&PageSite::new(site), &site.config.title),
        section: routes.path(Route::Home),
        structured_data: vec![crate::outputs::structured_data::website(site)],
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

fn notify(site: &PageSite) -> Option<String> {
    let contact = site.config.calendar.organizer.as_ref().and_then(|key| site.contact(key))?;
    let address = contact.email.as_ref()?;
    let subject = site.strings.get("home.notify.mail.subject");
    Some(prepared_mail(&address.0, subject, site.strings.get("home.notify.mail.body")))
}
