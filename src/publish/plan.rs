//! What a publication has to do: compares the finished files with what lies in the output.

use std::collections::{BTreeSet, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{holds, named};
use super::earlier::Earlier;
use super::there::{Kind, There};
use crate::files::{Body, Files, OutPath};

/// A finished file and where it belongs.
pub type Finished<'f> = (&'f str, &'f Body);

/// What a publication has to do.
#[derive(Debug)]
pub struct Plan<'f> {
    /// Files that are new or different.
    pub changed: Vec<Finished<'f>>,
    /// Files that are as they should be.
    pub same: Vec<Finished<'f>>,
    /// Files of an earlier build that this one does not make.
    pub removed: BTreeSet<OutPath>,
    /// Files, links and empty folders that no build of ours made.
    pub foreign: Vec<(PathBuf, Kind)>,
    /// Everything that lies in the output.
    pub there: There,
}

impl<'f> Plan<'f> {
    /// Compares. In the error is what somebody else put where a file of ours belongs.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn make(
        files: &'f Files,
        out: &Path,
        there: There,
        earlier: &Earlier,
    ) -> io::Result<Result<Plan<'f>, PathBuf>> {
        let removed = removed(files, &there, earlier);
        let may_go = |path: &Path| path.to_str().is_some_and(|path| removed.contains(path));
        if let Some(path) = in_the_way(files, &there, &may_go) {
            return Ok(Err(path));
        }
        let is_same = files
            .par_iter()
            .map(|(path, body)| {
                let file = out.join(path);
                match there.kind(Path::new(path)) {
                    // It was compared when it was put away.
                    Some(Kind::File) if let Body::Away(away) = body => Ok(!away.is_new),
                    Some(Kind::File) => holds(&file, body).map_err(|error| named(&file, &error)),
                    _ => Ok(false),
                }
            })
            .collect::<io::Result<Vec<bool>>>()?;
        let (mut same, mut changed) = (Vec::new(), Vec::new());
        for ((path, body), is_same) in files.iter().zip(is_same) {
            let belongs = earlier.has(path, files) || !earlier.is_whole;
            if !is_same && !belongs && there.kind(Path::new(path)).is_some_and(is_no_folder) {
                return Ok(Err(PathBuf::from(path)));
            }
            if is_same { &mut same } else { &mut changed }.push((path.as_str(), body));
        }
        let is_ours = |path: &Path| {
            path.to_str().is_some_and(|path| files.contains_key(path) || removed.contains(path))
        };
        let foreign = there
            .iter()
            .filter(|(path, kind)| match kind {
                Kind::Folder => there.below(path).next().is_none(),
                _ => !is_ours(path),
            })
            .map(|(path, kind)| (path.to_owned(), kind))
            .collect();
        Ok(Ok(Plan { changed, same, removed, foreign, there }))
    }

    /// Whether the output is as it should be.
    pub fn is_done(&self) -> bool {
        self.changed.is_empty() && self.removed.is_empty()
    }
}

fn is_no_folder(kind: Kind) -> bool {
    kind != Kind::Folder
}

/// Files of an earlier build that this one does not make.
fn removed(files: &Files, there: &There, earlier: &Earlier) -> BTreeSet<OutPath> {
    let plain = there.iter().filter(|(_, kind)| *kind == Kind::File);
    plain
        .filter_map(|(path, _)| path.to_str())
        .filter(|path| !files.contains_key(*path) && earlier.has(path, files))
        .map(str::to_owned)
        .collect()
}

/// Something that is where a file belongs, or one of the folders above it, and may not go: a link,
/// or what leads to a file of somebody else. A plain file at the place itself is looked at later.
fn in_the_way(files: &Files, there: &There, may_go: &impl Fn(&Path) -> bool) -> Option<PathBuf> {
    if there.is_empty() {
        return None;
    }
    let mut seen = HashSet::new();
    for path in files.keys().map(Path::new) {
        match there.kind(path) {
            Some(Kind::Other) => return Some(path.to_owned()),
            Some(Kind::Folder) => {
                let mut below = there.below(path).filter(|(_, kind)| is_no_folder(*kind));
                let has_any = there.below(path).any(|(_, kind)| is_no_folder(kind));
                if !has_any || below.any(|(path, _)| !may_go(path)) {
                    return Some(path.to_owned());
                }
            }
            _ => {}
        }
        for folder in path.ancestors().skip(1).take_while(|folder| seen.insert(folder.as_os_str()))
        {
            let blocks = there.kind(folder).is_some_and(is_no_folder);
            if blocks && !may_go(folder) {
                return Some(folder.to_owned());
            }
        }
    }
    None
}
