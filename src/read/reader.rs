//! Turns what was typed into what it means, and reports what makes no sense at the key
//! where it stands. One reader reads one file.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::basics::Basics;
use super::proofread;
use crate::composed::{Composed, composed};
use crate::diagnostic::Diagnostic;
use crate::language::{Language, Translated};
use crate::markdown::{self, Found, Markdown, Target, TextKind};
use crate::model::{Reference, WrittenLink};
use crate::place::{KeyPath, Part, SourcePath};
use crate::problem::{Problem, ReferenceKind, ValueProblem, Warning, YamlProblem};
use crate::values::{Id, MediaFile, Value, When};
use crate::yaml::invisible;
use crate::yaml::typed::{Map, Typed};

/// Reads the values of one file.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// What site.yaml says of languages and times.
    pub basics: &'a Basics,
    /// What was found so far.
    pub diagnostics: Vec<Diagnostic>,
    /// What the file names by id; looked up when all files are read.
    pub references: Vec<Reference>,
    /// Where its texts link to; looked up when all pages are made.
    pub links: Vec<WrittenLink>,
    /// The days on which the event of the file begins and ends: they say which year a day in
    /// its texts is in.
    pub own_dates: Vec<Date>,
}

impl<'a> Reader<'a> {
    /// A reader of a file.
    pub fn new(file: &'a SourcePath, basics: &'a Basics) -> Self {
        let (diagnostics, references, links) = (Vec::new(), Vec::new(), Vec::new());
        Reader { file, basics, diagnostics, references, links, own_dates: Vec::new() }
    }

    /// Reports a problem with a value.
    pub fn report(&mut self, at: KeyPath, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(self.file, Part::Value(at), problem));
    }

    /// Reports a problem with a key.
    pub fn report_key(&mut self, at: KeyPath, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(self.file, Part::Key(at), problem));
    }

    /// Reports that a key is missing.
    pub fn missing(&mut self, map: &Map, key: &str) {
        self.report_key(map.at(key), YamlProblem::MissingKey { key: key.to_owned() }.into());
    }

    /// Reports a key that must be there and is not.
    pub fn require(&mut self, map: &Map, key: &str) {
        if !map.has(key) {
            self.missing(map, key);
        }
    }

    /// The value of a key; nothing when the key is not there.
    pub fn value<T: Value>(&mut self, map: &Map, key: &str) -> Option<T> {
        self.scalar(map.text(key)?, &|| map.at(key))
    }

    fn scalar<T: Value>(&mut self, text: &str, at: &dyn Fn() -> KeyPath) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            self.report(at(), YamlProblem::EmptyText.into());
            return None;
        }
        self.report_controls(text, at);
        T::read(&composed(text)).map_err(|problem| self.report_value(at(), text, problem)).ok()
    }

    /// Reports characters that control a device: YAML can write them as escapes.
    fn report_controls(&mut self, text: &str, at: &dyn Fn() -> KeyPath) {
        let controls = text.char_indices().filter(|(_, c)| invisible::breaks_lines(*c));
        for (start, character) in controls {
            let part = Part::TextIn(at(), text.into(), start..start + character.len_utf8());
            let problem = Warning::HiddenCharacter { character };
            self.diagnostics.push(Diagnostic::new(self.file, part, problem));
        }
    }

    /// Reports a value that makes no sense; when a character that came along from a word
    /// processor is the reason, the character.
    fn report_value(&mut self, at: KeyPath, text: &str, problem: Problem) {
        match unwanted_character(text) {
            Some((place, problem)) => {
                let part = Part::TextIn(at, text.into(), place);
                self.diagnostics.push(Diagnostic::new(self.file, part, problem));
            }
            None => self.report(at, problem),
        }
    }

    /// Reports what is odd about a value as it was typed.
    pub fn doubt(&mut self, map: &Map, key: &str, of: impl Fn(&str) -> Option<Warning>) {
        if let Some(doubt) = map.text(key).and_then(|typed| of(typed.trim())) {
            self.report(map.at(key), doubt.into());
        }
    }

    /// The value of a key that must be there.
    pub fn required<T: Value>(&mut self, map: &Map, key: &str) -> Option<T> {
        self.require(map, key);
        self.value(map, key)
    }

    /// The values of a list, with their places in it.
    pub fn items<T: Value>(&mut self, map: &Map, key: &str) -> Vec<(usize, T)> {
        let items = map.list(key).iter().filter_map(Typed::text).enumerate();
        items.filter_map(|(n, text)| Some((n, self.scalar(text, &|| map.item(key, n))?))).collect()
    }

    /// The values of a list.
    pub fn list<T: Value>(&mut self, map: &Map, key: &str) -> Vec<T> {
        self.items(map, key).into_iter().map(|(_, value)| value).collect()
    }

    /// The id of something in another file.
    pub fn reference<T: Named>(&mut self, kind: ReferenceKind, map: &Map, key: &str) -> Option<T> {
        self.named(kind, map.text(key)?, &|| map.at(key))
    }

    /// The id of something in another file, that must be there.
    pub fn required_reference<T: Named>(
        &mut self,
        kind: ReferenceKind,
        map: &Map,
        key: &str,
    ) -> Option<T> {
        self.require(map, key);
        self.reference(kind, map, key)
    }

    /// The ids of things in other files.
    pub fn references(&mut self, kind: ReferenceKind, map: &Map, key: &str) -> Vec<Id> {
        let items = map.list(key).iter().filter_map(Typed::text).enumerate();
        items.filter_map(|(n, text)| self.named(kind, text, &|| map.item(key, n))).collect()
    }

    /// What a text names in another file.
    pub fn named<T: Named>(
        &mut self,
        kind: ReferenceKind,
        text: &str,
        at: &dyn Fn() -> KeyPath,
    ) -> Option<T> {
        let named: T = self.scalar(text, at)?;
        if let Some((_, problem)) = unwanted_character(named.name()) {
            self.report_value(at(), named.name(), problem);
            return None;
        }
        self.references.push(Reference {
            file: self.file.clone(),
            part: Part::Value(at()),
            kind,
            id: named.name().to_owned(),
        });
        Some(named)
    }

    /// An instant in a zone; of a day its beginning.
    pub fn instant(&mut self, map: &Map, key: &str, zone: &TimeZone) -> Option<Zoned> {
        let when = self.value(map, key)?;
        self.resolve(map, key, when, zone)
    }

    /// When a shared record last changed, in the zone of the site.
    pub fn updated(&mut self, map: &Map) -> Option<Timestamp> {
        let zone = &self.basics.zone;
        Some(self.instant(map, "updated", zone)?.timestamp())
    }

    /// The instant that the time under a key means in a zone.
    pub fn resolve(&mut self, map: &Map, key: &str, when: When, zone: &TimeZone) -> Option<Zoned> {
        when.at(zone).map_err(|problem| self.report(map.at(key), problem)).ok()
    }

    /// A text that shall be there in every language of the site.
    pub fn texts(&mut self, map: &Map, key: &str) -> Option<Translated<String>> {
        self.texts_as(Shown::under(key), map, key)
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
                Warning::Untranslated { languages: missing, is_file: false }.into(),
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

    /// A text in one or more languages, whose translations may also stand in a file of their
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

    /// A text in YAML stands on its page under an `h2`: »Worum es geht«.
    fn read_markdown(&mut self, at: KeyPath, text: &str, language: &Language) -> Markdown {
        // YAML can write U+0000 as an escape.
        let typed: Arc<str> = text.replace('\0', "\u{fffd}").into();
        let text = Composed::of(&typed);
        let (markdown, found) = markdown::read(self.file, &text.text, 2);
        let part = |range| Part::TextIn(at.clone(), Arc::clone(&typed), text.typed(&range));
        self.take_in(&markdown, found, language, part);
        markdown
    }

    /// Keeps what was found in a Markdown text, and the links that are looked up later.
    pub fn take_in(
        &mut self,
        markdown: &Markdown,
        found: Vec<Found>,
        language: &Language,
        part: impl Fn(Range<usize>) -> Part,
    ) {
        for (range, problem) in found {
            self.diagnostics.push(Diagnostic::new(self.file, part(range), problem));
        }
        let anchors = markdown.anchors();
        for link in &markdown.links {
            let is_known = match &link.target {
                Target::Elsewhere(_) => true,
                Target::Anchor(name) => anchors.contains(name.as_str()),
                _ => false,
            };
            if !is_known {
                self.links.push(WrittenLink {
                    file: self.file.clone(),
                    part: part(link.range.clone()),
                    link: link.clone(),
                    language: language.clone(),
                });
            }
            if let Target::Content(path, _) = &link.target {
                self.references.push(Reference {
                    file: self.file.clone(),
                    part: part(link.range.clone()),
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
            self.report(at(), Warning::WholeTextInQuotes.into());
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
            let part = Part::TextIn(at(), Arc::clone(kept), text.typed(&range));
            self.diagnostics.push(Diagnostic::new(self.file, part, problem));
        }
        Some(match shown {
            Shown::AsMarkdown => typed.to_owned(),
            Shown::AsItStands => text.text.replace('\u{ad}', ""),
            Shown::InOneLine | Shown::AsTitle => {
                let text = text.text.replace('\u{ad}', "");
                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.collect::<Vec<_>>().join(" ")
            }
        })
    }

    /// What an editor should look at in a text in the language with a tag.
    pub fn proofread(&self, tag: &str, text: &str) -> Vec<Found> {
        let mut found = proofread::proofread(tag, text, &self.own_dates);
        found.extend(gaps(text).map(|(start, gap)| {
            let gap_range = start..start + gap.len();
            (gap_range, Warning::Gap { gap: gap.trim_matches('?').to_owned() }.into())
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
        for (tag, text) in texts.iter() {
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

/// How a text is shown.
#[derive(Debug, Clone, Copy)]
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

/// A character that is not part of the value and that an editor did not type, with its place.
fn unwanted_character(text: &str) -> Option<(Range<usize>, Problem)> {
    let (at, character) = text.char_indices().find(|(_, c)| {
        invisible::is_curly_quote(*c)
            || invisible::looks_like_space(*c)
            || invisible::breaks_lines(*c)
    })?;
    let place = at..at + character.len_utf8();
    if invisible::is_curly_quote(character) {
        return Some((place, YamlProblem::CurlyQuotes.into()));
    }
    Some((place, YamlProblem::InvisibleCharacter { character }.into()))
}

/// Passages `??…??` in a text, with their byte offsets: gaps that an editor has to fill.
pub fn gaps(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find("??")?;
        let inner = text.get(start + 2..)?;
        let end = inner.find("??").filter(|end| !inner[..*end].contains("\n\n"))?;
        from = start + 2 + end + 2;
        Some((start, text.get(start..from)?))
    })
}

/// A value that names something in another file.
pub trait Named: Value {
    /// The name to look for.
    fn name(&self) -> &str;
}

impl Named for Id {
    fn name(&self) -> &str {
        &self.0
    }
}

impl Named for MediaFile {
    fn name(&self) -> &str {
        &self.0
    }
}
