//! Whether calendars that have an entry will take over its change. They compare SEQUENCE,
//! DTSTAMP and LAST-MODIFIED (RFC 5545 3.8.7.2 to 3.8.7.4); an entry that changes without them
//! stays on many telephones as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;

use super::calendar::{self, Entry};
use super::items::{ItemKind, Items, Name, differences};
use super::record::Record;
use super::{After, Before, language, moved_to, value_of};
use crate::diagnostic::Diagnostic;
use crate::icalendar::{as_readers_get, unescape_text};
use crate::language::Translated;
use crate::model::config::FILE;
use crate::place::SourcePath;
use crate::problem::PromiseProblem;
use crate::site::Programme;

/// What changed in the entries of one record and is not told.
struct Untold<'a> {
    record: Record<'a>,
    /// The keys of the record after whose change SEQUENCE must rise.
    moved: BTreeSet<calendar::Key>,
    /// The latest stamp that is published.
    stamp: Timestamp,
    cause: Cause,
}

/// What an entry changed by.
#[derive(Debug)]
enum Cause {
    /// Its own record.
    Record,
    /// A venue, a contact, an organisation, or the funding notice of the site: the file and the key.
    Shared(&'static str, String),
}

/// The entries whose stamps do not tell that they changed.
pub(super) fn standing(
    before: &Before,
    after: After<'_>,
    items: &Items,
) -> io::Result<Vec<Diagnostic>> {
    let site = after.everything;
    let other_uid = |name: &&Name| {
        let (old, new) = (before.items.text(name, "uid"), items.text(name, "uid"));
        old.is_some() && new.is_some() && old != new
    };
    if items.names().find(other_uid).is_some() {
        let part = value_of("id");
        return Ok(vec![Diagnostic::new(&site.config.file, part, PromiseProblem::SiteIdChanged)]);
    }
    let records = Record::by_uid(site);
    let moved_to = moved_to(before, after);
    let mut changes: BTreeMap<&SourcePath, Untold<'_>> = BTreeMap::new();
    let mut others: BTreeMap<&SourcePath, &str> = BTreeMap::new();
    // The default language first: in it the data say what an entry changed by.
    let mut calendars: Vec<_> = before.calendars.iter().collect();
    calendars.sort_by_key(|(path, _)| !language(after.built, path).is_empty());
    for (path, bytes) in calendars {
        let Some(body) = after.built.files.get(path) else { continue };
        let language = language(after.built, path);
        let mut was = calendar::read(language, bytes);
        let is = calendar::read(language, &body.read()?);
        for (name, old) in &mut was {
            let Some((new, record)) = is.get(name).zip(records.get(&name.1)) else { continue };
            if let Some((from, to)) = &moved_to {
                old.rebase(from, to);
            }
            let seen = old.differences(new);
            if old.created != new.created && seen.contains("SUMMARY") && seen.contains("DTSTART") {
                others.insert(record.file, record.id);
                continue;
            }
            let moved = calendar::significant(&seen);
            if is_told(old, new, &seen, &moved) {
                continue;
            }
            let change = changes.entry(record.file).or_insert_with(|| {
                let facts = before.items.get(&record.name()).zip(items.get(&record.name()));
                let facts = facts.filter(|_| language.is_empty());
                let cause = match is_of_notice(site, language, (old, new), &seen) {
                    true => Cause::Shared("site", "funding_notice".to_owned()),
                    false => cause(site, record, (old, new), &seen, facts),
                };
                Untold { record: *record, moved: BTreeSet::new(), stamp: stamp(old), cause }
            });
            change.moved.extend(moved);
            change.stamp = change.stamp.max(stamp(old));
        }
    }
    // What is there is another event anyway.
    changes.retain(|file, _| !others.contains_key(file));
    let others = others.into_iter().map(|(file, id)| {
        Diagnostic::whole(file, PromiseProblem::OtherEvent { id: id.to_owned() })
    });
    Ok(others.chain(by_cause(before, items, site, changes.into_values())).collect())
}

/// One finding for each cause.
fn by_cause<'a>(
    before: &Before,
    items: &Items,
    site: &Programme,
    changes: impl Iterator<Item = Untold<'a>>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut shared: BTreeMap<(&str, String), (usize, Timestamp)> = BTreeMap::new();
    for change in changes {
        match &change.cause {
            Cause::Shared(file, key) if change.moved.is_empty() => {
                let (events, stamp) = shared.entry((file, key.clone())).or_default();
                *events += 1;
                *stamp = change.stamp.max(*stamp);
            }
            _ => found.push(of_record(before, items, site, &change)),
        }
    }
    found.extend(shared.into_iter().map(|((file, key), (entries, stamp))| {
        let at = next_time(site, stamp, site.zone());
        let file: SourcePath = format!("content/{file}.yaml").as_str().into();
        let part = value_of(&key);
        // site.yaml has no `updated`: that of the publisher counts for every entry.
        let publisher = site.config.organisation.as_ref().filter(|_| &*file == FILE);
        let publisher = publisher.map(|key| key.0.clone());
        let problem = PromiseProblem::SharedStampStands { key, entries, at, publisher };
        Diagnostic::new(&file, part, problem)
    }));
    found
}

/// Whether subscribers learn of a change.
fn is_told(
    old: &Entry,
    new: &Entry,
    seen: &BTreeSet<&str>,
    moved: &BTreeSet<calendar::Key>,
) -> bool {
    // Digits in UTC: their order is that of the instants.
    let later = new.stamp > old.stamp && new.modified > old.modified;
    let not_earlier = new.stamp >= old.stamp && new.sequence >= old.sequence;
    let risen = new.sequence > old.sequence;
    not_earlier && (seen.is_empty() || later) && (moved.is_empty() || risen)
}

fn stamp(entry: &Entry) -> Timestamp {
    let stamp = entry.stamp.trim_end_matches('Z');
    let stamp = jiff::civil::DateTime::strptime("%Y%m%dT%H%M%S", stamp).ok();
    let stamp = stamp.and_then(|stamp| stamp.to_zoned(TimeZone::UTC).ok());
    stamp.map_or(Timestamp::UNIX_EPOCH, |stamp| stamp.timestamp())
}

/// Whether nothing of an entry is otherwise but the funding notice, which stands before the address
/// of the page.
fn is_of_notice(
    site: &Programme,
    language: &str,
    (old, new): (&Entry, &Entry),
    seen: &BTreeSet<&str>,
) -> bool {
    let text = |entry: &Entry| {
        let description = entry.visible.get("DESCRIPTION").and_then(|values| values.first());
        let text = unescape_text(description?.strip_prefix(':')?);
        let (text, address) = text.rsplit_once("\n\n").unwrap_or(("", &text));
        Some((text.to_owned(), address.to_owned()))
    };
    let Some(((was, address_was), (is, address))) = text(old).zip(text(new)) else { return false };
    let languages = &site.config.languages;
    let language = languages.iter().find(|known| known.tag() == language).or(languages.first());
    let notice = site.config.funding_notice.as_ref().zip(language);
    let notice = notice.map(|(notice, language)| as_readers_get(notice.get(language)));
    let Some(rest) = is.strip_suffix(notice.as_deref().unwrap_or_default()) else { return false };
    seen.len() == 1
        && seen.contains("DESCRIPTION")
        && address == address_was
        && was.starts_with(rest)
}

/// What an entry changed by, when neither its times nor its status did: most things that change
/// in many entries at once are in one shared record. `facts` are the data of the item, before and
/// after, which is in the default language.
fn cause(
    site: &Programme,
    record: &Record<'_>,
    (old, new): (&Entry, &Entry),
    seen: &BTreeSet<&str>,
    facts: Option<(&Value, &Value)>,
) -> Cause {
    let only = |names: &[&str]| !seen.is_empty() && seen.iter().all(|name| names.contains(name));
    if only(&["ORGANIZER"]) {
        let address = |entry: &Entry| {
            let organizer = entry.visible.get("ORGANIZER").and_then(|values| values.first());
            organizer.and_then(|value| Some(value.rsplit_once(':')?.1.to_owned()))
        };
        let (contact, publisher) = (&site.config.calendar.organizer, &site.config.organisation);
        match (contact, publisher) {
            (_, Some(key)) if address(old) == address(new) => {
                return Cause::Shared("organisations", key.0.clone());
            }
            (Some(key), _) => return Cause::Shared("contacts", key.0.clone()),
            _ => return Cause::Record,
        }
    }
    let Some((was, is)) = facts else { return Cause::Record };
    let mut keys = differences(was, is);
    // They follow from the others.
    let follows = ["occurrences", "registration_stage", "updates", "modified"];
    keys.retain(|key| !follows.contains(key));
    let only_differs = |key: &str| keys.len() == 1 && keys.contains(key);
    // What was shown before and is there under another key was not edited: another is shown now.
    let language = site.config.default_language().tag();
    let before = |key: &str| was[key]["name"][language].as_str().unwrap_or_default();
    let is_other = |(other, name): (&String, &Translated<String>), key: &str, before: &str| {
        other != key && name.default == before
    };
    if let Some(key) = record.contact
        && only(&["CONTACT", "DESCRIPTION", "ORGANIZER"])
        && only_differs("contact")
        && !was["contact"].is_null()
        && !site.contacts.iter().any(|(k, c)| is_other((k, &c.name), key, before("contact")))
    {
        return Cause::Shared("contacts", key.to_owned());
    }
    if let Some(key) = record.venue
        && only(&["LOCATION", "GEO", "DESCRIPTION"])
        && only_differs("venue")
        && !was["venue"].is_null()
        && !site.venues.iter().any(|(k, v)| is_other((k, &v.name), key, before("venue")))
    {
        return Cause::Shared("venues", key.to_owned());
    }
    Cause::Record
}

/// The finding about a record.
fn of_record(before: &Before, items: &Items, site: &Programme, change: &Untold<'_>) -> Diagnostic {
    let record = &change.record;
    let has_updates = record.publication.has_updates;
    let at = next_time(site, change.stamp, record.zone);
    let Some(key) = change.moved.first().map(|(_, key)| *key) else {
        return Diagnostic::whole(record.file, PromiseProblem::StampStands { at, has_updates });
    };
    let previous = (record.kind == ItemKind::Event && key == "start").then(|| {
        let name = record.name();
        let (was, is) = (before.items.text(&name, "start")?, items.text(&name, "start")?);
        let local = |start| local_time(start, record.zone);
        Some(local(was)).filter(|was| *was != local(is))
    });
    let previous = previous.flatten();
    let keys = change.moved.iter().map(|(_, key)| *key).collect::<Vec<_>>().join(", ");
    let problem = PromiseProblem::SequenceStands { keys, at, previous, has_updates };
    Diagnostic::new(record.file, value_of(key), problem)
}

/// A beginning as an item writes it now: in its zone, which may be another than before. A day stays
/// a day.
fn local_time(start: &str, zone: &TimeZone) -> String {
    match start.parse::<Timestamp>() {
        Ok(at) => at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string(),
        Err(_) => start.to_owned(),
    }
}

/// When an update can be dated, to the minute: now, and later than what is published.
fn next_time(site: &Programme, published: Timestamp, zone: &TimeZone) -> String {
    let least = published.checked_add(1.minute()).unwrap_or(published);
    site.now.max(least).to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}
