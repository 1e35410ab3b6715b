//! JSON-LD (schema.org) for search engines, made from the same records as the pages.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::dates::{
    machine_dates, machine_start, machine_times, machine_when, rfc3339, rfc3339_in,
};
use crate::model::event::EventRecord;
use crate::model::repeat::Occurrence;
use crate::model::shared::Roles;
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Delegation, Event, Release, Site};
use crate::values::{EventStatus, Id, RegistrationState};

/// A JSON-LD object as it may stand inside `<script>`: no `<` can end the element.
pub fn script(value: &impl Serialize) -> String {
    // Strings, numbers and maps and lists of them always have a JSON form.
    let json = serde_json::to_string(value).unwrap_or_default();
    if json.contains('<') { json.replace('<', "\\u003c") } else { json }
}

/// Adds a value that is there.
fn put(object: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(key.to_owned(), value.into());
    }
}

fn object(kind: &str) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("@context".into(), "https://schema.org".into());
    object.insert("@type".into(), kind.into());
    object
}

/// The site itself, for the home page.
pub fn website(site: &Site) -> Value {
    let mut object = object("WebSite");
    object.insert("name".into(), site.config.title.get(&site.language).as_str().into());
    object.insert("url".into(), site.routes.absolute(Route::Home).into());
    object.insert("inLanguage".into(), site.language.tag().into());
    put(
        &mut object,
        "publisher",
        site.config.organisation.as_ref().and_then(|k| organisation(site, k)),
    );
    Value::Object(object)
}

/// Breadcrumbs (schema.org `BreadcrumbList`). A struct, because every page has them; its keys
/// are in the order of those of a JSON value.
#[derive(Serialize)]
pub struct Breadcrumbs<'p> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Breadcrumb<'p>>,
}

#[derive(Serialize)]
struct Breadcrumb<'p> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'p str,
    position: usize,
}

/// The pages above a page, and the page itself: name and path.
pub fn breadcrumbs<'p>(
    pages: impl Iterator<Item = (&'p str, &'p str)>,
    url: impl Fn(&str) -> String,
) -> Breadcrumbs<'p> {
    let item = |(index, (name, path))| Breadcrumb {
        kind: "ListItem",
        item: url(path),
        name,
        position: index + 1,
    };
    Breadcrumbs {
        context: "https://schema.org",
        kind: "BreadcrumbList",
        items: pages.enumerate().map(item).collect(),
    }
}

/// An event (schema.org `BusinessEvent`).
pub fn event(site: &Site, event: &Event) -> Value {
    let language = &site.language;
    let (start, end) = machine_times(event.date_at(site.now));
    let mut object = object("BusinessEvent");
    object.insert("@id".into(), format!("urn:uuid:{}", site.uid("event", &event.id)).into());
    object.insert("name".into(), event.title.get(language).as_str().into());
    object.insert("url".into(), site.routes.absolute(Route::Event(&event.id)).into());
    object.insert("startDate".into(), start.into());
    put(&mut object, "endDate", end);
    put(&mut object, "description", event.summary.as_ref().map(|s| s.get(language).as_str()));
    object.insert("eventStatus".into(), status(event).into());
    object.insert("eventAttendanceMode".into(), attendance(site, event).into());
    put(&mut object, "previousStartDate", previous_start(event));
    put(&mut object, "location", location(site, event));
    add_roles(site, &event.roles, &mut object);
    let spoken: Vec<&str> = event.languages.iter().map(|language| language.tag()).collect();
    put(&mut object, "inLanguage", (!spoken.is_empty()).then_some(spoken));
    put(
        &mut object,
        "audience",
        event
            .audience
            .as_ref()
            .map(|audience| json!({ "@type": "Audience", "audienceType": audience.get(language) })),
    );
    let capacity = event.registration.as_ref().and_then(|registration| registration.capacity);
    put(&mut object, "maximumAttendeeCapacity", capacity);
    let amount = event.price.as_ref().and_then(|price| price.amount.as_ref());
    put(&mut object, "isAccessibleForFree", amount.map(|amount| amount.number == 0.0));
    put(&mut object, "offers", offer(site, event));
    let visits: Vec<Value> = event
        .delegations
        .iter()
        .map(|number| site.delegation(*number))
        .map(|visit| {
            json!({
                "@type": "BusinessEvent",
                "@id": format!("urn:uuid:{}", site.uid("delegation", &visit.id)),
                "name": visit.title.get(language),
                "url": site.routes.absolute(Route::Delegation(&visit.id)),
                "startDate": machine_dates(visit.dates),
            })
        })
        .collect();
    put(&mut object, "superEvent", (!visits.is_empty()).then_some(visits));
    let dates = dates_ahead(site, event);
    put(&mut object, "subEvent", (!dates.is_empty()).then_some(dates));
    Value::Object(object)
}

/// The most dates of a series that are told: a year of weeks. Later ones are told later.
const MAX_DATES: usize = 53;

/// The dates of a series that lie ahead, each an event of its own. The alternative,
/// `eventSchedule`, excludes `startDate`, without which Google shows nothing.
fn dates_ahead(site: &Site, event: &Event) -> Vec<Value> {
    let dates = event.repeat.iter().flat_map(|repeat| &repeat.occurrences);
    let ahead = dates
        .filter(|date| date.timetable.over(&event.timezone).is_none_or(|over| site.now < over));
    let object = |date: &Occurrence| {
        let single = event.on(date);
        let (start, end) = machine_times(&date.timetable);
        let status = match status(&single) {
            "https://schema.org/EventScheduled" if date.is_moved() => {
                "https://schema.org/EventRescheduled"
            }
            status => status,
        };
        let previous = date.is_moved().then(|| machine_start(&date.regular));
        let mut object = Map::new();
        object.insert("@type".into(), "BusinessEvent".into());
        object.insert("name".into(), event.title.get(&site.language).as_str().into());
        object.insert("url".into(), site.routes.absolute(Route::Event(&event.id)).into());
        object.insert("startDate".into(), start.into());
        put(&mut object, "endDate", end);
        object.insert("eventStatus".into(), status.into());
        object.insert("eventAttendanceMode".into(), attendance(site, &single).into());
        put(&mut object, "previousStartDate", previous);
        put(&mut object, "location", location(site, &single));
        Value::Object(object)
    };
    ahead.take(MAX_DATES).map(object).collect()
}

fn status(event: &EventRecord) -> &'static str {
    let moved = event.publication.updates.iter().any(|update| update.previous_start.is_some());
    match event.status {
        EventStatus::Cancelled => "https://schema.org/EventCancelled",
        EventStatus::Postponed => "https://schema.org/EventPostponed",
        EventStatus::MovedOnline => "https://schema.org/EventMovedOnline",
        EventStatus::Planned | EventStatus::Confirmed if moved => {
            "https://schema.org/EventRescheduled"
        }
        EventStatus::Planned | EventStatus::Confirmed => "https://schema.org/EventScheduled",
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

fn location(site: &Site, event: &EventRecord) -> Option<Value> {
    let place = site.venue(event).map(|venue| place(site, venue));
    let online = event
        .online
        .as_ref()
        .map(|online| json!({ "@type": "VirtualLocation", "url": online.url.0 }));
    match (place, online) {
        (Some(place), Some(online)) => Some(json!([place, online])),
        (place, online) => place.or(online),
    }
}

fn place(site: &Site, venue: &Venue) -> Value {
    let language = &site.language;
    let text = |text: &Option<crate::language::Translated<String>>| {
        text.as_ref().map(|text| text.get(language).clone())
    };
    let mut address = Map::new();
    address.insert("@type".into(), "PostalAddress".into());
    put(&mut address, "streetAddress", text(&venue.street));
    put(&mut address, "postalCode", venue.postcode.clone());
    put(&mut address, "addressLocality", text(&venue.city));
    let country = venue.country.map_or("DE", |country| country.code);
    address.insert("addressCountry".into(), country.into());
    let mut place = Map::new();
    place.insert("@type".into(), "Place".into());
    place.insert("name".into(), venue.name.get(language).as_str().into());
    place.insert("address".into(), Value::Object(address));
    put(&mut place, "geo", venue.geo.map(|(latitude, longitude)| {
        json!({ "@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude })
    }));
    Value::Object(place)
}

fn organisation(site: &Site, key: &Id) -> Option<Value> {
    let organisation = site.organisations.get(&key.0)?;
    let mut object = Map::new();
    object.insert("@type".into(), "Organization".into());
    object.insert("name".into(), organisation.name.get(&site.language).as_str().into());
    put(&mut object, "url", organisation.url.as_ref().map(|url| url.0.as_str()));
    Some(Value::Object(object))
}

/// Who organises and who pays; hosts and principals have no property of their own.
fn add_roles(site: &Site, roles: &Roles, object: &mut Map<String, Value>) {
    for (property, keys) in [("organizer", &roles.organiser), ("funder", &roles.funder)] {
        let named: Vec<Value> = keys.iter().filter_map(|key| organisation(site, key)).collect();
        put(object, property, (!named.is_empty()).then_some(named));
    }
}

/// What registration costs and until when it is possible.
fn offer(site: &Site, event: &EventRecord) -> Option<Value> {
    let registration = event.registration.as_ref()?;
    let mut offer = Map::new();
    offer.insert("@type".into(), "Offer".into());
    offer.insert("url".into(), site.routes.absolute(Route::Event(&event.id)).into());
    let price = event.price.as_ref();
    put(&mut offer, "price", price.and_then(|p| p.amount.as_ref()).map(|a| a.text.as_str()));
    let currency = price.and_then(|price| price.currency.as_ref());
    put(&mut offer, "priceCurrency", currency.map(|currency| currency.0.as_str()));
    let availability = match registration.state {
        RegistrationState::Open => "InStock",
        RegistrationState::Few => "LimitedAvailability",
        RegistrationState::Waitlist => "BackOrder",
        RegistrationState::Full | RegistrationState::Closed => "SoldOut",
    };
    offer.insert("availability".into(), format!("https://schema.org/{availability}").into());
    put(&mut offer, "validFrom", registration.opens.as_ref().map(rfc3339));
    put(&mut offer, "validThrough", registration.deadline.as_ref().map(|d| rfc3339(&d.over)));
    Some(Value::Object(offer))
}

/// A visit whose days are fixed.
pub fn visit(site: &Site, visit: &Delegation) -> Value {
    let language = &site.language;
    let days = visit.dates.days();
    let mut object = object("BusinessEvent");
    let id = format!("urn:uuid:{}", site.uid("delegation", &visit.id));
    object.insert("@id".into(), id.into());
    object.insert("name".into(), visit.title.get(language).as_str().into());
    object.insert("url".into(), site.routes.absolute(Route::Delegation(&visit.id)).into());
    object.insert("startDate".into(), days.first.to_string().into());
    object.insert("endDate".into(), days.last.to_string().into());
    put(&mut object, "description", visit.summary.as_ref().map(|s| s.get(language).as_str()));
    let state = match visit.status {
        crate::values::DelegationStatus::Cancelled => "EventCancelled",
        crate::values::DelegationStatus::Postponed => "EventPostponed",
        _ => "EventScheduled",
    };
    object.insert("eventStatus".into(), format!("https://schema.org/{state}").into());
    let sachsen = json!({
        "@type": "Place",
        "name": site.strings.get("delegations.region"),
        "address": { "@type": "PostalAddress", "addressCountry": "DE",
                     "addressRegion": site.strings.get("delegations.region") },
    });
    object.insert("location".into(), sachsen);
    add_roles(site, &visit.roles, &mut object);
    let events: Vec<Value> = visit
        .events
        .iter()
        .map(|number| {
            let event = site.event(*number);
            let id = format!("urn:uuid:{}", site.uid("event", &event.id));
            json!({ "@id": id, "@type": "BusinessEvent", "name": event.title.get(language),
                    "startDate": machine_times(event.date_at(site.now)).0 })
        })
        .collect();
    put(&mut object, "subEvent", (!events.is_empty()).then_some(events));
    Value::Object(object)
}

/// A press release (schema.org `NewsArticle`).
pub fn release(site: &Site, release: &Release) -> Value {
    let language = &site.language;
    let mut object = object("NewsArticle");
    let url = site.routes.absolute(Route::Release(&release.id));
    object.insert("@id".into(), format!("urn:uuid:{}", site.uid("press", &release.id)).into());
    object.insert("headline".into(), release.title.get(language).as_str().into());
    object.insert("url".into(), url.clone().into());
    object.insert("mainEntityOfPage".into(), url.into());
    object.insert("inLanguage".into(), language.tag().into());
    let publication = &release.publication;
    let moment = |at| rfc3339_in(at, site.zone());
    let day_only = matches!(release.date_written, crate::values::When::Day(_));
    let published = if day_only { release.date.to_string() } else { moment(publication.published) };
    object.insert("datePublished".into(), published.into());
    let changed = !publication.updates.is_empty();
    put(&mut object, "dateModified", changed.then(|| moment(publication.modified())));
    let lead = release.lead.as_ref().and_then(|lead| site.own(lead));
    put(&mut object, "description", lead.map(String::as_str));
    put(&mut object, "dateline", release.place.as_ref().map(|place| place.get(language).as_str()));
    if let Some(publisher) = site.config.organisation.as_ref().and_then(|k| organisation(site, k)) {
        object.insert("author".into(), publisher.clone());
        object.insert("publisher".into(), publisher);
    }
    let images: Vec<String> = release
        .extras
        .images
        .iter()
        .map(|image| site.routes.absolute(Route::Media(&image.file.0)))
        .collect();
    put(&mut object, "image", (!images.is_empty()).then_some(images));
    let corrections: Vec<Value> = publication
        .updates
        .iter()
        .filter(|update| update.kind == crate::values::ChangeKind::Correction)
        .map(|update| {
            let note = update.note.as_ref().map(|note| note.get(language).as_str());
            json!({ "@type": "CorrectionComment", "text": note.unwrap_or_default(),
                    "datePublished": moment(update.at) })
        })
        .collect();
    put(&mut object, "correction", (!corrections.is_empty()).then_some(corrections));
    let about: Vec<Value> = release
        .countries
        .iter()
        .map(|country| json!({ "@type": "Country", "name": country.name(language.tag()) }))
        .collect();
    put(&mut object, "about", (!about.is_empty()).then_some(about));
    Value::Object(object)
}
