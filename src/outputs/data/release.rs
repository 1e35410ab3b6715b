//! A release as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, text};
use crate::route::Route;
use crate::site::{Release, Site};

#[derive(Serialize)]
pub struct ReleaseData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    title: &'s str,
    subtitle: Option<&'s str>,
    date: String,
    place: Option<&'s str>,
    lead: Option<&'s str>,
    text: Option<String>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    events: Vec<&'s str>,
    delegations: Vec<&'s str>,
    contact: Option<ContactData<'s>>,
    #[serde(flatten)]
    closing: ClosingData<'s>,
}

/// A release as data.
pub fn data<'s>(site: &'s Site, release: &'s Release) -> ReleaseData<'s> {
    let events = release.events.iter().map(|number| site.event(*number));
    let visits = release.delegations.iter().map(|number| site.delegation(*number));
    let contact = release.contact.as_ref().or(site.config.press_contact.as_ref());
    ReleaseData {
        id: &release.id,
        uid: site.uid("press", &release.id).to_string(),
        url: site.routes.absolute(Route::Release(&release.id)),
        title: release.title.get(&site.language),
        subtitle: text(site, &release.subtitle),
        date: release.date.to_string(),
        place: text(site, &release.place),
        lead: text(site, &release.lead),
        text: shared::plain(site, Some(&release.body)),
        countries: release.countries.iter().map(|country| country.code).collect(),
        sectors: release.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        contact: shared::contact(site, contact),
        closing: shared::closing(site, &release.extras, &release.publication, site.zone()),
    }
}
