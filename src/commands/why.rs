//! `bba why`: why something is shown, hidden or outdated, what it is made from, where it
//! appears and when that changes.

use super::question::Question;
use super::{Exit, Failure, print, print_json};
use crate::cli::{Environment, WhyArgs};
use crate::query::{self, Answer, Answers, why};

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &WhyArgs, environment: &Environment) -> Result<Exit, Failure> {
    let question = Question::read(&args.common, environment)?;
    let found = why(&question.sources, &question.options, &args.what);
    let answers = found.as_ref().map_or(&[][..], |found| found.answers.as_slice());
    if question.json {
        print_json(&query::json(&answers))?;
    } else {
        let texts = answers.iter().map(|answer| answer.text(question.language));
        print(&texts.collect::<Vec<_>>().join("\n"))?;
    }
    match &found {
        Err(unknown) => question.say(&unknown.text(question.language)),
        Ok(Answers { errors: 0, .. }) => {}
        Ok(Answers { errors, .. }) => question.say(&question.language.pick(
            format!("Fehler im Inhalt: {errors}. Bis sie behoben sind, wird nichts Neues veröffentlicht."),
            format!("Errors in the content: {errors}. Nothing new is published until they are fixed."),
        )),
    }
    let known = !answers.is_empty() && !answers.iter().any(Answer::is_broken);
    Ok(if known { Exit::Done } else { Exit::ContentErrors })
}
