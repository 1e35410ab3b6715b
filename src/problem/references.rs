//! E05xx: what files say about each other.

use super::MessageLanguage::{self, English, German};
use super::{ReferenceKind, Suggestion};

messages! {
    /// What can be wrong with what files say about each other.
    pub enum ReferenceProblem {
        /// Something named by id that is not there; other places that name it.
        E0501 UnknownReference { kind: ReferenceKind, id: String, suggestion: Option<Suggestion>, also: Vec<String> }
            de: { match kind {
                ReferenceKind::File => format!("Die Datei `{id}` gibt es nicht, oder sie hat keine eigene Seite."),
                kind => format!("{} `{id}` gibt es nicht in `{}`.", kind.word(German), kind.home()),
            } },
            en: { match kind {
                ReferenceKind::File => format!("The file `{id}` does not exist or has no page of its own."),
                kind => format!("The {} `{id}` does not exist in `{}`.", kind.word(English), kind.home()),
            } },
            hint_de: {
                let hint = match suggestion {
                    Some(Suggestion::Certain(it)) => Some(format!("Der Schlüssel dafür ist `{it}`.")),
                    Some(Suggestion::Near(it)) => Some(format!("Meinten Sie `{it}`?")),
                    Some(Suggestion::Among(ids)) => Some(format!("Möglich sind: {ids}")),
                    None => None,
                };
                with_places(hint, also, "Auch hier")
            },
            hint_en: {
                let hint = match suggestion {
                    Some(Suggestion::Certain(it)) => Some(format!("Its key is `{it}`.")),
                    Some(Suggestion::Near(it)) => Some(format!("Did you mean `{it}`?")),
                    Some(Suggestion::Among(ids)) => Some(format!("There are: {ids}")),
                    None => None,
                };
                with_places(hint, also, "Here too")
            },
            why_de: "Etwas wird genannt, das es nicht gibt. Genannt wird immer die Kennung: der Dateiname ohne Endung oder der Schlüssel in der Datei, nicht der Name, der auf der Website steht.",
            why_en: "A file names something that does not exist. It is always named by its id: the file name without its ending or the key in the file, not the name shown on the site.",
            example: Event, wrong: "venue: Großer Saal", right: "venue: saal",

        /// A translation that contradicts its original.
        E0502 NeutralKeyDiffers { key: String, original: Option<String> }
            de: "`{key}` steht im Original anders.",
            en: "`{key}` is different in the original.",
            hint_de: { match original {
                _ if hides(key) => format!("`{key}` steht nur im Original und gilt für alle Sprachen zugleich; bitte hier weglassen. Soll nur diese Übersetzung noch nicht erscheinen, dann setzen Sie vor den Namen ihrer Datei einen Unterstrich, bis sie fertig ist."),
                Some(original) if original.is_empty() => format!("In der Übersetzung kann `{key}` ganz weg; übersetzte Texte darin stehen im Original: {{de: …, en: …}}"),
                Some(original) => format!("Im Original steht `{original}`; in der Übersetzung kann `{key}` ganz weg."),
                None => format!("Das Original hat `{key}` nicht; bitte dort eintragen und hier weglassen; Texte stehen dort je Sprache: {{de: …, en: …}}"),
            } },
            hint_en: { match original {
                _ if hides(key) => format!("`{key}` belongs in the original only and holds for all languages at once; leave it out here. If only this translation is not to appear yet, begin the name of its file with `_` until it is ready."),
                Some(original) if original.is_empty() => format!("You can leave `{key}` out of the translation; translated texts in it belong in the original: {{de: …, en: …}}"),
                Some(original) => format!("The original has `{original}`; you can leave `{key}` out of the translation."),
                None => format!("The original has no `{key}`; add it there and leave it out here; texts are given there by language: {{de: …, en: …}}"),
            } },
            why_de: "Eine Angabe in der Übersetzung widerspricht dem Original. Was in allen Sprachen gleich ist (Datum, Länder, Kontakt), steht nur im Original; in der Übersetzung kann die Zeile weg.",
            why_en: "Something in the translation contradicts the original. What is the same in all languages (date, countries, contact) belongs in the original only; you can leave the line out of the translation.",
            example: Shown, wrong: "date: 2019-09-23       # im Original\ndate: 2019-09-24       # in der Übersetzung", right: "date: 2019-09-23       # im Original",

        /// Contacts that stand in for each other in a circle.
        E0503 ContactCircle
            de: "Diese Kontakte vertreten sich gegenseitig im Kreis.",
            en: "These contacts replace each other in a circle.",
            why_de: "Kontakte vertreten sich gegenseitig im Kreis. `fallback` sagt, wer nach `until` gezeigt wird; am Ende der Kette muss jemand ohne `until` stehen.",
            why_en: "Contacts replace each other in a circle. `fallback` says who is shown after `until`; somebody without `until` must be at the end of the chain.",
            example: File("contacts.yaml"), wrong: "anna: {name: Anna, until: 2019-12-31, fallback: bernd}\nbernd: {name: Bernd, until: 2019-12-31, fallback: anna}", right: "anna: {name: Anna, until: 2019-12-31, fallback: bernd}\nbernd: {name: Bernd}",

        /// Two sources for one path; the other one.
        E0504 PathTaken { path: String, other: Option<String> }
            de: { match other {
                Some(it) => format!("Unter `{path}` liegt schon etwas anderes: {it}"),
                None => format!("Unter `{path}` liegt schon eine Datei, die das Programm selbst macht."),
            } },
            en: { match other {
                Some(it) => format!("Something else is at `{path}` already: {it}"),
                None => format!("At `{path}` there is a file that the program makes itself."),
            } },
            why_de: "Zwei Dateien ergäben dieselbe Adresse. Eine Seite darf nicht so heißen wie ein Bereich der Website, und ein alter Pfad in `aliases` darf keine bestehende Seite verdecken.",
            why_en: "Two files would have the same address. A page must not have the name of a part of the site, and an old path in `aliases` must not cover a page that is there.",
            example: Event, wrong: "aliases: [/presse/]", right: "aliases: [/alte-presse/]",
    }
}

/// Whether a key of an original would take it offline in every language.
fn hides(key: &str) -> bool {
    matches!(key, "draft" | "embargo")
}

/// The hint, and behind it the other places.
fn with_places(hint: Option<String>, places: &[String], words: &str) -> Option<String> {
    let places = (!places.is_empty()).then(|| format!("{words}: {}", places.join(", ")));
    match (hint, places) {
        (Some(hint), Some(places)) => Some(format!("{hint} – {places}")),
        (hint, places) => hint.or(places),
    }
}

impl ReferenceKind {
    /// What it is called.
    fn word(self, language: MessageLanguage) -> &'static str {
        let (german, english) = match self {
            ReferenceKind::Event => ("Veranstaltung", "event"),
            ReferenceKind::Delegation => ("Delegation", "delegation"),
            ReferenceKind::Release => ("Pressemitteilung", "press release"),
            ReferenceKind::Page => ("Seite", "page"),
            ReferenceKind::Organisation => ("Organisation", "organisation"),
            ReferenceKind::Contact => ("Kontakt", "contact"),
            ReferenceKind::Venue => ("Veranstaltungsort", "venue"),
            ReferenceKind::Sector => ("Branche", "sector"),
            ReferenceKind::Media | ReferenceKind::File => ("Datei", "file"),
        };
        language.pick(german, english)
    }

    /// Where such things stand.
    pub fn home(self) -> &'static str {
        match self {
            ReferenceKind::Event => "content/events/",
            ReferenceKind::Delegation => "content/delegations/",
            ReferenceKind::Release => "content/press/",
            ReferenceKind::Page => "content/pages/",
            ReferenceKind::Organisation => "content/organisations.yaml",
            ReferenceKind::Contact => "content/contacts.yaml",
            ReferenceKind::Venue => "content/venues.yaml",
            ReferenceKind::Sector => "content/sectors.yaml",
            ReferenceKind::Media => "content/media/",
            ReferenceKind::File => "content/",
        }
    }
}
