//! Nothing hidden gets out: the finished files are searched for what only items say that are not
//! public. Outputs never see these items; this is for the day on which one does.

mod copied;
mod letters;
mod search;

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use percent_encoding::percent_decode;
use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::files::{Body, Files, OutPath};
use crate::place::{SourcePath, Spot};
use crate::problem::Hazard;
use crate::site::{Hidden, Secret, SecretKind};
use crate::source::Sources;

pub use copied::in_copied_files;
use letters::letters;
use search::{Search, is_whole_words};

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
        if let Some(bytes) = body.made() {
            texts.push(letters(&bytes));
            if memchr::memchr(b'%', &bytes).is_some() {
                texts.push(letters(&percent_decode(&bytes).collect::<Vec<u8>>()));
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
    let search = Search::of(secrets);
    let in_text = |(path, text): (&SourcePath, &str)| -> Vec<Diagnostic> {
        let found = search.hits(text).into_iter();
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
        if !is_whole_words(self.text, self.range, secret.kind) {
            return false;
        }
        if secret.kind == SecretKind::Path {
            // What refers to something hidden is an error of its own.
            let is_link = [".yaml", ".md"].iter().any(|ending| self.behind().starts_with(ending));
            let in_list = || self.is_in_list() || self.key_of_list().is_some();
            let is_value = || self.key().is_some() || in_list();
            let is_reference = self.is_in_yaml() && (self.is_in_title() || is_value());
            return !is_link && !is_reference;
        }
        if self.is_id_of(secret) && (self.is_path() || self.is_reference()) {
            return false;
        }
        !self.is_in_yaml() || !self.is_in_title() && self.key() != Some(secret.key)
    }

    /// Whether these words are also the id of the item, as they stand here.
    fn is_id_of(&self, secret: &Secret) -> bool {
        let name = secret.file.rsplit('/').next().unwrap_or_default();
        name.split('.').next() == self.text.get(self.range.clone())
    }

    /// Whether it is the end of the path of a content file: that is an error of its own.
    fn is_path(&self) -> bool {
        let is_file = [".yaml", ".md"].iter().any(|ending| self.behind().starts_with(ending));
        is_file && self.before().ends_with('/')
    }

    /// Whether it stands where items are named by their ids.
    fn is_reference(&self) -> bool {
        const KEYS: [&str; 3] = ["events", "delegations", "press"];
        let key = || self.key().or_else(|| self.key_of_list());
        self.is_in_yaml() && key().is_some_and(|key| KEYS.contains(&key))
    }

    /// The key of the list that it is an item of, in brackets or line by line.
    fn key_of_list(&self) -> Option<&str> {
        let before = self.before().trim_end_matches(['"', '\'']);
        let list = match self.is_in_list() {
            true => before.get(..before.rfind('[')?)?,
            false => {
                let list = before.trim_end_matches(' ').strip_suffix('-')?;
                let mut above = list.trim_end();
                while !above.ends_with(':') {
                    let (rest, line) = above.rsplit_once('\n')?;
                    line.trim_start().strip_prefix('-')?;
                    above = rest.trim_end();
                }
                above
            }
        };
        Some(last_word(list.trim_end().strip_suffix(':')?))
    }

    fn before(&self) -> &str {
        self.text.get(..self.range.start).unwrap_or_default()
    }

    fn behind(&self) -> &str {
        self.text.get(self.range.end..).unwrap_or_default()
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

    /// Whether it is an item of a list in brackets.
    fn is_in_list(&self) -> bool {
        let around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
        let before = self.before().trim_end_matches(around);
        let bracket = before.rfind(['[', ']']).and_then(|at| before.get(at..));
        bracket.is_some_and(|rest| rest.starts_with('['))
            && before.ends_with(['[', ','])
            && self.behind().trim_start_matches(around).starts_with([',', ']'])
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
