//! `venues.yaml`: places, by key. An event can also write its venue out in the same shape.

use super::reader::Reader;
use crate::model::venue::*;
use crate::problem::{ReferenceKind, ValueProblem};
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
    let digits = postcode.strip_prefix("D-").unwrap_or(&postcode);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = match map.text("country").map(str::trim) {
        Some("DE") => postcode.len() != 5 || !is_number,
        Some(_) => false,
        None => is_number && digits.len() == 4,
    };
    if wrong {
        let suggestion = match digits.len() {
            4 if is_number => Some(format!("0{digits}")),
            5 if is_number => Some(digits.to_owned()),
            _ => None,
        };
        let problem = ValueProblem::NotAPostcode { value: postcode.clone(), suggestion };
        reader.report(map.at("postcode"), problem.into());
    }
    Some(postcode)
}

fn geo(reader: &mut Reader<'_>, map: &Map) -> Option<(f64, f64)> {
    let mut degrees = |key, limit: u32| {
        let degrees: Degrees = reader.required(map, key)?;
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
