//! Interface texts: `themes/NAME/strings/LANG.yaml`, one flat table of dotted keys. A text may
//! have places to fill: `Anmeldung bis {time}`. A text that depends on a count has a form for
//! each plural of its language: `count: {one: "{count} Platz", other: "{count} Plätze"}`. A key
//! that a theme leaves out has the text of the default theme; how several days in a row are written
//! follows from CLDR, unless a file says it.

mod begun;
mod built_in;
mod check;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Mutex, PoisonError};

use crate::cldr::{Cldr, DayPatterns};
use crate::diagnostic::Diagnostic;
use crate::gap;
use crate::language::without_region;
use crate::place::{KeyPath, SourcePath, Spot, Step};
use crate::problem::{Problem, SiteWarning, ThemeProblem};
use crate::source::Sources;
use crate::yaml::key::Form;
use crate::yaml::{self, Yaml};

pub use begun::begun;
pub use check::{Known, REGION};

/// The interface texts of one language.
#[derive(Debug)]
pub struct Strings {
    texts: HashMap<String, String>,
    /// The texts of the theme's own file with their keys, without those of the default theme.
    own: Vec<(String, String)>,
    /// Keys of texts that depend on a count.
    counted: BTreeSet<String>,
    cldr: Cldr,
    /// BCP 47.
    language: String,
    file: SourcePath,
    /// Whether the file could be read: if not, that is the mistake, and not each missing text.
    readable: bool,
    /// Locked only when a text is missing, and then the build fails.
    missing: Mutex<BTreeSet<String>>,
}

impl Strings {
    /// Reads the texts of a language.
    pub fn read(
        sources: &Sources,
        theme: &str,
        language: &str,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Strings {
        let file: SourcePath = format!("themes/{theme}/strings/{language}.yaml").into();
        let mut strings = Strings {
            texts: HashMap::new(),
            own: Vec::new(),
            counted: BTreeSet::new(),
            cldr: Cldr::new(language),
            language: language.to_owned(),
            file: file.clone(),
            readable: false,
            missing: Mutex::default(),
        };
        let default = built_in::texts(language);
        let own = sources.text(&file);
        if default.is_none() && own.is_none() {
            if sources.has_theme(theme) && !sources.refused(&file) {
                let language = language.to_owned();
                diagnostics
                    .push(Diagnostic::whole(&file, ThemeProblem::StringsMissing { language }));
            }
            return strings;
        }
        let before = diagnostics.len();
        if let Some(text) = own {
            // A copy of the default theme says all that the default theme says.
            strings.own = match default {
                Some(texts) if built_in::is_file(language, text) => texts.to_vec(),
                _ => {
                    let yaml = Yaml { file: &file, text, range: 0..text.len() };
                    let group = yaml::read(&yaml, &Form::Groups, diagnostics);
                    group.map(|group| check::texts_of(&group)).unwrap_or_default()
                }
            };
        }
        for (key, text) in default.unwrap_or_default().iter().chain(&strings.own) {
            strings.texts.insert(key.clone(), gap::filled(text, language).into_owned());
        }
        // What a file was copied from is of another language.
        let locale = strings.texts.get("locale").map(String::as_str);
        if let Some(locale) = locale.filter(|it| without_region(it) == without_region(language)) {
            strings.cldr = Cldr::new(locale);
        }
        for (key, pattern) in of_cldr(&strings.cldr.day_patterns()) {
            strings.texts.entry(key.to_owned()).or_insert_with(|| pattern.to_owned());
        }
        strings.counted = check::counted(strings.texts.keys().map(String::as_str));
        strings.readable = diagnostics.len() == before;
        strings.check_plurals(diagnostics);
        // The default theme of today may have texts that a file of yesterday cannot know.
        if default.is_none() && strings.readable {
            diagnostics.extend(strings.complete_in_english());
        }
        strings
    }

    /// Takes the English text of the default theme for each that the file of a theme lacks. What
    /// belongs to a language has none: its customs, the names of languages.
    fn complete_in_english(&mut self) -> Option<Diagnostic> {
        let english = built_in::texts("en")?;
        let own = self.counted.clone();
        let is_own = |key: &str| own.iter().any(|counted| is_below(key, counted));
        let of_language =
            |key: &str| key == "locale" || key == REGION || is_below(key, "languages");
        let mut keys = Vec::new();
        for (key, text) in english {
            // One text where there should be one for each form is a mistake of its own.
            let group = key.rsplit_once('.').map_or("", |(group, _)| group);
            if !self.has(key) && !is_own(key) && !of_language(key) && !self.has(group) {
                self.texts.insert(key.clone(), text.clone());
                keys.push(key.as_str());
            }
        }
        self.counted = check::counted(self.texts.keys().map(String::as_str));
        let count = keys.len();
        keys.truncate(3);
        let problem = SiteWarning::StringsInEnglish { count, keys: keys.join(", ") };
        (count > 0).then(|| Diagnostic::whole(&self.file, problem))
    }

    /// Texts that depend on a count must have every form that counts have in the language.
    fn check_plurals(&self, diagnostics: &mut Vec<Diagnostic>) {
        for key in &self.counted {
            let forms = self.cldr.plural_forms().into_iter();
            for form in forms.filter(|form| !self.has(&format!("{key}.{form}"))) {
                diagnostics.push(self.plural_missing(key, form));
            }
        }
    }

    /// What another language of the theme has and this one does not. Names of languages may be
    /// missing: the tag takes their place. So may the region.
    pub fn lacks(&self, other: &Strings) -> Vec<Diagnostic> {
        if !self.readable {
            return Vec::new();
        }
        let is_form = |key: &str| other.counted.iter().any(|counted| is_below(key, counted));
        let mut missing: Vec<&String> = other
            .texts
            .keys()
            .filter(|key| !self.has(key) && !is_form(key) && !is_below(key, "languages"))
            .filter(|key| *key != REGION)
            .collect();
        let counted = other.counted.iter().filter(|key| !self.counted.contains(*key));
        // One text where there should be one for each form is a mistake of its own.
        missing.extend(counted.filter(|key| !self.has(key)));
        missing.sort();
        let problem =
            |key: &String| Problem::from(ThemeProblem::StringMissing { key: key.clone() });
        missing.into_iter().map(|key| Diagnostic::whole(&self.file, problem(key))).collect()
    }

    fn plural_missing(&self, key: &str, form: &'static str) -> Diagnostic {
        let problem = ThemeProblem::PluralMissing { key: key.to_owned(), form };
        Diagnostic::new(&self.file, Spot::Key(path_of(key)), problem)
    }

    /// What is wrong in the theme's own file.
    pub fn mistakes(&self, sources: &Sources, known: &Known) -> Vec<Diagnostic> {
        let folder = self.templates_folder();
        let templates: Vec<&str> = sources.texts(&folder).map(|(_, text)| text).collect();
        check::check(&self.file, &self.own, &self.language, known, &templates)
    }

    /// Where the theme's own templates are.
    fn templates_folder(&self) -> String {
        format!("{}templates/", self.file.split("strings/").next().unwrap_or_default())
    }

    /// Keys of the theme's own file that neither its templates nor the program ask for. The
    /// default theme has every text that the program asks for.
    pub fn unused(&self, sources: &Sources, known: &Known) -> Vec<Diagnostic> {
        let folder = self.templates_folder();
        let asked: Vec<&str> = sources.texts(&folder).map(|(_, text)| text).collect();
        let is_asked = |key: &str| {
            let written = format!("\"{key}\"");
            asked.iter().any(|template| template.contains(&written))
        };
        // A form that only this language has: its text is known by its other forms.
        let is_form = |key: &str| {
            let counted = self.counted.iter().find(|counted| is_below(key, counted));
            counted.is_some_and(|counted| known.has(counted) || is_asked(counted))
        };
        let unused = self.own.iter().map(|(key, _)| key).filter(|key| {
            !known.has(key) && !is_form(key) && !is_below(key, "languages") && !is_asked(key)
        });
        unused
            .map(|key| {
                let problem = SiteWarning::StringUnused { key: key.clone() };
                Diagnostic::new(&self.file, Spot::Key(path_of(key)), problem)
            })
            .collect()
    }

    /// The customs of the language: dates, numbers, lists, plurals, order.
    pub fn cldr(&self) -> &Cldr {
        &self.cldr
    }

    /// The text of a key beside a count, which fills `{count}`: »1 Veranstaltung«.
    pub fn plural(&self, key: &str, count: usize) -> String {
        let form = self.plural_key(key, count as u64);
        let number = self.cldr.number(&count.to_string());
        self.fill(&form, &[("count", &number)])
    }

    /// The key of the form that a text has beside a count. Forms that only millions have may
    /// be left out.
    pub fn plural_key(&self, key: &str, count: u64) -> String {
        let form = format!("{key}.{}", self.cldr.plural(count));
        if self.has(&form) { form } else { format!("{key}.other") }
    }

    /// The text of a key. A key that has none is noted, see [`Strings::missing`].
    pub fn get(&self, key: &str) -> &str {
        match self.texts.get(key) {
            Some(text) => text,
            None => {
                let mut missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
                missing.insert(key.to_owned());
                ""
            }
        }
    }

    /// The text of a key, if there is one.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// The keys that were asked for and have no text.
    pub fn missing(&self) -> Vec<Diagnostic> {
        if !self.readable {
            return Vec::new();
        }
        let missing = self.missing.lock().unwrap_or_else(PoisonError::into_inner);
        let problem =
            |key: &String| Problem::from(ThemeProblem::StringMissing { key: key.clone() });
        missing.iter().map(|key| Diagnostic::whole(&self.file, problem(key))).collect()
    }

    /// Whether there is a text for a key.
    pub fn has(&self, key: &str) -> bool {
        self.texts.contains_key(key)
    }

    /// The text of a key with its places filled. What is put there is not looked into: a title
    /// may hold braces.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill_places(self.get(key), |place, filled| {
            let value = values.iter().find(|(name, _)| *name == place);
            value.map(|(_, value)| filled.push_str(value)).is_some()
        })
    }
}

/// The texts that follow from CLDR where a file has none, with their keys.
fn of_cldr(patterns: &DayPatterns) -> [(&'static str, &str); 6] {
    [
        ("dates.range.days", &patterns.days),
        ("dates.range.months", &patterns.months),
        ("dates.range.years", &patterns.years),
        ("dates.tile.day", &patterns.tile_day),
        ("dates.tile.days", &patterns.tile_days),
        ("dates.tile.month", &patterns.tile_month),
    ]
}

/// Where the text of a key is in its file.
fn path_of(key: &str) -> KeyPath {
    key.split('.').map(|key| Step::Key(key.to_owned())).collect()
}

/// Whether a key is one of a group.
fn is_below(key: &str, group: &str) -> bool {
    key.strip_prefix(group).is_some_and(|rest| rest.starts_with('.'))
}

/// Fills the places `{name}` of a pattern. `write` writes the value of a name, or says that it
/// knows none: then the place stays as it is.
pub fn fill_places(pattern: &str, mut write: impl FnMut(&str, &mut String) -> bool) -> String {
    let mut filled = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, from)) = rest.split_once('{') {
        filled.push_str(before);
        match from.split_once('}') {
            Some((name, after)) if write(name, &mut filled) => rest = after,
            _ => {
                filled.push('{');
                rest = from;
            }
        }
    }
    filled.push_str(rest);
    filled
}
