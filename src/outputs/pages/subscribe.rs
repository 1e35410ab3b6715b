//! The page »Kalender abonnieren«: what a subscription is, all feeds, and the way that works in each
//! program. `docs/subscribing.md` says where each way comes from.

use jiff::civil::{Date, date};
use serde::Serialize;
use tera::Value;

use super::calendar::{FeedView, feed};
use super::layout::Layout;
use super::text::{PageSite, Text};
use crate::dates::Dates;
use crate::route::Route;

/// When the pages and reports that the ways follow were read.
const READ: Date = date(2026, 11, 28);

/// Programs by their strings, with the page of their maker that the way follows; those without one
/// follow reports of users.
const PROGRAMS: [(&str, Option<&str>); 10] = [
    ("google", Some("https://support.google.com/calendar/answer/37100")),
    ("outlook_com", None),
    ("office", None),
    ("new_outlook", None),
    ("outlook", None),
    ("outlook_mac", None),
    ("apple", None),
    ("thunderbird", Some("https://support.mozilla.org/kb/creating-new-calendars")),
    ("android", Some("https://github.com/bitfireAT/icsx5-website/blob/main/usage.md")),
    ("nextcloud", None),
];

/// How a program subscribes.
#[derive(Serialize)]
struct Program {
    name: String,
    /// What to do.
    way: String,
    /// When changes arrive.
    pace: String,
    /// The page of its maker.
    help: Option<&'static str>,
    /// What the way follows, and when that was read.
    source: String,
}

#[derive(Serialize)]
struct SubscribeView {
    /// All events.
    all: FeedView,
    /// The same with reminders, and deadlines.
    variants: Vec<FeedView>,
    programs: Vec<Program>,
    countries: Vec<FeedView>,
    sectors: Vec<FeedView>,
    visits: Vec<FeedView>,
}

/// The page »Kalender abonnieren«.
pub fn subscribe(site: &PageSite) -> (Layout, Value) {
    let language = &site.language;
    let variants = [
        (Route::Reminders, "calendar.all_with_reminder"),
        (Route::Deadlines, "calendar.all_deadlines"),
    ];
    let ahead = site.delegations.iter().filter(|visit| site.is_visit_ahead(visit));
    let view = SubscribeView {
        all: feed(site, Route::Calendar, site.strings.get("calendar.all")),
        variants: variants.map(|(route, key)| feed(site, route, site.strings.get(key))).into(),
        programs: PROGRAMS.map(|(key, help)| program(site, key, help)).into(),
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

fn program(site: &PageSite, key: &str, help: Option<&'static str>) -> Program {
    let text = |part: &str| site.strings.get(&format!("subscribe.clients.{key}.{part}")).to_owned();
    let source = if help.is_some() { "subscribe.source.help" } else { "subscribe.source.reports" };
    let day = Dates(&site.strings).day(READ);
    Program {
        name: text("name"),
        way: text("way"),
        pace: text("text"),
        help,
        source: site.strings.fill(source, &[("day", &day)]),
    }
}
