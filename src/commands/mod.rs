//! The commands, one small file each: callers of [`build`](crate::pipeline::build).

mod ask;
pub mod build;
pub mod check;
mod compared;
pub mod completions;
mod due;
pub mod explain;
mod fix;
pub mod hosting;
pub mod init;
mod last_good;
pub mod list;
pub mod new;
pub mod next;
pub mod plan;
pub mod publish;
mod question;
pub mod schema;
pub mod serve;
pub mod theme;
pub mod translate;
pub mod verify;
pub mod why;

use std::io::{self, Write};
use std::path::{Component, Path};
use std::time::Duration;

use crate::cli::{CheckArgs, Environment};
use crate::findings::Located;
use crate::pictures::Kept;
use crate::pipeline::{self, Built, Options};
use crate::problem::{MessageLanguage, Severity, disk_error};
use crate::report::{self, Format, Report};
use crate::source::{Sources, has_content, root_above};
use crate::stopwatch::timed;
use crate::terminal;

/// How a command ended, as an exit status (contract).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Done = 0,
    /// The content has errors.
    ContentErrors = 1,
    /// Wrong usage, or the disk failed.
    Failed = 2,
    /// Done otherwise than hoped: published with older parts (`build --last-good`), nothing to
    /// wait for (`next --wait`).
    Otherwise = 3,
}

/// A stage, and how long it took.
type Timing = (&'static str, Duration);

/// Something that is not the content's fault.
#[derive(Debug)]
pub struct Failure(pub String);

/// A failure of the disk at a path.
fn failed(path: &Path, language: MessageLanguage) -> impl Fn(io::Error) -> Failure + '_ {
    move |error| Failure(format!("{}: {}", path.display(), disk_error(&error, language)))
}

/// Reads the files, and what the user wants of them; every command begins so.
fn read(args: &CheckArgs, environment: &Environment) -> Result<(Sources, Options), Failure> {
    refuse_folder_inside(&args.root, args.language(environment))?;
    let options = args.options(environment).map_err(Failure)?;
    let language = args.language(environment);
    let sources = Sources::read(&args.root).map_err(failed(&args.root, language))?;
    Ok((sources, options))
}

/// A folder inside of a site is no root: it says which one is.
fn refuse_folder_inside(root: &Path, language: MessageLanguage) -> Result<(), Failure> {
    let Some(above) = root_above(root) else { return refuse_nothing(root, language) };
    let above = if root == Path::new(".") { above } else { root.join(above) };
    let above = terminal::for_shell(&above.display().to_string());
    Err(Failure(language.pick(
        format!("Hier ist kein content/site.yaml. Gemeint ist wohl: --root {above}"),
        format!("no content/site.yaml here; did you mean --root {above}?"),
    )))
}

/// A folder in which no content could be is no site with mistakes.
fn refuse_nothing(root: &Path, language: MessageLanguage) -> Result<(), Failure> {
    if has_content(root) {
        return Ok(());
    }
    Err(Failure(language.pick(
        format!("{}: Hier ist keine Website, es fehlt der Ordner content. Ist sie anderswo: --root ORDNER. Eine neue beginnt `bba init ORDNER`.", root.display()),
        format!("{}: not a site, the folder content is missing. If it is elsewhere: --root DIR; `bba init DIR` creates a new one", root.display()),
    )))
}

/// Reads, and says how long it took.
fn read_timed(
    args: &CheckArgs,
    environment: &Environment,
) -> Result<(Sources, Options, Timing), Failure> {
    let (read, reading) = timed(|| read(args, environment));
    read.map(|(sources, options)| (sources, options, ("read", reading)))
}

/// Reads and builds.
fn read_and_build(
    args: &CheckArgs,
    environment: &Environment,
) -> Result<(Sources, Built), Failure> {
    let (sources, options, reading) = read_timed(args, environment)?;
    let mut built = pipeline::build_once(&sources, &options);
    built.timings.insert(0, reading);
    Ok((sources, built))
}

/// Draws the pictures of what was built, as far as they are not kept from an earlier build.
fn draw(args: &CheckArgs, built: &mut Built) -> Result<(), Failure> {
    let kept = Kept::of(&args.root);
    if !built.files.values().any(|body| body.undrawn().is_some()) {
        return Ok(());
    }
    let (drawn, time) = timed(|| kept.draw(&kept.take(&built.files)));
    drawn.map_err(|error| Failure(error.to_string()))?;
    built.timings.push(("pictures", time));
    built.seal();
    Ok(())
}

/// Shows what was found, in the format that was asked for.
fn show(
    args: &CheckArgs,
    environment: &Environment,
    sources: &Sources,
    diagnostics: &[Located],
) -> Result<(), Failure> {
    let report = Report {
        diagnostics,
        sources,
        language: args.language(environment),
        below: &below(&args.root, environment),
        colour: environment.colour,
    };
    let text = report.text(args.format);
    match args.format {
        Format::Human => write(&mut io::stderr().lock(), &text),
        _ => write(&mut io::stdout().lock(), &text),
    }
}

/// Where the root lies below the folder that somebody works in, with a `/` at the end; nothing when
/// it is that folder, or lies elsewhere.
fn below(root: &Path, environment: &Environment) -> String {
    let here = environment.directory.as_deref();
    let inner = match root.is_absolute() {
        true => here.and_then(|here| root.strip_prefix(here).ok()),
        false => Some(root),
    };
    let mut below = String::new();
    for part in inner.into_iter().flat_map(Path::components) {
        match part {
            Component::Normal(name) => below.push_str(&format!("{}/", name.to_string_lossy())),
            Component::CurDir => {}
            _ => return String::new(),
        }
    }
    below
}

/// Prints an answer for people on standard output.
fn print(text: &str) -> Result<(), Failure> {
    write(&mut io::stdout().lock(), &terminal::plain(text))
}

/// Prints a JSON document on standard output.
fn print_json(document: &str) -> Result<(), Failure> {
    write(&mut io::stdout().lock(), &terminal::in_json(document))
}

fn write(to: &mut impl Write, text: &str) -> Result<(), Failure> {
    let written = to.write_all(text.as_bytes()).and_then(|()| to.flush());
    written.map_err(|error| Failure(error.to_string()))
}

/// A line for people on standard error.
fn say(args: &CheckArgs, line: &str) {
    if !args.quiet {
        tell(line);
    }
}

/// A line for people on standard error, also when little is to be said.
pub fn tell(line: &str) {
    // Nobody to tell when standard error is closed or full.
    let _ = writeln!(io::stderr(), "{}", terminal::plain(line));
}

/// `3 Fehler, 1 Warnung`
fn counts(built: &Built, language: MessageLanguage) -> String {
    let errors = built.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let errors = errors.count();
    let warnings = built.diagnostics.len() - errors;
    format!("{}, {}", report::errors(language, errors), report::warnings(language, warnings))
}

fn print_timings(args: &CheckArgs, timings: &[Timing]) {
    if args.timings {
        for (stage, time) in timings {
            tell(&format!("{stage:>10} {:9.1} ms", time.as_secs_f64() * 1000.0));
        }
        let total: Duration = timings.iter().map(|(_, time)| *time).sum();
        tell(&format!("{:>10} {:9.1} ms", "total", total.as_secs_f64() * 1000.0));
    }
}

/// A path as it was given, or below the root.
fn out_folder(out: Option<&Path>, root: &Path) -> std::path::PathBuf {
    out.map_or_else(|| root.join("public"), Path::to_path_buf)
}
