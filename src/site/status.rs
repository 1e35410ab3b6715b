//! What is called off or has moved must say when that became known: SEQUENCE and DTSTAMP come
//! from there, and a calendar that has the event already ignores a change without them
//! (RFC 5545 3.8.7.4).

use jiff::Timestamp;

use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::shared::Publication;
use crate::place::{KeyPath, SourcePath, Spot, Step};
use crate::problem::TimeProblem;
use crate::values::{DelegationStatus, EventStatus};

/// A status that is not as planned, and where it stands.
struct ChangedStatus<'r> {
    file: &'r SourcePath,
    publication: &'r Publication,
    status: &'static str,
    at: KeyPath,
}

/// Looks for changes of status that no update goes with.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let path = |keys: &[&str]| keys.iter().map(|key| Step::Key((*key).to_owned())).collect();
    let events = records.events.iter().filter_map(|event| {
        let (status, at) = match event.status {
            EventStatus::Planned | EventStatus::Confirmed => {
                let mut dates = event.repeat.iter().flat_map(|repeat| &repeat.dates);
                dates.find(|date| date.is_cancelled())?;
                (EventStatus::Cancelled, path(&["repeat", "changes"]))
            }
            other => (other, path(&["status"])),
        };
        Some(ChangedStatus {
            file: &event.file,
            publication: &event.publication,
            status: status.word(),
            at,
        })
    });
    let visits = records.delegations.iter().filter_map(|visit| match visit.status {
        DelegationStatus::Planned | DelegationStatus::Confirmed => None,
        other => Some(ChangedStatus {
            file: &visit.file,
            publication: &visit.publication,
            status: other.word(),
            at: path(&["status"]),
        }),
    });
    let at = now.to_zoned(records.config.timezone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
    let without_update = events.chain(visits).filter(|changed| !changed.publication.has_updates);
    let diagnostic = |changed: ChangedStatus<'_>| {
        let problem = TimeProblem::StatusWithoutUpdate { status: changed.status, at: at.clone() };
        Diagnostic::new(changed.file, Spot::Value(changed.at), problem)
    };
    without_update.map(diagnostic).collect()
}
