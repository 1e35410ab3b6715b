//! What a server has to know beside the files: what is gone, what has moved, and where the site
//! is mounted.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases;
use crate::files::OutPath;
use crate::route::{Routes, out_path};
use crate::site::Site;

/// What a server has to know beside the files.
#[derive(Debug)]
pub struct Hosting {
    /// Makes links; knows where the site is mounted.
    pub routes: Routes,
    /// The files of what is gone for good (`gone` in site.yaml).
    pub gone: BTreeSet<OutPath>,
    /// Links to where things are now, by the files of their old addresses.
    pub moved: BTreeMap<OutPath, String>,
}

impl Hosting {
    /// The facts of a site in the default language, at `base_url`.
    pub fn of(site: Option<&Site<'_>>, base_url: &str) -> Self {
        let Some(site) = site else {
            let routes = Routes::new(base_url, Vec::new());
            return Hosting { routes, gone: BTreeSet::new(), moved: BTreeMap::new() };
        };
        let link = |(stub, _, target)| (stub, site.routes.href(target));
        Hosting {
            routes: site.routes.clone(),
            gone: site.config.gone.iter().map(|path| out_path(&path.0)).collect(),
            moved: aliases::all(site).into_iter().map(link).collect(),
        }
    }
}
