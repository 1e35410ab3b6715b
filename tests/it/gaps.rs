//! Gaps `??…??`: editors see them at their lines, readers read that it follows.

use bba::problem::MessageLanguage::German;
use bba::query::{Filter, ListKind};
use bba::report::Format;
use serde_json::Value;

use crate::harness::Site;

const EVENT: &str = "start: 2019-10-01T10:00\nsummary: {de: Im ??Raum??, en: In ??room??}\n\
    description: |\n  Es kommt ??Name *des* Gastes??, dann Kaffee.\n\
    venue: {name: ??Haus??, city: Dresden}\n";

#[test]
fn readers_never_see_the_question_marks() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .config_line("funding_notice: ??Förderhinweis??")
        .config_line("description: Wir ??tun was??.")
        .event("a", EVENT)
        .release(
            "2019-08-01-neu",
            "lead: ??Wer was tut??",
            "## ??Worum es geht??\n\nText ??hier??.",
        );
    let output = site.theme_file("strings/de.yaml", "home: {title: ??Titel??}\n").built();
    // `??` is an operator of scripts.
    for path in output.paths().into_iter().filter(|path| !path.ends_with(".js")) {
        assert!(!output.text_or_empty(path).contains("??"), "{path}");
    }
    let page = output.text("veranstaltungen/a/index.html");
    assert!(page.contains("Im wird ergänzt"), "{page}");
    assert!(page.contains("Es kommt wird ergänzt, dann Kaffee."), "{page}");
    assert!(output.text("en/events/a/index.html").contains("In to be added"));
    assert!(output.text("veranstaltungen/a.ics").contains("LOCATION:wird ergänzt"));
    assert!(output.text("index.html").contains("<h1>wird ergänzt</h1>"));
    assert!(output.text("presse/2019-08-01-neu/index.html").contains("Text wird ergänzt."));
    let gaps = output.places_of("W0901");
    for place in ["events/a.yaml:4:18", "events/a.yaml:6:12"] {
        assert!(gaps.contains(&place.to_owned()), "{place}: {gaps:?}");
    }
    assert!(gaps.contains(&"themes/bba/strings/de.yaml:1:15".to_owned()), "{gaps:?}");
}

#[test]
fn a_value_may_be_a_gap_in_a_draft_alone() {
    for (key, value) in [
        ("start", "??Tag??"),
        ("end", "??Ende??"),
        ("timezone", "??Zone??"),
        ("kind", "??Art??"),
        ("venue", "??Ort??"),
        ("contact", "??Wer??"),
        ("countries", "[\"??Land??\"]"),
        ("registration", "{deadline: \"??Frist??\"}"),
        ("registration", "{email: \"??Adresse??\"}"),
        ("price", "{amount: \"??Betrag??\", currency: EUR}"),
        ("status", "??Stand??"),
    ] {
        let start = if key == "start" { "" } else { "start: 2019-10-01T10:00\n" };
        let lines = format!("{start}{key}: {value}");
        let public = Site::new().event("a", &lines).build();
        assert!(public.errors().iter().all(|found| found.ends_with("E0240")), "{key}");
        assert_eq!(public.errors().len(), 1, "{key}: {:?}", public.errors());
        let draft = Site::new().event("a", &format!("{lines}\ndraft: true"));
        for site in [draft.clone(), draft.drafts()] {
            let found = site.built().warnings();
            assert!(found.len() == 1 && found[0].ends_with("W0901"), "{key}: {found:?}");
        }
    }
}

#[test]
fn a_gap_is_told_once_for_all_languages() {
    let site = Site::new().config_line("languages: [de, en, es]");
    let gaps = |lines: &str| {
        let event = format!("start: 2019-10-01\n{lines}");
        site.clone().event("a", &event).built().places_of("W0901")
    };
    assert_eq!(gaps("summary: {de: Im ??Raum??, en: In ??room??}"), ["events/a.yaml:4:18"]);
    assert_eq!(gaps("summary: {en: In ??room??, de: Im ??Raum??}"), ["events/a.yaml:4:35"]);
    // What is missing in a translation alone is told there, and once.
    let alone = "summary: {de: Im Saal, en: In ??room??, es: En ??sala??}";
    assert_eq!(gaps(alone), ["events/a.yaml:4:31"]);
    let second = "summary: {de: Im ??Raum??, en: \"??room??, ??floor??\"}";
    assert_eq!(gaps(second), ["events/a.yaml:4:18", "events/a.yaml:4:43"]);
    let page = |text: &str| format!("---\ntitle: Info\n---\n{text}\n");
    let found = site
        .file("pages/info.md", page("Von ??Name??."))
        .file("pages/info.en.md", page("By ??name??, ??day??."))
        .built();
    assert_eq!(found.places_of("W0901"), ["pages/info.en.md:4:14", "pages/info.md:4:5"]);
}

#[test]
fn gaps_are_listed_and_summed_up_by_owner() {
    let site = Site::new()
        .config_line("funding_notice: ??@Recht Förderhinweis??")
        .event(
            "a",
            "start: 2019-10-01\nsummary: Im ??Raum??\nregistration: {deadline: ??@Presse??}",
        )
        .event(
            "b",
            "start: 2019-10-01\nsummary: \"??@Presse Wer?? und ??@Presse was??\"\ndraft: true",
        );
    let rows = site.clone().rows(ListKind::Gaps, Filter::default());
    let row = |row: &Value| {
        let text = |key: &str| row[key].as_str().unwrap_or("-").to_owned();
        let file = text("file").replace("content/", "");
        format!("{} {}: {file}:{}", text("owner"), text("gap"), row["line"])
    };
    assert_eq!(
        rows.as_array().unwrap().iter().map(row).collect::<Vec<_>>(),
        [
            "Presse : events/a.yaml:5",
            "Presse Wer: events/b.yaml:4",
            "Presse was: events/b.yaml:4",
            "Recht Förderhinweis: site.yaml:10",
            "- Raum: events/a.yaml:4",
        ]
    );
    let summed_up = |site: &Site| {
        let report = site.clone().report(Format::Human, German);
        let line = report.lines().find(|line| line.starts_with("Wer Lücken füllt"));
        line.map(str::to_owned)
    };
    let line = summed_up(&site.clone().drafts());
    assert_eq!(line.as_deref(), Some("Wer Lücken füllt: @Presse 3, @Recht 1, ohne Namen 1"));
    let nobody = Site::new().event("a", "start: 2019-10-01\nsummary: Im ??Raum??");
    assert_eq!(summed_up(&nobody), None);
}

#[test]
fn half_of_a_gap_is_found() {
    for text in ["Es spricht ??Wer?", "Es spricht ?Wer?? am Abend", "\"?? Name des Gastes\""] {
        let site = Site::new().event("a", &format!("start: 2019-10-01\nsummary: {text}"));
        assert_eq!(site.build().places_of("W0905").len(), 1, "{text}");
    }
    let site = Site::new().release("2019-08-01-neu", "", "Text ??hier? und ??dort??.").build();
    assert_eq!(site.places_of("W0905"), ["press/2019-08-01-neu.md:6:6"]);
    assert_eq!(site.places_of("W0901"), ["press/2019-08-01-neu.md:6:18"]);
}

#[test]
fn questions_are_no_gaps() {
    let texts = ["Wirklich?? Ja.", "Was?? Wie?? Wo??", "Kommt sie?", "Was kostet das???", "a ?? b"];
    for text in texts {
        let output = Site::new().event("a", &format!("start: 2019-10-01\nsummary: {text}")).built();
        assert_eq!(output.warnings(), Vec::<String>::new(), "{text}");
    }
}
