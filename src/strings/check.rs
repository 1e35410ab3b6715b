//! What can be wrong in a file of interface texts that parses: a text that is empty, a place that
//! nothing fills, a word for addresses that is none, the customs of another language.

use std::collections::{BTreeMap, BTreeSet};

use super::{Node, is_below};
use rayon::prelude::*;

use crate::cldr::PLURAL_CATEGORIES;
use crate::content::markdown::slug;
use crate::content::values::Id;
use crate::content::written::Entries;
use crate::content::yaml::{self, KeyPath, Step, Yaml};
use crate::diagnostic::{Diagnostic, Part};
use crate::problem::Problem;
use crate::source::{BUILT_IN_THEME, SourcePath, Sources};

/// Patterns of ranges have the same places, each language those that it needs.
const RANGES: &str = "dates.range";

/// The texts that the program asks for, by key, with the places that they have in any language
/// of the default theme.
#[derive(Debug, Default)]
pub struct Known {
    places: BTreeMap<String, BTreeSet<String>>,
    /// The texts that depend on a count.
    counted: BTreeSet<String>,
}

impl Known {
    /// Reads the default theme.
    pub fn read(sources: &Sources) -> Self {
        let mut known = Known::default();
        let folder = format!("{BUILT_IN_THEME}/strings/");
        let files: Vec<_> = sources.texts(&folder).collect();
        let texts: Vec<Vec<(String, String)>> = files
            .into_par_iter()
            .filter_map(|(file, text)| {
                let yaml = Yaml { file, text, range: 0..text.len() };
                let group = yaml::read::<Entries<Node>>(&yaml, &mut Vec::new())?;
                Some(texts_of(&group))
            })
            .collect();
        for texts in texts {
            for (key, text) in texts {
                let places: Vec<String> = places(&text).map(str::to_owned).collect();
                // The forms of a text have the same places, and so have all ranges.
                let (group, last) = key.rsplit_once('.').unwrap_or((&key, ""));
                if PLURAL_CATEGORIES.contains(&last) {
                    known.counted.insert(group.to_owned());
                }
                let ranges = is_below(&key, RANGES).then(|| RANGES.to_owned());
                for group in [group.to_owned(), key.clone()].into_iter().chain(ranges) {
                    known.places.entry(group).or_default().extend(places.iter().cloned());
                }
            }
        }
        known
    }

    /// Whether nothing is known: there is no default theme.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether a key is one of a text, or of a group of texts.
    pub fn has(&self, key: &str) -> bool {
        self.places.contains_key(key)
    }

    /// The places that a text may have; nothing of a text that only this theme has.
    fn places(&self, key: &str) -> Option<&BTreeSet<String>> {
        let key = if is_below(key, RANGES) { RANGES } else { key };
        self.places.get(key).or_else(|| self.places.get(key.rsplit_once('.')?.0))
    }
}

/// What is wrong in a file.
pub fn check(
    file: &SourcePath,
    texts: &[(String, String)],
    language: &str,
    known: &Known,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (key, text) in texts {
        let mut report = |part: fn(KeyPath) -> Part, problem| {
            let path = key.split('.').map(|key| Step::Key(key.to_owned())).collect();
            found.push(Diagnostic::new(file, part(path), problem));
        };
        if known.counted.contains(key) {
            report(Part::Key, Problem::PluralMissing { key: key.clone(), form: "other" });
        } else if text.trim().is_empty() {
            report(Part::Key, Problem::EmptyText);
        } else if is_below(key, "paths") && !Id::is_valid(text) {
            let suggestion = slug(text);
            report(Part::Value, Problem::BadId { id: text.clone(), suggestion });
        } else if key == "locale" && !is_of_language(text, language) {
            let (locale, language) = (text.clone(), language.to_owned());
            report(Part::Value, Problem::LocaleOfAnotherLanguage { locale, language });
        }
        let Some(places_known) = known.places(key) else { continue };
        for place in places(text).filter(|place| !places_known.contains(*place)) {
            let known: Vec<String> = places_known.iter().map(|p| format!("`{{{p}}}`")).collect();
            let known = known.join(", ");
            report(Part::Value, Problem::UnknownPlace { place: place.to_owned(), known });
        }
    }
    found
}

/// Whether a locale, `en_GB`, is of a language, `en` or `en-GB`.
fn is_of_language(locale: &str, language: &str) -> bool {
    let first = |tag: &str| tag.split(['_', '-']).next().unwrap_or_default().to_owned();
    first(locale) == first(language)
}

/// The places of a text: of »bis {time}« `time`.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|from| Some(from.split_once('}')?.0))
}

/// The texts of a file with their keys.
pub(super) fn texts_of(group: &Entries<Node>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    add("", group, &mut texts);
    texts
}

fn add(prefix: &str, group: &Entries<Node>, texts: &mut Vec<(String, String)>) {
    for (key, node) in &group.0 {
        let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match node {
            Node::Text(text) => texts.push((key, text.clone())),
            Node::Group(group) => add(&key, group, texts),
        }
    }
}
