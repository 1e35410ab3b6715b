//! Whether what `gone` names is gone: a server would answer 410 for a page that is there.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::files::{Files, OutPath};
use crate::outputs::aliases;
use crate::outputs::hosting::files_of;
use crate::place::{Spot, Step};
use crate::problem::Hazard;
use crate::route::address;
use crate::site::Site;

/// Every line of `gone` that names what is there. An old address that leads on may stand there: it
/// does lead on.
pub fn still_there(site: &Site<'_>, files: &Files) -> Vec<Diagnostic> {
    let moved: BTreeSet<OutPath> = aliases(site).into_iter().map(|alias| alias.stub).collect();
    let is_there = |path: &OutPath| files.contains_key(path) && !moved.contains(path);
    let told = site.config.gone.iter().filter_map(|(number, gone)| {
        let files = files_of(&site.routes, gone).into_iter();
        // `/presse` is asked for where `/presse/` is meant.
        let path = files.flat_map(|path| [format!("{path}/index.html"), path]).find(is_there)?;
        let part = Spot::Value(vec![Step::Key("gone".to_owned()), Step::Item(*number)]);
        let path = address(&path);
        Some(Diagnostic::new(&site.config.file, part, Hazard::GoneIsThere { path }))
    });
    told.collect()
}
