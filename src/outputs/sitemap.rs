//! For crawlers: the sitemap (sitemaps.org 0.9) and robots.txt.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::pages::PageKind;
use super::{Artifact, Body, Context, Output, Scope, pages};
use crate::dates::rfc3339_in;
use crate::route::{Route, out_path};
use crate::site::Site;

/// URLs that one sitemap may have (sitemaps.org).
const MAX_URLS: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap; beyond 50,000 URLs an index and its parts.
pub struct Sitemap;

impl Output for Sitemap {
    fn name(&self) -> &'static str {
        "sitemap"
    }

    fn scope(&self) -> Scope {
        Scope::Once
    }

    fn plan<'c>(&self, context: &'c Context<'c>) -> Vec<Artifact<'c>> {
        let site = context.site;
        let pages: Vec<PageKind<'c>> =
            pages::all(site).into_iter().filter(|page| page.is_indexed(site)).collect();
        if pages.len() <= MAX_URLS {
            return vec![file(site, Route::Sitemap, move || url_set(site, &pages))];
        }
        let count = pages.len().div_ceil(MAX_URLS);
        let mut artifacts = vec![file(site, Route::Sitemap, move || index(site, count))];
        let mut pages = pages.into_iter();
        for part in 1..=count {
            let pages: Vec<_> = pages.by_ref().take(MAX_URLS).collect();
            artifacts.push(file(site, Route::SitemapPart(part), move || url_set(site, &pages)));
        }
        artifacts
    }
}

/// `robots.txt`: everything may be read; calendars must be, or subscriptions fail.
pub struct Robots;

impl Output for Robots {
    fn name(&self) -> &'static str {
        "robots"
    }

    fn scope(&self) -> Scope {
        Scope::Once
    }

    fn plan<'c>(&self, context: &'c Context<'c>) -> Vec<Artifact<'c>> {
        let site = context.site;
        vec![file(site, Route::Robots, move || {
            let access = if site.drafts { "Disallow: /" } else { "Disallow:" };
            let sitemap = site.routes.absolute(Route::Sitemap);
            format!("User-agent: *\n{access}\n\nSitemap: {sitemap}\n").into_bytes()
        })]
    }
}

fn file<'c>(
    site: &Site,
    route: Route<'_>,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'c,
) -> Artifact<'c> {
    Artifact::new(out_path(&site.routes.path(route)), None, move || Ok(Body::Bytes(bytes())))
}

fn url_set(site: &Site, pages: &[PageKind<'_>]) -> Vec<u8> {
    document("urlset", |xml| {
        for page in pages {
            let modified = page.modified().map(|at| rfc3339_in(at, site.zone()));
            element(xml, "url", &site.routes.url(&page.path(site)), modified);
        }
    })
}

fn index(site: &Site, parts: usize) -> Vec<u8> {
    document("sitemapindex", |xml| {
        for part in 1..=parts {
            element(xml, "sitemap", &site.routes.absolute(Route::SitemapPart(part)), None);
        }
    })
}

/// An XML document in memory; writing to memory cannot fail.
fn document(root: &str, body: impl FnOnce(&mut Writer<Vec<u8>>)) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let mut start = BytesStart::new(root);
    start.push_attribute(("xmlns", NAMESPACE));
    let _ = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = xml.write_event(Event::Start(start));
    body(&mut xml);
    let _ = xml.write_event(Event::End(BytesEnd::new(root)));
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn element(xml: &mut Writer<Vec<u8>>, name: &str, location: &str, modified: Option<String>) {
    let _ = xml.create_element(name).write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(location))?;
        if let Some(modified) = &modified {
            xml.create_element("lastmod").write_text_content(BytesText::new(modified))?;
        }
        Ok(())
    });
}
