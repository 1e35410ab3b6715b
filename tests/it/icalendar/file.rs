//! Calendar files: what a calendar file looks like.

use super::*;

#[test]
fn a_meeting_of_two_hours() {
    let entry = get_together();
    let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//WFS//BBA microsite//DE
CALSCALE:GREGORIAN
METHOD:PUBLISH
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
BEGIN:VEVENT
UID:6b0c8f5e-6d0f-5b5c-9d3e-0b5b1f3a2c11
DTSTAMP:20190910T073000Z
CREATED:20190901T100000Z
LAST-MODIFIED:20190910T073000Z
SEQUENCE:1
DTSTART;TZID=Europe/Berlin:20190924T150000
DTEND;TZID=Europe/Berlin:20190924T170000
SUMMARY:Get together Mexiko
DESCRIPTION:Anmeldung bis 20. September\\; Kaffee\\, Kuchen.\\nC:\\\\BBA
LOCATION:WFS\\, Berthelsdorfer Straße 1\\, 01309 Dresden
GEO:51.045680;13.801430
URL:https://bba.example.org/veranstaltungen/mexiko/?a,b;c
STATUS:CONFIRMED
CLASS:PUBLIC
TRANSP:OPAQUE
ORGANIZER;CN=\"Wirtschaftsförderung Sachsen \\ ^'WFS^', Team\":mailto:bba@exa
 mple.org
CONTACT:Anmeldung\\, +49 351 0000000
CATEGORIES:Delegation,Länder\\, Märkte,Mexiko
RELATED-TO;RELTYPE=PARENT:parent-uid
CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=\"Teilnahme: Raum 1\":https://
 meet.example.org/bba
ATTACH;FMTTYPE=application/pdf:https://bba.example.org/programm.pdf
IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/jpeg:https://bba.example.org/ha
 lle.jpg
END:VEVENT
END:VCALENDAR
";
    assert_eq!(written(&[&entry]), crlf(expected));
}

#[test]
fn a_visit_of_five_days() {
    let expected = "\
BEGIN:VEVENT
UID:visit
DTSTAMP:20190901T100000Z
SEQUENCE:0
DTSTART;VALUE=DATE:20191104
DTEND;VALUE=DATE:20191109
X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
SUMMARY:Besuch aus Estland
STATUS:TENTATIVE
CLASS:PUBLIC
TRANSP:TRANSPARENT
X-MICROSOFT-CDO-BUSYSTATUS:FREE
END:VEVENT
";
    let visit = Entry {
        status: Status::Tentative,
        transparent: true,
        ..all_day("visit", (2019, 11, 4), (2019, 11, 8))
    };
    let file = written(&[&visit]);
    assert!(file.contains(&crlf(expected)), "{file}");
    assert!(!file.contains("VTIMEZONE"), "whole days need no zone");
}

#[test]
fn a_feed_tells_about_itself() {
    let expected = "\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//WFS//BBA microsite//DE
CALSCALE:GREGORIAN
UID:feed-uid
NAME:Besuche\\, Termine
X-WR-CALNAME:Besuche\\, Termine
DESCRIPTION:Alle Termine
X-WR-CALDESC:Alle Termine
URL:https://bba.example.org/veranstaltungen/
SOURCE;VALUE=URI:https://bba.example.org/veranstaltungen/calendar.ics
REFRESH-INTERVAL;VALUE=DURATION:PT12H
X-PUBLISHED-TTL:PT12H
COLOR:steelblue
X-APPLE-CALENDAR-COLOR:#4682B4
LAST-MODIFIED:20190910T073000Z
X-WR-TIMEZONE:Europe/Berlin
BEGIN:VTIMEZONE
TZID:Europe/Berlin
";
    let feed = Calendar {
        uid: Some("feed-uid".into()),
        name: Some("Besuche, Termine".into()),
        description: Some("Alle Termine".into()),
        url: Some("https://bba.example.org/veranstaltungen/".into()),
        source: Some("https://bba.example.org/veranstaltungen/calendar.ics".into()),
        refresh: Some(SignedDuration::from_hours(12)),
        color: Color::named("SteelBlue"),
        last_modified: Some(instant("2019-09-10T07:30:00Z")),
        timezone_name: Some("Europe/Berlin".into()),
        zone_if_empty: Some(zone("Europe/Berlin")),
        ..calendar(&[])
    };
    let file = write(&feed);
    assert!(file.starts_with(&crlf(expected)), "{file}");
    assert!(file.ends_with("END:VTIMEZONE\r\nEND:VCALENDAR\r\n"), "{file}");
}

#[test]
fn a_client_is_told_to_wait_whole_minutes_or_nothing() {
    let interval = |seconds| {
        let refresh = Some(SignedDuration::from_secs(seconds));
        let file = write(&Calendar { refresh, ..calendar(&[]) });
        file.lines().find_map(|line| line.strip_prefix("X-PUBLISHED-TTL:").map(String::from))
    };
    assert_eq!(interval(90 * 60 + 59).as_deref(), Some("PT1H30M"));
    assert_eq!(interval(15 * 60).as_deref(), Some("PT15M"));
    assert_eq!(interval(36 * 3600).as_deref(), Some("PT36H"));
    assert_eq!(interval(59), None);
    assert_eq!(interval(-3600), None);
}

#[test]
fn a_cancelled_event_stays() {
    let mut entry = get_together();
    entry.status = Status::Cancelled;
    entry.sequence = 2;
    let file = written(&[&entry]);
    assert!(file.contains("\r\nSTATUS:CANCELLED\r\n"), "{file}");
    assert!(file.contains("\r\nSEQUENCE:2\r\n"), "{file}");
}

#[test]
fn entries_stand_in_the_order_of_their_start_and_zones_by_name() {
    let sydney = timed("a", "2019-09-24T15:00[Australia/Sydney]", None);
    let berlin = timed("b", "2019-09-24T15:00[Europe/Berlin]", None);
    let also_berlin = timed("c", "2019-09-24T15:00[Europe/Berlin]", None);
    let day = all_day("d", (2019, 9, 25), (2019, 9, 25));
    let file = written(&[&day, &also_berlin, &berlin, &sydney]);
    let told = |name: &str| -> Vec<&str> {
        file.lines().filter_map(|line| line.strip_prefix(name)).collect()
    };
    assert_eq!(told("UID:"), ["a", "b", "c", "d"]);
    assert_eq!(told("TZID:"), ["Australia/Sydney", "Europe/Berlin"]);
}

#[test]
fn the_same_entries_give_the_same_bytes() {
    let (a, b) = (get_together(), all_day("d", (2019, 9, 25), (2019, 9, 25)));
    assert_eq!(written(&[&a, &b]), written(&[&b, &a]));
    let mut zones = Zones::new();
    for _ in 0..2 {
        assert_eq!(write_with(&calendar(&[&a]), &mut zones), written(&[&a]));
    }
}
