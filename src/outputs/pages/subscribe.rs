//! The page »Kalender abonnieren«: one choice, the way that works in each program, told once, and
//! the addresses of all other calendars. `docs/subscribing.md` says where each way comes from.

use jiff::civil::{Date, date};
use serde::Serialize;
use tera::Value;

use super::calendar::{FeedView, feed};
use super::layout::Layout;
use super::text::{PageSite, Text};
use crate::dates::Dates;
use crate::outputs::calendar::SubscribeLinks;
use crate::route::Route;

/// When the pages and reports that the ways follow were read.
const READ: Date = date(2026, 11, 28);

const MICROSOFT: &str = "https://support.microsoft.com/office/import-or-subscribe-to-a-calendar-in-outlook-com-or-outlook-on-the-web-cff1429c-5af6-41ec-a5b4-74f2c278e98c";

/// Programs by their strings, with the page of their maker, and what the way follows.
const PROGRAMS: [(&str, &str, Source); 10] = [
    ("google", "https://support.google.com/calendar/answer/37100", Source::Help),
    ("outlook_com", MICROSOFT, Source::Reports),
    ("office", MICROSOFT, Source::Reports),
    ("new_outlook", MICROSOFT, Source::Reports),
    (
        "outlook",
        "https://learn.microsoft.com/outlook/troubleshoot/calendaring/cannot-add-an-internet-calendar",
        Source::Help,
    ),
    ("outlook_mac", MICROSOFT, Source::Reports),
    (
        "apple",
        "https://support.apple.com/guide/calendar/subscribe-to-calendars-icl1022/mac",
        Source::Reports,
    ),
    ("thunderbird", "https://support.mozilla.org/kb/creating-new-calendars", Source::Help),
    ("android", "https://github.com/bitfireAT/icsx5-website/blob/main/usage.md", Source::Help),
    (
        "nextcloud",
        "https://docs.nextcloud.com/server/latest/user_manual/en/groupware/calendar.html",
        Source::Help,
    ),
];

/// What was read before the way of a program was written down.
#[derive(Debug, Clone, Copy)]
enum Source {
    /// The page of its maker.
    Help,
    /// What others say of that page and of the program.
    Reports,
}

/// How a program subscribes.
#[derive(Serialize)]
struct Program {
    name: String,
    /// What to do.
    way: String,
    /// A link that subscribes to everything there.
    link: Option<String>,
    /// When changes arrive.
    pace: String,
    /// The page of its maker.
    help: &'static str,
    /// What the way follows, and when that was read.
    source: String,
}

/// A calendar of some of the dates.
#[derive(Serialize)]
struct OtherCalendar {
    /// The page of what it is about.
    page: Option<String>,
    feed: FeedView,
}

/// Calendars of one sort.
#[derive(Serialize)]
struct Group {
    title: String,
    /// Of its heading.
    id: &'static str,
    calendars: Vec<OtherCalendar>,
}

#[derive(Serialize)]
struct SubscribeView {
    /// All events.
    all: FeedView,
    programs: Vec<Program>,
    /// By visit, country and sector, as far as there are some.
    topics: Vec<Group>,
    /// Everything, told otherwise.
    otherwise: Group,
}

/// The page »Kalender abonnieren«.
pub fn subscribe(site: &PageSite) -> (Layout, Value) {
    let all = feed(site, Route::Calendar, site.strings.get("calendar.all"));
    let view = SubscribeView {
        programs: PROGRAMS
            .map(|(key, help, source)| program(site, key, help, source, &all.links))
            .into(),
        topics: topics(site),
        otherwise: otherwise(site),
        all,
    };
    let layout = Layout {
        title: site.strings.get("calendar.subscribe").into(),
        description: site.strings.get("subscribe.lead").to_owned(),
        ..Layout::below(site, "events.title", Route::Events)
    };
    (layout, Value::from_serializable(&view))
}

/// The anchors of the groups, which are there when they have a calendar.
pub const GROUPS: [&str; 4] = [VISITS, COUNTRIES, SECTORS, OTHERWISE];

const VISITS: &str = "besuche";
const COUNTRIES: &str = "laender";
const SECTORS: &str = "branchen";
const OTHERWISE: &str = "anders";

impl Group {
    fn of(site: &PageSite, title: &str, id: &'static str, calendars: Vec<OtherCalendar>) -> Self {
        Group { title: site.strings.get(title).to_owned(), id, calendars }
    }
}

fn topics(site: &PageSite) -> Vec<Group> {
    let topic = |calendar, name: Text, page| OtherCalendar {
        page: Some(site.routes.href(page)),
        feed: feed(site, calendar, name),
    };
    let visits = site.delegations.iter().filter(|visit| site.is_visit_ahead(visit)).map(|visit| {
        let (calendar, page) = (Route::DelegationCalendar(&visit.id), Route::Delegation(&visit.id));
        topic(calendar, Text::of(site, &visit.title), page)
    });
    let countries = site.countries_by_name.iter().map(|entry| entry.country).map(|country| {
        let name = country.name(site.language.tag()).into();
        topic(Route::CountryCalendar(country), name, Route::Country(country))
    });
    let sectors = site.sectors_by_name.iter().filter_map(|entry| {
        let name = Text::of(site, &site.sectors.get(&entry.key)?.name);
        let (calendar, page) = (Route::SectorCalendar(&entry.key), Route::Sector(&entry.key));
        Some(topic(calendar, name, page))
    });
    let mut topics = vec![
        Group::of(site, "subscribe.visits", VISITS, visits.collect()),
        Group::of(site, "subscribe.countries", COUNTRIES, countries.collect()),
        Group::of(site, "subscribe.sectors", SECTORS, sectors.collect()),
    ];
    topics.retain(|group| !group.calendars.is_empty());
    topics
}

fn otherwise(site: &PageSite) -> Group {
    let calendars = [
        (Route::Reminders, "calendar.all_with_reminder"),
        (Route::Deadlines, "calendar.all_deadlines"),
    ]
    .map(|(route, key)| OtherCalendar {
        page: None,
        feed: feed(site, route, site.strings.get(key)),
    });
    Group::of(site, "subscribe.otherwise", OTHERWISE, calendars.into())
}

fn program(
    site: &PageSite,
    key: &str,
    help: &'static str,
    source: Source,
    links: &SubscribeLinks,
) -> Program {
    let text = |part: &str| site.strings.get(&format!("subscribe.clients.{key}.{part}")).to_owned();
    let source = match source {
        Source::Help => "subscribe.source.help",
        Source::Reports => "subscribe.source.reports",
    };
    let day = Dates(&site.strings).day(READ);
    Program {
        name: text("name"),
        way: text("way"),
        link: link_of(key, links),
        pace: text("text"),
        help,
        source: site.strings.fill(source, &[("day", &day)]),
    }
}

/// The link of a program that has one of its own.
fn link_of(key: &str, links: &SubscribeLinks) -> Option<String> {
    match key {
        "google" => links.google.clone(),
        "outlook_com" => Some(links.outlook.clone()),
        "office" => Some(links.office.clone()),
        _ => None,
    }
}
