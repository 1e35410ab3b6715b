//! A place where events are.

use jiff::Timestamp;

use crate::country::Country;
use crate::language::{Language, Translated};
use crate::values::Id;
use crate::yaml::key::{Form, Key, key};

/// The keys of a venue.
#[rustfmt::skip]
pub const KEYS: &[Key] = { use Form::*; &[
    key("name", Texts, "Name des Ortes.").german("Titel").such_as(&["HTW Dresden"]).required(),
    key("room", Texts, "Raum.").german("Raum").such_as(&["Seminarraum 1"]),
    key("street", Texts, "Straße und Hausnummer.").german("Straße Adresse"),
    key("postcode", Text, "Postleitzahl, in Anführungszeichen, damit eine führende Null bleibt.")
        .german("PLZ Postleitzahl").such_as(&["'01069'"]),
    key("city", Texts, "Stadt.").german("Ort Stadt").such_as(&["Dresden"]),
    key("country", Country, "Land: zwei große Buchstaben.").german("Land").such_as(&["DE"]),
    key("geo", Keys(GEO_KEYS), "Lage auf der Karte."),
    key("directions", Texts, "Wie man hinkommt.").german("Anfahrt Anreise"),
    key("accessibility", Keys(ACCESSIBILITY_KEYS), "Was über Barrieren bekannt ist. Was fehlt, gilt als nicht bekannt.")
        .german("Barrierefreiheit"),
    key("updated", Time, "Wann sich hier etwas geändert hat. Alle Termine, die es zeigen, gelten dann als geändert, und Kalender übernehmen es.").german("geändert aktualisiert").such_as(&["2019-09-21T10:00"]),
] };

const GEO_KEYS: &[Key] = &[LATITUDE, LONGITUDE];

/// How far north something is.
pub const LATITUDE: Key = key("lat", Form::Degrees(90), "Breite in Grad.")
    .german("Breite")
    .such_as(&["51.037"])
    .required();

/// How far east something is.
pub const LONGITUDE: Key = key("lon", Form::Degrees(180), "Länge in Grad.")
    .german("Länge")
    .such_as(&["13.735"])
    .required();

#[rustfmt::skip]
const ACCESSIBILITY_KEYS: &[Key] = { use Form::*; &[
    key("step_free", YesOrNo, "Ob man ohne Stufen hineinkommt.").german("stufenfrei"),
    key("lift", YesOrNo, "Ob es einen Aufzug gibt.").german("Aufzug"),
    key("wc", YesOrNo, "Ob es ein barrierefreies WC gibt.").german("Toilette"),
    key("note", Texts, "Was man sonst wissen muss.").german("Hinweis Bemerkung"),
] };

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
    /// When what is shown of it last changed.
    pub updated: Option<Timestamp>,
}

/// Cities whose names are also words for what a venue may be: »Kongresshalle, Halle« says no city.
const CITIES_LIKE_VENUES: [&str; 5] = ["Burg", "Hall", "Halle", "Hof", "Park"];

impl Venue {
    /// Whether the name alone says in which city it is, as »HTW Dresden« does: a line with postcode or
    /// street wants its city, whatever the name says.
    pub fn name_says_city(&self, language: &Language) -> bool {
        let Some(city) = self.city.as_ref().map(|city| city.get(language)) else { return false };
        let before = self.name.get(language).strip_suffix(city.as_str());
        let is_word = before.is_some_and(|before| before.ends_with(char::is_whitespace));
        let stands_alone = self.postcode.is_none() && self.street.is_none();
        stands_alone && is_word && !CITIES_LIKE_VENUES.contains(&city.as_str())
    }
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
