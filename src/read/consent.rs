//! `consent`: whether somebody may be named or shown, and until when.

use super::reader::Reader;
use crate::model::consent::{Consent, Given};
use crate::problem::ConsentProblem;
use crate::yaml::typed::Map;

/// Reads what stands under `consent`; `None` when nothing does, or nothing that makes sense.
pub fn consent(reader: &mut Reader<'_>, map: &Map) -> Option<Consent> {
    let at = map.at("consent");
    let Some(days) = map.map("consent") else {
        let given = match reader.value(map, "consent")? {
            true => Given::WhenPublished,
            false => Given::Never,
        };
        if given == Given::WhenPublished {
            reader.report(at.clone(), ConsentProblem::WithoutDay.into());
        }
        return Some(Consent { given, until: None, at });
    };
    let given = reader.required(days, "given");
    let until = reader.value(days, "until");
    if days.has("until") && until.is_none() {
        return None;
    }
    if let Some((given, until)) = given.zip(until).filter(|(given, until)| until < given) {
        reader.report(days.at("until"), ConsentProblem::EndsBeforeGiven { given, until }.into());
    }
    Some(Consent { given: Given::On(given?), until, at })
}
