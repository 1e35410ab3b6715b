//! Consents end by themselves: after the last day a name or a picture is in no file of the output,
//! and until then nothing changes.

use crate::harness::{JPEG, Output, Site};

/// A visit with somebody who takes part, an event, and a release with two pictures; all zones are
/// Berlin but the event's.
fn site() -> Site {
    Site::new()
        .delegation(
            "japan",
            "countries: [JP]\nstart: 2019-08-05\nend: 2019-08-07\nparticipants:\n\
             - {organisation: Beispiel Kikai, country: JP, offers: Getriebe aus Nagoya, \
                url: 'https://kikai.example.org/', consent: {given: 2019-07-01, until: 2019-09-10}}\n\
             - {organisation: Muster Seiki, consent: {given: 2019-07-01}}",
        )
        .event(
            "treffen",
            "start: 2019-09-20T10:00\ntimezone: Asia/Tokyo\n\
             image: {file: gruppe.jpg, alt: Zwölf Gäste, credit: Foto Rong, \
                     consent: {given: 2019-07-01, until: 2019-09-12}}\n\
             description: '[Das Foto](../media/gruppe.jpg)'",
        )
        .release(
            "2019-08-08-fazit",
            "images:\n\
             - {file: saal.jpg, alt: Der Saal, credit: Foto}\n\
             - {file: rede.jpg, alt: Eine Rede, credit: Foto, consent: {given: 2019-08-08}}",
            "![Gäste](../media/gruppe.jpg) und [Rede](/media/rede.jpg)",
        )
        .file("media/gruppe.jpg", JPEG)
        .file("media/saal.jpg", JPEG)
        .file("media/rede.jpg", JPEG)
}

fn has(output: &Output, what: &str) -> bool {
    output.everything().contains(what)
}

fn next_change(output: &Output) -> String {
    output.json("build.json")["next_change_at"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn until_its_last_day_a_consent_changes_nothing() {
    let without = site().built();
    assert_eq!(without.warnings(), Vec::<String>::new());
    for now in ["2019-09-01T09:00", "2019-09-10T23:59"] {
        let output = site().now(now).built();
        for what in ["Beispiel Kikai", "Getriebe aus Nagoya", "Muster Seiki", "media/gruppe.jpg"] {
            assert!(has(&output, what), "{now}: {what}");
        }
    }
    // Midnight in Berlin after the last day.
    assert_eq!(next_change(&site().built()), "2019-09-10T22:00:00Z");
}

#[test]
fn after_it_a_name_is_nowhere() {
    let output = site().now("2019-09-11").built();
    for what in ["Kikai", "kikai.example.org", "Getriebe aus Nagoya"] {
        assert!(!has(&output, what), "{what}");
    }
    assert!(has(&output, "Muster Seiki"));
    assert_eq!(output.warnings(), ["delegations/japan.yaml:7:111 W0971"]);
    // The picture's day ends in the zone of its event: 15:00 in London is midnight in Tokyo.
    assert_eq!(next_change(&output), "2019-09-12T15:00:00Z");
}

#[test]
fn after_it_a_picture_is_nowhere_whoever_names_it() {
    let there = site().now("2019-09-12T16:59").built();
    assert!(has(&there, "gruppe.jpg"));
    assert!(there.text("veranstaltungen/treffen.ics").contains("gruppe.jpg"));
    // Also when the file is deleted.
    for site in [site(), site().without("media/gruppe.jpg")] {
        let gone = site.now("2019-09-12T17:00").built();
        let texts = gone.everything();
        assert!(!texts.contains("gruppe"), "{:?}", texts.find("gruppe"));
        assert!(!texts.contains("Zwölf Gäste") && !texts.contains("Foto Rong"));
        assert!(gone.has("media/saal.jpg"));
        assert!(gone.0.hosting.gone.contains("media/gruppe.jpg"));
        let codes: Vec<String> =
            gone.warnings().into_iter().filter(|w| !w.contains("japan")).collect();
        assert_eq!(
            codes,
            [
                "events/treffen.yaml:5:15 W0971",
                "events/treffen.yaml:6:15 W0971",
                "press/2019-08-08-fazit.md:8:1 W0971",
            ]
        );
    }
}

#[test]
fn subscribers_learn_that_a_picture_went() {
    let stamp = |output: &Output| {
        let lines = output.calendar("veranstaltungen/treffen.ics");
        lines.into_iter().find(|line| line.starts_with("DTSTAMP")).unwrap()
    };
    assert_eq!(stamp(&site().now("2019-09-13").built()), "DTSTAMP:20190912T150000Z");
}

#[test]
fn without_an_end_of_its_own_a_consent_is_kept_as_the_site_says() {
    let site = site().config("consent: {keep: 1 month}");
    // The visit ended on 7 August, the release is of the 8th.
    let there = site.clone().now("2019-09-07T23:00").built();
    assert!(has(&there, "Muster Seiki") && there.has("media/rede.jpg"));
    let one = site.clone().now("2019-09-08").built();
    assert!(!has(&one, "Muster Seiki") && one.has("media/rede.jpg"));
    let both = site.clone().now("2019-09-09").built();
    assert!(!both.has("media/rede.jpg") && has(&both, "Beispiel Kikai"));
    assert!(!has(&both, "rede.jpg"));
    // A month after 31 January is the last day of February.
    let january = Site::new().config("consent: {keep: 1 month}").delegation(
        "x",
        "countries: [MX]\nstart: 2019-01-31\nparticipants: [{organisation: Partes, consent: {given: 2019-01-01}}]",
    );
    assert!(has(&january.clone().now("2019-02-28T23:00").built(), "Partes"));
    assert!(!has(&january.now("2019-03-01").built(), "Partes"));
}

#[test]
fn a_consent_without_a_day_is_taken_and_asked_for() {
    let with = |consent: &str| {
        Site::new().delegation(
            "x",
            &format!("countries: [MX]\nstart: 2019-10-01\nparticipants: [{{organisation: Partes, consent: {consent}}}]"),
        )
    };
    let output = with("true").built();
    assert!(has(&output, "Partes"));
    assert_eq!(output.warnings(), ["delegations/x.yaml:5:48 W0970"]);
    let kept = with("true").config("consent: {keep: 2 months}").now("2019-12-02").built();
    assert!(!has(&kept, "Partes"));
    assert!(!has(&with("false").built(), "Partes"));
    assert_eq!(with("false").built().warnings(), Vec::<String>::new());
    let ahead = with("{given: 2019-09-02}");
    assert!(!has(&ahead.clone().built(), "Partes"));
    assert_eq!(next_change(&ahead.clone().built()), "2019-09-01T22:00:00Z");
    assert!(has(&ahead.now("2019-09-02").built(), "Partes"));
    for wrong in ["{until: 2019-12-01}", "{given: 2019-12-01, until: 2019-11-30}", "vielleicht"] {
        assert_eq!(with(wrong).build().errors().len(), 1, "{wrong}");
    }
    let refused = Site::new().event(
        "x",
        "start: 2019-10-01\nimage: {file: a.jpg, alt: Zwei Gäste, credit: Foto, consent: false}",
    );
    assert!(!has(&refused.file("media/a.jpg", JPEG).built(), "a.jpg"));
}

#[test]
fn time_that_passes_is_no_error_even_with_strict() {
    let output = site().now("2024-01-01").strict().build();
    assert_eq!(output.errors(), Vec::<String>::new());
}

#[test]
fn texts_that_still_have_the_name_are_told_at_their_line() {
    let with = |text: &str| site().now("2019-10-01").release("2019-08-09-text", "", text).built();
    let stays = |text: &str| with(text).warnings().iter().any(|found| found.contains("W0972"));
    assert!(stays("Die Gäste von\nBeispiel\nKikai kamen."));
    assert!(stays("Beispiel Kikais Getriebe"));
    for good in ["Ein Beispiel. Kikai", "Ein Beispiel Kikaimaschine", "Muster Seiki kam."] {
        assert!(!stays(good), "{good}");
    }
    // Who agrees elsewhere may be named.
    let other = site().now("2019-10-01").release("2019-08-09-text", "", "Beispiel Kikai").delegation(
        "japan-neu",
        "countries: [JP]\nstart: 2019-11-05\nparticipants: [{organisation: Beispiel Kikai, consent: {given: 2019-09-20}}]",
    );
    assert!(!other.built().warnings().iter().any(|found| found.contains("W0972")));
}

#[test]
fn nothing_about_hidden_items_shows() {
    let hidden = Site::new().delegation(
        "x",
        "countries: [MX]\nstart: 2019-10-01\ndraft: true\n\
         participants: [{organisation: Partes, consent: {given: 2019-08-01, until: 2019-09-30}}]",
    );
    assert_eq!(next_change(&hidden.built()), "");
}
