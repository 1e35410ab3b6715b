//! The page of a kind of events: who looks for a congress finds all of them, the next first.

use serde::Serialize;
use tera::Value;

use super::country::next_first;
use super::facets::{Facet, kind_name};
use super::layout::Layout;
use super::list::{DENSE, Pagination, event_facets, numbered, page_of, pagination};
use super::list_item::{ListItems, MonthView};
use super::text::{PageSite, Text};
use crate::route::Route;
use crate::site::KindEntry;

#[derive(Serialize)]
struct KindView {
    title: Text,
    /// »39 Veranstaltungen«
    count: String,
    /// What lies ahead.
    months: Vec<MonthView>,
    /// What was, the latest first.
    past: Vec<Value>,
    is_dense: bool,
    facets: Vec<Facet>,
    pagination: Option<Pagination>,
}

/// The page of a kind.
pub fn view(
    site: &PageSite,
    items: &ListItems<'_>,
    entry: &KindEntry,
    page: usize,
) -> (Layout, Value) {
    let is_ahead = |number: usize| site.is_upcoming(site.event(number));
    let events = next_first(&entry.events, is_ahead);
    let shown = page_of(&events, page);
    let ahead = shown.iter().take_while(|number| is_ahead(**number)).count();
    let (ahead, past) = shown.split_at(ahead);
    let route = Route::EventKind(entry.kind.word());
    let title = kind_name(site, &entry.kind);
    let view = KindView {
        title: title.clone(),
        count: site.strings.plural("events.count", events.len()),
        months: items.events_by_month(site, ahead),
        past: items.events(site, past),
        is_dense: shown.len() > DENSE,
        facets: event_facets(site, route),
        pagination: pagination(site, route, events.len(), page),
    };
    let description = site.strings.fill("events.kind_description", &[("kind", &title.text)]);
    let layout = Layout {
        title: Text { text: numbered(site, &title.text, page), ..title },
        description,
        ..Layout::below(site, "events.title", Route::Events)
    };
    (layout, Value::from_serializable(&view))
}
