//! In which finished files an item appears.

use memchr::memmem::Finder;

use super::Build;
use crate::files::{Body, OutPath};
use crate::manifest;
use crate::query::item::Item;

/// Finds one item in finished files: by its UID in calendars, else by its address.
pub(super) struct Appearance {
    uids: Vec<Finder<'static>>,
    addresses: Vec<Finder<'static>>,
}

impl Appearance {
    pub(super) fn of(build: &Build<'_>, item: Item<'_>) -> Self {
        let kinds: &[&str] = match item {
            Item::Event(_) => &["event", "deadline"],
            Item::Delegation(_) => &["delegation"],
            Item::Release(_) | Item::Page(_) => &[],
        };
        let uids = kinds.iter().map(|kind| build.site().uid(kind, item.id()));
        // With what follows an address, so that a longer one is another.
        let addresses = build.sites.iter().flat_map(|site| {
            let path = item.page().path(site);
            let (link, url) = (site.routes.link(&path), site.routes.url(&path));
            [format!("\"{link}\""), format!("\"{link}#"), format!("\"{url}\""), format!(">{url}<")]
        });
        let finder = |needle: String| Finder::new(needle.as_bytes()).into_owned();
        Appearance {
            uids: uids.map(|uid| finder(format!("\r\nUID:{uid}\r\n"))).collect(),
            addresses: addresses.map(finder).collect(),
        }
    }

    /// Whether a file has it.
    pub(super) fn is_in(&self, path: &str, body: &Body) -> bool {
        let Some(bytes) = body.made() else { return false };
        if is_calendar(path) {
            return self.uids.iter().any(|uid| uid.find(&bytes).is_some());
        }
        self.addresses.iter().any(|address| address.find(&bytes).is_some())
    }

    /// The paths of all files that have it.
    pub(super) fn paths(&self, build: &Build) -> Vec<OutPath> {
        let files = build.built.files.iter();
        // The manifest lists addresses; nobody follows a link there.
        let read = files.filter(|(path, _)| *path != manifest::PATH);
        read.filter(|(path, body)| self.is_in(path, body)).map(|(path, _)| path.clone()).collect()
    }
}

pub(super) fn is_calendar(path: &str) -> bool {
    path.ends_with(".ics")
}
