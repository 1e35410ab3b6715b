//! Feeds: which entries they have and what they say of themselves. A subscriber sees the name
//! in a list beside the calendars of a dentist and a football club, so it says whose it is.

use jiff::SignedDuration;

use super::{Entries, Written, entry, file};
use crate::icalendar::Calendar;
use crate::outputs::Context;
use crate::place::SourcePath;
use crate::route::Route;
use crate::site::{About, CountryEntry, Delegation, Event, SectorEntry, Site};

/// A feed: its address, the page that shows the same, and what is in it.
pub(super) struct Feed<'s> {
    /// Its own address.
    pub route: Route<'s>,
    /// The source file it stands for.
    pub origin: Option<&'s SourcePath>,
    page: Route<'s>,
    name: String,
    description: String,
    content: Content<'s>,
}

/// What is in a feed.
enum Content<'s> {
    /// All events and visits, or what is not older than site.yaml says.
    Everything,
    /// The same, with reminders.
    Reminders,
    /// The last days to register.
    Deadlines,
    /// A visit, by its number, and its events.
    Visit(usize, &'s Delegation),
    /// What refers to a country or sector.
    Topic(&'s About),
}

impl<'s> Feed<'s> {
    /// All events and visits.
    pub fn everything(site: &'s Site) -> Self {
        Feed {
            route: Route::Calendar,
            origin: None,
            page: Route::Events,
            name: name(site, Route::Calendar, ""),
            description: match &site.config.description {
                Some(text) => text.get(&site.language).clone(),
                None => site.strings.get("events.lead").to_owned(),
            },
            content: Content::Everything,
        }
    }

    /// All events and visits, with a reminder each.
    pub fn reminders(site: &'s Site) -> Self {
        let all = Feed::everything(site);
        Feed {
            route: Route::Reminders,
            name: name(site, Route::Reminders, ""),
            content: Content::Reminders,
            ..all
        }
    }

    /// The last days to register.
    pub fn deadlines(site: &'s Site) -> Self {
        let all = Feed::everything(site);
        Feed {
            route: Route::Deadlines,
            name: name(site, Route::Deadlines, ""),
            description: site.strings.get("calendar.deadlines_description").to_owned(),
            content: Content::Deadlines,
            ..all
        }
    }

    /// A visit and its events.
    pub fn of_visit(site: &'s Site, number: usize, visit: &'s Delegation) -> Self {
        let routes = (Route::DelegationCalendar(&visit.id), Route::Delegation(&visit.id));
        let content = Content::Visit(number, visit);
        let feed = Feed::topic(site, ("visit", visit.title.get(&site.language)), routes, content);
        Feed { origin: Some(&visit.record.file), ..feed }
    }

    /// What refers to a country.
    pub fn of_country(site: &'s Site, entry: &'s CountryEntry) -> Self {
        let routes = (Route::CountryCalendar(entry.country), Route::Country(entry.country));
        let name = entry.country.name(site.language.tag());
        Feed::topic(site, ("topic", name), routes, Content::Topic(&entry.about))
    }

    /// What refers to a sector.
    pub fn of_sector(site: &'s Site, entry: &'s SectorEntry) -> Self {
        let routes = (Route::SectorCalendar(&entry.key), Route::Sector(&entry.key));
        let sector = site.sectors.get(&entry.key);
        let name = sector.map_or(entry.key.as_str(), |sector| sector.name.get(&site.language));
        Feed::topic(site, ("topic", name), routes, Content::Topic(&entry.about))
    }

    fn topic(
        site: &Site,
        (word, topic): (&str, &str),
        (route, page): (Route<'s>, Route<'s>),
        content: Content<'s>,
    ) -> Self {
        let title = site.config.title.get(&site.language);
        let values = [("site", title.as_str()), ("topic", topic)];
        Feed {
            route,
            origin: None,
            page,
            name: name(site, route, topic),
            description: site.strings.fill(&format!("calendar.{word}_description"), &values),
            content,
        }
    }

    /// Its file.
    pub fn file(&self, context: &Context<'_>) -> file::ReadBack {
        let site = context.site;
        let entries = self.entries(site, &context.entries);
        match &self.content {
            Content::Reminders => {
                let reminding: Vec<Written> = entries
                    .into_iter()
                    .map(|written| written.with_alarm(&|entry| entry::alarm(site, entry)))
                    .collect();
                self.of(context, &reminding.iter().collect::<Vec<_>>())
            }
            _ => self.of(context, &entries),
        }
    }

    /// Its entries, still without reminders.
    pub fn entries<'e>(&'e self, site: &Site, entries: &'e Entries) -> Vec<&'e Written> {
        match &self.content {
            Content::Everything | Content::Reminders => everything(site, entries),
            Content::Deadlines => {
                let kept = entries.deadlines.iter().zip(&site.events);
                let kept = kept.filter(|(_, event)| is_kept(site, event));
                kept.filter_map(|(entry, _)| entry.as_ref()).collect()
            }
            Content::Visit(number, visit) => {
                let own = entries.of_visits(std::slice::from_ref(number));
                own.chain(entries.of_events(&visit.events)).collect()
            }
            Content::Topic(about) => {
                let events = entries.of_events(&about.events);
                events.chain(entries.of_visits(&about.delegations)).collect()
            }
        }
    }

    fn of(&self, context: &Context<'_>, entries: &[&Written]) -> file::ReadBack {
        let not_elsewhere = match self.content {
            Content::Deadlines => entries,
            _ => entries.get(..1).unwrap_or_default(),
        };
        file::with(context, self.calendar(context.site, entries), entries, not_elsewhere)
    }

    /// What it says of itself, and these entries with the dates of their series.
    pub fn calendar<'e>(&self, site: &Site, entries: &[&'e Written]) -> Calendar<'e> {
        let config = &site.config.calendar;
        Calendar {
            name: Some(self.name.clone()),
            description: Some(self.description.clone()),
            url: Some(site.routes.absolute(self.page)),
            source: Some(site.routes.absolute(self.route)),
            refresh: config.refresh.map(|refresh| SignedDuration::from_mins(refresh.0.into())),
            color: config.color,
            last_modified: entries.iter().filter_map(|written| written.entry.last_modified).max(),
            timezone_name: site.zone().iana_name().map(str::to_owned),
            entries: entries
                .iter()
                .flat_map(|written| written.all())
                .map(|written| &written.entry)
                .collect(),
            ..file::base(site)
        }
    }
}

/// What a feed calls itself (RFC 7986 5.1), by its address and the visit, country or sector that
/// it is about.
pub fn name(site: &Site, route: Route<'_>, topic: &str) -> String {
    let name = site.config.calendar.name.as_ref().unwrap_or(&site.config.title);
    let name = name.get(&site.language);
    match route {
        Route::Calendar => name.clone(),
        Route::Reminders => site.strings.fill("calendar.reminders_name", &[("name", name)]),
        Route::Deadlines => site.strings.fill("calendar.deadlines_name", &[("name", name)]),
        _ => {
            let title = site.config.title.get(&site.language);
            site.strings.fill("calendar.topic_name", &[("site", title), ("topic", topic)])
        }
    }
}

fn is_kept(site: &Site, event: &Event) -> bool {
    site.is_kept(event.days().last)
}

/// Everything, or what is not older than site.yaml says.
pub(super) fn everything<'e>(site: &Site, entries: &'e Entries) -> Vec<&'e Written> {
    let events = site.events.iter().zip(&entries.events);
    let events = events.filter(|(event, _)| is_kept(site, event)).map(|(_, entry)| entry);
    let visits = site.delegations.iter().zip(&entries.visits);
    let visits = visits.filter(|(visit, _)| site.is_kept(visit.dates.days().last));
    events.chain(visits.filter_map(|(_, entry)| entry.as_ref())).collect()
}
