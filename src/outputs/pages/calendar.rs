//! Getting events into calendars: the ways to add one, and to subscribe to a feed.

use serde::Serialize;

use super::text::{PageSite, Text};
use crate::icalendar::Entry;
use crate::outputs::calendar::{AddLinks, SubscribeLinks, feed_name};
use crate::route::Route;

/// How to get one event into a calendar.
#[derive(Debug, Serialize)]
pub struct AddView {
    /// Its calendar file.
    file: String,
    /// What to call that.
    label: String,
    /// Calendars on the web; not for what is called off.
    on_the_web: Option<AddLinks>,
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
        on_the_web: entry.filter(|_| !off).map(AddLinks::of),
    }
}

/// How to subscribe to a feed.
#[derive(Debug, Serialize)]
pub struct FeedView {
    name: Text,
    /// The whole address, to be copied.
    url: String,
    file: String,
    /// What opens a program.
    pub links: SubscribeLinks,
}

/// The ways to subscribe to a feed. Beside other calendars it goes by its own name, which says whose
/// it is; on a page of the site a shorter one does.
pub fn feed(site: &PageSite, route: Route<'_>, name: impl Into<Text>) -> FeedView {
    let url = site.routes.absolute(route);
    let name = name.into();
    FeedView {
        links: SubscribeLinks::of(
            &url,
            &feed_name(site, route, &name.text),
            site.large_feeds.have(&site.routes.path(route)),
        ),
        name,
        url,
        file: site.routes.href(route),
    }
}
