//! `bba list`: events, releases, visits, embargoes, deadlines, consents, gaps and broken promises,
//! as a table or as JSON.

use super::question::Question;
use super::{Exit, Failure, print, print_json};
use crate::cli::{Environment, ListArgs};
use crate::query::{Filter, ListKind, list};

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &ListArgs, environment: &Environment) -> Result<Exit, Failure> {
    let over = matches!(args.what, ListKind::Events | ListKind::Delegations);
    if args.upcoming && !over {
        let language = args.common.language(environment);
        return Err(Failure(language.pick(
            "--upcoming passt nur zu events und delegations".to_owned(),
            "--upcoming applies only to events and delegations".to_owned(),
        )));
    }
    if args.country.is_some() && args.what == ListKind::Gaps {
        let language = args.common.language(environment);
        return Err(Failure(language.pick(
            "--country passt nicht zu gaps".to_owned(),
            "--country does not apply to gaps".to_owned(),
        )));
    }
    let question = Question::read(&args.common, environment)?;
    let everything = question.everything();
    let filter = Filter { upcoming: args.upcoming, country: args.country };
    let (site, sources) = (&everything.programme, &question.sources);
    let findings = match args.what {
        ListKind::Gaps => question.findings(),
        _ => Vec::new(),
    };
    let listing = list(site, sources, &findings, args.what, filter, question.language);
    match question.json {
        true => print_json(&listing.json())?,
        false => print(&listing.table())?,
    }
    if listing.is_empty() {
        question.say(question.language.pick("Nichts gefunden.", "Nothing found."));
    }
    Ok(question.end(everything.errors))
}
