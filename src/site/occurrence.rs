//! One occurrence of an event: a date with the place, the status and the earlier dates that belong
//! to it. Whoever says when something is says where it is too. Pages, lists, search engines,
//! calendars and data take all of it from here, so that none of them pairs the date of one
//! occurrence with the place of another.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Delegation, Event, Programme};
use crate::icalendar::Start;
use crate::language::Translated;
use crate::model::delegation::VisitDates;
use crate::model::event::{EventKind, EventRecord};
use crate::model::repeat::{Repeat, SeriesDate};
use crate::model::shared::{Publication, WebLink};
use crate::model::venue::Venue;
use crate::values::{EventStatus, Timetable, When};

/// One occurrence of an event, or a series as a whole.
#[derive(Debug, Clone)]
pub struct Occurrence<'s> {
    /// What takes place.
    pub event: &'s Event,
    /// Which date of its series it is; nothing where there is no series, or the whole is meant.
    pub of_series: Option<&'s SeriesDate>,
    /// When it is; of a series as a whole its first date.
    pub date: &'s Timetable,
    /// Where it is; nothing where it has moved online.
    pub venue: Option<&'s Venue>,
    /// Where it is on the network.
    pub online: Option<&'s WebLink>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// What to know about that.
    pub note: Option<&'s Translated<String>>,
    /// When it was to begin before, the first plan first.
    pub previous: Vec<Start>,
}

impl Occurrence<'_> {
    /// Whether one can take part on the network, be it that the link follows.
    pub fn is_online(&self) -> bool {
        // A cancelled date of what has moved online would have been there.
        self.online.is_some()
            || self.event.status == EventStatus::MovedOnline
            || self.event.kind.as_ref().is_some_and(EventKind::is_online)
    }

    /// Whether it does not take place, or not at this time.
    pub fn is_called_off(&self) -> bool {
        self.status.is_called_off()
    }

    /// Whether it is over at an instant.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.date.over(&self.event.timezone).is_some_and(|over| over <= now)
    }

    /// Whether it is still to come at an instant: on the first of several days too, and not on the
    /// second any more.
    pub fn is_to_come(&self, now: Timestamp) -> bool {
        let first_day = self.date.first_day_over(&self.event.timezone);
        !self.is_over(now) && first_day.is_none_or(|over| now < over)
    }

    /// The beginning as an instant, for sorting.
    pub fn starts(&self) -> Timestamp {
        self.date.starts(&self.event.timezone)
    }

    /// Whether the series would have it at the same time and place but for this one date.
    pub fn is_changed(&self) -> bool {
        self.of_series.is_some_and(|date| date.change.is_some())
    }

    /// Whether it comes on top of what the rule of its series says.
    pub fn is_extra(&self) -> bool {
        self.of_series.is_some_and(|date| date.is_extra)
    }
}

impl Programme {
    /// The occurrence to show: the next one, or one that goes on, else the last.
    pub fn occurrence<'s>(&'s self, event: &'s Event) -> Occurrence<'s> {
        self.at(event, event.date_at(self.now))
    }

    /// As [`Programme::occurrence`], of those in a year.
    pub fn occurrence_in<'s>(&'s self, event: &'s Event, year: i16) -> Occurrence<'s> {
        self.at(event, event.date_in(year, self.now))
    }

    /// The first occurrence that takes place; where none does, the first.
    pub fn first_occurrence<'s>(&'s self, event: &'s Event) -> Occurrence<'s> {
        self.at(event, event.dates().next().unwrap_or(&event.timetable))
    }

    /// All occurrences in their order, cancelled ones among them.
    pub fn occurrences<'s>(&'s self, event: &'s Event) -> Vec<Occurrence<'s>> {
        match &event.repeat {
            Some(repeat) => repeat.dates.iter().map(|date| self.on(event, date)).collect(),
            None => vec![self.whole(event)],
        }
    }

    /// An event as a whole: of a series what holds where no date says otherwise.
    pub fn whole<'s>(&'s self, event: &'s Event) -> Occurrence<'s> {
        let venue = event.venue.as_ref().and_then(|venue| self.venue_of(venue));
        Occurrence {
            event,
            of_series: None,
            date: &event.timetable,
            venue: venue.filter(|_| event.status != EventStatus::MovedOnline),
            online: event.online.as_ref(),
            status: event.status,
            note: event.status_note.as_ref(),
            previous: previous(event, None),
        }
    }

    /// The occurrence with one of the event's own dates.
    fn at<'s>(&'s self, event: &'s Event, date: &'s Timetable) -> Occurrence<'s> {
        let mut dates = event.repeat.iter().flat_map(|repeat| &repeat.dates);
        match dates.find(|own| std::ptr::eq(&raw const own.timetable, date)) {
            Some(own) => self.on(event, own),
            None => self.whole(event),
        }
    }

    /// One date of a series, with what is different about it.
    fn on<'s>(&'s self, event: &'s Event, date: &'s SeriesDate) -> Occurrence<'s> {
        let whole = self.whole(event);
        let change = date.change.as_ref();
        // A series that has moved online is nowhere else on any date.
        let elsewhere = change.filter(|_| event.status != EventStatus::MovedOnline);
        let elsewhere = elsewhere.and_then(|change| self.venue_of(change.venue.as_ref()?));
        Occurrence {
            of_series: Some(date),
            date: &date.timetable,
            venue: elsewhere.or(whole.venue),
            status: if date.is_cancelled() { EventStatus::Cancelled } else { event.status },
            note: change.and_then(|change| change.note.as_ref()).or(whole.note),
            previous: previous(event, Some(date)),
            ..whole
        }
    }

    /// When a visit was to begin before, the first plan first.
    pub fn previous_of_visit(&self, visit: &Delegation) -> Vec<Start> {
        let now = match visit.dates {
            VisitDates::Fixed(days) => Some(Start::Day(days.first)),
            VisitDates::Open(_) => None,
        };
        in_order(told(&visit.publication, self.zone()), now.as_ref())
    }
}

/// The earlier beginnings that updates tell, the first plan first.
fn told(publication: &Publication, zone: &TimeZone) -> Vec<Start> {
    let told = publication.updates.iter().filter_map(|update| update.previous_start);
    told.map(|when| match (when, when.at(zone)) {
        (When::Time(..), Ok(at)) => Start::Time(at),
        _ => Start::Day(when.date()),
    })
    .collect()
}

/// When one date of a series, or what has one date, was to begin before; without a date when a
/// series as a whole was.
fn previous(event: &EventRecord, date: Option<&SeriesDate>) -> Vec<Start> {
    let mut told = told(&event.publication, &event.timezone);
    let Some(repeat) = &event.repeat else {
        return in_order(told, Some(&event.timetable.start()));
    };
    let first = event.timetable.start();
    let Some(date) = date else {
        told.retain(|start| moved_from(repeat, start).is_none());
        return in_order(told, Some(&first));
    };
    // The old first date belongs to the first date alone: of the others nobody knows where they
    // were, because the old rule is gone.
    let (own, whole): (Vec<_>, Vec<_>) =
        told.into_iter().partition(|start| moved_from(repeat, start).is_some());
    let whole = whole.into_iter().filter(|_| date.regular == first);
    let own = own.into_iter().filter(|start| {
        let moved = moved_from(repeat, start);
        moved.is_some_and(|moved| std::ptr::eq(moved, date)) && !is_same(start, &date.regular)
    });
    let regular = date.is_moved().then(|| date.regular.clone());
    in_order(whole.chain(regular).chain(own).collect(), Some(&date.timetable.start()))
}

/// The one date of a series that was to begin then; nothing when it was the series as a whole.
/// An update does not say which it means: a single date is one that `changes` moves, and of
/// several moves of one date only the first is a date of the series.
pub(super) fn moved_from<'r>(repeat: &'r Repeat, start: &Start) -> Option<&'r SeriesDate> {
    let moved = || repeat.dates.iter().filter(|date| date.is_moved());
    if let Some(date) = moved().find(|date| is_same(start, &date.regular)) {
        return Some(date);
    }
    // That date stands as it was: the series as a whole has moved.
    if repeat.dates.iter().any(|date| is_same(start, &date.regular)) {
        return None;
    }
    let mut days: Vec<Date> = repeat.dates.iter().map(|date| date.regular.day()).collect();
    days.sort_unstable();
    let second = *days.get(1)?;
    let distance =
        |date: &&SeriesDate| (date.timetable.start().day() - start.day()).get_days().abs();
    moved().filter(|_| start.day() >= second).min_by_key(distance)
}

/// Whether two beginnings are the same, as exactly as both are known.
fn is_same(a: &Start, b: &Start) -> bool {
    match (a, b) {
        (Start::Time(a), Start::Time(b)) => a == b,
        (a, b) => a.day() == b.day(),
    }
}

/// Each move once; what begins when it was to begin all along has not moved.
fn in_order(mut starts: Vec<Start>, now: Option<&Start>) -> Vec<Start> {
    starts.dedup();
    while starts.last().is_some_and(|last| Some(last) == now) {
        starts.pop();
    }
    starts
}
