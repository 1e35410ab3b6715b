//! Other programs: the only place that runs any. They get lists of files by standard input, and
//! nothing of what they say is shown but their last words when they fail.

#![expect(
    clippy::disallowed_methods,
    reason = "the room that runs programs and lends them a folder"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::Trouble;
use crate::files::OutPath;
use crate::publish::{make_hidden, remove_tree};
use crate::published;

/// How many of a program's last lines are shown.
const WORDS: usize = 6;

/// What came of a program.
#[derive(Debug)]
pub(super) struct Done {
    /// Its exit status; −1 when a signal ended it.
    pub status: i32,
    /// Its standard output.
    pub output: Vec<u8>,
    program: &'static str,
    words: String,
}

impl Done {
    /// An error unless it ended with 0.
    pub fn or_failed(self) -> Result<Vec<u8>, Trouble> {
        match self.status {
            0 => Ok(self.output),
            _ => Err(self.failed()),
        }
    }

    /// The error that it failed.
    pub fn failed(self) -> Trouble {
        Trouble::Failed { program: self.program, words: self.words }
    }
}

/// Runs a program with these arguments and this standard input.
pub(super) fn run(
    program: &'static str,
    arguments: &[&str],
    input: Vec<u8>,
) -> Result<Done, Trouble> {
    let mut command = Command::new(program);
    command.args(arguments).env("LC_ALL", "C");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Trouble::NotInstalled(program),
        _ => Trouble::Disk(error),
    })?;
    // It may speak before it has heard everything.
    let stdin = child.stdin.take();
    let feeding = std::thread::spawn(move || {
        // Whoever ends without reading says why.
        stdin.map(|mut stdin| stdin.write_all(&input))
    });
    let ended = child.wait_with_output()?;
    drop(feeding.join());
    let said = String::from_utf8_lossy(&ended.stderr);
    Ok(Done {
        status: ended.status.code().unwrap_or(-1),
        output: ended.stdout,
        program,
        words: last_words(&said),
    })
}

/// The last lines, without what stands before an `@` in addresses: it may be a password.
fn last_words(said: &str) -> String {
    let lines: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.iter().skip(lines.len().saturating_sub(WORDS));
    let masked = last.map(|line| {
        let words = line.split(' ').map(|word| match (word.find("://"), word.rfind('@')) {
            (Some(start), Some(end)) if start < end => {
                let scheme = word.get(..start + 3).unwrap_or_default();
                format!("{scheme}…{}", word.get(end..).unwrap_or_default())
            }
            _ => word.to_owned(),
        });
        words.collect::<Vec<_>>().join(" ")
    });
    masked.collect::<Vec<_>>().join("\n")
}

/// An empty folder for what programs bring and take, removed at the end.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// A new one, for this user alone, in a folder for temporary files.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn new(temporary: &Path) -> io::Result<Scratch> {
        let process = std::process::id();
        for number in 0..1000 {
            let folder = temporary.join(format!("bba-publish-{process}-{number}"));
            match make_hidden(&folder) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                done => return done.map(|()| Scratch(folder)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// An empty folder in it.
    pub(super) fn empty(&self) -> io::Result<PathBuf> {
        let folder = self.0.join("files");
        remove_tree(&folder)?;
        fs::create_dir(&folder)?;
        Ok(folder)
    }

    /// Puts a file of these bytes by a folder in it, for programs that take files alone.
    pub(super) fn lend(
        &self,
        path: &str,
        bytes: &[u8],
        put: impl FnOnce(&Path, &[OutPath]) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let folder = self.empty()?;
        fs::write(folder.join(path), bytes)?;
        put(&folder, &[path.to_owned()])
    }

    /// The files of a folder, where they are there.
    pub(super) fn found(
        folder: &Path,
        paths: &[&str],
    ) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
        let mut found = BTreeMap::new();
        for path in paths {
            if let Some(bytes) = published::folder::read(folder, path)? {
                found.insert((*path).to_owned(), bytes);
            }
        }
        Ok(found)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left there is small, and the system's to remove.
        let _ = fs::remove_dir_all(&self.0);
    }
}
