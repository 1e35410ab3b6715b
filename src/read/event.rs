//! `events/ID.yaml`: what was typed ([`EventFile`]) and what it means ([`EventRecord`]).

use jiff::tz::TimeZone;
use serde::Deserialize;

use super::reader::Reader;
use super::repeat::{RepeatFile, repeat};
use super::shared::{
    AttachmentFile, ExtrasFile, ImageFile, PublicationFile, RolesFile, UpdateFile, WebLinkFile,
    extras, publication, roles, web_link,
};
use super::venue::{VenueFile, venue};
use crate::country::Country;
use crate::language::Language;
use crate::model::event::*;
use crate::model::venue::VenueRef;
use crate::place::Path;
use crate::problem::{ReferenceKind, TimeProblem};
use crate::values::{
    Currency, Days, Decimal, Email, EventKind, EventStatus, HourOpen, Id, Phone, RegistrationState,
    SitePath, Timetable, Url, Value, When, Zone,
};
use crate::yaml::typed::{Group, KeyOr, OneOrMany, Texts, Written};

/// An event as it was typed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventFile {
    title: Option<Texts>,
    start: Option<Written<When>>,
    end: Option<Written<When>>,
    within: Option<Written<Days>>,
    time: Option<Written<HourOpen>>,
    repeat: Option<Group<RepeatFile>>,
    timezone: Option<Written<Zone>>,
    summary: Option<Texts>,
    description: Option<Texts>,
    kind: Option<Written<EventKind>>,
    delegations: Option<OneOrMany<Id>>,
    countries: Option<OneOrMany<&'static Country>>,
    sectors: Option<OneOrMany<Id>>,
    venue: Option<KeyOr<VenueFile>>,
    online: Option<Group<WebLinkFile>>,
    roles: Option<Group<RolesFile>>,
    contact: Option<Written<Id>>,
    registration: Option<Group<RegistrationFile>>,
    price: Option<Group<PriceFile>>,
    languages: Option<OneOrMany<Language>>,
    interpretation: Option<OneOrMany<Language>>,
    audience: Option<Texts>,
    status: Option<Written<EventStatus>>,
    status_note: Option<Texts>,
    press: Option<OneOrMany<Id>>,
    image: Option<Group<ImageFile>>,
    attachments: Option<Vec<Group<AttachmentFile>>>,
    links: Option<Vec<Group<WebLinkFile>>>,
    published: Option<Written<When>>,
    updates: Option<Vec<Group<UpdateFile>>>,
    embargo: Option<Written<When>>,
    draft: Option<Written<bool>>,
    aliases: Option<Vec<Written<SitePath>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RegistrationFile {
    required: Option<Written<bool>>,
    email: Option<Written<Email>>,
    phone: Option<Written<Phone>>,
    url: Option<Written<Url>>,
    opens: Option<Written<When>>,
    deadline: Option<Written<When>>,
    capacity: Option<Written<u32>>,
    state: Option<Written<RegistrationState>>,
    note: Option<Texts>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceFile {
    amount: Option<Written<Decimal>>,
    currency: Option<Written<Currency>>,
    note: Option<Texts>,
}

/// Reads an event.
pub fn event(id: &str, reader: &mut Reader<'_>, typed: &EventFile) -> Option<EventRecord> {
    let top = Path::Top;
    let zone = match (&typed.timezone, reader.value(top.key("timezone"), typed.timezone.as_ref())) {
        (_, Some(Zone(zone))) => zone,
        (Some(_), None) => TimeZone::unknown(),
        (None, None) => reader.config.timezone.clone(),
    };
    let dates = [&typed.start, &typed.end].into_iter().flatten();
    reader.own_dates =
        dates.filter_map(|date| When::read(date.text.trim()).ok()).map(When::date).collect();
    let title = reader.required_texts(top, "title", typed.title.as_ref());
    let timetable = timetable(reader, typed, &zone);
    let repeat = repeat(reader, typed.repeat.as_deref(), timetable.as_ref(), &zone);
    let publication = publication(
        reader,
        "published",
        &PublicationFile {
            published: typed.published.as_ref(),
            updates: typed.updates.as_deref(),
            embargo: typed.embargo.as_ref(),
            draft: typed.draft.as_ref(),
            aliases: typed.aliases.as_deref(),
        },
        &zone,
    );
    let record = EventRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        title: title.clone().unwrap_or_default(),
        timetable: Timetable::Within(Days {
            first: jiff::civil::Date::MIN,
            last: jiff::civil::Date::MIN,
        }),
        repeat,
        summary: reader.texts(top.key("summary"), typed.summary.as_ref()),
        description: reader.markdown(top.key("description"), typed.description.as_ref()),
        kind: reader.value(top.key("kind"), typed.kind.as_ref()),
        delegations: reader.references(
            ReferenceKind::Delegation,
            top.key("delegations"),
            typed.delegations.as_ref(),
        ),
        countries: reader.list(top.key("countries"), typed.countries.as_ref()),
        sectors: reader.references(
            ReferenceKind::Sector,
            top.key("sectors"),
            typed.sectors.as_ref(),
        ),
        venue: venue_ref(reader, top.key("venue"), typed.venue.as_ref()),
        online: typed.online.as_ref().and_then(|typed| web_link(reader, top.key("online"), typed)),
        roles: roles(reader, top.key("roles"), typed.roles.as_deref()),
        contact: reader.reference(
            ReferenceKind::Contact,
            top.key("contact"),
            typed.contact.as_ref(),
        ),
        registration: registration(reader, typed.registration.as_deref(), &zone),
        price: price(reader, typed.price.as_deref()),
        languages: reader.list(top.key("languages"), typed.languages.as_ref()),
        interpretation: reader.list(top.key("interpretation"), typed.interpretation.as_ref()),
        audience: reader.texts(top.key("audience"), typed.audience.as_ref()),
        status: reader
            .value(top.key("status"), typed.status.as_ref())
            .unwrap_or(EventStatus::Confirmed),
        status_note: reader.texts(top.key("status_note"), typed.status_note.as_ref()),
        press: reader.references(ReferenceKind::Release, top.key("press"), typed.press.as_ref()),
        extras: extras(
            reader,
            &ExtrasFile {
                image: typed.image.as_deref(),
                images: &[],
                attachments: typed.attachments.as_deref().unwrap_or_default(),
                links: typed.links.as_deref().unwrap_or_default(),
            },
        ),
        timezone: if zone.is_unknown() { TimeZone::UTC } else { zone },
        publication: publication?,
    };
    title?;
    Some(EventRecord { timetable: timetable?, ..record })
}

/// Reads when it is: `start` and `end`, or a day with `time: open`, or `within`.
fn timetable(reader: &mut Reader<'_>, typed: &EventFile, zone: &TimeZone) -> Option<Timetable> {
    let top = Path::Top;
    let within = reader.value(top.key("within"), typed.within.as_ref());
    if typed.within.is_some() {
        for (key, typed) in [("start", &typed.start), ("end", &typed.end)] {
            if typed.is_some() {
                reader.report_key(top.key(key), TimeProblem::StartAndWithin);
            }
        }
        return within.map(Timetable::Within);
    }
    let hour_open = reader.value(top.key("time"), typed.time.as_ref()).is_some();
    let end = reader.value(top.key("end"), typed.end.as_ref());
    let start = reader.required(top, "start", typed.start.as_ref())?;
    if typed.end.is_some() && end.is_none() {
        return None;
    }
    match (start, end) {
        (When::Day(day), None) if hour_open => Some(Timetable::HourFollows(day)),
        (_, _) if hour_open => {
            reader.report(top.key("time"), TimeProblem::HourOpenNeedsDay);
            None
        }
        (When::Day(day), None) => Some(Timetable::Days(Days { first: day, last: day })),
        (When::Day(first), Some(When::Day(last))) => {
            ordered(reader, last < first, typed)?;
            Some(Timetable::Days(Days { first, last }))
        }
        (When::Time(..), Some(When::Time(..)) | None) => {
            let start = super::shared::resolve(reader, top.key("start"), start, zone);
            let end = match end {
                Some(end) => Some(super::shared::resolve(reader, top.key("end"), end, zone)?),
                None => None,
            };
            let start = start?;
            ordered(reader, end.as_ref().is_some_and(|end| *end <= start), typed)?;
            Some(Timetable::Timed { start, end })
        }
        (When::Day(_), Some(When::Time(..))) | (When::Time(..), Some(When::Day(_))) => {
            reader.report(top.key("end"), TimeProblem::DayAndTime);
            None
        }
    }
}

fn ordered(reader: &mut Reader<'_>, wrong: bool, typed: &EventFile) -> Option<()> {
    let text = |written: &Option<Written<When>>| {
        written.as_ref().map(|written| written.text.clone()).unwrap_or_default()
    };
    if wrong {
        let (start, end) = (text(&typed.start), text(&typed.end));
        reader.report(Path::Top.key("end"), TimeProblem::EndBeforeStart { start, end });
        return None;
    }
    Some(())
}

/// Reads where something is.
pub(super) fn venue_ref(
    reader: &mut Reader<'_>,
    at: Path<'_>,
    typed: Option<&KeyOr<VenueFile>>,
) -> Option<VenueRef> {
    match typed? {
        KeyOr::Key(key) => reader.reference(ReferenceKind::Venue, at, Some(key)).map(VenueRef::Key),
        KeyOr::Inline(typed) => {
            venue(reader, at, typed).map(|venue| VenueRef::Inline(Box::new(venue)))
        }
    }
}

fn registration(
    reader: &mut Reader<'_>,
    typed: Option<&RegistrationFile>,
    zone: &TimeZone,
) -> Option<Registration> {
    let typed = typed?;
    let at = Path::Top.key("registration");
    let opens = reader.instant(at.key("opens"), typed.opens.as_ref(), zone);
    let written = reader.value(at.key("deadline"), typed.deadline.as_ref());
    let over = written.and_then(|when| {
        when.deadline(zone).map_err(|problem| reader.report(at.key("deadline"), problem)).ok()
    });
    if let (Some(opens), Some(over)) = (&opens, &over)
        && over <= opens
    {
        let text = |typed: &Option<Written<When>>| {
            typed.as_ref().map(|written| written.text.clone()).unwrap_or_default()
        };
        let (start, end) = (text(&typed.opens), text(&typed.deadline));
        reader.report(at.key("deadline"), TimeProblem::EndBeforeStart { start, end });
    }
    Some(Registration {
        required: reader.value(at.key("required"), typed.required.as_ref()),
        email: reader.value(at.key("email"), typed.email.as_ref()),
        phone: reader.value(at.key("phone"), typed.phone.as_ref()),
        url: reader.value(at.key("url"), typed.url.as_ref()),
        opens,
        deadline: written.zip(over).map(|(written, over)| Deadline { written, over }),
        capacity: reader.value(at.key("capacity"), typed.capacity.as_ref()),
        state: reader
            .value(at.key("state"), typed.state.as_ref())
            .unwrap_or(RegistrationState::Open),
        note: reader.texts(at.key("note"), typed.note.as_ref()),
    })
}

fn price(reader: &mut Reader<'_>, typed: Option<&PriceFile>) -> Option<Price> {
    let typed = typed?;
    let at = Path::Top.key("price");
    let amount = reader.value(at.key("amount"), typed.amount.as_ref());
    let currency = reader.value(at.key("currency"), typed.currency.as_ref());
    if amount.as_ref().is_some_and(|amount| amount.number > 0.0) && typed.currency.is_none() {
        reader.missing(at, "currency");
    }
    let note = reader.texts(at.key("note"), typed.note.as_ref());
    Some(Price { amount, currency, note })
}
