//! How often a series has dates: `every`, `on`, `until` and `count`.

use jiff::civil::Date;

use super::RepeatFile;
use crate::model::repeat::MAX_DATES;
use crate::place::Path;
use crate::problem::{SeriesProblem, TimeProblem, YamlProblem};
use crate::read::reader::Reader;
use crate::recurrence::{End, Pattern, Rule, Unit};
use crate::values::OnDay;
use crate::yaml::typed::OneOrMany;

/// `until` or `count`: a series without an end would fill calendars for ever.
pub(super) fn end(reader: &mut Reader<'_>, typed: &RepeatFile) -> Option<End> {
    let at = Path::Top.key("repeat");
    let until = reader.value(at.key("until"), typed.until.as_ref());
    let count = reader.value(at.key("count"), typed.count.as_ref());
    match (&typed.until, &typed.count) {
        (None, None) => reader.report_key(at, SeriesProblem::RepeatWithoutEnd),
        (Some(_), Some(_)) => reader.report_key(at.key("count"), SeriesProblem::RepeatEndsTwice),
        (Some(_), None) => return until.map(End::Until),
        (None, Some(_)) if count == Some(0) => {
            reader.report(at.key("count"), SeriesProblem::RepeatWithoutDates);
        }
        (None, Some(_)) => return count.map(End::Count),
    }
    None
}

/// What `every` and `on` mean together; without `on` the start says it.
pub(super) fn pattern(
    reader: &mut Reader<'_>,
    unit: Unit,
    typed: Option<&OneOrMany<OnDay>>,
    on: Vec<(usize, OnDay)>,
    start: Date,
) -> Option<Pattern> {
    let (top, repeat) = (Path::Top, Path::Top.key("repeat"));
    let Some(typed) = typed else {
        return match unit {
            Unit::Day => Some(Pattern::Day),
            Unit::Week => Some(Pattern::Weekdays(vec![start.weekday()])),
            Unit::Month if start.day() <= 28 => Some(Pattern::DayOfMonth(start.day())),
            Unit::Month => {
                let day = start.day();
                reader.report(top.key("start"), SeriesProblem::DayNotInEveryMonth { day });
                None
            }
        };
    };
    let at = repeat.key("on");
    if typed.0.is_empty() {
        reader.report(at, YamlProblem::EmptyText);
    }
    let mut all_fit = on.len() == typed.0.len() && !on.is_empty();
    for (number, day) in &on {
        let fits = matches!((unit, day.nth), (Unit::Week, None) | (Unit::Month, Some(_)));
        if let (false, Some(item)) = (fits, typed.0.get(*number)) {
            let value = item.text.trim().to_owned();
            reader.report(at.item(*number), SeriesProblem::OnDoesNotFit { value, unit });
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
pub(super) fn days(reader: &mut Reader<'_>, rule: &Rule, start: Date) -> Option<Vec<Date>> {
    let (top, at) = (Path::Top, Path::Top.key("repeat"));
    if let End::Until(until) = rule.end
        && until < start
    {
        let (start, end) = (start.to_string(), until.to_string());
        reader.report(at.key("until"), TimeProblem::EndBeforeStart { start, end });
        return None;
    }
    if !rule.fits(start) {
        let problem = SeriesProblem::StartNotInSeries {
            start: start.to_string(),
            nearest: rule.nearest(start).iter().map(Date::to_string).collect(),
        };
        reader.report(top.key("start"), problem);
        return None;
    }
    let days: Vec<Date> = rule.days(start).take(MAX_DATES + 1).collect();
    if days.len() > MAX_DATES {
        let key = if matches!(rule.end, End::Until(_)) { "until" } else { "count" };
        reader.report(at.key(key), SeriesProblem::TooManyDates { limit: MAX_DATES });
        return None;
    }
    Some(days)
}
