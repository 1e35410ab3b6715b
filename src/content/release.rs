//! `press/DATE-SLUG.md`: a press release, and `press/DATE-SLUG.LANG.md`: its translation.

use jiff::civil::Date;
use serde::Deserialize;

use super::markdown::Markdown;
use super::reader::{Reader, ReferenceKind};
use super::shared::{
    AttachmentFile, Extras, ExtrasFile, ImageFile, Publication, PublicationFile, UpdateFile,
    WebLinkFile, extras, publication,
};
use super::values::{Id, SitePath, Value, When};
use super::written::{Group, OneOrMany, Texts, Written};
use super::yaml::Path;
use crate::country::Country;
use crate::language::Translated;
use crate::problem::Problem;
use crate::source::SourcePath;

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

/// A press release.
#[derive(Debug, Clone)]
pub struct ReleaseRecord {
    /// The stem of its file: its id for ever.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its date, also in the name of its file.
    pub date: Date,
    /// The hour, when the front matter gives one.
    pub date_written: When,
    /// Its headline.
    pub title: Translated<String>,
    /// The line below.
    pub subtitle: Option<Translated<String>>,
    /// Where it was written.
    pub place: Option<Translated<String>>,
    /// The first paragraph: who, what, when, where.
    pub lead: Option<Translated<String>>,
    /// Its text.
    pub body: Translated<Markdown>,
    /// Of its texts in the default language, see [`super::translation`].
    pub fingerprint: String,
    /// Whom journalists ask.
    pub contact: Option<Id>,
    /// Events it is about.
    pub events: Vec<Id>,
    /// Delegations it is about.
    pub delegations: Vec<Id>,
    /// Countries it is about.
    pub countries: Vec<&'static Country>,
    /// Sectors it is about.
    pub sectors: Vec<Id>,
    /// Pictures, files and links.
    pub extras: Extras,
    /// When it was published and whether it is hidden.
    pub publication: Publication,
}

/// The date and the rest of a release's id: `2019-09-23-mexiko` → 23 September, `mexiko`.
pub fn date_of_id(id: &str) -> Option<(Date, &str)> {
    let (date, rest) = id.split_at_checked(10)?;
    let slug = rest.strip_prefix('-').filter(|slug| !slug.is_empty())?;
    Some((Date::read(date).ok()?, slug))
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
        reader.report(top.key("date"), Problem::DateIsNotFileName { date, file });
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

/// A translation of a release: its own texts.
#[derive(Debug, Clone)]
pub struct ReleaseTranslation {
    /// Its file.
    pub file: SourcePath,
    /// Its headline.
    pub title: String,
    /// The line below.
    pub subtitle: Option<String>,
    /// The first paragraph.
    pub lead: Option<String>,
    /// Its text.
    pub body: Markdown,
    /// Of which texts it is the translation, see [`super::translation`].
    pub translates: Option<String>,
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
