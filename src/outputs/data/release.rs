//! A release as data.

use serde::Serialize;

use super::shared::{self, ClosingData, ContactData, Texts, in_each, maybe, texts};
use crate::route::Route;
use crate::site::{Release, Site};

#[derive(Serialize)]
pub struct ReleaseData<'s> {
    id: &'s str,
    uid: String,
    url: String,
    urls: Texts<'s, String>,
    title: Texts<'s>,
    subtitle: Option<Texts<'s>>,
    date: String,
    place: Option<Texts<'s>>,
    lead: Option<Texts<'s>>,
    text: Option<Texts<'s, String>>,
    countries: Vec<&'static str>,
    sectors: Vec<&'s str>,
    events: Vec<&'s str>,
    delegations: Vec<&'s str>,
    contact: Option<ContactData<'s>>,
    #[serde(flatten)]
    closing: ClosingData<'s>,
}

/// A release as data.
pub fn data<'s>(
    site: &'s Site<'s>,
    sites: &'s [Site<'s>],
    release: &'s Release,
) -> ReleaseData<'s> {
    let url = |site: &Site| site.routes.absolute(Route::Release(&release.id));
    // Without a translation there is no page in that language.
    let own_url = |site: &'s Site<'s>| site.own(&release.body).map(|_| url(site));
    let events = release.events.iter().map(|number| site.event(*number));
    let visits = release.delegations.iter().map(|number| site.delegation(*number));
    let contact = release.contact.as_ref().or(site.config.press_contact.as_ref());
    let publication = (&release.publication, release.publication.modified());
    ReleaseData {
        id: &release.id,
        uid: site.uid("press", &release.id).to_string(),
        url: url(site),
        urls: in_each(sites, own_url),
        title: texts(sites, &release.title),
        subtitle: maybe(sites, release.subtitle.as_ref()),
        date: release.date.to_string(),
        place: maybe(sites, release.place.as_ref()),
        lead: maybe(sites, release.lead.as_ref()),
        text: shared::plain(sites, Some(&release.body)),
        countries: release.countries.iter().map(|country| country.code).collect(),
        sectors: release.sectors.iter().map(|sector| sector.0.as_str()).collect(),
        events: events.map(|event| event.record.id.as_str()).collect(),
        delegations: visits.map(|visit| visit.record.id.as_str()).collect(),
        contact: shared::contact(sites, contact),
        closing: shared::closing((site, sites), &release.extras, publication, site.zone()),
    }
}
