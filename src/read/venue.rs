//! `venues.yaml`: places, by key. An event can also write its venue out in the same shape.

use serde::Deserialize;

use super::reader::Reader;
use crate::country::Country;
use crate::language::Translated;
use crate::model::venue::*;
use crate::place::Path;
use crate::problem::ValueProblem;
use crate::values::Degrees;
use crate::yaml::typed::{Group, Texts, Written};

/// A venue as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VenueFile {
    name: Option<Texts>,
    room: Option<Texts>,
    street: Option<Texts>,
    postcode: Option<Written<String>>,
    city: Option<Texts>,
    country: Option<Written<&'static Country>>,
    geo: Option<Group<GeoFile>>,
    directions: Option<Texts>,
    accessibility: Option<Group<AccessibilityFile>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GeoFile {
    lat: Option<Written<Degrees>>,
    lon: Option<Written<Degrees>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AccessibilityFile {
    step_free: Option<Written<bool>>,
    lift: Option<Written<bool>>,
    wc: Option<Written<bool>>,
    note: Option<Texts>,
}

/// Reads a venue.
pub fn venue(reader: &mut Reader<'_>, at: Path<'_>, typed: &VenueFile) -> Option<Venue> {
    let name = reader.required_name(at, "name", typed.name.as_ref());
    let venue = Venue {
        name: Translated::default(),
        room: reader.texts(at.key("room"), typed.room.as_ref()),
        street: reader.name(at.key("street"), typed.street.as_ref()),
        postcode: postcode(reader, at, typed),
        city: reader.name(at.key("city"), typed.city.as_ref()),
        country: reader.value(at.key("country"), typed.country.as_ref()),
        geo: geo(reader, at.key("geo"), typed.geo.as_deref()),
        directions: reader.texts(at.key("directions"), typed.directions.as_ref()),
        accessibility: accessibility(
            reader,
            at.key("accessibility"),
            typed.accessibility.as_deref(),
        ),
    };
    Some(Venue { name: name?, ..venue })
}

/// A postcode. One of a place in Germany, or in no country that is named, is checked: many
/// programs take the zero away with which those of Saxony begin.
fn postcode(reader: &mut Reader<'_>, at: Path<'_>, typed: &VenueFile) -> Option<String> {
    let postcode = reader.value(at.key("postcode"), typed.postcode.as_ref())?;
    let country = typed.country.as_ref().map(|country| country.text.trim());
    let digits = postcode.strip_prefix("D-").unwrap_or(&postcode);
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    let wrong = match country {
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
        reader.report(at.key("postcode"), problem);
    }
    Some(postcode)
}

fn geo(reader: &mut Reader<'_>, at: Path<'_>, typed: Option<&GeoFile>) -> Option<(f64, f64)> {
    let typed = typed?;
    let mut degrees = |key, written: Option<&Written<Degrees>>, limit: u32| {
        let degrees = reader.required(at, key, written)?;
        if degrees.number.abs() <= f64::from(limit) {
            return Some(degrees.number);
        }
        reader.report(at.key(key), ValueProblem::DegreesOutOfRange { value: degrees.text, limit });
        None
    };
    let lat = degrees("lat", typed.lat.as_ref(), 90);
    let lon = degrees("lon", typed.lon.as_ref(), 180);
    lat.zip(lon)
}

fn accessibility(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&AccessibilityFile>,
) -> Option<Accessibility> {
    let typed = typed?;
    Some(Accessibility {
        step_free: reader.value(at.key("step_free"), typed.step_free.as_ref()),
        lift: reader.value(at.key("lift"), typed.lift.as_ref()),
        wc: reader.value(at.key("wc"), typed.wc.as_ref()),
        note: reader.texts(at.key("note"), typed.note.as_ref()),
    })
}
