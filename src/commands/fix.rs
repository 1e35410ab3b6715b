//! `bba check --fix`: puts in the corrections that have only one sensible form and shows what it
//! changed. One correction can show the next mistake, so it goes on until there is none.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::{Failure, failed, read, say, tell};
use crate::cli::{CheckArgs, Environment};
use crate::findings::{Fix, Located, apply};
use crate::pipeline::{self, Cache};
use crate::place::SourcePath;
use crate::problem::{MessageLanguage, Problem, YamlProblem};
use crate::report::diff;
use crate::scaffold;
use crate::source;

/// Rounds after which it is given up: every round mends at least one thing in a file.
const MAX_ROUNDS: usize = 50;

/// A file that is changed.
struct Changed {
    path: PathBuf,
    before: String,
    after: String,
}

/// Changes the files.
///
/// # Errors
/// When the disk fails, or a file was changed meanwhile.
pub(super) fn fix(args: &CheckArgs, environment: &Environment) -> Result<(), Failure> {
    let language = args.language(environment);
    let (mut sources, options) = read(args, environment)?;
    let mut changed: BTreeMap<SourcePath, Changed> = BTreeMap::new();
    let mut number = 0;
    let mut cache = Cache::new();
    for round in 0..MAX_ROUNDS {
        let built = pipeline::build(&sources, &options, &mut cache);
        if round == 0 {
            refuse(args, &built.diagnostics, language);
        }
        let mut goes_on = false;
        for (file, fixes) in fixes(&built.diagnostics) {
            if !changed.contains_key(&file) {
                let Some(path) = source::on_disk(&args.root, &file) else { continue };
                let failed = failed(&path, language);
                let before = source::as_written(&path).map_err(failed)?;
                let after = before.clone();
                changed.insert(file.clone(), Changed { path, before, after });
            }
            let Some(changed) = changed.get_mut(&file) else { continue };
            let fixed = apply(&changed.after, sources.shown(&file), &fixes);
            if let Some(fixed) = fixed.filter(|fixed| *fixed != changed.after) {
                sources.add(&file, &fixed);
                changed.after = fixed;
                number += fixes.len();
                goes_on = true;
            }
        }
        if !goes_on {
            break;
        }
    }
    changed.retain(|_, changed| changed.before != changed.after);
    for (file, Changed { path, before, after }) in &changed {
        scaffold::rewrite(path, before.as_bytes(), after.as_bytes())
            .map_err(failed(path, language))?;
        tell(diff(file, before, after).trim_end_matches('\n'));
    }
    let files = changed.len();
    let plural = |count: usize, ending: &'static str| if count == 1 { "" } else { ending };
    let words = language.pick(
        format!(
            "Berichtigt: {number} Stelle{} in {files} Datei{}.",
            plural(number, "n"),
            plural(files, "en")
        ),
        format!(
            "Corrected: {number} place{} in {files} file{}.",
            plural(number, "s"),
            plural(files, "s")
        ),
    );
    say(args, &words);
    Ok(())
}

/// The corrections of each content file.
fn fixes(found: &[Located]) -> BTreeMap<SourcePath, Vec<&Fix>> {
    let mut fixes: BTreeMap<SourcePath, Vec<&Fix>> = BTreeMap::new();
    for found in found.iter().filter(|found| found.file.starts_with("content/")) {
        if let Some(fix) = &found.fix {
            fixes.entry(found.file.clone()).or_default().push(fix);
        }
    }
    fixes
}

/// Says which files are not touched because two versions stand in them.
fn refuse(args: &CheckArgs, found: &[Located], language: MessageLanguage) {
    let is_torn = |found: &&Located| found.problem == Problem::Yaml(YamlProblem::ConflictMarker);
    for found in found.iter().filter(is_torn) {
        let words = language.pick(
            "bleibt unberührt: Zwei Fassungen stehen darin, und eine muss erst gewählt werden.",
            "is left alone: two versions stand in it, and one must be chosen first",
        );
        say(args, &format!("{}: {words}", found.file));
    }
}
