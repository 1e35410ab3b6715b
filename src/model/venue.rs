//! A place where events are.

use crate::country::Country;
use crate::language::Translated;
use crate::values::Id;

/// A place where events are.
#[derive(Debug, Clone, PartialEq)]
pub struct Venue {
    /// Its name.
    pub name: Translated<String>,
    /// The room.
    pub room: Option<Translated<String>>,
    /// Street and number.
    pub street: Option<Translated<String>>,
    /// Postcode.
    pub postcode: Option<String>,
    /// City.
    pub city: Option<Translated<String>>,
    /// Country.
    pub country: Option<&'static Country>,
    /// Latitude and longitude in degrees (WGS 84).
    pub geo: Option<(f64, f64)>,
    /// How to find it.
    pub directions: Option<Translated<String>>,
    /// What is known about barriers.
    pub accessibility: Option<Accessibility>,
}

/// What is known about barriers; nothing means that nobody knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Accessibility {
    /// Whether one gets in without steps.
    pub step_free: Option<bool>,
    /// Whether there is a lift.
    pub lift: Option<bool>,
    /// Whether there is an accessible toilet.
    pub wc: Option<bool>,
    /// What else to know.
    pub note: Option<Translated<String>>,
}

/// A venue by its key in venues.yaml, or written out.
#[derive(Debug, Clone)]
pub enum VenueRef {
    /// A key.
    Key(Id),
    /// Written out.
    Inline(Box<Venue>),
}
