//! What was built, in a folder of this machine.

#![expect(clippy::disallowed_methods, reason = "what was built is read here")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Trouble;
use crate::files::OutPath;
use crate::manifest;
use crate::published::folder;

/// What was built.
#[derive(Debug)]
pub struct Local {
    folder: PathBuf,
    /// All files with the BLAKE3 of their bytes, but for the manifest.
    files: BTreeMap<OutPath, String>,
    manifest: Vec<u8>,
    /// Whether it is a preview, with drafts and what is under embargo.
    pub(super) is_preview: bool,
}

impl Local {
    pub(super) fn read(folder: &Path) -> Result<Local, Trouble> {
        let manifest = folder::read(folder, manifest::PATH)?.ok_or(Trouble::NotBuilt)?;
        let manifest::Earlier { files, drafts: is_preview, .. } =
            manifest::read(&manifest).ok_or(Trouble::NotBuilt)?;
        files.par_iter().try_for_each(|(path, hash)| {
            let is_same = self::hash(folder, path).as_ref() == Some(hash);
            if is_same { Ok(()) } else { Err(Trouble::Altered(path.clone())) }
        })?;
        Ok(Local { folder: folder.to_owned(), files, manifest, is_preview })
    }

    /// Where it lies.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The hashes of all files but the manifest.
    pub(super) fn files(&self) -> &BTreeMap<OutPath, String> {
        &self.files
    }

    pub(super) fn manifest(&self) -> &[u8] {
        &self.manifest
    }

    /// All files, with the manifest.
    pub fn paths(&self) -> Vec<OutPath> {
        self.files.keys().cloned().chain([manifest::PATH.to_owned()]).collect()
    }

    /// Whether a file is one of them.
    pub(super) fn has(&self, path: &str) -> bool {
        path == manifest::PATH || self.files.contains_key(path)
    }
}

/// BLAKE3 of a plain file in hexadecimal; `None` when it cannot be read. What a link leads to is not
/// put anywhere: the programs that do it leave links out.
pub(super) fn hash(folder: &Path, path: &str) -> Option<String> {
    let is_link = folder.join(path).is_symlink();
    let hash = folder::hash(folder, path).ok().flatten().filter(|_| !is_link)?;
    Some(hash.to_hex().to_string())
}
