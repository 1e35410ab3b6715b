//! The home page: what comes next, what the programme is, who can take part, what happened.
//! It must be good when nothing is upcoming.

use serde::Serialize;
use tera::Value;

use super::entry::Entries;
use super::layout::Layout;
use super::parts::LinkView;
use super::registration::prepared_mail;
use super::text::Text;
use crate::route::Route;
use crate::site::Site;

/// How many entries each list shows.
const SHOWN: usize = 5;

#[derive(Serialize)]
struct View {
    lead: Option<Text>,
    upcoming: Vec<Value>,
    visits_ahead: Vec<Value>,
    press: Vec<Value>,
    past_visits: Vec<Value>,
    events_href: String,
    delegations_href: String,
    press_href: String,
    programme: Option<LinkView>,
    /// A prepared mail to whoever tells of the next visit.
    notify: Option<String>,
}

/// The home page.
pub fn view(site: &Site, entries: &Entries) -> (Layout, Value) {
    let routes = &site.routes;
    let upcoming: Vec<usize> = site.upcoming().take(SHOWN).collect();
    let latest: Vec<usize> = (0..site.releases.len()).take(SHOWN).collect();
    let is_ahead = |number: &usize| site.is_visit_ahead(site.delegation(*number));
    let visits = || 0..site.delegations.len();
    let ahead: Vec<usize> = visits().filter(is_ahead).take(SHOWN).collect();
    let past: Vec<usize> = visits().rev().filter(|v| !is_ahead(v)).take(SHOWN).collect();
    let programme = site.config.menu.iter().find_map(|item| match item {
        crate::model::config::MenuItem::Page(id) => site.page_by_id(&id.0),
        crate::model::config::MenuItem::Section(_) => None,
    });
    let view = View {
        lead: Text::maybe(site, site.config.description.as_ref()),
        upcoming: entries.events(&upcoming),
        visits_ahead: entries.visits(&ahead),
        press: entries.releases(&latest),
        past_visits: entries.visits(&past),
        events_href: routes.href(Route::Events),
        delegations_href: routes.href(Route::Delegations),
        press_href: routes.href(Route::Press),
        programme: programme.map(|page| {
            LinkView::to(Text::of(site, &page.title), routes.link(&site.page_path(page)))
        }),
        notify: notify(site),
    };
    let layout = Layout {
        title: Text::of(site, &site.config.title),
        section: routes.path(Route::Home),
        data: vec![crate::outputs::structured_data::website(site)],
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

fn notify(site: &Site) -> Option<String> {
    let contact = site.config.calendar.organizer.as_ref().and_then(|key| site.contact(key))?;
    let address = contact.email.as_ref()?;
    let subject = site.strings.get("home.notify.mail.subject");
    Some(prepared_mail(&address.0, subject, site.strings.get("home.notify.mail.body")))
}
