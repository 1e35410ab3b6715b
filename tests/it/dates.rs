//! Dates and times in German. Expected are the contract's words and the patterns of CLDR 48
//! with months written out.

use bba::dates::Dates;
use bba::model::delegation::VisitDates;
use bba::source::Sources;
use bba::strings::Strings;
use bba::values::{Days, PlannedDate, Value};
use jiff::civil::{Date, time};

use crate::harness::{Site, plain_spaces, without_break};

fn german() -> Strings {
    Strings::read(&Sources::from_memory([]), "bba", "de", &mut Vec::new())
}

#[test]
fn ranges_of_days_name_what_differs() {
    let strings = german();
    for (range, expected) in [
        ("2019-09-24/2019-09-24", "Dienstag, 24. September 2019"),
        ("2019-11-04/2019-11-08", "4.–8. November 2019"),
        ("2019-11-04/2019-11-05", "4.–5. November 2019"),
        ("2019-11-30/2019-12-02", "30. November – 2. Dezember 2019"),
        ("2019-03-31/2019-04-01", "31. März – 1. April 2019"),
        ("2019-12-30/2020-01-02", "30. Dezember 2019 – 2. Januar 2020"),
        ("2019-11-04/2020-11-08", "4. November 2019 – 8. November 2020"),
        ("2020-02-28/2020-02-29", "28.–29. Februar 2020"),
    ] {
        assert_eq!(Dates(&strings).days(Days::read(range).unwrap()), expected);
    }
}

#[test]
fn full_hours_drop_their_minutes_and_others_have_two_digits() {
    let strings = german();
    let dates = Dates(&strings);
    let clock = |hour: i8, minute: i8| time(hour, minute, 0, 0);
    assert_eq!(dates.times(clock(15, 0), clock(17, 0)), "15–17 Uhr");
    assert_eq!(dates.times(clock(9, 0), clock(10, 30)), "09:00–10:30 Uhr");
    assert_eq!(dates.times(clock(9, 30), clock(10, 0)), "09:30–10:00 Uhr");
    assert_eq!(dates.times(clock(8, 0), clock(9, 0)), "8–9 Uhr");
    assert_eq!(dates.times(clock(18, 0), clock(0, 0)), "18–24 Uhr");
    assert_eq!(dates.times(clock(18, 30), clock(0, 0)), "18:30–24:00 Uhr");
    assert_eq!(dates.time(clock(15, 0)), "15 Uhr");
    assert_eq!(dates.time(clock(9, 5)), "09:05 Uhr");
    assert_eq!(dates.time(clock(0, 0)), "0 Uhr");
}

#[test]
fn every_month_and_weekday_has_its_name() {
    let strings = german();
    let months = (1..=12).map(|month| {
        let day = Date::new(2019, month, 1).unwrap();
        Dates(&strings).day(day)
    });
    let expected = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ];
    assert!(months.eq(expected.map(|month| format!("1. {month} 2019"))));
    let weekdays = (2..=8).map(|day| Dates(&strings).weekday(Date::new(2019, 9, day).unwrap()));
    let expected =
        ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
    let days = expected.into_iter().zip(2..);
    assert!(weekdays.eq(days.map(|(name, day)| format!("{name}, {day}. September 2019"))));
}

#[test]
fn a_visit_is_dated_as_exactly_as_is_known() {
    let strings = german();
    for (start, expected) in [
        ("2020-05", "Mai 2020"),
        ("2020-Q1", "1. Quartal 2020"),
        ("2020-Q4", "4. Quartal 2020"),
        ("2020", "2020"),
    ] {
        let planned = PlannedDate::read(start).unwrap();
        assert_eq!(Dates(&strings).visit(VisitDates::Open(planned)), expected);
    }
}

/// The date of an event on its page.
fn of_event(lines: &str) -> String {
    let site = Site::new().event("treffen", lines).built();
    let page = site.text("veranstaltungen/treffen/index.html");
    let when = page.split("<p class=\"when\">").nth(1).unwrap();
    let text = when.split_once("\">").unwrap().1.split_once("</time>").unwrap().0;
    without_break(text)
}

#[test]
fn the_date_of_an_event_says_everything_that_is_known() {
    for (lines, expected) in [
        (
            "start: 2019-09-24T15:00\nend: 2019-09-24T17:00",
            "Dienstag, 24. September 2019, 15–17 Uhr",
        ),
        ("start: 2019-09-24T15:00", "Dienstag, 24. September 2019, 15 Uhr"),
        ("start: 2019-09-24T09:30", "Dienstag, 24. September 2019, 09:30 Uhr"),
        ("start: 2019-09-24", "Dienstag, 24. September 2019"),
        ("start: 2019-09-24\nend: 2019-09-24", "Dienstag, 24. September 2019"),
        ("start: 2019-09-24\ntime: open", "Dienstag, 24. September 2019, Uhrzeit folgt"),
        ("within: 2019-11-04/2019-11-08", "4.–8. November 2019, genauer Termin folgt"),
        (
            "start: 2019-09-24T18:00\nend: 2019-09-25T00:00",
            "Dienstag, 24. September 2019, 18–24 Uhr",
        ),
        (
            "start: 2019-09-24T09:00\nend: 2019-09-25T13:30",
            "Dienstag, 24. September 2019, 9 Uhr – Mittwoch, 25. September 2019, 13:30 Uhr",
        ),
    ] {
        assert_eq!(of_event(lines), expected, "{lines}");
    }
}

/// Offsets by the zone database: Tokyo +9, Mexico City −5 in September 2019, Berlin +2.
#[test]
fn an_event_in_another_zone_has_the_times_of_both_places() {
    for (lines, expected) in [
        (
            "start: 2019-09-24T16:00\nend: 2019-09-24T17:30\ntimezone: Asia/Tokyo\n\
             venue: {name: Halle 3, city: Yokohama, country: JP}",
            "Dienstag, 24. September 2019, 16:00–17:30 Uhr in Yokohama · 09:00–10:30 Uhr in Berlin",
        ),
        (
            "start: 2019-09-24T16:00\nend: 2019-09-24T18:00\ntimezone: Asia/Tokyo\n\
             venue: {name: Halle 3}",
            "Dienstag, 24. September 2019, 16–18 Uhr in Tokio · 9–11 Uhr in Berlin",
        ),
        (
            "start: 2019-09-24T04:00\ntimezone: Asia/Tokyo",
            "Dienstag, 24. September 2019, 4 Uhr in Tokio · \
             Montag, 23. September 2019, 21 Uhr in Berlin",
        ),
        (
            "start: 2019-09-24T23:00\nend: 2019-09-25T01:00\ntimezone: Asia/Tokyo",
            "Dienstag, 24. September 2019, 23 Uhr – Mittwoch, 25. September 2019, 1 Uhr in Tokio · \
             16–18 Uhr in Berlin",
        ),
        (
            "start: 2019-09-24T16:00\ntimezone: Etc/UTC",
            "Dienstag, 24. September 2019, 16 Uhr UTC · 18 Uhr in Berlin",
        ),
        // Clocks that agree need no names, nor do days.
        (
            "start: 2019-09-24T16:00\ntimezone: Europe/Vienna",
            "Dienstag, 24. September 2019, 16 Uhr",
        ),
        ("start: 2019-09-24\ntimezone: Asia/Tokyo", "Dienstag, 24. September 2019"),
    ] {
        assert_eq!(of_event(lines), expected, "{lines}");
    }
}

/// No town stands beside hours that its clocks do not show. New York has −4 in June (EST is −5),
/// London +1, Tokyo +9, Chicago −5; Berlin +2.
#[test]
fn a_town_is_named_beside_the_hours_of_its_own_clocks() {
    let at = |city: &str, country: &str, zone: &str| {
        let lines = "start: 2019-06-04T16:00\nend: 2019-06-04T17:00\n";
        let venue = format!("venue: {{name: Haus, city: {city}, country: {country}}}");
        of_event(&format!("{lines}{zone}{venue}"))
    };
    for (city, country, zone, hours) in [
        ("New York", "US", "timezone: EST\n", "17–18 Uhr in New York · 23–24 Uhr in Berlin"),
        ("London", "GB", "timezone: GMT\n", "17–18 Uhr in London · 18–19 Uhr in Berlin"),
        // Written down or not, the times are those of the site.
        ("London", "GB", "timezone: Europe/Berlin\n", "15–16 Uhr in London · 16–17 Uhr in Berlin"),
        ("Leeds", "GB", "", "15–16 Uhr in Leeds · 16–17 Uhr in Berlin"),
        ("Dresden", "DE", "timezone: America/New_York\n", "22–23 Uhr"),
        // Which of its clocks hang there nobody knows.
        ("Peoria", "US", "", "16–17 Uhr in Berlin"),
        (
            "Peoria",
            "US",
            "timezone: America/Chicago\n",
            "16–17 Uhr in Peoria · 23–24 Uhr in Berlin",
        ),
        // Another Berlin: two clocks of one name would contradict each other.
        (
            "Berlin",
            "US",
            "timezone: America/New_York\n",
            "16–17 Uhr in New York · 22–23 Uhr in Berlin",
        ),
        // Novosibirsk has +7, Moscow +3; its name is known in the language of the site.
        (
            "Nowosibirsk",
            "RU",
            "timezone: Europe/Moscow\n",
            "20–21 Uhr in Nowosibirsk · 15–16 Uhr in Berlin",
        ),
        ("Wien", "AT", "", "16–17 Uhr"),
        ("Dresden", "DE", "", "16–17 Uhr"),
    ] {
        let expected = format!("Dienstag, 4. Juni 2019, {hours}");
        assert_eq!(at(city, country, zone), expected, "{city} {zone}");
    }
}

#[test]
fn who_takes_part_at_home_reads_the_time_of_the_site_first() {
    let online = "kind: online\nonline: {url: https://video.example.org/}";
    let lines =
        format!("start: 2019-09-24T16:00\nend: 2019-09-24T17:30\ntimezone: Asia/Tokyo\n{online}");
    let expected =
        "Dienstag, 24. September 2019, 09:00–10:30 Uhr in Berlin · 16:00–17:30 Uhr in Tokio";
    assert_eq!(of_event(&lines), expected);
    assert_eq!(guests(&format!("{lines}\ncountries: [JP, DE]")), "", "both are there");
    assert_eq!(
        guests(&format!("{lines}\ncountries: MX")),
        " | Ortszeit in Mexiko-Stadt: 02:00–03:30 Uhr"
    );
    let site = Site::new().event("treffen", &lines).config_line("languages: [de, en, es]").built();
    for (path, time) in [
        ("veranstaltungen/index.html", "Uhr in Tokio"),
        ("en/events/treffen/index.html", "09:00–10:30 in Berlin · 16:00–17:30 in Tokyo"),
        ("es/eventos/treffen/index.html", "en Berlín · de 16:00 a 17:30 h en Tokio"),
    ] {
        let text = site.text(path);
        assert!(text.contains(time), "{path}");
        assert!(!text.contains("Ortszeit") && !text.contains("Asia/Tokyo\u{29}"), "{path}");
    }
    // Who comes to a place where one can also take part online lives by the clock there.
    let both =
        format!("{lines}\nvenue: {{name: Halle 3, city: Yokohama}}").replace("kind: online\n", "");
    assert!(of_event(&both).contains("16:00–17:30 Uhr in Yokohama · 09:00–10:30 Uhr in Berlin"));
}

/// Clocks in Berlin are set back on 25 October 2026 at 3, in New York on 1 November 2026 at 2.
#[test]
fn an_hour_that_is_there_twice_says_which_of_them_it_is() {
    for (lines, expected) in [
        (
            "start: 2026-10-25T02:30+02:00\nend: 2026-10-25T02:15+01:00",
            "Sonntag, 25. Oktober 2026, 02:30 Uhr MESZ – 02:15 Uhr MEZ",
        ),
        (
            "start: 2026-10-25T01:00\nend: 2026-10-25T02:30+01:00",
            "Sonntag, 25. Oktober 2026, 1 Uhr MESZ – 02:30 Uhr MEZ",
        ),
        ("start: 2026-10-25T02:30+01:00", "Sonntag, 25. Oktober 2026, 02:30 Uhr MEZ"),
        (
            "start: 2026-10-24T22:00\nend: 2026-10-25T02:00+02:00",
            "Samstag, 24. Oktober 2026, 22 Uhr – Sonntag, 25. Oktober 2026, 2 Uhr MESZ",
        ),
        (
            "start: 2026-11-01T01:30-04:00\ntimezone: America/New_York",
            "Sonntag, 1. November 2026, 01:30 Uhr UTC−4 in New York · 06:30 Uhr in Berlin",
        ),
        // Clocks change in between, but each hour is there once.
        ("start: 2026-10-25T01:00\nend: 2026-10-25T04:00", "Sonntag, 25. Oktober 2026, 1–4 Uhr"),
    ] {
        assert_eq!(of_event(lines), expected, "{lines}");
    }
    assert_eq!(guests("start: 2026-10-25T02:30+02:00\ncountries: MX"), "", "it is said already");
    let deadline = "start: 2026-11-24\nregistration: {email: a@example.org, \
                    deadline: 2026-10-25T02:30+01:00}";
    let site = Site::new().event("treffen", deadline).built();
    let page = site.text("veranstaltungen/treffen/index.html");
    assert!(page.contains("bis Sonntag, 25. Oktober 2026, 02:30 Uhr MEZ"));
}

#[test]
fn an_hour_that_comes_twice_says_which_it_is() {
    for (lines, expected) in [
        (
            "start: 2019-10-27T02:30+02:00\nend: 2019-10-27T02:15+01:00",
            "Sonntag, 27. Oktober 2019, 02:30 Uhr MESZ – 02:15 Uhr MEZ",
        ),
        ("start: 2019-10-27T02:30+01:00", "Sonntag, 27. Oktober 2019, 02:30 Uhr MEZ"),
        (
            "start: 2019-10-27T01:00\nend: 2019-10-27T02:00+01:00",
            "Sonntag, 27. Oktober 2019, 1 Uhr MESZ – 2 Uhr MEZ",
        ),
        (
            "start: 2019-10-26T22:00\nend: 2019-10-27T02:00+02:00",
            "Samstag, 26. Oktober 2019, 22 Uhr – Sonntag, 27. Oktober 2019, 2 Uhr MESZ",
        ),
        // Around it every hour comes once.
        ("start: 2019-10-27T01:00\nend: 2019-10-27T03:00", "Sonntag, 27. Oktober 2019, 1–3 Uhr"),
        ("start: 2019-10-20T02:30", "Sonntag, 20. Oktober 2019, 02:30 Uhr"),
    ] {
        assert_eq!(of_event(lines), expected, "{lines}");
    }
    // Elsewhere by the offset, where its abbreviation is not known in Europe.
    let lines = "start: 2019-11-03T01:30-05:00\ntimezone: America/New_York";
    assert!(of_event(lines).starts_with("Sonntag, 3. November 2019, 01:30 Uhr UTC−5"));
}

#[test]
fn a_tile_has_no_second_month() {
    let site = Site::new().event("treffen", "start: 2019-11-30\nend: 2019-12-02").built();
    let page = site.text("veranstaltungen/2019/index.html");
    assert!(page.contains("data-day=\"30.\" data-month=\"Nov. 2019\""));
}

/// What stands beside the date on the page of an event with guests from these countries.
fn guests(lines: &str) -> String {
    let site = Site::new().event("treffen", lines).built();
    let page = site.text("veranstaltungen/treffen/index.html").to_owned();
    let (_, after) = page.split_once("<p class=\"when\">").unwrap();
    let (_, after) = after.split_once("</time>").unwrap();
    let (line, rest) = after.split_once("</p>").unwrap();
    match rest.trim_start().strip_prefix("<p class=\"meta\">") {
        Some(rest) => format!("{line} | {}", rest.split_once("</p>").unwrap().0),
        None => line.to_owned(),
    }
}

const ONLINE: &str = "online: {url: https://video.example.org/}";
const SUMMER: &str = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00";

#[test]
fn an_online_event_also_gives_the_time_in_its_guests_capitals() {
    // Offsets: Berlin +2, Mexico City −5 (summer time until 2022), Tallinn and Helsinki +3.
    let mesz = " <abbr title=\"Mitteleuropäische Sommerzeit\">MESZ</abbr>";
    assert_eq!(
        guests(&format!("{SUMMER}\ncountries: MX\n{ONLINE}")),
        format!("{mesz} | Ortszeit in Mexiko-Stadt: 8–10 Uhr")
    );
    assert_eq!(
        guests(&format!("{SUMMER}\ncountries: [EE, FI, PL, HU]\n{ONLINE}")),
        format!("{mesz} | Ortszeit in Tallinn und Helsinki: 16–18 Uhr")
    );
    // Winter: Berlin +1, Tokyo +9: the next day.
    assert_eq!(
        guests(&format!("start: 2020-01-14T17:30\nend: 2020-01-14T18:00\ncountries: JP\n{ONLINE}")),
        " <abbr title=\"Mitteleuropäische Zeit\">MEZ</abbr> | \
         Ortszeit in Tokio: Mittwoch, 15. Januar 2020, 01:30–02:00 Uhr"
    );
}

#[test]
fn an_event_on_site_gives_its_own_time_and_whose_it_is() {
    let mesz = " <abbr title=\"Mitteleuropäische Sommerzeit\">MESZ</abbr>";
    assert_eq!(guests(&format!("{SUMMER}\nvenue: saal\ncountries: MX")), mesz);
    assert_eq!(guests(&format!("{SUMMER}\nvenue: saal\ncountries: PL")), "");
    assert_eq!(guests(&format!("{SUMMER}\nvenue: saal")), "");
    let mexico = format!("{SUMMER}\ntimezone: America/Mexico_City\ncountries: DE");
    assert_eq!(guests(&mexico), "", "the cities say it, and Berlin's time is there");
    assert_eq!(guests("start: 2019-09-24\ncountries: MX"), "");
}

#[test]
fn machines_hear_of_a_visit_no_more_than_is_known() {
    for (start, expected) in [
        ("2019-11-04", "2019-11-04"),
        ("2020-05", "2020-05"),
        ("2020-Q1", "2020"),
        ("2020", "2020"),
    ] {
        let visit = format!("countries: [MX]\nstart: {start}");
        let site = crate::harness::Site::new().delegation("besuch", &visit);
        let site = site.now("2019-01-01").build();
        let page = site.text("delegationen/besuch/index.html");
        assert!(page.contains(&format!("<time datetime=\"{expected}\">")), "{start}");
    }
}

/// CLDR 48.2, es, `quarters/format/wide`: »1.er trimestre«, »2.º trimestre«, »3.er trimestre«,
/// »4.º trimestre«.
#[test]
fn a_spanish_quarter_has_the_ordinal_of_its_number() {
    for (quarter, written) in [
        ("2020-Q1", "1.er trimestre de 2020"),
        ("2020-Q2", "2.º trimestre de 2020"),
        ("2020-Q3", "3.er trimestre de 2020"),
        ("2020-Q4", "4.º trimestre de 2020"),
    ] {
        let site = Site::new()
            .config_line("languages: [de, es]")
            .delegation("besuch", &format!("countries: [MX]\nstart: {quarter}"))
            .built();
        let page = plain_spaces(site.text("es/delegaciones/besuch/index.html"));
        assert!(page.contains(written), "{written}");
    }
}

/// By a clock of twelve hours midnight is 12 AM (CLDR), the beginning of the next day.
#[test]
fn a_clock_of_twelve_hours_has_no_24() {
    let lines = "start: 2019-09-24T19:00\nend: 2019-09-25T00:00\n\
                 registration: {email: a@example.org, deadline: 2019-09-20T00:00}";
    for (locale, hours, deadline) in [
        ("en-US", "7:00 PM–12:00 AM", "Friday, September 20, 2019, 12:00 AM"),
        ("en-GB", "19:00–24:00", "Thursday 19 September 2019, 24:00"),
    ] {
        let site = Site::new()
            .config_line("languages: [de, en]")
            .theme_file("strings/en.yaml", format!("locale: {locale}\n"))
            .event("treffen", lines)
            .built();
        let page = site.text("en/events/treffen/index.html");
        assert!(page.contains(hours), "{locale}");
        let said = page.contains(&format!("until {deadline}"));
        assert!(said, "{locale}: {:?}", page.split("until ").nth(1).map(|rest| &rest[..60]));
        let calendar = site.calendar("en/events/treffen.ics").join("\n");
        assert!(!plain_spaces(&calendar).contains("11:00 PM"), "{locale}");
    }
}
