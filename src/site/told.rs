//! What each change after publication told: a move, a cancellation, a correction. Nobody writes
//! that down as such; it follows from the earlier beginnings that updates name, and from what has
//! become of the event or visit since.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::occurrence::moved_from;
use super::{Delegation, Event, Programme};
use crate::icalendar::Start;
use crate::model::repeat::SeriesDate;
use crate::model::shared::{Publication, Update};
use crate::values::{ChangeKind, DelegationStatus, EventStatus, Timetable, When};

/// One change of an event or a visit.
#[derive(Debug)]
pub struct Told<'s> {
    /// What an editor wrote.
    pub update: &'s Update,
    /// It stays for ever, and is the same in every language.
    pub id: Uuid,
    /// What is new.
    pub news: News,
    /// When it was to begin before.
    pub before: Option<Start>,
    /// When it was to begin after, where that has changed again since.
    pub after: Option<Start>,
    /// The date that is meant, as it is now; nothing of a visit, and where a series is meant.
    pub date: Option<&'s Timetable>,
}

/// What is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It takes place at another time.
    Moved,
    /// It takes place at another time, and on the network.
    MovedAndOnline,
    /// It takes place on the network.
    MovedOnline,
    /// It takes place later; nobody knows when.
    Postponed,
    /// It does not take place.
    Cancelled,
    /// Something else, as the editor calls it.
    Other(ChangeKind),
}

impl News {
    /// The word for strings.
    pub fn word(self) -> &'static str {
        match self {
            News::Moved => "moved",
            News::MovedAndOnline => "moved-and-online",
            News::MovedOnline => "moved-online",
            News::Postponed => "postponed",
            News::Cancelled => "cancelled",
            News::Other(kind) => kind.word(),
        }
    }
}

impl Programme {
    /// What the changes of an event told, the oldest first. One that is dated after now is not
    /// told yet.
    pub fn told_of_event<'s>(&self, event: &'s Event) -> Vec<Told<'s>> {
        let status = match event.overall_status() {
            EventStatus::Planned | EventStatus::Confirmed => None,
            EventStatus::Cancelled => Some(News::Cancelled),
            EventStatus::Postponed => Some(News::Postponed),
            EventStatus::MovedOnline => Some(News::MovedOnline),
        };
        let uid = self.uid("event", &event.id);
        let mut told = self.told(&event.publication, uid, &event.timezone, status);
        let repeat = event.repeat.as_ref();
        // Which date of a series each of them moved.
        let moved = |told: &Told<'s>| moved_from(repeat?, told.before.as_ref()?);
        let dates: Vec<Option<&SeriesDate>> = told.iter().map(moved).collect();
        complete(&mut told, &dates);
        for (told, date) in told.iter_mut().zip(dates) {
            let is_series = repeat.is_some() && told.before.is_none();
            let whole = Some(&event.timetable).filter(|_| !is_series);
            told.date = date.map(|date| &date.timetable).or(whole);
        }
        told
    }

    /// What the changes of a visit told, likewise.
    pub fn told_of_visit<'s>(&self, visit: &'s Delegation) -> Vec<Told<'s>> {
        let status = match visit.status {
            DelegationStatus::Planned | DelegationStatus::Confirmed => None,
            DelegationStatus::Cancelled => Some(News::Cancelled),
            DelegationStatus::Postponed => Some(News::Postponed),
        };
        let uid = self.uid("delegation", &visit.id);
        let mut told = self.told(&visit.publication, uid, self.zone(), status);
        let whole: Vec<Option<&SeriesDate>> = vec![None; told.len()];
        complete(&mut told, &whole);
        told
    }

    fn told<'s>(
        &self,
        publication: &'s Publication,
        uid: Uuid,
        zone: &TimeZone,
        status: Option<News>,
    ) -> Vec<Told<'s>> {
        let updates = &publication.updates;
        let speaks = status.and_then(|status| speaks_of(status, updates));
        let mut told = Vec::new();
        for (number, update) in
            updates.iter().enumerate().take_while(|(_, u)| u.written <= self.now)
        {
            let same_time =
                updates.iter().take(number).filter(|other| other.written == update.written);
            let before = update.previous_start.map(|when| start(when, zone));
            told.push(Told {
                update,
                id: id(uid, update, same_time.count()),
                news: news(update, status.filter(|_| speaks == Some(number))),
                before,
                after: None,
                date: None,
            });
        }
        told
    }
}

/// The id of a change: from the item and the instant alone, so that better words, another file or
/// another title leave it as it is. Of several at one instant the later ones count.
fn id(uid: Uuid, update: &Update, earlier: usize) -> Uuid {
    let at = update.written;
    let name = if earlier == 0 { at.to_string() } else { format!("{at}/{}", earlier + 1) };
    Uuid::new_v5(&uid, name.as_bytes())
}

fn start(when: When, zone: &TimeZone) -> Start {
    match (when, when.at(zone)) {
        (When::Time(..), Ok(at)) => Start::Time(at),
        _ => Start::Day(when.date()),
    }
}

/// Which update told the status of now: a cancellation the last withdrawal, else the newest that
/// is more than a correction.
fn speaks_of(status: News, updates: &[Update]) -> Option<usize> {
    let withdrawal = updates.iter().rposition(|update| update.kind == ChangeKind::Withdrawal);
    let change = updates.iter().rposition(|update| update.kind != ChangeKind::Correction);
    withdrawal.filter(|_| status == News::Cancelled).or(change).or(updates.len().checked_sub(1))
}

fn news(update: &Update, status: Option<News>) -> News {
    let is_move = update.previous_start.is_some();
    match status {
        Some(News::MovedOnline) if is_move => News::MovedAndOnline,
        Some(status) => status,
        None if is_move => News::Moved,
        None => News::Other(update.kind),
    }
}

/// When it was to begin after each change: what the next one that moved the same date calls
/// earlier.
fn complete(told: &mut [Told<'_>], dates: &[Option<&SeriesDate>]) {
    let name = |number: usize| dates.get(number).copied().flatten().map(std::ptr::from_ref);
    let mut next: HashMap<Option<*const SeriesDate>, Start> = HashMap::new();
    for (number, told) in told.iter_mut().enumerate().rev() {
        told.after = next.get(&name(number)).cloned();
        if let Some(before) = &told.before {
            next.insert(name(number), before.clone());
        }
    }
}
