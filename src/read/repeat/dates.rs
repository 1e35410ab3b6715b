//! The dates of a series: those of the rule without its exceptions, and further ones.
//!
//! What calendar programs read differently is refused: a date whose time the clock skips or
//! shows twice, or during which it is changed.

use jiff::Span;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::icalendar::{Recurrence, Start};
use crate::model::repeat::SeriesDate;
use crate::problem::{ClockChange, Problem, SeriesProblem, YamlProblem};
use crate::read::reader::Reader;
use crate::recurrence::Rule;
use crate::values::{Days, Timetable, When};
use crate::yaml::typed::Map;

/// An hour for an example, where none was typed.
const ANOTHER_TIME: Time = Time::constant(16, 0, 0, 0);

/// A series while its dates are collected.
pub(super) struct Series<'r, 'a> {
    reader: &'r mut Reader<'a>,
    map: &'r Map,
    /// When the first date is.
    first: &'r Timetable,
    rule: Rule,
    /// The days of the rule.
    days: Vec<Date>,
    except: Vec<Date>,
    extra: Vec<Start>,
}

impl<'r, 'a> Series<'r, 'a> {
    pub(super) fn new(
        reader: &'r mut Reader<'a>,
        map: &'r Map,
        first: &'r Timetable,
        rule: Rule,
        days: Vec<Date>,
    ) -> Self {
        Series { reader, map, first, rule, days, except: Vec::new(), extra: Vec::new() }
    }

    /// Days of the rule on which nothing takes place, with their places in the list.
    pub(super) fn except(&mut self, days: Vec<(usize, Date)>) {
        for (number, day) in days {
            if self.except.contains(&day) {
                let key = day.to_string();
                self.reader.report(
                    self.map.item("except", number),
                    YamlProblem::DuplicateKey { key }.into(),
                );
            } else if self.days.contains(&day) {
                self.except.push(day);
            } else {
                self.reader.report(self.map.item("except", number), not_in_series(day, &self.days));
            }
        }
        self.except.sort();
    }

    /// The dates of the rule.
    pub(super) fn regular(&mut self) -> Option<Vec<SeriesDate>> {
        let mut occurrences = Vec::new();
        let mut all = true;
        for day in &self.days {
            let date = match self.except.contains(day) {
                true => start_on(self.first, *day, None).map(|_| None),
                false => on(self.first, *day, None).map(Some),
            };
            match date {
                Ok(date) => occurrences.extend(date.map(occurrence)),
                Err(problem) => {
                    self.reader.report_key(self.map.here(), problem);
                    all = false;
                }
            }
        }
        all.then_some(occurrences)
    }

    /// Dates besides those of the rule, with their places in the list.
    pub(super) fn extra(&mut self, whens: Vec<(usize, When)>) -> Vec<SeriesDate> {
        let mut occurrences = Vec::new();
        for (number, when) in whens {
            match self.further(when) {
                Ok(timetable) => {
                    self.extra.push(timetable.start());
                    occurrences.push(SeriesDate { is_extra: true, ..occurrence(timetable) });
                }
                Err(problem) => self.reader.report(self.map.item("extra", number), problem),
            }
        }
        occurrences
    }

    fn further(&self, when: When) -> Result<Timetable, Problem> {
        let day = when.date();
        let time = match (self.first, when) {
            (Timetable::Timed { .. }, When::Day(_)) | (Timetable::Days(_), When::Day(_)) => None,
            (Timetable::Timed { start, .. }, When::Time(time, _)) => {
                when.at(start.time_zone())?;
                Some(time.time())
            }
            _ => return Err(SeriesProblem::NotLikeSeries { days: true }.into()),
        };
        if day < self.first.days().first {
            return Err(SeriesProblem::ExtraBeforeStart { date: day.to_string() }.into());
        }
        let taken = |start: &Start| start.day() == day;
        let usual =
            matches!(self.first, Timetable::Timed { start, .. } if time == Some(start.time()));
        let excepted = self.except.contains(&day) && time.is_some() && !usual;
        if (self.days.contains(&day) && !excepted) || self.extra.iter().any(taken) {
            let start = match self.first {
                Timetable::Timed { .. } if usual => None,
                Timetable::Timed { .. } => {
                    let at = time.unwrap_or(ANOTHER_TIME).strftime("%H:%M");
                    Some(format!("{day}T{at}"))
                }
                _ => None,
            };
            return Err(SeriesProblem::ExtraInSeries { date: day.to_string(), start }.into());
        }
        on(self.first, day, time)
    }

    /// The rule as calendars write it.
    pub(super) fn recurrence(self) -> Option<Recurrence> {
        let start = |day: &Date| start_on(self.first, *day, None).ok();
        let last = self.days.last().and_then(start)?;
        let except = self.except.iter().filter_map(start).collect();
        Some(Recurrence { rule: self.rule, last, except })
    }
}

fn occurrence(timetable: Timetable) -> SeriesDate {
    SeriesDate { regular: timetable.start(), is_extra: false, timetable, change: None }
}

/// A day that is none of a series, and the nearest that are.
pub(super) fn not_in_series(day: Date, days: &[Date]) -> Problem {
    let before = days.iter().filter(|other| **other < day).max();
    let after = days.iter().filter(|other| **other > day).min();
    let nearest = before.into_iter().chain(after).map(Date::to_string).collect();
    SeriesProblem::NotInSeries { date: day.to_string(), nearest }.into()
}

/// When the date of a series on a day begins, at its usual time or another. A time that the
/// clock skips or shows twice is refused, exception or not: some calendars count such a date, and
/// some do not find the exception.
fn start_on(first: &Timetable, day: Date, time: Option<Time>) -> Result<Start, Problem> {
    let Timetable::Timed { start, .. } = first else { return Ok(Start::Day(day)) };
    let local = day.to_datetime(time.unwrap_or(start.time()));
    let ambiguous = start.time_zone().to_ambiguous_zoned(local);
    let change = match ambiguous.offset() {
        AmbiguousOffset::Fold { .. } => ClockChange::Twice,
        _ => ClockChange::Skipped,
    };
    ambiguous.unambiguous().map(Start::Time).map_err(|_| clock_change(first, local, change))
}

/// The date of a series on a day: as long as the first by the clock, and by the stopwatch too.
fn on(first: &Timetable, day: Date, time: Option<Time>) -> Result<Timetable, Problem> {
    match (first, start_on(first, day, time)?) {
        (Timetable::Timed { start: model, end }, Start::Time(start)) => {
            let changed = || clock_change(first, start.datetime(), ClockChange::During);
            let plain = |local: DateTime| {
                let ambiguous = model.time_zone().to_ambiguous_zoned(local);
                ambiguous.unambiguous().map_err(|_| changed())
            };
            plain(start.datetime())?;
            let end = match end {
                Some(end) => {
                    let lasts = end.datetime().duration_since(model.datetime());
                    let end = start.datetime().checked_add(lasts).map_err(|_| changed())?;
                    let end = plain(end)?;
                    if end.duration_since(&start) != lasts {
                        return Err(changed());
                    }
                    Some(end)
                }
                None => None,
            };
            Ok(Timetable::Timed { start, end })
        }
        (_, start) => {
            let days = first.days();
            let length: Span = days.last - days.first;
            let first = start.day();
            Ok(Timetable::Days(Days { first, last: first.checked_add(length).unwrap_or(first) }))
        }
    }
}

fn clock_change(first: &Timetable, local: DateTime, change: ClockChange) -> Problem {
    let zone = match first {
        Timetable::Timed { start, .. } => start.time_zone(),
        _ => &TimeZone::UTC,
    };
    SeriesProblem::SeriesAtClockChange {
        value: local.strftime("%Y-%m-%dT%H:%M").to_string(),
        date: local.date().to_string(),
        zone: zone.iana_name().unwrap_or("UTC").to_owned(),
        change,
    }
    .into()
}
