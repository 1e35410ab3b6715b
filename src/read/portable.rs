//! Names of files that not every computer can have: editors work on Windows and macOS too.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::place::SourcePath;
use crate::problem::Warning;
use crate::source::{MEDIA, Sources};

/// Names without a number that Windows keeps for devices (Microsoft, “Naming Files, Paths, and
/// Namespaces”).
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Names of content files that some systems refuse, or take for the name of another.
pub fn names(sources: &Sources) -> Vec<Diagnostic> {
    let texts = sources.texts("content/").map(|(path, _)| path);
    let media = sources.binaries(MEDIA).map(|(path, _)| path);
    let mut found = Vec::new();
    let mut first: BTreeMap<String, &SourcePath> = BTreeMap::new();
    for path in texts.chain(media) {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.split('.').next().unwrap_or(name);
        if is_device(stem) {
            let name = stem.to_owned();
            found.push(Diagnostic::whole(path, Warning::DeviceName { name }));
        }
        match first.get(&path.to_lowercase()) {
            Some(other) => {
                let other = other.to_string();
                found.push(Diagnostic::whole(path, Warning::DiffersByCase { other }));
            }
            None => drop(first.insert(path.to_lowercase(), path)),
        }
    }
    found
}

/// Whether Windows keeps a name, without its ending, for a device.
pub fn is_device(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    let is_numbered = |kind: &str| {
        let number = stem.strip_prefix(kind);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.contains(&stem.as_str()) || is_numbered("com") || is_numbered("lpt")
}
