//! What every page has, structured data, and that nothing an editor types can break out of the
//! place where it is shown.

use crate::assets::asset;
use crate::harness::{Output, Site, UPDATED};
use crate::html::{Page, Tag};

/// A site with every kind of page.
fn site() -> Site {
    Site::new()
        .config("description: Ein Programm zum Testen.")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nend: 2019-10-01T12:00\nsummary: Kurz gesagt.\nvenue: saal\n\
             sectors: [rail]\ndelegations: besuch\nregistration: {email: a@example.org}\n\
             description: |\n  # Eins\n\n  #### Zwei\n\n  ###### Drei\n",
        )
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-01\ndescription: '## Eins'")
        .release("2019-08-01-meldung", "lead: Anfang.\nevents: treffen", "# Eins\n\n### Zwei")
        .file("pages/info.md", "---\ntitle: Info\n---\n#### Eins\n\n## Zwei\n\n###### Drei\n")
}

/// Every page but stubs, with its path.
fn pages(site: &Output) -> Vec<(&str, Page<'_>)> {
    let paths = site.paths().into_iter().filter(|path| path.ends_with(".html"));
    let pages: Vec<_> = paths.map(|path| (path, Page::read(site.text(path)))).collect();
    assert!(pages.len() >= 14, "{}", pages.len());
    pages
}

/// The address of a page.
fn url(path: &str) -> String {
    format!("https://test.example.org/{}", path.trim_end_matches("index.html"))
}

#[test]
fn every_page_says_what_it_is() {
    let site = site().built();
    for (path, page) in pages(&site) {
        assert_eq!(page.one("html").get("lang"), Some("de"), "{path}");
        let title = page.text(page.one("title"));
        assert!(title.ends_with("Testprogramm") && !title.starts_with(" –"), "{path}: {title}");
        let description = page.meta("description").unwrap_or_default();
        assert!(!description.is_empty() && description.chars().count() <= 202, "{path}");
        assert_eq!(page.link("canonical"), Some(url(path).as_str()));
        assert_eq!(page.meta("og:url"), Some(url(path).as_str()));
        assert_eq!(page.meta("og:description"), Some(description), "{path}");
        assert_eq!(page.meta("og:site_name"), Some("Testprogramm"), "{path}");
        assert_eq!(page.meta("og:locale"), Some("de_DE"), "{path}");
        assert!(page.meta("og:title").is_some_and(|own| title.starts_with(own)), "{path}");
        let article = path.starts_with("presse/2019-");
        assert_eq!(page.meta("og:type"), Some(if article { "article" } else { "website" }));
        assert_eq!(page.meta("robots"), path.ends_with("404.html").then_some("noindex"), "{path}");
    }
}

#[test]
fn titles_and_descriptions_of_pages_differ() {
    let site = site().built();
    let mut titles: Vec<String> =
        pages(&site).iter().map(|(_, page)| page.text(page.one("title"))).collect();
    titles.sort();
    let count = titles.len();
    titles.dedup();
    assert_eq!(titles.len(), count);
}

#[test]
fn every_page_begins_with_a_skip_link_and_has_one_h1_and_one_main() {
    let site = site().built();
    for (path, page) in pages(&site) {
        let body = page.tags.iter().position(|tag| tag.name == "body").unwrap();
        let first = &page.tags[body + 1];
        assert_eq!((first.name.as_str(), first.get("class")), ("a", Some("skip")), "{path}");
        let target = first.get("href").and_then(|href| href.strip_prefix('#'));
        assert_eq!(target, page.one("main").get("id"), "{path}");
        let main = Page::read(page.inside(page.one("main")));
        assert!(!main.text(main.one("h1")).is_empty(), "{path}");
        assert_eq!(page.all("h1").len(), 1, "{path}");
    }
}

#[test]
fn no_page_skips_a_level_of_headings() {
    let site = site().built();
    for (path, page) in pages(&site) {
        let main = Page::read(page.inside(page.one("main")));
        let mut last = 0;
        for tag in &main.tags {
            let level = tag.name.strip_prefix('h').and_then(|level| level.parse::<usize>().ok());
            if let Some(level) = level {
                assert!(level <= last + 1, "{path}: h{level} after h{last}");
                last = level;
            }
        }
    }
}

#[test]
fn every_page_below_a_section_has_a_breadcrumb_of_the_pages_above_it() {
    let site = site().built();
    for (path, page) in pages(&site) {
        let crumbs = page.all("nav").into_iter().find(|nav| nav.get("class") == Some("crumbs"));
        let data = page.structured_data();
        let data = data.iter().find(|data| data["@type"] == "BreadcrumbList");
        assert_eq!(data.is_some(), path != "index.html", "{path}");
        let Some(data) = data else { continue };
        let steps = data["itemListElement"].as_array().unwrap();
        assert_eq!(crumbs.is_some(), steps.len() > 2, "{path}");
        assert_eq!(steps.last().unwrap()["item"], url(path), "{path}");
        let Some(crumbs) = crumbs else { continue };
        let list = Page::read(page.inside(crumbs));
        let items = list.all("li");
        assert_eq!(list.targets().first(), Some(&"/"), "{path}");
        assert_eq!(steps.len(), items.len() + 1, "{path}");
        for (number, (step, item)) in steps.iter().zip(&items).enumerate() {
            assert_eq!(step["position"], number + 1, "{path}");
            assert_eq!(step["name"], list.text(item), "{path}");
        }
    }
}

#[test]
fn every_page_has_the_funding_notice_and_links_to_imprint_privacy_and_accessibility() {
    let site = site().built();
    for (path, page) in pages(&site) {
        let footer = page.all("footer").pop().unwrap();
        assert!(page.text(footer).contains("Gefördert zum Test."), "{path}");
        for legal in ["/impressum/", "/datenschutz/", "/barrierefreiheit/"] {
            assert!(page.targets().contains(&legal), "{path} {legal}");
        }
    }
}

#[test]
fn structured_data_has_the_types_that_search_engines_know() {
    let site = site().built();
    let types = |path: &str| {
        let data = Page::read(site.text(path)).structured_data();
        data.iter().map(|data| data["@type"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(types("index.html"), ["WebSite"]);
    assert_eq!(types("veranstaltungen/treffen/index.html"), ["BusinessEvent", "BreadcrumbList"]);
    assert_eq!(types("delegationen/besuch/index.html"), ["BusinessEvent", "BreadcrumbList"]);
    assert_eq!(types("presse/2019-08-01-meldung/index.html"), ["NewsArticle", "BreadcrumbList"]);
}

#[test]
fn the_structured_data_of_an_event_says_what_its_page_says() {
    let site = site().built();
    let event = &Page::read(site.text("veranstaltungen/treffen/index.html")).structured_data()[0];
    assert_eq!(event["name"], "Titel treffen");
    assert_eq!(event["startDate"], "2019-10-01T10:00:00+02:00");
    assert_eq!(event["endDate"], "2019-10-01T12:00:00+02:00");
    assert_eq!(event["url"], "https://test.example.org/veranstaltungen/treffen/");
    assert_eq!(event["description"], "Kurz gesagt.");
    assert_eq!(event["location"]["name"], "Großer Saal");
    assert_eq!(event["location"]["address"]["postalCode"], "01067");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["eventAttendanceMode"], "https://schema.org/OfflineEventAttendanceMode");
    let release =
        &Page::read(site.text("presse/2019-08-01-meldung/index.html")).structured_data()[0];
    assert_eq!(release["headline"], "Titel 2019-08-01-meldung");
    assert_eq!(release["datePublished"], "2019-08-01");
    assert_eq!(release["publisher"]["name"], "Träger GmbH");
}

#[test]
fn the_status_of_an_event_is_the_one_of_schema_org() {
    for (status, expected) in [
        ("planned", "EventScheduled"),
        ("confirmed", "EventScheduled"),
        ("cancelled", "EventCancelled"),
        ("postponed", "EventPostponed"),
        ("moved-online", "EventMovedOnline"),
    ] {
        let lines = format!("start: 2019-10-01T10:00\nvenue: saal\nstatus: {status}\n{UPDATED}");
        let site = Site::new().event("treffen", &lines).built();
        let data = Page::read(site.text("veranstaltungen/treffen/index.html")).structured_data();
        assert_eq!(data[0]["eventStatus"], format!("https://schema.org/{expected}"));
    }
}

/// What somebody could type who means harm, or who only writes about HTML.
const NASTY: &str =
    "</script><script>alert(1)</script> \"zwei\" 'drei' & <b>vier</b> {{ fünf }} {date}";

fn nasty_site() -> Output {
    let quoted = serde_json::to_string(NASTY).unwrap();
    let texts = format!("title: {quoted}\nsummary: {quoted}\n");
    Site::new()
        .file("organisations.yaml", format!("traeger: {{name: {quoted}}}\n"))
        .file(
            "contacts.yaml",
            format!("anmeldung: {{name: {quoted}, role: {quoted}, email: a@example.org}}\n"),
        )
        .file("venues.yaml", format!("saal: {{name: {quoted}, street: {quoted}, directions: {quoted}}}\n"))
        .file("sectors.yaml", format!("rail: {{name: {quoted}}}\n"))
        .file(
            "events/treffen.yaml",
            format!(
                "{texts}start: 2019-10-01\npublished: 2019-08-01\nvenue: saal\nsectors: rail\n\
                 contact: anmeldung\nstatus_note: {quoted}\naudience: {quoted}\n\
                 roles: {{organiser: traeger}}\nprice: {{note: {quoted}}}\n\
                 registration: {{email: a@example.org, note: {quoted}}}\n\
                 links: [{{url: \"https://example.org/?a='&b=1\", label: {quoted}}}]\n\
                 updates: [{{at: 2019-08-02, kind: change, note: {quoted}}}]\n"
            ),
        )
        .file(
            "delegations/besuch.yaml",
            format!(
                "{texts}countries: [MX]\nstart: 2019-10-01\npublished: 2019-08-01\nseeks: {quoted}\n\
                 participants: [{{organisation: {quoted}, offers: {quoted}, consent: true}}]\n\
                 figures: [{{label: {quoted}, value: 1, unit: {quoted}, year: 2018, source: {quoted}}}]\n"
            ),
        )
        .file(
            "press/2019-08-01-meldung.md",
            format!("---\ntitle: {quoted}\nsubtitle: {quoted}\nlead: {quoted}\nplace: {quoted}\ndate: 2019-08-01\n---\nText\n"),
        )
        .file("pages/info.md", format!("---\ntitle: {quoted}\ndescription: {quoted}\nmenu: 1\n---\nText\n"))
        .config("press_contact: anmeldung\ncalendar: {organizer: anmeldung}")
        .built()
}

#[test]
fn no_text_of_an_editor_becomes_html() {
    let site = nasty_site();
    let search = format!("/{}", asset(&site, "search.js"));
    for (path, page) in pages(&site) {
        assert!(page.all("b").iter().all(|b| !page.inside(b).contains("vier</")), "{path}");
        assert!(!site.text(path).contains("<b>vier"), "{path}");
        let scripts = page.all("script");
        let data = Some("application/ld+json");
        let is_ours =
            |script: &&Tag| script.get("type") == data || script.get("src") == Some(&search);
        assert!(scripts.iter().all(is_ours), "{path}");
        assert!(scripts.iter().all(|script| !page.inside(script).contains('<')), "{path}");
        for tag in &page.tags {
            assert!(tag.get("onclick").is_none() && tag.get("zwei").is_none(), "{path}");
        }
    }
}

#[test]
fn every_text_of_an_editor_arrives_as_it_was_typed() {
    let site = nasty_site();
    let page = Page::read(site.text("veranstaltungen/treffen/index.html"));
    let set = NASTY.replace("\"zwei\" 'drei'", "»zwei« ›drei‹");
    assert_eq!(page.text(page.one("h1")), set);
    assert_eq!(page.meta("og:title"), Some(NASTY));
    assert_eq!(page.meta("description"), Some(NASTY));
    assert_eq!(page.text(page.one("title")), format!("{NASTY} – Testprogramm"));
    assert!(page.targets().contains(&"https://example.org/?a='&b=1"));
    let data = page.structured_data();
    assert_eq!(data[0]["name"], NASTY);
    assert_eq!(data[0]["location"]["name"], NASTY);
    let release = Page::read(site.text("presse/2019-08-01-meldung/index.html")).structured_data();
    assert_eq!(release[0]["headline"], NASTY);
    assert_eq!(site.json("data/events.json")[0]["title"]["de"], NASTY);
    assert_eq!(site.json("data/delegations.json")[0]["participants"][0]["offers"]["de"], NASTY);
    let summary = format!("SUMMARY:{NASTY}");
    assert!(site.calendar("veranstaltungen/treffen.ics").contains(&summary));
    let mail = page.targets().into_iter().find(|href| href.contains("?subject=")).unwrap();
    let mail = percent_encoding::percent_decode_str(mail).decode_utf8().unwrap();
    let subject = format!("?subject=Anmeldung: {NASTY}, Dienstag, 1. Oktober 2019&body=");
    assert!(mail.contains(&subject), "{mail}");
}

#[test]
fn a_text_cannot_begin_a_line_of_its_own_in_a_calendar() {
    let site = Site::new()
        .file(
            "events/treffen.yaml",
            "title: \"Eins\\r\\nEND:VEVENT\\nzwei; drei, vier\\\\fünf\"\nstart: 2019-10-01\npublished: 2019-08-01\n",
        )
        .built();
    let lines = site.calendar("veranstaltungen/treffen.ics");
    assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 1);
    let summary = "SUMMARY:Eins END:VEVENT zwei\\; drei\\, vier\\\\fünf".to_owned();
    assert!(lines.contains(&summary), "{lines:?}");
}

#[test]
fn the_page_for_addresses_that_lead_nowhere_helps_on() {
    let site = site().base_url("https://x.example.org/unter/pfad").built();
    let page = Page::read(site.text("404.html"));
    for target in ["/unter/pfad/", "/unter/pfad/veranstaltungen/", "/unter/pfad/presse/"] {
        assert!(page.targets().contains(&target), "{target}");
    }
    // It is served at any depth: nothing on it may be relative.
    assert!(page.targets().iter().all(|target| {
        ["/", "#", "https:", "mailto:", "tel:", "webcal:"]
            .iter()
            .any(|start| target.starts_with(start))
    }));
}

#[test]
fn the_programme_of_a_visit_with_events_is_one_sheet() {
    let site = Site::new()
        .delegation("polen", "countries: [PL]\nstart: 2019-05-06\nend: 2019-05-08")
        .delegation("ungarn", "countries: [HU]\nstart: 2019-05-06\nend: 2019-05-08")
        .event("treffen", "start: 2019-05-07T10:00\ndelegations: [polen]")
        .built();
    assert_eq!(site.errors(), Vec::<String>::new());
    let sheet = site.text("delegationen/polen/print/index.html");
    assert!(sheet.contains("/veranstaltungen/treffen/") && sheet.contains("class=\"qr\""));
    assert!(site.text("delegationen/polen/index.html").contains("\"/delegationen/polen/print/\""));
    assert!(!site.has("delegationen/ungarn/print/index.html"), "there is nothing to print");
}

#[test]
fn guests_of_a_visit_stand_before_its_calendar() {
    let visit = "countries: [PL]\nstart: 2019-11-04\nend: 2019-11-06\n\
                 participants: [{organisation: Firma, country: PL, consent: true}]";
    let site = Site::new().delegation("polen", visit).built();
    let page = site.text("delegationen/polen/index.html");
    let (before, _) = page.split_once("class=\"register\"").unwrap();
    assert!(before.contains("Wer teilnimmt"));
}

/// Of more than 70 letters, and of more than 120: the same rule on every page with a title of an
/// editor.
#[test]
fn long_titles_are_set_smaller_on_every_page_that_has_one() {
    let class = |letters: usize| {
        let title = "ä ".repeat(letters).chars().take(letters - 1).collect::<String>() + "b";
        let lines = format!("title: {title}\npublished: 2019-01-01\n");
        let visit = "countries: [PL]\nstart: 2019-05-06\nend: 2019-05-08\n";
        let site = Site::new()
            .file(
                "events/treffen.yaml",
                format!("{lines}start: 2019-05-07T10:00\ndelegations: [polen]\n"),
            )
            .file("delegations/polen.yaml", format!("{lines}{visit}"))
            .file(
                "press/2019-01-01-neu.md",
                format!("---\ntitle: {title}\ndate: 2019-01-01\n---\nText.\n"),
            )
            .file("pages/seite.md", format!("---\ntitle: {title}\n---\nText.\n"))
            .built();
        let pages =
            ["veranstaltungen/treffen", "delegationen/polen", "presse/2019-01-01-neu", "seite"];
        let classes = pages.map(|page| {
            let page = Page::read(site.text(&format!("{page}/index.html")));
            page.one("h1").get("class").unwrap_or_default().to_owned()
        });
        assert!(classes.iter().all(|class| *class == classes[0]), "{classes:?}");
        classes[0].clone()
    };
    assert_eq!([70, 71, 120, 121].map(class), ["", "long", "long", "long longest"]);
}
