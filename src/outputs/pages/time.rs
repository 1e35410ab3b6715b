//! When something is: as text, as machines read it in `<time datetime>`, and for guests from
//! elsewhere. Whoever takes part from afar reads it by the clock of their own capital; whoever
//! travels there needs its own time, and whose that is.

use jiff::Zoned;
use jiff::tz::{Offset, TimeZone};
use serde::Serialize;

use crate::country::Country;
use crate::dates::{Clocks, Dates, machine_dates, machine_times};
use crate::icalendar::Start;
use crate::site::{Delegation, Occurrence, Site};
use crate::values::{Timetable, occurs_twice};

/// A time as people and machines read it.
#[derive(Debug, Clone, Serialize)]
pub struct TimeView {
    /// For `<time datetime>`.
    pub datetime: String,
    /// For readers.
    pub text: String,
}

/// The date of an occurrence.
pub fn event_time(site: &Site, occurrence: &Occurrence<'_>) -> TimeView {
    let dates = Dates(&site.strings);
    let is_over = occurrence.is_over(site.now);
    let text = dates.event_by(occurrence.date, is_over, &site.clocks(occurrence));
    TimeView { datetime: machine_times(occurrence.date).0, text }
}

/// The date of an occurrence, its hours apart from its day.
#[derive(Debug, Clone, Serialize)]
pub struct EventTimeView {
    /// The whole.
    #[serde(flatten)]
    pub whole: TimeView,
    /// »Dienstag, 24. September 2019«
    pub(super) day: String,
    /// »15–17 Uhr«, »Uhrzeit folgt«
    pub(super) hours: Option<String>,
}

impl From<TimeView> for EventTimeView {
    /// A date that has no hours.
    fn from(whole: TimeView) -> Self {
        EventTimeView { day: whole.text.clone(), hours: None, whole }
    }
}

/// The date of an occurrence in two parts.
pub fn event_time_in_parts(site: &Site, occurrence: &Occurrence<'_>) -> EventTimeView {
    let is_over = occurrence.is_over(site.now);
    let clocks = site.clocks(occurrence);
    let (day, hours) = Dates(&site.strings).event_in_parts(occurrence.date, is_over, &clocks);
    EventTimeView { whole: event_time(site, occurrence), day, hours }
}

/// The date of an occurrence beside a block with its days, which are not told again.
pub fn event_time_beside_days(site: &Site, occurrence: &Occurrence<'_>) -> EventTimeView {
    let is_over = occurrence.is_over(site.now);
    let clocks = site.clocks(occurrence);
    let hours = Dates(&site.strings).beside_days(occurrence.date, is_over, &clocks);
    EventTimeView { hours, ..event_time_in_parts(site, occurrence) }
}

/// »Ursprünglich: Montag, 14. Oktober 2019. Bisher: Dienstag, 15. Oktober 2019, 10 Uhr.«: every
/// earlier beginning, the first plan first; nothing of what has not moved.
pub fn previous_times(site: &Site, previous: &[Start], clocks: &Clocks) -> Option<String> {
    let dates = Dates(&site.strings);
    let sentence = |(number, start): (usize, &Start)| {
        let key = match number {
            0 => "events.before",
            last if last + 1 == previous.len() => "events.before_last",
            _ => "events.before_then",
        };
        let time = dates.start(start, clocks);
        site.strings.fill(key, &[("time", &time)])
    };
    let sentences: Vec<String> = previous.iter().enumerate().map(sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The date of a visit.
pub fn visit_time(site: &Site, visit: &Delegation) -> TimeView {
    TimeView { datetime: machine_dates(visit.dates), text: Dates(&site.strings).visit(visit.dates) }
}

/// The name of a zone's time: »MESZ«.
#[derive(Debug, Serialize)]
pub struct ZoneView {
    short: String,
    /// What it stands for; nothing for an offset.
    long: Option<String>,
}

/// What guests from elsewhere must know of the time of an event.
#[derive(Debug, Default, Serialize)]
pub struct GuestsView {
    /// Whose time the event's own is, where guests come from another.
    zone: Option<ZoneView>,
    /// An online event in the capitals of its guests: »8–10 Uhr in Mexiko-Stadt«.
    times: Vec<String>,
}

/// The view of an event that lies ahead; empty when all guests have the same time.
pub fn guests(site: &Site, occurrence: &Occurrence<'_>) -> GuestsView {
    let event = occurrence.event;
    let Timetable::Timed { start, end } = occurrence.date else { return GuestsView::default() };
    let clocks = site.clocks(occurrence);
    let told = clocks.list.iter().map(|clock| clock.zone.to_offset(start.timestamp()));
    let told: Vec<Offset> = told.chain([start.offset()]).collect();
    let elsewhere: Vec<(&Country, TimeZone)> = event
        .countries
        .iter()
        .filter_map(|country| Some((*country, TimeZone::get(country.zone()).ok()?)))
        .filter(|(_, zone)| !told.contains(&zone.to_offset(start.timestamp())))
        .collect();
    if elsewhere.is_empty() || !site.is_upcoming(event) || occurrence.is_called_off() {
        return GuestsView::default();
    }
    let times = if occurrence.is_online() {
        in_capitals(site, (start, end.as_ref()), &elsewhere)
    } else {
        Vec::new()
    };
    // Where cities or the hours themselves say whose time it is, nothing more has to.
    let says_zone = clocks.differ_at(start.timestamp())
        || occurs_twice(start)
        || end.as_ref().is_some_and(occurs_twice);
    GuestsView { zone: (!says_zone).then(|| zone_name(site, start)), times }
}

/// The name of the time at an instant, and what it stands for.
fn zone_name(site: &Site, at: &Zoned) -> ZoneView {
    let info = at.time_zone().to_offset_info(at.timestamp());
    let long = format!("zones.{}.long", info.abbreviation());
    let short = Dates(&site.strings).zone(at);
    if at.time_zone().iana_name() == Some("Europe/Berlin") {
        // Abroad not everybody knows what the clocks of Germany are called.
        let told = site.strings.fill("events.german_time", &[("zone", &short)]);
        if told != short {
            return ZoneView { short: told, long: None };
        }
    }
    ZoneView { short, long: site.strings.has(&long).then(|| site.strings.get(&long).to_owned()) }
}

/// The time by the clocks of capitals, those that agree together.
fn in_capitals(
    site: &Site,
    (start, end): (&Zoned, Option<&Zoned>),
    countries: &[(&Country, TimeZone)],
) -> Vec<String> {
    let dates = Dates(&site.strings);
    let mut times: Vec<(String, Vec<&str>)> = Vec::new();
    for (country, zone) in countries {
        let language = site.language.tag();
        let city = country.capital(language).unwrap_or_else(|| country.name(language));
        let local = |at: &Zoned| at.with_time_zone(zone.clone());
        let (there, end) = (local(start), end.map(local));
        let time = if there.date() == start.date() {
            dates.span_of_day(&there, end.as_ref())
        } else {
            dates.span(&there, end.as_ref())
        };
        match times.iter_mut().find(|(known, _)| *known == time) {
            Some((_, cities)) if cities.contains(&city) => {}
            Some((_, cities)) => cities.push(city),
            None => times.push((time, vec![city])),
        }
    }
    times
        .into_iter()
        .map(|(time, cities)| {
            let cities = site.strings.cldr().list(&cities);
            site.strings.fill("events.guests_time", &[("time", &time), ("cities", &cities)])
        })
        .collect()
}
