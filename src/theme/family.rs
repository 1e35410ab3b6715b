//! Templates that extend each other: a mistake there has no place in what the engine says, but it
//! has one in the template.

use std::ops::Range;

use tera::ErrorKind;

use super::{BUILT_IN, Templates};
use crate::diagnostic::Diagnostic;
use crate::problem::{OwnProblem, Problem, ThemeProblem};

/// What is to be said of templates that extend each other in a circle, or one that is not there.
pub(super) fn diagnostic(error: &tera::Error, templates: &Templates<'_>) -> Option<Diagnostic> {
    match error.kind() {
        ErrorKind::CircularExtend { inheritance_chain, .. } => {
            let of_itself = || inheritance_chain.iter().find_map(|name| itself(name, templates));
            let first = || inheritance_chain.iter().find_map(|name| at(name, error, templates));
            of_itself().or_else(first)
        }
        ErrorKind::MissingParent { current, .. } => at(current, error, templates),
        _ => None,
    }
}

/// A template that extends itself: its author means the built-in one.
fn itself(name: &str, templates: &Templates<'_>) -> Option<Diagnostic> {
    let (file, text) = templates.get(name)?;
    let (range, parent) = parent(text)?;
    let problem = OwnProblem::ExtendsItself { name: name.to_owned() };
    (parent == name).then(|| Diagnostic::bytes(file, range, problem))
}

/// What the engine says, at the name of the parent of a template that is not built in.
fn at(name: &str, error: &tera::Error, templates: &Templates<'_>) -> Option<Diagnostic> {
    let (file, text) = templates.get(name).filter(|_| !name.starts_with(BUILT_IN))?;
    let (range, _) = parent(text)?;
    let problem: Problem = ThemeProblem::Template { message: error.to_string() }.into();
    Some(Diagnostic::bytes(file, range, problem))
}

/// The name in `{% extends "NAME" %}`, with its place.
fn parent(text: &str) -> Option<(Range<usize>, &str)> {
    let tag = text.match_indices("{%").find_map(|(start, _)| {
        let inner = text.get(start + 2..)?.trim_start_matches(['-', ' ', '\t', '\r', '\n']);
        inner.strip_prefix("extends")
    })?;
    let quoted = tag.trim_start();
    let quote = quoted.chars().next().filter(|c| matches!(c, '"' | '\'' | '`'))?;
    let name = quoted.get(1..)?.split(quote).next()?;
    let start = text.len() - quoted.len() + 1;
    Some((start..start + name.len(), name))
}
