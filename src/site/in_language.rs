//! The programme in one language: what it is called there, where it is, and what comes first.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

use super::{CountryEntry, Programme, SectorEntry};
use crate::country::Country;
use crate::diagnostic::Diagnostic;
use crate::language::{Language, Translated};
use crate::model::config::{Config, PATHS};
use crate::model::event::{EventKind, EventRecord, Registration};
use crate::model::registry::RegistryKind;
use crate::place::{SourcePath, Spot, Step};
use crate::problem::ValueProblem;
use crate::route::{PathWords, Routes};
use crate::strings::Strings;
use crate::values::Phone;

/// The programme in one language. It has all that [`Programme`] has.
#[derive(Debug)]
pub struct Site<'p> {
    /// What is the same in every language.
    pub programme: &'p Programme,
    /// The language.
    pub language: Language,
    /// Interface texts in it.
    pub strings: Arc<Strings>,
    /// Where everything is in it.
    pub routes: Routes,
    /// Where everything is in the default language: what is not translated is read there.
    pub originals: Routes,
    /// Countries that something public refers to, by name.
    pub countries_by_name: Vec<&'p CountryEntry>,
    /// Sectors that something public refers to, by name.
    pub sectors_by_name: Vec<&'p SectorEntry>,
    /// Whether it has a search: every page asks, and the answer needs all old addresses.
    pub(super) search: OnceLock<bool>,
}

impl Deref for Site<'_> {
    type Target = Programme;

    fn deref(&self) -> &Programme {
        self.programme
    }
}

impl<'p> Site<'p> {
    /// The programme in each of its languages, the default first. `strings` are in that order;
    /// `base_url` is where the site will be served from, with a `/` at the end.
    pub fn in_every_language(
        programme: &'p Programme,
        strings: Vec<Arc<Strings>>,
        base_url: &str,
    ) -> Vec<Site<'p>> {
        let languages = programme.config.languages.iter();
        let words = languages.zip(&strings).map(|(language, strings)| {
            (language.clone(), path_words(&programme.config, language, strings))
        });
        let routes = Routes::new(base_url, words.collect());
        let languages = programme.config.languages.iter();
        languages
            .zip(strings)
            .map(|(language, strings)| Site::new(programme, strings, &routes, language))
            .collect()
    }

    fn new(
        programme: &'p Programme,
        strings: Arc<Strings>,
        originals: &Routes,
        language: &Language,
    ) -> Self {
        let order = strings.cldr();
        let name = |entry: &CountryEntry| entry.country.name(language.tag());
        let mut countries: Vec<&CountryEntry> = programme.countries.iter().collect();
        countries.sort_by(|a, b| order.compare(name(a), name(b)));
        let name = |entry: &SectorEntry| {
            let sector = programme.sectors.get(&entry.key);
            sector.map_or("", |sector| sector.name.get(language).as_str())
        };
        let mut sectors: Vec<&SectorEntry> = programme.sector_entries.iter().collect();
        sectors.sort_by(|a, b| order.compare(name(a), name(b)));
        Site {
            programme,
            language: language.clone(),
            strings,
            routes: originals.to(language),
            originals: originals.clone(),
            countries_by_name: countries,
            sectors_by_name: sectors,
            search: OnceLock::new(),
        }
    }

    /// Whether its language is the one that all texts have.
    pub fn is_default(&self) -> bool {
        self.language == *self.config.default_language()
    }

    /// The name of a language, in the language of the site: »Deutsch«, »Deutsch (Schweiz)«; by
    /// the theme, else by CLDR, else its tag.
    pub fn language_name<'s>(&'s self, tag: &'s str) -> Cow<'s, str> {
        let key = format!("languages.{tag}");
        if self.strings.has(&key) {
            return Cow::Borrowed(self.strings.get(&key));
        }
        self.cldr_name(tag).unwrap_or(Cow::Borrowed(tag))
    }

    /// As CLDR composes it: the name of as much of the tag as has one, then script and region.
    fn cldr_name(&self, tag: &str) -> Option<Cow<'_, str>> {
        let cldr = self.strings.cldr();
        let ends = tag.match_indices('-').map(|(at, _)| at).chain([tag.len()]);
        let ends: Vec<usize> = ends.collect();
        let (name, rest) = ends.iter().rev().find_map(|end| {
            let (begin, rest) = tag.split_at_checked(*end)?;
            Some((cldr.language_name(begin)?, rest))
        })?;
        if rest.is_empty() {
            return Some(Cow::Borrowed(name));
        }
        let parts = rest.split('-').filter(|part| !part.is_empty()).map(|part| {
            let country = || Country::by_code(part).map(|it| it.name(self.language.tag()));
            cldr.script_name(part).or_else(country)
        });
        let parts: Option<Vec<&str>> = parts.collect();
        Some(Cow::Owned(format!("{name} ({})", parts?.join(", "))))
    }

    /// Spoken languages that have no name: readers would see the tag.
    pub fn unnamed_languages(&self) -> Vec<Diagnostic> {
        let is_unnamed = |tag: &str| self.language_name(tag) == tag;
        let mut found = Vec::new();
        let mut look = |file: &SourcePath, path: &[&str], languages: &[Language]| {
            let unnamed = languages.iter().enumerate().filter(|(_, it)| is_unnamed(it.tag()));
            found.extend(unnamed.map(|(number, language)| {
                let keys = path.iter().map(|key| Step::Key((*key).to_owned()));
                let spot = Spot::Value(keys.chain([Step::Item(number)]).collect());
                let tag = language.tag().to_owned();
                Diagnostic::new(file, spot, ValueProblem::LanguageWithoutName { tag })
            }));
        };
        for event in &self.events {
            look(&event.file, &["languages"], &event.languages);
            look(&event.file, &["interpretation"], &event.interpretation);
        }
        let contacts: SourcePath = RegistryKind::Contact.file().into();
        for (key, contact) in &self.contacts {
            look(&contacts, &[key, "languages"], &contact.languages);
        }
        found
    }

    /// What a kind of event is called, as site.yaml says; `None` of one that the theme names.
    pub fn own_name(&self, kind: &EventKind) -> Option<&'p Translated<String>> {
        let kinds = self.programme.config.kinds.iter();
        kinds.filter(|(key, _)| key == kind.word()).map(|(_, name)| name).next()
    }

    /// What a kind of event is called: as site.yaml says, else the theme.
    pub fn kind_name(&self, kind: &EventKind) -> &str {
        match self.own_name(kind) {
            Some(name) => name.get(&self.language),
            None => self.strings.get(&format!("events.kind.{}", kind.word())),
        }
    }

    /// A text in the language of the site, and nothing in its stead.
    pub fn own<'t, T>(&self, texts: &'t Translated<T>) -> Option<&'t T> {
        texts.own(&self.language, self.config.default_language())
    }

    /// The language that a text is shown in.
    pub fn language_of<T>(&self, text: &Translated<T>) -> &Language {
        match self.own(text) {
            Some(_) => &self.language,
            None => self.config.default_language(),
        }
    }

    /// The routes to something that an editor wrote as a whole: to its translation, or to the
    /// original when there is none.
    pub fn routes_to<T>(&self, texts: &Translated<T>) -> &Routes {
        if self.own(texts).is_some() { &self.routes } else { &self.originals }
    }

    /// How one can register for an event. Where there is a form, the address of the contact is
    /// not for registrations.
    pub fn ways_to_register<'s>(
        &'s self,
        event: &'s EventRecord,
        registration: &'s Registration,
    ) -> RegistrationWays<'s> {
        let contact = event.contact.as_ref().and_then(|key| self.contact(key));
        let contact_email = contact.and_then(|contact| contact.email.as_ref());
        let has_form = registration.url.is_some();
        let email = registration.email.as_ref().or(contact_email.filter(|_| !has_form));
        RegistrationWays {
            name: contact.map(|contact| contact.name.get(&self.language).as_str()),
            email: email.map(|email| email.0.as_str()),
            phone: registration.phone.as_ref().or(contact.and_then(|c| c.phone.as_ref())),
            url: registration.url.as_ref().map(|url| url.0.as_str()),
        }
    }
}

/// How one can register.
#[derive(Debug, Clone, Copy)]
pub struct RegistrationWays<'s> {
    /// With whom.
    pub name: Option<&'s str>,
    /// Where to write.
    pub email: Option<&'s str>,
    /// Where to call.
    pub phone: Option<&'s Phone>,
    /// A form elsewhere.
    pub url: Option<&'s str>,
}

/// The words in URLs: those of site.yaml, else the theme's.
fn path_words(config: &Config, language: &Language, strings: &Strings) -> PathWords {
    let word = |name: &str| {
        let own = config.paths.iter().find(|(key, _)| key == name);
        // A word that site.yaml has only in the default language is none for another.
        let own = own.and_then(|(_, words)| words.own(language, config.default_language()));
        own.cloned().unwrap_or_else(|| strings.get(&format!("paths.{name}")).to_owned())
    };
    let [events, delegations, press, countries, sectors, kinds, subscribe, changes, search] =
        PATHS.map(|key| word(key.name));
    PathWords { events, delegations, press, countries, sectors, kinds, subscribe, changes, search }
}
