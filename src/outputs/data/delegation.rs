//! A visit as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, RolesData, text};
use crate::dates::machine_start;
use crate::model::delegation::{Figure, Participant};
use crate::route::Route;
use crate::site::{Delegation, Site};

#[derive(Serialize)]
pub struct DelegationData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    calendar: String,
    title: &'s str,
    first_day: String,
    last_day: String,
    days_are_fixed: bool,
    status: &'static str,
    /// When it was to begin before, the first plan first.
    previous_starts: Vec<String>,
    summary: Option<&'s str>,
    description: Option<String>,
    seeks: Option<&'s str>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    events: Vec<&'s str>,
    press: Vec<&'s str>,
    participants: Vec<ParticipantData<'s>>,
    figures: Vec<FigureData<'s>>,
    roles: RolesData<'s>,
    contact: Option<ContactData<'s>>,
    #[serde(flatten)]
    closing: ClosingData<'s>,
}

#[derive(Serialize)]
struct ParticipantData<'s> {
    organisation: &'s str,
    country: Option<&'static str>,
    sectors: Vec<&'s str>,
    offers: Option<&'s str>,
    seeks: Option<&'s str>,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct FigureData<'s> {
    label: &'s str,
    value: &'s str,
    unit: Option<&'s str>,
    year: i16,
    country: Option<&'static str>,
    source: &'s str,
}

/// A visit as data.
pub fn data<'s>(site: &'s Site, visit: &'s Delegation) -> DelegationData<'s> {
    let days = visit.dates.days();
    let events = visit.events.iter().map(|number| site.event(*number));
    let releases = visit.releases.iter().map(|number| site.release(*number));
    DelegationData {
        id: &visit.id,
        uid: site.uid("delegation", &visit.id).to_string(),
        url: site.routes.absolute(Route::Delegation(&visit.id)),
        calendar: site.routes.absolute(Route::DelegationCalendar(&visit.id)),
        title: visit.title.get(&site.language),
        first_day: days.first.to_string(),
        last_day: days.last.to_string(),
        days_are_fixed: visit.is_fixed(),
        status: visit.status.word(),
        previous_starts: site.previous_of_visit(visit).iter().map(machine_start).collect(),
        summary: text(site, &visit.summary),
        description: shared::plain(site, visit.description.as_ref()),
        seeks: text(site, &visit.seeks),
        countries: visit.countries.iter().map(|country| country.code).collect(),
        sectors: visit.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        participants: visit.participants.iter().map(|person| participant(site, person)).collect(),
        figures: visit.figures.iter().map(|number| figure(site, number)).collect(),
        roles: shared::roles(site, &visit.roles),
        contact: shared::contact(site, visit.contact.as_ref()),
        closing: shared::closing(site, &visit.extras, &visit.publication, site.zone()),
    }
}

fn participant<'s>(site: &'s Site, participant: &'s Participant) -> ParticipantData<'s> {
    ParticipantData {
        organisation: &participant.organisation,
        country: participant.country.map(|country| country.code),
        sectors: participant.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        offers: text(site, &participant.offers),
        seeks: text(site, &participant.seeks),
        url: participant.url.as_ref().map(|url| url.0.as_str()),
    }
}

fn figure<'s>(site: &'s Site, figure: &'s Figure) -> FigureData<'s> {
    FigureData {
        label: figure.label.get(&site.language),
        value: &figure.value.text,
        unit: text(site, &figure.unit),
        year: figure.year,
        country: figure.country.map(|country| country.code),
        source: figure.source.get(&site.language),
    }
}
