//! How diagnostics are shown: to people and to programs.

mod human;
mod json;

use crate::diagnostic::Located;
use crate::problem::MessageLanguage;
use crate::source::Sources;

pub use human::human;
pub use json::json;

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With an excerpt, on standard error.
    Human,
    /// One JSON document on standard output.
    Json,
}

/// A report of diagnostics.
#[derive(Debug, Clone, Copy)]
pub struct Report<'r> {
    /// What was found.
    pub diagnostics: &'r [Located],
    /// The files, for excerpts.
    pub sources: &'r Sources,
    /// The language of messages.
    pub language: MessageLanguage,
    /// Whether the output may have colours.
    pub colour: bool,
}
