//! Texts of an editor on a page. One that is not translated is shown in the default language
//! and says so, in its markup and to readers.

use std::cell::Cell;
use std::ops::Deref;

use serde::Serialize;

use crate::language::Translated;
use crate::markdown::Markdown;
use crate::outputs::calendar::LargeFeeds;
use crate::outputs::{Context, Memos};
use crate::site::{Loading, Site};

/// A site while one page of it is made. It notes whether the page shows a text in another
/// language than its own.
#[derive(Debug)]
pub struct PageSite<'p> {
    site: &'p Site<'p>,
    shows_original: Cell<bool>,
    shows_picture: Cell<bool>,
    /// Feeds that Google does not take.
    pub large_feeds: &'p LargeFeeds,
    /// What earlier builds worked out.
    pub memos: Option<&'p Memos>,
}

impl<'p> PageSite<'p> {
    /// A site for a page that shows nothing yet.
    pub fn new(site: &'p Site<'p>) -> Self {
        PageSite {
            site,
            shows_original: Cell::new(false),
            shows_picture: Cell::new(false),
            large_feeds: LargeFeeds::NONE,
            memos: None,
        }
    }

    /// A site for a page of a build.
    pub fn of(context: &'p Context<'p>) -> Self {
        PageSite { memos: Some(context.memos), ..PageSite::new(context.site) }
            .with_feeds(&context.large_feeds)
    }

    /// The same for a page that shows how to subscribe to feeds, of which these are large.
    pub fn with_feeds(self, large_feeds: &'p LargeFeeds) -> Self {
        PageSite { large_feeds, ..self }
    }

    /// Notes that the page shows a text in the default language for want of a translation.
    pub fn note_original(&self) {
        self.shows_original.set(true);
    }

    /// Whether the page shows such a text.
    pub fn shows_original(&self) -> bool {
        self.shows_original.get()
    }

    /// Notes that the page shows a picture; whether it is the first. Ask in the order of the page.
    pub fn is_first_picture(&self) -> bool {
        !self.shows_picture.replace(true)
    }

    /// A Markdown text as HTML. Its first picture is loaded at once if it is the first of the page.
    pub fn text(&self, text: &Markdown) -> String {
        let has_picture = text.links.iter().any(|link| link.is_picture);
        let loading = match has_picture && self.is_first_picture() {
            true => Loading::FirstAtOnce,
            false => Loading::Lazy,
        };
        self.html_on_page(text, loading)
    }

    /// The default language, when a text is shown in it because there is no translation.
    pub fn original_language<T>(&self, text: &Translated<T>) -> Option<String> {
        let is_original = self.own(text).is_none();
        is_original.then(|| {
            self.note_original();
            self.config.default_language().tag().to_owned()
        })
    }
}

impl<'p> Deref for PageSite<'p> {
    type Target = Site<'p>;

    fn deref(&self) -> &Site<'p> {
        self.site
    }
}

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
    pub fn of(site: &PageSite, text: &Translated<String>) -> Self {
        Text { text: text.get(&site.language).clone(), lang: site.original_language(text) }
    }

    /// The same of a text that may be missing.
    pub fn maybe(site: &PageSite, text: Option<&Translated<String>>) -> Option<Self> {
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
pub fn prose(site: &PageSite, text: Option<&Translated<Markdown>>) -> Option<Prose> {
    text.map(|text| Prose {
        html: site.text(text.get(&site.language)),
        lang: site.original_language(text),
    })
}
