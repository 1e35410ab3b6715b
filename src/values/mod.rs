//! What a scalar in a content file can mean. Each type reads itself from the text an editor
//! typed and says in an editor's terms why it cannot.

mod choices;
pub mod colour;
mod contact;
mod meant_time;
pub mod number;
mod repeat;
mod time;
mod timetable;
mod zone;

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::composed::composed;
use crate::country::Country;
use crate::host;
use crate::icalendar::Color;
use crate::language::Language;
use crate::problem::{Hazard, Problem, ValueProblem, code_point};
use crate::suggest::{self, closest};

pub use choices::{
    Assessment, BarrierReason, BuiltInKind, ChangeKind, Compliance, DateStatus, DelegationStatus,
    EventStatus, HostingFile, HourOpen, NormVersion, PageType, RegistrationState, Section,
    ShareChoice,
};
pub use colour::Colour;
pub use contact::{
    Email, Phone, SecurityContact, Url, harmless, is_public_host, names_server, with_server,
};
pub use meant_time::moment;
pub use number::{Decimal, Degrees};
pub use repeat::{Every, OnDay};
pub use time::{Days, Duration, Keep, Minutes, PlannedDate, When, occurs_twice};
pub use timetable::Timetable;
pub use zone::Zone;

/// Something a scalar can mean.
pub trait Value: Sized {
    /// Reads a trimmed text that is not empty.
    fn read(text: &str) -> Result<Self, Problem>;

    /// The address on the web that it is, if it is one.
    fn web_address(&self) -> Option<&str> {
        None
    }
}

impl Value for String {
    fn read(text: &str) -> Result<Self, Problem> {
        Ok(text.to_owned())
    }
}

impl Value for bool {
    fn read(text: &str) -> Result<Self, Problem> {
        match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(ValueProblem::NotYesOrNo {
                value: text.to_owned(),
                suggestion: suggest::yes_or_no(text),
            }
            .into()),
        }
    }
}

/// The id of a record: a file's stem or a key of a registry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub String);

impl Id {
    /// The longest id, in characters.
    pub const MAX_LENGTH: usize = 80;

    /// Whether a text is an id: `[a-z0-9]+(-[a-z0-9]+)*` with a letter, not longer than allowed.
    pub fn is_valid(text: &str) -> bool {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        text.len() <= Self::MAX_LENGTH
            && text.split('-').all(part)
            && text.bytes().any(|byte| byte.is_ascii_lowercase())
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl Value for Id {
    /// A reference is looked up later: what is no id is simply not there.
    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Id(text.to_owned()))
    }
}

impl Value for &'static Country {
    fn read(text: &str) -> Result<Self, Problem> {
        Country::by_code(text).ok_or_else(|| {
            ValueProblem::UnknownCountry {
                value: text.to_owned(),
                suggestion: Country::suggest(text).map(|country| country.code.to_owned()),
            }
            .into()
        })
    }
}

impl Value for Language {
    fn read(text: &str) -> Result<Self, Problem> {
        // A tag that no language has is more likely the code of a country.
        let known = !matches!(text, "cz" | "dk" | "jp");
        Language::new(text).filter(|_| known).ok_or_else(|| unknown_language(text))
    }
}

/// What is to be said of a text that is no language tag.
pub fn unknown_language(text: &str) -> Problem {
    let suggestion = suggest::language(text).map(str::to_owned);
    ValueProblem::UnknownLanguage { value: text.to_owned(), suggestion }.into()
}

/// A path on the site, from the root: `/alter/pfad/`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SitePath(pub String);

impl Value for SitePath {
    fn read(text: &str) -> Result<Self, Problem> {
        let path = SitePath(text.to_owned());
        let decoded = path.decoded();
        if let Some(character) = host::hidden_character(&decoded) {
            return Err(Hazard::HiddenInAddress { character: code_point(character) }.into());
        }
        if decoded.len() > Self::MAX_BYTES {
            return Err(Hazard::PathTooLong { bytes: decoded.len() }.into());
        }
        if is_site_path(text) {
            return Ok(path);
        }
        let suggestion = format!("/{}", text.trim_start_matches('/').replace(' ', "%20"));
        let suggestion = Some(suggestion).filter(|path| is_site_path(path));
        Err(ValueProblem::NotASitePath { value: text.to_owned(), suggestion }.into())
    }
}

impl SitePath {
    /// The longest path, in bytes: systems take 4,096 with the folder before it, and some 1,024.
    pub const MAX_BYTES: usize = 1024;

    /// The path as it is on a disk: what is written `%C3%BC` is `ü` there.
    pub fn decoded(&self) -> String {
        let decoded = percent_decode_str(&self.0).decode_utf8();
        composed(decoded.as_deref().unwrap_or(&self.0)).into_owned()
    }

    /// Whether it ends like what programs fetch, or what servers run: there a page is of no use.
    pub fn is_for_programs(&self) -> bool {
        let path = self.decoded().to_ascii_lowercase();
        let name = path.rsplit('/').next().unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        FETCHED.contains(&ending) || ending_that_servers_run(name).is_some()
    }

    /// Its parts between slashes, as they are called on a disk.
    pub fn parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let parts = self.0.split('/').filter(|part| !part.is_empty());
        parts.map(|part| percent_decode_str(part).decode_utf8_lossy())
    }

    /// Whether it ends like a calendar file.
    pub fn is_calendar(&self) -> bool {
        self.decoded().to_ascii_lowercase().ends_with(".ics")
    }
}

/// Endings of what programs fetch.
const FETCHED: [&str; 8] = ["ics", "js", "mjs", "json", "xml", "rss", "atom", "webmanifest"];

/// Endings of what servers run.
const RUN: [&str; 14] = [
    "php", "php3", "php4", "php5", "php7", "phtml", "phar", "shtml", "cgi", "pl", "py", "asp",
    "aspx", "jsp",
];

/// The ending in a file's name for which a server may run it. Apache runs `bild.php.jpg` too
/// (mod_mime, “Files with Multiple Extensions”).
pub fn ending_that_servers_run(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    lower.split('.').skip(1).find(|ending| RUN.contains(ending)).map(str::to_owned)
}

fn is_site_path(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() || "/-_.~%".contains(c);
    text.starts_with('/')
        && !text.contains("//")
        && is_without_dots(text)
        && text.chars().all(plain)
}

/// Whether no part of a path leads to where it is, or upwards.
fn is_without_dots(path: &str) -> bool {
    !path.split('/').any(|part| part == "." || part == "..")
}

/// What is gone for good: a path, or an item with all its pages and calendar files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gone {
    /// `/alte/seite/`
    Path(SitePath),
    /// `events/alte-id`; the folder of its kind, and its id.
    Item(Section, Id),
}

impl Value for Gone {
    fn read(text: &str) -> Result<Self, Problem> {
        let item = text.split_once('/').filter(|(folder, _)| !folder.is_empty());
        match item.map(|(folder, id)| (Section::read(folder), Id::read(id))) {
            Some((Ok(section), Ok(id))) if Id::is_valid(&id.0) => Ok(Gone::Item(section, id)),
            _ => {
                let path = SitePath::read(text)?;
                if is_without_dots(&path.decoded()) {
                    return Ok(Gone::Path(path));
                }
                let value = text.to_owned();
                Err(ValueProblem::NotASitePath { value, suggestion: None }.into())
            }
        }
    }
}

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Gone::Path(path) => f.write_str(&path.0),
            Gone::Item(section, id) => write!(f, "{}/{}", section.word(), id.0),
        }
    }
}

/// The name of a file below `content/media/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MediaFile(pub String);

impl Value for MediaFile {
    fn read(text: &str) -> Result<Self, Problem> {
        if let Some(character) = host::hidden_character(text) {
            return Err(Hazard::HiddenInName { character: code_point(character) }.into());
        }
        Ok(MediaFile(text.strip_prefix("media/").unwrap_or(text).to_owned()))
    }
}

/// A currency by its ISO 4217 code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency(pub String);

impl Value for Currency {
    fn read(text: &str) -> Result<Self, Problem> {
        if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase()) {
            Ok(Currency(text.to_owned()))
        } else {
            let suggestion = match text.to_uppercase().as_str() {
                "EURO" | "EUROS" | "€" => Some("EUR".to_owned()),
                "$" | "US$" | "DOLLAR" => Some("USD".to_owned()),
                code if code.len() == 3 && code.is_ascii() && code != text => Some(code.to_owned()),
                _ => None,
            };
            Err(ValueProblem::NotACurrency { value: text.to_owned(), suggestion }.into())
        }
    }
}

impl Value for Color {
    fn read(text: &str) -> Result<Self, Problem> {
        Color::named(text).ok_or_else(|| {
            ValueProblem::NotAColor {
                value: text.to_owned(),
                suggestion: closest(&text.to_lowercase(), Color::names()).map(str::to_owned),
            }
            .into()
        })
    }
}

/// The choice that a text names, or a problem that lists the choices.
pub(super) fn choose<T: Copy>(text: &str, choices: &[(&'static str, T)]) -> Result<T, Problem> {
    choices.iter().find(|(name, _)| *name == text).map(|(_, choice)| *choice).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        ValueProblem::UnknownChoice {
            value: text.to_owned(),
            suggestion: suggest::suggest(text, &names).map(str::to_owned),
            choices: names.join(", "),
        }
        .into()
    })
}
