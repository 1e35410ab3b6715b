//! Turns what was typed into what it means, and reports what makes no sense at the key
//! where it stands. One reader reads one file.

use std::ops::Range;
use std::sync::Arc;

use jiff::Zoned;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::proofread;
use crate::diagnostic::Diagnostic;
use crate::language::{Language, Translated};
use crate::markdown::{self, Found, Markdown, Target};
use crate::model::config::Config;
use crate::model::{Reference, WrittenLink};
use crate::place::{Part, Path, SourcePath};
use crate::problem::{Problem, ReferenceKind, ValueProblem, Warning, YamlProblem};
use crate::values::{Id, MediaFile, Value, When};
use crate::yaml::invisible;
use crate::yaml::typed::{OneOrMany, Texts, Written};

/// Reads the values of one file.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file.
    pub file: &'a SourcePath,
    /// What site.yaml says.
    pub config: &'a Config,
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
    pub fn new(file: &'a SourcePath, config: &'a Config) -> Self {
        let (diagnostics, references, links) = (Vec::new(), Vec::new(), Vec::new());
        Reader { file, config, diagnostics, references, links, own_dates: Vec::new() }
    }

    /// Reports a problem with a value.
    pub fn report(&mut self, at: Path<'_>, problem: impl Into<Problem>) {
        self.diagnostics.push(Diagnostic::new(self.file, Part::Value(at.to_key_path()), problem));
    }

    /// Reports a problem with a key.
    pub fn report_key(&mut self, at: Path<'_>, problem: impl Into<Problem>) {
        self.diagnostics.push(Diagnostic::new(self.file, Part::Key(at.to_key_path()), problem));
    }

    /// Reports that a key is missing from the map at `map`.
    pub fn missing(&mut self, map: Path<'_>, key: &str) {
        self.report_key(map.key(key), YamlProblem::MissingKey { key: key.to_owned() });
    }

    /// The value of a key; nothing when the key is not there.
    pub fn value<T: Value>(&mut self, at: Path<'_>, written: Option<&Written<T>>) -> Option<T> {
        let text = written?.text.trim();
        if text.is_empty() {
            self.report(at, YamlProblem::EmptyText);
            return None;
        }
        T::read(text).map_err(|problem| self.report_value(at, text, problem)).ok()
    }

    /// Reports a value that makes no sense; when a character that came along from a word
    /// processor is the reason, the character.
    fn report_value(&mut self, at: Path<'_>, text: &str, problem: Problem) {
        match unwanted_character(text) {
            Some((place, problem)) => {
                let part = Part::TextIn(at.to_key_path(), text.into(), place);
                self.diagnostics.push(Diagnostic::new(self.file, part, problem));
            }
            None => self.report(at, problem),
        }
    }

    /// The value of a key that must be there.
    pub fn required<T: Value>(
        &mut self,
        map: Path<'_>,
        key: &str,
        written: Option<&Written<T>>,
    ) -> Option<T> {
        if written.is_none() {
            self.missing(map, key);
        }
        self.value(map.key(key), written)
    }

    /// One value or several.
    pub fn list<T: Value>(&mut self, at: Path<'_>, written: Option<&OneOrMany<T>>) -> Vec<T> {
        let items = written.map_or(&[][..], |list| &list.0);
        items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| self.value(at.item(index), Some(item)))
            .collect()
    }

    /// The id of something in another file.
    pub fn reference<T: Named>(
        &mut self,
        kind: ReferenceKind,
        at: Path<'_>,
        written: Option<&Written<T>>,
    ) -> Option<T> {
        let named = self.value(at, written)?;
        if let Some((_, problem)) = unwanted_character(named.name()) {
            self.report_value(at, named.name(), problem);
            return None;
        }
        self.references.push(Reference {
            file: self.file.clone(),
            part: Part::Value(at.to_key_path()),
            kind,
            id: named.name().to_owned(),
        });
        Some(named)
    }

    /// The ids of things in other files.
    pub fn references(
        &mut self,
        kind: ReferenceKind,
        at: Path<'_>,
        written: Option<&OneOrMany<Id>>,
    ) -> Vec<Id> {
        let items = written.map_or(&[][..], |list| &list.0);
        let read = |(index, item)| self.reference(kind, at.item(index), Some(item));
        items.iter().enumerate().filter_map(read).collect()
    }

    /// An instant in a zone; of a day its beginning.
    pub fn instant(
        &mut self,
        at: Path<'_>,
        written: Option<&Written<When>>,
        zone: &TimeZone,
    ) -> Option<Zoned> {
        let when = self.value(at, written)?;
        when.at(zone).map_err(|problem| self.report(at, problem)).ok()
    }

    /// A text that shall be there in every language of the site.
    pub fn texts(&mut self, at: Path<'_>, texts: Option<&Texts>) -> Option<Translated<String>> {
        let texts = self.some_texts(at, texts)?;
        self.report_untranslated(at, &texts);
        Some(texts)
    }

    /// A name: written once, it holds in every language.
    pub fn name(&mut self, at: Path<'_>, texts: Option<&Texts>) -> Option<Translated<String>> {
        match texts? {
            Texts::Plain(text) => {
                let tag = self.config.default_language().tag();
                self.text(at, tag, text).map(Translated::name)
            }
            Texts::ByLanguage(_) => self.texts(at, texts),
        }
    }

    /// A name that must be there.
    pub fn required_name(
        &mut self,
        map: Path<'_>,
        key: &str,
        texts: Option<&Texts>,
    ) -> Option<Translated<String>> {
        if texts.is_none() {
            self.missing(map, key);
        }
        self.name(map.key(key), texts)
    }

    /// A text in one or more languages, whose translations may also stand in a file of their
    /// own: a title of a Markdown file.
    pub fn some_texts(
        &mut self,
        at: Path<'_>,
        texts: Option<&Texts>,
    ) -> Option<Translated<String>> {
        match texts? {
            Texts::Plain(text) => {
                let language = self.config.default_language().clone();
                self.text(at, language.tag(), text).map(Translated::only)
            }
            Texts::ByLanguage(texts) => self.by_language(at, texts),
        }
    }

    fn report_untranslated(&mut self, at: Path<'_>, texts: &Translated<String>) {
        let default = self.config.default_language();
        let languages = self.config.languages.iter();
        let missing: Vec<Language> =
            languages.filter(|language| texts.own(language, default).is_none()).cloned().collect();
        if !missing.is_empty() {
            self.report(at, Warning::Untranslated { languages: missing, is_file: false });
        }
    }

    /// A text that must be there.
    pub fn required_texts(
        &mut self,
        map: Path<'_>,
        key: &str,
        texts: Option<&Texts>,
    ) -> Option<Translated<String>> {
        if texts.is_none() {
            self.missing(map, key);
        }
        self.texts(map.key(key), texts)
    }

    /// A title of a Markdown file.
    pub fn required_title(&mut self, texts: Option<&Texts>) -> Option<Translated<String>> {
        if texts.is_none() {
            self.missing(Path::Top, "title");
        }
        self.some_texts(Path::Top.key("title"), texts)
    }

    /// A Markdown text in one or more languages.
    pub fn markdown(
        &mut self,
        at: Path<'_>,
        texts: Option<&Texts>,
    ) -> Option<Translated<Markdown>> {
        let plain = matches!(texts, Some(Texts::Plain(_)));
        let texts = self.texts(at, texts)?;
        let default_tag = self.config.default_language().tag().to_owned();
        let language = self.config.default_language().clone();
        let default = if plain {
            self.read_markdown(at, &texts.default, &language)
        } else {
            self.read_markdown(at.key(&default_tag), &texts.default, &language)
        };
        let others = texts
            .others
            .iter()
            .map(|(language, text)| {
                let markdown = self.read_markdown(at.key(language.tag()), text, language);
                (language.clone(), markdown)
            })
            .collect();
        Some(Translated { default, others, is_name: false })
    }

    /// A text in YAML stands on its page under an `h2`: »Worum es geht«.
    fn read_markdown(&mut self, at: Path<'_>, text: &str, language: &Language) -> Markdown {
        // YAML can write U+0000 as an escape.
        let text: Arc<str> = text.replace('\0', "\u{fffd}").into();
        let (markdown, found) = markdown::read(self.file, &text, 2);
        let part = |range| Part::TextIn(at.to_key_path(), Arc::clone(&text), range);
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
        for link in &markdown.links {
            if !matches!(link.target, Target::Elsewhere(_)) {
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

    /// A text in the language with a tag.
    fn text(&mut self, at: Path<'_>, tag: &str, text: &str) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            self.report(at, YamlProblem::EmptyText);
            return None;
        }
        if proofread::is_quoted_as_a_whole(text) {
            self.report(at, Warning::WholeTextInQuotes);
        }
        let mut kept: Option<Arc<str>> = None;
        for (range, problem) in self.proofread(tag, text) {
            let text = kept.get_or_insert_with(|| text.into());
            let part = Part::TextIn(at.to_key_path(), Arc::clone(text), range);
            self.diagnostics.push(Diagnostic::new(self.file, part, problem));
        }
        Some(text.to_owned())
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
        at: Path<'_>,
        texts: &[(String, String)],
    ) -> Option<Translated<String>> {
        let mut default = None;
        let mut others = Vec::new();
        let default_language = self.config.default_language().clone();
        for (tag, text) in texts {
            match self.language(at, tag) {
                Some(language) if language == default_language => {
                    default = Some(self.text(at.key(tag), tag, text)?);
                }
                Some(language) => {
                    if let Some(text) = self.text(at.key(tag), tag, text) {
                        others.push((language, text));
                    }
                }
                None => {}
            }
        }
        if default.is_none() && self.config.languages_known {
            let language = default_language.tag().to_owned();
            self.report_key(at, ValueProblem::NoDefaultLanguage { language });
        }
        default.map(|default| Translated { default, others, is_name: false })
    }

    fn language(&mut self, at: Path<'_>, tag: &str) -> Option<Language> {
        let language = match Language::read(tag) {
            Ok(language) => language,
            Err(problem) => {
                self.report_key(at.key(tag), problem);
                return None;
            }
        };
        if self.config.speaks(&language) {
            return Some(language);
        }
        self.report_key(at.key(tag), self.config.not_spoken(&language));
        None
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
