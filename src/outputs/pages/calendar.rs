//! Getting events into calendars: the ways to add one, and the page »Kalender abonnieren«, which
//! says what a subscription is and lists all feeds.

use serde::Serialize;
use tera::Value;

use super::layout::Layout;
use super::text::Text;
use crate::icalendar::Entry;
use crate::outputs::calendar::{AddLinks, SubscribeLinks};
use crate::route::Route;
use crate::site::Site;

/// How to get one event into a calendar.
#[derive(Debug, Serialize)]
pub struct AddView {
    /// Its calendar file.
    file: String,
    /// What to call that.
    label: String,
    /// Calendars on the web; not for what is called off.
    others: Option<WebView>,
}

/// Links to calendars on the web.
#[derive(Debug, Serialize)]
struct WebView {
    google: String,
    outlook: String,
    office: String,
}

/// The ways to add an entry. What is called off is not added any more: its file tells a calendar
/// that has the event already.
pub fn add(site: &Site, file: Route<'_>, label: &str, entry: Option<&Entry>, off: bool) -> AddView {
    let label = if off { "calendar.update" } else { label };
    AddView {
        file: site.routes.href(file),
        label: site.strings.get(label).to_owned(),
        others: entry.filter(|_| !off).map(AddLinks::of).map(|links| WebView {
            google: links.google,
            outlook: links.outlook,
            office: links.office,
        }),
    }
}

/// How to subscribe to a feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    name: Text,
    webcal: String,
    /// The whole address, to be copied.
    url: String,
    file: String,
    others: WebView,
}

/// The ways to subscribe to a feed.
pub fn feed(site: &Site, route: Route<'_>, name: impl Into<Text>) -> FeedView {
    let url = site.routes.absolute(route);
    let name = name.into();
    let links = SubscribeLinks::of(&url, &name.text);
    FeedView {
        name,
        webcal: links.webcal,
        url,
        file: site.routes.href(route),
        others: WebView { google: links.google, outlook: links.outlook, office: links.office },
    }
}

#[derive(Serialize)]
struct View {
    /// All events, and the same with reminders, and deadlines.
    main: Vec<FeedView>,
    countries: Vec<FeedView>,
    sectors: Vec<FeedView>,
    visits: Vec<FeedView>,
}

/// The page »Kalender abonnieren«.
pub fn subscribe(site: &Site) -> (Layout, Value) {
    let language = &site.language;
    let main = [
        (Route::Calendar, "calendar.all"),
        (Route::Reminders, "calendar.all_with_reminder"),
        (Route::Deadlines, "calendar.all_deadlines"),
    ];
    let ahead = site.delegations.iter().filter(|visit| site.is_visit_ahead(visit));
    let view = View {
        main: main.map(|(route, key)| feed(site, route, site.strings.get(key))).into(),
        countries: site
            .countries_by_name
            .iter()
            .map(|entry| {
                let route = Route::CountryCalendar(entry.country);
                feed(site, route, entry.country.name(language.tag()))
            })
            .collect(),
        sectors: site
            .sectors_by_name
            .iter()
            .filter_map(|entry| Some((entry, site.sectors.get(&entry.key)?)))
            .map(|(entry, sector)| {
                feed(site, Route::SectorCalendar(&entry.key), Text::of(site, &sector.name))
            })
            .collect(),
        visits: ahead
            .map(|visit| {
                feed(site, Route::DelegationCalendar(&visit.id), Text::of(site, &visit.title))
            })
            .collect(),
    };
    let events = (site.strings.get("events.title").to_owned(), site.routes.path(Route::Events));
    let layout = Layout {
        title: site.strings.get("calendar.subscribe").into(),
        description: site.strings.get("subscribe.lead").to_owned(),
        section: site.routes.path(Route::Events),
        above: vec![events],
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}
