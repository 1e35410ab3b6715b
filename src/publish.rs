//! Writes the finished files to the output folder: each whole or not at all, only what
//! changed, and takes away what an earlier build wrote and this one does not.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;

use crate::files::{Body, Files, is_inside};
use crate::manifest;

use std::collections::BTreeSet;

/// What a publication did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files that were new or different.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
}

/// Why an output folder is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is the root, the content, the theme, or is around or inside them.
    Sources,
    /// It has files that no build of ours made; the name of one.
    Foreign(String),
    /// It is a file.
    NotAFolder,
}

/// Whether a build may write to `out`. That the root is not there is for its reader to say.
///
/// # Errors
/// When the disk fails.
pub fn refuse(root: &Path, out: &Path) -> io::Result<Option<Refused>> {
    if !root.is_dir() {
        return Ok(None);
    }
    let root = root.canonicalize()?;
    let out = resolved(out)?;
    let sources = ["content", "themes"].map(|folder| root.join(folder));
    let touches = |folder: &PathBuf| out.starts_with(folder) || folder.starts_with(&out);
    if root.starts_with(&out) || sources.iter().any(touches) {
        return Ok(Some(Refused::Sources));
    }
    if !out.exists() {
        return Ok(None);
    }
    if !out.is_dir() {
        return Ok(Some(Refused::NotAFolder));
    }
    let mut others = BTreeSet::new();
    for entry in fs::read_dir(&out)? {
        let name = entry?.file_name();
        if !name.as_encoded_bytes().starts_with(b".") {
            others.insert(name.to_string_lossy().into_owned());
        }
    }
    let ours = earlier_files(&out)?.is_some();
    Ok(others.pop_first().filter(|_| !ours).map(Refused::Foreign))
}

/// The path without links, also of a folder that is not there yet.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    match (path.canonicalize(), path.parent(), path.file_name()) {
        (Ok(path), ..) => Ok(path),
        (Err(_), Some(parent), Some(name)) => {
            let parent = if parent == Path::new("") { Path::new(".") } else { parent };
            Ok(resolved(parent)?.join(name))
        }
        (Err(error), ..) => Err(error),
    }
}

/// The files that an earlier build says it wrote; `None` when no build of ours was here.
fn earlier_files(out: &Path) -> io::Result<Option<BTreeSet<String>>> {
    match fs::read(out.join(manifest::PATH)) {
        Ok(bytes) => Ok(manifest::read(&bytes).map(|earlier| earlier.files.into_keys().collect())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Writes the files; whatever a manifest or a theme says, nothing outside the folder is ever
/// touched. The manifest comes last: until then the earlier one is true of what is
/// not yet replaced.
///
/// # Errors
/// When the disk fails.
pub fn publish(files: &Files, out: &Path) -> io::Result<Published> {
    if let Some(path) = files.keys().find(|path| !is_inside(path)) {
        return Err(io::Error::other(format!("{path} is outside")));
    }
    let earlier = earlier_files(out)?.unwrap_or_default();
    fs::create_dir_all(out)?;
    for folder in folders(files) {
        make_folder(&out.join(folder))?;
    }
    let is_manifest = |path: &str| path == manifest::PATH;
    let others: Vec<_> = files.iter().filter(|(path, _)| !is_manifest(path)).collect();
    let changed = others
        .par_iter()
        .map(|(path, body)| write(&out.join(path), body))
        .collect::<io::Result<Vec<bool>>>()?;
    let mut removed = 0;
    for path in earlier.iter().filter(|path| !files.contains_key(*path) && is_inside(path)) {
        removed += usize::from(remove(out, path)?);
    }
    for (path, body) in files.iter().filter(|(path, _)| is_manifest(path)) {
        write(&out.join(path), body)?;
    }
    let written = changed.iter().filter(|changed| **changed).count();
    Ok(Published { written, unchanged: changed.len() - written, removed })
}

/// The folders that the files need, each after the one that contains it.
fn folders(files: &Files) -> BTreeSet<&Path> {
    let mut folders = BTreeSet::new();
    for path in files.keys() {
        let above = Path::new(path).ancestors().skip(1);
        // A folder that is known has brought those above it.
        above.take_while(|folder| folders.insert(*folder)).for_each(drop);
    }
    folders.remove(Path::new(""));
    folders
}

/// Makes a folder; a file of an earlier build that is in its way is removed.
fn make_folder(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if folder.is_dir() {
                return Ok(());
            }
            fs::remove_file(folder)?;
            fs::create_dir(folder)
        }
        made => made,
    }
}

/// Writes a file if it is not what it should be; says whether it did.
fn write(target: &Path, body: &Body) -> io::Result<bool> {
    let bytes = body.read()?;
    match fs::metadata(target) {
        Ok(there) if there.is_dir() => fs::remove_dir_all(target)?,
        Ok(there) if there.len() == bytes.len() as u64 && fs::read(target)? == *bytes => {
            return Ok(false);
        }
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    replace(target, &bytes)?;
    Ok(true)
}

/// Writes a file whole or not at all.
///
/// # Errors
/// When the disk fails.
pub fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut temporary = target.file_name().unwrap_or(OsStr::new("file")).to_owned();
    temporary.push(".bba-new");
    let temporary = target.with_file_name(temporary);
    fs::write(&temporary, bytes)?;
    fs::rename(&temporary, target)
}

/// Removes a file of an earlier build and the folders that it leaves empty.
fn remove(out: &Path, path: &str) -> io::Result<bool> {
    let target = out.join(path);
    match fs::remove_file(&target) {
        Ok(()) => {}
        // Nor is it there when a file of this build is where its folder was.
        Err(error)
            if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) =>
        {
            return Ok(false);
        }
        // A folder is there now: this build made it.
        Err(_) if target.is_dir() => return Ok(false),
        Err(error) => return Err(error),
    }
    let folders = target.ancestors().skip(1).take_while(|folder| *folder != out);
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(true)
}
