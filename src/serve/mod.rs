//! The preview: the finished files served from memory, and a page that is open in a browser
//! follows them. What is served are the bytes that `build` writes; a page gets one script more.
//!
//! ```text
//! watch ─something changed→ build ─Preview→ server ─request→ address → bytes
//!                                                  └─events→ live.js in the page
//! ```
//!
//! | module | what it answers |
//! |---|---|
//! | [`watch`] | when something has changed on the disk |
//! | [`address`] | which file an address means |
//! | [`audience`] | which pages are open |
//! | [`server`] | HTTP: which requests are answered, with which headers |
//! | `hosts` | whose requests are answered |
//! | [`live`] | what a page in a browser is told |
//! | [`findings`] | what is wrong, as the page shows it |

pub mod address;
pub mod audience;
pub mod findings;
mod hosts;
pub mod live;
mod range;
mod reply;
pub mod server;
pub mod watch;

use std::collections::HashMap;
use std::sync::Arc;

use crate::files::{Files, OutPath};
use crate::model::config::Repository;
use crate::outputs::Hosting;
use crate::pictures::Kept;
use crate::pipeline::Built;
use crate::place::SourcePath;
use address::{Answer, answer};
use findings::Findings;

/// What is served at a moment.
#[derive(Debug)]
pub struct Preview {
    /// The last site without errors; nothing until there was one.
    pub site: Option<Arc<Site>>,
    /// What is wrong now, perhaps with a later state than the one that is shown.
    pub findings: Findings,
}

/// A finished site.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its files.
    pub files: Files,
    /// What a server knows beside them.
    pub hosting: Hosting,
    /// The source files that files are made from, where it is one.
    pub origins: HashMap<OutPath, SourcePath>,
    /// Where source files are edited.
    pub repository: Option<Repository>,
    /// Where pictures are kept that somebody asked for: a preview draws no others.
    pub kept: Kept,
}

impl Site {
    /// The site that a build made.
    pub fn of(built: Built, kept: Kept) -> Self {
        let repository = built.programme.config.repository.clone();
        let Built { files, hosting, origins, .. } = built;
        Site { files, hosting, origins, repository, kept }
    }

    /// The site with other files in the place of some of its own.
    pub fn with(&self, files: Files) -> Self {
        let mut site = self.clone();
        site.files.extend(files);
        site
    }

    /// Where the source file of the page at an address is edited.
    pub fn editor_of(&self, path: &str) -> Option<String> {
        let Answer::File(file, _) = answer(self, path) else { return None };
        Some(self.repository.as_ref()?.edit(self.origins.get(file)?))
    }
}
