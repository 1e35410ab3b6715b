//! Getting events into calendars: the ways to add one, and to subscribe to a feed.

use serde::Serialize;

use super::text::{PageSite, Text};
use crate::icalendar::Entry;
use crate::outputs::calendar::{AddLinks, SubscribeLinks};
use crate::route::Route;

/// How to get one event into a calendar.
#[derive(Debug, Serialize)]
pub struct AddView {
    /// Its calendar file.
    file: String,
    /// What to call that.
    label: String,
    /// Calendars on the web; not for what is called off.
    others: Option<WebView>,
}

/// The ways to add an entry. What is called off is not added any more: its file tells a calendar
/// that has the event already.
pub fn add(
    site: &PageSite,
    file: Route<'_>,
    label: &str,
    entry: Option<&Entry>,
    off: bool,
) -> AddView {
    let label = if off { "calendar.update" } else { label };
    AddView {
        file: site.routes.href(file),
        label: site.strings.get(label).to_owned(),
        others: entry.filter(|_| !off).map(AddLinks::of).map(|links| WebView {
            google: links.google,
            outlook: links.outlook,
            office: links.office,
        }),
    }
}

/// Links to calendars on the web.
#[derive(Debug, Serialize)]
struct WebView {
    google: String,
    outlook: String,
    office: String,
}

/// How to subscribe to a feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    name: Text,
    webcal: String,
    /// The whole address, to be copied.
    url: String,
    file: String,
    others: WebView,
}

/// The ways to subscribe to a feed.
pub fn feed(site: &PageSite, route: Route<'_>, name: impl Into<Text>) -> FeedView {
    let url = site.routes.absolute(route);
    let name = name.into();
    let links = SubscribeLinks::of(&url, &name.text);
    FeedView {
        name,
        webcal: links.webcal,
        url,
        file: site.routes.href(route),
        others: WebView { google: links.google, outlook: links.outlook, office: links.office },
    }
}
