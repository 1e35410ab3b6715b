//! An event.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::repeat::Repeat;
use super::shared::{Extras, Publication, Roles, WebLink};
use crate::country::Country;
use crate::language::{Language, Translated};
use crate::markdown::Markdown;
use crate::model::venue::VenueRef;
use crate::place::SourcePath;
use crate::values::{
    Currency, Days, Decimal, Email, EventKind, EventStatus, Id, Phone, RegistrationState,
    Timetable, Url, When,
};

/// An event.
#[derive(Debug, Clone)]
pub struct EventRecord {
    /// The stem of its file: its id for ever.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its name.
    pub title: Translated<String>,
    /// When it is; of a series its first date.
    pub timetable: Timetable,
    /// The further dates, if it is a series.
    pub repeat: Option<Repeat>,
    /// The zone in which its times are meant.
    pub timezone: TimeZone,
    /// One or two sentences.
    pub summary: Option<Translated<String>>,
    /// What it is about.
    pub description: Option<Translated<Markdown>>,
    /// What sort of event it is.
    pub kind: Option<EventKind>,
    /// Delegations that take part.
    pub delegations: Vec<Id>,
    /// Countries it is about, besides those of its delegations.
    pub countries: Vec<&'static Country>,
    /// Sectors it is about, besides those of its delegations.
    pub sectors: Vec<Id>,
    /// Where it is.
    pub venue: Option<VenueRef>,
    /// Where it is on the network.
    pub online: Option<WebLink>,
    /// Who does what.
    pub roles: Roles,
    /// Whom to ask.
    pub contact: Option<Id>,
    /// How to register.
    pub registration: Option<Registration>,
    /// What it costs.
    pub price: Option<Price>,
    /// Languages spoken.
    pub languages: Vec<Language>,
    /// Languages interpreted.
    pub interpretation: Vec<Language>,
    /// For whom it is.
    pub audience: Option<Translated<String>>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// What to know about that.
    pub status_note: Option<Translated<String>>,
    /// Releases about it.
    pub press: Vec<Id>,
    /// Pictures, files and links.
    pub extras: Extras,
    /// When it was published and whether it is hidden.
    pub publication: Publication,
}

/// How to register.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Whether one must.
    pub required: Option<bool>,
    /// Where to write.
    pub email: Option<Email>,
    /// Where to call.
    pub phone: Option<Phone>,
    /// A form elsewhere.
    pub url: Option<Url>,
    /// From when on.
    pub opens: Option<Zoned>,
    /// Until when, as the last instant that still counts as in time.
    pub deadline: Option<Deadline>,
    /// How many places there are.
    pub capacity: Option<u32>,
    /// How many places are left, as the editor says.
    pub state: RegistrationState,
    /// What else to know.
    pub note: Option<Translated<String>>,
}

/// A deadline: as it was written, and the instant from which it is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// A day, or a time.
    pub written: When,
    /// Over from this instant on; a day lasts to its end.
    pub over: Zoned,
}

/// What it costs to take part.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// The amount.
    pub amount: Option<Decimal>,
    /// Its currency.
    pub currency: Option<Currency>,
    /// What to know about that.
    pub note: Option<Translated<String>>,
}

impl EventRecord {
    /// Whether one can take part on the network.
    pub fn is_online(&self) -> bool {
        self.online.is_some() || self.status == EventStatus::MovedOnline
    }

    /// Whether it does not take place, or not at this time.
    pub fn is_called_off(&self) -> bool {
        matches!(self.status, EventStatus::Cancelled | EventStatus::Postponed)
    }

    /// When it takes place: the dates of a series that are not cancelled, in their order.
    pub fn dates(&self) -> impl Iterator<Item = &Timetable> {
        let single = self.repeat.is_none().then_some(&self.timetable);
        single.into_iter().chain(self.repeat.iter().flat_map(Repeat::dates))
    }

    /// The date to show at an instant: the next one, or one that goes on, else the last.
    pub fn date_at(&self, now: Timestamp) -> &Timetable {
        self.next(self.dates(), now)
    }

    /// As [`EventRecord::date_at`], of the dates in a year.
    pub fn date_in(&self, year: i16, now: Timestamp) -> &Timetable {
        self.next(self.dates().filter(|date| date.days().first.year() == year), now)
    }

    fn next<'t>(
        &'t self,
        dates: impl Iterator<Item = &'t Timetable>,
        now: Timestamp,
    ) -> &'t Timetable {
        let mut shown = &self.timetable;
        for date in dates {
            shown = date;
            if date.over(&self.timezone).is_none_or(|over| now < over) {
                break;
            }
        }
        shown
    }

    /// The instant from which it counts as past: its last date is over.
    pub fn over(&self) -> Option<Timestamp> {
        self.dates().filter_map(|date| date.over(&self.timezone)).max()
    }

    /// The first and the last day it touches in its zone.
    pub fn days(&self) -> Days {
        let days = self.dates().map(Timetable::days);
        let join =
            |a: Days, b: Days| Days { first: a.first.min(b.first), last: a.last.max(b.last) };
        days.reduce(join).unwrap_or_else(|| self.timetable.days())
    }

    /// The years in which it has dates, in their order.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        let mut last = None;
        let years = self.dates().map(|date| date.days().first.year());
        years.filter(move |year| last.replace(*year) != Some(*year))
    }
}
