//! What lies in the output folder, without following a link.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::disk::named;

/// The folder in which files are made ready when they are put in one by one; it is gone when a
/// build is done. No path of a site begins so: names with a dot are not published.
pub const WORK: &str = ".bba-build";

/// What something in the output is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A file.
    File,
    /// A folder.
    Folder,
    /// A link, a pipe, a socket or a device: never ours.
    Other,
}

/// Everything below the output folder, by its path there.
#[derive(Debug, Default)]
pub struct There(BTreeMap<PathBuf, Kind>);

impl There {
    /// Looks into a folder; one that is not there is empty.
    ///
    /// # Errors
    /// When a folder in it cannot be read.
    pub fn look(out: &Path) -> io::Result<There> {
        let mut found = BTreeMap::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            let at = out.join(&folder);
            let entries = match fs::read_dir(&at) {
                Ok(entries) => entries,
                Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
                Err(error) => return Err(named(&at, &error)),
            };
            for entry in entries {
                let entry = entry.map_err(|error| named(&at, &error))?;
                let path = folder.join(entry.file_name());
                let kind = entry.file_type().map_err(|error| named(&entry.path(), &error))?;
                let kind = match kind {
                    kind if kind.is_dir() => Kind::Folder,
                    kind if kind.is_file() => Kind::File,
                    _ => Kind::Other,
                };
                if kind == Kind::Folder && path != Path::new(WORK) {
                    folders.push(path.clone());
                }
                found.insert(path, kind);
            }
        }
        found.remove(Path::new(WORK));
        Ok(There(found))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is at a path.
    pub fn kind(&self, path: &Path) -> Option<Kind> {
        self.0.get(path).copied()
    }

    /// Everything, each folder before what is in it.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, Kind)> {
        self.0.iter().map(|(path, kind)| (path.as_path(), *kind))
    }

    /// What is in a folder and below.
    pub fn below<'t>(&'t self, folder: &'t Path) -> impl Iterator<Item = (&'t Path, Kind)> {
        let from = self
            .0
            .range::<Path, _>((std::ops::Bound::Excluded(folder), std::ops::Bound::Unbounded));
        from.take_while(move |(path, _)| path.starts_with(folder))
            .map(|(path, kind)| (path.as_path(), *kind))
    }
}
