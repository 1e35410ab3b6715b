//! Questions at a terminal, a line each. Where nobody sits at one, nothing is asked.

use std::io::{self, Write};

use super::Failure;
use crate::problem::{MessageLanguage, Problem, YamlProblem};
use crate::terminal;

/// Asks until the answer makes sense. An empty answer is the default.
pub(super) fn ask(
    language: MessageLanguage,
    question: &str,
    default: &str,
    check: impl Fn(&str) -> Result<(), Problem>,
) -> Result<String, Failure> {
    loop {
        let shown = if default.is_empty() { String::new() } else { format!(" [{default}]") };
        print!("{question}{shown}: ");
        let failed = |error: io::Error| Failure(error.to_string());
        io::stdout().flush().map_err(failed)?;
        let mut answer = String::new();
        if io::stdin().read_line(&mut answer).map_err(failed)? == 0 {
            println!();
            return Err(Failure(language.pick("abgebrochen", "cancelled").to_owned()));
        }
        let answer = match answer.trim() {
            "" => default,
            answer => answer,
        };
        match check(answer) {
            Ok(()) => return Ok(answer.to_owned()),
            Err(problem) => {
                let hint = problem.hint(language).unwrap_or_default();
                let message = problem.message(language);
                println!("{}", terminal::plain(&format!("{message} {hint}")));
            }
        }
    }
}

/// Asks for something that must not be empty.
pub(super) fn ask_text(
    language: MessageLanguage,
    question: &str,
    default: &str,
) -> Result<String, Failure> {
    ask(language, question, default, |answer| {
        if answer.is_empty() { Err(YamlProblem::EmptyText.into()) } else { Ok(()) }
    })
}
