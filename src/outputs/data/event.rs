//! An event as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, RolesData, Texts, in_each, maybe, texts};
use crate::dates::{machine_start, machine_times, rfc3339};
use crate::model::event::EventKind;
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
    urls: Texts<'s, String>,
    title: Texts<'s>,
    start: String,
    end: Option<String>,
    timezone: Option<&'s str>,
    occurrences: Vec<OccurrenceData<'s>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    repeat: Option<RepeatData<'s>>,
    day_is_open: bool,
    hour_is_open: bool,
    status: &'static str,
    kind: Option<&'s str>,
    /// What the kind is called; there when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    kind_name: Option<Texts<'s>>,
    status_note: Option<Texts<'s>>,
    summary: Option<Texts<'s>>,
    description: Option<Texts<'s, String>>,
    venue: Option<VenueData<'s>>,
    online: Option<&'s str>,
    online_label: Option<Texts<'s>>,
    languages: Vec<&'s str>,
    interpretation: Vec<&'s str>,
    audience: Option<Texts<'s>>,
    price: Option<PriceData<'s>>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    delegations: Vec<&'s str>,
    press: Vec<&'s str>,
    roles: RolesData<'s>,
    contact: Option<ContactData<'s>>,
    registration: Option<RegistrationData<'s>>,
    /// Where registration stands now; nothing when it is not offered.
    registration_stage: Option<&'static str>,
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
    note: Option<Texts<'s>>,
    /// Whether pages and lists show this one: it is the next, else the last.
    is_shown: bool,
}

#[derive(Serialize)]
struct VenueData<'s> {
    name: Texts<'s>,
    room: Option<Texts<'s>>,
    street: Option<Texts<'s>>,
    postcode: Option<&'s str>,
    city: Option<Texts<'s>>,
    country: Option<&'static str>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    directions: Option<Texts<'s>>,
    accessibility: Option<AccessibilityData<'s>>,
}

/// What is known about barriers; `null` means that nobody knows.
#[derive(Serialize)]
struct AccessibilityData<'s> {
    step_free: Option<bool>,
    lift: Option<bool>,
    wc: Option<bool>,
    note: Option<Texts<'s>>,
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
    venue: Option<Texts<'s>>,
    note: Option<Texts<'s>>,
}

#[derive(Serialize)]
struct PriceData<'s> {
    amount: Option<&'s str>,
    currency: Option<&'s str>,
    note: Option<Texts<'s>>,
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
    note: Option<Texts<'s>>,
}

fn repeat<'s>(
    site: &'s Site<'s>,
    sites: &'s [Site<'s>],
    event: &'s Event,
) -> Option<RepeatData<'s>> {
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
            venue: venue.map(|venue| texts(sites, &venue.name)),
            note: change.and_then(|change| maybe(sites, change.note.as_ref())),
        })
    });
    Some(RepeatData { rule: repeat.recurrence.rrule(), dates: dates.collect() })
}

fn occurrences<'s>(
    site: &'s Site<'s>,
    sites: &'s [Site<'s>],
    event: &'s Event,
) -> Vec<OccurrenceData<'s>> {
    let shown = site.occurrence(event).date;
    let data = |occurrence: Occurrence<'s>| {
        let (start, end) = machine_times(occurrence.date);
        OccurrenceData {
            start,
            end,
            status: occurrence.status.word(),
            previous_starts: occurrence.previous.iter().map(machine_start).collect(),
            venue: occurrence.venue.map(|venue| venue_data(sites, venue)),
            is_online: occurrence.is_online(),
            online: occurrence.online.map(|online| online.url.0.as_str()),
            note: maybe(sites, occurrence.note),
            is_shown: std::ptr::eq(occurrence.date, shown),
        }
    };
    site.occurrences(event).into_iter().map(data).collect()
}

fn venue_data<'s>(sites: &'s [Site<'s>], venue: &'s Venue) -> VenueData<'s> {
    VenueData {
        name: texts(sites, &venue.name),
        room: maybe(sites, venue.room.as_ref()),
        street: maybe(sites, venue.street.as_ref()),
        postcode: venue.postcode.as_deref(),
        city: maybe(sites, venue.city.as_ref()),
        country: venue.country.map(|country| country.code),
        latitude: venue.geo.map(|(latitude, _)| latitude),
        longitude: venue.geo.map(|(_, longitude)| longitude),
        directions: maybe(sites, venue.directions.as_ref()),
        accessibility: venue.accessibility.as_ref().map(|access| AccessibilityData {
            step_free: access.step_free,
            lift: access.lift,
            wc: access.wc,
            note: maybe(sites, access.note.as_ref()),
        }),
    }
}

/// An event as data.
pub fn data<'s>(site: &'s Site<'s>, sites: &'s [Site<'s>], event: &'s Event) -> EventData<'s> {
    let url = |site: &Site| site.routes.absolute(Route::Event(&event.id));
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
        note: maybe(sites, registration.note.as_ref()),
    });
    let price = event.price.as_ref().map(|price| PriceData {
        amount: price.amount.as_ref().map(|amount| amount.text.as_str()),
        currency: price.currency.as_ref().map(|currency| currency.0.as_str()),
        note: maybe(sites, price.note.as_ref()),
    });
    let visits = event.delegations.iter().map(|number| site.delegation(*number));
    let releases = event.releases.iter().map(|number| site.release(*number));
    let stage = site.registration(&site.occurrence(event));
    let publication = (&event.publication, site.entry_modified(site.event_modified(event)));
    EventData {
        id: &event.id,
        uid: site.uid("event", &event.id).to_string(),
        url: url(site),
        urls: in_each(sites, |site| Some(url(site))),
        calendar: site.routes.absolute(Route::EventCalendar(&event.id)),
        title: texts(sites, &event.title),
        start,
        end,
        timezone: event.timezone.iana_name(),
        occurrences: occurrences(site, sites, event),
        repeat: repeat(site, sites, event),
        day_is_open: matches!(whole.date, Timetable::Within(_)),
        hour_is_open: matches!(whole.date, Timetable::HourFollows(_)),
        status: event.overall_status().word(),
        kind: event.kind.as_ref().map(EventKind::word),
        kind_name: event.kind.as_ref().map(|kind| kind_name(sites, kind)),
        status_note: maybe(sites, whole.note),
        summary: maybe(sites, event.summary.as_ref()),
        description: shared::plain(sites, event.description.as_ref()),
        venue: whole.venue.map(|venue| venue_data(sites, venue)),
        online: whole.online.map(|online| online.url.0.as_str()),
        online_label: whole.online.and_then(|online| maybe(sites, online.label.as_ref())),
        languages: event.languages.iter().map(|language| language.tag()).collect(),
        interpretation: event.interpretation.iter().map(|language| language.tag()).collect(),
        audience: maybe(sites, event.audience.as_ref()),
        price,
        countries: event.countries.iter().map(|country| country.code).collect(),
        sectors: event.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        roles: shared::roles(sites, &event.roles),
        contact: shared::contact(sites, event.contact.as_ref()),
        registration,
        registration_stage: stage.map(|(_, stage)| stage.word()),
        closing: shared::closing((site, sites), &event.extras, publication, &event.timezone),
    }
}

/// What a kind of event is called: one of the site's own only where it is translated.
fn kind_name<'s>(sites: &'s [Site<'s>], kind: &EventKind) -> Texts<'s> {
    in_each(sites, |site| match site.own_name(kind) {
        Some(name) => site.own(name).map(String::as_str),
        None => Some(site.kind_name(kind)),
    })
}
