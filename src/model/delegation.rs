//! A visit of a delegation.

use super::consent::{self, Consent};
use super::shared::{self, Extras, Publication, Roles};
use crate::country::Country;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::place::SourcePath;
use crate::values::{Days, Decimal, DelegationStatus, Id, PlannedDate, Url};
use crate::yaml::key::{Form, Key, key};

/// The keys of its file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("title", Texts, "Name der Delegation.").german("Titel Überschrift Name").such_as(&["Delegation aus Mexiko"]).required(),
    key("countries", OneOrMany(&Country), "Länder, aus denen die Gäste kommen: zwei große Buchstaben.")
        .german("Land Länder").such_as(&["[EE, FI, PL, HU]"]).required(),
    key("start", PlannedDate, "Erster Tag. Solange er nicht feststeht: Monat, Quartal oder Jahr.")
        .german("Beginn Anfang Datum Tag von").such_as(&["2019-11-04", "2020-05", "2020-Q1"]).required(),
    key("end", PlannedDate, "Letzter Tag.").german("Ende bis").such_as(&["2019-11-08"]),
    shared::SUMMARY,
    shared::DESCRIPTION,
    shared::SECTORS,
    shared::ROLES,
    shared::CONTACT,
    key("status", Choice(DelegationStatus::WORDS), "planned: geplant · confirmed: findet statt · cancelled: abgesagt · postponed: verschoben. Dass ein Besuch läuft oder vorbei ist, folgt aus den Tagen."),
    key("seeks", Texts, "Was die Gäste suchen.").german("gesucht sucht").such_as(&["Zulieferer für den Fahrzeugbau"]),
    key("participants", List(&Keys(PARTICIPANT_KEYS)), "Wer teilnimmt. Gezeigt wird nur, wer zugestimmt hat.").german("Teilnehmer"),
    key("figures", List(&Keys(FIGURE_KEYS)), "Zahlen mit Jahr und Quelle.").german("Zahlen"),
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
const PARTICIPANT_KEYS: &[Key] = { use Form::*; &[
    key("organisation", Text, "Unternehmen oder Einrichtung.").german("Firma Unternehmen").required(),
    key("country", Country, "Land: zwei große Buchstaben.").german("Land").such_as(&["FI"]),
    key("sectors", OneOrMany(&Id), "Branchen: Schlüssel aus sectors.yaml.").german("Branche Branchen"),
    key("offers", Texts, "Was sie bietet.").german("bietet"),
    key("seeks", Texts, "Was sie sucht.").german("gesucht sucht"),
    key("url", Url, "Ihre Website.").german("Link Adresse Webseite Website"),
    consent::OF_PARTICIPANT,
] };

#[rustfmt::skip]
const FIGURE_KEYS: &[Key] = { use Form::*; &[
    key("label", Texts, "Was gezählt wird.").german("Bezeichnung").such_as(&["Handelsvolumen"]).required(),
    key("value", Decimal, "Die Zahl, mit Punkt statt Komma.").german("Wert").such_as(&["464"]).required(),
    key("unit", Texts, "Einheit.").german("Einheit").such_as(&["Mio. Euro"]),
    key("year", Number(-9999), "Für welches Jahr sie gilt.").german("Jahr").such_as(&["2018"]).required(),
    key("country", Country, "Für welches Land sie gilt.").german("Land").such_as(&["MX"]),
    key("source", Texts, "Woher sie kommt.").german("Quelle").such_as(&["Statistisches Landesamt"]).required(),
] };

/// A visit.
#[derive(Debug, Clone)]
pub struct DelegationRecord {
    /// The stem of its file: its id for ever.
    pub id: String,
    /// Its file.
    pub file: SourcePath,
    /// Its name.
    pub title: Translated<String>,
    /// The countries it comes from, in the order of the file.
    pub countries: Vec<&'static Country>,
    /// When it is.
    pub dates: VisitDates,
    /// One or two sentences.
    pub summary: Option<Translated<String>>,
    /// What it is about.
    pub description: Option<Translated<Markdown>>,
    /// Sectors it is about.
    pub sectors: Vec<Id>,
    /// Who does what.
    pub roles: Roles,
    /// Whom to ask.
    pub contact: Option<Id>,
    /// Whether it takes place.
    pub status: DelegationStatus,
    /// What the delegates look for.
    pub seeks: Option<Translated<String>>,
    /// Who takes part and has agreed to be named.
    pub participants: Vec<Participant>,
    /// Figures about its countries.
    pub figures: Vec<Figure>,
    /// Pictures, files and links.
    pub extras: Extras,
    /// When it was published and whether it is hidden.
    pub publication: Publication,
}

/// When a visit is, as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VisitDates {
    /// First and last day.
    Fixed(Days),
    /// Not fixed: a month, a quarter or a year.
    Open(PlannedDate),
}

impl DelegationRecord {
    /// Whether its days are fixed: only then is it in calendars.
    pub fn is_fixed(&self) -> bool {
        matches!(self.dates, VisitDates::Fixed(_))
    }
}

impl VisitDates {
    /// The days it is on, or can fall on.
    pub fn days(self) -> Days {
        match self {
            VisitDates::Fixed(days) => days,
            VisitDates::Open(planned) => planned.days(),
        }
    }
}

/// Somebody who takes part in a visit.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// Company or institution.
    pub organisation: String,
    /// Its country.
    pub country: Option<&'static Country>,
    /// Its sectors.
    pub sectors: Vec<Id>,
    /// What it offers.
    pub offers: Option<Translated<String>>,
    /// What it looks for.
    pub seeks: Option<Translated<String>>,
    /// Its site.
    pub url: Option<Url>,
    /// That it agreed to be named, and until when.
    pub consent: Consent,
}

/// A figure with its year and source.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is counted.
    pub label: Translated<String>,
    /// The number, as it was typed.
    pub value: Decimal,
    /// Its unit.
    pub unit: Option<Translated<String>>,
    /// The year it is about.
    pub year: i16,
    /// The country it is about.
    pub country: Option<&'static Country>,
    /// Where it comes from.
    pub source: Translated<String>,
}
