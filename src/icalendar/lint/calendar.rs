//! The calendar around its entries: the frame, its own properties, its zones.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::entry::{self, Facts};
use super::lines::Line;
use super::value::{Moment, is_address, moment};
use super::{Report, Rule, alarm};
use crate::icalendar::Color;

/// What a file is made of.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'l, 't> {
    /// A content line.
    Line(&'l Line<'t>),
    /// An entry that was looked at before, without its END, and the line it begins on.
    Known(&'l Facts, usize),
}

/// Looks at all parts of a file.
pub(super) fn check(parts: &[Part<'_, '_>], report: &mut Report) {
    frame(parts, report);
    let components = Components::of(parts.iter().copied(), report);
    properties(&components.own, report);
    let zones = zones(&components, report);
    let mut facts = components.known.clone();
    for entry in &components.entries {
        facts.push((entry.begin, Cow::Owned(look_at(entry, report))));
    }
    for alarm in &components.alarms {
        alarm::check(&alarm.lines, alarm.begin, report);
    }
    zones_used(&facts, &zones, report);
    let has_method = components.own.iter().any(|line| line.is("METHOD"));
    together(has_method, &facts, report);
}

/// Looks at an entry outside any file.
pub(super) fn check_entry(lines: &[Line<'_>], report: &mut Report) -> Facts {
    let components = Components::below(vec!["VCALENDAR".to_owned()], lines, report);
    let facts = components.entries.iter().map(|entry| look_at(entry, report)).last();
    for alarm in &components.alarms {
        alarm::check(&alarm.lines, alarm.begin, report);
    }
    facts.unwrap_or_default()
}

fn look_at(entry: &Component<'_, '_>, report: &mut Report) -> Facts {
    entry::check(&entry.lines, entry.begin, report)
}

/// A component and the line of its BEGIN.
struct Component<'l, 't> {
    begin: usize,
    lines: Vec<&'l Line<'t>>,
}

/// The lines of a file by the component they belong to.
#[derive(Default)]
struct Components<'l, 't> {
    own: Vec<&'l Line<'t>>,
    zones: Vec<Component<'l, 't>>,
    entries: Vec<Component<'l, 't>>,
    alarms: Vec<Component<'l, 't>>,
    /// Entries that were looked at before.
    known: Vec<(usize, Cow<'l, Facts>)>,
    open: Vec<String>,
}

impl<'l, 't> Components<'l, 't> {
    fn of(parts: impl Iterator<Item = Part<'l, 't>>, report: &mut Report) -> Self {
        let mut components = Components::default();
        let mut last = 1;
        for part in parts {
            match part {
                Part::Line(line) => {
                    last = line.number;
                    components.take(line, report);
                }
                Part::Known(facts, begin) => {
                    components.known.push((begin, Cow::Borrowed(facts)));
                    components.open.push("VEVENT".to_owned());
                }
            }
        }
        if let Some(name) = components.open.last() {
            report.add(Rule::Structure, last, format!("{name} is not closed"));
        }
        components
    }

    /// The lines of a component that stands inside others.
    fn below(open: Vec<String>, lines: &'l [Line<'t>], report: &mut Report) -> Self {
        let mut components = Components { open, ..Components::default() };
        lines.iter().for_each(|line| components.take(line, report));
        components
    }

    fn take(&mut self, line: &'l Line<'t>, report: &mut Report) {
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
fn frame(parts: &[Part<'_, '_>], report: &mut Report) {
    let line = |part: &Part<'_, '_>| match *part {
        Part::Line(line) => Some((line.number, line.is("BEGIN"), line.is("END"), is_frame(line))),
        Part::Known(..) => None,
    };
    if !matches!(parts.first().and_then(line), Some((_, true, _, true))) {
        report.add(Rule::Structure, 1, "does not begin with BEGIN:VCALENDAR");
    }
    let last = parts.last().and_then(line);
    if !matches!(last, Some((_, _, true, true))) {
        let number = last.map_or(1, |(number, ..)| number);
        report.add(Rule::Structure, number, "does not end with END:VCALENDAR");
    }
    let mut begins = parts.iter().filter_map(line).filter(|(_, begin, _, is)| *begin && *is);
    if let Some((number, ..)) = begins.nth(1) {
        report.add(Rule::Structure, number, "a second VCALENDAR");
    }
}

fn is_frame(line: &Line<'_>) -> bool {
    line.value.eq_ignore_ascii_case("VCALENDAR")
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
fn zones(components: &Components<'_, '_>, report: &mut Report) -> BTreeMap<String, usize> {
    let mut zones = BTreeMap::new();
    for Component { begin, lines } in &components.zones {
        let Some(id) = lines.iter().find(|line| line.is("TZID")) else {
            report.add(Rule::Missing, *begin, "TZID");
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
    entries: &[(usize, Cow<'_, Facts>)],
    zones: &BTreeMap<String, usize>,
    report: &mut Report,
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
fn together(has_method: bool, entries: &[(usize, Cow<'_, Facts>)], report: &mut Report) {
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
