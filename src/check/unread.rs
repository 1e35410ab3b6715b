//! What may be missing only because a file could not be read. A link to it would be a second
//! finding about one mistake; a link to anything else is wrong whatever the rest of the content
//! says, and is told in the same run.

use std::collections::BTreeSet;

use crate::country::Country;
use crate::diagnostic::Diagnostic;
use crate::files::OutPath;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::accessibility::PAGE;
use crate::model::config::FILE as CONFIG;
use crate::model::{ContentKind, Records};
use crate::place::SourcePath;
use crate::route::{PathWords, out_path};
use crate::site::Site;
use crate::source::Sources;

/// Keys under which an editor gives an item an address of its own.
const ADDRESS_KEYS: [&str; 2] = ["slug", "alias"];

/// The files that could not be read, by what would be made of them.
#[derive(Debug, Default)]
pub struct Unread<'s> {
    /// Ids of items, also those that a wrong name probably means.
    ids: BTreeSet<String>,
    /// Lines of items that may hold an address.
    addresses: Vec<&'s str>,
    /// `site.yaml`, which says the words in addresses.
    config: Option<&'s str>,
    /// Whether an item is among them: lists, years, countries and sectors come from items.
    has_items: bool,
    has_translations: bool,
    has_sectors: bool,
    /// Whether nobody knows what one of the files says.
    is_opaque: bool,
    /// Finished files that could not be made.
    failed: BTreeSet<OutPath>,
}

impl<'s> Unread<'s> {
    /// Of what was found while the files were read. Call it with what was found then alone: later
    /// mistakes leave their files readable.
    pub fn of(records: &Records, found: &[Diagnostic], sources: &'s Sources) -> Self {
        let mut unread = Unread {
            ids: records.broken.0.iter().map(|(_, id)| id.clone()).collect(),
            config: (!records.config.is_complete).then(|| sources.shown(CONFIG)),
            has_items: !records.broken.is_empty(),
            has_translations: !records.has_all_translations,
            has_sectors: !records.sectors.is_complete(),
            ..Unread::default()
        };
        // It may be the page of the accessibility statement, which stands at such an address.
        if records.broken.ids(ContentKind::Page).next().is_some() {
            unread.ids.extend(PAGE.map(|(_, _, id)| id.to_owned()));
        }
        let files: BTreeSet<&SourcePath> =
            found.iter().filter(|found| found.is_error()).map(|found| &found.place.file).collect();
        for file in files {
            unread.add(file, sources);
        }
        unread
    }

    fn add(&mut self, file: &SourcePath, sources: &'s Sources) {
        let inner = file.strip_prefix("content/").and_then(|inner| inner.split_once('/'));
        let Some((folder, name)) = inner else { return };
        if folder == "media" {
            self.failed.insert(format!("media/{name}"));
            return;
        }
        self.has_items = true;
        let stem = name.rsplit('/').next().and_then(|name| name.split('.').next());
        self.ids.extend(stem.map(slug));
        let text = sources.shown(file);
        self.is_opaque |= text.is_empty() && sources.text(file).is_none();
        let is_markdown = ContentKind::in_folder(folder).is_none_or(|kind| kind.ending() == "md");
        let head = text.split("\n---").next().filter(|_| is_markdown).unwrap_or(text);
        self.addresses.extend(head.lines().filter(|line| may_hold_address(line)));
    }

    /// Adds files that could not be made, or in whose place another is.
    pub fn add_failed(&mut self, failed: impl IntoIterator<Item = OutPath>) {
        self.failed.extend(failed);
    }

    /// Whether every file could be read, and every page made.
    pub fn is_empty(&self) -> bool {
        !self.has_items
            && !self.has_translations
            && !self.has_sectors
            && self.config.is_none()
            && self.failed.is_empty()
    }

    /// Whether the page of a content file may have other anchors once all files can be read: that of
    /// a translation is another page.
    pub fn has_part_of(&self, file: &str) -> bool {
        let name = file.rsplit('/').next().unwrap_or(file);
        let id = name.split('.').next().unwrap_or(name);
        self.config.is_some() || self.ids.contains(id)
    }

    /// Whether another page may be at a path of the output.
    pub fn may_differ(&self, out: &str) -> bool {
        self.failed.contains(out)
    }

    /// Whether something could be at a path of the site if all files could be read.
    pub fn may_have(&self, path: &str, sites: &[Site<'_>]) -> bool {
        if self.is_empty() {
            return false;
        }
        self.is_opaque
            || self.failed.contains(&out_path(path))
            || self.config.is_some_and(|text| may_be_of_config(text, path, sites))
            || self.may_be_item(path, sites)
    }

    fn may_be_item(&self, path: &str, sites: &[Site<'_>]) -> bool {
        let (path, site) = in_language(path.trim_matches('/'), sites);
        let Some(site) = site else { return false };
        let mut parts = path.split('/').map(|part| part.split('.').next().unwrap_or(part));
        parts.any(|part| self.ids.contains(part))
            || self.addresses.iter().any(|line| line.contains(path))
            || self.may_be_of_list(path, site)
    }

    /// Whether a path is of a page that is there when some item is of its year, its kind, its
    /// country or its sector, or when there are enough of them.
    fn may_be_of_list(&self, path: &str, site: &Site<'_>) -> bool {
        let PathWords { countries, sectors, kinds, search, events, delegations, press, .. } =
            site.routes.words();
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let name = rest.split('/').next().unwrap_or(rest);
        if first == countries {
            let tag = site.language.tag();
            return self.has_items && Country::all().iter().any(|c| c.slug(tag) == name);
        }
        if first == sectors {
            let is_known = site.sectors.contains_key(name);
            return self.has_sectors || self.has_items && is_known;
        }
        if first == events && name == kinds {
            return self.has_items;
        }
        let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let is_list = [events, delegations, press, search].iter().any(|word| *word == first);
        self.has_items && is_list && is_number
    }
}

fn may_hold_address(line: &str) -> bool {
    let line = line.trim_start();
    let entry = line.trim_start_matches(['-', ' ', '"', '\'']);
    entry.starts_with('/') || ADDRESS_KEYS.iter().any(|key| line.to_lowercase().starts_with(key))
}

/// Whether a path begins with a word of `site.yaml`, or with a language that it may mean.
fn may_be_of_config(text: &str, path: &str, sites: &[Site<'_>]) -> bool {
    let (path, _) = in_language(path.trim_matches('/'), sites);
    let first = path.split('/').next().unwrap_or_default();
    Language::new(first).is_some()
        || text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| word == first)
}

/// A path below the tag of a language, and the site in it.
fn in_language<'p, 'c, 's>(
    path: &'p str,
    sites: &'c [Site<'s>],
) -> (&'p str, Option<&'c Site<'s>>) {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    let others = sites.get(1..).unwrap_or_default();
    match others.iter().find(|site| site.language.tag() == first) {
        Some(site) => (rest, Some(site)),
        None => (path, sites.first()),
    }
}
