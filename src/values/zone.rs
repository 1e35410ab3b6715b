//! Time zones by their IANA names, and which one somebody meant. Names that are near to one
//! another in letters are not near in hours: `JST` is not `EST`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::tz::TimeZone;

use super::Value;
use crate::country::Country;
use crate::problem::{Problem, ValueProblem};
use crate::suggest::only_near;

/// A zone by its IANA name.
#[derive(Debug, Clone, PartialEq)]
pub struct Zone(pub TimeZone);

impl Value for Zone {
    fn read(text: &str) -> Result<Self, Problem> {
        let known = NAMES.get(&text.to_lowercase()).filter(|name| *name == text);
        known.and_then(|name| TimeZone::get(name).ok()).map(Zone).ok_or_else(|| {
            let suggestion = meant(text).map(str::to_owned);
            ValueProblem::UnknownZone { value: text.to_owned(), suggestion }.into()
        })
    }
}

/// Names of the zones in the bundled zone data, by their small letters.
static NAMES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    jiff::tz::db()
        .available()
        .map(|name| (name.as_str().to_lowercase(), name.as_str().to_owned()))
        .collect()
});

/// Abbreviations that stand for one clock in the world and have no zone of their name.
const ABBREVIATIONS: [(&str, &str); 6] = [
    ("mez", "Europe/Berlin"),
    ("mesz", "Europe/Berlin"),
    ("cest", "Europe/Berlin"),
    ("jst", "Asia/Tokyo"),
    ("kst", "Asia/Seoul"),
    ("msk", "Europe/Moscow"),
];

/// Continents as other languages write them.
const AREAS: [(&str, &str); 8] = [
    ("europa", "europe"),
    ("asien", "asia"),
    ("afrika", "africa"),
    ("amerika", "america"),
    ("américa", "america"),
    ("australien", "australia"),
    ("pazifik", "pacific"),
    ("atlantik", "atlantic"),
];

/// The name of the zone that somebody meant: by another way of writing, by its city, or by a
/// capital in one of ten languages.
fn meant(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase().replace(' ', "_");
    let by_name = NAMES.get(&lower).map(String::as_str);
    let abbreviated = || ABBREVIATIONS.iter().find(|(short, _)| *short == lower);
    if let Some(name) = by_name.or_else(|| abbreviated().map(|(_, name)| *name)) {
        return Some(name);
    }
    let (area, city) = lower.rsplit_once('/').unwrap_or(("", &lower));
    let area = AREAS.iter().find(|(typed, _)| *typed == area).map_or(area, |(_, area)| area);
    let in_area = |name: &str| {
        area.is_empty()
            || name.to_lowercase().strip_prefix(area).is_some_and(|r| r.starts_with('/'))
    };
    let capital = || Country::by_capital(&city.replace('_', " ")).map(Country::zone);
    let by_city = only(cities().filter(|(name, city_of)| city_of == city && in_area(name)));
    by_city.or_else(|| capital().filter(|name| in_area(name))).or_else(|| {
        let near = cities().filter(|(name, _)| in_area(name)).map(|(_, city)| city);
        let near = only_near(city, near)?;
        only(cities().filter(|(name, city)| *city == near && in_area(name)))
    })
}

/// Continents and oceans. Other names with a slash are older ones: `Brazil/East`.
const CONTINENTS: [&str; 9] = [
    "africa",
    "america",
    "antarctica",
    "asia",
    "atlantic",
    "australia",
    "europe",
    "indian",
    "pacific",
];

/// The names of zones with a city, and the city in small letters.
fn cities() -> impl Iterator<Item = (&'static str, String)> {
    NAMES.iter().filter_map(|(lower, name)| {
        lower.split_once('/').filter(|(area, _)| CONTINENTS.contains(area))?;
        // `Australia/West` is no city, and WEST is a summer time of Europe.
        let (_, city) = lower.rsplit_once('/').filter(|(_, city)| *city != "west")?;
        Some((name.as_str(), city.to_owned()))
    })
}

fn only<T>(mut names: impl Iterator<Item = (&'static str, T)>) -> Option<&'static str> {
    let (name, _) = names.next()?;
    names.next().is_none().then_some(name)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_zone_is_proposed_only_where_it_can_be_no_other() {
        for (typed, zone) in [
            ("Europa/Berlin", "Europe/Berlin"),
            ("europe/berlin", "Europe/Berlin"),
            ("Berlin", "Europe/Berlin"),
            ("Tokio", "Asia/Tokyo"),
            ("Asien/Tokio", "Asia/Tokyo"),
            ("Europe/Wien", "Europe/Vienna"),
            ("New York", "America/New_York"),
            ("Mexiko-Stadt", "America/Mexico_City"),
            ("JST", "Asia/Tokyo"),
            ("KST", "Asia/Seoul"),
            ("MEZ", "Europe/Berlin"),
            ("Europe/Berln", "Europe/Berlin"),
        ] {
            assert_eq!(meant(typed), Some(zone), "{typed}");
        }
        for typed in
            ["AEST", "WEST", "IST", "CST", "Europe", "Europe/Mailand", "UTC+1", "Asia/Berlin"]
        {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }
}
