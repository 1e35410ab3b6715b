//! The site in several languages: the same pages in each, linked to each other, and nothing
//! that is not translated without a word about it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::harness::{Output, Site, theme_text, walk};
use crate::html::Page;

/// The real programme.
fn programme() -> Output {
    crate::programme::programme("2019-09-23T20:00")
}

/// A site in German and English; further files by the test.
fn site() -> Site {
    Site::new().file(
        "site.yaml",
        "id: test-site\ntitle: {de: Testprogramm, en: Test programme}\n\
         base_url: https://test.example.org/\nlanguages: [de, en]\ntimezone: Europe/Berlin\n\
         theme: bba\norganisation: traeger\nfunding_notice: {de: Gefördert., en: Funded.}\n\
         menu: [events, impressum]\n",
    )
}

fn about_translations(site: &Output) -> Vec<String> {
    let codes = ["W0910", "W0911", "W0912"];
    site.warnings().into_iter().filter(|found| codes.iter().any(|c| found.ends_with(c))).collect()
}

/// The addresses that a page gives for its languages.
fn alternates(html: &str) -> BTreeMap<String, String> {
    let page = Page::read(html);
    let links = page.all("link").into_iter().filter(|link| link.get("hreflang").is_some());
    links
        .map(|link| (link.get("hreflang").unwrap().into(), link.get("href").unwrap().into()))
        .collect()
}

#[test]
fn the_real_programme_is_complete_in_german_english_and_spanish() {
    let site = programme();
    assert_eq!(about_translations(&site), Vec::<String>::new());
    for (german, english, spanish) in [
        ("index.html", "en/index.html", "es/index.html"),
        ("programm/index.html", "en/programme/index.html", "es/programa/index.html"),
        (
            "laender/mexiko/index.html",
            "en/countries/mexico/index.html",
            "es/paises/mexico/index.html",
        ),
        (
            "veranstaltungen/get-together-mexiko/index.html",
            "en/events/get-together-mexiko/index.html",
            "es/eventos/get-together-mexiko/index.html",
        ),
    ] {
        for (path, language) in [(german, "de"), (english, "en"), (spanish, "es")] {
            let page = Page::read(site.text(path));
            assert_eq!(page.one("html").get("lang"), Some(language), "{path}");
        }
    }
    let texts = site.everything();
    for notice in ["only available in German so far", "solo existen de momento en"] {
        assert!(!texts.contains(notice), "{notice}");
    }
}

#[test]
fn pages_name_each_other_in_all_languages_in_their_heads_and_in_the_sitemap() {
    let site = programme();
    let origin = "https://bba.example.org";
    let mut in_pages = BTreeMap::new();
    for path in site.paths().into_iter().filter(|path| path.ends_with(".html")) {
        let alternates = alternates(site.text(path));
        if path.ends_with("404.html") {
            assert!(alternates.is_empty());
            continue;
        }
        let own = format!("{origin}/{}", path.trim_end_matches("index.html"));
        let tags: BTreeSet<&str> = alternates.keys().map(String::as_str).collect();
        assert_eq!(tags, BTreeSet::from(["de", "en", "es", "x-default"]), "{path}");
        assert_eq!(alternates["x-default"], alternates["de"], "{path}");
        assert!(alternates.values().any(|url| *url == own), "{path}");
        for url in alternates.values() {
            let other = url.strip_prefix(origin).unwrap().trim_start_matches('/');
            let other = site.text(&format!("{other}index.html"));
            assert_eq!(self::alternates(other), alternates, "{path} and {url}");
        }
        in_pages.insert(own, alternates.len());
    }
    let sitemap = site.text("sitemap.xml");
    for (own, count) in in_pages {
        let entry = sitemap.split("<url>").find(|url| url.contains(&format!("<loc>{own}</loc>")));
        assert_eq!(entry.expect(&own).matches("<xhtml:link ").count(), count, "{own}");
    }
}

#[test]
fn a_theme_that_names_languages_on_one_side_only_is_an_error() {
    let base = theme_text("templates/base.html");
    let (before, rest) = base.split_once("{%- for alternate in page.translations %}").unwrap();
    let (links, after) = rest.split_once("{%- endfor %}").unwrap();
    let with = |condition: &str| {
        let links = format!("{{%- for alternate in page.translations %}}{links}{{%- endfor %}}");
        let text = format!("{before}{{%- if {condition} %}}{links}{{%- endif %}}{after}");
        site().theme_file("templates/base.html", text).build().errors()
    };
    assert_eq!(with("true"), Vec::<String>::new());
    let one_sided = with("site.language == \"de\"");
    assert!(!one_sided.is_empty());
    assert!(
        one_sided.iter().all(|error| error == "themes/bba/templates:1:1 E0709"),
        "{one_sided:?}"
    );
    // A page that says it is another.
    let other = with("page.path != \"/en/events/\"");
    assert_eq!(other, ["themes/bba/templates:1:1 E0709"], "/veranstaltungen/ names it");
}

#[test]
fn a_calendar_entry_has_the_same_uid_and_times_in_every_language() {
    let site = programme();
    let uids = |path: &str| {
        let lines = site.calendar(path).into_iter();
        let same = ["UID:", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE"];
        lines.filter(|line| same.iter().any(|key| line.starts_with(key))).collect::<Vec<_>>()
    };
    let german = uids("veranstaltungen/calendar.ics");
    assert_eq!(german.iter().filter(|line| line.starts_with("UID:")).count(), 4);
    assert_eq!(german, uids("en/events/calendar.ics"));
    assert_eq!(german, uids("es/eventos/calendar.ics"));
    let english = site.calendar("en/events/get-together-mexiko.ics");
    let summary = "SUMMARY:Get-together with the Mexican delegation".to_owned();
    assert!(english.contains(&summary), "{english:?}");
}

#[test]
fn a_text_that_is_not_translated_says_its_language_and_the_page_says_so() {
    let site = site()
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nsummary: {de: Kurz., en: Short.}\ndescription: Lang.",
        )
        .built();
    let html = site.text("en/events/treffen/index.html");
    assert!(html.contains("<h1><span lang=\"de\">Titel treffen</span></h1>"));
    assert!(html.contains("<p class=\"lead\">Short.</p>"));
    assert!(html.contains("<div class=\"text\" lang=\"de\">"));
    assert!(html.contains("Some texts on this page are only available in German so far."));
    let list = site.text("en/events/index.html");
    assert!(
        list.contains("<span lang=\"de\">Titel treffen</span>")
            && list.contains("</a> <small>(in German)</small>")
    );
    let calendar = site.calendar("en/events/treffen.ics");
    assert!(calendar.contains(&"SUMMARY;LANGUAGE=de:Titel treffen".to_owned()), "{calendar:?}");
    let german = site.text("veranstaltungen/treffen/index.html");
    assert!(!german.contains("<span lang=\"de\">Titel") && !german.contains("bisher nur"));
    let missing = about_translations(&site);
    assert!(missing.contains(&"events/treffen.yaml:1:8 W0910".to_owned()), "{missing:?}");
    assert!(missing.contains(&"events/treffen.yaml:5:14 W0910".to_owned()), "{missing:?}");
    assert!(!missing.iter().any(|found| found.starts_with("events/treffen.yaml:4")));
}

/// Whether the English page of Mexico says that some texts are in German. `event` and `visit` are
/// the titles of its event and its visit.
fn country_says_so(event: &str, visit: &str) -> bool {
    let site = site()
        .file(
            "events/treffen.yaml",
            format!("title: {event}\npublished: 2019-01-01\nstart: 2019-10-01\ncountries: [MX]\n"),
        )
        .file(
            "delegations/besuch.yaml",
            format!("title: {visit}\npublished: 2019-01-01\nstart: 2019-11-01\ncountries: [MX]\n"),
        )
        .built();
    let html = site.text("en/countries/mexico/index.html");
    assert!(html.contains("/en/events/treffen/") && html.contains("/en/delegations/besuch/"));
    html.contains("Some texts on this page are only available in German so far.")
}

#[test]
fn a_page_of_a_country_says_so_whichever_of_its_items_is_not_translated() {
    let (event, visit) = ("{de: Treffen, en: Meeting}", "{de: Besuch, en: Visit}");
    assert!(country_says_so("Treffen", visit));
    assert!(country_says_so(event, "Besuch"));
    assert!(!country_says_so(event, visit));
}

#[test]
fn a_page_that_lists_what_is_not_translated_says_so_only_where_it_is_listed() {
    let site = site().event("treffen", "start: 2019-10-01T10:00\ncountries: [MX]").built();
    let says_so = |path| site.text(path).contains("only available in German so far");
    for path in ["en/index.html", "en/events/index.html", "en/events/2019/index.html"] {
        assert!(says_so(path), "{path}");
    }
    // The menu of every page has »Impressum« in German, and marks it there.
    for path in ["en/press/index.html", "en/delegations/index.html"] {
        assert!(!says_so(path), "{path}");
    }
}

/// Keys of texts that are not translated in the example for the browser.
const TEXTS: [&str; 16] = [
    "alt",
    "audience",
    "description",
    "directions",
    "funding_notice",
    "label",
    "lead",
    "note",
    "offers",
    "role",
    "room",
    "seeks",
    "source",
    "summary",
    "title",
    "unit",
];

#[test]
fn no_text_that_is_not_translated_stands_unmarked_on_any_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/content");
    let mut site = Site::new().now("2030-01-01T09:00").drafts();
    for path in walk(&folder) {
        let name = path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned();
        let Ok(mut text) = std::fs::read_to_string(&path) else {
            site = site.file(&name, std::fs::read(&path).unwrap());
            continue;
        };
        let keys = TEXTS.iter().filter(|key| name != "site.yaml" || **key == "funding_notice");
        for key in keys.chain((name == "sectors.yaml").then_some(&"name")) {
            text = marked(&text, key);
        }
        site = site.file(&name, text);
    }
    let site = site.built();
    let mut seen = 0;
    for page in site.paths().into_iter().filter(|path| path.starts_with("en/")) {
        if page.ends_with(".html") {
            let (marked, unmarked) = in_german(site.text(page));
            assert_eq!(unmarked, Vec::<&str>::new(), "{page}");
            seen += marked;
        }
    }
    assert!(seen > 100, "{seen}");
}

/// A content file with a sign before the values of a key.
fn marked(text: &str, key: &str) -> String {
    let before = format!("{key}: ");
    let mut parts = text.split(&before);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, value| {
        let is_text = value.starts_with(char::is_alphabetic);
        let is_key = text.ends_with([' ', '\n', '{']) || text.is_empty();
        let sign = if is_text && is_key { "§" } else { "" };
        format!("{text}{key}: {sign}{value}")
    })
}

/// How many texts with the sign a page has in elements that are in German, and those that are
/// in no such element.
fn in_german(html: &str) -> (usize, Vec<&str>) {
    let (_, body) = html.split_once("<body").unwrap();
    let mut open: Vec<(&str, bool)> = Vec::new();
    let (mut marked, mut unmarked) = (0, Vec::new());
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap();
        let name = tag.split([' ', '\n']).next().unwrap();
        if let Some(name) = name.strip_prefix('/') {
            while open.pop().is_some_and(|(other, _)| other != name) {}
        } else if !["br", "img", "wbr", "source", "path"].contains(&name) {
            let around = open.last().is_some_and(|(_, german)| *german);
            let german = tag.contains(" lang=\"de\"");
            open.push((name, german || (around && !tag.contains(" lang=\""))));
        }
        match open.last() {
            _ if !text.contains('§') => {}
            Some((_, true)) => marked += 1,
            _ => unmarked.push(text),
        }
    }
    (marked, unmarked)
}

#[test]
fn a_name_that_is_written_once_holds_in_every_language() {
    let site = site().event("treffen", "start: 2019-10-01T10:00\nvenue: saal").built();
    assert!(site.text("en/events/treffen/index.html").contains("<dd><b>Großer Saal</b>"));
    assert!(!about_translations(&site).iter().any(|found| found.starts_with("venues.yaml")));
}

#[test]
fn what_is_not_translated_as_a_whole_has_no_page_and_lists_lead_to_the_original() {
    let site = site().release("2019-08-01-meldung", "", "Text").built();
    assert!(!site.has("en/press/2019-08-01-meldung/index.html"));
    assert!(!site.has("en/impressum/index.html"));
    let list = site.text("en/press/index.html");
    assert!(list.contains("<a href=\"/presse/2019-08-01-meldung/\" hreflang=\"de\">"), "{list}");
    assert!(list.contains("<small>(in German)</small>"));
    let menu = "<a href=\"/impressum/\" hreflang=\"de\"><span lang=\"de\">Impressum</span></a>";
    assert!(list.contains(menu));
    let original = site.text("presse/2019-08-01-meldung/index.html");
    assert!(alternates(original).is_empty());
    assert!(original.contains("Diese Seite gibt es noch nicht auf Englisch"));
    let feed = site.text("en/press/feed.xml");
    assert!(feed.contains("<entry xml:lang=\"de\">"), "{feed}");
}

#[test]
fn a_translated_release_says_that_the_original_is_authoritative() {
    let site = site()
        .release("2019-08-01-meldung", "lead: Anfang.", "Text")
        .file("press/2019-08-01-meldung.en.md", "---\ntitle: News\n---\nText in English\n")
        .built();
    let html = site.text("en/press/2019-08-01-meldung/index.html");
    assert!(html.contains("The German text is the authoritative one."));
    assert!(html.contains("<a href=\"/presse/2019-08-01-meldung/\" hreflang=\"de\">"));
    assert!(!html.contains("Anfang."), "what the translation leaves out stays out");
    assert!(!site.text("presse/2019-08-01-meldung/index.html").contains("authoritative"));
}

/// What is said about the translation of a release with this front matter.
fn state_of(front_matter: &str, text: &str) -> Vec<String> {
    let site = site().release("2019-08-01-meldung", "lead: Anfang.", text).file(
        "press/2019-08-01-meldung.en.md",
        format!("---\ntitle: News\n{front_matter}---\nText\n"),
    );
    let found = about_translations(&site.built());
    found.into_iter().filter(|found| found.starts_with("press/2019-08-01-meldung.en.md")).collect()
}

#[test]
fn a_translation_knows_whether_its_original_has_changed() {
    let file = "press/2019-08-01-meldung.en.md";
    assert_eq!(state_of("", "Text"), [format!("{file}:1:1 W0912")]);
    assert_eq!(state_of("translates: 0000000000000000\n", "Text"), [format!("{file}:3:13 W0911")]);
    let texts = ["Titel 2019-08-01-meldung", "", "Anfang.", "Text\n"];
    let mark = format!("translates: {}\n", bba::read::translation::fingerprint(&texts));
    assert_eq!(state_of(&mark, "Text"), Vec::<String>::new());
    assert_eq!(state_of(&mark, "Neuer Text"), [format!("{file}:3:13 W0911")]);
}

#[test]
fn strict_translations_are_errors_and_the_manifest_has_their_state() {
    let site = |strict: bool| {
        let site = site()
            .event("treffen", "start: 2019-10-01")
            .event("geheim", "draft: true\nstart: 2019-10-01");
        if strict { site.strict_translations().build() } else { site.build() }
    };
    assert_eq!(site(false).errors(), Vec::<String>::new());
    assert!(site(true).errors().contains(&"events/treffen.yaml:1:8 W0910".to_owned()));
    let manifest = site(false).json("build.json");
    let missing = manifest["translations"]["en"]["missing"].to_string();
    assert!(missing.contains("content/events/treffen.yaml:1:8"), "{missing}");
    assert!(!missing.contains("geheim"), "{missing}");
}

#[test]
fn links_in_a_translation_lead_to_pages_of_its_language_and_are_checked_there() {
    let site = |link: &str| {
        site()
            .event(
                "treffen",
                &format!("start: 2019-10-01\ndescription: {{de: Text, en: \"[there]({link})\"}}"),
            )
            .file("pages/info.md", "---\ntitle: Info\n---\n## Ort\n")
            .file("pages/info.en.md", "---\ntitle: About\nslug: about\n---\n## Place\n")
            .build()
    };
    let good = site("../pages/info.md#place");
    assert_eq!(good.errors(), Vec::<String>::new());
    assert!(good.text("en/events/treffen/index.html").contains("<a href=\"/en/about/#place\">"));
    assert_eq!(site("../pages/info.md#ort").errors(), ["events/treffen.yaml:4:30 E0605"]);
}

#[test]
fn polish_needs_a_file_of_texts_an_entry_in_site_yaml_and_texts() {
    let english = theme_text("strings/en.yaml");
    let site = Site::new()
        .theme_file("strings/pl.yaml", polish(english))
        .file("site.yaml", "id: test-site\ntitle: {de: Testprogramm, pl: Program}\n\
            base_url: https://test.example.org/\nlanguages: [de, pl]\ntimezone: Europe/Berlin\n\
            theme: bba\norganisation: traeger\nfunding_notice: {de: Gefördert., pl: Finansowane.}\n")
        .event("treffen", "start: 2019-09-24\ncountries: [MX]\nsummary: {de: Kurz., pl: Krótko.}")
        .built();
    let page = Page::read(site.text("pl/wydarzenia/treffen/index.html"));
    assert_eq!(page.one("html").get("lang"), Some("pl"));
    // CLDR 48: the genitive of the month in a date.
    assert!(site.text("pl/wydarzenia/treffen/index.html").contains("24 września 2019"));
    assert!(site.text("pl/wydarzenia/treffen/index.html").contains("Krótko."));
    assert!(site.has("pl/kraje/meksyk/index.html"));
    assert!(
        site.text("index.html").contains(
            "<a href=\"/pl/\" lang=\"pl\" hreflang=\"pl\" title=\"Polski\">PL<span class=\"unseen\"> Polski</span></a>"
        )
    );
    // A text that is missing in a language that the default theme lacks is English: an older file
    // of a site stays accepted.
    let without = polish(english).replacen("  skip: ", "  # skip: ", 1);
    let errors = Site::new()
        .theme_file("strings/pl.yaml", without)
        .file(
            "site.yaml",
            "id: test-site\ntitle: T\nbase_url: https://test.example.org/\n\
            languages: [de, pl]\ntimezone: Europe/Berlin\ntheme: bba\norganisation: traeger\n\
            funding_notice: Test\n",
        )
        .build();
    assert_eq!(errors.places_of("E0702"), Vec::<String>::new());
    assert_eq!(errors.places_of("W0941"), ["themes/bba/strings/pl.yaml:1:1"]);
    assert!(
        errors
            .messages()
            .iter()
            .any(|message| message.contains("1 Text") && message.contains("skip"))
    );
}

/// The English file with what a Polish one must have of its own: locale, words in URLs, its
/// name and the forms of its plurals (CLDR: one, few, many).
fn polish(english: &str) -> String {
    let replaced = [
        ("locale: en_GB", "locale: pl_PL"),
        ("  events: events\n", "  events: wydarzenia\n"),
        ("  countries: countries\n", "  countries: kraje\n"),
        ("  name: English\n", "  name: Polski\n"),
    ];
    let mut text = english.to_owned();
    for (english, polish) in replaced {
        assert!(text.contains(english), "{english}");
        text = text.replacen(english, polish, 1);
    }
    let lines = text.lines().map(|line| match line.split_once("{one: ") {
        Some((key, forms)) => {
            let other = forms.split("other: ").nth(1).unwrap().trim_end_matches('}');
            format!("{key}{{few: {other}, many: {other}, one: {forms}\n")
        }
        None => format!("{line}\n"),
    });
    lines.collect()
}

#[test]
fn a_translation_says_nothing_else_than_its_original_beside_its_texts() {
    let original = "events: [a, b]\nplace: Dresden\ndraft: true\n\
                    updates: [{at: 2019-08-02T10:00, kind: change, note: Neu}]\n\
                    links: [{url: \"https://x.example.org/\", label: Mehr}]";
    let found = |lines: &str| {
        let file = format!("---\ntitle: T\ndate: 2019-08-01\n{lines}\n---\nText\n");
        let site =
            ["a", "b"].iter().fold(site().drafts(), |site, id| site.event(id, "start: 2019-10-01"));
        let site = site.release("2019-08-01-x", original, "Text");
        let site = site.file("press/2019-08-01-x.en.md", file).build();
        let of_neutral = |error: &String| error.ends_with("E0502");
        site.errors().into_iter().filter(of_neutral).collect::<Vec<_>>()
    };
    for same in [
        original,
        "events:\n- b\n- \"a\"",
        "contact:",
        "sectors: []",
        "place: 'Dresden'",
        "updates:\n  - note: Neu\n    at: 2019-08-02T10:00\n    kind: change",
    ] {
        assert_eq!(found(same), Vec::<String>::new(), "{same}");
    }
    for other in [
        "events: [a]",
        "place: Leipzig",
        "updates: [{at: 2019-08-02T10:00, kind: change, note: New}]",
        "draft: false",
        "image: {file: a.jpg, alt: A, credit: B}",
        "aliases: [/alt/]",
    ] {
        let found = found(other);
        assert_eq!(found.len(), 1, "{other}");
        assert!(found[0].starts_with("press/2019-08-01-x.en.md:4:"), "{other}: {found:?}");
    }
    // What is so anyway may be said.
    let page = |lines: &str| {
        let site = site().file("pages/a.md", "---\ntitle: A\n---\nText\n");
        site.file("pages/a.en.md", format!("---\ntitle: A\n{lines}\n---\nText\n")).build().errors()
    };
    assert_eq!(page("menu: 1"), ["pages/a.en.md:3:7 E0502"]);
    assert_eq!(page("type: imprint"), ["pages/a.en.md:3:7 E0502"]);
}

/// Who followed the usual advice would take the original offline.
#[test]
fn a_translation_that_is_not_ready_is_never_a_reason_to_hide_its_original() {
    let english = "---\ntitle: Imprint\nLINE\n---\nWords\n";
    let page = |name: &str, line: &str| {
        site().file(&format!("pages/{name}"), english.replace("LINE", line))
    };
    for line in ["draft: true", "embargo: 2019-12-01"] {
        let found = site().release("2019-08-01-x", "", "Text");
        let text = format!("---\ntitle: T\n{line}\n---\nText\n");
        let found = found.file("press/2019-08-01-x.en.md", text).build();
        assert_eq!(found.errors().len(), 1, "{:?}", found.errors());
        let message = found
            .messages()
            .into_iter()
            .find(|it| it.contains("steht im Original anders"))
            .unwrap();
        assert!(message.contains("einen Unterstrich"), "{message}");
        assert!(!message.contains("dort eintragen"), "{message}");
    }
    let found = page("impressum.en.md", "draft: true").build();
    assert_eq!(found.errors(), ["pages/impressum.en.md:3:8 E0502"]);
    let waiting = page("_impressum.en.md", "reviewed: 2019-08-01").built();
    assert!(waiting.has("impressum/index.html"));
    assert!(!waiting.everything().contains("Imprint</h1>"));
    let other = page("impressum.en.md", "menu: 1").build().messages();
    assert!(other.iter().any(|it| it.contains("bitte dort eintragen")), "{other:?}");
}

#[test]
fn a_translation_that_lacks_a_part_of_its_original_is_named() {
    let site = |front: &str, text: &str| {
        let site = site().release("2019-08-01-x", "lead: Vorspann\nsubtitle: Unterzeile", "Text");
        let text = format!("---\ntitle: T\n{front}---\n{text}\n");
        site.file("press/2019-08-01-x.en.md", text).built()
    };
    let lacks = |site: &Output| {
        let messages = site.messages().into_iter();
        messages.filter(|message| message.starts_with("Der Übersetzung fehlt")).collect::<Vec<_>>()
    };
    let whole = site("lead: Lead\nsubtitle: Subtitle\n", "Text");
    assert_eq!(lacks(&whole), Vec::<String>::new());
    let part = site("", "");
    assert_eq!(
        lacks(&part),
        [
            "Der Übersetzung fehlt `subtitle`; das Original hat es.",
            "Der Übersetzung fehlt `lead`; das Original hat es.",
            "Der Übersetzung fehlt der Text; das Original hat einen.",
        ]
    );
    let state = &part.json("build.json")["translations"]["en"]["missing"];
    assert_eq!(
        state
            .as_array()
            .unwrap()
            .iter()
            .filter(|at| at.as_str().unwrap().contains("2019-08-01-x.en.md"))
            .count(),
        3
    );
}

#[test]
fn interface_texts_with_a_mistake_are_errors_where_they_stand() {
    let english = theme_text("strings/en.yaml");
    let found = |from: &str, to: &str| {
        assert!(english.contains(from), "{from}");
        let text = english.replacen(from, to, 1);
        let line = 1 + text[..text.find(to).unwrap()].matches('\n').count();
        let errors = site().theme_file("strings/en.yaml", text).build().errors();
        let here = format!("themes/bba/strings/en.yaml:{line}:");
        let at = errors
            .iter()
            .find(|error| error.starts_with(&here))
            .unwrap_or_else(|| panic!("{to}: {errors:?}"));
        at.rsplit(' ').next().unwrap().to_owned()
    };
    for path in ["../../../evil", "Events", "events and more", "eventś", "\"\"", "/events"] {
        let code = if path == "\"\"" { "E0211" } else { "E0107" };
        assert_eq!(found("  events: events\n", &format!("  events: {path}\n")), code, "{path}");
    }
    assert_eq!(found("locale: en_GB", "locale: de_DE"), "E0711");
    assert_eq!(found("locale: en_GB", "locale: xx_YY"), "E0711");
    assert_eq!(found("  skip: Skip to content", "  skip: \"\""), "E0211");
    assert_eq!(found("one: \"{count} event\"", "one: \"{counts} event\""), "E0710");
}

#[test]
fn a_theme_may_have_texts_of_its_own_and_places_that_its_templates_fill() {
    let not_found = "{{ t(key=\"own.greeting\", name=\"A\") }} {{ t(key=\"own.tables\", count=2) }}\
                     {{ t(key=\"home.hello\", guest=\"B\") }} {{ t(key=\"home.title\", guest=\"C\") }}";
    let german = "own: {greeting: \"Hallo {name}\", tables: {one: \"{count} Tisch\", \
                  other: \"{count} Tische\"}}\nhome: {hello: \"Tag {guest}\", title: \"An {guest}\"}\n\
                  registration: {state: {few: Fast ausgebucht}}\n\
                  calendar: {deadline: \"Bis {time}: {title}\"}\n";
    let site = Site::new()
        .theme("eigen")
        .theme_file_of("eigen", "templates/404.html", not_found)
        .theme_file_of("eigen", "strings/de.yaml", german)
        .build();
    assert_eq!(site.errors(), Vec::<String>::new());
    let of_theme = site.warnings().into_iter().filter(|found| found.starts_with("themes/"));
    assert_eq!(of_theme.collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(site.text("404.html"), "Hallo A 2 TischeTag B An C");
}

#[test]
fn a_language_without_texts_and_one_text_for_all_counts_are_each_one_error() {
    let without = Site::new().config_line("languages: [de, tlh]").build();
    let file = "themes/bba/strings/tlh.yaml:1:1 E0707".to_owned();
    assert_eq!(without.errors(), [file]);
    let english = theme_text("strings/en.yaml");
    let (before, rest) = english.split_once("  count: {one: \"{count} event\"").unwrap();
    let (_, after) = rest.split_once('\n').unwrap();
    let text = format!("{before}  count: \"{{count}} events\"\n{after}");
    let site = site().theme_file("strings/en.yaml", text).build();
    let line = 1 + before.matches('\n').count();
    assert_eq!(site.errors(), [format!("themes/bba/strings/en.yaml:{line}:3 E0708")]);
    assert!(!site.warnings().iter().any(|warning| warning.ends_with("W0913")));
}

#[test]
fn mistakes_about_languages_are_named_once_and_where_they_were_made() {
    let page = "---\ntitle: T\n---\n\n## Ort {#ort-der-messe}\n\nText\n";
    let errors = |files: &[(&str, &str)]| {
        let site = site().file("pages/a.md", page);
        let site = files.iter().fold(site, |site, (path, text)| site.file(path, text));
        let built = site.build();
        let hints = built.messages().into_iter().filter(|message| !message.contains("Übersetzung"));
        (built.errors(), hints.collect::<Vec<_>>().join("\n"))
    };
    let (found, words) = errors(&[("pages/a.en.md", "---\ntitle: T\nslug: events\n---\nText\n")]);
    assert_eq!(found, ["pages/a.en.md:1:1 E0504"], "at the translation, and nothing that follows");
    assert!(
        words.contains("`/en/events/index.html` liegt schon eine Datei, die das Programm selbst")
    );

    let linked = "---\ntitle: T\n---\n[Ort](a.md#place)\n";
    let german = "---\ntitle: T\n---\n[Ort](a.md#ort-der-messe)\n";
    let (found, _) = errors(&[
        ("pages/a.en.md", "---\ntitel: T\n---\n\n## Place {#place}\n"),
        ("pages/b.md", german),
        ("pages/b.en.md", linked),
    ]);
    assert_eq!(found, ["pages/a.en.md:2:1 E0207"], "the anchor is in the file with the mistake");

    let (found, words) = errors(&[("pages/a.de.md", page)]);
    assert_eq!(found, ["pages/a.de.md:1:1 E0112"]);
    assert!(words.contains("`de` ist die Hauptsprache der Website"), "{words}");
    let (found, words) = errors(&[("pages/a.en-GB.md", page)]);
    assert_eq!(found, ["pages/a.en-GB.md:1:1 E0313"]);
    assert!(words.contains("Meinten Sie `en`?"), "{words}");
    for tag in ["EN", "en_GB", "englisch"] {
        let text = format!("---\ntitle: T\n---\n<span lang=\"{tag}\">Text</span>\n");
        let (found, words) = errors(&[("pages/b.md", &text)]);
        assert_eq!(found, ["pages/b.md:4:1 E0312"], "{tag}");
        assert!(words.contains("Meinten Sie `en`?"), "{words}");
    }
}

#[test]
fn a_link_to_a_page_that_is_not_translated_says_its_language() {
    let site = site()
        .file("pages/a.md", "---\ntitle: A\n---\nText\n")
        .file("pages/b.md", "---\ntitle: B\n---\n[A](a.md)\n")
        .file("pages/b.en.md", "---\ntitle: B\n---\n[A](a.md) [B](b.md) [B](b.en.md)\n")
        .built();
    let english = site.text("en/b/index.html");
    let links = "<a href=\"/a/\" hreflang=\"de\">A</a> <a href=\"/en/b/\">B</a> \
                 <a href=\"/en/b/\">B</a>";
    assert!(english.contains(links), "{english}");
    assert!(site.text("b/index.html").contains("<a href=\"/a/\">A</a>"));
}

#[test]
fn a_page_in_simple_language_is_linked_from_every_page_and_its_sentences_are_looked_at() {
    let long =
        "Das ist ein Satz mit viel zu vielen Wörtern, und er hört und hört gar nicht mehr auf.";
    let site = Site::new()
        .file(
            "pages/leicht.md",
            format!("---\ntitle: Leichte Sprache\ntype: simple-language\n---\n{long}\n"),
        )
        .built();
    assert_eq!(site.warnings(), ["pages/leicht.md:5:1 W0914"]);
    assert!(site.text("leicht/index.html").contains("<div class=\"prose simple\">"));
    for path in ["index.html", "veranstaltungen/index.html"] {
        let page = site.text(path);
        let (_, footer) = page.split_once("<footer>").unwrap();
        assert!(footer.contains("<a href=\"/leicht/\">Leichte Sprache</a>"), "{path}");
    }
}

#[test]
fn a_page_in_sign_language_has_a_video_and_says_how_long_and_large_it_is() {
    let page = |video: &str| {
        Site::new()
            .file("media/dgs.mp4", vec![0; 1_500_000])
            .file(
                "pages/dgs.md",
                format!("---\ntitle: Gebärdensprache\ntype: sign-language\n{video}---\nText\n"),
            )
            .build()
    };
    let site = page("video: {file: dgs.mp4, duration: \"2:30\"}\n");
    assert_eq!(site.errors(), Vec::<String>::new());
    let html = site.text("dgs/index.html");
    assert!(html.contains("src=\"/media/dgs.mp4\"") && html.contains("preload=\"none\""));
    assert!(html.replace('\u{a0}', " ").contains("(MP4, 1,5 MB, 2:30)"), "{html}");
    assert_eq!(page("").errors(), ["pages/dgs.md:2:1 E0209"]);
    assert_eq!(
        page("video: {file: dgs.mp4, duration: 2 min}\n").errors(),
        ["pages/dgs.md:4:34 E0310"]
    );
}

/// Names by CLDR 48.2.
#[test]
fn a_language_without_a_name_is_told_where_it_is_spoken() {
    let site = || {
        Site::new()
            .event("treffen", "start: 2019-10-01\nlanguages: [de, xx]\ninterpretation: qzz")
            .file("contacts.yaml", "anmeldung: {name: Anna, languages: [de, sr-Abcd, ja]}\n")
    };
    let expected = [
        "contacts.yaml:1:41 W0322",
        "events/treffen.yaml:4:17 W0322",
        "events/treffen.yaml:5:17 W0322",
    ];
    let of_names = |site: Site| {
        let all = site.built().warnings();
        all.into_iter().filter(|found| found.ends_with("W0322")).collect::<Vec<_>>()
    };
    assert_eq!(of_names(site()), expected);
    // The theme can name what CLDR does not.
    let named =
        theme_text("strings/de.yaml").replace("languages:\n", "languages:\n  xx: Xanisch\n");
    assert_eq!(of_names(site().theme_file("strings/de.yaml", named)).len(), 2);
    let good = "start: 2019-10-01\nlanguages: [de, hsb, zh-Hant, sr-Latn-RS, uz-AF, nds, 'no']";
    assert!(of_names(Site::new().event("treffen", good)).is_empty());
}

#[test]
fn what_runs_from_right_to_left_says_so() {
    let farsi = theme_text("strings/en.yaml").replacen("locale: en_GB", "locale: fa_IR", 1);
    let site = Site::new()
        .config_line("languages: [de, fa]")
        .theme_file("strings/fa.yaml", farsi)
        .event("treffen", "start: 2019-10-01\ndescription: Ein <span lang=\"ar\">سوق</span>")
        .build();
    let german = site.text("veranstaltungen/treffen/index.html");
    assert!(german.contains("<html lang=\"de\">"));
    assert!(german.contains("<span lang=\"ar\" dir=\"rtl\">"));
    assert!(german.contains(" lang=\"fa\" dir=\"rtl\" hreflang=\"fa\""), "the switch");
    let farsi = site.text("fa/events/treffen/index.html");
    assert!(farsi.contains("<html lang=\"fa\" dir=\"rtl\">"));
    assert!(farsi.contains(" lang=\"de\" dir=\"ltr\""));
    assert!(farsi.contains("<span lang=\"ar\">"), "it runs as the page does");
}

#[test]
fn languages_that_are_spoken_have_the_names_of_the_page_s_language() {
    let site = Site::new()
        .config_line("languages: [de, en, es]")
        .event("treffen", "start: 2019-10-01\nlanguages: [de, ja, 'no', sv, zh, hsb, de-LI, pt-BR, zh-Hant, zh-Hant-TW, sr-Latn]")
        .built();
    for (path, names) in [
        (
            "veranstaltungen/treffen/index.html",
            "Deutsch, Japanisch, Norwegisch, Schwedisch, Chinesisch, Obersorbisch, \
             Deutsch (Liechtenstein), Portugiesisch (Brasilien), Chinesisch (traditionell), \
             Chinesisch (traditionell) (Taiwan), Serbisch (Lateinisch)",
        ),
        ("en/events/treffen/index.html", "German, Japanese, Norwegian, Swedish, Chinese"),
        ("es/eventos/treffen/index.html", "alemán, japonés, noruego, sueco, chino"),
    ] {
        assert!(site.text(path).contains(names), "{path}");
    }
}
