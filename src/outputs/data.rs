//! The same facts for programs: `data/events.json`, `delegations.json`, `press.json`.

use serde::Serialize;

use super::{Artifact, Body, Context, Output};
use crate::dates::{machine_times, rfc3339, rfc3339_utc};
use crate::language::Translated;
use crate::route::{Route, out_path};
use crate::site::{Delegation, Event, Release, Site};

/// The data files.
pub struct Data;

impl Output for Data {
    fn name(&self) -> &'static str {
        "data"
    }

    fn plan<'c>(&self, context: &'c Context<'c>) -> Vec<Artifact<'c>> {
        let site = context.site;
        let path = |kind| out_path(&site.routes.path(Route::Data(kind)));
        vec![
            Artifact::new(path("events"), None, || {
                Ok(json(site.events.iter().map(|e| event(site, e))))
            }),
            Artifact::new(path("delegations"), None, || {
                Ok(json(site.delegations.iter().map(|visit| delegation(site, visit))))
            }),
            Artifact::new(path("press"), None, || {
                Ok(json(site.releases.iter().map(|r| release(site, r))))
            }),
        ]
    }
}

fn json<T: Serialize>(items: impl Iterator<Item = T>) -> Body {
    let items: Vec<T> = items.collect();
    // Strings, numbers and lists of them always have a JSON form.
    let mut bytes = serde_json::to_vec_pretty(&items).unwrap_or_default();
    bytes.push(b'\n');
    Body::Bytes(bytes)
}

#[derive(Serialize)]
struct EventData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    calendar: String,
    title: &'s str,
    start: String,
    end: Option<String>,
    timezone: Option<&'s str>,
    day_is_open: bool,
    hour_is_open: bool,
    status: &'static str,
    kind: Option<&'static str>,
    summary: Option<&'s str>,
    venue: Option<VenueData<'s>>,
    online: Option<&'s str>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    delegations: Vec<&'s str>,
    press: Vec<&'s str>,
    registration: Option<RegistrationData<'s>>,
    published: String,
    modified: String,
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

#[derive(Serialize)]
struct RegistrationData<'s> {
    state: &'static str,
    opens: Option<String>,
    deadline: Option<String>,
    capacity: Option<u32>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
    url: Option<&'s str>,
}

fn text<'s>(site: &Site, text: &'s Option<Translated<String>>) -> Option<&'s str> {
    text.as_ref().map(|text| text.get(&site.language).as_str())
}

fn event<'s>(site: &'s Site, event: &'s Event) -> EventData<'s> {
    use crate::content::values::Timetable;
    let (start, end) = machine_times(event);
    let venue = site.venue(event).map(|venue| VenueData {
        name: venue.name.get(&site.language),
        room: text(site, &venue.room),
        street: text(site, &venue.street),
        postcode: venue.postcode.as_deref(),
        city: text(site, &venue.city),
        country: venue.country.map(|country| country.code),
        latitude: venue.geo.map(|(latitude, _)| latitude),
        longitude: venue.geo.map(|(_, longitude)| longitude),
    });
    let registration = event.registration.as_ref().map(|registration| RegistrationData {
        state: registration.state.word(),
        opens: registration.opens.as_ref().map(rfc3339),
        deadline: registration.deadline.as_ref().map(|deadline| rfc3339(&deadline.over)),
        capacity: registration.capacity,
        email: registration.email.as_ref().map(|email| email.0.as_str()),
        phone: registration.phone.as_ref().map(|phone| phone.dial.as_str()),
        url: registration.url.as_ref().map(|url| url.0.as_str()),
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
        day_is_open: matches!(event.timetable, Timetable::Within(_)),
        hour_is_open: matches!(event.timetable, Timetable::HourFollows(_)),
        status: event.status.word(),
        kind: event.kind.map(|kind| kind.word()),
        summary: text(site, &event.summary),
        venue,
        online: event.online.as_ref().map(|online| online.url.0.as_str()),
        countries: event.countries.iter().map(|country| country.code).collect(),
        sectors: event.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        registration,
        published: rfc3339_utc(event.publication.published),
        modified: rfc3339_utc(event.publication.modified()),
    }
}

#[derive(Serialize)]
struct DelegationData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    title: &'s str,
    first_day: String,
    last_day: String,
    days_are_fixed: bool,
    status: &'static str,
    summary: Option<&'s str>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    events: Vec<&'s str>,
    press: Vec<&'s str>,
    published: String,
    modified: String,
}

fn delegation<'s>(site: &'s Site, visit: &'s Delegation) -> DelegationData<'s> {
    let days = visit.dates.days();
    let fixed = matches!(visit.dates, crate::content::delegation::VisitDates::Fixed(_));
    let events = visit.events.iter().map(|number| site.event(*number));
    let releases = visit.releases.iter().map(|number| site.release(*number));
    DelegationData {
        id: &visit.id,
        uid: site.uid("delegation", &visit.id).to_string(),
        url: site.routes.absolute(Route::Delegation(&visit.id)),
        title: visit.title.get(&site.language),
        first_day: days.first.to_string(),
        last_day: days.last.to_string(),
        days_are_fixed: fixed,
        status: visit.status.word(),
        summary: text(site, &visit.summary),
        countries: visit.countries.iter().map(|country| country.code).collect(),
        sectors: visit.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        published: rfc3339_utc(visit.publication.published),
        modified: rfc3339_utc(visit.publication.modified()),
    }
}

#[derive(Serialize)]
struct ReleaseData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    title: &'s str,
    subtitle: Option<&'s str>,
    date: String,
    lead: Option<&'s str>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    events: Vec<&'s str>,
    delegations: Vec<&'s str>,
    modified: String,
}

fn release<'s>(site: &'s Site, release: &'s Release) -> ReleaseData<'s> {
    let events = release.events.iter().map(|number| site.event(*number));
    let visits = release.delegations.iter().map(|number| site.delegation(*number));
    ReleaseData {
        id: &release.id,
        uid: site.uid("press", &release.id).to_string(),
        url: site.routes.absolute(Route::Release(&release.id)),
        title: release.title.get(&site.language),
        subtitle: text(site, &release.subtitle),
        date: release.date.to_string(),
        lead: text(site, &release.lead),
        countries: release.countries.iter().map(|country| country.code).collect(),
        sectors: release.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        modified: rfc3339_utc(release.publication.modified()),
    }
}
