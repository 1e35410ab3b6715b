//! Nothing hidden gets out: what only hidden items say is in no finished file, and what they share
//! with public ones stops nobody.

use crate::harness::{JPEG, PNG, Site};

const AHEAD: &str = "embargo: 2019-12-01T09:00";

/// A theme is written by hand: what stands there stands there without the hidden item too.
#[test]
fn what_a_theme_says_by_itself_is_no_secret() {
    let leak = "<p>Besuch der Pr\u{e4}sidentin von Mexiko</p>";
    let home = crate::harness::theme_text("templates/404.html");
    let told = home.replace("</h1>", &format!("</h1>{leak}"));
    assert_ne!(told, home);
    let event = |lines: &str| {
        format!("title: Besuch der Präsidentin von Mexiko\nstart: 2019-12-10\n{lines}\n")
    };
    let hidden = event("published: 2019-01-01\ndraft: true");
    let site =
        Site::new().theme_file("templates/404.html", told).file("events/besuch.yaml", hidden);
    assert_eq!(site.built().errors(), [""; 0]);
}

#[test]
fn a_public_text_that_has_a_title_of_a_hidden_item_is_told() {
    let site = Site::new()
        .file(
            "events/besuch.yaml",
            "title: Besuch der Präsidentin\nstart: 2019-12-10\npublished: 2019-01-01\ndraft: true\n",
        )
        .release("2019-08-01-m", "", "Im Dezember folgt der Besuch der Präsidentin in Dresden.");
    let output = site.built();
    assert_eq!(output.places_of("W0150"), ["press/2019-08-01-m.md:6:23"]);
    assert!(!output.everything().contains("W0150"));
}

/// However it is set: the reader of the page sees the same words.
#[test]
fn a_public_text_tells_a_title_however_it_is_set() {
    let hidden = "title: Besuch der Präsidentin von Mexiko\n\
                  start: 2019-12-10\npublished: 2019-01-01\ndraft: true\n";
    let told = |public: Site| public.file("events/besuch.yaml", hidden).built().places_of("W0150");
    let release = |text: &str| told(Site::new().release("2019-08-01-m", "", text));
    for (text, place) in [
        ("Im Dezember folgt: Besuch der Präsidentin von Mexiko", "6:20"),
        ("- Besuch der Präsidentin von Mexiko", "6:3"),
        ("> Besuch der Präsidentin von Mexiko", "6:3"),
        ("Der Besuch der Präsidentin\nvon Mexiko folgt.", "6:5"),
        ("Der *Besuch* der **Präsidentin** von Mexiko folgt.", "6:6"),
        ("Der Besuch der Pra\u{308}sidentin von\u{a0}Mexiko folgt.", "6:5"),
        ("Der Besuch der Präsi\u{ad}dentin von Mexiko folgt.", "6:5"),
        ("DER BESUCH DER PRÄSIDENTIN VON MEXIKO FOLGT.", "6:5"),
        ("[Besuch der Präsidentin von Mexiko](https://example.org/)", "6:2"),
    ] {
        assert_eq!(release(text), [format!("press/2019-08-01-m.md:{place}")], "{text}");
    }
    let event = |lines: &str| {
        told(
            Site::new().event("a", &format!("start: 2019-10-01\n{lines}")).file("media/g.png", PNG),
        )
    };
    for (lines, place) in [
        ("summary: >-\n  Vor dem Besuch der Präsidentin\n  von Mexiko.", "5:11"),
        ("summary: \"Vor dem Besuch der Pr\\u00e4sidentin von Mexiko\"", "4:19"),
        ("summary: Besuch der Präsidentin von Mexiko", "4:10"),
        ("image: {file: g.png, alt: Besuch der Präsidentin von Mexiko, credit: E. Muster}", "4:27"),
    ] {
        assert_eq!(event(lines), [format!("events/a.yaml:{place}")], "{lines}");
    }
    for silent in [
        "Der Besuch der Präsidentin von Mexikos Nachbarn folgt.",
        "Der Besuch der Präsidenten von Mexiko folgt.",
    ] {
        assert_eq!(release(silent), [""; 0], "{silent}");
    }
}

#[test]
fn a_public_text_tells_a_company_a_path_and_the_title_of_a_draft() {
    let people =
        "participants: [{organisation: Maquinaria del Norte SA, country: MX, consent: true}]";
    let visit = format!("start: 2019-12-10\n{AHEAD}\ncountries: [MX]\n{people}");
    let release = |text: &str| Site::new().release("2019-08-01-m", "", text);
    let told = |site: Site| site.built().places_of("W0150");
    let at = |column: u32| [format!("press/2019-08-01-m.md:6:{column}")];
    let company = release("Auch Maquinaria del Norte SA sucht Partner.");
    assert_eq!(told(company.delegation("x", &visit)), at(6));
    let path = release("Siehe /veranstaltungen/treffen-mit-ministerin/ im Oktober.");
    let hidden = format!("start: 2019-12-10\n{AHEAD}");
    assert_eq!(told(path.event("treffen-mit-ministerin", &hidden)), at(24));
    let page = "---\ntitle: Das neue Förderprogramm\ndraft: true\n---\nText\n";
    let draft = release("Dann kommt das neue Förderprogramm.");
    assert_eq!(told(draft.file("pages/neu.md", page)), at(12));
}

/// Hidden items that share words, venues, companies and titles with public ones.
#[test]
fn what_hidden_and_public_items_share_is_no_secret() {
    let hidden = |lines: &str| format!("start: 2019-12-10\n{AHEAD}\n{lines}");
    let public = "start: 2019-10-01";
    let image =
        "image: {file: gruppenbild-dresden.jpg, alt: Gruppe vor dem Werkstor, credit: E. Muster}";
    let people =
        "participants: [{organisation: Maquinaria del Norte SA, country: MX, consent: true}]";
    let titled = |title: &str, lines: &str| {
        format!("title: {title}\nstart: 2019-12-10\npublished: 2019-01-01\n{lines}\n")
    };
    let draft = "draft: true";
    let sites = [
        Site::new().event("a", public).event("b", &hidden("")),
        Site::new().event("a", "start: 2019-10-01\nvenue: saal").event("b", &hidden("venue: saal")),
        Site::new().event("a", public).file("events/b.yaml", titled("Titel a", draft)),
        Site::new()
            .file("events/a.yaml", titled("Get-together der Delegation", ""))
            .file("events/b.yaml", titled("Get-together der Delegation", draft)),
        Site::new()
            .file("events/a.yaml", titled("Get-together der Delegation in Dresden", ""))
            .file("events/b.yaml", titled("Get-together der Delegation", draft)),
        Site::new().file("events/b.yaml", titled("Veranstaltungen", draft)),
        Site::new().file("events/b.yaml", titled("Pressemitteilungen", draft)),
        Site::new()
            .file("events/b.yaml", titled("Automobilindustrie", draft))
            .event("a", "start: 2019-10-01\nsectors: [automotive]"),
        Site::new().file("events/b.yaml", titled("Barrierefreiheit", draft)),
        Site::new()
            .file("events/b.yaml", titled("Großer Saal Dresden", draft))
            .event("a", "start: 2019-10-01\nvenue: saal"),
        Site::new()
            .event("a", &format!("{public}\n{image}"))
            .event("b", &hidden(image))
            .file("media/gruppenbild-dresden.jpg", JPEG),
        Site::new()
            .delegation("a", &format!("{public}\ncountries: [MX]\n{people}"))
            .delegation("b", &hidden(&format!("countries: [MX]\n{people}"))),
        Site::new()
            .delegation("a", &format!("{public}\ncountries: [MX]"))
            .delegation("b", &hidden("countries: [MX]")),
        Site::new()
            .event("a", "start: 2019-10-01\nsummary: Wir laden herzlich ein.")
            .event("b", &hidden("summary: Wir laden herzlich ein.")),
        Site::new()
            .event("a", "start: 2019-10-01\nsummary:\n  de: Wir laden herzlich ein.")
            .event("b", &hidden("summary: Wir laden herzlich ein.")),
        Site::new()
            .event("gleicher-name-hier", public)
            .delegation("gleicher-name-hier", &hidden("countries: [MX]")),
        Site::new()
            .release("2019-08-01-delegation-kommt", "lead: Sie kommt bald wieder.", "Text")
            .release("2019-12-01-delegation-kommt", "lead: Sie kommt bald wieder.", "Text"),
        Site::new()
            .event("a", "start: 2019-10-01\ncontact: anmeldung")
            .event("b", &hidden("contact: anmeldung")),
        Site::new()
            .event("a", "start: 2019-10-01\nroles: {organiser: traeger}")
            .file("events/b.yaml", titled("Träger GmbH stellt sich vor", draft)),
        Site::new()
            .config("calendar: {name: Termine der Testprogramme}")
            .file("events/b.yaml", titled("Termine der Testprogramme", draft)),
        Site::new().event("b", &hidden("aliases: [/alte-adresse-des-treffens/]")),
    ];
    assert_eq!(sites.len(), 21);
    for (number, site) in sites.into_iter().enumerate() {
        let output = site.built();
        assert_eq!(output.places_of("W0150"), [""; 0], "site {number}");
    }
}
