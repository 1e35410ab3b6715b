//! Events, visits and deadlines as calendar entries.

use jiff::Timestamp;

use super::text;
use crate::country::Country;
use crate::dates::Dates;
use crate::icalendar::{
    Alarm, Attachment, Before, Conference, Entry, EntryTime, Geo, Organizer, Picture, Status,
    TextLanguages,
};
use crate::media_type;
use crate::model::delegation::VisitDates;
use crate::model::shared::{self, Extras, Publication};
use crate::route::Route;
use crate::site::{Delegation, Event, Occurrence, Site};
use crate::values::{DelegationStatus, EventStatus, Timetable, When};

/// The entries of those dates of a series that are not as the rule says, or come on top.
///
/// A cancelled date is an entry that says so, like a cancelled event, and no EXDATE: Google hides
/// it either way, everybody else sees why nobody will be there. What `except` says was never a
/// date, and is an EXDATE. A date on top is an entry of its own, because some readers do not show
/// those of RDATE.
pub(super) fn of_changes(site: &Site, event: &Event) -> Vec<Entry> {
    let changed = |date: &Occurrence<'_>| date.is_changed() || date.is_extra();
    let entry = |date: Occurrence<'_>| {
        let entry = of_event(site, &date);
        match date.of_series.filter(|own| own.is_extra) {
            Some(own) => Entry {
                uid: site.uid_of_extra(event, own).to_string(),
                sibling_uid: Some(entry.uid.clone()),
                recurrence_id: None,
                ..entry
            },
            None => entry,
        }
    };
    site.occurrences(event).into_iter().filter(changed).map(entry).collect()
}

/// One date of a series as an entry of its own; nothing of what is no series.
pub fn of_date(site: &Site, occurrence: &Occurrence<'_>) -> Option<Entry> {
    occurrence.of_series?;
    Some(Entry { recurrence_id: None, ..of_event(site, occurrence) })
}

/// The entry of an occurrence; of a series as a whole with its rule.
pub(super) fn of_event(site: &Site, occurrence: &Occurrence<'_>) -> Entry {
    let language = &site.language;
    let event = occurrence.event;
    let status = occurrence.status;
    let open = matches!(occurrence.date, Timetable::Within(_) | Timetable::HourFollows(_));
    let called_off = occurrence.is_called_off();
    let title = titled(site, event.title.get(language), status.word(), called_off);
    let parent = event.delegations.first().map(|visit| site.delegation(*visit));
    let repeat = event.repeat.as_ref().filter(|_| occurrence.of_series.is_none());
    Entry {
        status: match status {
            EventStatus::Cancelled => Status::Cancelled,
            EventStatus::Postponed => Status::Postponed,
            EventStatus::Planned => Status::Tentative,
            EventStatus::Confirmed | EventStatus::MovedOnline if open => Status::Tentative,
            EventStatus::Confirmed | EventStatus::MovedOnline => Status::Confirmed,
        },
        transparent: open || called_off,
        recurrence: repeat.map(|repeat| repeat.recurrence.clone()),
        recurrence_id: occurrence.of_series.map(|date| date.regular.clone()),
        languages: TextLanguages {
            summary: text::foreign(site, &event.title),
            description: text::language(site, event.summary.as_ref(), event.description.as_ref()),
            location: text::location_language(site, occurrence),
            conference: occurrence
                .online
                .and_then(|online| text::foreign(site, online.label.as_ref()?)),
        },
        description: Some(text::of_event(site, occurrence)),
        location: text::location(site, occurrence),
        geo: occurrence.venue.and_then(|venue| venue.geo).and_then(|(lat, lon)| Geo::new(lat, lon)),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        organizer: organizer(site),
        contacts: text::contact(site, event.contact.as_ref()).into_iter().collect(),
        categories: categories(
            site,
            &event.countries,
            event.kind.as_ref().map(|kind| site.kind_name(kind)),
        ),
        parent_uid: parent
            .filter(|visit| matches!(visit.dates, VisitDates::Fixed(_)))
            .map(|visit| site.uid("delegation", &visit.id).to_string()),
        conference: occurrence.online.map(|online| Conference {
            url: online.url.0.clone(),
            label: online.label.as_ref().map(|label| label.get(language).clone()),
        }),
        attachments: attachments(site, &event.extras),
        picture: picture(site, &event.extras),
        ..published(
            site,
            (&event.publication, site.occurrence_modified(occurrence)),
            ("event", &event.id),
            event_time(occurrence.date),
            title,
        )
    }
}

fn event_time(date: &Timetable) -> EntryTime {
    match date {
        Timetable::Timed { start, end } => {
            EntryTime::Timed { start: start.clone(), end: end.clone() }
        }
        Timetable::Days(days) | Timetable::Within(days) => {
            EntryTime::AllDay { first: days.first, last: days.last }
        }
        Timetable::HourFollows(day) => EntryTime::AllDay { first: *day, last: *day },
    }
}

/// The entry of a visit whose days are fixed: all-day, and nobody is busy for a week.
pub(super) fn of_visit(site: &Site, visit: &Delegation) -> Option<Entry> {
    let VisitDates::Fixed(days) = visit.dates else { return None };
    let time = EntryTime::AllDay { first: days.first, last: days.last };
    let called_off =
        matches!(visit.status, DelegationStatus::Cancelled | DelegationStatus::Postponed);
    let title = titled(site, visit.title.get(&site.language), visit.status.word(), called_off);
    Some(Entry {
        status: match visit.status {
            DelegationStatus::Cancelled => Status::Cancelled,
            DelegationStatus::Postponed => Status::Postponed,
            DelegationStatus::Planned => Status::Tentative,
            DelegationStatus::Confirmed => Status::Confirmed,
        },
        transparent: true,
        languages: TextLanguages {
            summary: text::foreign(site, &visit.title),
            description: text::language(site, visit.summary.as_ref(), visit.description.as_ref()),
            ..TextLanguages::default()
        },
        description: Some(text::of_visit(site, visit)),
        url: Some(site.routes.absolute(Route::Delegation(&visit.id))),
        organizer: organizer(site),
        contacts: text::contact(site, visit.contact.as_ref()).into_iter().collect(),
        categories: categories(
            site,
            &visit.countries,
            Some(site.strings.get("events.kind.delegation")),
        ),
        attachments: attachments(site, &visit.extras),
        picture: picture(site, &visit.extras),
        ..published(
            site,
            (&visit.publication, site.visit_modified(visit)),
            ("delegation", &visit.id),
            time,
            title,
        )
    })
}

/// The entry of the last day to register: all-day, and it takes nobody's time.
pub(super) fn of_deadline(site: &Site, event: &Event) -> Option<Entry> {
    let deadline = event.registration.as_ref()?.deadline.as_ref()?;
    let day = deadline.last_day();
    let key = match deadline.written {
        When::Day(_) => "calendar.deadline",
        When::Time(..) => "calendar.deadline_at",
    };
    let dates = Dates(&site.strings);
    let time = dates.end_time_by(&deadline.over, &site.clocks(&site.whole(event)));
    let title = event.title.get(&site.language);
    let title = site.strings.fill(key, &[("title", title), ("time", &time)]);
    let occurrence = site.first_occurrence(event);
    let called_off = occurrence.is_called_off();
    Some(Entry {
        status: if called_off { Status::Cancelled } else { Status::Confirmed },
        transparent: true,
        languages: TextLanguages {
            summary: text::foreign(site, &event.title),
            ..TextLanguages::default()
        },
        description: Some(text::of_deadline(site, &occurrence)),
        url: Some(site.routes.absolute(Route::Event(&event.id))),
        organizer: organizer(site),
        contacts: text::contact(site, event.contact.as_ref()).into_iter().collect(),
        ..published(
            site,
            (&event.publication, site.occurrence_modified(&occurrence)),
            ("deadline", &event.id),
            EntryTime::AllDay { first: day, last: day },
            titled(site, &title, occurrence.status.word(), called_off),
        )
    })
}

/// A title; when something is called off that stands before it, because some clients hide STATUS.
fn titled(site: &Site, title: &str, status: &str, called_off: bool) -> String {
    if !called_off {
        return title.to_owned();
    }
    let prefix = format!("calendar.status.{status}");
    // A language of a theme's own may have no words for this place alone.
    let key = if site.strings.has(&prefix) { prefix } else { format!("events.status.{status}") };
    let word = site.strings.get(&key);
    site.strings.fill("calendar.called_off", &[("status", word), ("title", title)])
}

/// UID, DTSTAMP, CREATED, LAST-MODIFIED and SEQUENCE come from the content, never from the clock.
fn published(
    site: &Site,
    (publication, modified): (&Publication, Timestamp),
    (kind, id): (&str, &str),
    time: EntryTime,
    title: String,
) -> Entry {
    let uid = site.uid(kind, id).to_string();
    let modified = site.entry_modified(modified);
    Entry {
        created: Some(publication.published),
        last_modified: Some(modified),
        sequence: u32::try_from(publication.updates.len()).unwrap_or(u32::MAX),
        language: Some(site.language.tag().to_owned()),
        ..Entry::new(uid, modified, time, title)
    }
}

/// What reminds of an entry: a day before, for whole days at nine in the morning of the day
/// before. What does not take place then reminds of nothing.
pub(super) fn alarm(site: &Site, entry: &Entry) -> Option<Alarm> {
    if matches!(entry.status, Status::Cancelled | Status::Postponed) {
        return None;
    }
    let before = match entry.time {
        EntryTime::Timed { .. } => Before::Days(1),
        EntryTime::AllDay { .. } => Before::Hours(15),
    };
    let date = entry.recurrence_id.as_ref().map(|regular| format!("/{}", regular.day()));
    let id = format!("{}{}", entry.uid, date.unwrap_or_default());
    Some(Alarm {
        uid: site.uid("alarm", &id).to_string(),
        before,
        description: entry.summary.clone(),
        language: entry.languages.summary.clone(),
    })
}

fn organizer(site: &Site) -> Option<Organizer> {
    let contact = site.config.calendar.organizer.as_ref().and_then(|key| site.contact(key))?;
    let email = contact.email.as_ref()?.0.clone();
    let publisher =
        site.config.organisation.as_ref().and_then(|key| site.organisations.get(&key.0));
    let name = publisher.map_or(&contact.name, |publisher| &publisher.name);
    Some(Organizer { name: name.get(&site.language).clone(), email })
}

fn attachments(site: &Site, extras: &Extras) -> Vec<Attachment> {
    let attachment = |file: &shared::Attachment| Attachment {
        url: site.routes.absolute(Route::Media(&file.file.0)),
        media_type: media_type::bare(&file.file.0).map(str::to_owned),
        title: Some(file.title.get(&site.language).clone()),
    };
    extras.attachments.iter().map(attachment).collect()
}

fn picture(site: &Site, extras: &Extras) -> Option<Picture> {
    let file = &extras.images.first()?.file.0;
    let media_type = media_type::bare(file).map(str::to_owned);
    Some(Picture { url: site.routes.absolute(Route::Media(file)), media_type })
}

fn categories(site: &Site, countries: &[&'static Country], kind: Option<&str>) -> Vec<String> {
    let countries = countries.iter().map(|country| country.name(site.language.tag()).to_owned());
    kind.map(str::to_owned).into_iter().chain(countries).collect()
}
