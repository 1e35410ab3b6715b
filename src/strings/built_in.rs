//! The interface texts of the default theme, which are read once in a process: every site is
//! measured by all of them.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::check::texts_of;
use crate::built_in;
use crate::yaml::{self, key::Form};

/// Texts with their keys.
type Texts = Vec<(String, String)>;

/// A file of the default theme.
struct File {
    language: &'static str,
    text: &'static str,
    texts: OnceLock<Texts>,
}

impl File {
    fn texts(&self) -> &Texts {
        self.texts.get_or_init(|| {
            let group = yaml::read_built_in(self.text, &Form::Groups);
            group.map(|group| texts_of(&group)).unwrap_or_default()
        })
    }
}

fn files() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| {
        let files = built_in::THEME.iter().filter_map(|(path, bytes)| {
            let language = path.strip_prefix("strings/")?.strip_suffix(".yaml")?;
            let text = std::str::from_utf8(bytes).ok()?;
            Some(File { language, text, texts: OnceLock::new() })
        });
        files.collect()
    })
}

fn file(language: &str) -> Option<&'static File> {
    files().iter().find(|file| file.language == language)
}

/// The texts of a language with their keys; `None` when the default theme has none.
pub(super) fn texts(language: &str) -> Option<&'static [(String, String)]> {
    file(language).map(|file| file.texts().as_slice())
}

/// Whether a text is that of the file of a language.
pub(super) fn is_file(language: &str, text: &str) -> bool {
    file(language).is_some_and(|file| file.text == text)
}

/// The texts of all languages, with their keys.
pub(super) fn all() -> impl Iterator<Item = &'static (String, String)> {
    let texts: Vec<&Texts> = files().par_iter().map(File::texts).collect();
    texts.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_default_theme_has_its_texts() {
        for file in files() {
            assert!(
                texts(file.language).is_some_and(|texts| texts.len() > 100),
                "{}",
                file.language
            );
        }
        assert!(texts("xx").is_none());
    }
}
