//! One occurrence has one date, place and status, wherever it is shown; and what moved says from
//! where. What must hold of every programme together is in `agreement`.

use bba::problem::MessageLanguage::German;
use bba::query;
use serde_json::{Value, json};

use crate::harness::{Output, Site, UPDATED};
use crate::html::Page;

const PAGE: &str = "veranstaltungen/treffen/index.html";

/// The event of a page for search engines.
fn structured(site: &Output, page: &str) -> Value {
    let objects = Page::read(site.text(page)).structured_data();
    objects.into_iter().find(|object| object["@type"] == "BusinessEvent").unwrap()
}

/// What stands above the title; what it says of languages stands before.
fn notice(site: &Output, page: &str) -> String {
    let page = Page::read(site.text(page));
    let is_notice = |class: &str| class.split(' ').any(|word| word == "notice");
    let mut notices = page.tags.iter().filter(|tag| tag.get("class").is_some_and(is_notice));
    notices.next_back().map(|notice| page.text(notice)).unwrap_or_default()
}

/// The data of the first event.
fn data(site: &Output) -> Value {
    site.json("data/events.json")[0].clone()
}

fn schema(words: &[&str]) -> Value {
    let full = |word: &&str| format!("https://schema.org/{word}");
    match words {
        [one] => json!(full(one)),
        many => many.iter().map(full).collect(),
    }
}

#[test]
fn what_is_not_confirmed_says_so_until_it_is_over() {
    let lines = "start: 2019-10-02T10:00\nend: 2019-10-02T11:00\nstatus: planned";
    let site = Site::new().event("treffen", lines);
    let ahead = site.clone().built();
    assert_eq!(notice(&ahead, PAGE), "Geplant. Der Termin ist noch nicht bestätigt.");
    let list = ahead.text("veranstaltungen/index.html");
    assert!(list.contains("10–11 Uhr · Geplant"), "{list}");
    let over = site.now("2019-10-03T09:00").built();
    assert_eq!(notice(&over, PAGE), "");
    let confirmed = Site::new().event("treffen", &lines.replace("planned", "confirmed")).built();
    assert_eq!(notice(&confirmed, PAGE), "");
    assert!(!confirmed.text("veranstaltungen/index.html").contains("Geplant"));
}

/// Wednesdays at ten in the hall, of which the first is on Thursday and in another town.
const ELSEWHERE: &str = "start: 2019-10-02T10:00
end: 2019-10-02T11:00
venue: saal
repeat:
  every: week
  count: 4
  changes:
    - {date: 2019-10-02, start: 2019-10-03T14:00, venue: {name: Kurhaus, street: Platz 7, city: Bad Elster, country: DE}}
updates: [{at: 2019-02-01, kind: change}]";

#[test]
fn a_date_of_a_series_elsewhere_is_shown_elsewhere() {
    let site = Site::new().event("treffen", ELSEWHERE).built();
    let (_, page) = site.text(PAGE).split_once("<main").unwrap();
    let (head, dates) = page.split_once("Nächste Termine").unwrap();
    assert!(head.contains("Donnerstag, 3. Oktober 2019, 14–15 Uhr"), "{head}");
    assert!(head.contains("Kurhaus") && head.contains("Bad Elster") && !head.contains("Weg 1"));
    assert_eq!(
        notice(&site, PAGE),
        "Neuer Termin. Ursprünglich: Mittwoch, 2. Oktober 2019, 10 Uhr."
    );
    // The others are where they always are, and that is not where the head says.
    assert_eq!(dates.matches("Uhr</time>, Großer Saal").count(), 3, "{dates}");
    for list in ["index.html", "veranstaltungen/index.html", "veranstaltungen/2019/index.html"] {
        let list = site.text(list);
        assert!(list.contains("Kurhaus") && !list.contains("Großer Saal"), "{list}");
    }
    let event = structured(&site, PAGE);
    assert_eq!(event["startDate"], "2019-10-03T14:00:00+02:00");
    assert_eq!(event["endDate"], "2019-10-03T15:00:00+02:00");
    assert_eq!(event["previousStartDate"], "2019-10-02T10:00:00+02:00");
    assert_eq!(event["eventStatus"], schema(&["EventRescheduled"]));
    assert_eq!(event["location"]["address"]["addressLocality"], "Bad Elster");
    let further = &event["subEvent"][1];
    assert_eq!(further["location"]["name"], "Großer Saal");
    assert_eq!(further["eventStatus"], schema(&["EventScheduled"]));
    let shown = &data(&site)["occurrences"][0];
    assert_eq!(shown["is_shown"], true);
    assert_eq!(shown["start"], "2019-10-03T14:00:00+02:00");
    assert_eq!(shown["venue"]["city"]["de"], "Bad Elster");
    assert_eq!(shown["previous_starts"], json!(["2019-10-02T10:00:00+02:00"]));
    assert_eq!(data(&site)["occurrences"][1]["venue"]["city"]["de"], "Dresden");
}

#[test]
fn when_that_date_is_over_the_series_is_where_it_always_is() {
    let site = Site::new().event("treffen", ELSEWHERE).now("2019-10-03T15:00").built();
    let (_, page) = site.text(PAGE).split_once("<main").unwrap();
    assert!(page.contains("Mittwoch, 9. Oktober 2019, 10–11 Uhr"));
    assert!(page.contains("Großer Saal") && !page.contains("Kurhaus"));
    assert_eq!(notice(&site, PAGE), "");
    assert!(!site.text("veranstaltungen/index.html").contains("Kurhaus"));
    let event = structured(&site, PAGE);
    assert_eq!(event["location"]["name"], "Großer Saal");
    assert_eq!(event["eventStatus"], schema(&["EventScheduled"]));
    assert_eq!(event.get("previousStartDate"), None);
}

#[test]
fn a_note_on_the_date_that_is_shown_stands_at_the_head() {
    let changes = "[{date: 2019-10-02, note: Diesmal mit Führung.}]";
    let lines = format!("start: 2019-10-02\nrepeat: {{every: week, count: 2, changes: {changes}}}");
    let site = Site::new().event("treffen", &lines).built();
    assert_eq!(notice(&site, PAGE), "Diesmal mit Führung.");
    let later = Site::new().event("treffen", &lines).now("2019-10-03T09:00").built();
    assert_eq!(notice(&later, PAGE), "");
}

#[test]
fn a_series_of_which_every_date_is_cancelled_is_cancelled() {
    let changes = "[{date: 2019-10-02, status: cancelled}, {date: 2019-10-09, status: cancelled}]";
    let lines = format!(
        "start: 2019-10-02\nregistration: {{email: a@example.org}}\n{UPDATED}\n\
         repeat: {{every: week, count: 2, changes: {changes}}}"
    );
    let asked = Site::new().event("treffen", &lines);
    let why = query::why(&asked.sources(), asked.options(), "treffen").unwrap();
    let why: String = why.answers.iter().map(|answer| answer.text(German)).collect();
    assert!(why.contains("abgesagt (status: cancelled)"), "{why}");
    let site = asked.built();
    assert!(notice(&site, PAGE).starts_with("Abgesagt."));
    assert!(!site.text(PAGE).contains("mailto:a@example.org"));
    assert!(site.text("veranstaltungen/index.html").contains("Abgesagt"));
    assert_eq!(structured(&site, PAGE)["eventStatus"], schema(&["EventCancelled"]));
    assert_eq!(data(&site)["status"], "cancelled");
    let news = |site: &Output| site.text("veranstaltungen/aenderungen/feed.xml").to_owned();
    assert!(news(&site).contains("<title>Abgesagt: Titel treffen</title>"), "{}", news(&site));
    // One date that takes place is enough.
    let one = lines.replace(", {date: 2019-10-09, status: cancelled}", "");
    let one = Site::new().event("treffen", &one).built();
    assert_eq!(data(&one)["status"], "confirmed");
    assert!(!news(&one).contains("Abgesagt"), "{}", news(&one));
}

/// Tuesdays that were to be Mondays.
const MOVED_SERIES: &str = "start: 2019-10-08T16:00
venue: saal
repeat: {every: week, count: 5}
updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-07T16:00}]";

#[test]
fn a_series_that_moved_as_a_whole_pairs_its_first_dates() {
    let first = Site::new().event("treffen", MOVED_SERIES).built();
    assert_eq!(
        notice(&first, PAGE),
        "Neuer Termin. Ursprünglich: Montag, 7. Oktober 2019, 16 Uhr."
    );
    assert_eq!(structured(&first, PAGE)["previousStartDate"], "2019-10-07T16:00:00+02:00");
    assert_eq!(structured(&first, PAGE)["eventStatus"], schema(&["EventRescheduled"]));

    // Of a later date nobody knows where the old rule would have had it.
    let later = Site::new().event("treffen", MOVED_SERIES).now("2019-10-16T09:00").built();
    assert_eq!(
        notice(&later, PAGE),
        "Neuer Termin. Die ganze Reihe ist verlegt. Erster Termin: Dienstag, 8. Oktober 2019, 16 Uhr. \
         Ursprünglich: Montag, 7. Oktober 2019, 16 Uhr."
    );
    let event = structured(&later, PAGE);
    assert_eq!(event["startDate"], "2019-10-22T16:00:00+02:00");
    assert_eq!(event.get("previousStartDate"), None);
    assert_eq!(event["eventStatus"], schema(&["EventScheduled"]));
    for date in event["subEvent"].as_array().unwrap() {
        assert_eq!(date["eventStatus"], schema(&["EventScheduled"]));
        assert_eq!(date.get("previousStartDate"), None);
    }
}

#[test]
fn an_update_that_names_a_date_of_the_series_means_that_date() {
    let with = |updates: &str| {
        let changes = "[{date: 2019-10-15, start: 2019-10-17T16:00}]";
        let lines = format!(
            "start: 2019-10-08T16:00\nvenue: saal\nupdates: [{updates}]\n\
             repeat: {{every: week, count: 5, changes: {changes}}}"
        );
        let site = Site::new().event("treffen", &lines).now("2019-10-09T09:00").built();
        let previous = structured(&site, PAGE)["previousStartDate"].clone();
        let next = structured(&site, PAGE)["subEvent"][1].clone();
        assert_eq!(next.get("previousStartDate"), None);
        (notice(&site, PAGE), previous)
    };
    let update =
        |at: &str, from: &str| format!("{{at: {at}, kind: change, previous_start: {from}}}");
    let first = update("2019-02-01", "2019-10-15T16:00");
    assert_eq!(
        with(&first),
        (
            "Neuer Termin. Ursprünglich: Dienstag, 15. Oktober 2019, 16 Uhr.".to_owned(),
            json!("2019-10-15T16:00:00+02:00")
        )
    );
    // The same date a second time.
    let second = update("2019-02-02", "2019-10-16T10:00");
    assert_eq!(
        with(&format!("{first}, {second}")),
        (
            "Neuer Termin. Ursprünglich: Dienstag, 15. Oktober 2019, 16 Uhr. \
             Bisher: Mittwoch, 16. Oktober 2019, 10 Uhr."
                .to_owned(),
            json!(["2019-10-15T16:00:00+02:00", "2019-10-16T10:00:00+02:00"])
        )
    );
}

#[test]
fn what_moved_several_times_says_every_earlier_date() {
    let with = |starts: &[&str]| {
        let update = |(day, start): (usize, &&str)| {
            format!("{{at: 2019-02-{:02}, kind: change, previous_start: {start}}}", day + 1)
        };
        let updates: Vec<String> = starts.iter().enumerate().map(update).collect();
        let lines = format!("start: 2019-10-15T10:00\nupdates: [{}]", updates.join(", "));
        Site::new().config_line("languages: [de, en, es]").event("treffen", &lines).built()
    };
    let once = with(&["2019-10-01"]);
    assert_eq!(notice(&once, PAGE), "Neuer Termin. Ursprünglich: Dienstag, 1. Oktober 2019.");
    let twice = with(&["2019-10-01", "2019-10-08T10:00"]);
    assert_eq!(
        notice(&twice, PAGE),
        "Neuer Termin. Ursprünglich: Dienstag, 1. Oktober 2019. \
         Bisher: Dienstag, 8. Oktober 2019, 10 Uhr."
    );
    assert_eq!(
        notice(&twice, "en/events/treffen/index.html"),
        "New date. Originally: Tuesday 1 October 2019. Until now: Tuesday 8 October 2019, 10:00."
    );
    let both = json!(["2019-10-01", "2019-10-08T10:00:00+02:00"]);
    assert_eq!(structured(&twice, PAGE)["previousStartDate"], both);
    assert_eq!(data(&twice)["occurrences"][0]["previous_starts"], both);
    let thrice = with(&["2019-10-01", "2019-10-08T10:00", "2019-10-09T10:00"]);
    assert!(notice(&thrice, PAGE).ends_with(
        "Ursprünglich: Dienstag, 1. Oktober 2019. Danach: Dienstag, 8. Oktober 2019, 10 Uhr. \
         Bisher: Mittwoch, 9. Oktober 2019, 10 Uhr."
    ));
    // There and back: whoever wrote the second date down must learn that it is not that.
    let back = with(&["2019-10-15T10:00", "2019-10-08T10:00"]);
    assert!(notice(&back, PAGE).ends_with(
        "Ursprünglich: Dienstag, 15. Oktober 2019, 10 Uhr. Bisher: Dienstag, 8. Oktober 2019, 10 Uhr."
    ));
    // It was to begin then all along.
    let same = with(&["2019-10-15T10:00"]);
    assert_eq!(notice(&same, PAGE), "");
    assert_eq!(structured(&same, PAGE)["eventStatus"], schema(&["EventScheduled"]));
    assert_eq!(structured(&same, PAGE).get("previousStartDate"), None);
}

#[test]
fn a_visit_that_moved_says_from_where() {
    const PAGE: &str = "delegationen/besuch/index.html";
    let with = |lines: &str| {
        let lines = format!("countries: [PL]\nstart: 2019-11-04\nend: 2019-11-08\n{lines}");
        Site::new().delegation("besuch", &lines).built()
    };
    let visit = with("updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-07}]");
    assert_eq!(notice(&visit, PAGE), "Neuer Termin. Ursprünglich: Montag, 7. Oktober 2019.");
    assert_eq!(structured(&visit, PAGE)["eventStatus"], schema(&["EventRescheduled"]));
    assert_eq!(structured(&visit, PAGE)["previousStartDate"], "2019-10-07");
    assert_eq!(visit.json("data/delegations.json")[0]["previous_starts"], json!(["2019-10-07"]));

    let twice = with(
        "updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-07}, \
         {at: 2019-02-02, kind: change, previous_start: 2019-10-14}]",
    );
    assert_eq!(structured(&twice, PAGE)["previousStartDate"], json!(["2019-10-07", "2019-10-14"]));
    assert!(notice(&twice, PAGE).ends_with("Bisher: Montag, 14. Oktober 2019."));

    let cancelled = with(
        "status: cancelled\n\
         updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-07}]",
    );
    assert!(notice(&cancelled, PAGE).starts_with("Abgesagt."));
    assert_eq!(structured(&cancelled, PAGE)["eventStatus"], schema(&["EventCancelled"]));

    let as_planned = with(UPDATED);
    assert_eq!(notice(&as_planned, PAGE), "");
    assert_eq!(structured(&as_planned, PAGE)["eventStatus"], schema(&["EventScheduled"]));
    assert_eq!(structured(&as_planned, PAGE).get("previousStartDate"), None);
}

#[test]
fn how_one_takes_part_is_said_as_far_as_it_is_known() {
    let own = "https://test.example.org/veranstaltungen/treffen/";
    let link = "https://konferenz.example.org/r/1";
    let with_link = format!("online: {{url: {link}}}");
    let online = |url: &str| json!({"@type": "VirtualLocation", "url": url});
    for (lines, mode, location, calendar) in [
        ("kind: online".to_owned(), Some("Online"), online(own), Some("Online")),
        (format!("kind: online\n{with_link}"), Some("Online"), online(link), Some("Online")),
        (
            format!("venue: saal\nstatus: moved-online\n{UPDATED}"),
            Some("Online"),
            online(own),
            Some("Online"),
        ),
        (with_link.clone(), Some("Online"), online(link), Some("Online")),
        (format!("venue: saal\n{with_link}"), Some("Mixed"), Value::Null, Some("Großer Saal")),
        ("venue: saal".to_owned(), Some("Offline"), Value::Null, Some("Großer Saal")),
        // Nobody knows yet where it is.
        (String::new(), None, Value::Null, None),
    ] {
        let site =
            Site::new().event("treffen", &format!("start: 2019-10-15T10:00\n{lines}")).built();
        let event = structured(&site, PAGE);
        let mode = mode.map(|mode| format!("https://schema.org/{mode}EventAttendanceMode"));
        assert_eq!(event["eventAttendanceMode"].as_str(), mode.as_deref(), "{lines}");
        if !location.is_null() {
            assert_eq!(event["location"], location, "{lines}");
        }
        let entry = site.calendar("veranstaltungen/treffen.ics");
        let place = entry.iter().find_map(|line| line.strip_prefix("LOCATION")?.split_once(':'));
        let place = place.map(|(_, place)| place.split("\\,").next().unwrap());
        assert_eq!(place, calendar, "{lines}");
    }
    let follows = Site::new().event("treffen", "start: 2019-10-15T10:00\nkind: online").built();
    let place = Page::read(follows.text(PAGE)).tags.iter().any(|tag| tag.get("id") == Some("ort"));
    assert!(place, "the page says that it is online");
}

#[test]
fn two_states_that_hold_are_both_said() {
    let moved = "updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-08T10:00}]";
    let with = |lines: &str| {
        let lines = format!("start: 2019-10-15T10:00\nvenue: saal\n{moved}\n{lines}");
        structured(&Site::new().event("treffen", &lines).built(), PAGE)
    };
    let event = with("status: moved-online");
    assert_eq!(event["eventStatus"], schema(&["EventMovedOnline", "EventRescheduled"]));
    assert_eq!(event["previousStartDate"], "2019-10-08T10:00:00+02:00");
    // What is called off has no new date, whatever was planned before.
    assert_eq!(with("status: cancelled")["eventStatus"], schema(&["EventCancelled"]));
    assert_eq!(with("status: postponed")["eventStatus"], schema(&["EventPostponed"]));
    assert_eq!(with("")["eventStatus"], schema(&["EventRescheduled"]));
}

#[test]
fn a_series_that_is_brought_forward_moves_none_of_its_dates() {
    let event = "start: 2019-10-01T16:00\nend: 2019-10-01T17:30\n\
                 repeat: {every: week, count: 5, changes: [{date: 2019-10-22, start: 2019-10-23T16:00}]}\n\
                 updates: [{at: 2019-08-20T10:00, kind: change, previous_start: 2019-10-08T16:00}]";
    let site = Site::new().event("reihe", event).built();
    let data = site.json("data/events.json");
    let dates = data[0]["occurrences"].as_array().unwrap();
    let moved = dates.iter().find(|date| date["start"] == "2019-10-23T16:00:00+02:00").unwrap();
    assert_eq!(moved["previous_starts"], json!(["2019-10-22T16:00:00+02:00"]));
    let feed = site.text("veranstaltungen/aenderungen/feed.xml");
    assert!(!feed.contains("23. Oktober"), "that date has moved otherwise: {feed}");
}
