//! When something is: as text, and as machines read it in `<time datetime>`.

use serde::Serialize;

use crate::dates::{Dates, machine_dates, machine_times};
use crate::site::{Delegation, Event, Site};
use crate::values::Timetable;

/// A time as people and machines read it.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// For `<time datetime>`.
    pub datetime: String,
    /// For readers.
    pub text: String,
}

/// The date of an event, of a series the next one.
pub fn event_time(site: &Site, event: &Event) -> TimeView {
    date_time(site, event, event.date_at(site.now))
}

/// One date of an event.
pub fn date_time(site: &Site, event: &Event, date: &Timetable) -> TimeView {
    let dates = Dates(&site.strings);
    let text = dates.event(date, !site.is_upcoming(event));
    let text = match date {
        Timetable::Timed { .. } => dates.in_zone(text, &event.timezone, site.zone()),
        _ => text,
    };
    TimeView { datetime: machine_times(date).0, text }
}

/// The date of a visit.
pub fn visit_time(site: &Site, visit: &Delegation) -> TimeView {
    TimeView { datetime: machine_dates(visit.dates), text: Dates(&site.strings).visit(visit.dates) }
}
