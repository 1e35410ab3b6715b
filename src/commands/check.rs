//! `bba check`: everything that `build` checks, and nothing written; with `--against` also whether
//! promises to those who have what is published are kept, with `--fix` corrected before.

use super::fix::fix;
use super::{Exit, Failure, counts, print_timings, read_and_build, say, show};
use crate::cli::{CheckArgs, ComparedArgs, Environment};
use crate::findings::locate_all;
use crate::pipeline::{self, Built, Options};
use crate::problem::{MessageLanguage, Severity};
use crate::promises::{self, After, Before};
use crate::published::{Limits, Place, Published, Unreadable};
use crate::source::Sources;
use crate::stopwatch::timed;

/// Runs the command.
///
/// # Errors
/// When the disk or the network fails or an argument makes no sense.
pub fn run(args: &ComparedArgs, environment: &Environment) -> Result<Exit, Failure> {
    let common = &args.common;
    if args.fix {
        fix(common, environment)?;
    }
    let (sources, mut built) = read_and_build(common, environment)?;
    // What is missing because of a mistake is not gone.
    if let Some(place) = args.against.as_ref().filter(|_| !built.has_errors()) {
        let (compared, time) = timed(|| compare(place, common, environment, &sources, &mut built));
        compared?;
        built.timings.push(("compare", time));
    }
    show(common, environment, &sources, &built.diagnostics)?;
    print_timings(common, &built.timings);
    let language = common.language(environment);
    say(common, &(counts(&built, language) + &fixable(&built, language)));
    Ok(if built.has_errors() { Exit::ContentErrors } else { Exit::Done })
}

/// How many of the findings the program can correct.
fn fixable(built: &Built, language: MessageLanguage) -> String {
    let number = built.diagnostics.iter().filter(|found| found.fix.is_some()).count();
    match number {
        0 => String::new(),
        _ => language.pick(
            format!("; davon berichtigt `bba check --fix` {number}"),
            format!("; `bba check --fix` corrects {number} of them"),
        ),
    }
}

/// Adds what a publication would break.
fn compare(
    place: &Place,
    args: &CheckArgs,
    environment: &Environment,
    sources: &Sources,
    built: &mut Built,
) -> Result<(), Failure> {
    let language = args.language(environment);
    let failed = |error: Unreadable| Failure(format!("{place}: {}", error.message(language)));
    let published = Published::open(place, Limits::default()).map_err(failed)?;
    let Some(mut published) = published else {
        let nothing = language.pick(
            "noch nichts veröffentlicht, also auch nichts versprochen",
            "nothing is published yet, so nothing is promised",
        );
        say(args, &format!("{place}: {nothing}"));
        return Ok(());
    };
    let before = Before::read(&mut published, built).map_err(failed)?;
    let options = args.options(environment).map_err(Failure)?;
    let everything = pipeline::programme(sources, &Options { drafts: true, ..options }).value;
    let after = After { built, everything: &everything };
    let broken = promises::broken(&before, after);
    let broken = broken.map_err(|error| Failure(error.to_string()))?;
    let mut broken = locate_all(broken, sources);
    // Another version of the program may word entries otherwise; nobody edited anything then.
    let same_version = published.version() == env!("CARGO_PKG_VERSION");
    for found in &mut broken {
        if args.strict {
            found.severity = Severity::Error;
        } else if !same_version && found.problem.is_about_words_in_calendars() {
            found.severity = Severity::Warning;
        }
    }
    built.diagnostics.extend(broken);
    built.diagnostics.sort_by(|a, b| (&a.file, a.start).cmp(&(&b.file, b.start)));
    Ok(())
}
