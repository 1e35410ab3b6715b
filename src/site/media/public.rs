//! Which places that name files are public: those of items that are, and the logos of organisations
//! that something public names.

use std::collections::BTreeSet;

use super::mentions::Mention;
use crate::model::Records;
use crate::place::{SourcePath, Spot, Step};
use crate::problem::ReferenceKind;
use crate::site::Hidden;

/// What is public.
pub(super) struct Public<'r> {
    hidden: &'r Hidden,
    organisations_file: &'r SourcePath,
    /// The keys of those that something public names.
    organisations: BTreeSet<&'r str>,
}

impl<'r> Public<'r> {
    pub fn of(records: &'r Records, hidden: &'r Hidden) -> Self {
        let named = records.references.iter().filter(|reference| {
            reference.kind == ReferenceKind::Organisation && !hidden.contains(&reference.file)
        });
        Public {
            hidden,
            organisations_file: &records.organisations.file,
            organisations: named.map(|reference| reference.id.as_str()).collect(),
        }
    }

    /// Whether a place is public.
    pub fn has(&self, mention: &Mention) -> bool {
        match self.organisation(mention) {
            Some(key) => self.organisations.contains(key),
            None => !self.hidden.contains(&mention.file),
        }
    }

    /// The organisation that a file is named for.
    fn organisation<'m>(&self, mention: &'m Mention) -> Option<&'m str> {
        let path = match &mention.spot {
            Spot::Value(path) if mention.file == *self.organisations_file => path,
            _ => return None,
        };
        match path.first()? {
            Step::Key(key) => Some(key),
            Step::Item(_) => None,
        }
    }
}
