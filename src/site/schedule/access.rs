//! How one gets into an online event: somebody must be told, and not everybody.

use jiff::Timestamp;

use super::{at, item_path, path};
use crate::diagnostic::Diagnostic;
use crate::model::event::EventRecord;
use crate::problem::ScheduleWarning;
use crate::values::EventStatus;

/// Names of parameters that let one in, and parts of such names.
const KEY_NAMES: [&str; 9] =
    ["pw", "pin", "pass", "key", "tk", "auth", "code", "accesskey", "access_key"];
const KEY_PARTS: [&str; 9] =
    ["pwd", "passw", "passcode", "passwort", "kennwort", "token", "secret", "jwt", "accesscode"];

/// The parameter of Microsoft Teams; elsewhere it is the number of a page.
const TEAMS_KEY: &str = "p";
const TEAMS_KEY_LENGTH: usize = 8;

/// Looks at the ways into an event on the network.
pub fn check(event: &EventRecord, now: Timestamp) -> Vec<Diagnostic> {
    if event.status.is_called_off() {
        return Vec::new();
    }
    let mut found = open_doors(event);
    found.extend(no_door(event, now));
    found
}

/// An event that is online, and nobody says where. When it is over nobody has to.
fn no_door(event: &EventRecord, now: Timestamp) -> Option<Diagnostic> {
    let key = match (event.status, &event.kind) {
        (EventStatus::MovedOnline, _) => "status",
        (_, Some(kind)) if kind.is_online() => "kind",
        _ => return None,
    };
    let registration = event.registration.as_ref();
    let is_told = event.online.is_some()
        || event.status_note.is_some()
        || registration.is_some_and(|registration| registration.note.is_some());
    let is_over = event.over().is_some_and(|over| over <= now);
    let is_missing = !is_told && !is_over;
    is_missing.then(|| at(&event.file, path(&[key]), ScheduleWarning::OnlineWithoutAccess))
}

/// Public links that let everybody in where one has to register.
fn open_doors(event: &EventRecord) -> Vec<Diagnostic> {
    let registration = event.registration.as_ref();
    if registration.and_then(|registration| registration.required) != Some(true) {
        return Vec::new();
    }
    let online = event.online.iter().map(|link| (path(&["online", "url"]), link));
    let links = event.extras.links.iter().enumerate();
    let links = links.map(|(number, link)| (item_path("links", number, Some("url")), link));
    let keys = online.chain(links).filter_map(|(place, link)| {
        let name = key_in(&link.url.0)?.to_owned();
        Some(at(&event.file, place, ScheduleWarning::AccessLinkPublic { name }))
    });
    keys.collect()
}

/// The name of a parameter of an address whose value looks like a password.
fn key_in(url: &str) -> Option<&str> {
    let (_, parameters) = url.split_at(url.find(['?', '#'])?);
    let parameters = parameters.split(['?', '#', '&', ';', '/']);
    let named = parameters.filter_map(|parameter| parameter.split_once('='));
    named.filter(|(name, value)| is_key(&name.to_lowercase(), value)).map(|(name, _)| name).next()
}

fn is_key(name: &str, value: &str) -> bool {
    let is_of_teams = name == TEAMS_KEY
        && value.len() >= TEAMS_KEY_LENGTH
        && value.chars().any(|c| c.is_ascii_alphabetic());
    let is_named = KEY_NAMES.contains(&name) || KEY_PARTS.iter().any(|part| name.contains(part));
    !value.is_empty() && (is_named || is_of_teams)
}
