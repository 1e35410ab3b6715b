//! Addresses that were there and are not any more. Bookmarks, search engines and calendars have
//! them; each needs `aliases` or `gone`. One finding for each cause: a deleted event takes its
//! pages in all languages, its calendar files and its attachments with it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use super::items::{ItemKind, Items, Name};
use super::record::Record;
use super::{After, Before, value_of};
use crate::diagnostic::Diagnostic;
use crate::files::OutPath;
use crate::outputs::stub_path;
use crate::place::{SourcePath, Spot};
use crate::problem::{PromiseProblem, SiteWarning};
use crate::route::{Route, Routes, address, encode, out_path};
use crate::values::{Id, SitePath, Value as _};

/// Why addresses are not there any more.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    /// A record is there and hidden: its file.
    Hidden(SourcePath),
    /// An item is not there, or not all of it.
    Item(Name),
    /// Everything below a folder is not there: a language, or a word in addresses.
    Folder(String),
    /// A single file is not there.
    File(String),
}

/// The addresses that a site would lose.
pub(super) fn lost(before: &Before, after: After<'_>, items: &Items) -> Vec<Diagnostic> {
    let routes = &after.built.hosting.routes;
    let languages: Vec<Routes> = routes.languages().map(|language| routes.to(language)).collect();
    let hidden = hidden_paths(after, &languages);
    let hidden_files: BTreeSet<&SourcePath> = hidden.values().copied().collect();
    let hidden_item = |name: &Name| {
        let record = Record::of(after.everything, name)?;
        hidden_files.contains(record.file).then(|| record.file.clone())
    };
    let mut causes: BTreeMap<Cause, Vec<&str>> = BTreeMap::new();
    let is_lost = |path: &&String| {
        let (files, hosting) = (&after.built.files, &after.built.hosting);
        !files.contains_key(*path)
            && !hosting.gone.contains(*path)
            && !hosting.moved.contains_key(*path)
    };
    let lost = before.files.iter().filter(is_lost);
    for path in lost.filter(|path| is_promised(&languages, path)) {
        let cause = match hidden.get(path) {
            Some(file) => Cause::Hidden((*file).clone()),
            None => match cause(before, &languages, path) {
                Cause::Item(name) => hidden_item(&name).map_or(Cause::Item(name), Cause::Hidden),
                cause => cause,
            },
        };
        causes.entry(cause).or_default().push(path);
    }
    causes.iter().map(|(cause, paths)| diagnostic(before, after, items, cause, paths)).collect()
}

/// What is free to go for a while, with the record that hides it: pages and calendar files of what
/// is hidden, old addresses that lead there, and files that it names.
fn hidden_paths<'a>(after: After<'a>, languages: &[Routes]) -> BTreeMap<OutPath, &'a SourcePath> {
    let site = after.everything;
    let mut hidden = BTreeMap::new();
    let mut files = BTreeSet::new();
    let mut add = |file: &'a SourcePath, aliases: &[SitePath], routes: Vec<String>| {
        let paths: Vec<OutPath> = routes.iter().map(|path| out_path(path)).collect();
        if paths.iter().any(|path| after.built.files.contains_key(path)) {
            return;
        }
        files.insert(file);
        hidden.extend(paths.into_iter().chain(aliases.iter().map(stub_path)).map(|at| (at, file)));
    };
    let each = |of: &dyn Fn(&Routes) -> Vec<String>| -> Vec<String> {
        languages.iter().flat_map(of).collect()
    };
    for event in &site.events {
        let (page, calendar) = (Route::Event(&event.id), Route::EventCalendar(&event.id));
        let paths = each(&|routes| vec![routes.path(page), routes.path(calendar)]);
        add(&event.file, &event.publication.aliases, paths);
    }
    for visit in &site.delegations {
        let (page, calendar) = (Route::Delegation(&visit.id), Route::DelegationCalendar(&visit.id));
        let paths = each(&|routes| vec![routes.path(page), routes.path(calendar)]);
        add(&visit.file, &visit.publication.aliases, paths);
    }
    for release in &site.releases {
        let (page, text) = (Route::Release(&release.id), Route::ReleaseText(&release.id));
        let paths = each(&|routes| vec![routes.path(page), routes.path(text)]);
        add(&release.file, &release.publication.aliases, paths);
    }
    for page in &site.pages {
        let languages = languages.iter().zip(&site.config.languages);
        let paths =
            languages.map(|(routes, language)| routes.path(Route::Page(page.slug.get(language))));
        add(&page.file, &page.aliases, paths.collect());
    }
    let links = site.links.iter().filter(|written| files.contains(&written.file));
    hidden.extend(links.filter_map(|written| {
        Some((format!("media/{}", written.link.target.media()?), &written.file))
    }));
    hidden
}

/// Whether somebody may rely on an address. Not on what pages are made with (scripts, pictures in
/// derived sizes, what has a hash in its name), nor on what appears and disappears by itself.
fn is_promised(languages: &[Routes], path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let (_, ending) = name.rsplit_once('.').unwrap_or(("", ""));
    if has_hash(name) {
        return false;
    }
    let is_of_topic = languages.iter().any(|routes| {
        let (home, words) = (home(routes), routes.words());
        let below = path.strip_prefix(&home).and_then(|path| path.split_once('/'));
        below.is_some_and(|(word, rest)| {
            let is_of_kind = || rest.split('/').next() == Some(words.kinds.as_str());
            word == words.countries || word == words.sectors || word == words.events && is_of_kind()
        })
    });
    if is_of_topic {
        return false;
    }
    match ending {
        "html" | "ics" => {
            let folder = folders.rsplit('/').next().unwrap_or_default();
            folder.is_empty() || !folder.bytes().all(|c| c.is_ascii_digit())
        }
        "xml" => !name.starts_with("sitemap"),
        "json" => true,
        "gz" => false,
        _ => path.starts_with("media/"),
    }
}

/// Whether a part of a name is a hash of its content: `app.3f9a01bc.css`.
fn has_hash(name: &str) -> bool {
    let is_hash = |part: &str| {
        part.len() >= 8
            && part.bytes().all(|c| c.is_ascii_hexdigit())
            && part.bytes().any(|c| c.is_ascii_digit())
            && part.bytes().any(|c| c.is_ascii_alphabetic())
    };
    let mut parts = name.split(['.', '-']).skip(1);
    parts.any(is_hash)
}

/// Where a language begins: nothing, or `en/`.
fn home(routes: &Routes) -> String {
    routes.path(Route::Home).trim_start_matches('/').to_owned()
}

fn cause(before: &Before, languages: &[Routes], path: &str) -> Cause {
    if let Some(name) = item_at(languages, path) {
        return Cause::Item(name);
    }
    if path.starts_with("media/") {
        let address = format!("/{}", encode(path));
        let item = before.items.that_shows(&address).cloned();
        return item.map_or_else(|| Cause::File(path.to_owned()), Cause::Item);
    }
    // The outermost folder whose own page went too, with more than that.
    let ends = path.match_indices('/').map(|(end, _)| &path[..=end]);
    let known = |folder: &str| languages.iter().any(|routes| home(routes) == folder);
    let took = |folder: &&str| {
        let index = format!("{folder}index.html");
        let below = before.files.iter().filter(|other| other.starts_with(*folder));
        !known(folder) && before.files.contains(&index) && below.count() > 1
    };
    let mut folders = ends.filter(took);
    match folders.next() {
        Some(folder) => Cause::Folder(folder.to_owned()),
        None => Cause::File(path.to_owned()),
    }
}

/// The item whose page or calendar file is at a path, by the words that addresses have now.
fn item_at(languages: &[Routes], path: &str) -> Option<Name> {
    languages.iter().find_map(|routes| {
        let words = routes.words();
        let (word, rest) = path.strip_prefix(&home(routes))?.split_once('/')?;
        let kind = match word {
            word if word == words.events => ItemKind::Event,
            word if word == words.delegations => ItemKind::Delegation,
            word if word == words.press => ItemKind::Release,
            _ => return None,
        };
        let (id, is_file) = match rest.split_once('/') {
            Some((id, _)) => (id, false),
            None => (rest.strip_suffix(".ics")?, true),
        };
        // Feeds and the page about them.
        let is_feed = is_file && ["calendar", "reminders", "deadlines"].contains(&id);
        let is_changes = rest.ends_with("/feed.xml");
        let is_other = is_feed || is_changes || id == words.subscribe;
        (!is_other && Id::read(id).is_ok()).then(|| (kind, id.to_owned()))
    })
}

fn diagnostic(
    before: &Before,
    after: After<'_>,
    items: &Items,
    cause: &Cause,
    paths: &[&str],
) -> Diagnostic {
    let site = after.everything;
    let addresses: Vec<String> = paths.iter().map(|path| address(path)).collect();
    let first = addresses.iter().min_by_key(|address| address.len()).cloned().unwrap_or_default();
    let more = addresses.len() - 1;
    let list = |new: &[String]| {
        let old = site.config.gone.iter().map(|(_, gone)| gone.to_string());
        old.chain(new.iter().cloned()).collect::<Vec<_>>().join(", ")
    };
    let at_gone = |problem: PromiseProblem| {
        let part = if site.config.gone.is_empty() { Spot::Whole } else { value_of("gone") };
        Diagnostic::new(&site.config.file, part, problem)
    };
    if let Cause::Hidden(file) = cause {
        return Diagnostic::whole(file, SiteWarning::Withdrawn { address: first, more });
    }
    let Cause::Item(name) = cause else {
        let folder = matches!(cause, Cause::Folder(_));
        let problem =
            PromiseProblem::AddressLost { address: first, more, gone: list(&addresses), folder };
        return at_gone(problem);
    };
    let (kind, id) = name;
    if let Some(record) = Record::of(site, name) {
        let gone = list(&addresses);
        let problem = PromiseProblem::AddressLost { address: first, more, gone, folder: false };
        return Diagnostic::whole(record.file, problem);
    }
    let item = format!("{}/{id}", kind.folder());
    let media = paths.iter().filter(|path| path.starts_with("media/")).map(|path| address(path));
    let gone: Vec<String> = std::iter::once(item.clone()).chain(media).collect();
    let gone = list(&gone);
    if let Some(new) = renamed(before, items, name).and_then(|new| Record::of(site, new)) {
        let pages = paths.iter().filter(|path| path.ends_with(".html")).map(|path| address(path));
        let aliases = pages.collect::<Vec<_>>().join(", ");
        let old = id.clone();
        return Diagnostic::whole(new.file, PromiseProblem::Renamed { old, aliases, gone });
    }
    let ahead = is_ahead(before, after, name);
    at_gone(PromiseProblem::ItemLost { item, address: first, more, gone, ahead })
}

/// The item that an item is called now: a new one with the same title or, if it is an event or
/// a visit, the same beginning.
fn renamed<'i>(before: &Before, items: &'i Items, old: &Name) -> Option<&'i Name> {
    let same = |new: &Name, key: &str| {
        let (old, new) = (before.items.value(old, key), items.value(new, key));
        old.is_some() && old == new
    };
    let new = items.names().filter(|new| new.0 == old.0 && before.items.get(new).is_none());
    new.into_iter().find(|new| {
        same(new, "title") || (same(new, "start") && same(new, "end")) || same(new, "text")
    })
}

/// Whether an item that was published had not begun yet.
fn is_ahead(before: &Before, after: After<'_>, name: &Name) -> bool {
    let site = after.everything;
    let start = ["start", "first_day"].into_iter().find_map(|key| before.items.text(name, key));
    start.is_some_and(|start| match start.parse::<Timestamp>() {
        Ok(start) => site.now < start,
        Err(_) => start.parse::<Date>().is_ok_and(|day| site.today() <= day),
    })
}
