//! Feeds that are too large for Google Calendar. It takes no file of more than a megabyte and none
//! with very many entries, and does not say so to the subscriber: the calendar stays empty.

use super::feed::Feed;
use super::{Entries, Written, entry, file};
use crate::diagnostic::Diagnostic;
use crate::outputs::Context;
use crate::place::{Spot, Step};
use crate::problem::SiteWarning;
use crate::route::Route;
use crate::site::Site;

/// The most octets of a file that Google Calendar takes.
const MAX_OCTETS: usize = 1_000_000;

/// The most entries of a file that Google Calendar takes for sure.
const MAX_ENTRIES: usize = 1_000;

/// The feeds of a site that are too large, in one language.
#[derive(Debug, Default)]
pub struct LargeFeeds(Vec<LargeFeed>);

/// A feed that is too large.
#[derive(Debug)]
struct LargeFeed {
    /// Its place among the feeds of a site, the same in every language.
    number: usize,
    /// Its path on the site.
    path: String,
    entries: usize,
    octets: usize,
    /// Whether `calendar.keep` makes it smaller.
    is_kept_short: bool,
}

impl LargeFeeds {
    /// None, where nobody asks.
    pub const NONE: &LargeFeeds = &LargeFeeds(Vec::new());

    /// Those of a site with these entries.
    pub fn of(site: &Site, entries: &Entries) -> Self {
        let feeds = super::feeds(site).enumerate();
        LargeFeeds(feeds.filter_map(|(number, feed)| large(site, entries, number, &feed)).collect())
    }

    /// Whether the feed at this path on the site is one of them: Google Calendar refuses it.
    pub fn have(&self, path: &str) -> bool {
        self.0.iter().any(|feed| feed.path == path)
    }
}

fn large(site: &Site, entries: &Entries, number: usize, feed: &Feed<'_>) -> Option<LargeFeed> {
    let written = feed.entries(site, entries);
    let all: Vec<&Written> = written.iter().flat_map(|written| written.all()).collect();
    let octets = all.iter().map(|written| written.lines.octets()).sum();
    let is_large = |octets: usize| all.len() > MAX_ENTRIES || octets > MAX_OCTETS;
    // What stands around the entries, and reminders in them, are no more than the entries are: most
    // feeds need not be written to be known as small.
    let octets = match is_large(octets) || 2 * octets < MAX_OCTETS {
        true => octets,
        false => with_frame(site, feed, &written),
    };
    is_large(octets).then(|| LargeFeed {
        number,
        path: site.routes.path(feed.route),
        entries: all.len(),
        octets,
        is_kept_short: matches!(feed.route, Route::Calendar | Route::Reminders | Route::Deadlines),
    })
}

/// The octets of the file of a feed.
fn with_frame(site: &Site, feed: &Feed<'_>, written: &[&Written]) -> usize {
    let reminding: Vec<Written> = match feed.route {
        Route::Reminders => {
            let alarm = |entry: &_| entry::alarm(site, entry);
            written.iter().map(|written| written.with_alarm(&alarm)).collect()
        }
        _ => Vec::new(),
    };
    let reminding: Vec<&Written> = reminding.iter().collect();
    let written = if reminding.is_empty() { written } else { &reminding };
    let all: Vec<&Written> = written.iter().flat_map(|written| written.all()).collect();
    file::text(&feed.calendar(site, written), &all).len()
}

/// A warning for each feed that is too large, in whichever language first.
pub fn warnings(contexts: &[Context<'_>]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut found = Vec::new();
    for context in contexts {
        for feed in &context.large_feeds.0 {
            if told.contains(&feed.number) {
                continue;
            }
            told.push(feed.number);
            let problem = SiteWarning::FeedTooLarge {
                path: feed.path.clone(),
                entries: feed.entries,
                kilobytes: feed.octets.div_ceil(1_000),
                keep: feed.is_kept_short,
            };
            let calendar = Spot::Value(vec![Step::Key("calendar".to_owned())]);
            found.push(Diagnostic::new(&context.site.config.file, calendar, problem));
        }
    }
    found
}
