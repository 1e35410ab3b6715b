//! Where a programme lies: its root is the folder that has `content/`.

use std::path::{Path, PathBuf};

/// Whether a root has a folder in which its content would be. What is no folder at all is told when
/// it is read.
pub fn has_content(root: &Path) -> bool {
    root.join("content").is_dir() || !root.is_dir()
}

/// The nearest folder above this one that holds the content of a site, as a path from here; `None`
/// when this folder does itself, or none above it.
pub fn root_above(folder: &Path) -> Option<PathBuf> {
    let is_root = |folder: &Path| folder.join("content/site.yaml").is_file();
    let mut above = folder.canonicalize().ok().filter(|_| !is_root(folder))?;
    let mut path = PathBuf::new();
    while above.pop() {
        path.push("..");
        if is_root(&above) {
            return Some(path);
        }
    }
    None
}
