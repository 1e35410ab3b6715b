//! Entries that would leave calendars without a word: an additional date of a series that is
//! deleted, a visit whose days are open again. Who has the entry keeps it and comes.

use std::collections::BTreeMap;
use std::io;

use jiff::civil::Date;

use super::calendar::{self, Entry};
use super::items::ItemKind;
use super::record::Record;
use super::{After, Before, language, value_of};
use crate::diagnostic::Diagnostic;
use crate::place::SourcePath;
use crate::problem::PromiseProblem;
use crate::route::{Route, out_path};

/// Every record of which an entry that lies ahead would be in no calendar any more.
pub(super) fn lost(before: &Before, after: After<'_>) -> io::Result<Vec<Diagnostic>> {
    let site = after.everything;
    let records = Record::by_uid(site);
    let mut found: BTreeMap<&SourcePath, (&'static str, Date)> = BTreeMap::new();
    for (path, bytes) in &before.calendars {
        let Some(body) = after.built.files.get(path) else { continue };
        let language = language(after.built, path);
        let is = calendar::read(language, &body.read()?);
        for (name, entry) in calendar::read(language, bytes) {
            let (_, uid, date) = &name;
            let Some(day) = day_of(&entry).filter(|day| *day >= site.today()) else { continue };
            if date.is_some() || is.contains_key(&name) {
                continue;
            }
            let of_extra = site.events.iter().find(|event| {
                site.uid("event", &format!("{}/{day}", event.id)).to_string() == *uid
            });
            let known = records.get(uid).copied();
            let known = known.filter(|it| site.uid("deadline", it.id).to_string() != *uid);
            let extra = of_extra.and_then(|event| {
                Record::of(site, &(ItemKind::Event, event.id.clone())).map(|it| (it, "repeat"))
            });
            let Some((record, key)) = extra.or_else(|| known.map(|it| (it, "start"))) else {
                continue;
            };
            if is_public(after, &record) && !has_own(after, &record, uid)? {
                found.entry(record.file).or_insert((key, day));
            }
        }
    }
    let told = found.into_iter().map(|(file, (key, day))| {
        let problem = PromiseProblem::EntryLost { day: day.to_string() };
        Diagnostic::new(file, value_of(key), problem)
    });
    Ok(told.collect())
}

/// The day on which an entry begins.
fn day_of(entry: &Entry) -> Option<Date> {
    let start = entry.visible.get("DTSTART")?.first()?;
    let (_, value) = start.rsplit_once(':')?;
    Date::strptime("%Y%m%d", value.get(..8)?).ok()
}

/// The page and the calendar file of a record.
fn routes<'r>(record: &Record<'r>) -> Option<[Route<'r>; 2]> {
    match record.kind {
        ItemKind::Event => Some([Route::Event(record.id), Route::EventCalendar(record.id)]),
        ItemKind::Delegation => {
            Some([Route::Delegation(record.id), Route::DelegationCalendar(record.id)])
        }
        ItemKind::Release => None,
    }
}

/// Whether it has a page. Of what is hidden that is told.
fn is_public(after: After<'_>, record: &Record<'_>) -> bool {
    let routes_of_site = &after.built.hosting.routes;
    let page = routes(record).map(|[page, _]| out_path(&routes_of_site.path(page)));
    page.is_some_and(|page| after.built.files.contains_key(&page))
}

/// Whether its own calendar file still has an entry: then it only left a list.
fn has_own(after: After<'_>, record: &Record<'_>, uid: &str) -> io::Result<bool> {
    let routes_of_site = &after.built.hosting.routes;
    let Some([_, calendar]) = routes(record) else { return Ok(false) };
    let Some(body) = after.built.files.get(&out_path(&routes_of_site.path(calendar))) else {
        return Ok(false);
    };
    Ok(calendar::read("", &body.read()?).keys().any(|(_, other, _)| other == uid))
}
