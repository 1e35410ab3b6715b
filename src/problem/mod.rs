//! Everything that can be wrong, as data: one file for each group of codes, and in it each
//! message in one place, with its words in both languages, its hint, its explanation and its
//! examples. `message` says how to add one; a new message needs its group's file, the place that
//! reports it, and a test. Codes are for ever.
//!
//! Here are the facts that messages of several groups are told. What reports a problem says which
//! one, without its group: `reader.report(at, ValueProblem::NotANumber { value })`.

#[macro_use]
mod message;

mod consent;
mod disk;
mod duties;
pub mod explain;
mod external;
mod files;
mod hazards;
mod media;
mod numbers;
mod older;
mod own;
mod pictures;
mod promises;
mod prose;
mod redirects;
mod references;
mod schedules;
mod series;
mod site;
mod stamps;
mod texts;
mod theme;
mod times;
mod translations;
mod values;
mod writing;
mod yaml;

pub use consent::Lapse;
pub use disk::disk_error;
pub use duties::StatementPart;
pub use media::{NotAllowed, PdfLacks, Seems};
pub use schedules::ZoneFrom;
pub use yaml::code_point;

use crate::gap::Gap;

groups! {
    /// What can be wrong.
    pub enum Problem {
        /// Files, their names and whether they can be read at all.
        File(files::FileProblem) has 100..=199,
        /// What could do harm to readers, servers or other programs.
        Hazard(hazards::Hazard) has 140..=169,
        /// What is published in the place of what has an error.
        Older(older::Older) has 170..=189,
        /// Old addresses that lead astray.
        Redirect(redirects::RedirectProblem) has 173..=929,
        /// How a file is written.
        Yaml(yaml::YamlProblem) has 200..=299,
        /// Single values.
        Value(values::ValueProblem) has 300..=399,
        /// Days and times.
        Time(times::TimeProblem) has 400..=419,
        /// Events that are repeated.
        Series(series::SeriesProblem) has 420..=449,
        /// When something was changed.
        Stamp(stamps::StampProblem) has 450..=499,
        /// What files say about each other.
        Reference(references::ReferenceProblem) has 500..=549,
        /// What is published and would break for those who have it.
        Promise(promises::PromiseProblem) has 550..=599,
        /// Markdown texts.
        Text(texts::TextProblem) has 600..=699,
        /// The theme, and the program's own work.
        Theme(theme::ThemeProblem) has 700..=719,
        /// Pictures and documents.
        Media(media::MediaProblem) has 720..=969,
        /// What pictures, films and documents hold beside what they show.
        Picture(pictures::PictureProblem) has 857..=869,
        /// What a site has of its own.
        Own(own::OwnProblem) has 722..=749,
        /// Texts that readers would read otherwise than they were typed.
        Prose(prose::ProseWarning) has 800..=919,
        /// How a text stands in its file.
        Writing(writing::WritingWarning) has 811..=819,
        /// Numbers that likely mean something else.
        Number(numbers::NumberWarning) has 850..=859,
        /// The state of translations.
        Translation(translations::TranslationWarning) has 855..=919,
        /// The site as a whole.
        Site(site::SiteWarning) has 900..=979,
        /// What the law wants.
        Duty(duties::DutyProblem) has 730..=979,
        /// Who agreed to be named or shown.
        Consent(consent::ConsentProblem) has 460..=979,
        /// Links to other sites.
        External(external::ExternalProblem) has 990..=994,
        /// Dates, places and states that do not go together.
        Schedule(schedules::ScheduleWarning) has 930..=949,
    }
}

impl Problem {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        if self.code().starts_with('W') { Severity::Warning } else { Severity::Error }
    }

    /// Whether calendar entries only say something otherwise than those that are published.
    pub fn is_about_words_in_calendars(&self) -> bool {
        use PromiseProblem::{SharedStampStands, StampStands};
        matches!(self, Problem::Promise(StampStands { .. } | SharedStampStands { .. }))
    }

    /// Whether `--strict` leaves it a warning: it comes of time having passed, with nothing wrong,
    /// or is a gap that readers do not see.
    pub fn stays_warning(&self) -> bool {
        use ConsentProblem::{NameStays, NotCovered};
        use DutyProblem::{BarrierOverdue, SecurityExpired, StatementOld};
        self.gap().is_some()
            || matches!(
                self,
                Problem::Consent(NameStays { .. } | NotCovered { .. })
                    | Problem::Site(SiteWarning::PlaceNotNow { .. })
                    | Problem::Duty(
                        BarrierOverdue { .. } | SecurityExpired { .. } | StatementOld { .. }
                    )
            )
    }

    /// The gap that it names.
    pub fn gap(&self) -> Option<&Gap> {
        match self {
            Problem::Site(SiteWarning::Gap { gap })
            | Problem::Yaml(YamlProblem::GapInPublic { gap })
            | Problem::Duty(DutyProblem::StatementLacks { gap, .. }) => Some(gap),
            _ => None,
        }
    }

    /// Whether it is about the state of translations: `--strict-translations`.
    pub fn is_about_translations(&self) -> bool {
        use TranslationWarning::LooksLikeTranslation;
        match self {
            Problem::Translation(warning) => !matches!(warning, LooksLikeTranslation { .. }),
            _ => false,
        }
    }
}

/// How bad it is. Errors stop the publication, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The content is wrong and nothing is published.
    Error,
    /// Something an editor should look at.
    Warning,
}

impl Severity {
    /// The word used in machine-readable formats.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// What a reference names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceKind {
    /// An event.
    Event,
    /// A visit.
    Delegation,
    /// A press release.
    Release,
    /// A page.
    Page,
    /// A key of organisations.yaml.
    Organisation,
    /// A key of contacts.yaml.
    Contact,
    /// A key of venues.yaml.
    Venue,
    /// A key of sectors.yaml.
    Sector,
    /// A file below `content/media/`.
    Media,
    /// A content file, by its path from the root.
    File,
}

/// Which id somebody meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggestion {
    /// They named the thing by its name or its file: it can be no other.
    Certain(String),
    /// One that is written nearly so.
    Near(String),
    /// One of these, which are few.
    Among(String),
}

/// A number with one sign, before three digits, `1,234`: what it is where the sign separates
/// thousands, and where it separates decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thousands {
    /// `1234`
    pub whole: String,
    /// `1.234`
    pub decimal: String,
}

/// What can be typed where a time must stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TimeAdvice {
    /// A day or a time.
    Any,
    /// A day alone.
    Day,
    /// A beginning and an end that were written as one time.
    Hours(Box<[String; 2]>),
    /// A day, a month, a quarter or a year.
    Planned,
    /// What was typed are more days than one: these.
    Within(String),
}

/// The language of messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum MessageLanguage {
    /// German.
    #[value(name = "de")]
    German,
    /// English.
    #[value(name = "en")]
    English,
}

impl MessageLanguage {
    /// The one that is in this language.
    pub fn pick<T>(self, german: T, english: T) -> T {
        match self {
            MessageLanguage::German => german,
            MessageLanguage::English => english,
        }
    }
}

/// What a change of clocks does to a date of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockChange {
    /// The clock skips its beginning.
    Skipped,
    /// The clock shows its beginning twice.
    Twice,
    /// Clocks are changed while it lasts.
    During,
}

/// The shape of a value in YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Nothing.
    Nothing,
    /// A text, number or date.
    Text,
    /// A list.
    List,
    /// Keys with values.
    Map,
    /// A text or a list of texts.
    TextOrList,
    /// A text or texts by language.
    TextOrLanguages,
    /// A key or the thing written out.
    TextOrMap,
}

/// Whether the last part of a host name is reserved for examples and tests (RFC 2606): it is a
/// name, but nobody receives mail there.
pub fn is_reserved(ending: &str) -> bool {
    ["example", "invalid", "localhost", "test"].contains(&ending.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_unique_and_belongs_to_its_group() {
        let mut codes: Vec<&str> = explain::all().map(|explanation| explanation.code).collect();
        codes.sort_unstable();
        assert!(codes.is_sorted_by(|a, b| a < b), "a code is there twice");
        for (range, explanations) in GROUPS {
            let mut last = 0;
            for code in explanations.iter().map(|explanation| explanation.code) {
                let (letter, digits) = code.split_at(1);
                let number: u32 = digits.parse().unwrap();
                assert_eq!(digits.len(), 4, "{code}");
                assert!(range.contains(&number), "{code} stands in another group");
                assert!(letter == "W" || letter == "E" && number < 800, "{code}");
                assert!(last < number, "{code} stands behind {last:04}");
                last = number;
            }
        }
    }
}
