//! `bba verify`: whether what is published is what was built. It ends with 1 when something
//! differs and with 2 when it could not be asked.

use jiff::tz::TimeZone;

use super::{Exit, Failure, print, tell};
use crate::cli::{Environment, VerifyArgs};
use crate::model::config::FILE;
use crate::pipeline::Options;
use crate::problem::MessageLanguage;
use crate::published::{Limits, Published, Unreadable};
use crate::read::config;
use crate::source::{Sources, as_written};
use crate::verify::{Beside, Host, differences, due};

/// How much longer a whole site may take than the few files that comparisons need.
const MINUTES: u64 = 30;

/// Runs the command.
///
/// # Errors
/// When the disk or the network fails, or nothing is published there.
pub fn run(args: &VerifyArgs, environment: &Environment) -> Result<Exit, Failure> {
    let language = environment.language(args.lang, &args.root);
    let place = &args.place;
    let failed = |error: Unreadable| Failure(format!("{place}: {}", error.message(language)));
    let total = std::time::Duration::from_secs(MINUTES * 60);
    let published =
        Published::open(place, Limits { total, ..Limits::default() }).map_err(failed)?;
    let Some(mut published) = published else {
        let nothing = language.pick("Hier ist nichts veröffentlicht.", "nothing is published here");
        return Err(Failure(format!("{place}: {nothing}")));
    };
    let read = beside(args, environment)?;
    let zone = read.as_ref().map_or(TimeZone::UTC, |(_, zone, _)| zone.clone());
    let beside =
        read.as_ref().map(|(sources, _, options)| Beside { sources, options: options.clone() });
    let now = environment.now(args.now.as_ref()).map_err(Failure)?.resolve(&zone);
    let found = match args.due {
        true => due(&mut published, now, beside.as_ref()).map_err(failed)?,
        false => {
            let host = if args.plain_host { Host::Plain } else { Host::Told };
            differences(&mut published, now, beside.as_ref(), host).map_err(failed)?
        }
    };
    for difference in &found {
        print(&format!("{}\n", difference.message(language)))?;
    }
    tell(&summary(args, published.files().len(), found.len(), language));
    if args.plain_host {
        tell(language.pick(
            "Nicht gefragt, weil der Host es nicht kann: Typen, Header, Caches, Weiterleitungen, 410.",
            "not asked, as the host cannot do it: types, headers, caching, redirects, 410",
        ));
    }
    Ok(if found.is_empty() { Exit::Done } else { Exit::ContentErrors })
}

/// The content that is beside, if there is any, its zone and what is wanted of a build of it.
fn beside(
    args: &VerifyArgs,
    environment: &Environment,
) -> Result<Option<(Sources, TimeZone, Options)>, Failure> {
    if as_written(&args.root.join(FILE)).is_err() {
        return Ok(None);
    }
    let sources = Sources::read(&args.root)
        .map_err(|error| Failure(format!("{}: {error}", args.root.display())))?;
    let now = environment.now(args.now.as_ref()).map_err(Failure)?;
    let options = Options { now, ..Options::default() };
    let zone = config::read(&sources, &mut Vec::new()).0.timezone;
    Ok(Some((sources, zone, options)))
}

fn summary(args: &VerifyArgs, files: usize, found: usize, language: MessageLanguage) -> String {
    let place = &args.place;
    match (args.due, found) {
        (true, 0) => language.pick(
            format!("{place}: Was fällig ist, steht online."),
            format!("{place}: whatever is due is online"),
        ),
        (true, _) => language.pick(
            format!("{place}: Was fällig ist, steht nicht online."),
            format!("{place}: what is due is not online"),
        ),
        (false, 0) => language.pick(
            format!("{place}: {files} Dateien geprüft, alles wie gebaut"),
            format!("{place}: {files} files checked, everything as built"),
        ),
        (false, 1) => language.pick(
            format!("{place}: {files} Dateien geprüft, eine Abweichung"),
            format!("{place}: {files} files checked, one difference"),
        ),
        (false, _) => language.pick(
            format!("{place}: {files} Dateien geprüft, {found} Abweichungen"),
            format!("{place}: {files} files checked, {found} differences"),
        ),
    }
}
