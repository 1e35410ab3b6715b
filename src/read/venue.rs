//! `venues.yaml`: places, by key. An event can also write its venue out in the same shape.

use super::reader::Reader;
use crate::model::venue::*;
use crate::problem::{NumberWarning, ReferenceKind, ValueProblem};
use crate::values::Degrees;
use crate::yaml::typed::Map;

/// Reads where something is: the key `venue`.
pub fn venue_ref(reader: &mut Reader<'_>, map: &Map) -> Option<VenueRef> {
    match map.map("venue") {
        Some(inline) => venue(reader, inline).map(|venue| VenueRef::Inline(Box::new(venue))),
        None => reader.reference(ReferenceKind::Venue, map, "venue").map(VenueRef::Key),
    }
}

/// Reads a venue.
pub fn venue(reader: &mut Reader<'_>, map: &Map) -> Option<Venue> {
    let name = reader.required_name(map, "name");
    Some(Venue {
        room: reader.texts(map, "room"),
        street: reader.name(map, "street"),
        postcode: postcode(reader, map),
        city: reader.name(map, "city"),
        country: reader.value(map, "country"),
        geo: map.map("geo").and_then(|map| geo(reader, map)),
        directions: reader.texts(map, "directions"),
        accessibility: map.map("accessibility").map(|map| accessibility(reader, map)),
        updated: reader.updated(map),
        name: name?,
    })
}

/// A postcode. One of a place in Germany, or in no country that is named, is checked: many
/// programs take the zero away with which those of Saxony begin.
fn postcode(reader: &mut Reader<'_>, map: &Map) -> Option<String> {
    let postcode: String = reader.value(map, "postcode")?;
    let code = postcode.strip_prefix("D-").or_else(|| postcode.strip_prefix("D "));
    let code = code.unwrap_or(&postcode);
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    // `1.067`, as spreadsheets show it.
    let with_point = code.split_once('.').is_some_and(|(before, behind)| {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&before.len()) && behind.len() == 3 && digits(before) && digits(behind)
    });
    let digits: String = code.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    let suggestion = match digits.len() {
        4 => Some(format!("0{digits}")),
        5 => Some(digits.clone()),
        _ => None,
    };
    let suggestion = suggestion.filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
    let wrong = match map.text("country").map(str::trim) {
        Some("DE") => postcode.len() != 5 || !is_number,
        Some(_) => false,
        None => is_number && code.len() == 4,
    };
    let at = map.at("postcode");
    if wrong {
        let problem = ValueProblem::NotAPostcode { value: postcode.clone(), suggestion };
        reader.report(at, problem.into());
    } else if let Some(suggestion) = suggestion.filter(|_| with_point && !map.has("country")) {
        let value = postcode.clone();
        reader.report(at, NumberWarning::PostcodeWithPoint { value, suggestion }.into());
    }
    Some(postcode)
}

/// Reads a place on earth: latitude and longitude.
pub fn geo(reader: &mut Reader<'_>, map: &Map) -> Option<(f64, f64)> {
    let mut degrees = |key, limit: u32| {
        let Degrees(degrees) = reader.required(map, key)?;
        if degrees.number.abs() <= f64::from(limit) {
            return Some(degrees.number);
        }
        reader.report(
            map.at(key),
            ValueProblem::DegreesOutOfRange { value: degrees.text, limit }.into(),
        );
        None
    };
    let (lat, lon) = (degrees("lat", 90), degrees("lon", 180));
    lat.zip(lon)
}

fn accessibility(reader: &mut Reader<'_>, map: &Map) -> Accessibility {
    Accessibility {
        step_free: reader.value(map, "step_free"),
        lift: reader.value(map, "lift"),
        wc: reader.value(map, "wc"),
        note: reader.texts(map, "note"),
    }
}
