//! `press/DATE-SLUG.md`: a press release, and `press/DATE-SLUG.LANG.md`: its translation.

use serde::Deserialize;

use super::reader::Reader;
use super::shared::{
    AttachmentFile, ExtrasFile, ImageFile, PublicationFile, UpdateFile, WebLinkFile, extras,
    publication,
};
use crate::country::Country;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::release::*;
use crate::place::Path;
use crate::problem::{ReferenceKind, TimeProblem};
use crate::values::{Id, SitePath, When};
use crate::yaml::typed::{Group, OneOrMany, Texts, Written};

/// A release's front matter as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseFile {
    title: Option<Texts>,
    translates: Option<Written<String>>,
    subtitle: Option<Texts>,
    date: Option<Written<When>>,
    place: Option<Texts>,
    lead: Option<Texts>,
    contact: Option<Written<Id>>,
    events: Option<OneOrMany<Id>>,
    delegations: Option<OneOrMany<Id>>,
    countries: Option<OneOrMany<&'static Country>>,
    sectors: Option<OneOrMany<Id>>,
    image: Option<Group<ImageFile>>,
    images: Option<Vec<Group<ImageFile>>>,
    attachments: Option<Vec<Group<AttachmentFile>>>,
    links: Option<Vec<Group<WebLinkFile>>>,
    updates: Option<Vec<Group<UpdateFile>>>,
    embargo: Option<Written<When>>,
    draft: Option<Written<bool>>,
    aliases: Option<Vec<Written<SitePath>>>,
}

/// Reads a release; `body` is its Markdown.
pub fn release(
    id: &str,
    reader: &mut Reader<'_>,
    typed: &ReleaseFile,
    body: Markdown,
) -> Option<ReleaseRecord> {
    let top = Path::Top;
    let zone = reader.config.timezone.clone();
    let title = reader.required_title(typed.title.as_ref());
    let named = date_of_id(id).map(|(date, _)| date);
    let written = reader.value(top.key("date"), typed.date.as_ref());
    if let (Some(written), Some(named)) = (written, named)
        && written.date() != named
    {
        let (date, file) = (written.date().to_string(), named.to_string());
        reader.report(top.key("date"), TimeProblem::DateIsNotFileName { date, file });
    }
    let publication = publication(
        reader,
        "date",
        &PublicationFile {
            published: typed.date.as_ref(),
            updates: typed.updates.as_deref(),
            embargo: typed.embargo.as_ref(),
            draft: typed.draft.as_ref(),
            aliases: typed.aliases.as_deref(),
        },
        &zone,
    );
    let record = ReleaseRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        date: named.unwrap_or_default(),
        date_written: When::Day(named.unwrap_or_default()),
        title: title.clone().unwrap_or_default(),
        subtitle: reader.some_texts(top.key("subtitle"), typed.subtitle.as_ref()),
        place: reader.name(top.key("place"), typed.place.as_ref()),
        lead: reader.some_texts(top.key("lead"), typed.lead.as_ref()),
        body: Translated::only(body),
        fingerprint: String::new(),
        contact: reader.reference(
            ReferenceKind::Contact,
            top.key("contact"),
            typed.contact.as_ref(),
        ),
        events: reader.references(ReferenceKind::Event, top.key("events"), typed.events.as_ref()),
        delegations: reader.references(
            ReferenceKind::Delegation,
            top.key("delegations"),
            typed.delegations.as_ref(),
        ),
        countries: reader.list(top.key("countries"), typed.countries.as_ref()),
        sectors: reader.references(
            ReferenceKind::Sector,
            top.key("sectors"),
            typed.sectors.as_ref(),
        ),
        extras: extras(
            reader,
            &ExtrasFile {
                image: typed.image.as_deref(),
                images: typed.images.as_deref().unwrap_or_default(),
                attachments: typed.attachments.as_deref().unwrap_or_default(),
                links: typed.links.as_deref().unwrap_or_default(),
            },
        ),
        publication: publication?,
    };
    title?;
    Some(ReleaseRecord { date_written: written?, ..record })
}

/// Reads a translation of a release.
pub fn translation(
    reader: &mut Reader<'_>,
    typed: &ReleaseFile,
    body: Markdown,
) -> Option<ReleaseTranslation> {
    let top = Path::Top;
    let own = |texts: Option<Translated<String>>| texts.map(|texts| texts.default);
    let title = own(reader.required_title(typed.title.as_ref()));
    let subtitle = own(reader.some_texts(top.key("subtitle"), typed.subtitle.as_ref()));
    let lead = own(reader.some_texts(top.key("lead"), typed.lead.as_ref()));
    let file = reader.file.clone();
    let translates = reader.value(top.key("translates"), typed.translates.as_ref());
    Some(ReleaseTranslation { file, title: title?, subtitle, lead, body, translates })
}
