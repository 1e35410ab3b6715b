//! Two events with the same title, time and place: a file that was copied, and then not changed
//! or not deleted. Visitors see both.

use std::collections::HashMap;

use jiff::Timestamp;

use super::{at, path};
use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::event::EventRecord;
use crate::model::repeat::SeriesDate;
use crate::model::venue::VenueRef;
use crate::place::SourcePath;
use crate::problem::ScheduleWarning;
use crate::values::Timetable;

/// What two events have in common that are one.
#[derive(PartialEq, Eq, Hash)]
struct Date {
    title: String,
    start: Timestamp,
    place: String,
}

/// Looks for events that are there twice, at the later of both files. What is called off, drafts
/// and events without a place are nobody's double.
pub fn check(records: &Records) -> Vec<Diagnostic> {
    let mut known: HashMap<Date, &SourcePath> = HashMap::new();
    let mut found = Vec::new();
    let events = records.events.iter();
    for event in events.filter(|event| !event.status.is_called_off() && !event.publication.draft) {
        let mut other = None;
        for date in dates(event, records) {
            let first = known.entry(date).or_insert(&event.file);
            if **first != event.file {
                other.get_or_insert(first.to_string());
            }
        }
        let problem = other.map(|other| ScheduleWarning::SameEvent { other });
        found.extend(problem.map(|problem| at(&event.file, path(&["title"]), problem)));
    }
    found
}

/// Every date of an event that takes place.
fn dates(event: &EventRecord, records: &Records) -> Vec<Date> {
    let title = event.title.default.trim().to_lowercase();
    let date = |timetable: &Timetable, venue: Option<&VenueRef>| {
        let place = place(event, venue, records)?;
        Some(Date { title: title.clone(), start: timetable.starts(&event.timezone), place })
    };
    let usual = event.venue.as_ref();
    match &event.repeat {
        None => date(&event.timetable, usual).into_iter().collect(),
        Some(repeat) => {
            let elsewhere = |found: &'_ SeriesDate| found.change.clone().and_then(|it| it.venue);
            let taking_place = repeat.dates.iter().filter(|date| !date.is_cancelled());
            let of =
                |found: &SeriesDate| date(&found.timetable, elsewhere(found).as_ref().or(usual));
            taking_place.filter_map(of).collect()
        }
    }
}

/// Where it is, in words that are the same for the same place. `None` when nobody said where.
fn place(event: &EventRecord, venue: Option<&VenueRef>, records: &Records) -> Option<String> {
    let venue = match venue {
        Some(VenueRef::Key(key)) => records.venues.get(&key.0),
        Some(VenueRef::Inline(venue)) => Some(&**venue),
        None => None,
    };
    let text = |text: Option<&crate::language::Translated<String>>| {
        text.map(|text| text.default.to_lowercase()).unwrap_or_default()
    };
    match (venue, &event.online) {
        (Some(venue), _) => {
            let parts = [Some(&venue.name), venue.room.as_ref(), venue.city.as_ref()];
            Some(parts.map(text).join("\n"))
        }
        (None, Some(link)) => Some(link.url.0.clone()),
        (None, None) => None,
    }
}
