//! One term for one thing: the words that `docs/glossary.md` rules out are in no string and on no
//! page of the programme.

use std::fs;
use std::path::Path;

use crate::harness::walk;
use crate::programme::programme;

const GLOSSARY: &str = include_str!("../../docs/glossary.md");
const THEMES: [&str; 2] = ["themes/bba/strings", "themes/bba-sachsen/strings"];

/// By language the words that must not come back.
fn ruled_out() -> Vec<(&'static str, Vec<String>)> {
    let (_, table) = GLOSSARY.split_once("## Not these").expect("the table has its heading");
    let rows = table.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    rows.filter_map(|row| row.split_once(" | "))
        .filter(|(language, _)| *language != "language")
        .map(|(language, words)| (language, words.split(", ").map(str::to_lowercase).collect()))
        .collect()
}

/// Whether a text has a word or several as whole words, in any case.
fn has(text: &str, words: &str) -> bool {
    let text = text.to_lowercase();
    text.match_indices(words).any(|(start, found)| {
        let before = text[..start].chars().next_back();
        let after = text[start + found.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The text of a page in its own language: without scripts, and without what says that it is of
/// another.
fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tagged)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let (tag, after) = tagged.split_once('>').unwrap();
        rest = if tag.starts_with("script") {
            after.split_once("</script>").unwrap().1
        } else if tag.starts_with("span lang=") {
            after.split_once("</span>").unwrap().1
        } else {
            after
        };
    }
    let text = text.replace('\u{ad}', "") + rest;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn words_are_found_whole_and_in_any_case() {
    assert!(has("Unser Event am Montag", "event"));
    assert!(has("Alle Termine zu Schweiz", "termine zu"));
    assert!(!has("eventuell", "event"));
    assert_eq!(text_of("<p>la <span lang=\"de\">Event</span> <b>en\nred</b></p>"), "la en red");
}

#[test]
fn the_glossary_rules_words_out_in_every_language() {
    let languages: Vec<&str> = ruled_out().iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, ["de", "en", "es"]);
    for (language, words) in ruled_out() {
        assert!(words.len() >= 8, "{language}: {words:?}");
    }
}

#[test]
fn no_string_of_a_theme_has_a_word_that_the_glossary_rules_out() {
    for (language, words) in ruled_out() {
        for folder in THEMES {
            let file = format!("{folder}/{language}.yaml");
            // A folded text goes on in the next line.
            let text = fs::read_to_string(&file).unwrap();
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            for word in &words {
                assert!(!has(&text, word), "{file}: »{word}«");
            }
        }
    }
}

#[test]
fn no_page_of_the_programme_has_one() {
    // Before the visits, and today.
    for now in ["2019-09-23T20:00", "2026-11-23T09:00"] {
        let site = programme(now);
        for path in site.paths().into_iter().filter(|path| path.ends_with(".html")) {
            let of_path = path.split('/').next().filter(|first| matches!(*first, "en" | "es"));
            let text = text_of(site.text(path));
            let (_, words) = ruled_out()
                .into_iter()
                .find(|(language, _)| *language == of_path.unwrap_or("de"))
                .unwrap();
            for word in &words {
                assert!(!has(&text, word), "{now}, {path}: »{word}«");
            }
        }
    }
}

#[test]
fn no_page_invites_to_subscribe_and_leads_to_a_plain_calendar_file() {
    for folder in ["content", "starters"] {
        for file in walk(Path::new(folder)) {
            let Ok(text) = fs::read_to_string(&file) else { continue };
            for line in text.lines().filter(|line| line.contains(".ics)")) {
                let line = line.to_lowercase();
                let invites = ["abonnieren", "subscribe", "suscríba"];
                assert!(!invites.iter().any(|word| line.contains(word)), "{file:?}: {line}");
            }
        }
    }
}
