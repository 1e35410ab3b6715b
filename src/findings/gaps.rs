//! A gap in a text and in its translations is one gap: it is told where it is first missing, in the
//! default language when it is missing there.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::place::{KeyPath, Place, Spot, Step};

/// Which gap one is, in whatever language: the file of the original, the key, and the how manieth
/// of that text.
type Key = (String, KeyPath, usize);

/// Leaves of each gap the first, by the languages of the site in their order.
pub fn told_once(diagnostics: Vec<Diagnostic>, languages: &[Language]) -> Vec<Diagnostic> {
    let mut numbers: HashMap<Key, usize> = HashMap::new();
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
    let told = diagnostics.into_iter().zip(&keys).filter(|(_, key)| {
        key.as_ref().is_none_or(|(language, key)| first.get(key) == Some(language))
    });
    told.map(|(diagnostic, _)| diagnostic).collect()
}

/// The number of the language of a place among those of the site, and where its original is:
/// `info.en.md` translates `info.md`, `title.en` stands beside `title.de`.
fn original(place: &Place, languages: &[Language]) -> (usize, String, KeyPath) {
    let number = |tag: &str| languages.iter().position(|language| language.tag() == tag);
    let (name, ending) = place.file.rsplit_once('.').unwrap_or((&place.file, ""));
    let parts = name.rsplit_once(['.', '/']);
    let of_file = parts.and_then(|(_, tag)| number(tag));
    let file = match (of_file, parts) {
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
