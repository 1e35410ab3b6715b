//! JSON-LD (schema.org) for search engines, made from the same records as the pages.

mod schema_org;

use crate::dates::{machine_dates, machine_start, machine_times, rfc3339, rfc3339_in};
use crate::language::Translated;
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Delegation, Event, Occurrence, Release, Site};
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

/// An occurrence of an event; of a series with those that lie ahead.
pub fn event(site: &Site, occurrence: &Occurrence<'_>) -> String {
    let language = &site.language;
    let event = occurrence.event;
    let (start_date, end_date) = machine_times(occurrence.date);
    let amount = event.price.as_ref().and_then(|price| price.amount.as_ref());
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    script(BusinessEvent {
        id: Some(urn(site, "event", &event.id)),
        name: event.title.get(language),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        start_date,
        end_date,
        description: text(site, event.summary.as_ref()),
        event_status: status(occurrence),
        event_attendance_mode: attendance(occurrence),
        previous_start_date: occurrence.previous.iter().map(machine_start).collect(),
        location: location(site, occurrence),
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
    let mut ahead = site.occurrences(event);
    ahead.retain(|date| date.of_series.is_some() && !date.is_over(site.now));
    let object = |date: &Occurrence<'_>| {
        let (start_date, end_date) = machine_times(date.date);
        BusinessEvent {
            name: event.title.get(&site.language),
            url: Some(site.routes.absolute(Route::Event(&event.id))),
            start_date,
            end_date,
            event_status: status(date),
            event_attendance_mode: attendance(date),
            previous_start_date: date.previous.iter().map(machine_start).collect(),
            location: location(site, date),
            ..BusinessEvent::default()
        }
    };
    ahead.iter().take(MAX_DATES).map(object).collect()
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
fn offer<'s>(site: &Site, event: &'s Event) -> Option<Offer<'s>> {
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
    let previous = site.previous_of_visit(visit);
    script(BusinessEvent {
        id: Some(urn(site, "delegation", &visit.id)),
        name: visit.title.get(language),
        url: Some(site.routes.absolute(Route::Delegation(&visit.id))),
        start_date: days.first.to_string(),
        end_date: Some(days.last.to_string()),
        description: text(site, visit.summary.as_ref()),
        event_status: vec![match visit.status {
            DelegationStatus::Cancelled => CANCELLED,
            DelegationStatus::Postponed => POSTPONED,
            DelegationStatus::Planned | DelegationStatus::Confirmed if previous.is_empty() => {
                SCHEDULED
            }
            DelegationStatus::Planned | DelegationStatus::Confirmed => RESCHEDULED,
        }],
        previous_start_date: previous.iter().map(machine_start).collect(),
        location: Some(Location::Place(Place { name: region, address, geo: None })),
        organizer: organisations(site, &visit.roles.organiser),
        funder: organisations(site, &visit.roles.funder),
        sub_event: events
            .map(|event| BusinessEvent {
                id: Some(urn(site, "event", &event.id)),
                name: event.title.get(language),
                start_date: machine_times(site.occurrence(event).date).0,
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
