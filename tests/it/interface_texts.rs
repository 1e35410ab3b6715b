//! The interface texts of the default theme: every one that is asked for is there in every
//! language, and there is none that nothing asks for. Who asks is read from the templates and
//! from the code, token by token.

use std::collections::BTreeSet;
use std::path::Path;

use bba::built_in;
use bba::language::Language;
use bba::model::config::PATHS;
use bba::values::{
    Assessment, BarrierReason, BuiltInKind, ChangeKind, Compliance, DelegationStatus, EventStatus,
    RegistrationState, Section,
};
use jiff::tz::TimeZone;
use proc_macro2::{TokenStream, TokenTree};
use serde_json::Value;

use crate::harness::{theme_text, walk};

type Keys = BTreeSet<String>;

const LANGUAGES: [&str; 3] = ["de", "en", "es"];

#[test]
fn every_language_has_the_same_texts() {
    for language in LANGUAGES {
        // How days in a row are written follows from CLDR where a file does not say it.
        let mut texts = keys(language);
        texts.retain(|key| !key.starts_with("dates.range."));
        assert_eq!(texts, keys("de"), "{language}");
    }
}

#[test]
fn there_is_no_text_that_nothing_asks_for() {
    let mut asked = asked_by_templates();
    asked.extend(literals_of_code());
    asked.extend(put_together());
    let is_form = |key: &str| {
        let counted = key.rsplit_once('.').filter(|(_, form)| ["one", "other"].contains(form));
        counted.is_some_and(|(counted, _)| asked.contains(counted))
    };
    let keys = keys("de");
    let unused: Vec<&String> =
        keys.iter().filter(|key| !asked.contains(*key) && !is_form(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// Also in a branch that no test site takes.
#[test]
fn there_is_every_text_that_a_template_asks_for() {
    let keys = keys("de");
    let is_there = |key: &String| keys.contains(key) || keys.contains(&format!("{key}.other"));
    let asked = asked_by_templates();
    assert!(asked.len() > 100, "{} keys", asked.len());
    let missing: Vec<&String> = asked.iter().filter(|key| !is_there(key)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Keys that the code puts together, with all that it puts into their places.
fn put_together() -> Keys {
    let stages = [DelegationStatus::WORDS, &["running"]].concat();
    let states = [RegistrationState::WORDS, &["not-yet"]].concat();
    let moves = ["moved", "moved-and-online", "moved-online", "postponed", "cancelled"];
    let news = [&moves, ChangeKind::WORDS].concat();
    let clients = [
        "google",
        "outlook_com",
        "office",
        "new_outlook",
        "outlook",
        "outlook_mac",
        "apple",
        "thunderbird",
        "android",
        "nextcloud",
    ];
    let roles = ["organiser", "host", "commissioned_by", "funder", "partners"];
    let patterns: &[(&str, &[&[&str]])] = &[
        ("accessibility.causes.{word}", &[&["non_compliances", "exemptions", "both"]]),
        ("accessibility.compliance.{}", &[Compliance::WORDS]),
        ("accessibility.method.{word}", &[Assessment::WORDS]),
        ("accessibility.reason.{}", &[BarrierReason::WORDS]),
        ("access.{name}.{answer}", &[&["step_free", "lift", "wc"], &["yes", "no"]]),
        ("calendar.{word}_description", &[&["topic", "visit"]]),
        ("calendar.status.{status}", &[&["cancelled", "postponed"]]),
        ("changes.title.{}", &[&news]),
        ("delegations.stage.{}", &[&stages]),
        ("delegations.status_text.{}", &[DelegationStatus::WORDS]),
        ("events.kind.{}", &[BuiltInKind::WORDS]),
        ("events.status.{status}", &[EventStatus::WORDS]),
        ("events.status.{}", &[EventStatus::WORDS]),
        ("events.status_text.{}", &[EventStatus::WORDS]),
        ("paths.{name}", &[&PATHS.map(|key| key.name)]),
        ("registration.state.{}", &[&states]),
        ("roles.{role}", &[&roles]),
        ("search.found.{form}", &[&["one", "other"]]),
        ("subscribe.clients.{key}.{part}", &[&clients, &["name", "text", "way"]]),
        ("updates.{}", &[ChangeKind::WORDS]),
        (
            "{often}.{key}",
            &[&["repeat.every", "repeat.every_few"], &["day", "week", "day_of_month", "month"]],
        ),
        ("{word}.title", &[Section::WORDS]),
        ("{word}.year_description", &[&["events", "press"]]),
        ("{}.label", &[&["countries", "sectors"]]),
        ("{}.lead", &[&["countries", "sectors"]]),
    ];
    let code = literals_of_code();
    let mut keys = Keys::new();
    for (pattern, places) in patterns {
        assert!(code.contains(*pattern), "{pattern} is not in the code any more");
        for word in places.iter().copied().flatten() {
            assert!(code.contains(*word), "{word} is not in the code any more");
        }
        keys.extend(filled(pattern, places));
    }
    let zones = european_abbreviations();
    let zones: Vec<&str> = zones.iter().map(String::as_str).collect();
    for pattern in ["zones.{}.short", "zones.{}.long"] {
        assert!(code.contains(pattern));
        keys.extend(filled(pattern, &[&zones]));
    }
    // Any language that an event can be held in.
    assert!(code.contains("languages.{tag}"));
    let languages = self::keys("de").into_iter();
    keys.extend(languages.filter(|key| {
        key.strip_prefix("languages.").is_some_and(|tag| Language::new(tag).is_some())
    }));
    keys
}

/// A pattern with every combination of words in its places.
fn filled(pattern: &str, places: &[&[&str]]) -> Vec<String> {
    let Some((words, places)) = places.split_first() else {
        assert!(!pattern.contains('{'), "{pattern}");
        return vec![pattern.to_owned()];
    };
    let (before, rest) = pattern.split_once('{').unwrap();
    let (_, after) = rest.split_once('}').unwrap();
    let of_rest = filled(after, places);
    let mut keys = Vec::new();
    for word in *words {
        keys.extend(of_rest.iter().map(|rest| format!("{before}{word}{rest}")));
    }
    keys
}

/// The abbreviations of time that clocks in Europe show, in winter and in summer.
fn european_abbreviations() -> BTreeSet<String> {
    let zones = jiff::tz::db().available().map(|name| name.to_string());
    let zones = zones.filter(|name| name.starts_with("Europe/") || name == "Atlantic/Canary");
    let mut found = BTreeSet::new();
    for zone in zones {
        let zone = TimeZone::get(&zone).unwrap();
        for day in ["2019-01-15T12:00Z", "2019-07-15T12:00Z"] {
            let at = day.parse().unwrap();
            found.insert(zone.to_offset_info(at).abbreviation().to_owned());
        }
    }
    found
}

/// The texts that templates ask for by name, `t(key="…")`.
fn asked_by_templates() -> Keys {
    let mut keys = Keys::new();
    for (name, bytes) in built_in::THEME {
        if name.starts_with("templates/") {
            let text = std::str::from_utf8(bytes).unwrap();
            keys.extend(calls_of_t(text).into_iter().filter_map(|call| match call {
                Asked::Literal(key) => Some(key),
                // What it holds comes from the code.
                Asked::Value(value) => {
                    assert_eq!(value, "view.lead", "{name}");
                    None
                }
            }));
        }
    }
    keys
}

/// What a template gives to `t` as `key`.
#[derive(Debug, PartialEq)]
enum Asked {
    Literal(String),
    Value(String),
}

/// The calls of `t` in a template.
fn calls_of_t(template: &str) -> Vec<Asked> {
    let tokens: Vec<String> = tags(template).iter().flat_map(|tag| tokens(tag)).collect();
    let mut calls = Vec::new();
    for (at, call) in tokens.windows(4).enumerate().filter(|(_, call)| call[..2] == ["t", "("]) {
        assert_eq!(call[2..], ["key", "="], "`key` stands first: {call:?}");
        let value = &tokens[at + 4];
        calls.push(match value.strip_prefix('"') {
            Some(literal) => Asked::Literal(literal.to_owned()),
            None => Asked::Value(value.clone()),
        });
    }
    calls
}

/// What stands between `{{ }}` and `{% %}`.
fn tags(template: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        let end = match rest[at..].get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                rest = &rest[at + 1..];
                continue;
            }
        };
        let is_comment = end == "#}";
        let (tag, after) = rest[at + 2..].split_once(end).expect("a tag that is closed");
        found.extend((!is_comment).then_some(tag));
        rest = after;
    }
    found
}

/// The tokens of a tag: names with their dots, texts with a quotation mark in front, signs.
fn tokens(tag: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = tag.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' | '`' => {
                let (text, after) = rest[1..].split_once(first).expect("a text that is closed");
                found.push(format!("\"{text}"));
                rest = after.trim_start();
                continue;
            }
            c if c.is_alphanumeric() || c == '_' => rest
                .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.')
                .unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        found.push(token.to_owned());
        rest = after.trim_start();
    }
    found
}

#[test]
fn calls_in_templates_are_read_as_tera_reads_them() {
    let template = "t(key=\"outside\") {# t(key=\"comment\") #}\
        {{ t(key=\"a.b\", time=x) }}{% if at(key=\"c\") == 't(key=\"d\")' %}\
        {{ <part title={t( key = 'e' )} text={t(key=view.lead)} /> }}{% endif %}";
    let literal = |key: &str| Asked::Literal(key.to_owned());
    let value = Asked::Value("view.lead".to_owned());
    assert_eq!(calls_of_t(template), [literal("a.b"), literal("e"), value]);
}

/// All string literals of the code, whole.
fn literals_of_code() -> Keys {
    let mut found = Keys::new();
    for file in walk(Path::new("src")) {
        if file.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&file).unwrap();
            literals(text.parse().unwrap(), &mut found);
        }
    }
    found
}

fn literals(tokens: TokenStream, found: &mut Keys) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => literals(group.stream(), found),
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                let text = literal.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
                found.extend(text.map(str::to_owned));
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// The keys of a file of interface texts.
fn keys(language: &str) -> Keys {
    let text = theme_text(&format!("strings/{language}.yaml"));
    let mut keys = Keys::new();
    collect("", &serde_yaml::from_str(text).unwrap(), &mut keys);
    keys
}

fn collect(prefix: &str, value: &Value, keys: &mut Keys) {
    match value.as_object() {
        Some(group) => group.iter().for_each(|(key, value)| {
            let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            collect(&key, value, keys);
        }),
        None => drop(keys.insert(prefix.to_owned())),
    }
}

#[test]
fn no_template_has_a_word_of_its_own() {
    for (name, bytes) in built_in::THEME.iter().filter(|(name, _)| name.starts_with("templates/")) {
        let text = std::str::from_utf8(bytes).unwrap();
        // Names of calendars are the same in every language.
        let names = ["Google", "Calendar", "Outlook", "com", "Microsoft"];
        let mut words = bare_words(text);
        words.retain(|word| !names.contains(&word.as_str()));
        assert!(words.is_empty(), "{name}: {words:?}");
    }
}

/// Words that stand in a template outside of tags and of what it fills in, and in attributes
/// that are read out.
fn bare_words(template: &str) -> Vec<String> {
    let mut text = template.to_owned();
    for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
        while let Some(start) = text.find(open) {
            let end = start + text[start..].find(close).unwrap() + close.len();
            text.replace_range(start..end, "");
        }
    }
    let mut found = Vec::new();
    let mut add = |text: &str| {
        let words =
            text.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
        found.extend(words.map(str::to_owned));
    };
    while let Some(start) = text.find('<') {
        let end = start + text[start..].find('>').unwrap();
        for attribute in ["alt", "title", "aria-label", "label", "placeholder"] {
            let value = text[start..end].split(&format!(" {attribute}=\"")).nth(1);
            add(value.and_then(|rest| rest.split('"').next()).unwrap_or_default());
        }
        text.replace_range(start..=end, " ");
    }
    add(&text);
    found
}
