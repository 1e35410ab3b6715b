//! A published site in a folder.

#![expect(clippy::disallowed_methods, reason = "a published folder is read here")]

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::Unreadable;
use crate::files::is_inside;

/// The bytes of a file; `None` when it is not there. Whatever a manifest says: nothing outside of
/// the folder is read.
pub(super) fn read(folder: &Path, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    if !is_inside(path) {
        return Ok(None);
    }
    let Some(file) = plain(folder, path)? else { return Ok(None) };
    match fs::read(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(Unreadable::Disk(error)),
    }
}

/// The plain file at a path; `None` when nothing is there. Reading a pipe or a device would never
/// end, and a link that leads out of the folder leads to what no build put there.
fn plain(folder: &Path, path: &str) -> Result<Option<PathBuf>, Unreadable> {
    let found = folder.canonicalize().and_then(|folder| {
        let file = folder.join(path).canonicalize()?;
        Ok((file.starts_with(folder) && file.metadata()?.is_file()).then_some(file))
    });
    match found {
        Ok(Some(file)) => Ok(Some(file)),
        Ok(None) => Err(Unreadable::NotAFile(path.to_owned())),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(Unreadable::Disk(error)),
    }
}

/// The hash of a file, however long it is; `None` when it is not there.
pub(super) fn hash(folder: &Path, path: &str) -> Result<Option<blake3::Hash>, Unreadable> {
    if !is_inside(path) {
        return Ok(None);
    }
    let Some(file) = plain(folder, path)? else { return Ok(None) };
    let mut hasher = blake3::Hasher::new();
    let read = fs::File::open(file).and_then(|file| {
        hasher.update_reader(file)?;
        Ok(hasher.finalize())
    });
    match read {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if is_absence(&error) => Ok(None),
        Err(error) => Err(Unreadable::Disk(error)),
    }
}

/// Whether the folder is not there or has nothing in it but hidden files.
pub(super) fn is_empty(folder: &Path) -> Result<bool, Unreadable> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(Unreadable::Disk(error)),
    };
    for entry in entries {
        let name = entry.map_err(Unreadable::Disk)?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_absence(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}
