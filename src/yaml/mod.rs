//! YAML into values of the [`Form`]s that the tables of keys say. Good files take the fast way
//! through `serde_yaml`. A file that fails there is read a second time as a `tree` that knows the
//! place of every node and tells all its mistakes at once: `serde` alone stops at the first.

mod anchors;
mod escapes;
mod fast;
mod fault;
mod form;
pub mod front_matter;
mod hash;
pub mod invisible;
mod joined;
pub mod key;
mod limits;
mod syntax;
mod tree;
pub mod typed;

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::place::SourcePath;
use crate::problem::FileProblem;
use key::Form;
use typed::Map;

pub use form::{hour_belongs_to, is_hour};
pub use joined::joined_lines;
pub use tree::Positions;

/// A piece of a file that is YAML: a whole file, or its front matter.
#[derive(Debug, Clone)]
pub struct Yaml<'t> {
    /// The file.
    pub file: &'t SourcePath,
    /// The whole text of the file.
    pub text: &'t str,
    /// The bytes of the text that are YAML.
    pub range: Range<usize>,
}

/// Reads the keys of a file's YAML. Mistakes go to `diagnostics`; what could be read is returned,
/// with the faulty keys left out, so that the rest of the file can be checked too.
pub fn read(yaml: &Yaml<'_>, form: &Form, diagnostics: &mut Vec<Diagnostic>) -> Option<Map> {
    let text = yaml.text.get(yaml.range.clone()).unwrap_or("");
    let mut report = |range: Range<usize>, problem| {
        let range = range.start + yaml.range.start..range.end + yaml.range.start;
        diagnostics.push(Diagnostic::bytes(yaml.file, range, problem));
    };
    // Front matter that says nothing lacks its keys; a file that says nothing is empty.
    let text = match says_nothing(text) {
        true if yaml.range.len() == yaml.text.len() => {
            report(0..0, FileProblem::EmptyFile.into());
            return None;
        }
        true => "{}",
        false => text,
    };
    let line_breaks = invisible::line_breaks(text);
    let blanked;
    let text = if line_breaks.is_empty() {
        text
    } else {
        blanked = invisible::blanked(text, &line_breaks);
        &blanked
    };
    line_breaks.into_iter().for_each(|(range, problem)| report(range, problem));
    if let Some(fault) = limits::exceeded(text) {
        report(fault.range, fault.problem);
        return None;
    }
    hash::cut(text, *form).into_iter().for_each(|(range, problem)| report(range, problem));
    anchors::unused(text).into_iter().for_each(|(range, problem)| report(range, problem));
    escapes::in_paths(text).into_iter().for_each(|(range, problem)| report(range, problem));
    // The fast way drops a tag, and with it a word that somebody wrote.
    if !may_have_tag(text)
        && let Some(map) = fast::read(text, *form)
    {
        return Some(map);
    }
    let (map, faults) = match tree::parse(text) {
        Ok(tree) => form::read(&tree, form),
        Err(fault) => (None, vec![fault]),
    };
    // A space that is none can be why the rest is not understood.
    let in_structure = if faults.is_empty() { Vec::new() } else { invisible::in_structure(text) };
    if !in_structure.is_empty() {
        in_structure.into_iter().for_each(|(range, problem)| report(range, problem));
        return None;
    }
    faults.into_iter().for_each(|fault| report(fault.range, fault.problem));
    map
}

/// Reads the keys of a file of this program, in which nobody looks for mistakes.
pub fn read_built_in(text: &str, form: &Form) -> Option<Map> {
    fast::read(text, *form)
}

/// Whether a value may begin with `!`.
fn may_have_tag(text: &str) -> bool {
    text.match_indices('!').any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let trimmed = before.trim_end_matches([' ', '\t']);
        let is_apart = trimmed.len() < before.len();
        trimmed.ends_with([',', '[', '{']) || is_apart && trimmed.ends_with([':', '-'])
    })
}

/// Whether a text has nothing but blank lines and comments.
pub fn says_nothing(text: &str) -> bool {
    text.lines().map(str::trim_start).all(|line| line.is_empty() || line.starts_with('#'))
}
