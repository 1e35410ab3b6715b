//! Series on pages, in lists and in data: the rule in words, the next date, every date.

use super::{TUESDAYS, series};
use crate::harness::Site;

const PAGE: &str = "veranstaltungen/reihe/index.html";

/// What stands on the page of a series at the beginning of September 2019.
fn rule_of(start: &str, repeat: &str) -> String {
    let site = series(&format!("start: {start}"), repeat).built();
    let page = site.text(PAGE);
    let (_, from) = page.split_once("<p class=\"meta\">Termine: ").expect("a rule");
    from.split_once("</p>").unwrap().0.to_owned()
}

#[test]
fn a_rule_is_a_phrase_in_german() {
    for (start, repeat, expected) in [
        ("2019-10-01", "every: day, count: 3", "täglich, bis 3. Oktober 2019"),
        ("2019-10-01", "every: 10 days, count: 2", "alle 10 Tage, bis 11. Oktober 2019"),
        ("2019-10-01", "every: week, until: 2019-12-20", "jeden Dienstag, bis 17. Dezember 2019"),
        (
            "2019-10-01",
            "every: week, on: [thursday, tuesday, friday], until: 2019-10-10",
            "jeden Dienstag, Donnerstag und Freitag, bis 10. Oktober 2019",
        ),
        (
            "2019-10-01",
            "every: 2 weeks, count: 2, except: [2019-10-15]",
            "alle 2 Wochen am Dienstag, bis 15. Oktober 2019, außer am 15. Oktober 2019",
        ),
        ("2019-10-24", "every: month, count: 3", "am 24. jedes Monats, bis Dezember 2019"),
        ("2019-10-24", "every: 2 months, count: 2", "alle 2 Monate am 24., bis Dezember 2019"),
        (
            "2019-10-01",
            "every: month, on: [first tuesday], until: 2019-12-31",
            "jeden ersten Dienstag im Monat, bis Dezember 2019",
        ),
        (
            "2019-10-01",
            "every: 3 months, on: [first tuesday, last friday], count: 2",
            "alle 3 Monate am ersten Dienstag und letzten Freitag, bis Oktober 2019",
        ),
    ] {
        assert_eq!(rule_of(start, repeat), expected);
    }
}

#[test]
fn the_page_shows_the_next_date_and_what_is_different_on_further_ones() {
    let site = Site::new().event("reihe", TUESDAYS).now("2019-10-02T09:00").built();
    let page = site.text(PAGE);
    for expected in [
        // The next date is the one that was moved to Wednesday.
        "<p class=\"when\"><time datetime=\"2019-10-09T18:00:00+02:00\">Mittwoch, 9. Oktober 2019<span class=\"unseen\">, </span><br>18:00–19:30 Uhr",
        "(statt Dienstag, 8. Oktober 2019, 16 Uhr)<br>\n          <span class=\"meta\">Wegen der Messe am Mittwoch</span>",
        "Fällt aus:</span> <time datetime=\"2019-11-12T16:00:00+01:00\">",
        "19. November 2019, 16:00–17:30 Uhr</time>, Kleiner Saal",
        "bis 17. Dezember 2019, außer am 29. Oktober 2019",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(!page.contains("1. Oktober 2019, 16"), "what is over is no next date");
}

#[test]
fn a_series_is_upcoming_until_its_last_date_that_takes_place_is_over() {
    let at = |now: &str| {
        let repeat = "every: week, count: 3, changes: [{date: 2019-10-15, status: cancelled}]";
        let start = "start: 2019-10-01T10:00\nend: 2019-10-01T11:00\nupdates: [{at: 2019-02-01, kind: change}]";
        let site = series(start, repeat).event("andere", "start: 2019-10-05").now(now).built();
        let list = site.text("veranstaltungen/index.html").to_owned();
        let titles = ["Titel reihe", "Titel andere"];
        let mut shown: Vec<(usize, &str)> =
            titles.iter().filter_map(|title| Some((list.find(title)?, *title))).collect();
        shown.sort();
        let next = site.json("build.json")["next_change_at"].as_str().map(str::to_owned);
        (shown.into_iter().map(|(_, title)| title).collect::<Vec<_>>(), next.unwrap_or_default())
    };
    let (reihe, andere) = ("Titel reihe", "Titel andere");
    // A list has it where its next date is.
    assert_eq!(at("2019-09-30T09:00"), (vec![reihe, andere], "2019-10-01T09:00:00Z".to_owned()));
    assert_eq!(at("2019-10-02T09:00"), (vec![andere, reihe], "2019-10-05T22:00:00Z".to_owned()));
    assert_eq!(at("2019-10-06T09:00"), (vec![reihe], "2019-10-08T09:00:00Z".to_owned()));
    // What is left is cancelled; the page has it until it would have been over.
    assert_eq!(at("2019-10-08T11:00"), (vec![], "2019-10-15T09:00:00Z".to_owned()));
}

#[test]
fn a_series_is_in_the_archive_of_every_year_with_its_date_there() {
    let site = series("start: 2019-12-17", "every: week, count: 4")
        .event("neujahr", "start: 2020-01-01")
        .now("2020-06-01T09:00")
        .built();
    let (old, new) = (
        site.text("veranstaltungen/2019/index.html"),
        site.text("veranstaltungen/2020/index.html"),
    );
    assert!(old.contains("Dienstag, 31. Dezember 2019"));
    assert!(new.contains("Dienstag, 7. Januar 2020"));
    assert!(new.find("Titel reihe").unwrap() < new.find("Titel neujahr").unwrap());
    assert!(
        site.text("veranstaltungen/index.html")
            .contains("/veranstaltungen/2019/\">2019 <small>1</small></a>")
    );
}

#[test]
fn search_engines_read_the_next_date_and_each_further_one() {
    let site = Site::new().event("reihe", TUESDAYS).now("2019-10-02T09:00").built();
    let page = site.text(PAGE);
    let json = page.split("<script type=\"application/ld+json\">").skip(1);
    let objects: Vec<serde_json::Value> = json
        .map(|rest| serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap())
        .collect();
    let event = objects.iter().find(|object| object["@type"] == "BusinessEvent").unwrap();
    assert_eq!(event["startDate"], "2019-10-09T18:00:00+02:00");
    let dates = event["subEvent"].as_array().unwrap();
    // Eleven Tuesdays from 8 October to 17 December, one excepted, one on top.
    assert_eq!(dates.len(), 11);
    assert_eq!(dates[0]["eventStatus"], "https://schema.org/EventRescheduled");
    assert_eq!(dates[0]["previousStartDate"], "2019-10-08T16:00:00+02:00");
    let cancelled = dates.iter().find(|date| date["startDate"] == "2019-11-12T16:00:00+01:00");
    assert_eq!(cancelled.unwrap()["eventStatus"], "https://schema.org/EventCancelled");
    let elsewhere = dates.iter().find(|date| date["startDate"] == "2019-11-19T16:00:00+01:00");
    assert_eq!(elsewhere.unwrap()["location"]["name"], "Kleiner Saal");
}

#[test]
fn data_has_the_rule_and_every_date() {
    let site = Site::new().event("reihe", TUESDAYS).event("einmal", "start: 2019-10-05").built();
    let events = site.json("data/events.json");
    let of = |id: &str| events.as_array().unwrap().iter().find(|event| event["id"] == id).unwrap();
    assert!(of("einmal").get("repeat").is_none());
    let event = of("reihe");
    assert_eq!(event["start"], "2019-10-01T16:00:00+02:00");
    let repeat = &event["repeat"];
    assert_eq!(repeat["rule"], "FREQ=WEEKLY;BYDAY=TU;UNTIL=20191217T160000Z");
    let dates = repeat["dates"].as_array().unwrap();
    assert_eq!(dates.len(), 12);
    assert_eq!(dates[1]["start"], "2019-10-09T18:00:00+02:00");
    assert_eq!(dates[1]["end"], "2019-10-09T19:30:00+02:00");
    assert_eq!(dates[1]["previous_start"], "2019-10-08T16:00:00+02:00");
    assert_eq!(dates[11]["start"], "2019-12-21T10:00:00+01:00");
    let cancelled: Vec<_> = dates.iter().filter(|date| date["status"] == "cancelled").collect();
    assert_eq!(cancelled.len(), 1);
    assert_eq!(cancelled[0]["start"], "2019-11-12T16:00:00+01:00");
}
