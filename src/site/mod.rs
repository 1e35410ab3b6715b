//! The programme as a whole: all records joined, sorted and checked, then never changed. A
//! [`Programme`] has no language; a [`Site`] is its view in one of them. Outputs read both;
//! nothing here knows HTML.

mod assemble;
mod clocks;
mod consent;
mod duties;
mod file_facts;
mod in_language;
mod links;
mod media;
mod modified;
mod names;
mod next_change;
mod occurrence;
mod picture;
mod prose;
mod public;
mod references;
mod registration;
mod schedule;
mod search;
mod secrets;
mod status;
mod told;
mod updates;
mod venue_zones;

use std::collections::{BTreeMap, HashMap};
use std::ops::Deref;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::country::Country;
use crate::language::Language;
use crate::model::WrittenLink;
use crate::model::accessibility::Statement;
use crate::model::config::Config;
use crate::model::delegation::DelegationRecord;
use crate::model::event::{EventKind, EventRecord};
use crate::model::page::PageRecord;
use crate::model::registry::{Contact, Organisation, Sector};
use crate::model::release::ReleaseRecord;
use crate::model::repeat::SeriesDate;
use crate::model::venue::{Venue, VenueRef};
use crate::place::SourcePath;
use crate::values::{Id, PageType};

pub use assemble::assemble;
pub use consent::{Covered, Held, named_in};
pub use in_language::{RegistrationWays, Site};
pub use media::{FileFacts, Media, Shown, ShownSize, stem_of_sizes};
pub use next_change::{Cause, TimedChange};
pub use occurrence::Occurrence;
pub use picture::{Loading, PictureAddress, SIZES};
pub use public::Hidden;
pub use public::Showing;
pub use registration::RegistrationStage;
pub use search::Findable;
pub use secrets::{Secret, SecretKind};
pub use told::{News, Told};

/// Everything that is the same in every language.
#[derive(Debug)]
pub struct Programme {
    /// What `site.yaml` says.
    pub config: Config,
    /// The only time the program knows.
    pub now: Timestamp,
    /// Whether drafts and embargoed items are shown.
    pub drafts: bool,
    /// Organisations by key.
    pub organisations: BTreeMap<String, Organisation>,
    /// Contacts by key.
    pub contacts: BTreeMap<String, Contact>,
    /// Venues by key.
    pub venues: BTreeMap<String, Venue>,
    /// Sectors by key.
    pub sectors: BTreeMap<String, Sector>,
    /// Public events, by start, then id; a series by the date that is shown.
    pub events: Vec<Event>,
    /// Public visits, by first day, then id.
    pub delegations: Vec<Delegation>,
    /// Public releases, those first that became public last.
    pub releases: Vec<Release>,
    /// Pages, by id.
    pub pages: Vec<PageRecord>,
    /// The accessibility statement.
    pub statement: Option<Statement>,
    /// Countries that something public refers to, by code.
    pub countries: Vec<CountryEntry>,
    /// Sectors that something public refers to, by key.
    pub sector_entries: Vec<SectorEntry>,
    /// Kinds of events, in the order of the first event of each.
    pub kind_entries: Vec<KindEntry>,
    /// The events of each year in which they have a day, the latest first.
    pub event_years: BTreeMap<i16, Vec<usize>>,
    /// The releases of each year, the latest first.
    pub press_years: BTreeMap<i16, Vec<usize>>,
    /// Who agreed to be named or shown, also those whose consent has ended.
    pub consents: Vec<Held>,
    /// Links in texts.
    pub links: Vec<WrittenLink>,
    /// The files of translations, by their originals and languages.
    pub translations: HashMap<(SourcePath, Language), SourcePath>,
    /// Items that are not public, by the path of their file.
    pub hidden: Hidden,
    /// What they say, and nothing else may.
    pub secrets: Vec<Secret>,
    /// Which files of `content/media/` are published.
    pub media: Media,
    /// What all its UIDs are made from (RFC 9562 5.5).
    namespace: Uuid,
    index: Index,
}

/// Where in its list a record is.
#[derive(Debug, Default)]
struct Index {
    events: HashMap<String, usize>,
    delegations: HashMap<String, usize>,
    releases: HashMap<String, usize>,
    pages: HashMap<String, usize>,
}

/// An event and what it is joined with. Numbers are places in the lists of [`Programme`].
#[derive(Debug, Clone)]
pub struct Event {
    /// The event itself.
    pub record: Arc<EventRecord>,
    /// Delegations that take part.
    pub delegations: Vec<usize>,
    /// Releases about it.
    pub releases: Vec<usize>,
    /// Its countries and those of its delegations.
    pub countries: Vec<&'static Country>,
    /// Its sectors and those of its delegations.
    pub sectors: Vec<Id>,
}

/// A visit and what it is joined with.
#[derive(Debug)]
pub struct Delegation {
    /// The visit itself.
    pub record: Arc<DelegationRecord>,
    /// Its events.
    pub events: Vec<usize>,
    /// Releases about it.
    pub releases: Vec<usize>,
}

/// A release and what it is joined with.
#[derive(Debug)]
pub struct Release {
    /// The release itself.
    pub record: Arc<ReleaseRecord>,
    /// Events it is about.
    pub events: Vec<usize>,
    /// Visits it is about.
    pub delegations: Vec<usize>,
    /// Its countries and those of its events and visits.
    pub countries: Vec<&'static Country>,
    /// Its sectors and those of its events and visits.
    pub sectors: Vec<Id>,
}

impl Deref for Event {
    type Target = EventRecord;

    fn deref(&self) -> &EventRecord {
        &self.record
    }
}

impl Deref for Delegation {
    type Target = DelegationRecord;

    fn deref(&self) -> &DelegationRecord {
        &self.record
    }
}

impl Deref for Release {
    type Target = ReleaseRecord;

    fn deref(&self) -> &ReleaseRecord {
        &self.record
    }
}

/// A country and what refers to it.
#[derive(Debug)]
pub struct CountryEntry {
    /// The country.
    pub country: &'static Country,
    /// What refers to it.
    pub about: About,
}

/// A sector and what refers to it.
#[derive(Debug)]
pub struct SectorEntry {
    /// The key of the sector.
    pub key: String,
    /// What refers to it.
    pub about: About,
}

/// A kind that events have.
#[derive(Debug)]
pub struct KindEntry {
    /// The kind.
    pub kind: EventKind,
    /// Its events.
    pub events: Vec<usize>,
}

/// What refers to a country or sector.
#[derive(Debug, Default)]
pub struct About {
    /// Events.
    pub events: Vec<usize>,
    /// Visits.
    pub delegations: Vec<usize>,
    /// Releases.
    pub releases: Vec<usize>,
}

impl Programme {
    /// The zone in which the site's days begin.
    pub fn zone(&self) -> &TimeZone {
        &self.config.timezone
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.zone().clone()).date()
    }

    /// The event at a place of the list; indices come from the joins of this very programme.
    pub fn event(&self, index: usize) -> &Event {
        &self.events[index]
    }

    /// The visit at a place of the list.
    pub fn delegation(&self, index: usize) -> &Delegation {
        &self.delegations[index]
    }

    /// The release at a place of the list.
    pub fn release(&self, index: usize) -> &Release {
        &self.releases[index]
    }

    /// The event with an id.
    pub fn event_by_id(&self, id: &str) -> Option<&Event> {
        self.index.events.get(id).map(|index| self.event(*index))
    }

    /// The place of an event in the list.
    pub fn event_number(&self, id: &str) -> Option<usize> {
        self.index.events.get(id).copied()
    }

    /// The place of a visit in the list.
    pub fn delegation_number(&self, id: &str) -> Option<usize> {
        self.index.delegations.get(id).copied()
    }

    /// The visit with an id.
    pub fn delegation_by_id(&self, id: &str) -> Option<&Delegation> {
        self.index.delegations.get(id).map(|index| self.delegation(*index))
    }

    /// The release with an id.
    pub fn release_by_id(&self, id: &str) -> Option<&Release> {
        self.index.releases.get(id).map(|index| self.release(*index))
    }

    /// The page with an id.
    pub fn page_by_id(&self, id: &str) -> Option<&PageRecord> {
        self.index.pages.get(id).and_then(|index| self.pages.get(*index))
    }

    /// The file with what another file says in a language: its translation, else itself.
    pub fn file_in<'s>(&'s self, file: &'s SourcePath, language: &Language) -> &'s SourcePath {
        self.translations.get(&(file.clone(), language.clone())).unwrap_or(file)
    }

    /// The first page of a type.
    pub fn page_of_type(&self, kind: PageType) -> Option<&PageRecord> {
        self.pages.iter().find(|page| page.kind == kind)
    }

    /// The venue that is meant.
    pub fn venue_of<'s>(&'s self, venue: &'s VenueRef) -> Option<&'s Venue> {
        match venue {
            VenueRef::Key(key) => self.venues.get(&key.0),
            VenueRef::Inline(venue) => Some(venue),
        }
    }

    /// Who is to be shown for a contact: after its last day who stands in for it.
    pub fn contact(&self, key: &Id) -> Option<&Contact> {
        self.contacts.get(self.shown_contact(&key.0)?)
    }

    /// The key of the contact that is to be shown for another.
    pub fn shown_contact(&self, key: &str) -> Option<&str> {
        let (mut key, mut contact) = self.contacts.get_key_value(key)?;
        // No chain is longer than the list; circles are errors.
        for _ in 0..self.contacts.len() {
            let over = contact.until.is_some_and(|until| until < self.today());
            match contact.fallback.as_ref().filter(|_| over) {
                Some(fallback) => (key, contact) = self.contacts.get_key_value(&fallback.0)?,
                None => break,
            }
        }
        Some(key)
    }

    /// The UID of something, the same for ever and in every language (RFC 7986 5.3):
    /// `UUIDv5(UUIDv5(DNS, site id), "event/ID")`.
    pub fn uid(&self, kind: &str, id: &str) -> Uuid {
        Uuid::new_v5(&self.namespace, format!("{kind}/{id}").as_bytes())
    }

    /// The UID of a date that comes on top of those of a series: an entry of its own. It is made
    /// from the day that the series has it on, and stays when the date is moved.
    pub fn uid_of_extra(&self, event: &EventRecord, date: &SeriesDate) -> Uuid {
        self.uid("event", &format!("{}/{}", event.id, date.regular.day()))
    }

    /// Whether an event still lies ahead, or goes on.
    pub fn is_upcoming(&self, event: &EventRecord) -> bool {
        event.over().is_none_or(|over| self.now < over)
    }

    /// The last day of a visit, or the last it can fall on, is not over.
    pub fn is_visit_ahead(&self, delegation: &DelegationRecord) -> bool {
        delegation.dates.days().last >= self.today()
    }

    /// Whether a record is only shown because drafts are.
    pub fn is_preview(&self, publication: &crate::model::shared::Publication) -> bool {
        publication.is_hidden(self.now)
    }

    /// The numbers of upcoming events, the next first.
    pub fn upcoming(&self) -> impl Iterator<Item = usize> {
        (0..self.events.len()).filter(|number| self.is_upcoming(self.event(*number)))
    }
}
