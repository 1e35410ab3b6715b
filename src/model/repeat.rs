//! A series: the further dates of an event with `repeat`.

use crate::icalendar::{Recurrence, Start};
use crate::language::Translated;
use crate::model::venue::VenueRef;
use crate::values::Timetable;

/// The most dates a series has: ten years of weeks.
pub const MAX_DATES: usize = 500;

/// A series.
#[derive(Debug, Clone)]
pub struct Repeat {
    /// The rule, its exceptions and what comes on top.
    pub recurrence: Recurrence,
    /// Its dates in their order, cancelled ones among them; never empty.
    pub occurrences: Vec<Occurrence>,
}

/// One date of a series.
#[derive(Debug, Clone)]
pub struct Occurrence {
    /// Where the series has it. It stays the date's name when it is moved.
    pub regular: Start,
    /// When it is.
    pub timetable: Timetable,
    /// What is different on it.
    pub change: Option<Change>,
}

/// What is different on one date, besides when it is.
#[derive(Debug, Clone)]
pub struct Change {
    /// It does not take place.
    pub is_cancelled: bool,
    /// It is elsewhere.
    pub venue: Option<VenueRef>,
    /// What to know about that.
    pub note: Option<Translated<String>>,
}

impl Occurrence {
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
    /// The dates that take place, in their order; when none does, all of them.
    pub fn dates(&self) -> impl Iterator<Item = &Timetable> {
        let none = self.occurrences.iter().all(Occurrence::is_cancelled);
        let shown = self.occurrences.iter().filter(move |date| none || !date.is_cancelled());
        shown.map(|date| &date.timetable)
    }
}
