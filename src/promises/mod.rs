//! Promises to readers who have our addresses and to subscribers of our calendars: what is
//! published is compared with what would be. A build never asks; `check --against` does, while
//! a promise can still be kept.
//!
//! | file | what it answers |
//! |---|---|
//! | `addresses.rs` | which addresses were there and are not any more, and why |
//! | `redirects.rs` | old addresses that lead nowhere, or only by a detour |
//! | `stamps.rs` | whether calendars that have an entry will take over its change |
//! | `entries.rs` | entries that leave calendars without a word |
//! | `calendar.rs` | what a calendar file says, as a subscriber reads it |
//! | `record.rs` | which record an address or an entry comes from |
//! | `changes.rs` | what would be new, otherwise or gone, item by item |
//! | `items.rs` | what `data/*.json` say of events, visits and releases |

mod addresses;
mod calendar;
mod changes;
mod entries;
mod items;
mod record;
mod redirects;
mod stamps;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Diagnostic;
use crate::files::OutPath;
use crate::pipeline::Built;
use crate::place::{Spot, Step};
use crate::problem::{Problem, PromiseProblem, SiteWarning};
use crate::published::{Published, Unreadable};
use crate::route::Route;
use crate::site::Programme;
use items::Items;

pub use changes::{Change, Shift, changes};
pub use items::ItemKind;

/// What is published, as far as promises are concerned.
#[derive(Debug)]
pub struct Before {
    files: BTreeSet<OutPath>,
    items: Items,
    /// Calendar files in which an entry may differ.
    calendars: BTreeMap<OutPath, Vec<u8>>,
}

/// What would be published.
#[derive(Debug, Clone, Copy)]
pub struct After<'a> {
    /// The finished files.
    pub built: &'a Built,
    /// All records, with those that are not public.
    pub everything: &'a Programme,
}

impl Before {
    /// Reads what has to be compared: the data, and of the calendar files as few as have every
    /// entry that may differ.
    ///
    /// # Errors
    /// When the disk or the network fails.
    pub fn read(published: &mut Published, built: &Built) -> Result<Before, Unreadable> {
        let items = Items::read(|path| published.read(path))?;
        let changed = |path: &OutPath, hash: &String| {
            let body = built.files.get(path)?;
            (path.ends_with(".ics") && body.hash().to_hex().as_str() != hash).then_some(body)
        };
        let mut changed: Vec<_> = published
            .files()
            .iter()
            .filter_map(|(path, hash)| Some((path.clone(), changed(path, hash)?)))
            .collect();
        // The large ones have the entries of the small ones.
        changed.sort_by_key(|(_, body)| Reverse(body.size()));
        let mut known = BTreeSet::new();
        let mut calendars = BTreeMap::new();
        for (path, body) in changed {
            let entries =
                calendar::read(language(built, &path), &body.read().map_err(Unreadable::Disk)?);
            let is_empty = entries.is_empty();
            let new = entries.into_keys().filter(|name| known.insert(name.clone())).count();
            if new > 0 || is_empty {
                calendars.extend(published.read(&path)?.map(|bytes| (path, bytes)));
            }
        }
        let files = published.files().keys().cloned().collect();
        Ok(Before { files, items, calendars })
    }
}

/// The promises that would be broken, and addresses that vanish for a while.
///
/// # Errors
/// When the disk fails.
pub fn broken(before: &Before, after: After<'_>) -> std::io::Result<Vec<Diagnostic>> {
    let items = Items::of(after.built)?;
    let mut found = addresses::lost(before, after, &items);
    found.extend(redirects::astray(after));
    let standing = stamps::standing(before, after, &items)?;
    // With another id every entry is another one: that is told once.
    let is_other_site = |found: &Diagnostic| {
        matches!(found.problem, Problem::Promise(PromiseProblem::SiteIdChanged))
    };
    if !standing.iter().any(is_other_site) {
        found.extend(entries::lost(before, after)?);
    }
    found.extend(standing);
    found.extend(moved(before, after));
    Ok(found)
}

/// That the site is elsewhere by its own word: whoever has an address of it asks where it was. Where
/// a preview is served from is no move.
fn moved(before: &Before, after: After<'_>) -> Option<Diagnostic> {
    let config = &after.everything.config;
    let (from, to) = moved_to(before, after)?;
    let is_written = config.base_url.trim_end_matches('/') == to;
    let problem = SiteWarning::SiteMoved { from, to };
    is_written.then(|| Diagnostic::new(&config.file, value_of("base_url"), problem))
}

/// The language that a path of the site begins with; empty for the default language.
fn language<'p>(built: &Built, path: &'p str) -> &'p str {
    let first = path.split('/').next().unwrap_or_default();
    let mut others = built.hosting.routes.languages().skip(1);
    if others.any(|language| language.tag() == first) { first } else { "" }
}

/// The value of a key of a file.
fn value_of(key: &str) -> Spot {
    Spot::Value(vec![Step::Key(key.to_owned())])
}

/// Where the site was and will be, if that is not the same: then every link in every entry differs,
/// which is no change of any event.
fn moved_to(before: &Before, after: After<'_>) -> Option<(String, String)> {
    let routes = &after.built.hosting.routes;
    let base = after.everything.events.iter().find_map(|event| {
        let url = before.items.text(&(ItemKind::Event, event.id.clone()), "url")?;
        url.strip_suffix(&routes.path(Route::Event(&event.id))).map(str::to_owned)
    });
    let now = format!("{}{}", routes.origin(), routes.mount());
    base.filter(|base| *base != now).map(|base| (base, now))
}
