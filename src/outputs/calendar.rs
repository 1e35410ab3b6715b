//! Calendar files: one for each event and visit, and the feeds of everything, of a country
//! and of a sector. An entry is made and written once, and its lines stand in all of them.
//!
//! Every line is read back by a reader that nobody here wrote: an entry in a file of its own, a
//! feed's own properties with the first of its entries. Reading all of an entry again in each
//! feed that has it took a sixth of a large build and could find nothing new.

use std::cell::RefCell;
use std::sync::Arc;

use jiff::SignedDuration;
use rayon::prelude::*;

use super::{Artifact, Context, Output};
use crate::check::calendar::differences;
use crate::content::delegation::VisitDates;
use crate::content::event::EventRecord;
use crate::content::shared::Publication;
use crate::content::values::{DelegationStatus, EventStatus, Timetable};
use crate::content::venue::Venue;
use crate::country::Country;
use crate::dates::Dates;
use crate::diagnostic::Diagnostic;
use crate::icalendar::{
    Calendar, Conference, Entry, EntryLines, EntryTime, Geo, Location, Organizer, Status, Zones,
    compose,
};
use crate::memo;
use crate::problem::Problem;
use crate::route::{Route, out_path};
use crate::site::{About, Delegation, Event, Site};
use crate::source::SourcePath;

/// Calendar files.
pub struct Calendars;

/// The entries of all events and visits, in the order of the site's lists.
#[derive(Debug)]
struct Entries {
    events: Vec<Written>,
    /// A visit whose days are not fixed has none.
    visits: Vec<Option<Written>>,
}

/// An entry and its lines.
#[derive(Debug)]
struct Written {
    entry: Entry,
    lines: EntryLines,
}

impl Written {
    fn new(entry: Entry) -> Self {
        Written { lines: EntryLines::of(&entry), entry }
    }
}

thread_local! {
    /// VTIMEZONEs worked out before: thousands of files have the same zone and year.
    static ZONES: RefCell<Zones> = RefCell::new(Zones::new());
}

impl Output for Calendars {
    fn name(&self) -> &'static str {
        "calendars"
    }

    fn plan<'c>(&self, context: &'c Context<'c>) -> Vec<Artifact<'c>> {
        let site = context.site;
        let entries = Arc::new(Entries {
            events: site
                .events
                .par_iter()
                .map(|event| Written::new(event_entry(site, event)))
                .collect(),
            visits: site
                .delegations
                .par_iter()
                .map(|visit| visit_entry(site, visit).map(Written::new))
                .collect(),
        });
        let path = |route| out_path(&site.routes.path(route));
        let mut artifacts = vec![file(path(Route::Calendar), None, {
            let entries = entries.clone();
            move || main_feed(context, &entries)
        })];
        for (number, event) in site.events.iter().enumerate() {
            let entries = entries.clone();
            let path = path(Route::EventCalendar(&event.id));
            artifacts.push(file(path, Some(&event.record.file), move || {
                single(context, &entries.events[number])
            }));
        }
        for (number, visit) in site.delegations.iter().enumerate() {
            let entries = entries.clone();
            let path = path(Route::DelegationCalendar(&visit.id));
            artifacts.push(file(path, Some(&visit.record.file), move || {
                let events = visit.events.iter().map(|event| &entries.events[*event]);
                with_events(context, entries.visits[number].as_ref(), events)
            }));
        }
        for entry in &site.countries {
            let entries = entries.clone();
            let name = entry.country.name(site.language.tag());
            artifacts.push(file(path(Route::CountryCalendar(entry.country)), None, move || {
                let (page, own) =
                    (Route::Country(entry.country), Route::CountryCalendar(entry.country));
                topic_feed(context, &entries, &entry.about, name, (page, own))
            }));
        }
        for entry in &site.sector_entries {
            let entries = entries.clone();
            artifacts.push(file(path(Route::SectorCalendar(&entry.key)), None, move || {
                let sector = site.sectors.get(&entry.key);
                let name = sector.map_or(entry.key.as_str(), |s| s.name.get(&site.language));
                let (page, own) = (Route::Sector(&entry.key), Route::SectorCalendar(&entry.key));
                topic_feed(context, &entries, &entry.about, name, (page, own))
            }));
        }
        artifacts
    }
}

/// A calendar file, and what a reader that nobody here wrote understands otherwise in it.
fn file<'c>(
    path: String,
    origin: Option<&'c SourcePath>,
    calendar: impl Fn() -> (String, Option<String>) + Send + Sync + 'c,
) -> Artifact<'c> {
    let place: SourcePath = origin.cloned().unwrap_or_else(|| crate::content::config::FILE.into());
    Artifact::new(path, origin, move || {
        let (text, difference) = calendar();
        match difference {
            None => Ok(text.into_bytes().into()),
            Some(detail) => {
                Err(Box::new(Diagnostic::whole(&place, Problem::CalendarUnreadable { detail })))
            }
        }
    })
}

/// A calendar of these entries.
fn text<'e>(calendar: &Calendar<'_>, entries: impl Iterator<Item = &'e Written>) -> String {
    let lines = entries.map(|written| &written.lines).collect();
    ZONES.with_borrow_mut(|zones| compose(calendar, lines, zones))
}

fn product_id(site: &Site) -> String {
    let publisher =
        site.config.organisation.as_ref().and_then(|key| site.organisations.get(&key.0));
    let short = publisher.and_then(|publisher| publisher.short.as_ref());
    let owner = short.map_or(site.config.id.as_str(), |short| short.get(&site.language).as_str());
    let language = site.language.tag().to_uppercase();
    format!("-//{}//{}//{language}", owner.replace("//", "/"), site.config.id)
}

fn base(site: &Site) -> Calendar<'static> {
    Calendar {
        product_id: product_id(site),
        zone_if_empty: Some(site.zone().clone()),
        ..Calendar::default()
    }
}

/// The file of one entry, read back.
fn single(context: &Context<'_>, written: &Written) -> (String, Option<String>) {
    let calendar = Calendar { entries: vec![&written.entry], ..base(context.site) };
    read_back(context, &calendar, Some(written))
}

/// A calendar with one entry or none, read back.
fn read_back(
    context: &Context<'_>,
    calendar: &Calendar<'_>,
    written: Option<&Written>,
) -> (String, Option<String>) {
    let text = text(calendar, written.into_iter());
    // What was written and what was meant.
    let key = || memo::key(&[text.as_bytes(), format!("{:?}", calendar.entries).as_bytes()]);
    let difference = context.cache.calendars.get(key, || differences(calendar, &text));
    (text, difference)
}

/// The file of a visit: its own entry, which is read back, and those of its events.
fn with_events<'e>(
    context: &Context<'_>,
    own: Option<&'e Written>,
    events: impl Iterator<Item = &'e Written>,
) -> (String, Option<String>) {
    let difference = own.and_then(|own| single(context, own).1);
    (text(&base(context.site), own.into_iter().chain(events)), difference)
}

fn feed(
    context: &Context<'_>,
    name: String,
    entries: &[&Written],
    (page, own): (Route<'_>, Route<'_>),
) -> (String, Option<String>) {
    let site = context.site;
    let refresh = site.config.calendar.refresh;
    let first = entries.first().copied();
    let calendar = Calendar {
        name: Some(name),
        url: Some(site.routes.absolute(page)),
        source: Some(site.routes.absolute(own)),
        refresh: refresh.map(|refresh| SignedDuration::from_mins(refresh.0.into())),
        last_modified: entries.iter().filter_map(|written| written.entry.last_modified).max(),
        timezone_name: site.zone().iana_name().map(str::to_owned),
        entries: first.iter().map(|written| &written.entry).collect(),
        ..base(site)
    };
    let (_, difference) = read_back(context, &calendar, first);
    (text(&calendar, entries.iter().copied()), difference)
}

/// Everything, or what is not older than site.yaml says.
fn main_feed(context: &Context<'_>, entries: &Entries) -> (String, Option<String>) {
    let site = context.site;
    let name = match &site.config.calendar.name {
        Some(name) => name.get(&site.language).clone(),
        None => site.config.title.get(&site.language).clone(),
    };
    let events = site.events.iter().zip(&entries.events);
    let events =
        events.filter(|(event, _)| site.is_kept(event.days().last)).map(|(_, entry)| entry);
    let visits = site.delegations.iter().zip(&entries.visits);
    let visits = visits.filter(|(visit, _)| site.is_kept(visit.dates.days().last));
    let all: Vec<&Written> = events.chain(visits.filter_map(|(_, entry)| entry.as_ref())).collect();
    feed(context, name, &all, (Route::Events, Route::Calendar))
}

fn topic_feed(
    context: &Context<'_>,
    entries: &Entries,
    about: &About,
    topic: &str,
    routes: (Route<'_>, Route<'_>),
) -> (String, Option<String>) {
    let site = context.site;
    let title = site.config.title.get(&site.language);
    let name = site.strings.fill("calendar.topic_name", &[("site", title), ("topic", topic)]);
    let events = about.events.iter().map(|number| &entries.events[*number]);
    let visits = about.delegations.iter().filter_map(|number| entries.visits[*number].as_ref());
    feed(context, name, &events.chain(visits).collect::<Vec<_>>(), routes)
}

fn event_entry(site: &Site, event: &Event) -> Entry {
    let language = &site.language;
    let time = entry_time(event);
    let open = matches!(event.timetable, Timetable::Within(_) | Timetable::HourFollows(_));
    let title = titled(site, event.title.get(language), event.status.word(), called_off(event));
    let parent = event.delegations.first().map(|visit| site.delegation(*visit));
    Entry {
        status: match event.status {
            EventStatus::Cancelled => Status::Cancelled,
            EventStatus::Planned | EventStatus::Postponed => Status::Tentative,
            EventStatus::Confirmed | EventStatus::MovedOnline if open => Status::Tentative,
            EventStatus::Confirmed | EventStatus::MovedOnline => Status::Confirmed,
        },
        transparent: open,
        description: Some(event_description(site, event)),
        location: location(site, event),
        geo: site
            .venue(event)
            .and_then(|venue| venue.geo)
            .and_then(|(lat, lon)| Geo::new(lat, lon)),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        organizer: organizer(site),
        contacts: contact_line(site, event.contact.as_ref()).into_iter().collect(),
        categories: categories(site, &event.countries, event.kind.map(|kind| kind.word())),
        parent_uid: parent
            .filter(|visit| matches!(visit.dates, VisitDates::Fixed(_)))
            .map(|visit| site.uid("delegation", &visit.id).to_string()),
        conference: event.online.as_ref().map(|online| Conference {
            url: online.url.0.clone(),
            label: online.label.as_ref().map(|label| label.get(language).clone()),
        }),
        ..published(site, &event.publication, site.uid("event", &event.id).to_string(), time, title)
    }
}

fn called_off(event: &EventRecord) -> bool {
    matches!(event.status, EventStatus::Cancelled | EventStatus::Postponed)
}

/// A title; when something is called off that stands before it, because some clients hide STATUS.
fn titled(site: &Site, title: &str, status: &str, called_off: bool) -> String {
    if !called_off {
        return title.to_owned();
    }
    let key = format!("events.status.{status}");
    let word = site.strings.get(&key);
    site.strings.fill("calendar.called_off", &[("status", word), ("title", title)])
}

/// UID, DTSTAMP, CREATED, LAST-MODIFIED and SEQUENCE come from the content, never from the clock.
fn published(
    site: &Site,
    publication: &Publication,
    uid: String,
    time: EntryTime,
    title: String,
) -> Entry {
    Entry {
        created: Some(publication.published),
        last_modified: Some(publication.modified()),
        sequence: u32::try_from(publication.updates.len()).unwrap_or(u32::MAX),
        language: Some(site.language.tag().to_owned()),
        ..Entry::new(uid, publication.modified(), time, title)
    }
}

fn entry_time(event: &EventRecord) -> EntryTime {
    match &event.timetable {
        Timetable::Timed { start, end } => {
            EntryTime::Timed { start: start.clone(), end: end.clone() }
        }
        Timetable::Days(days) | Timetable::Within(days) => {
            EntryTime::AllDay { first: days.first, last: days.last }
        }
        Timetable::HourFollows(day) => EntryTime::AllDay { first: *day, last: *day },
    }
}

fn visit_entry(site: &Site, visit: &Delegation) -> Option<Entry> {
    let VisitDates::Fixed(days) = visit.dates else { return None };
    let language = &site.language;
    let time = EntryTime::AllDay { first: days.first, last: days.last };
    let off = matches!(visit.status, DelegationStatus::Cancelled | DelegationStatus::Postponed);
    let title = titled(site, visit.title.get(language), visit.status.word(), off);
    let url = site.routes.absolute(Route::Delegation(&visit.id));
    let summary = visit.summary.as_ref().map(|summary| summary.get(language).clone());
    let text = visit.description.as_ref().map(|text| site.plain(text.get(language)));
    Some(Entry {
        status: match visit.status {
            DelegationStatus::Cancelled => Status::Cancelled,
            DelegationStatus::Planned | DelegationStatus::Postponed => Status::Tentative,
            DelegationStatus::Confirmed => Status::Confirmed,
        },
        transparent: true,
        description: Some(paragraphs([summary, text, funding(site), Some(url.clone())])),
        url: Some(url),
        organizer: organizer(site),
        contacts: contact_line(site, visit.contact.as_ref()).into_iter().collect(),
        categories: categories(site, &visit.countries, Some("delegation")),
        ..published(
            site,
            &visit.publication,
            site.uid("delegation", &visit.id).to_string(),
            time,
            title,
        )
    })
}

fn paragraphs(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join("\n\n")
}

fn event_description(site: &Site, event: &Event) -> String {
    let language = &site.language;
    let text = |text: &Option<crate::language::Translated<String>>| {
        text.as_ref().map(|text| text.get(language).clone())
    };
    let open = match event.timetable {
        Timetable::Within(_) => Some(site.strings.get("calendar.day_follows").to_owned()),
        Timetable::HourFollows(_) => Some(site.strings.get("calendar.hour_follows").to_owned()),
        _ => None,
    };
    let venue = site.venue(event);
    paragraphs([
        text(&event.status_note),
        open,
        deadline(site, event),
        text(&event.summary),
        event.description.as_ref().map(|text| site.plain(text.get(language))),
        online(site, event),
        venue.and_then(|venue| text(&venue.directions)),
        funding(site),
        Some(site.routes.absolute(Route::Event(&event.id))),
    ])
}

/// »Online: https://…«: many clients do not show `CONFERENCE`.
fn online(site: &Site, event: &EventRecord) -> Option<String> {
    let online = event.online.as_ref()?;
    Some(format!("{}: {}", site.strings.get("events.online"), online.url.0))
}

/// »Anmeldung bis … Dieser Eintrag ist keine Anmeldung.«
fn deadline(site: &Site, event: &EventRecord) -> Option<String> {
    let registration = event.registration.as_ref().filter(|_| !called_off(event))?;
    let not_this = site.strings.get("calendar.not_a_registration");
    Some(match &registration.deadline {
        Some(deadline) => {
            let dates = Dates(&site.strings);
            let until = dates.in_zone(dates.deadline(deadline), &event.timezone, site.zone());
            format!(
                "{} {not_this}",
                site.strings.fill("calendar.register_until", &[("time", &until)])
            )
        }
        None => not_this.to_owned(),
    })
}

fn funding(site: &Site) -> Option<String> {
    site.config.funding_notice.as_ref().map(|notice| notice.get(&site.language).clone())
}

/// One line: Outlook shows only the first.
fn location(site: &Site, event: &EventRecord) -> Option<Location> {
    let text = match site.venue(event) {
        Some(venue) => venue_line(site, venue),
        None if event.is_online() => site.strings.get("events.online").to_owned(),
        None => return None,
    };
    Some(Location { text, page: None })
}

fn venue_line(site: &Site, venue: &Venue) -> String {
    let language = &site.language;
    let text = |text: &Option<crate::language::Translated<String>>| {
        text.as_ref().map(|text| text.get(language).clone())
    };
    let name = venue.name.get(language).clone();
    let city =
        text(&venue.city).filter(|city| venue.street.is_some() || !name.ends_with(city.as_str()));
    let city = match (&venue.postcode, city) {
        (Some(postcode), Some(city)) => Some(format!("{postcode} {city}")),
        (postcode, city) => city.or(postcode.clone()),
    };
    let country = venue.country.map(|country| country.name(language.tag()).to_owned());
    let parts = [Some(name), text(&venue.room), text(&venue.street), city, country];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join(", ").replace('\n', " ")
}

fn organizer(site: &Site) -> Option<Organizer> {
    let contact = site.config.calendar.organizer.as_ref().and_then(|key| site.contact(key))?;
    let email = contact.email.as_ref()?.0.clone();
    let publisher =
        site.config.organisation.as_ref().and_then(|key| site.organisations.get(&key.0));
    let name = publisher.map_or(&contact.name, |publisher| &publisher.name);
    Some(Organizer { name: name.get(&site.language).clone(), email })
}

fn contact_line(site: &Site, key: Option<&crate::content::values::Id>) -> Option<String> {
    let contact = site.contact(key?)?;
    let name = contact.name.get(&site.language).clone();
    let phone = contact.phone.as_ref().map(|phone| phone.shown.clone());
    let email = contact.email.as_ref().map(|email| email.0.clone());
    let parts: Vec<String> = [Some(name), phone, email].into_iter().flatten().collect();
    Some(parts.join(", "))
}

fn categories(site: &Site, countries: &[&'static Country], kind: Option<&str>) -> Vec<String> {
    let kind = kind.map(|kind| site.strings.get(&format!("events.kind.{kind}")).to_owned());
    let countries = countries.iter().map(|country| country.name(site.language.tag()).to_owned());
    kind.into_iter().chain(countries).collect()
}
