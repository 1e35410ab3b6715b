//! Sitemap and Atom feed, read back with an XML reader.

use quick_xml::events::Event;

use crate::harness::{Output, PNG, Site};

/// An element of an XML file.
struct Element {
    /// `feed/entry/title`
    path: String,
    attributes: Vec<(String, String)>,
    text: String,
}

/// Every element, in order.
fn elements(xml: &str) -> Vec<Element> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut path: Vec<String> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut found: Vec<Element> = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed XML");
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                path.push(tag.name().as_ref().to_owned());
                let attributes = tag.attributes().map(|attribute| {
                    let attribute = attribute.expect("a well-formed attribute");
                    let key = attribute.key.as_ref().to_owned();
                    (key, quick_xml::escape::unescape(&attribute.value).unwrap().into_owned())
                });
                found.push(Element {
                    path: path.join("/"),
                    attributes: attributes.collect(),
                    text: String::new(),
                });
                if matches!(event, Event::Start(_)) {
                    open.push(found.len() - 1);
                } else {
                    path.pop();
                }
            }
            Event::Text(text) => {
                if let Some(last) = open.last() {
                    found[*last].text.push_str(text);
                }
            }
            Event::GeneralRef(reference) => {
                let entity = format!("&{};", &**reference);
                if let Some(last) = open.last() {
                    found[*last].text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
                }
            }
            Event::End(_) => {
                path.pop();
                open.pop();
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}

fn texts(xml: &str, path: &str) -> Vec<String> {
    let named = elements(xml).into_iter().filter(|element| element.path == path);
    named.map(|element| element.text.trim().to_owned()).collect()
}

fn attributes(xml: &str, path: &str, name: &str) -> Vec<String> {
    let named = elements(xml).into_iter().filter(|element| element.path == path);
    named
        .flat_map(|element| element.attributes)
        .filter_map(|(key, value)| (key == name).then_some(value))
        .collect()
}

fn site() -> Output {
    Site::new()
        .base_url("https://x.example.org/unter/pfad")
        .event("treffen", "start: 2019-10-01\nupdates: [{at: 2019-08-20T10:00, kind: change}]")
        .file(
            "press/2019-08-01-meldung.md",
            "---\ntitle: Eins & \"zwei\" <drei>\ndate: 2019-08-01T09:00\nlead: \"]]> & so weiter\"\n\
             updates: [{at: 2019-08-03T10:00, kind: correction, note: Zahl}]\n---\n\
             Zum [Termin](../events/treffen.yaml).[^1]\n\n![Bild](../media/ä.png)\n\n[^1]: Ende.\n",
        )
        .file("media/ä.png", PNG)
        .release("2019-08-02-juenger", "", "Text")
        .built()
}

#[test]
fn the_feed_has_every_release_with_its_id_its_dates_and_its_address() {
    let site = site();
    let feed = site.text("presse/feed.xml");
    let base = "https://x.example.org/unter/pfad/presse";
    assert_eq!(texts(feed, "feed/title"), ["Testprogramm: Pressemitteilungen"]);
    assert_eq!(texts(feed, "feed/updated"), ["2019-08-03T10:00:00+02:00"]);
    assert_eq!(texts(feed, "feed/author/name"), ["Träger GmbH"]);
    assert_eq!(
        attributes(feed, "feed/link", "href"),
        [format!("{base}/feed.xml"), format!("{base}/")]
    );
    assert_eq!(attributes(feed, "feed", "xml:lang"), ["de"]);
    assert_eq!(
        texts(feed, "feed/entry/title"),
        ["Titel 2019-08-02-juenger", "Eins & \"zwei\" <drei>"]
    );
    assert_eq!(
        texts(feed, "feed/entry/published"),
        ["2019-08-02T00:00:00+02:00", "2019-08-01T09:00:00+02:00"]
    );
    assert_eq!(
        texts(feed, "feed/entry/updated"),
        ["2019-08-02T00:00:00+02:00", "2019-08-03T10:00:00+02:00"]
    );
    assert_eq!(
        attributes(feed, "feed/entry/link", "href"),
        [format!("{base}/2019-08-02-juenger/"), format!("{base}/2019-08-01-meldung/")]
    );
    // uuid.uuid5(uuid.uuid5(uuid.NAMESPACE_DNS, "test-site"), "press/2019-08-01-meldung")
    let ids = texts(feed, "feed/entry/id");
    assert_eq!(ids[1], "urn:uuid:63095696-ec72-5e80-b975-4d0832f6f776");
}

#[test]
fn the_text_of_a_release_in_the_feed_has_absolute_links_and_no_forbidden_characters() {
    let site = site();
    let feed = site.text("presse/feed.xml");
    assert_eq!(texts(feed, "feed/entry/summary"), ["]]> & so weiter"]);
    let content = &texts(feed, "feed/entry/content")[1];
    let base = "https://x.example.org/unter/pfad";
    assert!(content.contains(&format!("<a href=\"{base}/veranstaltungen/treffen/\">Termin</a>")));
    assert!(content.contains(&format!("<img src=\"{base}/media/%C3%A4.png\"")));
    assert_eq!(
        attributes(feed, "feed/entry/content", "xml:base")[1],
        format!("{base}/presse/2019-08-01-meldung/"),
        "footnotes link to the same text"
    );
    assert!(!feed.contains(|c: char| c.is_control() && c != '\n'));
}

#[test]
fn a_feed_without_releases_is_a_feed() {
    let site = Site::new().built();
    let feed = site.text("presse/feed.xml");
    assert_eq!(texts(feed, "feed/id").len(), 1);
    assert_eq!(texts(feed, "feed/updated").len(), 1);
    assert_eq!(texts(feed, "feed/entry"), Vec::<String>::new());
}

#[test]
fn the_sitemap_has_every_page_for_search_engines_as_a_whole_url() {
    let site = site();
    let sitemap = site.text("sitemap.xml");
    let mut listed = texts(sitemap, "urlset/url/loc");
    listed.sort();
    let pages = site.paths().into_iter().filter(|path| path.ends_with("index.html"));
    let url = |path: &str| {
        format!("https://x.example.org/unter/pfad/{}", path.trim_end_matches("index.html"))
    };
    let mut expected: Vec<String> = pages.map(url).collect();
    expected.sort();
    assert_eq!(listed, expected);
}

#[test]
fn the_sitemap_says_when_content_changed_and_leaves_out_stubs_and_the_error_page() {
    let site = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\naliases: [/alt/]\nupdates: [{at: 2019-08-20T10:00, kind: change}]",
        )
        .built();
    let sitemap = site.text("sitemap.xml");
    assert!(site.has("alt/index.html") && !sitemap.contains("/alt/"));
    assert!(site.has("404.html") && !sitemap.contains("404"));
    assert_eq!(texts(sitemap, "urlset/url/lastmod"), ["2019-08-20T10:00:00+02:00"]);
    assert_eq!(
        attributes(sitemap, "urlset", "xmlns"),
        ["http://www.sitemaps.org/schemas/sitemap/0.9"]
    );
}

#[test]
fn robots_may_read_everything_and_find_the_sitemap() {
    let site = Site::new().base_url("https://x.example.org/").built();
    assert_eq!(
        site.text("robots.txt"),
        "User-agent: *\nDisallow:\n\nSitemap: https://x.example.org/sitemap.xml\n"
    );
}

/// The entries of the feed of changes: title, id, content.
fn told(feed: &str) -> Vec<(String, String, String)> {
    let [titles, ids, contents] =
        ["title", "id", "content"].map(|name| texts(feed, &format!("feed/entry/{name}")));
    titles.into_iter().zip(ids).zip(contents).map(|((a, b), c)| (a, b, c)).collect()
}

const CHANGES: &str = "veranstaltungen/aenderungen/feed.xml";

#[test]
fn the_feed_of_changes_says_what_moved_and_what_is_called_off() {
    let site = Site::new()
        .base_url("https://x.example.org/unter/pfad")
        .event(
            "abend",
            "start: 2019-10-17T18:00\nupdates:\n\
             - {at: 2019-08-20T10:00, kind: change, note: \"Saal <2> statt 1\"}\n\
             - {at: 2019-08-21T10:00, kind: change, previous_start: 2019-10-14T18:00}\n\
             - {at: 2019-08-22T10:00, kind: change, previous_start: 2019-10-15T18:00}",
        )
        .event(
            "kongress",
            "start: 2019-11-04\nstatus: cancelled\nupdates:\n\
             - {at: 2019-08-23T10:00, kind: withdrawal, note: Zu wenige Anmeldungen}\n\
             - {at: 2019-08-24T10:00, kind: correction, note: Schreibfehler}",
        )
        .event(
            "seminar",
            "start: 2019-11-05T10:00\nstatus: moved-online\n\
             online: {url: https://konferenz.example.org/}\n\
             updates: [{at: 2019-08-19T10:00, kind: change}]",
        )
        .built();
    let feed = site.text(CHANGES);
    let base = "https://x.example.org/unter/pfad/veranstaltungen";
    assert_eq!(
        texts(feed, "feed/entry/title"),
        [
            "Berichtigt: Titel kongress",
            "Abgesagt: Titel kongress",
            "Verschoben: Titel abend",
            "Verschoben: Titel abend",
            "Geändert: Titel abend",
            "Findet online statt: Titel seminar",
        ]
    );
    assert_eq!(texts(feed, "feed/updated"), ["2019-08-24T10:00:00+02:00"]);
    assert_eq!(texts(feed, "feed/entry/updated")[2], "2019-08-22T10:00:00+02:00");
    assert_eq!(attributes(feed, "feed/entry/link", "href")[2], format!("{base}/abend/"));
    assert_eq!(
        attributes(feed, "feed/link", "href"),
        [format!("{base}/aenderungen/feed.xml"), format!("{base}/")]
    );
    let told = told(feed);
    let has = |number: usize, text: &str| {
        let content = &told[number].2;
        assert!(content.contains(text), "{content} without {text}");
    };
    // 14, 15 and 17 October 2019 are a Monday, a Tuesday and a Thursday.
    has(2, "Bisher: Dienstag, 15. Oktober 2019, 18 Uhr<br>Neu: Donnerstag, 17. Oktober 2019");
    has(3, "Bisher: Montag, 14. Oktober 2019, 18 Uhr<br>Neu: Dienstag, 15. Oktober 2019, 18 Uhr");
    has(4, "<p>Saal &lt;2&gt; statt 1</p>");
    has(4, "Termin: Montag, 14. Oktober 2019, 18 Uhr");
    has(1, "Abgesagter Termin: ");
    has(1, &format!("<a href=\"{base}/kongress/\">"));
    assert!(site.text("index.html").contains("href=\"/unter/pfad/veranstaltungen/aenderungen/"));
    let list = site.text("veranstaltungen/index.html");
    assert!(list.contains("Verschobene und abgesagte Termine als Atom-Feed</a>"));
}

#[test]
fn the_id_of_a_change_is_made_from_its_item_and_its_time_alone() {
    let one = |title: &str, note: &str| {
        let site = Site::new()
            .config_line("languages: [de, en]")
            .file(
                "events/treffen.yaml",
                format!(
                    "title: {title}\npublished: 2019-08-01\nstart: 2019-10-01\n\
                     updates: [{{at: 2019-08-20T10:00, kind: change, note: {note}}}]"
                ),
            )
            .built();
        let ids = |path: &str| texts(site.text(path), "feed/entry/id");
        let german = ids(CHANGES);
        assert_eq!(german, ids("en/events/changes/feed.xml"), "the same in every language");
        german
    };
    let ids = one("Treffen", "Raum");
    // item = uuid5(uuid5(NAMESPACE_DNS, "test-site"), "event/treffen")
    // uuid5(item, "2019-08-20T08:00:00Z")
    assert_eq!(ids, ["urn:uuid:971dbca7-a7d4-551a-a9d5-11a991b6a326"]);
    assert_eq!(ids, one("Anderer Titel", "Saal"));
    let two = Site::new()
        .event(
            "treffen",
            "start: 2019-10-01\nupdates: [{at: 2019-08-20T10:00, kind: change}, \
             {at: 2019-08-20T10:00, kind: correction}]",
        )
        .built();
    let two = texts(two.text(CHANGES), "feed/entry/id");
    assert!(two.len() == 2 && two[0] != two[1] && two.contains(&ids[0]), "{two:?}");
}

#[test]
fn changes_of_what_is_hidden_and_changes_to_come_are_not_told() {
    let update = "updates: [{at: 2019-08-20T10:00, kind: change, note: Geheim}]";
    let at = |now: &str| {
        Site::new()
            .event("entwurf", &format!("start: 2019-10-01\ndraft: true\n{update}"))
            .event("gesperrt", &format!("start: 2019-10-01\nembargo: 2019-09-20T10:00\n{update}"))
            .event(
                "offen",
                "start: 2019-10-01\nupdates: [{at: 2019-09-01T11:00, kind: change, note: Gleich}]",
            )
            .now(now)
            .built()
    };
    let before = at("2019-09-01T10:00:00+02:00");
    assert_eq!(texts(before.text(CHANGES), "feed/entry"), Vec::<String>::new());
    assert_eq!(texts(before.text(CHANGES), "feed/updated").len(), 1);
    assert_eq!(before.json("build.json")["next_change_at"], "2019-09-01T09:00:00Z");
    let after = at("2019-09-01T11:00:00+02:00");
    assert_eq!(texts(after.text(CHANGES), "feed/entry/title"), ["Geändert: Titel offen"]);
}

#[test]
fn moves_and_cancellations_of_visits_and_of_dates_of_a_series_are_told() {
    let site = Site::new()
        .delegation(
            "polen",
            "countries: [PL]\nstart: 2019-11-04\nend: 2019-11-08\n\
             updates: [{at: 2019-08-20T10:00, kind: change, previous_start: 2019-10-07}]",
        )
        .event(
            "sprechstunde",
            "start: 2019-10-01T10:00\nend: 2019-10-01T11:00\n\
             repeat: {every: week, on: [tuesday], until: 2019-10-29, \
             changes: [{date: 2019-10-15, start: 2019-10-16T14:00, end: 2019-10-16T15:00}]}\n\
             updates: [{at: 2019-08-19T10:00, kind: change, previous_start: 2019-10-15T10:00}]",
        )
        .built();
    let told = told(site.text(CHANGES));
    assert_eq!(told[0].0, "Verschoben: Titel polen");
    assert!(told[0].2.contains("Bisher: Montag, 7. Oktober 2019<br>Neu: 4.–8. November 2019"));
    assert_eq!(told[1].0, "Verschoben: Titel sprechstunde");
    assert!(told[1].2.contains("Bisher: Dienstag, 15. Oktober 2019, 10 Uhr<br>Neu: Mittwoch, 16."));
}

#[test]
fn a_country_and_a_sector_have_a_feed_of_their_releases_alone() {
    let site = Site::new()
        .release("2019-01-01-polen", "countries: [PL]\nsectors: [rail]", "Text.")
        .release("2019-01-02-ungarn", "countries: [HU]", "Text.")
        .file("sectors.yaml", "rail: {name: Bahn}")
        .built();
    assert_eq!(site.errors(), Vec::<String>::new());
    let ids = |path: &str| -> Vec<String> {
        let of = |element: Element| (element.path == "feed/entry/id").then_some(element.text);
        elements(site.text(path)).into_iter().filter_map(of).collect()
    };
    let all = ids("presse/feed.xml");
    assert_eq!(all.len(), 2);
    // The newest is first; an entry is the same in every feed.
    assert_eq!(ids("laender/ungarn/feed.xml"), all[..1]);
    assert_eq!(ids("laender/polen/feed.xml"), all[1..]);
    assert_eq!(ids("branchen/rail/feed.xml"), all[1..]);
    let own = |path: &str| {
        elements(site.text(path)).into_iter().find(|it| it.path == "feed/id").unwrap().text
    };
    assert_ne!(own("laender/polen/feed.xml"), own("presse/feed.xml"));
    let page = site.text("laender/polen/index.html");
    assert!(page.contains("href=\"/laender/polen/feed.xml\""));
}

#[test]
fn a_release_is_there_as_plain_text_with_its_correction_above_it() {
    let release = "---\ntitle: Gäste der Auto\u{ad}mobil\u{ad}industrie\ndate: 2019-01-01\n\
                   lead: Am Montag kommen Gäste.\n\
                   updates: [{at: 2019-01-02T10:00, kind: correction, note: Ein Name war falsch.}]\n\
                   ---\nSie **sprechen** [hier](https://x.example.org/).\n";
    let site = Site::new().file("press/2019-01-01-gaeste.md", release).built();
    let text = site.text("presse/2019-01-01-gaeste/index.txt");
    let places = [
        "Pressemitteilung",
        "Gäste der Automobilindustrie",
        "Berichtigung. Ein Name war falsch.",
        "Am Montag kommen Gäste.",
        "Sie sprechen hier (https://x.example.org/).",
    ]
    .map(|part| text.find(part).unwrap_or_else(|| panic!("no »{part}« in\n{text}")));
    assert!(places.is_sorted(), "{text}");
    assert!(!text.contains('\u{ad}') && !text.contains('<'), "{text}");
    let page = site.text("presse/2019-01-01-gaeste/index.html");
    assert!(page.contains("href=\"/presse/2019-01-01-gaeste/index.txt\""));
}
