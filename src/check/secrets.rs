//! Nothing hidden gets out: the finished files are searched for what only items say that are not
//! public. Outputs never see these items; this is for the day on which one does.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};
use percent_encoding::percent_decode;
use rayon::prelude::*;

use crate::composed::base;
use crate::diagnostic::Diagnostic;
use crate::files::{Body, Files, OutPath};
use crate::place::{SourcePath, Spot};
use crate::problem::Hazard;
use crate::site::{Hidden, Secret, SecretKind};
use crate::source::Sources;

/// Which secrets are in which files, by their numbers; of each the first file by its path.
pub type Found = BTreeMap<usize, OutPath>;

/// Searches finished files, their paths too. It costs nothing when there is no secret.
pub fn find(secrets: &[Secret], files: &Files) -> Found {
    if secrets.is_empty() {
        return Found::new();
    }
    let patterns: Vec<String> =
        secrets.iter().map(|secret| letters(secret.text.as_bytes())).collect();
    let Ok(search) = AhoCorasick::new(&patterns) else { return Found::new() };
    let in_file = |(path, body): (&OutPath, &Body)| -> Vec<(usize, OutPath)> {
        let mut texts = vec![letters(path.as_bytes())];
        if let Body::Bytes(bytes) = body {
            texts.push(letters(bytes));
            if memchr::memchr(b'%', bytes).is_some() {
                texts.push(letters(&percent_decode(bytes).collect::<Vec<u8>>()));
            }
        }
        let found = texts.iter().flat_map(|text| search.find_overlapping_iter(text));
        found.map(|hit| (hit.pattern().as_usize(), path.clone())).collect()
    };
    let mut found = Found::new();
    for (secret, path) in files.par_iter().flat_map_iter(in_file).collect::<Vec<_>>() {
        found
            .entry(secret)
            .and_modify(|first| *first = path.clone().min(first.clone()))
            .or_insert(path);
    }
    found
}

/// What is to be said of secrets in files.
pub fn told(secrets: &[Secret], found: &Found) -> Vec<Diagnostic> {
    let one = |(number, path): (&usize, &OutPath)| {
        let Secret { text, file, .. } = secrets.get(*number)?;
        let problem = Hazard::HiddenGetsOut { text: text.clone(), path: path.clone() };
        Some(Diagnostic::whole(file, problem))
    };
    found.iter().filter_map(one).collect()
}

/// Words and paths of hidden items that a public text has as well: somebody may have told too much
/// there. What both have under the same key, such as a company, and what stands in a title, which are
/// often alike, is not told.
pub fn in_public_texts(secrets: &[Secret], hidden: &Hidden, sources: &Sources) -> Vec<Diagnostic> {
    if secrets.is_empty() {
        return Vec::new();
    }
    let (words, paths): (Vec<&Secret>, Vec<&Secret>) =
        secrets.iter().partition(|secret| secret.kind == SecretKind::Words);
    let texts = words.iter().map(|secret| letters(secret.text.as_bytes()));
    let longest = |texts: Vec<String>| {
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(texts).ok()
    };
    let search_words = longest(texts.collect());
    let search_paths = longest(paths.iter().map(|secret| secret.text.clone()).collect());
    let in_text = |(path, text): (&SourcePath, &str)| -> Vec<Diagnostic> {
        let (letters, places): (String, Vec<usize>) = placed_letters(text);
        let place = |at: usize| places.get(at).copied();
        let in_words = search_words.iter().flat_map(|search| search.find_iter(&letters));
        let in_words = in_words.filter_map(|hit| {
            let secret = words.get(hit.pattern().as_usize())?;
            let last = place(hit.end() - 1)?;
            let end = last + text.get(last..)?.chars().next()?.len_utf8();
            Some((*secret, place(hit.start())?..end))
        });
        let in_paths = search_paths.iter().flat_map(|search| search.find_iter(text));
        let in_paths =
            in_paths.filter_map(|hit| Some((*paths.get(hit.pattern().as_usize())?, hit.range())));
        let found = in_words.chain(in_paths);
        let told = found.filter(|(secret, range)| Passage { path, text, range }.tells(secret));
        told.map(|(secret, range)| {
            let (text, item) = (secret.text.clone(), secret.file.to_string());
            let problem = Hazard::HiddenInPublicText { text, item };
            Diagnostic::new(path, Spot::Bytes(range), problem)
        })
        .collect()
    };
    let public = sources.texts("content/").filter(|(path, _)| !hidden.contains(path));
    public.flat_map(in_text).collect()
}

/// Letters of a language as a key: `de`.
const LANGUAGE: usize = 2;

/// A part of a content file.
struct Passage<'p> {
    path: &'p SourcePath,
    text: &'p str,
    range: &'p Range<usize>,
}

impl Passage<'_> {
    /// Whether it gives a secret away.
    fn tells(&self, secret: &Secret) -> bool {
        if !self.is_whole_words(secret.kind) {
            return false;
        }
        if secret.kind == SecretKind::Path {
            // What refers to something hidden is an error of its own.
            let is_link = [".yaml", ".md"].iter().any(|ending| self.behind().starts_with(ending));
            let is_reference = self.is_in_yaml() && (self.is_in_title() || self.key().is_some());
            return !is_link && !is_reference;
        }
        !self.is_in_yaml() || !self.is_in_title() && self.key() != Some(secret.key)
    }

    fn before(&self) -> &str {
        self.text.get(..self.range.start).unwrap_or_default()
    }

    fn behind(&self) -> &str {
        self.text.get(self.range.end..).unwrap_or_default()
    }

    /// Whether it does not begin or end inside of a word.
    fn is_whole_words(&self, kind: SecretKind) -> bool {
        let goes_on = |character: char| {
            character.is_alphanumeric()
                || (kind == SecretKind::Path && matches!(character, '-' | '_'))
        };
        !self.before().ends_with(goes_on) && !self.behind().starts_with(goes_on)
    }

    /// Whether it is data: in a file of data, or in the front matter of a text.
    fn is_in_yaml(&self) -> bool {
        let front_matter = || self.text.starts_with("---") && !self.before().contains("\n---");
        self.path.ends_with(".yaml") || front_matter()
    }

    /// The key whose value it is from its first sign to its last.
    fn key(&self) -> Option<&str> {
        const ENDS: [char; 5] = ['\n', ',', '}', ']', '#'];
        let sign = |c: char| !c.is_alphanumeric() && !ENDS.contains(&c);
        let ends = self.behind().trim_start_matches(sign);
        let is_end = ends.is_empty() || ends.starts_with(ENDS);
        let signs = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | '|' | '-' | '+');
        let before = self.before().trim_end_matches(signs).strip_suffix(':').filter(|_| is_end)?;
        let name = last_word(before);
        if name.len() != LANGUAGE {
            return Some(name);
        }
        // A text by languages stands under the key of all.
        let opens = |at: usize| before.get(at + 1..)?.trim_start_matches(' ').chars().next();
        let keys =
            before.rmatch_indices(':').filter(|(at, _)| matches!(opens(*at), Some('{' | '\n')));
        keys.filter_map(|(at, _)| before.get(..at)).map(last_word).next()
    }

    fn is_in_title(&self) -> bool {
        let line = self.before().rsplit('\n').next().unwrap_or_default();
        ["title:", "name:"].iter().any(|key| line.trim_start().starts_with(key))
            || self.key().is_some_and(|key| matches!(key, "title" | "name"))
    }
}

/// The word that a text ends with.
fn last_word(text: &str) -> &str {
    text.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// The letters and digits of a text alone, small and without accents: whatever a format does with
/// spaces, quotation marks and ends of lines, they stay.
fn letters(bytes: &[u8]) -> String {
    spelled(&String::from_utf8_lossy(bytes)).flat_map(|(_, letter)| letter.to_lowercase()).collect()
}

/// The letters of a text, and where in it each byte of them comes from.
fn placed_letters(text: &str) -> (String, Vec<usize>) {
    let (mut letters, mut places) = (String::with_capacity(text.len()), Vec::new());
    for (at, letter) in spelled(text) {
        letters.extend(letter.to_lowercase());
        places.resize(letters.len(), at);
    }
    (letters, places)
}

/// The letters and digits of a text without accents, with their places. Names of characters (`&amp;`)
/// and escapes (`\n`) are no letters of it, but for those that name one (`\u00e4`).
fn spelled(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = next;
        let rest = text.get(at..)?;
        let character = rest.chars().next()?;
        let (letter, length) = match character {
            '&' => (None, reference(rest)),
            '\\' => escape(rest),
            other => (Some(other), other.len_utf8()),
        };
        next += if rest.is_char_boundary(length) { length } else { character.len_utf8() };
        Some(letter.map(|letter| (at, base(letter))))
    })
    .flatten()
    .filter(|(_, letter)| letter.is_alphanumeric())
}

/// The letter that a backslash at the beginning of a text names, and how long it is with what
/// follows it.
fn escape(text: &str) -> (Option<char>, usize) {
    let digits = text.get(1..6).and_then(|escape| escape.strip_prefix('u'));
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    number.map_or((None, 2), |number| (char::from_u32(number), 6))
}

/// The length of a character's name at the beginning of a text.
fn reference(text: &str) -> usize {
    const NAMES: [&str; 8] = ["amp;", "quot;", "lt;", "gt;", "apos;", "nbsp;", "shy;", "#39;"];
    let name = NAMES.iter().find(|name| text.get(1..).is_some_and(|rest| rest.starts_with(**name)));
    1 + name.map_or(0, |name| name.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        let file = "content/events/x.yaml".into();
        Secret { text: text.to_owned(), file, kind: SecretKind::Words, key: "title" }
    }

    fn in_file(path: &str, text: &str, secrets: &[&str]) -> Vec<usize> {
        let files = Files::from([(path.to_owned(), Body::from(text.as_bytes().to_vec()))]);
        let secrets: Vec<Secret> = secrets.iter().map(|text| secret(text)).collect();
        find(&secrets, &files).into_keys().collect()
    }

    #[test]
    fn a_secret_is_found_in_every_format() {
        let secret = "Müller & Söhne: »Besuch aus Mexiko«";
        for text in [
            "<p>M\u{fc}ller &amp; S\u{f6}hne: \u{201e}Besuch aus\u{a0}Mexiko\u{201c}</p>",
            "SUMMARY:Müller & Söhne: »Bes\r\n uch aus Mexiko«",
            "{\"title\": \"Müller & Söhne: \\\"Besuch\\naus Mexiko\\\"\"}",
            "https://calendar.example/?text=M%C3%BCller%20%26%20S%C3%B6hne%3A+Besuch+aus+Mexiko",
            "MÜLLER & SÖHNE: BESUCH AUS MEXIKO",
        ] {
            assert_eq!(in_file("a.html", text, &[secret]), [0], "{text}");
        }
        assert_eq!(in_file("media/besuch-aus-mexiko.pdf", "", &["besuch-aus-mexiko"]), [0]);
        assert_eq!(in_file("a.html", "Besuch aus Mexiko", &[secret]), [0; 0]);
    }

    #[test]
    fn one_secret_inside_of_another_is_found_too() {
        let secrets = ["Besuch aus Mexiko in Dresden", "aus Mexiko in"];
        assert_eq!(in_file("a.txt", "Besuch aus Mexiko in Dresden", &secrets), [0, 1]);
    }
}
