//! Texts of pages as a typesetter sets them. Expected are the customs of each language (in
//! German »…« and DIN 5008; else CLDR's quotation marks), and that nothing but prose changes.
//! In these tests `~` is a no-break space and `_` a narrow one.

use bba::typography;
use proptest::prelude::*;

use crate::harness::Site;

/// A text as it stands on a page, with visible spaces.
fn set(language: &str, html: &str) -> String {
    let page = typography::page(format!("<body><p>{html}</p>"), language);
    let text = page.strip_prefix("<body><p>").unwrap().strip_suffix("</p>").unwrap();
    text.replace('\u{a0}', "~").replace('\u{202f}', "_")
}

#[test]
fn straight_quotation_marks_become_those_of_the_language() {
    for (language, expected) in [
        ("de", "Er sagt: »Das ›Beste‹ kommt noch.«"),
        ("en", "Er sagt: “Das ‘Beste’ kommt noch.”"),
        ("es", "Er sagt: «Das “Beste” kommt noch.»"),
        ("pl", "Er sagt: „Das «Beste» kommt noch.”"),
        ("cs", "Er sagt: „Das ‚Beste‘ kommt noch.“"),
        ("hu", "Er sagt: „Das »Beste« kommt noch.”"),
        ("fi", "Er sagt: ”Das ’Beste’ kommt noch.”"),
        ("et", "Er sagt: „Das ‚Beste‘ kommt noch.“"),
        ("it", "Er sagt: «Das “Beste” kommt noch.»"),
        // No pattern, no guess.
        ("tlh", "Er sagt: \"Das 'Beste' kommt noch.\""),
    ] {
        assert_eq!(set(language, "Er sagt: \"Das 'Beste' kommt noch.\""), expected, "{language}");
    }
    assert_eq!(set("fr", "Il dit : \"Bon !\""), "Il dit~: «~Bon_!~»");
}

#[test]
fn what_was_set_before_is_left_out_and_its_marks_vanish() {
    let block = typography::block("<li>15 - 17 Uhr, \"da\"</li>", "de");
    // As if an editor had set it so: an open quotation before it does not reach into it.
    let set = set("de", &format!("Er: \"</p><ul>{block}{block}</ul><p>9-10 Uhr"));
    let item = "<li>15–17~Uhr, »da«</li>";
    assert_eq!(set, format!("Er: \"</p><ul>{item}{item}</ul><p>9–10~Uhr"));
}

#[test]
fn a_quotation_may_span_tags_and_be_written_as_an_entity() {
    let german = |html| set("de", html);
    assert_eq!(
        german("&quot;Das <em>Beste</em>&quot; (&quot;ja&quot;)"),
        "»Das <em>Beste</em>« (»ja«)"
    );
    assert_eq!(german("\"<a href=\"/x/\">Programm</a>\"."), "»<a href=\"/x/\">Programm</a>«.");
    assert_eq!(german("Wie geht&#39;s? Hans' Auto."), "Wie geht’s? Hans’ Auto.");
    assert_eq!(german("»Sie sagte \"nein\".« \"Ja.\""), "»Sie sagte ›nein‹.« »Ja.«");
}

#[test]
fn an_apostrophe_at_the_beginning_of_a_word_is_no_quotation_mark() {
    for (language, text, expected) in [
        ("de", "Seit den '90ern ist das Hans' Haus.", "Seit den ’90ern ist das Hans’ Haus."),
        ("de", "wie 'ne Maschine von Klaus' Firma", "wie ’ne Maschine von Klaus’ Firma"),
        ("de", "'n Bier", "’n Bier"),
        ("de", "Rock 'n' Roll", "Rock ’n’ Roll"),
        ("de", "der 'Cluster' und '15' Partner", "der ›Cluster‹ und ›15‹ Partner"),
        ("en", "In the '90s the companies' plans", "In the ’90s the companies’ plans"),
        ("en", "'Twas the companies' day", "’Twas the companies’ day"),
        ("es", "¡\"No\"! ¿\"Sí\"?", "¡«No»! ¿«Sí»?"),
    ] {
        assert_eq!(set(language, text), expected);
    }
}

#[test]
fn a_mark_without_a_partner_stays() {
    for text in
        ["19\" Monitor", "\"offen", "zu\"", "5' und 6'", "Die \"Neuesten\"(DNN) und der\"MDR\""]
    {
        assert_eq!(set("de", text), text);
    }
    // What is open at the end of a paragraph is not closed in the next.
    let page = typography::page("<body><p>\"a</p><p>b\"</p>".to_owned(), "de");
    assert_eq!(page, "<body><p>\"a</p><p>b\"</p>");
}

#[test]
fn what_belongs_together_stays_on_one_line() {
    for (text, expected) in [
        ("am 24. September 2019", "am 24.~September 2019"),
        ("am 24.\nSeptember", "am 24.~September"),
        ("464 Mio. Euro", "464~Mio.~Euro"),
        ("z. B. und u. a., d. h.", "z._B. und u._a., d._h."),
        ("nach § 5 Abs. 2", "nach §~5 Abs.~2"),
        ("mit Dr. Müller und Prof. Dr. Schmidt", "mit Dr.~Müller und Prof.~Dr.~Schmidt"),
        ("um 15 Uhr, 12 %", "um 15~Uhr, 12~%"),
        ("Tel. +49 351 8138 150, werktags", "Tel. +49~351~8138~150, werktags"),
        // No figure, no unit, no name.
        ("Die Uhr. Dr. und am Mai 3 Tage", "Die Uhr. Dr. und am Mai 3 Tage"),
    ] {
        assert_eq!(set("de", text), expected);
    }
    assert_eq!(set("en", "on 24 September with Dr Miller"), "on 24~September with Dr~Miller");
    assert_eq!(set("es", "el 24 de septiembre"), "el 24~de septiembre");
    assert_eq!(set("pl", "24 września w Dreźnie i w Lipsku"), "24~września w~Dreźnie i~w~Lipsku");
}

#[test]
fn a_dash_between_figures_is_an_en_dash_without_spaces() {
    for (text, expected) in [
        ("15 – 17 Uhr", "15–17~Uhr"),
        ("15-17 Uhr", "15–17~Uhr"),
        ("9:00 - 10:30 Uhr", "9:00–10:30~Uhr"),
        ("4. - 8. November", "4.–8.~November"),
        ("4.-8. November", "4.–8.~November"),
        ("10-12 Prozent", "10–12~Prozent"),
    ] {
        assert_eq!(set("de", text), expected);
    }
    for same in [
        "0351 8138-150",
        "ISO 3166-1",
        "2019-09-24",
        "BBA-Projekt",
        "30.~November – 2.~Dezember",
        "Halle 4 - der Weg",
        "Raum~5 – 2 Stände",
        "Dresden – Leipzig",
    ] {
        assert_eq!(set("de", &same.replace('~', "\u{a0}")), same.replace("Halle 4", "Halle~4"));
    }
}

#[test]
fn the_year_of_one_date_and_the_day_of_the_next_are_no_range() {
    let text = "30 December 2019 – 2 January 2020, room 5 – 2 January";
    let expected = "30~December 2019 – 2~January 2020, room 5 – 2~January";
    assert_eq!(set("en", text), expected);
    assert_eq!(set("en", "23 – 27 September"), "23–27~September");
}

#[test]
fn what_an_editor_set_stays() {
    for text in ["„Zitat“", "“quote”", "15\u{a0}–\u{a0}17 Uhr", "z.\u{a0}B.", "geht’s"]
    {
        assert_eq!(set("de", text), text.replace('\u{a0}', "~").replace("17 Uhr", "17~Uhr"));
    }
}

#[test]
fn code_attributes_addresses_and_the_head_stay() {
    let html = "<head><title>\"a\" 15 Uhr</title></head><body><p title='\"a\" 15 Uhr'>\
                <code>\"a\" 15 - 17 Uhr</code></p><pre><code>'a'</code></pre>\
                <a href=\"/a'b'/\">https://example.org/2019-09-24/</a></body>";
    let page = typography::page(html.to_owned(), "de");
    assert_eq!(page, html);
}

#[test]
fn a_passage_in_another_language_has_the_customs_of_that_language() {
    let html = "\"so\" <span lang=\"en\">\"so\" <span>\"so\"</span></span> \"so\"";
    let expected = "»so« <span lang=\"en\">“so” <span>“so”</span></span> »so«";
    assert_eq!(set("de", html), expected);
    // One in another, and one that has no end.
    let html = "<span lang=\"en\">\"a\" <span lang=\"es\">\"b\"</span> \"c\"</span> \"d\"";
    let expected = "<span lang=\"en\">“a” <span lang=\"es\">«b»</span> “c”</span> »d«";
    assert_eq!(set("de", html), expected);
    let html = "<img src=\"a.png\" alt=\"A\" lang=\"en\"> \"so\"";
    assert_eq!(set("de", html), "<img src=\"a.png\" alt=\"A\" lang=\"en\"> »so«");
}

#[test]
fn pages_are_set_and_calendars_feeds_and_data_are_not() {
    let text = "Das \"Get-together\" am 24. September, 15 - 17 Uhr";
    let site = Site::new()
        .event(
            "treffen",
            &format!("start: 2019-09-24T15:00\nsummary: '{text}'\ndescription: '{text}'"),
        )
        .release("2019-08-01-meldung", "", text);
    let expected = "Das »Get-together« am 24.\u{a0}September, 15–17\u{a0}Uhr";
    let output = site.built();
    let page = output.typeset("veranstaltungen/treffen/index.html");
    assert!(page.contains(&format!("<p class=\"lead\">{expected}</p>")), "{page}");
    assert!(page.contains(&format!("<p>{expected}</p>")), "{page}");
    let release = output.typeset("presse/2019-08-01-meldung/index.html");
    assert!(release.contains(expected), "{release}");
    let paths = output.paths();
    let others = paths.iter().filter(|path| !path.ends_with(".html"));
    for path in others {
        let text = output.text_or_empty(path);
        assert!(!text.contains('»') && !text.contains("15–17"), "{path}");
    }
}

/// A French mark brings a space with it, so what is glued to several of them would be split into
/// other words: nobody writes that, and random texts are made for the other languages.
#[test]
fn setting_a_french_text_twice_changes_nothing() {
    for text in [
        "Il dit : \"Bon ! C'est M. Dupont ?\"",
        "\"De 9:00-10:30\" (\"+33 1 23 45\") ; p. 15",
        "Le \"<em>24 septembre</em>\", 12 %",
    ] {
        let once = typography::page(format!("<body><p>{text}</p>"), "fr");
        let twice = typography::page(once.clone(), "fr");
        assert_eq!(once, twice);
    }
}

proptest! {
    #[test]
    fn setting_a_page_twice_changes_nothing(
        pieces in proptest::collection::vec(proptest::sample::select(vec![
            "\"", "'", "&quot;", "&#39;", "a", "B.", " ", " ", "\n", "15", "-", " – ", "24.", "Uhr",
            "September", "z.", "Dr.", "§", "Mio.", "%", "+49", "<em>", "</em>", "</p><p>", "<code>",
            "</code>", "(", ")", "»", "«", "“", ",", "?", ":", "<span lang=\"es\">", "</span>",
            "\u{a0}", "de", "ł", "9:00",
        ]), 0..40),
        language in proptest::sample::select(vec!["de", "en", "es", "it", "pl", "cs", "hu", "fi"]),
    ) {
        let html = format!("<body><p>{}</p></body>", pieces.concat());
        let once = typography::page(html, language);
        let twice = typography::page(once.clone(), language);
        prop_assert_eq!(once, twice);
    }
}

/// A page with a heading and its text, with `-` for each soft hyphen.
fn divided(language: &str, heading: &str) -> String {
    let page = typography::page(format!("<body><h2>{heading}</h2>"), language);
    page.trim_start_matches("<body><h2>").trim_end_matches("</h2>").replace('\u{ad}', "-")
}

/// The divisions are those of Duden, Merriam-Webster and the RAE; four letters stay together at
/// both ends.
#[test]
fn long_words_of_headings_are_divided_where_their_language_divides_them() {
    for (language, heading, expected) in [
        ("de", "Automobilkongress", "Auto-mo-bil-kon-gress"),
        ("de", "Der Automobilkongress.", "Der Auto-mo-bil-kon-gress."),
        ("de-AT", "»Automobilkongress«", "»Auto-mo-bil-kon-gress«"),
        ("en", "telecommunications", "telecom-mu-ni-ca-tions"),
        ("es", "internacionalización", "inter-na-cio-na-li-za-ción"),
    ] {
        assert_eq!(divided(language, heading), expected);
    }
}

#[test]
fn names_and_facts_are_divided_where_a_word_is_wider_than_a_phone() {
    let word = "Grundstücksverkehrsgenehmigungszuständigkeit";
    let divided = |before: &str, word: &str, after: &str| {
        let page = typography::page(format!("<body>{before}{word}{after}"), "de");
        page.contains('\u{ad}')
    };
    for (before, after) in [
        ("<dd><b>", "</b></dd>"),
        ("<dd><a href=\"/\">", "</a></dd>"),
        ("<p class=\"meta\">9 Uhr · ", "</p>"),
    ] {
        assert!(divided(before, word, after), "{before}");
        assert!(!divided(before, "Automobilkongress", after), "it fits a line: {before}");
    }
    assert!(!divided("<p>", word, "</p>"), "running text is left to browsers");
    assert!(!divided("<dd><b>A</b></dd><p>", word, "</p>"), "what is divided has ended");
}

#[test]
fn short_words_addresses_and_other_languages_are_not_divided() {
    for (language, heading) in [
        ("de", "Veranstaltungen in Sachsen"),
        ("de", "https://automobilkongress.example.org/automobilkongress"),
        ("de", "anmeldung@automobilkongress.example.org"),
        ("de", "<code>automobilkongressprogramm</code>"),
        ("de", "<span lang=\"ja\">Automobilkongress</span>"),
        ("lv", "Automobilkongress"),
        ("de", "5 &amp; 6"),
    ] {
        assert_eq!(divided(language, heading), heading);
    }
    let page = "<head><title>Automobilkongress</title></head><body><h1 title=\"Automobilkongress\">A</h1><p>Automobilkongress</p>";
    assert_eq!(typography::page(page.to_owned(), "de"), page);
}

#[test]
fn what_an_editor_divided_stays_so_and_twice_is_once() {
    for heading in ["Auto\u{ad}mobilkongress", "Auto&shy;mobilkongress"] {
        assert_eq!(divided("de", heading), heading.replace('\u{ad}', "-"));
    }
    let once = typography::page("<body><h1>Der Automobilkongress</h1>".into(), "de");
    assert_eq!(typography::page(once.clone(), "de"), once);
}
