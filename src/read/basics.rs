//! The few facts of site.yaml that decide what the other files mean: languages and time zone.

use jiff::tz::TimeZone;

use crate::language::{Language, without_region};
use crate::model::config::FALLBACK_LANGUAGE;
use crate::problem::{Problem, ValueProblem};

/// What has to be known before a file is read.
#[derive(Debug, Clone)]
pub struct Basics {
    /// The default language.
    pub default_language: Language,
    /// All languages of the site, the default first.
    pub languages: Vec<Language>,
    /// Whether they are known: after a mistake there, others must not follow from it.
    pub languages_known: bool,
    /// The zone in which times are meant. After a mistake there it is unknown, and no time is
    /// checked against it.
    pub zone: TimeZone,
    /// The kinds of events of the site's own. After a mistake in site.yaml nobody knows.
    pub kinds: Option<Vec<String>>,
    /// The keys that may stand below `extra`. After a mistake in site.yaml nobody knows.
    pub own_fields: Option<Vec<String>>,
}

impl Default for Basics {
    /// What holds while nothing is known.
    fn default() -> Self {
        let language = FALLBACK_LANGUAGE.clone();
        Basics {
            default_language: language.clone(),
            languages: vec![language],
            languages_known: false,
            zone: TimeZone::unknown(),
            kinds: None,
            own_fields: None,
        }
    }
}

impl Basics {
    /// Whether texts may be in a language.
    pub fn speaks(&self, language: &Language) -> bool {
        !self.languages_known || self.languages.contains(language)
    }

    /// What is to be said of a language that the site has not.
    pub fn not_spoken(&self, language: &Language) -> Problem {
        let is_similar =
            |known: &&Language| without_region(known.tag()) == without_region(language.tag());
        let similar = self.languages.iter().find(is_similar);
        let tags: Vec<&str> = self.languages.iter().map(Language::tag).collect();
        ValueProblem::LanguageNotOfSite {
            language: language.tag().to_owned(),
            languages: tags.join(", "),
            suggestion: similar.map(Language::to_string),
        }
        .into()
    }
}
