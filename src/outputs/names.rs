//! Whether other systems can hold the files: some take capitals for small letters, some keep names
//! for themselves, and none takes every length. A site is built on one machine and served by
//! another.

use std::collections::BTreeMap;

use super::Artifact;
use crate::composed::composed;
use crate::diagnostic::Diagnostic;
use crate::place::{SourcePath, Spot};
use crate::problem::{Hazard, Problem};
use crate::source::{BUILT_IN_THEME, is_reserved, reserved_part};
use crate::values::SitePath;

/// The longest name, in bytes: file systems take 255, and a file has a longer one while it is
/// written.
const MAX_BYTES: usize = 200;

/// What is to be said about the paths of what is published, each at the file that an editor can
/// change.
pub fn check(artifacts: &[Artifact<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<String, &Artifact<'_>> = BTreeMap::new();
    for artifact in artifacts {
        // Of a file that itself is called so it was said.
        let is_told = |file: &SourcePath| reserved_part(file).is_some();
        if let Some(problem) = unfit(&artifact.path)
            && !artifact.origin.as_ref().is_some_and(is_told)
        {
            found.extend(at(artifact, problem));
        }
        let folded = composed(&artifact.path).to_lowercase();
        let Some(other) = seen.insert(folded, artifact) else { continue };
        let (here, other) = match is_written(artifact) || !is_written(other) {
            true => (artifact, other),
            false => (other, artifact),
        };
        let (path, other) = (here.path.clone(), other.path.clone());
        found.extend(at(here, Hazard::PathsDifferInCase { path, other }.into()));
    }
    found
}

/// Whether an editor chose the path.
fn is_written(artifact: &Artifact<'_>) -> bool {
    artifact.written_at.is_some()
        || at(artifact, Hazard::PathPartTooLong { bytes: 0 }.into()).is_some()
}

/// A diagnostic at the source of a path; none when the program made it up.
fn at(artifact: &Artifact<'_>, problem: Problem) -> Option<Diagnostic> {
    let origin = artifact.origin.as_ref().filter(|file| !file.starts_with(BUILT_IN_THEME))?;
    let part = artifact.written_at.clone().unwrap_or(Spot::Whole);
    Some(Diagnostic::new(origin, part, problem))
}

/// Why some system cannot hold a file of that path.
fn unfit(path: &str) -> Option<Problem> {
    if path.len() > SitePath::MAX_BYTES {
        return Some(Hazard::PathTooLong { bytes: path.len() }.into());
    }
    path.split('/').find_map(|part| {
        if part.len() > MAX_BYTES {
            return Some(Hazard::PathPartTooLong { bytes: part.len() }.into());
        }
        let (path, name) = (format!("/{path}"), part.to_owned());
        is_reserved(part).then(|| Hazard::ReservedByWindows { path, part: name }.into())
    })
}
