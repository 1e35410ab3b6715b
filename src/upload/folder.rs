//! A folder of this machine: each file appears whole. Nothing outside of it is touched, whatever
//! links lie there.

#![expect(clippy::disallowed_methods, reason = "the room that writes to a target")]

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Trouble;
use super::local::hash;
use super::program::Scratch;
use super::target::{Way, folders};
use crate::files::{OutPath, is_inside};
use crate::publish::{named, no_link_above};
use crate::published;

/// A file while it is being written.
const UNFINISHED: &str = ".bba-publish-unfinished";

/// A folder.
#[derive(Debug)]
pub(super) struct Folder(pub PathBuf);

impl Folder {
    /// Where a file belongs; an error where a link would lead out of the folder.
    fn at(&self, path: &str) -> io::Result<PathBuf> {
        let at = self.0.join(path);
        let inside = match is_inside(path) {
            true => no_link_above(&self.0, &at),
            false => Err(io::ErrorKind::NotADirectory.into()),
        };
        inside.map_err(|error| named(&at, &error))?;
        Ok(at)
    }

    fn write(&self, path: &str, from: &mut dyn io::Read) -> io::Result<()> {
        let at = self.at(path)?;
        let unfinished = self.0.join(UNFINISHED);
        let written = (|| {
            fs::create_dir_all(at.parent().unwrap_or(&self.0))?;
            let mut file = new_file(&unfinished)?;
            io::copy(from, &mut file)?;
            file.flush()?;
            file.sync_all()?;
            fs::rename(&unfinished, &at)
        })();
        written.map_err(|error| named(&at, &error))
    }
}

/// A file that nothing was before: writing through a link or into a pipe that somebody left there
/// would change what is not ours.
fn new_file(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => File::create_new(path),
    }
}

impl Way for Folder {
    fn read(&self, paths: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Trouble> {
        Scratch::found(&self.0, paths)
    }

    fn any_name(&self) -> Result<Option<String>, Trouble> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            entries => entries.map_err(|error| named(&self.0, &error))?,
        };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        Ok(names.into_iter().find(|name| !name.starts_with('.')))
    }

    fn put(&self, from: &Path, paths: &[OutPath]) -> Result<(), Trouble> {
        for path in paths {
            let mut file = published::folder::open(from, path)?
                .ok_or_else(|| Trouble::Altered(path.clone()))?;
            self.write(path, &mut file)?;
        }
        Ok(())
    }

    fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble> {
        Ok(self.write(path, &mut io::Cursor::new(bytes))?)
    }

    fn remove(&self, paths: &[OutPath]) -> Result<(), Trouble> {
        for path in paths {
            let at = self.at(path)?;
            match fs::remove_file(&at) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) if error.kind() == io::ErrorKind::NotADirectory => {}
                done => done.map_err(|error| named(&at, &error))?,
            }
        }
        for folder in folders(paths) {
            // One that is not empty stays.
            let _ = fs::remove_dir(self.at(folder)?);
        }
        Ok(())
    }

    fn differing(
        &self,
        from: &Path,
        paths: &[OutPath],
        _: &[OutPath],
    ) -> Result<Vec<OutPath>, Trouble> {
        let is_same = |path: &OutPath| {
            let here = hash(from, path);
            here.is_some() && hash(&self.0, path) == here
        };
        Ok(paths.iter().filter(|path| !is_same(path)).cloned().collect())
    }
}
