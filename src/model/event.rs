//! An event.

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::repeat::{self, Repeat};
use super::shared::{self, Extras, Publication, Roles, WebLink};
use crate::country::Country;
use crate::language::{Language, Translated};
use crate::markdown::Markdown;
use crate::model::venue::{self, VenueRef};
use crate::place::SourcePath;
use crate::values::{
    BuiltInKind, Currency, Days, Decimal, Email, EventStatus, HourOpen, Id, Phone,
    RegistrationState, Timetable, Url, When,
};
use crate::yaml::key::{Form, Key, key};

/// The keys of its file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("title", Texts, "Name der Veranstaltung.").german("Titel Überschrift Name")
        .such_as(&["Get-together mit der mexikanischen Delegation"]).required(),
    key("start", Time, "Beginn: Tag und Uhrzeit, oder nur der Tag.").german("Beginn Anfang Datum Tag von date day")
        .such_as(&["2019-09-24T15:00", "2019-09-24"]),
    key("end", Time, "Ende, in derselben Form wie der Beginn. Bei Tagen der letzte Tag.").german("Ende bis").such_as(&["2019-09-24T17:00"]),
    key("within", Days, "Statt `start` und `end`, solange der Tag nicht feststeht: der Zeitraum.").german("Zeitraum")
        .such_as(&["2019-11-04/2019-11-08"]),
    key("time", Choice(HourOpen::WORDS), "`open`: Der Tag steht fest, die Uhrzeit folgt.").german("Uhrzeit Zeit hour hours"),
    key("repeat", Keys(repeat::KEYS), "Wiederholung: Die Veranstaltung hat mehrere Termine; `start` ist der erste.").german("Wiederholung"),
    key("timezone", Zone, "Zeitzone, wenn es nicht die der Website ist.").german("Zeitzone").such_as(&["America/Mexico_City"]),
    shared::SUMMARY,
    shared::DESCRIPTION,
    key("kind", EventKind, "get-together: Treffen · company-visit: Unternehmensbesuch · congress: Kongress · matchmaking: Kooperationsgespräche · visit: anderer Besuch · online: nur im Internet; oder ein Schlüssel unter `kinds` in site.yaml.")
        .german("Art Typ"),
    key("delegations", OneOrMany(&Id), "Delegationen, die teilnehmen: die Dateinamen aus delegations/ ohne .yaml.")
        .german("Delegation Delegationen").such_as(&["[mexiko-2019]"]),
    key("countries", OneOrMany(&Country), "Länder, zusätzlich zu denen der Delegationen: zwei große Buchstaben.")
        .german("Land Länder").such_as(&["[MX]"]),
    shared::SECTORS,
    key("venue", IdOrKeys(venue::KEYS), "Ort: ein Schlüssel aus venues.yaml, oder der Ort selbst mit denselben Angaben wie dort.")
        .german("Ort Veranstaltungsort location").such_as(&["htw-dresden"]),
    key("online", Keys(shared::LINK_KEYS), "Zugang über das Internet."),
    shared::ROLES,
    shared::CONTACT,
    key("registration", Keys(REGISTRATION_KEYS), "Wie man sich anmeldet.").german("Anmeldung"),
    key("price", Keys(PRICE_KEYS), "Was die Teilnahme kostet.").german("Preis Kosten"),
    key("languages", OneOrMany(&Language), "Sprachen, die gesprochen werden.").german("Sprache Sprachen").such_as(&["[de, es]"]),
    key("interpretation", OneOrMany(&Language), "Sprachen, in die gedolmetscht wird.")
        .german("Dolmetschen Verdolmetschung").such_as(&["[es]"]),
    key("audience", Texts, "Für wen die Veranstaltung ist.").german("Zielgruppe").such_as(&["kleine und mittlere Unternehmen in Sachsen"]),
    key("status", Choice(EventStatus::WORDS), "planned: geplant · confirmed: findet statt · cancelled: abgesagt · postponed: verschoben, Termin offen · moved-online: findet online statt."),
    key("status_note", Texts, "Ein Satz dazu, zum Beispiel der Grund einer Absage.").german("Hinweis"),
    key("press", OneOrMany(&Id), "Pressemitteilungen dazu: die Dateinamen aus press/ ohne .md.")
        .german("Presse Pressemitteilung").such_as(&["[2019-09-23-mexiko]"]),
    shared::OWN_FIELDS,
    shared::IMAGE,
    shared::ATTACHMENTS,
    shared::LINKS,
    shared::PUBLISHED,
    shared::UPDATES,
    shared::EMBARGO,
    shared::DRAFT,
    shared::ALIASES,
] };

#[rustfmt::skip]
const REGISTRATION_KEYS: &[Key] = { use Form::*; &[
    key("required", YesOrNo, "Ob man sich anmelden muss.").german("Pflicht"),
    key("email", Email, "E-Mail-Adresse für Anmeldungen.").german("E-Mail Mail").such_as(&["anmeldung@example.org"]),
    key("phone", Phone, "Telefonnummer für Anmeldungen, mit Vorwahl.").german("Telefon Tel").such_as(&["+49 351 2138371"]),
    key("url", Url, "Adresse eines Anmeldeformulars.").german("Link Adresse Webseite Website"),
    key("opens", Time, "Ab wann man sich anmelden kann."),
    key("deadline", Time, "Anmeldeschluss. Ein Tag gilt bis zu seinem Ende.").german("Anmeldeschluss Frist").such_as(&["2019-09-20"]),
    key("capacity", Number(0), "Zahl der Plätze.").german("Plätze").such_as(&["40"]),
    key("state", Choice(RegistrationState::WORDS), "open: Plätze frei · few: wenige Plätze · waitlist: Warteliste · full: ausgebucht · closed: geschlossen.")
        .german("Stand"),
    key("note", Texts, "Was man bei der Anmeldung wissen oder angeben soll.").german("Hinweis Bemerkung"),
] };

#[rustfmt::skip]
const PRICE_KEYS: &[Key] = { use Form::*; &[
    key("amount", Money, "Betrag mit Punkt statt Komma; 0, wenn es nichts kostet.").german("Betrag").such_as(&["0"]),
    key("currency", Pattern("^[A-Z]{3}$"), "Währung: drei große Buchstaben.").german("Währung").such_as(&["EUR"]),
    key("note", Texts, "Erklärung dazu.").german("Hinweis Bemerkung").such_as(&["kostenneutral"]),
] };

/// What sort of event it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventKind {
    /// One that every site has.
    BuiltIn(BuiltInKind),
    /// One of the site's own, by its key under `kinds` in site.yaml.
    Own(String),
}

impl EventKind {
    /// The word in content files.
    pub fn word(&self) -> &str {
        match self {
            EventKind::BuiltIn(kind) => kind.word(),
            EventKind::Own(key) => key,
        }
    }

    /// Whether it is only on the network.
    pub fn is_online(&self) -> bool {
        *self == EventKind::BuiltIn(BuiltInKind::Online)
    }
}

/// An event.
#[derive(Debug, Clone)]
pub struct EventRecord {
    /// The stem of its file: its id for ever.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its name.
    pub title: Translated<String>,
    /// When it is; of a series its first date.
    pub timetable: Timetable,
    /// The further dates, if it is a series.
    pub repeat: Option<Repeat>,
    /// The zone in which its times are meant.
    pub timezone: TimeZone,
    /// Whether the file says so; else it is that of the site.
    pub has_own_zone: bool,
    /// One or two sentences.
    pub summary: Option<Translated<String>>,
    /// What it is about.
    pub description: Option<Translated<Markdown>>,
    /// What sort of event it is.
    pub kind: Option<EventKind>,
    /// Delegations that take part.
    pub delegations: Vec<Id>,
    /// Countries it is about, besides those of its delegations.
    pub countries: Vec<&'static Country>,
    /// Sectors it is about, besides those of its delegations.
    pub sectors: Vec<Id>,
    /// Where it is.
    pub venue: Option<VenueRef>,
    /// Where it is on the network.
    pub online: Option<WebLink>,
    /// Who does what.
    pub roles: Roles,
    /// Whom to ask.
    pub contact: Option<Id>,
    /// How to register.
    pub registration: Option<Registration>,
    /// What it costs.
    pub price: Option<Price>,
    /// Languages spoken.
    pub languages: Vec<Language>,
    /// Languages interpreted.
    pub interpretation: Vec<Language>,
    /// For whom it is.
    pub audience: Option<Translated<String>>,
    /// Whether it takes place.
    pub status: EventStatus,
    /// What to know about that.
    pub status_note: Option<Translated<String>>,
    /// Releases about it.
    pub press: Vec<Id>,
    /// Pictures, files and links.
    pub extras: Extras,
    /// When it was published and whether it is hidden.
    pub publication: Publication,
}

/// How to register.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Whether one must.
    pub required: Option<bool>,
    /// Where to write.
    pub email: Option<Email>,
    /// Where to call.
    pub phone: Option<Phone>,
    /// A form elsewhere.
    pub url: Option<Url>,
    /// From when on.
    pub opens: Option<Zoned>,
    /// Until when, as the last instant that still counts as in time.
    pub deadline: Option<Deadline>,
    /// How many places there are.
    pub capacity: Option<u32>,
    /// How many places are left, as the editor says.
    pub state: RegistrationState,
    /// What else to know.
    pub note: Option<Translated<String>>,
}

/// A deadline: as it was written, and the instant from which it is over.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    /// A day, or a time.
    pub written: When,
    /// Over from this instant on; a day lasts to its end.
    pub over: Zoned,
}

impl Deadline {
    /// The last day on which one can register, in the zone of the event. A deadline at midnight
    /// ends the day before.
    pub fn last_day(&self) -> Date {
        match self.written {
            When::Day(day) => day,
            When::Time(..) if self.over.time() == Time::midnight() => {
                self.over.date().yesterday().unwrap_or(self.over.date())
            }
            When::Time(..) => self.over.date(),
        }
    }

    /// As it was typed: `2019-09-20`, `2019-09-20T12:00`.
    pub fn written_text(&self) -> String {
        match self.written {
            When::Day(day) => day.to_string(),
            When::Time(time, _) => time.strftime("%Y-%m-%dT%H:%M").to_string(),
        }
    }
}

/// What it costs to take part.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// The amount.
    pub amount: Option<Decimal>,
    /// Its currency.
    pub currency: Option<Currency>,
    /// What to know about that.
    pub note: Option<Translated<String>>,
}

impl EventRecord {
    /// Its status with its dates: a series of which every date is cancelled is cancelled.
    pub fn overall_status(&self) -> EventStatus {
        match self.repeat.as_ref().is_some_and(Repeat::is_called_off) {
            true => EventStatus::Cancelled,
            false => self.status,
        }
    }

    /// When it takes place: the dates of a series that are not cancelled, in their order.
    pub fn dates(&self) -> impl Iterator<Item = &Timetable> {
        let single = self.repeat.is_none().then_some(&self.timetable);
        single.into_iter().chain(self.repeat.iter().flat_map(Repeat::held))
    }

    /// The date to show at an instant: the next one, or one that is under way, else the last.
    pub fn date_at(&self, now: Timestamp) -> &Timetable {
        self.next(self.dates(), now)
    }

    /// As [`EventRecord::date_at`], of the dates in a year.
    pub fn date_in(&self, year: i16, now: Timestamp) -> &Timetable {
        self.next(self.dates().filter(|date| date.days().first.year() == year), now)
    }

    fn next<'t>(
        &'t self,
        dates: impl Iterator<Item = &'t Timetable>,
        now: Timestamp,
    ) -> &'t Timetable {
        let mut shown = &self.timetable;
        for date in dates {
            shown = date;
            if date.over(&self.timezone).is_none_or(|over| now < over) {
                break;
            }
        }
        shown
    }

    /// The instant from which it counts as past: its last date is over.
    pub fn over(&self) -> Option<Timestamp> {
        self.dates().filter_map(|date| date.over(&self.timezone)).max()
    }

    /// The first and the last day it touches in its zone.
    pub fn days(&self) -> Days {
        let days = self.dates().map(Timetable::days);
        let join =
            |a: Days, b: Days| Days { first: a.first.min(b.first), last: a.last.max(b.last) };
        days.reduce(join).unwrap_or_else(|| self.timetable.days())
    }

    /// The years in which it has dates, in their order.
    pub fn years(&self) -> impl Iterator<Item = i16> {
        let mut last = None;
        let years = self.dates().map(|date| date.days().first.year());
        years.filter(move |year| last.replace(*year) != Some(*year))
    }
}
