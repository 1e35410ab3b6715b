//! `repeat` in an event: what was typed ([`RepeatFile`]) and the series it means ([`Repeat`]),
//! with all its dates.
//!
//! | file | what it reads |
//! |---|---|
//! | `rule.rs` | how often: `every`, `on`, `until`, `count` |
//! | `dates.rs` | which dates that makes, with `except` and `extra` |
//! | `changes.rs` | `changes` of single dates |

mod changes;
mod dates;
mod rule;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::event::VenueRef;
use super::reader::Reader;
use super::values::{Every, OnDay, Timetable, Value, When};
use super::written::{Group, OneOrMany, Written};
use super::yaml::Path;
use crate::icalendar::{Recurrence, Start};
use crate::language::Translated;
use crate::problem::Problem;
use crate::recurrence::Rule;
use changes::ChangeFile;
use dates::Series;

/// The most dates a series has: ten years of weeks.
pub const MAX_DATES: usize = 500;

/// A series as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatFile {
    every: Option<Written<Every>>,
    on: Option<OneOrMany<OnDay>>,
    until: Option<Written<Date>>,
    count: Option<Written<u32>>,
    except: Option<OneOrMany<Date>>,
    extra: Option<OneOrMany<When>>,
    changes: Option<Vec<Group<ChangeFile>>>,
}

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

/// Reads a series in an event whose times are in a zone; `first` is what its `start` and `end`
/// say.
pub fn repeat(
    reader: &mut Reader<'_>,
    typed: Option<&RepeatFile>,
    first: Option<&Timetable>,
    zone: &TimeZone,
) -> Option<Repeat> {
    let (typed, at) = (typed?, Path::Top.key("repeat"));
    let every = reader.required(at, "every", typed.every.as_ref());
    let on = each(reader, at.key("on"), typed.on.as_ref());
    let end = rule::end(reader, typed);
    let except = each(reader, at.key("except"), typed.except.as_ref());
    let extra = each(reader, at.key("extra"), typed.extra.as_ref());
    let changes = changes::read(reader, typed.changes.as_deref().unwrap_or_default());
    let first = first?;
    if matches!(first, Timetable::Within(_) | Timetable::HourFollows(_)) {
        reader.report_key(at, Problem::RepeatNeedsStart);
        return None;
    }
    if matches!(first, Timetable::Timed { .. }) && *zone == TimeZone::UTC {
        reader.report_key(at, Problem::SeriesInUtc);
        return None;
    }
    let start = first.days().first;
    let Every { number, unit } = every?;
    let pattern = rule::pattern(reader, unit, typed.on.as_ref(), on, start);
    let rule = Rule { interval: number, pattern: pattern?, end: end? };
    let days = rule::days(reader, &rule, start)?;
    let mut series = Series::new(reader, first, rule, days);
    series.except(except);
    let mut occurrences = series.regular()?;
    occurrences.extend(series.extra(extra));
    let recurrence = series.recurrence()?;
    if occurrences.is_empty() {
        reader.report_key(at.key("except"), Problem::RepeatWithoutDates);
        return None;
    }
    changes::apply(reader, changes, &mut occurrences);
    occurrences.sort_by_key(|date| date.timetable.starts(zone));
    Some(Repeat { recurrence, occurrences })
}

/// The values of a list that can be read, with their places in it.
fn each<T: Value>(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&OneOrMany<T>>,
) -> Vec<(usize, T)> {
    let items = typed.map_or(&[][..], |list| &list.0).iter().enumerate();
    items.filter_map(|(n, item)| Some((n, reader.value(at.item(n), Some(item))?))).collect()
}
