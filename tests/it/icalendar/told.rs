//! A small interpreter of RFC 5545 3.6.5, which knows nothing of how our VTIMEZONEs are made.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{Offset, TimeZone};

/// What a VTIMEZONE says: from which instant on which offset is in force.
pub struct Told {
    pub tzid: String,
    onsets: Vec<(Timestamp, Offset)>,
}

impl Told {
    /// Reads the text and writes out its rules up to and with `last_year`.
    pub fn read(text: &str, last_year: i16) -> Told {
        let mut told = Told { tzid: String::new(), onsets: Vec::new() };
        let (mut start, mut from, mut to, mut rule) = (None, None, None, None);
        for line in text.lines() {
            let (name, value) = line.split_once(':').unwrap();
            match name {
                "TZID" => told.tzid = value.to_string(),
                "DTSTART" => start = Some(DateTime::strptime("%Y%m%dT%H%M%S", value).unwrap()),
                "TZOFFSETFROM" => from = Some(offset(value)),
                "TZOFFSETTO" => to = Some(offset(value)),
                "RRULE" => rule = Some(value),
                "END" if value != "VTIMEZONE" => {
                    let (start, from) = (start.take().unwrap(), from.take().unwrap());
                    let to = to.take().unwrap();
                    let at = |local| from.to_timestamp(local).unwrap();
                    match rule.take() {
                        Some(rule) => told.onsets.extend(
                            yearly(start, rule, at, last_year).into_iter().map(|at| (at, to)),
                        ),
                        None => told.onsets.push((at(start), to)),
                    }
                    let (daylight, ahead) = (value == "DAYLIGHT", to > from);
                    assert!(daylight == ahead || to == from, "wrong label:\n{text}");
                }
                "BEGIN" | "END" | "TZNAME" => {}
                other => panic!("{other} in a VTIMEZONE"),
            }
        }
        told.onsets.sort();
        told
    }

    pub fn offset(&self, instant: Timestamp) -> Offset {
        let after = self.onsets.partition_point(|(at, _)| *at <= instant);
        assert!(after > 0, "nothing is said about {instant}");
        self.onsets[after - 1].1
    }

    /// When a local time is; one that occurs twice is the first (RFC 5545 3.3.5).
    pub fn instant(&self, local: DateTime) -> Timestamp {
        let mut offsets: Vec<Offset> = self.onsets.iter().map(|(_, offset)| *offset).collect();
        offsets.sort();
        offsets.dedup();
        let candidates = offsets.into_iter().filter_map(|offset| {
            let at = offset.to_timestamp(local).unwrap();
            (self.offset(at) == offset).then_some(at)
        });
        candidates.min().unwrap_or_else(|| panic!("{local} is skipped in {}", self.tzid))
    }
}

/// The onsets of `FREQ=YEARLY;BYMONTH=…;BYDAY=…` from `start` on, which must be the first of them.
fn yearly(
    start: DateTime,
    rule: &str,
    at: impl Fn(DateTime) -> Timestamp,
    last_year: i16,
) -> Vec<Timestamp> {
    let part =
        |name: &str| rule.split(';').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    assert_eq!(part("FREQ"), Some("YEARLY"));
    let month: i8 = part("BYMONTH").unwrap().parse().unwrap();
    let by_day = part("BYDAY").unwrap();
    let (nth, day) = by_day.split_at(by_day.len() - 2);
    let weekday =
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].iter().position(|name| *name == day).unwrap();
    let weekday = Weekday::from_monday_zero_offset(weekday as i8).unwrap();
    let until =
        part("UNTIL").map(|until| utc(DateTime::strptime("%Y%m%dT%H%M%SZ", until).unwrap()));
    let onsets: Vec<DateTime> = (start.year()..=last_year)
        .map(|year| {
            Date::new(year, month, 1)
                .unwrap()
                .nth_weekday_of_month(nth.parse().unwrap(), weekday)
                .unwrap()
                .to_datetime(start.time())
        })
        .collect();
    assert_eq!(onsets.first(), Some(&start), "DTSTART does not match {rule}");
    onsets.into_iter().map(at).filter(|at| until.is_none_or(|until| *at <= until)).collect()
}

fn utc(time: DateTime) -> Timestamp {
    TimeZone::UTC.to_timestamp(time).unwrap()
}

fn offset(text: &str) -> Offset {
    let (sign, digits) = text.split_at(1);
    let part = |range: std::ops::Range<usize>| -> i32 {
        digits.get(range).map_or(0, |part| part.parse().unwrap())
    };
    let seconds = part(0..2) * 3600 + part(2..4) * 60 + part(4..6);
    Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).unwrap()
}
