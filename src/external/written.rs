//! Which links to other sites there are: what finished pages link to, as far as an editor wrote it.
//! What the program makes itself, as links into calendars, nobody here could mend.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use percent_encoding::percent_decode_str;

use crate::pipeline::Built;
use crate::place::SourcePath;
use crate::source::Sources;

/// A link that an editor wrote.
#[derive(Debug)]
pub(super) struct Link {
    /// As it stands on a page.
    pub url: String,
    pub file: SourcePath,
    pub range: Range<usize>,
}

/// What begins a link.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Every link once, at its first place.
pub(super) fn links(built: &Built, sources: &Sources) -> Vec<Link> {
    let shown = shown(built);
    let mut links: Vec<Link> = Vec::new();
    let mut seen = BTreeSet::new();
    for (file, text) in sources.texts("content/") {
        if built.programme.hidden.contains(file) {
            continue;
        }
        for (start, _) in text.match_indices("http") {
            let Some(range) = link_at(text, start, &shown) else { continue };
            let url = text.get(range.clone()).unwrap_or_default();
            let known = shown.get(&normal(url)).cloned().unwrap_or_default();
            if seen.insert(known.clone()) {
                links.push(Link { url: known, file: file.clone(), range });
            }
        }
    }
    links
}

/// The longest link at a place that some page has: what follows it may be of the sentence.
fn link_at(text: &str, start: usize, shown: &BTreeMap<String, String>) -> Option<Range<usize>> {
    let rest = text.get(start..)?;
    SCHEMES.iter().find(|scheme| rest.starts_with(*scheme))?;
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c);
    let mut end = rest.find(ends).unwrap_or(rest.len());
    while let Some(url) = rest.get(..end).filter(|url| !url.ends_with("://")) {
        if shown.contains_key(&normal(url)) {
            return Some(start..start + end);
        }
        end -= url.chars().next_back()?.len_utf8();
    }
    None
}

/// The links of all pages to other sites, by how they are compared.
fn shown(built: &Built) -> BTreeMap<String, String> {
    let own = built.hosting.routes.origin();
    let pages = built.files.iter().filter(|(path, _)| path.ends_with(".html"));
    let mut shown = BTreeMap::new();
    for (_, body) in pages {
        let Some(html) = body.made() else { continue };
        let html = String::from_utf8_lossy(&html);
        for (at, _) in html.match_indices("href=\"http") {
            let value = html.get(at + "href=\"".len()..).and_then(|rest| rest.split('"').next());
            let url = value.unwrap_or_default().replace("&amp;", "&").replace("&#x27;", "'");
            if !url.starts_with(own) {
                shown.insert(normal(&url), url);
            }
        }
    }
    shown
}

/// A link however its letters are written.
fn normal(url: &str) -> String {
    percent_decode_str(url.trim_end_matches('/')).decode_utf8_lossy().into_owned()
}
