//! What is public now, and when that changes. Drafts and embargoed items leave here: no
//! output ever sees them, so none can leak them.

use std::collections::HashSet;

use jiff::Timestamp;

use super::Site;
use crate::content::Records;
use crate::content::shared::Publication;
use crate::source::SourcePath;

/// Files whose items are not public.
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
        Hidden(all.filter(|_| !drafts).filter(hidden).map(|(file, _)| file.clone()).collect())
    }

    /// Takes the items that are not public out of the records.
    pub(super) fn take_out_of(&self, records: &mut Records) {
        records.events.retain(|event| !self.contains(&event.file));
        records.delegations.retain(|delegation| !self.contains(&delegation.file));
        records.releases.retain(|release| !self.contains(&release.file));
    }

    /// Whether the item of a file is not public.
    pub fn contains(&self, file: &str) -> bool {
        self.0.contains(file)
    }
}

impl Site {
    /// The next instant at which what is public would change of itself: an event is over, a
    /// registration opens or closes, a visit begins or ends, a contact goes. Embargoes are
    /// left out: they would tell that something is coming.
    pub fn next_change(&self) -> Option<Timestamp> {
        let day_start = |day: jiff::civil::Date| {
            day.to_zoned(self.zone().clone()).ok().map(|start| start.timestamp())
        };
        let after = |day: jiff::civil::Date| day.tomorrow().ok().and_then(day_start);
        let events = self.events.iter().flat_map(|event| {
            let registration = event.registration.as_ref();
            [
                event.over(),
                registration.and_then(|r| r.opens.as_ref()).map(|opens| opens.timestamp()),
                registration.and_then(|r| r.deadline.as_ref()).map(|d| d.over.timestamp()),
            ]
        });
        let visits = self.delegations.iter().flat_map(|delegation| {
            let days = delegation.dates.days();
            [day_start(days.first), after(days.last)]
        });
        let contacts = self.contacts.values().map(|contact| contact.until.and_then(after));
        events.chain(visits).chain(contacts).flatten().filter(|at| *at > self.now).min()
    }
}
