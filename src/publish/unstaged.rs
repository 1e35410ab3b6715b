//! Where no system call exchanges two folders, every publication is one in place.

use std::io;
use std::path::{Path, PathBuf};

use super::disk::Unwritten;
use super::plan::Plan;

/// How it went.
#[derive(Debug)]
pub enum Staged {
    /// The new site is there.
    Done,
    /// It is there, but the old one beside it could not be removed.
    Left(io::Error),
    /// Folders cannot be exchanged here.
    NotHere,
}

/// Nothing was left beside the output.
///
/// # Errors
/// Never.
pub fn recover(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Folders cannot be exchanged here.
///
/// # Errors
/// Never.
pub fn publish(_: &Plan<'_>, _: &Path, _: Option<&Path>) -> Result<Staged, (PathBuf, Unwritten)> {
    Ok(Staged::NotHere)
}

/// Why a folder beside the output comes to nothing.
#[derive(Debug)]
pub struct Stopped;

/// No new site can be built beside the output.
///
/// # Errors
/// Always.
pub fn begin(_: &Path) -> Result<PathBuf, Stopped> {
    Err(Stopped)
}

/// Nothing lies beside the output.
pub fn clean(_: &Path) {}
