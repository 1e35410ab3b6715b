//! What calendar entries say in words. A description opens with what a visitor needs, because
//! clients show its first lines; the page's address stands last, because many show no URL.

use super::shorten;
use crate::dates::Dates;
use crate::language::Translated;
use crate::model::repeat::DateChange;
use crate::model::shared::{Attachment, Extras};
use crate::model::venue::Venue;
use crate::route::Route;
use crate::site::{Delegation, Occurrence, Site};
use crate::values::{EventStatus, Id, RegistrationState, Timetable};

/// The most octets of a description in the file: some clients cut longer ones, wherever that is.
const MAX_DESCRIPTION: usize = 8_000;

/// The description of an occurrence.
pub(super) fn of_event(site: &Site, occurrence: &Occurrence<'_>) -> String {
    let event = occurrence.event;
    let venue = occurrence.venue;
    let room = venue.and_then(|venue| optional(site, venue.room.as_ref()));
    let directions = venue.and_then(|venue| optional(site, venue.directions.as_ref()));
    let place: Vec<String> = room.into_iter().chain(directions).collect();
    let registration = registration(site, occurrence);
    paragraphs([
        status(site, occurrence),
        open(site, occurrence.date),
        registration.clone(),
        Some(place.join("\n")),
        online(site, occurrence),
        contact_line(site, event.contact.as_ref(), registration.as_deref()),
        optional(site, event.summary.as_ref()),
        event.description.as_ref().map(|text| site.plain(text.get(&site.language))),
        files(site, &event.extras),
        optional(site, site.config.funding_notice.as_ref()),
        Some(site.routes.absolute(Route::Event(&event.id))),
    ])
}

/// The language of a text, if it is not the calendar's.
pub(super) fn foreign<T>(site: &Site, text: &Translated<T>) -> Option<String> {
    site.own(text).is_none().then(|| site.language_of(text).tag().to_owned())
}

/// The language of a description by what an editor wrote of it, if all of that is in another than
/// the calendar's.
pub(super) fn language<S, D>(
    site: &Site,
    summary: Option<&Translated<S>>,
    description: Option<&Translated<D>>,
) -> Option<String> {
    let summary = summary.map(|text| foreign(site, text));
    let description = description.map(|text| foreign(site, text));
    common(summary.into_iter().chain(description))
}

/// What all of them are.
fn common(mut languages: impl Iterator<Item = Option<String>>) -> Option<String> {
    let first = languages.next()??;
    languages.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

/// The language of a place, if it is not the calendar's. Names have none.
pub(super) fn location_language(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    let venue = occurrence.venue?;
    let parts =
        [Some(&venue.name), venue.room.as_ref(), venue.street.as_ref(), venue.city.as_ref()];
    let texts = parts.into_iter().flatten().filter(|part| !part.is_name);
    common(texts.map(|part| foreign(site, part)))
}

/// The description of a visit.
pub(super) fn of_visit(site: &Site, visit: &Delegation) -> String {
    paragraphs([
        optional(site, visit.summary.as_ref()),
        contact_line(site, visit.contact.as_ref(), None),
        visit.description.as_ref().map(|text| site.plain(text.get(&site.language))),
        files(site, &visit.extras),
        optional(site, site.config.funding_notice.as_ref()),
        Some(site.routes.absolute(Route::Delegation(&visit.id))),
    ])
}

/// The description of a deadline: how to register, and when the event is.
pub(super) fn of_deadline(site: &Site, occurrence: &Occurrence<'_>) -> String {
    let event = occurrence.event;
    let dates = Dates(&site.strings);
    let when = dates.event_by(occurrence.date, false, &site.clocks(occurrence));
    let series = event.repeat.as_ref().map(|repeat| {
        let rule = dates.series(&repeat.recurrence, occurrence.date.days().first);
        site.strings.fill("repeat.dates", &[("rule", &rule)])
    });
    let title = event.title.get(&site.language);
    paragraphs([
        status(site, occurrence),
        registration(site, occurrence),
        Some(format!("{title}\n{when}")),
        series,
        Some(site.routes.absolute(Route::Event(&event.id))),
    ])
}

fn optional(site: &Site, text: Option<&Translated<String>>) -> Option<String> {
    text.map(|text| text.get(&site.language).clone())
}

/// »Programm: https://…«: many clients do not show `ATTACH`.
fn files(site: &Site, extras: &Extras) -> Option<String> {
    let line = |file: &Attachment| {
        let url = site.routes.absolute(Route::Media(&file.file.0));
        format!("{}: {url}", file.title.get(&site.language))
    };
    let lines: Vec<String> = extras.attachments.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// The paragraphs of a description, of which the last is the page's address. Where there is no room
/// for all of them, the longest end earlier: the rest is on the page.
fn paragraphs(parts: impl IntoIterator<Item = Option<String>>) -> String {
    let mut parts: Vec<String> =
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    shorten::fit(&mut parts, MAX_DESCRIPTION);
    parts.join(shorten::BETWEEN)
}

/// That it is called off or has moved online: what the editor says, else the usual words.
fn status(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    let change = occurrence.of_series.and_then(|date| date.change.as_ref());
    // »Diese Veranstaltung findet nicht statt« would say too much of one date.
    if let Some(DateChange { is_cancelled: true, note: None, .. }) = change {
        return Some(site.strings.get("repeat.date_cancelled").to_owned());
    }
    let usual = || match occurrence.status {
        EventStatus::Planned | EventStatus::Confirmed => None,
        status => {
            Some(site.strings.get(&format!("events.status_text.{}", status.word())).to_owned())
        }
    };
    optional(site, occurrence.note).or_else(usual)
}

/// What is not known yet.
fn open(site: &Site, date: &Timetable) -> Option<String> {
    match date {
        Timetable::Within(_) => Some(site.strings.get("calendar.day_follows").to_owned()),
        Timetable::HourFollows(_) => Some(site.strings.get("calendar.hour_follows").to_owned()),
        Timetable::Timed { .. } | Timetable::Days(_) => None,
    }
}

/// »Anmeldung bis Freitag, 20. September 2019, 12 Uhr bei … Dieser Eintrag ist keine Anmeldung.«
fn registration(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    let event = occurrence.event;
    let registration = event.registration.as_ref().filter(|_| !occurrence.is_called_off())?;
    let state = site.strings.get(&format!("registration.state.{}", registration.state.word()));
    match registration.state {
        RegistrationState::Full | RegistrationState::Closed => return Some(format!("{state}.")),
        RegistrationState::Few | RegistrationState::Waitlist | RegistrationState::Open => {}
    }
    let dates = Dates(&site.strings);
    let clocks = site.clocks(&site.whole(event));
    let from = registration.opens.as_ref().map(|opens| {
        let time = dates.span_by(opens, None, &clocks);
        site.strings.fill("calendar.register_from", &[("time", &time)])
    });
    let until = registration.deadline.as_ref().map(|deadline| {
        let time = dates.deadline(deadline, &clocks);
        site.strings.fill("registration.until", &[("time", &time)])
    });
    let ways = site.ways_to_register(event, registration);
    let phone = ways.phone.map(|phone| phone.shown.as_str());
    let person: Vec<&str> = [ways.name, ways.email, phone].into_iter().flatten().collect();
    let at = (!person.is_empty())
        .then(|| site.strings.fill("calendar.register_with", &[("how", &person.join(", "))]));
    let on = ways.url.map(|url| site.strings.fill("calendar.register_on", &[("url", url)]));
    let how: Vec<String> = from.into_iter().chain(until).chain(on).chain(at).collect();
    let line = match how.as_slice() {
        [] => None,
        how => Some(site.strings.fill("calendar.register", &[("how", &how.join(" "))])),
    };
    let waits = registration.state == RegistrationState::Waitlist;
    let not_this = site.strings.get("calendar.not_a_registration").to_owned();
    let sentences = waits.then(|| format!("{state}.")).into_iter().chain(line).chain([not_this]);
    Some(sentences.collect::<Vec<_>>().join(" "))
}

/// »Online: https://…«: many clients do not show `CONFERENCE`.
fn online(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    let online = occurrence.online?;
    Some(format!("{}: {}", site.strings.get("events.online"), online.url.0))
}

/// Whom to ask, unless the line on registration says all of it.
fn contact_line(site: &Site, key: Option<&Id>, registration: Option<&str>) -> Option<String> {
    let parts = contact_parts(site, key?)?;
    if registration.is_some_and(|line| parts.iter().all(|part| line.contains(part))) {
        return None;
    }
    Some(format!("{}: {}", site.strings.get("contact.title"), parts.join(", ")))
}

/// »Name, telephone, e-mail« of a contact.
pub(super) fn contact(site: &Site, key: Option<&Id>) -> Option<String> {
    Some(contact_parts(site, key?)?.join(", "))
}

fn contact_parts<'s>(site: &'s Site, key: &Id) -> Option<Vec<&'s str>> {
    let contact = site.contact(key)?;
    let name = contact.name.get(&site.language).as_str();
    let phone = contact.phone.as_ref().map(|phone| phone.shown.as_str());
    let email = contact.email.as_ref().map(|email| email.0.as_str());
    Some([Some(name), phone, email].into_iter().flatten().collect())
}

/// Where an occurrence is, in one line: Outlook shows only the first.
pub(super) fn location(site: &Site, occurrence: &Occurrence<'_>) -> Option<String> {
    match occurrence.venue {
        Some(venue) => Some(venue_line(site, venue)),
        None if occurrence.is_online() => Some(site.strings.get("events.online").to_owned()),
        None => None,
    }
}

/// Where a venue is, in one line: »HTW, Markt 1, 01069 Dresden, Deutschland«.
pub fn venue_line(site: &Site, venue: &Venue) -> String {
    let name = venue.name.get(&site.language).clone();
    let city =
        optional(site, venue.city.as_ref()).filter(|_| !venue.name_says_city(&site.language));
    let city = match (&venue.postcode, city) {
        (Some(postcode), Some(city)) => Some(format!("{postcode} {city}")),
        (postcode, city) => city.or(postcode.clone()),
    };
    let country = venue.country.map(|country| country.name(site.language.tag()).to_owned());
    let room = optional(site, venue.room.as_ref());
    let street = optional(site, venue.street.as_ref());
    let parts: Vec<String> =
        [Some(name), room, street, city, country].into_iter().flatten().collect();
    parts.join(", ").replace('\n', " ")
}
