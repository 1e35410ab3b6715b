//! What is on offer: registration as far as the page offers it now, and the price. A search engine
//! that says »available« of what one cannot have any more is as wrong as a calendar with an old
//! hour.

use super::schema_org::Offer;
use crate::dates::rfc3339;
use crate::route::Route;
use crate::site::{Occurrence, RegistrationStage, Site};
use crate::values::RegistrationState;

const IN_STOCK: &str = "https://schema.org/InStock";
const LIMITED: &str = "https://schema.org/LimitedAvailability";
const PRE_ORDER: &str = "https://schema.org/PreOrder";
const SOLD_OUT: &str = "https://schema.org/SoldOut";

/// The currency of nothing: search engines want one beside every price.
const OF_ZERO: &str = "EUR";

/// What is offered of an occurrence that lies ahead and takes place: nothing once registration is
/// over. Without registration it is the price alone, because nobody counts places then.
pub(super) fn of<'s>(site: &Site, occurrence: &Occurrence<'s>) -> Option<Offer<'s>> {
    let event = occurrence.event;
    if occurrence.is_called_off() || occurrence.is_over(site.now) || !site.is_upcoming(event) {
        return None;
    }
    let price = event.price.as_ref();
    let amount = price.and_then(|price| price.amount.as_ref());
    let currency = price.and_then(|price| price.currency.as_ref());
    let free = amount.filter(|amount| amount.number == 0.0).map(|_| OF_ZERO);
    let offer = Offer {
        url: site.routes.absolute(Route::Event(&event.id)),
        price: amount.map(|amount| amount.text.as_str()),
        price_currency: amount.and(currency.map(|currency| currency.0.as_str()).or(free)),
        availability: None,
        valid_from: None,
        valid_through: None,
    };
    let Some((registration, stage)) = site.registration(occurrence) else {
        return amount.map(|_| offer);
    };
    let until = || registration.deadline.as_ref().map(|deadline| rfc3339(&deadline.over));
    let (availability, valid_from, valid_through) = match stage {
        RegistrationStage::Over => return None,
        RegistrationStage::NotYet => (PRE_ORDER, registration.opens.as_ref().map(rfc3339), None),
        RegistrationStage::Full => (SOLD_OUT, None, None),
        RegistrationStage::Possible(state) => (availability(state), None, until()),
    };
    Some(Offer { availability: Some(availability), valid_from, valid_through, ..offer })
}

/// Whether there are places. On a waiting list one gets none.
fn availability(state: RegistrationState) -> &'static str {
    match state {
        RegistrationState::Open => IN_STOCK,
        RegistrationState::Few => LIMITED,
        RegistrationState::Waitlist | RegistrationState::Full | RegistrationState::Closed => {
            SOLD_OUT
        }
    }
}
