//! What is called off or has moved must say when that became known: SEQUENCE and DTSTAMP come
//! from there, and a calendar that has the event already ignores a change without them
//! (RFC 5545 3.8.7.4).

use jiff::Timestamp;

use crate::content::Records;
use crate::content::shared::Publication;
use crate::content::values::{DelegationStatus, EventStatus};
use crate::content::yaml::Path;
use crate::diagnostic::{Diagnostic, Part};
use crate::problem::Problem;
use crate::source::SourcePath;

/// Looks for changes of status that no update tells.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let events = records.events.iter().filter_map(|event| match event.status {
        EventStatus::Planned | EventStatus::Confirmed => None,
        status => Some((&event.file, &event.publication, status.word())),
    });
    let visits = records.delegations.iter().filter_map(|visit| match visit.status {
        DelegationStatus::Planned | DelegationStatus::Confirmed => None,
        status => Some((&visit.file, &visit.publication, status.word())),
    });
    let at = now.to_zoned(records.config.timezone.clone()).strftime("%Y-%m-%dT%H:%M").to_string();
    let untold =
        |(_, publication, _): &(&SourcePath, &Publication, &'static str)| !publication.has_updates;
    let diagnostic = |(file, _, status): (&SourcePath, &Publication, &'static str)| {
        let problem = Problem::StatusWithoutUpdate { status, at: at.clone() };
        Diagnostic::new(file, Part::Value(Path::Top.key("status").to_key_path()), problem)
    };
    events.chain(visits).filter(untold).map(diagnostic).collect()
}
