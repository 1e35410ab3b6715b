//! Puts what was built where visitors find it: a folder, a server by `rsync`, whatever `rclone` can
//! reach. Those programs do the work and know the credentials; none of them passes through here.
//!
//! Nobody ever sees half of it: what must not be there any more goes first; then comes what others
//! name, then what names them; what is no longer needed goes last, and only if a manifest of ours
//! says that it is ours. A journal at the target says what is under way, so that the next
//! publication finishes one that was broken off, whoever runs it.

mod folder;
mod journal;
mod local;
mod plan;
mod program;
mod rclone;
mod ssh;
mod target;

use std::io;
use std::path::Path;
use std::time::Duration;

use crate::files::OutPath;
use crate::manifest;
use crate::publish::{resolved, touches_sources};
use crate::published::Unreadable;

pub use self::journal::PATHS as JOURNALS;
pub use self::local::Local;
pub use self::plan::Plan;
pub use self::program::Scratch;
pub use self::target::Target;

use self::folder::Folder;
use self::journal::Journal;
use self::plan::There;
use self::rclone::Rclone;
use self::ssh::Ssh;
use self::target::Way;

/// How often something is tried that fails.
const TRIES: u32 = 3;

/// After the first failure; twice as long after the next.
const PAUSE: Duration = Duration::from_secs(2);

/// How long readers of a page may take until they fetch what it names: so long what it named stays.
const GRACE: Duration = Duration::from_secs(10);

/// Why a publication came to no end. What has been done so far harms nobody; the next one goes on
/// from there.
#[derive(Debug)]
pub enum Trouble {
    /// A program is not installed.
    NotInstalled(&'static str),
    /// A program failed; its last words.
    Failed {
        /// The program.
        program: &'static str,
        /// What it said.
        words: String,
    },
    /// The disk of this machine failed.
    Disk(io::Error),
    /// Nothing was built there.
    NotBuilt,
    /// This file is no longer what was built.
    Altered(OutPath),
    /// No publication of ours made what is at the target; the name of one file.
    Foreign(String),
    /// The target is the content or the theme, or is around or inside them.
    Sources,
    /// The target is inside of what was built, or around it.
    Output,
    /// A preview would replace the public site, and show what is not public yet.
    Preview,
    /// Where a file would be is none, here or at the target: a pipe, a device, a link that leads out.
    NotAFile(OutPath),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Disk(error)
    }
}

impl From<Unreadable> for Trouble {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Disk(error) => Trouble::Disk(error),
            Unreadable::NotAFile(path) => Trouble::NotAFile(path),
            // These are of the network.
            other => Trouble::Disk(io::Error::other(format!("{other:?}"))),
        }
    }
}

/// Whether a target may be published to: what lies in the sources, in what was built or around one
/// of them would be taken for a part of it by the next build.
///
/// # Errors
/// When it may not be, or the disk fails.
pub fn check_target(target: &Target, root: &Path, out: &Path) -> Result<(), Trouble> {
    let Target::Folder(folder) = target else { return Ok(()) };
    let (folder, out) = (resolved(folder)?, resolved(out)?);
    if touches_sources(root, &folder)? {
        return Err(Trouble::Sources);
    }
    let is_beside = !folder.starts_with(&out) && !out.starts_with(&folder);
    if is_beside || folder == out { Ok(()) } else { Err(Trouble::Output) }
}

/// A publication under way.
#[derive(Debug)]
pub struct Upload<'u> {
    /// What was built.
    pub local: &'u Local,
    way: Box<dyn Way + 'u>,
    there: There,
    /// What is to be done.
    pub plan: Plan,
    pause: fn(Duration),
}

impl<'u> Upload<'u> {
    /// Looks at the target, and plans. `withdrawn` are the files of `content/media/` that must
    /// vanish at once.
    ///
    /// # Errors
    /// When the target cannot be read, what is there is not ours, or a preview would replace it.
    pub fn prepare(
        local: &'u Local,
        target: &Target,
        scratch: &'u Scratch,
        withdrawn: &[String],
        pause: fn(Duration),
    ) -> Result<Self, Trouble> {
        let way = way(target, scratch);
        let there = again(pause, || look(&*way))?;
        if local.is_preview && there.is_public {
            return Err(Trouble::Preview);
        }
        let plan = Plan::make(local, &there, withdrawn);
        Ok(Upload { local, way, there, plan, pause })
    }

    /// Does what the plan says. `step` is told what comes next.
    ///
    /// # Errors
    /// When it fails more often than it is tried.
    pub fn perform(&self, step: &mut dyn FnMut(&Step<'_>)) -> Result<(), Trouble> {
        let plan = &self.plan;
        if plan.is_done() && !self.there.journal.is_needed() {
            return Ok(());
        }
        self.note(&plan.under_way(&self.there))?;
        if !plan.first.is_empty() {
            step(&Step::Withdraw(plan.first.len()));
            self.again(|| self.way.remove(&plan.first))?;
        }
        for (stage, paths) in &plan.stages {
            step(&Step::Put(*stage, paths.len()));
            self.again(|| self.way.put(self.local.folder(), paths))?;
        }
        if !plan.last.is_empty() {
            step(&Step::Wait(GRACE));
            (self.pause)(GRACE);
            step(&Step::Remove(plan.last.len()));
            self.again(|| self.way.remove(&plan.last))?;
        }
        Ok(())
    }

    /// Compares the target with what was built, by hashes, and puts right what differs. Gives
    /// what differs even then.
    ///
    /// # Errors
    /// When it fails more often than it is tried.
    pub fn verify(&self, step: &mut dyn FnMut(&Step<'_>)) -> Result<Vec<OutPath>, Trouble> {
        let all = self.local.paths();
        step(&Step::Verify(all.len()));
        let changed = self.plan.changed();
        let differing = || self.again(|| self.way.differing(self.local.folder(), &all, &changed));
        let mut differ = differing()?;
        if !differ.is_empty() {
            step(&Step::Again(&differ));
            self.again(|| self.way.put(self.local.folder(), &differ))?;
            differ = differing()?;
        }
        if differ.is_empty() && (self.there.journal.is_needed() || !self.plan.is_done()) {
            self.note(&self.plan.done(self.local))?;
        }
        Ok(differ)
    }

    /// Writes both journals, one after the other: one of them is always whole.
    fn note(&self, journal: &Journal) -> Result<(), Trouble> {
        for path in JOURNALS {
            self.again(|| self.way.put_bytes(path, &journal.bytes()))?;
        }
        Ok(())
    }

    fn again<T>(&self, work: impl FnMut() -> Result<T, Trouble>) -> Result<T, Trouble> {
        again(self.pause, work)
    }
}

/// What a publication does next, for people who wait for it.
#[derive(Debug)]
pub enum Step<'s> {
    /// Takes away what must not be there any more: so many files.
    Withdraw(usize),
    /// Puts so many files.
    Put(crate::publish::Stage, usize),
    /// Waits for readers who still have old pages.
    Wait(Duration),
    /// Removes what is no longer needed: so many files.
    Remove(usize),
    /// Compares so many files.
    Verify(usize),
    /// Puts these files once more.
    Again(&'s [OutPath]),
}

/// How a target is reached.
fn way<'w>(target: &Target, scratch: &'w Scratch) -> Box<dyn Way + 'w> {
    match target {
        Target::Folder(folder) => Box::new(Folder(folder.clone())),
        Target::Ssh { host, port, path } => {
            let to = format!("{host}:{}/", path.trim_end_matches('/'));
            Box::new(Ssh { to, port: *port, scratch })
        }
        Target::Rclone(remote) => Box::new(Rclone { remote: remote.clone(), scratch }),
    }
}

/// Reads what is at a target.
fn look(way: &dyn Way) -> Result<There, Trouble> {
    let [first, second] = JOURNALS;
    let mut found = way.read(&[manifest::PATH, first, second])?;
    let mut take = |path: &str| found.remove(path);
    let manifest_bytes = take(manifest::PATH);
    let journals = [take(first), take(second)];
    let journal = Journal::read(journals.iter().flatten().map(Vec::as_slice));
    let manifest = manifest_bytes.as_deref().and_then(manifest::read);
    if manifest.is_none()
        && journal.is_none()
        && let Some(name) = way.any_name()?
    {
        return Err(Trouble::Foreign(name));
    }
    let is_public = manifest.as_ref().is_some_and(|manifest| !manifest.drafts);
    let is_broken = journal.is_none() && journals.iter().any(Option::is_some);
    Ok(There {
        files: manifest.map(|manifest| manifest.files).unwrap_or_default(),
        manifest: manifest_bytes,
        journal: journal.unwrap_or_default(),
        is_broken,
        is_public,
    })
}

/// Tries more than once: networks fail now and then.
fn again<T>(
    pause: fn(Duration),
    mut work: impl FnMut() -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let mut wait = PAUSE;
    for _ in 1..TRIES {
        match work() {
            Err(Trouble::Failed { .. } | Trouble::Disk(_)) => pause(wait),
            done => return done,
        }
        wait *= 2;
    }
    work()
}

/// Reads what was built into a folder; every file must still be what its manifest says.
///
/// # Errors
/// When nothing was built there, or the disk fails.
pub fn local(folder: &Path) -> Result<Local, Trouble> {
    Local::read(folder)
}
