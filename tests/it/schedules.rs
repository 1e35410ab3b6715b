//! Schedules that are hardly meant: what is found, where, and what is in order although it looks
//! alike.

use crate::harness::{Site, UPDATED, message};
use bba::problem::MessageLanguage::{English, German};

/// Warnings about schedules, as `file:line:column code`.
fn found(site: &Site) -> Vec<String> {
    let output = site.clone().built();
    let is_schedule = |line: &String| line.contains(" W093") || line.contains(" W094");
    output.warnings().into_iter().filter(is_schedule).collect()
}

/// The same for an event `x` with these lines; its first line here is the third of its file.
fn event(lines: &str) -> Vec<String> {
    found(&Site::new().event("x", lines))
}

fn nothing() -> Vec<String> {
    Vec::new()
}

#[test]
fn one_cannot_register_when_everything_is_over() {
    let with = |dates: &str, deadline: &str| {
        event(&format!("{dates}\nregistration: {{email: a@example.org, deadline: {deadline}}}"))
    };
    let afternoon = "start: 2019-10-05T15:00\nend: 2019-10-05T17:00";
    let at = |line: u8| vec![format!("events/x.yaml:{line}:48 W0931")];
    for (dates, deadline, line) in [
        (afternoon, "2019-10-06", 5),
        (afternoon, "2019-10-20T12:00", 5),
        (afternoon, "2019-10-05T18:00", 5),
        ("start: 2019-10-05\nend: 2019-10-07", "2019-10-08", 5),
        ("start: 2019-10-05T15:00\ntimezone: Asia/Tokyo", "2019-10-06", 5),
        ("within: 2019-10-01/2019-10-31", "2019-11-01", 4),
        ("start: 2019-10-01T10:00\nrepeat: {every: week, count: 3}", "2019-10-16", 5),
    ] {
        assert_eq!(with(dates, deadline), at(line), "{dates} {deadline}");
    }
    for (dates, deadline) in [
        (afternoon, "2019-10-05"),
        (afternoon, "2019-10-05T17:00"),
        (afternoon, "2019-10-05T23:59"),
        ("start: 2019-10-05T15:00", "2019-10-05T16:00"),
        ("start: 2019-10-05T20:00\nend: 2019-10-06T02:00", "2019-10-06"),
        ("start: 2019-10-05\nend: 2019-10-07", "2019-10-07"),
        ("start: 2019-10-05\ntime: open", "2019-10-05T18:00"),
        ("within: 2019-10-01/2019-10-31", "2019-10-31"),
        ("start: 2019-10-01T10:00\nrepeat: {every: week, count: 3}", "2019-10-15"),
        (&format!("{afternoon}\nstatus: cancelled\n{UPDATED}"), "2019-10-20"),
    ] {
        assert_eq!(with(dates, deadline), nothing(), "{dates} {deadline}");
    }
}

#[test]
fn a_registration_that_opens_when_all_is_over_is_found() {
    let opens = |day: &str| {
        let registration = format!("registration: {{email: info@example.org, opens: {day}}}");
        event(&format!("start: 2019-10-01T10:00\n{registration}"))
    };
    assert_eq!(opens("2019-10-20"), ["events/x.yaml:4:48 W0942"]);
    assert!(opens("2019-10-01").is_empty() && opens("2019-09-10T09:00").is_empty());
}

#[test]
fn a_zone_that_is_misspelt_is_one_mistake() {
    let site = Site::new()
        .config_line("timezone: Europe/Berln")
        .event("x", "start: 2019-10-01T10:00\nvenue: {name: Haus, city: Dresden, country: DE}");
    assert_eq!(site.build().places_of("W0940"), Vec::<String>::new());
}

#[test]
fn an_end_long_after_the_beginning_says_in_which_year_it_would_fit() {
    let site = Site::new().event("x", "start: 2019-10-14T15:00\nend: 2020-10-14T17:00");
    assert_eq!(found(&site), ["events/x.yaml:4:6 W0932"]);
    let output = site.build();
    let text = |language| message(&output.0.diagnostics[0], language);
    assert!(text(German).contains("gemeint wäre dann 2019-10-14T17:00."), "{}", text(German));
    assert!(text(English).contains("366 days after"), "{}", text(English));
    let over_new_year = Site::new().event("x", "start: 2019-12-30\nend: 2021-01-03").build();
    assert!(over_new_year.messages()[0].contains("2020-01-03"), "{:?}", over_new_year.messages());

    assert_eq!(event("start: 2019-10-01\nend: 2019-12-01"), ["events/x.yaml:4:6 W0932"]);
    let window = Site::new().event("x", "within: 2019-11-04/2020-11-08").build();
    assert!(window.messages()[0].contains("2019-11-04/2019-11-08"), "{:?}", window.messages());
    assert!(event("within: 2020-03-01/2020-05-31").is_empty());
    for right in [
        "start: 2019-10-01\nend: 2019-11-30",
        "start: 2019-10-01\nend: 2019-11-19",
        "start: 2019-10-01T10:00\nend: 2019-11-30T18:00",
        "within: 2019-10-01/2020-03-31",
        "start: 2019-10-01T10:00\nrepeat: {every: month, count: 12}",
        "start: 2019-10-01\nend: 2020-09-30 # bba: ok W0932 eine Ausstellung",
    ] {
        assert_eq!(event(right), nothing(), "{right}");
    }
    let visit =
        |dates: &str| found(&Site::new().delegation("x", &format!("countries: [MX]\n{dates}")));
    assert_eq!(visit("start: 2019-11-04\nend: 2020-11-08"), ["delegations/x.yaml:5:6 W0932"]);
    assert_eq!(visit("start: 2019-11-04\nend: 2019-11-08"), nothing());
    assert_eq!(visit("start: 2020"), nothing());
    let moved = "start: 2019-10-01T10:00\nend: 2019-10-01T11:00\n\
                 repeat: {every: week, count: 3, changes: [{date: 2019-10-08, end: 2020-10-08T12:00}]}";
    assert_eq!(event(moved), ["events/x.yaml:5:42 W0932"]);
}

#[test]
fn years_in_which_nothing_here_can_be_are_told() {
    for (lines, place) in [
        ("start: 1989-12-31", "3:8"),
        ("start: 1927-10-14T15:00\nend: 1927-10-14T17:00", "3:8"),
        ("start: 2072-10-14T15:00\nend: 2072-10-14T17:00", "3:8"),
        ("start: 1927-10-14\nend: 2019-10-14", "3:8"),
        ("within: 2030-01-01/2030-01-31", "3:9"),
        ("start: 2019-10-14\nembargo: 2091-09-20", "4:10"),
        ("start: 2019-10-14\nregistration: {email: a@example.org, opens: 1919-09-01}", "4:45"),
        ("start: 2019-10-14\nregistration: {email: a@example.org, deadline: 1919-10-01}", "4:48"),
        (
            "start: 2019-10-14\nupdates: [{at: 2019-08-01, kind: change, previous_start: 1919-10-01}]",
            "4:58",
        ),
    ] {
        assert_eq!(event(lines), [format!("events/x.yaml:{place} W0933")], "{lines}");
    }
    let published = |day: &str| {
        let text = format!("title: X\nstart: 2019-10-14\npublished: {day}\n");
        found(&Site::new().file("events/x.yaml", text))
    };
    for day in ["1026-01-01", "1919-09-01T10:00"] {
        assert_eq!(published(day), ["events/x.yaml:3:12 W0933"], "{day}");
    }
    let silenced = published("1985-01-01 # bba: ok W0933 ein altes Treffen");
    for right in [silenced, published("1990-01-01"), published("2019-01-01")] {
        assert_eq!(right, nothing());
    }
    let release = |day: &str| {
        let text = format!("---\ntitle: Alt\ndate: {day}\n---\nText\n");
        found(&Site::new().file(&format!("press/{day}-alt.md"), text))
    };
    assert_eq!(release("1926-02-01"), ["press/1926-02-01-alt.md:3:7 W0933"]);
    assert_eq!(release("1995-02-01"), nothing());
    let page = "---\ntitle: Wege\nreviewed: 1026-05-01\n---\nText\n";
    assert_eq!(found(&Site::new().file("pages/wege.md", page)), ["pages/wege.md:3:11 W0933"]);
    for right in ["start: 1990-01-01", "start: 2029-12-31", "start: 2029-12-31T23:00"] {
        assert_eq!(event(right), nothing(), "{right}");
    }
    let visit = |start: &str| {
        found(&Site::new().delegation("x", &format!("countries: [MX]\nstart: {start}")))
    };
    for start in ["2072", "2091-05", "2030-Q1", "1919-11-04"] {
        assert_eq!(visit(start), ["delegations/x.yaml:4:8 W0933"], "{start}");
    }
    assert_eq!(visit("2029"), nothing());
    let series = "start: 2019-10-01T10:00\nrepeat: {every: 12 months, count: 12}";
    assert_eq!(event(series), ["events/x.yaml:4:1 W0933"]);
}

#[test]
fn what_was_moved_has_another_date_than_before() {
    let moved =
        |start: &str, updates: &str| event(&format!("start: {start}\nupdates: [{updates}]"));
    let to = |at: &str, previous: &str| {
        format!("{{at: {at}, kind: change, previous_start: {previous}}}")
    };
    assert_eq!(
        moved("2019-10-08T15:00", &to("2019-08-01", "2019-10-08T15:00")),
        ["events/x.yaml:4:58 W0934"]
    );
    assert_eq!(moved("2019-10-08", &to("2019-08-01", "2019-10-08")), ["events/x.yaml:4:58 W0934"]);
    // The newest counts, wherever it stands; it is pointed at.
    let newest_first =
        [to("2019-08-09", "2019-10-08T15:00"), to("2019-08-01", "2019-10-01T15:00")].join(", ");
    assert_eq!(moved("2019-10-08T15:00", &newest_first), ["events/x.yaml:4:58 W0934"]);
    let back_again =
        [to("2019-08-01", "2019-10-08T15:00"), to("2019-08-09", "2019-10-01T15:00")].join(", ");
    assert_eq!(moved("2019-10-08T15:00", &back_again), nothing(), "moved away and back");
    assert_eq!(moved("2019-10-08T15:00", &to("2019-08-01", "2019-10-08T14:00")), nothing());
    assert_eq!(moved("2019-10-08T15:00", &to("2019-08-01", "2019-10-08")), nothing(), "the hour");
    let visit = "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08\nupdates: ";
    let site =
        |day: &str| Site::new().delegation("x", &format!("{visit}[{}]", to("2019-08-01", day)));
    assert_eq!(found(&site("2019-11-04")), ["delegations/x.yaml:6:58 W0934"]);
    assert_eq!(found(&site("2019-10-28")), nothing());
}

/// A visit from 13 to 17 October with further lines.
fn visit(lines: &str) -> Site {
    let dates = "countries: [NO]\nstart: 2019-10-13\nend: 2019-10-17";
    Site::new().delegation("norwegen", &format!("{dates}\n{lines}"))
}

#[test]
fn an_event_lies_within_its_visit() {
    let site = |lines: &str| visit("").event("x", &format!("{lines}\ndelegations: [norwegen]"));
    for (lines, place) in [
        ("start: 2019-11-05T10:00", "4:15"),
        ("start: 2019-10-12T18:00", "4:15"),
        ("start: 2019-10-18", "4:15"),
        ("within: 2019-11-01/2019-11-30", "4:15"),
        ("start: 2019-09-03T10:00\nrepeat: {every: week, count: 3}", "5:15"),
    ] {
        assert_eq!(found(&site(lines)), [format!("events/x.yaml:{place} W0935")], "{lines}");
    }
    for right in [
        "start: 2019-10-13",
        "start: 2019-10-17T23:00\nend: 2019-10-18T02:00",
        "start: 2019-10-12\nend: 2019-10-14",
        "within: 2019-10-01/2019-10-31",
        "start: 2019-09-24T10:00\nrepeat: {every: week, count: 5}",
        &format!("start: 2019-11-05\nstatus: cancelled\n{UPDATED}"),
        "start: 2019-11-05\ndraft: true",
    ] {
        assert_eq!(found(&site(right)), nothing(), "{right}");
    }
    let evening = "start: 2019-10-12T19:00\n# bba: ok W0935 Anreise\ndelegations: norwegen";
    assert_eq!(found(&visit("").event("x", evening)), nothing());
    let second = visit("").delegation("polen", "countries: [PL]\nstart: 2019-11");
    let both = second.event("x", "start: 2019-11-05\ndelegations: [norwegen, polen]");
    assert_eq!(found(&both), nothing(), "one of them is here");
}

#[test]
fn a_cancelled_visit_names_its_events_that_are_not() {
    let cancelled = || visit(&format!("status: cancelled\n{UPDATED}"));
    let confirmed = "start: 2019-10-14T10:00\ndelegations: [norwegen]";
    let site = cancelled()
        .event("empfang", confirmed)
        .event("treffen", "start: 2019-11-05T10:00\ndelegations: [norwegen]\nstatus: planned");
    let expected = ["delegations/norwegen.yaml:6:9 W0936", "events/treffen.yaml:4:15 W0935"];
    assert_eq!(found(&site), expected);
    let text = site.build().messages().join("\n");
    assert!(text.contains("content/events/empfang.yaml, content/events/treffen.yaml"), "{text}");

    let off = format!("{confirmed}\nstatus: cancelled\n{UPDATED}");
    let postponed = format!("{confirmed}\nstatus: postponed\n{UPDATED}");
    let online = format!("{confirmed}\nstatus: moved-online\nstatus_note: Ohne Gäste\n{UPDATED}");
    let draft = format!("{confirmed}\ndraft: true");
    for right in [off, postponed, online, draft] {
        assert_eq!(found(&cancelled().event("x", &right)), nothing(), "{right}");
    }
    let other = cancelled().delegation("polen", "countries: [PL]\nstart: 2019-10-14");
    let both = other.event("x", "start: 2019-10-14\ndelegations: [norwegen, polen]");
    assert_eq!(found(&both), nothing(), "the other delegation comes");
    assert_eq!(found(&visit("").event("x", confirmed)), nothing());
}

#[test]
fn an_online_event_says_how_to_get_in() {
    let online = "start: 2019-10-14T10:00\nkind: online";
    assert_eq!(event(online), ["events/x.yaml:4:7 W0937"]);
    let registration = format!("{online}\nregistration: {{email: a@example.org, required: true}}");
    assert_eq!(event(&registration), ["events/x.yaml:4:7 W0937"]);
    let moved = format!("start: 2019-10-14T10:00\nstatus: moved-online\n{UPDATED}");
    assert_eq!(event(&moved), ["events/x.yaml:4:9 W0937"]);
    for more in [
        "online: {url: 'https://konferenz.example.org/1'}",
        "registration: {email: a@example.org, note: Den Link schicken wir Ihnen.}",
        "status_note: Der Link folgt am Vortag.",
        &format!("status: cancelled\n{UPDATED}"),
    ] {
        assert_eq!(event(&format!("{online}\n{more}")), nothing(), "{more}");
    }
    assert_eq!(event("start: 2019-08-14T10:00\nkind: online"), nothing(), "it is over");
}

#[test]
fn a_link_with_a_password_is_not_public_where_one_has_to_register() {
    let with = |url: &str, required: &str| {
        let lines = format!("start: 2019-10-14\nonline: {{url: '{url}'}}");
        event(&format!("{lines}\nregistration: {{email: a@example.org{required}}}"))
    };
    let required = ", required: true";
    for url in [
        "https://zoom.example.org/j/123?pwd=abc",
        "https://zoom.example.org/w/123?tk=abc",
        "https://meet.example.org/1?lang=de&access_token=abc",
        "https://meet.example.org/1#pwd=abc",
        "https://meet.example.org/#/raum?Passcode=123",
        "https://meet.example.org/1?meetingPassword=abc",
        "https://teams.example.org/meet/123?p=aB3dE5fG7h",
    ] {
        assert_eq!(with(url, required), ["events/x.yaml:4:15 W0938"], "{url}");
        assert_eq!(with(url, ""), nothing(), "everybody may come");
        assert_eq!(with(url, ", required: false"), nothing(), "everybody may come");
    }
    for url in [
        "https://meet.example.org/raum",
        "https://meet.example.org/pwd/token",
        "https://meet.example.org/1?lang=de&pwd=",
        "https://www.example.org/?p=4711",
        "https://www.example.org/termin?id=17#anmeldung",
        "https://www.example.org/?utm_source=website",
    ] {
        assert_eq!(with(url, required), nothing(), "{url}");
    }
    let links = "start: 2019-10-14\nlinks: [{url: 'https://meet.example.org/1?pwd=abc'}]";
    let links = format!("{links}\nregistration: {{url: 'https://a.example.org/', required: true}}");
    assert_eq!(event(&links), ["events/x.yaml:4:15 W0938"]);
}

#[test]
fn an_event_is_there_once() {
    let same = |first: &str, second: &str| {
        let event = |lines: &str| format!("published: 2019-01-01\n{lines}\n");
        let site = Site::new().file("events/a.yaml", event(first));
        found(&site.file("events/b.yaml", event(second)))
    };
    let meeting = "title: Treffen\nstart: 2019-10-14T10:00\nvenue: saal";
    let twice = ["events/b.yaml:2:8 W0939"];
    assert_eq!(same(meeting, meeting), twice);
    assert_eq!(same(meeting, &meeting.replace("Treffen", "treffen ")), twice);
    let inline = "venue: {name: Großer Saal, city: Dresden}";
    assert_eq!(same(meeting, &meeting.replace("venue: saal", inline)), twice);
    let weekly = meeting.replace("10-14", "10-07") + "\nrepeat: {every: week, count: 3}";
    assert_eq!(same(meeting, &weekly), twice, "one date of a series");
    for other in [
        meeting.replace("Treffen", "Empfang"),
        meeting.replace("10:00", "11:00"),
        meeting.replace("venue: saal", "venue: {name: Kleiner Saal, city: Dresden}"),
        format!("{meeting}\nstatus: cancelled\n{UPDATED}"),
        format!("{meeting}\ndraft: true"),
        meeting.replace("10-14", "10-07")
            + "\nrepeat: {every: week, count: 3, except: [2019-10-14]}",
        meeting.replace("10-14", "10-01") + "\nrepeat: {every: week, count: 5}",
    ] {
        assert_eq!(same(meeting, &other), nothing(), "{other}");
    }
    let online =
        "title: Treffen\nstart: 2019-10-14T10:00\nonline: {url: 'https://a.example.org/1'}";
    assert_eq!(same(online, online), twice);
    assert_eq!(same(online, &online.replace("/1", "/2")), nothing());
    let anywhere = "title: Treffen\nstart: 2019-10-14T10:00";
    assert_eq!(same(anywhere, anywhere), nothing(), "two towns may hold it at the same hour");
}

/// Offsets of September 2019: Berlin +2, London +1, Tokyo +9, the Azores 0, Perth +8.
#[test]
fn a_venue_whose_clocks_differ_asks_for_the_zone() {
    let at = |country: &str, city: &str| {
        let venue = format!("venue: {{name: Saal, city: {city}, country: {country}}}");
        format!("start: 2019-09-24T15:00\nend: 2019-09-24T17:00\n{venue}")
    };
    let hint = |lines: &str| {
        let output = Site::new().event("x", lines).build();
        let found = &output.0.diagnostics;
        let found = found.iter().find(|found| found.problem.code() == "W0940").unwrap();
        found.problem.hint(German).unwrap()
    };
    assert_eq!(event(&at("JP", "Tokio")), ["events/x.yaml:5:1 W0940"]);
    for (country, city, zones) in [
        ("JP", "Osaka", "`timezone: Asia/Tokyo` ergänzen"),
        ("GB", "Leeds", "`timezone: Europe/London` ergänzen"),
        ("US", "Chicago", "`timezone: America/Chicago` ergänzen"),
        ("AU", "Perth", "`timezone: Australia/Perth` ergänzen"),
        ("PT", "Porto", "mit Europe/Lisbon, Atlantic/Azores."),
    ] {
        let hint = hint(&at(country, city));
        assert!(hint.contains(zones), "{hint}");
        assert!(hint.ends_with("Sonst: `timezone: Europe/Berlin`"), "{hint}");
    }
    let miami = hint(&at("US", "Miami"));
    for zone in ["America/New_York", "America/Denver", "America/Phoenix", "America/Los_Angeles"] {
        assert!(miami.contains(zone), "{miami}");
    }
    assert!(!miami.contains("Detroit"), "its clocks are those of New York: {miami}");

    let tokyo = at("JP", "Tokio");
    for right in [
        at("DE", "Dresden"),
        at("PL", "Breslau"),
        at("ES", "Madrid"),
        tokyo.replace("country: JP", "postcode: '100'"),
        format!("{tokyo}\ntimezone: Asia/Tokyo"),
        format!("{tokyo}\ntimezone: Europe/Berlin"),
        format!("{tokyo}\ntimezone: Asia/Seoul"),
        tokyo.replace("T15:00", "").replace("T17:00", ""),
        format!("{tokyo}\nstatus: cancelled\n{UPDATED}"),
        tokyo.replace("venue:", "# bba: ok W0940\nvenue:"),
    ] {
        assert_eq!(event(&right), nothing(), "{right}");
    }
    // Kaliningrad has the clocks of a summer in Berlin; most of the country has not.
    let perm = at("RU", "Perm");
    assert!(hint(&perm).contains("Das Land hat mehrere Zonen."), "{}", hint(&perm));
    assert!(hint(&perm).contains("Europe/Kaliningrad, Europe/Moscow"), "{}", hint(&perm));
    assert!(hint(&at("RU", "Moskau")).contains("`timezone: Europe/Moscow` ergänzen"));
    for right in [
        at("RU", "Kaliningrad"),
        at("ES", "Sevilla"),
        at("DK", "Aarhus"),
        at("DE", "Büsingen"),
        perm.replace("2019-09-24T15:00", "2019-09-24").replace("2019-09-24T17:00", "2019-09-24"),
        format!("{perm}\ntimezone: Asia/Yekaterinburg"),
    ] {
        assert_eq!(event(&right), nothing(), "{right}");
    }
    // Whoever reads in a zone of the country means it, unless the city has another.
    let american = |city: &str| {
        let site = Site::new().config_line("timezone: America/Chicago");
        found(&site.event("x", &at("US", city)))
    };
    assert_eq!(american("Peoria"), nothing());
    assert_eq!(american("New York"), ["events/x.yaml:5:1 W0940"]);
    let key = Site::new()
        .file("venues.yaml", "saal: {name: Saal, city: Tokio, country: JP}\n")
        .event("x", "start: 2019-09-24T15:00\nvenue: saal");
    assert_eq!(found(&key), ["events/x.yaml:4:8 W0940"]);
}

#[test]
fn a_zone_that_is_not_that_of_the_venue_is_told_at_the_zone() {
    let at = |city: &str, country: &str, zone: &str| {
        format!(
            "start: 2019-06-04T16:00\ntimezone: {zone}\n\
             venue: {{name: Haus, city: {city}, country: {country}}}"
        )
    };
    for (city, country, zone) in [
        ("New York", "US", "EST"),
        ("Denver", "US", "MST"),
        ("Chicago", "US", "America/New_York"),
        ("London", "GB", "GMT"),
        ("Tokio", "JP", "Etc/GMT+9"),
        ("Dresden", "DE", "America/New_York"),
    ] {
        let found = event(&at(city, country, zone));
        assert_eq!(found, ["events/x.yaml:4:11 W0940"], "{city} {zone}");
    }
    for (city, country, zone) in [
        ("New York", "US", "America/Toronto"),
        ("Peoria", "US", "America/Los_Angeles"),
        ("Tokio", "JP", "Etc/GMT-9"),
        ("London", "GB", "Europe/Berlin"),
        ("Wien", "AT", "Europe/Prague"),
        ("Madrid", "ES", "Europe/Madrid"),
    ] {
        assert_eq!(event(&at(city, country, zone)), nothing(), "{city} {zone}");
    }
    // In winter the clocks of London are those of Greenwich.
    let winter = at("London", "GB", "GMT").replace("-06-", "-12-");
    assert_eq!(event(&winter), nothing());
}
