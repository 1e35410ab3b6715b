//! A published site in a folder.

#![expect(clippy::disallowed_methods, reason = "a published folder is read here")]

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _};
use std::path::Path;

use super::Unreadable;
use crate::files::is_inside;
use crate::source::open_without_waiting;

/// The bytes of a file; `None` when it is not there.
///
/// # Errors
/// As [`open`].
pub fn read(folder: &Path, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
    let Some(mut file) = open(folder, path)? else { return Ok(None) };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(Unreadable::Disk)?;
    Ok(Some(bytes))
}

/// The hash of a file, however long it is; `None` when it is not there.
///
/// # Errors
/// As [`open`].
pub fn hash(folder: &Path, path: &str) -> Result<Option<blake3::Hash>, Unreadable> {
    let Some(file) = open(folder, path)? else { return Ok(None) };
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file).map_err(Unreadable::Disk)?;
    Ok(Some(hasher.finalize()))
}

/// Opens the plain file at a path; `None` when nothing is there. Whatever a manifest says: nothing
/// outside of the folder is opened. Reading a pipe or a device would never end, and a link that leads
/// out of the folder leads to what no build put there.
///
/// # Errors
/// When something else is there, or the disk fails.
pub fn open(folder: &Path, path: &str) -> Result<Option<File>, Unreadable> {
    if !is_inside(path) {
        return Ok(None);
    }
    let no_file = || Unreadable::NotAFile(path.to_owned());
    let opened = folder.canonicalize().and_then(|folder| {
        let at = folder.join(path).canonicalize()?;
        // Opening a device can do something already.
        let may_be_opened = at.starts_with(&folder) && at.metadata()?.is_file();
        if !may_be_opened {
            return Ok(None);
        }
        let file = open_without_waiting(&at)?;
        Ok(file.metadata()?.is_file().then_some(file))
    });
    match opened {
        Ok(Some(file)) => Ok(Some(file)),
        Ok(None) => Err(no_file()),
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
