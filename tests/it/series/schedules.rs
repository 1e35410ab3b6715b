//! Dates of a series that are hardly meant together: they overlap, fall on one another, or are
//! moved into another year or country.

use super::series;
use crate::harness::{UPDATED, message};
use bba::problem::MessageLanguage::German;

/// Warnings about the dates of a series that begins and is repeated like this.
fn found(start: &str, repeat: &str) -> Vec<String> {
    let output = series(start, repeat).built();
    let is_meant = |line: &String| line.contains(" W094") || line.contains(" W0932");
    output.warnings().into_iter().filter(is_meant).collect()
}

/// What a warning says, with its hint.
fn told(start: &str, repeat: &str, code: &str) -> String {
    let output = series(start, repeat).build();
    let mut found = output.0.diagnostics.iter();
    found.find(|found| found.problem.code() == code).map(|found| message(found, German)).unwrap()
}

const NOTHING: [&str; 0] = [];

const AFTERNOON: &str = "start: 2019-10-01T16:00\nend: 2019-10-01T17:30";

#[test]
fn the_last_day_of_a_series_is_not_the_end_of_its_first_date() {
    for (start, repeat, end) in [
        (
            "start: 2019-11-05T16:00\nend: 2019-12-10T17:30",
            "every: week, until: 2019-12-10",
            "2019-11-05T17:30",
        ),
        (
            "start: 2019-11-05T20:00\nend: 2019-12-10T01:00",
            "every: week, count: 6",
            "2019-11-06T01:00",
        ),
        ("start: 2019-10-01\nend: 2019-10-29", "every: week, until: 2019-10-29", "2019-10-01"),
        ("start: 2019-10-01\nend: 2020-10-01", "every: month, count: 12", "2019-10-01"),
    ] {
        assert_eq!(found(start, repeat), ["events/reihe.yaml:4:6 W0943"], "{start}");
        let told = told(start, repeat, "W0943");
        assert!(told.contains(&format!("vermutlich {end}.")), "{told}");
    }
    for (start, repeat) in [
        (AFTERNOON, "every: week, count: 5"),
        (AFTERNOON, "every: day, count: 3"),
        ("start: 2019-10-01T22:00\nend: 2019-10-02T06:00", "every: day, count: 3"),
        ("start: 2019-10-01T16:00\nend: 2019-10-02T16:00", "every: day, count: 3"),
        ("start: 2019-10-01\nend: 2019-10-03", "every: week, count: 3"),
        ("start: 2019-10-01T16:00", "every: day, count: 3"),
    ] {
        assert_eq!(found(start, repeat), NOTHING, "{start} {repeat}");
    }
}

#[test]
fn a_date_that_is_moved_onto_another_is_told() {
    let changed = |change: &str| {
        found(
            &format!("{AFTERNOON}\n{UPDATED}"),
            &format!("every: week, count: 5, extra: ['2019-10-10T09:00'], changes: [{change}]"),
        )
    };
    for change in [
        "{date: 2019-10-08, start: 2019-10-15T16:00}",
        "{date: 2019-10-08, start: 2019-10-15T17:00, end: 2019-10-15T18:00}",
        "{date: 2019-10-08, start: 2019-10-10T09:00}",
    ] {
        let [found] = &changed(change)[..] else { panic!("{change}") };
        assert!(found.ends_with(" W0944"), "{found}");
    }
    for change in [
        "{date: 2019-10-08, start: 2019-10-09T16:00}",
        "{date: 2019-10-08, start: 2019-10-15T18:00}",
        "{date: 2019-10-08, status: cancelled}",
        "{date: 2019-10-08, end: 2019-10-08T19:00}",
        "{date: 2019-10-08, start: 2019-10-15T16:00}, {date: 2019-10-15, status: cancelled}",
        "{date: 2019-10-08, start: 2019-10-15T16:00}, {date: 2019-10-15, start: 2019-10-16T16:00}",
    ] {
        assert_eq!(changed(change), NOTHING, "{change}");
    }
}

#[test]
fn a_date_that_is_moved_into_another_year_says_which_would_fit() {
    let repeat = |start: &str| {
        format!("every: week, count: 5, changes: [{{date: 2019-10-08, start: {start}}}]")
    };
    for start in ["2018-10-09T18:00", "2020-10-09T18:00"] {
        let [found] = &found(AFTERNOON, &repeat(start))[..] else { panic!("{start}") };
        assert!(found.ends_with(" W0945"), "{found}");
        let told = told(AFTERNOON, &repeat(start), "W0945");
        assert!(told.contains("gemeint wäre dann 2019-10-09T18:00."), "{told}");
    }
    for start in ["2019-09-30T18:00", "2020-01-14T16:00"] {
        assert_eq!(found(AFTERNOON, &repeat(start)), NOTHING, "{start}");
    }
    // The same day a year before is before the series begins, or is over by now.
    let told_of = |start: &str| told(AFTERNOON, &repeat(start), "W0945");
    assert!(told_of("2020-06-20T01:00").contains("Den neuen Beginn prüfen."));
    let long = "start: 2019-06-04T16:00\nend: 2019-06-04T18:00";
    let change = "every: week, count: 30, changes: [{date: 2019-10-08, start: 2020-07-01T16:00}]";
    assert!(told(long, change, "W0945").contains("Den neuen Beginn prüfen."));
}

/// London is an hour behind Berlin all year.
#[test]
fn a_single_date_abroad_is_asked_for_its_hours() {
    let with = |venue: &str| {
        found(
            AFTERNOON,
            &format!("every: week, count: 5, changes: [{{date: 2019-10-08, venue: {venue}}}]"),
        )
    };
    let london = "{name: Haus, city: London, country: GB}";
    let [found] = &with(london)[..] else { panic!("{:?}", with(london)) };
    assert!(found.starts_with("events/reihe.yaml:5:") && found.ends_with(" W0940"), "{found}");
    let own = format!("{AFTERNOON}\ntimezone: Europe/Berlin");
    let repeat = format!("every: week, count: 5, changes: [{{date: 2019-10-08, venue: {london}}}]");
    let told = told(&own, &repeat, "W0940");
    assert!(told.contains("Ein einzelner Termin hat keine eigene Zone"), "{told}");
    for venue in ["{name: Haus, city: Leipzig, country: DE}", "{name: Haus, city: London}"] {
        assert_eq!(with(venue), NOTHING, "{venue}");
    }
}

#[test]
fn a_single_date_elsewhere_says_the_town_in_the_list_of_dates() {
    let change =
        "{date: 2019-10-15, venue: {name: Börse, street: Markt 2, city: Leipzig, country: DE}}";
    let site = series(
        "start: 2019-10-01T16:00\nvenue: saal\nupdates: [{at: 2019-02-01, kind: change}]",
        &format!("every: week, count: 5, changes: [{change}]"),
    );
    let page = site.built().text("veranstaltungen/reihe/index.html").to_owned();
    assert!(page.contains("Börse, Markt 2, Leipzig, Deutschland"), "{page}");
}
