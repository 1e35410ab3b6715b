//! How often a series has dates: `every`, `on`, `until` and `count`.

use jiff::civil::Date;

use crate::model::repeat::MAX_DATES;
use crate::problem::{SeriesProblem, TimeProblem, YamlProblem};
use crate::read::reader::Reader;
use crate::recurrence::{End, Pattern, Rule, Unit};
use crate::values::OnDay;
use crate::yaml::typed::Map;

/// `until` or `count`: a series without an end would fill calendars for ever.
pub(super) fn end(reader: &mut Reader<'_>, map: &Map) -> Option<End> {
    let until = reader.value(map, "until");
    let count = reader.value(map, "count");
    match (map.has("until"), map.has("count")) {
        (false, false) => reader.report_key(map.here(), SeriesProblem::RepeatWithoutEnd.into()),
        (true, true) => reader.report_key(map.at("count"), SeriesProblem::RepeatEndsTwice.into()),
        (true, false) => return until.map(End::Until),
        (false, true) if count == Some(0) => {
            reader.report(map.at("count"), SeriesProblem::RepeatWithoutDates.into());
        }
        (false, true) => return count.map(End::Count),
    }
    None
}

/// What `every` and `on` mean together; without `on` the start says it.
pub(super) fn pattern(
    reader: &mut Reader<'_>,
    event: &Map,
    unit: Unit,
    on: Vec<(usize, OnDay)>,
    start: Date,
) -> Option<Pattern> {
    let map = event.map("repeat")?;
    if !map.has("on") {
        return match unit {
            Unit::Day => Some(Pattern::Day),
            Unit::Week => Some(Pattern::Weekdays(vec![start.weekday()])),
            Unit::Month if start.day() <= 28 => Some(Pattern::DayOfMonth(start.day())),
            Unit::Month => {
                let day = start.day();
                reader.report(event.at("start"), SeriesProblem::DayNotInEveryMonth { day }.into());
                None
            }
        };
    }
    let typed = map.list("on");
    if typed.is_empty() {
        reader.report(map.at("on"), YamlProblem::EmptyText.into());
    }
    let mut all_fit = on.len() == typed.len() && !on.is_empty();
    for (number, day) in &on {
        let fits = matches!((unit, day.nth), (Unit::Week, None) | (Unit::Month, Some(_)));
        if let (false, Some(item)) = (fits, typed.get(*number)) {
            let value = item.text().unwrap_or_default().trim().to_owned();
            reader.report(
                map.item("on", *number),
                SeriesProblem::OnDoesNotFit { value, unit }.into(),
            );
            all_fit = false;
        }
    }
    let mut days: Vec<OnDay> = on.into_iter().map(|(_, day)| day).collect();
    days.sort_by_key(|day| (day.nth, day.weekday.to_monday_zero_offset()));
    days.dedup();
    let places = days.iter().filter_map(|day| Some((day.nth?, day.weekday))).collect();
    let weekdays = days.iter().map(|day| day.weekday).collect();
    all_fit.then_some(match unit {
        Unit::Month => Pattern::WeekdaysOfMonth(places),
        Unit::Day | Unit::Week => Pattern::Weekdays(weekdays),
    })
}

/// The days of the rule, of which the start must be one: some calendars show a start that does
/// not fit, others do not (RFC 5545 3.8.5.3 leaves it open).
pub(super) fn days(
    reader: &mut Reader<'_>,
    event: &Map,
    rule: &Rule,
    start: Date,
) -> Option<Vec<Date>> {
    let map = event.map("repeat")?;
    if let End::Until(until) = rule.end
        && until < start
    {
        let (start, end) = (start.to_string(), until.to_string());
        reader.report(map.at("until"), TimeProblem::EndBeforeStart { start, end }.into());
        return None;
    }
    if !rule.fits(start) {
        let problem = SeriesProblem::StartNotInSeries {
            start: start.to_string(),
            nearest: rule.nearest(start).iter().map(Date::to_string).collect(),
        };
        reader.report(event.at("start"), problem.into());
        return None;
    }
    let days: Vec<Date> = rule.days(start).take(MAX_DATES + 1).collect();
    if days.len() > MAX_DATES {
        let key = if matches!(rule.end, End::Until(_)) { "until" } else { "count" };
        reader.report(map.at(key), SeriesProblem::TooManyDates { limit: MAX_DATES }.into());
        return None;
    }
    Some(days)
}
