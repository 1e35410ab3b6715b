//! For crawlers: the sitemap (sitemaps.org 0.9) and robots.txt.

use quick_xml::events::BytesText;

use super::pages::{self, Alternate, PageKind};
use super::xml::{Xml, document};
use super::{Artifact, Context};
use crate::dates::rfc3339_in;
use crate::route::{Route, out_path};
use crate::site::Site;

/// URLs that one sitemap may have (sitemaps.org).
const MAX_URLS: usize = 50_000;

/// Of the sitemap, and of its links to the same page in other languages.
const NAMESPACES: [(&str, &str); 2] = [
    ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
    ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
];

/// The sitemap; beyond 50,000 URLs an index and its parts.
pub fn sitemap<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let sites = context.sites;
    let pages: Vec<Listed<'c>> = sites
        .iter()
        .flat_map(|site| pages::all(site).into_iter().map(move |page| (site, page)))
        .filter(|(site, page)| page.is_indexed(site))
        .collect();
    if pages.len() <= MAX_URLS {
        return vec![file(site, Route::Sitemap, move || url_set(sites, &pages))];
    }
    let count = pages.len().div_ceil(MAX_URLS);
    let mut artifacts = vec![file(site, Route::Sitemap, move || index(site, count))];
    let mut pages = pages.into_iter();
    for part in 1..=count {
        let pages: Vec<_> = pages.by_ref().take(MAX_URLS).collect();
        artifacts.push(file(site, Route::SitemapPart(part), move || url_set(sites, &pages)));
    }
    artifacts
}

/// `robots.txt`: everything may be read; calendars must be, or subscriptions fail. Crawlers look
/// for it at the root of a host alone (RFC 9309 2.3): a site below a path has none.
pub fn robots<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    if !site.routes.mount().is_empty() {
        return Vec::new();
    }
    vec![file(site, Route::Robots, move || {
        let access = if site.drafts { "Disallow: /" } else { "Disallow:" };
        let sitemap = site.routes.absolute(Route::Sitemap);
        format!("User-agent: *\n{access}\n\nSitemap: {sitemap}\n").into_bytes()
    })]
}

fn file<'c>(
    site: &Site,
    route: Route<'_>,
    bytes: impl Fn() -> Vec<u8> + Send + Sync + 'c,
) -> Artifact<'c> {
    Artifact::new(out_path(&site.routes.path(route)), None, move || Ok(bytes().into()))
}

/// A page in a language.
type Listed<'c> = (&'c Site<'c>, PageKind<'c>);

fn url_set(sites: &[Site<'_>], pages: &[Listed<'_>]) -> Vec<u8> {
    let namespaces = if sites.len() > 1 { &NAMESPACES[..] } else { &NAMESPACES[..1] };
    document("urlset", namespaces, |xml| {
        for (site, page) in pages {
            let modified = page.modified(site).map(|at| rfc3339_in(at, site.zone()));
            let alternates = pages::alternates(sites, page);
            element(xml, "url", &site.routes.url(&page.path(site)), modified, &alternates);
        }
    })
}

fn index(site: &Site, parts: usize) -> Vec<u8> {
    document("sitemapindex", &NAMESPACES[..1], |xml| {
        for part in 1..=parts {
            element(xml, "sitemap", &site.routes.absolute(Route::SitemapPart(part)), None, &[]);
        }
    })
}

fn element(
    xml: &mut Xml,
    name: &str,
    location: &str,
    modified: Option<String>,
    alternates: &[Alternate],
) {
    let _ = xml.create_element(name).write_inner_content(|xml| {
        xml.create_element("loc").write_text_content(BytesText::new(location))?;
        if let Some(modified) = &modified {
            xml.create_element("lastmod").write_text_content(BytesText::new(modified))?;
        }
        for Alternate { hreflang, href } in alternates {
            xml.create_element("xhtml:link")
                .with_attributes([
                    ("rel", "alternate"),
                    ("hreflang", hreflang.as_str()),
                    ("href", href.as_str()),
                ])
                .write_empty()?;
        }
        Ok(())
    });
}
