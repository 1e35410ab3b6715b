//! What the disk does for a publication: locks, whole files, and what only some systems can.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::files::Body;

/// How much of a copied file is held at a time, in bytes.
const CHUNK: usize = 256 * 1024;

/// An error that says which file it is about.
pub fn named(file: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", file.display()))
}

/// Makes a folder for this user alone, that a web server does not look into.
pub fn make_hidden(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// An error where a link above a path leads out of a folder.
pub fn no_link_above(folder: &Path, path: &Path) -> io::Result<()> {
    let mut above = path.ancestors().skip(1).take_while(|above| *above != folder);
    if above.any(Path::is_symlink) { Err(io::ErrorKind::NotADirectory.into()) } else { Ok(()) }
}

/// The path without links, also of a folder that is not there yet.
pub fn resolved(path: &Path) -> io::Result<PathBuf> {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(path), ..) => Ok(path),
        (Err(_), Some(parent), Some(name)) => {
            let parent = if parent == Path::new("") { Path::new(".") } else { parent };
            Ok(resolved(parent)?.join(name))
        }
        (Err(error), ..) => Err(error),
    }
}

/// Locks a folder against other builds, or the nearest one above it that is there. The folder
/// itself is the lock: nothing is left behind, and a killed build holds nothing. Where a disk has
/// no locks, or the folder may not be read, there is none.
///
/// # Errors
/// When waiting is interrupted by more than a signal.
pub fn lock(folder: &Path, waiting: &mut dyn FnMut()) -> io::Result<Option<File>> {
    let Some(folder) = folder.ancestors().find(|folder| folder.is_dir()) else { return Ok(None) };
    let Ok(handle) = File::open(folder) else { return Ok(None) };
    match handle.try_lock() {
        Ok(()) => Ok(Some(handle)),
        Err(TryLockError::WouldBlock) => {
            waiting();
            loop {
                match handle.lock() {
                    Ok(()) => return Ok(Some(handle)),
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Err(error) => return Err(named(folder, &error)),
                }
            }
        }
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

/// Why a file could not be written.
#[derive(Debug)]
pub enum Unwritten {
    /// A source file is no longer what was read of it.
    Changed(PathBuf),
    /// A source file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// The disk that is written to fails.
    Disk(io::Error),
}

/// Writes a new file at a place where nothing is. A source file is copied only if it still is
/// what the build has read: the manifest names that.
pub fn write_new(to: &Path, body: &Body) -> Result<(), Unwritten> {
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(to).map_err(Unwritten::Disk)?;
    match body.source() {
        None => body.read().and_then(|bytes| file.write_all(&bytes)).map_err(Unwritten::Disk),
        Some(source) => {
            let mut from = match File::open(source) {
                Ok(from) => from,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    return Err(Unwritten::Changed(source.to_owned()));
                }
                Err(error) => return Err(Unwritten::Unreadable(source.to_owned(), error)),
            };
            let mut hasher = blake3::Hasher::new();
            let mut chunk = vec![0; CHUNK];
            loop {
                let part = next(&mut from, &mut chunk)
                    .map_err(|error| Unwritten::Unreadable(source.to_owned(), error))?;
                if part.is_empty() {
                    break;
                }
                hasher.update(part);
                file.write_all(part).map_err(Unwritten::Disk)?;
            }
            let is_same = hasher.finalize() == body.hash();
            if is_same { Ok(()) } else { Err(Unwritten::Changed(source.to_owned())) }
        }
    }
}

/// Whether a file of the output holds this body. The source is not read again for that.
///
/// # Errors
/// When the file cannot be read.
pub fn holds(file: &Path, body: &Body) -> io::Result<bool> {
    if fs::symlink_metadata(file)?.len() != body.size() {
        return Ok(false);
    }
    if body.source().is_none() {
        return Ok(fs::read(file)? == *body.read()?);
    }
    let (mut file, mut hasher) = (File::open(file)?, blake3::Hasher::new());
    let mut chunk = vec![0; CHUNK];
    loop {
        let part = next(&mut file, &mut chunk)?;
        if part.is_empty() {
            return Ok(hasher.finalize() == body.hash());
        }
        hasher.update(part);
    }
}

/// The next bytes of a file; none at its end.
fn next<'c>(file: &mut File, chunk: &'c mut [u8]) -> io::Result<&'c [u8]> {
    loop {
        match file.read(chunk) {
            Ok(length) => return Ok(chunk.get(..length).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Removes a folder of ours with all that is in it; no link is followed. Folders whose rights
/// forbid that are given others: they are about to go.
pub fn remove_tree(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            open_up(folder)?;
            fs::remove_dir_all(folder)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(unix)]
fn open_up(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            open_up(&entry.path())?;
        }
    }
    Ok(())
}

#[cfg(not(unix))]
fn open_up(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes what was written below a folder outlast a power cut: the whole disk at once where the
/// system can, else file by file.
pub fn sync<'f>(folder: &Path, files: impl Iterator<Item = PathBuf> + 'f) -> io::Result<()> {
    match sync_disk(folder) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            for file in files {
                File::open(file)?.sync_all()?;
            }
            sync_folder(folder)
        }
        done => done,
    }
}

#[cfg(target_os = "linux")]
fn sync_disk(folder: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
fn sync_disk(_: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Makes the names in a folder outlast a power cut. Some disks cannot.
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder)?.sync_all() {
        Err(error) if is_not_possible(&error) => Ok(()),
        done => done,
    }
}

/// Whether an error says that something cannot be done here at all, rather than not now.
pub fn is_not_possible(error: &io::Error) -> bool {
    use io::ErrorKind as Kind;
    matches!(
        error.kind(),
        Kind::PermissionDenied
            | Kind::ReadOnlyFilesystem
            | Kind::CrossesDevices
            | Kind::Unsupported
            | Kind::InvalidInput
            | Kind::ResourceBusy
            | Kind::TooManyLinks
    )
}
