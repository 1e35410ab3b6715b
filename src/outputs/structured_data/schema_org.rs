//! The types of schema.org that are used, each with the properties that are used. What has no
//! value is left out.

use serde::{Serialize, Serializer};
use serde_json::Value;

const CONTEXT: &str = "https://schema.org";

#[derive(Serialize)]
struct Document<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(flatten)]
    object: T,
}

/// An object as it may stand inside `<script>`: no `<` can end the element.
pub fn script(object: impl Serialize) -> String {
    // Strings, numbers and maps and lists of them always have a JSON form.
    let mut json = serde_json::to_value(Document { context: CONTEXT, object }).unwrap_or_default();
    leave_out_empty(&mut json);
    without_tags(serde_json::to_string(&json).unwrap_or_default())
}

/// The same of an object in which everything has a value, and its keys are in the order of the
/// alphabet.
pub fn script_of_all(object: impl Serialize) -> String {
    let document = Document { context: CONTEXT, object };
    without_tags(serde_json::to_string(&document).unwrap_or_default())
}

/// Nothing in a script begins like a tag.
fn without_tags(json: String) -> String {
    if json.contains('<') { json.replace('<', "\\u003c") } else { json }
}

/// What has no value is left out.
fn leave_out_empty(value: &mut Value) {
    let is_there = |value: &Value| !value.is_null() && !value.as_array().is_some_and(Vec::is_empty);
    match value {
        Value::Object(object) => {
            object.retain(|_, value| is_there(value));
            object.values_mut().for_each(leave_out_empty);
        }
        Value::Array(values) => values.iter_mut().for_each(leave_out_empty),
        _ => {}
    }
}

/// What mostly has one value stands there without a list: not every reader expects one.
fn one_or_many<T: Serialize, S: Serializer>(values: &Vec<T>, to: S) -> Result<S::Ok, S::Error> {
    match values.as_slice() {
        [one] => one.serialize(to),
        many => many.serialize(to),
    }
}

/// A site.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct WebSite<'s> {
    pub name: &'s str,
    pub url: String,
    pub in_language: &'s str,
    pub publisher: Option<Organization<'s>>,
}

/// Who publishes, organises or pays.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Organization<'s> {
    pub name: &'s str,
    pub url: Option<&'s str>,
}

/// An event, a date of a series, or a visit.
#[derive(Default, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct BusinessEvent<'s> {
    #[serde(rename = "@id")]
    pub id: Option<String>,
    pub name: &'s str,
    pub url: Option<String>,
    pub start_date: String,
    pub end_date: Option<String>,
    pub description: Option<String>,
    pub image: Vec<String>,
    #[serde(serialize_with = "one_or_many")]
    pub event_status: Vec<&'static str>,
    pub event_attendance_mode: Option<&'static str>,
    #[serde(serialize_with = "one_or_many")]
    pub previous_start_date: Vec<String>,
    pub location: Option<Location>,
    pub organizer: Vec<Organization<'s>>,
    pub funder: Vec<Organization<'s>>,
    pub in_language: Vec<&'s str>,
    pub audience: Option<Audience<'s>>,
    pub maximum_attendee_capacity: Option<u32>,
    pub is_accessible_for_free: Option<bool>,
    pub offers: Option<Offer<'s>>,
    pub super_event: Vec<Reference>,
    pub sub_event: Vec<SubEvent<'s>>,
}

/// What is part of an event: a date of a series, or what has a page of its own.
#[derive(Serialize)]
#[serde(untagged)]
pub enum SubEvent<'s> {
    Event(Box<BusinessEvent<'s>>),
    Reference(Reference),
}

/// An object that stands on another page. Without a type it counts for no second one.
#[derive(Serialize)]
pub struct Reference {
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
}

/// Where an event is: an untagged choice of what `location` may be.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Location {
    Place(Place),
    Online(VirtualLocation),
    Both(Place, VirtualLocation),
}

/// A place that one can go to.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Place {
    pub name: String,
    pub address: Option<PostalAddress>,
    pub geo: Option<GeoCoordinates>,
}

/// The address of a place.
#[derive(Default, PartialEq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct PostalAddress {
    pub street_address: Option<String>,
    pub postal_code: Option<String>,
    pub address_locality: Option<String>,
    pub address_region: Option<String>,
    pub address_country: Option<&'static str>,
}

/// Degrees north and east.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct GeoCoordinates {
    pub latitude: f64,
    pub longitude: f64,
}

/// Where an event is online.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct VirtualLocation {
    pub url: String,
}

/// For whom an event is.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Audience<'s> {
    pub audience_type: &'s str,
}

/// Registration, and what it costs to take part.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct Offer<'s> {
    pub url: String,
    pub price: Option<&'s str>,
    pub price_currency: Option<&'s str>,
    pub availability: Option<&'static str>,
    pub valid_from: Option<String>,
    pub valid_through: Option<String>,
}

/// A press release.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct NewsArticle<'s> {
    #[serde(rename = "@id")]
    pub id: String,
    pub headline: &'s str,
    pub url: String,
    pub main_entity_of_page: String,
    pub in_language: &'s str,
    pub date_published: String,
    pub date_modified: Option<String>,
    pub description: Option<&'s str>,
    pub dateline: Option<&'s str>,
    pub author: Option<Organization<'s>>,
    pub publisher: Option<Organization<'s>>,
    pub image: Vec<String>,
    pub correction: Vec<CorrectionComment<'s>>,
    pub about: Vec<Country<'s>>,
}

/// A correction of a release.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct CorrectionComment<'s> {
    pub text: &'s str,
    pub date_published: String,
}

/// What a release is about.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct Country<'s> {
    pub name: &'s str,
}

/// The pages above a page, and the page itself.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct BreadcrumbList<'p> {
    pub item_list_element: Vec<ListItem<'p>>,
}

/// One of them.
#[derive(Serialize)]
#[serde(tag = "@type")]
pub struct ListItem<'p> {
    pub item: String,
    pub name: &'p str,
    pub position: usize,
}
