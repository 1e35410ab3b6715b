//! Which files a site will have: every output is asked, and no path has two owners.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::files::OutPath;
use crate::manifest;
use crate::outputs::{Artifact, Context, OUTPUTS, Scope, without_pages};
use crate::place::{SourcePath, Spot};
use crate::problem::ReferenceProblem;
use crate::source::BUILT_IN_THEME;

/// Who made a path.
struct Owner {
    origin: Option<SourcePath>,
    written_at: Option<Spot>,
    /// Its place among the artifacts; `None` of the manifest, which is made of all others.
    artifact: Option<usize>,
}

impl Owner {
    /// Its source file; `None` when the program makes it of many.
    fn name(&self) -> Option<String> {
        self.origin.as_ref().map(SourcePath::to_string)
    }

    /// Whether the site's theme has it as a file.
    fn is_of_theme(&self) -> bool {
        self.origin.as_ref().is_some_and(|origin| origin.starts_with("themes/"))
    }

    /// Whether the program makes it, and no single file of the content stands behind it.
    fn is_made(&self) -> bool {
        self.artifact.is_some() && self.editable().is_none()
    }

    /// Its source file, when an editor has it.
    fn editable(&self) -> Option<&SourcePath> {
        self.origin.as_ref().filter(|origin| !origin.starts_with(BUILT_IN_THEME))
    }
}

/// Asks every output for its files; two sources for one path are an error that names both. A file of
/// the site's theme takes the place of what the program would make.
pub(super) fn plan<'c>(
    contexts: &'c [Context<'c>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Artifact<'c>> {
    let config: SourcePath = crate::model::config::FILE.into();
    let manifest = Owner { origin: None, written_at: None, artifact: None };
    let mut owners = HashMap::from([(manifest::PATH.to_owned(), manifest)]);
    let mut artifacts: Vec<Artifact<'c>> = Vec::new();
    let planned: Vec<Vec<Artifact<'c>>> = OUTPUTS
        .par_iter()
        .flat_map_iter(|output| {
            let contexts = match output.scope {
                Scope::EachLanguage => contexts,
                Scope::Once => contexts.get(..1).unwrap_or_default(),
            };
            contexts.iter().map(output.plan)
        })
        .collect();
    for planned in planned {
        for artifact in planned {
            let (origin, written_at) = (artifact.origin.clone(), artifact.written_at.clone());
            let owner = Owner { origin, written_at, artifact: Some(artifacts.len()) };
            match owners.get_mut(&artifact.path) {
                None => {
                    owners.insert(artifact.path.clone(), owner);
                    artifacts.push(artifact);
                }
                Some(theirs) if theirs.is_of_theme() && owner.is_made() => {}
                Some(made) if made.is_made() && owner.is_of_theme() => {
                    (made.origin, made.written_at) = (owner.origin, owner.written_at);
                    let place = made.artifact.and_then(|place| artifacts.get_mut(place));
                    if let Some(place) = place {
                        *place = artifact;
                    }
                }
                Some(other) => {
                    diagnostics.push(path_taken(&config, &artifact.path, &owner, other));
                }
            }
        }
    }
    for alias in contexts.first().into_iter().flat_map(|context| without_pages(context.site)) {
        let (origin, written_at) = (Some(alias.file.clone()), Some(alias.written_at()));
        let owner = Owner { origin, written_at, artifact: None };
        match owners.get(&alias.stub) {
            None => drop(owners.insert(alias.stub, owner)),
            Some(other) => diagnostics.push(path_taken(&config, &alias.stub, &owner, other)),
        }
    }
    diagnostics.extend(files_as_folders(&config, &artifacts, &owners));
    artifacts
}

/// The source files that paths stand for.
pub(super) fn origins(artifacts: &[Artifact<'_>]) -> HashMap<OutPath, SourcePath> {
    let origin = |made: &Artifact<'_>| Some((made.path.clone(), made.origin.clone()?));
    artifacts.iter().filter_map(origin).collect()
}

/// Paths that lead through a file: it cannot be a folder too.
fn files_as_folders(
    config: &SourcePath,
    artifacts: &[Artifact<'_>],
    owners: &HashMap<OutPath, Owner>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for artifact in artifacts {
        let folders = artifact.path.match_indices('/').map(|(end, _)| &artifact.path[..end]);
        for folder in folders {
            if let (Some(file), Some(owner)) = (owners.get(folder), owners.get(&artifact.path)) {
                found.push(path_taken(config, folder, owner, file));
            }
        }
    }
    found
}

/// Reported where an editor can fix it: at one of the two source files, else at site.yaml.
fn path_taken(config: &SourcePath, path: &str, a: &Owner, b: &Owner) -> Diagnostic {
    let (file, part, other) = match (a.editable(), b.editable()) {
        (Some(file), _) => (file, &a.written_at, b),
        (None, Some(file)) => (file, &b.written_at, a),
        (None, None) => (config, &None, b),
    };
    let (path, other) = (format!("/{path}"), other.name());
    let part = part.clone().unwrap_or(Spot::Whole);
    Diagnostic::new(file, part, ReferenceProblem::PathTaken { path, other })
}
