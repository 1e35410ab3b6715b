//! Which state of each file is published.

use std::collections::{BTreeMap, BTreeSet};

use super::{consent, kept, unlink};
use crate::findings::Located;
use crate::model::config::FILE;
use crate::place::SourcePath;
use crate::problem::{FileProblem, Older, Problem, ReferenceProblem, Severity, TextProblem};
use crate::site::Hidden;
use crate::source::Sources;

/// The two states of the files.
pub(super) struct Versions<'s> {
    pub at_hand: &'s Sources,
    pub earlier: &'s Sources,
}

impl Versions<'_> {
    /// Where the earlier state of a file lies: an item may have moved to another folder of its
    /// kind. `None` when it was not there, or must not come back.
    fn earlier_path(&self, path: &SourcePath) -> Option<SourcePath> {
        if self.is_gone(path) {
            return None;
        }
        let is_there = |path: &SourcePath| {
            self.earlier.paths().any(|other| {
                other
                    .strip_prefix(&**path)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
            })
        };
        if is_there(path) {
            return Some(path.clone());
        }
        let item = item(path)?;
        let moved = |other: &&SourcePath| {
            self::item(other) == Some(item) && self.at_hand.text(other).is_none()
        };
        self.earlier.paths().find(moved).cloned()
    }

    /// Whether `gone` in the site.yaml at hand names the item of a file.
    fn is_gone(&self, path: &str) -> bool {
        let gone = kept::entries(self.at_hand.shown(FILE), "gone");
        item(path).is_some_and(|(folder, name)| {
            let id = name.split('.').next().unwrap_or(name);
            gone.contains(&format!("{folder}/{id}"))
        })
    }
}

/// The folder of a kind, and the name of a file in it.
fn item(path: &str) -> Option<(&str, &str)> {
    let (folder, rest) = path.strip_prefix("content/")?.split_once('/')?;
    (folder != "media").then(|| (folder, rest.rsplit('/').next().unwrap_or(rest)))
}

/// Whether other files depend on a file: site.yaml, registries, the theme.
fn is_shared(path: &str) -> bool {
    path.strip_prefix("content/").is_none_or(|inner| !inner.contains('/'))
}

/// Which files are not published as they are.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// Files that have an error now.
    older: BTreeSet<SourcePath>,
    /// Those among them whose earlier state does not fit either.
    left_out: BTreeSet<SourcePath>,
    /// Earlier texts without links that lead nowhere now.
    texts: BTreeMap<SourcePath, String>,
    /// What those links were.
    unlinked: Vec<Located>,
}

impl Choice {
    /// The files to be built.
    pub fn sources(&self, versions: &Versions<'_>) -> Sources {
        let Versions { at_hand, earlier } = versions;
        let mut sources = (*at_hand).clone();
        let mut withdrawn = BTreeSet::new();
        for path in &self.older {
            sources.leave_out(path);
            if let Some(from) = self.taken_from(path, versions) {
                sources.take(&from, earlier);
                if let Some(older) = earlier.text(&from).filter(|_| item(path).is_some()) {
                    let newer = at_hand.shown(path);
                    let mut shown = consent::shown(&from, older, newer);
                    let text = shown.text.as_deref().unwrap_or(older);
                    if let Some(text) = kept::hidden(text, newer).or(shown.text) {
                        sources.add(&from, &text);
                    }
                    withdrawn.append(&mut shown.withdrawn);
                }
            }
        }
        if self.older.contains(FILE)
            && let Some(older) = earlier.text(FILE)
        {
            sources.add(FILE, &kept::merged(older, at_hand.shown(FILE)));
        }
        if let Some(site) = sources.text(FILE).filter(|_| !withdrawn.is_empty()) {
            let site = kept::withdrawing(site, &withdrawn);
            sources.add(FILE, &site);
        }
        self.texts.iter().for_each(|(path, text)| sources.add(path, text));
        let there: BTreeSet<&SourcePath> = sources.paths().collect();
        let once = at_hand.paths().chain(earlier.paths()).chain(&self.older);
        let lost = once.filter(|path| path.starts_with("content/") && !there.contains(path));
        let lost: Vec<SourcePath> = lost.cloned().collect();
        sources.lose(lost);
        sources
    }

    fn taken_from(&self, path: &SourcePath, versions: &Versions<'_>) -> Option<SourcePath> {
        versions.earlier_path(path).filter(|_| !self.left_out.contains(path))
    }

    /// Files that are older, and files that are left out or hidden.
    pub fn files(
        &self,
        versions: &Versions<'_>,
        hidden: &Hidden,
    ) -> (Vec<SourcePath>, Vec<SourcePath>) {
        let is_older = |path: &SourcePath| {
            self.taken_from(path, versions).is_some_and(|from| !hidden.contains(&from))
        };
        self.older.iter().cloned().partition(is_older)
    }

    /// Links that became words.
    pub fn unlinked(&self) -> impl Iterator<Item = Located> + '_ {
        self.unlinked.iter().cloned()
    }

    /// Gives up one thing more because of what was found; whether there was any.
    pub fn widen(&mut self, versions: &Versions<'_>, sources: &Sources, found: &[Located]) -> bool {
        let errors = || found.iter().filter(|found| found.severity == Severity::Error);
        let blamed: BTreeSet<SourcePath> = errors()
            .map(|found| blamed(found, versions))
            .filter(|file| !self.older.contains(file))
            .collect();
        let shared = blamed.iter().filter(|file| is_shared(file)).cloned();
        self.take_shared(shared.collect())
            || self.take(blamed)
            || self.take_shared(errors().filter_map(|found| home(found, versions)).collect())
            || self.unlink(sources, errors())
            || self.take_shared(differing(versions))
            || self.leave_out(errors().map(|found| found.file.clone()).collect())
    }

    fn take(&mut self, files: BTreeSet<SourcePath>) -> bool {
        let before = self.older.len();
        self.older.extend(files);
        self.older.len() > before
    }

    /// Takes files that others depend on. The errors of those others may have come of them alone.
    fn take_shared(&mut self, files: BTreeSet<SourcePath>) -> bool {
        let is_wider = files.iter().any(|file| !self.older.contains(file));
        if is_wider {
            self.older.retain(|file| is_shared(file));
            self.older.extend(files);
            self.left_out.clear();
            self.texts.clear();
            self.unlinked.clear();
        }
        is_wider
    }

    fn leave_out(&mut self, files: BTreeSet<SourcePath>) -> bool {
        let before = self.left_out.len();
        let items = files.into_iter().filter(|file| !is_shared(file) && self.older.contains(file));
        self.left_out.extend(items.collect::<Vec<_>>());
        self.left_out.len() > before
    }

    /// Makes words of links in older texts: what they lead to may be deleted.
    fn unlink<'f>(&mut self, sources: &Sources, errors: impl Iterator<Item = &'f Located>) -> bool {
        let before = self.unlinked.len();
        let mut links: Vec<&Located> = errors.filter(|found| target(found).is_some()).collect();
        // From the end: what stands before a link stays where it is.
        links.sort_by_key(|found| std::cmp::Reverse(found.range.start));
        for found in links {
            let text = self.texts.get(&found.file).map(String::as_str);
            let text = text.or_else(|| sources.text(&found.file)).unwrap_or_default();
            if let Some(text) = unlink::unlinked(text, &found.range) {
                self.texts.insert(found.file.clone(), text);
                let problem = Older::NamesLost { name: target(found).unwrap_or_default() }.into();
                let severity = Severity::Warning;
                self.unlinked.push(Located { problem, severity, fix: None, ..found.clone() });
            }
        }
        self.unlinked.len() > before
    }
}

/// The file that is to be replaced because of an error: of two that want the same the one that is
/// new, else the one that an embargo has hidden: the other was there before.
fn blamed(found: &Located, versions: &Versions<'_>) -> SourcePath {
    let other = match &found.problem {
        Problem::File(FileProblem::DuplicateId { other, .. }) => Some(other),
        Problem::Reference(ReferenceProblem::PathTaken { other, .. }) => other.as_ref(),
        _ => None,
    };
    let is_new = |path: &str| !versions.at_hand.is_same(path, versions.earlier);
    let was_hidden = |path: &str| {
        let text = versions.at_hand.text(path).unwrap_or_default();
        text.lines().any(|line| line.starts_with("embargo:"))
    };
    let comes_later = |path: &str| (is_new(path), was_hidden(path));
    match other.filter(|other| comes_later(other) > comes_later(&found.file)) {
        Some(other) => other.as_str().into(),
        None => found.file.clone(),
    }
}

/// The other file that an error may come of.
fn home(found: &Located, versions: &Versions<'_>) -> Option<SourcePath> {
    let Problem::Reference(problem) = &found.problem else { return None };
    let home = match problem {
        ReferenceProblem::UnknownReference { kind, .. } => kind.home(),
        _ => return None,
    };
    let is_file = home.ends_with(".yaml") && versions.earlier.text(home).is_some();
    is_file.then(|| home.into())
}

/// What a link that leads nowhere leads to.
fn target(found: &Located) -> Option<String> {
    match &found.problem {
        Problem::Text(
            TextProblem::LinkTarget { target, .. } | TextProblem::LinkToHidden { target },
        ) => Some(target.clone()),
        Problem::Text(TextProblem::LinkAnchor { anchor, page, .. }) => {
            Some(format!("{page}#{anchor}"))
        }
        _ => None,
    }
}

/// Files that others depend on and that are not as they were.
fn differing(versions: &Versions<'_>) -> BTreeSet<SourcePath> {
    let Versions { at_hand, earlier } = versions;
    let shared = at_hand.paths().chain(earlier.paths()).filter(|path| is_shared(path));
    shared.filter(|path| !at_hand.is_same(path, earlier)).cloned().collect()
}
