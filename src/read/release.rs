//! `press/DATE-SLUG.md`: a press release, and `press/DATE-SLUG.LANG.md`: its translation.

use super::reader::Reader;
use super::shared::{extras, publication};
use super::translation::fingerprint;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::release::*;
use crate::problem::{ReferenceKind, TimeProblem};
use crate::values::When;
use crate::yaml::typed::Map;

/// Reads a release; `body` is its Markdown, `text` how that was written.
pub fn release(
    id: &str,
    reader: &mut Reader<'_>,
    map: &Map,
    body: Markdown,
    text: &str,
) -> Option<ReleaseRecord> {
    let zone = reader.basics.zone.clone();
    let title = reader.required_title(map);
    let named = date_of_id(id).map(|(date, _)| date);
    let written: Option<When> = reader.value(map, "date");
    if let (Some(written), Some(named)) = (written, named)
        && written.date() != named
    {
        let (date, file) = (written.date().to_string(), named.to_string());
        reader.report(map.at("date"), TimeProblem::DateIsNotFileName { date, file }.into());
    }
    let publication = publication(reader, map, "date", &zone);
    let subtitle = reader.some_texts(map, "subtitle");
    let lead = reader.some_texts(map, "lead");
    let place = reader.name(map, "place");
    let contact = reader.reference(ReferenceKind::Contact, map, "contact");
    let events = reader.references(ReferenceKind::Event, map, "events");
    let delegations = reader.references(ReferenceKind::Delegation, map, "delegations");
    let countries = reader.list(map, "countries");
    let sectors = reader.references(ReferenceKind::Sector, map, "sectors");
    let images: Vec<&Map> = map.maps("images").collect();
    let extras = extras(reader, map, &images);
    let title = title?;
    let or_nothing = |text: &Option<Translated<String>>| {
        text.as_ref().map(|text| text.default.clone()).unwrap_or_default()
    };
    let texts = [&title.default, &or_nothing(&subtitle), &or_nothing(&lead), text];
    Some(ReleaseRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        date: named?,
        date_written: written?,
        fingerprint: fingerprint(&texts),
        title,
        subtitle,
        place,
        lead,
        body: Translated::only(body),
        contact,
        events,
        delegations,
        countries,
        sectors,
        extras,
        publication: publication?,
    })
}

/// Reads a translation of a release.
pub fn translation(
    reader: &mut Reader<'_>,
    map: &Map,
    body: Markdown,
) -> Option<ReleaseTranslation> {
    let in_default = |texts: Option<Translated<String>>| texts.map(|texts| texts.default);
    let title = in_default(reader.required_title(map));
    let subtitle = in_default(reader.some_texts(map, "subtitle"));
    let lead = in_default(reader.some_texts(map, "lead"));
    let file = reader.file.clone();
    let translates = reader.value(map, "translates");
    Some(ReleaseTranslation { file, title: title?, subtitle, lead, body, translates })
}
