//! Makes the planned files: first what somebody waits for, then all. Each leaves as soon as it is made.

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::Diagnostic;
use crate::files::{Body, Files, OutPath, Sink};
use crate::outputs::Artifact;

/// Makes what somebody waits for, and shows it if all of it could be made.
pub(super) fn show_awaited(artifacts: &[Artifact<'_>], sink: &dyn Sink) {
    let awaited = artifacts.iter().filter(|artifact| sink.awaits(&artifact.path));
    let made = awaited.map(|artifact| Ok((artifact.path.clone(), (artifact.render)()?)));
    match made.collect::<Result<Files, Box<Diagnostic>>>() {
        Ok(files) if !files.is_empty() => sink.show(files),
        // A mistake is told when all is made.
        _ => {}
    }
}

/// The files that could be made, and the paths of the others. What is asked of a file is asked while
/// its bytes are at hand; then it goes to the sink.
pub(super) fn render(
    artifacts: Vec<Artifact<'_>>,
    pages: &check::Pages,
    sink: &dyn Sink,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Files, Vec<OutPath>) {
    let rendered: Vec<(OutPath, Result<Body, Box<Diagnostic>>)> = artifacts
        .into_par_iter()
        .map(|Artifact { path, render, .. }| {
            let body = render().map(|body| {
                look_at(&path, &body, pages);
                if body.undrawn().is_none() {
                    body.hash();
                }
                sink.take(&path, body)
            });
            (path, body)
        })
        .collect();
    let (mut files, mut failed) = (Files::new(), Vec::new());
    for (path, body) in rendered {
        match body {
            Ok(body) => drop(files.insert(path, body)),
            Err(diagnostic) => {
                diagnostics.push(*diagnostic);
                failed.push(path);
            }
        }
    }
    (files, failed)
}

/// Notes what a page links to.
pub(super) fn look_at(path: &str, body: &Body, pages: &check::Pages) {
    if let (Body::Bytes(html), true) = (body, path.ends_with(".html")) {
        pages.add(path, html);
    }
}
