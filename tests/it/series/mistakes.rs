//! Mistakes in `repeat`, each with what is said about it.

use super::series;
use crate::harness::Site;

/// What is found: its place and code, and the message with its hint.
fn found(site: Site) -> Vec<(String, String)> {
    let output = site.build();
    output.errors().into_iter().zip(output.messages()).collect()
}

#[test]
fn each_mistake_is_found_and_says_what_to_type() {
    const TUESDAY: &str = "start: 2019-10-01T10:00";
    const WEEKLY: &str = "every: week, until: 2019-12-31";
    let weekly = |more: &str| format!("{WEEKLY}, {more}");
    for (start, repeat, code, said) in [
        ("within: 2019-11-04/2019-11-08", WEEKLY.to_owned(), "E0420", "festen Beginn"),
        ("start: 2019-10-01\ntime: open", WEEKLY.to_owned(), "E0420", "festen Beginn"),
        (TUESDAY, "every: tuesday, count: 3".to_owned(), "E0421", "day, week, 2 weeks, month"),
        (TUESDAY, "every: 0 weeks, count: 3".to_owned(), "E0421", "»0 weeks«"),
        (TUESDAY, "every: Woche, count: 3".to_owned(), "E0421", "Bitte so schreiben: week"),
        (TUESDAY, "every: alle 2 Wochen, count: 3".to_owned(), "E0421", "so schreiben: 2 weeks"),
        (TUESDAY, "every: monatlich, count: 3".to_owned(), "E0421", "so schreiben: month"),
        (TUESDAY, "every: 200 Wochen, count: 3".to_owned(), "E0421", "day, week, 2 weeks, month"),
        (TUESDAY, "count: 3".to_owned(), "E0209", "`every` fehlt"),
        (TUESDAY, "every: week".to_owned(), "E0422", "until: 2019-12-31"),
        (TUESDAY, weekly("count: 3"), "E0423", "Eines von beiden"),
        (TUESDAY, "every: week, count: 0".to_owned(), "E0424", "kein einziger Termin"),
        (TUESDAY, "every: week, until: 2019-09-30".to_owned(), "E0406", "2019-09-30"),
        (TUESDAY, weekly("on: [first tuesday]"), "E0425", "every: month"),
        (TUESDAY, "every: day, on: [tuesday], count: 2".to_owned(), "E0425", "every: week"),
        (
            TUESDAY,
            "every: month, on: [tuesday], count: 2".to_owned(),
            "E0425",
            "on: [first tuesday]",
        ),
        (TUESDAY, weekly("on: [tuesdy]"), "E0301", "Meinten Sie `tuesday`?"),
        (TUESDAY, "every: month, on: [fifth tuesday], count: 2".to_owned(), "E0301", "last"),
        (TUESDAY, weekly("on: []"), "E0211", "fehlt der Wert"),
        ("start: 2019-10-31", "every: month, count: 3".to_owned(), "E0426", "last friday"),
        (
            "start: 2019-10-02T10:00",
            weekly("on: [tuesday]"),
            "E0427",
            "Passend wäre 2019-10-01 oder 2019-10-08.",
        ),
        (TUESDAY, weekly("except: [2019-10-09]"), "E0428", "2019-10-08, 2019-10-15"),
        (TUESDAY, weekly("except: [2020-01-07]"), "E0428", "Termine: 2019-12-31"),
        (
            TUESDAY,
            weekly("except: [2019-10-08], changes: [{date: 2019-10-08, note: x}]"),
            "E0428",
            "2019-10-01, 2019-10-15",
        ),
        (TUESDAY, weekly("except: [2019-10-08, 2019-10-08]"), "E0208", "zweimal"),
        (TUESDAY, "every: day, until: 2021-10-01".to_owned(), "E0429", "mehr als 500 Termine"),
        (TUESDAY, "every: week, count: 501".to_owned(), "E0429", "mehr als 500 Termine"),
        (
            TUESDAY,
            weekly("extra: [2019-10-15T09:30]"),
            "E0430",
            "{date: 2019-10-15, start: 2019-10-15T09:30}",
        ),
        (TUESDAY, weekly("extra: [2019-10-15]"), "E0430", "start: 2019-10-15T16:00}"),
        (TUESDAY, weekly("extra: [2019-10-15T10:00]"), "E0430", "Den Tag hier löschen."),
        ("start: 2019-10-01", weekly("extra: [2019-10-15]"), "E0430", "Den Tag hier löschen."),
        (TUESDAY, weekly("extra: [2019-09-30]"), "E0431", "`start`"),
        ("start: 2019-10-01", weekly("extra: [2019-10-02T10:00]"), "E0432", "ein Tag stehen"),
        (TUESDAY, weekly("changes: [{date: 2019-10-08, start: 2019-10-09}]"), "E0432", "Uhrzeit"),
        (
            TUESDAY,
            weekly("changes: [{date: 2019-10-08, start: 2019-10-09T10:00, end: 2019-10-09T09:00}]"),
            "E0406",
            "2019-10-09T09:00",
        ),
        (
            "start: 2019-10-01\nupdates: [{at: 2019-02-01, kind: change}]",
            weekly("changes: [{date: 2019-10-08, status: cancelled, start: 2019-10-09}]"),
            "E0433",
            "zugleich verlegt",
        ),
        (
            TUESDAY,
            weekly("changes: [{date: 2019-10-08, status: cancelled}]"),
            "E0414",
            "updates: [{at: ",
        ),
        (TUESDAY, weekly("changes: [{date: 2019-10-08, venue: halle}]"), "E0501", "`halle`"),
        (
            TUESDAY,
            "every: week, count: 1, except: [2019-10-01]".to_owned(),
            "E0424",
            "kein einziger",
        ),
        (TUESDAY, weekly("when: never"), "E0207", "`when`"),
    ] {
        let found = found(series(start, &repeat));
        assert_eq!(found.len(), 1, "{repeat}: {found:?}");
        let (place, message) = &found[0];
        assert!(place.ends_with(code), "{repeat}: {place} {message}");
        assert!(message.contains(said), "{repeat}: {message}");
    }
}

#[test]
fn a_mistake_stands_at_its_place() {
    let event = "start: 2019-10-01\nrepeat:\n  every: week\n  until: 2019-12-31\n  \
                 except: [2019-10-08, 2019-10-09]\n  changes:\n    - {date: 2019-10-15, note: x}\n    \
                 - {date: 2019-10-16, note: y}";
    let errors = Site::new().event("reihe", event).build().errors();
    assert_eq!(errors, ["events/reihe.yaml:7:24 E0428", "events/reihe.yaml:10:14 E0428"]);
}

/// In Berlin clocks go from 2 to 3 on 31 March 2019, and from 3 to 2 on 27 October 2019; both
/// are Sundays.
#[test]
fn a_date_at_a_change_of_clocks_is_refused_because_readers_differ() {
    for (start, repeat, codes) in [
        // An hour that does not exist: no exception helps, because readers count differently.
        ("start: 2019-03-24T02:30", "every: week, count: 3", vec!["E0434"]),
        ("start: 2019-03-24T02:30", "every: week, count: 3, except: [2019-03-31]", vec!["E0434"]),
        // An hour that is twice.
        ("start: 2019-10-20T02:30", "every: week, count: 3", vec!["E0434"]),
        ("start: 2019-10-20T02:30", "every: week, count: 3, except: [2019-10-27]", vec!["E0434"]),
        // A night that is an hour longer.
        ("start: 2019-10-19T22:00\nend: 2019-10-20T04:00", "every: week, count: 3", vec!["E0434"]),
        (
            "start: 2019-10-19T22:00\nend: 2019-10-20T04:00",
            "every: week, count: 3, except: [2019-10-26], extra: [2019-10-27T12:00]",
            vec![],
        ),
        // Days and hours beside it are like any other.
        ("start: 2019-10-20T04:00\nend: 2019-10-20T06:00", "every: week, count: 3", vec![]),
        ("start: 2019-03-24", "every: week, count: 3", vec![]),
        // A feed of Berlin makes some readers shift a series that is told in UTC.
        ("start: 2019-10-20T02:30\ntimezone: UTC", "every: week, count: 2", vec!["E0435"]),
        ("start: 2019-10-20\ntimezone: UTC", "every: week, count: 2", vec![]),
        // In Mexico City it was another hour.
        (
            "start: 2019-10-20T01:30\ntimezone: America/Mexico_City",
            "every: week, count: 3",
            vec!["E0434"],
        ),
    ] {
        let errors = series(start, repeat).build().errors();
        let found: Vec<&str> = errors.iter().map(|error| &error[error.len() - 5..]).collect();
        assert_eq!(found, codes, "{start} {repeat}");
    }
}

#[test]
fn what_does_not_follow_from_another_mistake_is_found_with_it() {
    let repeat = "every: month, on: [friday], except: [9.10.], changes: [{date: 2019-10-08, \
                  status: canceled, venue: halle}]";
    let errors = series("start: 2019-10-01", repeat).build().errors();
    let mut codes: Vec<&str> = errors.iter().map(|error| &error[error.len() - 5..]).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["E0301", "E0401", "E0422", "E0425", "E0433", "E0501"]);
}

#[test]
fn a_mistake_elsewhere_is_not_repeated() {
    let errors = series("start: 2019-10-32", "every: week, until: 2019-12-31").build().errors();
    assert_eq!(errors, ["events/reihe.yaml:3:8 E0402"]);
}
