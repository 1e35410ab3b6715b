//! What makes a text in simple language hard to read: long sentences and long words. Only
//! pages of the type `simple-language` are looked at; everything found is a warning.

use std::ops::Range;

use crate::markdown::Found;
use crate::problem::ProseWarning;

/// The most words of a sentence.
const MAX_WORDS: usize = 15;

/// The most letters of a word that nothing divides.
const MAX_LETTERS: usize = 20;

/// Finds long sentences and words in a Markdown text. A sentence ends with its mark, at a blank
/// line, and before a heading or an item of a list.
pub fn lint(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut sentence = Sentence::default();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins_block =
            line.trim().is_empty() || line.trim_start().starts_with(['#', '-', '*', '>', '|', ':']);
        if begins_block {
            sentence.end(&mut found);
        }
        for (start, token) in tokens(line) {
            let range = at + start..at + start + token.len();
            long_word(token, &range, &mut found);
            sentence.add(token, range);
            if token
                .trim_end_matches(['»', '“', '"', '*', '_', ')'])
                .ends_with(['.', '!', '?', ':'])
            {
                sentence.end(&mut found);
            }
        }
        if line.starts_with('#') {
            sentence.end(&mut found);
        }
        at += line.len();
    }
    sentence.end(&mut found);
    found
}

/// The words of a line with their bytes; targets of links are none.
fn tokens(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    line.split(char::is_whitespace).filter_map(move |token| {
        let start = at;
        at += token.len() + line.get(at + token.len()..)?.chars().next().map_or(0, char::len_utf8);
        (!token.is_empty()).then(|| (start, token.split("](").next().unwrap_or(token)))
    })
}

fn long_word(token: &str, range: &Range<usize>, found: &mut Vec<Found>) {
    let is_address = token.contains(['@', '/', '<']);
    let part = token.split(['-', '·', '\u{ad}', '\u{2011}']).max_by_key(|part| letters(part));
    let long = part.filter(|part| !is_address && letters(part) > MAX_LETTERS);
    if let Some(part) = long {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        found.push((range.clone(), ProseWarning::LongWord { word }.into()));
    }
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// A sentence while it is read.
#[derive(Debug, Default)]
struct Sentence {
    words: usize,
    range: Option<Range<usize>>,
}

impl Sentence {
    fn add(&mut self, token: &str, range: Range<usize>) {
        if token.chars().any(char::is_alphanumeric) {
            self.words += 1;
            let start = self.range.as_ref().map_or(range.start, |known| known.start);
            self.range = Some(start..range.end);
        }
    }

    fn end(&mut self, found: &mut Vec<Found>) {
        let Sentence { words, range } = std::mem::take(self);
        if let Some(range) = range.filter(|_| words > MAX_WORDS) {
            found.push((range, ProseWarning::LongSentence { words }.into()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;

    fn problems(text: &str) -> Vec<(&str, Problem)> {
        let found = lint(text).into_iter();
        found.map(|(range, problem)| (text.get(range).unwrap_or("?"), problem)).collect()
    }

    #[test]
    fn a_sentence_of_more_than_fifteen_words_is_long_wherever_its_lines_end() {
        let fifteen =
            "Das ist ein Satz mit genau fünfzehn Wörtern, und mehr sollen es hier nicht sein.";
        assert_eq!(problems(fifteen), []);
        let sixteen = "Das ist ein Satz mit genau sechzehn Wörtern,\nund mehr sollen es hier wirklich nicht sein. Kurz.";
        let sentence = sixteen.strip_suffix(" Kurz.").unwrap_or_default();
        assert_eq!(
            problems(sixteen),
            [(sentence, ProseWarning::LongSentence { words: 16 }.into())]
        );
        let list = "- eins zwei drei vier fünf sechs sieben acht\n- eins zwei drei vier fünf sechs sieben acht\n";
        assert_eq!(problems(list), []);
    }

    #[test]
    fn a_word_of_more_than_twenty_letters_is_long_unless_something_divides_it() {
        let word = "Wirtschaftsdelegationen".to_owned();
        let found = [("Wirtschaftsdelegationen.", ProseWarning::LongWord { word }.into())];
        assert_eq!(problems("Es kommen Wirtschaftsdelegationen."), found);
        assert_eq!(
            problems("Es kommen Wirtschafts-Delegationen und Wirtschafts·delegationen."),
            []
        );
        assert_eq!(problems("Hier: [mehr](../pages/wirtschaftsdelegationen.md)."), []);
    }
}
