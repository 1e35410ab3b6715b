//! What the law wants of a site as a whole: pages that are there, an accessibility statement that
//! was reviewed lately and whose days can be, a `security.txt` that still holds.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::schedule::path;
use crate::diagnostic::Diagnostic;
use crate::model::config::GERMAN_DUTIES;
use crate::model::{ContentKind, Records};
use crate::place::{KeyPath, Spot, Step};
use crate::problem::{DutyProblem, SiteWarning};
use crate::values::PageType;

/// After so many months there is a reminder of the review that is due every year, which leaves one
/// for the work.
const MONTHS: i32 = 11;

/// Checks everything.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let mut found = required_pages(records);
    let today = now.to_zoned(records.config.timezone.clone()).date();
    found.extend(statement(records, today));
    found.extend(days_of_statement(records, today));
    found.extend(security(records, today));
    found
}

/// Pages that are required and not there. Those that site.yaml itself requires must be; the German
/// duties, which hold where it says nothing, only warn: sites without them were built before.
fn required_pages(records: &Records) -> Vec<Diagnostic> {
    let config = &records.config;
    // One that could not be read may be it.
    if records.broken.ids(ContentKind::Page).next().is_some() || !config.is_complete {
        return Vec::new();
    }
    let is_there =
        |kind: PageType| records.pages.iter().any(|page| page.kind == kind && !page.draft);
    let Some(required) = &config.required_pages else {
        let missing = GERMAN_DUTIES.into_iter().filter(|kind| !is_there(*kind));
        let warning = |kind: PageType| SiteWarning::RequiredPageMissing { page_type: kind.word() };
        return missing.map(|kind| Diagnostic::whole(&config.file, warning(kind))).collect();
    };
    let missing = required.iter().filter(|(kind, _)| !is_there(*kind));
    let error = |(kind, because): &(PageType, String)| {
        let page_type = kind.word().to_owned();
        let spot = Spot::Key(path(&["required_pages", &page_type]));
        let problem = DutyProblem::PageMissing { page_type, because: because.clone() };
        Diagnostic::new(&config.file, spot, problem)
    };
    missing.map(error).collect()
}

fn statement(records: &Records, today: Date) -> Option<Diagnostic> {
    let statement = records.statement.as_ref()?;
    let day = statement.day()?;
    let due = day.checked_add(MONTHS.months()).ok()?;
    let spot = Spot::Value(statement.dated_at.clone());
    let old = || Diagnostic::new(&statement.file, spot, DutyProblem::StatementOld { day });
    (due < today).then(old)
}

/// Days of the statement that cannot be, and promises of it that time has passed by.
fn days_of_statement(records: &Records, today: Date) -> Vec<Diagnostic> {
    let Some(statement) = &records.statement else { return Vec::new() };
    let told = |at: KeyPath, problem: DutyProblem| {
        Diagnostic::new(&statement.file, Spot::Value(at), problem)
    };
    let (created, reviewed) = (statement.created, statement.reviewed);
    let days = [("created", created), ("reviewed", reviewed)];
    let days = days.into_iter().filter_map(|(key, day)| Some((key, day?)));
    let ahead = days.filter(|(_, day)| *day > today);
    let mut found: Vec<Diagnostic> =
        ahead.map(|(key, day)| told(path(&[key]), DutyProblem::StatementAhead { day })).collect();
    if let Some(created) = created.filter(|created| reviewed.is_some_and(|day| day < *created)) {
        found.push(told(path(&["reviewed"]), DutyProblem::StatementReviewedBefore { created }));
    }
    for (number, barrier) in statement.barriers.iter().enumerate() {
        let Some(day) = barrier.planned.filter(|day| *day < today) else { continue };
        let mut at = path(&["barriers"]);
        at.extend([Step::Item(number), Step::Key("planned".to_owned())]);
        found.push(told(at, DutyProblem::BarrierOverdue { day }));
    }
    found
}

fn security(records: &Records, today: Date) -> Option<Diagnostic> {
    let day = records.config.security.as_ref()?.expires;
    let spot = Spot::Value(path(&["security", "expires"]));
    let expired =
        || Diagnostic::new(&records.config.file, spot, DutyProblem::SecurityExpired { day });
    (day < today).then(expired)
}
