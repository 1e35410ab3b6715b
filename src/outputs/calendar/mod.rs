//! Calendar files: one for each event and visit, and the feeds of everything, of a country
//! and of a sector. An entry is made and written once, and its lines stand in all of them.
//!
//! | file | what it answers |
//! |---|---|
//! | `entry.rs` | what an event, a visit and a deadline are as calendar entries |
//! | `text.rs` | what their descriptions, places and contacts say |
//! | `shorten.rs` | what stays of a text that is too long |
//! | `feed.rs` | which entries a feed has, and what it says of itself |
//! | `large.rs` | which feeds are too large for Google |
//! | `json.rs` | the main feed as jCal and JSCalendar |
//! | `file.rs` | how entries become a file, and how the file is checked |
//! | `html.rs` | how a text is written for a form that reads it as HTML |
//! | `links.rs` | links that add an entry to a calendar on the web, or subscribe to a feed |

mod entry;
mod feed;
mod file;
mod html;
mod json;
mod large;
mod links;
mod shorten;
mod text;

use rayon::prelude::*;

use super::{Artifact, Context, aliases};
use crate::icalendar::{Alarm, Entry, EntryLines};
use crate::place::SourcePath;
use crate::route::{Route, out_path};
use crate::site::{Event, Site};
use feed::Feed;

pub use entry::of_date;
pub use feed::name as feed_name;
pub(crate) use file::Misread;
pub use large::{LargeFeeds, warnings};
pub use links::{AddLinks, SubscribeLinks};
pub use text::venue_line;

/// The calendar entries of all events and visits, by the numbers of [`Site`].
#[derive(Debug)]
pub struct Entries {
    events: Vec<Written>,
    /// A visit whose days are not fixed has none.
    visits: Vec<Option<Written>>,
    /// An event without a deadline for registration has none.
    deadlines: Vec<Option<Written>>,
}

/// An entry, its lines, and the content file it was made from.
#[derive(Debug, Clone)]
struct Written {
    /// Of a series the dates that are not as its rule says.
    changes: Vec<Written>,
    entry: Entry,
    lines: EntryLines,
    source: SourcePath,
}

impl Written {
    fn new(entry: Entry, source: &SourcePath) -> Self {
        let lines = EntryLines::of(&entry);
        Written { changes: Vec::new(), entry, lines, source: source.clone() }
    }

    fn of_event(site: &Site, event: &Event) -> Self {
        let changes = entry::of_changes(site, event).into_iter();
        Written {
            changes: changes.map(|entry| Written::new(entry, &event.file)).collect(),
            ..Written::new(entry::of_event(site, &site.whole(event)), &event.file)
        }
    }

    /// The entry, and the dates of its series that stand in every file with it.
    fn all(&self) -> impl Iterator<Item = &Written> {
        std::iter::once(self).chain(&self.changes)
    }

    /// The same entry, which reminds of itself, and so do the dates of its series.
    fn with_alarm(&self, alarm: &impl Fn(&Entry) -> Option<Alarm>) -> Self {
        let changes = self.changes.iter().map(|date| date.with_alarm(alarm)).collect();
        let Some(alarm) = alarm(&self.entry) else { return Written { changes, ..self.clone() } };
        let lines = self.lines.with_alarm(&alarm);
        let entry = Entry { alarms: vec![alarm], ..self.entry.clone() };
        Written { changes, entry, lines, ..self.clone() }
    }
}

impl Entries {
    /// Makes and writes the entries of a site.
    pub fn of(site: &Site) -> Self {
        let events = site.events.par_iter();
        let visits = site.delegations.par_iter();
        let deadlines = site.events.par_iter();
        Entries {
            events: events.map(|event| Written::of_event(site, event)).collect(),
            visits: visits
                .map(|visit| Some(Written::new(entry::of_visit(site, visit)?, &visit.file)))
                .collect(),
            deadlines: deadlines
                .map(|event| Some(Written::new(entry::of_deadline(site, event)?, &event.file)))
                .collect(),
        }
    }

    /// The entry of an event.
    pub fn event(&self, number: usize) -> Option<&Entry> {
        self.events.get(number).map(|written| &written.entry)
    }

    /// The entry of a visit whose days are fixed.
    pub fn visit(&self, number: usize) -> Option<&Entry> {
        self.visits.get(number)?.as_ref().map(|written| &written.entry)
    }

    fn of_events<'e>(&'e self, numbers: &'e [usize]) -> impl Iterator<Item = &'e Written> {
        numbers.iter().filter_map(|number| self.events.get(*number))
    }

    fn of_visits<'e>(&'e self, numbers: &'e [usize]) -> impl Iterator<Item = &'e Written> {
        numbers.iter().filter_map(|number| self.visits.get(*number)?.as_ref())
    }
}

/// Calendar files.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let site = context.site;
    let path = |route| out_path(&site.routes.path(route));
    let mut artifacts = Vec::new();
    for (event, written) in site.events.iter().zip(&context.entries.events) {
        let old = aliases::calendars(site, &event.publication.aliases);
        for path in std::iter::once(path(Route::EventCalendar(&event.id))).chain(old) {
            artifacts.push(file::artifact(path, Some(&event.record.file), move || {
                file::single(context, written)
            }));
        }
    }
    for (number, visit) in site.delegations.iter().enumerate() {
        for path in aliases::calendars(site, &visit.publication.aliases) {
            let feed = Feed::of_visit(site, number, visit);
            artifacts.push(file::artifact(path, feed.origin, move || feed.file(context)));
        }
    }
    for feed in feeds(site) {
        artifacts.push(file::artifact(path(feed.route), feed.origin, move || feed.file(context)));
    }
    artifacts.extend(json::artifacts(context));
    artifacts
}

/// All feeds of a site.
fn feeds<'c>(site: &'c Site<'c>) -> impl Iterator<Item = Feed<'c>> {
    let main = [Feed::everything(site), Feed::reminders(site), Feed::deadlines(site)];
    main.into_iter()
        .chain(site.delegations.iter().enumerate().map(|(n, visit)| Feed::of_visit(site, n, visit)))
        .chain(site.countries.iter().map(|entry| Feed::of_country(site, entry)))
        .chain(site.sector_entries.iter().map(|entry| Feed::of_sector(site, entry)))
}
