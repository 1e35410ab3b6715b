//! The dates of one event.

use jiff::civil::{Date, Time, time};

use super::{at, item, path, series};
use crate::diagnostic::Diagnostic;
use crate::model::ContentKind;
use crate::model::event::{Deadline, EventRecord};
use crate::problem::ScheduleWarning;
use crate::values::{Timetable, When};

/// From this minute on a deadline means the end of its day.
const LAST_MINUTE: Time = time(23, 59, 0, 0);

/// Looks at the dates of an event.
pub fn check(event: &EventRecord, today: Date) -> Vec<Diagnostic> {
    let (file, publication) = (&event.file, &event.publication);
    let mut found = Vec::new();
    found.extend(own_dates(event, today));
    found.extend(series::check(event, today));
    found.extend(registration(event, today));
    let start = event.timetable.start();
    found.extend(item::moved_to_itself(file, publication, &start, &event.timezone));
    found.extend(item::previous_years(file, publication, today));
    found.extend(item::embargo_year(file, publication, today));
    found.extend(item::published_year(file, ContentKind::Event, publication, today));
    found
}

/// The year of the beginning; when that is in order, how long it lasts.
fn own_dates(event: &EventRecord, today: Date) -> Option<Diagnostic> {
    let days = event.timetable.days();
    if let Timetable::Within(range) = event.timetable {
        let mut far = [range.first, range.last].into_iter();
        let far = far.find_map(|day| item::year(&event.file, path(&["within"]), day, today));
        // The days of a draft may be a gap: then any day of a year is possible.
        let long = || item::long_window(&event.file, path(&["within"]), range);
        return far.or_else(|| (!event.publication.draft).then(long)?);
    }
    item::year(&event.file, path(&["start"]), days.first, today)
        .or_else(|| series::overlap(event))
        .or_else(|| item::long(&event.file, path(&["end"]), days, &item::end_of(&event.timetable)))
}

/// When registration opens and ends.
fn registration(event: &EventRecord, today: Date) -> Vec<Diagnostic> {
    let Some(registration) = &event.registration else { return Vec::new() };
    let file = &event.file;
    let late = registration.deadline.as_ref().and_then(|deadline| after_the_end(event, deadline));
    let opens = registration.opens.as_ref().and_then(|opens| {
        let place = || path(&["registration", "opens"]);
        let day = opens.date();
        let last = event.days().last;
        let problem =
            ScheduleWarning::OpensAfterEnd { opens: day.to_string(), end: last.to_string() };
        let is_late = day > last && !event.status.is_called_off();
        item::year(file, place(), day, today)
            .or_else(|| is_late.then(|| at(file, place(), problem)))
    });
    let deadline = registration.deadline.as_ref().filter(|_| late.is_none());
    let deadline = deadline.and_then(|deadline| {
        let day = deadline.written.date();
        item::year(file, path(&["registration", "deadline"]), day, today)
    });
    [late, opens, deadline].into_iter().flatten().collect()
}

/// A deadline when everything is over. One on the last day is in order, unless its hour comes
/// after the end; a minute before midnight means the day.
fn after_the_end(event: &EventRecord, deadline: &Deadline) -> Option<Diagnostic> {
    let last_day = event.days().last;
    let day = deadline.written.date();
    let is_late_that_day = match deadline.written {
        When::Time(written, _) if day == last_day && written.time() < LAST_MINUTE => {
            let ends = event.dates().filter_map(|date| match date {
                Timetable::Timed { end, .. } => end.as_ref(),
                _ => None,
            });
            ends.max_by_key(|end| end.timestamp()).is_some_and(|end| *end < deadline.over)
        }
        _ => false,
    };
    let problem = ScheduleWarning::DeadlineAfterEnd {
        deadline: deadline.written_text(),
        end: last_day.to_string(),
    };
    let is_late = (day > last_day || is_late_that_day) && !event.status.is_called_off();
    is_late.then(|| at(&event.file, path(&["registration", "deadline"]), problem))
}
