//! `bba completions`: what a shell needs to complete commands and options.

use clap::CommandFactory;

use super::{Exit, Failure, print};
use crate::cli::{Cli, CompletionsArgs};

/// Runs the command.
///
/// # Errors
/// When standard output is closed.
pub fn run(args: &CompletionsArgs) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "bba", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
