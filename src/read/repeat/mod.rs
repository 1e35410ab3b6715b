//! `repeat` in an event: what was typed ([`RepeatFile`]) and the series it means ([`Repeat`]),
//! with all its dates.
//!
//! | file | what it reads |
//! |---|---|
//! | `rule.rs` | how often: `every`, `on`, `until`, `count` |
//! | `dates.rs` | which dates that makes, with `except` and `extra` |
//! | `changes.rs` | `changes` of single dates |

mod changes;
mod dates;
mod rule;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Deserialize;

use super::reader::Reader;
use crate::model::repeat::*;
use crate::place::Path;
use crate::problem::SeriesProblem;
use crate::recurrence::Rule;
use crate::values::{Every, OnDay, Timetable, Value, When};
use crate::yaml::typed::{Group, OneOrMany, Written};
use changes::ChangeFile;
use dates::Series;

/// A series as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatFile {
    every: Option<Written<Every>>,
    on: Option<OneOrMany<OnDay>>,
    until: Option<Written<Date>>,
    count: Option<Written<u32>>,
    except: Option<OneOrMany<Date>>,
    extra: Option<OneOrMany<When>>,
    changes: Option<Vec<Group<ChangeFile>>>,
}

/// Reads a series in an event whose times are in a zone; `first` is what its `start` and `end`
/// say.
pub fn repeat(
    reader: &mut Reader<'_>,
    typed: Option<&RepeatFile>,
    first: Option<&Timetable>,
    zone: &TimeZone,
) -> Option<Repeat> {
    let (typed, at) = (typed?, Path::Top.key("repeat"));
    let every = reader.required(at, "every", typed.every.as_ref());
    let on = each(reader, at.key("on"), typed.on.as_ref());
    let end = rule::end(reader, typed);
    let except = each(reader, at.key("except"), typed.except.as_ref());
    let extra = each(reader, at.key("extra"), typed.extra.as_ref());
    let changes = changes::read(reader, typed.changes.as_deref().unwrap_or_default());
    let first = first?;
    if matches!(first, Timetable::Within(_) | Timetable::HourFollows(_)) {
        reader.report_key(at, SeriesProblem::RepeatNeedsStart);
        return None;
    }
    if matches!(first, Timetable::Timed { .. }) && *zone == TimeZone::UTC {
        reader.report_key(at, SeriesProblem::SeriesInUtc);
        return None;
    }
    let start = first.days().first;
    let Every { number, unit } = every?;
    let pattern = rule::pattern(reader, unit, typed.on.as_ref(), on, start);
    let rule = Rule { interval: number, pattern: pattern?, end: end? };
    let days = rule::days(reader, &rule, start)?;
    let mut series = Series::new(reader, first, rule, days);
    series.except(except);
    let mut occurrences = series.regular()?;
    occurrences.extend(series.extra(extra));
    let recurrence = series.recurrence()?;
    if occurrences.is_empty() {
        reader.report_key(at.key("except"), SeriesProblem::RepeatWithoutDates);
        return None;
    }
    changes::apply(reader, changes, &mut occurrences);
    occurrences.sort_by_key(|date| date.timetable.starts(zone));
    Some(Repeat { recurrence, occurrences })
}

/// The values of a list that can be read, with their places in it.
fn each<T: Value>(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&OneOrMany<T>>,
) -> Vec<(usize, T)> {
    let items = typed.map_or(&[][..], |list| &list.0).iter().enumerate();
    items.filter_map(|(n, item)| Some((n, reader.value(at.item(n), Some(item))?))).collect()
}
