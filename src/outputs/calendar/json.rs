//! The main feed in JSON, where site.yaml switches it on. Both are made from what the feed's
//! file is made from.

use super::feed::{Feed, everything};
use super::file;
use crate::icalendar::{jcal, jscalendar};
use crate::outputs::{Artifact, Context};
use crate::route::{Route, out_path};

/// The files that are switched on.
pub(super) fn artifacts<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let (site, entries) = (context.site, &context.entries);
    let outputs = site.config.outputs;
    let path = |route| out_path(&site.routes.path(route));
    let as_jcal = outputs.jcal.then(|| {
        file::artifact(path(Route::CalendarJcal), None, move || {
            Feed::everything(site).file(context).map(jcal)
        })
    });
    let as_jscalendar = outputs.jscalendar.then(|| {
        Artifact::new(path(Route::CalendarJscalendar), None, move || {
            let feed = Feed::everything(site);
            let calendar = feed.calendar(site, &everything(site, entries));
            let uid = site.uid("calendar", "events").to_string();
            Ok(jscalendar(&calendar, &uid).into_bytes().into())
        })
    });
    as_jcal.into_iter().chain(as_jscalendar).collect()
}
