//! One cause, one finding: a deleted event that ten files name is told once, at the first of them,
//! with the lines of the others.

use std::collections::HashMap;

use super::Located;
use crate::problem::{Problem, ReferenceKind, ReferenceProblem, Suggestion};

/// So many other places are named.
const MAX_PLACES: usize = 20;

/// Tells references to one thing that is not there together. Where it is known what was meant,
/// each has its own correction.
pub(super) fn together(located: Vec<Located>) -> Vec<Located> {
    let mut told: Vec<Located> = Vec::with_capacity(located.len());
    // Where the first that names a missing thing is among them.
    let mut firsts: HashMap<(ReferenceKind, String), usize> = HashMap::new();
    for found in located {
        let Some((kind, id)) = missing(&found.problem) else {
            told.push(found);
            continue;
        };
        let first = *firsts.entry((kind, id.to_owned())).or_insert(told.len());
        match told.get_mut(first).map(|first| &mut first.problem) {
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

fn missing(problem: &Problem) -> Option<(ReferenceKind, &str)> {
    match problem {
        Problem::Reference(ReferenceProblem::UnknownReference { kind, id, suggestion, .. }) => {
            (!matches!(suggestion, Some(Suggestion::Certain(_)))).then_some((*kind, id.as_str()))
        }
        _ => None,
    }
}
