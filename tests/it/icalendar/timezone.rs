//! VTIMEZONE: what a file says about a zone is what the zone database says, hour by hour.
//!
//! The files' text is read by the interpreter in `told.rs`.

use bba::icalendar::{Zones, vtimezone};
use jiff::civil::{DateTime, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::told::Told;

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
    // The last onset is at 1 o'clock UTC. The local time read as UTC is later, and so right for
    // readers that take UNTIL for local: Python's dateutil lost an hour in the winter of 1995.
    let text = written("Europe/Berlin", 1994, 1997);
    assert!(text.contains("UNTIL=19950924T030000Z"), "{text}");
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

const ZONES: [&str; 25] = [
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
    "Africa/Abidjan",
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
fn one_file_may_span_all_years_a_calendar_has() {
    for name in ZONES {
        assert_hourly(name, 1971, 2037);
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
