//! Parts that several kinds of content have: roles, images, files, links, updates and the
//! dates of publication.

use jiff::tz::TimeZone;

use super::consent::consent;
use super::reader::Reader;
use crate::markdown::{says_nothing, slug};
use crate::model::shared::*;
use crate::problem::{
    Hazard, OwnProblem, Problem, ProseWarning, ReferenceKind, SiteWarning, TimeProblem,
};
use crate::suggest::closest;
use crate::values::{MediaFile, SitePath, When};
use crate::yaml::typed::{Map, Typed};

/// Reads roles.
pub fn roles(reader: &mut Reader<'_>, map: &Map) -> Roles {
    let Some(map) = map.map("roles") else { return Roles::default() };
    let mut role = |key| reader.references(ReferenceKind::Organisation, map, key);
    Roles {
        organiser: role("organiser"),
        host: role("host"),
        commissioned_by: role("commissioned_by"),
        funder: role("funder"),
        partners: role("partners"),
    }
}

fn image(reader: &mut Reader<'_>, map: &Map) -> Option<Image> {
    let file: Option<MediaFile> = reader.required_reference(ReferenceKind::Media, map, "file");
    let name = file.as_ref().map_or("", |file| file.0.as_str()).to_owned();
    let alt = reader.required_texts(map, "alt");
    let texts = alt
        .iter()
        .flat_map(|alt| [&alt.default].into_iter().chain(alt.others.iter().map(|(_, text)| text)));
    for text in texts.filter(|text| says_nothing(text, &name)) {
        reader.report(map.at("alt"), ProseWarning::AltSaysNothing { alt: text.clone() }.into());
    }
    let credit = reader.required(map, "credit");
    let rights = reader.value(map, "rights");
    let consent = consent(reader, map);
    Some(Image { file: file?, alt, credit: credit?, rights, consent })
}

fn attachment(reader: &mut Reader<'_>, map: &Map) -> Option<Attachment> {
    let file = reader.required_reference(ReferenceKind::Media, map, "file");
    let title = reader.required_texts(map, "title");
    Some(Attachment { file: file?, title: title? })
}

/// Reads a link.
pub fn web_link(reader: &mut Reader<'_>, map: &Map) -> Option<WebLink> {
    let url = reader.required(map, "url");
    let label = reader.texts(map, "label");
    Some(WebLink { url: url?, label })
}

/// Reads the fields of the site's own.
pub fn own_fields(reader: &mut Reader<'_>, map: &Map) -> Vec<OwnField> {
    let Some(map) = map.map("extra") else { return Vec::new() };
    let basics = reader.basics;
    let mut fields = Vec::new();
    for (key, _) in map.iter() {
        match basics.own_fields.as_deref() {
            Some(known) if !known.iter().any(|known| known == key) => {
                reader.report_key(map.at(key), unknown_field(key, known));
            }
            _ => fields
                .extend(reader.texts(map, key).map(|text| OwnField { key: key.to_owned(), text })),
        }
    }
    fields
}

fn unknown_field(key: &str, known: &[String]) -> Problem {
    let suggestion = suggest_own(key, known).map(str::to_owned);
    OwnProblem::UnknownField { key: key.to_owned(), suggestion, known: known.join(", ") }.into()
}

/// Which key of the site's own somebody meant: also by the name that is shown, which is mostly the
/// same word with umlauts.
pub fn suggest_own<'k>(typed: &str, keys: &'k [String]) -> Option<&'k str> {
    let slug = slug(typed);
    let named = keys.iter().map(String::as_str).find(|key| *key == slug);
    named.or_else(|| closest(typed, keys.iter().map(String::as_str)))
}

/// Reads pictures, files, links and fields of the site's own.
pub fn extras(reader: &mut Reader<'_>, map: &Map, images: &[&Map]) -> Extras {
    let images = map.map("image").into_iter().chain(images.iter().copied());
    Extras {
        images: images.filter_map(|map| image(reader, map)).collect(),
        attachments: map.maps("attachments").filter_map(|map| attachment(reader, map)).collect(),
        links: map.maps("links").filter_map(|map| web_link(reader, map)).collect(),
        own_fields: own_fields(reader, map),
    }
}

fn update(reader: &mut Reader<'_>, map: &Map, number: usize, zone: &TimeZone) -> Option<Update> {
    let typed = reader.required(map, "at");
    let at = typed.and_then(|when| reader.resolve(map, "at", when, zone));
    let day = typed.filter(|when| matches!(when, When::Day(_))).map(When::date);
    let kind = reader.required(map, "kind");
    let note = reader.texts(map, "note");
    let previous_start = reader.value(map, "previous_start");
    if let Some(previous) = previous_start {
        reader.resolve(map, "previous_start", previous, zone)?;
    }
    let at = at?.timestamp();
    Some(Update { number, at, written: at, day, kind: kind?, note, previous_start })
}

/// Reads old paths. What programs fetch is no page: only where the item `has_calendar` an old `.ics`
/// stays a calendar.
pub fn aliases(reader: &mut Reader<'_>, map: &Map, has_calendar: bool) -> Vec<SitePath> {
    let aliases = reader.items::<SitePath>(map, "aliases");
    for (number, path) in &aliases {
        if let Some(problem) = taken_by_servers(path) {
            reader.report(map.item("aliases", *number), problem.into());
            continue;
        }
        if path.is_for_programs() && !(has_calendar && path.is_calendar()) {
            let problem = SiteWarning::AliasForPrograms { path: path.0.clone(), has_calendar };
            reader.report(map.item("aliases", *number), problem.into());
        }
    }
    aliases.into_iter().map(|(_, path)| path).collect()
}

/// The longest part of a path, in bytes: file systems take 255, and temporary names are longer.
const MAX_PART_BYTES: usize = 200;

/// Why nothing may lie at an old path.
fn taken_by_servers(path: &SitePath) -> Option<Hazard> {
    let is_of_servers =
        |part: &str| part.starts_with(['.', '_']) || part.eq_ignore_ascii_case("web.config");
    path.parts().find_map(|part| {
        let (path, bytes) = (path.0.clone(), part.len());
        if is_of_servers(&part) || part.contains(['/', '\\', '\0']) {
            return Some(Hazard::PathOfServer { path, part: part.into_owned() });
        }
        (bytes > MAX_PART_BYTES).then_some(Hazard::PathPartTooLong { bytes })
    })
}

/// Reads the keys of a publication; `key` is the one that says when it was published.
pub fn publication(
    reader: &mut Reader<'_>,
    map: &Map,
    key: &str,
    zone: &TimeZone,
) -> Option<Publication> {
    let written: Option<When> = reader.required(map, key);
    let published = written.and_then(|when| reader.resolve(map, key, when, zone));
    let day = written.filter(|when| matches!(when, When::Day(_)));
    let day_begins = day.and_then(|day| day.at(&reader.basics.zone).ok());
    let mut updates = Vec::new();
    let listed = map.list("updates").iter().map(Typed::map).enumerate();
    for (number, map) in listed.filter_map(|(number, map)| Some((number, map?))) {
        let Some(update) = update(reader, map, number, zone) else { continue };
        if published.as_ref().is_some_and(|published| update.at < published.timestamp()) {
            reader.report(map.at("at"), TimeProblem::UpdateBeforePublication.into());
        }
        updates.push(update);
    }
    updates.sort_by_key(|update| update.at);
    let has_updates = !map.list("updates").is_empty();
    let embargo = reader.instant(map, "embargo", zone).map(|embargo| embargo.timestamp());
    let draft = reader.value(map, "draft").unwrap_or(false);
    // An event and a visit have a calendar file.
    let aliases = aliases(reader, map, key == "published");
    let published = published?.timestamp();
    let dated = day_begins.map_or(published, |begins| begins.timestamp());
    Some(Publication { published, dated, updates, has_updates, embargo, draft, aliases })
}
