//! What is called off or has moved must say when that became known: SEQUENCE and DTSTAMP come
//! from there, and a calendar that has the event already ignores a change without them
//! (RFC 5545 3.8.7.4).

use jiff::Timestamp;

use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::shared::Publication;
use crate::place::{KeyPath, Part, Path, SourcePath};
use crate::problem::TimeProblem;
use crate::values::{DelegationStatus, EventStatus};

/// A status and where it is said.
struct Said<'r> {
    file: &'r SourcePath,
    publication: &'r Publication,
    status: &'static str,
    at: KeyPath,
}

/// Looks for changes of status that no update tells.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let status = || Path::Top.key("status").to_key_path();
    let events = records.events.iter().filter_map(|event| {
        let (status, at) = match event.status {
            EventStatus::Planned | EventStatus::Confirmed => {
                let mut dates = event.repeat.iter().flat_map(|repeat| &repeat.occurrences);
                dates.find(|date| date.is_cancelled())?;
                let changes = Path::Top.key("repeat");
                (EventStatus::Cancelled, changes.key("changes").to_key_path())
            }
            other => (other, status()),
        };
        Some(Said { file: &event.file, publication: &event.publication, status: status.word(), at })
    });
    let visits = records.delegations.iter().filter_map(|visit| match visit.status {
        DelegationStatus::Planned | DelegationStatus::Confirmed => None,
        other => Some(Said {
            file: &visit.file,
            publication: &visit.publication,
            status: other.word(),
            at: status(),
        }),
    });
    let at = now.to_zoned(records.config.timezone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
    let untold = events.chain(visits).filter(|said| !said.publication.has_updates);
    let diagnostic = |said: Said<'_>| {
        let problem = TimeProblem::StatusWithoutUpdate { status: said.status, at: at.clone() };
        Diagnostic::new(said.file, Part::Value(said.at), problem)
    };
    untold.map(diagnostic).collect()
}
