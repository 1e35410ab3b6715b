//! An event as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, RolesData, text};
use crate::dates::{machine_start, machine_times, rfc3339};
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Event, Occurrence, Site};
use crate::values::Timetable;

#[derive(Serialize)]
pub struct EventData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    calendar: String,
    title: &'s str,
    start: String,
    end: Option<String>,
    timezone: Option<&'s str>,
    occurrences: Vec<OccurrenceData<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeat: Option<RepeatData<'s>>,
    day_is_open: bool,
    hour_is_open: bool,
    status: &'static str,
    kind: Option<&'static str>,
    status_note: Option<&'s str>,
    summary: Option<&'s str>,
    description: Option<String>,
    venue: Option<VenueData<'s>>,
    online: Option<&'s str>,
    languages: Vec<&'s str>,
    interpretation: Vec<&'s str>,
    audience: Option<&'s str>,
    price: Option<PriceData<'s>>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    delegations: Vec<&'s str>,
    press: Vec<&'s str>,
    roles: RolesData<'s>,
    contact: Option<ContactData<'s>>,
    registration: Option<RegistrationData<'s>>,
    #[serde(flatten)]
    closing: ClosingData<'s>,
}

/// One occurrence, with all that belongs to its date.
#[derive(Serialize)]
struct OccurrenceData<'s> {
    start: String,
    end: Option<String>,
    status: &'static str,
    /// When it was to begin before, the first plan first.
    previous_starts: Vec<String>,
    venue: Option<VenueData<'s>>,
    is_online: bool,
    online: Option<&'s str>,
    note: Option<&'s str>,
    /// Whether pages and lists show this one: it is the next, else the last.
    is_shown: bool,
}

#[derive(Serialize)]
struct VenueData<'s> {
    name: &'s str,
    room: Option<&'s str>,
    street: Option<&'s str>,
    postcode: Option<&'s str>,
    city: Option<&'s str>,
    country: Option<&'static str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// A series; `start` and `end` of the event are those of its first date.
#[derive(Serialize)]
struct RepeatData<'s> {
    /// As in an RRULE.
    rule: String,
    dates: Vec<DateData<'s>>,
}

#[derive(Serialize)]
struct DateData<'s> {
    start: String,
    end: Option<String>,
    status: &'static str,
    /// Where the series has it, when it was moved.
    previous_start: Option<String>,
    venue: Option<&'s str>,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct PriceData<'s> {
    amount: Option<&'s str>,
    currency: Option<&'s str>,
    note: Option<&'s str>,
}

#[derive(Serialize)]
struct RegistrationData<'s> {
    required: Option<bool>,
    state: &'static str,
    opens: Option<String>,
    deadline: Option<String>,
    capacity: Option<u32>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
    url: Option<&'s str>,
    note: Option<&'s str>,
}

fn repeat<'s>(site: &'s Site, event: &'s Event) -> Option<RepeatData<'s>> {
    let repeat = event.repeat.as_ref()?;
    let dates = site.occurrences(event).into_iter().filter_map(|date| {
        let of_series = date.of_series?;
        let (start, end) = machine_times(date.date);
        let change = of_series.change.as_ref();
        let venue = date.venue.filter(|_| change.is_some_and(|change| change.venue.is_some()));
        Some(DateData {
            start,
            end,
            status: date.status.word(),
            previous_start: of_series.is_moved().then(|| machine_start(&of_series.regular)),
            venue: venue.map(|venue| venue.name.get(&site.language).as_str()),
            note: change.and_then(|change| text(site, &change.note)),
        })
    });
    Some(RepeatData { rule: repeat.recurrence.rrule(), dates: dates.collect() })
}

fn occurrences<'s>(site: &'s Site, event: &'s Event) -> Vec<OccurrenceData<'s>> {
    let shown = site.occurrence(event).date;
    let data = |occurrence: Occurrence<'s>| {
        let (start, end) = machine_times(occurrence.date);
        OccurrenceData {
            start,
            end,
            status: occurrence.status.word(),
            previous_starts: occurrence.previous.iter().map(machine_start).collect(),
            venue: occurrence.venue.map(|venue| venue_data(site, venue)),
            is_online: occurrence.is_online(),
            online: occurrence.online.map(|online| online.url.0.as_str()),
            note: occurrence.note.map(|note| note.get(&site.language).as_str()),
            is_shown: std::ptr::eq(occurrence.date, shown),
        }
    };
    site.occurrences(event).into_iter().map(data).collect()
}

fn venue_data<'s>(site: &'s Site, venue: &'s Venue) -> VenueData<'s> {
    VenueData {
        name: venue.name.get(&site.language),
        room: text(site, &venue.room),
        street: text(site, &venue.street),
        postcode: venue.postcode.as_deref(),
        city: text(site, &venue.city),
        country: venue.country.map(|country| country.code),
        latitude: venue.geo.map(|(latitude, _)| latitude),
        longitude: venue.geo.map(|(_, longitude)| longitude),
    }
}

/// An event as data.
pub fn data<'s>(site: &'s Site, event: &'s Event) -> EventData<'s> {
    let whole = site.whole(event);
    let (start, end) = machine_times(whole.date);
    let registration = event.registration.as_ref().map(|registration| RegistrationData {
        required: registration.required,
        state: registration.state.word(),
        opens: registration.opens.as_ref().map(rfc3339),
        deadline: registration.deadline.as_ref().map(|deadline| rfc3339(&deadline.over)),
        capacity: registration.capacity,
        email: registration.email.as_ref().map(|email| email.0.as_str()),
        phone: registration.phone.as_ref().map(|phone| phone.dial.as_str()),
        url: registration.url.as_ref().map(|url| url.0.as_str()),
        note: text(site, &registration.note),
    });
    let price = event.price.as_ref().map(|price| PriceData {
        amount: price.amount.as_ref().map(|amount| amount.text.as_str()),
        currency: price.currency.as_ref().map(|currency| currency.0.as_str()),
        note: text(site, &price.note),
    });
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    let releases = event.releases.iter().map(|number| site.release(*number));
    EventData {
        id: &event.id,
        uid: site.uid("event", &event.id).to_string(),
        url: site.routes.absolute(Route::Event(&event.id)),
        calendar: site.routes.absolute(Route::EventCalendar(&event.id)),
        title: event.title.get(&site.language),
        start,
        end,
        timezone: event.timezone.iana_name(),
        occurrences: occurrences(site, event),
        repeat: repeat(site, event),
        day_is_open: matches!(whole.date, Timetable::Within(_)),
        hour_is_open: matches!(whole.date, Timetable::HourFollows(_)),
        status: whole.status.word(),
        kind: event.kind.map(|kind| kind.word()),
        status_note: whole.note.map(|note| note.get(&site.language).as_str()),
        summary: text(site, &event.summary),
        description: shared::plain(site, event.description.as_ref()),
        venue: whole.venue.map(|venue| venue_data(site, venue)),
        online: whole.online.map(|online| online.url.0.as_str()),
        languages: event.languages.iter().map(|language| language.tag()).collect(),
        interpretation: event.interpretation.iter().map(|language| language.tag()).collect(),
        audience: text(site, &event.audience),
        price,
        countries: event.countries.iter().map(|country| country.code).collect(),
        sectors: event.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        roles: shared::roles(site, &event.roles),
        contact: shared::contact(site, event.contact.as_ref()),
        registration,
        closing: shared::closing(site, &event.extras, &event.publication, &event.timezone),
    }
}
