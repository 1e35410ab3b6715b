//! How diagnostics are shown: to people and to programs.

mod diff;
mod github;
mod gitlab;
mod human;
mod json;
mod sarif;

use crate::findings::Located;
use crate::problem::{MessageLanguage, Problem};
use crate::source::Sources;
use crate::terminal;

pub use diff::diff;
pub use human::human;

/// How diagnostics are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people, with excerpts, on standard error
    Human,
    /// One JSON list on standard output
    Json,
    /// Annotations of GitHub Actions on standard output
    Github,
    /// A code quality report of GitLab on standard output
    Gitlab,
    /// One SARIF 2.1.0 document on standard output
    Sarif,
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
    /// Where the root lies below the folder that somebody works in, with a `/` at the end;
    /// nothing when it is that folder, or lies elsewhere.
    pub below: &'r str,
    /// Whether the output may have colours.
    pub colour: bool,
}

impl Report<'_> {
    /// The report in a format.
    pub fn text(&self, format: Format) -> String {
        match format {
            Format::Human => human(self),
            Format::Json => terminal::in_json(&json::json(self)).into_owned(),
            Format::Github => github::github(self),
            Format::Gitlab => terminal::in_json(&gitlab::gitlab(self)).into_owned(),
            Format::Sarif => terminal::in_json(&sarif::sarif(self)).into_owned(),
        }
    }

    /// The path of a file as somebody sees it from where they are.
    fn path(&self, file: &str) -> String {
        format!("{}{file}", self.below)
    }

    /// The message and the hint of a finding as one text.
    fn message_and_hint(&self, problem: &Problem) -> String {
        let message = problem.message(self.language);
        match problem.hint(self.language) {
            Some(hint) => format!("{message} {hint}"),
            None => message,
        }
    }
}

/// `3 Fehler`
pub fn errors(language: MessageLanguage, count: usize) -> String {
    let plural = if count == 1 { "" } else { "s" };
    language.pick(format!("{count} Fehler"), format!("{count} error{plural}"))
}

/// `1 Warnung`
pub fn warnings(language: MessageLanguage, count: usize) -> String {
    let (german, english) = if count == 1 { ("", "") } else { ("en", "s") };
    language.pick(format!("{count} Warnung{german}"), format!("{count} warning{english}"))
}
