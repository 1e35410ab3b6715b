//! Whether a build of the same sources would differ from an earlier one because time has passed.
//! Asked every hour, of ten thousand items: what visitors may know stands in the manifest of that
//! build, so only items that were hidden then are read.

use jiff::{SignedDuration, Timestamp};

use crate::model::config::FILE;
use crate::pipeline::{self, Now, Options};
use crate::source::Sources;

/// What a build said of itself.
#[derive(Debug, Clone, Copy)]
pub struct Last {
    /// From what time's view it was made.
    pub at: Timestamp,
    /// When something that was public would change.
    pub next_change: Option<Timestamp>,
}

/// Whether an instant of [`next`](super::next), embargoes included, lies between a build and now.
pub fn is_due(sources: &Sources, options: &Options, last: Last) -> bool {
    let then = Options { drafts: true, now: Now::At(last.at), ..options.clone() };
    let hidden = sources.only(|path, text| path == FILE || may_be_hidden(path, text, last.at));
    let hidden = pipeline::programme(&hidden, &then).value;
    let now = options.now.resolve(hidden.zone());
    let mut ahead = last.next_change.into_iter().chain(hidden.embargoes().map(|change| change.at));
    now < last.at || ahead.any(|at| at <= now)
}

/// What has become due since a build.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When.
    pub at: Timestamp,
    /// The file of what would be otherwise.
    pub file: String,
}

/// Every instant of [`next`](super::next), embargoes included, between a build and the `now` of
/// the options, the earliest first and one for each file.
pub fn since(sources: &Sources, options: &Options, last: Timestamp) -> Vec<Due> {
    let then = |drafts| Options { drafts, now: Now::At(last), ..options.clone() };
    let (shown, everything) =
        (pipeline::programme(sources, &then(false)), pipeline::programme(sources, &then(true)));
    let (shown, everything) = (shown.value, everything.value);
    let now = options.now.resolve(shown.zone());
    let ahead = shown.changes().chain(everything.embargoes()).filter(|change| change.at <= now);
    let mut due: Vec<Due> =
        ahead.map(|change| Due { at: change.at, file: change.file.to_owned() }).collect();
    due.sort();
    let mut seen = std::collections::BTreeSet::new();
    due.retain(|due| seen.insert(due.file.clone()));
    due
}

/// Whether a file may hold an item that was hidden at a time, seen from its text alone: rather one
/// too many is read than one too few.
fn may_be_hidden(path: &str, text: &str, at: Timestamp) -> bool {
    if path.starts_with("content/pages/") || !path.starts_with("content/") {
        return false;
    }
    let is_quoted =
        ["date\"", "date'", "published\"", "published'"].iter().any(|key| text.contains(key));
    let key = if path.ends_with(".md") { "date:" } else { "published:" };
    let day = text.lines().find_map(|line| line.strip_prefix(key));
    // No clock on earth is farther from UTC.
    let limit = at.saturating_sub(SignedDuration::from_hours(48)).unwrap_or(at).to_string();
    let is_past = day.is_some_and(|day| is_before(day.trim_start(), &limit));
    text.contains("embargo") || is_quoted || !is_past
}

/// Whether a day as it is written, `2019-09-24`, lies before that of an instant.
fn is_before(day: &str, limit: &str) -> bool {
    let shape = |text: &str| {
        text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect::<String>()
    };
    match (day.get(..10), limit.get(..10)) {
        (Some(day), Some(limit)) => shape(day) == "0000-00-00" && day < limit,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_surely_public_is_passed_by() {
        let at = "2019-10-20T07:00:00Z".parse().unwrap();
        let event = |text: &str| may_be_hidden("content/events/a.yaml", text, at);
        assert!(!event("title: A\npublished: 2019-08-01\n"));
        assert!(!event("published:   2019-10-17 # gestern\n"));
        for text in [
            "title: A\n",
            "published: 2019-10-19\n",
            "published: 2020-01-01T10:00\n",
            "published: \"2019-08-01\"\n",
            "\"published\": 2020-01-01\npublished: 2019-08-01\n",
            "{published: 2020-01-01}",
            "published: 2019-08-01\nembargo: 2019-12-01\n",
        ] {
            assert!(event(text), "{text}");
        }
        let release = "---\ntitle: A\ndate: 2019-08-01\n---\npublished: nie\n";
        assert!(!may_be_hidden("content/press/a.md", release, at));
        assert!(!may_be_hidden("content/pages/a.md", "embargo", at));
        assert!(!may_be_hidden("themes/bba/strings/de.yaml", "embargo", at));
    }
}
