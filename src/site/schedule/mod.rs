//! Schedules that are hardly meant: each fact is in order, but together they are not. All of it is
//! a warning, because one in a hundred is meant, and then a comment says so.

mod access;
mod clocks;
mod dated_ahead;
mod event;
mod item;
mod series;
mod twins;
mod visit;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::diagnostic::Diagnostic;
use crate::model::{ContentKind, Records};
use crate::place::{KeyPath, SourcePath, Spot, Step};
use crate::problem::ScheduleWarning;

/// The first year that something here can have.
const FIRST_YEAR: i16 = 1990;

/// How many years something is planned ahead.
const YEARS_AHEAD: i16 = 10;

/// Days from the first to the last after which an end was probably mistyped.
const MANY_DAYS: i32 = 60;

/// Looks for schedules that are hardly meant. Call it while hidden items are still among the
/// records.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let today = now.to_zoned(records.config.timezone.clone()).date();
    let mut found = dated_ahead::check(records, now);
    for event in &records.events {
        found.extend(event::check(event, today));
        found.extend(access::check(event, now));
        found.extend(visit::outside(event, records));
        found.extend(clocks::check(event, records));
    }
    found.extend(records.delegations.iter().flat_map(|visit| visit::check(visit, records, today)));
    for release in &records.releases {
        let (file, publication) = (&release.file, &release.publication);
        found.extend(item::embargo_year(file, publication, today));
        found.extend(item::published_year(file, ContentKind::Release, publication, today));
    }
    found.extend(single_days(records, today));
    found.extend(twins::check(records));
    found
}

/// Days of what has no date of its own.
fn single_days(records: &Records, today: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for page in &records.pages {
        let reviewed = || path(&["reviewed"]);
        found.extend(
            page.reviewed.and_then(|day| item::past_year(&page.file, reviewed(), day, today)),
        );
    }
    if let Some(statement) = &records.statement {
        let days = [("created", statement.created), ("reviewed", statement.reviewed)];
        found.extend(
            days.into_iter().filter_map(|(key, day)| {
                item::past_year(&statement.file, path(&[key]), day?, today)
            }),
        );
    }
    let contacts = &records.contacts;
    found.extend(contacts.entries.iter().filter_map(|(key, contact)| {
        item::past_year(&contacts.file, path(&[key, "until"]), contact.until?, today)
    }));
    found
}

/// Whether a day has a year that something here can have.
fn is_plausible(day: Date, today: Date) -> bool {
    (FIRST_YEAR..=today.year().saturating_add(YEARS_AHEAD)).contains(&day.year())
}

/// A warning at the value of a key, and of keys in it.
fn at(file: &SourcePath, path: KeyPath, problem: ScheduleWarning) -> Diagnostic {
    Diagnostic::new(file, Spot::Value(path), problem)
}

/// The path of keys, one in the other.
pub(super) fn path(keys: &[&str]) -> KeyPath {
    keys.iter().map(|key| Step::Key((*key).to_owned())).collect()
}

/// The path of a key of a single date that differs in a series.
fn change_path(number: usize, key: &str) -> KeyPath {
    [path(&["repeat"]), item_path("changes", number, Some(key))].concat()
}

/// The path of an item of a list, and of a key in it.
fn item_path(list: &str, index: usize, key: Option<&str>) -> KeyPath {
    let mut path = vec![Step::Key(list.to_owned()), Step::Item(index)];
    path.extend(key.map(|key| Step::Key(key.to_owned())));
    path
}
