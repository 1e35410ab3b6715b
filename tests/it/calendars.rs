//! The calendar files of the site: UIDs, stamps that come from content, feeds.
//! What a calendar file looks like is the topic of `icalendar`.

use crate::harness::{Site, UPDATED};

fn line(text: &str) -> String {
    text.to_owned()
}

// The expected values were computed with Python:
// uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "test-site"), "event/treffen")
const EVENT_UID: &str = "0c169022-6bd2-5651-b42d-d8266c2c10cf";
const DELEGATION_UID: &str = "f1e8c249-0679-5ff3-b8fc-3025147f6df1";
const RELEASE_UID: &str = "63095696-ec72-5e80-b975-4d0832f6f776";

#[test]
fn uids_are_uuid_v5_of_site_and_id() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\ndelegations: besuch")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-01")
        .release("2019-08-01-meldung", "", "Text")
        .built();
    let event = site.calendar("veranstaltungen/treffen.ics");
    assert!(event.contains(&format!("UID:{EVENT_UID}")));
    assert!(event.contains(&format!("RELATED-TO;RELTYPE=PARENT:{DELEGATION_UID}")));
    assert!(site.calendar("delegationen/besuch.ics").contains(&format!("UID:{DELEGATION_UID}")));
    assert!(site.text("presse/feed.xml").contains(&format!("<id>urn:uuid:{RELEASE_UID}</id>")));
    for (data, uid) in
        [("events", EVENT_UID), ("delegations", DELEGATION_UID), ("press", RELEASE_UID)]
    {
        assert_eq!(site.json(&format!("data/{data}.json"))[0]["uid"], uid);
    }
}

#[test]
fn a_uid_depends_on_nothing_but_site_and_id() {
    let uid = |site: Site| {
        let lines = site.built().calendar("veranstaltungen/treffen.ics");
        lines.into_iter().find(|line| line.starts_with("UID:")).unwrap()
    };
    let one = Site::new().event("treffen", "start: 2019-10-01");
    let other = Site::new()
        .file(
            "events/2019/treffen.yaml",
            "title: Anders\nstart: 2020-01-01\npublished: 2019-12-01\n",
        )
        .base_url("https://anderswo.example.org/pfad")
        .now("2026-01-01T00:00");
    assert_eq!(uid(one), uid(other));
}

#[test]
fn dtstamp_and_sequence_come_from_published_and_updates() {
    let event = |more: &str| {
        let text = format!("title: T\nstart: 2019-10-01\npublished: 2019-08-01T09:00\n{more}");
        let site = Site::new().file("events/treffen.yaml", text).built();
        site.calendar("veranstaltungen/treffen.ics")
    };
    let first = event("");
    assert!(first.contains(&line("DTSTAMP:20190801T070000Z")));
    assert!(first.contains(&line("CREATED:20190801T070000Z")));
    assert!(first.contains(&line("SEQUENCE:0")));
    // The order in which updates are written does not matter.
    let later = event(
        "updates: [{at: 2019-08-30T10:00, kind: change}, {at: 2019-08-20T10:00, kind: correction}]",
    );
    assert!(later.contains(&line("DTSTAMP:20190830T080000Z")));
    assert!(later.contains(&line("LAST-MODIFIED:20190830T080000Z")));
    assert!(later.contains(&line("CREATED:20190801T070000Z")));
    assert!(later.contains(&line("SEQUENCE:2")));
}

#[test]
fn the_calendar_file_of_an_event_does_not_depend_on_now() {
    let file = |now: &str| {
        let site = Site::new().event(
            "treffen",
            "start: 2019-10-01T10:00\nvenue: saal\ncontact: anmeldung\n\
             registration: {deadline: 2019-09-20, opens: 2019-09-10}",
        );
        let built = site.now(now).built();
        built.text("veranstaltungen/treffen.ics").to_owned()
    };
    assert_eq!(file("2019-09-01T09:00"), file("2019-09-15T09:00"));
    assert_eq!(file("2019-09-01T09:00"), file("2026-01-01T00:00"));
}

#[test]
fn both_passes_of_a_dst_fold_are_written_in_utc() {
    let times = |start: &str| {
        let site = Site::new().event("treffen", &format!("start: {start}\nend: 2019-10-27T04:00"));
        let lines = site.built().calendar("veranstaltungen/treffen.ics");
        lines
            .into_iter()
            .find(|line| line.starts_with("DTSTART") && line.contains("201910"))
            .unwrap()
    };
    assert_eq!(times("2019-10-27T02:30+02:00"), "DTSTART:20191027T003000Z");
    assert_eq!(times("2019-10-27T02:30+01:00"), "DTSTART:20191027T013000Z");
}

#[test]
fn a_feed_always_exists_and_without_entries_carries_the_sites_vtimezone() {
    let site =
        Site::new().delegation("besuch", "countries: [MX]\nstart: 2020\nsectors: [rail]").built();
    for path in [
        "veranstaltungen/calendar.ics",
        "laender/mexiko/calendar.ics",
        "branchen/rail/calendar.ics",
        "delegationen/besuch.ics",
    ] {
        let lines = site.calendar(path);
        assert!(lines.contains(&line("TZID:Europe/Berlin")), "{path}");
        assert!(!lines.contains(&line("BEGIN:VEVENT")), "{path}");
    }
}

#[test]
fn a_delegations_file_has_the_visit_and_its_events_and_a_feed_has_all() {
    let site = Site::new()
        .event("dabei", "start: 2019-10-01T10:00\ndelegations: besuch")
        .event("anderswo", "start: 2019-10-02T10:00\ncountries: [PL]")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-01\nend: 2019-10-03")
        .built();
    let summaries = |path: &str| {
        let lines = site.calendar(path);
        let all = lines
            .into_iter()
            .filter_map(|line| line.strip_prefix("SUMMARY:Titel ").map(str::to_owned));
        let mut all: Vec<String> = all.collect();
        all.sort();
        all
    };
    assert_eq!(summaries("delegationen/besuch.ics"), ["besuch", "dabei"]);
    assert_eq!(summaries("laender/mexiko/calendar.ics"), ["besuch", "dabei"]);
    assert_eq!(summaries("laender/polen/calendar.ics"), ["anderswo"]);
    assert_eq!(summaries("veranstaltungen/calendar.ics"), ["anderswo", "besuch", "dabei"]);
    assert_eq!(summaries("veranstaltungen/anderswo.ics"), ["anderswo"]);
}

#[test]
fn a_visit_whose_days_are_not_fixed_has_no_calendar_entry() {
    for start in ["2020-05", "2020-Q1", "2020"] {
        let lines = format!("countries: [MX]\nstart: {start}");
        let site = Site::new().delegation("besuch", &lines).built();
        assert!(!site.everything().contains("BEGIN:VEVENT"), "{start}");
    }
}

#[test]
fn calendar_keep_lets_old_entries_leave_the_main_feed_and_nothing_else() {
    let site = |now: &str| {
        Site::new()
            .config("calendar: {keep: 24 months}")
            .event("treffen", "start: 2017-09-23\nend: 2017-09-24\ncountries: [MX]")
            .delegation("besuch", "countries: [MX]\nstart: 2017-09-24")
            .now(now)
            .built()
    };
    let entries = |now: &str| {
        let lines = site(now).calendar("veranstaltungen/calendar.ics");
        lines.iter().filter(|line| *line == "BEGIN:VEVENT").count()
    };
    assert_eq!(entries("2019-09-24T23:59"), 2);
    assert_eq!(entries("2019-09-25T00:00"), 0);
    let later = site("2019-09-25T00:00");
    assert!(
        later.has("veranstaltungen/treffen.ics") && later.has("veranstaltungen/2017/index.html")
    );
    assert!(later.text("laender/mexiko/calendar.ics").contains("BEGIN:VEVENT"));
}

#[test]
fn next_change_at_is_when_something_leaves_the_main_feed_too() {
    let next = |last: &str| {
        let site = Site::new()
            .config("calendar: {keep: 1 month}")
            .event("treffen", &format!("start: {last}"));
        let built = site.now("2019-02-20T00:00").built();
        built.json("build.json")["next_change_at"].clone()
    };
    assert_eq!(next("2019-01-20"), "2019-02-20T23:00:00Z");
    // Months before the last days of March all end on 28 February.
    assert_eq!(next("2019-01-31"), "2019-02-28T23:00:00Z");
    let site = Site::new().event("treffen", "start: 2019-01-20").now("2019-02-20T00:00").built();
    assert_eq!(site.json("build.json")["next_change_at"], serde_json::Value::Null);
}

#[test]
fn an_event_in_another_zone_brings_that_zone_along() {
    let site = Site::new()
        .event(
            "treffen",
            "start: 2019-09-24T15:00\ntimezone: America/Mexico_City\n\
             registration: {email: a@example.org, deadline: 2019-09-20T12:00}",
        )
        .built();
    let lines = site.calendar("veranstaltungen/treffen.ics");
    assert!(lines.contains(&line("TZID:America/Mexico_City")));
    assert!(!lines.contains(&line("TZID:Europe/Berlin")));
    assert!(lines.contains(&line("DTSTART;TZID=America/Mexico_City:20190924T150000")));
    let page = site.text("veranstaltungen/treffen/index.html");
    assert!(page.contains("<time datetime=\"2019-09-24T15:00:00-05:00\">"));
    for time in [
        "24. September 2019, 15 Uhr in Mexiko-Stadt · 22 Uhr in Berlin",
        "bis Freitag, 20. September 2019, 12 Uhr in Mexiko-Stadt · 19 Uhr in Berlin",
    ] {
        assert!(page.contains(time), "{time}");
    }
}

#[test]
fn what_is_called_off_says_so_in_status_and_title() {
    for (status, ics, title) in [
        ("cancelled", "STATUS:CANCELLED", "SUMMARY:[Abgesagt] Titel treffen"),
        ("postponed", "STATUS:TENTATIVE", "SUMMARY:[Verschoben] Titel treffen"),
        ("planned", "STATUS:TENTATIVE", "SUMMARY:Titel treffen"),
        ("confirmed", "STATUS:CONFIRMED", "SUMMARY:Titel treffen"),
        ("moved-online", "STATUS:CONFIRMED", "SUMMARY:Titel treffen"),
    ] {
        let lines = format!("start: 2019-10-01T10:00\nstatus: {status}\n{UPDATED}");
        let site = Site::new().event("treffen", &lines).built();
        let calendar = site.calendar("veranstaltungen/treffen.ics");
        assert!(calendar.contains(&line(ics)), "{status}");
        assert!(calendar.contains(&line(title)), "{status}");
    }
}

#[test]
fn a_day_that_is_not_fixed_is_tentative_and_takes_nobodys_time() {
    let site = Site::new().event("treffen", "within: 2019-11-04/2019-11-08").built();
    let calendar = site.calendar("veranstaltungen/treffen.ics");
    for expected in [
        "DTSTART;VALUE=DATE:20191104",
        "DTEND;VALUE=DATE:20191109",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(calendar.contains(&line(expected)), "{expected}");
    }
    let page = site.text("veranstaltungen/treffen/index.html");
    assert!(page.contains("4.–8. November 2019, genauer Termin folgt"));
}

#[test]
fn links_lists_and_tables_are_readable_without_markup() {
    let site = Site::new()
        .file(
            "events/treffen.yaml",
            "title: T\nstart: 2019-10-01\npublished: 2019-08-01\ndescription: |\n\
             \x20 Zur [Liste](/veranstaltungen/), an [Anna](mailto:a@example.org?subject=x),\n\
             \x20 <https://example.org/>, [oben](#eins).[^1]\n\n\
             \x20 ## Eins\n\n\
             \x20 1. erstens\n\
             \x20    - darunter\n\
             \x20 2. zweitens ~~alt~~ neu\n\n\
             \x20 | A | B |\n  |---|---|\n  | 1 | 2 |\n\n\
             \x20 Wort\n  : Erklärung\n\n\
             \x20 oben<br>unten\n\n\
             \x20 [^1]: Anmerkung.\n",
        )
        .built();
    let description = site.json("data/events.json")[0]["description"]["de"].clone();
    let expected = "Zur Liste (https://test.example.org/veranstaltungen/), an Anna (a@example.org), \
                    https://example.org/, oben. [1]\n\nEins\n\n1. erstens\n– darunter\n\
                    2. zweitens neu\n\nA | B\n1 | 2\n\nWort: Erklärung\n\noben\nunten\n\n\
                    [1] Anmerkung.";
    assert_eq!(description, expected);
}

#[test]
fn the_feed_with_reminders_reminds_a_day_before_and_of_nothing_that_is_cancelled() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01T10:00")
        .event("messe", "start: 2019-10-05\nend: 2019-10-06")
        .event("abgesagt", &format!("start: 2019-10-03T10:00\nstatus: cancelled\n{UPDATED}"))
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-01")
        .built();
    let feed = site.calendar("veranstaltungen/reminders.ics");
    let entry = |title: &str| {
        let summary = feed.iter().position(|line| line.ends_with(title)).unwrap();
        let end = feed[summary..].iter().position(|line| line == "END:VEVENT").unwrap();
        feed[summary..summary + end].to_vec()
    };
    let trigger = |title: &str| entry(title).into_iter().find(|line| line.starts_with("TRIGGER"));
    assert_eq!(trigger("Titel treffen").as_deref(), Some("TRIGGER:-P1D"));
    assert_eq!(trigger("Titel messe").as_deref(), Some("TRIGGER:-PT15H"));
    assert_eq!(trigger("Titel besuch").as_deref(), Some("TRIGGER:-PT15H"));
    assert_eq!(trigger("Titel abgesagt"), None);
    let alarm = entry("Titel treffen");
    let begin = alarm.iter().position(|line| line == "BEGIN:VALARM").unwrap();
    assert!(alarm[begin + 1].starts_with("UID:"));
    assert_eq!(alarm[begin + 2], "ACTION:DISPLAY");
    assert_eq!(alarm[begin + 4], "DESCRIPTION:Titel treffen");
    assert_eq!(alarm[begin + 5], "END:VALARM");
    assert!(!site.text("veranstaltungen/calendar.ics").contains("VALARM"));
    let uids = |path: &str| {
        let all = site.calendar(path).into_iter();
        let uids = all.scan(false, |in_alarm, line| {
            *in_alarm = (*in_alarm || line == "BEGIN:VALARM") && line != "END:VALARM";
            Some((!*in_alarm && line.starts_with("UID:")).then_some(line))
        });
        uids.flatten().collect::<Vec<String>>()
    };
    assert_eq!(uids("veranstaltungen/reminders.ics"), uids("veranstaltungen/calendar.ics"));
}

#[test]
fn the_feed_of_deadlines_has_the_last_day_to_register() {
    let site = Site::new()
        .event("tag", "start: 2019-10-01T10:00\nregistration: {deadline: 2019-09-20}")
        .event("zeit", "start: 2019-10-02T10:00\nregistration: {deadline: 2019-09-21T12:00}")
        .event(
            "abgesagt",
            &format!(
                "start: 2019-10-03T10:00\nregistration: {{deadline: 2019-09-22}}\n\
                 status: cancelled\n{UPDATED}"
            ),
        )
        .event("ohne", "start: 2019-10-04T10:00\nregistration: {email: anna@example.org}")
        .built();
    let feed = site.calendar("veranstaltungen/deadlines.ics");
    for expected in [
        "SUMMARY:Anmeldeschluss: Titel tag",
        "DTSTART;VALUE=DATE:20190920",
        "DTEND;VALUE=DATE:20190921",
        "SUMMARY:Anmeldeschluss 12 Uhr: Titel zeit",
        "DTSTART;VALUE=DATE:20190921",
        "SUMMARY:[Abgesagt] Anmeldeschluss: Titel abgesagt",
        "STATUS:CANCELLED",
        "TRANSP:TRANSPARENT",
    ] {
        assert!(feed.contains(&line(expected)), "{expected}");
    }
    assert_eq!(feed.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 3);
}

#[test]
fn a_feed_says_whose_it_is_and_how_often_to_ask() {
    let site = Site::new()
        .config("calendar: {name: Termine, refresh: 12h, color: steelblue}\ndescription: Wozu.")
        .event(
            "treffen",
            "start: 2019-10-01\ncountries: MX\nupdates: [{at: 2019-02-01T09:00, kind: change}]",
        )
        .built();
    let feed = site.calendar("veranstaltungen/calendar.ics");
    for expected in [
        "NAME:Termine",
        "X-WR-CALNAME:Termine",
        "DESCRIPTION:Wozu.",
        "X-WR-CALDESC:Wozu.",
        "URL:https://test.example.org/veranstaltungen/",
        "SOURCE;VALUE=URI:https://test.example.org/veranstaltungen/calendar.ics",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "COLOR:steelblue",
        "X-APPLE-CALENDAR-COLOR:#4682B4",
        "LAST-MODIFIED:20190201T080000Z",
        "X-WR-TIMEZONE:Europe/Berlin",
    ] {
        assert!(feed.contains(&line(expected)), "{expected}");
    }
    let country = site.calendar("laender/mexiko/calendar.ics");
    assert!(country.contains(&line("NAME:Testprogramm: Mexiko")));
    let reminders = site.calendar("veranstaltungen/reminders.ics");
    assert!(reminders.contains(&line("NAME:Termine (mit Erinnerung)")));
    let deadlines = site.calendar("veranstaltungen/deadlines.ics");
    assert!(deadlines.contains(&line("NAME:Termine: Anmeldeschluss")));
}

#[test]
fn a_color_that_calendars_do_not_know_is_an_error() {
    let site = Site::new().config("calendar: {color: '#4682B4'}").build();
    assert_eq!(site.errors(), ["site.yaml:11:19 E0317"]);
    let site = Site::new().config("calendar: {color: steelblu}").build();
    assert!(site.messages()[0].ends_with("Meinten Sie steelblue?"), "{:?}", site.messages());
}

#[test]
fn a_status_that_calls_off_needs_an_update_and_the_message_shows_it() {
    for status in ["cancelled", "postponed", "moved-online"] {
        let lines = format!("start: 2019-10-01T10:00\nstatus: {status}");
        let site = Site::new().event("treffen", &lines).build();
        assert_eq!(site.errors(), ["events/treffen.yaml:4:9 E0414"]);
        let update = "updates: [{at: 2019-09-01T09:00, kind: change, note: ";
        let message = site.messages().remove(0);
        let (_, hint) = message.split_once(" – Fügen Sie hinzu: ").unwrap();
        assert!(hint.starts_with(update), "{message}");
        let mended = Site::new().event("treffen", &format!("{lines}\n{hint}")).build();
        assert_eq!(mended.errors(), Vec::<String>::new());
    }
    let visit = "countries: [MX]\nstart: 2019-10-01\nstatus: cancelled";
    assert_eq!(
        Site::new().delegation("b", visit).build().errors(),
        ["delegations/b.yaml:5:9 E0414"]
    );
}

#[test]
fn the_place_of_an_entry_always_has_its_town() {
    for (venue, expected) in [
        ("name: HTW Dresden, postcode: '01069', city: Dresden", "HTW Dresden\\, 01069 Dresden"),
        ("name: Händel-Halle, city: Halle", "Händel-Halle\\, Halle"),
        ("name: Alte Halle, city: Halle", "Alte Halle\\, Halle"),
        ("name: Neudresden, city: dresden", "Neudresden\\, dresden"),
        // Said already, and no line of an address.
        ("name: HTW Dresden, city: Dresden", "HTW Dresden"),
    ] {
        let event = format!("start: 2019-10-01T10:00\nvenue: {{{venue}, country: DE}}");
        let site = Site::new().event("treffen", &event).built();
        let location = format!("LOCATION:{expected}\\, Deutschland");
        let calendar = site.calendar("veranstaltungen/treffen.ics");
        assert!(calendar.contains(&location), "{venue}: {calendar:?}");
        let town = venue.rsplit(' ').next().unwrap();
        assert!(site.text("veranstaltungen/treffen/index.html").contains(town), "{venue}");
    }
}

#[test]
fn an_entry_says_from_when_on_one_can_register_and_where_one_only_waits() {
    let description = |registration: &str| {
        let event = format!(
            "start: 2019-11-01T10:00\nregistration: {{email: a@example.org, {registration}}}"
        );
        let site = Site::new().event("treffen", &event).built();
        let lines = site.calendar("veranstaltungen/treffen.ics");
        let line = lines.into_iter().find(|line| line.starts_with("DESCRIPTION:")).unwrap();
        line.trim_start_matches("DESCRIPTION:").split("\\n").next().unwrap().to_owned()
    };
    assert_eq!(
        description("opens: 2019-09-10T09:00, deadline: 2019-10-20"),
        "Anmeldung ab Dienstag\\, 10. September 2019\\, 9 Uhr bis Sonntag\\, 20. Oktober 2019\\, \
         23:59 Uhr bei a@example.org. Dieser Eintrag ist keine Anmeldung."
    );
    assert_eq!(
        description("state: waitlist"),
        "Ausgebucht\\, Warteliste möglich. Anmeldung bei a@example.org. \
         Dieser Eintrag ist keine Anmeldung."
    );
}
