//! `changes`: what is different on single dates of a series.

use jiff::Zoned;
use jiff::civil::Date;

use super::dates::not_in_series;
use crate::model::repeat::{DateChange, SeriesDate};
use crate::problem::{SeriesProblem, TimeProblem, YamlProblem};
use crate::read::reader::Reader;
use crate::read::venue::venue_ref;
use crate::values::{DateStatus, Days, Timetable, When};
use crate::yaml::typed::Map;

/// What is different on one date, before anybody knows whether the series has it.
pub(super) struct ReadChange<'m> {
    map: &'m Map,
    date: Option<Date>,
    start: Option<When>,
    end: Option<When>,
    change: DateChange,
}

/// Reads what can be understood without the series.
pub(super) fn read<'m>(reader: &mut Reader<'_>, repeat: &'m Map) -> Vec<ReadChange<'m>> {
    let mut read = |(number, map): (usize, &'m Map)| {
        let status = reader.value(map, "status");
        let elsewhere = ["start", "end", "venue"].into_iter().any(|key| map.has(key));
        if map.has("status") && elsewhere {
            reader.report(map.at("status"), SeriesProblem::CancelledAndMoved.into());
        }
        ReadChange {
            map,
            date: reader.required(map, "date"),
            start: reader.value(map, "start"),
            end: reader.value(map, "end"),
            change: DateChange {
                number,
                is_cancelled: status == Some(DateStatus::Cancelled),
                venue: venue_ref(reader, map),
                note: reader.texts(map, "note"),
            },
        }
    };
    repeat.maps("changes").enumerate().map(&mut read).collect()
}

/// Changes the dates of a series.
pub(super) fn apply(
    reader: &mut Reader<'_>,
    changes: Vec<ReadChange<'_>>,
    dates: &mut [SeriesDate],
) {
    let days: Vec<Date> = dates.iter().map(|date| date.regular.day()).collect();
    for read in changes {
        let map = read.map;
        let Some(day) = read.date else { continue };
        let Some(date) = dates.iter_mut().find(|date| date.regular.day() == day) else {
            reader.report(map.at("date"), not_in_series(day, &days));
            continue;
        };
        if date.change.is_some() {
            let key = day.to_string();
            reader.report(map.at("date"), YamlProblem::DuplicateKey { key }.into());
            continue;
        }
        if let Some(timetable) = moved(reader, &read, &date.timetable) {
            date.timetable = timetable;
        }
        date.change = Some(read.change);
    }
}

/// When a date is instead, if `start` or `end` says so. Without `end` it lasts as long as
/// the others.
fn moved(reader: &mut Reader<'_>, read: &ReadChange<'_>, usual: &Timetable) -> Option<Timetable> {
    let ReadChange { map, start, end, .. } = *read;
    for (key, when) in [("start", start), ("end", end)] {
        let days = matches!(usual, Timetable::Days(_));
        if when.is_some_and(|when| matches!(when, When::Day(_)) != days) {
            reader.report(map.at(key), SeriesProblem::NotLikeSeries { days }.into());
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
                Some(start) => reader.resolve(map, "start", start, zone),
                None => Some(usual_start.clone()),
            };
            let end = end.map(|end| reader.resolve(map, "end", end, zone));
            let start = start?;
            let end = match end {
                Some(end) => Some(end?),
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
    ordered(reader, map, &moved)?;
    Some(moved)
}

fn ordered(reader: &mut Reader<'_>, map: &Map, moved: &Timetable) -> Option<()> {
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
    reader.report_key(map.at("end"), TimeProblem::EndBeforeStart { start, end }.into());
    None
}
