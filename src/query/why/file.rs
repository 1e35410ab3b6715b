//! What a file is that belongs to no single item: a list, a feed, data, a picture, a template.

use serde::Serialize;

use super::appearance::Appearance;
use super::origin::origins;
use super::{Build, Builds, Instant};
use crate::files::OutPath;
use crate::model::config::FILE;
use crate::outputs;
use crate::problem::Lapse;
use crate::query::item::Item;
use crate::route::{out_path, site_path};
use crate::source::is_of_theme;

/// What a file is made from, or what is made from it.
#[derive(Debug, Serialize)]
pub struct FileAnswer {
    /// The path in the output; `None` for a source file from which none is made alone.
    pub path: Option<OutPath>,
    /// Its address.
    pub url: Option<String>,
    /// The source file of which it is a copy, or that the question is about.
    pub source: Option<String>,
    /// The template in the theme.
    pub template: Option<String>,
    /// The last day on which those in a picture agreed to be shown, if that is over.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_ended: Option<String>,
    /// Whether visitors can see it; `None` for a source file from which none is made alone.
    pub public: Option<bool>,
    /// The source files of the events, visits, releases and pages that it shows, or that use it.
    pub items: Vec<String>,
    /// Whether more than these depend on it: site.yaml, texts and shared templates of the theme.
    pub everywhere: bool,
    /// The instant the answer is about.
    pub now: Instant,
}

impl FileAnswer {
    /// About a file of the output.
    pub(super) fn of_output(builds: &Builds<'_>, path: OutPath) -> Self {
        let public = builds.shown().built.files.contains_key(&path);
        let build = if public { builds.shown() } else { &builds.everything };
        let site = build.site();
        let body = build.built.files.get(&path);
        // The menu and the footer lead to pages from everywhere.
        let items = Item::all(site.programme).filter(|item| !matches!(item, Item::Page(_)));
        let items = items.filter(|item| {
            body.is_some_and(|body| Appearance::of(build, *item).is_in(&path, body))
        });
        let pages = build.sites.iter().flat_map(|site| {
            outputs::pages(site).into_iter().map(|page| (out_path(&page.path(site)), page))
        });
        let template =
            pages.into_iter().find(|(of, _)| *of == path).map(|(_, page)| page.template());
        let templates = builds.sources.theme_texts(&site.config.theme, "templates");
        let template =
            template.and_then(|name| templates.get(name)).map(|(path, _)| path.to_string());
        FileAnswer {
            url: Some(site.routes.url(&site_path(&path))),
            source: None,
            template,
            public: Some(public),
            consent_ended: None,
            items: items.map(|item| item.file().to_string()).collect(),
            everywhere: false,
            now: Instant(site.now),
            path: Some(path),
        }
    }

    /// About a source file.
    pub(super) fn of_source(builds: &Builds<'_>, file: String) -> Self {
        let everything = &builds.everything;
        let copy = |build: &Build<'_>| {
            let mut made = build.built.origins.iter().filter(|(_, origin)| ***origin == *file);
            made.next().map(|(path, _)| path.clone())
        };
        let path = copy(everything);
        let items = users(builds, |origin| origin.file == file);
        let consent_ended = match everything.site().media.lapse(&file) {
            Some(Lapse::Ended(last)) => Some(last.to_string()),
            _ => None,
        };
        let shared = file == FILE || is_of_theme(&file);
        FileAnswer {
            everywhere: shared && path.is_none() && items.is_empty(),
            url: path.as_ref().map(|path| everything.site().routes.url(&site_path(path))),
            template: None,
            public: match consent_ended {
                Some(_) => Some(false),
                None => path.as_ref().map(|_| copy(builds.shown()).is_some()),
            },
            consent_ended,
            items,
            now: Instant(everything.site().now),
            source: Some(file),
            path,
        }
    }
}

/// The files of items that are made from an origin.
pub(super) fn users(
    builds: &Builds<'_>,
    is: impl Fn(&super::origin::Origin) -> bool,
) -> Vec<String> {
    let build = &builds.everything;
    let items = Item::all(build.site().programme);
    let items = items.filter(|item| origins(build, builds.sources, *item).iter().any(&is));
    items.map(|item| item.file().to_string()).collect()
}
