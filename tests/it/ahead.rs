//! What an embargo or a date still hides is looked at as it will be: its mistakes are told now, and
//! not on the day on which nothing would be published for them.

use crate::harness::{Output, Site};

/// What stops the publication later, as `file:line:column`.
fn later(site: &Output) -> Vec<String> {
    assert_eq!(site.errors(), Vec::<String>::new(), "nothing stops it now");
    site.places_of("W0978")
}

/// That it really stops the publication then, which nobody may believe of the program.
fn stops_at(site: Site, then: &str) {
    let errors = site.now(then).build().errors();
    assert!(!errors.is_empty(), "on {then}");
}

#[test]
fn a_dead_link_of_an_embargoed_release_is_told_before_its_hour() {
    for link in ["../pages/impressum.md#nicht-da", "/nicht-da/", "#nicht-da"] {
        let text = format!("Mehr im [Programm]({link}).");
        let site = Site::new().release("2019-12-01-auftakt", "embargo: 2019-12-01T08:00", &text);
        assert_eq!(later(&site.clone().build()), ["press/2019-12-01-auftakt.md:6:9"], "{link}");
        stops_at(site, "2019-12-01T08:00");
    }
}

#[test]
fn so_is_a_link_to_what_stays_hidden_longer() {
    let event = |embargo: &str| {
        let text = "start: 2020-03-01\ndescription: Siehe [dort](../delegations/besuch.yaml).\n";
        let visit = "countries: [MX]\nstart: 2020-03-01\nend: 2020-03-02\nembargo: 2020-01-01";
        Site::new()
            .event("treffen", &format!("{text}embargo: {embargo}"))
            .delegation("besuch", visit)
    };
    assert_eq!(later(&event("2019-12-01").build()), ["events/treffen.yaml:4:20"]);
    stops_at(event("2019-12-01"), "2019-12-02");
    // Both become public together.
    assert_eq!(later(&event("2020-01-01").build()), Vec::<String>::new());
}

#[test]
fn so_are_two_that_want_one_address() {
    let site = Site::new()
        .event("treffen", "start: 2020-03-01\naliases: [/einladung/]")
        .event("neu", "start: 2020-03-01\naliases: [/einladung/]\nembargo: 2020-01-01");
    assert_eq!(later(&site.clone().build()).len(), 1);
    stops_at(site, "2020-01-02");
    let site = Site::new()
        .file("pages/land.md", "---\ntitle: Land\naliases: [/laender/mexiko/]\n---\nText\n")
        .event("treffen", "start: 2020-03-01\ncountries: [MX]\nembargo: 2020-01-01");
    let stopped = site.clone().now("2020-01-02").build().errors();
    assert_eq!(later(&site.build()).len(), stopped.len());
}

#[test]
fn drafts_may_be_unfinished_and_good_ones_are_silent() {
    let dead = "start: 2020-03-01\ndescription: Siehe [dort](/nicht-da/).\n";
    let site = Site::new().event("idee", &format!("{dead}draft: true\nembargo: 2020-01-01"));
    assert_eq!(later(&site.build()), Vec::<String>::new());
    let good = "start: 2020-03-01\nsectors: [rail]\ncountries: [MX]\naliases: [/alt/]\n\
                description: Siehe [hier](#ort) und [dort](../pages/impressum.md).\n\
                venue: saal\nembargo: 2020-01-01";
    assert_eq!(later(&Site::new().event("gut", good).build()), Vec::<String>::new());
}
