//! Whether what is published is what was built: every file's hash, the calendars by the full lint,
//! whether a rebuild is overdue; on the web also types, headers, 404 and the way from http to https.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::icalendar;
use crate::manifest;
use crate::media_type;
use crate::problem::MessageLanguage;
use crate::published::{Headers, Place, Published, Unreadable};

/// How long a build may be overdue: the job that builds needs its time.
const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// An address at which nothing is.
const NOWHERE: &str = "diese-seite-gibt-es-nicht-404/";

/// Something that is not as it was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The path of the file.
    pub path: String,
    /// What is wrong with it.
    pub flaw: Flaw,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The file is not there.
    Missing,
    /// It has other bytes.
    Altered,
    /// A rule of RFC 5545 is broken: line and rule.
    Calendar(String),
    /// It is served as another type.
    Type {
        /// What the server says.
        served: String,
        /// What it is.
        wanted: &'static str,
    },
    /// A header that protects readers is missing or weak.
    Header(&'static str),
    /// A page that is not there is answered with this status, not with 404.
    NoNotFound(u16),
    /// The unencrypted address does not lead to the encrypted one.
    NotEncrypted,
    /// Since then the site would be another.
    Overdue(Timestamp),
}

/// Everything that differs, in the order of paths.
///
/// # Errors
/// When it cannot be asked.
pub fn differences(
    place: &Place,
    published: &mut Published,
    now: Timestamp,
) -> Result<Vec<Difference>, Unreadable> {
    let mut found = Vec::new();
    let files: BTreeMap<String, String> = published.files().clone();
    let overdue = published.next_change_at().filter(|at| now > *at + PATIENCE);
    found.extend(overdue.map(|at| of(manifest::PATH, Flaw::Overdue(at))));
    for (path, hash) in &files {
        let Some((bytes, headers)) = published.answer(path)? else {
            found.push(of(path, Flaw::Missing));
            continue;
        };
        if blake3::hash(&bytes).to_hex().as_str() != hash {
            found.push(of(path, Flaw::Altered));
        } else if path.ends_with(".ics") {
            let broken = icalendar::lint(&bytes).into_iter();
            found.extend(broken.map(|finding| of(path, Flaw::Calendar(finding.to_string()))));
        }
        if let Place::Web(base) = place {
            found.extend(type_of(path, &headers));
            found.extend(unprotected(base, &headers).map(|name| of(path, Flaw::Header(name))));
        }
    }
    if let Place::Web(base) = place {
        found.extend(server(base, published)?);
    }
    Ok(found)
}

fn of(path: &str, flaw: Flaw) -> Difference {
    Difference { path: path.to_owned(), flaw }
}

/// A type that is not the file's own; its parameters count where both name them.
fn type_of(path: &str, headers: &Headers) -> Option<Difference> {
    let wanted = media_type::of(path);
    let served = headers.get("content-type").map_or("", String::as_str);
    let plain = |text: &str| text.to_ascii_lowercase().replace([' ', '"'], "");
    let bare = |text: &str| plain(text).split(';').next().unwrap_or_default().to_owned();
    let is_text = wanted.contains("charset");
    let is_right = bare(served) == bare(wanted)
        && (!is_text || plain(served).contains("charset=utf-8"))
        // A build knows types that a server need not.
        || media_type::bare(path).is_none();
    (!is_right).then(|| of(path, Flaw::Type { served: served.to_owned(), wanted }))
}

/// The headers that every answer needs and this one lacks.
fn unprotected(base: &str, headers: &Headers) -> impl Iterator<Item = &'static str> {
    let value = |name: &str| headers.get(name).map_or("", String::as_str).to_ascii_lowercase();
    let policy = value("content-security-policy");
    let is_strict = policy.contains("default-src 'none'") && !policy.contains("unsafe-");
    let is_encrypted = base.starts_with("https://");
    let checks = [
        ("content-security-policy", is_strict),
        ("x-content-type-options", value("x-content-type-options") == "nosniff"),
        ("referrer-policy", !value("referrer-policy").is_empty()),
        ("permissions-policy", !value("permissions-policy").is_empty()),
        (
            "strict-transport-security",
            !is_encrypted || value("strict-transport-security").contains("max-age="),
        ),
    ];
    checks.into_iter().filter(|(_, is_there)| !is_there).map(|(name, _)| name)
}

/// What a server answers beside the files.
fn server(base: &str, published: &mut Published) -> Result<Vec<Difference>, Unreadable> {
    let mut found = Vec::new();
    if let Some((status, _)) = published.status(&format!("{base}{NOWHERE}"))?
        && status != 404
    {
        found.push(of(NOWHERE, Flaw::NoNotFound(status)));
    }
    if let Some(rest) = base.strip_prefix("https://") {
        let answer = published.status(&format!("http://{rest}"));
        // Whoever does not listen there sends nobody the wrong way.
        if let Ok(Some((status, location))) = answer {
            let leads = location.is_some_and(|to| to.starts_with("https://"));
            let is_moved = matches!(status, 301 | 308);
            found.extend((!(is_moved && leads)).then(|| of("", Flaw::NotEncrypted)));
        }
    }
    Ok(found)
}

impl Difference {
    /// The difference as a line for people.
    pub fn message(&self, language: MessageLanguage) -> String {
        let (german, english) = match &self.flaw {
            Flaw::Missing => ("ist nicht da".to_owned(), "is missing".to_owned()),
            Flaw::Altered => (
                "hat einen anderen Inhalt als gebaut".to_owned(),
                "differs from what was built".to_owned(),
            ),
            Flaw::Calendar(rule) => (format!("Kalender: {rule}"), format!("calendar: {rule}")),
            Flaw::Type { served, wanted } => (
                format!("kommt als »{served}«, ist aber »{wanted}«"),
                format!("is served as “{served}” but is “{wanted}”"),
            ),
            Flaw::Header(name) => (
                format!("Der Header `{name}` fehlt oder ist zu schwach."),
                format!("the header `{name}` is missing or too weak"),
            ),
            Flaw::NoNotFound(status) => (
                format!("Was es nicht gibt, beantwortet der Server mit {status} statt 404."),
                format!("the server answers {status}, not 404, for what does not exist"),
            ),
            Flaw::NotEncrypted => (
                "Die Adresse mit http leitet nicht dauerhaft zu https weiter.".to_owned(),
                "the http address does not redirect to https permanently".to_owned(),
            ),
            Flaw::Overdue(at) => (
                format!("Seit {at} wäre die Website eine andere: Es ist nicht neu gebaut worden."),
                format!("since {at} the site would be different: it was not rebuilt"),
            ),
        };
        let message = language.pick(german, english);
        if self.path.is_empty() { message } else { format!("{}: {message}", self.path) }
    }
}
