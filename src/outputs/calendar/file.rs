//! A calendar file from entries, and its checks.
//!
//! Every entry is read back by a reader that nobody here wrote, in a file of its own; a feed's
//! own properties are, with the first of its entries. Reading all of an entry again in each feed
//! that has it took a sixth of a large build and could find nothing new. The lint looks at every
//! file; entries that it has seen it recognises by their bytes.

use std::cell::RefCell;

use super::Written;
use crate::diagnostic::Diagnostic;
use crate::icalendar::readback::differences;
use crate::icalendar::{Calendar, Finding, Known, Zones, compose, lint_with};
use crate::memo;
use crate::outputs::{Artifact, Context};
use crate::place::SourcePath;
use crate::problem::ThemeProblem;
use crate::site::Site;

thread_local! {
    /// VTIMEZONEs worked out before: thousands of files have the same zone and year.
    static ZONES: RefCell<Zones> = RefCell::new(Zones::new());
}

/// A finished file, and what is wrong with it.
pub(super) struct Checked {
    text: String,
    fault: Option<Fault>,
}

impl Checked {
    /// The same in another format.
    pub fn map(self, convert: impl FnOnce(&str) -> String) -> Self {
        Checked { text: convert(&self.text), ..self }
    }
}

/// What is wrong with a file: of which entry, and what.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    source: Option<SourcePath>,
    detail: String,
}

/// A calendar file; a fault fails the build and names the source of the entry.
pub(super) fn artifact<'c>(
    path: String,
    origin: Option<&'c SourcePath>,
    calendar: impl Fn() -> Checked + Send + Sync + 'c,
) -> Artifact<'c> {
    let name = path.clone();
    Artifact::new(path, origin, move || {
        let Checked { text, fault } = calendar();
        let Some(Fault { source, detail }) = fault else {
            return Ok(text.into_bytes().into());
        };
        let place = source.or_else(|| origin.cloned());
        let place = place.unwrap_or_else(|| crate::model::config::FILE.into());
        let problem = ThemeProblem::CalendarUnreadable { path: name.clone(), detail };
        Err(Box::new(Diagnostic::whole(&place, problem)))
    })
}

/// What every calendar of the site has.
pub(super) fn base(site: &Site) -> Calendar<'static> {
    Calendar {
        product_id: product_id(site),
        zone_if_empty: Some(site.zone().clone()),
        ..Calendar::default()
    }
}

fn product_id(site: &Site) -> String {
    let publisher =
        site.config.organisation.as_ref().and_then(|key| site.organisations.get(&key.0));
    let short = publisher.and_then(|publisher| publisher.short.as_ref());
    let owner = short.map_or(site.config.id.as_str(), |short| short.get(&site.language).as_str());
    let language = site.language.tag().to_uppercase();
    format!("-//{}//{}//{language}", owner.replace("//", "/"), site.config.id)
}

/// A calendar of these entries.
fn text(calendar: &Calendar<'_>, entries: &[&Written]) -> String {
    let lines = entries.iter().map(|written| &written.lines).collect();
    ZONES.with_borrow_mut(|zones| compose(calendar, lines, zones))
}

/// The file of one entry.
pub(super) fn single(context: &Context<'_>, written: &Written) -> Checked {
    with(context, base(context.site), &[written])
}

/// A file of entries, of which the first is read back, with all dates of its series.
pub(super) fn with<'e>(
    context: &Context<'_>,
    calendar: Calendar<'e>,
    entries: &[&'e Written],
) -> Checked {
    let first: Vec<&Written> = entries.first().iter().flat_map(|written| written.all()).collect();
    let entries: Vec<&Written> = entries.iter().flat_map(|written| written.all()).collect();
    let calendar =
        Calendar { entries: first.iter().map(|written| &written.entry).collect(), ..calendar };
    let sample = text(&calendar, &first);
    let long = (entries.len() > first.len()).then(|| text(&calendar, &entries));
    let text = long.as_deref().unwrap_or(&sample);
    // What is written, what was meant, and where it comes from.
    let key = || {
        let meant = format!("{:?}", calendar.entries);
        let written = [text, &sample, &meant].map(str::as_bytes);
        let sources = entries.iter().map(|written| written.source.as_bytes());
        memo::key(&written.into_iter().chain(sources).collect::<Vec<_>>())
    };
    let fault = context.memos.calendars.get(key, || {
        let Some(detail) = differences(&calendar, &sample) else { return linted(text, &entries) };
        Some(Fault { source: first.first().map(|first| first.source.clone()), detail })
    });
    Checked { text: long.unwrap_or(sample), fault }
}

/// What the lint says first.
fn linted(text: &str, entries: &[&Written]) -> Option<Fault> {
    let mut known: Vec<&Written> = entries.to_vec();
    known.sort_by(|a, b| a.lines.order().cmp(&b.lines.order()));
    let known: Vec<Known<'_>> = known.into_iter().map(Written::known).collect();
    let findings = lint_with(text.as_bytes(), &known);
    findings.first().map(|finding| of_lint(finding, entries))
}

fn of_lint(finding: &Finding, entries: &[&Written]) -> Fault {
    let entry = entries.iter().find(|written| Some(&written.entry.uid) == finding.uid.as_ref());
    Fault { source: entry.map(|written| written.source.clone()), detail: finding.to_string() }
}
