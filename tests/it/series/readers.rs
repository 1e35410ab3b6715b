//! The dates of a series, as a reader that nobody here wrote expands its calendar file, are those
//! in `data/events.json`.

use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendar;
use jiff::{Timestamp, Zoned};

use super::{TUESDAYS, series};
use crate::harness::{Output, Site};

/// The starts that calcard finds, in seconds. It takes a whole day to begin at midnight UTC.
fn by_calcard(site: &Output) -> Vec<i64> {
    let file = site.text("veranstaltungen/reihe.ics");
    let calendar = ICalendar::parse(file).unwrap();
    let expanded = calendar.expand_dates(Tz::UTC, 1000);
    assert!(expanded.errors.is_empty(), "{:?}", expanded.errors);
    let mut starts: Vec<i64> =
        expanded.events.iter().map(|event| event.start.timestamp()).collect();
    starts.sort_unstable();
    starts
}

/// The starts in `data/events.json`, in seconds; whole days at midnight UTC.
fn by_data(site: &Output) -> Vec<i64> {
    let events = site.json("data/events.json");
    let dates = events[0]["repeat"]["dates"].as_array().unwrap().clone();
    let seconds = |date: &serde_json::Value| {
        let start = date["start"].as_str().unwrap();
        let day = || format!("{start}T00:00:00[UTC]").parse::<Zoned>().unwrap().timestamp();
        start.parse::<Timestamp>().unwrap_or_else(|_| day()).as_second()
    };
    dates.iter().map(seconds).collect()
}

#[test]
fn every_reader_finds_the_same_dates() {
    let changes = "except: [2019-10-08], extra: [2019-12-22T10:00], \
                   changes: [{date: 2019-10-15, start: 2019-10-16T08:00}]";
    for (start, repeat) in [
        ("start: 2019-10-01T10:00", "every: day, until: 2020-04-01".to_owned()),
        ("start: 2019-10-01T00:30", "every: day, until: 2020-04-01".to_owned()),
        (
            "start: 2019-10-01T23:30\ntimezone: America/Mexico_City",
            "every: day, until: 2020-03-01".to_owned(),
        ),
        ("start: 2019-10-01T10:00", "every: 10 days, count: 40".to_owned()),
        ("start: 2019-10-01T10:00", "every: week, until: 2020-10-01".to_owned()),
        ("start: 2019-10-01T10:00", "every: 2 weeks, on: [tuesday, sunday], count: 30".to_owned()),
        ("start: 2019-10-06T10:00", "every: 2 weeks, on: [tuesday, sunday], count: 30".to_owned()),
        ("start: 2019-10-28T10:00", "every: month, count: 30".to_owned()),
        ("start: 2020-02-28T23:30", "every: 12 months, count: 9".to_owned()),
        ("start: 2019-10-01T00:30", "every: month, on: [first tuesday], until: 2021-12-07".to_owned()),
        (
            "start: 2019-10-01T10:00",
            "every: 2 months, on: [first tuesday, last friday, fourth monday], count: 30".to_owned(),
        ),
        ("start: 2019-10-01T10:00\nend: 2019-10-01T12:00", format!("every: week, count: 20, {changes}")),
        (
            "start: 2019-10-01T10:00\ntimezone: America/Mexico_City",
            format!("every: week, count: 50, {changes}"),
        ),
        (
            "start: 2019-10-01T10:00\ntimezone: Asia/Kathmandu",
            format!("every: week, count: 50, {changes}"),
        ),
        ("start: 2019-10-01\nend: 2019-10-02", "every: week, until: 2020-10-06".to_owned()),
        ("start: 2020-02-28", "every: day, count: 3".to_owned()),
        (
            "start: 2019-10-01",
            "every: month, on: [first tuesday], count: 12, except: [2019-11-05], extra: [2019-12-24]"
                .to_owned(),
        ),
        // While clocks are changed, but not at its beginning.
        (
            "start: 2019-10-20T01:30\nend: 2019-10-20T04:00",
            "every: week, count: 3, except: [2019-10-27]".to_owned(),
        ),
    ] {
        let site = series(start, &repeat).built();
        let (read, meant) = (by_calcard(&site), by_data(&site));
        assert!(meant.len() > 1);
        assert_eq!(read, meant, "{start} {repeat}");
    }
}

#[test]
fn a_cancelled_date_stays_in_the_calendar() {
    let site = Site::new().event("reihe", TUESDAYS).built();
    assert_eq!(by_calcard(&site), by_data(&site));
}
