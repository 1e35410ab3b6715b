//! `bba build --last-good`: what stands in for files that have an error, said first; and the last
//! line, by which a job's log tells whether the site is online.

use std::path::Path;

use super::build::Ended;
use super::{Exit, Failure, failed, show, tell};
use crate::cli::{BuildArgs, Environment};
use crate::fallback::{self, Fallback};
use crate::findings::Located;
use crate::model::config::FILE;
use crate::pipeline::{Built, Options};
use crate::problem::{MessageLanguage, Severity};
use crate::report::Format;
use crate::source::Sources;

/// Builds with older parts, says which, and shows all findings; `None` when errors remain, or
/// nothing older can be read.
pub fn build(
    args: &BuildArgs,
    environment: &Environment,
    folder: &Path,
    at_hand: &Sources,
    found: &[Located],
    options: &Options,
) -> Result<Option<Fallback>, Failure> {
    let language = args.common.language(environment);
    let earlier = match Sources::read(Sources::root_of(folder)) {
        Ok(earlier) if earlier.text(FILE).is_some() => earlier,
        Ok(_) => {
            let none = language.pick("Dort liegt kein Inhalt", "there is no content");
            tell(&format!("{}: {none} ({FILE})", folder.display()));
            return Ok(None);
        }
        Err(error) => {
            tell(&failed(folder, language)(error).0);
            return Ok(None);
        }
    };
    let Some(fallback) = fallback::build(at_hand, &earlier, options) else { return Ok(None) };
    names(&fallback, language).iter().for_each(|line| tell(line));
    let mut found = [found, &fallback.replaced(at_hand)].concat();
    if args.common.format == Format::Human {
        show(&args.common, environment, at_hand, &found)?;
        show(&args.common, environment, &fallback.sources, &fallback.lost)?;
    } else {
        found.extend(fallback.lost.iter().cloned());
        show(&args.common, environment, at_hand, &found)?;
    }
    Ok(Some(fallback))
}

/// The files that are not published as they are, a line each.
fn names(fallback: &Fallback, language: MessageLanguage) -> Vec<String> {
    let older = language.pick("letzter guter Stand", "last good state");
    let left_out = language.pick("fehlt, kein guter Stand", "missing, no good state");
    let older = fallback.older.iter().map(|file| format!("{file}: {older}"));
    let left_out = fallback.left_out.iter().map(|file| format!("{file}: {left_out}"));
    older.chain(left_out).collect()
}

/// How the command ends, and its last line.
pub fn last_line(
    ended: Result<Ended, Failure>,
    args: &BuildArgs,
    environment: &Environment,
) -> Result<Exit, Failure> {
    let language = args.common.language(environment);
    let not_online =
        |reason: String| {
            tell(&language.pick(
                format!("nicht online, weil {reason}"),
                format!("not online because {reason}"),
            ));
        };
    match ended {
        Ok(Ended::Idle) => Ok(Exit::Done),
        Ok(Ended::Published { zone, is_whole }) => {
            let now = environment.now(args.common.now.as_ref()).map_err(Failure)?;
            let time = now.resolve(&zone).to_zoned(zone).strftime("%H:%M:%S").to_string();
            tell(&language.pick(format!("online seit {time}"), format!("online since {time}")));
            Ok(if is_whole { Exit::Done } else { Exit::Otherwise })
        }
        Ok(Ended::ContentErrors(first)) => {
            not_online(first);
            Ok(Exit::ContentErrors)
        }
        Err(Failure(reason)) => {
            not_online(reason.trim_end_matches('.').to_owned());
            Ok(Exit::Failed)
        }
    }
}

/// The first error, as the end of a sentence.
pub fn first_error(built: &Built, language: MessageLanguage) -> String {
    let first = built.diagnostics.iter().find(|found| found.severity == Severity::Error);
    first.map_or_else(String::new, |found| {
        let (file, line) = (&found.file, found.start.line);
        let message = found.problem.message(language);
        language.pick(
            format!("{file} in Zeile {line} einen Fehler hat: {message}"),
            format!("{file} has an error in line {line}: {message}"),
        )
    })
}
