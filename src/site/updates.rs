//! Updates dated after now: whoever has read such a stamp passes over every change until then
//! (RFC 5545 3.8.7.2 and 3.8.7.3), so no stamp is ever in the future.

use std::sync::Arc;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};

use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::shared::{Publication, Update};
use crate::place::{SourcePath, Spot, Step};
use crate::problem::{Problem, SiteWarning, StampProblem};

/// Ahead of now by so many hours a date is no slip: somebody publishes what is settled already.
const HOURS: i64 = 24;

/// Finds updates of public items that are dated after now.
pub(super) fn check(records: &Records, now: Timestamp) -> Vec<Diagnostic> {
    let site = &records.config.timezone;
    let events = records.events.iter().map(|it| (&it.file, &it.publication, &it.timezone));
    let visits = records.delegations.iter().map(|it| (&it.file, &it.publication, site));
    let releases = records.releases.iter().map(|it| (&it.file, &it.publication, site));
    let all = events.chain(visits).chain(releases);
    let public = all.filter(|(_, publication, _)| is_public(publication, now));
    public.flat_map(|(file, publication, zone)| of(file, publication, zone, now)).collect()
}

/// What is hidden may wait for its day with everything that belongs to it.
fn is_public(publication: &Publication, now: Timestamp) -> bool {
    !publication.is_hidden(now) && publication.published <= now
}

fn of(
    file: &SourcePath,
    publication: &Publication,
    zone: &TimeZone,
    now: Timestamp,
) -> Vec<Diagnostic> {
    let ahead = publication.updates.iter().filter(|update| update.at > now);
    let diagnostic = |update: &Update| {
        let place = ["updates", "at"].map(|key| Step::Key(key.to_owned()));
        let [updates, at] = place;
        let part = Spot::Value(vec![updates, Step::Item(update.number), at]);
        Diagnostic::new(file, part, problem(update, publication, zone, now))
    };
    ahead.map(diagnostic).collect()
}

fn problem(update: &Update, publication: &Publication, zone: &TimeZone, now: Timestamp) -> Problem {
    // As it is typed: a day alone, or with an hour.
    let form = if update.day.is_some() { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M" };
    let text = |at: &Zoned| at.strftime(form).to_string();
    let (at, now) = (update.at.to_zoned(zone.clone()), now.to_zoned(zone.clone()));
    if at.timestamp() <= now.timestamp().saturating_add(HOURS.hours()).unwrap_or(Timestamp::MAX) {
        return SiteWarning::UpdateAhead { at: text(&at) }.into();
    }
    let earlier = years_before(&at, &now);
    let likely = earlier.filter(|likely| likely.timestamp() >= publication.published);
    let full = |at: &Zoned| at.strftime("%Y-%m-%dT%H:%M").to_string();
    let likely = likely.map_or_else(|| full(&now), |likely| text(&likely));
    StampProblem::UpdateInFuture { at: text(&at), now: full(&now), likely }.into()
}

/// The same day and hour in the last year in which it has been.
fn years_before(at: &Zoned, now: &Zoned) -> Option<Zoned> {
    let years = i64::from(at.year()) - i64::from(now.year());
    let earlier = [years, years + 1].map(|years| at.checked_sub(years.years()));
    earlier.into_iter().filter_map(Result::ok).find(|earlier| earlier <= now)
}

/// Takes updates that are dated after now for made now.
pub(super) fn not_after_now(records: &mut Records, now: Timestamp) {
    let is_ahead = |publication: &Publication| publication.updates.iter().any(|it| it.at > now);
    let settle = |publication: &mut Publication| {
        publication.updates.iter_mut().for_each(|update| update.at = update.at.min(now));
    };
    for event in records.events.iter_mut().filter(|event| is_ahead(&event.publication)) {
        settle(&mut Arc::make_mut(event).publication);
    }
    for visit in records.delegations.iter_mut().filter(|visit| is_ahead(&visit.publication)) {
        settle(&mut Arc::make_mut(visit).publication);
    }
    for release in records.releases.iter_mut().filter(|release| is_ahead(&release.publication)) {
        settle(&mut Arc::make_mut(release).publication);
    }
}
