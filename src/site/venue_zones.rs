//! The zones in which a venue may lie: those of its country, and that of its city where a zone has
//! its name or it is the capital.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::cldr::Cldr;
use crate::country::Country;
use crate::markdown::slug;
use crate::model::venue::Venue;

/// A zone with its IANA name.
pub(super) type NamedZone = (&'static str, TimeZone);

/// The zones of a venue.
#[derive(Debug)]
pub(super) struct VenueZones<'v> {
    venue: &'v Venue,
    /// The country of the venue.
    pub country: &'static Country,
    /// The zones of the country.
    pub all: Vec<NamedZone>,
}

impl<'v> VenueZones<'v> {
    /// `None` where nobody says the country, or its zones are not known here.
    pub fn of(venue: &'v Venue) -> Option<Self> {
        let country = venue.country?;
        let names = country.zones().iter();
        let all: Vec<NamedZone> =
            names.filter_map(|name| Some((*name, TimeZone::get(name).ok()?))).collect();
        (!all.is_empty()).then_some(VenueZones { venue, country, all })
    }

    /// The zone of the city.
    pub fn of_city(&self) -> Option<&NamedZone> {
        let cities = self.venue.city.iter().flat_map(|city| {
            [&city.default].into_iter().chain(city.others.iter().map(|(_, text)| text))
        });
        let cities: Vec<String> = cities.map(|city| slug(city)).collect();
        let is_meant = |name: &str| cities.iter().any(|city| *city == slug(name));
        let city_of = |zone: &str| zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
        let named = self.all.iter().find(|(zone, _)| is_meant(&city_of(zone)));
        let in_any_language = |zone: &str| Cldr::names_of_city(zone).any(is_meant);
        let named = named.or_else(|| self.all.iter().find(|(zone, _)| in_any_language(zone)));
        named.or_else(|| {
            let is_capital = self.country.capitals().any(is_meant);
            self.all.iter().find(|(zone, _)| is_capital && *zone == self.country.zone())
        })
    }

    /// Whether clocks there may show the hours that they show in a zone, at each of some instants.
    pub fn agree(&self, zone: &TimeZone, at: &[Timestamp]) -> bool {
        let agrees = |(_, own): &NamedZone| agree(own, zone, at);
        // Most countries have one clock: which city it is decides nothing there.
        self.all.iter().all(agrees)
            || self.of_city().map_or_else(|| self.all.iter().any(agrees), agrees)
    }

    /// By whose clocks people live there at an instant; `None` where the country has several then.
    pub fn only_at(&self, at: Timestamp) -> Option<&TimeZone> {
        if let Some((_, city)) = self.of_city() {
            return Some(city);
        }
        let (_, first) = self.all.first()?;
        self.all.iter().all(|(_, own)| agree(own, first, &[at])).then_some(first)
    }
}

/// Whether clocks show the same in two zones.
pub(super) fn agree(one: &TimeZone, other: &TimeZone, at: &[Timestamp]) -> bool {
    at.iter().all(|at| one.to_offset(*at) == other.to_offset(*at))
}
