//! When to build again. An event only says that something happened: what it was is found out by
//! reading everything again, which takes milliseconds and is right whatever an editor, a
//! checkout or a full disk did. So nothing here looks at names of files.

#![expect(clippy::disallowed_methods, reason = "the room that waits for changes on the disk")]

use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::source::FOLDERS;

use std::path::{Path, PathBuf};

/// A save is several events, a checkout thousands: they are over when it has been quiet for so
/// long.
const QUIET: Duration = Duration::from_millis(20);

/// After so long it is built even when it does not get quiet.
const LONGEST: Duration = Duration::from_millis(500);

/// Watches the folders of a root that a build reads.
#[derive(Debug)]
pub struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    root: PathBuf,
}

impl Watch {
    /// Watches from now on: read the sources after that, and no change is missed.
    ///
    /// # Errors
    /// When the system cannot watch so many folders.
    pub fn new(root: &Path) -> notify::Result<Watch> {
        let root = root.canonicalize().map_err(notify::Error::io)?;
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender)?;
        let mut watch = Watch { watcher, events, root };
        // The root itself tells when one of the folders comes back.
        watch.watcher.watch(&watch.root, RecursiveMode::NonRecursive)?;
        watch.watch_folders()?;
        Ok(watch)
    }

    fn watch_folders(&mut self) -> notify::Result<()> {
        for folder in FOLDERS.map(|folder| self.root.join(folder)) {
            if folder.is_dir() {
                self.watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }

    /// Waits for a change and until it is over, at most for `limit`; says whether there was one.
    pub fn wait(&mut self, limit: Option<Duration>) -> bool {
        let Some(first) = self.next_change(limit.map(|limit| Instant::now() + limit)) else {
            return false;
        };
        let latest = Instant::now() + LONGEST;
        let mut folders_changed = self.is_about_folders(&first);
        while let Some(next) = self.next_change(Some(latest.min(Instant::now() + QUIET))) {
            folders_changed |= self.is_about_folders(&next);
        }
        if folders_changed {
            // A folder that is gone again will be heard of again.
            let _ = self.watch_folders();
        }
        true
    }

    /// The next event that is a change.
    fn next_change(&self, until: Option<Instant>) -> Option<Event> {
        loop {
            let event = match until {
                Some(until) => {
                    match self.events.recv_timeout(until.saturating_duration_since(Instant::now()))
                    {
                        Ok(event) => event,
                        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                            return None;
                        }
                    }
                }
                None => self.events.recv().ok()?,
            };
            match event {
                Ok(event) if is_change(&event) => return Some(event),
                Ok(_) => {}
                // Too many events, or a folder went while it was looked at: look at everything.
                Err(_) => return Some(Event::new(EventKind::Any).add_path(self.root.clone())),
            }
        }
    }

    /// Whether one of the watched folders itself came or went, or events were lost.
    fn is_about_folders(&self, event: &Event) -> bool {
        let is_one = |path: &PathBuf| {
            *path == self.root || FOLDERS.iter().any(|folder| *path == self.root.join(folder))
        };
        event.need_rescan() || event.paths.iter().any(is_one)
    }
}

/// Reading is no change: a build that reads its sources would wake itself for ever.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}
