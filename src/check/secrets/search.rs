//! Finds words and paths in texts, however the words are set.

use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use super::letters::{length_of_first, letters, placed_letters};
use crate::site::{Secret, SecretKind};

/// What is looked for.
pub(super) struct Search<'s> {
    words: Vec<&'s Secret>,
    paths: Vec<&'s Secret>,
    in_letters: Option<AhoCorasick>,
    in_text: Option<AhoCorasick>,
}

impl<'s> Search<'s> {
    pub fn of(secrets: &'s [Secret]) -> Self {
        let (words, paths): (Vec<&Secret>, Vec<&Secret>) =
            secrets.iter().partition(|secret| secret.kind == SecretKind::Words);
        let longest = |texts: Vec<String>| {
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(texts).ok()
        };
        let texts = words.iter().map(|secret| letters(secret.text.as_bytes()));
        let in_letters = longest(texts.collect());
        let in_text = longest(paths.iter().map(|secret| secret.text.clone()).collect());
        Search { words, paths, in_letters, in_text }
    }

    /// Which secrets a text has, and where; of two that begin at one place the longer one.
    pub fn hits(&self, text: &str) -> Vec<(&'s Secret, Range<usize>)> {
        let (letters, places): (String, Vec<usize>) = placed_letters(text);
        let place = |at: usize| places.get(at).copied();
        let in_words = self.in_letters.iter().flat_map(|search| search.find_iter(&letters));
        let in_words = in_words.filter_map(|hit| {
            let secret = self.words.get(hit.pattern().as_usize())?;
            let last = place(hit.end() - 1)?;
            let end = last + length_of_first(text.get(last..)?);
            Some((*secret, place(hit.start())?..end))
        });
        let in_paths = self.in_text.iter().flat_map(|search| search.find_iter(text));
        let in_paths = in_paths
            .filter_map(|hit| Some((*self.paths.get(hit.pattern().as_usize())?, hit.range())));
        in_words.chain(in_paths).collect()
    }
}

/// Whether a part of a text does not begin or end inside of a word.
pub(super) fn is_whole_words(text: &str, range: &Range<usize>, kind: SecretKind) -> bool {
    let goes_on = |character: char| {
        character.is_alphanumeric() || (kind == SecretKind::Path && matches!(character, '-' | '_'))
    };
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    !before.ends_with(goes_on) && !behind.starts_with(goes_on)
}
