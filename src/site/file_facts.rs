//! What people want to know of a file before they load it, in words: beside attachments, and
//! behind links in texts.

use super::{FileFacts, Site};

impl Site<'_> {
    /// What a file is, how large it is and how many pages it has: »PDF, 1,2 MB, 3 Seiten«.
    pub fn file_facts(&self, facts: FileFacts) -> String {
        let pages = facts.pages.map(|pages| self.strings.plural("extras.pages", pages));
        let known = [facts.kind.label().to_owned(), self.file_size(facts.size)];
        known.into_iter().chain(pages).collect::<Vec<_>>().join(", ")
    }

    /// A size as people write it, in units of a thousand (IEC 80000-13): »312 kB«, »1,2 MB«.
    pub fn file_size(&self, bytes: u64) -> String {
        let number = |written: String| self.strings.cldr().number(&written);
        match bytes {
            0..999_500 => format!(
                "{}\u{a0}kB",
                number(bytes.saturating_add(500).max(1000).div_euclid(1000).to_string())
            ),
            999_500..999_950_000 => {
                format!("{}\u{a0}MB", number(format!("{:.1}", bytes as f64 / 1e6)))
            }
            _ => format!("{}\u{a0}GB", number(format!("{:.1}", bytes as f64 / 1e9))),
        }
    }
}
