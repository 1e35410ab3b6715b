//! What the law wants of a site: the accessibility statement as data (Implementing Decision (EU)
//! 2018/1523), required pages, security.txt (RFC 9116). The harness builds as of 2019-09-01.

use serde_json::json;

use crate::harness::{Site, plain_spaces};

const PAGE: &str = "barrierefreiheit/index.html";

/// A statement that lacks nothing, in three languages.
const WHOLE: &str = "\
body: {de: Das Amt Muster, en: The Muster office, es: La oficina Muster}
law: {de: dem Mustergesetz, en: the Muster Act, es: la Ley Muster}
scope: {de: die Website Probe, en: the website Probe, es: el sitio web Probe}
status: partial
barriers:
  - what: {de: Der Film hat keine Untertitel., en: The film has no captions., es: El vídeo no tiene subtítulos.}
    reason: non-compliance
    alternative: {de: Der Text steht daneben., en: The text is beside it., es: El texto está al lado.}
    planned: 2020-03-31
  - what: {de: Die Karte von 1890., en: The map of 1890., es: El mapa de 1890.}
    reason: out-of-scope
method: self-assessment
created: 2019-07-01
reviewed: 2019-08-01
feedback: {email: barriere@example.org, phone: +49 351 1234567}
enforcement: {name: Stelle Muster, address: 'Weg 1, 01067 Dresden', url: 'https://stelle.example.org/'}
";

fn with(statement: &str) -> Site {
    Site::new().config_line("languages: [de, en, es]").file("accessibility.yaml", statement)
}

/// The statement with a line changed.
fn changed(from: &str, to: &str) -> String {
    assert!(WHOLE.contains(from), "{from}");
    WHOLE.replace(from, to)
}

#[test]
fn the_statement_is_in_the_words_of_the_decision_in_each_language() {
    let site = with(WHOLE).built();
    for (page, sentences) in [
        (
            PAGE,
            [
                "Das Amt Muster ist bemüht, diese Website im Einklang mit dem Mustergesetz barrierefrei zugänglich zu machen.",
                "Diese Erklärung zur Barrierefreiheit gilt für die Website Probe.",
                "Stand der Vereinbarkeit mit den Anforderungen",
                "Diese Website ist wegen der folgenden Unvereinbarkeiten und Ausnahmen teilweise mit EN 301 549 V3.2.1 vereinbar.",
                "Nicht barrierefreie Inhalte",
                "Unvereinbarkeit mit dem Mustergesetz",
                "Die Inhalte fallen nicht in den Anwendungsbereich der anwendbaren Rechtsvorschriften",
                "Erstellung dieser Erklärung zur Barrierefreiheit",
                "Diese Erklärung wurde am 1. Juli 2019 erstellt.",
                "Die Erklärung wurde zuletzt am 1. August 2019 überprüft.",
                "Feedback und Kontaktangaben",
                "Durchsetzungsverfahren",
            ],
        ),
        (
            "en/accessibility/index.html",
            [
                "The Muster office is committed to making this website accessible, in accordance with the Muster Act.",
                "This accessibility statement applies to the website Probe.",
                "Compliance status",
                "This website is partially compliant with EN 301 549 V3.2.1, due to the non-compliances and exemptions listed below.",
                "Non-accessible content",
                "Non-compliance with the Muster Act",
                "The content is not within the scope of the applicable legislation",
                "Preparation of this accessibility statement",
                "This statement was prepared on 1 July 2019.",
                "The statement was last reviewed on 1 August 2019.",
                "Feedback and contact information",
                "Enforcement procedure",
            ],
        ),
        (
            "es/accesibilidad/index.html",
            [
                "La oficina Muster se ha comprometido a hacer accesible este sitio web, de conformidad con la Ley Muster.",
                "La presente declaración de accesibilidad se aplica a: el sitio web Probe.",
                "Situación de cumplimiento",
                "Este sitio web es parcialmente conforme con EN 301 549 V3.2.1, debido a las faltas de conformidad y las excepciones que se indican a continuación.",
                "Contenido no accesible",
                "Falta de conformidad con la Ley Muster",
                "El contenido no entra dentro del ámbito de la legislación aplicable",
                "Preparación de la presente declaración de accesibilidad",
                "La presente declaración fue preparada el 1 de julio de 2019.",
                "Última revisión de la declaración: 1 de agosto de 2019.",
                "Observaciones y datos de contacto",
                "Procedimiento de aplicación",
            ],
        ),
    ] {
        let text = plain_spaces(site.text(page));
        let mut at = 0;
        for sentence in sentences {
            let found = text[at..].find(sentence);
            assert!(found.is_some(), "{page}: {sentence}\n{text}");
            at += found.unwrap_or_default();
        }
    }
    let page = site.text(PAGE);
    for part in [
        "Der Text steht daneben.",
        "mailto:barriere@example.org",
        "tel:+493511234567",
        "Stelle Muster",
        "https://stelle.example.org/",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("wird ergänzt"));
    assert!(!site.warnings().iter().any(|it| it.starts_with("accessibility.yaml")));
    // Linked from every page, also from those of other languages.
    assert!(site.text("index.html").contains("href=\"/barrierefreiheit/\""));
    assert!(site.text("es/index.html").contains("href=\"/es/accesibilidad/\""));
}

#[test]
fn the_version_of_the_standard_is_one_key() {
    for (line, norm) in [
        ("", "EN 301 549 V3.2.1"),
        ("version: V3.2.1\n", "EN 301 549 V3.2.1"),
        ("version: V4.1.1\n", "EN 301 549 V4.1.1"),
    ] {
        let site = with(&format!("{line}{WHOLE}")).built();
        let page = plain_spaces(site.text(PAGE));
        assert!(page.contains(&format!("mit {norm} vereinbar")), "{norm}");
        let version = norm.rsplit_once(' ').unwrap().1;
        assert_eq!(site.json("data/accessibility.json")["version"], json!(version));
    }
    let unknown = with(&format!("version: V9\n{WHOLE}")).build();
    assert!(unknown.errors()[0].starts_with("accessibility.yaml:1:10 "), "{:?}", unknown.errors());
}

#[test]
fn the_status_says_which_sentence_stands() {
    let full = "Diese Website ist mit EN 301 549 V3.2.1 vollständig vereinbar.";
    let none = "Diese Website ist mit EN 301 549 V3.2.1 nicht vereinbar. Die Unvereinbarkeiten und Ausnahmen sind nachstehend aufgeführt.";
    let barriers = &WHOLE[WHOLE.find("barriers:").unwrap()..WHOLE.find("method:").unwrap()];
    let site = with(&WHOLE.replace(barriers, "").replace("status: partial", "status: full"));
    let page = site.built();
    assert!(plain_spaces(page.text(PAGE)).contains(full));
    assert!(!page.text(PAGE).contains("Nicht barrierefreie Inhalte"));
    assert_eq!(page.places_of("W0731"), Vec::<String>::new());
    let site = with(&changed("status: partial", "status: none")).built();
    assert!(plain_spaces(site.text(PAGE)).contains(none));
    let site = with(&changed("status: partial", "status: full")).built();
    assert_eq!(site.places_of("W0733"), ["accessibility.yaml:4:9"]);
    // What is said to have barriers must name them.
    let site = with(&WHOLE.replace(barriers, "")).built();
    assert_eq!(site.places_of("W0731").len(), 1);
    assert!(!site.text(PAGE).contains("wegen der folgenden"));
}

/// Each part alone: a gap with its owner, and no sentence that needs it.
#[test]
fn a_missing_part_is_a_gap_and_keeps_its_sentence_off_the_page() {
    for (key, sentence, owner) in [
        ("body", "ist bemüht", "Redaktion"),
        ("law", "ist bemüht", "Recht"),
        ("scope", "gilt für", "Redaktion"),
        ("status", "teilweise", "Barrierefreiheit"),
        ("method", "Selbstbewertung", "Barrierefreiheit"),
        ("created", "wurde am", "Barrierefreiheit"),
        ("feedback", "eine Barriere gefunden", "Redaktion"),
        ("enforcement", "zufriedenstellende", "Recht"),
    ] {
        let line = WHOLE.lines().find(|line| line.starts_with(&format!("{key}:"))).unwrap();
        let missing = WHOLE.replace(&format!("{line}\n"), "");
        let site = with(&missing).built();
        assert_eq!(site.places_of("W0731").len(), 1, "{key}");
        let message = site.messages().into_iter().find(|it| it.contains("fehlt")).unwrap();
        assert!(message.contains(&format!("Zuständig: {owner}.")), "{key}: {message}");
        let page = site.text(PAGE);
        assert!(page.contains("wird ergänzt") && !page.contains(sentence), "{key}: {page}");
        assert_eq!(site.json("data/accessibility.json")[key], json!(null), "{key}");
        // Written as a gap it is one too, at its place, and told once.
        let gap = if ["feedback", "enforcement"].contains(&key) {
            let inner = if key == "feedback" { "email" } else { "name" };
            format!("{key}: {{{inner}: \"??@Recht Wer??\"}}")
        } else {
            format!("{key}: \"??@Recht Was??\"")
        };
        let site = with(&WHOLE.replace(line, &gap)).built();
        assert_eq!(site.places_of("W0901").len(), 1, "{key}: {:?}", site.warnings());
        assert_eq!(site.places_of("W0731"), Vec::<String>::new(), "{key}");
        let page = site.text(PAGE);
        assert!(page.contains("wird ergänzt") && !page.contains(sentence), "{key}");
        assert!(!page.contains("??"), "{key}");
    }
    // A file in which nothing stands yet lacks everything that is always needed.
    let site = with("# Noch leer.\n").built();
    assert_eq!(site.places_of("W0731").len(), 8);
    assert_eq!(site.errors(), Vec::<String>::new());
}

#[test]
fn a_statement_is_reviewed_every_year_and_called_to_mind_a_month_before() {
    let dated = |created: &str| changed("created: 2019-07-01\nreviewed: 2019-08-01", created);
    for (days, place) in [
        ("created: 2018-10-01", None),
        ("created: 2018-09-30", Some("accessibility.yaml:13:10")),
        ("created: 2015-01-01\nreviewed: 2018-10-02", None),
        ("created: 2015-01-01\nreviewed: 2018-09-02", Some("accessibility.yaml:14:11")),
    ] {
        // Eleven months after 1 October 2018 it is 1 September 2019.
        let site = with(&dated(days));
        let site = site.built();
        assert_eq!(
            site.places_of("W0732"),
            place.map(str::to_owned).into_iter().collect::<Vec<_>>(),
            "{days}"
        );
    }
}

#[test]
fn days_of_the_statement_that_cannot_be_are_told() {
    let dated = |days: &str| changed("created: 2019-07-01\nreviewed: 2019-08-01", days);
    // The harness builds as of 1 September 2019.
    for (days, found) in [
        ("created: 2019-09-01", &[][..]),
        ("created: 2019-09-02", &["accessibility.yaml:13:10 W0735"]),
        ("created: 2019-07-01\nreviewed: 2091-08-01", &["accessibility.yaml:14:11 W0735"]),
        ("created: 2019-07-01\nreviewed: 2019-07-01", &[]),
        ("created: 2019-07-02\nreviewed: 2019-07-01", &["accessibility.yaml:14:11 W0736"]),
    ] {
        let site = with(&dated(days)).built();
        let told: Vec<String> =
            site.warnings().into_iter().filter(|it| it.starts_with("accessibility")).collect();
        assert_eq!(told, found, "{days}");
    }
}

#[test]
fn a_barrier_that_was_to_be_gone_by_now_is_called_to_mind_and_holds_nothing_up() {
    let site = with(&changed("planned: 2020-03-31", "planned: 2019-08-31"));
    assert_eq!(site.clone().built().places_of("W0737"), ["accessibility.yaml:9:14"]);
    let errors = site.strict().build().errors();
    assert!(!errors.iter().any(|it| it.ends_with("W0737")), "time that passes is no mistake");
    let today = with(&changed("planned: 2020-03-31", "planned: 2019-09-01")).built();
    assert_eq!(today.places_of("W0737"), Vec::<String>::new());
}

#[test]
fn another_standard_has_no_version_of_the_european_one() {
    let site = with(&format!("standard: BITV 2.0\n{WHOLE}")).built();
    let data = site.json("data/accessibility.json");
    assert_eq!((&data["standard"], &data["version"]), (&json!("BITV 2.0"), &json!(null)));
    assert!(!site.text(PAGE).contains("V3.2.1"));
}

#[test]
fn the_statement_is_data_too() {
    let site = with(WHOLE).built();
    let data = site.json("data/accessibility.json");
    assert_eq!(data["model"], json!("http://data.europa.eu/eli/dec_impl/2018/1523/oj"));
    assert_eq!(data["urls"]["es"], json!("https://test.example.org/es/accesibilidad/"));
    assert_eq!(data["body"]["en"], json!("The Muster office"));
    assert_eq!(data["status"], json!("partial"));
    assert_eq!(data["barriers"][0]["reason"], json!("non-compliance"));
    assert_eq!(data["barriers"][0]["planned"], json!("2020-03-31"));
    assert_eq!(data["barriers"][1]["planned"], json!(null));
    assert_eq!(data["feedback"]["email"], json!("barriere@example.org"));
    assert_eq!(data["enforcement"]["url"], json!("https://stelle.example.org/"));
}

#[test]
fn an_editor_has_a_page_with_words_of_their_own_or_none() {
    let own =
        "---\ntitle: Barrierefrei\nslug: erklaerung\ntype: accessibility\n---\nEin eigener Satz.\n";
    let site = with(WHOLE).without("pages/barrierefreiheit.md");
    let both = site.clone().file("pages/barrieren.md", own).built();
    let page = both.text("erklaerung/index.html");
    assert!(page.contains("gilt für die Website Probe") && page.contains("Ein eigener Satz."));
    assert!(!both.has(PAGE));
    assert!(both.text("en/accessibility/index.html").contains("applies to"));
    let neither = site.built();
    assert!(neither.text(PAGE).contains("gilt für die Website Probe"));
    assert_eq!(neither.places_of("W0902"), Vec::<String>::new());
    assert!(neither.text("sitemap.xml").contains("/en/accessibility/"));
}

/// As before the file was there.
#[test]
fn a_site_without_the_file_has_its_own_page_and_no_data() {
    let site = Site::new().built();
    assert!(site.has(PAGE) && !site.has("data/accessibility.json"));
    assert!(!site.text(PAGE).contains("Durchsetzungsverfahren"));
    assert_eq!(site.places_of("W0731"), Vec::<String>::new());
}

/// RFC 9116 2.5: contact and expiry must be there, the canonical address is the file's own.
#[test]
fn security_txt_says_whom_to_tell_and_until_when_that_holds() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .config("security: {contact: [sicherheit@example.org, 'https://example.org/melden'], expires: 2020-06-30}")
        .built();
    // The day lasts to its end in Berlin, two hours ahead of UTC in summer.
    assert_eq!(
        site.text(".well-known/security.txt"),
        "Contact: mailto:sicherheit@example.org\nContact: https://example.org/melden\n\
         Expires: 2020-06-30T22:00:00Z\nPreferred-Languages: de, en\n\
         Canonical: https://test.example.org/.well-known/security.txt\n"
    );
    assert!(!Site::new().built().has(".well-known/security.txt"));
    // A file of the theme wins.
    let own = Site::new()
        .config("security: {contact: 'mailto:a@example.org', expires: 2020-06-30}")
        .theme_file("static/.well-known/security.txt", "Contact: tel:+49-351-1234567\n")
        .built();
    assert!(own.has(".well-known/security.txt"));
}

#[test]
fn after_its_day_security_txt_is_gone_and_the_build_goes_on() {
    let config = "security: {contact: a@example.org, expires: 2019-09-30}";
    let site = Site::new().config(config);
    let before = site.clone().now("2019-09-30T23:59").built();
    assert!(before.has(".well-known/security.txt"));
    assert_eq!(before.json("build.json")["next_change_at"], json!("2019-09-30T22:00:00Z"));
    let after = site.clone().now("2019-10-01T00:00").strict().built();
    assert!(!after.has(".well-known/security.txt"));
    assert_eq!(after.places_of("W0734").len(), 1);
    assert_eq!(after.errors(), Vec::<String>::new());
    for wrong in [
        "{contact: 'http://example.org/', expires: 2020-06-30}",
        "{contact: Anna, expires: 2020-06-30}",
        "{expires: 2020-06-30}",
        "{contact: a@example.org}",
    ] {
        let site = Site::new().config(&format!("security: {wrong}")).build();
        assert_eq!(site.errors().len(), 1, "{wrong}: {:?}", site.errors());
    }
}

#[test]
fn the_german_duties_hold_where_a_site_says_nothing() {
    for page in ["impressum", "datenschutz", "barrierefreiheit"] {
        let site = Site::new().without(&format!("pages/{page}.md")).built();
        assert_eq!(site.places_of("W0902"), ["site.yaml:1:1"], "{page}");
    }
    assert_eq!(Site::new().built().places_of("W0902"), Vec::<String>::new());
}

/// Nothing that an older version built has the key: what it asks for must be there.
#[test]
fn a_page_that_site_yaml_requires_must_be_there() {
    let site = Site::new().without("pages/barrierefreiheit.md");
    let told = |config: &str| {
        let site = site.clone().config(config).build();
        (site.errors(), site.places_of("W0902"))
    };
    let nothing = || (Vec::<String>::new(), Vec::<String>::new());
    assert_eq!(told("required_pages: {imprint: Ley 34/2002, privacy: RGPD}"), nothing());
    assert_eq!(told("required_pages: {}"), nothing());
    let (errors, warnings) = told("required_pages: {imprint: § 5 DDG, accessibility: BITV 2.0}");
    assert_eq!((errors.len(), warnings.len()), (1, 0), "{errors:?}");
    assert!(errors[0].ends_with("E0730"), "{errors:?}");
    // A draft is no page for those who visit.
    let draft = "---\ntitle: Leicht\ntype: simple-language\ndraft: true\n---\nText.\n";
    let draft = site.clone().file("pages/leicht.md", draft);
    let draft = draft.config("required_pages: {simple-language: § 4 BITV 2.0}").build();
    assert!(draft.errors()[0].ends_with("E0730"), "{:?}", draft.errors());
    let unknown = site.config("required_pages: {kontakt: weil}").build();
    assert_eq!(unknown.errors().len(), 1);
}

#[test]
fn who_is_lost_is_helped_on_in_each_language() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event("vorbei", "start: 2019-08-01T10:00")
        .event("a", "start: 2019-10-01T10:00")
        .event("b", "start: 2019-10-02T10:00")
        .event("c", "start: 2019-10-03T10:00")
        .event("d", "start: 2019-10-04T10:00")
        .built();
    for (path, language, title, prefix, search) in [
        ("404.html", "de", "Diese Seite gibt es nicht", "", "/suche/"),
        ("en/404.html", "en", "This page does not exist", "/en", "/en/search/"),
    ] {
        let page = site.text(path);
        assert!(page.contains(&format!("<html lang=\"{language}\">")), "{path}");
        assert!(page.contains(title) && page.contains("noindex"), "{path}");
        let events = if language == "de" { "/veranstaltungen" } else { "/en/events" };
        // The search, the next dates and no more than three, and the sections.
        assert!(page.contains(&format!("href=\"{search}\"")), "{path}");
        for id in ["a", "b", "c"] {
            assert!(page.contains(&format!("href=\"{events}/{id}/\"")), "{path} {id}");
        }
        for id in ["vorbei", "d"] {
            assert!(!page.contains(&format!("{events}/{id}/")), "{path} {id}");
        }
        assert!(page.contains(&format!("href=\"{prefix}/\"")), "{path}");
        assert!(!site.text("sitemap.xml").contains("404"));
    }
    let quiet = Site::new().config_line("outputs: {search: false}").built();
    assert!(!quiet.text("404.html").contains("/suche/"));
    assert!(!quiet.has("en/404.html"));
}

/// Article 13 GDPR: whoever is asked for data learns what happens with it, beside the address.
#[test]
fn privacy_is_linked_beside_each_registration_address() {
    for registration in [
        "registration: {email: a@example.org}",
        "registration: {phone: +49 351 1234567}",
        "registration: {url: 'https://r.example.org/'}",
        "registration: {required: true}\ncontact: anmeldung",
    ] {
        let lines = format!("start: 2019-10-01T10:00\n{registration}");
        let site = Site::new().event("treffen", &lines).built();
        let page = site.text("veranstaltungen/treffen/index.html");
        let at = page.find("aria-labelledby=\"anmeldung\"").unwrap();
        let section = page[at..].split("</section>").next().unwrap();
        assert!(section.contains("href=\"/datenschutz/\""), "{registration}: {section}");
    }
}

/// § 25 TDDDG: nothing is loaded from elsewhere, nothing is kept in a browser.
#[test]
fn pages_load_nothing_from_elsewhere_and_keep_nothing() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01T10:00\nonline: {url: 'https://k.example.org/'}")
        .delegation("besuch", "countries: [PL]\nstart: 2019-10-01\nend: 2019-10-03")
        .release("2019-08-01-meldung", "", "[Mehr](https://example.org/)")
        .built();
    for path in site.paths() {
        let text = site.text_or_empty(path);
        if path.ends_with(".html") {
            for (_, rest) in
                text.match_indices(" src=\"").map(|(at, it)| (at, &text[at + it.len()..]))
            {
                assert!(rest.starts_with('/'), "{path}: {}", &rest[..40]);
            }
            let loading = text.split("<link ").skip(1).filter_map(|link| link.split('>').next());
            let loading = loading.filter(|link| {
                ["stylesheet", "preload", "icon", "manifest"].iter().any(|rel| link.contains(rel))
            });
            for link in loading {
                assert!(link.contains("href=\"/"), "{path}: {link}");
            }
        }
        if path.ends_with(".css") {
            assert!(!text.contains("url(http") && !text.contains("@import"), "{path}");
        }
        if path.ends_with(".js") {
            for kept in ["document.cookie", "localStorage", "sessionStorage", "indexedDB"] {
                assert!(!text.contains(kept), "{path}: {kept}");
            }
        }
    }
}
