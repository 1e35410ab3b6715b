//! `bba init`: begins a whole programme, also in a cloned repository. What is there already stays.

use std::path::Path;

use super::ask::ask;
use super::{Exit, Failure, failed, print, schema, tell};
use crate::cli::{Environment, InitArgs, read_base_url};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::config::EXAMPLE_URL;
use crate::problem::{MessageLanguage, Problem, YamlProblem};
use crate::read::config;
use crate::scaffold;
use crate::schema::OfSite;
use crate::starter::{self, Programme};
use crate::terminal;
use crate::values::Id;

/// Runs the command.
///
/// # Errors
/// When a file of the new site is there already, an argument makes no sense or the disk fails.
pub fn run(args: &InitArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.dir);
    let dir = args.dir.display();
    let failed = failed(&args.dir, language);
    let there = scaffold::names_in(&args.dir).map_err(failed)?;
    let programme = programme(args, environment, language)?;
    let languages = Language::new("de").into_iter().collect();
    let german = OfSite { languages, ..OfSite::default() };
    let has_readme = there.iter().any(|name| name.to_lowercase().starts_with("readme"));
    let readme = if has_readme { "LIESMICH.md" } else { README };
    let own = starter::programme(&programme).into_iter();
    let own = own.map(|(path, text)| (if path == README { readme.to_owned() } else { path }, text));
    let is_there = |(path, _): &(String, String)| scaffold::is_there(&args.dir.join(path));
    let (kept, new): (Vec<_>, Vec<_>) = own.chain(schema::files(&german)).partition(is_there);
    let kept: Vec<&str> = kept.iter().map(|(path, _)| path.as_str()).collect();
    refuse_site(&args.dir, &kept, language)?;
    for (path, text) in &new {
        let file = args.dir.join(path);
        scaffold::create(&file, text.as_bytes()).map_err(super::failed(&file, language))?;
    }
    print(&format!("{dir}\n"))?;
    tell(&next_steps(&args.dir, readme, &kept, language));
    Ok(Exit::Done)
}

const README: &str = "README.md";

/// Where a site is already nothing is begun; other files stay as they are.
fn refuse_site(dir: &Path, kept: &[&str], language: MessageLanguage) -> Result<(), Failure> {
    let is_content = |path: &&&str| path.starts_with("content/");
    let in_the_way: Vec<&str> = kept.iter().filter(is_content).copied().collect();
    let Some((first, others)) = in_the_way.split_first() else { return Ok(()) };
    let dir = dir.display();
    let more = others.len();
    Err(Failure(match more {
        0 => language.pick(
            format!("{dir}: {first} gibt es schon; nichts angelegt."),
            format!("{dir}: {first} already exists; nothing was written"),
        ),
        _ => language.pick(
            format!("{dir}: {first} und {more} weitere Dateien gibt es schon; nichts angelegt."),
            format!("{dir}: {first} and {more} more files already exist; nothing was written"),
        ),
    }))
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
        None if interactive => ask(language, title, "", |_| Ok(()))?,
        None => NO_TITLE.to_owned(),
    };
    let title = if title.is_empty() && args.title.is_none() { NO_TITLE.to_owned() } else { title };
    if title.is_empty() {
        return Err(Failure(Problem::from(YamlProblem::EmptyText).message(language)));
    }
    let folder = || scaffold::folder_name(&args.dir).map(|name| slug(&name)).unwrap_or_default();
    let slug = if title == NO_TITLE { folder() } else { slug(&title) };
    let id = if Id::is_valid(&slug) { slug } else { "programm".to_owned() };
    let url = language.pick("Adresse der Website", "Address of the site");
    let base_url = match &args.base_url {
        Some(url) => read_base_url(url, language).map_err(Failure)?,
        None if interactive => {
            ask(language, url, EXAMPLE_URL, |url| config::base_url(url).map(|_| ()))?
        }
        None => EXAMPLE_URL.to_owned(),
    };
    Ok(Programme { id, title, base_url })
}

/// The name of a programme that nobody has said yet.
const NO_TITLE: &str = "??Name des Programms??";

fn next_steps(dir: &Path, readme: &str, kept: &[&str], language: MessageLanguage) -> String {
    // The command can be copied into a shell.
    let guide = dir.join(readme);
    let guide = guide.strip_prefix(".").unwrap_or(&guide).display().to_string();
    let dir = dir.display().to_string();
    let root = terminal::for_shell(&dir);
    let root = if root == "." { String::new() } else { format!(" --root {root}") };
    let mut steps = vec![language.pick(
        format!(
            "Eine neue Website. Was darin zwischen `??` und `??` steht, fehlt noch; `bba check{root}` nennt jede Stelle.\n\
             Nächster Schritt: {guide} lesen; `bba build{root}` baut die Website."
        ),
        format!(
            "A new site; its texts are in German. What stands between `??` and `??` is missing; `bba check{root}` names each place.\n\
             Next: read {guide}; `bba build{root}` builds the site."
        ),
    )];
    if !kept.is_empty() {
        let kept = kept.join(", ");
        steps.push(language.pick(
            format!("Schon da und unverändert: {kept}."),
            format!("Already there and unchanged: {kept}."),
        ));
    }
    if kept.contains(&".gitignore") {
        steps.push(language.pick(
            "Damit Git die gebaute Website übergeht, in .gitignore diese Zeile ergänzen: /public/".to_owned(),
            "So that Git ignores the built site, add this line to .gitignore: /public/".to_owned(),
        ));
    }
    steps.join("\n")
}
