//! Writes files that editors continue, and the schemas beside them. What an editor wrote is
//! never written over, but for corrections that they asked for.

#![expect(clippy::disallowed_methods, reason = "the room that writes files of the content")]

use std::io::{self, Write};
use std::path::Path;

use std::fs::{self, File, OpenOptions};

/// Writes a file that is not there yet, and the folders above it.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when it is there, and when the disk fails.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_folders(path)?;
    OpenOptions::new().write(true).create_new(true).open(path)?.write_all(bytes)
}

/// Writes a file that only the program writes; says whether anything changed.
///
/// # Errors
/// When the disk fails.
pub fn refresh(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    create_folders(path)?;
    instead_of(path)?.write_all(bytes)?;
    Ok(true)
}

/// Writes another text into a file of an editor that still is what was read of it: whole or not at
/// all, with its rights, and through a link into the file that it leads to.
///
/// # Errors
/// [`io::ErrorKind::Other`] when somebody changed it meanwhile, and when the disk fails.
pub fn rewrite(path: &Path, before: &[u8], after: &[u8]) -> io::Result<()> {
    let path = path.canonicalize()?;
    if fs::read(&path)? != before {
        return Err(io::Error::other("the file was changed meanwhile"));
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".bba-new");
    let new = path.with_file_name(name);
    instead_of(&new)?.write_all(after)?;
    fs::set_permissions(&new, fs::metadata(&path)?.permissions())?;
    fs::rename(&new, &path)
}

/// A new file in the place of what is there: a link is replaced, and nothing written where it leads.
fn instead_of(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => File::create_new(path),
    }
}

/// Whether there is something at a path, be it a link that leads nowhere.
pub fn is_there(path: &Path) -> bool {
    path.symlink_metadata().is_ok()
}

/// The names of what lies in a folder; none when it is not there yet.
///
/// # Errors
/// When there is something else, or the disk fails.
pub fn names_in(folder: &Path) -> io::Result<Vec<String>> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            let name = |entry: io::Result<fs::DirEntry>| Ok(entry?.file_name());
            let names = entries.map(name).collect::<io::Result<Vec<_>>>()?;
            Ok(names.iter().map(|name| name.to_string_lossy().into_owned()).collect())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

/// The name of a folder, also of `.`.
pub fn folder_name(folder: &Path) -> Option<String> {
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    Some(whole.file_name()?.to_string_lossy().into_owned())
}

fn create_folders(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
