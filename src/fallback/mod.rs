//! A site with older parts: every file that has an error is replaced by the one that was last in
//! order, so that a mistake in one file does not keep another from going online, above all not a
//! cancellation. What was deleted, or is `gone`, `withdrawn`, a draft or under embargo now, never comes
//! back by it, nor does a name or a picture whose consent is another now.

mod choice;
mod consent;
mod kept;
mod unlink;

use crate::diagnostic::Diagnostic;
use crate::findings::{Located, locate_all};
use crate::pipeline::{self, Built, Cache, Options};
use crate::place::SourcePath;
use crate::problem::{Older, Problem};
use crate::source::Sources;
use choice::{Choice, Versions};

/// A site that can be published.
#[derive(Debug)]
pub struct Fallback {
    /// The files that it is built from.
    pub sources: Sources,
    /// What came of them.
    pub built: Built,
    /// Files of which an older state is published, in the order of their paths.
    pub older: Vec<SourcePath>,
    /// Files that are not published at all.
    pub left_out: Vec<SourcePath>,
    /// What is published otherwise than it was written; places are those of `sources`.
    pub lost: Vec<Located>,
}

impl Fallback {
    /// What is to be said of each file that is not published as it is.
    pub fn replaced(&self, at_hand: &Sources) -> Vec<Located> {
        let older = self.older.iter().map(|file| Diagnostic::whole(file, Older::OlderState));
        let left_out = self.left_out.iter().map(|file| Diagnostic::whole(file, Older::LeftOut));
        locate_all(older.chain(left_out).collect(), at_hand)
    }
}

/// Builds the files at hand, with those of an earlier state in the place of those that have an
/// error; `None` when errors remain.
pub fn build(at_hand: &Sources, earlier: &Sources, options: &Options) -> Option<Fallback> {
    let versions = Versions { at_hand, earlier };
    let mut choice = Choice::default();
    let mut cache = Cache::new();
    // Every round takes at least one file more, and there are only so many.
    loop {
        let sources = choice.sources(&versions);
        let built = pipeline::build(&sources, options, &mut cache);
        if !built.has_errors() {
            let is_lost = |found: &&Located| matches!(found.problem, Problem::Older(_));
            let lost = built.diagnostics.iter().filter(is_lost).cloned();
            let lost = lost.chain(choice.unlinked()).collect();
            let (older, left_out) = choice.files(&versions, &built.programme.hidden);
            return Some(Fallback { sources, built, older, left_out, lost });
        }
        if !choice.widen(&versions, &sources, &built.diagnostics) {
            return None;
        }
    }
}
