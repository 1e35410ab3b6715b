//! What the content is: records, as other rooms use them. Nothing here reads a file;
//! [`read`](crate::read) makes them.

pub mod accessibility;
pub mod config;
pub mod consent;
pub mod delegation;
pub mod event;
pub mod page;
pub mod registry;
pub mod release;
pub mod repeat;
pub mod shared;
pub mod translation;
pub mod venue;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::language::Language;
use crate::markdown::Link;
use crate::place::{SourcePath, Spot};
use crate::problem::{MessageLanguage, ReferenceKind};
use accessibility::Statement;
use config::Config;
use delegation::DelegationRecord;
use event::EventRecord;
use page::PageRecord;
use registry::{Contact, Organisation, Registry, Sector};
use release::ReleaseRecord;
use shared::Publication;
use translation::Translation;
use venue::Venue;

/// The kinds of content that have a file each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContentKind {
    /// An event.
    Event,
    /// The visit of a delegation.
    Delegation,
    /// A press release.
    Release,
    /// A page of free text.
    Page,
}

impl ContentKind {
    /// Every kind.
    pub const ALL: [ContentKind; 4] =
        [ContentKind::Event, ContentKind::Delegation, ContentKind::Release, ContentKind::Page];

    /// The word for programs and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            ContentKind::Event => "event",
            ContentKind::Delegation => "delegation",
            ContentKind::Release => "press",
            ContentKind::Page => "page",
        }
    }

    /// The word for people.
    pub fn name(self, language: MessageLanguage) -> &'static str {
        match self {
            ContentKind::Event => language.pick("Veranstaltung", "event"),
            ContentKind::Delegation => language.pick("Delegation", "delegation"),
            ContentKind::Release => language.pick("Pressemitteilung", "press release"),
            ContentKind::Page => language.pick("Seite", "page"),
        }
    }

    /// The kind whose files are in a folder below `content/`.
    pub fn in_folder(folder: &str) -> Option<ContentKind> {
        ContentKind::ALL.into_iter().find(|kind| kind.folder() == folder)
    }

    /// The key that says from when on it is public; a page has none.
    pub fn date_key(self) -> &'static str {
        match self {
            ContentKind::Release => "date",
            ContentKind::Event | ContentKind::Delegation | ContentKind::Page => "published",
        }
    }

    /// The folder of its files below `content/`.
    pub fn folder(self) -> &'static str {
        match self {
            ContentKind::Event => "events",
            ContentKind::Delegation => "delegations",
            ContentKind::Release => "press",
            ContentKind::Page => "pages",
        }
    }

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            ContentKind::Event | ContentKind::Delegation => "yaml",
            ContentKind::Release | ContentKind::Page => "md",
        }
    }

    /// The file of the record with an id.
    pub fn path(self, id: &str) -> String {
        format!("content/{}/{id}.{}", self.folder(), self.ending())
    }
}

/// Everything the content files say, file by file.
#[derive(Debug, Clone)]
pub struct Records {
    /// `site.yaml`.
    pub config: Config,
    /// `organisations.yaml`.
    pub organisations: Registry<Organisation>,
    /// `contacts.yaml`.
    pub contacts: Registry<Contact>,
    /// `venues.yaml`.
    pub venues: Registry<Venue>,
    /// `sectors.yaml`.
    pub sectors: Registry<Sector>,
    /// Events, in the order of their files.
    pub events: Vec<Arc<EventRecord>>,
    /// Visits, in the order of their files.
    pub delegations: Vec<Arc<DelegationRecord>>,
    /// Releases, in the order of their files.
    pub releases: Vec<Arc<ReleaseRecord>>,
    /// Pages, in the order of their files.
    pub pages: Vec<PageRecord>,
    /// The accessibility statement.
    pub statement: Option<Statement>,
    /// Everything that some file names by id.
    pub references: Vec<Reference>,
    /// Links in texts, and addresses under keys.
    pub links: Vec<WrittenLink>,
    /// Translations of Markdown files.
    pub translations: Vec<Translation>,
    /// Whether every translation could be read.
    pub has_all_translations: bool,
    /// Files that could not be read: a reference to one of them is not a second mistake.
    pub broken: Broken,
}

impl Records {
    /// When the items are public, with their files; pages have no time of their own.
    pub fn publications(&self) -> impl Iterator<Item = (&SourcePath, &Publication)> {
        let events = self.events.iter().map(|event| (&event.file, &event.publication));
        let visits = self.delegations.iter().map(|visit| (&visit.file, &visit.publication));
        let releases = self.releases.iter().map(|release| (&release.file, &release.publication));
        events.chain(visits).chain(releases)
    }

    /// Whether everything that makes a page could be read: if not, a page may only be missing
    /// because of that.
    pub fn are_complete(&self) -> bool {
        self.broken.is_empty()
            && self.has_all_translations
            && self.config.is_complete
            && self.sectors.is_complete()
    }
}

/// Files that are there but could not be read, by kind and id.
#[derive(Debug, Clone, Default)]
pub struct Broken(pub BTreeSet<(ContentKind, String)>);

impl Broken {
    /// The ids of a kind whose files could not be read.
    pub fn ids(&self, kind: ContentKind) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(of, _)| *of == kind).map(|(_, id)| id.as_str())
    }

    /// Whether every file could be read.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A link in a Markdown text, or an address under a key.
#[derive(Debug, Clone)]
pub struct WrittenLink {
    /// The file it is in.
    pub file: SourcePath,
    /// Where.
    pub spot: Spot,
    /// The link.
    pub link: Link,
    /// The language of the text.
    pub language: Language,
}

/// Something a file names by id.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The file that names it.
    pub file: SourcePath,
    /// Where.
    pub spot: Spot,
    /// What is named.
    pub kind: ReferenceKind,
    /// Its id: a stem, a key, or a path.
    pub id: String,
}
