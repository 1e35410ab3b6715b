//! The calendar around its entries: the frame, its own properties, its zones.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::entry::{self, EntryFacts};
use super::lines::{Line, once};
use super::value::{WrittenTime, is_address, written_time};
use super::{Findings, Rule, alarm};
use crate::icalendar::Color;

/// Looks at all lines of a file.
pub(super) fn check(lines: &[Line], report: &mut Findings) {
    frame(lines, report);
    let components = Components::of(lines, report);
    properties(&components.own, report);
    let zones = zones(&components, report);
    let entries: Vec<(usize, EntryFacts)> = components
        .entries
        .iter()
        .map(|entry| (entry.begin, entry::check(&entry.lines, entry.begin, report)))
        .collect();
    for alarm in &components.alarms {
        alarm::check(&alarm.lines, alarm.begin, report);
    }
    zones_used(&entries, &zones, report);
    let has_method = components.own.iter().any(|line| line.is("METHOD"));
    together(has_method, &entries, report);
}

/// A component and the line of its BEGIN.
struct Component<'l> {
    begin: usize,
    lines: Vec<&'l Line>,
}

/// The lines of a file by the component they belong to.
#[derive(Default)]
struct Components<'l> {
    own: Vec<&'l Line>,
    zones: Vec<Component<'l>>,
    entries: Vec<Component<'l>>,
    alarms: Vec<Component<'l>>,
    open: Vec<String>,
}

impl<'l> Components<'l> {
    fn of(lines: &'l [Line], report: &mut Findings) -> Self {
        let mut components = Components::default();
        lines.iter().for_each(|line| components.take(line, report));
        if let Some(name) = components.open.last() {
            let last = lines.last().map_or(1, |line| line.number);
            report.add(Rule::Structure, last, format!("{name} is not closed"));
        }
        components
    }

    fn take(&mut self, line: &'l Line, report: &mut Findings) {
        if line.is("BEGIN") {
            self.open.push(line.value.to_ascii_uppercase());
            let component = Component { begin: line.number, lines: Vec::new() };
            match self.innermost() {
                (2, "VEVENT") => self.entries.push(component),
                (2, "VTIMEZONE") => self.zones.push(component),
                (3, "VALARM") => self.alarms.push(component),
                _ => {}
            }
        } else if line.is("END") {
            if self.open.pop().is_none_or(|name| name != line.value.to_ascii_uppercase()) {
                report.add(Rule::Structure, line.number, format!("END:{}", line.value));
            }
        } else {
            let component = match self.innermost() {
                (1, _) => return self.own.push(line),
                (2, "VEVENT") => self.entries.last_mut(),
                (3, "VALARM") => self.alarms.last_mut(),
                _ if self.open.get(1).is_some_and(|name| name == "VTIMEZONE") => {
                    self.zones.last_mut()
                }
                _ => None,
            };
            component.into_iter().for_each(|component| component.lines.push(line));
        }
    }

    /// How deep it is, and the name of the innermost component.
    fn innermost(&self) -> (usize, &str) {
        (self.open.len(), self.open.last().map_or("", String::as_str))
    }
}

/// Exactly one VCALENDAR around everything (Exchange reads no second one).
fn frame(lines: &[Line], report: &mut Findings) {
    let is_frame =
        |line: &Line, name: &str| line.is(name) && line.value.eq_ignore_ascii_case("VCALENDAR");
    if !lines.first().is_some_and(|line| is_frame(line, "BEGIN")) {
        report.add(Rule::Structure, 1, "does not begin with BEGIN:VCALENDAR");
    }
    if !lines.last().is_some_and(|line| is_frame(line, "END")) {
        let last = lines.last().map_or(1, |line| line.number);
        report.add(Rule::Structure, last, "does not end with END:VCALENDAR");
    }
    if let Some(second) = lines.iter().filter(|line| is_frame(line, "BEGIN")).nth(1) {
        report.add(Rule::Structure, second.number, "a second VCALENDAR");
    }
}

/// Properties a VCALENDAR may have once (RFC 5545 3.6, RFC 7986 4).
const ONCE: [&str; 8] =
    ["VERSION", "PRODID", "METHOD", "UID", "URL", "LAST-MODIFIED", "SOURCE", "COLOR"];

fn properties(own: &[&Line], report: &mut Findings) {
    for name in ["VERSION", "PRODID"] {
        if !own.iter().any(|line| line.is(name)) {
            report.add(Rule::Missing, 1, name);
        }
    }
    once(own, &ONCE, report);
    for line in own {
        let name = line.name.to_ascii_uppercase();
        if ["REFRESH-INTERVAL", "SOURCE", "IMAGE"].contains(&name.as_str())
            && line.parameter("VALUE").is_none()
        {
            report.add(Rule::ValueParameter, line.number, &*name);
        }
        let broken = match name.as_str() {
            "COLOR" => Color::named(&line.value).is_none().then_some(Rule::Color),
            "SOURCE" | "URL" => {
                (!is_address(&line.value, &["https://", "http://"])).then_some(Rule::Address)
            }
            "LAST-MODIFIED" => (!matches!(written_time(&line.value), Some(WrittenTime::Utc(_))))
                .then_some(Rule::StampNotUtc),
            _ => None,
        };
        if let Some(rule) = broken {
            report.add(rule, line.number, line.in_short());
        }
    }
}

/// The zones that are defined, by TZID, with their line.
fn zones(components: &Components<'_>, report: &mut Findings) -> BTreeMap<String, usize> {
    let mut zones = BTreeMap::new();
    for Component { begin, lines } in &components.zones {
        let Some(id) = lines.iter().find(|line| line.is("TZID")) else {
            report.add(Rule::Missing, *begin, "TZID");
            continue;
        };
        if zones.insert(id.value.clone(), id.number).is_some() {
            report.add(Rule::ZoneRepeated, id.number, &id.value);
        }
        for line in lines.iter().filter(|line| line.is("DTSTART")) {
            let local = matches!(written_time(&line.value), Some(WrittenTime::Local(_)));
            if !local || line.parameter("TZID").is_some() {
                report.add(Rule::Time, line.number, line.in_short());
            }
        }
        let count = |name: &str| lines.iter().filter(|line| line.is(name)).count();
        let observances = count("DTSTART");
        if observances == 0
            || count("TZOFFSETFROM") != observances
            || count("TZOFFSETTO") != observances
        {
            report.add(Rule::Missing, id.number, "DTSTART, TZOFFSETFROM or TZOFFSETTO");
        }
    }
    zones
}

/// Every TZID has its VTIMEZONE, and every VTIMEZONE its use. A calendar without entries may
/// have one, because it must have something.
fn zones_used(
    entries: &[(usize, EntryFacts)],
    zones: &BTreeMap<String, usize>,
    report: &mut Findings,
) {
    let mut used = BTreeSet::new();
    for (begin, facts) in entries {
        for zone in &facts.zones {
            used.insert(zone);
            if !zones.contains_key(zone) {
                report.add_to(facts.uid.as_ref(), Rule::ZoneMissing, *begin, zone);
            }
        }
    }
    if !entries.is_empty() {
        for (zone, line) in zones.iter().filter(|(zone, _)| !used.contains(zone)) {
            report.add(Rule::ZoneUnused, *line, zone);
        }
    }
}

/// What entries owe each other and the calendar.
fn together(has_method: bool, entries: &[(usize, EntryFacts)], report: &mut Findings) {
    let mut seen = HashSet::new();
    let series: HashSet<&String> = entries
        .iter()
        .filter(|(_, facts)| facts.recurrence_id.is_none())
        .filter_map(|(_, facts)| facts.uid.as_ref())
        .collect();
    for (begin, facts) in entries {
        if has_method && !facts.has_organizer {
            report.add_to(facts.uid.as_ref(), Rule::MethodWithoutOrganizer, *begin, "METHOD");
        }
        let Some(uid) = &facts.uid else { continue };
        if facts.recurrence_id.is_some() && !series.contains(uid) {
            report.add_to(Some(uid), Rule::SeriesMissing, *begin, uid);
        }
        if !seen.insert((uid, &facts.recurrence_id)) {
            report.add_to(Some(uid), Rule::DuplicateUid, *begin, uid);
        }
    }
}
