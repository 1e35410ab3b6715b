//! What should be online by now: by what the last build said of itself and, beside the content, by
//! the content. A manifest tells nobody that an embargo ends; the content does.

use jiff::{SignedDuration, Timestamp};

use super::{Beside, Difference, Flaw, add};
use crate::files::OutPath;
use crate::manifest;
use crate::pipeline::{self, Built, Now, Options};
use crate::place::SourcePath;
use crate::published::{Published, Unreadable};
use crate::query;

/// How long something may be overdue: the job that builds needs its time.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

impl Beside<'_> {
    /// The site as it should have been a while ago.
    pub(super) fn build(&self, now: Timestamp) -> Built {
        self.build_at(before(now))
    }

    fn build_at(&self, at: Timestamp) -> Built {
        pipeline::build_once(self.sources, &self.options_at(at))
    }

    fn options_at(&self, at: Timestamp) -> Options {
        Options { now: Now::At(at), ..self.options.clone() }
    }
}

/// The last instant whose changes must be online: five minutes are not yet too long.
fn before(now: Timestamp) -> Timestamp {
    let more = SignedDuration::from_nanos(1);
    now.saturating_sub(PATIENCE + more).unwrap_or(now)
}

/// A build that is overdue. Whatever else is missing because nobody has built since is not told on
/// top of that.
pub(super) fn overdue(
    published: &Published,
    now: Timestamp,
    beside: Option<&Beside<'_>>,
) -> Option<Difference> {
    let limit = before(now);
    let by_manifest = published.next_change_at().filter(|at| *at <= limit);
    let due = match (beside, published.built_at()) {
        (Some(beside), Some(last)) if last < limit => {
            query::since(beside.sources, &beside.options_at(limit), last)
        }
        _ => Vec::new(),
    };
    let first = due.iter().map(|due| due.at).chain(by_manifest).min()?;
    Some(Difference::of(manifest::PATH, Flaw::Overdue(first, due)))
}

/// What is online otherwise than the content beside has it, and has had it for a while: an item that
/// is not there, one that is still there, one that calendars hold with another date, place or status.
///
/// # Errors
/// When it cannot be asked.
pub(super) fn by_content(
    published: &mut Published,
    early: &Built,
    beside: &Beside<'_>,
    now: Timestamp,
) -> Result<Vec<Difference>, Unreadable> {
    let mut found = otherwise(published, early)?;
    if !found.is_empty() {
        // What has just become due may be online already.
        let late = otherwise(published, &beside.build_at(now))?;
        found.retain(|difference| late.contains(difference));
    }
    Ok(found)
}

fn otherwise(published: &mut Published, built: &Built) -> Result<Vec<Difference>, Unreadable> {
    let mut found = not_online(published, built);
    let is_ours = |path: &str| path.ends_with(".html") || path.starts_with("media/");
    let online = published.files().keys().filter(|path| is_ours(path));
    for path in online.filter(|path| !built.files.contains_key(*path)) {
        add(&mut found, Difference::of(path, Flaw::StillOnline));
    }
    found.extend(outdated(published, built)?);
    Ok(found)
}

/// The files of items and their paths.
fn of_items<'b>(built: &'b Built, ending: &str) -> Vec<(&'b OutPath, &'b SourcePath)> {
    let folders = ["content/events/", "content/delegations/", "content/press/"];
    let is_item = |file: &SourcePath| folders.iter().any(|folder| file.starts_with(folder));
    let origins = built.origins.iter();
    let mut items: Vec<_> =
        origins.filter(|(path, file)| path.ends_with(ending) && is_item(file)).collect();
    items.sort();
    items
}

/// Pages of items that should be online and are not.
fn not_online(published: &Published, built: &Built) -> Vec<Difference> {
    let pages = of_items(built, ".html").into_iter();
    let missing = pages.filter(|(path, _)| !published.files().contains_key(*path));
    let mut found: Vec<Difference> = missing
        .map(|(path, file)| Difference::of(path, Flaw::NotOnline(file.to_string())))
        .collect();
    found.dedup_by(|a, b| a.flaw == b.flaw);
    found
}

/// Calendar files that tell readers something else than the content does.
fn outdated(published: &mut Published, built: &Built) -> Result<Vec<Difference>, Unreadable> {
    let mut found = Vec::new();
    for (path, file) in of_items(built, ".ics") {
        let Some(body) = built.files.get(path) else { continue };
        let Some(wanted) = body.made() else { continue };
        let hash = body.hash().to_hex();
        if published.files().get(path).is_none_or(|online| online == hash.as_str()) {
            continue;
        }
        let online = published.read(path)?.unwrap_or_default();
        if facts(&online) != facts(&wanted) {
            found.push(Difference::of(path, Flaw::Outdated(file.to_string())));
        }
    }
    Ok(found)
}

/// The lines of a calendar file by which people go somewhere, or do not.
fn facts(calendar: &[u8]) -> Vec<String> {
    const FACTS: [&str; 4] = ["DTSTART", "DTEND", "LOCATION", "STATUS"];
    let text = String::from_utf8_lossy(calendar).replace("\r\n ", "");
    let events = text.split_once("BEGIN:VEVENT").map_or("", |(_, events)| events);
    let is_fact = |line: &&str| FACTS.iter().any(|fact| line.starts_with(fact));
    events.lines().filter(is_fact).map(str::to_owned).collect()
}
