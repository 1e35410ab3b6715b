//! The same page in the other languages of the site: for the switch in the header, and for
//! search engines.

use serde::Serialize;

use super::PageKind;
use crate::route::Route;
use crate::site::Site;

/// A language of the site, as the switch shows it on a page.
#[derive(Debug, Serialize)]
pub struct Choice {
    tag: String,
    /// Its name in itself: »Deutsch«, »English«.
    name: String,
    /// Where the page is in it; nothing when it is not there.
    href: Option<String>,
    is_current: bool,
    /// That the page is not there, in the language of the page.
    missing: Option<String>,
}

/// An address for search engines.
#[derive(Debug, Serialize)]
pub struct Alternate {
    /// BCP 47, or `x-default`.
    pub hreflang: String,
    /// The whole URL.
    pub href: String,
}

/// The languages of the site as choices; none when there is only one.
pub fn choices(site: &Site, sites: &[Site<'_>], page: &PageKind<'_>) -> Vec<Choice> {
    if sites.len() < 2 {
        return Vec::new();
    }
    let choice = |other: &Site<'_>| {
        let name = other.strings.get("language.name");
        let href = path(other, page).map(|path| other.routes.link(&path));
        let missing = href.is_none().then(|| {
            let language = site.language_name(other.language.tag());
            site.strings.fill("language.missing", &[("language", &language)])
        });
        Choice {
            tag: other.language.tag().to_owned(),
            name: name.to_owned(),
            href,
            is_current: other.language == site.language,
            missing,
        }
    };
    sites.iter().map(choice).collect()
}

/// Where a page is in a language. The page for addresses that lead nowhere leads to the home pages:
/// what somebody looked for is in no language.
fn path(site: &Site, page: &PageKind<'_>) -> Option<String> {
    match page {
        PageKind::NotFound => Some(site.routes.path(Route::Home)),
        page => page.is_in(site).then(|| page.path(site)),
    }
}

/// Where a page is in each language that has it, and for all others; none when there is only
/// one.
pub fn alternates(sites: &[Site<'_>], page: &PageKind<'_>) -> Vec<Alternate> {
    if matches!(page, PageKind::NotFound) {
        return Vec::new();
    }
    let there = sites.iter().filter(|site| page.is_in(site));
    let mut alternates: Vec<Alternate> = there
        .map(|site| Alternate {
            hreflang: site.language.tag().to_owned(),
            href: site.routes.url(&page.path(site)),
        })
        .collect();
    if alternates.len() < 2 {
        return Vec::new();
    }
    // The default language comes first and has every page.
    let default = alternates.first().map(|first| first.href.clone()).unwrap_or_default();
    alternates.push(Alternate { hreflang: "x-default".to_owned(), href: default });
    alternates
}
