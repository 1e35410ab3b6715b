//! Mistakes that would stop the publication on the day on which something becomes public: what an
//! embargo or a date hides now is looked at as it will be then. Otherwise nobody would learn of them
//! before, and nothing at all would appear that day.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;
use rayon::prelude::*;

use super::{plan, render};
use crate::check;
use crate::diagnostic::{Checked, Diagnostic};
use crate::memo::Key;
use crate::model::Records;
use crate::model::shared::Publication;
use crate::outputs::{Artifact, Context, Memos};
use crate::place::SourcePath;
use crate::problem::{Problem, ReferenceProblem, SiteWarning};
use crate::site::{self, Programme, Showing, Site};
use crate::source::Sources;
use crate::strings::Strings;
use crate::theme::Theme;

/// How many instants are looked at, the next ones: each is planned as a whole site.
const MOST: usize = 12;

/// What becomes public by itself.
pub(super) struct Ahead {
    records: Records,
    now: Timestamp,
    instants: BTreeSet<Timestamp>,
}

impl Ahead {
    /// Of the records of a site; `None` when nothing waits for its time.
    pub fn of(records: &Records, now: Timestamp) -> Option<Self> {
        let instant = |(_, publication): (&SourcePath, &Publication)| {
            publication.hidden_until(now).filter(|_| !publication.draft)
        };
        let all: BTreeSet<Timestamp> = records.publications().filter_map(instant).collect();
        let instants: BTreeSet<Timestamp> = all.into_iter().take(MOST).collect();
        (!instants.is_empty()).then(|| Ahead { records: records.clone(), now, instants })
    }

    /// The errors that come with what a programme hides.
    pub fn mistakes(&self, today: &Programme, basis: &Basis<'_>) -> Vec<Diagnostic> {
        let mut told: Vec<Diagnostic> = Vec::new();
        for instant in &self.instants {
            let found = self.mistakes_at(*instant, today, basis).into_iter().map(|found| {
                let problem = SiteWarning::StopsLater { problem: Box::new(found.problem) }.into();
                Diagnostic { problem, ..found }
            });
            let new: Vec<Diagnostic> = found.filter(|found| !told.contains(found)).collect();
            told.extend(new);
        }
        told
    }

    fn mistakes_at(
        &self,
        instant: Timestamp,
        today: &Programme,
        basis: &Basis<'_>,
    ) -> Vec<Diagnostic> {
        let (records, sources) = (self.records.clone(), basis.sources);
        let shown = Showing::PublicAt(instant);
        let Checked { value: then, diagnostics: mut found } =
            site::assemble(records, sources, self.now, shown);
        let appears = |file: &str| today.hidden.contains(file) && !then.hidden.contains(file);
        let sites = Site::in_every_language(&then, basis.strings.to_vec(), basis.base_url);
        let context = |site| {
            let (theme, memos) = (basis.theme, basis.memos);
            Context::new(site, &sites, theme, sources, memos, basis.appearance)
        };
        let contexts: Vec<Context<'_>> = sites.iter().map(context).collect();
        let artifacts = plan::plan(&contexts, &mut found);
        let pages = check::Pages::default();
        found.extend(rendered(&artifacts, &sites, &appears, &pages));
        let origins = plan::origins(&artifacts);
        let files = artifacts.into_iter().map(|it| (it.path, Vec::new().into())).collect();
        let unread = check::Unread::default();
        found.extend(check::links(&sites, sources, &files, pages, &origins, &unread, &found));
        found.retain(|found| found.is_error() && comes_with(found, &appears));
        found
    }
}

/// What a site is made with, whatever of it is public.
pub(super) struct Basis<'b> {
    pub sources: &'b Sources,
    pub theme: &'b Theme,
    pub strings: &'b [Arc<Strings>],
    pub base_url: &'b str,
    pub memos: &'b Memos,
    pub appearance: Key,
}

/// Makes the pages that appear and those whose anchors they name; what is wrong with their templates.
fn rendered(
    artifacts: &[Artifact<'_>],
    sites: &[Site<'_>],
    appears: &(dyn Fn(&str) -> bool + Sync),
    pages: &check::Pages,
) -> Vec<Diagnostic> {
    let named = check::pages_with_anchors(sites, appears);
    let is_looked_at = |artifact: &&Artifact<'_>| {
        let origin = artifact.origin.as_ref();
        named.contains(&artifact.path) || origin.is_some_and(|origin| appears(origin))
    };
    let looked_at = artifacts.par_iter().filter(is_looked_at);
    let failed = looked_at.filter_map(|artifact| match (artifact.render)() {
        Ok(body) => {
            render::look_at(&artifact.path, &body, pages);
            None
        }
        Err(error) => Some(*error),
    });
    failed.collect()
}

/// Whether an error comes of a file that appears. No address is taken twice without it.
fn comes_with(found: &Diagnostic, appears: &dyn Fn(&str) -> bool) -> bool {
    let is_taken = matches!(found.problem, Problem::Reference(ReferenceProblem::PathTaken { .. }));
    is_taken || appears(&found.place.file)
}
