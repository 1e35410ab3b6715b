//! Translations of Markdown files, and of which version of its original each one is.

use crate::diagnostic::Diagnostic;
use crate::language::Language;
use crate::place::{SourcePath, Spot, Step};
use crate::problem::TranslationWarning;
use crate::yaml::key::{Form, Key, key};

/// The key in the front matter of a translation.
pub const KEY: &str = "translates";

/// In a translation: of which version of the original it is.
pub const TRANSLATES: Key = key(KEY, Form::Text, "Nur in Übersetzungen: zu welchem Stand des Originals sie passt. Schreibt »bba translate --accept«.")
    .own();

/// A translation and its original.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The file of the translation.
    pub file: SourcePath,
    /// The language of the translation.
    pub language: Language,
    /// The file of the original.
    pub original: SourcePath,
    /// The fingerprint of the original now.
    pub current: String,
    /// The fingerprint of the original that was translated, as the translation says.
    pub translates: Option<String>,
    /// What the original has and it has not: keys, or `None` for the text itself.
    pub lacks: Vec<Option<&'static str>>,
}

impl Translation {
    /// What is to be said of it.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        let lacking = self.lacks.iter().map(|key| {
            Diagnostic::whole(&self.file, TranslationWarning::TranslationLacks { key: *key })
        });
        lacking.chain(self.not_of_the_present_original())
    }

    fn not_of_the_present_original(&self) -> Option<Diagnostic> {
        let (original, file) = (self.original.to_string(), self.file.to_string());
        match &self.translates {
            Some(known) if *known == self.current => None,
            Some(_) => {
                let part = Spot::Value(vec![Step::Key(KEY.to_owned())]);
                let problem = TranslationWarning::TranslationOutdated { original, file };
                Some(Diagnostic::new(&self.file, part, problem))
            }
            None => {
                let problem = TranslationWarning::TranslationUnconfirmed { original, file };
                Some(Diagnostic::whole(&self.file, problem))
            }
        }
    }
}
