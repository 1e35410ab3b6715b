//! By whose clocks the times of an occurrence are told.

use jiff::tz::TimeZone;

use super::venue_zones::VenueZones;
use super::{Occurrence, Site};
use crate::dates::{Clock, Clocks};
use crate::model::venue::Venue;
use crate::values::Timetable;

impl Site<'_> {
    /// The clocks of an occurrence: its own, named after the city of its venue, and that of the
    /// site; none where both are one. Who takes part in what has no place sits at home: there the
    /// site's comes first. No town is named beside hours that its clocks do not show.
    pub fn clocks(&self, occurrence: &Occurrence<'_>) -> Clocks {
        let zone = &occurrence.event.timezone;
        let is_of_site = zone == self.zone();
        let of_site = || self.clock_in(self.zone());
        let city = |venue: &Venue| Some(venue.city.as_ref()?.get(&self.language).clone());
        let at_venue = |zone: &TimeZone| {
            let clock = self.clock_in(zone);
            Clock { city: occurrence.venue.and_then(city).or(clock.city), zone: clock.zone }
        };
        let own = match elsewhere(occurrence) {
            None if is_of_site => return Clocks::default(),
            None => at_venue(zone),
            Some(Elsewhere::In(there)) => at_venue(&there),
            Some(Elsewhere::Somewhere) if is_of_site => return Clocks::named(of_site()),
            Some(Elsewhere::Somewhere) => self.clock_in(zone),
        };
        let of_site = of_site();
        // A Berlin in New Hampshire: two clocks of one name would contradict each other.
        let is_namesake = own.city.is_some() && own.city == of_site.city;
        let own = if is_namesake { self.clock_in(&own.zone) } else { own };
        let is_only_online = occurrence.venue.is_none() && occurrence.is_online();
        Clocks::of(if is_only_online { [of_site, own] } else { [own, of_site] })
    }

    /// The clock of a zone, named after its city.
    fn clock_in(&self, zone: &TimeZone) -> Clock {
        let city = self.strings.cldr().city(zone).map(str::to_owned);
        Clock { zone: zone.clone(), city }
    }
}

/// The zone of a venue whose clocks do not show the hours of its event.
enum Elsewhere {
    /// This one.
    In(TimeZone),
    /// One of several of the country.
    Somewhere,
}

fn elsewhere(occurrence: &Occurrence<'_>) -> Option<Elsewhere> {
    let Timetable::Timed { start, .. } = occurrence.date else { return None };
    let (venue, zone) = (occurrence.venue?, &occurrence.event.timezone);
    // Most countries have one clock, and most events go by it.
    if venue.country.is_some_and(|country| zone.iana_name().is_some_and(|z| country.zones() == [z]))
    {
        return None;
    }
    let zones = VenueZones::of(venue)?;
    let at = start.timestamp();
    if zones.agree(zone, &[at]) {
        return None;
    }
    Some(zones.only_at(at).cloned().map_or(Elsewhere::Somewhere, Elsewhere::In))
}
