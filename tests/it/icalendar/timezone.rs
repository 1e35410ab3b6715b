//! VTIMEZONE: what a file says about a zone is what the zone database says, hour by hour.
//!
//! The files' text is read by a small interpreter of RFC 5545 3.6.5 below, which knows nothing of
//! how the text was made.

use bba::icalendar::{Zones, vtimezone};
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap()
}

fn written(name: &str, first_year: i16, last_year: i16) -> String {
    vtimezone(&zone(name), first_year, last_year).unwrap()
}

fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

/// The form that Google, Nextcloud and Outlook write, right from 1996 on.
const BERLIN: &str = "\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
";

#[test]
fn berlin_is_told_in_the_form_all_clients_know() {
    assert_eq!(written("Europe/Berlin", 2019, 2019), crlf(BERLIN));
    assert_eq!(written("Europe/Berlin", 1997, 2040), crlf(BERLIN));
}

#[test]
fn berlin_in_the_years_when_summer_ended_in_september() {
    let text = written("Europe/Berlin", 1994, 1997);
    assert!(text.contains("UNTIL=19950924T010000Z"), "{text}");
    assert_hourly("Europe/Berlin", 1994, 1997);
}

#[test]
fn a_zone_that_keeps_its_offset_is_one_standard_observance() {
    let kolkata = "\
BEGIN:VTIMEZONE
TZID:Asia/Kolkata
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
TZNAME:IST
END:STANDARD
END:VTIMEZONE
";
    assert_eq!(written("Asia/Kolkata", 2026, 2026), crlf(kolkata));
}

#[test]
fn dublin_has_daylight_saving_time_in_summer() {
    let text = written("Europe/Dublin", 2019, 2019);
    let daylight = text.split("BEGIN:DAYLIGHT").nth(1).unwrap();
    assert!(daylight.contains("TZOFFSETTO:+0100\r\nTZNAME:IST"), "{text}");
    assert!(daylight.contains("BYMONTH=3;BYDAY=-1SU"), "{text}");
}

#[test]
fn mexico_gave_up_daylight_saving_time_in_2022() {
    let text = written("America/Mexico_City", 2017, 2026);
    // Last onsets: first Sunday of April and last Sunday of October 2022, at 8 and 7 o'clock UTC.
    assert!(text.contains("BYMONTH=4;BYDAY=1SU;UNTIL=20220403T080000Z"), "{text}");
    assert!(text.contains("BYMONTH=10;BYDAY=-1SU;UNTIL=20221030T070000Z"), "{text}");
}

#[test]
fn two_onsets_make_no_rule() {
    let text = written("America/Mexico_City", 2022, 2022);
    assert!(!text.contains("RRULE"), "{text}");
}

#[test]
fn ramadan_follows_no_rule() {
    let text = written("Africa/Casablanca", 2022, 2022);
    assert!(!text.contains("RRULE"), "{text}");
}

#[test]
fn times_in_utc_need_no_zone() {
    assert_eq!(vtimezone(&TimeZone::UTC, 2019, 2019), None);
    let fixed = TimeZone::fixed(Offset::from_seconds(3600).unwrap());
    assert_eq!(vtimezone(&fixed, 2019, 2019), None);
    assert_eq!(Zones::new().vtimezone(&fixed, 2019, 2019), "");
}

#[test]
fn remembered_zones_are_the_same_as_new_ones() {
    let mut zones = Zones::new();
    for _ in 0..2 {
        for (name, years) in [
            ("Europe/Berlin", (1995, 1995)),
            ("Europe/Berlin", (2019, 2019)),
            ("Asia/Tehran", (2019, 2019)),
        ] {
            assert_eq!(
                zones.vtimezone(&zone(name), years.0, years.1),
                written(name, years.0, years.1)
            );
        }
    }
}

const ZONES: [&str; 24] = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Africa/Lagos",
    // No two of these are alike in what makes a zone hard.
    "Africa/Cairo",
    "America/Havana",
    "America/Scoresbysund",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Europe/Moscow",
    "Pacific/Chatham",
];

#[test]
fn every_hour_of_the_window_has_the_offset_of_the_zone_database() {
    for name in ZONES {
        for (first, last) in
            [(2011, 2011), (2016, 2016), (2019, 2019), (2022, 2022), (2026, 2026), (2011, 2020)]
        {
            assert_hourly(name, first, last);
        }
    }
}

#[test]
fn every_zone_of_the_database_is_told_right() {
    let mut count = 0;
    for name in jiff::tz::db().available() {
        let zone = zone(name.as_str());
        if let Some(text) = vtimezone(&zone, 2019, 2023) {
            assert_same_offsets(name.as_str(), &zone, &text, 2018, 2024, 24 * 7);
            count += 1;
        }
    }
    assert!(count > 400, "only {count} zones");
}

#[test]
fn years_before_1970_are_told_right() {
    assert_hourly("Europe/Berlin", 1945, 1949);
    assert_hourly("Europe/London", 1968, 1972);
    assert_hourly("America/New_York", 1969, 1971);
    // Local mean time, an offset with seconds: +0:53:28.
    assert_hourly("Europe/Berlin", 1892, 1893);
}

/// From one year before `first` to one year after `last`.
fn assert_hourly(name: &str, first: i16, last: i16) {
    let zone = zone(name);
    let text = vtimezone(&zone, first, last).unwrap();
    assert!(text.ends_with("END:VTIMEZONE\r\n"), "{text}");
    assert_same_offsets(name, &zone, &text, first - 1, last + 1, 1);
}

fn assert_same_offsets(name: &str, zone: &TimeZone, text: &str, first: i16, last: i16, hours: i64) {
    let told = Told::read(text, last + 1);
    assert_eq!(told.tzid, name);
    let mut instant = utc(date(first, 1, 1).at(0, 0, 0, 0));
    let end = utc(date(last + 1, 1, 1).at(0, 0, 0, 0));
    while instant < end {
        assert_eq!(told.offset(instant), zone.to_offset(instant), "{name} at {instant}\n{text}");
        instant += SignedDuration::from_hours(hours);
    }
}

fn utc(time: DateTime) -> Timestamp {
    TimeZone::UTC.to_timestamp(time).unwrap()
}

/// What a VTIMEZONE says: from which instant on which offset is in force.
struct Told {
    tzid: String,
    onsets: Vec<(Timestamp, Offset)>,
}

impl Told {
    /// Reads the text and writes out its rules up to and with `last_year`.
    fn read(text: &str, last_year: i16) -> Told {
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

    fn offset(&self, instant: Timestamp) -> Offset {
        let after = self.onsets.partition_point(|(at, _)| *at <= instant);
        assert!(after > 0, "nothing is said about {instant}");
        self.onsets[after - 1].1
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

fn offset(text: &str) -> Offset {
    let (sign, digits) = text.split_at(1);
    let part = |range: std::ops::Range<usize>| -> i32 {
        digits.get(range).map_or(0, |part| part.parse().unwrap())
    };
    let seconds = part(0..2) * 3600 + part(2..4) * 60 + part(4..6);
    Offset::from_seconds(if sign == "-" { -seconds } else { seconds }).unwrap()
}
