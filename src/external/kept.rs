//! What was answered in the last days, so that nobody is asked twice a week.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::ask::Verdict;
use crate::own_folder;

/// The file, below [`own_folder`].
const FILE: &str = "links.json";

/// How long an answer counts.
const DAYS: i64 = 7;

/// What was answered.
#[derive(Debug, Default)]
pub(super) struct Kept(BTreeMap<String, Answered>);

#[derive(Debug, Serialize, Deserialize)]
struct Answered {
    /// In seconds since 1970.
    at: i64,
    verdict: Verdict,
}

impl Kept {
    /// Reads what still counts. A file that is damaged is none.
    pub fn read(root: &Path, now: Timestamp) -> Kept {
        let bytes = own_folder::read(root, FILE).unwrap_or_default();
        let mut kept: BTreeMap<String, Answered> =
            serde_json::from_slice(&bytes).unwrap_or_default();
        kept.retain(|_, answered| {
            (0..DAYS * 24 * 60 * 60).contains(&(now.as_second() - answered.at))
        });
        Kept(kept)
    }

    /// What was answered for an address.
    pub fn verdict(&self, url: &str) -> Option<Verdict> {
        self.0.get(url).map(|answered| answered.verdict.clone())
    }

    /// Keeps an answer; one that may be another in an hour is none to keep.
    pub fn keep(&mut self, url: &str, verdict: &Verdict, at: Timestamp) {
        if matches!(verdict, Verdict::Fine | Verdict::Gone(_)) {
            self.0
                .insert(url.to_owned(), Answered { at: at.as_second(), verdict: verdict.clone() });
        }
    }

    /// Writes it; where nothing can be written everything is asked again.
    pub fn write(&self, root: &Path) {
        if let Ok(bytes) = serde_json::to_vec_pretty(&self.0) {
            let _ = own_folder::write(root, FILE, &bytes);
        }
    }
}
