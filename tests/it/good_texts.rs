//! Texts as press offices write them have no finding: a check that complains about good texts is
//! soon read by nobody. When one of these gets a finding, the check is wrong.

use bba::findings::{Located, locate};
use bba::pipeline::programme;

use crate::harness::Site;

/// Each language with its texts; `%% KIND` begins one.
const TEXTS: &[(&str, &str)] = &[
    ("de", include_str!("good_texts/de-1.md")),
    ("de", include_str!("good_texts/de-2.md")),
    ("de", include_str!("good_texts/de-3.md")),
    ("en", include_str!("good_texts/en.md")),
    ("es", include_str!("good_texts/es.md")),
    ("pl", include_str!("good_texts/pl.md")),
    ("ja", include_str!("good_texts/ja.md")),
];

/// Kind and text of each.
fn texts(of: &str) -> Vec<(&str, &str)> {
    let texts = of.split("%% ").skip(1);
    texts.map(|text| text.split_once('\n').expect("a kind and a text")).collect()
}

/// A site in a language with all its texts, each where its kind belongs.
fn site(language: &str, texts: &[(&str, &str)]) -> Site {
    let mut site = Site::new().config_line(&format!("languages: [{language}]"));
    for (number, (kind, text)) in texts.iter().enumerate() {
        let text = text.trim_end();
        // A text in JSON is one in YAML.
        let quoted = serde_json::to_string(text).unwrap();
        site = match *kind {
            "body" => site.release(&format!("2019-08-01-text-{number}"), "", text).event(
                &format!("text-{number}"),
                &format!("start: 2019-10-01\ndescription: {quoted}"),
            ),
            "lead" => site.release(
                &format!("2019-08-01-text-{number}"),
                &format!("lead: {quoted}"),
                "Text.",
            ),
            "summary" => site
                .event(&format!("text-{number}"), &format!("start: 2019-10-01\nsummary: {quoted}")),
            other => panic!("{other} is no kind"),
        };
    }
    site
}

/// Code, column and line of each finding.
fn findings(site: &Site) -> Vec<String> {
    let sources = site.sources();
    // Without pages: they have nothing to say of texts.
    let found = programme(&sources, site.options()).diagnostics;
    let shown = |found: &Located| {
        let line = sources.shown(&found.file).lines().nth(found.start.line - 1);
        format!("{} {}: {}", found.problem.code(), found.start.column, line.unwrap_or_default())
    };
    locate(found, &sources).iter().map(shown).collect()
}

#[test]
fn a_bad_text_among_them_would_be_seen() {
    let bad = [("body", "##Ablauf"), ("lead", "Ofﬁziell"), ("summary", "Kaffee &amp; Kuchen")];
    let found = findings(&site("de", &bad)).join("\n");
    for code in ["W0833", "W0801", "W0848"] {
        assert!(found.contains(code), "{found}");
    }
}

#[test]
fn good_texts_have_no_finding() {
    let mut all = 0;
    let mut found = Vec::new();
    for language in ["de", "en", "es", "pl", "ja"] {
        let of_language = TEXTS.iter().filter(|(of, _)| *of == language);
        let texts: Vec<(&str, &str)> = of_language.flat_map(|(_, of)| texts(of)).collect();
        all += texts.len();
        let found_here = findings(&site(language, &texts));
        found.extend(found_here.into_iter().map(|found| format!("{language} {found}")));
    }
    assert_eq!(all, 300);
    assert_eq!(found, Vec::<String>::new(), "{}", found.join("\n"));
}

#[test]
fn no_good_text_stands_twice() {
    let mut all: Vec<&str> = TEXTS.iter().flat_map(|(_, of)| texts(of)).map(|(_, t)| t).collect();
    all.sort_unstable();
    let count = all.len();
    all.dedup();
    assert_eq!(all.len(), count);
}
