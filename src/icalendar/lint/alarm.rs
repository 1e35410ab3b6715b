//! Reminders (RFC 5545 3.6.6): what a client needs to show one.

use super::lines::Line;
use super::{Findings, Rule};

/// Looks at the lines of an alarm.
pub(super) fn check(lines: &[&Line], begin: usize, report: &mut Findings) {
    let find = |name: &str| lines.iter().find(|line| line.is(name));
    for name in ["ACTION", "TRIGGER", "DESCRIPTION"] {
        if find(name).is_none_or(|line| line.value.is_empty()) {
            report.add(Rule::Alarm, begin, format!("without {name}"));
        }
    }
    if let Some(trigger) = find("TRIGGER")
        && !is_duration(&trigger.value)
    {
        report.add(Rule::Alarm, trigger.number, format!("TRIGGER:{}", trigger.value));
    }
}

/// `-P1D`, `-PT15H`, `PT30M`: a duration without weeks (RFC 5545 3.3.6).
fn is_duration(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let Some(rest) = text.strip_prefix('P') else { return false };
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let numbers = |text: &str, units: &[char]| {
        text.split_inclusive(units).all(|part| {
            part.strip_suffix(units).is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
        })
    };
    !rest.is_empty()
        && !rest.ends_with('T')
        && numbers(days, &['D'])
        && numbers(time, &['H', 'M', 'S'])
}
