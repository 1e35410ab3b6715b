//! By whose clocks the times of an occurrence are told.

use super::{Occurrence, Site};
use crate::dates::{Clock, Clocks};
use crate::model::venue::Venue;

impl Site<'_> {
    /// The clocks of an occurrence: its own, named after the city of its venue, and that of the
    /// site; none where both are one. Who takes part in what has no place sits at home: there the
    /// site's comes first.
    pub fn clocks(&self, occurrence: &Occurrence<'_>) -> Clocks {
        let zone = &occurrence.event.timezone;
        if zone == self.zone() {
            return Clocks::default();
        }
        let city = |venue: &Venue| Some(venue.city.as_ref()?.get(&self.language).clone());
        let cldr = self.strings.cldr();
        let own = Clock {
            zone: zone.clone(),
            city: occurrence.venue.and_then(city).or_else(|| cldr.city(zone).map(str::to_owned)),
        };
        let city = cldr.city(self.zone()).map(str::to_owned);
        let of_site = Clock { zone: self.zone().clone(), city };
        let is_only_online = occurrence.venue.is_none() && occurrence.is_online();
        Clocks(if is_only_online { vec![of_site, own] } else { vec![own, of_site] })
    }
}
