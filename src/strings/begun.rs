//! A file of interface texts to begin with, for a page language that the program does not have: the
//! English texts, with what follows from the language put in. Its customs come from CLDR and are in
//! no file.

use serde_yaml::Mapping;

use crate::built_in;
use crate::cldr::{Cldr, PLURAL_CATEGORIES};

/// The file of the default theme that is translated.
const ENGLISH: &str = "strings/en.yaml";

/// The English texts, to be translated into a language.
pub fn begun(language: &str) -> String {
    let english = built_in::THEME.iter().find(|(name, _)| *name == ENGLISH);
    let english = english.and_then(|(_, bytes)| std::str::from_utf8(bytes).ok()).unwrap_or("");
    let cldr = Cldr::new(language);
    let mut text = format!(
        "# Texts of the interface in a further language. Translate what stands behind the colons; words\n\
         # in braces stay, the program fills them in.\nlocale: {language}\n"
    );
    let mut group = "";
    for line in english.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with(' ') {
            group = line;
        }
        match line {
            "  name: English" if group == "language:" => {
                let name = cldr.language_name(language).unwrap_or(language);
                text.push_str(&format!("  name: {name}\n"));
            }
            // CLDR has the names of other languages.
            _ if group == "languages:" || line.starts_with("locale:") => {}
            _ => {
                text.push_str(&in_forms(line, &cldr.plural_forms()));
                text.push('\n');
            }
        }
    }
    text
}

/// A line with a text that depends on a count has the forms of the language.
fn in_forms(line: &str, forms: &[&str]) -> String {
    let whole = || line.to_owned();
    let Some((key, value)) = line.split_once(": ") else { return whole() };
    let Ok(texts) = serde_yaml::from_str::<Mapping>(value) else { return whole() };
    let is_form =
        |key: &serde_yaml::Value| key.as_str().is_some_and(|key| PLURAL_CATEGORIES.contains(&key));
    let Some(other) = texts.get("other").and_then(|text| text.as_str()) else { return whole() };
    if !texts.keys().all(is_form) {
        return whole();
    }
    let form = |form: &&str| {
        let text = texts.get(*form).and_then(|text| text.as_str()).unwrap_or(other);
        format!("{form}: \"{text}\"")
    };
    let forms: Vec<String> = forms.iter().map(form).collect();
    format!("{key}: {{{}}}", forms.join(", "))
}
