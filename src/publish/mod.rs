//! Writes the finished files to the output folder, which is at every instant wholly the old or
//! wholly the new site. What no build of ours made stays as it is, and where it is.
//!
//! The new site is built beside the output and exchanged with it in one step (`staged.rs`), in which
//! files wait for it from the moment they are made (`ready.rs`); where that cannot be, or the folder
//! itself must stay, its files are put in one by one (`in_place.rs`).

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

mod disk;
mod earlier;
mod in_place;
mod order;
mod plan;
mod ready;
#[cfg_attr(not(target_os = "linux"), path = "unstaged.rs")]
mod staged;
mod there;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::{fs, io};

use self::disk::{Unwritten, lock};
pub(crate) use self::disk::{make_hidden, named, no_link_above, remove_tree, resolved};
use self::earlier::Earlier;
use self::in_place::Broken;
pub use self::order::{Order, Stage};
use self::plan::Plan;
use self::ready::Ready;
use self::staged::Staged;
use self::there::There;
use crate::files::{Body, Files, Sink, is_inside};

/// What a publication did.
#[derive(Debug, Default)]
pub struct Published {
    /// Files that were new or different.
    pub written: usize,
    /// Files that were as they should be.
    pub unchanged: usize,
    /// Files of an earlier build that are gone.
    pub removed: usize,
    /// Files that may be of an earlier build whose manifest was damaged; they stay.
    pub unknown: Vec<PathBuf>,
    /// Why the old site, which lies beside the new one now, could not be removed; the next build
    /// tries again.
    pub left: Option<io::Error>,
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
    /// Somebody else put this where a file of ours belongs.
    InTheWay(PathBuf),
}

/// Why nothing, or not everything, was published.
#[derive(Debug)]
pub enum Unpublished {
    /// The output folder is refused.
    Refused(Refused),
    /// A source file is no longer what the build has read.
    Changed(PathBuf),
    /// The disk fails; the output is as it was. The error names the file.
    Disk(io::Error),
    /// The disk fails; some of the output is new, and the next build does the rest.
    Unfinished(io::Error),
}

impl From<io::Error> for Unpublished {
    fn from(error: io::Error) -> Self {
        Unpublished::Disk(error)
    }
}

/// An output folder that no other build writes to meanwhile.
#[derive(Debug)]
pub struct Output {
    /// As it was given: for messages.
    given: PathBuf,
    /// Without links.
    at: PathBuf,
    in_place: bool,
    /// Files of the new site that lie beside the output already.
    ready: Ready,
    /// Unlocked when they are dropped, after what is ready.
    locks: Vec<File>,
}

/// What is published next need not wait in memory.
impl Sink for Output {
    fn take(&self, path: &str, body: Body) -> Body {
        if self.in_place || !is_publishable(path) { body } else { self.ready.take(path, body) }
    }
}

impl Output {
    /// Takes an output folder for a build of `root`, and sets right what a build that was broken
    /// off left there. `waiting` is called when another build has it. Files are put in one by one
    /// when it is to be done `in_place`.
    ///
    /// # Errors
    /// When the folder is refused or the disk fails.
    pub fn open(
        root: &Path,
        out: &Path,
        in_place: bool,
        mut waiting: impl FnMut(),
    ) -> Result<Output, Unpublished> {
        let named = |error: io::Error| disk::named(out, &error);
        let at = resolved(out).map_err(named)?;
        if let Some(refused) = refuse(root, &at).map_err(named)? {
            return Err(Unpublished::Refused(refused));
        }
        let ready = Ready::new(&at);
        let mut output = Output { given: out.to_owned(), at, in_place, ready, locks: Vec::new() };
        output.lock(&mut waiting)?;
        staged::recover(&output.at)?;
        in_place::recover(&output.at)?;
        Ok(output)
    }

    /// The folder above is the lock: the output itself is another folder after each build. Two
    /// ways may lead to an output that is mounted, so it is locked as well.
    fn lock(&mut self, waiting: &mut dyn FnMut()) -> io::Result<()> {
        let above = self.at.parent().unwrap_or(&self.at);
        self.locks.extend(lock(above, waiting)?);
        if self.in_place && self.at.is_dir() {
            self.locks.extend(lock(&self.at, waiting)?);
        }
        Ok(())
    }

    /// Publishes the files; whatever a manifest or a theme says, nothing outside the folder is
    /// ever touched. When nothing differs, nothing is: no time of a file changes.
    ///
    /// # Errors
    /// When the folder is refused, a source is no longer what was read, or the disk fails.
    pub fn publish(&self, files: &Files) -> Result<Published, Unpublished> {
        if let Some(path) = files.keys().find(|path| !is_publishable(path)) {
            return Err(io::Error::other(format!("{path} is outside")).into());
        }
        let there = There::look(&self.at)?;
        let refused = |refused| Err(Unpublished::Refused(refused));
        let earlier = match Earlier::read(&self.at, &there, files)? {
            Ok(earlier) => earlier,
            Err(name) => return refused(Refused::Foreign(name)),
        };
        let plan = match Plan::make(files, &self.at, there, &earlier)? {
            Ok(plan) => plan,
            Err(path) => return refused(Refused::InTheWay(path)),
        };
        let mut published = Published {
            written: plan.changed.len(),
            unchanged: plan.same.len(),
            removed: plan.removed.len(),
            unknown: Vec::new(),
            left: None,
        };
        if !earlier.is_whole {
            let shown = plan.foreign.iter().map(|(path, _)| path);
            let shown = shown.filter(|path| !path.as_os_str().as_encoded_bytes().starts_with(b"."));
            published.unknown.extend(shown.cloned());
        }
        if !plan.is_done() {
            published.left = self.write(&plan)?;
        }
        Ok(published)
    }

    fn write(&self, plan: &Plan<'_>) -> Result<Option<io::Error>, Unpublished> {
        // Another build may have the folder above by now if it was not there before.
        let mut later = None;
        if let Some(above) = self.at.parent().filter(|above| !above.is_dir()) {
            fs::create_dir_all(above).map_err(|error| disk::named(above, &error))?;
            later = lock(above, &mut || {})?;
        }
        let staged = if self.in_place {
            Ok(Staged::NotHere)
        } else {
            let ready =
                self.ready.hand_over(plan).map_err(|error| disk::named(&self.at, &error))?;
            staged::publish(plan, &self.at, ready)
        };
        let left = match staged {
            Ok(Staged::Done) => None,
            Ok(Staged::Left(error)) => Some(error),
            Ok(Staged::NotHere) => {
                let published = in_place::publish(plan, &self.at);
                if !self.in_place {
                    staged::clean(&self.at);
                }
                published.map_err(|broken| self.broken(broken))?;
                None
            }
            Err((file, error)) => return Err(self.why(&file, error)),
        };
        drop(later);
        Ok(left)
    }

    fn broken(&self, broken: Broken) -> Unpublished {
        match self.why(&broken.file, broken.error) {
            Unpublished::Disk(error) if broken.is_mixed => Unpublished::Unfinished(error),
            why => why,
        }
    }

    /// Names the file as a user knows it.
    fn why(&self, file: &Path, error: Unwritten) -> Unpublished {
        match error {
            Unwritten::Changed(source) => Unpublished::Changed(source),
            Unwritten::Unreadable(source, error) => disk::named(&source, &error).into(),
            Unwritten::Disk(error) => {
                let file = file
                    .strip_prefix(&self.at)
                    .map_or_else(|_| file.to_owned(), |below| self.given.join(below));
                disk::named(&file, &error).into()
            }
        }
    }
}

/// Keeps builds from an output folder while it is read, for as long as what is given is not dropped.
/// `waiting` is called when a build has it.
///
/// # Errors
/// When the disk fails.
pub fn hold(out: &Path, mut waiting: impl FnMut()) -> io::Result<Option<File>> {
    let at = resolved(out).map_err(|error| disk::named(out, &error))?;
    lock(at.parent().unwrap_or(&at), &mut waiting)
}

/// Publishes the files to a folder that is of no root.
///
/// # Errors
/// As [`Output::publish`].
pub fn publish(files: &Files, out: &Path) -> Result<Published, Unpublished> {
    Output::open(Path::new(""), out, false, || {})?.publish(files)
}

/// Whether a path leads into the output, and has no name under which files are made ready.
fn is_publishable(path: &str) -> bool {
    is_inside(path) && !path.split('/').any(|name| name.starts_with(there::WORK))
}

/// Whether a folder, without links, is the root, its content or its theme, or is around or inside
/// them.
pub(crate) fn touches_sources(root: &Path, folder: &Path) -> io::Result<bool> {
    if !root.is_dir() {
        return Ok(false);
    }
    let root = root.canonicalize()?;
    let sources = ["content", "themes"].map(|sources| root.join(sources));
    let touches = |sources: &PathBuf| folder.starts_with(sources) || sources.starts_with(folder);
    Ok(root.starts_with(folder) || sources.iter().any(touches))
}

/// Whether a build of `root` may never write to `out`. That the root is not there is for its
/// reader to say.
fn refuse(root: &Path, out: &Path) -> io::Result<Option<Refused>> {
    if touches_sources(root, out)? {
        return Ok(Some(Refused::Sources));
    }
    match fs::symlink_metadata(out) {
        Ok(facts) if !facts.is_dir() => Ok(Some(Refused::NotAFolder)),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}
