//! `delegations/ID.yaml`: a visit by a delegation from one or more countries.

use super::reader::Reader;
use super::shared::{extras, publication, roles};
use crate::model::delegation::*;
use crate::problem::{ReferenceKind, TimeProblem, YamlProblem};
use crate::values::{Days, DelegationStatus, PlannedDate};
use crate::yaml::typed::Map;

/// Reads a visit.
pub fn delegation(id: &str, reader: &mut Reader<'_>, map: &Map) -> Option<DelegationRecord> {
    let zone = reader.basics.zone.clone();
    let title = reader.required_texts(map, "title");
    let countries = reader.list(map, "countries");
    reader.require(map, "countries");
    if map.has("countries") && map.list("countries").is_empty() {
        reader.report(map.at("countries"), YamlProblem::EmptyText.into());
    }
    let dates = dates(reader, map);
    let publication = publication(reader, map, "published", &zone);
    Some(DelegationRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        countries,
        summary: reader.texts(map, "summary"),
        description: reader.markdown(map, "description"),
        sectors: reader.references(ReferenceKind::Sector, map, "sectors"),
        roles: roles(reader, map),
        contact: reader.reference(ReferenceKind::Contact, map, "contact"),
        status: reader.value(map, "status").unwrap_or(DelegationStatus::Confirmed),
        seeks: reader.texts(map, "seeks"),
        participants: map.maps("participants").filter_map(|p| participant(reader, p)).collect(),
        figures: map.maps("figures").filter_map(|map| figure(reader, map)).collect(),
        extras: extras(reader, map, &[]),
        title: title?,
        dates: dates?,
        publication: publication?,
    })
}

fn dates(reader: &mut Reader<'_>, map: &Map) -> Option<VisitDates> {
    let start = reader.required(map, "start");
    let end = reader.value(map, "end");
    if map.has("end") && end.is_none() {
        return None;
    }
    match (start?, end) {
        (PlannedDate::Day(day), None) => Some(VisitDates::Fixed(Days { first: day, last: day })),
        (PlannedDate::Day(first), Some(PlannedDate::Day(last))) if first <= last => {
            Some(VisitDates::Fixed(Days { first, last }))
        }
        (PlannedDate::Day(first), Some(PlannedDate::Day(last))) => {
            let (start, end) = (first.to_string(), last.to_string());
            reader.report(map.at("end"), TimeProblem::EndBeforeStart { start, end }.into());
            None
        }
        (open, None) => Some(VisitDates::Open(open)),
        (_, Some(_)) => {
            reader.report(map.at("end"), TimeProblem::DayAndPeriod.into());
            None
        }
    }
}

/// Reads who takes part; `None` of those who have not agreed to be named.
fn participant(reader: &mut Reader<'_>, map: &Map) -> Option<Participant> {
    let organisation = reader.required(map, "organisation");
    let consent = reader.value(map, "consent");
    let country = reader.value(map, "country");
    let sectors = reader.references(ReferenceKind::Sector, map, "sectors");
    let offers = reader.texts(map, "offers");
    let seeks = reader.texts(map, "seeks");
    let url = reader.value(map, "url");
    let organisation = organisation.filter(|_| consent == Some(true))?;
    Some(Participant { organisation, country, sectors, offers, seeks, url })
}

fn figure(reader: &mut Reader<'_>, map: &Map) -> Option<Figure> {
    let label = reader.required_texts(map, "label");
    let value = reader.required(map, "value");
    let unit = reader.texts(map, "unit");
    let year = reader.required(map, "year");
    let country = reader.value(map, "country");
    let source = reader.required_texts(map, "source");
    Some(Figure { label: label?, value: value?, unit, year: year?, country, source: source? })
}
