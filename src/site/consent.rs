//! Who agreed to be named or shown, and until when. What no consent covers leaves the records
//! here, so that no output can have it; that time passes never stops a build.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use super::Hidden;
use super::prose::{Passage, passages};
use crate::diagnostic::Diagnostic;
use crate::model::Records;
use crate::model::consent::{Consent, Given};
use crate::model::shared::Extras;
use crate::place::{KeyPath, SourcePath, Spot};
use crate::problem::{ConsentProblem, Lapse};
use crate::source::Sources;
use crate::values::{Keep, MediaFile};
use crate::yaml::{Positions, front_matter};

/// A consent, and for how long it holds.
#[derive(Debug, Clone)]
pub struct Held {
    /// The file it stands in.
    pub file: SourcePath,
    /// The id of the item it stands in.
    pub id: String,
    /// Where it stands there.
    pub at: KeyPath,
    /// What it allows.
    pub of: Covered,
    /// The last day on which it holds, in the zone of its item; for ever when there is none.
    pub last: Option<Date>,
    given: Given,
    zone: TimeZone,
}

/// What a consent allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Covered {
    /// To name somebody who takes part.
    Participant(String),
    /// To show a picture.
    Picture(MediaFile),
}

impl Covered {
    /// The name of who takes part, or of the file.
    pub fn name(&self) -> &str {
        match self {
            Covered::Participant(name) => name,
            Covered::Picture(file) => &file.0,
        }
    }
}

impl Held {
    /// The instant from which it does not hold any more.
    pub fn ends(&self) -> Option<Timestamp> {
        self.begin_of(self.last?.tomorrow().ok()?)
    }

    /// The instant from which it holds, when it says so.
    pub fn begins(&self) -> Option<Timestamp> {
        match self.given {
            Given::On(day) => self.begin_of(day),
            Given::Never | Given::WhenPublished => None,
        }
    }

    /// Why it does not hold at an instant.
    pub fn lapse(&self, now: Timestamp) -> Option<Lapse> {
        match (self.given, self.last) {
            (Given::Never, _) => Some(Lapse::Refused),
            (_, Some(last)) if self.ends().is_some_and(|ends| ends <= now) => {
                Some(Lapse::Ended(last))
            }
            (Given::On(day), _) if self.begins().is_some_and(|begins| now < begins) => {
                Some(Lapse::NotBefore(day))
            }
            _ => None,
        }
    }

    /// When it last began or ended.
    pub(super) fn changed(&self, now: Timestamp) -> Option<Timestamp> {
        let changes = [self.begins(), self.ends()].into_iter().flatten();
        changes.filter(|at| *at <= now).max()
    }

    /// The bytes of the entry that it stands in: of somebody who takes part, or of a picture.
    pub fn entry(&self, sources: &Sources) -> Range<usize> {
        let text = sources.text(&self.file).unwrap_or_default();
        let is_yaml = !self.file.ends_with(".md");
        let yaml = if is_yaml { 0..text.len() } else { front_matter::range(text) };
        let positions = Positions::read(text.get(yaml.clone()).unwrap_or(""), yaml.start, &[]);
        positions.whole(self.at.split_last().map_or(&[], |(_, entry)| entry))
    }

    fn begin_of(&self, day: Date) -> Option<Timestamp> {
        day.to_zoned(self.zone.clone()).ok().map(|begin| begin.timestamp())
    }
}

/// Every consent among the records, also of hidden items.
pub(super) fn held(records: &Records) -> Vec<Held> {
    let keep = records.config.consent.keep;
    let site = &records.config.timezone;
    let mut all = Vec::new();
    let mut add = |item: (&SourcePath, &String), of, consent: &Consent, day, zone: &TimeZone| {
        let last = consent.until.or_else(|| kept(day, keep?));
        let (file, id) = (item.0.clone(), item.1.clone());
        let (at, given, zone) = (consent.at.clone(), consent.given, zone.clone());
        all.push(Held { file, id, at, of, last, given, zone });
    };
    for visit in &records.delegations {
        let (item, last) = ((&visit.file, &visit.id), visit.dates.days().last);
        for participant in &visit.participants {
            let of = Covered::Participant(participant.organisation.clone());
            add(item, of, &participant.consent, last, site);
        }
        pictures(&visit.extras).for_each(|(of, consent)| add(item, of, consent, last, site));
    }
    for event in &records.events {
        let (item, last) = ((&event.file, &event.id), event.days().last);
        let zone = &event.timezone;
        pictures(&event.extras).for_each(|(of, consent)| add(item, of, consent, last, zone));
    }
    for release in &records.releases {
        let (item, day) = ((&release.file, &release.id), release.date);
        pictures(&release.extras).for_each(|(of, consent)| add(item, of, consent, day, site));
    }
    all
}

fn pictures(extras: &Extras) -> impl Iterator<Item = (Covered, &Consent)> {
    extras
        .images
        .iter()
        .filter_map(|image| Some((Covered::Picture(image.file.clone()), image.consent.as_ref()?)))
}

fn kept(day: Date, keep: Keep) -> Option<Date> {
    day.checked_add(Span::new().try_months(keep.months).ok()?).ok()
}

/// Takes those out of the records who take part and whom no consent covers.
pub(super) fn take_out_of(records: &mut Records, held: &[Held], now: Timestamp) {
    let lapsed: BTreeSet<(&SourcePath, &KeyPath)> = held
        .iter()
        .filter(|held| held.lapse(now).is_some())
        .map(|held| (&held.file, &held.at))
        .collect();
    for visit in &mut records.delegations {
        let file = visit.file.clone();
        let is_out = |consent: &Consent| lapsed.contains(&(&file, &consent.at));
        if visit.participants.iter().any(|participant| is_out(&participant.consent)) {
            let visit = Arc::make_mut(visit);
            visit.participants.retain(|participant| !is_out(&participant.consent));
        }
    }
}

/// Who takes part and is not shown, and the texts that still name them.
pub(super) fn check(
    held: &[Held],
    hidden: &Hidden,
    sources: &Sources,
    now: Timestamp,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut ended: Vec<(&Held, Date)> = Vec::new();
    let runs = |name: &str| held.iter().any(|h| h.of.name() == name && h.lapse(now).is_none());
    for held in held.iter().filter(|held| matches!(held.of, Covered::Participant(_))) {
        let Some(lapse) = held.lapse(now) else { continue };
        let name = held.of.name().to_owned();
        if let Lapse::Ended(last) = lapse
            && !runs(&name)
        {
            ended.push((held, last));
        }
        let problem = ConsentProblem::NotCovered { name, lapse };
        found.push(Diagnostic::new(&held.file, Spot::Value(held.at.clone()), problem));
    }
    let of_people: Vec<&Held> = ended.iter().map(|(held, _)| *held).collect();
    let public = named_in(&of_people, sources).into_iter().filter(|(_, passage)| {
        // Of an organisation that is a partner too the name may stand.
        !hidden.contains(&passage.file) && &*passage.file != "content/organisations.yaml"
    });
    found.extend(public.filter_map(|(number, passage)| {
        let (held, ended) = ended.get(number)?;
        let problem = ConsentProblem::NameStays { name: held.of.name().to_owned(), ended: *ended };
        Some(Diagnostic::bytes(&passage.file, passage.range, problem))
    }));
    found
}

/// Where texts have the name that each of some consents is about, other than in its own entry:
/// the number of the consent, and the place.
pub fn named_in<'s>(held: &[&Held], sources: &'s Sources) -> Vec<(usize, Passage<'s>)> {
    if held.is_empty() {
        return Vec::new();
    }
    let names: Vec<&str> = held.iter().map(|held| held.of.name()).collect();
    let entries: Vec<Range<usize>> = held.iter().map(|held| held.entry(sources)).collect();
    let mut all = passages(&names, sources);
    all.retain(|(number, passage)| {
        let (Some(held), Some(entry)) = (held.get(*number), entries.get(*number)) else {
            return false;
        };
        passage.file != held.file || !entry.contains(&passage.range.start)
    });
    all
}
