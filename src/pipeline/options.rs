//! What the user wants of a build, and the only time that it knows.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::model::config::Config;
use crate::values::{Value, When};

/// What the user wants of a build.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Serve from here instead of from where site.yaml says.
    pub base_url: Option<String>,
    /// The only time the program knows.
    pub now: Now,
    /// Show drafts and embargoed items.
    pub drafts: bool,
    /// A page with every component of the theme, for whoever works on the looks.
    pub gallery: bool,
    /// Treat warnings as errors.
    pub strict: bool,
    /// What is not translated, or not known to be up to date, is an error.
    pub strict_translations: bool,
}

impl Options {
    /// Where a site will be served from.
    pub fn base_url(&self, config: &Config) -> String {
        self.base_url.clone().unwrap_or_else(|| config.base_url.clone())
    }
}

/// What time it is.
#[derive(Debug, Clone)]
pub enum Now {
    /// An instant.
    At(Timestamp),
    /// A local time or day in the zone of the site.
    Local(When),
}

impl Default for Now {
    fn default() -> Self {
        Now::At(Timestamp::UNIX_EPOCH)
    }
}

impl Now {
    /// Reads RFC 3339, or a local time or day.
    pub fn read(text: &str) -> Option<Now> {
        match text.parse::<Timestamp>() {
            Ok(at) => Some(Now::At(at)),
            Err(_) => When::read(text).ok().map(Now::Local),
        }
    }

    /// The instant, for a site in a zone.
    pub fn resolve(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Now::At(at) => *at,
            // A local time that the clock skips or shows twice is its earlier reading.
            Now::Local(when) => {
                let time = match when {
                    When::Day(day) => day.to_datetime(jiff::civil::Time::midnight()),
                    When::Time(time, _) => *time,
                };
                let instant = zone.to_ambiguous_timestamp(time).earlier();
                instant.unwrap_or(Timestamp::UNIX_EPOCH)
            }
        }
    }
}
