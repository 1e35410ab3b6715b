//! The Atom feeds of the releases (RFC 4287), with full text and absolute links: of all, and of
//! those about a country or a sector.

use std::sync::{Arc, OnceLock};

use jiff::Timestamp;
use quick_xml::events::BytesText;

use super::atom::{allowed, author, link, text};
use super::xml::{Xml, document, fragment};
use super::{Artifact, Context};
use crate::dates::rfc3339_in;
use crate::language::Translated;
use crate::route::{Route, out_path};
use crate::site::{Release, Site};

/// How many releases the feed has.
const MAX_ENTRIES: usize = 50;

/// What a feed is about.
#[derive(Debug, Clone, Copy)]
struct Subject<'s> {
    /// What its identity is made from, in the default language.
    word: &'s str,
    /// The name of a country or sector.
    topic: Option<&'s str>,
    feed: Route<'s>,
    page: Route<'s>,
}

/// The entries of releases, by their numbers; a release is in the feeds of its countries and sectors
/// too, and is written once.
struct Entries(Vec<OnceLock<Vec<u8>>>);

impl Entries {
    fn of(site: &Site) -> Self {
        Entries(std::iter::repeat_with(OnceLock::new).take(site.releases.len()).collect())
    }

    fn entry(&self, site: &Site, number: usize) -> &[u8] {
        let write = || fragment(|xml| entry(xml, site, site.release(number)));
        self.0.get(number).map_or(&[], |known| known.get_or_init(write))
    }
}

/// The Atom feeds.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let entries = Arc::new(Entries::of(site));
    let path = |route| out_path(&site.routes.path(route));
    let known = entries.clone();
    let mut feeds = vec![Artifact::new(path(Route::PressFeed), None, move || {
        let all = (0..site.releases.len()).collect::<Vec<_>>();
        let (feed, page) = (Route::PressFeed, Route::Press);
        let subject = Subject { word: "press", topic: None, feed, page };
        Ok(feed_of(site, subject, &all, &known).into())
    })];
    for entry in &site.countries_by_name {
        let (feed, page) = (Route::CountryFeed(entry.country), Route::Country(entry.country));
        let known = entries.clone();
        feeds.push(Artifact::new(path(feed), None, move || {
            let word = format!("press/countries/{}", entry.country.code);
            let topic = Some(entry.country.name(site.language.tag()));
            let subject = Subject { word: &word, topic, feed, page };
            Ok(feed_of(site, subject, &entry.about.releases, &known).into())
        }));
    }
    for entry in &site.sectors_by_name {
        let (feed, page) = (Route::SectorFeed(&entry.key), Route::Sector(&entry.key));
        let known = entries.clone();
        feeds.push(Artifact::new(path(feed), None, move || {
            let word = format!("press/sectors/{}", entry.key);
            let sector = site.sectors.get(&entry.key);
            let name = sector.map_or(&entry.key, |sector| sector.name.get(&site.language));
            let subject = Subject { word: &word, topic: Some(name), feed, page };
            Ok(feed_of(site, subject, &entry.about.releases, &known).into())
        }));
    }
    feeds
}

/// A feed of releases by their numbers, the newest first.
fn feed_of(site: &Site, subject: Subject<'_>, numbers: &[usize], entries: &Entries) -> Vec<u8> {
    let numbers = numbers.get(..MAX_ENTRIES).unwrap_or(numbers);
    let releases: Vec<&Release> = numbers.iter().map(|number| site.release(*number)).collect();
    let name = site.config.title.get(&site.language);
    let title = match subject.topic {
        None => site.strings.fill("press.feed_title", &[("site", name)]),
        Some(topic) => {
            site.strings.fill("press.topic_feed_title", &[("site", name), ("topic", topic)])
        }
    };
    // A feed in another language is another feed; its entries are the same.
    let feed = if site.is_default() {
        subject.word.to_owned()
    } else {
        format!("{}/{}", subject.word, site.language)
    };
    let newest = releases.iter().map(|release| updated(release)).max();
    let newest = rfc3339_in(newest.unwrap_or(Timestamp::UNIX_EPOCH), site.zone());
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.tag())];
    document("feed", &attributes, |xml| {
        text(xml, "title", &title);
        text(xml, "id", &format!("urn:uuid:{}", site.uid("feed", &feed)));
        text(xml, "updated", &newest);
        link(xml, "self", "application/atom+xml", &site.routes.absolute(subject.feed));
        link(xml, "alternate", "text/html", &site.routes.absolute(subject.page));
        author(xml, site);
        let written = numbers.iter().map(|number| entries.entry(site, *number));
        written.for_each(|entry| xml.get_mut().extend_from_slice(entry));
    })
}

/// When readers could first have it: not before its embargo ended, or those who read the feed
/// would miss it among what they have seen (RFC 4287 4.2.9).
fn published(release: &Release) -> Timestamp {
    release.publication.shown_from()
}

/// When it last changed, or became public (RFC 4287 4.2.15).
fn updated(release: &Release) -> Timestamp {
    release.publication.modified().max(published(release))
}

fn entry(xml: &mut Xml, site: &Site, release: &Release) {
    let (language, zone) = (&site.language, site.zone());
    let mut element = xml.create_element("entry");
    let spoken = site.routes_to(&release.body).language();
    if *spoken != *language {
        element = element.with_attribute(("xml:lang", spoken.tag()));
    }
    let _ = element.write_inner_content(|xml| {
        text(xml, "title", release.title.get(language));
        text(xml, "id", &format!("urn:uuid:{}", site.uid("press", &release.id)));
        text(xml, "published", &rfc3339_in(published(release), zone));
        text(xml, "updated", &rfc3339_in(updated(release), zone));
        let url = site.routes_to(&release.body).absolute(Route::Release(&release.id));
        link(xml, "alternate", "text/html", &url);
        let routes = site.routes_to(&release.body);
        let own = |lead: &&Translated<String>| site.language_of(*lead) == routes.language();
        if let Some(lead) = release.lead.as_ref().filter(own) {
            text(xml, "summary", lead.get(language));
        }
        let body = site.html(release.body.get(language), |path| site.routes.url(path));
        // Footnotes link to the same text: on the page, wherever it is read.
        xml.create_element("content")
            .with_attribute(("type", "html"))
            .with_attribute(("xml:base", url.as_str()))
            .write_text_content(BytesText::new(&allowed(&body)))?;
        Ok(())
    });
}
