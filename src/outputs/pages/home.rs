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
use super::time::{EventTimeView, event_time_in_parts};
use super::visits::{self, VisitView};
use crate::route::Route;

/// How many events are shown, visits that come or came, and releases.
const SHOWN: usize = 5;
const VISITS: usize = 4;
const PRESS: usize = 3;

#[derive(Serialize)]
struct HomeView {
    lead: Option<Text>,
    /// The next event that takes place.
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

/// The next event as a ticket.
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

fn next(site: &PageSite) -> Option<NextView> {
    let events = site.upcoming().map(|number| site.event(number));
    let mut events = events.map(|event| site.occurrence(event));
    let occurrence = events.find(|occurrence| !occurrence.is_called_off())?;
    let event = occurrence.event;
    let online = || occurrence.is_online().then(|| site.strings.get("events.online").into());
    let names = names_of(site, &event.countries);
    Some(NextView {
        title: Text::of(site, &event.title),
        href: site.routes.href(Route::Event(&event.id)),
        when: event_time_in_parts(site, &occurrence),
        place: occurrence.venue.map(|venue| Text::of(site, &venue.name)).or_else(online),
        countries: site.strings.cldr().list(&names),
        registration: registration::view(site, &occurrence),
        calendar: calendar::add(site, Route::EventCalendar(&event.id), "calendar.add", None, false),
    })
}

/// The home page.
pub fn view(site: &PageSite, items: &ListItems) -> (Layout, Value) {
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
