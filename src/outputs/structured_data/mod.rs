//! JSON-LD (schema.org) for search engines, made from the same records as the pages.

mod schema_org;

use crate::dates::{
    machine_dates, machine_start, machine_times, machine_when, rfc3339, rfc3339_in,
};
use crate::language::Translated;
use crate::model::event::EventRecord;
use crate::model::repeat::Occurrence;
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Delegation, Event, Release, Site};
use crate::values::{ChangeKind, DelegationStatus, EventStatus, Id, RegistrationState, When};
use schema_org::{
    Audience, BreadcrumbList, BusinessEvent, CorrectionComment, Country, GeoCoordinates, ListItem,
    Location, NewsArticle, Offer, Organization, Place, PostalAddress, VirtualLocation, WebSite,
    script,
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
    script(BreadcrumbList { item_list_element: pages.enumerate().map(item).collect() })
}

/// An event.
pub fn event(site: &Site, event: &Event) -> String {
    let language = &site.language;
    let (start_date, end_date) = machine_times(event.date_at(site.now));
    let amount = event.price.as_ref().and_then(|price| price.amount.as_ref());
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    script(BusinessEvent {
        id: Some(urn(site, "event", &event.id)),
        name: event.title.get(language),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        start_date,
        end_date,
        description: text(site, event.summary.as_ref()),
        event_status: Some(status(event)),
        event_attendance_mode: Some(attendance(site, event)),
        previous_start_date: previous_start(event),
        location: location(site, event),
        organizer: organisations(site, &event.roles.organiser),
        funder: organisations(site, &event.roles.funder),
        in_language: event.languages.iter().map(|language| language.tag()).collect(),
        audience: text(site, event.audience.as_ref())
            .map(|audience_type| Audience { audience_type }),
        maximum_attendee_capacity: event.registration.as_ref().and_then(|known| known.capacity),
        is_accessible_for_free: amount.map(|amount| amount.number == 0.0),
        offers: offer(site, event),
        super_event: visits
            .map(|visit| BusinessEvent {
                id: Some(urn(site, "delegation", &visit.id)),
                name: visit.title.get(language),
                url: Some(site.routes.absolute(Route::Delegation(&visit.id))),
                start_date: machine_dates(visit.dates),
                ..BusinessEvent::default()
            })
            .collect(),
        sub_event: dates_ahead(site, event),
    })
}

/// The dates of a series that lie ahead, each an event of its own. The alternative,
/// `eventSchedule`, excludes `startDate`, without which Google shows nothing.
fn dates_ahead<'s>(site: &'s Site, event: &'s Event) -> Vec<BusinessEvent<'s>> {
    let dates = event.repeat.iter().flat_map(|repeat| &repeat.occurrences);
    let ahead = dates
        .filter(|date| date.timetable.over(&event.timezone).is_none_or(|over| site.now < over));
    let object = |date: &Occurrence| {
        let single = event.on(date);
        let (start_date, end_date) = machine_times(&date.timetable);
        let is_rescheduled = date.is_moved() && status(&single) == SCHEDULED;
        BusinessEvent {
            name: event.title.get(&site.language),
            url: Some(site.routes.absolute(Route::Event(&event.id))),
            start_date,
            end_date,
            event_status: Some(if is_rescheduled { RESCHEDULED } else { status(&single) }),
            event_attendance_mode: Some(attendance(site, &single)),
            previous_start_date: date.is_moved().then(|| machine_start(&date.regular)),
            location: location(site, &single),
            ..BusinessEvent::default()
        }
    };
    ahead.take(MAX_DATES).map(object).collect()
}

fn status(event: &EventRecord) -> &'static str {
    let moved = event.publication.updates.iter().any(|update| update.previous_start.is_some());
    match event.status {
        EventStatus::Cancelled => CANCELLED,
        EventStatus::Postponed => POSTPONED,
        EventStatus::MovedOnline => MOVED_ONLINE,
        EventStatus::Planned | EventStatus::Confirmed if moved => RESCHEDULED,
        EventStatus::Planned | EventStatus::Confirmed => SCHEDULED,
    }
}

fn attendance(site: &Site, event: &EventRecord) -> &'static str {
    match (site.venue(event).is_some(), event.is_online()) {
        (true, true) => "https://schema.org/MixedEventAttendanceMode",
        (false, true) => "https://schema.org/OnlineEventAttendanceMode",
        _ => "https://schema.org/OfflineEventAttendanceMode",
    }
}

fn previous_start(event: &EventRecord) -> Option<String> {
    let before = event.publication.updates.iter().rev().find_map(|update| update.previous_start)?;
    Some(machine_when(before, &event.timezone))
}

fn location(site: &Site, event: &EventRecord) -> Option<Location> {
    let place = site.venue(event).map(|venue| place(site, venue));
    let online = event.online.as_ref();
    match (place, online.map(|online| VirtualLocation { url: online.url.0.clone() })) {
        (Some(place), Some(online)) => Some(Location::Both(place, online)),
        (place, online) => place.map(Location::Place).or(online.map(Location::Online)),
    }
}

fn place(site: &Site, venue: &Venue) -> Place {
    let text = |text: &Option<Translated<String>>| {
        text.as_ref().map(|text| text.get(&site.language).clone())
    };
    Place {
        name: venue.name.get(&site.language).clone(),
        address: PostalAddress {
            street_address: text(&venue.street),
            postal_code: venue.postcode.clone(),
            address_locality: text(&venue.city),
            address_country: venue.country.map_or("DE", |country| country.code),
            address_region: None,
        },
        geo: venue.geo.map(|(latitude, longitude)| GeoCoordinates { latitude, longitude }),
    }
}

fn text<'s>(site: &Site, text: Option<&'s Translated<String>>) -> Option<&'s str> {
    text.map(|text| text.get(&site.language).as_str())
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

/// Who organises or who pays; hosts and principals have no property of their own.
fn organisations<'s>(site: &'s Site, keys: &[Id]) -> Vec<Organization<'s>> {
    keys.iter().filter_map(|key| organisation(site, key)).collect()
}

/// What registration costs and until when it is possible.
fn offer<'s>(site: &Site, event: &'s EventRecord) -> Option<Offer<'s>> {
    let registration = event.registration.as_ref()?;
    let price = event.price.as_ref();
    Some(Offer {
        url: site.routes.absolute(Route::Event(&event.id)),
        price: price.and_then(|price| Some(price.amount.as_ref()?.text.as_str())),
        price_currency: price.and_then(|price| Some(price.currency.as_ref()?.0.as_str())),
        availability: match registration.state {
            RegistrationState::Open => "https://schema.org/InStock",
            RegistrationState::Few => "https://schema.org/LimitedAvailability",
            RegistrationState::Waitlist => "https://schema.org/BackOrder",
            RegistrationState::Full | RegistrationState::Closed => "https://schema.org/SoldOut",
        },
        valid_from: registration.opens.as_ref().map(rfc3339),
        valid_through: registration.deadline.as_ref().map(|deadline| rfc3339(&deadline.over)),
    })
}

/// A visit whose days are fixed.
pub fn visit(site: &Site, visit: &Delegation) -> String {
    let language = &site.language;
    let days = visit.dates.days();
    let region = site.strings.get("delegations.region").to_owned();
    let address = PostalAddress {
        address_country: "DE",
        address_region: Some(region.clone()),
        ..PostalAddress::default()
    };
    let events = visit.events.iter().map(|number| site.event(*number));
    script(BusinessEvent {
        id: Some(urn(site, "delegation", &visit.id)),
        name: visit.title.get(language),
        url: Some(site.routes.absolute(Route::Delegation(&visit.id))),
        start_date: days.first.to_string(),
        end_date: Some(days.last.to_string()),
        description: text(site, visit.summary.as_ref()),
        event_status: Some(match visit.status {
            DelegationStatus::Cancelled => CANCELLED,
            DelegationStatus::Postponed => POSTPONED,
            _ => SCHEDULED,
        }),
        location: Some(Location::Place(Place { name: region, address, geo: None })),
        organizer: organisations(site, &visit.roles.organiser),
        funder: organisations(site, &visit.roles.funder),
        sub_event: events
            .map(|event| BusinessEvent {
                id: Some(urn(site, "event", &event.id)),
                name: event.title.get(language),
                start_date: machine_times(event.date_at(site.now)).0,
                ..BusinessEvent::default()
            })
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
    let images = release.extras.images.iter();
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
        image: images.map(|image| site.routes.absolute(Route::Media(&image.file.0))).collect(),
        correction: corrections
            .map(|update| CorrectionComment {
                text: text(site, update.note.as_ref()).unwrap_or_default(),
                date_published: in_zone(update.at),
            })
            .collect(),
        about: countries.map(|country| Country { name: country.name(language.tag()) }).collect(),
    })
}
