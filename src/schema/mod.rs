//! JSON Schemas of the content files: with them an editor program completes keys, explains them
//! and underlines mistakes while somebody types. They are draft 07, which is what the YAML
//! language server of common editors reads best.
//!
//! They say what the tables of keys in [`model`](crate::model) say. Which values are right is
//! decided by [`read`](crate::read): a test holds that no valid file is called wrong here.

mod shapes;

use clap::ValueEnum;
use serde_json::{Value, json};

use crate::language::Language;
use crate::model::{config, delegation, event, page, registry, release, venue};
use crate::yaml::key::Form;

/// Where the schemas of a site are; names that begin with `.` are ignored by builds.
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
    /// The word on the command line and in file names.
    pub fn word(self) -> String {
        // No kind is left out on the command line.
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }
}

/// The form of a kind of file.
fn form(kind: Kind) -> Form {
    match kind {
        Kind::Site => Form::Keys(config::KEYS),
        Kind::Event => Form::Keys(event::KEYS),
        Kind::Delegation => Form::Keys(delegation::KEYS),
        Kind::Press => Form::Keys(release::KEYS),
        Kind::Page => Form::Keys(page::KEYS),
        Kind::Organisations => Form::ById(registry::ORGANISATION_KEYS),
        Kind::Contacts => Form::ById(registry::CONTACT_KEYS),
        Kind::Venues => Form::ById(venue::KEYS),
        Kind::Sectors => Form::ById(registry::SECTOR_KEYS),
    }
}

/// The schema of a kind of file, for a site with these languages, the default first.
pub fn schema(kind: Kind, languages: &[Language]) -> Value {
    let mut schema = shapes::of(&form(kind));
    if kind == Kind::Event {
        schema["anyOf"] = json!([{ "required": ["start"] }, { "required": ["within"] }]);
    }
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["definitions"] = shapes::definitions(languages);
    schema
}

/// The schema as the text of a file.
pub fn text(kind: Kind, languages: &[Language]) -> String {
    format!("{:#}\n", schema(kind, languages))
}
