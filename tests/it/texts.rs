//! Texts keep their meaning: what an editor types is what readers read, or there is a finding at
//! its line. Every kind has texts that must stay silent.

use crate::harness::{Output, PNG, Site};

/// A page with this text, which begins on line 4.
fn page(text: &str) -> Output {
    Site::new()
        .file("media/bild.png", PNG)
        .file("pages/info.md", format!("---\ntitle: Info\n---\n{text}\n"))
        .build()
}

/// What is found on a page with this text: `4:1 W0830`, lines from that of the text on.
fn found(text: &str) -> Vec<String> {
    let output = page(text);
    let of_page =
        output.0.diagnostics.iter().filter(|found| &*found.file == "content/pages/info.md");
    of_page
        .map(|found| {
            let (line, column) = (found.start.line - 3, found.start.column);
            format!("{line}:{column} {}", found.problem.code())
        })
        .collect()
}

/// The HTML of a page with this text.
fn html(text: &str) -> String {
    let output = page(text);
    let html = output.text("info/index.html");
    let prose = html.split_once("<div class=\"prose\">").unwrap().1;
    prose.split_once("</main>").unwrap().0.trim_end().trim_end_matches("</div>").trim().to_owned()
}

/// Each text is silent.
fn silent(texts: &[&str]) {
    for text in texts {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn dates_at_the_start_of_lines_stay_dates() {
    // They became a numbered list, and browsers counted on: »26. Oktober«.
    let text = "24. September: Ankunft\n25. September: Messe\n2. Oktober: Abreise";
    assert_eq!(found(text), [""; 0]);
    assert_eq!(
        html(text),
        "<p>24. September: Ankunft<br>\n25. September: Messe<br>\n2. Oktober: Abreise</p>"
    );
    let quoted = "> 24. September: Ankunft\n> 2. Oktober: Abreise\n>\n> Text\n> und mehr";
    assert_eq!(
        html(quoted),
        "<blockquote>\n<p>24. September: Ankunft<br>\n2. Oktober: Abreise</p>\n\
         <p>Text\nund mehr</p>\n</blockquote>"
    );
    for date in [
        "2. Oktober",
        "2. Okt. 2026",
        "2.–4. Oktober",
        "2. und 3. Oktober",
        "24. września",
        "24. syyskuuta",
        "24. září",
        "2026. szeptember 24.",
        "5. October",
    ] {
        assert_eq!(html(&format!("{date}: Ankunft")), format!("<p>{date}: Ankunft</p>"));
        assert_eq!(html(&format!("- {date}")), format!("<ul>\n<li>{date}</li>\n</ul>"));
    }
    assert_eq!(
        html("Der Empfang findet statt am\n1. Oktober 2026 in Leipzig."),
        "<p>Der Empfang findet statt am\n1. Oktober 2026 in Leipzig.</p>"
    );
    let code = html("`24. September`, [a](https://example.org/?a=24.%20September)");
    assert!(code.contains("<code>24. September</code>"), "{code}");
}

#[test]
fn a_date_in_a_calendar_is_the_typed_one() {
    let site = Site::new().event(
        "treffen",
        "start: 2019-10-01\ndescription: |\n  24. September: Ankunft\n  2. Oktober: Abreise",
    );
    let calendar = site.built();
    let calendar = calendar.text("veranstaltungen/treffen.ics").replace("\r\n ", "");
    assert!(calendar.contains("24. September: Ankunft\\n2. Oktober: Abreise"), "{calendar}");
}

#[test]
fn numbers_that_would_be_counted_otherwise_are_found() {
    assert_eq!(found("1. Eins\n3. Drei\n7. Sieben"), ["2:1 W0830", "3:1 W0830"]);
    silent(&[
        "1. Anmelden\n2. Kommen\n3. Reden",
        "1. Anmelden\n1. Kommen\n1. Reden",
        "3. Drei\n4. Vier",
        "1) Eins\n2) Zwei",
        "Programm:\n1. Anmelden\n2. Kommen",
        "1. Eins\n   1. Innen\n   2. Innen\n2. Zwei",
        "3\\. Platz\n1\\. Platz",
    ]);
}

#[test]
fn a_sentence_that_a_line_break_tears_is_found() {
    for text in [
        "Der Empfang ist im\n1. Stock des Hauses.",
        "Wir fahren nach Dresden\n- der Hauptstadt Sachsens.",
        "+ 5 Prozent mehr",
    ] {
        let line = text.lines().count();
        assert_eq!(found(text), [format!("{line}:1 W0831")], "{text}");
    }
    silent(&["Mitbringen:\n- Ausweis", "Ein Satz.\n\n- Ein Punkt", "- Ein Punkt", "- 5 Grad"]);
    // Blank lines between items make a paragraph of each, and a list inside of one tears nothing.
    silent(&[
        "- Punkt eins\n\n- Punkt zwei\n  - Unterpunkt",
        "1. Punkt eins\n\n2. Punkt zwei\n   - Unterpunkt",
        "1. Punkt eins\n\n2. Punkt zwei\n   1. Unterpunkt",
        "- a\n\n  b\n- c\n    - d",
    ]);
    assert_eq!(found("- a\n\n- b\n  + 5 Prozent"), ["4:3 W0831"]);
}

#[test]
fn the_mark_of_a_torn_sentence_is_found_where_it_stands() {
    let lines = "description: |\n  - Eins\n\n    Zwei\n  - Drei\n      + 5 Prozent";
    assert_eq!(found_in_event(lines), ["6:7 W0831"]);
}

#[test]
fn a_bullet_that_a_mark_swallows_is_found() {
    assert_eq!(found("24. * Treffen"), ["1:5 W0807"]);
    assert_eq!(found("- Eins\n- - Zwei"), ["2:3 W0807"]);
    assert_eq!(found("> 1) + 5 Grad"), ["1:6 W0807", "1:6 W0831"]);
    silent(&[
        "- Eins\n  - Innen",
        "1. *Wirklich* alle",
        "- **Alle**",
        "- – 5 Grad",
        "- 3. Stock",
        "1.\n   - Innen",
        "24. \\* Treffen",
    ]);
}

#[test]
fn a_star_or_a_tilde_in_a_word_is_text() {
    assert_eq!(
        html("Alle Teilnehmer*innen und Unternehmer*innen, **Gründer*innen**, *wirklich*."),
        "<p>Alle Teilnehmer*innen und Unternehmer*innen, <strong>Gründer*innen</strong>, \
         <em>wirklich</em>.</p>"
    );
    assert_eq!(
        html("## Für Gründer*innen und Berater*innen\n\nText"),
        "<h2 id=\"fuer-gruender-innen-und-berater-innen\">Für Gründer*innen und \
         Berater*innen</h2>\n<p>Text</p>"
    );
    assert_eq!(html("2*3*4 Plätze"), "<p>2*3*4 Plätze</p>");
    assert_eq!(html("`a*b*c`"), "<p><code>a*b*c</code></p>");
    assert_eq!(html("これは*重要*です"), "<p>これは<em>重要</em>です</p>");
    assert_eq!(
        html("~20 Gäste und 5~6 Tische, ~~weg~~"),
        "<p>~20 Gäste und 5~6 Tische, <del>weg</del></p>"
    );
    assert!(html("[a](https://example.org/x*y*z)").contains("x*y*z"));
    assert!(html("Der Kund*innen-[Link](https://example.org/x*y*z)").contains("Kund*innen"));
}

#[test]
fn headings_are_never_a_reason_to_refuse() {
    let html = html(
        "## Programm\n\nA\n\n## Programm\n\nB\n\n## Programm 2\n\nC\n\n## Inhalt\n\n[D](#inhalt)",
    );
    for expected in [
        "id=\"programm\"",
        "id=\"programm-2\"",
        "id=\"programm-2-2\"",
        "id=\"inhalt-2\"",
        "href=\"#inhalt-2\"",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    assert!(!html.contains(['\u{1d}', '\u{1e}']));
}

#[test]
fn a_text_leads_to_its_own_heading_and_others_to_that_of_the_theme() {
    let site = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\nvenue: saal\nregistration: {required: true, email: a@example.org}\n\
             description: |\n  ## Anmeldung\n\n  [hin](#anmeldung), [Ort](#ort)\n\n  ## Barrierefreiheit\n\n  Text[^1]\n\n  [^1]: Note",
        )
        .file("pages/info.md", "---\ntitle: Info\n---\n[x](../events/treffen.yaml#anmeldung)\n")
        .built();
    let event = site.text("veranstaltungen/treffen/index.html");
    for expected in
        ["<h3 id=\"anmeldung-2\">", "href=\"#anmeldung-2\"", "href=\"#ort\"", "id=\"fn-1\""]
    {
        assert!(event.contains(expected), "{expected} in {event}");
    }
    assert!(site.text("info/index.html").contains("/veranstaltungen/treffen/#anmeldung\""));
}

#[test]
fn texts_that_share_a_page_have_anchors_of_their_own() {
    let site = Site::new()
        .config("boilerplate: \"Wir.[^1]\\n\\n## Über uns\\n\\n[hin](#ueber-uns)\\n\\n[^1]: Seit 1990.\"")
        .release("2019-08-01-a", "", "Wir.[^1]\n\n## Über uns\n\n[hin](#ueber-uns)\n\n[^1]: Netto.")
        .built();
    let page = site.text("presse/2019-08-01-a/index.html");
    for expected in [
        "id=\"ueber-uns\"",
        "id=\"ueber-uns-2\"",
        "href=\"#ueber-uns-2\"",
        "id=\"fn-1\"",
        "id=\"fn-1-2\"",
        "href=\"#fn-1-2\"",
    ] {
        assert!(page.contains(expected), "{expected} in {page}");
    }
    let feed = site.text("presse/feed.xml");
    assert!(feed.contains("ueber-uns") && !feed.contains(['\u{1d}', '\u{1e}']));
}

#[test]
fn marks_without_their_space_are_found() {
    for (text, place) in [
        ("##Programm\n\nText", "1:1"),
        ("##\u{a0}Ablauf\n\nText", "1:1"),
        ("-eins\n-zwei", "1:1"),
        ("Wir bieten:\n-eins\n-zwei", "2:1"),
        ("-\u{a0}drei\n-\u{a0}vier", "1:1"),
        ("1.Anmelden\n2.Kommen", "1:1"),
        ("1)Anmelden\n2)Kommen", "1:1"),
        ("*eins\n*zwei", "1:1"),
        ("+eins\n+zwei", "1:1"),
        ("- a\n-b\n-c", "2:1"),
        ("- ##Ablauf", "1:3"),
        ("1. Anmelden\n2.Kommen\n3.Gehen", "2:1"),
        ("- eins\n-zwei", "2:1"),
        ("* eins\n*zwei", "2:1"),
        ("1. Anmelden\n2.Kommen", "2:1"),
        ("- eins\n- zwei\n-drei\n- vier", "3:1"),
        ("- eins\n  - zwei\n  -drei", "3:3"),
        ("> - eins\n> -zwei", "2:3"),
    ] {
        assert_eq!(found(text), [format!("{place} W0833")], "{text}");
    }
    silent(&[
        "#BBA und #Sachsen",
        "-5 Grad",
        "Bürgerinnen und Bürger oder\n-innen",
        "1.\u{a0}Mai",
        "1.\u{a0}Mai\n2.\u{a0}Juni",
        "*\u{a0}ohne Steuer",
        "## Programm ##\n\nText",
        "--- und",
        "*so* und\n*so* auch",
        "*ohne Steuer",
        "- Bürgerinnen und Bürger oder\n  -innen",
        "- Bürgerinnen und Bürger oder\n-innen",
        "- Preise*\n*ohne Steuer",
        "- eins\n  -innen",
        "- eins\n-5 Grad",
        "- Halle\n1.Stock",
        "1. Wir treffen uns\n3.Stock",
        "- eins\n  - zwei\n- drei",
        // The number of a day or a storey, not of an item.
        "1.º de mayo: llegada\n2.º día: visita",
        "1.ª parte\n2.ª parte",
        "1.er piso\n2.o piso",
        "1.OG rechts\n2.OG links",
        "- ```\n  ##Text\n  ```",
        "- #BBA\n- -5 Grad",
        "+49 351 1234567\n+49 351 1234568",
    ]);
}

#[test]
fn blocks_of_code_that_nobody_meant_are_found() {
    assert_eq!(found("Absatz.\n\n```\nZitat\n\n## Programm"), ["3:1 W0834"]);
    assert_eq!(found("Absatz.\n\n    Eingerückter Satz."), ["3:5 W0835"]);
    assert_eq!(found("Absatz.\n\n\tEingerückter Satz."), ["3:2 W0835"]);
    silent(&[
        "```\nText\n```",
        "~~~~ yaml\n```\n~~~~\n\nText",
        "> ```\n> Text\n> ```",
        "- Punkt\n\n  Absatz darunter\n\n  ```\n  Text\n  ```",
        "- Punkt\n    eingerückt weiter",
    ]);
}

#[test]
fn links_that_are_none_are_found() {
    for text in [
        "[Zum Programm] (https://example.org/)",
        "[Zum Programm] [https://example.org/]",
        "(Zum Programm)[https://example.org/]",
        "[Text](https://example.org/a b.html)",
        "![Vier Personen](../media/Gruppe Foto.png)",
        "[Anrufen](0351 2138371)",
        "[Anrufen](+49 351 2138371)",
        "[Anmelden](anmeldung@ example.org)",
        "[Mail](Kim Beispiel <kim@example.org>)",
    ] {
        let found = found(text);
        assert!(found.len() == 1 && found[0].ends_with("W0836"), "{text}: {found:?}");
    }
    silent(&[
        "[sic] (2026)",
        "[sic] [2026]",
        "\\[a\\] (https://example.org/)",
        "\\[a] (https://example.org/)",
        "[a\\] (https://example.org/)",
        "Ein [Wort] (und mehr)",
        "Ein [Wort](Erklärung in Klammern)",
        "[sic](2019 2020)",
        "[Zeit](08 - 18 Uhr)",
        "Büro [Dresden] (0351 2138371)",
        "[Kim] (kim@example.org)",
        "[BBA](bei uns als @bba_sachsen zu finden)",
        "[Text](https://example.org/)",
        "`[a] (https://b.de)`",
    ]);
}

#[test]
fn links_to_no_server_are_found() {
    for address in [
        "https:/example.org",
        "https://https://example.org",
        "https:example.org",
        "https://",
        "https://example..org",
        "https://example.org:abc/",
    ] {
        assert_eq!(found(&format!("Ein [Wort]({address}) mehr")), ["1:5 W0813"], "{address}");
    }
    silent(&[
        "[Wort](https://example.org:8443/a?b=c|d#e), [Wort](<https://example.org/a b>).",
        "[Wort](https://bücher.example.org/), <https://example.org/>, https://example.org/a.",
        "[Wort](http://[2001:db8::1]/) und [Wort](https://192.0.2.1)",
        "Adressen beginnen mit https:// und sonst nichts.",
    ]);
}

#[test]
fn signs_that_emphasise_nothing_are_found() {
    let stars = found("Das ist **wichtig:**bitte lesen. **Hinweis: **Text.");
    assert_eq!(stars, ["1:9 W0837", "1:19 W0837", "1:34 W0837", "1:45 W0837"]);
    let others = found("Ein ~~Fehler ~~ und __Wort: __mehr");
    assert_eq!(others, ["1:5 W0837", "1:21 W0837", "1:29 W0837"]);
    silent(&[
        "**wichtig:** bitte",
        "\\*\\*roh\\*\\*",
        "Hotel ****",
        "`**`",
        "2 ** 3",
        "Preis* ohne Steuer",
        "Name: ______",
        "***wichtig***",
        "**a *b* c**",
    ]);
}

#[test]
fn cells_that_a_table_loses_are_found() {
    assert_eq!(found("| Tag | Ort |\n|---|---|\n| Montag | Halle | Nummer 3 |"), ["3:20 W0838"]);
    assert_eq!(found("| Tag | Ort |\n| Dienstag | Dresden |"), ["1:1 W0839"]);
    silent(&[
        "| Tag | Ort |\n|---|---|\n| Montag |",
        "| Tag | Ort |\n|---|---|\n| a \\| b | c |",
        "Tag | Ort\n--- | ---\nMontag | Halle",
        "Entweder | oder",
        "| allein |",
    ]);
}

#[test]
fn rows_and_texts_that_a_table_parts_or_swallows_are_found() {
    for (text, expected) in [
        ("| Tag | Ort |\n|---|---|\n\n| Montag | Halle |", "4:1 W0816"),
        ("| Tag | Ort |\n|---|---|\n\n| Montag | Halle |\n| Dienstag | Saal |", "4:1 W0816"),
        (
            "| Tag | Ort |\n|---|---|\n| Montag | Halle |\n\n| Tag | Zeit |\n| Montag | 9 |",
            "5:1 W0839",
        ),
        ("| Tag | Ort |\n|---|---|\n| Montag | Halle |\n\n| Dienstag | Saal |", "5:1 W0816"),
        ("Das Programm:\n\n| Montag | Halle |", "3:1 W0839"),
        ("Zeit\tWas\n9 Uhr\tBeginn\n10 Uhr\tPause", "1:1 W0817"),
        ("| Tag | Ort |\n|---|---|\n| Montag | Halle |\nWir freuen uns.\nBis dann!", "4:1 W0818"),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
    silent(&[
        "| Tag | Ort |\n|---|---|\n| Montag | Halle |\n\nWir freuen uns.",
        "| Tag | Ort |\n|---|---|\n| Montag | Halle |\n\nDanach:\n\n| A | B |\n|---|---|\n| 1 | 2 |",
        "| Name |\n|---|\nKim",
        "Der Betrag |x| + |y| ist klein.",
        "Ein\tTabulator in einer Zeile\nund keiner in der nächsten.",
        "Vor dem Wort\n\tsteht einer.",
    ]);
}

#[test]
fn lines_that_were_meant_as_a_list_are_found() {
    for (text, expected) in [
        ("Ablauf:\n2. Teil: Vortrag\n3. Teil: Gespräch\n4. Teil: Essen", "2:1 W0814"),
        ("a) eins\nb) zwei\nc) drei", "1:1 W0814"),
        ("> A. eins\n> B. zwei", "1:3 W0814"),
        ("- eins\n - zwei\n  - drei\n   - vier\n    - fünf", "5:5 W0814"),
        ("Wir bieten:\n    - eins\n    - zwei", "2:5 W0814"),
        ("Wir bieten:\n    1. eins\n    2. zwei", "2:5 W0814"),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
    silent(&[
        // Lines that each begin with a date stay lines.
        "Wir reisen:\n3. Mai: Anreise\n4. Mai: Empfang",
        "Ablauf:\n\n2. Teil: Vortrag\n3. Teil: Gespräch",
        "Wir kommen auf\n2. Platz, sie auf\n4. Platz.",
        "Am 1. Tag\n2. Mai bis\n3. Mai",
        "a) eins  \nb) zwei",
        "a) eins\n\nb) zwei",
        "z. B. so\nu. a. auch",
        "1. eins\n   - unter\n     - tiefer\n2. zwei",
    ]);
    let messages = page("a) eins\nb) zwei").messages().concat();
    assert!(messages.contains("eine Leerzeile zwischen die Zeilen setzen"), "{messages}");
}

#[test]
fn what_is_set_in_too_little_for_its_item_is_found() {
    for (text, expected) in [
        (
            "1. eins\n  - unter\n2. zwei\n  - unter\n  - darunter",
            ["2:3 W0815", "4:3 W0815"].as_slice(),
        ),
        ("1. eins\n\n  Fortsetzung\n\n2. zwei", &["3:3 W0815"]),
        ("10. zehn\n   - unter\n11. elf", &["2:4 W0815"]),
        ("> 1. eins\n>  - unter", &["2:4 W0815"]),
    ] {
        assert_eq!(found(text), expected, "{text}");
    }
    let messages = page("1. eins\n  - unter").messages().concat();
    assert!(messages.contains("hinter `1.` beginnt, also um 3 Zeichen"), "{messages}");
    silent(&[
        "1. eins\n   - unter\n\n   Fortsetzung\n2. zwei",
        "1. eins\n2. zwei\n\n- drei\n- vier",
        "1. eins\n\nEin Absatz\n\n2. zwei",
        "1. eins\n\n Ein Absatz",
        "- eins\n   - unter\n   - darunter",
        "1. eins\n   1. unter\n   2. darunter\n   - mehr\n2. zwei",
        "1. eins\n   1. unter\n\n   Fortsetzung von eins\n2. zwei",
    ]);
}

#[test]
fn links_without_text_are_found() {
    assert_eq!(
        found("[](https://example.org/) [ ](https://example.org/c)"),
        ["1:1 W0840", "1:26 W0840"]
    );
    silent(&[
        "[![Gäste am Tor](../media/bild.png)](https://example.org/)",
        "[`a`](https://example.org/)",
    ]);
}

#[test]
fn a_line_below_a_text_is_found() {
    assert_eq!(found("Mit freundlichen Grüßen\n---\nText."), ["2:1 W0841"]);
    assert_eq!(found("Zwei Zeilen\nGruß\n----\nText."), ["3:1 W0841"]);
    silent(&["Gruß\n\n---\n\nText.", "Programm\n--------\n\nText.", "| a |\n|---|\n| b |"]);
}

#[test]
fn bullets_of_a_word_processor_are_found() {
    assert_eq!(found("•\tApfel\n•\tBirne\n\n\u{f0b7} Kiwi\n\u{f0b7} Melone")[..1], ["1:1 W0842"]);
    assert!(found("\u{f0b7} Kiwi\n\u{f0b7} Melone").contains(&"1:1 W0842".to_owned()));
    assert_eq!(found("– eins\n– zwei"), ["1:1 W0842"]);
    assert_eq!(found("o\tApfel\no\tBirne"), ["1:1 W0842"]);
    assert_eq!(found("→ Apfel\n→ Birne"), ["1:1 W0842"]);
    assert_eq!(found("- • Apfel\n- Birne"), ["1:3 W0807"]);
    silent(&[
        "Puede venir en tren,\no en coche\no en avión.",
        "o weh, der Regen\no je, das Wetter",
    ]);
    silent(&["- tren\n  o coche\n  o avión", "o por correo\no por teléfono"]);
    silent(&["manzanas\no peras", "→ Anmeldung im Büro", "- → Halle 3\n- – und Halle 4"]);
    silent(&["– eins, sagte er", "Äpfel • Birnen", "Dresden · Leipzig", "- eins\n- zwei"]);
}

#[test]
fn footnotes_that_are_not_there_or_not_needed_are_found() {
    let text = "Ein Satz[^1] und noch einer.[^2]\n\n[^1] Ohne Doppelpunkt.\n\n[^3]: Nie benutzt.";
    assert_eq!(found(text), ["1:9 W0843", "1:29 W0843", "3:1 W0843", "5:1 W0844"]);
    assert!(!html(text).contains("Nie benutzt"));
    assert_eq!(found("Text\n\n[Hinweis]: wichtig"), ["3:1 W0844"]);
    silent(&[
        "Ein Satz.[^1]\n\n[^1]: Netto.",
        "[Text][a]\n\n[a]: https://example.org/",
        "[A]\n\n[a]: https://example.org/",
        "`[^1]`",
        "10^-6 [m]",
    ]);
}

#[test]
fn descriptions_of_images_that_say_nothing_are_found() {
    for alt in ["bild.png", "Bild", "Foto 1", "IMG_2034", "DSC_0012.JPG"] {
        assert_eq!(found(&format!("![{alt}](../media/bild.png)")), ["1:1 W0845"], "{alt}");
    }
    silent(&["![Bild der Halle](../media/bild.png)", "![Zwölf Gäste](../media/bild.png)"]);
    assert!(
        html("![Vier Personen\nsprechen **laut**\\\nmiteinander](../media/bild.png)")
            .contains("alt=\"Vier Personen sprechen laut miteinander\"")
    );
}

#[test]
fn braces_that_vanish_are_found() {
    assert_eq!(found("## Programm {vorläufig}\n\nText"), ["1:13 W0849"]);
    silent(&["## Programm {#ablauf}\n\nText", "## Programm (vorläufig)\n\nText", "Ein {Wort}"]);
}

#[test]
fn addresses_without_brackets_are_links() {
    let html = html("Mehr auf https://example.org/a_b und www.example.org oder info@example.org.");
    assert_eq!(
        html,
        "<p>Mehr auf <a href=\"https://example.org/a_b\">https://example.org/a_b</a> und \
         <a href=\"https://www.example.org\">www.example.org</a> oder \
         <a href=\"mailto:info@example.org\">info@example.org</a>.</p>"
    );
    silent(&["Mehr auf https://example.org/a und www.example.org oder info@example.org."]);
}

#[test]
fn lines_of_wide_characters_have_no_space_between_them() {
    assert_eq!(html("代表団は視察\nしました。\nText"), "<p>代表団は視察しました。\nText</p>");
    assert_eq!(
        html("> 代表団は視察\n> しました。"),
        "<blockquote>\n<p>代表団は視察しました。</p>\n</blockquote>"
    );
    let site = Site::new().file("media/a.png", PNG).file(
        "pages/info.md",
        "---\ntitle: Info\n---\n![代表団の\n視察 in\nDresden](../media/a.png)\n",
    );
    assert!(site.built().text("info/index.html").contains("alt=\"代表団の視察 in Dresden\""));
}

#[test]
fn a_merge_that_nobody_has_finished_is_an_error_at_its_first_line() {
    let conflict = "<<<<<<< HEAD\nUm 15 Uhr.\n=======\nUm 16 Uhr.\n>>>>>>> entwurf-kim";
    assert_eq!(found(&format!("Absatz.\n\n{conflict}\n\nEnde.")), ["3:1 E0226"]);
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\ndescription: |\n  Erster.\n<<<<<<< HEAD\n  Eins.\n=======\n  Zwei.\n>>>>>>> x");
    assert_eq!(site.build().errors(), ["events/treffen.yaml:6:1 E0226"]);
    let front = Site::new().file(
        "pages/info.md",
        "---\n<<<<<<< HEAD\ntitle: A\n||||||| base\ntitle: B\n=======\ntitle: C\n>>>>>>> x\n---\nText\n",
    );
    assert_eq!(front.build().errors(), ["pages/info.md:2:1 E0226"]);
    silent(&["Treffen\n-------\n\nText", "> > > Zitat"]);
}

#[test]
fn line_ends_of_an_old_mac_are_line_ends() {
    let site = Site::new()
        .file("pages/info.md", "---\rtitle: Info\r---\r\rText.\r\rZwei.\r")
        .event("treffen", "start: 2019-10-01\rsummary: Kurz.")
        .built();
    assert!(site.text("info/index.html").contains("<p>Text.</p>\n<p>Zwei.</p>"));
    assert!(site.text("veranstaltungen/treffen/index.html").contains("Kurz."));
}

#[test]
fn a_value_that_a_hash_cuts_is_found() {
    let found = |lines: &str| -> Vec<String> {
        let output = Site::new().event("treffen", &format!("start: 2019-10-01\n{lines}")).build();
        let found = output.0.diagnostics.iter().filter(|found| found.problem.code() == "W0832");
        found.map(|found| format!("{}:{}", found.start.line - 3, found.start.column)).collect()
    };
    assert_eq!(found("summary: Wir sind am Stand #12, Halle 3."), ["1:28"]);
    assert_eq!(
        found("venue:\n  name: Messe\n  room: Raum #3\n  directions: Eingang #2 (Hof)"),
        ["3:14", "4:23"]
    );
    assert_eq!(found("venue: {name: Messe, room: Raum #3\n  , city: Dresden}"), ["1:33"]);
    assert_eq!(found("summary: Wir sind am Stand\n  #12, Halle 3."), ["2:3"]);
    assert_eq!(found("summary: #12, Halle 3."), ["1:10"]);
    assert_eq!(found("summary: {de: Wir sind am Stand #12.}"), ["1:33"]);
    assert_eq!(found("image:\n  file: a.png\n  credit: Studio #12"), ["3:18"]);
    for silent in [
        "summary: \"Wir sind am Stand #12.\"",
        "summary: 'Stand #12'",
        "summary: Wir schreiben C#",
        "summary: Kurz # das ist eine Notiz",
        "summary: Kurz # bba: ok W0802",
        "description: |\n  Treffen am Stand #12 im Saal",
        "description: >-\n  Treffen am Stand #12 im Saal",
        "#summary: noch nicht",
        "venue:\n  name: Messe\n  #room: Raum 3\n  city: Dresden",
        "status: confirmed\n#1 oben",
        // A comment behind a value that is whole.
        "status: confirmed #todo noch klären",
        "venue: saal #erst fragen",
        "end: 2019-10-02 #vielleicht",
        "sectors: [rail] #später mehr",
        "sectors:\n  - rail #später mehr",
        "registration: {capacity: 40 #50\n  }",
    ] {
        assert!(found(silent).is_empty(), "{silent}");
    }
}

/// What is found in an event with these lines, which begin on line 4 of its file.
fn found_in_event(lines: &str) -> Vec<String> {
    let site = Site::new().file("media/bild.png", PNG);
    let output = site.event("treffen", &format!("start: 2019-10-01\n{lines}")).build();
    let found = output.0.diagnostics.iter();
    let found = found.filter(|found| &*found.file == "content/events/treffen.yaml");
    found
        .map(|found| {
            format!("{}:{} {}", found.start.line - 3, found.start.column, found.problem.code())
        })
        .collect()
}

#[test]
fn characters_that_nobody_sees_are_found_in_any_spelling() {
    for (lines, expected) in [
        ("summary: Treffen \u{202e}mit\u{202c} G\u{fc}sten", vec!["1:18 W0846", "1:22 W0846"]),
        ("venue: {name: Wirt\u{ad}schaft}", vec!["1:19 W0846"]),
        ("venue: {name: Haus\u{200b}}", vec!["1:19 W0846"]),
        ("summary: Gast\u{200b} da", vec!["1:14 W0846"]),
        ("summary: \u{f0b7} Punkt", vec!["1:10 W0846"]),
        ("summary: \"a\\u202Eb\"", vec!["1:10 W0846"]),
        ("summary: \"a\\bb\"", vec!["1:10 E0224"]),
        ("summary: \"a\\0b\"", vec!["1:10 E0224"]),
        ("description: \"a\\x1bb\"", vec!["1:14 E0224"]),
        ("description: Ein Satz&#x1b; hier", vec!["1:22 E0224"]),
        ("summary: \"a\\x7fb\"", vec!["1:10 E0224"]),
        ("summary: \"a\\x9bb\"", vec!["1:10 E0224"]),
        ("summary: \"a\\uFFFEb\"", vec!["1:10 E0224"]),
        ("summary: \"a\\uFDD0b\"", vec!["1:10 E0224"]),
        ("summary: \"a\\U0001FFFFb\"", vec!["1:10 E0224"]),
        ("summary: a\u{fdd0}b", vec!["1:11 E0224"]),
        ("summary: \"a\\Lb\"", vec!["1:10 W0846"]),
        ("description: Ein Satz&#xFFFF; hier", vec!["1:22 E0224"]),
        ("description: Ein Satz&#155; hier", vec!["1:22 E0224"]),
        ("description: Ein Satz&#8238; hier", vec!["1:22 W0846"]),
        ("description: Ein \u{202e}Satz", vec!["1:18 W0846"]),
        ("description: Ein Sa&#8203;tz", vec!["1:20 W0846"]),
        ("description: Ein Sa&ZeroWidthSpace;tz", vec!["1:20 W0846"]),
        ("description: Ein Sa&lrm;tz", vec!["1:20 W0846"]),
    ] {
        assert_eq!(found_in_event(lines), expected, "{lines}");
    }
    for silent in [
        "description: Wirt\u{ad}schaft, https://example.org/\u{200b}a, &shy;&nbsp;&amp;&#8211;",
        "summary: Wirt\u{ad}schaft",
        "description: Wirt&shy;schaft&nbsp;und a/&#8203;b; שלום&lrm; hier, R&D; sonst",
        "summary: \u{200f}שלום\u{200e} in Dresden",
        "summary: Familie 👨‍👩‍👧 und 15\u{a0}Uhr",
    ] {
        assert!(found_in_event(silent).is_empty(), "{silent} {:?}", found_in_event(silent));
    }
}

#[test]
fn soft_hyphens_stay_out_of_titles() {
    let site = Site::new().event("treffen", "start: 2019-10-01\nsummary: Wirt\u{ad}schaft").built();
    assert!(!site.text("veranstaltungen/treffen.ics").contains('\u{ad}'));
    assert!(!site.text("veranstaltungen/treffen/index.html").contains('\u{ad}'));
}

#[test]
fn markup_in_plain_texts_is_found() {
    for (lines, expected) in [
        (
            "summary: Kaffee &amp; Kuchen&nbsp;– <b>neu</b>",
            vec!["1:17 W0848", "1:29 W0848", "1:37 W0848", "1:43 W0848"],
        ),
        (
            "summary: Für **alle** mit [Anmeldung](https://example.org/)",
            vec!["1:14 W0848", "1:27 W0848"],
        ),
    ] {
        assert_eq!(found_in_event(lines), expected, "{lines}");
    }
    for silent in [
        "summary: Forschung & Entwicklung bei H&M; 3 < 5 > 2 und *so* [sic] (2026)",
        "summary: Hotel **** am Markt, Teilnehmer*innen, 2 ** 3",
        "description: Kaffee &amp; Kuchen&nbsp;– **neu**",
    ] {
        assert!(found_in_event(silent).is_empty(), "{silent} {:?}", found_in_event(silent));
    }
}

#[test]
fn letters_in_the_wrong_encoding_are_found() {
    assert_eq!(
        found_in_event("summary: FrÃ¼hstÃ¼ck in der H\u{fffd}tte"),
        ["1:12 W0847", "1:17 W0847", "1:30 W0847"]
    );
    assert_eq!(found("Ein FrÃ¼hstÃ¼ck"), ["1:7 W0847", "1:12 W0847"]);
    silent(&["JOÃO aus SÃO PAULO", "Café, Ångström, „Å“, Ärger"]);
}

#[test]
fn a_title_is_one_line() {
    let site = Site::new().file(
        "events/treffen.yaml",
        "title: |\n  Treffen\n  mit Gästen\nstart: 2019-10-01\npublished: 2019-01-01\n",
    );
    let site = site.built();
    assert!(site.text("veranstaltungen/treffen.ics").contains(":Treffen mit Gästen\r\n"));
    assert!(site.text("veranstaltungen/treffen/index.html").contains(">Treffen mit Gästen<"));
}

#[test]
fn a_description_whose_lines_yaml_joins_is_found() {
    for lines in [
        "description: Text ohne Strich\n  - eins\n  - zwei",
        "description:\n  Text ohne Strich\n  - eins\n  - zwei",
        "description: \"Text in Anführungszeichen\n  - eins\n  - zwei\"",
        "description: >\n  - a\n  - b",
        "description: >\n  ## Programm\n  Text",
        "description: >-\n  Vorher.\n\n  | Tag | Ort |\n  |---|---|\n  | Montag | Halle |",
        "description: >\n  Absatz\n\n  - a\n  - b",
        "description: >\n  Absatz\n\n\n  - a\n  - b",
        "description: >\n  Ein Absatz.\n\n  Noch einer.",
        "description: >\n  24. September: Ankunft\n  25. September: Messe",
        "description: Ein Absatz.\n\n  Noch einer.",
    ] {
        assert_eq!(found_in_event(lines), ["1:1 W0811"], "{lines}");
    }
    // What is found besides is that of the lines.
    let list = "description: >\n  1. eins\n  3. drei\n\n  [x] (https://example.org/)";
    assert_eq!(found_in_event(list), ["1:1 W0811", "3:3 W0830", "5:3 W0836"]);
    let site = Site::new().config_line("languages: [de, en]");
    let texts =
        "start: 2019-10-01\ndescription:\n  de: |\n    - a\n    - b\n  en: >\n    - a\n    - b";
    let found = site.event("treffen", texts).build();
    assert_eq!(found.places_of("W0811"), ["events/treffen.yaml:8:3"]);
    let boilerplate = Site::new().config("boilerplate: >\n  - a\n  - b");
    assert_eq!(boilerplate.build().places_of("W0811").len(), 1);
}

#[test]
fn a_description_that_reads_the_same_in_one_line_is_right() {
    for lines in [
        "description: |\n  Text\n\n  - eins\n  - zwei",
        "description: |-\n  ## Programm\n\n  Text",
        "description: Ein Satz, der auf der\n  nächsten Zeile weitergeht.",
        "description: >\n  Ein Satz, der auf der\n  nächsten Zeile weitergeht.\n\n\n  Ein Absatz.",
        "description: \"Ein Satz, der auf der\n  nächsten Zeile weitergeht.\"",
        "description: Ein Satz, der auf der # Notiz\n# Zeile\nsummary: Kurz",
        "description: \"Wir bieten:\\n\\n- Vorträge\\n- Gespräche\"",
        "description: >\n  Wir fahren am 1. Mai nach Dresden\n  - der Hauptstadt Sachsens.",
        "description: >\n  Der Empfang ist am\n  1. Oktober in Leipzig.",
        "summary: >\n  Kurz und\n  knapp",
    ] {
        assert_eq!(found_in_event(lines), [""; 0], "{lines}");
    }
}

#[test]
fn a_quotation_mark_without_its_other_half_is_found() {
    assert_eq!(found_in_event("summary: Treffen in Dresden\""), ["1:10 W0812"]);
    assert_eq!(found_in_event("audience: „Mittelstand\""), ["1:11 W0806"]);
    for lines in [
        "summary: Er sagte \"Ja\"",
        "summary: Er sagte „Ja\"",
        "summary: Ein Bildschirm mit 24\"",
        "audience: „Kleine\" und „große\"",
        "description: Er sagte \"Ja\"",
    ] {
        assert_eq!(found_in_event(lines), [""; 0], "{lines}");
    }
}

#[test]
fn weekdays_are_checked_in_the_languages_of_the_program() {
    // The 24th of November 2026 was a Tuesday.
    for text in [
        "El lunes 24 de noviembre de 2026.",
        "Lunes, 24 de noviembre de 2026",
        "El domingo 1.º de noviembre del 2026: no. El lunes 1.º de noviembre del 2026",
        "Monday 24th November 2026",
        "Monday, the 24th of November 2026",
        "Monday, November 24th, 2026",
        "Montag (24.11.2026)",
        "Mo 24.11.26",
        "Am Mo, 24.11.26.",
    ] {
        let found = found(text);
        assert!(found.len() == 1 && found[0].ends_with("W0805"), "{text}: {found:?}");
    }
    silent(&[
        "El martes 24 de noviembre de 2026, del lunes 23 al viernes 27 de noviembre de 2026",
        "Santo Domingo, 24 de noviembre de 2026",
        "Tuesday 24th November 2026",
        "Dienstag (24.11.2026)",
        "Di 24.11.26",
        "Mo 24.11. 26 Plätze",
        "Mo 24.11.10:30 Uhr, Mo 24.11.10 Uhr, Mo 24.11.10-12 Uhr",
        "martes 13",
    ]);
    let spanish = "start: 2027-03-02\nsummary: {de: Am 2. März, es: \"El lunes 2 de marzo\"}";
    let site = Site::new().config_line("languages: [de, es]").event("treffen", spanish);
    assert_eq!(site.build().places_of("W0805"), ["events/treffen.yaml:4:35"]);
    // The 1st of May 2027 is a Saturday: »So« begins an English sentence here, and is a day in a German.
    let english = "start: 2027-05-03\n\
                   summary: {de: \"So, 1. Mai 2027\", en: \"So, 1 May 2027 is late. Do 2 March 2027.\"}";
    let site = Site::new().config_line("languages: [de, en]").event("treffen", english);
    assert_eq!(site.build().places_of("W0805"), ["events/treffen.yaml:4:16"]);
}

#[test]
fn the_picture_of_a_record_is_described() {
    assert_eq!(found_in_event("image: {file: bild.png, alt: \"\", credit: Kim}"), ["1:30 E0211"]);
    assert_eq!(found_in_event("image: {file: bild.png, alt: Bild, credit: Kim}"), ["1:30 W0845"]);
    assert_eq!(
        found_in_event("image: {file: bild.png, alt: bild.png, credit: Kim}"),
        ["1:30 W0845"]
    );
}

#[test]
fn letters_of_two_characters_are_letters() {
    // Some programs write `ö` as an `o` and two dots.
    let typed = "## Gro\u{308}ße\n\nText [hin](#groesse). Am Mittwoch, 25. Ma\u{308}rz 2019.";
    assert_eq!(found(typed), ["3:26 W0805"]);
    assert!(html(typed).contains("<h2 id=\"groesse\">Größe</h2>"));
    let event = found_in_event("summary: Gro\u{308}ße am Mittwoch, 25. Ma\u{308}rz 2019");
    assert_eq!(event, ["1:20 W0805"]);
}

#[test]
fn files_are_found_in_either_form_of_their_names() {
    for (disk, typed) in [("Gro\u{308}ße.png", "Größe.png"), ("Größe.png", "Gro\u{308}ße.png")]
    {
        let site = Site::new()
            .file(&format!("media/{disk}"), PNG)
            .file(
                "pages/info.md",
                format!("---\ntitle: Info\n---\n![Zwölf Gäste](../media/{typed})\n"),
            )
            .event(
                "treffen",
                &format!("start: 2019-10-01\nattachments: [{{file: {typed}, title: Größe}}]"),
            )
            .built();
        assert!(
            site.text("info/index.html").contains("/media/Gr%C3%B6%C3%9Fe.png")
                || site.text("info/index.html").contains("/media/Größe.png")
        );
    }
}

#[test]
fn a_sign_that_yaml_would_swallow_is_an_error() {
    assert_eq!(found_in_event("summary: ! Achtung, neue Halle"), ["1:10 E0220"]);
    for (typed, place) in [
        ("summary: !", "1:10"),
        ("summary: !Achtung neue Halle", "1:10"),
        ("summary: !!wichtig", "1:10"),
        ("summary:\n  de: !Neu", "2:7"),
        ("draft: !true", "1:8"),
        ("languages: [!de, es]", "1:13"),
        ("languages: [de, !es]", "1:17"),
        ("languages:\n  - !de", "2:5"),
        ("venue: {name: !Saal, city: Dresden}", "1:15"),
    ] {
        assert_eq!(found_in_event(typed), [format!("{place} E0220")], "{typed}");
    }
    for good in [
        "summary: Achtung! Neue Halle",
        "summary: \"!Neu\"",
        "summary: Wir sagen Ja - !",
        "description: |\n  Neu: !\n\n  - ! und ?\n  - Ja!",
        "summary: Hereinspaziert!",
    ] {
        assert!(found_in_event(good).is_empty(), "{good}");
    }
}

#[test]
fn an_address_of_this_site_leads_somewhere_however_it_is_written() {
    let lost = |url: &str| found(&format!("Ein [Link]({url})."));
    for url in ["https://test.example.org/fehlt/", "https://test.example.org/fehlt/?a#b"] {
        assert_eq!(lost(url), ["1:5 E0604"], "{url}");
    }
    for url in [
        "http://test.example.org/fehlt/",
        "HTTPS://TEST.EXAMPLE.ORG/fehlt/",
        "https://Test.Example.org/fehlt/",
    ] {
        assert_eq!(lost(url), ["1:5 W0973"], "{url}");
    }
    for url in [
        "https://test.example.org/",
        "https://test.example.org",
        "http://test.example.org/impressum/",
        "HTTPS://TEST.EXAMPLE.ORG/impressum/#inhalt",
        "https://test.example.org.example.com/fehlt/",
        "https://www.test.example.org/fehlt/",
        "https://example.org/fehlt/",
    ] {
        assert!(lost(url).is_empty(), "{url}");
    }
    // Below a path the rest of the host is somebody else's.
    let below = |url: &str| {
        let text = format!("---\ntitle: Info\n---\n[Link]({url})\n");
        let site = Site::new().config_line("base_url: https://test.example.org/bba/");
        let output = site.file("pages/info.md", text).build();
        [output.errors(), output.warnings()].concat()
    };
    assert!(below("https://test.example.org/anderes/").is_empty());
    assert_eq!(below("https://test.example.org/bba/fehlt/"), ["pages/info.md:4:1 E0604"]);
}

#[test]
fn a_name_that_yaml_takes_from_a_value_is_found() {
    let found = |lines: &str| {
        let output = Site::new().event("a", &format!("start: 2019-10-01\n{lines}")).build();
        output.places_of("W0808")
    };
    assert_eq!(found("summary: &Ort"), ["events/a.yaml:4:10"]);
    assert_eq!(found("summary:\n  de: &Ort am Fluss"), ["events/a.yaml:5:7"]);
    assert_eq!(found("summary: [&a Eins]"), ["events/a.yaml:4:11"]);
    for silent in [
        "summary: Forschung & Entwicklung",
        "summary: \"&Ort\"",
        "summary: R&D",
        "summary: {de: &text Treffen, en: *text}",
        "description: |\n  &Ort am Fluss",
        "summary: Treffen # &Ort",
    ] {
        assert_eq!(found(silent), [""; 0], "{silent}");
    }
}

#[test]
fn a_description_that_is_the_name_of_its_file_is_found() {
    let found = |image: &str| -> usize {
        let site = Site::new()
            .file("media/gruppenfoto.png", PNG)
            .file("media/marke.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .release("2019-08-01-a", "", image);
        site.build().places_of("W0845").len()
    };
    for alt in
        ["Gruppenfoto", "gruppenfoto", "gruppenfoto.png", "empfang_dresden", "2019-09-24-empfang"]
    {
        assert_eq!(found(&format!("![{alt}](../media/gruppenfoto.png)")), 1, "{alt}");
    }
    for alt in ["Gruppenfoto vor dem Rathaus", "Dresden", "Karl-Marx-Kopf"] {
        assert_eq!(found(&format!("![{alt}](../media/gruppenfoto.png)")), 0, "{alt}");
    }
    assert_eq!(found("![Marke](../media/marke.svg)"), 0);
    let lines = "start: 2019-10-01\nimage: {file: gruppenfoto.png, alt: gruppenfoto, credit: Kim}";
    let site = Site::new().file("media/gruppenfoto.png", PNG).event("x", lines);
    assert_eq!(site.build().places_of("W0845"), ["events/x.yaml:4:37"]);
}

#[test]
fn stars_apart_from_words_and_rows_without_dashes_are_found() {
    assert_eq!(found("Das ist ** wichtig ** heute."), ["1:9 W0837", "1:20 W0837"]);
    assert_eq!(found("| A | B |\n|---|\n| 1 | 2 |"), ["1:1 W0839"]);
    assert_eq!(found("- Tabelle:\n  | A | B |\n  | 1 | 2 |"), ["2:3 W0839"]);
    silent(&["Eins ** zwei", "Zwei mal ** ** Sterne", "* * *", "| A | B |\n|---|---|\n| 1 | 2 |"]);
}

#[test]
fn a_footnote_has_one_text() {
    let twice = "Satz.[^1]\n\n[^1]: Eins.\n\n[^1]: Zwei.";
    assert_eq!(found(twice), ["5:1 W0809"]);
    assert_eq!(found("Satz.[^1]\n\n[^1]:"), ["3:1 W0810"]);
    silent(&["Satz.[^1] Noch.[^1]\n\n[^1]: Eins."]);
}

#[test]
fn markup_in_a_title_is_found() {
    let found = |title: &str| -> usize {
        let site =
            Site::new().file("pages/info.md", format!("---\ntitle: \"{title}\"\n---\nText\n"));
        site.build().places_of("W0848").len()
    };
    for title in ["*Neu*: Messe", "Messe ~~alt~~", "Messe `code`", "Die **Messe**"] {
        assert_eq!(found(title), 1, "{title}");
    }
    for title in [
        "Teilnehmer*innen und Kolleg*innen",
        "Preis* und Steuer*",
        "Ca. ~20 bis ~30 Gäste",
        "Rock`n`Roll",
        "5 * 3 * 2",
    ] {
        assert_eq!(found(title), 0, "{title}");
    }
}
