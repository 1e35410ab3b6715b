//! `bba build`: checks, and publishes to a folder when nothing is wrong.

use super::due::is_idle;
use super::{
    Exit, Failure, counts, draw, last_good, out_folder, print_timings, read_timed, say, show, tell,
};
use crate::cli::{BuildArgs, Environment};
use crate::pictures::Kept;
use crate::pipeline;
use crate::problem::{MessageLanguage, disk_error};
use crate::publish::{Output, Published, Refused, Unpublished};
use crate::stopwatch::timed;

use std::path::Path;

use jiff::tz::TimeZone;

/// Runs the command.
///
/// # Errors
/// When the disk fails, an argument makes no sense or the output folder is refused.
pub fn run(args: &BuildArgs, environment: &Environment) -> Result<Exit, Failure> {
    let ended = build(args, environment);
    if args.last_good.is_some() {
        return last_good::last_line(ended, args, environment);
    }
    Ok(match ended? {
        Ended::Idle | Ended::Published { .. } => Exit::Done,
        Ended::ContentErrors(_) => Exit::ContentErrors,
    })
}

/// How a build ends.
pub(super) enum Ended {
    /// Nothing was to be built.
    Idle,
    /// It is in the output folder, for people in this zone; whether nothing in it is older.
    Published { zone: TimeZone, is_whole: bool },
    /// Nothing is published; the first error, as the end of a sentence.
    ContentErrors(String),
}

fn build(args: &BuildArgs, environment: &Environment) -> Result<Ended, Failure> {
    let common = &args.common;
    let language = common.language(environment);
    let out = out_folder(args.out.as_deref(), &common.root);
    let unpublished = |why| Failure(reason(why, &out, language));
    let waiting = || {
        say(
            common,
            language.pick(
                "Ein anderer Build schreibt gerade dorthin; dieser wartet.",
                "another build is writing there; waiting for it",
            ),
        )
    };
    let output = Output::open(&common.root, &out, args.in_place, waiting).map_err(unpublished)?;
    let (sources, options, reading) = read_timed(common, environment)?;
    if args.if_due && is_idle(args, &out, &sources, &options, language) {
        show(common, environment, &sources, &[])?;
        return Ok(Ended::Idle);
    }
    let mut built = pipeline::build_into(&sources, &options, &output);
    built.timings.insert(0, reading);
    let mut is_whole = true;
    if let Some(folder) = args.last_good.as_deref().filter(|_| built.has_errors()) {
        let found = &built.diagnostics;
        let older = last_good::build(args, environment, folder, &sources, found, &options)?;
        if let Some(older) = older {
            (built, is_whole) = (older.built, false);
        }
    }
    if is_whole {
        show(common, environment, &sources, &built.diagnostics)?;
    }
    if built.has_errors() {
        print_timings(common, &built.timings);
        let unchanged = language.pick("nichts veröffentlicht", "nothing published");
        say(common, &format!("{}: {unchanged}", counts(&built, language)));
        return Ok(Ended::ContentErrors(last_good::first_error(&built, language)));
    }
    draw(common, &mut built)?;
    let kept = Kept::of(&common.root);
    let media = &built.programme.media;
    kept.sweep(media.kept(&sources).map(|binary| binary.hash), &built.files);
    let (published, publishing) = timed(|| output.publish(&built.files));
    let published = published.map_err(unpublished)?;
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
    notes(&published, language).iter().for_each(|note| tell(note));
    let zone = built.programme.zone().clone();
    // The process ends: to free all files one by one would only take time.
    std::mem::forget((sources, built));
    Ok(Ended::Published { zone, is_whole })
}

/// What somebody may have to look after.
fn notes(published: &Published, language: MessageLanguage) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(first) = published.unknown.first() {
        let (count, first) = (published.unknown.len(), first.display());
        notes.push(language.pick(
            format!("Das Verzeichnis des letzten Builds (build.json) war beschädigt. Von {count} Dateien ist daher unbekannt, ob sie von ihm sind; sie bleiben liegen, zum Beispiel {first}. Bitte prüfen und gegebenenfalls löschen."),
            format!("the list of the last build (build.json) was damaged: of {count} files nobody knows whether they are its own; they stay, for example {first}. Have a look, and delete what is not wanted"),
        ));
    }
    if let Some(error) = &published.left {
        let error = disk_error(error, language);
        notes.push(language.pick(
            format!("Veröffentlicht; nur aufgeräumt werden konnte nicht ({error}). Der nächste Build holt das nach."),
            format!("published; only what is no longer needed could not be removed ({error}). The next build will do it"),
        ));
    }
    notes
}

fn reason(why: Unpublished, out: &Path, language: MessageLanguage) -> String {
    let out = out.display();
    let words = |error: &std::io::Error| disk_error(error, language);
    match why {
        Unpublished::Refused(refused) => format!("{out}: {}", refusal(refused, language)),
        Unpublished::Changed(file) => {
            let file = file.display();
            language.pick(
                format!("{file}: Die Datei hat sich während des Builds geändert; nichts veröffentlicht. Bitte noch einmal bauen."),
                format!("{file}: the file was changed during the build; nothing published. Build again"),
            )
        }
        Unpublished::Disk(error) => language.pick(
            format!("{}. In {out} ist alles, wie es war.", words(&error)),
            format!("{}. Nothing has changed in {out}", words(&error)),
        ),
        Unpublished::Unfinished(error) => language.pick(
            format!(
                "{}. In {out} ist noch nicht alles neu; der nächste Build führt das zu Ende.",
                words(&error)
            ),
            format!(
                "{}. Not everything in {out} is new yet; the next build will finish that",
                words(&error)
            ),
        ),
    }
}

fn refusal(refused: Refused, language: MessageLanguage) -> String {
    match refused {
        Refused::Sources => language.pick(
            "Dorthin wird nicht gebaut: Der Ordner enthält oder berührt die Quellen.".to_owned(),
            "refused as output: the folder contains the sources or is inside them".to_owned(),
        ),
        Refused::Foreign(name) => language.pick(
            format!("Dorthin wird nicht gebaut: Der Ordner enthält Dateien, die kein Build hier angelegt hat, zum Beispiel {name}."),
            format!("refused as output: the folder contains files that no build created, for example {name}"),
        ),
        Refused::InTheWay(path) => {
            let path = path.display();
            language.pick(
                format!("Nichts veröffentlicht: Wo {path} hingehört, liegt etwas, das kein Build angelegt hat. Bitte verschieben oder löschen."),
                format!("nothing published: where {path} belongs lies something that no build created. Move or delete it"),
            )
        }
        Refused::NotAFolder => {
            language.pick("Das ist kein Ordner.".to_owned(), "not a folder".to_owned())
        }
    }
}
