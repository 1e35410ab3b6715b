//! The build, as a table of contents. Read this first:
//! `Sources → records → Programme → artifacts → files`. It touches no disk, reads no clock and
//! does not fail: what is wrong comes back as diagnostics.

mod plan;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rayon::prelude::*;

use crate::check;
use crate::diagnostic::{Checked, Diagnostic};
use crate::files::{Body, Files, OutPath};
use crate::findings::{Located, gaps_told_once, locate};
use crate::language::Language;
use crate::manifest;
use crate::memo::{self, Memo};
use crate::model::Records;
use crate::model::config::Config;
use crate::outputs::{self, Artifact, Context, Hosting, SearchIndex};
use crate::place::SourcePath;
use crate::problem::{Problem, Severity, ThemeProblem};
use crate::read::{self, ReadFile};
use crate::site::{self, Programme, Site};
use crate::source::{BUILT_IN_THEME, Sources};
use crate::stopwatch::timed;
use crate::strings::{Known, Strings};
use crate::theme::Theme;
use crate::values::{Value, When};

/// What the user wants of a build.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Serve from here instead of from where site.yaml says.
    pub base_url: Option<String>,
    /// The only time the program knows.
    pub now: Now,
    /// Show drafts and embargoed items.
    pub drafts: bool,
    /// Treat warnings as errors.
    pub strict: bool,
    /// What is not translated, or not known to be up to date, is an error.
    pub strict_translations: bool,
}

impl Options {
    /// Where a site will be served from.
    pub fn base_url(&self, config: &Config) -> String {
        self.base_url.clone().unwrap_or_else(|| config.base_url.clone())
    }
}

/// A hash of everything that a build depends on, but for what time it is.
pub fn inputs(sources: &Sources, options: &Options) -> blake3::Hash {
    let Options { base_url, now: _, drafts, strict, strict_translations } = options;
    let flags = [base_url.is_some(), *drafts, *strict, *strict_translations].map(u8::from);
    memo::key(&[
        env!("CARGO_PKG_VERSION").as_bytes(),
        &flags,
        base_url.as_deref().unwrap_or_default().as_bytes(),
        sources.digest().as_bytes(),
    ])
}

/// What time it is.
#[derive(Debug, Clone)]
pub enum Now {
    /// An instant.
    At(Timestamp),
    /// A local time or day in the zone of the site.
    Local(When),
}

impl Default for Now {
    fn default() -> Self {
        Now::At(Timestamp::UNIX_EPOCH)
    }
}

impl Now {
    /// Reads RFC 3339, or a local time or day.
    pub fn read(text: &str) -> Option<Now> {
        match text.parse::<Timestamp>() {
            Ok(at) => Some(Now::At(at)),
            Err(_) => When::read(text).ok().map(Now::Local),
        }
    }

    /// The instant, for a site in a zone.
    pub fn resolve(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Now::At(at) => *at,
            // A local time that the clock skips or shows twice is its earlier reading.
            Now::Local(when) => {
                let time = match when {
                    When::Day(day) => day.to_datetime(jiff::civil::Time::midnight()),
                    When::Time(time, _) => *time,
                };
                let instant = zone.to_ambiguous_timestamp(time).earlier();
                instant.unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }
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
        Cache { strings: Memo::new(), themes: Memo::new(), ..Cache::none() }
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
    let mut stages = Stages::default();
    let Checked { value: records, mut diagnostics } =
        stages.time("parse", || read::parse(sources, &cache.files));

    let theme_name = records.config.theme.clone();
    let texts = stages.time("texts", || {
        let config = &records.config;
        cache.strings.get(|| theme_key(config, sources), || Arc::new(strings(config, sources)))
    });
    diagnostics.extend(texts.diagnostics.iter().cloned());
    let strings = texts.value.clone();
    let complete = records.are_complete();
    let base_url = options.base_url(&records.config);
    let assembled = stages.time("assemble", || assemble(records, sources, options));
    diagnostics.extend(assembled.diagnostics);
    let programme = assembled.value;
    let sites = Site::in_every_language(&programme, strings.clone(), &base_url);

    let mut files = Files::new();
    let mut origins = HashMap::new();
    if !theme_name.is_empty() {
        let theme = stages.time("templates", || {
            let compile = || Arc::new(compile(sources, &theme_name));
            cache.themes.get(|| theme_key(&programme.config, sources), compile)
        });
        diagnostics.extend(theme.diagnostics.iter().cloned());
        let theme = &theme.value;
        let searches: Vec<Option<SearchIndex>> =
            stages.time("search", || sites.par_iter().map(SearchIndex::of).collect());
        let contexts: Vec<Context<'_>> = stages.time("entries", || {
            let sites_with_search = sites.iter().zip(searches);
            sites_with_search
                .map(|(site, search)| {
                    Context::new(site, &sites, theme, sources, &cache.outputs, search)
                })
                .collect()
        });
        diagnostics.extend(outputs::calendar_warnings(&contexts));
        let usable = !diagnostics.iter().any(is_theme_error);
        if usable {
            let before = diagnostics.len();
            let artifacts = stages.time("plan", || plan::plan(&contexts, &mut diagnostics));
            let names = outputs::names::check(&artifacts);
            origins = artifacts
                .iter()
                .filter_map(|artifact| Some((artifact.path.clone(), artifact.origin.clone()?)))
                .collect();
            files = stages.time("render", || render(artifacts, &mut diagnostics));
            // Links to a file that could not be made, or is where another should be, would only
            // repeat that.
            let complete = complete && diagnostics.len() == before;
            let found = stages
                .time("check", || check::links(&sites, &files, &origins, complete, &diagnostics));
            diagnostics.extend(found);
            diagnostics.extend(names);
            diagnostics
                .extend(stages.time("secrets", || secrets(&programme, &files, sources, options)));
        }
    }
    diagnostics.extend(sites.iter().flat_map(|site| site.strings.missing()));
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
    cache.sweep();
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
) -> Vec<Diagnostic> {
    let secrets = &programme.secrets;
    let mut diagnostics = check::secrets::in_public_texts(secrets, &programme.hidden, sources);
    let mut found = check::secrets::find(secrets, files);
    if !found.is_empty() {
        let sources = sources.without(programme.hidden.files());
        let without = build(&sources, options, &mut Cache::none());
        let anyway = check::secrets::find(secrets, &without.files);
        found.retain(|secret, _| !anyway.contains_key(secret));
    }
    diagnostics.extend(check::secrets::told(secrets, &found));
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
    site::assemble(records, sources, now, options.drafts)
}

/// A key of everything that the interface texts and the templates of a site are made of.
fn theme_key(config: &Config, sources: &Sources) -> memo::Key {
    let languages = config.languages.iter().map(|language| language.tag().as_bytes());
    let texts = sources.texts("themes/").chain(sources.texts(BUILT_IN_THEME));
    let texts = texts.flat_map(|(path, text)| [path.as_bytes(), text.as_bytes()]);
    let is_there = [u8::from(sources.has_theme(&config.theme))];
    let parts = [config.theme.as_bytes(), &is_there].into_iter().chain(languages).chain(texts);
    memo::key(&parts.collect::<Vec<_>>())
}

fn compile(sources: &Sources, theme: &str) -> Checked<Theme> {
    let mut diagnostics = Vec::new();
    let value = Theme::compile(sources, theme, &mut diagnostics);
    Checked { value, diagnostics }
}

/// The interface texts of every language of a site, the default first.
fn strings(config: &Config, sources: &Sources) -> Checked<Vec<Arc<Strings>>> {
    let mut diagnostics = Vec::new();
    let read = |language: &Language| {
        let mut found = Vec::new();
        let strings = Strings::read(sources, &config.theme, language.tag(), &mut found);
        (Arc::new(strings), found)
    };
    let (read, known) = rayon::join(
        || config.languages.par_iter().map(read).collect::<Vec<_>>(),
        || Known::read(sources),
    );
    let mut strings: Vec<Arc<Strings>> = Vec::new();
    for (texts, found) in read {
        strings.push(texts);
        diagnostics.extend(found);
    }
    if let Some((default, further)) = strings.split_first() {
        diagnostics.extend(further.iter().flat_map(|strings| strings.lacks(default)));
    }
    diagnostics.extend(strings.iter().flat_map(|strings| strings.mistakes(sources, &known)));
    diagnostics.extend(strings.iter().flat_map(|strings| strings.unused(sources, &known)));
    Checked { value: strings, diagnostics }
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
    let of_theme = diagnostic.place.file.starts_with("themes/")
        || diagnostic.place.file.starts_with(BUILT_IN_THEME)
        || matches!(diagnostic.problem, Problem::Theme(ThemeProblem::ThemeMissing { .. }));
    of_theme && diagnostic.is_error()
}

fn render(artifacts: Vec<Artifact<'_>>, diagnostics: &mut Vec<Diagnostic>) -> Files {
    let rendered: Vec<(OutPath, Result<Body, Box<Diagnostic>>)> = artifacts
        .into_par_iter()
        .map(|artifact| {
            let body = (artifact.render)();
            // While the bytes are at hand.
            if let Ok(body) = &body
                && body.undrawn().is_none()
            {
                body.hash();
            }
            (artifact.path, body)
        })
        .collect();
    let mut files = Files::new();
    for (path, body) in rendered {
        match body {
            Ok(body) => drop(files.insert(path, body)),
            Err(diagnostic) => diagnostics.push(*diagnostic),
        }
    }
    files
}
