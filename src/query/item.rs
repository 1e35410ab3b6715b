//! An event, visit, release or page, where a question does not care which.

use jiff::Timestamp;

use crate::country::Country;
use crate::language::Translated;
use crate::model::ContentKind;
use crate::model::page::PageRecord;
use crate::model::shared::Publication;
use crate::outputs::PageKind;
use crate::place::SourcePath;
use crate::site::{Delegation, Event, Programme, Release};
use crate::values::{DelegationStatus, Id};

/// Something that has a file and a page of its own.
#[derive(Debug, Clone, Copy)]
pub enum Item<'s> {
    /// An event.
    Event(&'s Event),
    /// A visit.
    Delegation(&'s Delegation),
    /// A press release.
    Release(&'s Release),
    /// A page.
    Page(&'s PageRecord),
}

/// Whether visitors see something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// They do.
    Public,
    /// It is not finished.
    Draft,
    /// Not until then, by its embargo or its date.
    Embargoed(Timestamp),
}

impl Visibility {
    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Draft => "draft",
            Visibility::Embargoed(_) => "embargoed",
        }
    }
}

impl<'s> Item<'s> {
    /// Every item of a programme: events, visits, releases, pages.
    pub fn all(site: &'s Programme) -> impl Iterator<Item = Item<'s>> {
        let events = site.events.iter().map(Item::Event);
        let visits = site.delegations.iter().map(Item::Delegation);
        let releases = site.releases.iter().map(Item::Release);
        events.chain(visits).chain(releases).chain(site.pages.iter().map(Item::Page))
    }

    /// Which kind of content it is.
    pub fn kind(self) -> ContentKind {
        match self {
            Item::Event(_) => ContentKind::Event,
            Item::Delegation(_) => ContentKind::Delegation,
            Item::Release(_) => ContentKind::Release,
            Item::Page(_) => ContentKind::Page,
        }
    }

    /// What every record begins with: its id, its file and its title.
    fn head(self) -> (&'s str, &'s SourcePath, &'s Translated<String>) {
        match self {
            Item::Event(event) => (&event.record.id, &event.record.file, &event.record.title),
            Item::Delegation(visit) => (&visit.record.id, &visit.record.file, &visit.record.title),
            Item::Release(release) => {
                (&release.record.id, &release.record.file, &release.record.title)
            }
            Item::Page(page) => (&page.id, &page.file, &page.title),
        }
    }

    /// The stem of its file.
    pub fn id(self) -> &'s str {
        self.head().0
    }

    /// Its file.
    pub fn file(self) -> &'s SourcePath {
        self.head().1
    }

    /// Its name in the default language.
    pub fn title(self) -> &'s str {
        &self.head().2.default
    }

    /// When it was published and whether it is hidden; a page has no date.
    pub fn publication(self) -> Option<&'s Publication> {
        match self {
            Item::Event(event) => Some(&event.record.publication),
            Item::Delegation(visit) => Some(&visit.record.publication),
            Item::Release(release) => Some(&release.record.publication),
            Item::Page(_) => None,
        }
    }

    /// Whether visitors see it now. A draft with an embargo is a draft: it stays hidden after it.
    pub fn visibility(self, now: Timestamp) -> Visibility {
        if self.is_draft() {
            return Visibility::Draft;
        }
        self.publication()
            .and_then(|publication| publication.hidden_until(now))
            .map_or(Visibility::Public, Visibility::Embargoed)
    }

    /// Whether it is marked as not finished.
    pub fn is_draft(self) -> bool {
        match self {
            Item::Page(page) => page.draft,
            _ => self.publication().is_some_and(|publication| publication.draft),
        }
    }

    /// Its page.
    pub fn page(self) -> PageKind<'s> {
        match self {
            Item::Event(event) => PageKind::Event(event),
            Item::Delegation(visit) => PageKind::Delegation(visit),
            Item::Release(release) => PageKind::Release(release),
            Item::Page(page) => PageKind::Page(page),
        }
    }

    /// Its own contact, a key of contacts.yaml.
    pub fn contact(self) -> Option<&'s Id> {
        match self {
            Item::Event(event) => event.record.contact.as_ref(),
            Item::Delegation(visit) => visit.record.contact.as_ref(),
            Item::Release(release) => release.record.contact.as_ref(),
            Item::Page(_) => None,
        }
    }

    /// Its countries, with those it has from what it is joined with.
    pub fn countries(self) -> &'s [&'static Country] {
        match self {
            Item::Event(event) => &event.countries,
            Item::Delegation(visit) => &visit.record.countries,
            Item::Release(release) => &release.countries,
            Item::Page(_) => &[],
        }
    }

    /// Whether an event or visit is cancelled or postponed.
    pub fn is_called_off(self) -> bool {
        match self {
            Item::Event(event) => event.overall_status().is_called_off(),
            Item::Delegation(visit) => {
                matches!(visit.status, DelegationStatus::Cancelled | DelegationStatus::Postponed)
            }
            Item::Release(_) | Item::Page(_) => false,
        }
    }
}
