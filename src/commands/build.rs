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
    show(common, environment, &sources, &built.diagnostics)?;
    if built.has_errors() {
        print_timings(common, &built.timings);
        let unchanged = language.pick("nichts veröffentlicht", "nothing published");
        say(common, &format!("{}: {unchanged}", counts(&built, language)));
        return Ok(Exit::ContentErrors);
    }
    let (published, publishing) = timed(|| publish(&built.files, &out));
    let published = published.map_err(failed)?;
    built.timings.push(("publish", publishing));
    print_timings(common, &built.timings);
    let (written, same, removed) = (published.written, published.unchanged, published.removed);
    let shown = out.display();
    let summary = language.pick(
        format!(
            "{shown}: {written} Dateien geschrieben, {same} unverändert, {removed} entfernt ({})",
            counts(&built, language)
        ),
        format!(
            "{shown}: {written} files written, {same} unchanged, {removed} removed ({})",
            counts(&built, language)
        ),
    );
    say(common, &summary);
    // The process ends: to free all files one by one would only take time.
    std::mem::forget((sources, built));
    Ok(Exit::Done)
}

fn reason(refused: Refused, language: MessageLanguage) -> String {
    match refused {
        Refused::Sources => language.pick(
            "Dorthin wird nicht gebaut: Der Ordner enthält oder berührt die Quellen.".to_owned(),
            "refused as output: the folder contains the sources or is inside them".to_owned(),
        ),
        Refused::Foreign(name) => language.pick(
            format!("Dorthin wird nicht gebaut: Der Ordner enthält Dateien, die kein Build hier angelegt hat, zum Beispiel {name}."),
            format!("refused as output: the folder contains files that no build created, for example {name}"),
        ),
        Refused::NotAFolder => {
            language.pick("Das ist kein Ordner.".to_owned(), "not a folder".to_owned())
        }
    }
}
