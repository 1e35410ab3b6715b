//! Instants in answers for people. The theme's dates speak the language of the site; an answer
//! speaks the language of who asks.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::problem::MessageLanguage;

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// Writes instants in the zone of the site.
#[derive(Debug, Clone, Copy)]
pub struct Moments<'z> {
    /// The language of the answer.
    pub language: MessageLanguage,
    /// The zone of the site.
    pub zone: &'z TimeZone,
}

impl Moments<'_> {
    /// »25. Oktober 2019, 08:00 Uhr (Europe/Berlin)«, “25 October 2019, 08:00 (Europe/Berlin)”
    pub fn full(&self, at: Timestamp) -> String {
        let zone = self.zone.iana_name().unwrap_or("UTC");
        format!("{} ({zone})", self.day_and_clock(&self.local(at)))
    }

    /// The same; of midnight only the day, because it was probably written as one.
    pub fn day_or_full(&self, at: Timestamp) -> String {
        let local = self.local(at);
        if local.time() == Time::midnight() { self.day(&local) } else { self.full(at) }
    }

    /// The same without the zone; on the day of `other` only the clock.
    pub fn beside(&self, at: Timestamp, other: Timestamp) -> String {
        let local = self.local(at);
        if local.date() == self.local(other).date() {
            self.clock(&local)
        } else {
            self.day_and_clock(&local)
        }
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }

    fn day_and_clock(&self, at: &Zoned) -> String {
        format!("{}, {}", self.day(at), self.clock(at))
    }

    fn day(&self, at: &Zoned) -> String {
        let (day, year) = (at.day(), at.year());
        match self.language {
            MessageLanguage::German => {
                let month = usize::try_from(at.month() - 1).unwrap_or_default();
                format!("{day}. {} {year}", GERMAN_MONTHS.get(month).unwrap_or(&""))
            }
            MessageLanguage::English => at.strftime("%-d %B %Y").to_string(),
        }
    }

    fn clock(&self, at: &Zoned) -> String {
        let clock = at.strftime("%H:%M").to_string();
        self.language.pick(format!("{clock} Uhr"), clock.clone())
    }
}
