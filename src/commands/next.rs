//! `bba next`: when a rebuild would next differ even if nobody edits anything. A job that builds at
//! that time needs only the line on standard output.

use super::question::Question;
use super::{Exit, Failure, print, print_json};
use crate::cli::{CheckArgs, Environment};
use crate::dates::rfc3339_utc;
use crate::query;

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &CheckArgs, environment: &Environment) -> Result<Exit, Failure> {
    let question = Question::read(args, environment)?;
    let (shown, everything) = (question.shown(), question.everything());
    let next = query::next(&shown.programme, &everything.programme);
    if question.json {
        print_json(&query::next_json(shown.programme.now, next.as_ref()))?;
    } else if let Some(next) = &next {
        print(&format!("{}\n", rfc3339_utc(next.at)))?;
    }
    question.say(&query::next_sentence(&everything.programme, next.as_ref(), question.language));
    Ok(question.end(everything.errors))
}
