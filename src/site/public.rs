//! What is public now. Drafts and embargoed items leave here: no output ever sees them, so none
//! can leak them.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::Programme;
use crate::model::Records;
use crate::model::shared::Publication;
use crate::place::SourcePath;

/// Which items are shown.
#[derive(Debug, Clone, Copy)]
pub enum Showing {
    /// What is public at an instant.
    PublicAt(Timestamp),
    /// Drafts and embargoed items too.
    All,
}

/// Files whose items are not public.
#[derive(Debug, Default)]
pub struct Hidden(HashSet<SourcePath>);

impl Hidden {
    /// The items among the records that are not shown.
    pub(super) fn among(records: &Records, shown: Showing) -> Self {
        let Showing::PublicAt(at) = shown else { return Hidden::default() };
        let hidden = |(_, publication): &(&SourcePath, &Publication)| publication.is_hidden(at);
        let pages = records.pages.iter().filter(|page| page.draft).map(|page| &page.file);
        let files = records.publications().filter(hidden).map(|(file, _)| file).chain(pages);
        let mut hidden = Hidden(files.cloned().collect());
        let translations = records.translations.iter();
        let of_hidden = translations.filter(|translation| hidden.contains(&translation.original));
        let of_hidden: Vec<SourcePath> = of_hidden.map(|t| t.file.clone()).collect();
        hidden.0.extend(of_hidden);
        hidden
    }

    /// Takes the items that are not public out of the records.
    pub(super) fn take_out_of(&self, records: &mut Records) {
        records.events.retain(|event| !self.contains(&event.file));
        records.delegations.retain(|delegation| !self.contains(&delegation.file));
        records.releases.retain(|release| !self.contains(&release.file));
        records.pages.retain(|page| !self.contains(&page.file));
    }

    /// The files of all of them.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        self.0.iter()
    }

    /// Whether the item of a file is not public.
    pub fn contains(&self, file: &str) -> bool {
        self.0.contains(file)
    }
}

impl Programme {
    /// Whether the main feed still has what ended on a day, see `calendar.keep` in site.yaml.
    pub fn is_kept(&self, last: Date) -> bool {
        self.oldest_kept(self.today()).is_none_or(|oldest| oldest <= last)
    }

    fn oldest_kept(&self, today: Date) -> Option<Date> {
        today.checked_sub(self.keep()?).ok()
    }

    fn keep(&self) -> Option<Span> {
        Span::new().try_months(self.config.calendar.keep?.months).ok()
    }

    /// The day on which what ended on `last` leaves the main feed.
    pub(super) fn leaves_feed(&self, last: Date) -> Option<Date> {
        let mut day = last.checked_add(self.keep()?).ok()?.tomorrow().ok()?;
        // Months differ in length: the last days of one can all lie a month after one day.
        while self.oldest_kept(day)? <= last {
            day = day.tomorrow().ok()?;
        }
        Some(day)
    }
}
