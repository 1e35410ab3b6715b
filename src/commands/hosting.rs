//! `bba hosting NAME`: the configuration of a web server, made from the routes of the site.

use super::{Exit, Failure, print, read_and_build, show};
use crate::cli::{Environment, HostingArgs};

/// Runs the command.
///
/// # Errors
/// When the disk fails or an argument makes no sense.
pub fn run(args: &HostingArgs, environment: &Environment) -> Result<Exit, Failure> {
    let common = args.common();
    let (sources, built) = read_and_build(&common, environment)?;
    // With errors items are missing, and their old addresses with them.
    if built.has_errors() {
        show(&common, environment, &sources, &built.diagnostics)?;
        return Ok(Exit::ContentErrors);
    }
    let hosting = &built.hosting;
    let folder = args.folder.clone().unwrap_or_else(|| format!("/srv/www/{}", hosting.host()));
    print(&hosting.text(args.server.into(), &folder))?;
    Ok(Exit::Done)
}
