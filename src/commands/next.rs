//! `bba next`: when a rebuild would next differ even if nobody edits anything. A job that builds at
//! that time needs only the line on standard output, or waits for it with `--wait`.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::question::Question;
use super::{Exit, Failure, print, print_json};
use crate::cli::{Environment, NextArgs};
use crate::dates::rfc3339_utc;
use crate::query;

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &NextArgs, environment: &Environment) -> Result<Exit, Failure> {
    let question = Question::read(&args.common, environment)?;
    let (shown, everything) = (question.shown(), question.everything());
    let now = shown.programme.now;
    let next = query::next(&shown.programme, &everything.programme);
    if question.json {
        print_json(&query::next_json(now, next.as_ref()))?;
    } else if let Some(next) = &next {
        print(&format!("{}\n", rfc3339_utc(next.at)))?;
    }
    question.say(&query::next_sentence(&everything.programme, next.as_ref(), question.language));
    let end = question.end(everything.errors);
    match args.wait {
        None => Ok(end),
        // A mistake in one file must not hold up what another one is to publish.
        Some(span) => Ok(wait(args, span, environment, &question, now, next.map(|next| next.at))),
    }
}

/// Waits for an instant that lies within a span from now.
fn wait(
    args: &NextArgs,
    span: Duration,
    environment: &Environment,
    question: &Question<'_>,
    now: Timestamp,
    next: Option<Timestamp>,
) -> Exit {
    let left = |at: Timestamp| Duration::try_from(at.duration_since(now)).ok();
    let within = next.filter(|at| left(*at).is_some_and(|left| left <= span));
    let Some(at) = within else {
        let not = ("So lange wird nicht gewartet.", "Not within the span to wait for.");
        question.say(question.language.pick(not.0, not.1));
        return Exit::Otherwise;
    };
    question.say(question.language.pick("Bis dahin wird gewartet.", "Waiting until then."));
    // As if a time that was asked for were that of the clock.
    let ahead = if environment.is_clock_asked(args.common.now.as_ref()) {
        SignedDuration::ZERO
    } else {
        (environment.clock.0)().duration_since(now)
    };
    environment.wait_until(at.saturating_add(ahead).unwrap_or(at));
    Exit::Done
}
