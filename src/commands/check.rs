//! `bba check`: everything that `build` checks, and nothing written.

use super::{Exit, Failure, counts, print_timings, read_and_build, say, show};
use crate::cli::{CheckArgs, Environment};

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &CheckArgs, environment: &Environment) -> Result<Exit, Failure> {
    let (sources, built) = read_and_build(args, environment)?;
    show(args, environment, &sources, &built)?;
    print_timings(args, &built.timings);
    say(args, &counts(&built, args.language(environment)));
    Ok(if built.has_errors() { Exit::ContentErrors } else { Exit::Done })
}
