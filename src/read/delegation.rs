//! `delegations/ID.yaml`: a visit by a delegation from one or more countries.

use super::consent::consent;
use super::reader::Reader;
use super::shared::{extras, publication, roles};
use crate::model::consent::Given;
use crate::model::delegation::*;
use crate::problem::{NumberWarning, ReferenceKind, TimeProblem, YamlProblem};
use crate::values::{Days, Decimal, DelegationStatus, PlannedDate, number};
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
    let of = dates.map(|dates| dates.days().last.year());
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
        figures: map.maps("figures").filter_map(|map| figure(reader, map, of)).collect(),
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
    let Some(start) = start else {
        return reader.year_of_gap(map).map(|year| VisitDates::Open(PlannedDate::Year(year)));
    };
    match (start, end) {
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
    let consent = consent(reader, map).filter(|consent| consent.given != Given::Never);
    let country = reader.value(map, "country");
    let sectors = reader.references(ReferenceKind::Sector, map, "sectors");
    let offers = reader.texts(map, "offers");
    let seeks = reader.texts(map, "seeks");
    let url = reader.value(map, "url");
    Some(Participant {
        organisation: organisation?,
        country,
        sectors,
        offers,
        seeks,
        url,
        consent: consent?,
    })
}

/// Figures are from before a visit, or foresee what comes soon after it.
const YEARS_AHEAD: i16 = 30;

/// Reads a figure of a visit in the year `of`.
fn figure(reader: &mut Reader<'_>, map: &Map, of: Option<i16>) -> Option<Figure> {
    let label = reader.required_texts(map, "label");
    let value: Option<Decimal> = reader.required(map, "value");
    if value.is_some() {
        reader.doubt(map, "value", number::doubt);
    }
    let unit = reader.texts(map, "unit");
    let year: Option<i16> = reader.required(map, "year");
    if let Some(year) = year.filter(|year| !is_likely(*year, of)) {
        let of = of.unwrap_or(i16::MAX);
        let short = (0..100).contains(&year).then(|| {
            let near = of / 100 * 100 + year;
            if near <= of { near } else { near - 100 }
        });
        let suggestion = short.filter(|_| of < i16::MAX).map(|year| year.to_string());
        let value = map.text("year").unwrap_or_default().trim().to_owned();
        reader.report(map.at("year"), NumberWarning::UnlikelyYear { value, suggestion }.into());
    }
    let country = reader.value(map, "country");
    let source = reader.required_texts(map, "source");
    Some(Figure { label: label?, value: value?, unit, year: year?, country, source: source? })
}

fn is_likely(year: i16, of: Option<i16>) -> bool {
    let last = of.map_or(2200, |of| of.saturating_add(YEARS_AHEAD));
    (1900..=last).contains(&year)
}
