//! Turns what was typed into what it means, and reports what makes no sense at the key
//! that has it. One reader reads one file.

use std::ops::Range;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::basics::Basics;
use crate::composed::{composed, is_no_text};
use crate::diagnostic::Diagnostic;
use crate::gap;
use crate::markdown::{Link, Target};
use crate::model::{Reference, WrittenLink};
use crate::place::{KeyPath, SourcePath, Spot};
use crate::problem::{
    NumberWarning, Problem, ProseWarning, ReferenceKind, Shape, SiteWarning, YamlProblem,
};
use crate::values::{Days, Id, MediaFile, Value, When};
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
    /// Where its texts and keys link to; looked up when all pages are made.
    pub links: Vec<WrittenLink>,
    /// The days on which the event of the file begins and ends: they say which year a day in
    /// its texts is in.
    pub own_dates: Vec<Date>,
    /// The file as it was typed, where texts in its YAML are Markdown.
    pub typed: &'a str,
    /// Whether values may still be gaps, as in a draft.
    is_draft: bool,
}

impl<'a> Reader<'a> {
    /// A reader of a file.
    pub fn new(file: &'a SourcePath, basics: &'a Basics) -> Self {
        let (diagnostics, references, links) = (Vec::new(), Vec::new(), Vec::new());
        let (own_dates, typed, is_draft) = (Vec::new(), "", false);
        Reader { file, basics, diagnostics, references, links, own_dates, typed, is_draft }
    }

    /// A reader of a file whose YAML has texts in Markdown.
    pub fn of_text(file: &'a SourcePath, typed: &'a str, basics: &'a Basics) -> Self {
        Reader { typed, ..Reader::new(file, basics) }
    }

    /// The same reader, which knows whether the record with these keys is a draft.
    pub fn of_draft(&mut self, map: &Map) -> &mut Self {
        self.is_draft = map.text("draft").is_some_and(|draft| draft.trim() == "true");
        self
    }

    /// The same reader of a file in which values may be gaps.
    pub fn with_gaps(self) -> Self {
        Reader { is_draft: true, ..self }
    }

    /// The year in which a draft is written, when its beginning is still a gap: previews show it
    /// there.
    pub fn year_of_gap(&self, map: &Map) -> Option<Days> {
        let is_gap = gap::asked(map.text("start")?.trim()).is_some();
        let published = When::read(map.text("published")?.trim()).ok()?;
        let day = published.date();
        let year = Days { first: day.first_of_year(), last: day.last_of_year() };
        (self.is_draft && is_gap).then_some(year)
    }

    /// Reports a problem with a value.
    pub fn report(&mut self, at: KeyPath, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(self.file, Spot::Value(at), problem));
    }

    /// Reports a problem with a key.
    pub fn report_key(&mut self, at: KeyPath, problem: Problem) {
        self.diagnostics.push(Diagnostic::new(self.file, Spot::Key(at), problem));
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

    /// The value of a key; `None` when the key is not there.
    pub fn value<T: Value>(&mut self, map: &Map, key: &str) -> Option<T> {
        self.scalar(map.text(key)?, &|| map.at(key))
    }

    fn scalar<T: Value>(&mut self, text: &str, at: &dyn Fn() -> KeyPath) -> Option<T> {
        let text = text.trim();
        if text.is_empty() {
            self.report(at(), YamlProblem::EmptyText.into());
            return None;
        }
        if let Some(gap) = gap::asked(text) {
            let in_draft = || SiteWarning::Gap { gap: gap.clone() }.into();
            let problem =
                if self.is_draft { in_draft() } else { YamlProblem::GapInPublic { gap }.into() };
            self.report(at(), problem);
            return None;
        }
        self.report_controls(text, at);
        let value = T::read(&composed(text));
        let value = value.map_err(|problem| self.report_value(at(), text, problem)).ok()?;
        if let Some(url) = value.web_address() {
            self.collect_address(url, at());
        }
        Some(value)
    }

    /// Keeps an address on the web: it may be one of this site.
    fn collect_address(&mut self, url: &str, at: KeyPath) {
        self.links.push(WrittenLink {
            file: self.file.clone(),
            spot: Spot::Value(at),
            link: Link {
                target: Target::Elsewhere(url.to_owned()),
                range: 0..0,
                typed: url.to_owned(),
                is_picture: false,
            },
            language: self.basics.default_language.clone(),
        });
    }

    /// Reports characters that control a device: YAML can write them as escapes.
    pub(super) fn report_controls(&mut self, text: &str, at: &dyn Fn() -> KeyPath) {
        for (start, character) in invisible::breaks(text) {
            let part = Spot::TextIn(at(), text.into(), start..start + character.len_utf8());
            let problem: Problem = match is_no_text(character) {
                true => YamlProblem::InvisibleCharacter { character }.into(),
                false => ProseWarning::HiddenCharacter { character }.into(),
            };
            self.diagnostics.push(Diagnostic::new(self.file, part, problem));
        }
    }

    /// Reports a value that makes no sense; when a character that came along from a word
    /// processor is the reason, the character.
    pub(super) fn report_value(&mut self, at: KeyPath, text: &str, problem: Problem) {
        match unwanted_character(text) {
            Some((place, problem)) => {
                let part = Spot::TextIn(at, text.into(), place);
                self.diagnostics.push(Diagnostic::new(self.file, part, problem));
            }
            None => self.report(at, problem),
        }
    }

    /// Reports what is odd about a value as it was typed.
    pub fn doubt(&mut self, map: &Map, key: &str, of: impl Fn(&str) -> Option<NumberWarning>) {
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
        let read = |(n, text): (usize, &str)| match without_brackets::<T>(text) {
            Some(problem) => {
                self.report(map.item(key, n), problem);
                None
            }
            None => Some((n, self.scalar(text, &|| map.item(key, n))?)),
        };
        items.filter_map(read).collect()
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
            spot: Spot::Value(at()),
            kind,
            id: named.name().to_owned(),
        });
        Some(named)
    }

    /// As [`Reader::named`], of an id that is the end of a text: `delegations/mexiko-2019`.
    pub fn named_in<T: Named>(
        &mut self,
        kind: ReferenceKind,
        text: &str,
        id: &str,
        at: &dyn Fn() -> KeyPath,
    ) -> Option<T> {
        let named = self.named(kind, id, at)?;
        if let Some(reference) = self.references.last_mut() {
            let place = text.len() - id.len()..text.len();
            reference.spot = Spot::TextIn(at(), text.into(), place);
        }
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
}

/// Several values with commas between them, where a list has brackets.
fn without_brackets<T: Value>(text: &str) -> Option<Problem> {
    let is_value = |text: &str| T::read(&composed(text.trim())).is_ok();
    let are_several = text.contains(',') && !is_value(text) && text.split(',').all(is_value);
    let (expected, found, keys) = (Shape::List, Shape::Text, String::new());
    let suggestion = Some(format!("[{}]", text.trim()));
    are_several.then(|| YamlProblem::WrongShape { expected, found, keys, suggestion }.into())
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
