//! `bba build --if-due`: whether a build would change nothing of what the last one made. It must
//! cost next to nothing: starters ask every hour.

use std::path::Path;

use super::say;
use crate::cli::BuildArgs;
use crate::pipeline::{self, Options};
use crate::problem::MessageLanguage;
use crate::published::{Limits, Place, Published};
use crate::query::{self, Last};
use crate::source::Sources;

/// Whether nothing has to be built; then it is said. What cannot be asked is built.
pub fn is_idle(
    args: &BuildArgs,
    out: &Path,
    sources: &Sources,
    options: &Options,
    language: MessageLanguage,
) -> bool {
    let inputs = pipeline::inputs(sources, options).to_hex();
    let (inputs, out) = (inputs.as_str(), Place::Folder(out.to_owned()));
    let last = last_build(args, &out, language)
        .or_else(|| last_build(args, args.against.as_ref()?, language));
    let same = last.filter(|(built_from, _)| built_from == inputs);
    let is_idle = same.is_some_and(|(_, last)| !query::is_due(sources, options, last));
    if is_idle {
        let idle = language.pick(
            "Nichts zu bauen: Seit dem letzten Build hat sich nichts geändert, und nichts ist inzwischen fällig.",
            "nothing to build: nothing has changed since the last build, and nothing has become due",
        );
        say(&args.common, idle);
    }
    is_idle
}

/// What the build of a place was made from, and when.
fn last_build(
    args: &BuildArgs,
    place: &Place,
    language: MessageLanguage,
) -> Option<(String, Last)> {
    match Published::open(place, Limits::default()) {
        Ok(published) => {
            let published = published?;
            let last = Last { at: published.built_at()?, next_change: published.next_change_at() };
            Some((published.inputs()?.to_owned(), last))
        }
        Err(error) => {
            let error = error.message(language);
            say(
                &args.common,
                &language.pick(
                    format!("{place}: {error} Darum wird gebaut."),
                    format!("{place}: {error}; building"),
                ),
            );
            None
        }
    }
}
