//! What carries a date that has not come yet stays hidden until then. Whoever meant that writes an
//! embargo; whoever did not mistyped the date, and would wait for a page that does not come.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::diagnostic::Diagnostic;
use crate::model::shared::Publication;
use crate::model::{ContentKind, Records};
use crate::place::{SourcePath, Spot, Step};
use crate::problem::ScheduleWarning;

/// Looks for dates of publication after now that no embargo goes with. A draft is hidden anyway.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let site = &records.config.timezone;
    let of_site = |kind, file, publication| (kind, file, publication, site);
    let events = records
        .events
        .iter()
        .map(|event| (ContentKind::Event, &event.file, &event.publication, &event.timezone));
    let visits = records.delegations.iter();
    let visits = visits.map(|v| of_site(ContentKind::Delegation, &v.file, &v.publication));
    let releases = records.releases.iter();
    let releases = releases.map(|r| of_site(ContentKind::Release, &r.file, &r.publication));
    let ahead = |(.., publication, _): &(_, _, &Publication, _)| {
        publication.is_dated_ahead(now) && !publication.draft
    };
    let all = events.chain(visits).chain(releases).filter(ahead);
    all.map(|(kind, file, publication, zone)| found(kind, file, publication, zone)).collect()
}

fn found(
    kind: ContentKind,
    file: &SourcePath,
    publication: &Publication,
    zone: &TimeZone,
) -> Diagnostic {
    let key = kind.date_key();
    let at = publication.dated.to_zoned(zone.clone());
    let is_day = at.start_of_day().is_ok_and(|start| start == at);
    let written = |day: &str, time: &str| at.strftime(if is_day { day } else { time }).to_string();
    let problem = ScheduleWarning::DatedAhead {
        key,
        day: written("%Y-%m-%d", "%Y-%m-%d %H:%M"),
        embargo: written("%Y-%m-%d", "%Y-%m-%dT%H:%M"),
        is_earlier: publication.embargo.is_some(),
    };
    Diagnostic::new(file, Spot::Value(vec![Step::Key(key.to_owned())]), problem)
}
