//! What events, visits and releases have in common.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::dates::{machine_when, rfc3339_in};
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::shared::{Extras, Publication, Roles};
use crate::route::Route;
use crate::site::Site;
use crate::values::Id;

/// A text in the language of the site.
pub fn text<'s>(site: &Site, text: &'s Option<Translated<String>>) -> Option<&'s str> {
    text.as_ref().map(|text| text.get(&site.language).as_str())
}

/// A Markdown text without markup.
pub fn plain(site: &Site, text: Option<&Translated<Markdown>>) -> Option<String> {
    text.map(|text| site.plain(text.get(&site.language))).filter(|text| !text.is_empty())
}

/// Somebody to ask.
#[derive(Serialize)]
pub struct ContactData<'s> {
    name: &'s str,
    role: Option<&'s str>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
}

/// Whom to ask now.
pub fn contact<'s>(site: &'s Site, key: Option<&Id>) -> Option<ContactData<'s>> {
    let contact = site.contact(key?)?;
    Some(ContactData {
        name: contact.name.get(&site.language),
        role: text(site, &contact.role),
        email: contact.email.as_ref().map(|email| email.0.as_str()),
        phone: contact.phone.as_ref().map(|phone| phone.dial.as_str()),
    })
}

/// Who does what, by name.
#[derive(Serialize)]
pub struct RolesData<'s> {
    organiser: Vec<&'s str>,
    host: Vec<&'s str>,
    commissioned_by: Vec<&'s str>,
    funder: Vec<&'s str>,
    partners: Vec<&'s str>,
}

/// Who does what.
pub fn roles<'s>(site: &'s Site, roles: &Roles) -> RolesData<'s> {
    let names = |keys: &[Id]| {
        let organisations = keys.iter().filter_map(|key| site.organisations.get(&key.0));
        organisations.map(|organisation| organisation.name.get(&site.language).as_str()).collect()
    };
    RolesData {
        organiser: names(&roles.organiser),
        host: names(&roles.host),
        commissioned_by: names(&roles.commissioned_by),
        funder: names(&roles.funder),
        partners: names(&roles.partners),
    }
}

/// What every record ends with: pictures, files and links; changes, the oldest first; when it was
/// published and last changed.
#[derive(Serialize)]
pub struct ClosingData<'s> {
    images: Vec<ImageData<'s>>,
    attachments: Vec<LinkData<'s>>,
    links: Vec<LinkData<'s>>,
    updates: Vec<UpdateData<'s>>,
    published: String,
    modified: String,
}

#[derive(Serialize)]
struct ImageData<'s> {
    url: String,
    alt: Option<&'s str>,
    credit: &'s str,
    rights: Option<&'s str>,
}

#[derive(Serialize)]
struct LinkData<'s> {
    url: String,
    title: Option<&'s str>,
}

/// A change after publication.
#[derive(Serialize)]
struct UpdateData<'s> {
    at: String,
    kind: &'static str,
    note: Option<&'s str>,
    previous_start: Option<String>,
}

/// What a record ends with; times before a change are in `zone`.
pub fn closing<'s>(
    site: &'s Site,
    extras: &'s Extras,
    publication: &'s Publication,
    zone: &TimeZone,
) -> ClosingData<'s> {
    let media = |file: &str| site.routes.absolute(Route::Media(file));
    let images = extras.images.iter().map(|image| ImageData {
        url: media(&image.file.0),
        alt: text(site, &image.alt),
        credit: &image.credit,
        rights: image.rights.as_deref(),
    });
    let attachments = extras.attachments.iter().map(|file| LinkData {
        url: media(&file.file.0),
        title: Some(file.title.get(&site.language)),
    });
    let links = extras
        .links
        .iter()
        .map(|link| LinkData { url: link.url.0.clone(), title: text(site, &link.label) });
    let updates = publication.updates.iter().map(|update| UpdateData {
        at: rfc3339_in(update.at, site.zone()),
        kind: update.kind.word(),
        note: text(site, &update.note),
        previous_start: update.previous_start.map(|when| machine_when(when, zone)),
    });
    ClosingData {
        images: images.collect(),
        attachments: attachments.collect(),
        links: links.collect(),
        updates: updates.collect(),
        published: rfc3339_in(publication.published, site.zone()),
        modified: rfc3339_in(publication.modified(), site.zone()),
    }
}
