//! `bba plan`: what a publication would change for visitors. It ends with 1 when it breaks a
//! promise to those who have what is published.

use super::compared::{Compared, compare, nothing_yet};
use super::{Exit, Failure, draw, print, print_json, read_and_build, say, show};
use crate::cli::{Environment, PlanArgs};
use crate::plan::{Plan, PlanFormat, PlanReport};
use crate::promises::After;

/// Runs the command.
///
/// # Errors
/// When the disk or the network fails or an argument makes no sense.
pub fn run(args: &PlanArgs, environment: &Environment) -> Result<Exit, Failure> {
    let common = &args.common();
    let (sources, mut built) = read_and_build(common, environment)?;
    if built.has_errors() {
        show(common, environment, &sources, &built.diagnostics)?;
        return Ok(Exit::ContentErrors);
    }
    draw(common, &mut built)?;
    let compared = compare(&args.against, common, environment, &sources, &built)?;
    let plan = match compared {
        None => {
            say(common, &nothing_yet(&args.against, common, environment));
            Plan::default()
        }
        Some(Compared { published, before, everything, findings }) => {
            let after = After { built: &built, everything: &everything };
            Plan::of(&published, &before, after, findings)
                .map_err(|error| Failure(error.to_string()))?
        }
    };
    let language = common.language(environment);
    let text = PlanReport { plan: &plan, sources: &sources, language }.text(args.format);
    match args.format {
        PlanFormat::Json => print_json(&text)?,
        PlanFormat::Text | PlanFormat::Markdown => print(&text)?,
    }
    Ok(if plan.breaks() { Exit::ContentErrors } else { Exit::Done })
}
