//! What holds for events and visits alike.

use jiff::civil::Date;
use jiff::tz::{TimeZone, offset};

use super::{FIRST_YEAR, MANY_DAYS, at, is_plausible, item_path, path};
use crate::diagnostic::Diagnostic;
use crate::icalendar::Start;
use crate::model::ContentKind;
use crate::model::shared::Publication;
use crate::place::{KeyPath, SourcePath};
use crate::problem::ScheduleWarning;
use crate::values::{Days, Timetable, When};

/// A day whose year is hardly meant.
pub fn year(file: &SourcePath, path: KeyPath, day: Date, today: Date) -> Option<Diagnostic> {
    let problem = ScheduleWarning::FarYear { year: day.year(), now: today.year() };
    (!is_plausible(day, today)).then(|| at(file, path, problem))
}

/// An embargo that ends in a year that is hardly meant.
pub fn embargo_year(
    file: &SourcePath,
    publication: &Publication,
    today: Date,
) -> Option<Diagnostic> {
    let day = publication.embargo?.to_zoned(TimeZone::UTC).date();
    year(file, path(&["embargo"]), day, today)
}

/// A date of publication that lies before everything here; one that lies ahead is told otherwise.
pub fn published_year(
    file: &SourcePath,
    kind: ContentKind,
    publication: &Publication,
    today: Date,
) -> Option<Diagnostic> {
    // Nowhere is it a later day.
    let day = publication.published.to_zoned(TimeZone::fixed(offset(14))).date();
    past_year(file, path(&[kind.date_key()]), day, today)
}

/// A day on which something was looked at, agreed to or made, in a year that is hardly meant.
pub fn past_year(file: &SourcePath, path: KeyPath, day: Date, today: Date) -> Option<Diagnostic> {
    (day.year() < FIRST_YEAR).then(|| year(file, path, day, today))?
}

/// A period longer than a season, which its year probably explains.
pub fn long_window(file: &SourcePath, path: KeyPath, days: Days) -> Option<Diagnostic> {
    const LONGEST: i32 = 300;
    let written = |last: Date| format!("{}/{last}", days.first);
    (length(days) > LONGEST).then(|| long(file, path, days, &written))?
}

/// An end long after the beginning, which its year probably explains; how an end is written there.
pub fn long(
    file: &SourcePath,
    path: KeyPath,
    days: Days,
    written: &dyn Fn(Date) -> String,
) -> Option<Diagnostic> {
    let length = length(days);
    let suggestion = [days.first.year(), days.first.year().saturating_add(1)]
        .into_iter()
        .filter_map(|year| days.last.with().year(year).build().ok())
        .find(|last| (0..=MANY_DAYS).contains(&self::length(Days { last: *last, ..days })))
        .map(written);
    let problem = ScheduleWarning::LongAfterStart { days: length, suggestion };
    (length > MANY_DAYS).then(|| at(file, path, problem))
}

/// How the end of a date is written on another day: with its hour, if it has one.
pub fn end_of(date: &Timetable) -> impl Fn(Date) -> String + use<> {
    let hour = match date {
        Timetable::Timed { end: Some(end), .. } => end.strftime("T%H:%M").to_string(),
        _ => String::new(),
    };
    move |day| format!("{day}{hour}")
}

/// Days from the first to the last.
fn length(days: Days) -> i32 {
    days.first.until(days.last).map_or(i32::MAX, |span| span.get_days())
}

/// The last date that something was moved from, which it still has.
pub fn moved_to_itself(
    file: &SourcePath,
    publication: &Publication,
    start: &Start,
    zone: &TimeZone,
) -> Option<Diagnostic> {
    let moved = publication.updates.iter().rev();
    let (update, previous) =
        moved.filter_map(|update| Some((update, update.previous_start?))).next()?;
    let is_same = match (previous, start) {
        (When::Day(day), Start::Day(start)) => day == *start,
        (When::Time(..), Start::Time(start)) => previous.at(zone).is_ok_and(|at| at == *start),
        _ => false,
    };
    let place = item_path("updates", update.number, Some("previous_start"));
    is_same.then(|| at(file, place, ScheduleWarning::MovedToItself))
}

/// Dates that something was moved from in years that are hardly meant.
pub fn previous_years(
    file: &SourcePath,
    publication: &Publication,
    today: Date,
) -> Vec<Diagnostic> {
    let moved = publication.updates.iter();
    let far = moved.filter_map(|update| {
        let place = item_path("updates", update.number, Some("previous_start"));
        year(file, place, update.previous_start?.date(), today)
    });
    far.collect()
}
