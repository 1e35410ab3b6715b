//! What a page in a browser is told: a hash of itself and of the files that it shows, and what
//! is wrong. The page compares with what it has and fetches what is new. Nothing is remembered
//! here about any page, so one that slept or lost its connection catches up with one message.

use std::collections::BTreeMap;

use memchr::memmem;
use serde::Serialize;

use super::address::{Answer, answer, not_found};
use super::findings::Findings;
use super::{Preview, Site};
use crate::check::PageLinks;
use crate::files::Body;
use crate::media_type;

/// The script that keeps a page up to date.
pub const SCRIPT: &str = include_str!("live.js");

/// Where the script is, below the mount path. Names that begin with `_` are never files of ours.
pub const SCRIPT_PATH: &str = "/_bba/live.js";

/// Where messages come from; `?path=` says for which page.
pub const EVENTS_PATH: &str = "/_bba/events";

/// The state of a page: hashes of what it consists of.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct PageState {
    /// Of the page; `None` when there is none at its address.
    page: Option<String>,
    /// Of styles, scripts and images, by their addresses.
    assets: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Message<'m> {
    state: PageState,
    findings: &'m Findings,
    /// Where the source file of the page is edited.
    edit: Option<String>,
}

/// What the page at a path is told, as JSON.
pub fn message(preview: &Preview, path: &str) -> String {
    let state =
        preview.site.as_ref().map_or_else(PageState::none, |site| PageState::of(site, path));
    let edit = preview.site.as_ref().and_then(|site| site.editor_of(path));
    // Texts always have a JSON form.
    serde_json::to_string(&Message { state, findings: &preview.findings, edit }).unwrap_or_default()
}

impl PageState {
    /// The state of a page while there is no site.
    pub fn none() -> Self {
        PageState { page: None, assets: BTreeMap::new() }
    }

    /// The state of what is shown at a path.
    pub fn of(site: &Site, path: &str) -> Self {
        match answer(site, path) {
            Answer::File(_, body) => {
                PageState { page: Some(short_hash(body)), assets: assets(site, body) }
            }
            _ => {
                let assets = not_found(site, path).map(|(_, body)| assets(site, body));
                let assets = assets.unwrap_or_default();
                PageState { page: None, assets }
            }
        }
    }
}

/// Enough of a hash to notice a change.
fn short_hash(body: &Body) -> String {
    body.hash().to_hex().chars().take(16).collect()
}

/// The files that a page shows. What it only leads to, it does not show.
fn assets(site: &Site, page: &Body) -> BTreeMap<String, String> {
    let Some(html) = page.made() else { return BTreeMap::new() };
    let shown = |kind: &str| {
        ["text/css", "text/javascript", "image/", "font/"]
            .iter()
            .any(|shown| kind.starts_with(shown))
    };
    let asset = |link: &str| match answer(site, link) {
        Answer::File(path, body) if shown(media_type::of(path)) => {
            Some((link.to_owned(), short_hash(body)))
        }
        _ => None,
    };
    PageLinks::read(&html).links.into_iter().filter_map(asset).collect()
}

/// A page with the script in its head, which knows the state it begins with.
pub fn with_script(html: &[u8], mount: &str, state: &PageState) -> Vec<u8> {
    let state = serde_json::to_string(state).unwrap_or_default();
    let state = state.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    let script =
        format!("<script src=\"{mount}{SCRIPT_PATH}\" data-state=\"{state}\" defer></script>\n");
    let at = memmem::find(html, b"</head>").unwrap_or(html.len());
    let (before, after) = html.split_at(at);
    [before, script.as_bytes(), after].concat()
}
