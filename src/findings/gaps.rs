//! A gap in a text and in its translations is one gap: it is told where it is first missing, in the
//! default language when it is missing there.

use std::collections::{HashMap, HashSet};

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::place::{KeyPath, Place, Spot, Step};

/// Which gap one is, in whatever language: the file of the original, the key, and the how manieth
/// of that text.
type Key = (String, KeyPath, usize);

/// Leaves of each gap the first, by the languages of the site in their order.
pub fn told_once(diagnostics: Vec<Diagnostic>, languages: &[Language]) -> Vec<Diagnostic> {
    let mut numbers: HashMap<(String, KeyPath, usize), usize> = HashMap::new();
    let mut keys: Vec<Option<(usize, Key)>> = Vec::with_capacity(diagnostics.len());
    for Diagnostic { problem, place } in &diagnostics {
        keys.push(problem.gap().map(|_| {
            let (language, file, path) = original(place, languages);
            let number = numbers.entry((file.clone(), path.clone(), language)).or_default();
            *number += 1;
            (language, (file, path, *number))
        }));
    }
    let mut first: HashMap<&Key, usize> = HashMap::new();
    for (language, key) in keys.iter().flatten() {
        let known = first.entry(key).or_insert(*language);
        *known = (*known).min(*language);
    }
    let repeated: HashSet<usize> = keys
        .iter()
        .enumerate()
        .filter(|(_, key)| {
            key.as_ref()
                .is_some_and(|(language, key)| first.get(key).is_some_and(|it| it < language))
        })
        .map(|(at, _)| at)
        .collect();
    let told = diagnostics.into_iter().enumerate().filter(|(at, _)| !repeated.contains(at));
    told.map(|(_, diagnostic)| diagnostic).collect()
}

/// The number of the language of a place among those of the site, and where its original is:
/// `info.en.md` translates `info.md`, `title.en` stands beside `title.de`.
fn original(place: &Place, languages: &[Language]) -> (usize, String, KeyPath) {
    let number = |tag: &str| languages.iter().position(|language| language.tag() == tag);
    let (name, ending) = place.file.rsplit_once('.').unwrap_or((&place.file, ""));
    let of_file = name.rsplit_once(['.', '/']).and_then(|(_, tag)| number(tag));
    let file = match (of_file, name.rsplit_once(['.', '/'])) {
        (Some(_), Some((original, _))) => format!("{original}.{ending}"),
        _ => place.file.to_string(),
    };
    let mut path = match &place.spot {
        Spot::Value(path) | Spot::TextIn(path, ..) | Spot::Key(path) => path.clone(),
        Spot::Whole | Spot::Bytes(_) => KeyPath::new(),
    };
    let of_key = match path.last() {
        Some(Step::Key(tag)) => number(tag),
        _ => None,
    };
    if of_key.is_some() {
        path.pop();
    }
    (of_key.or(of_file).unwrap_or_default(), file, path)
}
