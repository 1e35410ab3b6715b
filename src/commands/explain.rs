//! `bba explain E0203`: what the code of a finding means, with an example.

use std::path::Path;

use super::{Exit, Failure, print};
use crate::cli::{Environment, ExplainArgs};
use crate::problem::{MessageLanguage, explain};

/// Runs the command.
///
/// # Errors
/// When there is no such code, or standard output is closed.
pub fn run(args: &ExplainArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, Path::new("."));
    let text = match &args.code {
        None => all(language),
        Some(code) => match explain::find(code) {
            Some(explanation) => explanation.text(language),
            None => return Err(Failure(unknown(code, language))),
        },
    };
    print(&text)?;
    Ok(Exit::Done)
}

/// A line for each code.
fn all(language: MessageLanguage) -> String {
    let line = |explanation: &explain::Explanation| {
        format!("{}  {}\n", explanation.code, explanation.summary(language))
    };
    explain::all().map(line).collect()
}

fn unknown(code: &str, language: MessageLanguage) -> String {
    let meant = explain::nearest(code);
    language.pick(
        format!("»{code}« gibt es nicht. Meinten Sie {meant}? `bba explain` zeigt alle."),
        format!(
            "The code “{code}” does not exist. Did you mean {meant}? `bba explain` lists all codes."
        ),
    )
}
