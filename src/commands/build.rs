//! `bba build`: checks, and publishes to a folder when nothing is wrong.

use super::{Exit, Failure, counts, out_folder, print_timings, read_and_build, say, show};
use crate::cli::{BuildArgs, Environment};
use crate::problem::MessageLanguage;
use crate::publish::{Refused, publish, refuse};
use crate::stopwatch::timed;

/// Runs the command.
///
/// # Errors
/// When the disk fails, an argument makes no sense or the output folder is refused.
pub fn run(args: &BuildArgs, environment: &Environment) -> Result<Exit, Failure> {
    let common = &args.common;
    let language = common.language(environment);
    let out = out_folder(args.out.as_deref(), &common.root);
    let failed = |error: std::io::Error| Failure(format!("{}: {error}", out.display()));
    if let Some(refused) = refuse(&common.root, &out).map_err(failed)? {
        return Err(Failure(format!("{}: {}", out.display(), reason(refused, language))));
    }
    let (sources, mut built) = read_and_build(common, environment)?;
    show(common, environment, &sources, &built)?;
    if built.has_errors() {
        print_timings(common, &built.timings);
        let unchanged = match language {
            MessageLanguage::German => "nichts veröffentlicht",
            MessageLanguage::English => "nothing published",
        };
        say(common, &format!("{}: {unchanged}", counts(&built, language)));
        return Ok(Exit::ContentErrors);
    }
    let (published, publishing) = timed(|| publish(&built.files, &out));
    let published = published.map_err(failed)?;
    built.timings.push(("publish", publishing));
    print_timings(common, &built.timings);
    let (written, same, removed) = (published.written, published.unchanged, published.removed);
    let shown = out.display();
    let summary = match language {
        MessageLanguage::German => format!(
            "{shown}: {written} Dateien geschrieben, {same} unverändert, {removed} entfernt ({})",
            counts(&built, language)
        ),
        MessageLanguage::English => format!(
            "{shown}: {written} files written, {same} unchanged, {removed} removed ({})",
            counts(&built, language)
        ),
    };
    say(common, &summary);
    // The process ends: to free all files one by one would only take time.
    std::mem::forget((sources, built));
    Ok(Exit::Done)
}

fn reason(refused: Refused, language: MessageLanguage) -> &'static str {
    match (language, refused) {
        (MessageLanguage::German, Refused::Sources) => {
            "Dorthin wird nicht gebaut: Der Ordner enthält oder berührt die Quellen."
        }
        (MessageLanguage::German, Refused::Foreign) => {
            "Dorthin wird nicht gebaut: Der Ordner enthält Dateien, die kein Build hier angelegt hat."
        }
        (MessageLanguage::German, Refused::NotAFolder) => "Das ist kein Ordner.",
        (MessageLanguage::English, Refused::Sources) => {
            "refused as output: the folder holds or touches the sources"
        }
        (MessageLanguage::English, Refused::Foreign) => {
            "refused as output: the folder has files that no build of ours made"
        }
        (MessageLanguage::English, Refused::NotAFolder) => "not a folder",
    }
}
