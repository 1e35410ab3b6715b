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

/// What refers to a hidden item is shown when that is.
#[test]
fn an_id_in_a_list_of_references_is_no_finding() {
    let hidden = format!("start: 2019-12-10\n{AHEAD}");
    for lines in [
        "events: treffen-mit-ministerin",
        "events: [treffen-mit-ministerin]",
        "events: [a, 'treffen-mit-ministerin', a]",
        "events:\n- treffen-mit-ministerin",
    ] {
        let site = Site::new()
            .event("a", "start: 2019-10-01")
            .event("treffen-mit-ministerin", &hidden)
            .release("2019-08-01-m", lines, "Text");
        assert_eq!(site.built().places_of("W0150"), [""; 0], "{lines}");
    }
    let told = "lead: \"Es folgt, nach einem (treffen-mit-ministerin), mehr [hier].\"";
    let site =
        Site::new().event("treffen-mit-ministerin", &hidden).release("2019-08-01-m", told, "Text");
    assert_eq!(site.built().places_of("W0150").len(), 1);
}

/// An id is often the title in lower case.
#[test]
fn an_id_that_is_the_title_too_is_no_finding_where_it_is_an_id() {
    let hidden =
        "title: Herbstempfang\nstart: 2019-12-10\npublished: 2019-01-01\nembargo: 2019-11-01\n";
    let told = |lines: &str, text: &str| {
        let site = Site::new().event("a", "start: 2019-10-01");
        let site = site.file("events/herbstempfang.yaml", hidden);
        site.release("2019-08-01-m", lines, text).build().places_of("W0150")
    };
    for lines in [
        "events: herbstempfang",
        "events: [herbstempfang]",
        "events: [a, \"herbstempfang\"]",
        "events:\n  - herbstempfang",
        "events:\n- a\n- herbstempfang # im Herbst\n- a",
    ] {
        assert_eq!(told(lines, "Text"), [""; 0], "{lines}");
    }
    assert_eq!(told("", "[Dort](../events/herbstempfang.yaml)"), [""; 0]);
    for text in ["Zum Herbstempfang.", "Zum herbstempfang.", "- herbstempfang", "[herbstempfang]"] {
        assert!(!told("events: [herbstempfang]", text).is_empty(), "{text}");
    }
    assert_eq!(told("lead: Zum Herbstempfang", "Text").len(), 1);
    assert_eq!(told("lead: herbstempfang", "Text").len(), 1);
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

const HIDDEN: &str =
    "title: Besuch der Präsidentin von Mexiko\nstart: 2019-12-10\npublished: 2019-01-01\n";

/// An event that is a draft, and a public one that gives a file away.
fn with_file(name: &str, bytes: impl AsRef<[u8]>) -> Site {
    let attachment = format!("start: 2019-10-01\nattachments: [{{file: {name}, title: Programm}}]");
    Site::new()
        .event("a", &attachment)
        .file(&format!("media/{name}"), bytes)
        .file("events/besuch.yaml", format!("{HIDDEN}draft: true\n"))
}

/// A PDF whose only page shows a line of text.
fn pdf(text: &str) -> Vec<u8> {
    let shown = format!("BT /F 12 Tf 20 100 Td ({text}) Tj ET");
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 5 0 R\
         /Resources<</Font<</F 4 0 R>>>>>>"
            .to_owned(),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
        format!("<</Length {}>>\nstream\n{shown}\nendstream", shown.len()),
    ];
    let mut bytes = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).into_bytes());
    }
    let table = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        bytes.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let trailer = "trailer\n<</Root 1 0 R/Size 6>>\nstartxref\n";
    bytes.extend(format!("{trailer}{table}\n%%EOF\n").into_bytes());
    bytes
}

/// A text of Word, with its parts as they are.
fn docx(text: &str) -> Vec<u8> {
    let parts = [("[Content_Types].xml", "<Types/>"), ("word/document.xml", text)];
    let (mut files, mut list) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let four = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        let at = four(files.len());
        let sizes = [four(data.len()), four(data.len())].concat();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        files.extend([&b"PK\x03\x04"[..], &[0; 14], &sizes, &name_length, &[0; 2]].concat());
        files.extend([name.as_bytes(), data.as_bytes()].concat());
        list.extend([&b"PK\x01\x02"[..], &[0; 16], &sizes, &name_length, &[0; 12], &at].concat());
        list.extend(name.as_bytes());
    }
    let ends = [
        &b"PK\x05\x06"[..],
        &[0; 8],
        &u32::try_from(list.len()).unwrap().to_le_bytes(),
        &u32::try_from(files.len()).unwrap().to_le_bytes(),
        &[0; 2],
    ];
    [files, list, ends.concat()].concat()
}

#[test]
fn a_copied_file_tells_a_hidden_title_however_it_holds_it() {
    let svg = |text: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">\n{text}</svg>");
    let cues = "WEBVTT\n\n00:01.000 --> 00:02.000\nDann folgt der Besuch der\n\n\
                2\n00:02.000 --> 00:04.000\nPräsidentin von Mexiko.\n";
    let spans = svg("<text><tspan>Besuch der</tspan><tspan>Präsidentin</tspan> von Mexiko</text>");
    let calendar =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Besuch der Präsident\r\n in von Mexiko\r\n";
    let word = "<w:t>Besuch der Prä</w:t><w:t>sidentin</w:t> <w:t>von Mexiko</w:t>";
    for (name, bytes, line) in [
        ("film.vtt", cues.as_bytes().to_vec(), " in Zeile 4"),
        ("plan.svg", spans.into_bytes(), " in Zeile 2"),
        (
            "plan.svg",
            svg("<title>Besuch der Pr&#228;sidentin von Mexiko</title>").into(),
            " in Zeile 2",
        ),
        (
            "plan.svg",
            svg("\n<g aria-label=\"Besuch der Präsidentin von Mexiko\"/>").into(),
            " in Zeile 3",
        ),
        ("termin.ics", calendar.as_bytes().to_vec(), " in Zeile 3"),
        ("programm.docx", docx(word), ""),
        ("programm.pdf", pdf("10 Uhr: Besuch der Pr\\344sidentin von Mexiko"), ""),
    ] {
        let output = with_file(name, bytes).built();
        assert_eq!(output.places_of("W0155"), ["events/a.yaml:4:22"], "{name}");
        let told = format!("»{name}« enthält{line} etwas");
        assert!(output.messages().iter().any(|message| message.contains(&told)), "{name}");
    }
    let theme = Site::new()
        .theme_file("static/fotos.txt", "Titelbild: Besuch der Präsidentin von Mexiko\n")
        .file("events/besuch.yaml", format!("{HIDDEN}draft: true\n"));
    let theme = theme.built();
    assert_eq!(theme.places_of("W0155").len(), 1);
    assert!(theme.messages().iter().any(|message| message.contains("static/fotos.txt")));
}

#[test]
fn a_copied_file_that_tells_nothing_hidden_is_no_finding() {
    let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nBesuch der Präsidentin von Mexiko\n";
    let public = HIDDEN.replace("2019-12-10", "2019-10-10");
    let sites = [
        // Another public item has that title.
        with_file("film.vtt", captions).file("events/b.yaml", &public),
        // It is no longer a draft.
        with_file("film.vtt", captions).file("events/besuch.yaml", &public),
        // Nothing public names it.
        with_file("film.vtt", captions).event("a", "start: 2019-10-01"),
        with_file("film.vtt", captions.replace("Mexiko", "Mexikos Nachbarn")),
        with_file("programm.pdf", pdf("Besuch der Delegation aus Mexiko")),
        with_file("programm.pdf", b"%PDF-1.7\ntrailer\n<</Root 1 0 R>>"),
    ];
    for (number, site) in sites.into_iter().enumerate() {
        assert_eq!(site.built().places_of("W0155"), [""; 0], "site {number}");
    }
    let silenced = "start: 2019-10-01\nattachments:\n- title: Film\n  \
                    file: film.vtt  # bba: ok W0155";
    let site = with_file("film.vtt", captions).event("a", silenced).built();
    assert_eq!(site.places_of("W0155"), [""; 0]);
}

#[test]
fn names_of_characters_hide_nothing_in_a_public_text() {
    for text in [
        "Im Dezember: Besuch der Pr&auml;sidentin von Mexiko",
        "Im Dezember: Besuch der Pr&#xe4;sidentin von Mexiko",
    ] {
        let site = Site::new()
            .release("2019-08-01-m", "", text)
            .file("events/besuch.yaml", format!("{HIDDEN}draft: true\n"));
        assert_eq!(site.built().places_of("W0150"), ["press/2019-08-01-m.md:6:14"], "{text}");
    }
}
