//! The Atom feed of the releases (RFC 4287), with full text and absolute links.

use jiff::Timestamp;
use quick_xml::events::BytesText;

use super::atom::{allowed, author, link, text};
use super::xml::{Xml, document};
use super::{Artifact, Context};
use crate::dates::rfc3339_in;
use crate::language::Translated;
use crate::route::{Route, out_path};
use crate::site::{Release, Site};

/// How many releases the feed has.
const MAX_ENTRIES: usize = 50;

/// The Atom feed.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let path = out_path(&site.routes.path(Route::PressFeed));
    vec![Artifact::new(path, None, move || Ok(feed(site).into()))]
}

fn feed(site: &Site) -> Vec<u8> {
    let releases = site.releases.get(..MAX_ENTRIES).unwrap_or(&site.releases);
    let title = site.config.title.get(&site.language);
    let title = site.strings.fill("press.feed_title", &[("site", title)]);
    // A feed in another language is another feed; its entries are the same.
    let feed =
        if site.is_default() { "press".to_owned() } else { format!("press/{}", site.language) };
    let newest = releases.iter().map(updated).max();
    let newest = rfc3339_in(newest.unwrap_or(Timestamp::UNIX_EPOCH), site.zone());
    let attributes = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", site.language.tag())];
    document("feed", &attributes, |xml| {
        text(xml, "title", &title);
        text(xml, "id", &format!("urn:uuid:{}", site.uid("feed", &feed)));
        text(xml, "updated", &newest);
        link(xml, "self", "application/atom+xml", &site.routes.absolute(Route::PressFeed));
        link(xml, "alternate", "text/html", &site.routes.absolute(Route::Press));
        author(xml, site);
        releases.iter().for_each(|release| entry(xml, site, release));
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
