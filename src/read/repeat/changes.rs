//! `changes`: what is different on single dates of a series.

use jiff::Zoned;
use jiff::civil::Date;
use serde::Deserialize;

use super::dates::not_in_series;
use crate::model::repeat::{Change, Occurrence};
use crate::place::Path;
use crate::problem::{SeriesProblem, TimeProblem, YamlProblem};
use crate::read::event::venue_ref;
use crate::read::reader::Reader;
use crate::read::shared::resolve;
use crate::read::venue::VenueFile;
use crate::values::{DateStatus, Days, Timetable, When};
use crate::yaml::typed::{Group, KeyOr, Texts, Written};

/// What is different on one date, as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeFile {
    date: Option<Written<Date>>,
    start: Option<Written<When>>,
    end: Option<Written<When>>,
    status: Option<Written<DateStatus>>,
    venue: Option<KeyOr<VenueFile>>,
    note: Option<Texts>,
}

/// What is different on one date, before anybody knows whether the series has it.
pub(super) struct ReadChange {
    date: Option<Date>,
    start: Option<When>,
    end: Option<When>,
    change: Change,
}

/// Reads what can be understood without the series.
pub(super) fn read(reader: &mut Reader<'_>, typed: &[Group<ChangeFile>]) -> Vec<ReadChange> {
    let repeat = Path::Top.key("repeat");
    let list = repeat.key("changes");
    let mut changes = Vec::new();
    for (number, typed) in typed.iter().enumerate() {
        let at = list.item(number);
        let status = reader.value(at.key("status"), typed.status.as_ref());
        let elsewhere = typed.start.is_some() || typed.end.is_some() || typed.venue.is_some();
        if typed.status.is_some() && elsewhere {
            reader.report(at.key("status"), SeriesProblem::CancelledAndMoved);
        }
        changes.push(ReadChange {
            date: reader.required(at, "date", typed.date.as_ref()),
            start: reader.value(at.key("start"), typed.start.as_ref()),
            end: reader.value(at.key("end"), typed.end.as_ref()),
            change: Change {
                is_cancelled: status == Some(DateStatus::Cancelled),
                venue: venue_ref(reader, at.key("venue"), typed.venue.as_ref()),
                note: reader.texts(at.key("note"), typed.note.as_ref()),
            },
        });
    }
    changes
}

/// Changes the dates of a series.
pub(super) fn apply(
    reader: &mut Reader<'_>,
    changes: Vec<ReadChange>,
    occurrences: &mut [Occurrence],
) {
    let repeat = Path::Top.key("repeat");
    let list = repeat.key("changes");
    let days: Vec<Date> = occurrences.iter().map(|date| date.regular.day()).collect();
    for (number, read) in changes.into_iter().enumerate() {
        let at = list.item(number);
        let Some(day) = read.date else { continue };
        let Some(date) = occurrences.iter_mut().find(|date| date.regular.day() == day) else {
            reader.report(at.key("date"), not_in_series(day, &days));
            continue;
        };
        if date.change.is_some() {
            let key = day.to_string();
            reader.report(at.key("date"), YamlProblem::DuplicateKey { key });
            continue;
        }
        if let Some(timetable) = moved(reader, at, &read, &date.timetable) {
            date.timetable = timetable;
        }
        date.change = Some(read.change);
    }
}

/// When a date is instead, if `start` or `end` says so. Without `end` it lasts as long as
/// the others.
fn moved(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    read: &ReadChange,
    usual: &Timetable,
) -> Option<Timetable> {
    let ReadChange { start, end, .. } = *read;
    for (key, when) in [("start", start), ("end", end)] {
        let days = matches!(usual, Timetable::Days(_));
        if when.is_some_and(|when| matches!(when, When::Day(_)) != days) {
            reader.report(at.key(key), SeriesProblem::NotLikeSeries { days });
            return None;
        }
    }
    if start.is_none() && end.is_none() {
        return None;
    }
    let moved = match usual {
        Timetable::Timed { start: usual_start, end: usual_end } => {
            let zone = usual_start.time_zone();
            let lasts = usual_end.as_ref().map(|end| end.duration_since(usual_start));
            let start = match start {
                Some(start) => resolve(reader, at.key("start"), start, zone)?,
                None => usual_start.clone(),
            };
            let end = match end {
                Some(end) => Some(resolve(reader, at.key("end"), end, zone)?),
                None => lasts.and_then(|lasts| start.checked_add(lasts).ok()),
            };
            Timetable::Timed { start, end }
        }
        _ => {
            let Days { first, last } = usual.days();
            let from = start.map_or(first, When::date);
            let to = end.map(When::date).or_else(|| from.checked_add(last - first).ok());
            Timetable::Days(Days { first: from, last: to.unwrap_or(from) })
        }
    };
    ordered(reader, at, &moved)?;
    Some(moved)
}

fn ordered(reader: &mut Reader<'_>, at: Path<'_>, moved: &Timetable) -> Option<()> {
    let (start, end) = match moved {
        Timetable::Timed { start, end: Some(end) } if end <= start => {
            let text = |at: &Zoned| at.strftime("%Y-%m-%dT%H:%M").to_string();
            (text(start), text(end))
        }
        Timetable::Days(days) if days.last < days.first => {
            (days.first.to_string(), days.last.to_string())
        }
        _ => return Some(()),
    };
    reader.report_key(at.key("end"), TimeProblem::EndBeforeStart { start, end });
    None
}
