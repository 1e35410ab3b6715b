//! Which transitions of a zone follow a yearly rule, and which do not.
//!
//! jiff knows a zone as a list of transitions. RFC 5545 3.6.5 wants observances: standard or
//! daylight time, from a first onset on, repeated by a rule or not. Outlook reads zones by their
//! rules, so transitions are gathered into rules wherever they follow one (three times at least,
//! else chance would make rules). Everything here is about one window of years; what is said about
//! the time outside it need not be true, and usually is not.

use jiff::Timestamp;
use jiff::civil::{self, Date, DateTime, Weekday};
use jiff::tz::{Offset, TimeZone};

/// From this year on a zone is told, unless the window is before it. Calendars have agreed on it.
const EPOCH: i16 = 1970;

/// A STANDARD or DAYLIGHT component of a VTIMEZONE.
#[derive(Debug, Clone)]
pub(super) struct Observance {
    /// DTSTART: the local time of the first onset, told in the offset before it.
    pub(super) start: DateTime,
    /// TZOFFSETFROM.
    pub(super) before: Offset,
    /// TZOFFSETTO.
    pub(super) after: Offset,
    /// TZNAME: `CEST`.
    pub(super) name: String,
    /// Whether clocks are ahead. It goes by the offset and not by the zone database's flag, after
    /// which it would be daylight saving time in Dublin in winter.
    pub(super) daylight: bool,
    /// RRULE.
    pub(super) rule: Option<Rule>,
}

/// Every year in a month on a weekday, counted from the month's beginning, or −1 for its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) month: i8,
    pub(super) nth: i8,
    pub(super) weekday: Weekday,
    /// The last onset, if the rule ends within the window.
    pub(super) until: Option<Timestamp>,
}

/// What tells the offset of `zone` at every instant from the beginning of `first_year` to the end
/// of `last_year`, in the order of their start.
pub(super) fn observances(zone: &TimeZone, first_year: i16, last_year: i16) -> Vec<Observance> {
    let window = Window::new(first_year, last_year);
    let onsets = onsets(zone, &window);
    let series = series(&onsets);
    let at_start = zone.to_offset_info(window.start);

    // Rules that were in force when the window opened may as well have been so since 1970, if what
    // they say about the window's first hours is right. Then nothing else has to say it.
    let said_of_start = series
        .iter()
        .filter_map(|series| Some((series.onset_before(&window)?, series)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, series)| series.first.after);
    let extend = said_of_start == Some(at_start.offset());

    let mut observances: Vec<Observance> =
        series.iter().map(|series| series.observance(&window, extend)).collect();
    if !extend {
        observances.push(Observance {
            start: civil::date(window.epoch, 1, 1).at(0, 0, 0, 0),
            before: at_start.offset(),
            after: at_start.offset(),
            name: at_start.abbreviation().to_string(),
            daylight: onsets.first().is_some_and(|next| !next.is_ahead()),
            rule: None,
        });
    }
    observances.sort_by_key(|observance| (observance.start, observance.after));
    observances
}

struct Window {
    start: Timestamp,
    end: Timestamp,
    /// The year from which the zone is told: before the window in any case.
    epoch: i16,
}

impl Window {
    fn new(first_year: i16, last_year: i16) -> Window {
        let new_year = |year| {
            let date = Date::new(year, 1, 1).ok()?;
            TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok()
        };
        Window {
            start: new_year(first_year).unwrap_or(Timestamp::MIN),
            end: new_year(last_year.saturating_add(1)).unwrap_or(Timestamp::MAX),
            epoch: first_year.saturating_sub(1).clamp(1, EPOCH),
        }
    }
}

/// A change of the offset.
#[derive(Debug)]
struct Onset {
    at: Timestamp,
    local: DateTime,
    before: Offset,
    after: Offset,
    name: String,
}

impl Onset {
    fn is_ahead(&self) -> bool {
        self.after > self.before
    }

    /// Which of its weekday in its month it is, from 1.
    fn nth(&self) -> i8 {
        (self.local.day() - 1) / 7 + 1
    }

    fn is_last(&self) -> bool {
        self.local.day() + 7 > self.local.days_in_month()
    }

    /// UNTIL of a rule of which it is the last onset: its instant, or its local time read as UTC
    /// if that is later. Python's dateutil forgets that UNTIL is in UTC, and would drop an onset
    /// whose clock is ahead.
    fn until(&self) -> Timestamp {
        TimeZone::UTC.to_timestamp(self.local).map_or(self.at, |local| local.max(self.at))
    }

    /// Whether it is like `earlier` in all but its date.
    fn resembles(&self, earlier: &Onset) -> bool {
        let key = |onset: &Onset| {
            (
                onset.before,
                onset.after,
                onset.local.month(),
                onset.local.weekday(),
                onset.local.time(),
            )
        };
        key(self) == key(earlier) && self.name == earlier.name
    }
}

/// The changes within the window, in their order. Transitions that keep the offset are no onsets.
fn onsets(zone: &TimeZone, window: &Window) -> Vec<Onset> {
    let mut before = zone.to_offset(window.start);
    let mut onsets = Vec::new();
    for transition in zone.following(window.start) {
        let (at, after) = (transition.timestamp(), transition.offset());
        if at >= window.end {
            break;
        }
        if after != before {
            onsets.push(Onset {
                at,
                local: before.to_datetime(at),
                before,
                after,
                name: transition.abbreviation().to_string(),
            });
            before = after;
        }
    }
    onsets
}

/// Onsets that follow one rule in every year from the first to the last, or a single one.
struct Series<'a> {
    first: &'a Onset,
    last: &'a Onset,
    rule: Option<Rule>,
}

fn series(onsets: &[Onset]) -> Vec<Series<'_>> {
    let mut found = Vec::new();
    let mut rest: Vec<&Onset> = onsets.iter().collect();
    while let Some((&first, others)) = rest.split_first() {
        let mut last = first;
        let mut members = 1;
        let (mut same_nth, mut always_last) = (true, first.is_last());
        let mut left = Vec::with_capacity(others.len());
        for &onset in others {
            let still_nth = same_nth && onset.nth() == first.nth();
            let still_last = always_last && onset.is_last();
            let a_year_later = onset.local.year() == last.local.year() + 1;
            if a_year_later && onset.resembles(last) && (still_nth || still_last) {
                (same_nth, always_last, last) = (still_nth, still_last, onset);
                members += 1;
            } else {
                left.push(onset);
            }
        }
        if members < 3 {
            (last, left) = (first, others.to_vec());
        }
        found.push(Series {
            first,
            last,
            rule: (members >= 3).then(|| Rule {
                month: first.local.month(),
                nth: if always_last { -1 } else { first.nth() },
                weekday: first.local.weekday(),
                until: None,
            }),
        });
        rest = left;
    }
    found
}

impl Series<'_> {
    /// When the rule, if there is one, would have an onset in `year`: local time and instant.
    fn onset_in(&self, year: i16) -> Option<(DateTime, Timestamp)> {
        let rule = self.rule?;
        let month = Date::new(year, rule.month, 1).ok()?;
        let date = month.nth_weekday_of_month(rule.nth, rule.weekday).ok()?;
        let local = date.to_datetime(self.first.local.time());
        Some((local, self.first.before.to_timestamp(local).ok()?))
    }

    /// The last onset before the window, if the rule can have been in force then.
    fn onset_before(&self, window: &Window) -> Option<Timestamp> {
        let (_, at) = self.onset_in(self.first.local.year() - 1)?;
        (at < window.start).then_some(at)
    }

    fn goes_on_after(&self, window: &Window) -> bool {
        match self.onset_in(self.last.local.year() + 1) {
            Some((_, at)) => at >= window.end,
            None => true,
        }
    }

    fn observance(&self, window: &Window, extend: bool) -> Observance {
        let earliest = if extend && self.onset_before(window).is_some() {
            self.onset_in(window.epoch)
        } else {
            None
        };
        Observance {
            start: earliest.map_or(self.first.local, |(local, _)| local),
            before: self.first.before,
            after: self.first.after,
            name: self.first.name.clone(),
            daylight: self.first.is_ahead(),
            rule: self.rule.map(|rule| Rule {
                until: (!self.goes_on_after(window)).then(|| self.last.until()),
                ..rule
            }),
        }
    }
}
