//! Calendar files: when an entry is.

use super::*;

fn time_lines(entry: &Entry) -> Vec<String> {
    written(&[entry])
        .split("BEGIN:VEVENT")
        .nth(1)
        .unwrap()
        .lines()
        .filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND"))
        .map(String::from)
        .collect()
}

#[test]
fn the_first_pass_of_a_repeated_hour_is_utc() {
    // RFC 5545 3.3.5: a local time that occurs twice means its first occurrence. It was written
    // locally once, and ical.js took it for the second.
    let entry = timed("x", "2019-10-27T02:30+02:00[Europe/Berlin]", None);
    assert_eq!(time_lines(&entry), ["DTSTART:20191027T003000Z"]);
}

#[test]
fn the_second_pass_of_a_repeated_hour_is_utc() {
    let entry = timed(
        "x",
        "2019-10-27T02:30+01:00[Europe/Berlin]",
        Some("2019-10-27T04:00+01:00[Europe/Berlin]"),
    );
    assert_eq!(time_lines(&entry), ["DTSTART:20191027T013000Z", "DTEND:20191027T030000Z"]);
    assert!(!written(&[&entry]).contains("VTIMEZONE"));
}

#[test]
fn an_end_in_the_second_pass_takes_its_start_along() {
    let entry = timed(
        "x",
        "2019-10-27T02:30+02:00[Europe/Berlin]",
        Some("2019-10-27T02:15+01:00[Europe/Berlin]"),
    );
    assert_eq!(time_lines(&entry), ["DTSTART:20191027T003000Z", "DTEND:20191027T011500Z"]);
}

#[test]
fn the_hour_after_the_gap_is_local() {
    let entry = timed("x", "2019-03-31T03:00+02:00[Europe/Berlin]", None);
    assert_eq!(time_lines(&entry), ["DTSTART;TZID=Europe/Berlin:20190331T030000"]);
}

#[test]
fn start_and_end_may_lie_in_two_zones() {
    let entry = timed(
        "x",
        "2019-11-04T08:00[Europe/Berlin]",
        Some("2019-11-04T13:00[America/Mexico_City]"),
    );
    assert_eq!(
        time_lines(&entry),
        [
            "DTSTART;TZID=Europe/Berlin:20191104T080000",
            "DTEND;TZID=America/Mexico_City:20191104T130000"
        ]
    );
}

#[test]
fn a_zone_without_a_name_is_utc() {
    for zone in [TimeZone::UTC, TimeZone::fixed(Offset::UTC)] {
        let start = instant("2019-09-24T13:00:00Z").to_zoned(zone);
        let entry = Entry { time: EntryTime::Timed { start, end: None }, ..get_together() };
        assert_eq!(time_lines(&entry), ["DTSTART:20190924T130000Z"]);
    }
}

#[test]
fn an_end_that_is_not_after_the_start_is_not_written() {
    for end in ["2019-09-24T15:00[Europe/Berlin]", "2019-09-24T14:00[Europe/Berlin]"] {
        let entry = timed("x", "2019-09-24T15:00[Europe/Berlin]", Some(end));
        assert_eq!(time_lines(&entry), ["DTSTART;TZID=Europe/Berlin:20190924T150000"]);
    }
}

#[test]
fn whole_days_end_on_the_day_after() {
    let one_day = all_day("x", (2019, 12, 31), (2019, 12, 31));
    assert_eq!(time_lines(&one_day), ["DTSTART;VALUE=DATE:20191231", "DTEND;VALUE=DATE:20200101"]);
    let backwards = all_day("x", (2019, 12, 31), (2019, 12, 1));
    assert_eq!(time_lines(&backwards), time_lines(&one_day));
    let last_of_all = all_day("x", (9999, 12, 31), (9999, 12, 31));
    assert_eq!(time_lines(&last_of_all), ["DTSTART;VALUE=DATE:99991231"]);
}

#[test]
fn the_zone_is_told_for_all_years_of_the_file() {
    // In September 1995 summer time ended a month earlier than since.
    let old = timed("old", "1995-10-01T12:00[Europe/Berlin]", None);
    let new = timed("new", "2019-09-24T15:00[Europe/Berlin]", None);
    let file = written(&[&new, &old]);
    assert!(file.contains("UNTIL=19950924T030000Z") || file.contains("19950924T030000"), "{file}");
}
