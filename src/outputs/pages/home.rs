//! The home page: what comes next, what the programme is, who can take part, what happened.
//! It must be good when nothing is upcoming.

use serde::Serialize;
use tera::Value;

use super::layout::Layout;
use super::list_item::ListItems;
use super::registration::prepared_mail;
use super::text::{PageSite, Text};
use crate::route::Route;

/// How many items each list shows.
const SHOWN: usize = 5;

#[derive(Serialize)]
struct HomeView {
    lead: Option<Text>,
    upcoming: Vec<Value>,
    visits_ahead: Vec<Value>,
    press: Vec<Value>,
    past_visits: Vec<Value>,
    events_href: String,
    delegations_href: String,
    press_href: String,
    programme_href: Option<String>,
    /// A prepared mail to whoever tells of the next visit.
    notify: Option<String>,
}

/// The home page.
pub fn view(site: &PageSite, items: &ListItems) -> (Layout, Value) {
    let routes = &site.routes;
    let upcoming: Vec<usize> = site.upcoming().take(SHOWN).collect();
    let latest: Vec<usize> = (0..site.releases.len()).take(SHOWN).collect();
    let is_ahead = |number: &usize| site.is_visit_ahead(site.delegation(*number));
    let visits = || 0..site.delegations.len();
    let ahead: Vec<usize> = visits().filter(is_ahead).take(SHOWN).collect();
    let past: Vec<usize> = visits().rev().filter(|v| !is_ahead(v)).take(SHOWN).collect();
    let programme = site.config.menu.iter().find_map(|item| match item {
        crate::model::config::MenuItem::Page(id) => site.page_by_id(&id.0),
        _ => None,
    });
    let view = HomeView {
        lead: Text::maybe(site, site.config.description.as_ref()),
        upcoming: items.events(site, &upcoming),
        visits_ahead: items.visits(site, &ahead),
        press: items.releases(site, &latest),
        past_visits: items.visits(site, &past),
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
