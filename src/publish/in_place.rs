//! The new site is put into the output file by file, where the folder itself must stay. All that
//! changes is written and safe on the disk before the first of it is shown; a journal says what
//! is to be done, and the next build finishes what was broken off.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::disk::{
    Unwritten, make_hidden, named, no_link_above, remove_tree, sync, sync_folder, write_new,
};
use super::order::Order;
use super::plan::{Finished, Plan};
use super::there::{Kind, WORK};
use crate::files::{OutPath, is_inside};

/// What is to be done; there is one only when everything is ready.
const JOURNAL: &str = "journal";

/// The journal while it is being written.
const UNFINISHED: &str = "unfinished";

/// One change that a visitor may see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Step {
    /// A file that is ready, by its number, goes to its place.
    Put(usize, OutPath),
    /// A file of an earlier build goes.
    Remove(OutPath),
}

/// Finishes what a build that was broken off left in the output.
///
/// # Errors
/// When the disk fails.
pub fn recover(out: &Path) -> io::Result<()> {
    let work = out.join(WORK);
    match fs::symlink_metadata(&work) {
        Ok(facts) if facts.is_dir() => {}
        Ok(_) => return Err(named(&work, &io::ErrorKind::AlreadyExists.into())),
        Err(_) => return Ok(()),
    }
    let is_known = |name: &str| {
        name == JOURNAL || name == UNFINISHED || name.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_ours = fs::read_dir(&work)
        .map_err(|error| named(&work, &error))?
        .all(|entry| entry.is_ok_and(|entry| entry.file_name().to_str().is_some_and(is_known)));
    if !is_ours {
        return Err(named(&work, &io::ErrorKind::AlreadyExists.into()));
    }
    let journal = work.join(JOURNAL);
    match fs::read(&journal) {
        Ok(bytes) => {
            let steps: Vec<Step> =
                serde_json::from_slice(&bytes).map_err(|error| named(&journal, &error.into()))?;
            perform(&steps, out)?;
        }
        // Nothing that is shown has changed.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(named(&journal, &error)),
    }
    done(out)
}

/// Why a publication in place came to no end.
#[derive(Debug)]
pub struct Broken {
    /// The file.
    pub file: PathBuf,
    /// What happened.
    pub error: Unwritten,
    /// Whether some files are new already: the next build has to finish it.
    pub is_mixed: bool,
}

/// Puts the new site into the output.
///
/// # Errors
/// When the disk fails or a source is no longer what was read.
pub fn publish(plan: &Plan<'_>, out: &Path) -> Result<(), Broken> {
    let broken = |file: &Path, error: io::Error, is_mixed| Broken {
        file: file.to_owned(),
        error: Unwritten::Disk(error),
        is_mixed,
    };
    fs::create_dir_all(out).map_err(|error| broken(out, error, false))?;
    let files = in_order(plan);
    let steps = steps(plan, &files);
    if let Err(broken) = prepare(&files, &steps, out) {
        // The first error is the one to tell; the next build removes what is left.
        let _ = remove_tree(&out.join(WORK));
        return Err(broken);
    }
    perform(&steps, out).map_err(|error| broken(out, error, true))?;
    done(out).map_err(|error| broken(out, error, true))
}

/// Everything is where it belongs.
fn done(out: &Path) -> io::Result<()> {
    let work = out.join(WORK);
    remove_tree(&work).map_err(|error| named(&work, &error))
}

/// The changed files in the order in which they are shown.
fn in_order<'f>(plan: &Plan<'f>) -> Vec<Finished<'f>> {
    let all = plan.changed.iter().chain(&plan.same);
    let order = Order::of(all.map(|(path, _)| *path));
    let is_new = |path: &str| plan.there.kind(Path::new(path)) != Some(Kind::File);
    let mut files = plan.changed.clone();
    files.sort_by_key(|(path, _)| order.stage(path, is_new(path)));
    files
}

/// All changes in their order. What is removed goes last, but for a file where a folder has to be
/// and files in a folder where a file has to be.
fn steps(plan: &Plan<'_>, files: &[Finished<'_>]) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut gone = BTreeSet::new();
    for (number, (path, _)) in files.iter().enumerate() {
        let folder = format!("{path}/");
        let in_it = plan.removed.range(folder.clone()..);
        let in_it = in_it.take_while(|old| old.starts_with(&folder));
        let above = folder.match_indices('/').filter_map(|(end, _)| folder.get(..end));
        let above = above.filter_map(|above| plan.removed.get(above));
        for old in above.chain(in_it).filter(|old| gone.insert(*old)) {
            steps.push(Step::Remove(old.clone()));
        }
        steps.push(Step::Put(number, (*path).to_owned()));
    }
    let last = plan.removed.iter().filter(|old| !gone.contains(old));
    steps.extend(last.cloned().map(Step::Remove));
    steps
}

/// Writes the changed files and the journal, and waits until the disk has them.
fn prepare(files: &[Finished<'_>], steps: &[Step], out: &Path) -> Result<(), Broken> {
    let broken = |file: PathBuf, error| Broken { file, error, is_mixed: false };
    let work = out.join(WORK);
    let disk = |error| broken(work.clone(), Unwritten::Disk(error));
    make_hidden(&work).map_err(disk)?;
    files.par_iter().enumerate().try_for_each(|(number, (path, body))| {
        write_new(&work.join(number.to_string()), body)
            .map_err(|error| broken(out.join(path), error))
    })?;
    let written = (0..files.len()).map(|number| work.join(number.to_string()));
    sync(&work, written).map_err(disk)?;
    let unfinished = work.join(UNFINISHED);
    let written = serde_json::to_vec(steps).map_err(io::Error::from).and_then(|bytes| {
        let mut journal = File::create(&unfinished)?;
        journal.write_all(&bytes)?;
        journal.sync_all()?;
        fs::rename(&unfinished, work.join(JOURNAL))?;
        sync_folder(&work)
    });
    written.map_err(disk)
}

/// Takes the steps; those that were taken already do no harm.
fn perform(steps: &[Step], out: &Path) -> io::Result<()> {
    for step in steps {
        let (Step::Put(_, path) | Step::Remove(path)) = step;
        let target = out.join(path);
        if !is_inside(path) {
            return Err(named(&target, &io::ErrorKind::InvalidInput.into()));
        }
        let taken = no_link_above(out, &target).and_then(|()| match step {
            Step::Put(number, _) => put(*number, path, out),
            Step::Remove(_) => remove(out, &target),
        });
        taken.map_err(|error| named(&target, &error))?;
    }
    Ok(())
}

fn put(number: usize, path: &str, out: &Path) -> io::Result<()> {
    let (ready, target) = (out.join(WORK).join(number.to_string()), out.join(path));
    if fs::symlink_metadata(&ready).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        return Ok(());
    }
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    match fs::rename(&ready, &target) {
        // Another disk is mounted there.
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => {
            let near = target.with_file_name(format!("{WORK}-{number}"));
            fs::copy(&ready, &near)?;
            File::open(&near)?.sync_all()?;
            fs::rename(&near, &target)?;
            fs::remove_file(&ready)
        }
        done => done,
    }
}

/// Removes a file of an earlier build and the folders that it leaves empty.
fn remove(out: &Path, target: &Path) -> io::Result<()> {
    match fs::symlink_metadata(target) {
        Ok(facts) if facts.is_file() => fs::remove_file(target)?,
        // It is gone already, or a folder is there now.
        _ => {}
    }
    for folder in target.ancestors().skip(1).take_while(|folder| *folder != out) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
