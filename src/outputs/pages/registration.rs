//! Registration: what state it is in, until when, and how. An event that is over, full or
//! called off offers none.

use jiff::civil::Date;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::contact::{EmailView, PhoneView, email, phone};
use super::text::{PageSite, Text};
use super::time::{TimeView, event_time};
use crate::dates::{Dates, rfc3339};
use crate::host;
use crate::model::event::Registration;
use crate::model::registry::Contact;
use crate::site::{Event, Occurrence, RegistrationStage as Stage};
use crate::values::RegistrationState;

/// Everything but what RFC 6068 allows unescaped in a `mailto` value.
const MAILTO: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What stands in a list: the state and the deadline.
#[derive(Debug, Serialize)]
pub struct RegistrationLine {
    state: String,
    /// How the state is drawn: `open`, `few`, `required` while nobody is told how to register, or
    /// nothing for one in which nobody can register.
    class: &'static str,
    until: Option<TimeView>,
    /// The same as a day, where there is no room for more: »bis 20. September 2019«.
    until_day: Option<String>,
}

/// What stands on the page of an event.
#[derive(Debug, Serialize)]
pub struct RegistrationView {
    line: RegistrationLine,
    /// How to register; nothing while that is not possible.
    action: Option<Action>,
    /// Whether nothing says yet how to do it.
    follows: bool,
    note: Option<Text>,
    /// »1.200«
    capacity: Option<String>,
}

impl RegistrationView {
    /// Whether it says how to reach a contact: one can register elsewhere than one asks.
    pub fn says(&self, contact: &Contact) -> bool {
        let Some(action) = &self.action else { return false };
        let shown = action.email.as_ref().map(|email| email.address.as_str());
        let email = contact.email.as_ref().map(|email| email.0.as_str());
        let dialled = action.phone.as_ref().map(|phone| phone.dial.as_str());
        let phone = contact.phone.as_ref().map(|phone| phone.dial.as_str());
        (email.is_none() || email == shown) && (phone.is_none() || phone == dialled)
    }
}

#[derive(Debug, Serialize)]
struct Action {
    name: Option<String>,
    mailto: Option<String>,
    email: Option<EmailView>,
    phone: Option<PhoneView>,
    url: Option<String>,
}

fn describe(
    site: &PageSite,
    event: &Event,
    (registration, stage): (&Registration, Stage),
) -> RegistrationLine {
    let dates = Dates(&site.strings);
    let line = |key: &str, at: &jiff::Zoned, time: String| TimeView {
        datetime: rfc3339(at),
        text: site.strings.fill(key, &[("time", &time)]),
    };
    let clocks = site.clocks(&site.whole(event));
    let without_way = match stage {
        Stage::Possible(RegistrationState::Open) if !has_way(site, event, registration) => {
            without_way(registration)
        }
        _ => None,
    };
    let in_stage = format!("registration.state.{}", stage.word());
    let state = site.strings.get(without_way.unwrap_or(&in_stage)).to_owned();
    let class = match stage {
        Stage::Possible(RegistrationState::Open) if without_way.is_none() => "open",
        Stage::Possible(RegistrationState::Few) => "few",
        Stage::Possible(_) if without_way.is_some() => "required",
        _ => "",
    };
    let day = |key: &str, day: Date| site.strings.fill(key, &[("time", &dates.day(day))]);
    // That few places are left, or that one must register, says nothing of a day by itself.
    let until = match class {
        "few" | "required" => "registration.few_until",
        _ => "registration.until",
    };
    let until_day = match stage {
        Stage::NotYet => {
            registration.opens.as_ref().map(|opens| day("registration.from", opens.date()))
        }
        Stage::Possible(_) => {
            let deadline = registration.deadline.as_ref();
            deadline.map(|deadline| day(until, deadline.last_day()))
        }
        Stage::Over | Stage::Full => None,
    };
    let until = match stage {
        Stage::NotYet => registration
            .opens
            .as_ref()
            .map(|opens| line("registration.from", opens, dates.span_by(opens, None, &clocks))),
        Stage::Possible(_) => registration
            .deadline
            .as_ref()
            .map(|deadline| line(until, &deadline.over, dates.deadline(deadline, &clocks))),
        Stage::Over | Stage::Full => None,
    };
    RegistrationLine { state, class, until, until_day }
}

/// Whether one is told where to register.
fn has_way(site: &PageSite, event: &Event, registration: &Registration) -> bool {
    let ways = site.ways_to_register(event, registration);
    ways.email.is_some() || ways.phone.is_some() || ways.url.is_some()
}

/// What to say of registration of which nobody is told where, instead of that it is possible. A
/// note may say how.
fn without_way(registration: &Registration) -> Option<&'static str> {
    match (registration.required, &registration.note) {
        (Some(true), _) => Some("registration.state.required"),
        (_, Some(_)) => None,
        (_, None) => Some("registration.state.planned"),
    }
}

/// State and deadline for a list.
pub fn line(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<RegistrationLine> {
    site.registration(occurrence).map(|offered| describe(site, occurrence.event, offered))
}

/// State, deadline and how to register, for the page of the event.
pub fn view(site: &PageSite, occurrence: &Occurrence<'_>) -> Option<RegistrationView> {
    let (registration, stage) = site.registration(occurrence)?;
    let is_possible = matches!(stage, Stage::Possible(_));
    let has_way = has_way(site, occurrence.event, registration);
    let is_needed = registration.required != Some(false);
    Some(RegistrationView {
        line: describe(site, occurrence.event, (registration, stage)),
        follows: is_possible && is_needed && !has_way && registration.note.is_none(),
        action: (is_possible && has_way).then(|| action(site, occurrence, registration)),
        note: Text::maybe(site, registration.note.as_ref()),
        capacity: registration.capacity.map(|seats| site.strings.cldr().number(&seats.to_string())),
    })
}

fn action(site: &PageSite, occurrence: &Occurrence<'_>, registration: &Registration) -> Action {
    let ways = site.ways_to_register(occurrence.event, registration);
    Action {
        name: ways.name.map(str::to_owned),
        mailto: ways.email.map(|address| mailto(site, occurrence, address)),
        email: ways.email.map(email),
        phone: ways.phone.map(phone),
        url: ways.url.map(str::to_owned),
    }
}

/// A `mailto` with subject and body prepared for registration.
fn mailto(site: &PageSite, occurrence: &Occurrence<'_>, address: &str) -> String {
    let title = occurrence.event.title.get(&site.language);
    let date = event_time(site, occurrence).text;
    let values = [("title", title.as_str()), ("date", date.as_str())];
    let subject = site.strings.fill("registration.mail.subject", &values);
    prepared_mail(address, &subject, &site.strings.fill("registration.mail.body", &values))
}

/// A `mailto` with subject and body (RFC 6068; lines end with CRLF).
pub fn prepared_mail(address: &str, subject: &str, body: &str) -> String {
    let body = body.trim_end().replace('\n', "\r\n");
    format!(
        "{}?subject={}&body={}",
        host::mailto(address),
        utf8_percent_encode(subject, MAILTO),
        utf8_percent_encode(&body, MAILTO),
    )
}
