//! Long words in titles, headings, names and facts get soft hyphens (U+00AD) where their language
//! breaks them: in large type »Wirtschaftsförderungsgesellschaft« is wider than a phone, and a
//! browser without a dictionary of the language would break it anywhere. Running text is left to
//! `hyphens: auto` of the stylesheet.

use hypher::Lang;

use super::Edit;

/// Invisible unless a line ends there.
const SOFT_HYPHEN: char = '\u{ad}';
const SOFT_HYPHEN_TEXT: &str = "\u{ad}";

/// From so many letters on words of headings have them: shorter ones fit a line of the largest type
/// at 320 px.
pub(super) const LONG: usize = 16;

/// The same of text in smaller type: there fewer words are wider than a line.
pub(super) const LONGER: usize = 24;

/// Letters that stay together at the beginning and at the end of a word.
const TOGETHER: usize = 4;

/// The words that the patterns of a language divide; of another language none.
pub(super) fn patterns(language: &str) -> Option<Lang> {
    let mut letters = language.bytes();
    let code = [letters.next()?, letters.next()?];
    Lang::from_iso(code).filter(|_| letters.next().is_none())
}

/// Puts soft hyphens into the long words of a text that begins at a byte of the page.
pub(super) fn set(text: &str, at: usize, language: Lang, least: usize, edits: &mut Vec<Edit>) {
    let mut start = 0;
    for token in text.split_inclusive(char::is_whitespace) {
        if token.len() >= least && is_prose(token) {
            words(token, at + start, language, least, edits);
        }
        start += token.len();
    }
}

/// Whether a word may be divided: no address, and nothing that an editor has divided.
fn is_prose(token: &str) -> bool {
    !token.contains(['@', '/', '_', SOFT_HYPHEN]) && !token.contains("&shy;")
}

fn words(token: &str, at: usize, language: Lang, least: usize, edits: &mut Vec<Edit>) {
    let mut start = 0;
    for part in token.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let word = part.trim_end_matches(|letter: char| !letter.is_alphabetic());
        if word.chars().count() >= least {
            let mut end = at + start;
            let mut syllables =
                hypher::hyphenate_bounded(word, language, TOGETHER, TOGETHER).peekable();
            while let Some(syllable) = syllables.next() {
                end += syllable.len();
                if syllables.peek().is_some() {
                    edits.push(Edit { at: end..end, by: SOFT_HYPHEN_TEXT });
                }
            }
        }
        start += part.len();
    }
}
