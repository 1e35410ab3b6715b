//! Sources that are mixed from two states of a root: files of the older one stand in for those
//! that have an error.

use std::path::Path;

use super::{FOLDERS, Sources};
use crate::place::SourcePath;

impl Sources {
    /// The root that is meant by a folder: itself, or the one around a `content/`.
    pub fn root_of(folder: &Path) -> &Path {
        let is_root = FOLDERS.iter().any(|name| folder.join(name).is_dir());
        let around = folder.parent().filter(|_| !is_root && folder.ends_with("content"));
        around.unwrap_or(folder)
    }

    /// Leaves out a file, or all files below a folder.
    pub fn leave_out(&mut self, path: &str) {
        self.texts.retain(|other, _| !is_at(other, path));
        self.binaries.retain(|other, _| !is_at(other, path));
        self.unusable.retain(|other, _| !is_at(other, path));
        self.diagnostics.retain(|found| !is_at(&found.place.file, path));
    }

    /// Takes a file, or all files below a folder, from another state.
    pub fn take(&mut self, path: &str, from: &Sources) {
        let texts = from.texts.iter().filter(|(other, _)| is_at(other, path));
        self.texts.extend(texts.map(|(path, text)| (path.clone(), text.clone())));
        let binaries = from.binaries.iter().filter(|(other, _)| is_at(other, path));
        self.binaries.extend(binaries.map(|(path, binary)| (path.clone(), binary.clone())));
    }

    /// Whether a file, or one below a folder, is the same in another state.
    pub fn is_same(&self, path: &str, other: &Sources) -> bool {
        self.text(path) == other.text(path)
            && self.binary(path).map(|it| it.hash) == other.binary(path).map(|it| it.hash)
            && self.refused(path) == other.refused(path)
    }

    /// The paths of all files that can be used.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.texts.keys().chain(self.binaries.keys())
    }

    /// Says which files of the content are deleted or left out: who names one makes no mistake.
    pub fn lose(&mut self, paths: impl IntoIterator<Item = SourcePath>) {
        self.lost = paths.into_iter().collect();
    }

    /// Files of the content that are deleted or left out.
    pub fn lost(&self) -> impl Iterator<Item = &SourcePath> {
        self.lost.iter()
    }

    /// Whether what a path below the root, or the id of an item in a folder, stands for is lost.
    pub fn is_lost(&self, folder: &str, id: &str) -> bool {
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let is_item = |path: &SourcePath| {
            path.starts_with(folder) && name(path).split('.').next() == Some(id)
        };
        self.lost.contains(format!("{folder}{id}").as_str()) || self.lost.iter().any(is_item)
    }
}

/// Whether a path is another or lies below it.
fn is_at(path: &str, other: &str) -> bool {
    path.strip_prefix(other).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
