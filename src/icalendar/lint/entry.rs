//! One entry: what must be there, what may be there once, and which types go together.

use std::collections::BTreeSet;

use jiff::tz::{AmbiguousOffset, TimeZone};

use super::lines::{Line, once};
use super::value::{WrittenTime, is_address, is_text, written_time};
use super::{Findings, Rule};

/// Properties a VEVENT may have once (RFC 5545 3.6.1).
const ONCE: [&str; 20] = [
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "DURATION",
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "GEO",
    "URL",
    "STATUS",
    "CLASS",
    "TRANSP",
    "ORGANIZER",
    "SEQUENCE",
    "CREATED",
    "LAST-MODIFIED",
    "PRIORITY",
    "RECURRENCE-ID",
    "COLOR",
];

/// Properties whose value is one TEXT.
const TEXTS: [&str; 5] = ["SUMMARY", "DESCRIPTION", "LOCATION", "CONTACT", "COMMENT"];

/// What the calendar needs to know of an entry.
#[derive(Debug, Clone, Default)]
pub(super) struct EntryFacts {
    pub uid: Option<String>,
    pub recurrence_id: Option<String>,
    pub has_organizer: bool,
    pub zones: BTreeSet<String>,
}

/// Looks at the lines of an entry; alarms have been taken out.
pub(super) fn check(lines: &[&Line], begin: usize, report: &mut Findings) -> EntryFacts {
    let first = report.findings.len();
    let entry = Entry { lines, begin };
    let facts = EntryFacts {
        uid: entry.value("UID").map(str::to_owned),
        recurrence_id: entry.value("RECURRENCE-ID").map(str::to_owned),
        has_organizer: entry.find("ORGANIZER").is_some(),
        zones: lines.iter().filter_map(|line| line.parameter("TZID")).map(str::to_owned).collect(),
    };
    entry.presence(report);
    entry.times(report);
    entry.recurrence(report);
    entry.stamps(report);
    entry.values(report);
    for finding in report.findings.iter_mut().skip(first) {
        finding.uid.clone_from(&facts.uid);
    }
    facts
}

struct Entry<'e> {
    lines: &'e [&'e Line],
    begin: usize,
}

impl<'e> Entry<'e> {
    fn find(&self, name: &str) -> Option<&'e Line> {
        self.lines.iter().find(|line| line.is(name)).copied()
    }

    fn value(&self, name: &str) -> Option<&'e str> {
        self.find(name).map(|line| line.value.as_str())
    }

    fn presence(&self, report: &mut Findings) {
        for name in ["UID", "DTSTAMP", "DTSTART"] {
            if self.value(name).is_none_or(str::is_empty) {
                report.add(Rule::Missing, self.begin, name);
            }
        }
        once(self.lines, &ONCE, report);
        if let (Some(_), Some(duration)) = (self.find("DTEND"), self.find("DURATION")) {
            report.add(Rule::Repeated, duration.number, "DURATION beside DTEND");
        }
    }

    fn times(&self, report: &mut Findings) {
        let start = self.find("DTSTART").and_then(|line| time(line, report));
        let end = self.find("DTEND").map(|line| (line, time(line, report)));
        let (Some(start), Some((line, Some(end)))) = (start, end) else { return };
        if start.is_day() != end.is_day() {
            report.add(Rule::EndType, line.number, &line.value);
        } else if self.instant("DTSTART", start) >= self.instant("DTEND", end) {
            report.add(Rule::EndNotAfterStart, line.number, &line.value);
        }
    }

    /// A time that can be compared: an instant where the zone is known, else as written.
    fn instant(&self, name: &str, time: WrittenTime) -> (Option<jiff::Timestamp>, WrittenTime) {
        let zone = self.find(name).and_then(|line| line.parameter("TZID"));
        let zone = zone.and_then(|zone| TimeZone::get(zone).ok());
        let at = match (time, zone) {
            (WrittenTime::Local(local), Some(zone)) => {
                zone.to_ambiguous_timestamp(local).compatible().ok()
            }
            (WrittenTime::Utc(utc), _) => utc.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp()),
            _ => None,
        };
        (at, if at.is_some() { WrittenTime::Day(jiff::civil::Date::MIN) } else { time })
    }

    fn recurrence(&self, report: &mut Findings) {
        let Some(start) = self.find("DTSTART") else { return };
        let Some(start_time) = written_time(&start.value) else { return };
        for line in self.lines.iter().filter(|line| line.is("RRULE")) {
            rule(line, start, start_time, report);
        }
        let others =
            |line: &&&Line| line.is("EXDATE") || line.is("RDATE") || line.is("RECURRENCE-ID");
        for line in self.lines.iter().filter(others) {
            let same = line.value.split(',').all(|value| {
                written_time(value).is_some_and(|time| time.is_day() == start_time.is_day())
            });
            let declared = line.parameter("VALUE") == Some("DATE");
            let same_declaration = declared == start_time.is_day();
            // RECURRENCE-ID is in an override whose own DTSTART may be in another zone.
            let zone_matters = !line.is("RECURRENCE-ID");
            let same_zone = line.parameter("TZID") == start.parameter("TZID");
            if !same || !same_declaration || (zone_matters && !same_zone) {
                report.add(Rule::RecurrenceType, line.number, line.in_short());
            }
        }
    }

    fn stamps(&self, report: &mut Findings) {
        for name in ["DTSTAMP", "CREATED", "LAST-MODIFIED"] {
            let Some(line) = self.find(name) else { continue };
            let utc = matches!(written_time(&line.value), Some(WrittenTime::Utc(_)));
            if !utc || line.parameter("TZID").is_some() {
                report.add(Rule::StampNotUtc, line.number, line.in_short());
            }
        }
        let times = self
            .value("CREATED")
            .and_then(written_time)
            .zip(self.value("LAST-MODIFIED").and_then(written_time));
        if let (Some((created, modified)), Some(line)) = (times, self.find("CREATED"))
            && created > modified
        {
            report.add(Rule::CreatedAfterModified, line.number, &line.value);
        }
    }

    fn values(&self, report: &mut Findings) {
        for line in self.lines {
            let name = line.name.to_ascii_uppercase();
            let value = line.value.as_str();
            let broken = match name.as_str() {
                "STATUS" => (!["CONFIRMED", "TENTATIVE", "CANCELLED"].contains(&value))
                    .then_some(Rule::Status),
                "GEO" => (!is_geo(value)).then_some(Rule::Geo),
                "URL" | "ATTACH" | "IMAGE" | "CONFERENCE" => {
                    (!is_address(value, &["https://", "http://"])).then_some(Rule::Address)
                }
                "ORGANIZER" | "ATTENDEE" => {
                    (!is_address(value, &["mailto:"])).then_some(Rule::Address)
                }
                "SEQUENCE" => value.parse::<u32>().is_err().then_some(Rule::Number),
                "CATEGORIES" => (!is_text(value, true)).then_some(Rule::Escape),
                name if TEXTS.contains(&name) => (!is_text(value, false)).then_some(Rule::Escape),
                _ => None,
            };
            if let Some(rule) = broken {
                report.add(rule, line.number, line.in_short());
            }
            if ["IMAGE", "CONFERENCE"].contains(&name.as_str()) && line.parameter("VALUE").is_none()
            {
                report.add(Rule::ValueParameter, line.number, name);
            }
        }
    }
}

/// The time of DTSTART or DTEND, once its form, zone and clock are looked at.
fn time(line: &Line, report: &mut Findings) -> Option<WrittenTime> {
    let Some(read) = written_time(&line.value) else {
        report.add(Rule::Time, line.number, line.in_short());
        return None;
    };
    let zone = line.parameter("TZID");
    let declared_day = line.parameter("VALUE") == Some("DATE");
    let rule = match (read, zone) {
        (WrittenTime::Day(_), None) if declared_day => None,
        (WrittenTime::Day(_), _) => Some(Rule::Time),
        _ if declared_day => Some(Rule::Time),
        (WrittenTime::Utc(_), Some(_)) => Some(Rule::ZoneWithUtc),
        (WrittenTime::Local(_), None) => Some(Rule::Floating),
        (WrittenTime::Local(local), Some(zone)) => TimeZone::get(zone).ok().and_then(|zone| {
            match zone.to_ambiguous_timestamp(local).offset() {
                AmbiguousOffset::Unambiguous { .. } => None,
                AmbiguousOffset::Gap { .. } => Some(Rule::Gap),
                AmbiguousOffset::Fold { .. } => Some(Rule::Fold),
            }
        }),
        (WrittenTime::Utc(_), None) => None,
    };
    if let Some(rule) = rule {
        report.add(rule, line.number, line.in_short());
    }
    Some(read)
}

/// RRULE: COUNT or UNTIL, and UNTIL as DTSTART asks for it (RFC 5545 3.3.10).
fn rule(line: &Line, start: &Line, start_time: WrittenTime, report: &mut Findings) {
    let part = |name: &str| {
        line.value.split(';').filter_map(|part| part.split_once('=')).find(|(key, _)| *key == name)
    };
    let until = part("UNTIL").map(|(_, until)| until);
    if until.is_some() && part("COUNT").is_some() {
        report.add(Rule::Until, line.number, "COUNT beside UNTIL");
    }
    let Some(until) = until else { return };
    let right = matches!(
        (start_time, start.parameter("TZID"), written_time(until)),
        (WrittenTime::Day(_), _, Some(WrittenTime::Day(_)))
            | (WrittenTime::Utc(_), _, Some(WrittenTime::Utc(_)))
            | (WrittenTime::Local(_), Some(_), Some(WrittenTime::Utc(_)))
            | (WrittenTime::Local(_), None, Some(WrittenTime::Local(_)))
    );
    if !right {
        report.add(Rule::Until, line.number, until);
    }
}

fn is_geo(value: &str) -> bool {
    let degrees = |text: &str, limit: f64| {
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'))
            && text.parse::<f64>().is_ok_and(|degrees| degrees.abs() <= limit)
    };
    value.split_once(';').is_some_and(|(lat, lon)| degrees(lat, 90.0) && degrees(lon, 180.0))
}
