//! The clocks at the venue of an event: where they show another time than the zone in which the
//! event is read, an editor probably meant the time there.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use super::{at, change_path, path};
use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::event::{EventKind, EventRecord};
use crate::model::venue::{Venue, VenueRef};
use crate::problem::{ScheduleWarning, ZoneFrom};
use crate::site::venue_zones::{NamedZone, VenueZones, agree};
use crate::values::{EventStatus, Timetable};

/// Looks at the countries in which an event, or a single date of a series, takes place.
pub fn check(event: &EventRecord, records: &Records) -> Vec<Diagnostic> {
    let is_elsewhere = event.status == EventStatus::MovedOnline
        || event.kind.as_ref().is_some_and(EventKind::is_online)
        || event.status.is_called_off();
    // After a mistake in site.yaml nobody knows in which zone it is read.
    if is_elsewhere || !event.has_own_zone && records.config.has_unknown_zone {
        return Vec::new();
    }
    let venue = |venue: &VenueRef| match venue {
        VenueRef::Key(key) => records.venues.get(&key.0).cloned(),
        VenueRef::Inline(venue) => Some(venue.as_ref().clone()),
    };
    let from = if event.has_own_zone { ZoneFrom::Event } else { ZoneFrom::Site };
    let key = if event.has_own_zone { "timezone" } else { "venue" };
    // Whoever writes the zone of the site into an event says that it is meant.
    let is_meant = event.has_own_zone && event.timezone == records.config.timezone;
    let own = event.venue.as_ref().filter(|_| !is_meant).and_then(venue);
    let own = own.and_then(|venue| clash(event, &venue, &event.timetable, from));
    let own = own.map(|problem| at(&event.file, path(&[key]), problem));
    let dates = event.repeat.iter().flat_map(|repeat| &repeat.dates);
    let changed = dates.filter_map(|date| {
        let change = date.change.as_ref().filter(|change| !change.is_cancelled)?;
        let venue = venue(change.venue.as_ref()?)?;
        let problem = clash(event, &venue, &date.timetable, ZoneFrom::Series)?;
        Some(at(&event.file, change_path(change.number, "venue"), problem))
    });
    own.into_iter().chain(changed).collect()
}

/// What is wrong when the clocks at a venue show another time.
fn clash(
    event: &EventRecord,
    venue: &Venue,
    timetable: &Timetable,
    from: ZoneFrom,
) -> Option<ScheduleWarning> {
    let Timetable::Timed { start, end } = timetable else { return None };
    let zones = VenueZones::of(venue)?;
    let instants = [Some(start), end.as_ref()].into_iter().flatten();
    let instants: Vec<Timestamp> = instants.map(jiff::Zoned::timestamp).collect();
    let read_in = &event.timezone;
    if is_in_order(&zones, read_in, &instants, from) {
        return None;
    }
    let country = zones.country;
    Some(ScheduleWarning::ClocksOfVenue {
        german: country.name("de"),
        english: country.name("en"),
        zone: read_in.iana_name().unwrap_or("UTC").to_owned(),
        zones: match zones.of_city() {
            Some((name, _)) => vec![(*name).to_owned()],
            None => each_clock(&zones.all, start.year()),
        },
        from,
    })
}

/// Whether the hours can be those at the venue. Where nobody says which zone it is, most people live
/// by the clocks of the capital; and who reads in a zone of the country means that one.
fn is_in_order(
    zones: &VenueZones<'_>,
    read_in: &TimeZone,
    instants: &[Timestamp],
    from: ZoneFrom,
) -> bool {
    let is_of_country = zones.all.iter().any(|(name, _)| read_in.iana_name() == Some(name));
    let capital = zones.all.iter().find(|(name, _)| *name == zones.country.zone());
    match (zones.of_city(), capital) {
        (None, Some((_, capital))) if from == ZoneFrom::Site && !is_of_country => {
            agree(capital, read_in, instants)
        }
        _ => zones.agree(read_in, instants),
    }
}

/// One zone of each whose clocks agree in the winter and in the summer of a year.
fn each_clock(zones: &[NamedZone], year: i16) -> Vec<String> {
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
