//! What should be online by now: by what the last build said of itself and, beside the content, by
//! the content. A manifest tells nobody that an embargo ends; the content does.

use jiff::{SignedDuration, Timestamp};

use super::{Beside, Difference, Flaw};
use crate::manifest;
use crate::pipeline::{self, Built, Cache, Now, Options};
use crate::published::Published;
use crate::query;

/// How long something may be overdue: the job that builds needs its time.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

impl Beside<'_> {
    /// The site as it should have been a while ago.
    pub(super) fn build(&self, now: Timestamp) -> Built {
        pipeline::build(self.sources, &self.options_at(before(now)), &mut Cache::none())
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

/// Pages of items that should be online and are not.
pub(super) fn not_online(published: &Published, built: &Built) -> Vec<Difference> {
    let mut found = Vec::new();
    for (path, file) in &built.origins {
        let of_item = ["events/", "delegations/", "press/"];
        let of_item = of_item.iter().any(|kind| file.starts_with(&format!("content/{kind}")));
        if of_item && path.ends_with(".html") && !published.files().contains_key(path) {
            found.push(Difference::of(path, Flaw::NotOnline(file.to_string())));
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found.dedup_by(|a, b| a.flaw == b.flaw);
    found
}
