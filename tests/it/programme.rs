//! The real programme: what a visitor of the site of 2019 must find, word by word.

use std::path::Path;

use bba::pipeline::Cache;
use bba::pipeline::{Built, Now, Options, build};
use bba::source::Sources;

use crate::harness::Output;

pub fn programme(now: &str) -> Output {
    programme_at(now, None)
}

fn programme_at(now: &str, base_url: Option<&str>) -> Output {
    let sources = Sources::read(Path::new(".")).unwrap();
    let options = Options {
        now: Now::read(now).unwrap(),
        base_url: base_url.map(|url| bba::read::config::base_url(url).unwrap()),
        ..Options::default()
    };
    let built: Built = build(&sources, &options, &mut Cache::none());
    let output = Output::of(built);
    assert_eq!(output.errors(), Vec::<String>::new());
    output
}

#[test]
fn the_get_together_has_the_same_hour_on_its_page_in_its_file_and_in_its_json_ld() {
    let site = programme("2019-09-23T20:00");
    let page = site.text("veranstaltungen/get-together-mexiko/index.html");
    assert!(page.contains(
        "<time datetime=\"2019-09-24T15:00:00+02:00\">Dienstag, 24. September 2019<span class=\"unseen\">, </span><br>15–17 Uhr</time>"
    ));
    assert!(page.contains("\"startDate\":\"2019-09-24T15:00:00+02:00\""));
    assert!(page.contains("\"endDate\":\"2019-09-24T17:00:00+02:00\""));
    let file = site.text("veranstaltungen/get-together-mexiko.ics");
    assert!(file.contains("\r\nDTSTART;TZID=Europe/Berlin:20190924T150000\r\n"));
    assert!(file.contains("\r\nDTEND;TZID=Europe/Berlin:20190924T170000\r\n"));
}

#[test]
fn the_november_visit_is_all_day_and_its_end_is_exclusive() {
    let site = programme("2019-09-23T20:00");
    let file = site.text("delegationen/international-2019.ics");
    assert!(file.contains("\r\nDTSTART;VALUE=DATE:20191104\r\nDTEND;VALUE=DATE:20191109\r\n"));
    let page = site.text("delegationen/international-2019/index.html");
    assert!(page.contains("4.–8. November 2019"));
}

#[test]
fn before_the_visits_both_events_are_upcoming_and_one_can_register() {
    let site = programme("2019-09-23T20:00");
    let list = site.text("veranstaltungen/index.html");
    let first = list.find("/veranstaltungen/get-together-mexiko/").unwrap();
    let second = list.find("/veranstaltungen/automobilkongress-zwickau/").unwrap();
    assert!(first < second);
    let page = site.text("veranstaltungen/get-together-mexiko/index.html");
    assert!(page.contains("Anmeldung möglich"));
    assert!(
        page.contains("href=\"mailto:frederico.rosenbaum@wfs.saxony.de?subject=Anmeldung%3A%20")
    );
    assert!(page.contains("<a href=\"mailto:frederico.rosenbaum@wfs.saxony.de\">"));
    assert!(page.contains("<a href=\"tel:+493512138371\">"));
    assert!(page.contains("<a href=\"/datenschutz/\">Datenschutz: "));
}

#[test]
fn years_later_nothing_is_upcoming_and_the_home_page_still_says_what_to_do() {
    let site = programme("2026-01-01T00:00");
    let list = site.text("veranstaltungen/index.html");
    assert!(list.contains("Zurzeit steht kein Termin fest."));
    assert!(!list.contains("/veranstaltungen/get-together-mexiko/"));
    let archive = site.text("veranstaltungen/2019/index.html");
    assert!(archive.contains("/veranstaltungen/get-together-mexiko/"));
    assert!(archive.contains("/veranstaltungen/automobilkongress-zwickau/"));
    let page = site.text("veranstaltungen/get-together-mexiko/index.html");
    assert!(!page.contains("Anmeldung möglich") && !page.contains("?subject=Anmeldung"));
    let home = site.text("index.html");
    for text in
        ["Wer teilnehmen kann", "Vom nächsten Besuch erfahren", "ein Termin steht noch nicht"]
    {
        assert!(home.contains(text), "{text}");
    }
}

#[test]
fn the_same_time_gives_the_same_bytes() {
    let (a, b) = (programme("2019-09-23T20:00"), programme("2019-09-23T20:00"));
    assert_eq!(a.everything(), b.everything());
}

#[test]
fn below_a_path_no_link_leaves_it_and_every_uid_stays() {
    let here = programme("2019-09-23T20:00");
    let below = programme_at("2019-09-23T20:00", Some("https://x.example.org/unter/pfad"));
    // A crawler looks for it at the root of a host alone (RFC 9309 2.3).
    let paths: Vec<&str> = here.paths().into_iter().filter(|path| *path != "robots.txt").collect();
    assert_eq!(paths, below.paths());
    for path in below.paths() {
        if path.ends_with(".html") {
            for link in links(below.text(path)) {
                let leaves = link.starts_with('/') && !link.starts_with("/unter/pfad/");
                assert!(!leaves, "{path} links to {link}");
                assert!(!link.contains("bba.example.org"), "{path} links to {link}");
            }
        }
        if path.ends_with(".ics") {
            assert_eq!(uids(here.text(path)), uids(below.text(path)), "{path}");
        }
    }
}

fn links(html: &str) -> Vec<&str> {
    let attributes = html
        .split(['<', ' ', '\n'])
        .filter_map(|part| part.strip_prefix("href=\"").or_else(|| part.strip_prefix("src=\"")));
    attributes.filter_map(|rest| rest.split('"').next()).collect()
}

fn uids(calendar: &str) -> Vec<&str> {
    calendar.lines().filter(|line| line.starts_with("UID:")).collect()
}
