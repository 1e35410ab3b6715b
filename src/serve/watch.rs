//! When to build again. An event only says that something happened: what it was is found out by
//! reading everything again, which takes milliseconds and is right whatever an editor, a
//! checkout or a full disk did. So nothing here looks at names of files.

#![expect(clippy::disallowed_methods, reason = "the room that waits for changes on the disk")]

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use same_file::Handle;

use crate::source::FOLDERS;

/// A save is several events, a checkout thousands: they are over when it has been quiet for so
/// long.
const QUIET: Duration = Duration::from_millis(20);

/// After so long it is built even when it does not get quiet.
const LONGEST: Duration = Duration::from_millis(500);

/// How often it is looked whether a folder is still the one that is watched, and how often
/// everything is read where [polled](Watch::polling).
const PAUSE: Duration = Duration::from_secs(1);

/// Watches the folders of a root that a build reads.
#[derive(Debug)]
pub struct Watch {
    root: PathBuf,
    /// None where nobody tells of changes.
    events: Option<Events>,
}

/// What the system tells of some folders.
#[derive(Debug)]
struct Events {
    /// Tells for as long as it is kept.
    _watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    /// The folders that are watched; None for one that is not there.
    folders: Vec<(PathBuf, Option<Handle>)>,
}

impl Watch {
    /// Watches from now on: read the sources after that, and no change is missed.
    ///
    /// # Errors
    /// When the root is not there, or the system cannot watch so many folders
    /// ([`notify::ErrorKind::MaxFilesWatch`]).
    pub fn new(root: &Path) -> notify::Result<Watch> {
        let root = std::path::absolute(root).map_err(notify::Error::io)?;
        let events = Some(Events::of(&root)?);
        Ok(Watch { root, events })
    }

    /// Lets everything be read once a second, for folders that send no changes: network drives,
    /// containers.
    pub fn polling(root: &Path) -> Watch {
        Watch { root: root.to_owned(), events: None }
    }

    /// Waits for a change and until it is over, at most for `limit`; says whether there may have
    /// been one.
    pub fn wait(&mut self, limit: Option<Duration>) -> bool {
        let until = limit.map(|limit| Instant::now() + limit);
        loop {
            let step = Instant::now() + PAUSE;
            let step = until.map_or(step, |until| until.min(step));
            let Some(events) = &self.events else {
                thread::sleep(step.saturating_duration_since(Instant::now()));
                return true;
            };
            let changed = events.change_until(step);
            let swapped = !events.folders.iter().all(is_same);
            if swapped {
                // A folder that is gone again, or a root that is missing, is looked for again.
                self.events = Events::of(&self.root).ok().or(self.events.take());
            }
            if changed || swapped {
                return true;
            }
            if until.is_some_and(|until| until <= Instant::now()) {
                return false;
            }
        }
    }
}

impl Events {
    /// Watches a root, which tells when one of its folders comes back, and its folders.
    fn of(root: &Path) -> notify::Result<Events> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(sender)?;
        let mut folders = vec![(root.to_owned(), Some(Handle::from_path(root)?))];
        watcher.watch(root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS.map(|folder| root.join(folder)) {
            let handle = Handle::from_path(&folder).ok().filter(|_| folder.is_dir());
            if handle.is_some() {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
            folders.push((folder, handle));
        }
        Ok(Events { _watcher: watcher, events, folders })
    }

    /// Waits for a change and until it is over; false when none began before `until`.
    fn change_until(&self, until: Instant) -> bool {
        if !self.next_change(until) {
            return false;
        }
        let latest = Instant::now() + LONGEST;
        while self.next_change(latest.min(Instant::now() + QUIET)) {}
        true
    }

    /// Whether a change came before `until`.
    fn next_change(&self, until: Instant) -> bool {
        loop {
            match self.events.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Ok(event)) if !is_change(&event) => {}
                // An error: too many events, or a folder went while it was looked at.
                Ok(_) => return true,
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

/// Whether there is still the folder that is watched, and not another of its name.
fn is_same((path, watched): &(PathBuf, Option<Handle>)) -> bool {
    Handle::from_path(path).ok().filter(|_| path.is_dir()) == *watched
}

/// Reading is no change: a build that reads its sources would wake itself for ever.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
