//! A calendar file from entries, read back by a reader that nobody here wrote.
//!
//! An entry is read back in the file that is its own; a feed's own properties are, with the first
//! of its entries. Reading every entry again in each feed that has it took a sixth of a large build
//! and could find nothing new.

use std::cell::RefCell;

use super::Written;
use crate::diagnostic::Diagnostic;
use crate::icalendar::readback::differences;
use crate::icalendar::{Calendar, Zones, compose};
use crate::memo;
use crate::outputs::{Artifact, Context};
use crate::place::SourcePath;
use crate::problem::ThemeProblem;
use crate::site::Site;

thread_local! {
    /// VTIMEZONEs worked out before: thousands of files have the same zone and year.
    static ZONES: RefCell<Zones> = RefCell::new(Zones::new());
}

/// A finished file, and what is misread in it.
pub(super) struct ReadBack {
    text: String,
    misread: Option<Misread>,
}

impl ReadBack {
    /// The same in another format.
    pub fn map(self, convert: impl FnOnce(&str) -> String) -> Self {
        ReadBack { text: convert(&self.text), ..self }
    }
}

/// What a reader understands otherwise than it is meant, and the source of its entry.
#[derive(Debug, Clone)]
pub(crate) struct Misread {
    source: Option<SourcePath>,
    detail: String,
}

/// A calendar file; one that is misread fails the build and names the source of the entry.
pub(super) fn artifact<'c>(
    path: String,
    origin: Option<&'c SourcePath>,
    calendar: impl Fn() -> ReadBack + Send + Sync + 'c,
) -> Artifact<'c> {
    let name = path.clone();
    Artifact::new(path, origin, move || {
        let ReadBack { text, misread } = calendar();
        let Some(Misread { source, detail }) = misread else {
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
pub(super) fn text(calendar: &Calendar<'_>, entries: &[&Written]) -> String {
    let lines = entries.iter().map(|written| &written.lines).collect();
    ZONES.with_borrow_mut(|zones| compose(calendar, lines, zones))
}

/// The file of one entry.
pub(super) fn single(context: &Context<'_>, written: &Written) -> ReadBack {
    with(context, base(context.site), &[written], &[written])
}

/// A file of entries, and what is misread in one that has only `sample` of them.
pub(super) fn with<'e>(
    context: &Context<'_>,
    calendar: Calendar<'e>,
    entries: &[&'e Written],
    sample: &[&'e Written],
) -> ReadBack {
    let all = |entries: &[&'e Written]| -> Vec<&'e Written> {
        entries.iter().flat_map(|written| written.all()).collect()
    };
    let long = (entries.len() > sample.len()).then(|| text(&calendar, &all(entries)));
    let sample = all(sample);
    let calendar =
        Calendar { entries: sample.iter().map(|written| &written.entry).collect(), ..calendar };
    let short = text(&calendar, &sample);
    // What is written, what was meant, and where it comes from.
    let key = || {
        let meant = format!("{:?}", calendar.entries);
        let written = [&short, &meant].map(|text| text.as_bytes());
        let sources = sample.iter().map(|written| written.source.as_bytes());
        memo::key(&written.into_iter().chain(sources).collect::<Vec<_>>())
    };
    let misread = context.memos.calendars.get(key, || {
        let detail = differences(&calendar, &short)?;
        Some(Misread { source: sample.first().map(|written| written.source.clone()), detail })
    });
    ReadBack { text: long.unwrap_or(short), misread }
}
