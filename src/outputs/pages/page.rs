//! Pages that an editor wrote, and the page for addresses that lead nowhere.

use serde::Serialize;
use tera::Value;

use super::layout::Layout;
use super::parts::TimeView;
use crate::content::page::PageRecord;
use crate::dates::Dates;
use crate::route::Route;
use crate::site::Site;

#[derive(Serialize)]
struct View {
    title: String,
    body: String,
    reviewed: Option<TimeView>,
}

/// A page that an editor wrote.
pub fn view(site: &Site, page: &PageRecord) -> (Layout, Value) {
    let language = &site.language;
    let title = page.title.get(language);
    let view = View {
        title: title.clone(),
        body: site.html(page.body.get(language), |path| site.routes.link(path)),
        reviewed: page
            .reviewed
            .map(|day| TimeView { datetime: day.to_string(), text: Dates(&site.strings).day(day) }),
    };
    let description = page.description.as_ref().map(|text| text.get(language).clone());
    let layout = Layout {
        title: title.as_str().into(),
        description: description.unwrap_or_default(),
        section: site.page_path(page),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}

#[derive(Serialize)]
struct NotFound {
    events: String,
    delegations: String,
    press: String,
}

/// The page for addresses that lead nowhere.
pub fn not_found(site: &Site) -> (Layout, Value) {
    let view = NotFound {
        events: site.routes.href(Route::Events),
        delegations: site.routes.href(Route::Delegations),
        press: site.routes.href(Route::Press),
    };
    let layout = Layout {
        title: site.strings.get("not_found.title").into(),
        description: site.strings.get("not_found.lead").to_owned(),
        ..Layout::default()
    };
    (layout, Value::from_serializable(&view))
}
