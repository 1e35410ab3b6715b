//! The same facts for programs: `data/events.json`, `delegations.json`, `press.json`, and the
//! accessibility statement. What stands there `docs/data.md` explains and [`schema`](crate::schema) describes.

mod accessibility;
mod delegation;
mod event;
mod release;
mod shared;

use serde::Serialize;

use super::{Artifact, Context};
use crate::files::Body;
use crate::route::{Route, out_path};

/// The data files.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    let (site, sites) = (context.site, context.sites);
    let path = |kind| out_path(&site.routes.path(Route::Data(kind)));
    let statement = site.statement.as_ref();
    let statement = statement.map(|statement| {
        Artifact::new(path("accessibility"), Some(&statement.file), move || {
            Ok(Body::json(&accessibility::data(sites, statement)))
        })
    });
    let items = vec![
        Artifact::new(path("events"), None, || {
            Ok(json(site.events.iter().map(|e| event::data(site, sites, e))))
        }),
        Artifact::new(path("delegations"), None, || {
            Ok(json(site.delegations.iter().map(|visit| delegation::data(site, sites, visit))))
        }),
        Artifact::new(path("press"), None, || {
            Ok(json(site.releases.iter().map(|r| release::data(site, sites, r))))
        }),
    ];
    items.into_iter().chain(statement).collect()
}

fn json<T: Serialize>(items: impl Iterator<Item = T>) -> Body {
    Body::json(&items.collect::<Vec<T>>())
}
