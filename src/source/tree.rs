//! Which files lie below a folder: hidden names and links that lead out are not followed.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{links, names};
use crate::composed::composed;
use crate::diagnostic::Diagnostic;
use crate::place::SourcePath;
use crate::problem::{FileProblem, MediaProblem, OwnProblem};

/// Collects the files below a folder; names that are ignored are not even looked into.
pub(super) fn list(
    root: &Path,
    folder: &str,
    files: &mut Vec<(SourcePath, PathBuf)>,
) -> io::Result<Vec<Diagnostic>> {
    let mut refused = Vec::new();
    let walk =
        WalkDir::new(root.join(folder)).follow_links(true).into_iter().filter_entry(|entry| {
            let path = relative(root, entry.path());
            let hidden = entry.depth() > 0 && names::is_below_hidden(&path);
            refused.extend(missed(&path));
            if hidden || (!entry.file_type().is_dir() && names::is_ignored(&path)) {
                return false;
            }
            if entry.file_name().to_str().is_none() {
                refused.push(Diagnostic::whole(&path, MediaProblem::NameNotUtf8));
                return false;
            }
            let leads_out = || {
                entry.path().canonicalize().map_or(true, |to| !links::may_lead(root, &path, &to))
            };
            let leads_out = entry.path_is_symlink() && leads_out();
            if leads_out {
                refused.push(Diagnostic::whole(&path, FileProblem::LinkLeadsOut));
            }
            !leads_out
        });
    let mut broken = Vec::new();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if entry.file_type().is_file() => {
                files.push((relative(root, entry.path()), entry.into_path()));
            }
            Ok(entry) => broken
                .push(Diagnostic::whole(&relative(root, entry.path()), FileProblem::NotAPlainFile)),
            Err(error) => broken.push(unreadable(root, error)?),
        }
    }
    refused.append(&mut broken);
    Ok(refused)
}

/// What is to be said of a hidden file or folder that somebody could miss on the site.
pub(super) fn missed(path: &str) -> Option<Diagnostic> {
    let hidden = names::missed(path)?;
    let name = hidden.rsplit('/').next().unwrap_or(hidden).to_owned();
    Some(Diagnostic::whole(&hidden.into(), OwnProblem::HiddenInStatic { name }))
}

/// A link to nothing or in a circle is the editor's to fix; anything else is the disk's.
fn unreadable(root: &Path, error: walkdir::Error) -> io::Result<Diagnostic> {
    let path = error.path().map(Path::to_path_buf);
    let is_link = path.as_deref().is_some_and(Path::is_symlink);
    match path {
        Some(path) if is_link || error.loop_ancestor().is_some() => {
            Ok(Diagnostic::whole(&relative(root, &path), FileProblem::LinkLeadsOut))
        }
        _ => Err(error.into()),
    }
}

fn relative(root: &Path, path: &Path) -> SourcePath {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<String> = relative.iter().map(names::readable).collect();
    composed(&parts.join("/")).into()
}
