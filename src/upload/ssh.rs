//! A server by `rsync` over `ssh`: each file appears whole, and hashes are compared over there.

use std::collections::BTreeMap;
use std::path::Path;

use super::Trouble;
use super::program::{Scratch, run};
use super::target::{Way, folders};
use crate::files::OutPath;

/// A folder of a server.
#[derive(Debug)]
pub(super) struct Ssh<'w> {
    /// As `rsync` takes it, with a `/` at the end.
    pub to: String,
    pub port: Option<u16>,
    pub scratch: &'w Scratch,
}

/// `rsync`'s word for »there is no such file or folder«, among others.
const PARTIAL: i32 = 23;

/// `rsync`'s word for a folder that is not in an empty one.
const VANISHED: i32 = 24;

impl Ssh<'_> {
    /// Runs `rsync`. Paths go as they are, whatever a shell would make of them.
    fn rsync(
        &self,
        options: &[&str],
        from: &[&str],
        to: &str,
        paths: &[impl AsRef<str>],
    ) -> Result<super::program::Done, Trouble> {
        let shell = self.port.map(|port| format!("--rsh=ssh -p {port}"));
        let mut arguments = vec!["--protect-args", "--8-bit-output", "--timeout=120"];
        arguments.extend(shell.as_deref());
        arguments.extend(options);
        let mut list = Vec::new();
        for path in paths {
            list.extend_from_slice(path.as_ref().as_bytes());
            list.push(0);
        }
        if !list.is_empty() {
            arguments.extend(["--from0", "--files-from=-"]);
        }
        arguments.push("--");
        arguments.extend(from);
        arguments.push(to);
        run("rsync", &arguments, list)
    }
}

/// A folder with a `/` at the end: what is in it, not the folder itself.
fn inside(folder: &Path) -> String {
    format!("{}/", folder.display())
}

impl Way for Ssh<'_> {
    fn read(&self, paths: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
        let folder = self.scratch.empty()?;
        let nothing: [&str; 0] = [];
        // Not as a list: of one in a folder that is not there `rsync` breaks off.
        let files: Vec<String> = paths.iter().map(|path| format!("{}{path}", self.to)).collect();
        let from: Vec<&str> = files.iter().map(String::as_str).collect();
        let done = self.rsync(&["--ignore-missing-args"], &from, &inside(&folder), &nothing)?;
        match done.status {
            // The folder itself is not there yet.
            PARTIAL => {}
            _ => drop(done.or_failed()?),
        }
        Scratch::found(&folder, paths)
    }

    fn any_name(&self) -> Result<Option<String>, Trouble> {
        let nothing: [&str; 0] = [];
        let options = ["--list-only", "--dirs"];
        let folder = self.scratch.empty()?;
        let done = self.rsync(&options, &[&self.to], &inside(&folder), &nothing)?;
        if done.status == PARTIAL {
            return Ok(None);
        }
        let listed = done.or_failed()?;
        // `-rw-r--r--  12 2026/11/28 09:00:00 name`
        let listed = String::from_utf8_lossy(&listed).into_owned();
        let name = |line: &str| line.splitn(5, ' ').last().map(str::to_owned);
        let names =
            listed.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut names = names.filter_map(|line| name(&line));
        Ok(names.find(|name| !name.starts_with('.')))
    }

    fn put(&self, from: &Path, paths: &[OutPath]) -> Result<(), Trouble> {
        // What is the same already is left alone, with its time.
        self.rsync(&["--checksum"], &[&inside(from)], &self.to, paths)?.or_failed().map(drop)
    }

    fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.scratch.lend(path, bytes, |folder, paths| self.put(folder, paths))
    }

    fn remove(&self, paths: &[OutPath]) -> Result<(), Trouble> {
        let nowhere = inside(&self.scratch.empty()?);
        // What is not in an empty folder is to be removed over there.
        let options = ["--delete-missing-args", "--no-implied-dirs"];
        let done = self.rsync(&options, &[&nowhere], &self.to, paths)?;
        if done.status != VANISHED {
            done.or_failed()?;
        }
        // Folders level by level: one is empty only when those in it are gone. One that is not
        // stays; that is no failure.
        let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for folder in folders(paths) {
            levels.entry(folder.matches('/').count()).or_default().push(folder);
        }
        for level in levels.values().rev() {
            self.rsync(&options, &[&nowhere], &self.to, level)?;
        }
        Ok(())
    }

    fn differing(
        &self,
        from: &Path,
        paths: &[OutPath],
        _: &[OutPath],
    ) -> Result<Vec<OutPath>, Trouble> {
        let options = ["--checksum", "--dry-run", "--out-format=%n"];
        let listed = self.rsync(&options, &[&inside(from)], &self.to, paths)?.or_failed()?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        Ok(listed.lines().filter(|line| !line.ends_with('/')).map(str::to_owned).collect())
    }
}
