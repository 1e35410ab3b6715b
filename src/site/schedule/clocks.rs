//! The clocks at the venue of an event: where they show another time than the zone in which the
//! event is read, an editor probably meant the time there.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{at, path};
use crate::country::Country;
use crate::diagnostic::Diagnostic;
use crate::markdown::slug;
use crate::model::Records;
use crate::model::event::{EventKind, EventRecord};
use crate::model::venue::{Venue, VenueRef};
use crate::problem::ScheduleWarning;
use crate::values::{EventStatus, Timetable};

/// Looks at the country of the venue of an event that does not say its zone.
pub fn check(event: &EventRecord, records: &Records) -> Option<Diagnostic> {
    let Timetable::Timed { start, end } = &event.timetable else { return None };
    let is_elsewhere = event.status == EventStatus::MovedOnline
        || event.kind.as_ref().is_some_and(EventKind::is_online)
        || event.status.is_called_off();
    // After a mistake in site.yaml nobody knows in which zone it is read.
    if event.has_own_zone || is_elsewhere || records.config.has_unknown_zone {
        return None;
    }
    let venue = match event.venue.as_ref()? {
        VenueRef::Key(key) => records.venues.get(&key.0)?,
        VenueRef::Inline(venue) => venue,
    };
    let country = venue.country?;
    let zones = zones(country);
    let instants = [Some(start), end.as_ref()].into_iter().flatten();
    let agrees = |zone: &TimeZone| {
        let offset = |zone: &TimeZone, at| zone.to_offset(at);
        let mut instants = instants.clone().map(|at| at.timestamp());
        instants.all(|at| offset(zone, at) == offset(&event.timezone, at))
    };
    let is_zone = |name: &str| zones.iter().find(|(zone, _)| *zone == name);
    let of_city = of_city(venue, country, &zones);
    // Where nobody says which, most people live by the clocks of the capital; and who reads in a
    // zone of the country means that one.
    let read_in = event.timezone.iana_name().and_then(is_zone);
    let meant_zone = of_city.or(read_in).or_else(|| is_zone(country.zone()));
    let is_known = match meant_zone {
        Some((_, zone)) => agrees(zone),
        None => zones.iter().any(|(_, zone)| agrees(zone)),
    };
    if zones.is_empty() || is_known {
        return None;
    }
    let problem = ScheduleWarning::ClocksOfVenue {
        german: country.name("de"),
        english: country.name("en"),
        zone: event.timezone.iana_name().unwrap_or("UTC").to_owned(),
        zones: match of_city {
            Some((name, _)) => vec![(*name).to_owned()],
            None => each_clock(&zones, start.year()),
        },
    };
    Some(at(&event.file, path(&["venue"]), problem))
}

/// The zones of a country that this program knows.
fn zones(country: &Country) -> Vec<(&'static str, TimeZone)> {
    let names = country.zones().iter();
    names.filter_map(|name| Some((*name, TimeZone::get(name).ok()?))).collect()
}

/// The zone that has the name of the city, or that of the capital.
fn of_city<'z>(
    venue: &Venue,
    country: &Country,
    zones: &'z [(&'static str, TimeZone)],
) -> Option<&'z (&'static str, TimeZone)> {
    let cities = venue.city.iter().flat_map(|city| {
        [&city.default].into_iter().chain(city.others.iter().map(|(_, text)| text))
    });
    let cities: Vec<String> = cities.map(|city| slug(city)).collect();
    let is_meant = |name: &str| cities.iter().any(|city| *city == slug(name));
    let named = zones
        .iter()
        .find(|(zone, _)| is_meant(&zone.rsplit('/').next().unwrap_or_default().replace('_', " ")));
    named.or_else(|| {
        let is_capital = country.capitals().any(is_meant);
        zones.iter().find(|(zone, _)| is_capital && *zone == country.zone())
    })
}

/// One zone of each whose clocks agree in the winter and in the summer of a year.
fn each_clock(zones: &[(&'static str, TimeZone)], year: i16) -> Vec<String> {
    let mut seen = Vec::new();
    let mut names = Vec::new();
    for (name, zone) in zones {
        let on_first_of = |month| {
            let day = date(year, month, 1).to_zoned(zone.clone());
            zone.to_offset(day.map_or(Timestamp::UNIX_EPOCH, |day| day.timestamp()))
        };
        let clock = (on_first_of(1), on_first_of(7));
        if !seen.contains(&clock) {
            seen.push(clock);
            names.push((*name).to_owned());
        }
    }
    names
}
