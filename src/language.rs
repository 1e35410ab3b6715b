//! Languages and texts in several of them. A text is resolved when it is shown: its own
//! language if it has one, else the default.

use std::fmt;
use std::sync::Arc;

/// A language by its BCP 47 tag: `de`, `en`, `es`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// A language by its tag: two or three letters, and perhaps a script (`zh-Hant`) and a region
    /// (`pt-BR`).
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-').peekable();
        let language = parts.next()?;
        let language_ok = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        parts.next_if(|part| is_script(part));
        let is_region =
            |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase());
        parts.next_if(is_region);
        (language_ok && parts.next().is_none()).then(|| Language(tag.into()))
    }

    /// The tag.
    pub fn tag(&self) -> &str {
        &self.0
    }
}

/// Whether a part of a tag is a script: `Hant` (ISO 15924).
pub fn is_script(part: &str) -> bool {
    let mut letters = part.bytes();
    part.len() == 4
        && letters.next().is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_lowercase())
}

/// Scripts of today that run from right to left (Unicode 17, `Bidi_Class` R and AL).
const RIGHT_TO_LEFT: [&str; 10] =
    ["Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"];

/// Languages that are mostly written from right to left (CLDR 48.2, `likelySubtags`).
const OF_THEM: [&str; 60] = [
    "acm", "ae", "aeb", "afb", "aii", "apc", "ar", "arc", "arq", "ars", "ary", "arz", "azb", "bal",
    "bej", "bgn", "bqi", "brh", "chg", "ckb", "dv", "fa", "glk", "haz", "he", "hno", "iw", "ji",
    "jpr", "jrb", "khw", "ks", "lad", "lah", "lki", "lrc", "luz", "mde", "mzn", "nqo", "ota",
    "pal", "pbt", "phn", "pnb", "prs", "ps", "rhg", "sam", "sd", "sdh", "shu", "skr", "sog", "swb",
    "syc", "syr", "ug", "ur", "yi",
];

/// Those that are so in a region alone, and those that are not so in a region.
const IN_REGIONS: [&str; 10] =
    ["az-IQ", "az-IR", "ha-SD", "kk-CN", "ku-IQ", "ku-IR", "ky-CN", "pa-PK", "tg-PK", "uz-AF"];
const NOT_IN_REGIONS: [&str; 3] = ["sd-IN", "ug-KZ", "ug-MN"];

/// Whether a text in a language runs from right to left, by its tag.
pub fn is_right_to_left(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or(tag);
    match parts.next().filter(|part| is_script(part)) {
        Some(script) => RIGHT_TO_LEFT.contains(&script),
        None => {
            (OF_THEM.contains(&language) || IN_REGIONS.contains(&tag))
                && !NOT_IN_REGIONS.contains(&tag)
        }
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
