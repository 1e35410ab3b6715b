//! `bba verify`: whether what is published is what was built. It ends with 1 when something
//! differs and with 2 when it could not be asked.

use super::{Exit, Failure, print, tell};
use crate::cli::{Environment, VerifyArgs};
use crate::published::{Limits, Published, Unreadable};
use crate::verify::differences;

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
    let now = environment.now(args.now.as_ref()).map_err(Failure)?;
    let now = now.resolve(&jiff::tz::TimeZone::UTC);
    let found = differences(place, &mut published, now).map_err(failed)?;
    for difference in &found {
        print(&format!("{}\n", difference.message(language)))?;
    }
    let (files, count) = (published.files().len(), found.len());
    tell(&match count {
        0 => language.pick(
            format!("{place}: {files} Dateien geprüft, alles wie gebaut"),
            format!("{place}: {files} files checked, everything as built"),
        ),
        _ => language.pick(
            format!("{place}: {files} Dateien geprüft, {count} Abweichungen"),
            format!("{place}: {files} files checked, {count} differences"),
        ),
    });
    Ok(if found.is_empty() { Exit::Done } else { Exit::ContentErrors })
}
