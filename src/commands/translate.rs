//! `bba translate --accept FILE|--all`: notes in translations of which version of their
//! original they are. It is the only command that changes files of the content, and it changes
//! one line of each.

use std::fs;
use std::path::Path;

use super::{Exit, Failure};
use crate::cli::{Environment, TranslateArgs};
use crate::content::translation::Translation;
use crate::content::{self, translation};
use crate::memo::Cache;
use crate::problem::MessageLanguage;
use crate::source::Sources;

/// Runs the command.
///
/// # Errors
/// When a file is no translation that can be read, or the disk fails.
pub fn run(args: &TranslateArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang);
    let failed =
        |path: &Path, error: std::io::Error| Failure(format!("{}: {error}", path.display()));
    let sources = Sources::read(&args.root).map_err(|error| failed(&args.root, error))?;
    let translations = content::parse(&sources, &Cache::none().files).value.translations;
    let mut accepted: Vec<&Translation> = Vec::new();
    if args.all {
        accepted.extend(&translations);
    }
    for path in &args.accept {
        let found = translations.iter().find(|t| is_meant(&args.root, path, &t.file));
        accepted.push(found.ok_or_else(|| no_translation(path, language))?);
    }
    let mut changed = 0;
    for found in accepted.iter().filter(|t| t.translates.as_ref() != Some(&t.current)) {
        let path = args.root.join(&*found.file);
        let text = fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
        let text = translation::with_fingerprint(&text, &found.current);
        let text = text.ok_or_else(|| no_translation(&path, language))?;
        crate::publish::replace(&path, text.as_bytes()).map_err(|error| failed(&path, error))?;
        changed += 1;
    }
    let kept = accepted.len() - changed;
    eprintln!(
        "{}",
        match language {
            MessageLanguage::German => format!("Neu vermerkt: {changed}. Schon vermerkt: {kept}."),
            MessageLanguage::English => format!("Newly noted: {changed}. Noted already: {kept}."),
        }
    );
    Ok(Exit::Done)
}

/// Whether a path, from here or from the root, is that of a content file.
fn is_meant(root: &Path, path: &Path, file: &str) -> bool {
    let same = |path: &Path| {
        let (a, b) = (path.canonicalize(), root.join(file).canonicalize());
        a.is_ok_and(|a| b.is_ok_and(|b| a == b))
    };
    same(path) || same(&root.join(path))
}

fn no_translation(path: &Path, language: MessageLanguage) -> Failure {
    let path = path.display();
    Failure(match language {
        MessageLanguage::German => format!(
            "{path}: Das ist keine lesbare Übersetzung einer Pressemitteilung oder Seite. `bba check` zeigt Fehler."
        ),
        MessageLanguage::English => format!(
            "{path}: not a readable translation of a press release or page; `bba check` shows errors"
        ),
    })
}
