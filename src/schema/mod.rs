//! JSON Schemas of the content files: with them an editor program completes keys, explains them
//! and underlines mistakes while somebody types. They are draft 07, which is what the YAML
//! language server of common editors reads best.
//!
//! They say what the tables of keys in [`model`](crate::model) say. Which values are right is
//! decided by [`read`](crate::read): a test holds that no valid file is called wrong here.
//!
//! Those of the data files are for programs that read what is published; a test holds that what
//! is published keeps them.

mod data;
mod shapes;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use serde_json::{Value, json};

use crate::language::Language;
use crate::model::config::Config;
use crate::model::{accessibility, config, delegation, event, page, registry, release, venue};
use crate::yaml::key::Form;

/// Where the schemas of a site are; names that begin with `.` are ignored by builds.
pub const FOLDER: &str = "content/.schema";

pub use data::{DataKind, schema as of_data};

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A kind of content file.
    Content(Kind),
    /// A data file of the output.
    Data(DataKind),
}

impl ValueEnum for Subject {
    fn value_variants<'a>() -> &'a [Self] {
        use Subject::{Content, Data};
        &[
            Content(Kind::Site),
            Content(Kind::Event),
            Content(Kind::Delegation),
            Content(Kind::Press),
            Content(Kind::Page),
            Content(Kind::Organisations),
            Content(Kind::Contacts),
            Content(Kind::Venues),
            Content(Kind::Sectors),
            Content(Kind::Accessibility),
            Data(DataKind::Events),
            Data(DataKind::Delegations),
            Data(DataKind::Press),
            Data(DataKind::Accessibility),
        ]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Subject::Content(kind) => kind.to_possible_value(),
            Subject::Data(kind) => Some(PossibleValue::new(kind.word())),
        }
    }
}

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
    /// `accessibility.yaml`
    Accessibility,
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
        Kind::Accessibility => Form::Keys(accessibility::KEYS),
    }
}

/// What a site says of itself, and its files may name.
#[derive(Debug, Clone, Default)]
pub struct OfSite {
    /// Its languages, the default first.
    pub languages: Vec<Language>,
    /// Kinds of events besides the built-in ones.
    pub kinds: Vec<String>,
    /// Keys below `extra`.
    pub own_fields: Vec<String>,
}

impl From<&Config> for OfSite {
    fn from(config: &Config) -> Self {
        let keys = |named: &[(String, _)]| named.iter().map(|(key, _)| key.clone()).collect();
        OfSite {
            languages: config.languages.clone(),
            kinds: keys(&config.kinds),
            own_fields: keys(&config.own_fields),
        }
    }
}

/// The schema of a kind of file of a site.
pub fn schema(kind: Kind, site: &OfSite) -> Value {
    let mut schema = shapes::of(&form(kind));
    if kind == Kind::Event {
        schema["anyOf"] = json!([{ "required": ["start"] }, { "required": ["within"] }]);
    }
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["definitions"] = shapes::definitions(site);
    schema
}

/// The schema as the text of a file.
pub fn text(subject: Subject, site: &OfSite) -> String {
    let schema = match subject {
        Subject::Content(kind) => schema(kind, site),
        Subject::Data(kind) => of_data(kind),
    };
    format!("{schema:#}\n")
}
