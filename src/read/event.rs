//! `events/ID.yaml`: what its keys mean together.

use jiff::tz::TimeZone;

use super::reader::Reader;
use super::repeat::repeat;
use super::shared::{extras, publication, roles, suggest_own, web_link};
use super::venue::venue_ref;
use crate::model::event::*;
use crate::problem::{NumberWarning, ReferenceKind, TimeAdvice, TimeProblem, ValueProblem};
use crate::suggest::suggest;
use crate::values::number::{doubt_of_money, other_currency};
use crate::values::{
    BuiltInKind, Currency, Days, Decimal, EventStatus, HourOpen, RegistrationState, Timetable,
    Value, When, Zone, moment,
};
use crate::yaml::typed::Map;
use crate::yaml::{hour_belongs_to, is_hour};

/// Reads an event.
pub fn event(id: &str, reader: &mut Reader<'_>, map: &Map) -> Option<EventRecord> {
    let zone = match reader.value(map, "timezone") {
        Some(Zone(zone)) => zone,
        None if map.has("timezone") => TimeZone::unknown(),
        None => reader.basics.zone.clone(),
    };
    let dates = ["start", "end"].into_iter().filter_map(|key| map.text(key));
    reader.own_dates =
        dates.filter_map(|text| When::read(text.trim()).ok()).map(When::date).collect();
    let title = reader.required_texts(map, "title");
    let timetable = timetable(reader, map, &zone);
    let repeat = repeat(reader, map, timetable.as_ref(), &zone);
    let publication = publication(reader, map, "published", &zone);
    Some(EventRecord {
        id: id.to_owned(),
        file: reader.file.clone(),
        repeat,
        summary: reader.texts(map, "summary"),
        description: reader.markdown(map, "description"),
        kind: kind(reader, map),
        delegations: reader.references(ReferenceKind::Delegation, map, "delegations"),
        countries: reader.list(map, "countries"),
        sectors: reader.references(ReferenceKind::Sector, map, "sectors"),
        venue: venue_ref(reader, map),
        online: map.map("online").and_then(|online| web_link(reader, online)),
        roles: roles(reader, map),
        contact: reader.reference(ReferenceKind::Contact, map, "contact"),
        registration: map.map("registration").map(|map| registration(reader, map, &zone)),
        price: map.map("price").map(|map| price(reader, map)),
        languages: reader.list(map, "languages"),
        interpretation: reader.list(map, "interpretation"),
        audience: reader.texts(map, "audience"),
        status: reader.value(map, "status").unwrap_or(EventStatus::Confirmed),
        status_note: reader.texts(map, "status_note"),
        press: reader.references(ReferenceKind::Release, map, "press"),
        extras: extras(reader, map, &[]),
        has_own_zone: map.has("timezone"),
        timezone: if zone.is_unknown() { TimeZone::UTC } else { zone },
        title: title?,
        timetable: timetable?,
        publication: publication?,
    })
}

/// Reads its kind: one that every site has, or one of the site's own.
fn kind(reader: &mut Reader<'_>, map: &Map) -> Option<EventKind> {
    let word: String = reader.value(map, "kind")?;
    if let Ok(kind) = BuiltInKind::read(&word) {
        return Some(EventKind::BuiltIn(kind));
    }
    let own = reader.basics.kinds.as_deref()?;
    if own.contains(&word) {
        return Some(EventKind::Own(word));
    }
    let choices: Vec<&str> =
        own.iter().map(String::as_str).chain(BuiltInKind::WORDS.iter().copied()).collect();
    let suggestion = suggest_own(&word, own).or_else(|| suggest(&word, BuiltInKind::WORDS));
    let suggestion = suggestion.map(str::to_owned);
    let value = word.clone();
    let problem = ValueProblem::UnknownChoice { value, suggestion, choices: choices.join(", ") };
    reader.report_value(map.at("kind"), &word, problem.into());
    None
}

/// Reads when it is: `start` and `end`, or a day with `time: open`, or `within`.
fn timetable(reader: &mut Reader<'_>, map: &Map, zone: &TimeZone) -> Option<Timetable> {
    let within = reader.value(map, "within");
    if map.has("within") {
        for key in ["start", "end"].into_iter().filter(|key| map.has(key)) {
            reader.report_key(map.at(key), TimeProblem::StartAndWithin.into());
        }
        return within.map(Timetable::Within);
    }
    let hour_open = hour_open(reader, map);
    let end = end(reader, map);
    let start = reader.required(map, "start");
    // What one lacks does not keep back what is wrong with the other.
    let (start, end) = match (start, end) {
        (Some(start), None) if map.has("end") => {
            reader.resolve(map, "start", start, zone);
            return None;
        }
        (Some(start), end) => (start, end),
        (None, end) => {
            end.and_then(|end| reader.resolve(map, "end", end, zone));
            return reader.year_of_gap(map).map(Timetable::Within);
        }
    };
    match (start, end) {
        (When::Day(day), None) if hour_open => Some(Timetable::HourFollows(day)),
        (_, _) if hour_open => {
            reader.report(map.at("time"), TimeProblem::HourOpenNeedsDay.into());
            None
        }
        (When::Day(day), None) => Some(Timetable::Days(Days { first: day, last: day })),
        (When::Day(first), Some(When::Day(last))) => {
            ordered(reader, map, ["start", "end"], last < first)?;
            Some(Timetable::Days(Days { first, last }))
        }
        (When::Time(..), Some(When::Time(..)) | None) => {
            let start = reader.resolve(map, "start", start, zone);
            let end = match end {
                Some(end) => Some(reader.resolve(map, "end", end, zone)?),
                None => None,
            };
            let start = start?;
            let is_wrong = end.as_ref().is_some_and(|end| *end <= start);
            ordered(reader, map, ["start", "end"], is_wrong)?;
            Some(Timetable::Timed { start, end })
        }
        (When::Day(_), Some(When::Time(..))) | (When::Time(..), Some(When::Day(_))) => {
            reader.report(map.at("end"), TimeProblem::DayAndTime.into());
            None
        }
    }
}

/// The end. An hour alone is one of the day on which the event begins, when it lies behind.
fn end(reader: &mut Reader<'_>, map: &Map) -> Option<When> {
    let typed = map.text("end").map(str::trim).filter(|typed| is_hour(typed));
    let Some(hour) = typed else { return reader.value(map, "end") };
    let start = map.text("start").map(str::trim).unwrap_or_default();
    let day = start.split_once('T').map(|(day, _)| day);
    let same_day = day.and_then(|day| moment(&format!("{day} {hour}")));
    let (value, suggestion) = (hour.to_owned(), same_day.filter(|end| end.as_str() > start));
    let advice = TimeAdvice::Any;
    reader.report(map.at("end"), TimeProblem::NotATime { value, suggestion, advice }.into());
    None
}

/// Whether the hour follows. An hour itself stands in `start`.
fn hour_open(reader: &mut Reader<'_>, map: &Map) -> bool {
    let typed = map.text("time").map(str::trim).unwrap_or_default();
    if !typed.starts_with(|c: char| c.is_ascii_digit()) {
        return reader.value::<HourOpen>(map, "time").is_some();
    }
    reader.report_key(map.at("time"), hour_belongs_to("start", map.text("start"), typed));
    false
}

/// Nothing, and a report, when the second of two keys is before the first.
fn ordered(reader: &mut Reader<'_>, map: &Map, keys: [&str; 2], is_wrong: bool) -> Option<()> {
    if is_wrong {
        let [start, end] = keys.map(|key| map.text(key).unwrap_or_default().to_owned());
        reader.report(map.at(keys[1]), TimeProblem::EndBeforeStart { start, end }.into());
    }
    (!is_wrong).then_some(())
}

fn registration(reader: &mut Reader<'_>, map: &Map, zone: &TimeZone) -> Registration {
    let opens = reader.instant(map, "opens", zone);
    let written: Option<When> = reader.value(map, "deadline");
    let over = written.and_then(|when| {
        when.deadline(zone).map_err(|problem| reader.report(map.at("deadline"), problem)).ok()
    });
    let is_wrong = opens.as_ref().zip(over.as_ref()).is_some_and(|(opens, over)| over <= opens);
    if is_wrong {
        let [opens, deadline] =
            ["opens", "deadline"].map(|key| map.text(key).unwrap_or_default().to_owned());
        let problem = TimeProblem::DeadlineBeforeOpening { opens, deadline };
        reader.report(map.at("deadline"), problem.into());
    }
    Registration {
        required: reader.value(map, "required"),
        email: reader.value(map, "email"),
        phone: reader.value(map, "phone"),
        url: reader.value(map, "url"),
        opens,
        deadline: written.zip(over).map(|(written, over)| Deadline { written, over }),
        capacity: reader.value(map, "capacity"),
        state: reader.value(map, "state").unwrap_or(RegistrationState::Open),
        note: reader.texts(map, "note"),
    }
}

fn price(reader: &mut Reader<'_>, map: &Map) -> Price {
    let contradiction = map.text("amount").zip(map.text("currency"));
    let contradiction =
        contradiction.and_then(|(amount, currency)| other_currency(amount, currency));
    let amount: Option<Decimal> = match contradiction {
        Some(problem) => {
            reader.report(map.at("amount"), problem);
            None
        }
        None => reader.value(map, "amount"),
    };
    let currency: Option<Currency> = reader.value(map, "currency");
    if amount.is_some() {
        let code = currency.as_ref().map_or("", |currency| &currency.0);
        reader.doubt(map, "amount", |typed| doubt_of_money(typed, code));
    }
    if let Some(amount) = amount.as_ref().filter(|amount| amount.number < 0.0) {
        let value = amount.text.clone();
        reader.report(map.at("amount"), NumberWarning::PriceBelowZero { value }.into());
    }
    if amount.as_ref().is_some_and(|amount| amount.number > 0.0) {
        reader.require(map, "currency");
    }
    Price { amount, currency, note: reader.texts(map, "note") }
}
