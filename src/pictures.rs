//! Pictures that were drawn, kept in `.bba/` below the root: a step at the edge of the build.
//! What lies there follows from the sources. It may be deleted at any time, is never published and
//! never needed: where nothing can be written or read, pictures are drawn anew, and nobody is told.

#![expect(clippy::disallowed_methods, reason = "the room that keeps drawn pictures")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::drawing::{self, Drawing};
use crate::files::Files;
use crate::own_folder;

/// The folder for them in [`own_folder`].
const PICTURES: &str = "pictures";

/// How many digits of a photograph's hash begin the names of its sizes.
const ORIGINAL: usize = 16;

/// The longest file that is read, in bytes: none of ours is nearly so long.
const LONGEST: u64 = 20_000_000;

/// Where drawn pictures of a root are kept.
#[derive(Debug, Clone)]
pub struct Kept {
    root: PathBuf,
}

impl Kept {
    /// Of a root. Nothing is made before there is a picture to keep.
    pub fn of(root: &Path) -> Self {
        Kept { root: root.to_owned() }
    }

    /// Takes the bytes of pictures that are kept. Gives the others.
    pub fn take(&self, files: &Files) -> Vec<Arc<Drawing>> {
        let undrawn: Vec<_> = files.values().filter_map(|body| body.undrawn()).collect();
        undrawn.into_par_iter().filter(|drawing| !self.take_one(drawing)).cloned().collect()
    }

    /// Draws pictures, and keeps them. Equal ones share a file there.
    ///
    /// # Errors
    /// When a photograph cannot be read any more.
    pub fn draw(&self, drawings: &[Arc<Drawing>]) -> io::Result<()> {
        let all: Vec<&Drawing> = drawings.iter().map(|drawing| &**drawing).collect();
        drawing::draw(&all)?;
        if !all.is_empty() && self.is_ready() {
            let once: BTreeMap<String, &Drawing> =
                all.into_iter().map(|drawing| (name(drawing), drawing)).collect();
            once.par_iter().for_each(|(name, drawing)| drop(self.keep(name, drawing)));
        }
        Ok(())
    }

    /// The bytes of a picture that somebody waits for are there after this, if it can be drawn.
    pub fn draw_now(&self, drawing: &Arc<Drawing>) {
        if !self.take_one(drawing) {
            // Whoever reads the picture next is told why it cannot be drawn.
            let _ = self.draw(std::slice::from_ref(drawing));
        }
    }

    /// Removes what no build will ask for: sizes of photographs that are not `there`, by the
    /// hashes of their bytes, and drawings that are not among the `files`.
    pub fn sweep(&self, there: impl Iterator<Item = blake3::Hash>, files: &Files) {
        if !self.is_ours() {
            return;
        }
        let Ok(entries) = fs::read_dir(self.pictures()).map(|entries| entries.flatten()) else {
            return;
        };
        let originals: BTreeSet<String> = there.map(|hash| start(&hash)).collect();
        let used = files.values().filter_map(|body| body.drawing());
        let used: BTreeSet<String> = used.map(|drawing| name(drawing)).collect();
        let is_needed = |name: &str| {
            used.contains(name)
                || name.split_once('-').is_some_and(|(start, _)| originals.contains(start))
        };
        for entry in entries {
            if !entry.file_name().to_str().is_some_and(is_needed) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn pictures(&self) -> PathBuf {
        self.root.join(own_folder::NAME).join(PICTURES)
    }

    /// Takes the bytes of a picture; whether they were there. A file that is not what was written
    /// is not there.
    fn take_one(&self, drawing: &Drawing) -> bool {
        if drawing.is_drawn() {
            return true;
        }
        let file = self.pictures().join(name(drawing));
        let is_plain = fs::symlink_metadata(&file)
            .is_ok_and(|facts| facts.is_file() && facts.len() <= LONGEST);
        let Some(bytes) = is_plain.then(|| fs::read(&file).ok()).flatten() else { return false };
        let Some((hash, bytes)) = bytes.split_first_chunk::<{ blake3::OUT_LEN }>() else {
            return false;
        };
        let is_whole = !bytes.is_empty() && blake3::hash(bytes).as_bytes() == hash;
        if is_whole {
            drawing.take(bytes.to_vec());
        }
        is_whole
    }

    /// Whether pictures can be kept: there are folders of ours, and no links in their places.
    fn is_ready(&self) -> bool {
        own_folder::of(&self.root).is_ok()
            && (fs::create_dir(self.pictures()).is_ok() || self.is_ours())
    }

    /// Whether the folders are there and are no links: where these lead lies what is not ours.
    fn is_ours(&self) -> bool {
        let own = self.root.join(own_folder::NAME);
        own_folder::is_folder(&own) && own_folder::is_folder(&self.pictures())
    }

    /// Writes a hash of the bytes, and the bytes.
    fn keep(&self, name: &str, drawing: &Drawing) -> io::Result<()> {
        let kept = [drawing.hash().as_bytes(), drawing.bytes()?].concat();
        own_folder::write_in(&self.pictures(), name, &kept)
    }
}

/// `HASH OF THE PHOTOGRAPH-KEY`, or the key alone.
fn name(drawing: &Drawing) -> String {
    let key = drawing.key().to_hex();
    match drawing.original() {
        Some(original) => format!("{}-{key}", start(original)),
        None => key.to_string(),
    }
}

fn start(hash: &blake3::Hash) -> String {
    hash.to_hex().chars().take(ORIGINAL).collect()
}
