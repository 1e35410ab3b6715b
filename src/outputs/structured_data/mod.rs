//! JSON-LD (schema.org) for search engines, made from the same records as the pages.

mod offer;
mod schema_org;

use crate::dates::{machine_start, machine_times, rfc3339_in};
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::shared::Extras;
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Delegation, Event, Occurrence, Release, Site};
use crate::strings::REGION;
use crate::values::{ChangeKind, DelegationStatus, EventStatus, Id, When};
use schema_org::{
    Audience, BreadcrumbList, BusinessEvent, CorrectionComment, Country, GeoCoordinates, ListItem,
    Location, NewsArticle, Organization, Place, PostalAddress, Reference, SubEvent,
    VirtualLocation, WebSite, script, script_of_all,
};

const SCHEDULED: &str = "https://schema.org/EventScheduled";
const RESCHEDULED: &str = "https://schema.org/EventRescheduled";
const POSTPONED: &str = "https://schema.org/EventPostponed";
const CANCELLED: &str = "https://schema.org/EventCancelled";
const MOVED_ONLINE: &str = "https://schema.org/EventMovedOnline";

/// The most dates of a series that are listed: a year of weeks.
const MAX_DATES: usize = 53;

/// The site itself, for the home page.
pub fn website(site: &Site) -> String {
    script(WebSite {
        name: site.config.title.get(&site.language),
        url: site.routes.absolute(Route::Home),
        in_language: site.language.tag(),
        publisher: publisher(site),
    })
}

/// The pages above a page, and the page itself: name and link.
pub fn breadcrumbs<'p>(site: &Site, pages: impl Iterator<Item = (&'p str, &'p str)>) -> String {
    let item = |(index, (name, href))| ListItem {
        item: format!("{}{href}", site.routes.origin()),
        name,
        position: index + 1,
    };
    script_of_all(BreadcrumbList { item_list_element: pages.enumerate().map(item).collect() })
}

/// An occurrence of an event; of a series with those that lie ahead.
pub fn event(site: &Site, occurrence: &Occurrence<'_>) -> String {
    let language = &site.language;
    let event = occurrence.event;
    let (start_date, end_date) = machine_times(occurrence.date);
    let amount = event.price.as_ref().and_then(|price| price.amount.as_ref());
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    let offered = site.registration(occurrence);
    script(BusinessEvent {
        id: Some(urn(site, "event", &event.id)),
        name: event.title.get(language),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        start_date,
        end_date,
        description: description(site, event.summary.as_ref(), event.description.as_ref()),
        image: images(site, &event.extras),
        event_status: status(occurrence),
        event_attendance_mode: attendance(occurrence),
        previous_start_date: occurrence.previous.iter().map(machine_start).collect(),
        location: location(site, occurrence),
        organizer: organizer(site, &event.roles.organiser),
        funder: organisations(site, &event.roles.funder),
        in_language: event.languages.iter().map(|language| language.tag()).collect(),
        audience: text(site, event.audience.as_ref())
            .map(|audience_type| Audience { audience_type }),
        maximum_attendee_capacity: offered.and_then(|(registration, _)| registration.capacity),
        is_accessible_for_free: amount.map(|amount| amount.number == 0.0),
        offers: offer::of(site, occurrence),
        super_event: visits
            .map(|visit| reference(site, ("delegation", &visit.id), Route::Delegation(&visit.id)))
            .collect(),
        sub_event: dates_ahead(site, event),
    })
}

/// What stands on a page of its own: what is said of it there is not said in part here, because
/// search engines would take the part for a second event that lacks the rest.
fn reference(site: &Site, (kind, id): (&str, &str), page: Route<'_>) -> Reference {
    Reference { id: urn(site, kind, id), url: site.routes.absolute(page) }
}

/// The dates of a series that lie ahead, each an event of its own with all that an event must
/// have; none while nobody has said where. The alternative, `eventSchedule`, excludes `startDate`,
/// without which Google shows nothing.
fn dates_ahead<'s>(site: &'s Site, event: &'s Event) -> Vec<SubEvent<'s>> {
    let mut ahead = site.occurrences(event);
    ahead.retain(|date| date.of_series.is_some() && !date.is_over(site.now));
    let object = |date: &Occurrence<'s>| {
        let (start_date, end_date) = machine_times(date.date);
        let location = location(site, date)?;
        Some(SubEvent::Event(Box::new(BusinessEvent {
            name: event.title.get(&site.language),
            url: Some(site.routes.absolute(Route::Event(&event.id))),
            start_date,
            end_date,
            event_status: status(date),
            event_attendance_mode: attendance(date),
            previous_start_date: date.previous.iter().map(machine_start).collect(),
            location: Some(location),
            description: description(site, event.summary.as_ref(), event.description.as_ref()),
            image: images(site, &event.extras),
            organizer: organizer(site, &event.roles.organiser),
            offers: offer::of(site, date),
            ..BusinessEvent::default()
        })))
    };
    ahead.iter().take(MAX_DATES).filter_map(object).collect()
}

/// What holds of an occurrence: it can have moved online and to another day. What is called off
/// has no new date, whatever was planned before.
fn status(occurrence: &Occurrence<'_>) -> Vec<&'static str> {
    let moved = (!occurrence.previous.is_empty()).then_some(RESCHEDULED);
    match occurrence.status {
        EventStatus::Cancelled => vec![CANCELLED],
        EventStatus::Postponed => vec![POSTPONED],
        EventStatus::MovedOnline => [MOVED_ONLINE].into_iter().chain(moved).collect(),
        EventStatus::Planned | EventStatus::Confirmed => vec![moved.unwrap_or(SCHEDULED)],
    }
}

/// How one can take part; nothing while nobody has said where.
fn attendance(occurrence: &Occurrence<'_>) -> Option<&'static str> {
    match (occurrence.venue.is_some(), occurrence.is_online()) {
        (true, true) => Some("https://schema.org/MixedEventAttendanceMode"),
        (false, true) => Some("https://schema.org/OnlineEventAttendanceMode"),
        (true, false) => Some("https://schema.org/OfflineEventAttendanceMode"),
        (false, false) => None,
    }
}

/// Where one can take part. Where the link follows, the page of the event will say it.
fn location(site: &Site, occurrence: &Occurrence<'_>) -> Option<Location> {
    let place = occurrence.venue.map(|venue| place(site, venue));
    let url = occurrence.online.map(|online| online.url.0.clone());
    let page = || site.routes.absolute(Route::Event(&occurrence.event.id));
    let url = url.or_else(|| occurrence.is_online().then(page));
    match (place, url.map(|url| VirtualLocation { url })) {
        (Some(place), Some(online)) => Some(Location::Both(place, online)),
        (place, online) => place.map(Location::Place).or(online.map(Location::Online)),
    }
}

fn place(site: &Site, venue: &Venue) -> Place {
    let text = |text: &Option<Translated<String>>| {
        text.as_ref().map(|text| text.get(&site.language).clone())
    };
    let address = PostalAddress {
        street_address: text(&venue.street),
        postal_code: venue.postcode.clone(),
        address_locality: text(&venue.city),
        address_country: venue.country.map(|country| country.code),
        address_region: None,
    };
    Place {
        name: venue.name.get(&site.language).clone(),
        address: (address != PostalAddress::default()).then_some(address),
        geo: venue.geo.map(|(latitude, longitude)| GeoCoordinates { latitude, longitude }),
    }
}

fn text<'s>(site: &Site, text: Option<&'s Translated<String>>) -> Option<&'s str> {
    text.map(|text| text.get(&site.language).as_str())
}

/// The summary, else the description without markup.
fn description(
    site: &Site,
    summary: Option<&Translated<String>>,
    description: Option<&Translated<Markdown>>,
) -> Option<String> {
    let plain = || Some(site.plain(description?.get(&site.language)));
    let text = text(site, summary).map(str::to_owned).or_else(plain);
    text.filter(|text: &String| !text.is_empty())
}

fn images(site: &Site, extras: &Extras) -> Vec<String> {
    let images = extras.images.iter();
    images.map(|image| site.routes.absolute(Route::Media(&image.file.0))).collect()
}

fn urn(site: &Site, kind: &str, id: &str) -> String {
    format!("urn:uuid:{}", site.uid(kind, id))
}

fn publisher<'s>(site: &'s Site) -> Option<Organization<'s>> {
    site.config.organisation.as_ref().and_then(|key| organisation(site, key))
}

fn organisation<'s>(site: &'s Site, key: &Id) -> Option<Organization<'s>> {
    let organisation = site.organisations.get(&key.0)?;
    Some(Organization {
        name: organisation.name.get(&site.language),
        url: organisation.url.as_ref().map(|url| url.0.as_str()),
    })
}

/// Who organises; where nobody is named, who publishes.
fn organizer<'s>(site: &'s Site, keys: &[Id]) -> Vec<Organization<'s>> {
    let named = organisations(site, keys);
    if named.is_empty() { publisher(site).into_iter().collect() } else { named }
}

/// Organisations by their keys; hosts and principals have no property of their own.
fn organisations<'s>(site: &'s Site, keys: &[Id]) -> Vec<Organization<'s>> {
    keys.iter().filter_map(|key| organisation(site, key)).collect()
}

/// Where a visit takes place: the region that the theme names, else where its first event is.
fn region(site: &Site, visit: &Delegation) -> Option<Place> {
    if site.strings.has(REGION) {
        let name = site.strings.get(REGION).to_owned();
        let address =
            PostalAddress { address_region: Some(name.clone()), ..PostalAddress::default() };
        return Some(Place { name, address: Some(address), geo: None });
    }
    let mut events = visit.events.iter().map(|number| site.event(*number));
    events.find_map(|event| Some(place(site, site.whole(event).venue?)))
}

/// A visit whose days are fixed.
pub fn visit(site: &Site, visit: &Delegation) -> String {
    let language = &site.language;
    let days = visit.dates.days();
    let events = visit.events.iter().map(|number| site.event(*number));
    let previous = site.previous_of_visit(visit);
    script(BusinessEvent {
        id: Some(urn(site, "delegation", &visit.id)),
        name: visit.title.get(language),
        url: Some(site.routes.absolute(Route::Delegation(&visit.id))),
        start_date: days.first.to_string(),
        end_date: Some(days.last.to_string()),
        description: description(site, visit.summary.as_ref(), visit.description.as_ref()),
        image: images(site, &visit.extras),
        event_status: vec![match visit.status {
            DelegationStatus::Cancelled => CANCELLED,
            DelegationStatus::Postponed => POSTPONED,
            DelegationStatus::Planned | DelegationStatus::Confirmed if previous.is_empty() => {
                SCHEDULED
            }
            DelegationStatus::Planned | DelegationStatus::Confirmed => RESCHEDULED,
        }],
        previous_start_date: previous.iter().map(machine_start).collect(),
        location: region(site, visit).map(Location::Place),
        organizer: organizer(site, &visit.roles.organiser),
        funder: organisations(site, &visit.roles.funder),
        sub_event: events
            .map(|event| reference(site, ("event", &event.id), Route::Event(&event.id)))
            .map(SubEvent::Reference)
            .collect(),
        ..BusinessEvent::default()
    })
}

/// A press release.
pub fn release(site: &Site, release: &Release) -> String {
    let language = &site.language;
    let url = site.routes.absolute(Route::Release(&release.id));
    let publication = &release.publication;
    let in_zone = |at| rfc3339_in(at, site.zone());
    let corrections = publication.updates.iter().filter(|u| u.kind == ChangeKind::Correction);
    let countries = release.countries.iter();
    script(NewsArticle {
        id: urn(site, "press", &release.id),
        headline: release.title.get(language),
        url: url.clone(),
        main_entity_of_page: url,
        in_language: language.tag(),
        date_published: match release.date_written {
            When::Day(_) => release.date.to_string(),
            When::Time(..) => in_zone(publication.published),
        },
        date_modified: (!publication.updates.is_empty()).then(|| in_zone(publication.modified())),
        description: release.lead.as_ref().and_then(|lead| site.own(lead)).map(String::as_str),
        dateline: text(site, release.place.as_ref()),
        author: publisher(site),
        publisher: publisher(site),
        image: images(site, &release.extras),
        correction: corrections
            .map(|update| CorrectionComment {
                text: text(site, update.note.as_ref()).unwrap_or_default(),
                date_published: in_zone(update.at),
            })
            .collect(),
        about: countries.map(|country| Country { name: country.name(language.tag()) }).collect(),
    })
}
