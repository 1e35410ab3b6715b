//! A visit and its events: they lie within it, and are called off with it.

use jiff::civil::Date;

use super::{at, item, item_path, path};
use crate::diagnostic::Diagnostic;
use crate::icalendar::Start;
use crate::model::delegation::{DelegationRecord, VisitDates};
use crate::model::event::EventRecord;
use crate::model::{ContentKind, Records};
use crate::problem::ScheduleWarning;
use crate::values::{Days, DelegationStatus, EventStatus};

/// Looks at the dates of a visit, and whether its events know that it is cancelled.
pub fn check(visit: &DelegationRecord, records: &Records, today: Date) -> Vec<Diagnostic> {
    let (file, publication) = (&visit.file, &visit.publication);
    let days = visit.dates.days();
    let mut found = Vec::new();
    found.extend(item::year(file, path(&["start"]), days.first, today).or_else(|| {
        let end = visit.is_fixed().then_some(days)?;
        item::long(file, path(&["end"]), end, &|day| day.to_string())
    }));
    if let VisitDates::Fixed(days) = visit.dates {
        let start = Start::Day(days.first);
        let zone = &records.config.timezone;
        found.extend(item::moved_to_itself(file, publication, &start, zone));
    }
    found.extend(item::previous_years(file, publication, today));
    found.extend(item::embargo_year(file, publication, today));
    found.extend(item::published_year(file, ContentKind::Delegation, publication, today));
    found.extend(called_off_alone(visit, records));
    found
}

/// A cancelled visit whose events are still to take place. An event that other delegations come
/// to as well takes place without this one.
fn called_off_alone(visit: &DelegationRecord, records: &Records) -> Option<Diagnostic> {
    if visit.status != DelegationStatus::Cancelled || visit.publication.draft {
        return None;
    }
    let goes_on = |event: &EventRecord| {
        matches!(event.status, EventStatus::Planned | EventStatus::Confirmed)
            && !event.publication.draft
    };
    let is_only = |event: &EventRecord| {
        let others = visits_of(event, records).map(|(_, other)| other);
        event.delegations.iter().any(|id| id.0 == visit.id)
            && others.into_iter().all(|other| other.status == DelegationStatus::Cancelled)
    };
    let events = records.events.iter().filter(|event| goes_on(event) && is_only(event));
    let events: Vec<String> = events.map(|event| event.file.to_string()).collect();
    let problem = ScheduleWarning::EventsOfCancelledVisit { events: events.clone() };
    (!events.is_empty()).then(|| at(&visit.file, path(&["status"]), problem))
}

/// An event on days on which none of its delegations is here.
pub fn outside(event: &EventRecord, records: &Records) -> Option<Diagnostic> {
    if event.status.is_called_off() || event.publication.draft {
        return None;
    }
    let touches = |a: Days, b: Days| a.first <= b.last && b.first <= a.last;
    let is_in = |visit: &DelegationRecord| {
        event.dates().any(|date| touches(date.days(), visit.dates.days()))
    };
    let visits: Vec<(usize, &DelegationRecord)> = visits_of(event, records).collect();
    // A delegation whose file could not be read may be here on that day.
    if visits.len() < event.delegations.len() || visits.iter().any(|(_, visit)| is_in(visit)) {
        return None;
    }
    let (number, visit) = visits.first()?;
    let Days { first, last } = visit.dates.days();
    let problem = ScheduleWarning::OutsideOfVisit {
        visit: visit.id.clone(),
        first: first.to_string(),
        last: last.to_string(),
    };
    Some(at(&event.file, item_path("delegations", *number, None), problem))
}

/// The delegations of an event, with their places in its list.
fn visits_of<'r>(
    event: &'r EventRecord,
    records: &'r Records,
) -> impl Iterator<Item = (usize, &'r DelegationRecord)> {
    let named = event.delegations.iter().enumerate();
    named.filter_map(|(number, id)| {
        let visit = records.delegations.iter().find(|visit| visit.id == id.0)?;
        Some((number, &**visit))
    })
}
