//! Files of the new site that wait beside the output, from the moment they are made: they need no
//! memory, and only what differs is written. What cannot be written stays in memory, and whoever
//! publishes it is told why.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::disk::{holds, write_new};
use super::plan::Plan;
use super::staged;
use crate::files::{Away, Body, OutPath};

/// What waits.
#[derive(Debug)]
pub struct Ready {
    out: PathBuf,
    /// The folder of the new site, once there is something in it; `None` where there can be none.
    folder: OnceLock<Option<PathBuf>>,
    /// The paths of what was put there, and the folders that are there for it.
    put: Mutex<Put>,
    /// Whether somebody else looks after the folder now.
    is_handed_over: AtomicBool,
}

#[derive(Debug, Default)]
struct Put {
    files: Vec<OutPath>,
    folders: HashSet<String>,
}

impl Ready {
    /// Nothing yet. The disk is not touched before something differs.
    pub fn new(out: &Path) -> Self {
        let (folder, put) = (OnceLock::new(), Mutex::default());
        Ready { out: out.to_owned(), folder, put, is_handed_over: AtomicBool::new(false) }
    }

    /// Puts a file away; one that the output has already is not written again.
    pub fn take(&self, path: &str, body: Body) -> Body {
        if !matches!(body, Body::Bytes(_)) {
            return body;
        }
        let there = self.out.join(path);
        let is_file = fs::symlink_metadata(&there).is_ok_and(|facts| facts.is_file());
        let is_same = is_file && holds(&there, &body).unwrap_or(false);
        let file = if is_same { Some(there) } else { self.write(path, &body) };
        let away = |file| Away { file, size: body.size(), hash: body.hash(), is_new: !is_same };
        file.map(away).map_or(body, |away| Body::Away(Arc::new(away)))
    }

    /// Writes a file; `None` when that cannot be.
    fn write(&self, path: &str, body: &Body) -> Option<PathBuf> {
        let begin = || staged::begin(&self.out).ok();
        let folder = self.folder.get_or_init(begin).as_ref()?;
        let file = folder.join(path);
        self.make_folder(folder, path.rsplit_once('/').map_or("", |(above, _)| above)).ok()?;
        if write_new(&file, body).is_err() {
            // What is left of it would be in the way; what cannot be removed is told then.
            let _ = fs::remove_file(&file);
            return None;
        }
        self.put.lock().unwrap_or_else(PoisonError::into_inner).files.push(path.to_owned());
        Some(file)
    }

    fn make_folder(&self, folder: &Path, path: &str) -> io::Result<()> {
        let put = || self.put.lock().unwrap_or_else(PoisonError::into_inner);
        if !put().folders.contains(path) {
            fs::create_dir_all(folder.join(path))?;
            put().folders.insert(path.to_owned());
        }
        Ok(())
    }

    /// The folder with what waits, for whoever publishes it and then looks after it. What is not to be
    /// published is not in it any more.
    ///
    /// # Errors
    /// When that cannot be removed.
    pub fn hand_over(&self, plan: &Plan<'_>) -> io::Result<Option<&Path>> {
        let Some(folder) = self.folder.get().and_then(Option::as_ref) else { return Ok(None) };
        let wanted = plan.changed.iter().filter_map(|(_, body)| body.source());
        let wanted: HashSet<&OsStr> = wanted.map(Path::as_os_str).collect();
        let put = self.put.lock().unwrap_or_else(PoisonError::into_inner);
        let files = put.files.iter().map(|path| folder.join(path));
        for file in files.filter(|file| !wanted.contains(file.as_os_str())) {
            fs::remove_file(&file)?;
            let above = file.ancestors().skip(1).take_while(|above| *above != folder);
            // The first that is not empty stays, with those above it.
            above.map(fs::remove_dir).take_while(Result::is_ok).for_each(drop);
        }
        self.is_handed_over.store(true, Ordering::Relaxed);
        Ok(Some(folder))
    }
}

/// What was made for nothing goes.
impl Drop for Ready {
    fn drop(&mut self) {
        let has_folder = self.folder.get().is_some_and(Option::is_some);
        if has_folder && !self.is_handed_over.load(Ordering::Relaxed) {
            staged::clean(&self.out);
        }
    }
}
