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
    let mark = "<span class=\"state alert\">Nicht öffentlich:</span> Titel idee";
    assert!(preview.text("veranstaltungen/index.html").contains(mark), "in lists too");
    assert!(preview.text("robots.txt").contains("Disallow: /\n"));
}

#[test]
fn a_link_from_a_public_page_to_a_draft_is_an_error_where_it_stands() {
    let site = Site::new()
        .event("idee", "start: 2019-10-01\ndraft: true")
        .file("pages/info.md", "---\ntitle: Info\n---\nSiehe [hier](../events/idee.yaml).\n");
    assert_eq!(site.build().errors(), ["pages/info.md:4:7 E0606"]);
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
