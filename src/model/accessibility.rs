//! The accessibility statement as data: what Implementing Decision (EU) 2018/1523 wants said, each
//! part for itself. Its sentences are the theme's. A part that is not there is a gap.

use jiff::civil::Date;

use super::{Reference, WrittenLink};
use crate::language::Translated;
use crate::place::{KeyPath, SourcePath};
use crate::values::{Assessment, BarrierReason, Compliance, Email, Id, NormVersion, Phone, Url};
use crate::yaml::key::{Form, Key, key};

/// The name of the file below `content/`.
pub const NAME: &str = "accessibility.yaml";

/// What its page is called, and its part of the address, in languages that are known here.
pub const PAGE: [(&str, &str, &str); 3] = [
    ("de", "Erklärung zur Barrierefreiheit", "barrierefreiheit"),
    ("en", "Accessibility statement", "accessibility"),
    ("es", "Declaración de accesibilidad", "accesibilidad"),
];

/// The standard that is presumed to be enough (Implementing Decision (EU) 2018/2048).
pub const STANDARD: &str = "EN 301 549";

/// The keys of the file.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("body", Texts, "Die öffentliche Stelle, mit Artikel, wie der Satz beginnt.").german("Stelle Name").such_as(&["Die Wirtschaftsförderung Sachsen GmbH"]),
    key("law", Texts, "Das Gesetz, nach dem sie dazu verpflichtet ist, im dritten Fall: »im Einklang mit …«.").german("Gesetz").such_as(&["dem Barrierefreie-Websites-Gesetz"]),
    key("scope", Texts, "Wofür die Erklärung gilt: »Diese Erklärung gilt für …«.").german("Geltungsbereich").such_as(&["die Website bba.example.org"]),
    key("standard", Text, "Die Norm, an der gemessen wird; üblich ist EN 301 549.").german("Norm").such_as(&["EN 301 549"]),
    key("version", Choice(NormVersion::WORDS), "Welche Fassung der Norm gilt.").german("Fassung Version"),
    key("status", Choice(Compliance::WORDS), "full: vollständig · partial: teilweise · none: nicht mit den Anforderungen vereinbar.").german("Stand"),
    key("barriers", List(&Keys(BARRIER_KEYS)), "Was nicht barrierefrei ist.").german("Barriere Barrieren"),
    key("method", Choice(Assessment::WORDS), "self-assessment: Selbstbewertung · third-party: Bewertung durch Dritte.").german("Methode"),
    key("method_note", Texts, "Wie geprüft wurde: ein oder zwei Sätze."),
    key("report", Url, "Adresse des Prüfberichts.").german("Bericht").such_as(&["https://www.example.org/pruefbericht.pdf"]),
    key("created", Day, "Tag, an dem die Erklärung erstellt wurde.").german("erstellt").such_as(&["2026-11-02"]),
    key("reviewed", Day, "Tag, an dem sie zuletzt überprüft wurde; mindestens einmal im Jahr.").german("geprüft überprüft").such_as(&["2027-10-04"]),
    key("feedback", Keys(FEEDBACK_KEYS), "Wo man Barrieren meldet.").german("Kontakt Rückmeldung"),
    key("enforcement", Keys(ENFORCEMENT_KEYS), "An wen man sich wendet, wenn die Antwort nicht hilft.").german("Durchsetzung Schlichtung"),
] };

#[rustfmt::skip]
const BARRIER_KEYS: &[Key] = { use Form::*; &[
    key("what", Texts, "Welcher Inhalt nicht barrierefrei ist: ein Satz.").german("was Inhalt").such_as(&["Der Film vom Empfang hat keine Untertitel."]).required(),
    key("reason", Choice(BarrierReason::WORDS), "non-compliance: Unvereinbarkeit · disproportionate-burden: unverhältnismäßige Belastung · out-of-scope: fällt nicht unter das Gesetz.").german("Grund").required(),
    key("alternative", Texts, "Ein anderer Weg zum Inhalt: ein Satz."),
    key("planned", Day, "Tag, bis zu dem die Barriere weg sein soll.").german("geplant bis").such_as(&["2027-06-30"]),
] };

#[rustfmt::skip]
const FEEDBACK_KEYS: &[Key] = { use Form::*; &[
    key("contact", Id, "Wer antwortet: ein Schlüssel aus contacts.yaml.").german("Kontakt Ansprechpartner"),
    key("email", Email, "E-Mail-Adresse, wenn es keinen solchen Kontakt gibt.").german("Mail"),
    key("phone", Phone, "Telefonnummer.").german("Telefon"),
    key("url", Url, "Adresse eines Formulars.").german("Link Adresse"),
    key("note", Texts, "Ein Satz dazu, etwa bis wann Sie antworten.").german("Hinweis"),
] };

#[rustfmt::skip]
const ENFORCEMENT_KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Name der Durchsetzungsstelle.").german("Name Stelle").required(),
    key("address", Texts, "Anschrift in einer Zeile.").german("Anschrift Adresse"),
    key("email", Email, "E-Mail-Adresse.").german("Mail"),
    key("phone", Phone, "Telefonnummer.").german("Telefon"),
    key("url", Url, "Webadresse.").german("Link"),
    key("note", Texts, "Wie das Verfahren abläuft und was es kostet.").german("Hinweis Verfahren"),
] };

/// The statement.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Its file.
    pub file: SourcePath,
    /// The public sector body, as the subject of a sentence.
    pub body: Option<Translated<String>>,
    /// The law that transposes Directive (EU) 2016/2102.
    pub law: Option<Translated<String>>,
    /// What it applies to.
    pub scope: Option<Translated<String>>,
    /// The standard.
    pub standard: String,
    /// Its version.
    pub version: NormVersion,
    /// How far the site complies.
    pub status: Option<Compliance>,
    /// What is not accessible.
    pub barriers: Vec<Barrier>,
    /// Who assessed it.
    pub method: Option<Assessment>,
    /// How.
    pub method_note: Option<Translated<String>>,
    /// The report of the assessment.
    pub report: Option<Url>,
    /// When it was prepared.
    pub created: Option<Date>,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
    /// Where the later of both days stands.
    pub dated_at: KeyPath,
    /// Where barriers are reported.
    pub feedback: Option<Feedback>,
    /// Who enforces.
    pub enforcement: Option<Enforcement>,
    /// What it names by id.
    pub references: Vec<Reference>,
    /// Addresses in it.
    pub links: Vec<WrittenLink>,
}

/// Something that is not accessible.
#[derive(Debug, Clone)]
pub struct Barrier {
    /// What.
    pub what: Translated<String>,
    /// Why.
    pub reason: BarrierReason,
    /// Another way to the content.
    pub alternative: Option<Translated<String>>,
    /// The day on which it shall be gone.
    pub planned: Option<Date>,
}

/// Where barriers are reported.
#[derive(Debug, Clone)]
pub struct Feedback {
    /// A key of contacts.yaml.
    pub contact: Option<Id>,
    /// An address.
    pub email: Option<Email>,
    /// A number.
    pub phone: Option<Phone>,
    /// A form.
    pub url: Option<Url>,
    /// A sentence about it.
    pub note: Option<Translated<String>>,
}

/// The body that enforces the rules.
#[derive(Debug, Clone)]
pub struct Enforcement {
    /// Its name.
    pub name: Translated<String>,
    /// Its address in one line.
    pub address: Option<Translated<String>>,
    /// Its mail address.
    pub email: Option<Email>,
    /// Its number.
    pub phone: Option<Phone>,
    /// Its site.
    pub url: Option<Url>,
    /// How the procedure goes.
    pub note: Option<Translated<String>>,
}

impl Statement {
    /// The later of its days.
    pub fn day(&self) -> Option<Date> {
        self.created.max(self.reviewed)
    }

    /// The version of the European standard; another standard has none of these.
    pub fn version_of_standard(&self) -> Option<NormVersion> {
        Some(self.version).filter(|_| self.standard == STANDARD)
    }

    /// Its standard, the European one with its version: `EN 301 549 V3.2.1`. Its numbers stay
    /// together on a line.
    pub fn norm(&self) -> String {
        let standard = self.standard.replace(' ', "\u{a0}");
        match self.version_of_standard() {
            Some(version) => format!("{standard} {}", version.word()),
            None => standard,
        }
    }
}
