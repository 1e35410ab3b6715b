//! The dates of a series: each is in order, but together they are hardly meant.

use jiff::Timestamp;
use jiff::civil::Date;

use super::{at, change_path, is_plausible, item, path};
use crate::diagnostic::Diagnostic;
use crate::icalendar::Start;
use crate::model::event::EventRecord;
use crate::model::repeat::SeriesDate;
use crate::problem::ScheduleWarning;
use crate::values::{Days, Timetable};

/// By how many days a date is moved at most.
const FAR: i32 = 180;

/// Looks at the dates of a series.
pub fn check(event: &EventRecord, today: Date) -> Vec<Diagnostic> {
    let dates = event.repeat.iter().flat_map(|repeat| &repeat.dates);
    let moved = dates.filter_map(|date| moved(event, date, today));
    years_and_lengths(event, today).into_iter().chain(moved).collect()
}

/// The last date of a series, and single dates that last longer than the series says.
fn years_and_lengths(event: &EventRecord, today: Date) -> Option<Diagnostic> {
    let dates = &event.repeat.as_ref()?.dates;
    let all = dates.iter().map(|date| (date.timetable.days(), &date.timetable));
    let usual = event.timetable.days();
    if !is_plausible(usual.first, today) {
        return None;
    }
    let far = all.clone().find(|(days, _)| !is_plausible(days.first, today));
    far.and_then(|(days, _)| item::year(&event.file, path(&["repeat"]), days.first, today)).or_else(
        || {
            let lasts = |days: &Days| days.first.until(days.last).map_or(0, |span| span.get_days());
            let longer = all.filter(|(days, _)| lasts(days) > lasts(&usual));
            let place = || path(&["repeat", "changes"]);
            longer
                .filter_map(|(days, date)| {
                    item::long(&event.file, place(), days, &item::end_of(date))
                })
                .next()
        },
    )
}

/// Dates of the rule that last until the next has begun.
pub fn overlap(event: &EventRecord) -> Option<Diagnostic> {
    let dates = &event.repeat.as_ref()?.dates;
    let mut regular = dates.iter().filter(|date| !date.is_extra && date.change.is_none());
    let first = regular.next()?;
    let (begins, ends) = span(event, &first.timetable);
    let next = regular.find(|date| span(event, &date.timetable).0 > begins)?;
    if ends <= span(event, &next.timetable).0 {
        return None;
    }
    let days = first.timetable.days();
    let end_on = item::end_of(&first.timetable);
    let is_at_night = match &first.timetable {
        Timetable::Timed { start, end: Some(end) } => end.time() <= start.time(),
        _ => false,
    };
    let last = if is_at_night { days.first.tomorrow() } else { Ok(days.first) };
    let problem = ScheduleWarning::DatesOverlap {
        end: end_on(days.last),
        next: next.timetable.days().first.to_string(),
        suggestion: end_on(last.unwrap_or(days.first)),
    };
    Some(at(&event.file, path(&["end"]), problem))
}

/// A date that is moved to where another is, or very far.
fn moved(event: &EventRecord, date: &SeriesDate, today: Date) -> Option<Diagnostic> {
    let change = date.change.as_ref().filter(|change| !change.is_cancelled && date.is_moved())?;
    let place = || change_path(change.number, "start");
    far(event, date, today).map(|problem| at(&event.file, place(), problem)).or_else(|| {
        let (begins, ends) = span(event, &date.timetable);
        let meets = |other: &&SeriesDate| {
            let (other_begins, other_ends) = span(event, &other.timetable);
            let is_at_once = begins == other_begins || begins < other_ends && other_begins < ends;
            other.regular != date.regular && !other.is_cancelled() && is_at_once
        };
        let other = event.repeat.as_ref()?.dates.iter().find(meets)?;
        let problem = ScheduleWarning::MovedOntoDate { other: other.regular.day().to_string() };
        Some(at(&event.file, place(), problem))
    })
}

/// A date that is moved very far, and the day in another year that is meant: never one before the
/// series, or before now for a date that is still to come.
fn far(event: &EventRecord, date: &SeriesDate, today: Date) -> Option<ScheduleWarning> {
    let regular = date.regular.day();
    let length = |day: Date| regular.until(day).map_or(i32::MAX, |span| span.get_days()).abs();
    let start = date.timetable.start();
    let days = length(start.day());
    let hour = match &start {
        Start::Time(start) => start.strftime("T%H:%M").to_string(),
        Start::Day(_) => String::new(),
    };
    let years = [0, -1, 1].map(|more| regular.year().saturating_add(more));
    let in_year = |year| start.day().with().year(year).build().ok();
    let begin = event.timetable.days().first;
    let is_possible = |day: &Date| *day >= begin && (*day >= today || regular < today);
    let possible = years.into_iter().filter_map(in_year).filter(is_possible);
    let nearest = possible.min_by_key(|day| length(*day));
    let suggestion = nearest.filter(|day| length(*day) <= FAR).map(|day| format!("{day}{hour}"));
    let date = regular.to_string();
    (days > FAR).then_some(ScheduleWarning::MovedFar { date, days, suggestion })
}

/// The instants at which a date begins and is over; one without an end is over as it begins.
fn span(event: &EventRecord, timetable: &Timetable) -> (Timestamp, Timestamp) {
    let begins = timetable.starts(&event.timezone);
    (begins, timetable.over(&event.timezone).unwrap_or(begins))
}
