//! The search: what its index holds and what not, the page that needs no script, and their sizes.

use std::collections::BTreeMap;

use crate::assets::asset;
use crate::harness::{Output, Site, UPDATED};
use crate::html::Page;

/// An index as the script reads it: the numbers of the items of every term, with their fields.
fn index(site: &Output, path: &str) -> BTreeMap<String, Vec<(usize, usize)>> {
    let file = site.json(path);
    let text = |name: &str| file[name].as_str().unwrap();
    let fields = if file["titles"].is_string() { 3 } else { 1 };
    let mut terms: Vec<String> = Vec::new();
    for letter in text("terms").chars() {
        match letter {
            'A'..='Z' => {
                let shared = usize::from(letter as u8 - b'A');
                let last = terms.last().cloned().unwrap_or_default();
                terms.push(last.chars().take(shared).collect());
            }
            _ => terms.last_mut().unwrap().push(letter),
        }
    }
    let lists: Vec<&str> = text("lists").split(' ').collect();
    assert_eq!(terms.len(), lists.len());
    let items = |list: &str| {
        let own = match list.strip_prefix('!') {
            Some(other) => lists[numbers(other)[0]],
            None => list,
        };
        let mut next = 0;
        let mut items = Vec::new();
        for number in numbers(own) {
            items.push((next + number / fields, number % fields));
            next += number / fields + 1;
        }
        items
    };
    let lists: Vec<_> = lists.iter().map(|list| items(list)).collect();
    terms.into_iter().zip(lists).collect()
}

fn numbers(digits: &str) -> Vec<usize> {
    let (mut all, mut number, mut unit) = (Vec::new(), 0, 1);
    for byte in digits.bytes() {
        let digit = usize::from(byte - b'#') - usize::from(byte > b'\\');
        number += digit % 45 * unit;
        unit *= 45;
        if digit < 45 {
            all.push(std::mem::take(&mut number));
            unit = 1;
        }
    }
    all
}

/// The ids of the items that have a term, in either file, in the order of the index.
fn ids(site: &Output, term: &str) -> Vec<String> {
    let file = site.json("suche/index.json");
    let all: Vec<&str> = file["ids"].as_str().unwrap().split('\n').collect();
    let found = ["suche/index.json", "suche/texts.json"].map(|path| index(site, path));
    let mut numbers: Vec<usize> =
        found.iter().flat_map(|index| index.get(term)).flatten().map(|(item, _)| *item).collect();
    numbers.sort_unstable();
    numbers.into_iter().map(|number| all[number].to_owned()).collect()
}

/// A site with something of every kind.
fn site() -> Site {
    Site::new()
        .config("press_contact: anmeldung")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nend: 2019-10-01T12:00\nsummary: Die Zulieferer treffen sich.\n\
             venue: saal\ndelegations: besuch\ncontact: anmeldung\nroles: {organiser: traeger}\n\
             description: Mit Straßenbahnen und [Plänen](https://plan.example.org/geheim).",
        )
        .delegation("besuch", "countries: [KR]\nsectors: [rail]\nstart: 2019-09-30\nend: 2019-10-02")
        .release("2019-08-01-meldung", "lead: Anfang.\nplace: Görlitz", "Von Zügen\u{ad}bau.")
}

#[test]
fn an_event_is_found_by_title_summary_place_people_country_sector_date_and_text() {
    let site = site().built();
    let words = [
        "titel",
        "zulieferer",
        "saal",
        "dresden",
        "01067",
        "anna",
        "muster",
        "träger",
        "kr",
        "kor",
        "korea",
        "südkorea",
        "bahn",
        "2019-10-01",
        "strassenbahnen",
        ":year:2019",
        ":country:kr",
        ":sector:rail",
        ":kind:event",
    ];
    for word in words {
        assert!(ids(&site, word).contains(&"treffen".to_owned()), "{word}");
    }
    assert_eq!(ids(&site, "görlitz"), ["2019-08-01-meldung"]);
    assert_eq!(ids(&site, "2019-09-30"), ["besuch"]);
    assert_eq!(ids(&site, ":kind:page"), ["barrierefreiheit", "datenschutz", "impressum"]);
}

#[test]
fn addresses_of_links_and_words_of_every_text_are_no_terms() {
    let site = site().built();
    for word in ["geheim", "plan", "https", "und", "die", "von", "mit"] {
        assert_eq!(ids(&site, word), Vec::<String>::new(), "{word}");
    }
    assert_eq!(ids(&site, "plänen"), ["treffen"]);
    assert_eq!(ids(&site, "zügenbau"), ["2019-08-01-meldung"]);
}

#[test]
fn a_term_has_the_best_field_it_stands_in() {
    let site = Site::new()
        .event("a", "start: 2019-10-01\nsummary: Wasser\ndescription: Wasser und Luft.\nvenue: {name: Luft}")
        .built();
    let known = index(&site, "suche/index.json");
    assert_eq!((&known["wasser"], &known["luft"]), (&vec![(0, 1)], &vec![(0, 2)]));
    assert_eq!(known["titel"], [(0, 0)]);
    assert!(!index(&site, "suche/texts.json").contains_key("wasser"));
}

#[test]
fn what_lies_ahead_comes_before_what_is_past_and_pages_come_last() {
    let site = Site::new()
        .event("spaet", "start: 2019-12-01")
        .event("bald", "start: 2019-09-02")
        .event("lange-her", "start: 2018-01-01")
        .event("gerade-erst", "start: 2019-08-30")
        .release("2019-08-31-meldung", "", "Text")
        .built();
    let file = site.json("suche/index.json");
    let ids: Vec<&str> = file["ids"].as_str().unwrap().split('\n').collect();
    let dated = ["bald", "spaet", "2019-08-31-meldung", "gerade-erst", "lange-her"];
    assert_eq!(ids, [&dated[..], &["barrierefreiheit", "datenschutz", "impressum"]].concat());
    let page = Page::read(site.text("suche/index.html"));
    let main = Page::read(page.inside(page.one("main")));
    let listed: Vec<String> = main.targets().into_iter().map(str::to_owned).collect();
    for (link, id) in listed.iter().zip(dated) {
        assert!(link.ends_with(&format!("/{id}/")), "{link}");
    }
    assert_eq!(listed.len(), ids.len() + 1, "pages too, and the script: {listed:?}");
}

#[test]
fn every_date_of_a_series_and_every_day_of_a_visit_is_found_and_of_open_dates_the_month() {
    let site = Site::new()
        .event("reihe", "start: 2019-10-01T10:00\nrepeat: {every: week, until: 2019-10-15}")
        .event("offen", "within: 2020-03-30/2020-04-10")
        .delegation("besuch", "countries: [MX]\nstart: 2020-02-28\nend: 2020-03-01")
        .delegation("geplant", "countries: [MX]\nstart: 2021-Q1\nstatus: planned")
        .build();
    for day in ["2019-10-01", "2019-10-08", "2019-10-15"] {
        assert_eq!(ids(&site, day), ["reihe"], "{day}");
    }
    for day in ["2020-02-28", "2020-02-29", "2020-03-01"] {
        assert_eq!(ids(&site, day), ["besuch"], "{day}");
    }
    assert_eq!(ids(&site, "2020-04-"), ["offen"]);
    assert_eq!(ids(&site, "2021-02-"), ["geplant"]);
    assert_eq!(ids(&site, "2020-04-01"), Vec::<String>::new());
}

#[test]
fn nothing_that_is_hidden_is_in_it_but_in_a_preview() {
    let hidden = || {
        Site::new()
            .event("entwurf", "start: 2019-10-01\ndraft: true\nsummary: Verborgenes")
            .release("2019-08-01-sperre", "embargo: 2019-10-01", "Verborgenes")
    };
    let site = hidden().built();
    for path in ["suche/index.json", "suche/texts.json", "suche/index.html"] {
        let text = site.text(path);
        for word in ["verborgen", "Verborgen", "entwurf", "sperre"] {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
    let preview = hidden().drafts().built();
    assert_eq!(ids(&preview, "verborgenes").len(), 2);
    assert!(preview.text("suche/index.json").contains("\"state\":\"Nicht öffentlich\""));
}

#[test]
fn each_language_has_its_index_and_says_what_is_not_translated() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "treffen",
            "start: 2019-10-01\nsummary: {de: Wasserstoff, en: Hydrogen}\ncountries: [DE]",
        )
        .release("2019-08-01-meldung", "", "Nur auf Deutsch")
        .built();
    let (german, english) =
        (index(&site, "suche/index.json"), index(&site, "en/search/index.json"));
    assert!(german.contains_key("wasserstoff") && !german.contains_key("hydrogen"));
    assert!(english.contains_key("hydrogen") && !english.contains_key("wasserstoff"));
    assert!(german.contains_key("germany") && english.contains_key("deutschland"));
    let groups = site.json("en/search/index.json")["groups"].clone();
    let release = groups.as_array().unwrap().iter().find(|group| group["kind"] == "press").unwrap();
    assert_eq!(release["path"], "/presse/");
    assert_eq!(release["link"], serde_json::json!({"lang": "de", "hreflang": "de"}));
    assert_eq!(release["only"], "in German");
}

#[test]
fn what_is_called_off_says_so() {
    let lines = format!("start: 2019-10-01\nstatus: cancelled\n{UPDATED}");
    let site = Site::new().event("treffen", &lines).built();
    assert_eq!(site.json("suche/index.json")["groups"][0]["state"], "Abgesagt");
    assert_eq!(ids(&site, "abgesagt"), ["treffen"]);
}

#[test]
fn below_a_path_every_address_has_it() {
    let site = site().base_url("https://test.example.org/unter/pfad/").built();
    let page = Page::read(site.text("suche/index.html"));
    let address = page.one("form").get("data-index").unwrap();
    let (path, version) = address.split_once("?v=").unwrap();
    assert_eq!(path, "/unter/pfad/suche/index.json");
    assert!(site.0.files["suche/index.json"].hash().to_hex().starts_with(version));
    let script = page.all("script").into_iter().find_map(|tag| tag.get("src")).unwrap();
    assert_eq!(script, format!("/unter/pfad/{}", asset(&site, "search.js")));
    let file = site.json("suche/index.json");
    assert!(file["texts"].as_str().unwrap().starts_with("/unter/pfad/suche/texts.json?v="));
    assert!(file["groups"][0]["path"].as_str().unwrap().starts_with("/unter/pfad/"));
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (one, other) = (site().built(), site().built());
    for path in ["suche/index.json", "suche/texts.json"] {
        assert_eq!(one.text(path), other.text(path));
    }
}

#[test]
fn the_search_stands_in_the_menu_from_fifty_items_on() {
    let menu_has_it = |count: usize| {
        let events = (0..count).fold(Site::new(), |site, number| {
            site.event(&format!("treffen-{number}"), "start: 2019-10-01")
        });
        let site = events.built();
        assert!(site.has("suche/index.html"));
        let page = Page::read(site.text("index.html"));
        page.targets().contains(&"/suche/")
    };
    assert!(!menu_has_it(49));
    assert!(menu_has_it(50));
}

#[test]
fn a_site_can_do_without_and_an_address_of_an_editor_goes_before() {
    let page = |title: &str| format!("---\ntitle: {title}\n---\nText\n");
    let sites = [
        Site::new().config_line("outputs: {search: false}"),
        Site::new().file("pages/suche.md", page("Partner suchen")),
        Site::new().event("treffen", "start: 2019-10-01\naliases: [/suche/]"),
        Site::new().config("gone: [/suche/]"),
    ];
    for site in sites {
        let site = site.built();
        assert!(!site.has("suche/index.json"));
        let path = "suche/index.html";
        assert!(!site.has(path) || !site.text(path).contains("type=\"search\""));
    }
    let other = Site::new().config("paths: {search: finden}").built();
    assert!(other.has("finden/index.html") && other.has("finden/texts.json"));
}

#[test]
fn without_script_everything_is_a_list_of_pages() {
    let events = (0..101).fold(Site::new(), |site, number| {
        site.event(&format!("treffen-{number}"), "start: 2019-10-01")
    });
    let site = events.built();
    assert_eq!(site.text("suche/index.html").matches("class=\"entry\"").count(), 100);
    let last = site.text("suche/2/index.html");
    assert_eq!(last.matches("class=\"entry\"").count(), 1);
    assert!(last.contains("href=\"/impressum/\">Impressum</a></li>"));
    assert!(!site.has("suche/3/index.html"));
}

#[test]
fn the_page_has_one_field_with_a_label_filters_and_a_place_for_messages() {
    let site = site().built();
    let page = Page::read(site.text("suche/index.html"));
    let field = page.one("input");
    assert_eq!((field.get("type"), field.get("name")), (Some("search"), Some("q")));
    for tag in [vec![field], page.all("select")].concat() {
        let label = page.all("label").into_iter().find(|label| label.get("for") == tag.get("id"));
        assert!(!page.text(label.unwrap()).is_empty());
    }
    let names: Vec<_> = page.all("select").iter().filter_map(|tag| tag.get("name")).collect();
    assert_eq!(names, ["kind"], "one country, one sector, one year: no choice");
    let status = page.all("p").into_iter().find(|tag| tag.get("role") == Some("status")).unwrap();
    assert_eq!(status.get("id"), Some("found"));
    assert_eq!(status.get("data-other"), Some("{count} Treffer"));
    assert!(status.get("data-none").is_some_and(|text| text.starts_with("Nichts gefunden.")));
    assert_eq!(page.meta("robots"), None, "it is a table of contents");
}

#[test]
fn the_script_is_small_and_makes_no_html() {
    let site = Site::new().built();
    let script = site.text(&asset(&site, "search.js"));
    assert!(script.len() <= 8 * 1024, "{}", script.len());
    for unsafe_way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "WebAssembly"] {
        assert!(!script.contains(unsafe_way), "{unsafe_way}");
    }
    assert!(!script.contains("\n  ") && !script.lines().any(|line| line.starts_with("//")));
}

#[test]
fn an_event_is_found_by_what_its_access_over_the_internet_is_called() {
    let online =
        "start: 2019-10-01\nonline: {url: \"https://a.example.org/\", label: Videokonferenz}";
    let site = Site::new().event("fern", online).built();
    assert_eq!(ids(&site, "videokonferenz"), ["fern"]);
}

#[test]
fn letters_of_an_abbreviation_are_one_term() {
    let site = Site::new()
        .event("a", "start: 2019-10-01\nsummary: Mit der Šumava s.r.o. und der B&S Holding")
        .event("b", "start: 2019-10-02\nsummary: Ein Verein e. V.")
        .built();
    assert_eq!(ids(&site, "sro"), ["a"]);
    assert_eq!(ids(&site, "bs"), ["a"]);
    assert_eq!(ids(&site, "ev"), ["b"]);
}

#[test]
fn a_title_of_small_words_is_found_by_them() {
    let page = "---\ntitle: Wer ist wo\n---\nDas ist so.\n";
    let site = Site::new().file("pages/lotsen.md", page).built();
    assert_eq!(ids(&site, "wer"), ["lotsen"]);
    assert_eq!(ids(&site, "das"), Vec::<String>::new(), "only of the title");
}

#[test]
fn of_a_longer_time_the_days_that_are_printed_are_found() {
    let site = Site::new()
        .event("offen", "within: 2020-03-30/2020-04-10")
        .event("lang", "start: 2020-05-02\nend: 2020-07-08")
        .delegation("geplant", "countries: [MX]\nstart: 2021-Q3\nstatus: planned")
        .build();
    for (day, id) in [("2020-03-30", "offen"), ("2020-04-10", "offen"), ("2020-07-08", "lang")] {
        assert_eq!(ids(&site, day), [id], "{day}");
    }
    assert_eq!(ids(&site, "quartal"), ["geplant"]);
    assert_eq!(ids(&site, "q3"), ["geplant"]);
}

#[test]
fn a_country_is_found_by_its_names_and_not_by_that_of_a_neighbour() {
    let site = Site::new()
        .event("gb", "start: 2019-10-01\ncountries: [GB]")
        .event("ie", "start: 2019-10-02\ncountries: [IE]")
        .event("nl", "start: 2019-10-03\ncountries: [NL]")
        .event("us", "start: 2019-10-04\ncountries: [US]")
        .built();
    for (name, id) in [("inglaterra", "gb"), ("holanda", "nl"), ("eeuu", "us"), ("irland", "ie")] {
        assert_eq!(ids(&site, name), [id], "{name}");
    }
    for path in ["suche/index.json", "suche/texts.json"] {
        let terms: Vec<String> = index(&site, path).into_keys().collect();
        let irish = terms.iter().filter(|term| term.contains("irland") || term.contains("ireland"));
        irish.for_each(|term| assert_eq!(ids(&site, term), ["ie"], "{term}"));
    }
}

#[test]
fn the_script_knows_months_and_what_stands_beside_a_date() {
    // Names by the Unicode CLDR 48.2, `dates/calendars/gregorian`.
    let file = Site::new().built().json("suche/index.json");
    assert_eq!(file["months"][2], serde_json::json!(["maerz", "marz"]));
    assert_eq!(file["months"][8], serde_json::json!(["september"]));
    let pattern = |name: &str| file[name].as_str().unwrap().to_owned();
    for word in ["bis", "uhr", "dienstag", "di", "fuer"] {
        assert!(pattern("beside").contains(&format!("|{word}|")), "{word}");
    }
    for word in ["uhr", "dienstag", "di"] {
        assert!(!pattern("small").contains(&format!("|{word}|")), "{word}");
    }
}
