//! Sitemap and Atom feed, read back with an XML reader.

use quick_xml::events::Event;

use crate::harness::{Output, Site};

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
            "---\ntitle: Eins & \"zwei\" <drei>\ndate: 2019-08-01T09:00\nlead: \"]]> & so\\e weiter\"\n\
             updates: [{at: 2019-08-03T10:00, kind: correction, note: Zahl}]\n---\n\
             Zum [Termin](../events/treffen.yaml).[^1]\n\n![Bild](../media/ä.png)\n\n[^1]: Ende.\n",
        )
        .file("media/ä.png", "PNG")
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
    let robots = site();
    let robots = robots.text("robots.txt");
    assert_eq!(
        robots,
        "User-agent: *\nDisallow:\n\nSitemap: https://x.example.org/unter/pfad/sitemap.xml\n"
    );
}
