//! `repeat` in an event: the series that it means, with all its dates.
//!
//! | file | what it reads |
//! |---|---|
//! | `rule.rs` | how often: `every`, `on`, `until`, `count` |
//! | `dates.rs` | which dates that makes, with `except` and `extra` |
//! | `changes.rs` | `changes` of single dates |

mod changes;
mod dates;
mod rule;

use jiff::tz::TimeZone;

use super::reader::Reader;
use crate::model::repeat::*;
use crate::problem::SeriesProblem;
use crate::recurrence::Rule;
use crate::values::{Every, Timetable};
use crate::yaml::typed::Map;
use dates::Series;

/// Reads a series in an event whose times are in a zone; `first` is what its `start` and `end`
/// say.
pub fn repeat(
    reader: &mut Reader<'_>,
    event: &Map,
    first: Option<&Timetable>,
    zone: &TimeZone,
) -> Option<Repeat> {
    let map = event.map("repeat")?;
    let every = reader.required(map, "every");
    let on = reader.items(map, "on");
    let end = rule::end(reader, map);
    let except = reader.items(map, "except");
    let extra = reader.items(map, "extra");
    let changes = changes::read(reader, map);
    let first = first?;
    if matches!(first, Timetable::Within(_) | Timetable::HourFollows(_)) {
        reader.report_key(map.here(), SeriesProblem::RepeatNeedsStart.into());
        return None;
    }
    if matches!(first, Timetable::Timed { .. }) && *zone == TimeZone::UTC {
        reader.report_key(map.here(), SeriesProblem::SeriesInUtc.into());
        return None;
    }
    let start = first.days().first;
    let Every { number, unit } = every?;
    let pattern = rule::pattern(reader, event, unit, on, start);
    let rule = Rule { interval: number, pattern: pattern?, end: end? };
    let days = rule::days(reader, event, &rule, start)?;
    let mut series = Series::new(reader, map, first, rule, days);
    series.except(except);
    let mut dates = series.regular()?;
    dates.extend(series.extra(extra));
    let recurrence = series.recurrence()?;
    if dates.is_empty() {
        reader.report_key(map.at("except"), SeriesProblem::RepeatWithoutDates.into());
        return None;
    }
    changes::apply(reader, changes, &mut dates);
    dates.sort_by_key(|date| date.timetable.starts(zone));
    Some(Repeat { recurrence, dates })
}
