//! What is published beside what would be: what `check --against` and `plan` begin with.

use super::Failure;
use crate::cli::{CheckArgs, Environment};
use crate::findings::{Located, locate_all};
use crate::pipeline::{self, Built, Options};
use crate::problem::Severity;
use crate::promises::{self, After, Before};
use crate::published::{Limits, Place, Published, Unreadable};
use crate::site::Programme;
use crate::source::Sources;

/// Both sites, and what publishing would break.
pub(super) struct Compared {
    pub published: Published,
    pub before: Before,
    /// All records, with those that are not public.
    pub everything: Programme,
    pub findings: Vec<Located>,
}

/// Compares; `None` when nothing is published yet.
pub(super) fn compare(
    place: &Place,
    args: &CheckArgs,
    environment: &Environment,
    sources: &Sources,
    built: &Built,
) -> Result<Option<Compared>, Failure> {
    let language = args.language(environment);
    let failed = |error: Unreadable| Failure(format!("{place}: {}", error.message(language)));
    let published = Published::open(place, Limits::default()).map_err(failed)?;
    let Some(mut published) = published else { return Ok(None) };
    let before = Before::read(&mut published, built).map_err(failed)?;
    let options = args.options(environment).map_err(Failure)?;
    let everything = pipeline::programme(sources, &Options { drafts: true, ..options }).value;
    let broken = promises::broken(&before, After { built, everything: &everything });
    let broken = broken.map_err(|error| Failure(error.to_string()))?;
    let mut findings = locate_all(broken, sources);
    // Another version of the program may word entries otherwise; nobody edited anything then.
    let same_version = published.version() == env!("CARGO_PKG_VERSION");
    for found in &mut findings {
        if args.strict {
            found.severity = Severity::Error;
        } else if !same_version && found.problem.is_about_words_in_calendars() {
            found.severity = Severity::Warning;
        }
    }
    Ok(Some(Compared { published, before, everything, findings }))
}

/// The sentence that nothing is published yet.
pub(super) fn nothing_yet(place: &Place, args: &CheckArgs, environment: &Environment) -> String {
    let nothing = args.language(environment).pick(
        "noch nichts veröffentlicht, also auch nichts versprochen",
        "nothing is published yet, so nothing is promised",
    );
    format!("{place}: {nothing}")
}
