//! What each item is found by: its title, what it says in short, its places, names and dates, and
//! the words of its texts. What is not translated is found by the original, as lists show it.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use super::fold::{fold, words};
use crate::country::Country;
use crate::dates::Dates;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::model::delegation::VisitDates;
use crate::model::shared::{Extras, Publication, Roles};
use crate::model::venue::Venue;
use crate::site::{Delegation, Event, Findable, Release, Site};
use crate::values::{Days, Id, PlannedDate, Timetable};

/// Of a longer time each month is found, and not each day.
const MOST_DAYS: i32 = 31;

/// The most months of a longer time.
const MOST_MONTHS: usize = 24;

/// Where in an item a term stands; the first counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In its title.
    Title,
    /// In its summary, its lead.
    Summary,
    /// In its places, names, countries, sectors, dates.
    Other,
    /// In its texts.
    Text,
}

/// Words that are in every text and that nobody looks for: »und«, »der«.
pub type SmallWords = HashSet<String>;

/// The small words of the language of a site.
pub fn small_words(site: &Site) -> SmallWords {
    site.strings.get("search.small_words").split_whitespace().map(fold).collect()
}

/// The terms of an item, each with the best field it stands in.
#[derive(Debug)]
pub struct Document<'s> {
    site: &'s Site<'s>,
    small: &'s SmallWords,
    /// The terms. Beside words there are dates (`2019-09-24`, of a month `2019-09-`) and what an
    /// item can be filtered by (`:country:mx`).
    pub terms: HashMap<String, Field>,
}

impl<'s> Document<'s> {
    /// What an item is found by.
    pub fn of(site: &'s Site<'s>, small: &'s SmallWords, item: Findable) -> Self {
        let mut document = Document { site, small, terms: HashMap::new() };
        match item {
            Findable::Event(number) => document.event(site.event(number)),
            Findable::Delegation(number) => document.visit(site.delegation(number)),
            Findable::Release(number) => document.release(site.release(number)),
            Findable::Page(number) => document.page(number),
        }
        document
    }

    fn event(&mut self, event: &'s Event) {
        self.kind("event", &["events.title"]);
        self.title(&event.title);
        self.say(Field::Summary, event.summary.as_ref());
        if let Some(kind) = &event.kind {
            self.text(Field::Other, self.site.kind_name(kind));
        }
        for occurrence in self.site.occurrences(event) {
            self.times(occurrence.date);
            occurrence.venue.into_iter().for_each(|venue| self.venue(venue));
            if occurrence.is_online() {
                self.interface("events.online");
                let label = occurrence.online.and_then(|online| online.label.as_ref());
                self.say(Field::Other, label);
            }
            if occurrence.is_called_off() {
                let status = format!("events.status.{}", occurrence.status.word());
                self.interface(&status);
            }
            self.say(Field::Text, occurrence.note);
        }
        self.years(event.years());
        self.topics(&event.countries, &event.sectors);
        self.roles(&event.roles);
        self.contact(event.contact.as_ref());
        self.say(Field::Other, event.audience.as_ref());
        self.prose(event.description.as_ref());
        let registration = event.registration.as_ref();
        self.say(Field::Text, registration.and_then(|registration| registration.note.as_ref()));
        self.say(Field::Text, event.price.as_ref().and_then(|price| price.note.as_ref()));
        self.changes(&event.publication);
        self.extras(&event.extras);
    }

    fn visit(&mut self, visit: &'s Delegation) {
        self.kind("delegation", &["delegations.title", "delegations.label"]);
        self.title(&visit.title);
        self.say(Field::Summary, visit.summary.as_ref());
        self.say(Field::Summary, visit.seeks.as_ref());
        match visit.dates {
            VisitDates::Fixed(days) => self.days(days),
            VisitDates::Open(PlannedDate::Day(day)) => self.days(Days { first: day, last: day }),
            VisitDates::Open(planned) => {
                self.months(planned.days());
                if let PlannedDate::Quarter(_, quarter) = planned {
                    self.text(Field::Other, &Dates(&self.site.strings).visit(visit.dates));
                    self.term(format!("q{quarter}"), Field::Other);
                }
            }
        }
        let days = visit.dates.days();
        self.years(days.first.year()..=days.last.year());
        self.topics(&visit.countries, &visit.sectors);
        self.roles(&visit.roles);
        self.contact(visit.contact.as_ref());
        for participant in &visit.participants {
            self.text(Field::Other, &participant.organisation);
            self.say(Field::Other, participant.offers.as_ref());
            self.say(Field::Other, participant.seeks.as_ref());
        }
        self.prose(visit.description.as_ref());
        for figure in &visit.figures {
            self.say(Field::Text, Some(&figure.label));
        }
        self.changes(&visit.publication);
        self.extras(&visit.extras);
    }

    fn release(&mut self, release: &'s Release) {
        self.kind("press", &["press.title", "press.label"]);
        self.title(&release.title);
        self.say(Field::Summary, release.subtitle.as_ref());
        self.say(Field::Summary, release.lead.as_ref());
        self.say(Field::Other, release.place.as_ref());
        self.days(Days { first: release.date, last: release.date });
        self.years([release.date.year()]);
        self.topics(&release.countries, &release.sectors);
        self.contact(release.contact.as_ref());
        self.prose(Some(&release.body));
        self.changes(&release.publication);
        self.extras(&release.extras);
    }

    fn page(&mut self, number: usize) {
        self.kind("page", &[]);
        let Some(page) = self.site.pages.get(number) else { return };
        self.title(&page.title);
        self.say(Field::Summary, page.description.as_ref());
        self.prose(Some(&page.body));
    }

    fn term(&mut self, term: String, field: Field) {
        let best = self.terms.entry(term).or_insert(field);
        *best = field.min(*best);
    }

    /// Single letters are in every text too.
    fn text(&mut self, field: Field, text: &str) {
        words(text, |word| {
            let is_letter = word.len() == 1 && !word.starts_with(|c: char| c.is_ascii_digit());
            if !is_letter && !self.small.contains(&word) {
                self.term(word, field);
            }
        });
    }

    /// A title that has nothing but small words is found by them.
    fn title(&mut self, title: &Translated<String>) {
        let title = title.get(&self.site.language);
        let before = self.terms.len();
        self.text(Field::Title, title);
        if self.terms.len() == before {
            words(title, |word| self.term(word, Field::Title));
        }
    }

    fn say(&mut self, field: Field, text: Option<&Translated<String>>) {
        if let Some(text) = text {
            self.text(field, text.get(&self.site.language));
        }
    }

    fn prose(&mut self, text: Option<&Translated<Markdown>>) {
        if let Some(text) = text {
            let plain = text.get(&self.site.language).plain(|_| String::new());
            self.text(Field::Text, &plain);
        }
    }

    fn interface(&mut self, key: &str) {
        self.text(Field::Other, self.site.strings.get(key));
    }

    /// What it can be filtered by.
    fn facet(&mut self, name: &str, value: &str) {
        self.term(format!(":{name}:{value}"), Field::Other);
    }

    fn kind(&mut self, kind: &str, names: &[&str]) {
        self.facet("kind", kind);
        names.iter().for_each(|name| self.interface(name));
    }

    fn years(&mut self, years: impl IntoIterator<Item = i16>) {
        years.into_iter().for_each(|year| self.facet("year", &year.to_string()));
    }

    /// Countries with their codes and their names in all languages of the site; a name that is a
    /// small word elsewhere is none here.
    fn topics(&mut self, countries: &[&'static Country], sectors: &[Id]) {
        for country in countries {
            let code = country.code.to_lowercase();
            self.facet("country", &code);
            self.term(code, Field::Other);
            self.term(country.alpha3.to_lowercase(), Field::Other);
            for language in &self.site.config.languages {
                self.text(Field::Other, country.name(language.tag()));
            }
            country.other_names().for_each(|name| self.text(Field::Other, name));
        }
        for key in sectors {
            self.facet("sector", &key.0);
            let sector = self.site.sectors.get(&key.0);
            self.say(Field::Other, sector.map(|sector| &sector.name));
        }
    }

    fn venue(&mut self, venue: &'s Venue) {
        self.say(Field::Other, Some(&venue.name));
        for text in [&venue.room, &venue.street, &venue.city] {
            self.say(Field::Other, text.as_ref());
        }
        self.text(Field::Other, venue.postcode.as_deref().unwrap_or_default());
        self.say(Field::Text, venue.directions.as_ref());
    }

    fn roles(&mut self, roles: &Roles) {
        for key in roles.each().into_iter().flat_map(|(_, keys)| keys) {
            let Some(organisation) = self.site.organisations.get(&key.0) else { continue };
            self.say(Field::Other, Some(&organisation.name));
            self.say(Field::Other, organisation.short.as_ref());
        }
    }

    fn contact(&mut self, key: Option<&Id>) {
        let contact = key.and_then(|key| self.site.contact(key));
        self.say(Field::Other, contact.map(|contact| &contact.name));
    }

    fn changes(&mut self, publication: &Publication) {
        for update in &publication.updates {
            self.say(Field::Text, update.note.as_ref());
        }
    }

    fn extras(&mut self, extras: &Extras) {
        for image in &extras.images {
            self.say(Field::Text, image.alt.as_ref());
        }
        for attachment in &extras.attachments {
            self.say(Field::Text, Some(&attachment.title));
        }
        for link in &extras.links {
            self.say(Field::Text, link.label.as_ref());
        }
        for field in &extras.own_fields {
            self.say(Field::Text, Some(&field.text));
        }
    }

    fn times(&mut self, date: &Timetable) {
        match date {
            Timetable::Within(days) => {
                self.months(*days);
                self.ends(*days);
            }
            other => self.days(other.days()),
        }
    }

    fn days(&mut self, days: Days) {
        if (days.last - days.first).get_days() >= MOST_DAYS {
            self.months(days);
            self.ends(days);
        }
        let all = days.first.series(jiff::Span::new().days(1));
        for day in all.take_while(|day| *day <= days.last).take(MOST_DAYS.unsigned_abs() as usize) {
            self.term(day.to_string(), Field::Other);
        }
    }

    /// The days that the site prints of a longer time.
    fn ends(&mut self, days: Days) {
        self.term(days.first.to_string(), Field::Other);
        self.term(days.last.to_string(), Field::Other);
    }

    fn months(&mut self, days: Days) {
        let first = Date::new(days.first.year(), days.first.month(), 1).unwrap_or(days.first);
        let all = first.series(jiff::Span::new().months(1));
        for month in all.take_while(|month| *month <= days.last).take(MOST_MONTHS) {
            self.term(month.strftime("%Y-%m-").to_string(), Field::Other);
        }
    }
}
