//! In which order files are shown one by one: never a link to what is not there.

use std::collections::BTreeSet;
use std::path::Path;

use crate::manifest;

/// The page that a visitor comes to first.
const HOME: &str = "index.html";

/// When a file is shown, the first first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// What pages are made with, and what they offer; files for programs that are new.
    Files,
    /// Pages that are new.
    NewPages,
    /// Pages that say something else now.
    Pages,
    /// Lists and feeds, which name the others.
    Lists,
    /// The home page of a site that is new: from here everything can be reached.
    Home,
    /// What was built.
    Manifest,
}

/// The order of the files of a site.
#[derive(Debug)]
pub struct Order<'p> {
    /// The folders that have pages below.
    lists: BTreeSet<&'p Path>,
}

impl<'p> Order<'p> {
    /// Of a site with these files.
    pub fn of(paths: impl Iterator<Item = &'p str>) -> Self {
        let pages = paths.filter(|path| path.ends_with(".html"));
        Order { lists: pages.flat_map(|path| Path::new(path).ancestors().skip(2)).collect() }
    }

    /// When a file is shown that was not there before, or that is another now.
    pub fn stage(&self, path: &str, is_new: bool) -> Stage {
        let is_list = || Path::new(path).parent().is_some_and(|own| self.lists.contains(own));
        match path.rsplit('.').next() {
            _ if path == manifest::PATH => Stage::Manifest,
            _ if path == HOME && is_new => Stage::Home,
            Some("html") if is_new => Stage::NewPages,
            Some("html") if is_list() => Stage::Lists,
            Some("xml" | "json" | "txt" | "ics") if !is_new => Stage::Lists,
            Some("html") => Stage::Pages,
            _ => Stage::Files,
        }
    }
}
