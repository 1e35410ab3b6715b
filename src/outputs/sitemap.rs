//! For crawlers: the sitemap (sitemaps.org 0.9) and robots.txt.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::pages::{self, Alternate, PageKind};
use super::{Artifact, Context, Output, Scope};
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
    Artifact::new(out_path(&site.routes.path(route)), None, move || Ok(bytes().into()))
}

/// A page in a language.
type Listed<'c> = (&'c Site<'c>, PageKind<'c>);

fn url_set(sites: &[Site<'_>], pages: &[Listed<'_>]) -> Vec<u8> {
    let namespaces = if sites.len() > 1 { &NAMESPACES[..] } else { &NAMESPACES[..1] };
    document("urlset", namespaces, |xml| {
        for (site, page) in pages {
            let modified = page.modified().map(|at| rfc3339_in(at, site.zone()));
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

/// An XML document in memory; writing to memory cannot fail.
fn document(
    root: &str,
    namespaces: &[(&str, &str)],
    body: impl FnOnce(&mut Writer<Vec<u8>>),
) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let mut start = BytesStart::new(root);
    namespaces.iter().for_each(|namespace| start.push_attribute(*namespace));
    let _ = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let _ = xml.write_event(Event::Start(start));
    body(&mut xml);
    let _ = xml.write_event(Event::End(BytesEnd::new(root)));
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    bytes
}

fn element(
    xml: &mut Writer<Vec<u8>>,
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
        for (hreflang, href) in alternates.iter().map(Alternate::parts) {
            xml.create_element("xhtml:link")
                .with_attributes([("rel", "alternate"), ("hreflang", hreflang), ("href", href)])
                .write_empty()?;
        }
        Ok(())
    });
}
