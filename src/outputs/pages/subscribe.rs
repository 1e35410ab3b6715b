//! The page »Kalender abonnieren«: what a subscription is, and all feeds.

use serde::Serialize;
use tera::Value;

use super::calendar::{FeedView, feed};
use super::layout::Layout;
use super::text::{PageSite, Text};
use crate::route::Route;

#[derive(Serialize)]
struct SubscribeView {
    /// All events, and the same with reminders, and deadlines.
    main: Vec<FeedView>,
    countries: Vec<FeedView>,
    sectors: Vec<FeedView>,
    visits: Vec<FeedView>,
}

/// The page »Kalender abonnieren«.
pub fn subscribe(site: &PageSite) -> (Layout, Value) {
    let language = &site.language;
    let main = [
        (Route::Calendar, "calendar.all"),
        (Route::Reminders, "calendar.all_with_reminder"),
        (Route::Deadlines, "calendar.all_deadlines"),
    ];
    let ahead = site.delegations.iter().filter(|visit| site.is_visit_ahead(visit));
    let view = SubscribeView {
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
    let layout = Layout {
        title: site.strings.get("calendar.subscribe").into(),
        description: site.strings.get("subscribe.lead").to_owned(),
        ..Layout::below(site, "events.title", Route::Events)
    };
    (layout, Value::from_serializable(&view))
}
