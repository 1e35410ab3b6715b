//! What the last build into a folder had and this one has no longer. `check --against` asks what is
//! published; a build looks only at what it is about to replace, and warns.

use std::path::Path;

use super::compared::compare;
use crate::cli::{CheckArgs, Environment};
use crate::findings::Located;
use crate::pipeline::Built;
use crate::problem::{Problem, Severity};
use crate::published::{Limits, Place, Published};
use crate::source::Sources;

/// Addresses that vanish without a word, as warnings. Where there is nothing to compare with, or
/// it cannot be read, there is nothing to say.
pub(super) fn lost(
    out: &Path,
    args: &CheckArgs,
    environment: &Environment,
    sources: &Sources,
    built: &Built,
) -> Vec<Located> {
    let out = Place::Folder(out.to_owned());
    let Ok(Some(before)) = Published::open(&out, Limits::default()) else { return Vec::new() };
    // To compare costs a second look at all records; most builds lose no file.
    if built.has_errors() || before.files().keys().all(|path| built.files.contains_key(path)) {
        return Vec::new();
    }
    let Ok(Some(compared)) = compare(&out, args, environment, sources, built) else {
        return Vec::new();
    };
    let is_loss = |found: &Located| {
        found.severity == Severity::Error && matches!(found.problem, Problem::Promise(_))
    };
    let lost = compared.findings.into_iter().filter(is_loss);
    lost.map(|found| Located { severity: Severity::Warning, ..found }).collect()
}
