//! The build, as a table of contents. Read this first:
//! `Sources → records → Programme → artifacts → files`. It touches no disk, reads no clock and
//! does not fail: what is wrong comes back as diagnostics.

mod ahead;
mod appearance;
mod options;
mod plan;
mod render;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{Checked, Diagnostic};
use crate::files::{Files, InMemory, OutPath, Sink};
use crate::findings::{Located, gaps_told_once, locate};
use crate::manifest;
use crate::memo::{self, Memo};
use crate::model::Records;
use crate::outputs::{self, Context, Hosting};
use crate::place::SourcePath;
use crate::problem::{Problem, ReferenceProblem, Severity, ThemeProblem};
use crate::read::{self, ReadFile};
use crate::site::{self, Programme, Secret, Showing, Site};
use crate::source::{Sources, is_copied, is_of_theme};
use crate::stopwatch::timed;
use crate::strings::Strings;
use crate::theme::Theme;

use ahead::{Ahead, Basis};
pub use options::{Now, Options};

/// A hash of everything that a build depends on, but for what time it is.
pub fn inputs(sources: &Sources, options: &Options) -> blake3::Hash {
    let Options { base_url, now: _, drafts, gallery: _, strict, strict_translations } = options;
    let flags = [base_url.is_some(), *drafts, *strict, *strict_translations].map(u8::from);
    memo::key(&[
        env!("CARGO_PKG_VERSION").as_bytes(),
        &flags,
        base_url.as_deref().unwrap_or_default().as_bytes(),
        sources.digest().as_bytes(),
    ])
}

/// What came of a build.
#[derive(Debug)]
pub struct Built {
    /// What the files say together.
    pub programme: Programme,
    /// The interface texts of every language, the default first.
    strings: Vec<Arc<Strings>>,
    base_url: String,
    inputs: blake3::Hash,
    /// The finished files by their paths.
    pub files: Files,
    /// The source files that paths stand for; lists and feeds stand for none.
    pub origins: HashMap<OutPath, SourcePath>,
    /// What was found, sorted by place.
    pub diagnostics: Vec<Located>,
    /// What a server has to know beside the files.
    pub hosting: Hosting,
    /// How long each stage took, in the order they ran.
    pub timings: Vec<(&'static str, Duration)>,
}

impl Built {
    /// The programme in every language, the default first.
    pub fn sites(&self) -> Vec<Site<'_>> {
        Site::in_every_language(&self.programme, self.strings.clone(), &self.base_url)
    }

    /// Writes down what was built. Pictures that are drawn after the build stand there when this is
    /// done again.
    pub fn seal(&mut self) {
        let (manifest, time) = timed(|| {
            let moved = &self.hosting.moved;
            manifest::manifest(&self.programme, self.inputs, &self.diagnostics, moved, &self.files)
        });
        self.files.insert(manifest::PATH.to_owned(), manifest);
        self.timings.push(("manifest", time));
    }

    /// Adds what was found besides, in the order of places.
    pub fn add(&mut self, found: Vec<Located>) {
        self.diagnostics.extend(found);
        self.diagnostics.sort_by(|a, b| (&a.file, a.start).cmp(&(&b.file, b.start)));
    }

    /// Whether there is an error: then nothing may be published.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|found| found.severity == Severity::Error)
    }
}

/// What one build leaves for the next.
#[derive(Debug, Default)]
pub struct Cache {
    /// What one content file says.
    files: Memo<ReadFile>,
    strings: Memo<Arc<Checked<Vec<Arc<Strings>>>>>,
    themes: Memo<Arc<Checked<Theme>>>,
    outputs: outputs::Memos,
}

impl Cache {
    /// An empty cache that fills.
    pub fn new() -> Self {
        Cache { files: Memo::new(), outputs: outputs::Memos::new(), ..Cache::of_themes() }
    }

    /// A cache that keeps what themes say and nothing of what is shown in them: for many small
    /// sites.
    pub fn of_themes() -> Self {
        Cache {
            strings: Memo::new(),
            themes: Memo::new(),
            outputs: outputs::Memos::of_themes(),
            ..Cache::none()
        }
    }

    /// A cache that keeps nothing, for a single build.
    pub fn none() -> Self {
        Cache {
            files: Memo::none(),
            strings: Memo::none(),
            themes: Memo::none(),
            outputs: outputs::Memos::none(),
        }
    }

    fn sweep(&mut self) {
        self.files.sweep();
        self.strings.sweep();
        self.themes.sweep();
        self.outputs.sweep();
    }
}

/// Builds the site from its sources. What the cache has from an earlier build is not worked out
/// again; the result is the same as with an empty one.
pub fn build(sources: &Sources, options: &Options, cache: &mut Cache) -> Built {
    build_for(sources, options, cache, &InMemory)
}

/// The same for somebody who may wait for some of the files.
pub fn build_for(
    sources: &Sources,
    options: &Options,
    cache: &mut Cache,
    sink: &dyn Sink,
) -> Built {
    let built = build_with(sources, options, cache, sink);
    cache.sweep();
    built
}

/// Builds once, in a process that ends soon: it frees all that was kept at one stroke.
pub fn build_once(sources: &Sources, options: &Options) -> Built {
    build_into(sources, options, &InMemory)
}

/// Builds once, and hands each file over as soon as it is made.
pub fn build_into(sources: &Sources, options: &Options, sink: &dyn Sink) -> Built {
    let cache = std::mem::ManuallyDrop::new(Cache::of_themes());
    build_with(sources, options, &cache, sink)
}

fn build_with(sources: &Sources, options: &Options, cache: &Cache, sink: &dyn Sink) -> Built {
    let mut stages = Stages::default();
    let Checked { value: records, mut diagnostics } =
        stages.time("parse", || read::parse(sources, &cache.files));

    let theme_name = records.config.theme.clone();
    let appearance = appearance::key(&records.config, sources);
    let texts = stages.time("texts", || {
        let config = &records.config;
        let read = || Arc::new(appearance::strings(config, sources));
        cache.strings.get(|| appearance, read)
    });
    diagnostics.extend(texts.diagnostics.iter().cloned());
    let strings = texts.value.clone();
    let mut unread = check::Unread::of(&records, &diagnostics, sources);
    let base_url = options.base_url(&records.config);
    let now = options.now.resolve(&records.config.timezone);
    let ahead = if options.drafts { None } else { Ahead::of(&records, now) };
    let assembled = stages.time("assemble", || assemble(records, sources, options));
    diagnostics.extend(assembled.diagnostics);
    let programme = assembled.value;
    let sites = Site::in_every_language(&programme, strings.clone(), &base_url);

    let mut files = Files::new();
    let mut origins = HashMap::new();
    if !theme_name.is_empty() {
        let theme = stages.time("templates", || {
            let compile = || Arc::new(appearance::templates(sources, &theme_name));
            cache.themes.get(|| appearance, compile)
        });
        diagnostics.extend(theme.diagnostics.iter().cloned());
        let theme = &theme.value;
        let contexts: Vec<Context<'_>> = stages.time("entries", || {
            let context = |site| {
                Context::new(site, &sites, theme, sources, &cache.outputs, appearance)
                    .with_gallery(options.gallery)
            };
            sites.iter().map(context).collect()
        });
        diagnostics.extend(outputs::calendar_warnings(&contexts));
        let usable = !diagnostics.iter().any(is_theme_error);
        if usable {
            let before = diagnostics.len();
            let artifacts = stages.time("plan", || plan::plan(&contexts, &mut diagnostics));
            let taken = diagnostics.get(before..).unwrap_or_default().iter().filter_map(taken);
            unread.add_failed(taken.collect::<Vec<_>>());
            let names = outputs::names::check(&artifacts);
            origins = plan::origins(&artifacts);
            let is_strict = options.strict || options.strict_translations;
            if !is_strict && !diagnostics.iter().any(Diagnostic::is_error) {
                stages.time("awaited", || render::show_awaited(&artifacts, sink));
            }
            stages.time("search", || {
                contexts.par_iter().for_each(|context| {
                    context.search();
                })
            });
            let pages = check::Pages::default();
            let (made, failed) =
                stages.time("render", || render::render(artifacts, &pages, sink, &mut diagnostics));
            files = made;
            unread.add_failed(failed);
            let found = stages.time("check", || {
                check::links(&sites, sources, &files, pages, &origins, &unread, &diagnostics)
            });
            diagnostics.extend(found);
            diagnostics.extend(names);
            let told = sites.first().map(|site| check::still_there(site, &files));
            diagnostics.extend(told.unwrap_or_default());
            diagnostics.extend(
                stages.time("secrets", || secrets(&programme, &files, sources, options, cache)),
            );
            if let Some(ahead) = ahead.filter(|_| !diagnostics.iter().any(Diagnostic::is_error)) {
                let (strings, base_url, memos) = (&strings, &base_url, &cache.outputs);
                let basis = Basis { sources, theme, strings, base_url, memos, appearance };
                diagnostics.extend(stages.time("ahead", || ahead.mistakes(&programme, &basis)));
            }
        } else if !diagnostics.iter().any(hides_addresses) {
            // Where everything would be is known all the same.
            let artifacts = plan::plan(&contexts, &mut Vec::new());
            let planned = artifacts.into_iter().map(|it| (it.path, Vec::new().into())).collect();
            let pages = check::Pages::default();
            let found =
                check::links(&sites, sources, &planned, pages, &origins, &unread, &diagnostics);
            diagnostics.extend(found);
        }
    }
    diagnostics.extend(sites.iter().flat_map(|site| site.strings.missing()));
    diagnostics.extend(sites.first().map(Site::unnamed_languages).unwrap_or_default());
    let diagnostics = gaps_told_once(diagnostics, &programme.config.languages);
    let mut diagnostics = locate(diagnostics, sources);
    for found in &mut diagnostics {
        let of_translations = options.strict_translations && found.problem.is_about_translations();
        let is_counted = options.strict && !found.problem.stays_warning();
        if is_counted || of_translations {
            found.severity = Severity::Error;
        }
    }
    if programme.config.outputs.gzip {
        stages.time("gzip", || outputs::add_compressed(&mut files));
    }
    let hosting = Hosting::of(sites.first(), &base_url);
    drop(sites);
    let inputs = inputs(sources, options);
    let timings = stages.0;
    let mut built = Built {
        programme,
        strings,
        base_url,
        inputs,
        files,
        origins,
        diagnostics,
        hosting,
        timings,
    };
    built.seal();
    built
}

/// What hidden items say and finished files have. What these would have without the items too, by
/// chance or from a public text, is no secret: whether it is so is known by leaving them out.
fn secrets(
    programme: &Programme,
    files: &Files,
    sources: &Sources,
    options: &Options,
    cache: &Cache,
) -> Vec<Diagnostic> {
    let secrets = &programme.secrets;
    let mut diagnostics = check::secrets::in_public_texts(secrets, &programme.hidden, sources);
    let mut found = check::secrets::find(secrets, files);
    let mut shared = check::secrets::Found::new();
    if !found.is_empty() {
        let sources = sources.without(programme.hidden.files());
        let Built { files: mut without, origins, .. } =
            build_with(&sources, options, cache, &InMemory);
        let anyway = check::secrets::find(secrets, &without);
        found.retain(|secret, _| !anyway.contains_key(secret));
        without.retain(|path, _| !origins.get(path).is_some_and(|from| is_copied(from)));
        shared = check::secrets::find(secrets, &without);
    }
    diagnostics.extend(check::secrets::told(secrets, &found));
    let unshared = secrets.iter().enumerate().filter(|(number, _)| !shared.contains_key(number));
    let unshared: Vec<Secret> = unshared.map(|(_, secret)| secret.clone()).collect();
    diagnostics.extend(check::secrets::in_copied_files(&unshared, programme, sources));
    diagnostics
}

/// The first half of a build: what the files say together. Questions about the content need
/// no more.
pub fn programme(sources: &Sources, options: &Options) -> Checked<Programme> {
    let Checked { value: records, mut diagnostics } = read::parse(sources, &Memo::none());
    let assembled = assemble(records, sources, options);
    diagnostics.extend(assembled.diagnostics);
    Checked { value: assembled.value, diagnostics }
}

fn assemble(records: Records, sources: &Sources, options: &Options) -> Checked<Programme> {
    let now = options.now.resolve(&records.config.timezone);
    let showing = if options.drafts { Showing::All } else { Showing::PublicAt(now) };
    site::assemble(records, sources, now, showing)
}

/// Stages of a build and how long they took.
#[derive(Debug, Default)]
struct Stages(Vec<(&'static str, Duration)>);

impl Stages {
    fn time<T>(&mut self, name: &'static str, stage: impl FnOnce() -> T) -> T {
        let (value, time) = timed(stage);
        self.0.push((name, time));
        value
    }
}

/// After a mistake in the theme rendering would only repeat it on every page.
fn is_theme_error(diagnostic: &Diagnostic) -> bool {
    let of_theme = is_of_theme(&diagnostic.place.file)
        || matches!(diagnostic.problem, Problem::Theme(ThemeProblem::ThemeMissing { .. }));
    of_theme && diagnostic.is_error()
}

/// The path of a file in whose place another one is.
fn taken(diagnostic: &Diagnostic) -> Option<OutPath> {
    match &diagnostic.problem {
        Problem::Reference(ReferenceProblem::PathTaken { path, .. }) => {
            Some(path.trim_start_matches('/').to_owned())
        }
        _ => None,
    }
}

/// After a mistake in interface texts the words in addresses may be others.
fn hides_addresses(diagnostic: &Diagnostic) -> bool {
    is_theme_error(diagnostic) && !diagnostic.place.file.contains("/templates/")
}
