//! How one can register for an event: what its registration says, else what its contact has.

use super::Site;
use crate::model::event::{EventRecord, Registration};
use crate::values::Phone;

/// How one can register.
#[derive(Debug, Clone, Copy)]
pub struct Ways<'s> {
    /// With whom.
    pub name: Option<&'s str>,
    /// Where to write.
    pub email: Option<&'s str>,
    /// Where to call.
    pub phone: Option<&'s Phone>,
    /// A form elsewhere.
    pub url: Option<&'s str>,
}

impl Site<'_> {
    /// How one can register for an event. Where there is a form, the address of the contact is
    /// not for registrations.
    pub fn ways_to_register<'s>(
        &'s self,
        event: &'s EventRecord,
        registration: &'s Registration,
    ) -> Ways<'s> {
        let contact = event.contact.as_ref().and_then(|key| self.contact(key));
        let contact_email = contact.and_then(|contact| contact.email.as_ref());
        let has_form = registration.url.is_some();
        let email = registration.email.as_ref().or(contact_email.filter(|_| !has_form));
        Ways {
            name: contact.map(|contact| contact.name.get(&self.language).as_str()),
            email: email.map(|email| email.0.as_str()),
            phone: registration.phone.as_ref().or(contact.and_then(|c| c.phone.as_ref())),
            url: registration.url.as_ref().map(|url| url.0.as_str()),
        }
    }
}
