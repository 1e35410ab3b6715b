//! By whose clock a time is told. The time of an event in another zone than the site's stands
//! beside the site's own: »16:00–17:30 Uhr in Tokio · 09:00–10:30 Uhr in Berlin«.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::{Dates, ends_on_day_of};
use crate::model::event::Deadline;
use crate::values::{Timetable, When};

/// Between the times of two clocks.
const BETWEEN: &str = " · ";

/// A clock.
#[derive(Debug, Clone)]
pub struct Clock {
    /// Its zone.
    pub zone: TimeZone,
    /// The city in which it hangs; none for a zone that is no place.
    pub city: Option<String>,
}

/// The clocks by which times are told, in this order; none where only one is in question.
#[derive(Debug, Clone, Default)]
pub struct Clocks {
    /// The clocks.
    pub list: Vec<Clock>,
    /// Whether each time says whose it is, even where all clocks show the same.
    are_named: bool,
}

impl Clocks {
    /// Clocks that are named where they show different hours.
    pub fn of(clocks: impl Into<Vec<Clock>>) -> Self {
        Clocks { list: clocks.into(), are_named: false }
    }

    /// One clock that is always named.
    pub fn named(clock: Clock) -> Self {
        Clocks { list: vec![clock], are_named: true }
    }

    /// Whether they show different hours at an instant, so that each has to be named.
    pub fn differ_at(&self, at: Timestamp) -> bool {
        let offset = |clock: &Clock| clock.zone.to_offset(at);
        let first = self.list.first().map(offset);
        self.are_named || self.list.iter().any(|clock| Some(offset(clock)) != first)
    }

    /// A time by the first clock.
    fn by_first(&self, at: &Zoned) -> Zoned {
        let first = self.list.first();
        first.map_or_else(|| at.clone(), |clock| at.with_time_zone(clock.zone.clone()))
    }
}

/// How the times of one clock are written.
struct Form<'f> {
    /// The day that `whole` writes.
    day: &'f dyn Fn(&Zoned) -> Date,
    /// With the day.
    whole: &'f dyn Fn(&Zoned) -> String,
    /// Without the day, where that stands beside already.
    short: &'f dyn Fn(&Zoned) -> String,
}

impl Dates<'_> {
    /// The whole date of an event by all clocks, as [`Dates::event`].
    pub fn event_by(&self, timetable: &Timetable, is_over: bool, clocks: &Clocks) -> String {
        match timetable {
            Timetable::Timed { start, end } => self.span_by(start, end.as_ref(), clocks),
            _ => self.event(timetable, is_over),
        }
    }

    /// The same in two parts where it can be: the day, and its hours by all clocks, or what of
    /// them follows.
    pub fn event_in_parts(
        &self,
        timetable: &Timetable,
        is_over: bool,
        clocks: &Clocks,
    ) -> (String, Option<String>) {
        let follows = |key: &str| (!is_over).then(|| self.0.get(key).to_owned());
        match timetable {
            Timetable::Timed { start, end } => {
                let whole = self.span_by(start, end.as_ref(), clocks);
                let day = self.weekday(clocks.by_first(start).date());
                let between = self.0.fill("dates.day_and_time", &[("day", &day), ("time", "")]);
                match whole.strip_prefix(&between) {
                    Some(hours) => (day, Some(hours.to_owned())),
                    None => (whole, None),
                }
            }
            Timetable::Days(days) => (self.days(*days), None),
            Timetable::HourFollows(day) => (self.weekday(*day), follows("dates.hour_follows")),
            Timetable::Within(days) => (self.days(*days), follows("dates.day_follows")),
        }
    }

    /// What stands beside a block with the days of an event: its hours, or what of them follows.
    /// One that ends on another day says of each hour only on which weekday it is: »Mo 18 Uhr –
    /// Di 12 Uhr«.
    pub fn beside_days(
        &self,
        timetable: &Timetable,
        is_over: bool,
        clocks: &Clocks,
    ) -> Option<String> {
        let differ = |at: &Zoned| clocks.differ_at(at.timestamp());
        match timetable {
            Timetable::Timed { start, end: Some(end) }
                if !ends_on_day_of(start, end) && !differ(start) && !differ(end) =>
            {
                let (start, end) = (clocks.by_first(start), clocks.by_first(end));
                let weekday = |day: Date| self.0.cldr().short_weekday(day.weekday());
                let from = format!("{} {}", weekday(start.date()), self.span_of_day(&start, None));
                let to = format!("{} {}", weekday(self.end_day(&end)), self.end_time(&end));
                Some(self.0.fill("dates.from_to", &[("from", &from), ("to", &to)]))
            }
            // By the clock that comes first it is another day than the one in the block.
            Timetable::Timed { start, end } if clocks.by_first(start).date() != start.date() => {
                Some(self.span_by(start, end.as_ref(), clocks))
            }
            _ => self.event_in_parts(timetable, is_over, clocks).1,
        }
    }

    /// The rule of a series; by whose clock, where its days are others by the clock that comes first.
    pub fn series_by(&self, rule: String, start: &Zoned, clocks: &Clocks) -> String {
        let own = clocks.list.iter().find(|clock| clock.zone == *start.time_zone());
        match own {
            Some(clock) if clocks.by_first(start).date() != start.date() => {
                self.at_place(&rule, start, clock)
            }
            _ => rule,
        }
    }

    /// A day and its hours by all clocks; those of the others without the day, if it is the same.
    pub fn span_by(&self, start: &Zoned, end: Option<&Zoned>, clocks: &Clocks) -> String {
        let local = |at: &Zoned| end.map(|end| end.with_time_zone(at.time_zone().clone()));
        let form = Form {
            day: &Zoned::date,
            whole: &|at| self.span(at, local(at).as_ref()),
            short: &|at| self.span_of_day(at, local(at).as_ref()),
        };
        let differ = |at: &Zoned| clocks.differ_at(at.timestamp());
        self.by(start, clocks, differ(start) || end.is_some_and(differ), &form)
    }

    /// A deadline as an absolute time by all clocks; a day lasts until 23:59.
    pub fn deadline(&self, deadline: &Deadline, clocks: &Clocks) -> String {
        let at = match deadline.written {
            When::Day(day) => day.at(23, 59, 0, 0).to_zoned(deadline.over.time_zone().clone()),
            When::Time(..) => Ok(deadline.over.clone()),
        };
        let at = at.as_ref().unwrap_or(&deadline.over);
        let form = Form {
            day: &|at| self.end_day(at),
            whole: &|at| self.day_and_end(at),
            short: &|at| self.end_time(at),
        };
        self.by(at, clocks, clocks.differ_at(at.timestamp()), &form)
    }

    fn by(&self, at: &Zoned, clocks: &Clocks, differ: bool, form: &Form<'_>) -> String {
        if !differ {
            return (form.whole)(&clocks.by_first(at));
        }
        let mut day = None;
        let times = clocks.list.iter().map(|clock| {
            let at = at.with_time_zone(clock.zone.clone());
            let own_day = (form.day)(&at);
            let is_same = day.replace(own_day) == Some(own_day);
            let time = if is_same { (form.short)(&at) } else { (form.whole)(&at) };
            self.at_place(&time, &at, clock)
        });
        times.collect::<Vec<_>>().join(BETWEEN)
    }

    /// The hour of an end by its own clock alone, where there is no room for more: »12 Uhr in
    /// Tokio«.
    pub fn end_time_by(&self, at: &Zoned, clocks: &Clocks) -> String {
        let own = clocks.list.iter().find(|clock| clock.zone == *at.time_zone());
        let Some(clock) = own.or(clocks.list.first()) else { return self.end_time(at) };
        let at = &at.with_time_zone(clock.zone.clone());
        let time = self.end_time(at);
        match clocks.differ_at(at.timestamp()) {
            true => self.at_place(&time, at, clock),
            false => time,
        }
    }

    fn at_place(&self, time: &str, at: &Zoned, clock: &Clock) -> String {
        match &clock.city {
            Some(city) => self.0.fill("dates.in_zone", &[("time", time), ("zone", city)]),
            None => format!("{time} {}", self.zone(at)),
        }
    }
}
