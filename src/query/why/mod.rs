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
use crate::site::Site;
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

/// What was built, and its programme in its languages.
struct Build<'b> {
    built: &'b Built,
    /// The default language first; never empty.
    sites: Vec<Site<'b>>,
}

impl<'b> Build<'b> {
    fn new(built: &'b Built) -> Self {
        Build { built, sites: built.sites() }
    }

    /// The programme in its default language.
    fn site(&self) -> &Site<'b> {
        &self.sites[0]
    }

    fn is_hidden(&self, item: Item<'_>) -> bool {
        item.visibility(self.site().now) != Visibility::Public
    }
}

/// The site as visitors see it, and with its hidden items.
struct Builds<'p> {
    sources: &'p Sources,
    everything: Build<'p>,
    /// Nothing when that is the same: nothing is hidden, or hidden items are shown.
    shown: Option<Build<'p>>,
}

impl<'p> Builds<'p> {
    fn shown(&self) -> &Build<'p> {
        self.shown.as_ref().unwrap_or(&self.everything)
    }

    /// The build that has an item: that of visitors, unless it is hidden.
    fn of(&self, item: Item<'_>) -> &Build<'p> {
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
/// When there is nothing with that name.
pub fn why(sources: &Sources, options: &Options, what: &str) -> Result<Answers, NotFound> {
    let preview = Options { drafts: true, ..options.clone() };
    let programme = pipeline::programme(sources, &preview).value;
    let is_hidden = |item: Item<'_>| item.visibility(programme.now) != Visibility::Public;
    let hidden = Item::all(&programme).any(is_hidden);
    let mut cache = Cache::of_themes();
    let mut build = |options| pipeline::build(sources, options, &mut cache);
    // A preview is not what visitors see even when nothing is hidden: its sitemap is empty.
    let everything = build(if hidden { &preview } else { options });
    let shown = (hidden && !options.drafts).then(|| build(options));
    let builds = Builds {
        sources,
        everything: Build::new(&everything),
        shown: shown.as_ref().map(Build::new),
    };
    let subjects = find::find(&builds, what);
    if subjects.is_empty() {
        return Err(find::not_found(&builds, what));
    }
    let answers = subjects.into_iter().map(|subject| subject.answer(&builds)).collect();
    let errors = builds.everything.built.diagnostics.iter().filter(|found| is_error(found)).count();
    Ok(Answers { answers, errors })
}

fn is_error(found: &Located) -> bool {
    found.problem.severity() == Severity::Error
}
