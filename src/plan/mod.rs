//! What a publication would change for visitors, and what it would break: what a reviewer of a
//! proposal asks. Data first; [`PlanReport`] shows it as text, as JSON and as Markdown for a comment
//! on a pull request.

mod json;
mod markdown;
mod text;
mod words;

use std::collections::BTreeMap;
use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::files::OutPath;
use crate::findings::Located;
use crate::problem::MessageLanguage;
use crate::promises::{After, Before, Change, changes};
use crate::published::Published;
use crate::route::address;
use crate::site::Cause;
use crate::source::Sources;

/// How a plan is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum PlanFormat {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// A comment on a pull request
    Markdown,
}

/// What a publication would change.
#[derive(Debug, Default)]
pub struct Plan {
    /// Promises that it would break, and what else is found in comparison.
    pub findings: Vec<Located>,
    /// Items that visitors would see otherwise.
    pub changes: Vec<Change>,
    /// What becomes public by itself later.
    pub openings: Vec<Opening>,
    /// Addresses of pages and files.
    pub addresses: Addresses,
    /// Sizes by kind of file.
    pub weights: BTreeMap<FileKind, Weight>,
}

/// What is hidden now and becomes public by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// When.
    pub at: Timestamp,
    /// The zone of the site.
    pub zone: TimeZone,
    /// The file.
    pub file: String,
}

/// Addresses, as links from the root of the site.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Pages that are not published yet.
    pub new: Vec<String>,
    /// What leads on from now on, and where to.
    pub forwarded: Vec<(String, String)>,
    /// What is gone for good.
    pub gone: Vec<String>,
}

/// A kind of file, as far as its size matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileKind {
    /// Pages.
    Pages,
    /// Calendar files.
    Calendars,
    /// Feeds, data and lists of addresses for programs.
    Data,
    /// Pictures, documents, sound and film.
    Media,
    /// What pages are made with: styles, scripts, fonts.
    Assets,
}

/// Sizes in bytes.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// What is published.
    pub before: u64,
    /// What would be.
    pub after: u64,
}

impl FileKind {
    fn of(path: &str) -> Self {
        match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
            "html" => FileKind::Pages,
            "ics" => FileKind::Calendars,
            "json" | "xml" | "txt" => FileKind::Data,
            _ if path.starts_with("media/") => FileKind::Media,
            _ => FileKind::Assets,
        }
    }
}

impl Plan {
    /// Compares what is published with what would be. `findings` are the promises that would be
    /// broken.
    ///
    /// # Errors
    /// When the disk fails.
    pub fn of(
        published: &Published,
        before: &Before,
        after: After<'_>,
        findings: Vec<Located>,
    ) -> io::Result<Plan> {
        let openings = after.everything.embargoes();
        let openings = openings
            .filter(|change| matches!(change.cause, Cause::EmbargoEnds | Cause::DateReached))
            .map(|change| Opening {
                at: change.at,
                zone: after.everything.zone().clone(),
                file: change.file.to_owned(),
            });
        let mut openings: Vec<Opening> = openings.collect();
        openings.sort_by(|a, b| (a.at, &a.file).cmp(&(b.at, &b.file)));
        Ok(Plan {
            findings,
            changes: changes(before, after)?,
            openings,
            addresses: Addresses::of(published, after),
            weights: weights(published, after),
        })
    }

    /// Whether publishing would break a promise.
    pub fn breaks(&self) -> bool {
        self.findings.iter().any(|found| found.severity == crate::problem::Severity::Error)
    }

    /// Whether visitors would notice nothing.
    fn is_empty(&self) -> bool {
        self.findings.is_empty()
            && self.changes.is_empty()
            && self.addresses == Addresses::default()
    }
}

impl Addresses {
    fn of(published: &Published, after: After<'_>) -> Self {
        let (files, hosting) = (&after.built.files, &after.built.hosting);
        let was_there = |path: &OutPath| published.files().contains_key(path);
        let link = |path: &OutPath| format!("{}{}", hosting.routes.mount(), address(path));
        let is_page =
            |path: &&OutPath| path.ends_with(".html") && !hosting.moved.contains_key(*path);
        let new = files.keys().filter(is_page).filter(|path| !was_there(path)).map(link);
        let forwarded = hosting.moved.iter().filter(|(path, _)| {
            let stays = files.get(*path).map(|body| body.hash().to_hex().to_string());
            published.files().get(*path).is_none_or(|hash| Some(hash) != stays.as_ref())
        });
        let forwarded = forwarded.map(|(path, target)| (link(path), target.clone()));
        let gone = hosting.gone.iter().filter(|path| was_there(path)).map(link);
        Addresses { new: new.collect(), forwarded: forwarded.collect(), gone: gone.collect() }
    }
}

fn weights(published: &Published, after: After<'_>) -> BTreeMap<FileKind, Weight> {
    let mut weights: BTreeMap<FileKind, Weight> = BTreeMap::new();
    for (path, size) in published.sizes() {
        weights.entry(FileKind::of(path)).or_default().before += size;
    }
    for (path, body) in after.built.files.iter().filter(|(path, _)| *path != crate::manifest::PATH)
    {
        weights.entry(FileKind::of(path)).or_default().after += body.size();
    }
    weights
}

/// A plan to be shown.
#[derive(Debug, Clone, Copy)]
pub struct PlanReport<'r> {
    /// What is shown.
    pub plan: &'r Plan,
    /// The files, for excerpts.
    pub sources: &'r Sources,
    /// The language of the words.
    pub language: MessageLanguage,
}

impl PlanReport<'_> {
    /// The plan in a format, ended by a line end.
    pub fn text(&self, format: PlanFormat) -> String {
        match format {
            PlanFormat::Text => text::text(self),
            PlanFormat::Json => json::json(self),
            PlanFormat::Markdown => markdown::markdown(self),
        }
    }
}
