//! An item of a list: an event, a visit or a release in a few lines, the same in every list.
//! Each is made and rendered once, because it stands in lists of its countries and sectors, and
//! beside every event of its visit: of 1,000 events and releases 12 times each, which was a third of
//! rendering.

use std::sync::OnceLock;

use jiff::civil::Date;
use serde::Serialize;
use tera::Value;

use super::once;
use super::parts::{Tile, names_of, tile};
use super::registration::{self, RegistrationLine};
use super::repeat;
use super::text::{PageSite, Text};
use super::time::{EventTimeView, TimeView, event_time_beside_days, visit_time};
use crate::country::Country;
use crate::dates::Dates;
use crate::model::shared::Publication;
use crate::outputs::Context;
use crate::route::Route;
use crate::site::{Delegation, Occurrence, Release, Site};
use crate::values::{ChangeKind, DelegationStatus, EventStatus, Id};

/// An item as templates see it.
#[derive(Debug)]
struct Made {
    view: Value,
    /// Its first day, where that is known.
    day: Option<Date>,
    /// Whether it has a text in the default language for want of a translation.
    shows_original: bool,
}

impl Made {
    fn new(context: &Context<'_>, day: Option<Date>, item: impl Fn(&PageSite) -> ListItem) -> Self {
        let site = PageSite::new(context.site);
        let view = Value::from_serializable(&item(&site));
        let key = || context.key(COMPONENT, &[&view]);
        let render =
            || once::rendered(&context.theme, &site.language, COMPONENT, &[(COMPONENT, &view)]);
        let html = context.memos.items.get(key, render);
        let view = once::with_field(view, "html", html);
        Made { view, day, shows_original: site.shows_original() }
    }

    /// The item on a page; a copy costs next to nothing.
    fn on(&self, site: &PageSite) -> Value {
        if self.shows_original {
            site.note_original();
        }
        self.view.clone()
    }

    /// The same with its first day.
    fn dated(&self, site: &PageSite) -> (Option<Date>, Value) {
        (self.day, self.on(site))
    }
}

/// The component that renders an item, and what it calls the item.
const COMPONENT: &str = "entry";

/// The list items of everything, by the numbers of [`Site`]; each is made when it is asked for.
#[derive(Debug)]
pub struct ListItems<'c> {
    context: &'c Context<'c>,
    events: Vec<OnceLock<Made>>,
    visits: Vec<OnceLock<Made>>,
    releases: Vec<OnceLock<Made>>,
}

impl<'c> ListItems<'c> {
    /// The items of a site.
    pub(super) fn of(context: &'c Context<'c>) -> Self {
        let none = |count| std::iter::repeat_with(OnceLock::new).take(count).collect();
        ListItems {
            context,
            events: none(context.site.events.len()),
            visits: none(context.site.delegations.len()),
            releases: none(context.site.releases.len()),
        }
    }

    fn event(&self, number: usize) -> &Made {
        self.events[number].get_or_init(|| {
            let occurrence = self.context.site.occurrence(self.context.site.event(number));
            let day = occurrence.date.days().first;
            Made::new(self.context, Some(day), |site| event(site, &occurrence))
        })
    }

    fn visit(&self, number: usize) -> &Made {
        self.visits[number].get_or_init(|| {
            let record = self.context.site.delegation(number);
            Made::new(self.context, None, |site| visit(site, record))
        })
    }

    fn release(&self, number: usize) -> &Made {
        self.releases[number].get_or_init(|| {
            let record = self.context.site.release(number);
            Made::new(self.context, Some(record.date), |site| release(site, record))
        })
    }

    /// Events in a list.
    pub fn events(&self, site: &PageSite, numbers: &[usize]) -> Vec<Value> {
        numbers.iter().map(|number| self.event(*number).on(site)).collect()
    }

    /// Events by the months in which they begin.
    pub fn events_by_month(&self, site: &PageSite, numbers: &[usize]) -> Vec<MonthView> {
        let of = |number: &usize| self.event(*number).dated(site);
        months(site, numbers.iter().map(of))
    }

    /// Events of a year by months: a series has there the date that it has in that year.
    pub fn events_of_year(&self, site: &PageSite, year: i16, numbers: &[usize]) -> Vec<MonthView> {
        let of = |number: &usize| match site.event(*number) {
            series if series.repeat.is_some() => {
                let occurrence = site.occurrence_in(series, year);
                let view = Value::from_serializable(&event(site, &occurrence));
                (Some(occurrence.date.days().first), view)
            }
            _ => self.event(*number).dated(site),
        };
        months(site, numbers.iter().map(of))
    }

    /// Releases by the months of their dates.
    pub fn releases_by_month(&self, site: &PageSite, numbers: &[usize]) -> Vec<MonthView> {
        let of = |number: &usize| self.release(*number).dated(site);
        months(site, numbers.iter().map(of))
    }

    /// Visits in a list.
    pub fn visits(&self, site: &PageSite, numbers: &[usize]) -> Vec<Value> {
        numbers.iter().map(|number| self.visit(*number).on(site)).collect()
    }

    /// Releases in a list.
    pub fn releases(&self, site: &PageSite, numbers: &[usize]) -> Vec<Value> {
        numbers.iter().map(|number| self.release(*number).on(site)).collect()
    }
}

/// A month of a list: its items have no month of their own beside the day.
#[derive(Debug, Serialize)]
pub struct MonthView {
    /// »2019-09«, the anchor of its heading.
    id: String,
    /// »September 2019«
    title: String,
    /// »Sept.«
    short: String,
    entries: Vec<Value>,
}

fn months(site: &PageSite, items: impl Iterator<Item = (Option<Date>, Value)>) -> Vec<MonthView> {
    let cldr = site.strings.cldr();
    let mut months: Vec<MonthView> = Vec::new();
    for (day, view) in items {
        let Some(day) = day else { continue };
        let id = day.strftime("%Y-%m").to_string();
        // Items that are sorted by their hours may change the month twice where zones differ.
        match months.iter_mut().rev().find(|month| month.id == id) {
            Some(month) => month.entries.push(view),
            None => months.push(MonthView {
                id,
                title: cldr.month(day),
                short: cldr.short_month_in_date(day).to_owned(),
                entries: vec![view],
            }),
        }
    }
    months
}

#[derive(Debug, Serialize)]
struct ListItem {
    href: String,
    title: Text,
    /// Its language by name, when it is not the page's: »auf Deutsch«.
    only_in: Option<String>,
    /// The language of the page it leads to, when that is another.
    hreflang: Option<String>,
    /// A word before the title: »Abgesagt«.
    state: Option<String>,
    /// How that is drawn: `off`, or `hidden` in a preview.
    state_class: &'static str,
    tile: Option<Tile>,
    when: EventTimeView,
    /// Where it is, and how often; of other items than events what it is about.
    meta: Vec<Text>,
    /// Its countries and sectors.
    topics: Vec<Text>,
    registration: Option<RegistrationLine>,
}

fn country_names(site: &PageSite, countries: &[&'static Country]) -> String {
    let names = names_of(site, countries);
    names.join(", ")
}

fn sector_names(site: &PageSite, keys: &[Id]) -> Text {
    let sectors = keys.iter().filter_map(|key| site.sectors.get(&key.0));
    let names: Vec<Text> = sectors.map(|sector| Text::of(site, &sector.name)).collect();
    let lang = names.iter().find_map(|name| name.lang.clone());
    let names: Vec<String> = names.into_iter().map(|name| name.text).collect();
    Text { text: names.join(", "), lang }
}

fn filled(parts: impl IntoIterator<Item = Text>) -> Vec<Text> {
    parts.into_iter().filter(|part| !part.text.is_empty()).collect()
}

/// »auf Deutsch«, of a title that is in the default language for want of a translation.
fn only_in(site: &PageSite, title: &Text) -> Option<String> {
    title
        .lang
        .as_ref()
        .map(|tag| site.strings.fill("language.only", &[("language", &site.language_name(tag))]))
}

/// The word before the title of what is only shown in a preview.
pub fn hidden(site: &Site, publication: &Publication) -> Option<String> {
    site.is_preview(publication).then(|| site.strings.get("preview.entry").to_owned())
}

/// The word before the title of an event that is not as planned.
pub fn event_state(site: &Site, status: EventStatus) -> Option<String> {
    match status {
        EventStatus::Planned | EventStatus::Confirmed => None,
        other => Some(site.strings.get(&format!("events.status.{}", other.word())).to_owned()),
    }
}

/// »Geplant«, of an event that lies ahead and is not confirmed.
pub fn unconfirmed(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    let is_planned = occurrence.status == EventStatus::Planned && !occurrence.is_over(site.now);
    is_planned.then(|| site.strings.get("events.unconfirmed").to_owned())
}

/// The word before the title of a visit that is not as planned.
pub fn visit_state(site: &Site, status: DelegationStatus) -> Option<String> {
    match status {
        DelegationStatus::Planned | DelegationStatus::Confirmed => None,
        other => Some(site.strings.get(&format!("events.status.{}", other.word())).to_owned()),
    }
}

/// The state of an item and how that is drawn.
fn drawn(hidden: Option<String>, state: Option<String>) -> (Option<String>, &'static str) {
    let class = if hidden.is_some() { "hidden" } else { "off" };
    (hidden.or(state), class)
}

fn event(site: &PageSite, occurrence: &Occurrence<'_>) -> ListItem {
    let event = occurrence.event;
    let venue = occurrence.venue.map(|venue| Text::of(site, &venue.name));
    let online = occurrence.is_online().then(|| site.strings.get("events.online").into());
    let title = Text::of(site, &event.title);
    let state = event_state(site, occurrence.status);
    let is_moved = state.is_none() && !occurrence.previous.is_empty();
    let moved = is_moved.then(|| site.strings.get("events.rescheduled").to_owned());
    let unconfirmed = unconfirmed(site, occurrence);
    let (state, state_class) = drawn(hidden(site, &event.publication), state);
    ListItem {
        href: site.routes.href(Route::Event(&event.id)),
        only_in: only_in(site, &title),
        title,
        hreflang: None,
        state,
        state_class,
        tile: Some(tile(site, occurrence.date.days())),
        when: event_time_beside_days(site, occurrence),
        meta: filled([
            unconfirmed.unwrap_or_default().into(),
            moved.unwrap_or_default().into(),
            repeat::rule(site, event).unwrap_or_default().into(),
            venue.or(online).unwrap_or_default(),
        ]),
        topics: filled([
            country_names(site, &event.countries).into(),
            sector_names(site, &event.sectors),
        ]),
        registration: registration::line(site, occurrence),
    }
}

fn visit(site: &PageSite, visit: &Delegation) -> ListItem {
    let title = Text::of(site, &visit.title);
    let state = visit_state(site, visit.status);
    let (state, state_class) = drawn(hidden(site, &visit.publication), state);
    ListItem {
        href: site.routes.href(Route::Delegation(&visit.id)),
        only_in: only_in(site, &title),
        title,
        hreflang: None,
        state,
        state_class,
        tile: visit.is_fixed().then(|| tile(site, visit.dates.days())),
        when: visit_time(site, visit).into(),
        meta: filled([sector_names(site, &visit.sectors)]),
        topics: Vec::new(),
        registration: None,
    }
}

fn release(site: &PageSite, release: &Release) -> ListItem {
    let title = Text::of(site, &release.title);
    let is_withdrawn =
        release.publication.updates.iter().any(|update| update.kind == ChangeKind::Withdrawal);
    let withdrawn = is_withdrawn.then(|| site.strings.get("updates.withdrawal").to_owned());
    let (state, state_class) = drawn(hidden(site, &release.publication), withdrawn);
    ListItem {
        href: site.routes_to(&release.body).href(Route::Release(&release.id)),
        only_in: only_in(site, &title),
        hreflang: title.lang.clone(),
        title,
        state,
        state_class,
        tile: None,
        when: TimeView {
            datetime: release.date.to_string(),
            text: Dates(&site.strings).day(release.date),
        }
        .into(),
        meta: filled([
            country_names(site, &release.countries).into(),
            sector_names(site, &release.sectors),
        ]),
        topics: Vec::new(),
        registration: None,
    }
}
