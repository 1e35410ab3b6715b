//! What a publication has to do: what was built beside what is at the target.

use std::collections::{BTreeMap, BTreeSet};

use super::JOURNALS;
use super::journal::Journal;
use super::local::Local;
use crate::files::OutPath;
use crate::manifest;
use crate::outputs::hosting::headers;
use crate::publish::{Order, Stage};
use crate::site::stem_of_sizes;

/// What is at a target.
#[derive(Debug, Default)]
pub(super) struct There {
    /// What the manifest there names, with hashes.
    pub files: BTreeMap<OutPath, String>,
    /// The manifest itself.
    pub manifest: Option<Vec<u8>>,
    pub journal: Journal,
    /// Whether there is a journal that cannot be read.
    pub is_broken: bool,
    /// Whether the public site is there, and no preview.
    pub is_public: bool,
}

/// What a publication has to do, in this order.
#[derive(Debug, Default)]
pub struct Plan {
    /// Files that go first: what was withdrawn, and what is where a folder or a file must be.
    pub first: Vec<OutPath>,
    /// Files that are new or other, by when they are put.
    pub stages: Vec<(Stage, Vec<OutPath>)>,
    /// Files that nothing needs any more.
    pub last: Vec<OutPath>,
    /// Files that stay until the next publication.
    kept: BTreeSet<OutPath>,
}

impl Plan {
    pub(super) fn make(local: &Local, there: &There, withdrawn: &[String]) -> Plan {
        let changed = changed(local, there);
        let ours = ours(there);
        let stays = |path: &&OutPath| stays(path, local);
        let kept: BTreeSet<OutPath> = match there.files == *local.files() {
            true => there.journal.kept.iter().filter(stays).cloned().collect(),
            false => there.files.keys().filter(stays).cloned().collect(),
        };
        let kept: BTreeSet<OutPath> =
            kept.into_iter().filter(|path| !is_withdrawn(path, withdrawn)).collect();
        let gone = ours.iter().filter(|path| !local.has(path) && !kept.contains(*path));
        let is_first =
            |path: &&OutPath| is_withdrawn(path, withdrawn) || is_in_the_way(path, local);
        let (first, last) = gone.cloned().partition(|path| is_first(&path));
        Plan { first, stages: stages(local, &changed, there), last, kept }
    }

    /// Whether everything is as it should be.
    pub fn is_done(&self) -> bool {
        self.first.is_empty() && self.stages.is_empty() && self.last.is_empty()
    }

    /// The files that are put.
    pub fn changed(&self) -> Vec<OutPath> {
        self.stages.iter().flat_map(|(_, paths)| paths).cloned().collect()
    }

    /// What the journal says while it is under way.
    pub(super) fn under_way(&self, there: &There) -> Journal {
        let mut touched = there.journal.touched.clone();
        touched.extend(self.changed());
        touched.extend(self.first.iter().chain(&self.last).cloned());
        let mut all = ours(there);
        all.extend(touched.iter().cloned());
        Journal::new(all, touched, self.kept.clone())
    }

    /// What it says afterwards.
    pub(super) fn done(&self, local: &Local) -> Journal {
        let ours = local.paths().into_iter().chain(self.kept.iter().cloned()).collect();
        Journal::new(ours, BTreeSet::new(), self.kept.clone())
    }
}

/// Everything at a target that is ours.
fn ours(there: &There) -> BTreeSet<OutPath> {
    let manifest = there.manifest.as_ref().map(|_| manifest::PATH.to_owned());
    let named = there.files.keys().cloned().chain(there.journal.ours.iter().cloned());
    let mut ours: BTreeSet<OutPath> = named.chain(manifest).collect();
    ours.retain(|path| crate::files::is_inside(path) && !JOURNALS.contains(&path.as_str()));
    ours
}

/// What is new, other, or perhaps other since a publication was broken off.
fn changed(local: &Local, there: &There) -> Vec<OutPath> {
    let is_same = |path: &str, hash: &String| {
        !there.is_broken
            && there.files.get(path) == Some(hash)
            && !there.journal.touched.contains(path)
    };
    let files = local.files().iter().filter(|(path, hash)| !is_same(path, hash));
    let mut changed: Vec<OutPath> = files.map(|(path, _)| path.clone()).collect();
    let is_other = there.manifest.as_deref() != Some(local.manifest());
    if is_other || there.journal.touched.contains(manifest::PATH) {
        changed.push(manifest::PATH.to_owned());
    }
    changed
}

fn stages(local: &Local, changed: &[OutPath], there: &There) -> Vec<(Stage, Vec<OutPath>)> {
    let order = Order::of(local.files().keys().map(String::as_str));
    let mut stages: BTreeMap<Stage, Vec<OutPath>> = BTreeMap::new();
    for path in changed {
        let is_new = !there.files.contains_key(path);
        stages.entry(order.stage(path, is_new)).or_default().push(path.clone());
    }
    stages.into_iter().collect()
}

/// Whether a file that is no longer built stays until the next publication: what pages are made
/// with and has a hash in its name. A size of a photograph stays only while the photograph itself
/// is public.
fn stays(path: &str, local: &Local) -> bool {
    let is_hashed = headers::Keeping::of(path) == headers::Keeping::Forever;
    let Some(name) = path.strip_prefix(PHOTOS) else {
        return is_hashed && !local.has(path);
    };
    let original = name.rsplitn(3, '-').nth(2).unwrap_or(name);
    let is_public = |file: &OutPath| {
        file.strip_prefix(MEDIA).is_some_and(|file| stem_of_sizes(file) == original)
    };
    is_hashed && !local.has(path) && local.files().keys().any(is_public)
}

/// Where sizes of photographs lie, as `STEM-WIDTH-HASH.jpg`.
const PHOTOS: &str = "assets/photos/";

/// Where photographs and documents lie.
const MEDIA: &str = "media/";

/// Whether a file was withdrawn or is made from one that was.
fn is_withdrawn(path: &str, withdrawn: &[String]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    withdrawn.iter().any(|file| {
        let rest = name.strip_prefix(&*stem_of_sizes(file));
        path.strip_prefix(MEDIA) == Some(file)
            || rest.is_some_and(|rest| rest.starts_with(['-', '.']))
    })
}

/// Whether a file is where a folder must be, or in a folder where a file must be.
fn is_in_the_way(path: &str, local: &Local) -> bool {
    let folder = format!("{path}/");
    let mut above = path.match_indices('/').filter_map(|(end, _)| path.get(..end));
    let below = local.files().range(folder.clone()..).next();
    below.is_some_and(|(file, _)| file.starts_with(&folder)) || above.any(|file| local.has(file))
}
