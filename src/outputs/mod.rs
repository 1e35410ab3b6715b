//! Everything that is published. An output plans artifacts from the site; an artifact is a
//! path and a function that makes its bytes, so that all of them can be made in parallel.
//! Outputs see no disk and no clock. A new output is one file here and one line in
//! [`OUTPUTS`].

mod aliases;
mod assets;
mod atom;
mod calendar;
mod changes;
mod data;
mod feed;
mod files;
mod gzip;
pub mod hosting;
pub mod names;
mod pages;
mod search;
mod security;
mod sitemap;
mod structured_data;
mod stylesheet;
mod text_copy;
mod xml;

use std::sync::{Arc, OnceLock};

use crate::diagnostic::Diagnostic;
use crate::files::{Body, OutPath};
use crate::memo::{self, Key, Memo};
use crate::place::{SourcePath, Spot};
use crate::site::Site;
use crate::source::Sources;
use crate::theme::Theme;
use assets::Assets;
use calendar::{Entries as CalendarEntries, LargeFeeds, Misread};
use pages::{Global, QrView, ShareImages};

pub use aliases::{all as aliases, stub_path, without_pages};
pub use calendar::{plan as calendars, warnings as calendar_warnings};
pub use gzip::add as add_compressed;
pub use hosting::Hosting;
pub use pages::{GROUPS, PageKind, all as pages};
pub use search::SearchIndex;
pub use security::NAME as SECURITY;

/// What outputs keep between builds.
#[derive(Debug)]
pub struct Memos {
    /// Rendered pages, or what is wrong with the template.
    pages: Memo<Result<Body, Box<Diagnostic>>>,
    /// Rendered items of lists.
    items: Memo<Option<tera::Value>>,
    /// Codes of addresses.
    codes: Memo<Option<QrView>>,
    /// What is misread in calendar files.
    calendars: Memo<Option<Misread>>,
    /// Style sheets and scripts.
    assets: Memo<Arc<Assets>>,
    /// Templates with the texts of a language and what every page shows.
    themes: Memo<Arc<Theme>>,
}

impl Memos {
    /// Empty memos that fill.
    pub fn new() -> Self {
        Memos {
            pages: Memo::new(),
            items: Memo::new(),
            codes: Memo::new(),
            calendars: Memo::new(),
            assets: Memo::new(),
            themes: Memo::new(),
        }
    }

    /// Memos that keep templates, style sheets and scripts alone.
    pub fn of_themes() -> Self {
        Memos { assets: Memo::new(), themes: Memo::new(), ..Memos::none() }
    }

    /// Memos that keep nothing, for a single build.
    pub fn none() -> Self {
        Memos {
            pages: Memo::none(),
            items: Memo::none(),
            codes: Memo::none(),
            calendars: Memo::none(),
            assets: Memo::none(),
            themes: Memo::none(),
        }
    }

    /// Forgets what the last build had no use for.
    pub fn sweep(&mut self) {
        self.pages.sweep();
        self.items.sweep();
        self.codes.sweep();
        self.calendars.sweep();
        self.assets.sweep();
        self.themes.sweep();
    }
}

impl Default for Memos {
    fn default() -> Self {
        Memos::new()
    }
}

/// What outputs are made from.
#[derive(Debug)]
pub struct Context<'c> {
    /// The programme in the language that is planned.
    pub site: &'c Site<'c>,
    /// The programme in all its languages, the default first.
    pub sites: &'c [Site<'c>],
    /// The templates, with the texts of the language.
    pub theme: Arc<Theme>,
    /// A hash of what is the same for every page, once somebody asks for it.
    basis: Key,
    /// Style sheets and scripts.
    pub assets: Arc<Assets>,
    /// Files to copy.
    pub sources: &'c Sources,
    /// What an earlier build worked out.
    pub memos: &'c Memos,
    /// The calendar entries: pages and calendar files are made from the same ones.
    pub entries: CalendarEntries,
    /// Calendar feeds that Google does not take.
    pub large_feeds: LargeFeeds,
    /// What networks show of pages.
    share: ShareImages,
    /// What can be searched, once somebody asks for it.
    search: OnceLock<Option<SearchIndex>>,
    /// Whether there is a page with every component.
    pub gallery: bool,
}

impl<'c> Context<'c> {
    /// What outputs are made from in the language of a site. `appearance` is the key of its templates
    /// and texts.
    pub fn new(
        site: &'c Site<'c>,
        sites: &'c [Site<'c>],
        theme: &Theme,
        sources: &'c Sources,
        memos: &'c Memos,
        appearance: Key,
    ) -> Self {
        let entries = CalendarEntries::of(site);
        let large_feeds = LargeFeeds::of(site, &entries);
        let assets = Assets::of(&site.config, sources, &memos.assets);
        let global = Global::of(site, &large_feeds, &assets);
        let basis = pages::basis(appearance, &global);
        let theme = memos.themes.get(|| basis, || Arc::new(pages::themed(theme, site, &global)));
        let share = ShareImages::of(site, sources);
        let gallery = false;
        Context {
            site,
            sites,
            theme,
            basis,
            assets,
            sources,
            memos,
            entries,
            large_feeds,
            share,
            search: OnceLock::new(),
            gallery,
        }
    }

    /// What can be searched; nothing when the site has no search. It takes a while the first time, and
    /// whoever asks meanwhile waits.
    pub fn search(&self) -> Option<&SearchIndex> {
        self.search.get_or_init(|| SearchIndex::of(self.site)).as_ref()
    }

    /// With a page of every component, or without.
    pub fn with_gallery(self, gallery: bool) -> Self {
        Context { gallery, ..self }
    }

    /// A hash of everything that something is rendered from: a template sees nothing else.
    fn key(&self, template: &str, values: &[&tera::Value]) -> Key {
        let values: Vec<Vec<u8>> = values.iter().map(pages::json).collect();
        let values = values.iter().map(Vec::as_slice);
        let parts = [self.basis.as_bytes(), template.as_bytes()].into_iter().chain(values);
        memo::key(&parts.collect::<Vec<_>>())
    }
}

/// Makes the bytes of an artifact.
pub type Render<'c> = Box<dyn Fn() -> Result<Body, Box<Diagnostic>> + Send + Sync + 'c>;

/// A file to be made.
pub struct Artifact<'c> {
    /// Where it goes.
    pub path: OutPath,
    /// The source file it stands for, for messages.
    pub origin: Option<SourcePath>,
    /// Where in the source file an editor wrote the path.
    pub written_at: Option<Spot>,
    /// How it is made.
    pub render: Render<'c>,
}

impl<'c> Artifact<'c> {
    fn new(
        path: OutPath,
        origin: Option<&SourcePath>,
        render: impl Fn() -> Result<Body, Box<Diagnostic>> + Send + Sync + 'c,
    ) -> Self {
        Artifact { path, origin: origin.cloned(), written_at: None, render: Box::new(render) }
    }
}

/// A kind of published file.
pub struct Output {
    /// Whether it makes files for each language.
    pub scope: Scope,
    /// Plans the files that it makes in the language of a context.
    pub plan: for<'c> fn(&'c Context<'c>) -> Vec<Artifact<'c>>,
}

/// How often an output is asked for its files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Once for each language of the site.
    EachLanguage,
    /// Once, in the default language.
    Once,
}

/// All outputs.
pub const OUTPUTS: &[Output] = &[
    Output { scope: Scope::EachLanguage, plan: pages::plan },
    Output { scope: Scope::EachLanguage, plan: pages::share_images },
    Output { scope: Scope::EachLanguage, plan: pages::icons },
    Output { scope: Scope::Once, plan: aliases::plan },
    Output { scope: Scope::EachLanguage, plan: calendar::plan },
    Output { scope: Scope::EachLanguage, plan: feed::plan },
    Output { scope: Scope::EachLanguage, plan: text_copy::plan },
    Output { scope: Scope::EachLanguage, plan: changes::plan },
    Output { scope: Scope::EachLanguage, plan: search::plan },
    Output { scope: Scope::Once, plan: data::plan },
    Output { scope: Scope::Once, plan: sitemap::sitemap },
    Output { scope: Scope::Once, plan: sitemap::robots },
    Output { scope: Scope::Once, plan: hosting::plan },
    Output { scope: Scope::Once, plan: security::plan },
    Output { scope: Scope::Once, plan: assets::plan },
    Output { scope: Scope::Once, plan: files::plan },
];
