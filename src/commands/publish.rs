//! `bba publish TARGET`: puts what was built where visitors find it, and compares it there.

use std::path::Path;

use super::{Exit, Failure, out_folder, print, tell};
use crate::cli::{Environment, PublishArgs};
use crate::files::OutPath;
use crate::model::config::FILE;
use crate::problem::{MessageLanguage, disk_error};
use crate::publish::{self, Stage};
use crate::published::Unreadable;
use crate::read::config;
use crate::source::Sources;
use crate::upload::{self, Plan, Scratch, Step, Trouble, Upload};
use crate::values::MediaFile;

/// Runs the command.
///
/// # Errors
/// When nothing was built, a program is not there or fails, or the disk fails.
pub fn run(args: &PublishArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.root);
    let out = out_folder(args.out.as_deref(), &args.root);
    let target = &args.target;
    let failed = |trouble| Failure(format!("{target}: {}", reason(trouble, &out, language)));
    let on_disk = |error: std::io::Error| Failure(disk_error(&error, language));
    let waiting = || {
        tell(language.pick(
            "Ein Build schreibt gerade; die Veröffentlichung wartet.",
            "a build is writing; waiting for it",
        ));
    };
    upload::check_target(target, &args.root, &out).map_err(failed)?;
    // No build changes what is being read.
    let held = publish::hold(&out, waiting).map_err(on_disk)?;
    let local = upload::local(&out).map_err(failed)?;
    let scratch = Scratch::new(&environment.temporary).map_err(on_disk)?;
    let withdrawn = withdrawn(&args.root);
    let pause = environment.pause.0;
    let upload = Upload::prepare(&local, target, &scratch, &withdrawn, pause).map_err(failed)?;
    if args.dry_run {
        print(&listed(&upload.plan, language))?;
        return Ok(Exit::Done);
    }
    let mut step = |step: &Step<'_>| {
        if !args.quiet {
            tell(&words(step, language));
        }
    };
    upload.perform(&mut step).map_err(failed)?;
    let differing = upload.verify(&mut step).map_err(failed)?;
    drop(held);
    for path in &differing {
        print(&language.pick(
            format!("{path}: hat am Ziel einen anderen Inhalt\n"),
            format!("{path}: differs at the target\n"),
        ))?;
    }
    let (files, changed) = (local.paths().len(), upload.plan.changed().len());
    let count = differing.len();
    tell(&match count {
        0 => language.pick(
            format!("{target}: {files} Dateien, davon {changed} neu oder geändert; alle geprüft"),
            format!("{target}: {files} files, {changed} of them new or changed; all verified"),
        ),
        _ => language.pick(
            format!("{target}: {count} Dateien sind dort nicht wie gebaut"),
            format!("{target}: {count} files there are not as built"),
        ),
    });
    Ok(if differing.is_empty() { Exit::Done } else { Exit::ContentErrors })
}

/// The files that were withdrawn; none where there is no content, as in a job that has only what
/// was built.
fn withdrawn(root: &Path) -> Vec<String> {
    let (config, _) = config::read(&Sources::of_file(root, FILE), &mut Vec::new());
    config.withdrawn.into_iter().map(|(_, MediaFile(name))| name).collect()
}

/// What would be done, a line a file, in its order.
fn listed(plan: &Plan, language: MessageLanguage) -> String {
    let mut text = String::new();
    let mut add = |sign: char, paths: &[OutPath]| {
        text.extend(paths.iter().map(|path| format!("{sign} {path}\n")));
    };
    add('-', &plan.first);
    for (_, paths) in &plan.stages {
        add('+', paths);
    }
    add('-', &plan.last);
    if text.is_empty() {
        text += language.pick("Es ist nichts zu tun.\n", "There is nothing to do.\n");
    }
    text
}

fn words(step: &Step<'_>, language: MessageLanguage) -> String {
    match step {
        Step::Withdraw(count) => language
            .pick(format!("zuerst weg: {count} Dateien"), format!("removing {count} files first")),
        Step::Put(stage, count) => {
            let (german, english) = match stage {
                Stage::Files => ("Bilder, Dokumente, Kalender", "pictures, documents, calendars"),
                Stage::NewPages => ("neue Seiten", "new pages"),
                Stage::Pages => ("geänderte Seiten", "changed pages"),
                Stage::Lists => ("Listen und Feeds", "lists and feeds"),
                Stage::Home => ("Startseite", "home page"),
                Stage::Manifest => ("build.json", "build.json"),
            };
            language.pick(format!("{german}: {count}"), format!("{english}: {count}"))
        }
        Step::Wait(span) => {
            let seconds = span.as_secs();
            language.pick(
                format!("{seconds} Sekunden warten: Wer eine alte Seite liest, lädt noch nach."),
                format!("waiting {seconds} seconds for readers of old pages"),
            )
        }
        Step::Remove(count) => language.pick(
            format!("nicht mehr gebraucht: {count} Dateien"),
            format!("removing {count} files that are no longer needed"),
        ),
        Step::Verify(count) => {
            language.pick(format!("prüfen: {count} Dateien"), format!("verifying {count} files"))
        }
        Step::Again(paths) => {
            let (count, first) = (paths.len(), paths.first().map_or("", String::as_str));
            language.pick(
                format!("noch einmal: {count} Dateien, zum Beispiel {first}"),
                format!("once more: {count} files, for example {first}"),
            )
        }
    }
}

fn reason(trouble: Trouble, out: &Path, language: MessageLanguage) -> String {
    let out = out.display();
    match trouble {
        Trouble::NotInstalled(program) => language.pick(
            format!("Dafür muss `{program}` installiert sein."),
            format!("`{program}` has to be installed for this"),
        ),
        Trouble::Failed { program, words } => language.pick(
            format!("`{program}` ist gescheitert. Noch einmal aufrufen setzt fort, was begonnen ist.\n{words}"),
            format!("`{program}` failed. Run the command again to go on from here\n{words}"),
        ),
        Trouble::Disk(error) => disk_error(&error, language),
        Trouble::NotBuilt => language.pick(
            format!("In {out} ist nichts gebaut. Zuerst: bba build"),
            format!("nothing was built in {out}; run bba build first"),
        ),
        Trouble::Altered(path) => language.pick(
            format!("{path} ist in {out} nicht mehr, was gebaut wurde. Bitte noch einmal bauen."),
            format!("{path} in {out} is not what was built any more; build again"),
        ),
        Trouble::Sources => language.pick(
            "Dorthin wird nicht veröffentlicht: Der Ordner enthält oder berührt die Quellen.".to_owned(),
            "refused as a target: the folder contains the sources or is inside them".to_owned(),
        ),
        Trouble::Output => language.pick(
            format!("Dorthin wird nicht veröffentlicht: Der Ordner liegt in {out}, wo gebaut wird, oder enthält es."),
            format!("refused as a target: the folder is inside of {out}, where the site is built, or contains it"),
        ),
        Trouble::Preview => language.pick(
            format!("Dort liegt die öffentliche Website, in {out} eine Vorschau mit Entwürfen und Gesperrtem (--drafts). Zuerst: bba build"),
            format!("the public site is there, and {out} holds a preview with drafts and what is under embargo (--drafts); run bba build first"),
        ),
        Trouble::NotAFile(path) => Unreadable::NotAFile(path).message(language),
        Trouble::Foreign(name) => language.pick(
            format!("Dort liegen Dateien, die nicht von bba sind, zum Beispiel {name}. Veröffentlicht wird nur in einen leeren Ordner oder über eine frühere Veröffentlichung."),
            format!("the target has files that are not from bba, for example {name}. Publish into an empty folder or over an earlier publication"),
        ),
    }
}
