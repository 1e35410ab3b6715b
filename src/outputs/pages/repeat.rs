//! A series on the page of its event: how often, and the next dates with what is different.

use serde::Serialize;

use super::text::{PageSite, Text};
use super::time::{TimeView, date_time};
use crate::dates::Dates;
use crate::icalendar::Start;
use crate::model::repeat::Occurrence;
use crate::site::Event;

/// How many dates are shown.
const SHOWN: usize = 10;

/// A series.
#[derive(Serialize)]
pub struct RepeatView {
    /// »Termine: jeden Dienstag, bis 17. Dezember 2019«
    rule: String,
    dates: Vec<DateView>,
    /// »und 3 weitere Termine«
    more: Option<String>,
}

#[derive(Serialize)]
struct DateView {
    when: TimeView,
    /// A word before the date: »Fällt aus«.
    state: Option<String>,
    /// »statt Dienstag, 8. Oktober 2019, 16 Uhr«
    instead: Option<String>,
    place: Option<Text>,
    note: Option<Text>,
}

/// The series of an event; of one that is called off without its dates.
pub fn view(site: &PageSite, event: &Event) -> Option<RepeatView> {
    let repeat = event.repeat.as_ref()?;
    let is_ahead = |date: &&Occurrence| {
        date.timetable.over(&event.timezone).is_none_or(|over| site.now < over)
    };
    let ahead: Vec<&Occurrence> = match event.is_called_off() {
        true => Vec::new(),
        false => repeat.occurrences.iter().filter(is_ahead).collect(),
    };
    Some(RepeatView {
        rule: site.strings.fill("repeat.dates", &[("rule", &rule(site, event)?)]),
        dates: ahead.iter().take(SHOWN).map(|date| date_view(site, event, date)).collect(),
        more: (ahead.len() > SHOWN)
            .then(|| site.strings.plural("repeat.more", ahead.len() - SHOWN)),
    })
}

/// »jeden Dienstag, bis 17. Dezember 2019«, with the exceptions that lie ahead.
pub fn rule(site: &PageSite, event: &Event) -> Option<String> {
    let repeat = event.repeat.as_ref()?;
    let today = site.now.to_zoned(event.timezone.clone()).date();
    Some(Dates(&site.strings).series(&repeat.recurrence, today))
}

fn date_view(site: &PageSite, event: &Event, date: &Occurrence) -> DateView {
    let dates = Dates(&site.strings);
    let regular = || match &date.regular {
        Start::Day(day) => dates.weekday(*day),
        Start::Time(time) => dates.day_and_time(time),
    };
    let instead =
        date.is_moved().then(|| site.strings.fill("repeat.instead", &[("time", &regular())]));
    let change = date.change.as_ref();
    let venue = change.and_then(|change| site.venue_of(change.venue.as_ref()?));
    let note = change.and_then(|change| change.note.as_ref());
    DateView {
        when: date_time(site, event, &date.timetable),
        state: date.is_cancelled().then(|| site.strings.get("repeat.cancelled").to_owned()),
        instead,
        place: venue.map(|venue| Text::of(site, &venue.name)),
        note: Text::maybe(site, note),
    }
}
