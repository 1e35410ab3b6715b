//! What can be wrong in a file of interface texts that parses: a text that is empty, a place that
//! nothing fills, a word for addresses that is none, the customs of another language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::{built_in, is_below, of_cldr, path_of};
use crate::cldr::{Cldr, PLURAL_CATEGORIES};
use crate::diagnostic::Diagnostic;
use crate::gap::gaps;
use crate::language::without_region;
use crate::markdown::slug;
use crate::place::{KeyPath, SourcePath, Spot};
use crate::problem::{FileProblem, Problem, SiteWarning, ThemeProblem, YamlProblem};
use crate::values::Id;
use crate::yaml::typed::{Map, Typed};

/// The name of the region that a programme invites to. Only a theme can know it, so the default
/// theme has none.
pub const REGION: &str = "delegations.region";

/// The texts that the program asks for, and the places that it fills.
#[derive(Debug, Default)]
pub struct Known {
    keys: BTreeSet<String>,
    /// The texts that depend on a count.
    counted: BTreeSet<String>,
    /// By the first part of a key the places that texts of the default theme have there in any
    /// language: one needs this place, one that.
    places: BTreeMap<String, BTreeSet<String>>,
}

impl Known {
    /// What the default theme says.
    pub fn of_default_theme() -> &'static Self {
        static KNOWN: OnceLock<Known> = OnceLock::new();
        let texts = built_in::all();
        KNOWN.get_or_init(|| Known::of(texts))
    }

    fn of(texts: impl Iterator<Item = &'static (String, String)>) -> Self {
        let mut known = Known::default();
        let days = Cldr::new("en").day_patterns();
        let of_cldr = of_cldr(&days);
        let texts = texts.map(|(key, text)| (key.as_str(), text.as_str()));
        for (key, text) in texts.chain(of_cldr) {
            let places = places(text).map(str::to_owned);
            known.places.entry(first_part(key).to_owned()).or_default().extend(places);
            known.keys.insert(key.to_owned());
        }
        known.counted = counted(known.keys.iter().map(String::as_str));
        known
    }

    /// Whether a key is one of a text, with all its forms.
    pub fn has(&self, key: &str) -> bool {
        self.keys.contains(key) || self.counted.contains(key) || key == REGION
    }

    /// The places that a text may have; `None` of a text that only this theme has.
    fn places(&self, key: &str) -> Option<&BTreeSet<String>> {
        let group = key.rsplit_once('.').map(|(group, _)| group);
        let is_form = group.is_some_and(|group| self.counted.contains(group));
        (is_form || self.keys.contains(key)).then(|| self.places.get(first_part(key)))?
    }
}

fn first_part(key: &str) -> &str {
    key.split('.').next().unwrap_or(key)
}

/// The groups of texts that are the forms of one text: all have the names of plural categories,
/// and one of those that most languages have is among them. `few` alone may mean something else.
pub(super) fn counted<'k>(keys: impl Iterator<Item = &'k str>) -> BTreeSet<String> {
    let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (group, last) in keys.filter_map(|key| key.rsplit_once('.')) {
        groups.entry(group).or_default().push(last);
    }
    let is_form = |last: &&str| PLURAL_CATEGORIES.contains(last);
    groups.retain(|_, all| {
        all.iter().all(is_form) && all.iter().any(|last| matches!(*last, "one" | "other"))
    });
    groups.into_keys().map(str::to_owned).collect()
}

/// What is wrong in a file; a theme's own templates may fill further places.
pub fn check(
    file: &SourcePath,
    texts: &[(String, String)],
    language: &str,
    known: &Known,
    templates: &[&str],
) -> Vec<Diagnostic> {
    let is_argument = |place: &str| {
        let argument = format!("{place}=");
        templates.iter().any(|template| template.contains(&argument))
    };
    let mut found = Vec::new();
    for (key, text) in texts {
        let mut report = |part: fn(KeyPath) -> Spot, problem: Problem| {
            found.push(Diagnostic::new(file, part(path_of(key)), problem));
        };
        for (_, gap) in gaps(text) {
            report(Spot::Value, SiteWarning::Gap { gap }.into());
        }
        if known.counted.contains(key) {
            report(
                Spot::Key,
                ThemeProblem::PluralMissing { key: key.clone(), form: "other" }.into(),
            );
        } else if text.trim().is_empty() {
            report(Spot::Key, YamlProblem::EmptyText.into());
        } else if is_below(key, "paths") && !Id::is_valid(text) {
            let suggestion = slug(text);
            report(Spot::Value, FileProblem::BadId { id: text.clone(), suggestion }.into());
        } else if key == "locale" && !is_of_language(text, language) {
            let (locale, language) = (text.clone(), language.to_owned());
            report(Spot::Value, ThemeProblem::LocaleOfAnotherLanguage { locale, language }.into());
        }
        let Some(places_known) = known.places(key) else { continue };
        let unknown = places(text).filter(|place| !places_known.contains(*place));
        for place in unknown.filter(|place| !is_argument(place)) {
            let known: Vec<String> = places_known.iter().map(|p| format!("`{{{p}}}`")).collect();
            let known = known.join(", ");
            report(
                Spot::Value,
                ThemeProblem::UnknownPlace { place: place.to_owned(), known }.into(),
            );
        }
    }
    found
}

/// Whether a locale, `en_GB`, is of a language, `en` or `en-GB`.
fn is_of_language(locale: &str, language: &str) -> bool {
    without_region(locale) == without_region(language)
}

/// The places of a text: of »bis {time}« `time`.
fn places(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|from| Some(from.split_once('}')?.0))
}

/// The texts of a file with their keys.
pub(super) fn texts_of(group: &Map) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    add("", group, &mut texts);
    texts
}

fn add(prefix: &str, group: &Map, texts: &mut Vec<(String, String)>) {
    for (key, typed) in group.iter() {
        let key = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
        match typed {
            Typed::Text(text) => texts.push((key, text.clone())),
            Typed::Map(group) => add(&key, group, texts),
            Typed::List(_) => {}
        }
    }
}
