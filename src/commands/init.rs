//! `bba init`: begins a whole programme in an empty folder.

use std::path::Path;

use jiff::tz::TimeZone;

use super::ask::{ask, ask_text};
use super::{Exit, Failure, print, schema, tell};
use crate::cli::{Environment, InitArgs};
use crate::language::Language;
use crate::markdown::slug;
use crate::problem::{MessageLanguage, Problem, YamlProblem};
use crate::read::config;
use crate::scaffold;
use crate::schema::OfSite;
use crate::starter::{self, Programme};
use crate::values::{Id, Value, Zone};

/// Runs the command.
///
/// # Errors
/// When the folder is not empty, an argument makes no sense or the disk fails.
pub fn run(args: &InitArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.dir);
    let dir = args.dir.display();
    let failed = |error: std::io::Error| Failure(format!("{dir}: {error}"));
    if !scaffold::is_free(&args.dir).map_err(failed)? {
        return Err(Failure(language.pick(
            format!("{dir}: Der Ordner ist nicht leer; nichts angelegt."),
            format!("{dir}: the folder is not empty; nothing was written"),
        )));
    }
    let programme = programme(args, environment, language)?;
    let languages = Language::new("de").into_iter().collect();
    let german = OfSite { languages, ..OfSite::default() };
    for (path, text) in starter::programme(&programme).into_iter().chain(schema::files(&german)) {
        scaffold::create(&args.dir.join(path), text.as_bytes()).map_err(failed)?;
    }
    print(&format!("{dir}\n"))?;
    tell(&next_steps(&args.dir, language));
    Ok(Exit::Done)
}

fn programme(
    args: &InitArgs,
    environment: &Environment,
    language: MessageLanguage,
) -> Result<Programme, Failure> {
    let interactive = environment.interactive;
    let title = language.pick("Name des Programms", "Name of the programme");
    let title = match &args.title {
        Some(title) => title.trim().to_owned(),
        None if interactive => ask_text(language, title, DEFAULT_TITLE)?,
        None => DEFAULT_TITLE.to_owned(),
    };
    if title.is_empty() {
        return Err(Failure(Problem::from(YamlProblem::EmptyText).message(language)));
    }
    let slug = slug(&title);
    let id = if Id::is_valid(&slug) { slug } else { "programm".to_owned() };
    let url = language.pick("Adresse der Website", "Address of the site");
    let base_url = match &args.base_url {
        Some(url) => url.clone(),
        None if interactive => {
            ask(language, url, DEFAULT_URL, |url| config::base_url(url).map(|_| ()))?
        }
        None => DEFAULT_URL.to_owned(),
    };
    let zone = Zone::read("Europe/Berlin").map_or(TimeZone::UTC, |Zone(zone)| zone);
    let now = environment.now(args.now.as_ref()).map_err(Failure)?;
    let now = now.resolve(&zone).to_zoned(zone).datetime();
    Ok(Programme { id, title, base_url, now })
}

const DEFAULT_TITLE: &str = "Musterland trifft die Welt";

const DEFAULT_URL: &str = "https://programm.example.org/";

fn next_steps(dir: &Path, language: MessageLanguage) -> String {
    // The command can be copied into a shell.
    let dir = dir.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || "/-_.:\\".contains(c);
    let root = if dir.chars().all(plain) { dir.clone() } else { format!("\"{dir}\"") };
    language.pick(
        format!(
            "Eine neue Website. Alle Namen und Termine darin sind Beispiele.\n\
             Nächster Schritt: {dir}/README.md lesen; `bba build --root {root}` baut die Website."
        ),
        format!(
            "A new site. All names and dates in it are examples; its texts are in German.\n\
             Next: read {dir}/README.md; `bba build --root {root}` builds the site."
        ),
    )
}
