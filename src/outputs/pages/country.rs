//! The pages of a country and of a sector: everything public about it.

use serde::Serialize;
use tera::Value;

use super::calendar::{self, FeedView};
use super::layout::{Layout, NamedLink};
use super::list::{Pagination, page_of, pagination};
use super::list_item::ListItems;
use super::parts::{FigureView, figures};
use super::text::{PageSite, Text};
use crate::route::Route;
use crate::site::{About, CountryEntry, SectorEntry};

#[derive(Serialize)]
struct TopicView {
    label: String,
    title: Text,
    lead: String,
    delegations: Vec<Value>,
    events: Vec<Value>,
    press: Vec<Value>,
    figures: Vec<FigureView>,
    subscribe: FeedView,
    /// The Atom feed of its releases.
    press_feed: String,
    pagination: Option<Pagination>,
}

/// The length of the longest of its lists: that decides how many pages there are.
pub fn longest_list(about: &About) -> usize {
    about.events.len().max(about.delegations.len()).max(about.releases.len())
}

/// What lies ahead, the next first; then what was, the latest first.
pub fn next_first(by_date: &[usize], is_ahead: impl Fn(usize) -> bool) -> Vec<usize> {
    let (mut numbers, was): (Vec<usize>, Vec<usize>) =
        by_date.iter().partition(|number| is_ahead(**number));
    numbers.extend(was.iter().rev());
    numbers
}

/// The page of a country.
pub fn country(
    site: &PageSite,
    items: &ListItems<'_>,
    entry: &CountryEntry,
    page: usize,
) -> (Layout, Value) {
    let name = entry.country.name(site.language.tag());
    let country = entry.country;
    let visits = entry.about.delegations.iter().map(|number| site.delegation(*number));
    let about_it = visits.flat_map(|visit| {
        let alone = visit.countries.len() == 1;
        visit.figures.iter().filter(move |figure| match figure.country {
            Some(about) => about == country,
            None => alone,
        })
    });
    let figures = if page == 1 { figures(site, about_it, false) } else { Vec::new() };
    let topic = Topic {
        word: "countries",
        name: name.into(),
        route: Route::Country(country),
        calendar: Route::CountryCalendar(country),
        feed: Route::CountryFeed(country),
    };
    topic.view(site, items, &entry.about, figures, page)
}

/// The page of a sector.
pub fn sector(
    site: &PageSite,
    items: &ListItems<'_>,
    entry: &SectorEntry,
    page: usize,
) -> (Layout, Value) {
    let sector = site.sectors.get(&entry.key);
    let topic = Topic {
        word: "sectors",
        name: sector.map_or(entry.key.as_str().into(), |sector| Text::of(site, &sector.name)),
        route: Route::Sector(&entry.key),
        calendar: Route::SectorCalendar(&entry.key),
        feed: Route::SectorFeed(&entry.key),
    };
    topic.view(site, items, &entry.about, Vec::new(), page)
}

/// What countries and sectors have in common.
struct Topic<'t> {
    word: &'static str,
    name: Text,
    route: Route<'t>,
    calendar: Route<'t>,
    feed: Route<'t>,
}

impl Topic<'_> {
    fn view(
        &self,
        site: &PageSite,
        items: &ListItems<'_>,
        about: &About,
        figures: Vec<FigureView>,
        page: usize,
    ) -> (Layout, Value) {
        let events = next_first(&about.events, |number| site.is_upcoming(site.event(number)));
        let visits =
            next_first(&about.delegations, |number| site.is_visit_ahead(site.delegation(number)));
        let lead_key = format!("{}.lead", self.word);
        let lead = site.strings.fill(&lead_key, &[("name", &self.name.text)]);
        let view = TopicView {
            label: site.strings.get(&format!("{}.label", self.word)).to_owned(),
            title: self.name.clone(),
            lead: lead_key,
            delegations: items.visits(site, page_of(&visits, page)),
            events: items.events(site, page_of(&events, page)),
            press: items.releases(site, page_of(&about.releases, page)),
            figures,
            press_feed: site.routes.href(self.feed),
            subscribe: calendar::feed(site, self.calendar, self.name.clone()),
            pagination: pagination(site, self.route, longest_list(about), page),
        };
        let layout = Layout {
            title: Text {
                text: super::list::numbered(site, &self.name.text, page),
                lang: self.name.lang.clone(),
            },
            description: lead,
            calendar: Some(NamedLink::to(site, &self.name.text, self.calendar)),
            ..Layout::below(site, "delegations.title", Route::Delegations)
        };
        (layout, Value::from_serializable(&view))
    }
}
