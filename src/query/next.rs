//! `bba next`: when a rebuild would next differ even if nobody edits anything, embargoes included.
//! What visitors can read (`build.json`) leaves embargoes out; who runs the builds must know them.

use jiff::Timestamp;
use serde::Serialize;

use super::item::Item;
use super::times::InstantWriter;
use crate::dates::rfc3339_utc;
use crate::problem::MessageLanguage;
use crate::site::{Cause, Programme, TimedChange};

/// How many reasons a sentence names.
const MAX_REASONS: usize = 3;

/// The next instant, and everything that changes then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next<'s> {
    /// When.
    pub at: Timestamp,
    /// Why, by file.
    pub changes: Vec<TimedChange<'s>>,
}

/// The next change. `shown` is the site as it is built; `everything` has hidden items too.
pub fn next<'s>(shown: &'s Programme, everything: &'s Programme) -> Option<Next<'s>> {
    let ahead: Vec<TimedChange<'s>> = shown.changes().chain(everything.embargoes()).collect();
    let at = ahead.iter().map(|change| change.at).min()?;
    let mut changes: Vec<TimedChange<'s>> = ahead.into_iter().filter(|c| c.at == at).collect();
    changes.sort_by_key(|change| (change.file, change.id));
    Some(Next { at, changes })
}

#[derive(Serialize)]
struct Document<'n> {
    now: String,
    next_change_at: Option<String>,
    changes: Vec<ChangeFacts<'n>>,
}

#[derive(Serialize)]
struct ChangeFacts<'n> {
    cause: &'static str,
    file: &'n str,
    id: &'n str,
}

impl<'n> From<&TimedChange<'n>> for ChangeFacts<'n> {
    fn from(change: &TimedChange<'n>) -> Self {
        ChangeFacts { cause: change.cause.word(), file: change.file, id: change.id }
    }
}

/// The answer as a JSON document.
pub fn json(now: Timestamp, next: Option<&Next<'_>>) -> String {
    let changes = next.iter().flat_map(|next| &next.changes).map(ChangeFacts::from);
    super::json(&Document {
        now: rfc3339_utc(now),
        next_change_at: next.map(|next| rfc3339_utc(next.at)),
        changes: changes.collect(),
    })
}

/// The answer as a sentence.
pub fn sentence(
    everything: &Programme,
    next: Option<&Next<'_>>,
    language: MessageLanguage,
) -> String {
    let Some(next) = next else {
        return language
            .pick(
                "Von selbst ändert sich nichts mehr: Neu gebaut werden muss erst, wenn sich Inhalte ändern.",
                "Nothing will change by itself: a rebuild is needed only when content changes.",
            )
            .to_owned();
    };
    let instants = InstantWriter::new(language, everything.zone());
    let reasons = next.changes.iter().take(MAX_REASONS);
    let reasons: Vec<String> = reasons.map(|c| reason(everything, c, language)).collect();
    let mut text = format!("{}: {}", instants.full(next.at), reasons.join("; "));
    let more = next.changes.len().saturating_sub(MAX_REASONS);
    if more > 0 {
        text.push_str(
            &language.pick(format!("; und {more} weitere"), format!("; and {more} more")),
        );
    }
    text
}

/// What changes, by name.
fn reason(everything: &Programme, change: &TimedChange<'_>, language: MessageLanguage) -> String {
    let item = Item::all(everything).find(|item| **item.file() == *change.file);
    let name = match item {
        Some(item) => language.pick(
            format!("»{}« ({})", item.title(), change.file),
            format!("“{}” ({})", item.title(), change.file),
        ),
        None => format!("{} ({})", change.id, change.file),
    };
    format!("{name}: {}", effect(change.cause, language))
}

/// What changes, for a sentence that begins with the name of what changes and a colon.
pub(super) fn effect(cause: Cause, language: MessageLanguage) -> &'static str {
    let (german, english) = match cause {
        Cause::EventOver => ("Veranstaltung ist vorbei", "event is over"),
        Cause::EventGoesOn => (
            "Veranstaltung ist nicht mehr die nächste, sie hat begonnen",
            "event is not the next any more, it has begun",
        ),
        Cause::DateOver => ("Termin einer Reihe ist vorbei", "date of a series is over"),
        Cause::RegistrationOpens => ("Anmeldung beginnt", "registration opens"),
        Cause::RegistrationOver => ("Anmeldung ist vorbei", "registration is over"),
        Cause::VisitBegins => ("Besuch beginnt", "visit begins"),
        Cause::VisitOver => ("Besuch ist vorbei", "visit is over"),
        Cause::UpdateDue => {
            ("Änderung steht im Feed der Änderungen", "change is told in the feed of changes")
        }
        Cause::LeavesFeed => ("fällt aus dem Kalender aller Termine", "leaves the main calendar"),
        Cause::ContactGoes => {
            ("eine andere Ansprechperson wird gezeigt", "another contact is shown")
        }
        Cause::ReleaseAges => (
            "Pressemitteilung bekommt den Hinweis, dass sie älter ist",
            "press release gets the note that it is old",
        ),
        Cause::EmbargoEnds => ("Sperrfrist endet", "embargo ends"),
        Cause::DateReached => {
            ("Datum der Veröffentlichung ist erreicht", "date of publication is reached")
        }
        Cause::SecurityExpires => ("die security.txt läuft ab", "security.txt expires"),
        Cause::ConsentBegins => ("eine Einwilligung beginnt", "a consent begins"),
        Cause::ConsentEnds => ("eine Einwilligung endet", "a consent ends"),
    };
    language.pick(german, english)
}
