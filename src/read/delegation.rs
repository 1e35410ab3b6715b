//! `delegations/ID.yaml`: a visit by a delegation from one or more countries.

use serde::Deserialize;

use super::reader::Reader;
use super::shared::{
    AttachmentFile, ExtrasFile, ImageFile, PublicationFile, RolesFile, UpdateFile, WebLinkFile,
    extras, publication, roles,
};
use crate::country::Country;
use crate::model::delegation::*;
use crate::place::Path;
use crate::problem::{ReferenceKind, TimeProblem, YamlProblem};
use crate::values::{Days, Decimal, DelegationStatus, Id, PlannedDate, SitePath, Url, When};
use crate::yaml::typed::{Group, OneOrMany, Texts, Written};

/// A visit as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationFile {
    title: Option<Texts>,
    countries: Option<OneOrMany<&'static Country>>,
    start: Option<Written<PlannedDate>>,
    end: Option<Written<PlannedDate>>,
    summary: Option<Texts>,
    description: Option<Texts>,
    sectors: Option<OneOrMany<Id>>,
    roles: Option<Group<RolesFile>>,
    contact: Option<Written<Id>>,
    status: Option<Written<DelegationStatus>>,
    seeks: Option<Texts>,
    participants: Option<Vec<Group<ParticipantFile>>>,
    figures: Option<Vec<Group<FigureFile>>>,
    image: Option<Group<ImageFile>>,
    attachments: Option<Vec<Group<AttachmentFile>>>,
    links: Option<Vec<Group<WebLinkFile>>>,
    published: Option<Written<When>>,
    updates: Option<Vec<Group<UpdateFile>>>,
    embargo: Option<Written<When>>,
    draft: Option<Written<bool>>,
    aliases: Option<Vec<Written<SitePath>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ParticipantFile {
    organisation: Option<Written<String>>,
    country: Option<Written<&'static Country>>,
    sectors: Option<OneOrMany<Id>>,
    offers: Option<Texts>,
    seeks: Option<Texts>,
    url: Option<Written<Url>>,
    consent: Option<Written<bool>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureFile {
    label: Option<Texts>,
    value: Option<Written<Decimal>>,
    unit: Option<Texts>,
    year: Option<Written<i16>>,
    country: Option<Written<&'static Country>>,
    source: Option<Texts>,
}

/// Reads a visit.
pub fn delegation(
    id: &str,
    reader: &mut Reader<'_>,
    typed: &DelegationFile,
) -> Option<DelegationRecord> {
    let top = Path::Top;
    let zone = reader.config.timezone.clone();
    let title = reader.required_texts(top, "title", typed.title.as_ref());
    let countries: Vec<&'static Country> =
        reader.list(top.key("countries"), typed.countries.as_ref());
    match &typed.countries {
        None => reader.missing(top, "countries"),
        Some(list) if list.0.is_empty() => {
            reader.report(top.key("countries"), YamlProblem::EmptyText)
        }
        Some(_) => {}
    }
    let dates = dates(reader, typed);
    let publication = publication(
        reader,
        "published",
        &PublicationFile {
            published: typed.published.as_ref(),
            updates: typed.updates.as_deref(),
            embargo: typed.embargo.as_ref(),
            draft: typed.draft.as_ref(),
            aliases: typed.aliases.as_deref(),
        },
        &zone,
    );
    let record = DelegationRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        title: title.clone().unwrap_or_default(),
        countries,
        dates: VisitDates::Open(PlannedDate::Day(jiff::civil::Date::MIN)),
        summary: reader.texts(top.key("summary"), typed.summary.as_ref()),
        description: reader.markdown(top.key("description"), typed.description.as_ref()),
        sectors: reader.references(
            ReferenceKind::Sector,
            top.key("sectors"),
            typed.sectors.as_ref(),
        ),
        roles: roles(reader, top.key("roles"), typed.roles.as_deref()),
        contact: reader.reference(
            ReferenceKind::Contact,
            top.key("contact"),
            typed.contact.as_ref(),
        ),
        status: reader
            .value(top.key("status"), typed.status.as_ref())
            .unwrap_or(DelegationStatus::Confirmed),
        seeks: reader.texts(top.key("seeks"), typed.seeks.as_ref()),
        participants: participants(reader, typed.participants.as_deref().unwrap_or_default()),
        figures: figures(reader, typed.figures.as_deref().unwrap_or_default()),
        extras: extras(
            reader,
            &ExtrasFile {
                image: typed.image.as_deref(),
                images: &[],
                attachments: typed.attachments.as_deref().unwrap_or_default(),
                links: typed.links.as_deref().unwrap_or_default(),
            },
        ),
        publication: publication?,
    };
    title?;
    Some(DelegationRecord { dates: dates?, ..record })
}

fn dates(reader: &mut Reader<'_>, typed: &DelegationFile) -> Option<VisitDates> {
    let top = Path::Top;
    let start = reader.required(top, "start", typed.start.as_ref());
    let end = reader.value(top.key("end"), typed.end.as_ref());
    if typed.end.is_some() && end.is_none() {
        return None;
    }
    match (start?, end) {
        (PlannedDate::Day(day), None) => Some(VisitDates::Fixed(Days { first: day, last: day })),
        (PlannedDate::Day(first), Some(PlannedDate::Day(last))) if first <= last => {
            Some(VisitDates::Fixed(Days { first, last }))
        }
        (PlannedDate::Day(first), Some(PlannedDate::Day(last))) => {
            let (start, end) = (first.to_string(), last.to_string());
            reader.report(top.key("end"), TimeProblem::EndBeforeStart { start, end });
            None
        }
        (open, None) => Some(VisitDates::Open(open)),
        (_, Some(_)) => {
            reader.report(top.key("end"), TimeProblem::DayAndPeriod);
            None
        }
    }
}

fn participants(reader: &mut Reader<'_>, typed: &[Group<ParticipantFile>]) -> Vec<Participant> {
    let list = Path::Top.key("participants");
    let mut shown = Vec::new();
    for (index, typed) in typed.iter().enumerate() {
        let at = list.item(index);
        let organisation = reader.required(at, "organisation", typed.organisation.as_ref());
        let consent = reader.value(at.key("consent"), typed.consent.as_ref());
        let participant = Participant {
            organisation: organisation.clone().unwrap_or_default(),
            country: reader.value(at.key("country"), typed.country.as_ref()),
            sectors: reader.references(
                ReferenceKind::Sector,
                at.key("sectors"),
                typed.sectors.as_ref(),
            ),
            offers: reader.texts(at.key("offers"), typed.offers.as_ref()),
            seeks: reader.texts(at.key("seeks"), typed.seeks.as_ref()),
            url: reader.value(at.key("url"), typed.url.as_ref()),
        };
        if organisation.is_some() && consent == Some(true) {
            shown.push(participant);
        }
    }
    shown
}

fn figures(reader: &mut Reader<'_>, typed: &[Group<FigureFile>]) -> Vec<Figure> {
    let list = Path::Top.key("figures");
    let mut figures = Vec::new();
    for (index, typed) in typed.iter().enumerate() {
        let at = list.item(index);
        let label = reader.required_texts(at, "label", typed.label.as_ref());
        let value = reader.required(at, "value", typed.value.as_ref());
        let unit = reader.texts(at.key("unit"), typed.unit.as_ref());
        let year = reader.required(at, "year", typed.year.as_ref());
        let country = reader.value(at.key("country"), typed.country.as_ref());
        let source = reader.required_texts(at, "source", typed.source.as_ref());
        if let (Some(label), Some(value), Some(year), Some(source)) = (label, value, year, source) {
            figures.push(Figure { label, value, unit, year, country, source });
        }
    }
    figures
}
