//! Whatever `rclone` can reach, by a name that it knows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::Trouble;
use super::program::{Done, Scratch, run};
use super::target::{Way, folders};
use crate::files::OutPath;

/// A remote of `rclone`.
#[derive(Debug)]
pub(super) struct Rclone<'w> {
    /// `NAME:PATH`, without a `/` at the end.
    pub remote: String,
    pub scratch: &'w Scratch,
}

/// `rclone`'s words for »no such folder« and »no such file«.
const NOT_THERE: [i32; 2] = [3, 4];

/// `rclone check` found differences; other failures have the same status.
const DIFFERENT: i32 = 1;

impl Rclone<'_> {
    fn run(&self, arguments: &[&str], paths: &[impl AsRef<str>]) -> Result<Done, Trouble> {
        let mut all = arguments.to_vec();
        let mut list = Vec::new();
        for path in paths {
            list.extend_from_slice(path.as_ref().as_bytes());
            list.push(b'\n');
        }
        if !list.is_empty() {
            all.extend(["--files-from-raw", "-"]);
        }
        // What fails is tried again by us.
        all.extend(["--retries", "1", "--log-level", "ERROR"]);
        run("rclone", &all, list)
    }

    fn check(
        &self,
        from: &Path,
        paths: &[OutPath],
        options: &[&str],
    ) -> Result<Vec<OutPath>, Trouble> {
        let from = from.display().to_string();
        let arguments = [&["check", &from, &self.remote, "--one-way", "--combined", "-"], options];
        let done = self.run(&arguments.concat(), paths)?;
        // `= same`, `* other`, `+ only here`, `! unreadable`
        let listed = String::from_utf8_lossy(&done.output).into_owned();
        let lines = listed.lines().filter_map(|line| line.split_once(' '));
        let lines: Vec<(&str, &str)> = lines.collect();
        let is_told = lines.iter().any(|(sign, _)| matches!(*sign, "*" | "+"));
        let is_failure = lines.iter().any(|(sign, _)| *sign == "!");
        match done.status {
            0 => Ok(Vec::new()),
            DIFFERENT if is_told && !is_failure => {
                let other = lines.into_iter().filter(|(sign, _)| *sign != "=");
                Ok(other.map(|(_, path)| path.to_owned()).collect())
            }
            status if NOT_THERE.contains(&status) => Ok(paths.to_vec()),
            _ => Err(done.failed()),
        }
    }
}

impl Way for Rclone<'_> {
    fn read(&self, paths: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
        let folder = self.scratch.empty()?;
        let to = folder.display().to_string();
        let done =
            self.run(&["copy", &self.remote, &to, "--no-traverse", "--ignore-times"], paths)?;
        if !NOT_THERE.contains(&done.status) {
            done.or_failed()?;
        }
        Scratch::found(&folder, paths)
    }

    fn any_name(&self) -> Result<Option<String>, Trouble> {
        let nothing: [&str; 0] = [];
        let done = self.run(&["lsf", &self.remote, "--max-depth", "1"], &nothing)?;
        if NOT_THERE.contains(&done.status) {
            return Ok(None);
        }
        let listed = done.or_failed()?;
        let listed = String::from_utf8_lossy(&listed).into_owned();
        Ok(listed.lines().find(|name| !name.starts_with('.')).map(str::to_owned))
    }

    fn put(&self, from: &Path, paths: &[OutPath]) -> Result<(), Trouble> {
        // Sizes and times do not tell: a moved event has as many bytes as before.
        let from = from.display().to_string();
        let arguments = ["copy", &from, &self.remote, "--no-traverse", "--ignore-times"];
        self.run(&arguments, paths)?.or_failed().map(drop)
    }

    fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        self.scratch.lend(path, bytes, |folder, paths| self.put(folder, paths))
    }

    fn remove(&self, paths: &[OutPath]) -> Result<(), Trouble> {
        let done = self.run(&["delete", &self.remote, "--no-traverse"], paths)?;
        if !NOT_THERE.contains(&done.status) {
            done.or_failed()?;
        }
        let nothing: [&str; 0] = [];
        for folder in folders(paths) {
            let slash = if self.remote.ends_with(':') { "" } else { "/" };
            // One that is not empty stays; that is no failure.
            self.run(&["rmdir", &format!("{}{slash}{folder}", self.remote)], &nothing)?;
        }
        Ok(())
    }

    fn differing(
        &self,
        from: &Path,
        paths: &[OutPath],
        just_put: &[OutPath],
    ) -> Result<Vec<OutPath>, Trouble> {
        let mut differ: BTreeSet<OutPath> = self.check(from, paths, &[])?.into_iter().collect();
        // Where the remote knows no hashes the first look has compared sizes alone.
        if !just_put.is_empty() {
            differ.extend(self.check(from, just_put, &["--download"])?);
        }
        Ok(differ.into_iter().collect())
    }
}
