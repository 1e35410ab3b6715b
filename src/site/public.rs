//! What is public now. Drafts and embargoed items leave here: no output ever sees them, so none
//! can leak them.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};

use super::Programme;
use crate::markdown::{Markdown, Target};
use crate::model::Records;
use crate::model::shared::Publication;
use crate::place::SourcePath;
use crate::problem::ReferenceKind;

/// Where media lie.
const MEDIA: &str = "content/media/";

/// Files whose items are not public, and media that only they name.
#[derive(Debug, Default)]
pub struct Hidden(HashSet<SourcePath>);

impl Hidden {
    /// The items among the records that are not public at `now`; none when drafts are shown.
    pub(super) fn among(records: &Records, now: Timestamp, drafts: bool) -> Self {
        let events = records.events.iter().map(|event| (&event.file, &event.publication));
        let visits = records.delegations.iter().map(|visit| (&visit.file, &visit.publication));
        let releases = records.releases.iter().map(|release| (&release.file, &release.publication));
        let all = events.chain(visits).chain(releases);
        let hidden = |(_, publication): &(&SourcePath, &Publication)| publication.is_hidden(now);
        let files = all.filter(|_| !drafts).filter(hidden).map(|(file, _)| file.clone());
        let mut hidden = Hidden(files.collect());
        let translations = records.translations.iter();
        let of_hidden = translations.filter(|translation| hidden.contains(&translation.original));
        let of_hidden: Vec<SourcePath> = of_hidden.map(|t| t.file.clone()).collect();
        hidden.0.extend(of_hidden);
        hidden.add_media(records);
        hidden
    }

    /// Adds media that hidden items name and nothing public does. What nobody names at all is
    /// public: a newsletter may link to it.
    fn add_media(&mut self, records: &Records) {
        if self.0.is_empty() {
            return;
        }
        let (hidden, public): (Vec<_>, Vec<_>) =
            named_media(records).into_iter().partition(|(file, _)| self.contains(file));
        let public: HashSet<SourcePath> = public.into_iter().map(|(_, media)| media).collect();
        self.0.extend(
            hidden.into_iter().map(|(_, media)| media).filter(|media| !public.contains(media)),
        );
    }

    /// Takes the items that are not public out of the records.
    pub(super) fn take_out_of(&self, records: &mut Records) {
        records.events.retain(|event| !self.contains(&event.file));
        records.delegations.retain(|delegation| !self.contains(&delegation.file));
        records.releases.retain(|release| !self.contains(&release.file));
    }

    /// Whether the item of a file, or a file of `content/media/`, is not public.
    pub fn contains(&self, file: &str) -> bool {
        self.0.contains(file)
    }
}

/// Every file that names a media file, and the path of that media file.
fn named_media(records: &Records) -> Vec<(SourcePath, SourcePath)> {
    let by_reference = records.references.iter().filter_map(|reference| {
        let media: SourcePath = match reference.kind {
            ReferenceKind::Media => format!("{MEDIA}{}", reference.id).into(),
            ReferenceKind::File if reference.id.starts_with(MEDIA) => reference.id.as_str().into(),
            _ => return None,
        };
        Some((reference.file.clone(), media))
    });
    let by_site_path = texts(records).into_iter().flat_map(|(file, text)| {
        let paths = text.links.iter().filter_map(|link| match &link.target {
            Target::Site(path, _) => path.strip_prefix("/media/"),
            _ => None,
        });
        paths.map(|name| (file.clone(), format!("{MEDIA}{name}").into()))
    });
    by_reference.chain(by_site_path).collect()
}

/// Every Markdown text and its file.
fn texts(records: &Records) -> Vec<(&SourcePath, &Markdown)> {
    let events = records.events.iter();
    let visits = records.delegations.iter();
    events
        .filter_map(|event| Some((&event.file, &event.description.as_ref()?.default)))
        .chain(visits.filter_map(|visit| Some((&visit.file, &visit.description.as_ref()?.default))))
        .chain(records.releases.iter().map(|release| (&release.file, &release.body.default)))
        .chain(records.pages.iter().map(|page| (&page.file, &page.body.default)))
        .chain(records.config.boilerplate.iter().map(|text| (&records.config.file, &text.default)))
        .collect()
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
