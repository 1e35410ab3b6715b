//! Why an event, visit, release or page is as it is.

use serde::{Serialize, Serializer};

use super::appearance::{Appearance, is_calendar};
use super::origin::{Origin, origins};
use super::{Build, Builds, Instant};
use crate::files::OutPath;
use crate::model::ContentKind;
use crate::model::shared::Publication;
use crate::query::item::{Item, Visibility};
use crate::route::{Route, out_path};
use crate::site::{Site, TimedChange};
use crate::values::{Days, SitePath};

/// Why an item is as it is.
#[derive(Debug, Serialize)]
pub struct ItemAnswer {
    /// `event`, `delegation`, `press`, `page`.
    #[serde(serialize_with = "word")]
    pub kind: ContentKind,
    /// The stem of its file.
    pub id: String,
    /// Its name in the language of the site.
    pub title: String,
    /// The old address by which it was named.
    pub asked_by_alias: Option<String>,
    /// `public`, `draft`, `embargoed`.
    pub visibility: &'static str,
    /// Whether it is marked as a draft.
    pub draft: bool,
    /// Until when nothing of it is shown, by `embargo` or by its date, if that is ahead.
    pub embargo: Option<Instant>,
    /// The key of its date, if that hides it.
    #[serde(skip)]
    pub hidden_by: Option<&'static str>,
    /// Whether hidden items are shown in this build (`--drafts`).
    pub drafts_shown: bool,
    /// The instant the answer is about.
    pub now: Instant,
    /// The zone of the site.
    pub timezone: String,
    /// When it was published.
    pub published: Option<Instant>,
    /// When it was last changed, if it was.
    pub updated: Option<Instant>,
    /// The word of `status`.
    pub status: Option<&'static str>,
    /// Whether it is ahead, running or over.
    pub stage: Option<Stage>,
    /// Its address.
    pub url: String,
    /// The file of its page.
    pub path: OutPath,
    /// Old addresses that lead to it.
    pub aliases: Vec<String>,
    /// Every file that is made from its source file alone.
    pub files: Vec<OutPath>,
    /// Calendar files that hold it; of a hidden item those that will.
    pub calendars: Vec<OutPath>,
    /// The main calendar, if it has dropped it, and the months that it keeps.
    pub dropped_from: Option<Dropped>,
    /// Other files that lead to it; of a hidden item those that will.
    pub linked_from: Vec<OutPath>,
    /// What it is made from.
    pub made_from: Vec<Origin>,
    /// When it changes by itself.
    pub next_change: Option<NextChange>,
}

fn word<S: Serializer>(kind: &ContentKind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.word())
}

/// Whether something is ahead, running or over, and the instant at which that ends or ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "instant", rename_all = "kebab-case")]
pub enum Stage {
    /// It begins then.
    Ahead(Instant),
    /// It lasts until then.
    Running(Instant),
    /// It is over since then.
    Over(Instant),
}

/// Why the main calendar does not have it.
#[derive(Debug, Serialize)]
pub struct Dropped {
    /// The calendar file.
    pub path: OutPath,
    /// `calendar.keep` in site.yaml.
    pub keep_months: u32,
}

/// When an item changes by itself.
#[derive(Debug, Serialize)]
pub struct NextChange {
    /// When.
    pub at: Instant,
    /// Why.
    pub cause: &'static str,
    /// In whose file.
    pub file: String,
    /// Why, for people.
    #[serde(skip)]
    pub reason: crate::site::Cause,
}

impl ItemAnswer {
    pub(super) fn new(builds: &Builds<'_>, item: Item<'_>, alias: Option<String>) -> Self {
        let build = builds.of(item);
        let site = build.site();
        let file = item.file();
        let item = Item::all(site.programme).find(|same| same.file() == file).unwrap_or(item);
        let publication = item.publication();
        let visibility = item.visibility(site.now);
        let path = out_path(&item.page().path(site));
        let own: Vec<OutPath> = own_files(build, item);
        let elsewhere = |found: &OutPath| *found != path && !found.starts_with("sitemap");
        let (calendars, linked_from): (Vec<OutPath>, Vec<OutPath>) = Appearance::of(build, item)
            .paths(build)
            .into_iter()
            .filter(|found| is_calendar(found) || (elsewhere(found) && !own.contains(found)))
            .partition(|found| is_calendar(found));
        ItemAnswer {
            kind: item.kind(),
            id: item.id().to_owned(),
            title: item.title().to_owned(),
            asked_by_alias: alias,
            visibility: visibility.word(),
            draft: item.is_draft(),
            embargo: publication.and_then(|found| found.hidden_until(site.now)).map(Instant),
            hidden_by: publication
                .filter(|publication| publication.is_dated_ahead(site.now))
                .map(|_| item.kind().date_key()),
            drafts_shown: builds.shown().site().drafts && visibility != Visibility::Public,
            now: Instant(site.now),
            timezone: site.zone().iana_name().unwrap_or("UTC").to_owned(),
            published: publication.map(|publication| Instant(publication.published)),
            updated: publication.and_then(updated),
            status: status(item),
            stage: stage(site, item),
            url: site.routes.url(&item.page().path(site)),
            aliases: aliases(item).iter().map(|alias| alias.0.clone()).collect(),
            dropped_from: dropped(site, item, &calendars),
            made_from: origins(build, builds.sources, item),
            next_change: next_change(site, item),
            path,
            files: own,
            calendars,
            linked_from,
        }
    }
}

/// Old addresses of an item.
pub(super) fn aliases(item: Item<'_>) -> &[SitePath] {
    match item {
        Item::Page(page) => &page.aliases,
        _ => item.publication().map_or(&[], |publication| &publication.aliases),
    }
}

fn own_files(build: &Build<'_>, item: Item<'_>) -> Vec<OutPath> {
    let made = build.built.origins.iter().filter(|(_, origin)| *origin == item.file());
    let mut paths: Vec<OutPath> = made.map(|(path, _)| path.clone()).collect();
    paths.sort();
    paths
}

fn updated(publication: &Publication) -> Option<Instant> {
    let modified = publication.modified();
    (modified != publication.published).then_some(Instant(modified))
}

fn status(item: Item<'_>) -> Option<&'static str> {
    match item {
        Item::Event(event) => Some(event.overall_status().word()),
        Item::Delegation(visit) => Some(visit.status.word()),
        Item::Release(_) | Item::Page(_) => None,
    }
}

fn stage(site: &Site<'_>, item: Item<'_>) -> Option<Stage> {
    let (begins, over) = match item {
        Item::Event(event) => (site.occurrence(event).starts(), event.over()?),
        Item::Delegation(visit) => {
            let Days { first, last } = visit.dates.days();
            let start = |day: jiff::civil::Date| day.to_zoned(site.zone().clone()).ok();
            (start(first)?.timestamp(), start(last.tomorrow().ok()?)?.timestamp())
        }
        Item::Release(_) | Item::Page(_) => return None,
    };
    Some(if site.now >= over {
        Stage::Over(Instant(over))
    } else if site.now >= begins {
        Stage::Running(Instant(over))
    } else {
        Stage::Ahead(Instant(begins))
    })
}

fn dropped(site: &Site<'_>, item: Item<'_>, calendars: &[OutPath]) -> Option<Dropped> {
    let last = match item {
        Item::Event(event) => event.days().last,
        Item::Delegation(visit) if visit.is_fixed() => visit.dates.days().last,
        _ => return None,
    };
    let path = out_path(&site.routes.path(Route::Calendar));
    let keep = site.config.calendar.keep.filter(|_| !site.is_kept(last))?;
    (!calendars.contains(&path)).then_some(Dropped { path, keep_months: keep.months })
}

/// A hidden item changes when its embargo ends or its date comes; before that, nothing of it is there to change.
fn next_change(site: &Site<'_>, item: Item<'_>) -> Option<NextChange> {
    let visibility = item.visibility(site.now);
    let embargo = site.embargoes().filter(|change| change.file == &**item.file());
    let own: Vec<TimedChange<'_>> = match (visibility, item) {
        (Visibility::Draft, _) => Vec::new(),
        (Visibility::Embargoed(_), _) => embargo.collect(),
        (Visibility::Public, Item::Event(event)) => site.event_changes(event).collect(),
        (Visibility::Public, Item::Delegation(visit)) => site.visit_changes(visit).collect(),
        (Visibility::Public, Item::Release(_) | Item::Page(_)) => Vec::new(),
    };
    let contact = item.contact().filter(|_| visibility == Visibility::Public);
    let contact = contact.and_then(|key| site.contacts.get_key_value(&key.0));
    let contact = contact.and_then(|(key, contact)| site.contact_change(key, contact));
    let consents = site.consent_changes();
    let consents = consents.filter(|change| change.file == &**item.file());
    let next = own.into_iter().chain(contact).chain(consents).min_by_key(|change| change.at)?;
    Some(NextChange {
        at: Instant(next.at),
        cause: next.cause.word(),
        file: next.file.to_owned(),
        reason: next.cause,
    })
}
