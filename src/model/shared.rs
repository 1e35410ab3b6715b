//! Parts that several kinds of content have: roles, images, files, links, updates and the
//! dates of publication.

use jiff::Timestamp;

use crate::language::Translated;
use crate::values::{ChangeKind, Id, MediaFile, SitePath, Url, When};

/// Who does what, by keys of organisations.yaml.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Roles {
    /// Role and organisations, in the order of the contract.
    pub organiser: Vec<Id>,
    /// Where it takes place.
    pub host: Vec<Id>,
    /// On whose behalf.
    pub commissioned_by: Vec<Id>,
    /// With whose money.
    pub funder: Vec<Id>,
    /// Others who help.
    pub partners: Vec<Id>,
}

impl Roles {
    /// Every role by its key, with its organisations, in the order of the contract.
    pub fn each(&self) -> [(&'static str, &[Id]); 5] {
        [
            ("organiser", &self.organiser),
            ("host", &self.host),
            ("commissioned_by", &self.commissioned_by),
            ("funder", &self.funder),
            ("partners", &self.partners),
        ]
    }
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// What it shows; nothing when it only decorates.
    pub alt: Option<Translated<String>>,
    /// Who made it (§ 13 UrhG).
    pub credit: String,
    /// Under which terms it may be used.
    pub rights: Option<String>,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq)]
pub struct Attachment {
    /// Its file below `content/media/`.
    pub file: MediaFile,
    /// Its name for readers.
    pub title: Translated<String>,
}

/// A link to another site.
#[derive(Debug, Clone, PartialEq)]
pub struct WebLink {
    /// Where it leads.
    pub url: Url,
    /// Its text; the address when nothing is said.
    pub label: Option<Translated<String>>,
}

/// Something that changed after publication.
#[derive(Debug, Clone, PartialEq)]
pub struct Update {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub kind: ChangeKind,
    /// What is different, for readers.
    pub note: Option<Translated<String>>,
    /// When an event was to begin before.
    pub previous_start: Option<When>,
}

/// When something is published and whether it is hidden.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication {
    /// When it was published.
    pub published: Timestamp,
    /// What changed since, oldest first.
    pub updates: Vec<Update>,
    /// Whether an editor wrote any update, be it a faulty one.
    pub has_updates: bool,
    /// Until then nothing of it is anywhere in the output.
    pub embargo: Option<Timestamp>,
    /// Not finished: nothing of it is anywhere in the output.
    pub draft: bool,
    /// Old paths that lead to it.
    pub aliases: Vec<SitePath>,
}

impl Publication {
    /// When it was last changed (`DTSTAMP`, `dateModified`): never the time of a build.
    pub fn modified(&self) -> Timestamp {
        self.updates.iter().map(|update| update.at).fold(self.published, Timestamp::max)
    }

    /// Whether it is hidden at an instant.
    pub fn is_hidden(&self, now: Timestamp) -> bool {
        self.draft || self.embargo.is_some_and(|embargo| now < embargo)
    }
}

/// Pictures, files and links.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extras {
    /// The main picture first.
    pub images: Vec<Image>,
    /// Files to download.
    pub attachments: Vec<Attachment>,
    /// Links to other sites.
    pub links: Vec<WebLink>,
}
