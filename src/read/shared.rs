//! Parts that several kinds of content have: roles, images, files, links, updates and the
//! dates of publication.

use jiff::Zoned;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::reader::Reader;
use crate::model::shared::*;
use crate::place::Path;
use crate::problem::{ReferenceKind, TimeProblem};
use crate::values::{ChangeKind, Id, MediaFile, SitePath, Url, When};
use crate::yaml::typed::{Group, OneOrMany, Texts, Written};

/// Roles as they were typed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RolesFile {
    organiser: Option<OneOrMany<Id>>,
    host: Option<OneOrMany<Id>>,
    commissioned_by: Option<OneOrMany<Id>>,
    funder: Option<OneOrMany<Id>>,
    partners: Option<OneOrMany<Id>>,
}

/// Reads roles.
pub fn roles(reader: &mut Reader<'_>, at: Path<'_>, typed: Option<&RolesFile>) -> Roles {
    let Some(typed) = typed else { return Roles::default() };
    Roles {
        organiser: reader.references(
            ReferenceKind::Organisation,
            at.key("organiser"),
            typed.organiser.as_ref(),
        ),
        host: reader.references(ReferenceKind::Organisation, at.key("host"), typed.host.as_ref()),
        commissioned_by: reader.references(
            ReferenceKind::Organisation,
            at.key("commissioned_by"),
            typed.commissioned_by.as_ref(),
        ),
        funder: reader.references(
            ReferenceKind::Organisation,
            at.key("funder"),
            typed.funder.as_ref(),
        ),
        partners: reader.references(
            ReferenceKind::Organisation,
            at.key("partners"),
            typed.partners.as_ref(),
        ),
    }
}

/// A picture as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImageFile {
    file: Option<Written<MediaFile>>,
    alt: Option<Texts>,
    credit: Option<Written<String>>,
    rights: Option<Written<String>>,
}

/// Reads a picture.
pub fn image(reader: &mut Reader<'_>, at: Path<'_>, typed: Option<&ImageFile>) -> Option<Image> {
    let typed = typed?;
    let file = media(reader, at, typed.file.as_ref());
    let decorative = matches!(&typed.alt, Some(Texts::Plain(text)) if text.is_empty());
    let alt = if decorative { None } else { reader.required_texts(at, "alt", typed.alt.as_ref()) };
    let credit = reader.required(at, "credit", typed.credit.as_ref());
    let rights = reader.value(at.key("rights"), typed.rights.as_ref());
    Some(Image { file: file?, alt, credit: credit?, rights })
}

/// Reads the key `file` of the map at `at`.
fn media(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&Written<MediaFile>>,
) -> Option<MediaFile> {
    if typed.is_none() {
        reader.missing(at, "file");
    }
    reader.reference(ReferenceKind::Media, at.key("file"), typed)
}

/// A file to download as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentFile {
    file: Option<Written<MediaFile>>,
    title: Option<Texts>,
}

/// A link as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebLinkFile {
    url: Option<Written<Url>>,
    label: Option<Texts>,
}

/// Reads a link.
pub fn web_link(reader: &mut Reader<'_>, at: Path<'_>, typed: &WebLinkFile) -> Option<WebLink> {
    let url = reader.required(at, "url", typed.url.as_ref());
    let label = reader.texts(at.key("label"), typed.label.as_ref());
    Some(WebLink { url: url?, label })
}

/// An update as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UpdateFile {
    at: Option<Written<When>>,
    kind: Option<Written<ChangeKind>>,
    note: Option<Texts>,
    previous_start: Option<Written<When>>,
}

fn update(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: &UpdateFile,
    zone: &TimeZone,
) -> Option<Update> {
    let instant = reader.required(at, "at", typed.at.as_ref());
    let instant = instant.and_then(|when| resolve(reader, at.key("at"), when, zone));
    let kind = reader.required(at, "kind", typed.kind.as_ref());
    let note = reader.texts(at.key("note"), typed.note.as_ref());
    let previous_start = reader.value(at.key("previous_start"), typed.previous_start.as_ref());
    if let Some(previous) = previous_start {
        resolve(reader, at.key("previous_start"), previous, zone)?;
    }
    Some(Update { at: instant?.timestamp(), kind: kind?, note, previous_start })
}

/// The instant that a time means in a zone.
pub fn resolve(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    when: When,
    zone: &TimeZone,
) -> Option<Zoned> {
    when.at(zone).map_err(|problem| reader.report(at, problem)).ok()
}

/// The keys of a publication as they were typed.
#[derive(Debug)]
pub struct PublicationFile<'f> {
    /// `published`, or the date of a release.
    pub published: Option<&'f Written<When>>,
    /// `updates`.
    pub updates: Option<&'f [Group<UpdateFile>]>,
    /// `embargo`.
    pub embargo: Option<&'f Written<When>>,
    /// `draft`.
    pub draft: Option<&'f Written<bool>>,
    /// `aliases`.
    pub aliases: Option<&'f [Written<SitePath>]>,
}

/// Reads the keys of a publication; `key` is the one that says when it was published.
pub fn publication(
    reader: &mut Reader<'_>,
    key: &str,
    typed: &PublicationFile<'_>,
    zone: &TimeZone,
) -> Option<Publication> {
    let top = Path::Top;
    let published = reader.required(top, key, typed.published);
    let published = published.and_then(|when| resolve(reader, top.key(key), when, zone));
    let mut updates = Vec::new();
    for (index, typed) in typed.updates.into_iter().flatten().enumerate() {
        let list = top.key("updates");
        let Some(update) = update(reader, list.item(index), typed, zone) else { continue };
        if published.as_ref().is_some_and(|published| update.at < published.timestamp()) {
            reader.report(list.item(index).key("at"), TimeProblem::UpdateBeforePublication);
        }
        updates.push(update);
    }
    updates.sort_by_key(|update| update.at);
    let embargo = reader.instant(top.key("embargo"), typed.embargo, zone);
    let draft = reader.value(top.key("draft"), typed.draft).unwrap_or(false);
    let aliases = list(reader, top.key("aliases"), typed.aliases);
    Some(Publication {
        published: published?.timestamp(),
        updates,
        has_updates: typed.updates.is_some_and(|updates| !updates.is_empty()),
        embargo: embargo.map(|embargo| embargo.timestamp()),
        draft,
        aliases,
    })
}

/// Reads a list of scalars.
pub fn list<T: crate::values::Value>(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&[Written<T>]>,
) -> Vec<T> {
    let items = typed.unwrap_or(&[]).iter().enumerate();
    items.filter_map(|(index, item)| reader.value(at.item(index), Some(item))).collect()
}

/// The keys of [`Extras`] as they were typed.
#[derive(Debug, Default)]
pub struct ExtrasFile<'f> {
    /// `image`.
    pub image: Option<&'f ImageFile>,
    /// `images`.
    pub images: &'f [Group<ImageFile>],
    /// `attachments`.
    pub attachments: &'f [Group<AttachmentFile>],
    /// `links`.
    pub links: &'f [Group<WebLinkFile>],
}

/// Reads pictures, files and links.
pub fn extras(reader: &mut Reader<'_>, typed: &ExtrasFile<'_>) -> Extras {
    let top = Path::Top;
    let mut images: Vec<Image> = image(reader, top.key("image"), typed.image).into_iter().collect();
    for (index, typed) in typed.images.iter().enumerate() {
        images.extend(image(reader, top.key("images").item(index), Some(typed)));
    }
    let mut attachments = Vec::new();
    for (index, typed) in typed.attachments.iter().enumerate() {
        let list = top.key("attachments");
        let at = list.item(index);
        let file = media(reader, at, typed.file.as_ref());
        let title = reader.required_texts(at, "title", typed.title.as_ref());
        attachments.extend(file.zip(title).map(|(file, title)| Attachment { file, title }));
    }
    let mut links = Vec::new();
    for (index, typed) in typed.links.iter().enumerate() {
        links.extend(web_link(reader, top.key("links").item(index), typed));
    }
    Extras { images, attachments, links }
}
