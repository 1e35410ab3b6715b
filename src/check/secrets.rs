//! Nothing hidden gets out: the finished files are searched for what only items say that are not
//! public. Outputs never see these items; this is for the day on which one does.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;
use percent_encoding::percent_decode;
use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::files::{Body, Files, OutPath};
use crate::place::{SourcePath, Spot};
use crate::problem::Hazard;
use crate::site::{Hidden, Secret};
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

/// Sentences and titles of hidden items that a public text has as well: somebody may have told too
/// much there. A value that is the same as a whole, such as a title that two items share, is not.
pub fn in_public_texts(secrets: &[Secret], hidden: &Hidden, sources: &Sources) -> Vec<Diagnostic> {
    let prose: Vec<&Secret> = secrets.iter().filter(|secret| secret.is_prose).collect();
    if prose.is_empty() {
        return Vec::new();
    }
    let Ok(search) = AhoCorasick::new(prose.iter().map(|secret| &secret.text)) else {
        return Vec::new();
    };
    let public = sources.texts("content/").filter(|(path, _)| !hidden.contains(path));
    let in_text = |(path, text): (&SourcePath, &str)| -> Vec<Diagnostic> {
        let hits = search.find_iter(text);
        let hits = hits.filter(|hit| !is_whole_value(text, hit.start(), hit.end()));
        let hits = hits.filter(|hit| !is_in_title(text, hit.start()));
        let one = |hit: aho_corasick::Match| {
            let secret = prose.get(hit.pattern().as_usize())?;
            let (text, item) = (secret.text.clone(), secret.file.to_string());
            let problem = Hazard::HiddenInPublicText { text, item };
            Some(Diagnostic::new(path, Spot::Bytes(hit.range()), problem))
        };
        hits.filter_map(one).collect()
    };
    public.flat_map(in_text).collect()
}

/// Whether a passage is in the title of another item: these are often alike.
fn is_in_title(text: &str, start: usize) -> bool {
    let line = text.get(..start).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    line.trim_start().starts_with("title:")
}

/// Whether a passage of YAML is a value from its first sign to its last.
fn is_whole_value(text: &str, start: usize, end: usize) -> bool {
    let quotes = ['"', '\''];
    let before = text.get(..start).unwrap_or("").trim_end_matches(quotes);
    let behind = text.get(end..).unwrap_or("").trim_start_matches(quotes);
    let begins = before.trim_end_matches(' ').ends_with([':', '[', ',', '{', '-', '|', '>']);
    let ends = behind.trim_start_matches(' ');
    begins && (ends.is_empty() || ends.starts_with(['\n', ',', '}', ']', '#']))
}

/// The letters and digits of a text alone, small: whatever a format does with spaces, quotation
/// marks and ends of lines, they stay. Names of characters (`&amp;`) and escapes (`\n`) are no
/// letters of it.
fn letters(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    let mut letters = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(character) = rest.chars().next() {
        let length = match character {
            '&' => reference(rest),
            '\\' => 2,
            _ => character.len_utf8(),
        };
        if character.is_alphanumeric() {
            letters.extend(character.to_lowercase());
        }
        let length = if rest.is_char_boundary(length) { length } else { character.len_utf8() };
        rest = rest.get(length..).unwrap_or("");
    }
    letters
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
        Secret { text: text.to_owned(), file: "content/events/x.yaml".into(), is_prose: true }
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
