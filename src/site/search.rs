//! What can be searched, and in which order it is shown where nothing else decides.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Site;
use crate::model::shared::Publication;
use crate::route::Route;
use crate::values::Gone;

/// From how many events, visits and releases on the search stands in the menu: fewer are found by
/// looking.
const WORTH_A_MENU_ENTRY: usize = 50;

/// Something that is found, by its number in the lists of [`Programme`](super::Programme).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Findable {
    /// An event.
    Event(usize),
    /// A visit.
    Delegation(usize),
    /// A release.
    Release(usize),
    /// A page of free text.
    Page(usize),
}

impl Site<'_> {
    /// Whether it has a page to search it. It has none when `outputs` in site.yaml leaves it out,
    /// and where something that an editor wrote has its address.
    pub fn has_search(&self) -> bool {
        *self.search.get_or_init(|| {
            self.config.outputs.search && !self.is_taken(&self.routes.path(Route::Search))
        })
    }

    /// Whether the search stands in the menu.
    pub fn shows_search(&self) -> bool {
        let items = self.events.len() + self.delegations.len() + self.releases.len();
        items >= WORTH_A_MENU_ENTRY && self.has_search()
    }

    /// Whether a page, an old address or what is gone for good has a path.
    fn is_taken(&self, path: &str) -> bool {
        let is_path = |other: &str| other.trim_end_matches('/') == path.trim_end_matches('/');
        let is_alias =
            |publication: &Publication| publication.aliases.iter().any(|alias| is_path(&alias.0));
        self.pages.iter().any(|page| {
            is_path(&self.page_path(page)) || page.aliases.iter().any(|alias| is_path(&alias.0))
        }) || self.events.iter().any(|event| is_alias(&event.publication))
            || self.delegations.iter().any(|visit| is_alias(&visit.publication))
            || self.releases.iter().any(|release| is_alias(&release.publication))
            || self
                .config
                .gone
                .iter()
                .any(|(_, gone)| matches!(gone, Gone::Path(path) if is_path(&path.0)))
    }

    /// Everything with a date: what lies ahead, the next first, then what is past, the latest
    /// first. After that the pages.
    pub fn findable(&self) -> Vec<Findable> {
        let mut dated: Vec<(Findable, bool, Date)> = Vec::new();
        for (number, event) in self.events.iter().enumerate() {
            let first = self.occurrence(event).date.days().first;
            dated.push((Findable::Event(number), self.is_upcoming(event), first));
        }
        for (number, visit) in self.delegations.iter().enumerate() {
            let first = visit.dates.days().first;
            dated.push((Findable::Delegation(number), self.is_visit_ahead(visit), first));
        }
        for (number, release) in self.releases.iter().enumerate() {
            dated.push((Findable::Release(number), false, release.date));
        }
        dated.sort_by_key(|(_, is_ahead, day)| {
            let (ahead, past) = if *is_ahead { (Some(*day), None) } else { (None, Some(*day)) };
            (!is_ahead, ahead, Reverse(past))
        });
        let dated = dated.into_iter().map(|(item, ..)| item);
        dated.chain((0..self.pages.len()).map(Findable::Page)).collect()
    }
}
