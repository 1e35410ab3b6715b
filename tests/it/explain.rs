//! `bba explain`: every code has an explanation in both languages, and every example is true:
//! the wrong one gives exactly that code, the right one nothing.

use bba::problem::MessageLanguage::{English, German};
use bba::problem::explain::{self, Example, Explanation};

use crate::broken::WORDS_OF_PROGRAMMERS;
use crate::harness::{JPEG, Output, PDF, Site};

fn built(explanation: &Explanation, text: &str) -> Option<Output> {
    // What examples refer to.
    let site = Site::new().now("2019-09-24T09:00");
    let files = [("gruppe.jpg", JPEG), ("programm.pdf", PDF)];
    let named = files.into_iter().filter(|(name, _)| text.contains(name));
    let add = |site: Site, (name, bytes)| site.file(&format!("media/{name}"), bytes);
    let site = named.fold(site, add);
    let site = match explanation.example {
        Example::Shown => return None,
        Example::Site => site.config_line(text),
        Example::File(path) => site.file(path, text.to_owned() + "\n"),
        example => site.completed(example.place()?, text).0,
    };
    Some(site.build())
}

#[test]
fn the_wrong_example_has_exactly_that_mistake_and_the_right_one_none() {
    let mut shown = 0;
    for explanation in explain::all() {
        let code = explanation.code;
        let Some(wrong) = built(explanation, explanation.wrong) else { continue };
        let found: Vec<&str> = wrong.0.diagnostics.iter().map(|f| f.problem.code()).collect();
        assert_eq!(found, [code], "the wrong example of {code}");
        let right = built(explanation, explanation.right).unwrap();
        assert_eq!(right.messages(), Vec::<String>::new(), "the right example of {code}");
        shown += 1;
    }
    assert!(shown > 70, "{shown}");
}

#[test]
fn explanations_are_in_both_languages_and_speak_to_editors() {
    for explanation in explain::all() {
        let (german, english) = (explanation.text(German), explanation.text(English));
        assert_ne!(explanation.summary(German), explanation.summary(English));
        for language in [German, English] {
            let summary = explanation.summary(language);
            assert!(
                summary.ends_with('.') && summary.len() < 130,
                "{}: {summary}",
                explanation.code
            );
        }
        for text in [german, english] {
            assert!(text.starts_with(explanation.code) && text.ends_with('\n'));
            for word in WORDS_OF_PROGRAMMERS {
                assert!(!text.contains(word), "{}: {word}", explanation.code);
            }
        }
    }
}

#[test]
fn codes_are_found_in_small_letters_and_without_their_letter() {
    for typed in ["E0203", "e0203", "0203", " 0203 "] {
        assert_eq!(explain::find(typed).unwrap().code, "E0203", "{typed}");
    }
    assert_eq!(explain::find("w0803").unwrap().code, "W0803");
    assert!(explain::find("E9999").is_none() && explain::find("").is_none());
    assert_eq!(explain::nearest("E203"), "E0203");
    assert_eq!(explain::nearest("w083"), "W0803");
}
