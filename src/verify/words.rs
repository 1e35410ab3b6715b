//! The report, for people.

use super::{Difference, Flaw};
use crate::dates::rfc3339_utc;
use crate::problem::MessageLanguage;
use crate::query::Due;

/// How many files are named that are due.
const NAMED: usize = 5;

impl Difference {
    /// The difference as a line for people.
    pub fn message(&self, language: MessageLanguage) -> String {
        let message = self.flaw.message(language);
        let more = match self.more {
            0 => String::new(),
            1 => language.pick(" (und eine weitere)", " (and one more)").to_owned(),
            n => language.pick(format!(" (und {n} weitere)"), format!(" (and {n} more)")),
        };
        if self.path.is_empty() { message } else { format!("{}{more}: {message}", self.path) }
    }
}

impl Flaw {
    fn message(&self, language: MessageLanguage) -> String {
        match self {
            Flaw::Missing | Flaw::NotAFile | Flaw::Altered | Flaw::Calendar(_) => {
                self.of_file(language)
            }
            Flaw::NotOnline(_) | Flaw::StillOnline | Flaw::Outdated(_) => self.of_content(language),
            Flaw::Overdue(at, due) => overdue(&rfc3339_utc(*at), due, language),
            Flaw::KeptTooLong(_) | Flaw::NoValidator | Flaw::NotKept(_) => self.of_caches(language),
            _ => self.of_answer(language),
        }
    }

    fn of_file(&self, language: MessageLanguage) -> String {
        match self {
            Flaw::Missing => language.pick("ist nicht da", "is missing").to_owned(),
            Flaw::NotAFile => {
                language.pick("ist keine gewöhnliche Datei", "is not a plain file").to_owned()
            }
            Flaw::Calendar(rule) => {
                language.pick(format!("Kalender: {rule}"), format!("calendar: {rule}"))
            }
            _ => language
                .pick("hat einen anderen Inhalt als gebaut", "differs from what was built")
                .to_owned(),
        }
    }

    fn of_content(&self, language: MessageLanguage) -> String {
        match self {
            Flaw::NotOnline(file) => language.pick(
                format!("Nach `{file}` gehört das online, ist es aber nicht."),
                format!("by `{file}` this is to be online, but it is not"),
            ),
            Flaw::Outdated(file) => language.pick(
                format!(
                    "Nach `{file}` gilt inzwischen ein anderes Datum, ein anderer Ort oder Stand."
                ),
                format!("by `{file}` another date, place or status holds by now"),
            ),
            _ => language
                .pick(
                    "ist noch online, obwohl die Inhalte es nicht mehr zeigen",
                    "is still online, though the content no longer shows it",
                )
                .to_owned(),
        }
    }

    fn of_answer(&self, language: MessageLanguage) -> String {
        let (german, english) = match self {
            Flaw::Status(status) => (
                format!("Der Server antwortet mit {status}."),
                format!("the server answers with {status}"),
            ),
            Flaw::Astray(Some(to)) => (
                format!("Der Server leitet auf einen anderen weiter: {to}"),
                format!("the server redirects to another host: {to}"),
            ),
            Flaw::Astray(None) => (
                "Der Server leitet im Kreis weiter.".to_owned(),
                "the server redirects in circles".to_owned(),
            ),
            Flaw::Type { served, wanted } => (
                format!("kommt als »{served}«, ist aber »{wanted}«"),
                format!("is served as “{served}” but is “{wanted}”"),
            ),
            Flaw::Header(name) => (
                format!("Der Header `{name}` fehlt oder ist zu schwach."),
                format!("the header `{name}` is missing or too weak"),
            ),
            Flaw::NotForwarded(status) => (
                format!(
                    "Eine alte Adresse, die mit 301 weiterleiten soll, antwortet mit {status}."
                ),
                format!("an old address that is to redirect with 301 is answered with {status}"),
            ),
            Flaw::ForwardedElsewhere { to, wanted } => (
                format!("Die alte Adresse leitet nach {to} weiter, nicht nach {wanted}."),
                format!("the old address redirects to {to}, not to {wanted}"),
            ),
            Flaw::NotGone(status) => (
                format!("Was es nicht mehr gibt, beantwortet der Server mit {status} statt 410."),
                format!("the server answers {status}, not 410, for what is gone"),
            ),
            Flaw::NoNotFound(status) => (
                format!("Was es nicht gibt, beantwortet der Server mit {status} statt 404."),
                format!("the server answers {status}, not 404, for what does not exist"),
            ),
            Flaw::OtherNotFound => (
                "Für das, was es nicht gibt, zeigt der Server nicht die Seite 404.html.".to_owned(),
                "for what does not exist the server does not show 404.html".to_owned(),
            ),
            _ => (
                "Die Adresse mit http leitet nicht dauerhaft zu https weiter.".to_owned(),
                "the http address does not redirect to https permanently".to_owned(),
            ),
        };
        language.pick(german, english)
    }

    fn of_caches(&self, language: MessageLanguage) -> String {
        let (german, english) = match self {
            Flaw::KeptTooLong(told) => (
                format!(
                    "wird zu lange aufgehoben (`cache-control: {told}`); was sich ändert, sieht nicht jeder gleich"
                ),
                format!(
                    "is kept too long (`cache-control: {told}`): not everybody sees a change at once"
                ),
            ),
            Flaw::NotKept(told) => (
                format!(
                    "wird jedes Mal neu geholt (`cache-control: {told}`), ändert sich aber nie"
                ),
                format!("is fetched every time (`cache-control: {told}`) though it never changes"),
            ),
            _ => (
                "kommt ohne `etag` und `last-modified` und wird darum jedes Mal ganz geholt"
                    .to_owned(),
                "has neither `etag` nor `last-modified`, so it is fetched whole every time"
                    .to_owned(),
            ),
        };
        language.pick(german, english)
    }
}

fn overdue(at: &str, due: &[Due], language: MessageLanguage) -> String {
    let mut files: Vec<&str> = due.iter().map(|due| due.file.as_str()).take(NAMED).collect();
    let more = due.len().saturating_sub(NAMED).to_string();
    if due.len() > NAMED {
        files.push(language.pick("…", "…"));
        files.push(&more);
    }
    let named = if files.is_empty() { String::new() } else { format!(" ({})", files.join(", ")) };
    language.pick(
        format!("Seit {at} wäre die Website eine andere{named}: Es ist nicht neu gebaut worden."),
        format!("since {at} the site would be different{named}: it was not rebuilt"),
    )
}
