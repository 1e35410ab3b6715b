//! Series in calendar files: RFC 5545 3.8.5, and that subscribers see every change.

use super::{TUESDAYS, series};
use crate::harness::Site;

/// The lines of a file that say when something is.
fn times(lines: &[String]) -> Vec<&str> {
    let names = ["DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID"];
    let entries = lines.iter().skip_while(|line| *line != "BEGIN:VEVENT");
    let is_time = |line: &&String| names.iter().any(|name| line.starts_with(name));
    entries.filter(is_time).map(String::as_str).collect()
}

#[test]
fn a_series_is_written_as_a_person_would() {
    let site = Site::new().event("reihe", TUESDAYS).built();
    let lines = site.calendar("veranstaltungen/reihe.ics");
    let zone = "TZID=Europe/Berlin";
    assert_eq!(
        times(&lines),
        [
            format!("DTSTART;{zone}:20191001T160000"),
            format!("DTEND;{zone}:20191001T173000"),
            // The last Tuesday until the 20th is the 17th.
            "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20191217T160000Z".to_owned(),
            format!("EXDATE;{zone}:20191029T160000"),
            format!("RECURRENCE-ID;{zone}:20191008T160000"),
            format!("DTSTART;{zone}:20191009T180000"),
            format!("DTEND;{zone}:20191009T193000"),
            format!("RECURRENCE-ID;{zone}:20191112T160000"),
            format!("DTSTART;{zone}:20191112T160000"),
            format!("DTEND;{zone}:20191112T173000"),
            format!("RECURRENCE-ID;{zone}:20191119T160000"),
            format!("DTSTART;{zone}:20191119T160000"),
            format!("DTEND;{zone}:20191119T173000"),
            format!("DTSTART;{zone}:20191221T100000"),
            format!("DTEND;{zone}:20191221T113000"),
        ]
    );
    let of = |name: &str| {
        let own = lines.iter().filter(|line| line.starts_with(name));
        own.map(|line| line.split_once(':').unwrap().1).collect::<Vec<_>>()
    };
    assert_eq!(
        of("SUMMARY"),
        ["Titel reihe", "Titel reihe", "[Abgesagt] Titel reihe", "Titel reihe", "Titel reihe"]
    );
    assert_eq!(of("STATUS"), ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]);
    assert_eq!(of("SEQUENCE"), ["1"; 5]);
    let uids = of("UID");
    // Computed with Python: uuid5(uuid5(NAMESPACE_DNS, "test-site"), "event/reihe/2019-12-21").
    assert_eq!(uids[..4], ["43206894-1209-5a85-b10c-c834a4045aa0"; 4]);
    assert_eq!(uids[4], "9bcebbf3-6c8b-594b-89a8-bb742f994feb");
    assert_eq!(of("RELATED-TO;RELTYPE=SIBLING"), [uids[0]]);
    assert_eq!(
        of("LOCATION")[2..4],
        ["Großer Saal\\, Weg 1\\, 01067 Dresden", "Kleiner Saal\\, Dresden"]
    );
    assert!(of("DESCRIPTION")[1].starts_with("Wegen der Messe am Mittwoch"));
    assert!(of("DESCRIPTION")[2].starts_with("Dieser Termin fällt aus."));
}

#[test]
fn every_form_of_a_rule_has_its_rrule() {
    for (start, repeat, rule) in [
        ("2019-10-01T10:00", "every: day, count: 3", "FREQ=DAILY;COUNT=3"),
        ("2019-10-01T10:00", "every: 10 days, count: 3", "FREQ=DAILY;INTERVAL=10;COUNT=3"),
        ("2019-10-01T10:00", "every: week, count: 3", "FREQ=WEEKLY;BYDAY=TU;COUNT=3"),
        (
            "2019-10-01T10:00",
            "every: 2 weeks, on: [thursday, tuesday], count: 3",
            "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU,TH;COUNT=3",
        ),
        ("2019-10-01T10:00", "every: month, count: 3", "FREQ=MONTHLY;BYMONTHDAY=1;COUNT=3"),
        (
            "2019-10-01T10:00",
            "every: 3 months, on: [last friday, first tuesday], count: 3",
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU,-1FR;COUNT=3",
        ),
        // UNTIL is as DTSTART is: a day, or an instant in UTC. Whoever takes it for local time
        // finds the last date too: west of Greenwich the instant of the last start, east of it a
        // little later.
        ("2019-10-01", "every: week, until: 2019-12-31", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191231"),
        (
            "2019-10-01T10:00",
            "every: week, until: 2019-10-25",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191022T100000Z",
        ),
        (
            "2019-10-01T10:00",
            "every: week, until: 2019-11-01",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191029T100000Z",
        ),
        (
            "2019-10-01T10:00\ntimezone: America/Mexico_City",
            "every: week, until: 2019-10-25",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191022T150000Z",
        ),
    ] {
        let lines = series(&format!("start: {start}"), repeat).built();
        let lines = lines.calendar("veranstaltungen/reihe.ics");
        assert!(lines.contains(&format!("RRULE:{rule}")), "{repeat}: {:?}", times(&lines));
    }
}

#[test]
fn whole_days_have_exceptions_additions_and_changes_that_are_days() {
    let repeat = "every: week, count: 4, except: [2019-10-08], extra: [2019-12-01], \
                  changes: [{date: 2019-10-15, start: 2019-10-17}]";
    let site = series("start: 2019-10-01\nend: 2019-10-02", repeat).built();
    let lines = site.calendar("veranstaltungen/reihe.ics");
    assert_eq!(
        times(&lines),
        [
            "DTSTART;VALUE=DATE:20191001",
            "DTEND;VALUE=DATE:20191003",
            "RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=4",
            "EXDATE;VALUE=DATE:20191008",
            "RECURRENCE-ID;VALUE=DATE:20191015",
            "DTSTART;VALUE=DATE:20191017",
            "DTEND;VALUE=DATE:20191019",
            "DTSTART;VALUE=DATE:20191201",
            "DTEND;VALUE=DATE:20191203",
        ]
    );
}

/// Six years of Wednesdays in Cairo, which has had summer time again since 2023.
#[test]
fn the_time_zone_is_told_for_the_whole_series() {
    let start = "start: 2019-10-02T10:00\ntimezone: Africa/Cairo";
    let site = series(start, "every: week, until: 2025-12-31").built();
    let text = site.text("veranstaltungen/reihe.ics");
    assert!(text.contains("BEGIN:DAYLIGHT"), "{text}");
    let short = series(start, "every: week, until: 2019-12-31").built();
    assert!(!short.text("veranstaltungen/reihe.ics").contains("BEGIN:DAYLIGHT"));
}

#[test]
fn every_feed_has_the_changes_too_and_a_reminder_for_each_that_takes_place() {
    let site = Site::new().event("reihe", &format!("{TUESDAYS}\nsectors: [rail]")).built();
    for (path, alarms) in [
        ("veranstaltungen/calendar.ics", 0),
        ("branchen/rail/calendar.ics", 0),
        ("veranstaltungen/reminders.ics", 4),
    ] {
        let lines = site.calendar(path);
        let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!(count("BEGIN:VEVENT"), 5, "{path}");
        assert_eq!(count("RECURRENCE-ID"), 3, "{path}");
        assert_eq!(count("BEGIN:VALARM"), alarms, "{path}");
    }
    let lines = site.calendar("veranstaltungen/reminders.ics");
    let mut uids: Vec<&String> = Vec::new();
    for pair in lines.windows(2) {
        if pair[0] == "BEGIN:VALARM" {
            assert!(!uids.contains(&&pair[1]), "two alarms with one UID");
            uids.push(&pair[1]);
        }
    }
}

/// The day that the series has it on is its name, whatever becomes of it.
#[test]
fn a_further_date_keeps_its_uid_when_it_is_moved_or_cancelled() {
    let of_change = |extra: &str, change: &str| {
        let repeat = format!("every: week, count: 2, extra: ['{extra}']{change}");
        let update = "\nupdates: [{at: 2019-02-01, kind: change}]";
        let site = series(&format!("start: 2019-10-01T10:00{update}"), &repeat).built();
        let lines = site.calendar("veranstaltungen/reihe.ics");
        let begin = lines.iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
        lines[begin + 1..].to_vec()
    };
    let has = |lines: &[String], start: &str| lines.iter().any(|line| line.starts_with(start));
    let as_announced = of_change("2019-12-21T10:00", "");
    assert!(has(&as_announced, "DTSTART;TZID=Europe/Berlin:20191221T100000"));
    let moved = ", changes: [{date: 2019-12-21, start: 2019-12-22T11:00}]";
    let moved = of_change("2019-12-21T10:00", moved);
    assert!(has(&moved, "DTSTART;TZID=Europe/Berlin:20191222T110000"));
    let cancelled =
        of_change("2019-12-21T10:00", ", changes: [{date: 2019-12-21, status: cancelled}]");
    assert!(has(&cancelled, "STATUS:CANCELLED"));
    let earlier = of_change("2019-12-21T09:00", "");
    for lines in [&moved, &cancelled, &earlier] {
        assert!(!has(lines, "RECURRENCE-ID"));
        assert_eq!(lines[0], as_announced[0], "the UID");
    }
    let other_day = of_change("2019-12-20T10:00", "");
    assert_ne!(other_day[0], as_announced[0]);
}

/// A date that is moved to before the first still stands after its series.
#[test]
fn a_series_stands_before_its_dates() {
    let repeat = "every: week, count: 3, changes: [{date: 2019-10-08, start: 2019-09-20T10:00}, \
                  {date: 2019-10-01, note: Beginn}]";
    let site =
        series("start: 2019-10-01T10:00", repeat).event("davor", "start: 2019-09-10").built();
    let lines = site.calendar("veranstaltungen/calendar.ics");
    let position = |text: &str| lines.iter().position(|line| line.starts_with(text)).unwrap();
    assert!(position("RRULE") < position("RECURRENCE-ID"));
}
