//! Gaps `??…??`: editors see them at their lines, readers read that it follows.

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
    for place in ["events/a.yaml:4:18", "events/a.yaml:4:35", "events/a.yaml:6:12"] {
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
fn questions_are_no_gaps() {
    let texts = ["Wirklich?? Ja.", "Was?? Wie?? Wo??", "Kommt sie?", "Was kostet das???", "a ?? b"];
    for text in texts {
        let output = Site::new().event("a", &format!("start: 2019-10-01\nsummary: {text}")).built();
        assert_eq!(output.places_of("W0901"), Vec::<String>::new(), "{text}");
    }
}
