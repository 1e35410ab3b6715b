//! A visit as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, RolesData, Texts, in_each, maybe, texts};
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
    urls: Texts<'s, String>,
    title: Texts<'s>,
    first_day: String,
    last_day: String,
    days_are_fixed: bool,
    status: &'static str,
    /// When it was to begin before, the first plan first.
    previous_starts: Vec<String>,
    summary: Option<Texts<'s>>,
    description: Option<Texts<'s, String>>,
    seeks: Option<Texts<'s>>,
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
    offers: Option<Texts<'s>>,
    seeks: Option<Texts<'s>>,
    url: Option<&'s str>,
}

#[derive(Serialize)]
struct FigureData<'s> {
    label: Texts<'s>,
    value: &'s str,
    unit: Option<Texts<'s>>,
    year: i16,
    country: Option<&'static str>,
    source: Texts<'s>,
}

/// A visit as data.
pub fn data<'s>(
    site: &'s Site<'s>,
    sites: &'s [Site<'s>],
    visit: &'s Delegation,
) -> DelegationData<'s> {
    let url = |site: &Site| site.routes.absolute(Route::Delegation(&visit.id));
    let days = visit.dates.days();
    let events = visit.events.iter().map(|number| site.event(*number));
    let releases = visit.releases.iter().map(|number| site.release(*number));
    let publication = (&visit.publication, site.entry_modified(site.visit_modified(visit)));
    DelegationData {
        id: &visit.id,
        uid: site.uid("delegation", &visit.id).to_string(),
        url: url(site),
        urls: in_each(sites, |site| Some(url(site))),
        calendar: site.routes.absolute(Route::DelegationCalendar(&visit.id)),
        title: texts(sites, &visit.title),
        first_day: days.first.to_string(),
        last_day: days.last.to_string(),
        days_are_fixed: visit.is_fixed(),
        status: visit.status.word(),
        previous_starts: site.previous_of_visit(visit).iter().map(machine_start).collect(),
        summary: maybe(sites, visit.summary.as_ref()),
        description: shared::plain(sites, visit.description.as_ref()),
        seeks: maybe(sites, visit.seeks.as_ref()),
        countries: visit.countries.iter().map(|country| country.code).collect(),
        sectors: visit.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        press: releases.map(|release| release.record.id.as_str()).collect(),
        participants: visit.participants.iter().map(|person| participant(sites, person)).collect(),
        figures: visit.figures.iter().map(|number| figure(sites, number)).collect(),
        roles: shared::roles(sites, &visit.roles),
        contact: shared::contact(sites, visit.contact.as_ref()),
        closing: shared::closing((site, sites), &visit.extras, publication, site.zone()),
    }
}

fn participant<'s>(sites: &'s [Site<'s>], participant: &'s Participant) -> ParticipantData<'s> {
    ParticipantData {
        organisation: &participant.organisation,
        country: participant.country.map(|country| country.code),
        sectors: participant.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        offers: maybe(sites, participant.offers.as_ref()),
        seeks: maybe(sites, participant.seeks.as_ref()),
        url: participant.url.as_ref().map(|url| url.0.as_str()),
    }
}

fn figure<'s>(sites: &'s [Site<'s>], figure: &'s Figure) -> FigureData<'s> {
    FigureData {
        label: texts(sites, &figure.label),
        value: &figure.value.text,
        unit: maybe(sites, figure.unit.as_ref()),
        year: figure.year,
        country: figure.country.map(|country| country.code),
        source: texts(sites, &figure.source),
    }
}
