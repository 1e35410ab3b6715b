//! What is public and what is not: drafts, embargoes, and lists that follow the time.

use crate::harness::Site;

#[test]
fn nothing_of_an_embargoed_event_is_anywhere_before_its_hour() {
    let site = |now: &str| {
        Site::new()
            .event("geheim", "start: 2019-10-01T10:00\nembargo: 2019-09-20T08:00\nsectors: [rail]")
            .now(now)
            .built()
    };
    let before = site("2019-09-20T07:59");
    assert!(!before.everything().contains("geheim"));
    assert!(!before.has("branchen/rail/index.html"), "only the hidden event refers to the sector");
    let after = site("2019-09-20T08:00");
    assert!(after.has("veranstaltungen/geheim/index.html"));
    assert!(after.has("branchen/rail/index.html"));
}

#[test]
fn drafts_are_shown_on_request_with_a_mark_and_kept_from_search_engines() {
    let site = || Site::new().event("idee", "start: 2019-10-01\ndraft: true");
    assert!(!site().built().everything().contains("idee"));
    let preview = site().drafts().built();
    let page = preview.text("veranstaltungen/idee/index.html");
    assert!(page.contains("Diese Seite ist ein Entwurf."));
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"));
    let mark = "<span class=\"state alert unseen\">Nicht öffentlich:</span> Titel idee";
    assert!(preview.text("veranstaltungen/index.html").contains(mark), "in lists too");
    assert!(preview.text("robots.txt").contains("Disallow: /\n"));
}

#[test]
fn a_link_from_a_public_page_to_a_draft_is_an_error_where_it_stands() {
    let site = Site::new()
        .event("idee", "start: 2019-10-01\ndraft: true")
        .file("pages/info.md", "---\ntitle: Info\n---\nSiehe [hier](../events/idee.yaml).\n");
    assert_eq!(site.build().errors(), ["pages/info.md:4:7 E0606"]);
    // By its address it is the same link.
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event("idee", "start: 2019-10-01\ndraft: true")
        .release("2019-08-01-neu", "embargo: 2020-01-01", "Text")
        .file(
            "pages/info.md",
            "---\ntitle: Info\n---\n[a](/veranstaltungen/idee/)\n[b](/en/events/idee)\n\
             [c](/presse/2019-08-01-neu/)\n[d](/veranstaltungen/ideen/)\n",
        );
    let errors = ["4:1 E0606", "5:1 E0606", "6:1 E0606", "7:1 E0604"];
    assert_eq!(site.build().errors(), errors.map(|found| format!("pages/info.md:{found}")));
    let whole = "https://test.example.org/veranstaltungen";
    let site = Site::new().event("idee", "start: 2019-10-01\ndraft: true").file(
        "pages/info.md",
        format!(
            "---\ntitle: Info\n---\n[a]({whole}/idee/)\n{whole}/idee/#ort\n[b]({whole}/ideen/)\n"
        ),
    );
    let errors = ["4:1 E0606", "5:1 E0606", "6:1 E0604"];
    assert_eq!(site.build().errors(), errors.map(|found| format!("pages/info.md:{found}")));
}

#[test]
fn next_change_at_leaves_embargoes_out() {
    let site = Site::new()
        .event("heute", "start: 2019-09-01T15:00\nend: 2019-09-01T17:00")
        .event("geheim", "start: 2019-10-01T10:00\nembargo: 2019-09-01T10:00")
        .built();
    assert!(site.text("build.json").contains("\"next_change_at\": \"2019-09-01T15:00:00Z\""));
}

#[test]
fn of_the_site_that_tests_begin_with_nothing_is_to_be_said() {
    let site = Site::new().without("venues.yaml").config("description: Ein Test.").built();
    assert_eq!(site.messages(), Vec::<String>::new());
}

/// A release by its date and further lines, and an event by when it was published.
fn dated(date: &str, lines: &str) -> Site {
    let release = format!("---\ntitle: Geheim\ndate: {date}\n{lines}\n---\nText\n");
    let event = format!("title: Geheim\nstart: 2019-12-01\npublished: {date}\n{lines}\n");
    let day = &date[..10];
    Site::new()
        .file(&format!("press/{day}-geheim.md"), release)
        .file("events/geheim.yaml", event.clone())
        .file("delegations/geheim.yaml", event.replace("start", "countries: [MX]\nstart"))
}

#[test]
fn nothing_dated_after_now_is_anywhere_until_its_date_has_come() {
    for (date, before, from) in [
        ("2019-11-01T09:00", "2019-11-01T08:59", "2019-11-01T09:00"),
        ("2019-11-01", "2019-10-31T23:59", "2019-11-01T00:00"),
    ] {
        let hidden = dated(date, "").now(before).build();
        assert!(!hidden.everything().contains("Geheim"), "{date}");
        let shown = dated(date, "").now(from).built();
        assert!(shown.has("veranstaltungen/geheim/index.html"), "{date}");
        assert!(shown.has("delegationen/geheim/index.html"), "{date}");
        assert!(shown.has("presse/2019-11-01-geheim/index.html"), "{date}");
        assert_eq!(shown.places_of("W0930"), Vec::<String>::new(), "{date}");
    }
}

#[test]
fn what_is_dated_after_now_is_told_where_its_date_stands() {
    let site = dated("2019-11-01T09:00", "").build();
    let places = ["delegations/geheim.yaml:4:12", "events/geheim.yaml:3:12"];
    let places = places.into_iter().chain(["press/2019-11-01-geheim.md:3:7"]);
    let expected: Vec<String> = places.map(str::to_owned).collect();
    assert_eq!(site.places_of("W0930"), expected);
    let same = ["embargo: 2019-11-01T09:00", "embargo: 2019-12-24", "draft: true"];
    for silent in same {
        let site = dated("2019-11-01T09:00", silent).build();
        assert_eq!(site.places_of("W0930"), Vec::<String>::new(), "{silent}");
        assert!(!site.everything().contains("Geheim"), "{silent}");
    }
    let earlier = dated("2019-11-01T09:00", "embargo: 2019-10-01");
    let told = earlier.clone().build();
    assert_eq!(told.places_of("W0930"), expected, "an embargo that ends before");
    let messages = told.messages().join("\n");
    assert!(messages.contains("`embargo: 2019-11-01T09:00` ändern"), "{messages}");
    assert!(!messages.contains("ergänzen"), "{messages}");
    assert!(!earlier.now("2019-10-15").build().everything().contains("Geheim"));
}

#[test]
fn a_day_of_publication_begins_where_the_site_is() {
    let event = "title: Geheim\nstart: 2019-12-01T09:00\ntimezone: Asia/Tokyo\n";
    let site = Site::new().file("events/x.yaml", format!("{event}published: 2019-11-01\n"));
    let before = site.clone().now("2019-10-31T23:59").build();
    assert!(!before.everything().contains("Geheim"), "although it is the first in Tokyo");
    assert!(site.now("2019-11-01T00:00").built().has("veranstaltungen/x/index.html"));
    // The embargo that the hint names is in the time of the event, as every time of its file.
    let embargo = format!("{event}published: 2019-11-01\nembargo: 2019-11-01T08:00\n");
    let site = Site::new().file("events/x.yaml", embargo).now("2019-10-31T23:59").build();
    assert_eq!(site.places_of("W0930"), Vec::<String>::new());
}

#[test]
fn a_preview_shows_what_is_dated_after_now_and_build_json_does_not_tell_of_it() {
    let site = dated("2019-11-01T09:00", "");
    let preview = site.clone().drafts().build();
    let page = preview.text("veranstaltungen/geheim/index.html");
    assert!(page.contains("Sperrfrist bis Freitag, 1. November 2019, 9 Uhr."), "{page}");
    assert!(site.build().text("build.json").contains("\"next_change_at\": null"));
}

#[test]
fn a_feed_dates_nothing_before_its_embargo_ended_and_begins_with_it() {
    let site = Site::new()
        .release("2019-08-01-gesperrt", "embargo: 2019-09-01T08:00", "Text")
        .release("2019-08-20-offen", "", "Text")
        .built();
    let feed = site.text("presse/feed.xml");
    assert_eq!(feed.matches("<updated>2019-09-01T08:00:00+02:00</updated>").count(), 2, "{feed}");
    assert!(feed.contains("<published>2019-09-01T08:00:00+02:00</published>"));
    for path in ["presse/feed.xml", "presse/index.html"] {
        let text = site.text(path);
        let at = |id: &str| text.find(&format!("/presse/{id}/")).unwrap();
        assert!(at("2019-08-01-gesperrt") < at("2019-08-20-offen"), "{path}");
    }
}

#[test]
fn a_release_that_is_more_than_two_years_old_says_so_from_that_day_on() {
    let site = |now: &str| {
        let site = Site::new().release("2020-02-29-alt", "lead: Kurz", "Text").now(now).built();
        let page =
            site.text("presse/2020-02-29-alt/index.html").contains("mehr als zwei Jahre alt");
        (page, site.json("build.json")["next_change_at"].clone())
    };
    // Two years after a day that 2022 lacks is its 28 February, and that is over at midnight.
    assert_eq!(site("2020-03-01"), (false, "2022-02-28T23:00:00Z".into()));
    assert_eq!(site("2022-02-28T23:59"), (false, "2022-02-28T23:00:00Z".into()));
    assert_eq!(site("2022-03-01"), (true, serde_json::Value::Null));
}
