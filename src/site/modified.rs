//! When what is shown of an event or a visit last changed: its own updates, and changes of what it
//! shows from shared records. Calendars compare it (RFC 5545 3.8.7.2), so it comes from content
//! alone, and every instant at which something else is shown counts.

use jiff::{Timestamp, Zoned};

use super::{Covered, Delegation, Event, Held, Occurrence, Programme};
use crate::place::SourcePath;
use crate::values::Id;

impl Programme {
    /// When what an event shows last changed: the whole, or any of its dates.
    pub fn event_modified(&self, event: &Event) -> Timestamp {
        let dates = self.occurrences(event).into_iter().chain([self.whole(event)]);
        let modified = dates.map(|occurrence| self.occurrence_modified(&occurrence));
        modified.fold(event.publication.published, Ord::max)
    }

    /// When what one occurrence shows last changed.
    pub fn occurrence_modified(&self, occurrence: &Occurrence<'_>) -> Timestamp {
        let event = occurrence.event;
        let venue = occurrence.venue.and_then(|venue| venue.updated);
        let contact = event.contact.as_ref().and_then(|key| self.contact_changed(key));
        let roles = self.organisations_changed(event.roles.each().into_iter().flat_map(|r| r.1));
        let own = event.publication.modified();
        let consent = self.consents_changed(&event.file);
        [venue, contact, roles, consent].into_iter().flatten().fold(own, Ord::max)
    }

    /// When what a visit shows last changed.
    pub fn visit_modified(&self, visit: &Delegation) -> Timestamp {
        let contact = visit.contact.as_ref().and_then(|key| self.contact_changed(key));
        let roles = self.organisations_changed(visit.roles.each().into_iter().flat_map(|r| r.1));
        let own = visit.publication.modified();
        let consent = self.consents_changed(&visit.file);
        [contact, roles, consent].into_iter().flatten().fold(own, Ord::max)
    }

    /// When a calendar entry last changed whose event or visit did at an instant: every entry names
    /// its organiser too.
    pub fn entry_modified(&self, modified: Timestamp) -> Timestamp {
        self.organizer_changed().map_or(modified, |changed| modified.max(changed))
    }

    /// When last changed whom every calendar entry names as its organiser.
    fn organizer_changed(&self) -> Option<Timestamp> {
        let organizer = self.config.calendar.organizer.as_ref();
        let contact = organizer.and_then(|key| self.contact_changed(key));
        contact.max(self.organisations_changed(&self.config.organisation))
    }

    fn organisations_changed<'k>(
        &self,
        keys: impl IntoIterator<Item = &'k Id>,
    ) -> Option<Timestamp> {
        let organisations = keys.into_iter().filter_map(|key| self.organisations.get(&key.0));
        organisations.filter_map(|organisation| organisation.updated).max()
    }

    /// When last a name or a picture went out of what a file shows, or came into it, because a
    /// consent ended or began.
    fn consents_changed(&self, file: &SourcePath) -> Option<Timestamp> {
        let of_people = |held: &&Held| matches!(held.of, Covered::Participant(_));
        let people = self.consents.iter().filter(|held| held.file == *file).filter(of_people);
        let people = people.filter_map(|held| held.changed(self.now)).max();
        people.max(self.media.changed(file))
    }

    /// When who is shown for a contact last changed: a record was edited, or somebody stands in
    /// since the day after its last.
    fn contact_changed(&self, key: &Id) -> Option<Timestamp> {
        let shown = self.shown_contact(&key.0)?;
        let mut contact = self.contacts.get(&key.0)?;
        let mut changed = self.contacts.get(shown)?.updated;
        // No chain is longer than the list; circles are errors.
        for _ in 0..self.contacts.len() {
            let over = contact.until.filter(|until| *until < self.today());
            let Some((until, fallback)) = over.zip(contact.fallback.as_ref()) else { break };
            let next_day =
                until.tomorrow().ok().and_then(|day| day.to_zoned(self.zone().clone()).ok());
            changed = changed.max(next_day.as_ref().map(Zoned::timestamp));
            contact = self.contacts.get(&fallback.0)?;
        }
        changed
    }
}
