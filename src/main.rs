//! The binary `bba`: reads the surroundings, calls one command, ends with its status.

#![warn(clippy::print_stdout, clippy::print_stderr)]
#![expect(clippy::disallowed_methods, reason = "the room that reads clock and environment")]

use std::process::ExitCode;
use std::sync::OnceLock;

use bba::cli::{Cli, Clock, Command, Environment, Pause};
use bba::commands::{self, Exit};
use clap::Parser;

use std::io::IsTerminal;

use mimalloc::MiMalloc;

/// A sixth less processor time than that of the system, see `benches/README.md`.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let environment = environment();
    let result = match &cli.command {
        Command::Build(args) => commands::build::run(args, &environment),
        Command::Check(args) => commands::check::run(args, &environment),
        Command::Serve(args) => commands::serve::run(args, &environment),
        Command::Explain(args) => commands::explain::run(args, &environment),
        Command::Translate(args) => commands::translate::run(args, &environment),
        Command::Why(args) => commands::why::run(args, &environment),
        Command::List(args) => commands::list::run(args, &environment),
        Command::Next(args) => commands::next::run(args, &environment),
        Command::Verify(args) => commands::verify::run(args, &environment),
        Command::Plan(args) => commands::plan::run(args, &environment),
        Command::Publish(args) => commands::publish::run(args, &environment),
        Command::Hosting(args) => commands::hosting::run(args, &environment),
        Command::Completions(args) => commands::completions::run(args),
        Command::New(args) => commands::new::run(args, &environment),
        Command::Init(args) => commands::init::run(args, &environment),
        Command::Schema(args) => commands::schema::run(args),
        Command::Theme(args) => commands::theme::run(args, &environment),
    };
    let exit = result.unwrap_or_else(|failure| {
        commands::tell(&format!("bba: {}", failure.0));
        Exit::Failed
    });
    ExitCode::from(exit as u8)
}

fn environment() -> Environment {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    Environment {
        source_date_epoch: variable("SOURCE_DATE_EPOCH"),
        locale: ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable),
        colour: std::io::stderr().is_terminal() && variable("NO_COLOR").is_none(),
        interactive: std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
        directory: std::env::current_dir().ok(),
        temporary: std::env::temp_dir(),
        clock: Clock(jiff::Timestamp::now),
        pause: Pause(std::thread::sleep),
        of_site: OnceLock::new(),
    }
}
