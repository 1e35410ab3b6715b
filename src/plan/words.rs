//! The words of a plan, for people.

use super::{FileKind, Opening, Weight};
use crate::problem::MessageLanguage;
use crate::promises::{Change, Shift};
use crate::query::times::InstantWriter;

/// The word for how an item changes, for people.
pub(super) fn shift(change: &Change, language: MessageLanguage) -> String {
    let of_date = date(&change.shift)
        .map(|day| language.pick(format!("Termin am {day}: "), format!("date on {day}: ")));
    let words = match &change.shift {
        Shift::New => language.pick("neu", "new").to_owned(),
        Shift::Removed => language.pick("nicht mehr da", "gone").to_owned(),
        Shift::Hidden => language.pick("nicht mehr öffentlich", "no longer public").to_owned(),
        Shift::Moved { from, to, .. } => language.pick(
            format!("verlegt: bisher {from}, jetzt {to}"),
            format!("moved: was {from}, is now {to}"),
        ),
        Shift::Status { from, to, .. } => {
            let (from, to) = (state(from, language), state(to, language));
            language.pick(
                format!("Stand: bisher {from}, jetzt {to}"),
                format!("state: was {from}, is now {to}"),
            )
        }
        Shift::Edited(keys) => {
            let keys = keys.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            language.pick(format!("geändert: {keys}"), format!("edited: {keys}"))
        }
    };
    of_date.unwrap_or_default() + &words
}

/// The day of the one date of a series that changes.
pub(super) fn date(shift: &Shift) -> Option<&str> {
    match shift {
        Shift::Status { date, .. } | Shift::Moved { date, .. } => date.as_deref(),
        Shift::New | Shift::Removed | Shift::Hidden | Shift::Edited(_) => None,
    }
}

/// The word for programs.
pub(super) fn code(shift: &Shift) -> &'static str {
    match shift {
        Shift::New => "new",
        Shift::Removed => "removed",
        Shift::Hidden => "hidden",
        Shift::Moved { .. } => "moved",
        Shift::Status { to, .. } if to == "cancelled" => "cancelled",
        Shift::Status { .. } => "status",
        Shift::Edited(_) => "edited",
    }
}

fn state(status: &str, language: MessageLanguage) -> &str {
    match status {
        "planned" => language.pick("geplant", "planned"),
        "confirmed" => language.pick("bestätigt", "confirmed"),
        "cancelled" => language.pick("abgesagt", "cancelled"),
        "postponed" => language.pick("verschoben", "postponed"),
        "moved-online" => language.pick("online statt vor Ort", "moved online"),
        other => other,
    }
}

/// The name of a kind of file.
pub(super) fn kind(kind: FileKind, language: MessageLanguage) -> &'static str {
    match kind {
        FileKind::Pages => language.pick("Seiten", "pages"),
        FileKind::Calendars => language.pick("Kalender", "calendars"),
        FileKind::Data => language.pick("Daten und Feeds", "data and feeds"),
        FileKind::Media => language.pick("Bilder und Dateien", "pictures and files"),
        FileKind::Assets => language.pick("Gestaltung", "assets"),
    }
}

/// `1.240 kB (+12 kB)`
pub(super) fn weight(weight: Weight) -> String {
    let kilobytes = |bytes: u64| bytes.div_ceil(1000);
    let (before, after) = (kilobytes(weight.before), kilobytes(weight.after));
    match after.cmp(&before) {
        std::cmp::Ordering::Equal => format!("{after} kB"),
        std::cmp::Ordering::Greater => format!("{after} kB (+{} kB)", after - before),
        std::cmp::Ordering::Less => format!("{after} kB (−{} kB)", before - after),
    }
}

/// What becomes public later.
pub(super) fn opens(opening: &Opening, language: MessageLanguage) -> String {
    let at = InstantWriter::new(language, &opening.zone).full(opening.at);
    language.pick(format!("wird öffentlich: {at}"), format!("becomes public: {at}"))
}

/// What comes of it.
pub(super) fn verdict(breaks: bool, is_empty: bool, language: MessageLanguage) -> &'static str {
    match (breaks, is_empty) {
        (true, _) => language.pick(
            "So veröffentlicht, bräche das ein Versprechen an die, die Adressen oder Termine schon haben.",
            "Published like this, it would break a promise to those who already have addresses or dates.",
        ),
        (false, true) => language.pick(
            "Für Besucherinnen und Besucher ändert sich nichts.",
            "Nothing changes for visitors.",
        ),
        (false, false) => {
            language.pick("Kein Versprechen wird gebrochen.", "No promise would be broken.")
        }
    }
}
