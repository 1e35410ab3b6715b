//! The files of hosts that have nothing but files: Netlify, Cloudflare Pages, GitLab Pages. What
//! they do not say stays as such hosts do it: pages are asked for each time, `404.html` is found.

use std::fmt::Write;

use super::headers::Keeping;
use super::{Hosting, head, headers};
use crate::media_type::{self, ENDINGS, NAMES};
use crate::outputs::assets::{SEARCH_SCRIPT, STYLESHEET};
use crate::route::{Route, Routes, encode};

/// A `_headers`. No header stands in two rules that fit one file: some hosts join both values.
pub(super) fn headers(hosting: &Hosting) -> String {
    let mut text = head(hosting, &["Hosts with a _headers file: Netlify, Cloudflare Pages."]);
    let mount = hosting.routes.mount();
    let mut rule = |path: &str, rows: &[(&str, &str)]| {
        let _ = writeln!(text, "\n{path}");
        for (name, value) in rows {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    let all: Vec<_> = hosting.headers().collect();
    rule(&format!("{mount}/*"), &all);
    let row = |media_type: &'static str| {
        let open = headers::is_open(media_type).then_some((headers::ORIGIN, "*"));
        [Some(("Content-Type", media_type)), open].into_iter().flatten().collect::<Vec<_>>()
    };
    for (ending, media_type) in ENDINGS.iter().filter(|(ending, _)| is_told(ending)) {
        rule(&format!("{mount}/*.{ending}"), &row(media_type));
    }
    for (ending, media_type) in NAMES.iter().filter(|(name, _)| name.starts_with('.')) {
        rule(&format!("{mount}/*{ending}"), &row(media_type));
    }
    for feed in hosting.feeds() {
        rule(&feed, &row(media_type::FEED));
    }
    rule(&hosting.routes.href(Route::Sitemap), &row(media_type::of("sitemap.xml")));
    rule(&format!("{mount}/data/*"), &[(headers::ORIGIN, "*")]);
    for (files, keeping) in kept(&hosting.routes) {
        rule(&files, &[(headers::CACHE, keeping.value())]);
    }
    text
}

/// Files that are kept without asking. Of the style sheets and scripts of a theme those that every
/// theme has: a rule can say no hash.
fn kept(routes: &Routes) -> [(String, Keeping); 5] {
    let below = |folder: Route<'_>| format!("{}*", routes.href(folder));
    let hashed = |file: &str| routes.href(Route::Asset(&file.replace('.', "-*.")));
    [
        (below(Route::Media("")), Keeping::Hour),
        (below(Route::Photo("")), Keeping::Forever),
        (below(Route::ShareImage("")), Keeping::Forever),
        (hashed(STYLESHEET), Keeping::Forever),
        (hashed(SEARCH_SCRIPT), Keeping::Forever),
    ]
}

/// Whether such hosts have to be told the type of an ending: of texts for their charset, and of
/// what they need not know. XML is told file by file.
fn is_told(ending: &str) -> bool {
    let media_type = media_type::of(&format!("x.{ending}"));
    let is_text = media_type.starts_with("text/") && ending != "html";
    is_text || ending == "webmanifest"
}

/// A `_redirects`.
pub(super) fn redirects(hosting: &Hosting) -> String {
    let lines = [
        "Hosts with a _redirects file: Netlify, Cloudflare Pages, GitLab Pages. 410 and 404 are for",
        "Netlify, the others pass over them.",
    ];
    let mut text = head(hosting, &lines);
    for (address, target) in hosting.redirects() {
        let _ = writeln!(text, "{} {target} 301", literal(&address));
    }
    for address in hosting.gone_addresses() {
        let _ = writeln!(text, "{} {} 410", literal(&address), hosting.not_found());
    }
    for elsewhere in hosting.not_found_elsewhere() {
        let _ = writeln!(text, "{}* {} 404", elsewhere.below, elsewhere.page);
    }
    text
}

/// An address as a rule that is for it alone: in rules `*` stands for anything and `:NAME` for any
/// part of a path.
fn literal(address: &str) -> String {
    encode(address).replace('*', "%2A").replace(':', "%3A")
}
