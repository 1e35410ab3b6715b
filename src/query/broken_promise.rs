//! Promises that were made to readers and not kept: an event without a place, a past event
//! without a release, a date that was to follow and never came. None of them is a mistake in a
//! file, so `check` is silent about them.

use jiff::ToSpan;
use jiff::civil::Date;

use super::item::Item;
use crate::model::event::EventRecord;
use crate::model::shared::Publication;
use crate::problem::MessageLanguage;
use crate::site::{Delegation, Event, Programme};
use crate::values::{DelegationStatus, EventStatus, Timetable};

/// For how many days something may be postponed without a new date.
const POSTPONED_DAYS: i32 = 90;

/// What was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BrokenPromise {
    /// An event has neither a venue nor a link.
    NoPlace,
    /// One must register for an event and cannot.
    NoWayToRegister,
    /// “Date to follow”, and the first possible day has come.
    DayDidNotFollow,
    /// “Time to follow”, and the day has come.
    HourDidNotFollow,
    /// Something is over and still only planned.
    StillPlanned,
    /// Something was postponed long ago and has no new date.
    NoNewDate,
    /// An event took place, and no release tells of it.
    NoRelease,
    /// A visit has no events.
    NoEvents,
    /// A release names no event and no visit.
    AboutNothing,
    /// A contact is no longer responsible, and there is no substitute.
    NobodyStandsIn,
}

impl BrokenPromise {
    /// The word for programs; what is missing and the key that adds it, in German and English.
    fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            BrokenPromise::NoPlace => (
                "no-place",
                "kein Ort und kein Link: venue oder online ergänzen",
                "no venue and no link: add venue or online",
            ),
            BrokenPromise::NoWayToRegister => (
                "no-way-to-register",
                "Anmeldung nötig, aber nicht möglich: registration.email, phone oder url ergänzen",
                "registration required but impossible: add registration.email, phone or url",
            ),
            BrokenPromise::DayDidNotFollow => (
                "day-did-not-follow",
                "»genauer Termin folgt«, aber der Zeitraum hat begonnen: within durch start und end ersetzen",
                "“date to follow”, but the range has begun: replace within with start and end",
            ),
            BrokenPromise::HourDidNotFollow => (
                "hour-did-not-follow",
                "»Uhrzeit folgt«, aber der Tag ist da: start mit Uhrzeit schreiben, time: open löschen",
                "“time to follow”, but the day has come: write start with a time, delete time: open",
            ),
            BrokenPromise::StillPlanned => (
                "still-planned",
                "vorbei, aber noch »geplant«: status auf confirmed oder cancelled setzen",
                "over, but still planned: set status to confirmed or cancelled",
            ),
            BrokenPromise::NoNewDate => (
                "no-new-date",
                "seit mehr als 90 Tagen verschoben ohne neuen Termin: neuen Termin eintragen oder absagen",
                "postponed for more than 90 days without a new date: enter a new date or cancel",
            ),
            BrokenPromise::NoRelease => (
                "no-release",
                "hat stattgefunden, aber keine Pressemitteilung nennt sie: press ergänzen",
                "took place, but no press release names it: add press",
            ),
            BrokenPromise::NoEvents => (
                "no-events",
                "keine Veranstaltung gehört dazu: dort delegations ergänzen",
                "no event belongs to it: add delegations to the event",
            ),
            BrokenPromise::AboutNothing => (
                "about-nothing",
                "nennt keine Veranstaltung und keine Delegation: events oder delegations ergänzen",
                "names no event and no delegation: add events or delegations",
            ),
            BrokenPromise::NobodyStandsIn => (
                "nobody-stands-in",
                "until ist vorbei und niemand vertritt: fallback ergänzen",
                "until has passed and there is no substitute: add fallback",
            ),
        }
    }

    /// The word for programs.
    pub fn word(self) -> &'static str {
        self.words().0
    }

    /// What is missing, and the key that adds it.
    pub fn message(self, language: MessageLanguage) -> &'static str {
        let (_, german, english) = self.words();
        language.pick(german, english)
    }
}

/// Where a promise was made.
#[derive(Debug, Clone, Copy)]
pub enum PromisedIn<'s> {
    /// An item.
    Item(Item<'s>),
    /// A contact by its key.
    Contact(&'s str),
}

/// Every broken promise of a site, by file and kind. Drafts promise nothing yet.
pub fn all(site: &Programme) -> Vec<(PromisedIn<'_>, BrokenPromise)> {
    let mut found = Vec::new();
    for item in Item::all(site).filter(|item| !item.is_draft()) {
        let broken = match item {
            Item::Event(event) => of_event(site, event),
            Item::Delegation(visit) => of_visit(site, visit),
            Item::Release(release)
                if release.events.is_empty() && release.delegations.is_empty() =>
            {
                vec![BrokenPromise::AboutNothing]
            }
            Item::Release(_) | Item::Page(_) => Vec::new(),
        };
        found.extend(broken.into_iter().map(|promise| (PromisedIn::Item(item), promise)));
    }
    found.sort_by_key(|(place, promise)| match place {
        PromisedIn::Item(item) => (item.file().to_string(), *promise),
        PromisedIn::Contact(key) => ((*key).to_owned(), *promise),
    });
    let gone = site.contacts.iter().filter(|(_, contact)| {
        contact.fallback.is_none() && contact.until.is_some_and(|until| until < site.today())
    });
    found.extend(gone.map(|(key, _)| (PromisedIn::Contact(key), BrokenPromise::NobodyStandsIn)));
    found
}

fn of_event(site: &Programme, event: &Event) -> Vec<BrokenPromise> {
    let called_off = Item::Event(event).is_called_off();
    let over = !site.is_upcoming(event);
    let begun = |day: Date| !called_off && day <= site.today();
    let status = event.overall_status();
    let took_place = over && matches!(status, EventStatus::Confirmed | EventStatus::MovedOnline);
    let late = status == EventStatus::Postponed && is_late(site, &event.publication);
    let open = match event.timetable {
        Timetable::Within(days) if begun(days.first) => Some(BrokenPromise::DayDidNotFollow),
        Timetable::HourFollows(day) if begun(day) => Some(BrokenPromise::HourDidNotFollow),
        _ => None,
    };
    let place = site.occurrence(event);
    let must = event.registration.as_ref().and_then(|r| r.required) == Some(true);
    let checks = [
        (!called_off && place.venue.is_none() && place.online.is_none(), BrokenPromise::NoPlace),
        (
            must && !called_off && !over && !can_register(site, event),
            BrokenPromise::NoWayToRegister,
        ),
        (over && status == EventStatus::Planned, BrokenPromise::StillPlanned),
        (late, BrokenPromise::NoNewDate),
        (took_place && event.releases.is_empty(), BrokenPromise::NoRelease),
    ];
    let kept = checks.into_iter().filter(|(broken, _)| *broken).map(|(_, promise)| promise);
    kept.chain(open).collect()
}

/// Whether the page of an event says how to register: an own way, else that of its contact.
fn can_register(site: &Programme, event: &EventRecord) -> bool {
    let own = event.registration.as_ref();
    let own = own.is_some_and(|r| r.email.is_some() || r.phone.is_some() || r.url.is_some());
    let contact = event.contact.as_ref().and_then(|key| site.contact(key));
    own || contact.is_some_and(|contact| contact.email.is_some() || contact.phone.is_some())
}

fn of_visit(site: &Programme, visit: &Delegation) -> Vec<BrokenPromise> {
    let called_off = Item::Delegation(visit).is_called_off();
    let over = !site.is_visit_ahead(visit);
    let late = visit.status == DelegationStatus::Postponed && is_late(site, &visit.publication);
    let checks = [
        (over && visit.status == DelegationStatus::Planned, BrokenPromise::StillPlanned),
        (late, BrokenPromise::NoNewDate),
        (!called_off && visit.events.is_empty(), BrokenPromise::NoEvents),
    ];
    checks.into_iter().filter(|(broken, _)| *broken).map(|(_, promise)| promise).collect()
}

/// Whether what was last changed so long ago should have a new date by now.
fn is_late(site: &Programme, publication: &Publication) -> bool {
    let day = publication.modified().to_zoned(site.zone().clone()).date();
    day.checked_add(POSTPONED_DAYS.days()).is_ok_and(|due| due < site.today())
}
