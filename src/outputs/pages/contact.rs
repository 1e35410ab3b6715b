//! Somebody to ask, as templates see them: name, role, e-mail address, telephone number.

use serde::Serialize;

use super::text::{PageSite, Text};
use crate::host;
use crate::model::registry::Contact;
use crate::values::{Id, Phone};

/// Somebody to ask.
#[derive(Debug, Clone, Serialize)]
pub struct ContactView {
    name: Text,
    role: Option<Text>,
    email: Option<EmailView>,
    phone: Option<PhoneView>,
}

/// An e-mail address, in two parts between which a line may break.
#[derive(Debug, Clone, Serialize)]
pub struct EmailView {
    /// The whole address.
    pub address: String,
    /// The link to it.
    href: String,
    local: String,
    domain: String,
}

/// An e-mail address as templates see it.
pub fn email(address: &str) -> EmailView {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    EmailView {
        address: address.to_owned(),
        href: host::mailto(address),
        local: local.to_owned(),
        domain: domain.to_owned(),
    }
}

/// A telephone number.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneView {
    /// In international form.
    pub dial: String,
    shown: String,
}

/// A telephone number as templates see it: it never breaks across lines.
pub fn phone(phone: &Phone) -> PhoneView {
    let shown = phone.shown.replace(' ', "\u{a0}").replace('-', "\u{2011}");
    PhoneView { dial: phone.dial.clone(), shown }
}

/// A contact as templates see it.
pub fn contact(site: &PageSite, contact: &Contact) -> ContactView {
    ContactView {
        name: Text::of(site, &contact.name),
        role: Text::maybe(site, contact.role.as_ref()),
        email: contact.email.as_ref().map(|address| email(&address.0)),
        phone: contact.phone.as_ref().map(phone),
    }
}

/// Whom to ask about everything: stands at the end of every page.
pub fn site_contact<'s>(site: &'s PageSite<'_>) -> Option<&'s Id> {
    site.config.calendar.organizer.as_ref().or(site.config.press_contact.as_ref())
}

/// The contact of a record, unless every page names it anyway.
pub fn own_contact(site: &PageSite, key: Option<&Id>) -> Option<ContactView> {
    contact_of(site, key.filter(|key| site_contact(site) != Some(*key)))
}

/// The contact of a record.
pub fn contact_of(site: &PageSite, key: Option<&Id>) -> Option<ContactView> {
    key.and_then(|key| site.contact(key)).map(|found| contact(site, found))
}
