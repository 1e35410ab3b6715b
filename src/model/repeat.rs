//! A series: the further dates of an event with `repeat`.

use crate::icalendar::{Recurrence, Start};
use crate::language::Translated;
use crate::model::venue::{self, VenueRef};
use crate::values::{DateStatus, Timetable};
use crate::yaml::key::{Form, Key, key};

/// The most dates a series has: ten years of weeks.
pub const MAX_DATES: usize = 500;

/// The keys of `repeat`.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("every", Pattern("^([1-9][0-9]? )?(day|week|month)s?$"), "day: täglich · week: wöchentlich · month: monatlich; mit Zahl davor seltener.")
        .such_as(&["week", "2 weeks"]).required(),
    key("on", OneOrMany(&Pattern("^((first|second|third|fourth|last) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$")), "Wochentage; bei Monaten mit first, second, third, fourth oder last davor. Ohne Angabe der Tag von `start`.")
        .such_as(&["[tuesday, thursday]", "[first tuesday]"]),
    key("until", Day, "Letzter möglicher Tag. Stattdessen geht `count`.").german("bis").such_as(&["2019-12-31"]),
    key("count", Number(1), "Zahl der Termine. Stattdessen geht `until`.").such_as(&["10"]),
    key("except", OneOrMany(&Day), "Tage, an denen es keinen Termin gibt.").such_as(&["[2019-10-29]"]),
    key("extra", OneOrMany(&Time), "Weitere Termine: Tag und Uhrzeit, oder nur der Tag.").such_as(&["['2019-12-21T10:00']"]),
    key("changes", List(&Keys(CHANGE_KEYS)), "Einzelne Termine, die anders sind als angekündigt."),
] };

#[rustfmt::skip]
const CHANGE_KEYS: &[Key] = { use Form::*; &[
    key("date", Day, "Der Tag, an dem der Termin nach der Regel wäre.").german("Datum").such_as(&["2019-10-08"]).required(),
    key("start", Time, "Neuer Beginn.").german("Beginn Anfang Datum Tag von").such_as(&["2019-10-09T18:00"]),
    key("end", Time, "Neues Ende.").german("Ende bis"),
    key("status", Choice(DateStatus::WORDS), "cancelled: Dieser Termin fällt aus."),
    key("venue", IdOrKeys(venue::KEYS), "Anderer Ort: ein Schlüssel aus venues.yaml, oder der Ort selbst.").german("Ort Veranstaltungsort"),
    key("note", Texts, "Ein Satz dazu.").german("Hinweis Bemerkung").such_as(&["Wegen der Messe am Mittwoch"]),
] };

/// A series.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// The rule and its exceptions.
    pub recurrence: Recurrence,
    /// Its dates in their order, cancelled ones among them; never empty.
    pub dates: Vec<SeriesDate>,
}

/// One date of a series.
#[derive(Debug, Clone)]
pub struct SeriesDate {
    /// Where the series has it. It stays the date's name when it is moved.
    pub regular: Start,
    /// It comes on top of those of the rule. A series has one date a day at most.
    pub is_extra: bool,
    /// When it is.
    pub timetable: Timetable,
    /// What is different on it.
    pub change: Option<DateChange>,
}

/// What is different on one date, besides when it is.
#[derive(Debug, Clone)]
pub struct DateChange {
    /// Its place in `changes`, from 0.
    pub number: usize,
    /// It does not take place.
    pub is_cancelled: bool,
    /// It is elsewhere.
    pub venue: Option<VenueRef>,
    /// What to know about that.
    pub note: Option<Translated<String>>,
}

impl SeriesDate {
    /// Whether it does not take place.
    pub fn is_cancelled(&self) -> bool {
        self.change.as_ref().is_some_and(|change| change.is_cancelled)
    }

    /// Whether it begins at another time than the series has it.
    pub fn is_moved(&self) -> bool {
        self.timetable.start() != self.regular
    }
}

impl Repeat {
    /// Whether none of its dates takes place.
    pub fn is_called_off(&self) -> bool {
        !self.dates.is_empty() && self.dates.iter().all(SeriesDate::is_cancelled)
    }

    /// The dates that take place, in their order; when none does, all of them.
    pub fn held(&self) -> impl Iterator<Item = &Timetable> {
        let none = self.is_called_off();
        let shown = self.dates.iter().filter(move |date| none || !date.is_cancelled());
        shown.map(|date| &date.timetable)
    }
}
