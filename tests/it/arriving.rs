//! Calendars that arrive: what readers in the world make of an entry, and what they lose of one
//! that is legal. Each rule follows a reader that is named beside it.

use crate::harness::{Site, UPDATED};

/// The lines of the entry with a title, alarms among them.
fn entry(lines: &[String], title: &str) -> Vec<String> {
    let summary = lines
        .iter()
        .position(|line| line.starts_with("SUMMARY") && line.ends_with(title))
        .unwrap_or_else(|| panic!("no entry {title} in {lines:#?}"));
    let begin = lines[..summary].iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
    let end = lines[summary..].iter().position(|line| line == "END:VEVENT").unwrap();
    lines[begin..summary + end].to_vec()
}

/// The first line of a property.
fn line<'l>(lines: &'l [String], name: &str) -> &'l str {
    let is_it =
        |line: &&String| line.starts_with(name) && line[name.len()..].starts_with([':', ';']);
    lines.iter().find(is_it).unwrap_or_else(|| panic!("no {name} in {lines:#?}"))
}

#[test]
fn what_does_not_take_place_at_that_time_rings_nobody() {
    let off = |status: &str| format!("status: {status}\n{UPDATED}");
    let mut site = Site::new();
    for status in ["cancelled", "postponed"] {
        let lines = off(status);
        site = site
            .event(status, &format!("start: 2019-10-01T10:00\n{lines}"))
            .event(&format!("tage-{status}"), &format!("start: 2019-10-02\n{lines}"))
            .event(
                &format!("reihe-{status}"),
                &format!(
                    "start: 2019-10-03T10:00\n{lines}\nrepeat: {{every: week, count: 3, \
                     extra: ['2019-12-01T10:00'], \
                     changes: [{{date: 2019-10-10, start: 2019-10-11T10:00}}]}}"
                ),
            )
            .delegation(
                &format!("besuch-{status}"),
                &format!("countries: [MX]\nstart: 2019-10-04\n{lines}"),
            );
    }
    let site = site
        .event("geplant", "start: 2019-10-05T10:00\nstatus: planned")
        .event("online", &format!("start: 2019-10-05T10:00\n{}", off("moved-online")))
        .built();
    let lines = site.calendar("veranstaltungen/reminders.ics");
    let rings = |title: &str| entry(&lines, title).iter().any(|line| line == "BEGIN:VALARM");
    assert!(rings("Titel geplant") && rings("Titel online"));
    let alarms = lines.iter().filter(|line| *line == "BEGIN:VALARM").count();
    assert_eq!(alarms, 2, "{lines:#?}");
}

/// node-ical makes an object of a property with parameters, and programs show »[object Object]«.
#[test]
fn a_text_in_the_language_of_its_calendar_says_no_language() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nsummary: Kurz.\nvenue: saal\nonline: {url: \
             'https://meet.example.org/', label: Raum}\nregistration: {deadline: 2019-09-20}",
        )
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-04\nsummary: Kurz.")
        .built();
    for path in site.paths() {
        if path.ends_with(".ics") && !path.starts_with("en/") {
            assert!(!site.text(path).contains("LANGUAGE"), "{path}");
        }
    }
}

#[test]
fn each_text_says_the_language_that_it_is_in() {
    let english = |event: &str| {
        let site = Site::new().config_line("languages: [de, en]");
        let site = site.file("events/treffen.yaml", format!("published: 2019-01-01\n{event}\n"));
        site.built().calendar("en/events/treffen.ics")
    };
    let start = |line: &str| line.split(':').next().unwrap().to_owned();
    let heads = |lines: &[String]| {
        ["SUMMARY", "DESCRIPTION", "LOCATION"].map(|name| start(line(lines, name)))
    };
    let venue = "venue: {name: {de: Rathaus, en: Town hall}, city: Dresden}";
    let others = "summary: {de: Deutsch, en: English}\ndescription: {de: Deutsch, en: English}";
    assert_eq!(
        heads(&english(&format!("title: Treffen\nstart: 2019-10-01\n{others}\n{venue}"))),
        ["SUMMARY;LANGUAGE=de", "DESCRIPTION", "LOCATION"]
    );
    let title = "title: {de: Treffen, en: Meeting}\nstart: 2019-10-01";
    assert_eq!(
        heads(&english(&format!("{title}\nsummary: Deutsch\ndescription: Auch\n{venue}"))),
        ["SUMMARY", "DESCRIPTION;LANGUAGE=de", "LOCATION"]
    );
    // Of both languages there is none that it is in.
    assert_eq!(
        heads(&english(&format!(
            "{title}\nsummary: {{de: Deutsch, en: English}}\ndescription: Deutsch\n{venue}"
        ))),
        ["SUMMARY", "DESCRIPTION", "LOCATION"]
    );
    // A name is the same in every language.
    let plain = "venue: {name: Rathaus, city: Dresden}";
    assert_eq!(
        heads(&english(&format!("{title}\n{others}\n{plain}"))),
        ["SUMMARY", "DESCRIPTION", "LOCATION"]
    );
    let online = "online: {url: 'https://meet.example.org/', label: Der Raum}";
    let lines = english(&format!("{title}\n{others}\n{plain}\n{online}"));
    assert!(line(&lines, "CONFERENCE").contains(";LANGUAGE=de:"), "{lines:#?}");
}

#[test]
fn an_alarm_is_in_the_language_of_its_title() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event("treffen", "start: 2019-10-01T10:00")
        .built();
    let lines = site.calendar("en/events/reminders.ics");
    let alarm = lines.iter().position(|line| line == "BEGIN:VALARM").unwrap();
    assert_eq!(line(&lines[alarm..], "DESCRIPTION"), "DESCRIPTION;LANGUAGE=de:Titel treffen");
}

/// An all-day entry covers its day (RFC 5545 3.6.1), and at midnight that day is over.
#[test]
fn a_deadline_at_midnight_is_on_the_day_that_it_ends() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event("mitternacht", "start: 2019-10-15\nregistration: {deadline: 2019-10-10T00:00}")
        .event("danach", "start: 2019-10-15\nregistration: {deadline: 2019-10-10T00:30}")
        .event("tag", "start: 2019-10-15\nregistration: {deadline: 2019-10-10}")
        .built();
    let lines = site.calendar("veranstaltungen/deadlines.ics");
    for (title, day) in [
        ("Anmeldeschluss 24 Uhr: Titel mitternacht", "20191009"),
        ("Anmeldeschluss 00:30 Uhr: Titel danach", "20191010"),
        ("Anmeldeschluss: Titel tag", "20191010"),
    ] {
        let entry = entry(&lines, title);
        assert_eq!(line(&entry, "DTSTART"), format!("DTSTART;VALUE=DATE:{day}"), "{title}");
    }
    let told = "bis Mittwoch, 9. Oktober 2019, 24 Uhr";
    let page = site.text("veranstaltungen/mitternacht/index.html");
    assert!(page.contains(told) && !page.contains("10. Oktober"), "{page}");
    assert!(site.text("veranstaltungen/index.html").contains(told));
    let lines = site.calendar("veranstaltungen/mitternacht.ics");
    assert!(line(&lines, "DESCRIPTION").contains("9. Oktober 2019\\, 24 Uhr"), "{lines:#?}");
    let english = site.text("en/events/mitternacht/index.html");
    assert!(english.contains("9 October 2019, 24:00"), "{english}");
    // Programs get the instant.
    assert!(page.contains("datetime=\"2019-10-10T00:00:00+02:00\""), "{page}");
    let data = site.json("data/events.json");
    assert!(data.to_string().contains("2019-10-10T00:00:00+02:00"), "{data}");
}

#[test]
fn an_event_that_ends_at_midnight_of_another_day_ends_at_24() {
    let site = Site::new().event("nacht", "start: 2019-10-01T20:00\nend: 2019-10-03T00:00").built();
    let page = site.text("veranstaltungen/nacht/index.html");
    assert!(page.contains("Mittwoch, 2. Oktober 2019, 24 Uhr"), "{page}");
    let lines = site.calendar("veranstaltungen/nacht.ics");
    assert!(lines.iter().any(|line| line == "DTEND;TZID=Europe/Berlin:20191003T000000"));
}
