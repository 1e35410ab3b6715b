//! `bba schema`: JSON Schemas of content files, to standard output or into `content/.schema/`, and
//! of data files.

use super::{Exit, Failure, print};
use clap::ValueEnum;

use crate::cli::SchemaArgs;
use crate::read::config;
use crate::scaffold;
use crate::schema::{self, Kind, OfSite, Subject};
use crate::source::Sources;

/// Runs the command.
///
/// # Errors
/// When the disk fails.
pub fn run(args: &SchemaArgs) -> Result<Exit, Failure> {
    let failed = |error: std::io::Error| Failure(format!("{}: {error}", args.root.display()));
    let sources = Sources::read(&args.root).map_err(failed)?;
    // What is wrong in site.yaml is for `check` to say; here it only means German.
    let site = OfSite::from(&config::read(&sources, &mut Vec::new()).0);
    if let Some(kind) = args.kind {
        print(&schema::text(kind, &site))?;
        return Ok(Exit::Done);
    }
    for (path, text) in files(&site) {
        if scaffold::refresh(&args.root.join(&path), text.as_bytes()).map_err(failed)? {
            print(&format!("{path}\n"))?;
        }
    }
    Ok(Exit::Done)
}

/// The schema files of a site with their paths.
pub(super) fn files(site: &OfSite) -> impl Iterator<Item = (String, String)> {
    Kind::value_variants().iter().map(|kind| {
        (
            format!("{}/{}.json", schema::FOLDER, kind.word()),
            schema::text(Subject::Content(*kind), site),
        )
    })
}
