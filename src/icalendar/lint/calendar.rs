//! The calendar around its entries: the frame, its own properties, its zones.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::entry::{self, Facts};
use super::lines::Line;
use super::value::{Moment, is_address, moment};
use super::{Report, Rule};
use crate::icalendar::Color;

/// Looks at all content lines of a file.
pub(super) fn check(lines: &[Line<'_>], report: &mut Report) {
    frame(lines, report);
    let parts = Parts::of(lines, report);
    properties(&parts.own, report);
    let zones = zones(&parts, report);
    let facts: Vec<Facts> =
        parts.entries.iter().map(|(begin, lines)| entry::check(lines, *begin, report)).collect();
    zones_used(&parts, &facts, &zones, report);
    together(&parts, &facts, report);
}

/// The lines of a file by the component they belong to.
#[derive(Default)]
struct Parts<'l, 't> {
    own: Vec<&'l Line<'t>>,
    zones: Vec<Vec<&'l Line<'t>>>,
    entries: Vec<(usize, Vec<&'l Line<'t>>)>,
}

impl<'l, 't> Parts<'l, 't> {
    fn of(lines: &'l [Line<'t>], report: &mut Report) -> Self {
        let mut parts = Parts::default();
        let mut open: Vec<String> = Vec::new();
        for line in lines {
            if line.is("BEGIN") {
                open.push(line.value.to_ascii_uppercase());
                match open.as_slice() {
                    [_, name] if name == "VEVENT" => parts.entries.push((line.number, Vec::new())),
                    [_, name] if name == "VTIMEZONE" => parts.zones.push(Vec::new()),
                    _ => {}
                }
            } else if line.is("END") {
                if open.pop().is_none_or(|name| name != line.value.to_ascii_uppercase()) {
                    report.add(Rule::Structure, line.number, format!("END:{}", line.value));
                }
            } else {
                parts.put(&open, line);
            }
        }
        if let Some(name) = open.last() {
            report.add(
                Rule::Structure,
                lines.last().map_or(1, |line| line.number),
                format!("{name} is not closed"),
            );
        }
        parts
    }

    fn put(&mut self, open: &[String], line: &'l Line<'t>) {
        match open {
            [_] => self.own.push(line),
            [_, name, ..] if name == "VTIMEZONE" => {
                self.zones.last_mut().into_iter().for_each(|zone| zone.push(line));
            }
            [_, name] if name == "VEVENT" => {
                self.entries.last_mut().into_iter().for_each(|(_, entry)| entry.push(line));
            }
            _ => {}
        }
    }
}

/// Exactly one VCALENDAR around everything (Exchange reads no second one).
fn frame(lines: &[Line<'_>], report: &mut Report) {
    let is_frame =
        |line: &Line<'_>, name| line.is(name) && line.value.eq_ignore_ascii_case("VCALENDAR");
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

fn properties(own: &[&Line<'_>], report: &mut Report) {
    for name in ["VERSION", "PRODID"] {
        if !own.iter().any(|line| line.is(name)) {
            report.add(Rule::Missing, 1, name);
        }
    }
    for name in ["VERSION", "PRODID", "METHOD", "UID", "URL", "LAST-MODIFIED", "SOURCE", "COLOR"] {
        if let Some(second) = own.iter().filter(|line| line.is(name)).nth(1) {
            report.add(Rule::Repeated, second.number, name);
        }
    }
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
            "LAST-MODIFIED" => {
                (!matches!(moment(&line.value), Some(Moment::Utc(_)))).then_some(Rule::StampNotUtc)
            }
            _ => None,
        };
        if let Some(rule) = broken {
            report.add(rule, line.number, format!("{name}:{}", line.value));
        }
    }
}

/// The zones that are defined, by TZID, with their line.
fn zones(parts: &Parts<'_, '_>, report: &mut Report) -> BTreeMap<String, usize> {
    let mut zones = BTreeMap::new();
    for lines in &parts.zones {
        let Some(id) = lines.iter().find(|line| line.is("TZID")) else {
            report.add(Rule::Missing, lines.first().map_or(1, |line| line.number), "TZID");
            continue;
        };
        if zones.insert(id.value.clone().into_owned(), id.number).is_some() {
            report.add(Rule::ZoneRepeated, id.number, &*id.value);
        }
        for line in lines.iter().filter(|line| line.is("DTSTART")) {
            let local = matches!(moment(&line.value), Some(Moment::Local(_)));
            if !local || line.parameter("TZID").is_some() {
                report.add(Rule::Time, line.number, format!("DTSTART:{}", line.value));
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
    parts: &Parts<'_, '_>,
    facts: &[Facts],
    zones: &BTreeMap<String, usize>,
    report: &mut Report,
) {
    let mut used = BTreeSet::new();
    for ((begin, lines), facts) in parts.entries.iter().zip(facts) {
        for zone in &facts.zones {
            used.insert(zone);
            if !zones.contains_key(zone) {
                let line = lines.iter().find(|line| line.parameter("TZID") == Some(zone));
                report.add(Rule::ZoneMissing, line.map_or(*begin, |line| line.number), zone);
                if let Some(finding) = report.findings.last_mut() {
                    finding.uid.clone_from(&facts.uid);
                }
            }
        }
    }
    if !facts.is_empty() {
        for (zone, line) in zones.iter().filter(|(zone, _)| !used.contains(zone)) {
            report.add(Rule::ZoneUnused, *line, zone);
        }
    }
}

/// What entries owe each other and the calendar.
fn together(parts: &Parts<'_, '_>, facts: &[Facts], report: &mut Report) {
    let has_method = parts.own.iter().any(|line| line.is("METHOD"));
    let mut seen = HashSet::new();
    for ((begin, _), facts) in parts.entries.iter().zip(facts) {
        if has_method && !facts.has_organizer {
            report.add(Rule::MethodWithoutOrganizer, *begin, "METHOD");
        }
        let Some(uid) = &facts.uid else { continue };
        if !seen.insert((uid, &facts.recurrence_id)) {
            report.add(Rule::DuplicateUid, *begin, uid);
        }
    }
}
