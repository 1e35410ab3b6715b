//! JSON Schemas of the content files: with them an editor program completes keys, explains them
//! and underlines mistakes while somebody types. They are draft 07, which is what the YAML
//! language server of common editors reads best.
//!
//! The tables in `kinds` say in German what every key means. What is right is decided by
//! [`read`](crate::read) alone: tests hold that both know the same keys and that no valid
//! file is called wrong here.

mod kinds;
mod parts;
mod shapes;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::language::Language;

/// Where the schemas of a site lie; names that begin with `.` are ignored by builds.
pub const FOLDER: &str = "content/.schema";

/// A kind of content file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// `site.yaml`
    Site,
    /// `events/ID.yaml`
    Event,
    /// `delegations/ID.yaml`
    Delegation,
    /// The front matter of `press/DATE-SLUG.md`
    Press,
    /// The front matter of `pages/NAME.md`
    Page,
    /// `organisations.yaml`
    Organisations,
    /// `contacts.yaml`
    Contacts,
    /// `venues.yaml`
    Venues,
    /// `sectors.yaml`
    Sectors,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 9] = [
        Kind::Site,
        Kind::Event,
        Kind::Delegation,
        Kind::Press,
        Kind::Page,
        Kind::Organisations,
        Kind::Contacts,
        Kind::Venues,
        Kind::Sectors,
    ];

    /// The word on the command line and in file names.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Site => "site",
            Kind::Event => "event",
            Kind::Delegation => "delegation",
            Kind::Press => "press",
            Kind::Page => "page",
            Kind::Organisations => "organisations",
            Kind::Contacts => "contacts",
            Kind::Venues => "venues",
            Kind::Sectors => "sectors",
        }
    }
}

/// The schema of a kind of file, for a site with these languages, the default first.
pub fn schema(kind: Kind, languages: &[Language]) -> Value {
    let mut schema = match kind {
        Kind::Site => kinds::site(),
        Kind::Event => kinds::event(),
        Kind::Delegation => kinds::delegation(),
        Kind::Press => kinds::press(),
        Kind::Page => kinds::page(),
        Kind::Organisations => kinds::organisations(),
        Kind::Contacts => kinds::contacts(),
        Kind::Venues => kinds::venues(),
        Kind::Sectors => kinds::sectors(),
    };
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["definitions"] = shapes::definitions(languages);
    schema
}

/// The schema as the text of a file.
pub fn text(kind: Kind, languages: &[Language]) -> String {
    format!("{:#}\n", schema(kind, languages))
}
