//! A part of the sources, for a question that needs no more.

use super::Sources;

impl Sources {
    /// The texts that are named by path and text, and nothing else.
    pub fn only(&self, keep: impl Fn(&str, &str) -> bool) -> Sources {
        let texts = self.texts.iter().filter(|(path, text)| keep(path, text));
        let texts = texts.map(|(path, text)| (path.clone(), text.clone())).collect();
        Sources { texts, ..Sources::default() }
    }
}
