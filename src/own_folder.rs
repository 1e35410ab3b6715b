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
    if !is_folder(&folder) {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    match fs::File::create_new(ignore) {
        Ok(mut file) => io::Write::write_all(&mut file, b"*\n")?,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error),
    }
    Ok(folder)
}

/// Whether a folder is one, and no link to another: what lies there is not ours.
pub fn is_folder(folder: &Path) -> bool {
    fs::symlink_metadata(folder).is_ok_and(|facts| facts.is_dir())
}

/// Reads a file of it; `None` when it is not there, or something else is: a link, a pipe.
pub fn read(root: &Path, name: &str) -> Option<Vec<u8>> {
    let folder = root.join(NAME);
    let file = folder.join(name);
    let is_plain = fs::symlink_metadata(&file).is_ok_and(|facts| facts.is_file());
    (is_folder(&folder) && is_plain).then(|| fs::read(file).ok()).flatten()
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn no_link_is_followed_out_of_it() {
        let work = tempfile::tempdir().unwrap();
        let (root, outside) = (work.path().join("root"), work.path().join("outside"));
        fs::create_dir_all(root.join(NAME)).unwrap();
        fs::create_dir(&outside).unwrap();
        symlink(outside.join("neu"), root.join(NAME).join(".gitignore")).unwrap();
        symlink("/dev/zero", root.join(NAME).join("a.json")).unwrap();
        assert_eq!(read(&root, "a.json"), None);
        assert_eq!(read(&root, ".gitignore"), None);
        write(&root, "a.json", b"x").unwrap();
        assert_eq!(read(&root, "a.json").as_deref(), Some(&b"x"[..]));
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    }
}
