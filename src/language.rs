//! Languages and texts in several of them. A text is resolved when it is shown: its own
//! language if it has one, else the default.

use std::fmt;
use std::sync::Arc;

/// A language by its BCP 47 tag: `de`, `en`, `es`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// A language by its tag: two or three letters, and perhaps a region (`pt-BR`).
    pub fn new(tag: &str) -> Option<Self> {
        let (language, region) = match tag.split_once('-') {
            Some((language, region)) => (language, Some(region)),
            None => (tag, None),
        };
        let language_ok = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let region_ok = region.is_none_or(|region| {
            region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase())
        });
        (language_ok && region_ok).then(|| Language(tag.into()))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        &self.0
    }
}

/// The language of a tag or locale without its region: `pt` of `pt-BR` and of `pt_BR`.
pub fn without_region(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value in the default language, and perhaps in others.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Translated<T> {
    /// In the site's default language.
    pub default: T,
    /// In other languages, in the order of the file.
    pub others: Vec<(Language, T)>,
    /// Whether the default holds in every language: a name needs no translation.
    pub is_name: bool,
}

impl<T> Translated<T> {
    /// A value that is only there in the default language.
    pub fn only(default: T) -> Self {
        Translated { default, others: Vec::new(), is_name: false }
    }

    /// A name: the same in every language.
    pub fn name(default: T) -> Self {
        Translated { default, others: Vec::new(), is_name: true }
    }

    /// The value in a language, else in the default language.
    pub fn get(&self, language: &Language) -> &T {
        self.others
            .iter()
            .find(|(other, _)| other == language)
            .map_or(&self.default, |(_, value)| value)
    }

    /// The value in a language, and nothing in its stead.
    pub fn own(&self, language: &Language, default: &Language) -> Option<&T> {
        if language == default || self.is_name {
            return Some(self.get(language));
        }
        self.others.iter().find(|(other, _)| other == language).map(|(_, value)| value)
    }

    /// All its values.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.default).chain(self.others.iter().map(|(_, value)| value))
    }
}
