//! Texts that people read: in one language or in several, plain or Markdown. Here they are joined
//! by language, proofread, and kept as pages show them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::proofread;
use super::reader::Reader;
use crate::composed::Composed;
use crate::diagnostic::Diagnostic;
use crate::gap::{self, gaps, half_marked};
use crate::host;
use crate::language::{Language, Translated};
use crate::markdown::{self, Found, Link, Markdown, Target, TextKind};
use crate::model::{Reference, WrittenLink};
use crate::place::{KeyPath, Spot};
use crate::problem::{
    Problem, ProseWarning, ReferenceKind, SiteWarning, TranslationWarning, ValueProblem,
    WritingWarning, YamlProblem,
};
use crate::values::Value;
use crate::yaml::joined_lines;
use crate::yaml::typed::{Map, Typed};

impl Reader<'_> {
    /// A text that should be there in every language of the site.
    pub fn texts(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.texts_as(Shown::under(key), map, key)
    }

    /// What something is called that has a key of the editor's choice.
    pub fn label(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.texts_as(Shown::AsTitle, map, key)
    }

    fn texts_as(&mut self, shown: Shown, map: &Map, key: &str) -> Option<Translated<String>> {
        let texts = self.some_texts_as(shown, map, key)?;
        let default = &self.basics.default_language;
        let languages = self.basics.languages.iter();
        let missing: Vec<Language> =
            languages.filter(|language| texts.own(language, default).is_none()).cloned().collect();
        if !missing.is_empty() {
            self.report(
                map.at(key),
                TranslationWarning::Untranslated { languages: missing, is_file: false }.into(),
            );
        }
        Some(texts)
    }

    /// A text that must be there.
    pub fn required_texts(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.require(map, key);
        self.texts(map, key)
    }

    /// A name: written once, it holds in every language.
    pub fn name(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        match map.text(key) {
            Some(text) => {
                let tag = self.basics.default_language.tag();
                self.text(Shown::under(key), text, tag, &|| map.at(key)).map(Translated::name)
            }
            None => self.texts(map, key),
        }
    }

    /// A name that must be there.
    pub fn required_name(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.require(map, key);
        self.name(map, key)
    }

    /// A text in one or more languages, whose translations may also be in a file of their
    /// own: a title of a Markdown file.
    pub fn some_texts(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.some_texts_as(Shown::under(key), map, key)
    }

    fn some_texts_as(&mut self, shown: Shown, map: &Map, key: &str) -> Option<Translated<String>> {
        match map.get(key)? {
            Typed::Map(texts) => self.by_language(shown, map.at(key), texts),
            typed => {
                let tag = self.basics.default_language.tag();
                self.text(shown, typed.text()?, tag, &|| map.at(key)).map(Translated::only)
            }
        }
    }

    /// A title of a Markdown file.
    pub fn required_title(&mut self, map: &Map) -> Option<Translated<String>> {
        self.require(map, "title");
        self.some_texts(map, "title")
    }

    /// A Markdown text in one or more languages.
    pub fn markdown(&mut self, map: &Map, key: &str) -> Option<Translated<Markdown>> {
        let texts = self.texts_as(Shown::AsMarkdown, map, key)?;
        let at = |language: &Language| match map.map(key) {
            Some(texts) => texts.at(language.tag()),
            None => map.at(key),
        };
        let language = &self.basics.default_language;
        let default = self.read_markdown(at(language), &texts.default, language);
        let others = texts.others.iter().map(|(language, text)| {
            (language.clone(), self.read_markdown(at(language), text, language))
        });
        Some(Translated { others: others.collect(), default, is_name: false })
    }

    /// On its page a text in YAML is below an `h2`: “Worum es geht”.
    fn read_markdown(&mut self, at: KeyPath, text: &str, language: &Language) -> Markdown {
        let lines = joined_lines(self.typed, &at);
        let shown = self.read_text(text);
        let lines =
            lines.map(|lines| self.read_text(&lines)).filter(|it| it.tells_more_than(&shown));
        if lines.is_some() {
            self.report_key(at.clone(), WritingWarning::LinesJoined.into());
        }
        let looked_at = lines.as_ref().unwrap_or(&shown);
        let composed = Composed::of(&shown.typed);
        let of_lines = lines.as_ref().map(|lines| Composed::of(&lines.typed));
        let text = of_lines.as_ref().unwrap_or(&composed);
        let spot =
            |range| Spot::TextIn(at.clone(), Arc::clone(&looked_at.typed), text.typed(&range));
        self.collect_from(&looked_at.markdown, looked_at.found.clone(), language, spot);
        self.without_gaps(shown.markdown, &composed.text, 2, language)
    }

    fn read_text(&self, text: &str) -> ReadText {
        // YAML can write U+0000 as an escape.
        let typed: Arc<str> = text.replace('\0', "\u{fffd}").into();
        let (markdown, found) = markdown::read(self.file, &Composed::of(&typed).text, 2);
        ReadText { typed, markdown, found }
    }

    /// A Markdown text as readers read it. What was found in it, and its links, are those of the
    /// text as it was typed.
    pub fn without_gaps(
        &self,
        markdown: Markdown,
        text: &str,
        level: usize,
        language: &Language,
    ) -> Markdown {
        match gap::filled(text, language.tag()) {
            Cow::Borrowed(_) => markdown,
            Cow::Owned(filled) => markdown::read(self.file, &filled, level).0,
        }
    }

    /// Keeps what was found in a Markdown text, and the links that are looked up later.
    pub fn collect_from(
        &mut self,
        markdown: &Markdown,
        found: Vec<Found>,
        language: &Language,
        spot: impl Fn(Range<usize>) -> Spot,
    ) {
        for (range, problem) in found {
            self.diagnostics.push(Diagnostic::new(self.file, spot(range), problem));
        }
        let anchors = markdown.anchors();
        for link in &markdown.links {
            let is_known = match &link.target {
                // It may be an address of this site.
                Target::Elsewhere(url) => {
                    !url.split_once("://").is_some_and(|(scheme, _)| host::is_web(scheme))
                }
                Target::Anchor(name) => anchors.contains(name.as_str()),
                _ => false,
            };
            if !is_known {
                self.links.push(WrittenLink {
                    file: self.file.clone(),
                    spot: spot(link.range.clone()),
                    link: link.clone(),
                    language: language.clone(),
                });
            }
            if let Target::Content(path, _) = &link.target {
                self.references.push(Reference {
                    file: self.file.clone(),
                    spot: spot(link.range.clone()),
                    kind: ReferenceKind::File,
                    id: path.to_string(),
                });
            }
        }
    }

    /// A text in the language with a tag. One that is Markdown stays as it was typed: it is read
    /// later.
    fn text(
        &mut self,
        shown: Shown,
        typed: &str,
        tag: &str,
        at: &dyn Fn() -> KeyPath,
    ) -> Option<String> {
        let typed = typed.trim();
        if typed.is_empty() {
            self.report(at(), YamlProblem::EmptyText.into());
            return None;
        }
        if proofread::is_quoted_as_a_whole(typed) {
            self.report(at(), ProseWarning::WholeTextInQuotes.into());
        }
        if shown != Shown::AsMarkdown && proofread::ends_with_lone_quote(typed) {
            self.report(at(), WritingWarning::QuoteNotOpened.into());
        }
        self.report_controls(typed, at);
        let text = Composed::of(typed);
        let mut found = self.proofread(tag, &text.text);
        found.extend(match shown {
            Shown::AsMarkdown => markdown::hidden(&text.text, TextKind::Markdown),
            Shown::AsItStands => proofread::proofread_plain(&text.text, TextKind::Plain),
            Shown::InOneLine => proofread::proofread_plain(&text.text, TextKind::Plain),
            Shown::AsTitle => proofread::proofread_plain(&text.text, TextKind::Title),
        });
        let mut kept: Option<Arc<str>> = None;
        for (range, problem) in found {
            let kept = kept.get_or_insert_with(|| typed.into());
            let spot = Spot::TextIn(at(), Arc::clone(kept), text.typed(&range));
            self.diagnostics.push(Diagnostic::new(self.file, spot, problem));
        }
        Some(match shown {
            Shown::AsMarkdown => typed.to_owned(),
            Shown::AsItStands => gap::filled(&text.text, tag).replace('\u{ad}', ""),
            Shown::InOneLine | Shown::AsTitle => {
                let text = gap::filled(&text.text, tag).replace('\u{ad}', "");
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.collect::<Vec<_>>().join(" ")
            }
        })
    }

    /// What an editor should look at in a text in the language with a tag.
    pub fn proofread(&self, tag: &str, text: &str) -> Vec<Found> {
        let mut found = proofread::proofread(tag, text, &self.own_dates);
        found.extend(gaps(text).map(|(range, gap)| (range, SiteWarning::Gap { gap }.into())));
        found.extend(half_marked(text).into_iter().map(|range| {
            let typed = text.get(range.clone()).unwrap_or_default().to_owned();
            (range, SiteWarning::HalfGap { typed }.into())
        }));
        found
    }

    fn by_language(
        &mut self,
        shown: Shown,
        at: KeyPath,
        texts: &Map,
    ) -> Option<Translated<String>> {
        let mut default = None;
        let mut others = Vec::new();
        let mut is_cut = false;
        for (index, (tag, text)) in texts.iter().enumerate() {
            // What follows a first comma is told with it.
            if index > 0 && is_cut_off(tag, text) {
                if !std::mem::replace(&mut is_cut, true) {
                    let lost = tag.to_owned();
                    self.report_key(texts.at(tag), ValueProblem::CommaCutsText { lost }.into());
                }
                continue;
            }
            is_cut = false;
            let Some(language) = self.language(texts, tag) else { continue };
            let text = self.text(shown, text.text()?, tag, &|| texts.at(tag));
            if language == self.basics.default_language {
                default = Some(text?);
            } else {
                others.extend(text.map(|text| (language, text)));
            }
        }
        if default.is_none() && self.basics.languages_known {
            let language = self.basics.default_language.tag().to_owned();
            self.report_key(at, ValueProblem::NoDefaultLanguage { language }.into());
        }
        default.map(|default| Translated { default, others, is_name: false })
    }

    fn language(&mut self, texts: &Map, tag: &str) -> Option<Language> {
        let problem = match Language::read(tag) {
            Ok(language) if self.basics.speaks(&language) => return Some(language),
            Ok(language) => self.basics.not_spoken(&language),
            Err(problem) => problem,
        };
        self.report_key(texts.at(tag), problem);
        None
    }
}

/// Whether a key is part of a text that a comma cut: `{de: Treffen, Bahn und Bus}`.
fn is_cut_off(tag: &str, text: &Typed) -> bool {
    let is_language = match Language::read(tag) {
        Ok(_) | Err(Problem::Value(ValueProblem::UnknownLanguage { suggestion: Some(_), .. })) => {
            true
        }
        Err(_) => false,
    };
    text.text().is_some_and(str::is_empty) && (tag.contains(' ') || !is_language)
}

/// A Markdown text, and what was found in it.
struct ReadText {
    typed: Arc<str>,
    markdown: Markdown,
    found: Vec<Found>,
}

impl ReadText {
    /// Whether readers would see more if the lines of a text were not joined. A line of a sentence
    /// that only happens to begin like an item of a list had better be.
    fn tells_more_than(&self, joined: &ReadText) -> bool {
        let is_torn = |(_, problem): &Found| {
            matches!(problem, Problem::Prose(ProseWarning::ListInSentence { .. }))
        };
        self.seen() != joined.seen() && !self.found.iter().any(is_torn)
    }

    /// What readers see, without spaces and line breaks.
    fn seen(&self) -> String {
        let address = |link: &Link| link.typed.clone();
        let mut html = self.markdown.html(false, address, |_| String::new(), str::to_owned);
        html.retain(|c| !c.is_whitespace());
        html
    }
}

/// How a text is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Shown {
    AsMarkdown,
    AsItStands,
    InOneLine,
    AsTitle,
}

impl Shown {
    /// How a text that is no Markdown is shown, by its key.
    fn under(key: &str) -> Self {
        match key {
            "title" | "subtitle" | "name" | "short" | "label" | "room" | "street" | "city"
            | "place" | "role" => Shown::AsTitle,
            "summary" | "alt" => Shown::InOneLine,
            _ => Shown::AsItStands,
        }
    }
}
