//! Texts of an editor on a page. One that is not translated is shown in the default language
//! and says so, in its markup and to readers.

use serde::Serialize;
use tera::Value;

use crate::language::Translated;
use crate::markdown::Markdown;
use crate::site::Site;

/// A text, and its language when that is not the page's.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Text {
    /// The text.
    pub text: String,
    /// BCP 47.
    pub lang: Option<String>,
}

impl Text {
    /// A text in the language of the page, else in the default language.
    pub fn of(site: &Site, text: &Translated<String>) -> Self {
        Text { text: text.get(&site.language).clone(), lang: foreign(site, text) }
    }

    /// The same of a text that may be missing.
    pub fn maybe(site: &Site, text: Option<&Translated<String>>) -> Option<Self> {
        text.map(|text| Text::of(site, text))
    }
}

impl<T: Into<String>> From<T> for Text {
    /// A text in the language of the page.
    fn from(text: T) -> Self {
        Text { text: text.into(), lang: None }
    }
}

/// A Markdown text as HTML, and its language when that is not the page's.
#[derive(Debug, Serialize)]
pub struct Prose {
    html: String,
    lang: Option<String>,
}

/// A Markdown text with links of the site.
pub fn prose(site: &Site, text: Option<&Translated<Markdown>>) -> Option<Prose> {
    text.map(|text| Prose {
        html: site.html_on_page(text.get(&site.language)),
        lang: foreign(site, text),
    })
}

/// The default language, when a text is shown in it because there is no translation.
pub fn foreign<T>(site: &Site, text: &Translated<T>) -> Option<String> {
    let default = || site.config.default_language().tag().to_owned();
    site.own(text).is_none().then(default)
}

/// Whether a view has a text in another language. Lists of entries mark each entry on its own.
pub fn is_mixed(view: &Value) -> bool {
    if let Some(items) = view.as_array() {
        return items.iter().any(is_mixed);
    }
    view.as_map().into_iter().flatten().any(|(key, value)| match key.as_str() {
        Some("lang") => value.is_string(),
        Some("press" | "events") => false,
        _ => is_mixed(value),
    })
}
