//! `bba translate --accept FILE|--all`: notes in translations of which version of their
//! original they are. It is the only command that changes files of the content, and it changes
//! one line of each.

use std::path::Path;

use super::{Exit, Failure, tell};
use crate::cli::{Environment, TranslateArgs};
use crate::memo::Memo;
use crate::model::translation::Translation;
use crate::read::{self, translation};
use crate::scaffold;
use crate::source::{self, Sources};

/// Runs the command.
///
/// # Errors
/// When a file is no translation that can be read, or the disk fails.
pub fn run(args: &TranslateArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.root);
    let failed = |path: &Path, error: std::io::Error| super::failed(path, language)(error);
    let refused = |path: &Path, (german, english): Refusal| {
        format!("{}: {}", path.display(), language.pick(german, english))
    };
    let sources = Sources::read(&args.root).map_err(|error| failed(&args.root, error))?;
    let translations = read::parse(&sources, &Memo::none()).value.translations;
    let mut accepted: Vec<&Translation> = Vec::new();
    if args.all {
        accepted.extend(&translations);
    }
    for path in &args.accept {
        let found = translations.iter().find(|t| is_meant(&args.root, path, &t.file));
        accepted.push(found.ok_or_else(|| Failure(refused(path, refusal(path))))?);
    }
    let changed: Vec<&Translation> =
        accepted.iter().copied().filter(|t| t.translates.as_ref() != Some(&t.current)).collect();
    let mut noted = Vec::new();
    for found in &changed {
        let path = args.root.join(&*found.file);
        let text = source::as_written(&path).map_err(|error| failed(&path, error))?;
        let with = translation::with_fingerprint(&text, &found.current);
        noted.push((with.ok_or_else(|| Failure(refused(&path, NO_ROOM)))?, text, path));
    }
    for (with, before, path) in &noted {
        scaffold::rewrite(path, before.as_bytes(), with.as_bytes())
            .map_err(|error| failed(path, error))?;
    }
    let (changed, kept) = (noted.len(), accepted.len() - noted.len());
    tell(&language.pick(
        format!("Neu vermerkt: {changed}. Schon vermerkt: {kept}."),
        format!("Newly marked: {changed}. Already marked: {kept}."),
    ));
    let broken = if args.all { unreadable(&sources, &translations) } else { Vec::new() };
    for file in &broken {
        tell(&refused(Path::new(file), UNREADABLE));
    }
    Ok(if broken.is_empty() { Exit::Done } else { Exit::ContentErrors })
}

/// Files that are translations by their names and have mistakes.
fn unreadable(sources: &Sources, translations: &[Translation]) -> Vec<String> {
    let folders = ["content/press/", "content/pages/"];
    let files = folders.into_iter().flat_map(|folder| sources.texts(folder));
    let is_known = |file: &str| translations.iter().any(|t| *t.file == *file);
    files
        .map(|(file, _)| file.to_string())
        .filter(|file| is_translation_by_name(file) && !is_known(file))
        .collect()
}

/// `mexiko.en.md`
fn is_translation_by_name(file: &str) -> bool {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.strip_suffix(".md").is_some_and(|stem| stem.contains('.'))
}

/// Whether a path, from here or from the root, is that of a content file.
fn is_meant(root: &Path, path: &Path, file: &str) -> bool {
    let file = root.join(file);
    source::is_same_file(path, &file) || source::is_same_file(&root.join(path), &file)
}

/// Why nothing can be noted in a file, in German and English.
type Refusal = (&'static str, &'static str);

const NO_TRANSLATION: Refusal = (
    "Das ist keine Übersetzung: Eine heißt wie ihr Original und trägt die Sprache im Namen, `mexiko.en.md`.",
    "not a translation: its name must be that of the original with the language, for example `mexiko.en.md`",
);

const UNREADABLE: Refusal = (
    "Die Datei fehlt, oder sie hat Fehler; die zeigt `bba check`.",
    "the file is missing or has errors; run `bba check`",
);

const NO_ROOM: Refusal = (
    "In diesen Kopf passt keine weitere Zeile. Bitte jeden Schlüssel auf eine eigene Zeile schreiben.",
    "the front matter has no room for another line; write each key on a line of its own",
);

/// Why a path is not that of a translation.
fn refusal(path: &Path) -> Refusal {
    if is_translation_by_name(&path.to_string_lossy()) { UNREADABLE } else { NO_TRANSLATION }
}
