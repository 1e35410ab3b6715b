//! The zones in which a venue may lie: those of its country, and that of its city where a zone has
//! its name or it is the capital.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::country::Country;
use crate::markdown::slug;
use crate::model::venue::Venue;

/// A zone with its IANA name.
pub(super) type NamedZone = (&'static str, TimeZone);

/// The zones of a venue.
#[derive(Debug)]
pub(super) struct VenueZones {
    /// The country of the venue.
    pub country: &'static Country,
    /// The zones of the country.
    pub all: Vec<NamedZone>,
    /// The zone of the city.
    pub of_city: Option<NamedZone>,
}

impl VenueZones {
    /// `None` where nobody says the country, or its zones are not known here.
    pub fn of(venue: &Venue) -> Option<Self> {
        let country = venue.country?;
        let names = country.zones().iter();
        let all: Vec<NamedZone> =
            names.filter_map(|name| Some((*name, TimeZone::get(name).ok()?))).collect();
        let of_city = of_city(venue, country, &all).cloned();
        (!all.is_empty()).then_some(VenueZones { country, all, of_city })
    }

    /// Whether clocks there may show the hours that they show in a zone, at each of some instants.
    pub fn agree(&self, zone: &TimeZone, at: &[Timestamp]) -> bool {
        match &self.of_city {
            Some((_, city)) => agree(city, zone, at),
            None => self.all.iter().any(|(_, own)| agree(own, zone, at)),
        }
    }

    /// By whose clocks people live there at an instant; `None` where the country has several then.
    pub fn only_at(&self, at: Timestamp) -> Option<&TimeZone> {
        let (_, first) = self.of_city.as_ref().or(self.all.first())?;
        let is_only =
            self.of_city.is_some() || self.all.iter().all(|(_, own)| agree(own, first, &[at]));
        is_only.then_some(first)
    }
}

/// Whether clocks show the same in two zones.
pub(super) fn agree(one: &TimeZone, other: &TimeZone, at: &[Timestamp]) -> bool {
    at.iter().all(|at| one.to_offset(*at) == other.to_offset(*at))
}

fn of_city<'z>(venue: &Venue, country: &Country, zones: &'z [NamedZone]) -> Option<&'z NamedZone> {
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
