//! What a target says of publications: which files there are ours, and whether one was broken off.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::files::OutPath;
use crate::manifest::GENERATOR;

/// Where journals lie at a target. They are written one after the other, so that one is whole even
/// where a file can be half written. Web servers do not show names that begin with a dot.
pub const PATHS: [&str; 2] = [".bba-publish-1.json", ".bba-publish-2.json"];

/// What a target says of publications.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Journal {
    generator: String,
    /// Everything that publications of ours have put there, or may have.
    pub ours: BTreeSet<OutPath>,
    /// What the publication under way puts or removes: nobody knows which of it is done.
    pub touched: BTreeSet<OutPath>,
    /// What stays until the next publication, for those who still have older pages.
    pub kept: BTreeSet<OutPath>,
}

impl Journal {
    /// A new one.
    pub fn new(
        ours: BTreeSet<OutPath>,
        touched: BTreeSet<OutPath>,
        kept: BTreeSet<OutPath>,
    ) -> Self {
        Journal { generator: GENERATOR.to_owned(), ours, touched, kept }
    }

    /// Reads those that are whole; two that differ say together what may be the case. `None` when
    /// there is none.
    pub fn read<'b>(journals: impl Iterator<Item = &'b [u8]>) -> Option<Journal> {
        let read = |bytes: &[u8]| serde_json::from_slice::<Journal>(bytes).ok();
        let whole = journals.filter_map(read).filter(|journal| journal.generator == GENERATOR);
        whole.reduce(|mut one, other| {
            one.ours.extend(other.ours);
            one.touched.extend(other.touched);
            one.kept.extend(other.kept);
            one
        })
    }

    /// As it is written.
    pub fn bytes(&self) -> Vec<u8> {
        // Texts always have a JSON form.
        serde_json::to_vec(self).unwrap_or_default()
    }

    /// Whether a publication was broken off.
    pub fn is_needed(&self) -> bool {
        !self.touched.is_empty()
    }
}
