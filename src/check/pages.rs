//! What all pages link to and what can be linked to on them. A page may leave memory as soon as it
//! is made; this stays. Most links are on many pages, so each is held once and has a number.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::PageLinks;
use crate::files::OutPath;

/// Which text it is, of those of a kind.
pub(super) type Number = usize;

/// Links and anchors of finished pages. Several threads may add pages at once.
#[derive(Debug, Default)]
pub struct Pages(Mutex<All>);

impl Pages {
    /// Reads a page.
    pub fn add(&self, path: &str, html: &[u8]) {
        let read = PageLinks::read(html);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let page = all.page(&read);
        all.pages.insert(path.to_owned(), page);
    }

    pub(super) fn into_all(self) -> All {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Links and anchors of all pages.
#[derive(Debug, Default)]
pub(super) struct All {
    /// Values of `href` and `src`.
    pub links: Texts,
    /// Values of `id`.
    pub anchors: Texts,
    /// The pages by their paths.
    pub pages: HashMap<OutPath, Page>,
}

/// A page. It has the numbers of texts; those of anchors and alternates are sorted.
#[derive(Debug)]
pub(super) struct Page {
    pub links: Box<[Number]>,
    pub anchors: Box<[Number]>,
    /// Addresses of the same page in all its languages, among the links.
    pub alternates: Box<[Number]>,
    /// Anchors that appear more than once.
    pub twice: Box<[Number]>,
}

impl All {
    fn page(&mut self, read: &PageLinks<'_>) -> Page {
        let mut links = |link: &&str| self.links.number(link);
        let all_links = read.links.iter().map(&mut links).collect();
        let mut alternates: Vec<Number> = read.alternates.iter().map(links).collect();
        alternates.sort_unstable();
        alternates.dedup();
        let anchors = read.anchors.iter().map(|anchor| self.anchors.number(anchor));
        let mut anchors: Vec<Number> = anchors.collect();
        anchors.sort_unstable();
        let pairs = anchors.iter().zip(anchors.iter().skip(1));
        let mut twice: Vec<Number> = pairs.filter(|(a, b)| a == b).map(|(a, _)| *a).collect();
        twice.dedup();
        anchors.dedup();
        let [anchors, alternates, twice] = [anchors, alternates, twice].map(Vec::into_boxed_slice);
        Page { links: all_links, anchors, alternates, twice }
    }

    /// Whether something on a page can be linked to by this name.
    pub fn has_anchor(&self, page: &Page, anchor: &str) -> bool {
        self.anchors.find(anchor).is_some_and(|number| page.anchors.binary_search(&number).is_ok())
    }
}

/// Texts of a kind with their numbers.
#[derive(Debug, Default)]
pub(super) struct Texts {
    numbers: HashMap<Arc<str>, Number>,
    texts: Vec<Arc<str>>,
}

impl Texts {
    fn number(&mut self, text: &str) -> Number {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let (number, text) = (self.texts.len(), Arc::<str>::from(text));
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    /// The number of a text that some page has.
    pub fn find(&self, text: &str) -> Option<Number> {
        self.numbers.get(text).copied()
    }

    /// The text of a number that came from here.
    pub fn text(&self, number: Number) -> &str {
        self.texts.get(number).map_or("", |text| text)
    }

    /// All texts by their numbers.
    pub fn all(&self) -> &[Arc<str>] {
        &self.texts
    }
}
