//! `bba why`: why something is shown, hidden or outdated, what it is made from, where it appears
//! and when that changes. Where it appears is read off the finished files, so that it is true of
//! every output, also of those that are added later.

mod appearance;
mod entry;
mod file;
mod find;
mod item;
mod origin;
mod text;

use jiff::Timestamp;
use serde::{Serialize, Serializer};

use crate::dates::rfc3339_utc;
use crate::findings::Located;
use crate::pipeline::{self, Built, Cache, Options};
use crate::problem::{Problem, Severity};
use crate::query::item::{Item, Visibility};
use crate::site::{Programme, Site};
use crate::source::Sources;

pub use entry::EntryAnswer;
pub use file::FileAnswer;
pub use find::NotFound;
pub use item::ItemAnswer;

/// What there is to say about something.
#[derive(Debug, Serialize)]
#[serde(tag = "subject", rename_all = "kebab-case")]
pub enum Answer {
    /// An event, visit, release or page.
    Item(Box<ItemAnswer>),
    /// A list, feed or data file, or a source file that makes no page.
    File(FileAnswer),
    /// An entry of contacts.yaml, organisations.yaml, sectors.yaml or venues.yaml.
    Entry(EntryAnswer),
    /// A content file with mistakes: nothing is made from it.
    Broken(BrokenAnswer),
    /// An address that is gone for good.
    Gone(GoneAnswer),
}

/// A content file with mistakes.
#[derive(Debug, Serialize)]
pub struct BrokenAnswer {
    /// The file.
    pub file: String,
    /// The mistakes.
    pub errors: Vec<Mistake>,
}

/// A mistake in a file.
#[derive(Debug, Serialize)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Its code.
    pub code: &'static str,
    /// What is wrong.
    #[serde(skip)]
    pub problem: Problem,
}

/// An address that is gone for good (`gone` in site.yaml).
#[derive(Debug, Serialize)]
pub struct GoneAnswer {
    /// The path on the site.
    pub path: String,
    /// The instant the answer is about.
    pub now: Instant,
}

impl Answer {
    /// Whether it is about a file with mistakes.
    pub fn is_broken(&self) -> bool {
        matches!(self, Answer::Broken(_))
    }
}

/// An instant, as UTC for programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Instant(pub Timestamp);

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc3339_utc(self.0))
    }
}

/// A programme in its languages, and what is built from it.
struct View<'p> {
    /// The default language first; never empty.
    sites: Vec<Site<'p>>,
    built: Built,
}

impl<'p> View<'p> {
    fn new(programme: &'p Programme, sources: &Sources, options: &Options) -> Self {
        // What is wrong with the texts is among the findings of the build.
        let strings = pipeline::strings(&programme.config, sources, &mut Vec::new());
        let base_url = options.base_url(&programme.config);
        let sites = Site::in_every_language(programme, strings, &base_url);
        View { sites, built: pipeline::build(sources, options, &mut Cache::none()) }
    }

    /// The programme in its default language.
    fn site(&self) -> &Site<'p> {
        &self.sites[0]
    }

    fn is_hidden(&self, item: Item<'_>) -> bool {
        item.visibility(self.site().now) != Visibility::Public
    }
}

/// The site as visitors see it, and with its hidden items.
struct Views<'p> {
    sources: &'p Sources,
    everything: View<'p>,
    /// Nothing when that is the same: nothing is hidden, or hidden items are shown.
    shown: Option<View<'p>>,
}

impl<'p> Views<'p> {
    fn shown(&self) -> &View<'p> {
        self.shown.as_ref().unwrap_or(&self.everything)
    }

    /// The view that has an item: that of visitors, unless it is hidden.
    fn of(&self, item: Item<'_>) -> &View<'p> {
        if self.everything.is_hidden(item) { &self.everything } else { self.shown() }
    }
}

/// What there is to say.
#[derive(Debug)]
pub struct Answers {
    /// One for everything that is meant: one id can mean several things.
    pub answers: Vec<Answer>,
    /// Mistakes in all files: while there are any, nothing new is published.
    pub errors: usize,
}

/// Answers the question why something is as it is.
///
/// # Errors
/// When there is nothing of that name.
pub fn why(sources: &Sources, options: &Options, what: &str) -> Result<Answers, NotFound> {
    let preview = Options { drafts: true, ..options.clone() };
    let everything = pipeline::programme(sources, &preview).value;
    let is_hidden = |item: Item<'_>| item.visibility(everything.now) != Visibility::Public;
    let hidden = Item::all(&everything).any(is_hidden);
    let shown = (hidden && !options.drafts).then(|| pipeline::programme(sources, options).value);
    let views = Views {
        sources,
        // A preview is not what visitors see even when nothing is hidden: its sitemap is empty.
        everything: View::new(&everything, sources, if hidden { &preview } else { options }),
        shown: shown.as_ref().map(|shown| View::new(shown, sources, options)),
    };
    let subjects = find::find(&views, what);
    if subjects.is_empty() {
        return Err(find::not_found(&views, what));
    }
    let answers = subjects.into_iter().map(|subject| subject.answer(&views)).collect();
    let errors = views.everything.built.diagnostics.iter().filter(|found| is_error(found)).count();
    Ok(Answers { answers, errors })
}

fn is_error(found: &Located) -> bool {
    found.problem.severity() == Severity::Error
}
