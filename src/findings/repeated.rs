//! One cause, one finding: a deleted event that ten files name is told once, at the first of them,
//! with the lines of the others.

use super::Located;
use crate::problem::{Problem, ReferenceKind, ReferenceProblem, Suggestion};

/// So many other places are named.
const MAX_PLACES: usize = 20;

/// Tells references to one thing that is not there together. Where it is known what was meant,
/// each has its own correction.
pub(super) fn together(located: Vec<Located>) -> Vec<Located> {
    let mut told: Vec<Located> = Vec::with_capacity(located.len());
    for found in located {
        let first = told.iter_mut().find(|earlier| is_same(&earlier.problem, &found.problem));
        match first.map(|first| &mut first.problem) {
            Some(Problem::Reference(ReferenceProblem::UnknownReference { also, .. })) => {
                if also.len() < MAX_PLACES {
                    also.push(format!("{}:{}", found.file, found.start.line));
                }
            }
            _ => told.push(found),
        }
    }
    told
}

/// Whether both name the same missing thing.
fn is_same(a: &Problem, b: &Problem) -> bool {
    match (missing(a), missing(b)) {
        (Some(a), Some(b)) => a == b,
        _ => false,
    }
}

fn missing(problem: &Problem) -> Option<(ReferenceKind, &str)> {
    match problem {
        Problem::Reference(ReferenceProblem::UnknownReference { kind, id, suggestion, .. }) => {
            (!matches!(suggestion, Some(Suggestion::Certain(_)))).then_some((*kind, id.as_str()))
        }
        _ => None,
    }
}
