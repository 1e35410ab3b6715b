//! Where a file of the sources lies: its path is in NFC, its name on the disk need not be.

use std::path::{Path, PathBuf};

use crate::composed::composed;

/// The file at a path from the root; nothing when it is not there.
pub fn on_disk(root: &Path, path: &str) -> Option<PathBuf> {
    let plain = root.join(path);
    if plain.is_file() {
        return Some(plain);
    }
    let mut found = root.to_path_buf();
    for part in path.split('/') {
        let mut entries = std::fs::read_dir(&found).ok()?.flatten();
        let entry = entries.find(|entry| composed(&entry.file_name().to_string_lossy()) == part)?;
        found = entry.path();
    }
    found.is_file().then_some(found)
}
