//! The search: two files a language that `assets/search.js` reads. The first knows what items are
//! called, where and when they are, who and which countries they are about; the second, which is
//! loaded after the first answer, knows the words of their texts. No text is in them, only which
//! item has which word. Their form is between this room and the script and may change.

mod dates;
mod document;
mod fold;
mod terms;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::pages::{event_state, hidden_state, visit_state};
use super::{Artifact, Context};
use crate::dates::Dates;
use crate::files::Body;
use crate::language::{Language, Translated};
use crate::route::{Route, Routes, out_path};
use crate::site::{Findable, Site};
use dates::DateWords;
use document::{Document, Field, small_words};
use terms::{Terms, Written};

/// How many fields the first file has.
const FIELDS: u32 = 3;

/// Digits of a hash that tell one content of a file from another.
const HASH_DIGITS: usize = 12;

/// What can be searched in a language.
#[derive(Debug)]
pub struct SearchIndex {
    index: Body,
    texts: Body,
    /// The link to the first file.
    pub href: String,
    /// What can be found, in the order in which it is shown.
    pub items: Vec<Findable>,
}

/// The first file.
#[derive(Serialize)]
struct IndexFile<'i> {
    /// The link to the second file.
    texts: &'i str,
    /// The letters that [`fold`] spells otherwise.
    letters: BTreeMap<char, &'static str>,
    /// The names of each month.
    months: Vec<Vec<String>>,
    /// A regular expression for words that are not looked for.
    small: String,
    /// One for those that are not looked for beside a date.
    beside: String,
    /// What items have in common.
    groups: Vec<Group>,
    /// The group of each item: `a` the first.
    items: String,
    /// Their ids, a line each; so titles and dates.
    ids: String,
    titles: String,
    dates: String,
    terms: String,
    lists: String,
}

/// The second file.
#[derive(Serialize)]
struct TextsFile {
    terms: String,
    lists: String,
}

/// What is the same of many items.
#[derive(Serialize, PartialEq, Eq)]
struct Group {
    kind: &'static str,
    /// What comes before the id in the link.
    path: String,
    /// What the link says of languages.
    #[serde(skip_serializing_if = "Languages::is_page_language")]
    link: Languages,
    /// The language of the title by name, when it is not the page's: »auf Deutsch«.
    #[serde(skip_serializing_if = "Option::is_none")]
    only: Option<String>,
    /// A word before the title: »Abgesagt«.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

/// What a link says when it is not in the language of the page, or leads to a page that is not.
#[derive(Serialize, PartialEq, Eq)]
struct Languages {
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hreflang: Option<String>,
}

impl Languages {
    fn is_page_language(&self) -> bool {
        self.lang.is_none() && self.hreflang.is_none()
    }
}

/// An item as results show it.
struct Entry {
    group: Group,
    id: String,
    title: String,
    date: String,
}

impl SearchIndex {
    /// What can be searched in the language of a site; nothing when it has no search.
    pub fn of(site: &Site) -> Option<Self> {
        site.has_search().then(|| SearchIndex::new(site))
    }

    fn new(site: &Site) -> Self {
        let small = small_words(site);
        let items = site.findable();
        let found: Vec<(Entry, Document<'_>)> = items
            .par_iter()
            .map(|item| (entry(site, *item), Document::of(site, &small, *item)))
            .collect();
        let (mut index, mut texts) = (Terms::default(), Terms::default());
        let mut entries = Vec::with_capacity(found.len());
        for (item, (entry, document)) in (0..).zip(found) {
            entries.push(entry);
            for (term, field) in document.terms {
                match field {
                    Field::Text => texts.add(term, item, 0),
                    other => index.add(term, item, other as u32),
                }
            }
        }
        let Written { terms, lists } = texts.written(1);
        let texts = json(&TextsFile { terms, lists });
        let file = index_file(
            site,
            entries,
            index.written(FIELDS),
            &versioned(site, Route::SearchTexts, &texts),
        );
        let href = versioned(site, Route::SearchIndex, &file);
        SearchIndex { index: file, texts, href, items }
    }
}

/// The files of the search.
pub fn plan<'c>(context: &'c Context<'c>) -> Vec<Artifact<'c>> {
    if !context.site.has_search() {
        return Vec::new();
    }
    let file = |route, body: fn(&SearchIndex) -> &Body| {
        let path = out_path(&context.site.routes.path(route));
        let made = move || context.search().map(body).cloned().unwrap_or_else(|| Vec::new().into());
        Artifact::new(path, None, move || Ok(made()))
    };
    vec![
        file(Route::SearchIndex, |search| &search.index),
        file(Route::SearchTexts, |search| &search.texts),
    ]
}

fn index_file(site: &Site, entries: Vec<Entry>, written: Written, texts: &str) -> Body {
    let mut groups: Vec<Group> = Vec::new();
    let mut items = String::new();
    let mut lines = [Vec::new(), Vec::new(), Vec::new()];
    for Entry { group, id, title, date } in entries {
        let known = groups.iter().position(|other| *other == group);
        let number = known.unwrap_or_else(|| {
            groups.push(group);
            groups.len() - 1
        });
        items.extend(u32::try_from(number).ok().and_then(|n| char::from_u32(u32::from('a') + n)));
        for (lines, text) in lines.iter_mut().zip([id, title, date]) {
            lines.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    let [ids, titles, dates] = lines.map(|lines| lines.join("\n"));
    let Written { terms, lists } = written;
    let DateWords { months, small, beside } = DateWords::of(site);
    json(&IndexFile {
        texts,
        letters: fold::LETTERS.into(),
        months,
        small,
        beside,
        groups,
        items,
        ids,
        titles,
        dates,
        terms,
        lists,
    })
}

fn json<T: Serialize>(file: &T) -> Body {
    // Texts and lists of them always have a JSON form.
    serde_json::to_vec(file).unwrap_or_default().into()
}

/// The link to a file with a hash of what is in it: the two files and the page belong together,
/// and a browser may have kept an older one.
fn versioned(site: &Site, route: Route<'_>, body: &Body) -> String {
    let hash = body.hash().to_hex();
    format!("{}?v={}", site.routes.href(route), hash.get(..HASH_DIGITS).unwrap_or_default())
}

fn entry(site: &Site, item: Findable) -> Entry {
    let dates = Dates(&site.strings);
    let language = &site.language;
    match item {
        Findable::Event(number) => {
            let event = site.event(number);
            let occurrence = site.occurrence(event);
            let state = hidden_state(site, &event.publication);
            let state = state.or_else(|| event_state(site, occurrence.status));
            Entry {
                group: Group::of("event", site, &site.routes, Route::Event, &event.title, state),
                id: event.id.clone(),
                title: event.title.get(language).clone(),
                date: dates.event(occurrence.date, occurrence.is_over(site.now)),
            }
        }
        Findable::Delegation(number) => {
            let visit = site.delegation(number);
            let state = hidden_state(site, &visit.publication);
            let state = state.or_else(|| visit_state(site, visit.status));
            let route = Route::Delegation;
            Entry {
                group: Group::of("delegation", site, &site.routes, route, &visit.title, state),
                id: visit.id.clone(),
                title: visit.title.get(language).clone(),
                date: dates.visit(visit.dates),
            }
        }
        Findable::Release(number) => {
            let release = site.release(number);
            let state = hidden_state(site, &release.publication);
            let routes = site.routes_to(&release.body);
            Entry {
                group: Group::of("press", site, routes, Route::Release, &release.title, state),
                id: release.id.clone(),
                title: release.title.get(language).clone(),
                date: dates.weekday(release.date),
            }
        }
        Findable::Page(number) => page(site, number),
    }
}

fn page(site: &Site, number: usize) -> Entry {
    let none = Translated::default();
    let page = site.pages.get(number);
    let routes = page.map_or(&site.routes, |page| site.routes_to(&page.body));
    let title = page.map_or(&none, |page| &page.title);
    let slug = page.map(|page| page.slug.get(routes.language()).clone());
    Entry {
        group: Group::of("page", site, routes, Route::Page, title, None),
        id: slug.unwrap_or_default(),
        title: title.get(&site.language).clone(),
        date: String::new(),
    }
}

impl Group {
    fn of(
        kind: &'static str,
        site: &Site,
        routes: &Routes,
        route: impl Fn(&'static str) -> Route<'static>,
        title: &Translated<String>,
        state: Option<String>,
    ) -> Self {
        let path = routes.href(route(""));
        let other =
            |language: &Language| (*language != site.language).then(|| language.tag().to_owned());
        let lang = other(site.language_of(title));
        let only = lang.as_ref().map(|tag| {
            site.strings.fill("language.only", &[("language", &site.language_name(tag))])
        });
        let link = Languages { lang, hreflang: other(routes.language()) };
        Group {
            kind,
            // `/presse//` without an id.
            path: path.strip_suffix('/').unwrap_or(&path).to_owned(),
            link,
            only,
            state,
        }
    }
}
