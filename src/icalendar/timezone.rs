//! VTIMEZONE components (RFC 5545 3.6.5) for any zone of the IANA database.
//!
//! A time told as `TZID=Europe/Berlin` means nothing without the component of that name in the
//! same file: Outlook reads it an hour off. The offsets come from jiff's bundled data and never
//! from the machine, so that the same content gives the same bytes anywhere.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::Zoned;
use jiff::civil::Weekday;
use jiff::tz::TimeZone;

use super::line::{Lines, Property, push_offset, push_utc};
use super::observance::{Observance, Rule, observances};

/// The zone's name in a calendar; `None` if its times are told in UTC: UTC itself, and zones that
/// the IANA database does not name.
pub(super) fn tzid(zone: &TimeZone) -> Option<&str> {
    zone.iana_name().filter(|name| !matches!(*name, "UTC" | "Etc/UTC"))
}

/// The VTIMEZONE of `zone`, ended by CRLF, right for every instant from one year before
/// `first_year` to one year after `last_year` (the years of the file's first start and last end).
/// `None` if the zone's times are told in UTC.
pub fn vtimezone(zone: &TimeZone, first_year: i16, last_year: i16) -> Option<String> {
    let mut lines = Lines::default();
    lines.ready("BEGIN:VTIMEZONE\r\n");
    lines.property("TZID").text(tzid(zone)?);
    for observance in observances(zone, first_year.saturating_sub(1), last_year.saturating_add(1)) {
        write_observance(&mut lines, &observance);
    }
    lines.ready("END:VTIMEZONE\r\n");
    Some(lines.finish())
}

fn write_observance(lines: &mut Lines, observance: &Observance) {
    let (begin, end) = if observance.daylight {
        ("BEGIN:DAYLIGHT\r\n", "END:DAYLIGHT\r\n")
    } else {
        ("BEGIN:STANDARD\r\n", "END:STANDARD\r\n")
    };
    lines.ready(begin);
    lines.property("DTSTART").local(observance.start);
    lines.property("TZOFFSETFROM").plain(|line| push_offset(line, observance.before.seconds()));
    lines.property("TZOFFSETTO").plain(|line| push_offset(line, observance.after.seconds()));
    lines.property("TZNAME").text(&observance.name);
    if let Some(rule) = observance.rule {
        lines.property("RRULE").plain(|line| push_rule(line, rule));
    }
    lines.ready(end);
}

fn push_rule(line: &mut String, rule: Rule) {
    // Writing to a String cannot fail.
    let _ = write!(
        line,
        "FREQ=YEARLY;BYMONTH={};BYDAY={}{}",
        rule.month,
        rule.nth,
        weekday(rule.weekday)
    );
    if let Some(until) = rule.until {
        line.push_str(";UNTIL=");
        push_utc(line, until);
    }
}

/// A weekday in a rule (RFC 5545 3.3.10).
pub(super) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "MO",
        Weekday::Tuesday => "TU",
        Weekday::Wednesday => "WE",
        Weekday::Thursday => "TH",
        Weekday::Friday => "FR",
        Weekday::Saturday => "SA",
        Weekday::Sunday => "SU",
    }
}

/// VTIMEZONEs already worked out, by zone and years.
///
/// Thousands of files have the same zone and year, and working one out costs more than the rest of
/// a small file. The value belongs to its caller, so there is no lock: threads have one each
/// (`rayon`'s `map_init`). A zone is known by its IANA name, so one value serves one zone database.
#[derive(Debug, Clone, Default)]
pub struct Zones {
    written: BTreeMap<String, BTreeMap<(i16, i16), String>>,
}

impl Zones {
    /// Nothing worked out yet.
    pub fn new() -> Zones {
        Zones::default()
    }

    /// As [`vtimezone`]; empty for a zone whose times are told in UTC.
    pub fn vtimezone(&mut self, zone: &TimeZone, first_year: i16, last_year: i16) -> &str {
        let Some(name) = tzid(zone) else {
            return "";
        };
        if !self.written.contains_key(name) {
            self.written.insert(name.to_string(), BTreeMap::new());
        }
        self.written.get_mut(name).map_or("", |years| {
            years
                .entry((first_year, last_year))
                .or_insert_with(|| vtimezone(zone, first_year, last_year).unwrap_or_default())
        })
    }
}

/// Whether a local time and a zone's name say which instant is meant.
pub(super) fn is_clear_in_its_zone(time: &Zoned) -> bool {
    let zone = time.time_zone();
    tzid(zone).is_some() && !zone.to_ambiguous_timestamp(time.datetime()).is_ambiguous()
}

/// A time, told in its zone or in UTC.
pub(super) fn instant(property: Property<'_>, time: &Zoned, local: bool) {
    if local {
        property.parameter("TZID", tzid(time.time_zone())).local(time.datetime());
    } else {
        property.utc(time.timestamp());
    }
}
