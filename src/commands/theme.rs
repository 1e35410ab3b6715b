//! `bba theme`: which files the built-in theme has, and one of them for the site to change.

use std::io;
use std::path::Path;

use super::{Exit, Failure, failed, print};
use crate::built_in;
use crate::cli::{Environment, ThemeArgs};
use crate::language::Language;
use crate::problem::{MessageLanguage, disk_error};
use crate::read::config;
use crate::scaffold;
use crate::source::Sources;
use crate::strings;
use crate::suggest::closest;

/// Runs the command.
///
/// # Errors
/// When there is no such file, when the site has it already, and when the disk fails.
pub fn run(args: &ThemeArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.root);
    let failed = failed(&args.root, language);
    let sources = Sources::read(&args.root).map_err(failed)?;
    // What is wrong in site.yaml is for `check` to say.
    let theme = config::read(&sources, &mut Vec::new()).0.theme;
    let theme = if theme.is_empty() { built_in::THEME_NAME } else { &theme };
    let folder = format!("themes/{theme}");
    if args.copy.is_empty() {
        print(&list(&sources, &folder, language))?;
        return Ok(Exit::Done);
    }
    let copied: Result<Vec<_>, Failure> =
        args.copy.iter().map(|typed| file(typed, language)).collect();
    for (name, bytes) in copied? {
        let path = format!("{folder}/{name}");
        create(&args.root, &path, &bytes, language)?;
        print(&format!("{path}\n"))?;
    }
    Ok(Exit::Done)
}

/// A line for each file of the built-in theme, with the word that the site has its own.
fn list(sources: &Sources, folder: &str, language: MessageLanguage) -> String {
    let is_own = |name: &str| {
        let path = format!("{folder}/{name}");
        sources.text(&path).is_some() || sources.binary(&path).is_some()
    };
    let own = language.pick("eigene Datei", "file of your own");
    let line = |(name, _): &built_in::File| match is_own(name) {
        true => format!("{name}  ({own}: {folder}/{name})\n"),
        false => format!("{name}\n"),
    };
    built_in::THEME.iter().map(line).collect()
}

/// The file that somebody named, with its name in the theme: by that name, by its last part, or as
/// messages name it. A language that the program does not have begins with English texts.
fn file(typed: &str, language: MessageLanguage) -> Result<(String, Vec<u8>), Failure> {
    let typed = typed.trim_start_matches("./");
    let below_theme =
        |path: &str| Some(path.split_once("themes/")?.1.split_once('/')?.1.to_owned());
    let wanted = below_theme(typed).unwrap_or_else(|| typed.to_owned());
    let named = |(name, _): &&built_in::File| {
        *name == wanted || name.rsplit('/').next().is_some_and(|last| last == wanted)
    };
    if let Some((name, bytes)) = built_in::THEME.iter().find(named) {
        return Ok(((*name).to_owned(), bytes.to_vec()));
    }
    let tag = wanted.strip_prefix("strings/").unwrap_or(&wanted).strip_suffix(".yaml");
    if let Some(tag) = tag.and_then(Language::new) {
        let name = format!("strings/{tag}.yaml");
        return Ok((name, strings::begun(tag.tag()).into_bytes()));
    }
    let near = closest(&wanted, built_in::THEME.iter().map(|(name, _)| *name));
    Err(Failure(match near {
        Some(near) => language.pick(
            format!("»{typed}« gibt es im eingebauten Theme nicht. Meinten Sie {near}?"),
            format!("The built-in theme has no file “{typed}”. Did you mean {near}?"),
        ),
        None => language.pick(
            format!("»{typed}« gibt es im eingebauten Theme nicht. `bba theme --list` zeigt alle."),
            format!("The built-in theme has no file “{typed}”. `bba theme --list` shows all."),
        ),
    }))
}

fn create(root: &Path, path: &str, bytes: &[u8], language: MessageLanguage) -> Result<(), Failure> {
    scaffold::create(&root.join(path), bytes).map_err(|error| {
        Failure(match error.kind() {
            io::ErrorKind::AlreadyExists => language.pick(
                format!("{path} gibt es schon; die Datei bleibt, wie sie ist."),
                format!("{path} is there already and stays as it is."),
            ),
            _ => format!("{path}: {}", disk_error(&error, language)),
        })
    })
}
