//! Translations of Markdown files, and of which version of its original each one is.
//!
//! A translation keeps the fingerprint of the original's texts that it was made from, under
//! `translates`. `bba translate --accept` writes it when somebody has compared the two. Texts in
//! YAML need no such mark: their languages stand one below the other, and who changes one sees
//! the others; that one is missing is noticed, that one is old is for who edits the file to see.

use crate::diagnostic::{Diagnostic, Part};
use crate::language::Language;
use crate::problem::Problem;
use crate::source::SourcePath;

use super::yaml::Path;

/// The key in the front matter of a translation.
pub const KEY: &str = "translates";

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
}

impl Translation {
    /// What is to be said when it is not known to be of the present original.
    pub fn diagnostic(&self) -> Option<Diagnostic> {
        let original = self.original.to_string();
        match &self.translates {
            Some(known) if *known == self.current => None,
            Some(_) => {
                let part = Part::Value(Path::Top.key(KEY).to_key_path());
                let problem = Problem::TranslationOutdated { original };
                Some(Diagnostic::new(&self.file, part, problem))
            }
            None => {
                let problem = Problem::TranslationUnconfirmed { original };
                Some(Diagnostic::whole(&self.file, problem))
            }
        }
    }
}

/// The fingerprint of texts: the first 16 hexadecimal digits of the BLAKE3 of their length and
/// bytes. What is the same in every language, such as a date, does not change it.
pub fn fingerprint(texts: &[&str]) -> String {
    let mut hasher = blake3::Hasher::new();
    for text in texts {
        let text = text.trim();
        hasher.update(&(text.len() as u64).to_le_bytes());
        hasher.update(text.as_bytes());
    }
    hasher.finalize().to_hex().chars().take(16).collect()
}

/// A file with the fingerprint in its front matter, everything else as it was; nothing when the
/// file has no front matter.
pub fn with_fingerprint(text: &str, fingerprint: &str) -> Option<String> {
    let yaml = super::front_matter::split(text).ok()?.yaml;
    let (before, head) = (text.get(..yaml.start)?, text.get(yaml.clone())?);
    let end = if head.contains("\r\n") { "\r\n" } else { "\n" };
    let is_mark = |line: &&str| line.strip_prefix(KEY).is_some_and(|rest| rest.starts_with(':'));
    let mut kept: String = head.split_inclusive('\n').filter(|line| !is_mark(line)).collect();
    if !kept.is_empty() && !kept.ends_with('\n') {
        kept.push_str(end);
    }
    Some(format!("{before}{kept}{KEY}: {fingerprint}{end}{}", text.get(yaml.end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_is_put_into_the_front_matter_and_nothing_else_changes() {
        let text = "---\r\ntitle: A\r\n# Notiz\r\n---\r\nText\r\n";
        let marked = with_fingerprint(text, "12");
        let expected = "---\r\ntitle: A\r\n# Notiz\r\ntranslates: 12\r\n---\r\nText\r\n";
        assert_eq!(marked.as_deref(), Some(expected));
        let again = marked.and_then(|text| with_fingerprint(&text, "34"));
        assert_eq!(again, Some(expected.replace("12", "34")));
        assert_eq!(with_fingerprint("Text\n", "12"), None);
    }

    #[test]
    fn a_fingerprint_depends_on_every_text_and_its_place() {
        assert_eq!(fingerprint(&["a", "b "]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["ab", ""]), fingerprint(&["a", "b"]));
        assert_ne!(fingerprint(&["a", "b"]), fingerprint(&["b", "a"]));
    }
}
