//! Where a site can be put, and what has to be possible there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use super::Trouble;
use crate::files::OutPath;

/// Where a site is put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A folder of a server: who and where as `ssh` takes it, its port, the path.
    Ssh {
        /// `HOST` or `USER@HOST`.
        host: String,
        /// Another port than the usual.
        port: Option<u16>,
        /// From the root.
        path: String,
    },
    /// What `rclone` knows by a name.
    Rclone(String),
}

impl Target {
    /// What was typed; `None` when it is none of them.
    pub fn read(text: &str) -> Option<Target> {
        if let Some(rest) = text.strip_prefix("ssh://") {
            return ssh(rest);
        }
        if text.is_empty() || text.contains("://") || text.contains(['\0', '\n']) {
            return None;
        }
        // A letter alone is a disk of Windows.
        let is_plain = |c: char| c.is_alphanumeric() || "_.+@- ".contains(c);
        let remote = text.split_once(':').map(|(name, _)| name);
        match remote.filter(|name| name.chars().count() > 1 && !name.contains(['/', '\\'])) {
            Some(name) if name.chars().all(is_plain) && !name.starts_with(['-', ' ']) => {
                Some(Target::Rclone(text.trim_end_matches('/').to_owned()))
            }
            Some(_) => None,
            None => Some(Target::Folder(text.into())),
        }
    }
}

/// `HOST/PATH`, with a user and a port where they are given. What `ssh` would take for an option
/// or a shell for more than a name is none.
fn ssh(rest: &str) -> Option<Target> {
    let (authority, path) = rest.split_once('/')?;
    let (name, port) = match authority.rsplit_once(':') {
        Some((name, port)) => (name, Some(port.parse().ok()?)),
        None => (authority, None),
    };
    let is_plain = |text: &str| {
        !text.is_empty()
            && !text.starts_with('-')
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
    };
    let is_name = name.split('@').count() <= 2 && name.split('@').all(is_plain);
    let is_path = !path.is_empty() && !path.contains(['\0', '\n']);
    (is_name && is_path).then(|| Target::Ssh {
        host: name.to_owned(),
        port,
        path: format!("/{path}"),
    })
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Folder(folder) => folder.display().fmt(f),
            Target::Ssh { host, port: Some(port), path } => write!(f, "ssh://{host}:{port}{path}"),
            Target::Ssh { host, port: None, path } => write!(f, "ssh://{host}{path}"),
            Target::Rclone(remote) => f.write_str(remote),
        }
    }
}

/// What has to be possible at a target. Whatever is done once more does no harm.
pub(super) trait Way: fmt::Debug {
    /// The bytes of these files at the top, where they are there.
    fn read(&self, paths: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Trouble>;

    /// The name of something there that is not hidden.
    fn any_name(&self) -> Result<Option<String>, Trouble>;

    /// Puts files of a folder there, under the same paths.
    fn put(&self, from: &Path, paths: &[OutPath]) -> Result<(), Trouble>;

    /// Puts a file at the top.
    fn put_bytes(&self, path: &str, bytes: &[u8]) -> Result<(), Trouble>;

    /// Removes files, whether they are there or not, and the folders that they leave empty.
    fn remove(&self, paths: &[OutPath]) -> Result<(), Trouble>;

    /// Which of these files are missing or other there than in a folder. Those that were just put
    /// are read back where the target knows no hashes.
    fn differing(
        &self,
        from: &Path,
        paths: &[OutPath],
        just_put: &[OutPath],
    ) -> Result<Vec<OutPath>, Trouble>;
}

/// The folders in which files lie, the innermost first.
pub(super) fn folders(paths: &[OutPath]) -> Vec<&str> {
    let folders: BTreeSet<&str> = paths
        .iter()
        .flat_map(|path| path.match_indices('/').filter_map(|(end, _)| path.get(..end)))
        .collect();
    folders.into_iter().rev().collect()
}
