//! Where registration for an event stands now. Pages, search engines and data say the same of it.

use jiff::Zoned;

use super::{Occurrence, Programme};
use crate::model::event::Registration;
use crate::values::RegistrationState;

/// Where registration stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RegistrationStage {
    /// It has not begun.
    NotYet,
    /// One can register; with a waiting list at least for that.
    Possible(RegistrationState),
    /// Its deadline is over, or it was closed.
    Over,
    /// There is no place left, and no list.
    Full,
}

impl RegistrationStage {
    /// Its word in data, and in the keys of interface texts.
    pub fn word(self) -> &'static str {
        match self {
            RegistrationStage::NotYet => "not-yet",
            RegistrationStage::Possible(state) => state.word(),
            RegistrationStage::Over => RegistrationState::Closed.word(),
            RegistrationStage::Full => RegistrationState::Full.word(),
        }
    }
}

impl Programme {
    /// The registration for an occurrence, and where it stands; nothing of what is over or does
    /// not take place.
    pub fn registration<'s>(
        &self,
        occurrence: &Occurrence<'s>,
    ) -> Option<(&'s Registration, RegistrationStage)> {
        if occurrence.is_called_off() || !self.is_upcoming(occurrence.event) {
            return None;
        }
        let registration = occurrence.event.registration.as_ref()?;
        let has_way = registration.url.is_some()
            || registration.email.is_some()
            || registration.phone.is_some();
        // Who need not register, and cannot, is not told to, but that there is no place.
        let is_open = registration.state == RegistrationState::Open;
        if registration.required == Some(false) && !has_way && is_open {
            return None;
        }
        let is_ahead = |at: &Zoned| self.now < at.timestamp();
        let is_late = registration.deadline.as_ref().is_some_and(|line| !is_ahead(&line.over));
        let stage = match registration.state {
            _ if is_late => RegistrationStage::Over,
            RegistrationState::Closed => RegistrationStage::Over,
            RegistrationState::Full => RegistrationStage::Full,
            _ if registration.opens.as_ref().is_some_and(is_ahead) => RegistrationStage::NotYet,
            state => RegistrationStage::Possible(state),
        };
        Some((registration, stage))
    }
}
