//! `.bba/` below the root: what the program keeps for itself. It may be deleted at any time, is never
//! published and never needed, and `git` does not see it.

#![expect(clippy::disallowed_methods, reason = "the room that keeps what may be lost")]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Its name.
pub const NAME: &str = ".bba";

/// The folder of a root, there after this.
///
/// # Errors
/// When the disk fails, as where the root is read-only: then nothing is kept.
pub fn of(root: &Path) -> io::Result<PathBuf> {
    let folder = root.join(NAME);
    let ignore = folder.join(".gitignore");
    fs::create_dir_all(&folder)?;
    // Whoever has put a link there wants nothing written where it leads.
    if !fs::symlink_metadata(&folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    if !ignore.is_file() {
        fs::write(ignore, "*\n")?;
    }
    Ok(folder)
}

/// Reads a file of it; `None` when it is not there.
pub fn read(root: &Path, name: &str) -> Option<Vec<u8>> {
    fs::read(root.join(NAME).join(name)).ok()
}

/// Writes a file of it, whole or not at all.
///
/// # Errors
/// When the disk fails.
pub fn write(root: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    write_in(&of(root)?, name, bytes)
}

/// Writes a file of a folder in it, whole or not at all.
///
/// # Errors
/// When the disk fails.
pub fn write_in(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let unfinished = folder.join(format!("{name}.{}", std::process::id()));
    let file = fs::File::create_new(&unfinished);
    let written = file.and_then(|mut file| io::Write::write_all(&mut file, bytes));
    let renamed = written.and_then(|()| fs::rename(&unfinished, folder.join(name)));
    if renamed.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    renamed
}
