//! `bba check`: everything that `build` checks, and nothing written; with `--against` also whether
//! promises to those who have what is published are kept, with `--fix` corrected before.

use super::compared::{compare, nothing_yet};
use super::fix::fix;
use super::{Exit, Failure, counts, print_timings, read_and_build, say, show};
use crate::cli::{CheckArgs, ComparedArgs, Environment};
use crate::external::{self, Time};
use crate::findings::locate_all;
use crate::pipeline::Built;
use crate::problem::{MessageLanguage, Severity};
use crate::published::Place;
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
        let (compared, time) =
            timed(|| add_broken(place, common, environment, &sources, &mut built));
        compared?;
        built.timings.push(("compare", time));
    }
    if args.external {
        let ((), time) = timed(|| add_external(common, environment, &sources, &mut built));
        built.timings.push(("external", time));
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

/// Adds links to other sites that lead nowhere.
fn add_external(args: &CheckArgs, environment: &Environment, sources: &Sources, built: &mut Built) {
    let time =
        Time { now: environment.clock.0, pause: environment.pause.0, patience: external::PATIENCE };
    let language = args.language(environment);
    let mut told = 0;
    let mut progress = |known: usize, all: usize| {
        // Every so often: it may take minutes.
        if environment.interactive && known >= told + 10 {
            told = known;
            say(
                args,
                &language.pick(
                    format!("{known} von {all} Links geprüft"),
                    format!("{known} of {all} links checked"),
                ),
            );
        }
    };
    let broken = external::broken(built, sources, &args.root, time, &mut progress);
    let mut found = locate_all(broken, sources);
    if args.strict {
        found.iter_mut().for_each(|found| found.severity = Severity::Error);
    }
    built.add(found);
}

/// Adds what a publication would break.
fn add_broken(
    place: &Place,
    args: &CheckArgs,
    environment: &Environment,
    sources: &Sources,
    built: &mut Built,
) -> Result<(), Failure> {
    match compare(place, args, environment, sources, built)? {
        None => say(args, &nothing_yet(place, args, environment)),
        Some(compared) => {
            built.add(compared.findings);
        }
    }
    Ok(())
}
