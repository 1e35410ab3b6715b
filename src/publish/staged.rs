//! The new site is built beside the output and takes its place in one step: at every instant, also
//! after a power cut, the folder is wholly the old or wholly the new one.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::{fs, io};

use rayon::prelude::*;
use rustix::fs::{CWD, RenameFlags, renameat_with};

use super::disk::{
    Unwritten, is_not_possible, make_hidden, named, remove_tree, sync, sync_folder, write_new,
};
use super::plan::Plan;
use super::there::{Kind, There, WORK};
use crate::files::Body;

/// What begins the name of the new site in the folder beside the output; after the exchange, of
/// the old one. A number follows, for old ones that cannot be removed yet.
const SITE: &str = "site-";

/// How many old sites may lie there that cannot be removed: a disk of the network keeps files
/// that somebody has open.
const MOST: u32 = 100;

/// Keeps what a killed build leaves out of `git status`.
const IGNORE: &str = ".gitignore";

/// The longest name of an output that is repeated in that of the folder beside it, in bytes: a
/// name may have 255.
const LONGEST: usize = 200;

/// How it went.
#[derive(Debug)]
pub enum Staged {
    /// The new site is there.
    Done,
    /// It is there, but the old one beside it could not be removed.
    Left(io::Error),
    /// Folders cannot be exchanged here. What was made ready beside the output lies there still.
    NotHere,
}

/// The folder beside the output in which the new site is built.
fn beside(out: &Path) -> Option<PathBuf> {
    let name = out.file_name()?;
    let mut hidden = OsString::from(".");
    if name.len() > LONGEST {
        hidden.push(blake3::hash(name.as_encoded_bytes()).to_hex().as_str());
    } else {
        hidden.push(name);
    }
    hidden.push(WORK);
    Some(out.with_file_name(hidden))
}

/// Removes what a killed build left beside the output, as far as that can be.
///
/// # Errors
/// When something else has its name.
pub fn recover(out: &Path) -> io::Result<()> {
    let Some(work) = beside(out) else { return Ok(()) };
    let kind = match fs::symlink_metadata(&work) {
        Ok(facts) => facts.file_type(),
        Err(_) => return Ok(()),
    };
    let is_known =
        |name: OsString| name == IGNORE || name.to_str().is_some_and(|name| name.starts_with(SITE));
    let is_ours = kind.is_dir()
        && fs::read_dir(&work)
            .map_err(|error| named(&work, &error))?
            .all(|entry| entry.is_ok_and(|entry| is_known(entry.file_name())));
    if !is_ours {
        return Err(named(&work, &io::ErrorKind::AlreadyExists.into()));
    }
    // What cannot be removed is in nobody's way.
    let _ = remove_tree(&work);
    Ok(())
}

/// A folder beside the output in which the new site can be built.
///
/// # Errors
/// When there is none, and why.
pub fn begin(out: &Path) -> Result<PathBuf, Stopped> {
    let work = beside(out).filter(|_| may_be_exchanged(out)).ok_or(Stopped::NotHere)?;
    // What is in it may still turn out to have a mistake, so nobody else looks into it.
    match make_hidden(&work) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
        made => made.map_err(|error| not_here(&work, error))?,
    }
    let ignore = work.join(IGNORE);
    fs::write(&ignore, "*\n").map_err(|error| failed(&ignore, error))?;
    free(&work).map_err(|error| failed(&work, error))
}

/// Removes what lies beside the output, as far as that can be.
pub fn clean(out: &Path) {
    if let Some(work) = beside(out) {
        // What cannot be removed is in nobody's way; the next build tries again.
        let _ = remove_tree(&work);
    }
}

/// Builds the new site beside the output and exchanges them. Some of it may be `ready`.
///
/// # Errors
/// When the disk fails or a source is no longer what was read; the old site is as it was.
pub fn publish(
    plan: &Plan<'_>,
    out: &Path,
    ready: Option<&Path>,
) -> Result<Staged, (PathBuf, Unwritten)> {
    let Some(work) = beside(out) else { return Ok(Staged::NotHere) };
    let begun = ready.map_or_else(|| begin(out), |ready| Ok(ready.to_owned()));
    let staged = begun.and_then(|new| stage(plan, out, &new).map(|()| new));
    let old = match staged.and_then(|new| exchange(out, &new).map(|()| new)) {
        Ok(exchanged) => exchanged,
        Err(Stopped::NotHere) => return Ok(Staged::NotHere),
        Err(Stopped::Failed(file, error)) => {
            // The first error is the one to tell.
            clean(out);
            return Err((file, error));
        }
    };
    let cleaned = out
        .parent()
        .map_or(Ok(()), sync_folder)
        .and_then(|()| rescue(plan, &old, out))
        .and_then(|()| remove_tree(&work));
    Ok(cleaned.map_or_else(|error| Staged::Left(named(&work, &error)), |()| Staged::Done))
}

/// Why staging came to no end.
#[derive(Debug)]
pub enum Stopped {
    /// It cannot be done here.
    NotHere,
    /// What happened to a file.
    Failed(PathBuf, Unwritten),
}

fn failed(file: &Path, error: io::Error) -> Stopped {
    Stopped::Failed(file.to_owned(), Unwritten::Disk(error))
}

/// What cannot be done beside the output may still be done in it.
fn not_here(file: &Path, error: io::Error) -> Stopped {
    if is_not_possible(&error) { Stopped::NotHere } else { failed(file, error) }
}

/// Whether a folder has an access list. A new one would not have it.
fn has_access_list(folder: &Path) -> bool {
    let mut names = [0; 4096];
    let length = rustix::fs::llistxattr(folder, &mut names).unwrap_or_default();
    let mut names = names.get(..length).unwrap_or_default().split(|byte| *byte == 0);
    names.any(|name| name.starts_with(b"system.posix_acl"))
}

/// A mounted folder and one on another disk cannot be exchanged with one beside them.
fn may_be_exchanged(out: &Path) -> bool {
    if has_access_list(out) {
        return false;
    }
    let device = |path: &Path| fs::symlink_metadata(path).map(|facts| facts.dev());
    match (device(out), out.parent().map(device)) {
        (Ok(out), Some(Ok(parent))) => out == parent,
        (Err(_), Some(Ok(_))) => true,
        _ => false,
    }
}

/// Builds the new site in a folder, in which some of it may be ready.
fn stage(plan: &Plan<'_>, out: &Path, new: &Path) -> Result<(), Stopped> {
    let folders = folders(plan);
    for folder in folders.iter().filter(|folder| **folder != Path::new("")) {
        match fs::create_dir(new.join(folder)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made.map_err(|error| failed(&out.join(folder), error))?,
        }
    }
    plan.same.par_iter().try_for_each(|(path, body)| {
        let (old, new) = (out.join(path), new.join(path));
        match fs::hard_link(&old, &new) {
            Err(error) if is_not_possible(&error) => write_new(&new, body),
            linked => linked.map_err(Unwritten::Disk),
        }
        .map_err(|error| Stopped::Failed(old, error))
    })?;
    plan.changed.par_iter().try_for_each(|(path, body)| {
        let to = new.join(path);
        if body.source() == Some(&to) {
            return is_whole(&to, body).map_err(|error| failed(&out.join(path), error));
        }
        write_new(&to, body).map_err(|error| Stopped::Failed(out.join(path), error))
    })?;
    for (path, _) in plan.foreign.iter().filter(|(_, kind)| *kind != Kind::Folder) {
        let old = out.join(path);
        fs::hard_link(&old, new.join(path)).map_err(|error| not_here(&old, error))?;
    }
    // The innermost first: rights may forbid to write in a folder.
    for folder in folders.iter().rev().filter(|folder| is_folder(plan, out, folder)) {
        let old = out.join(folder);
        same_rights(&old, &new.join(folder)).map_err(|error| not_here(&old, error))?;
    }
    let written = plan.changed.iter().map(|(path, _)| new.join(path));
    sync(new, written).map_err(|error| failed(out, error))
}

/// Nobody but this build writes here; an error where somebody did.
fn is_whole(file: &Path, body: &Body) -> io::Result<()> {
    let length = fs::symlink_metadata(file)?.len();
    if length == body.size() { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// Makes a folder whose name is not taken.
fn free(work: &Path) -> io::Result<PathBuf> {
    for number in 0..MOST {
        let folder = work.join(format!("{SITE}{number}"));
        match fs::create_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => return made.map(|()| folder),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The folders of the new site, each after the one that contains it; the first is its own.
fn folders<'p>(plan: &'p Plan<'_>) -> Vec<&'p Path> {
    let finished = plan.changed.iter().chain(&plan.same).map(|(path, _)| Path::new(*path));
    // As texts: to compare paths they are taken apart, which was a hundredth of a build.
    let mut folders = HashSet::from([OsStr::new("")]);
    for path in finished.chain(plan.foreign.iter().map(|(path, _)| path.as_path())) {
        let above = path.ancestors().skip(1);
        // A folder that is known has brought those above it.
        above.take_while(|folder| folders.insert(folder.as_os_str())).for_each(drop);
    }
    let empty = plan.foreign.iter().filter(|(_, kind)| *kind == Kind::Folder);
    folders.extend(empty.map(|(path, _)| path.as_os_str()));
    let mut folders: Vec<&OsStr> = folders.into_iter().collect();
    folders.sort_unstable();
    folders.into_iter().map(Path::new).collect()
}

fn is_folder(plan: &Plan<'_>, out: &Path, folder: &Path) -> bool {
    if folder == Path::new("") {
        out.is_dir()
    } else {
        plan.there.kind(folder) == Some(Kind::Folder)
    }
}

/// Gives a folder the owner and the rights of the one whose place it takes.
fn same_rights(old: &Path, new: &Path) -> io::Result<()> {
    let (is, should) = (fs::symlink_metadata(new)?, fs::symlink_metadata(old)?);
    if (is.uid(), is.gid()) != (should.uid(), should.gid()) {
        chown(new, Some(should.uid()), Some(should.gid()))?;
    }
    if is.mode() != should.mode() {
        fs::set_permissions(new, should.permissions())?;
    }
    Ok(())
}

/// The one step. An output that is not there yet has nothing to exchange with.
fn exchange(out: &Path, new: &Path) -> Result<(), Stopped> {
    if fs::symlink_metadata(out).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return fs::rename(new, out).map_err(|error| not_here(out, error));
    }
    renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE)
        .map_err(|error| not_here(out, error.into()))
}

/// Brings over what somebody put into the old folder while the new one was being built.
fn rescue(plan: &Plan<'_>, old: &Path, out: &Path) -> io::Result<()> {
    let there = There::look(old)?;
    let late = there.iter().filter(|(path, _)| plan.there.kind(path).is_none());
    for (path, kind) in late {
        let target = out.join(path);
        match (kind, fs::symlink_metadata(&target)) {
            (_, Ok(_)) => {}
            (Kind::Folder, _) => fs::create_dir(&target)?,
            _ => fs::rename(old.join(path), &target)?,
        }
    }
    Ok(())
}
