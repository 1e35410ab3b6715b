//! A series on the page of its event: how often, and the next dates with what is different.

use serde::Serialize;

use super::text::{PageSite, Text};
use super::time::{TimeView, event_time};
use crate::dates::Dates;
use crate::outputs::calendar::venue_line;
use crate::site::{Event, Occurrence};
use crate::values::Timetable;

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
pub fn view(site: &PageSite, shown: &Occurrence<'_>) -> Option<RepeatView> {
    let event = shown.event;
    let rule = rule(site, event)?;
    let mut ahead = site.occurrences(event);
    ahead.retain(|date| !site.whole(event).is_called_off() && !date.is_over(site.now));
    Some(RepeatView {
        rule: site.strings.fill("repeat.dates", &[("rule", &rule)]),
        dates: ahead.iter().take(SHOWN).map(|date| date_view(site, date, shown)).collect(),
        more: (ahead.len() > SHOWN)
            .then(|| site.strings.plural("repeat.more", ahead.len() - SHOWN)),
    })
}

/// »jeden Dienstag, bis 17. Dezember 2019«, with the exceptions that lie ahead.
pub fn rule(site: &PageSite, event: &Event) -> Option<String> {
    let repeat = event.repeat.as_ref()?;
    let today = site.now.to_zoned(event.timezone.clone()).date();
    let dates = Dates(&site.strings);
    let rule = dates.series(&repeat.recurrence, today);
    let whole = site.whole(event);
    Some(match whole.date {
        Timetable::Timed { start, .. } => dates.series_by(rule, start, &site.clocks(&whole)),
        _ => rule,
    })
}

/// One date, with what is different about it. Its place stands there when it is not the one that
/// the head of the page gives for the date it shows: with its town, which the page says nowhere
/// else.
fn date_view(site: &PageSite, date: &Occurrence<'_>, shown: &Occurrence<'_>) -> DateView {
    let dates = Dates(&site.strings);
    let of_series = date.of_series;
    let moved = of_series.filter(|of_series| of_series.is_moved());
    let instead = moved.map(|moved| {
        let regular = dates.start(&moved.regular, &site.clocks(date));
        site.strings.fill("repeat.instead", &[("time", &regular)])
    });
    let change = of_series.and_then(|of_series| of_series.change.as_ref());
    let own_place = change.is_some_and(|change| change.venue.is_some());
    let place = date.venue.filter(|venue| own_place || shown.venue != Some(*venue));
    DateView {
        when: event_time(site, date),
        state: date.is_called_off().then(|| site.strings.get("repeat.cancelled").to_owned()),
        instead,
        place: place.map(|venue| Text {
            text: venue_line(site, venue),
            lang: site.original_language(&venue.name),
        }),
        note: Text::maybe(site, change.and_then(|change| change.note.as_ref())),
    }
}
