//! The HTML pages. [`PageKind`] lists them all; each kind has its view, made from the site
//! in a file of its own, and a template in the theme that sees that view and nothing else.

mod accessibility;
mod calendar;
mod contact;
mod country;
mod delegation;
mod event;
mod extras;
mod facets;
mod gallery;
mod home;
mod icons;
mod kind;
mod languages;
mod layout;
mod list;
mod list_item;
mod map;
mod once;
mod page;
mod paint;
mod parts;
mod qr;
mod registration;
mod release;
mod repeat;
mod search;
mod share;
mod simple;
mod subscribe;
mod text;
mod time;
mod visits;

use std::sync::Arc;

use jiff::Timestamp;
use tera::Value;

use super::{Artifact, Context};
use crate::diagnostic::Diagnostic;
use crate::files::Body;
use crate::markdown::anchor;
use crate::memo::{self, Key};
use crate::model::page::PageRecord;
use crate::place::SourcePath;
use crate::route::{Route, out_path};
use crate::site::{CountryEntry, Delegation, Event, KindEntry, Release, SectorEntry, Site};
use crate::typography;
use layout::Layout;
use list_item::ListItems;
use text::PageSite;

pub use icons::plan as icons;
pub use languages::{Alternate, alternates};
pub use layout::{Global, themed};
pub use list_item::{event_state, hidden as hidden_state, visit_state};
pub use qr::QrView;
pub use share::{ShareImages, plan as share_images};
pub use subscribe::GROUPS;

/// How many items a page of a list has; more continue on `…/2/`.
pub const PER_PAGE: usize = 100;

/// A page of the site. Lists say which of their pages, from 1.
#[derive(Debug, Clone, Copy)]
pub enum PageKind<'s> {
    /// The home page.
    Home,
    /// Upcoming events.
    Events(usize),
    /// The events of a year.
    EventYear(i16, usize),
    /// The events of a kind.
    EventKind(&'s KindEntry, usize),
    /// An event.
    Event(&'s Event),
    /// How to subscribe to calendars.
    Subscribe,
    /// Countries and their visits.
    Delegations(usize),
    /// A visit.
    Delegation(&'s Delegation),
    /// The programme of a visit, one sheet to print.
    DelegationSheet(&'s Delegation),
    /// A country.
    Country(&'s CountryEntry, usize),
    /// A sector.
    Sector(&'s SectorEntry, usize),
    /// The latest releases.
    Press,
    /// The releases of a year.
    PressYear(i16, usize),
    /// A release.
    Release(&'s Release),
    /// The search, and everything as a list.
    Search(usize),
    /// A page that an editor wrote.
    Page(&'s PageRecord),
    /// The page for addresses that lead nowhere.
    NotFound,
    /// Every component in every state, in a preview.
    Gallery,
}

/// How many pages a list of so many items has.
pub fn count_of_pages(items: usize) -> usize {
    items.div_ceil(PER_PAGE).max(1)
}

/// Every page of a site, in the order of the contract.
pub fn all<'p>(site: &Site<'p>) -> Vec<PageKind<'p>> {
    let programme = site.programme;
    let pages_of = |items: usize| 1..=count_of_pages(items);
    let mut pages = vec![PageKind::Home];
    pages.extend(pages_of(site.upcoming().count()).map(PageKind::Events));
    for (year, events) in programme.event_years.iter().rev() {
        pages.extend(pages_of(events.len()).map(|page| PageKind::EventYear(*year, page)));
    }
    for entry in &programme.kind_entries {
        pages.extend(pages_of(entry.events.len()).map(|page| PageKind::EventKind(entry, page)));
    }
    pages.extend(programme.events.iter().map(PageKind::Event));
    pages.push(PageKind::Subscribe);
    pages.extend(pages_of(site.countries.len()).map(PageKind::Delegations));
    pages.extend(programme.delegations.iter().map(PageKind::Delegation));
    let planned = programme.delegations.iter().filter(|visit| !visit.events.is_empty());
    pages.extend(planned.map(PageKind::DelegationSheet));
    for entry in &site.countries_by_name {
        let longest = country::longest_list(&entry.about);
        pages.extend(pages_of(longest).map(|page| PageKind::Country(entry, page)));
    }
    for entry in &site.sectors_by_name {
        let longest = country::longest_list(&entry.about);
        pages.extend(pages_of(longest).map(|page| PageKind::Sector(entry, page)));
    }
    pages.push(PageKind::Press);
    for (year, releases) in programme.press_years.iter().rev() {
        pages.extend(pages_of(releases.len()).map(|page| PageKind::PressYear(*year, page)));
    }
    pages.extend(programme.releases.iter().map(PageKind::Release));
    pages.extend(pages_of(search::count(site)).map(PageKind::Search));
    pages.extend(programme.pages.iter().map(PageKind::Page));
    pages.push(PageKind::NotFound);
    pages.retain(|page| page.is_in(site));
    pages
}

impl<'s> PageKind<'s> {
    /// Whether it is there in the language of a site: what an editor wrote as a whole is not,
    /// unless somebody translated it.
    fn is_in(&self, site: &Site) -> bool {
        match self {
            PageKind::Release(release) => site.own(&release.body).is_some(),
            PageKind::Page(page) => site.own(&page.body).is_some(),
            PageKind::Search(_) => site.has_search(),
            _ => true,
        }
    }

    /// Its path on the site.
    pub fn path(&self, site: &Site) -> String {
        let (route, page) = self.route(site);
        site.routes.page_path(route, page)
    }

    fn route<'r>(&self, site: &'r Site) -> (Route<'r>, usize)
    where
        's: 'r,
    {
        match *self {
            PageKind::Home => (Route::Home, 1),
            PageKind::Events(page) => (Route::Events, page),
            PageKind::EventYear(year, page) => (Route::EventYear(year), page),
            PageKind::EventKind(entry, page) => (Route::EventKind(entry.kind.word()), page),
            PageKind::Event(event) => (Route::Event(&event.record.id), 1),
            PageKind::Subscribe => (Route::Subscribe, 1),
            PageKind::Delegations(page) => (Route::Delegations, page),
            PageKind::Delegation(visit) => (Route::Delegation(&visit.record.id), 1),
            PageKind::DelegationSheet(visit) => (Route::DelegationSheet(&visit.record.id), 1),
            PageKind::Country(entry, page) => (Route::Country(entry.country), page),
            PageKind::Sector(entry, page) => (Route::Sector(&entry.key), page),
            PageKind::Press => (Route::Press, 1),
            PageKind::PressYear(year, page) => (Route::PressYear(year), page),
            PageKind::Release(release) => (Route::Release(&release.record.id), 1),
            PageKind::Search(page) => (Route::Search, page),
            PageKind::Page(page) => (Route::Page(page.slug.get(&site.language)), 1),
            PageKind::NotFound => (Route::NotFound, 1),
            PageKind::Gallery => (Route::Gallery, 1),
        }
    }

    /// When its content was last changed; nothing for pages whose content has no date.
    pub fn modified(&self, site: &Site) -> Option<Timestamp> {
        match self {
            PageKind::Event(event) => Some(site.event_modified(event)),
            PageKind::Delegation(visit) => Some(site.visit_modified(visit)),
            PageKind::Release(release) => Some(release.publication.modified()),
            _ => None,
        }
    }

    /// Whether search engines shall list it.
    pub fn is_indexed(&self, site: &Site) -> bool {
        !site.drafts && !matches!(self, PageKind::NotFound | PageKind::Gallery)
    }

    /// The source file it stands for.
    pub fn origin(&self, site: &Site<'s>) -> Option<&'s SourcePath> {
        let translated = |file: &'s SourcePath| site.programme.file_in(file, &site.language);
        match self {
            PageKind::Event(event) => Some(&event.record.file),
            PageKind::Delegation(visit) | PageKind::DelegationSheet(visit) => {
                Some(&visit.record.file)
            }
            PageKind::Release(release) => Some(translated(&release.record.file)),
            PageKind::Page(page) => Some(translated(&page.file)),
            _ => None,
        }
    }

    /// Its template in the theme.
    pub fn template(&self) -> &'static str {
        match self {
            PageKind::Home => "home.html",
            PageKind::Events(_) => "events.html",
            PageKind::EventYear(..) | PageKind::PressYear(..) => "year.html",
            PageKind::EventKind(..) => "kind.html",
            PageKind::Event(_) => "event.html",
            PageKind::Subscribe => "subscribe.html",
            PageKind::Delegations(_) => "delegations.html",
            PageKind::Delegation(_) => "delegation.html",
            PageKind::DelegationSheet(_) => "sheet.html",
            PageKind::Country(..) | PageKind::Sector(..) => "topic.html",
            PageKind::Press => "press.html",
            PageKind::Release(_) => "release.html",
            PageKind::Search(_) => "search.html",
            PageKind::Page(_) => "page.html",
            PageKind::NotFound => "404.html",
            PageKind::Gallery => "gallery.html",
        }
    }

    fn view(
        &self,
        context: &Context<'_>,
        site: &PageSite,
        items: &ListItems<'_>,
    ) -> (Layout, Value) {
        match self {
            PageKind::Home => home::view(site, items),
            PageKind::Events(page) => list::upcoming(site, items, *page),
            PageKind::EventYear(year, page) => list::event_year(site, items, *year, *page),
            PageKind::EventKind(entry, page) => kind::view(site, items, entry, *page),
            PageKind::Event(event) => {
                let number = site.event_number(&event.id);
                let entry = number.and_then(|number| context.entries.event(number));
                event::view(site, items, event, entry)
            }
            PageKind::Subscribe => subscribe::subscribe(site),
            PageKind::Delegations(page) => visits::delegations(site, *page),
            PageKind::Delegation(visit) => {
                let number = site.delegation_number(&visit.id);
                let entry = number.and_then(|number| context.entries.visit(number));
                delegation::view(site, items, visit, entry)
            }
            PageKind::DelegationSheet(visit) => delegation::sheet(site, items, visit),
            PageKind::Country(entry, page) => country::country(site, items, entry, *page),
            PageKind::Sector(entry, page) => country::sector(site, items, entry, *page),
            PageKind::Press => list::press(site, items),
            PageKind::PressYear(year, page) => list::press_year(site, items, *year, *page),
            PageKind::Release(release) => release::view(site, items, release),
            PageKind::Search(page) => search::view(context, site, items, *page),
            PageKind::Page(page) => page::view(context, site, page),
            PageKind::NotFound => page::not_found(site, items),
            PageKind::Gallery => gallery::view(site),
        }
    }

    fn render(
        &self,
        context: &Context<'_>,
        items: &ListItems<'_>,
    ) -> Result<Body, Box<Diagnostic>> {
        let site = PageSite::of(context);
        let (layout, view) = self.view(context, &site, items);
        let layout = layout.complete(context, self, site.shows_original());
        let key = || context.key(self.template(), &[&layout, &view]);
        context.memos.pages.get(key, || {
            let mut values = tera::Context::new();
            values.insert_value("page", layout.clone());
            values.insert_value("view", view.clone());
            let html = anchor::settle(context.theme.render(self.template(), &values)?);
            Ok(typography::page(html, context.site.language.tag()).into())
        })
    }
}

/// A hash of what is the same for every page: templates, texts, globals.
pub(super) fn basis(appearance: Key, global: &Global) -> Key {
    memo::key(&[appearance.as_bytes(), &json(global)])
}

pub(super) fn json<T: serde::Serialize>(value: &T) -> Vec<u8> {
    // Texts, numbers and lists of them always have a JSON form.
    serde_json::to_vec(value).unwrap_or_default()
}

/// All pages.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let items = Arc::new(ListItems::of(context));
    let mut pages = all(context.site);
    let address = PageKind::Gallery.path(context.site);
    // An editor may have a page there.
    if context.gallery && pages.iter().all(|page| page.path(context.site) != address) {
        pages.push(PageKind::Gallery);
    }
    pages
        .into_iter()
        .map(|page| {
            let path = out_path(&page.path(context.site));
            let items = items.clone();
            Artifact::new(path, page.origin(context.site), move || page.render(context, &items))
        })
        .collect()
}
