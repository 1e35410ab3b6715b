//! Which files of an output folder a build of ours has written: what its manifest names. A
//! manifest may be damaged, by a full disk or a power cut; then it must be evident from the folder
//! that it is ours.

#![expect(clippy::disallowed_methods, reason = "the room that writes the output folder")]

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use super::disk::{holds, named};
use super::there::{Kind, There};
use crate::files::{Files, OutPath};
use crate::manifest;

/// What version 0.1 put behind the name of a file that it was about to write.
const TEMPORARY: &str = ".bba-new";

/// Files that every build writes and no other program: together they tell its folder.
const EVIDENCE: [&str; 3] = ["data/delegations.json", "data/events.json", "data/press.json"];

/// What an earlier build has written.
#[derive(Debug)]
pub struct Earlier {
    /// Paths that its manifest names, as far as that can be read, and the manifest itself.
    named: BTreeSet<OutPath>,
    /// Whether all that the build wrote is known.
    pub is_whole: bool,
}

impl Earlier {
    /// Reads what lies in the output. In the error is the name of a file of somebody else, when
    /// no build of ours was here.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn read(out: &Path, there: &There, files: &Files) -> io::Result<Result<Earlier, String>> {
        let mut bytes = Vec::new();
        if there.kind(Path::new(manifest::PATH)) == Some(Kind::File) {
            let file = out.join(manifest::PATH);
            bytes = fs::read(&file).map_err(|error| named(&file, &error))?;
        }
        let known = |named: BTreeSet<OutPath>, is_whole| {
            let mut named = named;
            named.insert(manifest::PATH.to_owned());
            Ok(Ok(Earlier { named, is_whole }))
        };
        if let Some(earlier) = manifest::read(&bytes) {
            return known(earlier.files.into_keys().collect(), true);
        }
        if let Some(named) = manifest::salvage(&bytes) {
            return known(named, false);
        }
        let is_there = |path: &&str| there.kind(Path::new(path)) == Some(Kind::File);
        if EVIDENCE.iter().all(is_there) {
            return known(BTreeSet::new(), false);
        }
        match of_somebody(out, there, files)? {
            Some(name) => Ok(Err(name)),
            None => known(BTreeSet::new(), false),
        }
    }

    /// Whether the file at a path is a build's.
    pub fn has(&self, path: &str, files: &Files) -> bool {
        self.named.contains(path)
            || path.strip_suffix(TEMPORARY).is_some_and(|of| {
                self.named.contains(of) || (!self.is_whole && files.contains_key(of))
            })
    }
}

/// A file that this build would not write just so. Where there is none, nothing can be lost: a
/// first build was here and came to no end. Hidden names at the top are not looked at.
fn of_somebody(out: &Path, there: &There, files: &Files) -> io::Result<Option<String>> {
    for (path, kind) in there.iter() {
        let is_hidden = path.as_os_str().as_encoded_bytes().starts_with(b".");
        if is_hidden || kind == Kind::Folder {
            continue;
        }
        let name = path.to_string_lossy().into_owned();
        let file = out.join(path);
        let is_ours = match files.get(&name) {
            Some(body) if kind == Kind::File => {
                holds(&file, body).map_err(|error| named(&file, &error))?
            }
            _ => name.strip_suffix(TEMPORARY).is_some_and(|of| files.contains_key(of)),
        };
        if !is_ours {
            return Ok(Some(name));
        }
    }
    Ok(None)
}
