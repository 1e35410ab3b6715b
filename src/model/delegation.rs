//! A visit of a delegation.

use super::shared::{Extras, Publication, Roles};
use crate::country::Country;
use crate::language::Translated;
use crate::markdown::Markdown;
use crate::place::SourcePath;
use crate::values::{Days, Decimal, DelegationStatus, Id, PlannedDate, Url};

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
