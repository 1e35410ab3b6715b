//! The record that an address or a calendar entry comes from.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::items::{ItemKind, Name};
use crate::model::shared::Publication;
use crate::model::venue::VenueRef;
use crate::place::SourcePath;
use crate::site::{Delegation, Event, Programme};

/// A record, and which shared ones its calendar entry shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Record<'a> {
    pub kind: ItemKind,
    pub id: &'a str,
    pub file: &'a SourcePath,
    pub publication: &'a Publication,
    /// The zone of its times.
    pub zone: &'a TimeZone,
    /// A key of venues.yaml.
    pub venue: Option<&'a str>,
    /// A key of contacts.yaml.
    pub contact: Option<&'a str>,
}

impl<'a> Record<'a> {
    /// The record of an item.
    pub fn of(site: &'a Programme, (kind, id): &Name) -> Option<Self> {
        match kind {
            ItemKind::Event => site.event_by_id(id).map(Record::of_event),
            ItemKind::Delegation => {
                site.delegation_by_id(id).map(|visit| Record::of_visit(site, visit))
            }
            ItemKind::Release => site.release_by_id(id).map(|release| Record {
                kind: *kind,
                id: &release.id,
                file: &release.file,
                publication: &release.publication,
                zone: site.zone(),
                venue: None,
                contact: None,
            }),
        }
    }

    /// The records of calendar entries, by their UIDs.
    pub fn by_uid(site: &'a Programme) -> BTreeMap<String, Self> {
        let uid = |kind, id: &str| site.uid(kind, id).to_string();
        let events = site.events.iter().flat_map(|event| {
            let record = Record::of_event(event);
            let dates = event.repeat.iter().flat_map(|repeat| &repeat.dates);
            let extra = dates.filter(|date| date.is_extra);
            let extra = extra.map(|date| site.uid_of_extra(event, date).to_string());
            let own = ["event", "deadline"].map(|kind| uid(kind, &event.id));
            own.into_iter().chain(extra).map(move |uid| (uid, record))
        });
        let visits = site.delegations.iter();
        let visits =
            visits.map(|visit| (uid("delegation", &visit.id), Record::of_visit(site, visit)));
        events.chain(visits).collect()
    }

    fn of_event(event: &'a Event) -> Self {
        Record {
            kind: ItemKind::Event,
            id: &event.id,
            file: &event.file,
            publication: &event.publication,
            zone: &event.timezone,
            venue: match &event.venue {
                Some(VenueRef::Key(key)) => Some(&key.0),
                _ => None,
            },
            contact: event.contact.as_ref().map(|key| key.0.as_str()),
        }
    }

    fn of_visit(site: &'a Programme, visit: &'a Delegation) -> Self {
        Record {
            kind: ItemKind::Delegation,
            id: &visit.id,
            file: &visit.file,
            publication: &visit.publication,
            zone: site.zone(),
            venue: None,
            contact: visit.contact.as_ref().map(|key| key.0.as_str()),
        }
    }

    /// Its name.
    pub fn name(&self) -> Name {
        (self.kind, self.id.to_owned())
    }
}
