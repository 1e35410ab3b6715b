//! Whether other systems can hold the files: some take capitals for small letters, some keep names
//! for themselves, and none takes every length. A site is built on one machine and served by
//! another.

use std::collections::BTreeMap;

use super::Artifact;
use crate::composed::composed;
use crate::diagnostic::Diagnostic;
use crate::place::Spot;
use crate::problem::{Hazard, Problem};
use crate::source::BUILT_IN_THEME;

/// The longest name, in bytes: file systems take 255, and a file has a longer one while it is
/// written.
const MAX_BYTES: usize = 200;

/// Names that Windows keeps for devices, whatever follows behind a dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// What is to be said about the paths of what is published, each at the file that an editor can
/// change.
pub fn check(artifacts: &[Artifact<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut seen: BTreeMap<String, &Artifact<'_>> = BTreeMap::new();
    for artifact in artifacts {
        if let Some(problem) = unfit(&artifact.path) {
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
    path.split('/').find_map(|part| {
        if part.len() > MAX_BYTES {
            return Some(Hazard::PathPartTooLong { bytes: part.len() }.into());
        }
        let (path, name) = (path.to_owned(), part.to_owned());
        is_reserved(part).then(|| Hazard::ReservedByWindows { path, part: name }.into())
    })
}

/// Whether Windows takes no file of that name (Microsoft, “Naming Files, Paths, and Namespaces”).
fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let is_port = ["com", "lpt"].iter().any(|kind| {
        let number = stem.strip_prefix(kind).unwrap_or_default();
        matches!(number, "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "¹" | "²" | "³")
    });
    let has_sign = name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']);
    is_port || has_sign || DEVICES.contains(&stem.as_str()) || name.ends_with(['.', ' '])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_told_from_words_that_begin_so() {
        for name in
            ["con", "CON.jpg", "aux.html", "nul.tar.gz", "com1", "LPT9.txt", "com¹", "a.", "a:b"]
        {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["contra.jpg", "com", "com10", "auxilium", "prnt.pdf", "a.con", "lpt0", "ä"] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
