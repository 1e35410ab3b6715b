//! What the surroundings say: the clock, the language, whether somebody sits there.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use jiff::Timestamp;

use crate::model::config::FILE;
use crate::pipeline::Now;
use crate::problem::MessageLanguage;
use crate::read::config;
use crate::source::Sources;

/// What the surroundings say; read once, in `main`.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `SOURCE_DATE_EPOCH`, in seconds.
    pub source_date_epoch: Option<String>,
    /// `LC_ALL`, else `LC_MESSAGES`, else `LANG`.
    pub locale: Option<String>,
    /// Whether standard error may have colours.
    pub colour: bool,
    /// Whether somebody sits at a terminal and can be asked.
    pub interactive: bool,
    /// The folder that somebody works in.
    pub directory: Option<PathBuf>,
    /// The folder for temporary files.
    pub temporary: PathBuf,
    /// What time it is, when nobody says.
    pub clock: Clock,
    /// How to wait.
    pub pause: Pause,
    /// The language of messages that follows from a site, once it has been asked for.
    pub of_site: OnceLock<(PathBuf, MessageLanguage)>,
}

/// Lets some time pass.
#[derive(Debug, Clone, Copy)]
pub struct Pause(pub fn(Duration));

impl Default for Pause {
    fn default() -> Self {
        Pause(|_| ())
    }
}

/// A clock. A command that runs for hours looks at it more than once.
#[derive(Debug, Clone, Copy)]
pub struct Clock(pub fn() -> Timestamp);

impl Default for Clock {
    fn default() -> Self {
        Clock(|| Timestamp::UNIX_EPOCH)
    }
}

impl Environment {
    /// What time it is: as asked for, else `SOURCE_DATE_EPOCH`, else the clock.
    ///
    /// # Errors
    /// When `SOURCE_DATE_EPOCH` is needed and is no number of seconds.
    pub fn now(&self, asked: Option<&Now>) -> Result<Now, String> {
        match (asked, &self.source_date_epoch) {
            (Some(now), _) => Ok(now.clone()),
            (None, Some(seconds)) => {
                let instant =
                    seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
                Ok(Now::At(instant.ok_or(format!("SOURCE_DATE_EPOCH: {seconds}"))?))
            }
            (None, None) => Ok(Now::At((self.clock.0)())),
        }
    }

    /// Whether it is the clock that says what time it is.
    pub fn is_clock_asked(&self, asked: Option<&Now>) -> bool {
        asked.is_none() && self.source_date_epoch.is_none()
    }

    /// Waits until the clock shows an instant. The machine may sleep meanwhile, and its clock may
    /// be set: it is looked at every minute.
    pub fn wait_until(&self, at: Timestamp) {
        const LONGEST: Duration = Duration::from_secs(60);
        while let Ok(left) = Duration::try_from(at.duration_since((self.clock.0)())) {
            if left.is_zero() {
                return;
            }
            (self.pause.0)(left.min(LONGEST));
        }
    }

    /// The language of messages: as asked for, else the environment's, else the default of the
    /// site below a root. A locale such as `C` or `fr_FR` names neither of the two.
    pub fn language(&self, asked: Option<MessageLanguage>, root: &Path) -> MessageLanguage {
        let locale = self.locale.as_deref().unwrap_or_default();
        match (asked, locale.split(['_', '.', '@']).next()) {
            (Some(asked), _) => asked,
            (None, Some("de")) => MessageLanguage::German,
            (None, Some("en")) => MessageLanguage::English,
            _ => {
                let read = || (root.to_owned(), language_of_site(root));
                let (known, language) = self.of_site.get_or_init(read);
                if known == root { *language } else { language_of_site(root) }
            }
        }
    }
}

/// German for a site whose default is German, and where site.yaml cannot be read.
fn language_of_site(root: &Path) -> MessageLanguage {
    let (_, basics) = config::read(&Sources::of_file(root, FILE), &mut Vec::new());
    match basics.default_language.tag().split('-').next() {
        Some("de") => MessageLanguage::German,
        _ => MessageLanguage::English,
    }
}
