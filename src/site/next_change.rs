//! When what is public would change of itself, and why: nobody edits anything, and yet a
//! rebuild differs, because an event is over, a deadline has passed or an embargo has ended.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::{Covered, Delegation, Event, Programme};
use crate::model::registry::Contact;
use crate::model::release::ReleaseRecord;
use crate::model::shared::Publication;

/// An instant from which on the output differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimedChange<'s> {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub cause: Cause,
    /// The file of what changes.
    pub file: &'s str,
    /// Its id, or its key in the file.
    pub id: &'s str,
}

/// Why the output differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// An event is over.
    EventOver,
    /// The first of several days of an event is over: it is not what comes next any more.
    EventGoesOn,
    /// A date of a series is over, and further ones follow.
    DateOver,
    /// Registration opens.
    RegistrationOpens,
    /// Registration is over.
    RegistrationOver,
    /// A visit begins.
    VisitBegins,
    /// A visit is over.
    VisitOver,
    /// Something old leaves the main feed (`calendar.keep`).
    LeavesFeed,
    /// Another contact is shown.
    ContactGoes,
    /// A release is as old as a reader should know.
    ReleaseAges,
    /// A change that is dated ahead is told in the feed of changes.
    UpdateDue,
    /// An embargo ends.
    EmbargoEnds,
    /// The date that something carries has come.
    DateReached,
    /// The security.txt does not hold any more.
    SecurityExpires,
    /// Somebody may be named or shown from now on.
    ConsentBegins,
    /// Somebody may not be named or shown any more.
    ConsentEnds,
}

impl Cause {
    /// The word for programs.
    pub fn word(self) -> &'static str {
        match self {
            Cause::EventOver => "event-over",
            Cause::EventGoesOn => "event-goes-on",
            Cause::DateOver => "date-over",
            Cause::RegistrationOpens => "registration-opens",
            Cause::RegistrationOver => "registration-over",
            Cause::VisitBegins => "visit-begins",
            Cause::VisitOver => "visit-over",
            Cause::LeavesFeed => "leaves-feed",
            Cause::ContactGoes => "contact-goes",
            Cause::ReleaseAges => "release-ages",
            Cause::UpdateDue => "update-due",
            Cause::EmbargoEnds => "embargo-ends",
            Cause::DateReached => "date-reached",
            Cause::SecurityExpires => "security-expires",
            Cause::ConsentBegins => "consent-begins",
            Cause::ConsentEnds => "consent-ends",
        }
    }
}

impl Programme {
    /// The next instant at which what is public would change of itself. Embargoes are left out:
    /// they would tell that something is coming.
    pub fn next_change(&self) -> Option<Timestamp> {
        self.changes().map(|change| change.at).min()
    }

    /// Every change that lies ahead, in no order, embargoes left out.
    pub fn changes(&self) -> impl Iterator<Item = TimedChange<'_>> {
        let events = self.events.iter().flat_map(|event| self.event_changes(event));
        let visits = self.delegations.iter().flat_map(|visit| self.visit_changes(visit));
        let contacts = self.contacts.iter();
        let contacts = contacts.filter_map(|(key, contact)| self.contact_change(key, contact));
        events
            .chain(visits)
            .chain(contacts)
            .chain(self.release_changes())
            .chain(self.consent_changes())
            .chain(self.security_change())
    }

    /// The instant from which on the security.txt is not there any more.
    pub fn security_until(&self) -> Option<Timestamp> {
        self.day_end(self.config.security.as_ref()?.expires)
    }

    fn security_change(&self) -> Option<TimedChange<'_>> {
        let at = self.security_until().filter(|at| *at > self.now)?;
        let file = &*self.config.file;
        Some(TimedChange { at, cause: Cause::SecurityExpires, file, id: "security" })
    }

    /// What lies ahead of an event.
    pub fn event_changes<'s>(&'s self, event: &'s Event) -> impl Iterator<Item = TimedChange<'s>> {
        let registration = event.registration.as_ref();
        let opens = registration.and_then(|registration| registration.opens.as_ref());
        let deadline = registration.and_then(|registration| registration.deadline.as_ref());
        let (file, id) = (&*event.record.file, &*event.record.id);
        let (over, now) = (event.over(), self.now);
        let dates = || event.repeat.iter().flat_map(|repeat| &repeat.dates);
        let first_days = dates().map(|date| &date.timetable).chain([&event.timetable]);
        let first_days = first_days
            .filter_map(|timetable| timetable.first_day_over(&event.timezone))
            .filter(move |at| *at > now)
            .map(move |at| TimedChange { at, cause: Cause::EventGoesOn, file, id });
        let dates = dates()
            .filter_map(|date| date.timetable.over(&event.timezone))
            .filter(move |at| Some(*at) != over && *at > now)
            .map(move |at| TimedChange { at, cause: Cause::DateOver, file, id });
        let changes = [
            (over, Cause::EventOver),
            (opens.map(|opens| opens.timestamp()), Cause::RegistrationOpens),
            (deadline.map(|deadline| deadline.over.timestamp()), Cause::RegistrationOver),
            (self.leaves_feed_at(event.days().last), Cause::LeavesFeed),
        ];
        let updates = self.updates_ahead(&event.publication, file, id);
        self.ahead(changes, file, id).chain(dates).chain(first_days).chain(updates)
    }

    /// What lies ahead of a visit.
    pub fn visit_changes<'s>(
        &'s self,
        visit: &'s Delegation,
    ) -> impl Iterator<Item = TimedChange<'s>> {
        let days = visit.dates.days();
        let changes = [
            (self.day_start(days.first), Cause::VisitBegins),
            (self.day_end(days.last), Cause::VisitOver),
            (self.leaves_feed_at(days.last).filter(|_| visit.is_fixed()), Cause::LeavesFeed),
        ];
        let (file, id) = (&*visit.record.file, &*visit.record.id);
        self.ahead(changes, file, id).chain(self.updates_ahead(&visit.publication, file, id))
    }

    /// The day after which another contact is shown.
    pub fn contact_change<'s>(&self, key: &'s str, contact: &Contact) -> Option<TimedChange<'s>> {
        let at = contact.until.and_then(|until| self.day_end(until))?;
        let file = "content/contacts.yaml";
        let change = TimedChange { at, cause: Cause::ContactGoes, file, id: key };
        Some(change).filter(|change| change.at > self.now)
    }

    /// The instant from which on a release is more than two years old.
    pub fn ages(&self, release: &ReleaseRecord) -> Option<Timestamp> {
        self.day_end(release.date.checked_add(2.years()).ok()?)
    }

    fn release_changes(&self) -> impl Iterator<Item = TimedChange<'_>> {
        self.releases.iter().flat_map(|release| {
            let ages = (self.ages(&release.record), Cause::ReleaseAges);
            self.ahead([ages], &release.record.file, &release.record.id)
        })
    }

    /// The days on which a name or a picture that is public goes, or comes.
    pub fn consent_changes(&self) -> impl Iterator<Item = TimedChange<'_>> {
        let public = self.consents.iter().filter(|held| match &held.of {
            Covered::Participant(_) => !self.hidden.contains(&held.file),
            Covered::Picture(file) => self.media.facts(file).is_some(),
        });
        public.flat_map(|held| {
            let begins = (held.begins(), Cause::ConsentBegins);
            let changes = [begins, (held.ends(), Cause::ConsentEnds)];
            self.ahead(changes, &held.file, &held.id)
        })
    }

    /// Every end of an embargo, and every date of something, that lies ahead. A draft stays hidden after it. Only a programme that is
    /// assembled with hidden items has any.
    pub fn embargoes(&self) -> impl Iterator<Item = TimedChange<'_>> {
        let events = self
            .events
            .iter()
            .map(|event| (&event.record.publication, &event.record.file, &event.record.id));
        let visits = self
            .delegations
            .iter()
            .map(|visit| (&visit.record.publication, &visit.record.file, &visit.record.id));
        let releases = self
            .releases
            .iter()
            .map(|release| (&release.record.publication, &release.record.file, &release.record.id));
        events.chain(visits).chain(releases).filter_map(|(publication, file, id)| {
            let at = self.public_at(publication)?;
            let by_date = publication.is_dated_ahead(self.now);
            let cause = if by_date { Cause::DateReached } else { Cause::EmbargoEnds };
            Some(TimedChange { at, cause, file, id })
        })
    }

    /// The instant ahead at which something hidden becomes public.
    pub fn public_at(&self, publication: &Publication) -> Option<Timestamp> {
        publication.hidden_until(self.now).filter(|_| !publication.draft)
    }

    fn updates_ahead<'s>(
        &self,
        publication: &'s Publication,
        file: &'s str,
        id: &'s str,
    ) -> impl Iterator<Item = TimedChange<'s>> + use<'s> {
        let now = self.now;
        let ahead = publication.updates.iter().filter(move |update| update.written > now);
        ahead.map(move |update| TimedChange {
            at: update.written,
            cause: Cause::UpdateDue,
            file,
            id,
        })
    }

    fn ahead<'s, const N: usize>(
        &self,
        changes: [(Option<Timestamp>, Cause); N],
        file: &'s str,
        id: &'s str,
    ) -> impl Iterator<Item = TimedChange<'s>> + use<'s, N> {
        let now = self.now;
        let changes = changes.into_iter();
        changes
            .filter_map(move |(at, cause)| Some(TimedChange { at: at?, cause, file, id }))
            .filter(move |change| change.at > now)
    }

    fn day_start(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.zone().clone()).ok().map(|start| start.timestamp())
    }

    fn day_end(&self, day: Date) -> Option<Timestamp> {
        day.tomorrow().ok().and_then(|next| self.day_start(next))
    }

    fn leaves_feed_at(&self, last: Date) -> Option<Timestamp> {
        self.leaves_feed(last).and_then(|day| self.day_start(day))
    }
}
