//! The lint: a right calendar has no finding, and each seeded fault is found and named.

use bba::icalendar::{Rule, lint};

/// A calendar that is right, with a timed, an all-day and a recurring entry.
const RIGHT: &str = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Test//DE
NAME:Termine
COLOR:steelblue
REFRESH-INTERVAL;VALUE=DURATION:PT12H
SOURCE;VALUE=URI:https://example.org/calendar.ics
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:timed
DTSTAMP:20190901T080000Z
CREATED:20190801T080000Z
LAST-MODIFIED:20190901T080000Z
SEQUENCE:1
DTSTART;TZID=Europe/Berlin:20190924T150000
DTEND;TZID=Europe/Berlin:20190924T170000
SUMMARY;LANGUAGE=de:Kaffee\\, Kuchen und ein Gespräch über alles\\, wa
 s für Sachsen wichtig ist
LOCATION;ALTREP=\"https://example.org/saal\":Saal
GEO:51.045680;13.801430
URL:https://example.org/timed/
STATUS:CONFIRMED
ORGANIZER;CN=\"Müller: Söhne, AG\":mailto:anna@example.org
END:VEVENT
BEGIN:VEVENT
UID:days
DTSTAMP:20190901T080000Z
DTSTART;VALUE=DATE:20191104
DTEND;VALUE=DATE:20191109
SUMMARY:Besuch
STATUS:TENTATIVE
ORGANIZER:mailto:anna@example.org
END:VEVENT
BEGIN:VEVENT
UID:series
DTSTAMP:20190901T080000Z
DTSTART;TZID=Europe/Berlin:20191001T100000
DTEND;TZID=Europe/Berlin:20191001T110000
RRULE:FREQ=WEEKLY;UNTIL=20191231T090000Z
EXDATE;TZID=Europe/Berlin:20191029T100000
SUMMARY:Sprechstunde
ORGANIZER:mailto:anna@example.org
END:VEVENT
BEGIN:VEVENT
UID:series
RECURRENCE-ID;TZID=Europe/Berlin:20191008T100000
DTSTAMP:20190901T080000Z
DTSTART;TZID=Europe/Berlin:20191009T100000
DTEND;TZID=Europe/Berlin:20191009T110000
SUMMARY:Sprechstunde\\, verlegt
ORGANIZER:mailto:anna@example.org
END:VEVENT
END:VCALENDAR
";

fn right() -> Vec<u8> {
    RIGHT.replace('\n', "\r\n").into_bytes()
}

fn rules(bytes: &[u8]) -> Vec<Rule> {
    lint(bytes).into_iter().map(|finding| finding.rule).collect()
}

/// The rules that a calendar breaks once a text in it is replaced.
fn seeded(from: &str, to: &str) -> Vec<Rule> {
    let text = String::from_utf8(right()).unwrap();
    assert!(text.contains(from), "{from}");
    rules(text.replacen(from, to, 1).as_bytes())
}

#[test]
fn a_right_calendar_has_no_finding() {
    assert_eq!(lint(&right()), []);
}

/// A text of the right calendar, what takes its place, and the rule that is broken then.
const FAULTS: &[(&str, &str, Rule)] = &[
    ("GEO:51.045680;13.801430", "GEO:51.045680,13.801430", Rule::Geo),
    ("CN=\"Müller: Söhne, AG\"", "CN=Müller: Söhne AG", Rule::Parameter),
    ("CN=\"Müller: Söhne, AG\"", "CN=Müller; Söhne", Rule::Parameter),
    ("CN=\"Müller: Söhne, AG\"", "CN=Müller, Söhne", Rule::Parameter),
    ("ALTREP=\"https://example.org/saal\"", "ALTREP=https://example.org/saal", Rule::Parameter),
    ("CN=\"Müller: Söhne, AG\"", "CN=\"Müller \"Söhne\" AG\"", Rule::Parameter),
    ("COLOR:steelblue", "COLOR:#4682B4", Rule::Color),
    ("Kuchen und ein", "Kuchen und noch ein langes", Rule::LongLine),
    ("\r\nUID:timed", "\r\nUID:days", Rule::DuplicateUid),
    (
        "DTEND;TZID=Europe/Berlin:20190924T170000",
        "DTEND;TZID=Europe/Berlin:20190924T140000",
        Rule::EndNotAfterStart,
    ),
    ("DTEND;VALUE=DATE:20191109", "DTEND;VALUE=DATE:20191104", Rule::EndNotAfterStart),
    ("DTEND;VALUE=DATE:20191109", "DTEND:20191109T000000Z", Rule::EndType),
    ("UNTIL=20191231T090000Z", "UNTIL=20191231T100000", Rule::Until),
    ("UNTIL=20191231T090000Z", "UNTIL=20191231", Rule::Until),
    (
        "EXDATE;TZID=Europe/Berlin:20191029T100000",
        "EXDATE;VALUE=DATE:20191029",
        Rule::RecurrenceType,
    ),
    ("EXDATE;TZID=Europe/Berlin:20191029T100000", "EXDATE:20191029T090000Z", Rule::RecurrenceType),
    ("Sprechstunde", "Sprech\u{7}stunde", Rule::ControlCharacter),
    ("20190924T150000", "20190924T150000Z", Rule::ZoneWithUtc),
    ("SUMMARY:Besuch\r\n", "SUMMARY:Besuch\n", Rule::LineEnd),
    ("SUMMARY:Besuch\r\n", "SUMMARY:Besuch \r\n", Rule::TrailingSpace),
    ("SUMMARY:Besuch\r\n", "SUMMARY:Besuch\u{a0}\r\n", Rule::TrailingSpace),
    ("SUMMARY:Besuch\r\n", "SUMMARY:Besuch\r\n\r\n", Rule::BlankLine),
    ("DTSTAMP:20190901T080000Z\r\nDTSTART;VALUE", "DTSTART;VALUE", Rule::Missing),
    ("DTSTAMP:20190901T080000Z", "DTSTAMP:20190901T080000", Rule::StampNotUtc),
    ("CREATED:20190801T080000Z", "CREATED:20191001T080000Z", Rule::CreatedAfterModified),
    ("UID:series\r\nDTSTAMP", "UID:another\r\nDTSTAMP", Rule::SeriesMissing),
    (
        "RECURRENCE-ID;TZID=Europe/Berlin:20191008T100000",
        "RECURRENCE-ID;VALUE=DATE:20191008T100000",
        Rule::RecurrenceType,
    ),
    ("STATUS:TENTATIVE", "STATUS:POSTPONED", Rule::Status),
    ("REFRESH-INTERVAL;VALUE=DURATION", "REFRESH-INTERVAL", Rule::ValueParameter),
    ("TZID:Europe/Berlin", "TZID:Europe/Paris", Rule::ZoneMissing),
    ("DTSTART;TZID=Europe/Berlin:20190924T150000", "DTSTART:20190924T150000", Rule::Floating),
    ("20190924T150000", "20190331T023000", Rule::Gap),
    ("20190924T150000", "20191027T023000", Rule::Fold),
    ("DTSTART:19700329T020000", "DTSTART:19700329T020000Z", Rule::Time),
    ("URL:https://example.org/timed/", "URL:/timed/", Rule::Address),
    ("mailto:anna", "MAILTO:anna", Rule::Address),
    ("SEQUENCE:1", "SEQUENCE:eins", Rule::Number),
    ("Kaffee\\, Kuchen", "Kaffee, Kuchen", Rule::Escape),
    ("SUMMARY:Besuch", "SUMMARY:Besuch\r\nSUMMARY:Visit", Rule::Repeated),
    ("VERSION:2.0\r\n", "", Rule::Missing),
    ("SUMMARY:Besuch", "Besuch", Rule::Syntax),
    ("END:VEVENT\r\nBEGIN:VEVENT\r\nUID:days", "BEGIN:VEVENT\r\nUID:days", Rule::Structure),
    (ZONE, "", Rule::ZoneMissing),
];

/// The calendar's zone.
const ZONE: &str = "\
BEGIN:VTIMEZONE\r
TZID:Europe/Berlin\r
BEGIN:DAYLIGHT\r
DTSTART:19700329T020000\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19701025T030000\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
END:STANDARD\r
END:VTIMEZONE\r
";

#[test]
fn each_seeded_fault_is_found_and_named() {
    for (from, to, rule) in FAULTS {
        let found = seeded(from, to);
        assert!(found.contains(rule), "{from:?} → {to:?}: {found:?} instead of {rule:?}");
    }
}

#[test]
fn a_fault_in_an_alarm_is_found() {
    let found = |alarm: &str| {
        let alarm = format!("BEGIN:VALARM\r\n{alarm}END:VALARM\r\nEND:VEVENT\r\n");
        seeded("END:VEVENT\r\n", &alarm)
    };
    let action = "ACTION:DISPLAY\r\n";
    let trigger = "TRIGGER:-P1D\r\n";
    let description = "DESCRIPTION:Besuch\r\n";
    assert_eq!(found(&format!("{action}{trigger}{description}")), []);
    for alarm in [
        format!("{trigger}{description}"),
        format!("{action}{description}"),
        format!("{action}{trigger}"),
        format!("{action}TRIGGER:einen Tag davor\r\n{description}"),
    ] {
        assert_eq!(found(&alarm), [Rule::Alarm], "{alarm}");
    }
    let long = format!("{action}{trigger}DESCRIPTION:{}\r\n", "x".repeat(80));
    assert_eq!(found(&long), [Rule::LongLine]);
}

#[test]
fn a_method_asks_every_entry_for_an_organizer() {
    let with = seeded("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH");
    assert_eq!(with, []);
    let text = String::from_utf8(right()).unwrap();
    let without = text.replacen("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH", 1).replacen(
        "ORGANIZER:mailto:anna@example.org\r\n",
        "",
        1,
    );
    assert_eq!(rules(without.as_bytes()), [Rule::MethodWithoutOrganizer]);
}

#[test]
fn a_byte_order_mark_is_found() {
    let mut bytes = b"\xef\xbb\xbf".to_vec();
    bytes.extend(right());
    assert_eq!(rules(&bytes), [Rule::ByteOrderMark]);
}

#[test]
fn a_line_cut_inside_a_character_is_found() {
    let mut bytes = right();
    let umlaut = bytes.windows(2).position(|pair| pair == "ä".as_bytes()).unwrap();
    bytes.splice(umlaut + 1..umlaut + 1, *b"\r\n ");
    assert!(rules(&bytes).contains(&Rule::SplitCharacter));
}

#[test]
fn a_finding_names_its_line_and_its_entry() {
    let text = String::from_utf8(right()).unwrap().replace("STATUS:TENTATIVE", "STATUS:MAYBE");
    let line = text.lines().position(|line| line.starts_with("STATUS:MAYBE")).unwrap() + 1;
    let finding = lint(text.as_bytes()).remove(0);
    assert_eq!(
        (finding.rule, finding.line, finding.uid.as_deref()),
        (Rule::Status, line, Some("days"))
    );
    assert_eq!(finding.to_string(), format!("Status, line {line}: STATUS:MAYBE (UID days)"));
}
