//! What events, visits and releases have in common.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Serialize, Serializer};

use crate::dates::{machine_when, rfc3339_in};
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::shared::{Extras, Publication, Roles};
use crate::route::Route;
use crate::site::Site;
use crate::values::Id;

/// A text under the tag of each language that it is written in. A name, which holds in every
/// language, stands under each.
pub struct Texts<'s, T = &'s str>(Vec<(&'s str, T)>);

impl<T: Serialize> Serialize for Texts<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(language, text)| (language, text)))
    }
}

/// A text in its languages.
pub fn texts<'s>(sites: &'s [Site<'s>], text: &'s Translated<String>) -> Texts<'s> {
    in_each(sites, |site| site.own(text).map(String::as_str))
}

/// A text that need not be there, in its languages.
pub fn maybe<'s>(sites: &'s [Site<'s>], text: Option<&'s Translated<String>>) -> Option<Texts<'s>> {
    text.map(|text| texts(sites, text))
}

/// A Markdown text without markup, in its languages.
pub fn plain<'s>(
    sites: &'s [Site<'s>],
    text: Option<&Translated<Markdown>>,
) -> Option<Texts<'s, String>> {
    let plain = |site: &Site| Some(site.plain(site.own(text?)?)).filter(|text| !text.is_empty());
    let texts = in_each(sites, plain);
    (!texts.0.is_empty()).then_some(texts)
}

/// What there is in each language.
pub fn in_each<'s, T>(
    sites: &'s [Site<'s>],
    value: impl Fn(&'s Site<'s>) -> Option<T>,
) -> Texts<'s, T> {
    Texts(sites.iter().filter_map(|site| Some((site.language.tag(), value(site)?))).collect())
}

/// Somebody to ask.
#[derive(Serialize)]
pub struct ContactData<'s> {
    name: Texts<'s>,
    role: Option<Texts<'s>>,
    email: Option<&'s str>,
    phone: Option<&'s str>,
}

/// Whom to ask now.
pub fn contact<'s>(sites: &'s [Site<'s>], key: Option<&Id>) -> Option<ContactData<'s>> {
    let contact = sites.first()?.contact(key?)?;
    Some(ContactData {
        name: texts(sites, &contact.name),
        role: maybe(sites, contact.role.as_ref()),
        email: contact.email.as_ref().map(|email| email.0.as_str()),
        phone: contact.phone.as_ref().map(|phone| phone.dial.as_str()),
    })
}

/// Who does what, by name.
#[derive(Serialize)]
pub struct RolesData<'s> {
    organiser: Vec<Texts<'s>>,
    host: Vec<Texts<'s>>,
    commissioned_by: Vec<Texts<'s>>,
    funder: Vec<Texts<'s>>,
    partners: Vec<Texts<'s>>,
}

/// Who does what.
pub fn roles<'s>(sites: &'s [Site<'s>], roles: &Roles) -> RolesData<'s> {
    let organisation = |key: &Id| sites.first()?.organisations.get(&key.0);
    let names = |keys: &[Id]| {
        let organisations = keys.iter().filter_map(organisation);
        organisations.map(|organisation| texts(sites, &organisation.name)).collect()
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
    /// The fields of the site's own, by their keys.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    extra: BTreeMap<&'s str, Texts<'s>>,
    updates: Vec<UpdateData<'s>>,
    published: String,
    modified: String,
}

#[derive(Serialize)]
struct ImageData<'s> {
    url: String,
    alt: Option<Texts<'s>>,
    credit: &'s str,
    rights: Option<&'s str>,
}

#[derive(Serialize)]
struct LinkData<'s> {
    url: String,
    title: Option<Texts<'s>>,
}

/// A change after publication.
#[derive(Serialize)]
struct UpdateData<'s> {
    at: String,
    kind: &'static str,
    note: Option<Texts<'s>>,
    previous_start: Option<String>,
}

/// What a record ends with, as it was last changed; times before a change are in `zone`.
pub fn closing<'s>(
    (site, sites): (&'s Site<'s>, &'s [Site<'s>]),
    extras: &'s Extras,
    (publication, modified): (&'s Publication, Timestamp),
    zone: &TimeZone,
) -> ClosingData<'s> {
    let media = |file: &str| site.routes.absolute(Route::Media(file));
    let images = extras.images.iter().map(|image| ImageData {
        url: media(&image.file.0),
        alt: maybe(sites, image.alt.as_ref()),
        credit: &image.credit,
        rights: image.rights.as_deref(),
    });
    let attachments = extras
        .attachments
        .iter()
        .map(|file| LinkData { url: media(&file.file.0), title: Some(texts(sites, &file.title)) });
    let links = extras
        .links
        .iter()
        .map(|link| LinkData { url: link.url.0.clone(), title: maybe(sites, link.label.as_ref()) });
    let own_fields = extras.own_fields.iter();
    let own_fields = own_fields.map(|field| (field.key.as_str(), texts(sites, &field.text)));
    let updates = publication.updates.iter().map(|update| UpdateData {
        at: rfc3339_in(update.at, site.zone()),
        kind: update.kind.word(),
        note: maybe(sites, update.note.as_ref()),
        previous_start: update.previous_start.map(|when| machine_when(when, zone)),
    });
    ClosingData {
        images: images.collect(),
        attachments: attachments.collect(),
        links: links.collect(),
        extra: own_fields.collect(),
        updates: updates.collect(),
        published: rfc3339_in(publication.published, site.zone()),
        modified: rfc3339_in(modified, site.zone()),
    }
}
