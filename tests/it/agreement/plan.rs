//! An event that was made up, how an editor would write it, and what is right to tell of it.

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, ToSpan};

use super::{Moment, Told};

/// The venues by their keys; without a country, because the zones of the events are drawn apart.
pub const VENUES: &str =
    "saal: {name: {de: Großer Saal, en: Great Hall, es: Sala Grande}, street: Weg 1, city: Dresden}
halle: {name: {de: Alte Halle, en: Old Hall, es: Sala Vieja}, street: Ring 2, city: Görlitz}
dach: {name: {de: Dachgarten, en: Roof Garden, es: Azotea}, room: Kuppel, city: Plauen}
";

/// Keys and names of the venues, by language.
const NAMES: [(&str, [&str; 3]); 3] = [
    ("saal", ["Großer Saal", "Great Hall", "Sala Grande"]),
    ("halle", ["Alte Halle", "Old Hall", "Sala Vieja"]),
    ("dach", ["Dachgarten", "Roof Garden", "Azotea"]),
];

/// The address of an online event whose link is known.
pub const LINK: &str = "https://konferenz.example.org/r/1";

/// The day before which nothing is.
pub fn first_day() -> Date {
    date(2026, 1, 1)
}

/// Where somebody must go to take part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    At(String),
    Online,
    Unknown,
}

impl Where {
    /// The place that a name means; `online` is the word of the language.
    pub fn of(name: &str, online: &str) -> Option<Where> {
        let known = NAMES.iter().any(|(_, names)| names.contains(&name));
        match known {
            true => Some(Where::At(name.to_owned())),
            false => (name == online).then_some(Where::Online),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Planned,
    Confirmed,
    Cancelled,
    Postponed,
    MovedOnline,
}

impl Status {
    /// As editors and data write it.
    pub fn word(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::Confirmed => "confirmed",
            Status::Cancelled => "cancelled",
            Status::Postponed => "postponed",
            Status::MovedOnline => "moved-online",
        }
    }

    /// As pages show it: they do not tell what is planned from what is certain.
    pub fn shown(self) -> Status {
        if self == Status::Planned { Status::Confirmed } else { self }
    }
}

/// When an event is on its first day.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Hour, minute, and how many minutes it lasts.
    Timed(i8, i8, Option<i64>),
    /// How many further days.
    Days(i64),
    HourFollows,
    /// How many further days it may be on.
    Within(i64),
}

/// What is different on one date of a series.
#[derive(Debug, Clone, Default)]
pub struct Change {
    pub days: i64,
    pub hour: Option<i8>,
    pub venue: Option<usize>,
    pub is_cancelled: bool,
}

impl Change {
    fn is_nothing(&self) -> bool {
        self.days == 0 && self.hour.is_none() && self.venue.is_none() && !self.is_cancelled
    }
}

#[derive(Debug, Clone)]
pub struct Repeat {
    /// 1, 7 or 14 days.
    pub step: i64,
    /// One for each date.
    pub changes: Vec<Change>,
    /// How many days after the last there is one on top.
    pub extra: Option<i64>,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub zone: &'static str,
    pub day: i64,
    pub shape: Shape,
    pub repeat: Option<Repeat>,
    pub venue: Option<usize>,
    pub has_link: bool,
    pub is_kind_online: bool,
    pub status: Status,
    /// How often it moved.
    pub moves: i64,
}

/// One date with what is right to tell of it.
#[derive(Debug, Clone)]
pub struct Occurrence {
    pub start: Moment,
    end: Option<Moment>,
    pub venue: Option<usize>,
    is_online: bool,
    pub status: Status,
    /// Whether it is cancelled and not the series as a whole.
    falls_out: bool,
    /// As machines write them, the first plan first.
    pub previous: Vec<String>,
}

impl Occurrence {
    pub fn told(&self, language: &str) -> Told {
        let index = super::LANGUAGES.iter().position(|(tag, _)| *tag == language).unwrap();
        let place = match self.venue {
            Some(venue) => Where::At(NAMES[venue].1[index].to_owned()),
            None if self.is_online => Where::Online,
            None => Where::Unknown,
        };
        Told { start: self.start, end: self.end, place }
    }

    pub fn is_called_off(&self) -> bool {
        matches!(self.status, Status::Cancelled | Status::Postponed)
    }

    /// <https://schema.org/EventStatusType>
    pub fn schema_statuses(&self) -> Vec<&'static str> {
        let moved = !self.previous.is_empty();
        match self.status {
            Status::Cancelled => vec!["EventCancelled"],
            Status::Postponed => vec!["EventPostponed"],
            Status::MovedOnline if moved => vec!["EventMovedOnline", "EventRescheduled"],
            Status::MovedOnline => vec!["EventMovedOnline"],
            Status::Planned | Status::Confirmed if moved => vec!["EventRescheduled"],
            Status::Planned | Status::Confirmed => vec!["EventScheduled"],
        }
    }

    /// RFC 5545 3.8.1.11: what is not certain, or not when, is tentative.
    pub fn calendar_status(&self, is_open: bool) -> &'static str {
        match self.status {
            Status::Cancelled => "CANCELLED",
            Status::Planned | Status::Postponed => "TENTATIVE",
            Status::Confirmed | Status::MovedOnline if is_open => "TENTATIVE",
            Status::Confirmed | Status::MovedOnline => "CONFIRMED",
        }
    }
}

impl Moment {
    pub fn day_in(self, zone: &TimeZone) -> Date {
        match self {
            Moment::Day(day) => day,
            Moment::At(at) => at.to_zoned(zone.clone()).date(),
        }
    }
}

impl Plan {
    pub fn timezone(&self) -> TimeZone {
        TimeZone::get(self.zone).unwrap()
    }

    /// Whether its day or hour follows.
    pub fn is_open(&self) -> bool {
        matches!(self.shape, Shape::HourFollows | Shape::Within(_))
    }

    fn first(&self) -> Date {
        first_day() + self.day.days()
    }

    /// Start and end on a day; nothing as end of one day.
    fn times(&self, day: Date, hour: Option<i8>) -> (Moment, Option<Moment>) {
        match self.shape {
            Shape::Timed(usual, minute, lasts) => {
                let start = day.at(hour.unwrap_or(usual), minute, 0, 0);
                let end = lasts.map(|lasts| not_at_night(start + lasts.minutes()));
                let at = |local| instant(&self.timezone(), local);
                (at(start), end.map(at))
            }
            Shape::HourFollows => (Moment::Day(day), None),
            Shape::Days(more) | Shape::Within(more) => {
                let last = (more > 0).then(|| Moment::Day(day + more.days()));
                (Moment::Day(day), last)
            }
        }
    }

    /// A start as machines write it.
    fn machine(&self, start: Moment) -> String {
        match start {
            Moment::Day(day) => day.to_string(),
            Moment::At(at) => {
                let at = at.to_zoned(self.timezone());
                at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
            }
        }
    }

    /// A start as editors write it.
    fn written(&self, start: Moment) -> String {
        match start {
            Moment::Day(day) => day.to_string(),
            Moment::At(at) => at.to_zoned(self.timezone()).strftime("%Y-%m-%dT%H:%M").to_string(),
        }
    }

    /// When it was to begin before, of a series its first date.
    fn moved_from(&self) -> Vec<Moment> {
        let moves = match &self.repeat {
            // An update that could mean one date of a series is another test's.
            Some(repeat) if repeat.changes.iter().any(|c| c.days != 0 || c.hour.is_some()) => 0,
            _ => self.moves,
        };
        let day = |number: i64| self.first() - (3 + 7 * number).days();
        (0..moves).map(|number| self.times(day(number), None).0).collect()
    }

    /// The day of the date on top.
    fn extra(&self) -> Option<Date> {
        let repeat = self.repeat.as_ref()?;
        let last = self.first() + (repeat.step * i64::try_from(repeat.changes.len()).ok()?).days();
        Some(last + repeat.extra?.days())
    }

    fn extra_on(&self, day: Date) -> Occurrence {
        let (start, end) = self.times(day, None);
        let moved_online = self.status == Status::MovedOnline;
        Occurrence {
            start,
            end,
            venue: self.venue.filter(|_| !moved_online),
            is_online: self.has_link || self.is_kind_online || moved_online,
            status: self.status,
            falls_out: false,
            previous: Vec::new(),
        }
    }

    /// Every date, cancelled ones among them, in their order.
    pub fn occurrences(&self) -> Vec<Occurrence> {
        let usual = Change::default();
        let changes = self.repeat.as_ref().map_or(std::slice::from_ref(&usual), |r| &r.changes);
        let step = self.repeat.as_ref().map_or(0, |repeat| repeat.step);
        let moved_online = self.status == Status::MovedOnline;
        let occurrence = |(number, change): (i64, &Change)| {
            let day = self.first() + (step * number).days();
            let (regular, _) = self.times(day, None);
            let (start, end) = self.times(day + change.days.days(), change.hour);
            let whole = if number == 0 { self.moved_from() } else { Vec::new() };
            let own = (start != regular).then_some(regular);
            let venue = change.venue.or(self.venue).filter(|_| !moved_online);
            Occurrence {
                start,
                end,
                venue,
                is_online: self.has_link || self.is_kind_online || moved_online,
                status: if change.is_cancelled { Status::Cancelled } else { self.status },
                falls_out: change.is_cancelled,
                previous: whole.into_iter().chain(own).map(|start| self.machine(start)).collect(),
            }
        };
        let mut all: Vec<Occurrence> = (0..).zip(changes).map(occurrence).collect();
        all.extend(self.extra().map(|day| self.extra_on(day)));
        all.sort_by_key(|occurrence| occurrence.start);
        all
    }

    pub fn is_over(&self, occurrence: &Occurrence, now: Timestamp) -> bool {
        let over = match occurrence.end.unwrap_or(occurrence.start) {
            Moment::At(at) => at,
            Moment::Day(day) => (day + 1.day()).to_zoned(self.timezone()).unwrap().timestamp(),
        };
        over <= now
    }

    /// Whether a date is one to show: it takes place, or none does.
    pub fn counts(&self, occurrence: &Occurrence, all: &[Occurrence]) -> bool {
        !occurrence.falls_out || all.iter().all(|occurrence| occurrence.falls_out)
    }

    /// The date to show: the next one, or one that goes on, else the last.
    pub fn shown(&self, all: &[Occurrence], now: Timestamp) -> usize {
        let counts = (0..all.len()).filter(|number| self.counts(&all[*number], all));
        let counts: Vec<usize> = counts.collect();
        let ahead = counts.iter().find(|number| !self.is_over(&all[**number], now));
        *ahead.or(counts.last()).unwrap()
    }

    /// What an editor writes.
    pub fn yaml(&self) -> String {
        let (start, end) = self.times(self.first(), None);
        let mut lines = vec![format!("timezone: {}", self.zone)];
        match (self.shape, end) {
            (Shape::Within(more), _) => {
                lines.push(format!("within: {}/{}", self.first(), self.first() + more.days()));
            }
            (shape, end) => {
                lines.push(format!("start: {}", self.written(start)));
                lines.extend(end.map(|end| format!("end: {}", self.written(end))));
                lines.extend(matches!(shape, Shape::HourFollows).then(|| "time: open".to_owned()));
            }
        }
        lines.extend(self.venue.map(|venue| format!("venue: {}", NAMES[venue].0)));
        lines.extend(self.has_link.then(|| format!("online: {{url: {LINK}}}")));
        lines.extend(self.is_kind_online.then(|| "kind: online".to_owned()));
        lines.push(format!("status: {}", self.status.word()));
        lines.push("updates:\n  - {at: 2025-01-01, kind: change}".to_owned());
        for (day, moved) in (2..).zip(self.moved_from()) {
            let from = self.written(moved);
            lines.push(format!(
                "  - {{at: 2025-01-{day:02}, kind: change, previous_start: {from}}}"
            ));
        }
        if let Some(repeat) = &self.repeat {
            let every = match repeat.step {
                1 => "day",
                7 => "week",
                _ => "2 weeks",
            };
            let count = repeat.changes.len();
            lines.push(format!("repeat:\n  every: {every}\n  count: {count}"));
            lines.extend(self.extra().map(|day| {
                let start = self.written(self.times(day, None).0);
                format!("  extra: ['{start}']")
            }));
            lines.push("  changes:".to_owned());
            let changes = (0..).zip(&repeat.changes).filter(|(_, change)| !change.is_nothing());
            lines.extend(changes.map(|(number, change)| self.change_yaml(repeat, number, change)));
            if repeat.changes.iter().all(Change::is_nothing) {
                lines.last_mut().unwrap().push_str(" []");
            }
        }
        lines.join("\n")
    }

    fn change_yaml(&self, repeat: &Repeat, number: i64, change: &Change) -> String {
        let day = self.first() + (repeat.step * number).days();
        let mut keys = vec![format!("date: {day}")];
        if change.days != 0 || change.hour.is_some() {
            let (start, _) = self.times(day + change.days.days(), change.hour);
            keys.push(format!("start: {}", self.written(start)));
        }
        keys.extend(change.venue.map(|venue| format!("venue: {}", NAMES[venue].0)));
        keys.extend(change.is_cancelled.then(|| "status: cancelled".to_owned()));
        format!("    - {{{}}}", keys.join(", "))
    }
}

/// Clocks are changed between one and three: what ends then ends after it.
fn not_at_night(end: DateTime) -> DateTime {
    if (1..4).contains(&end.hour()) { end + Span::new().hours(4) } else { end }
}

/// An instant in a zone, for readers.
pub fn instant(zone: &TimeZone, local: DateTime) -> Moment {
    Moment::At(zone.to_timestamp(local).unwrap())
}
