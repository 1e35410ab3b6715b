//! What search engines are told of an event is what its page says. The first table has the
//! properties of Google's page on events
//! (<https://developers.google.com/search/docs/appearance/structured-data/event>): those that it
//! requires, and each that it recommends whose fact stands on the page. The values of the second
//! are those of <https://schema.org/ItemAvailability>.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::harness::{Output, PNG, Site, UPDATED};
use crate::html::Page;

const BASE: &str = "https://test.example.org";

const EVENT: &str = "veranstaltungen/treffen/index.html";

fn event_of(site: &Output, page: &str) -> Value {
    let objects = Page::read(site.text(page)).structured_data();
    objects.into_iter().find(|object| object["@type"] == "BusinessEvent").unwrap()
}

/// An event on 15 October at ten with these lines, as seen on 1 September at nine.
fn event(lines: &str) -> Value {
    event_of(
        &Site::new().event("treffen", &format!("start: 2019-10-15T10:00\n{lines}")).built(),
        EVENT,
    )
}

fn schema(word: &str) -> Value {
    json!(format!("https://schema.org/{word}"))
}

#[test]
fn each_property_is_there_when_its_fact_stands_on_the_page() {
    let register = "registration: {email: a@example.org}";
    let opens = "registration: {email: a@example.org, opens: 2019-09-10}";
    let price = "price: {amount: 12, currency: EUR}";
    let moved = "updates: [{at: 2019-02-01, kind: change, previous_start: 2019-10-08T10:00}]";
    let image = "image: {file: bild.png, alt: Hände, credit: A}";
    // Its path, lines of an event that give the fact, what is said then. A bare event says nothing.
    for (path, lines, expected) in [
        // Required; title and beginning have all events.
        ("/location/name", "venue: saal", json!("Großer Saal")),
        ("/location/address/streetAddress", "venue: saal", json!("Weg 1")),
        ("/location/address/postalCode", "venue: saal", json!("01067")),
        ("/location/address/addressLocality", "venue: saal", json!("Dresden")),
        ("/location/address/addressCountry", "venue: {name: Kurhaus, country: MX}", json!("MX")),
        (
            "/location/url",
            "online: {url: 'https://k.example.org/'}",
            json!("https://k.example.org/"),
        ),
        // Recommended.
        ("/description", "summary: Kurz.", json!("Kurz.")),
        ("/description", "description: '*Lang* gesagt.'", json!("Lang gesagt.")),
        ("/description", "summary: Kurz.\ndescription: Lang.", json!("Kurz.")),
        ("/endDate", "end: 2019-10-15T12:00", json!("2019-10-15T12:00:00+02:00")),
        ("/image/0", image, json!(format!("{BASE}/media/bild.png"))),
        ("/offers/availability", register, schema("InStock")),
        ("/offers/price", price, json!("12")),
        ("/offers/priceCurrency", price, json!("EUR")),
        ("/offers/url", register, json!(format!("{BASE}/veranstaltungen/treffen/"))),
        ("/offers/url", price, json!(format!("{BASE}/veranstaltungen/treffen/"))),
        ("/offers/validFrom", opens, json!("2019-09-10T00:00:00+02:00")),
        ("/previousStartDate", moved, json!("2019-10-08T10:00:00+02:00")),
    ] {
        let site = Site::new().file("media/bild.png", PNG);
        let bare =
            event_of(&site.clone().event("treffen", "start: 2019-10-15T10:00").built(), EVENT);
        assert_eq!(bare.pointer(path), None, "{path} of a bare event");
        let lines = format!("start: 2019-10-15T10:00\n{lines}");
        let event = event_of(&site.event("treffen", &lines).built(), EVENT);
        assert_eq!(event.pointer(path), Some(&expected), "{path} of {lines}");
        // What every event has.
        assert_eq!(event["name"], "Titel treffen");
        assert_eq!(event["startDate"], "2019-10-15T10:00:00+02:00");
        assert!(event["eventStatus"].is_string());
        assert!(event["organizer"].is_array());
    }
}

#[test]
fn no_property_says_what_nobody_has_said() {
    let bare = event("");
    let keys: BTreeSet<&str> = bare.as_object().unwrap().keys().map(String::as_str).collect();
    let every =
        ["@context", "@id", "@type", "eventStatus", "name", "organizer", "startDate", "url"];
    assert_eq!(keys, BTreeSet::from(every));
    // A venue is in the country that is said, and only then.
    let address = |venue: &str| event(&format!("venue: {venue}"))["location"]["address"].clone();
    let city = json!({"@type": "PostalAddress", "addressLocality": "Guadalajara"});
    assert_eq!(address("{name: Hotel, city: Guadalajara}"), city);
    assert_eq!(address("{name: Hotel}"), Value::Null);
    let visit = Site::new().delegation("besuch", "countries: [MX]\nstart: 2019-10-15").built();
    let visit = event_of(&visit, "delegationen/besuch/index.html");
    assert_eq!(visit["location"]["address"].get("addressCountry"), None);
}

#[test]
fn who_organises_is_said_else_who_publishes() {
    let organisations =
        "traeger: {name: Träger GmbH}\ngast: {name: Gast AG, url: 'https://gast.example.org/'}\n";
    let organizer = |lines: &str| {
        let event_lines = format!("start: 2019-10-15T10:00\n{lines}");
        let site = Site::new()
            .file("organisations.yaml", organisations)
            .event("treffen", &event_lines)
            .delegation("besuch", &format!("countries: [MX]\nstart: 2019-10-15\n{lines}"))
            .built();
        let visit = event_of(&site, "delegationen/besuch/index.html")["organizer"].clone();
        assert_eq!(visit, event_of(&site, EVENT)["organizer"]);
        visit
    };
    assert_eq!(organizer(""), json!([{"@type": "Organization", "name": "Träger GmbH"}]));
    let guest =
        json!([{"@type": "Organization", "name": "Gast AG", "url": "https://gast.example.org/"}]);
    assert_eq!(organizer("roles: {organiser: gast}"), guest);
    assert_eq!(organizer("roles: {host: gast}")[0]["name"], "Träger GmbH");
}

#[test]
fn an_offer_is_what_the_page_offers_now() {
    let window = "opens: 2019-09-10, deadline: 2019-10-01, capacity: 40";
    let offered = |availability: &str| Some(schema(availability));
    // Registration, further lines, the time, and what is offered then.
    for (registration, lines, now, expected) in [
        ("state: open", String::new(), "2019-09-01T09:00", offered("InStock")),
        ("state: few", String::new(), "2019-09-01T09:00", offered("LimitedAvailability")),
        ("state: waitlist", String::new(), "2019-09-01T09:00", offered("SoldOut")),
        ("state: full", String::new(), "2019-09-01T09:00", offered("SoldOut")),
        ("state: closed", String::new(), "2019-09-01T09:00", None),
        (window, String::new(), "2019-09-09T23:59", offered("PreOrder")),
        (window, String::new(), "2019-09-10T00:00", offered("InStock")),
        (window, String::new(), "2019-10-01T23:59", offered("InStock")),
        (window, String::new(), "2019-10-02T00:00", None),
        ("state: full, opens: 2019-09-10", String::new(), "2019-09-01T09:00", offered("SoldOut")),
        ("state: open", format!("status: cancelled\n{UPDATED}"), "2019-09-01T09:00", None),
        ("state: open", format!("status: postponed\n{UPDATED}"), "2019-09-01T09:00", None),
        (
            "state: open",
            format!("status: moved-online\n{UPDATED}"),
            "2019-09-01T09:00",
            offered("InStock"),
        ),
        // Without an end it is over when it begins.
        ("state: open", String::new(), "2019-10-15T10:00", None),
    ] {
        for price in ["", "price: {amount: 12, currency: EUR}\n"] {
            let what = format!(
                "start: 2019-10-15T10:00\nregistration: {{email: a@example.org, {registration}}}\n{price}{lines}"
            );
            let site = Site::new().event("treffen", &what).now(now).built();
            let event = event_of(&site, EVENT);
            let found = event.get("offers").map(|offer| offer["availability"].clone());
            assert_eq!(found, expected, "{what} at {now}");
            // The page offers to register, or says why that is not possible yet or any more.
            let registers = site.text(EVENT).contains("mailto:a@example.org");
            let opens_later = expected == offered("PreOrder") || registration.contains("full");
            assert_eq!(registers, expected.is_some() && !opens_later, "{what} at {now}");
        }
    }
}

#[test]
fn when_one_can_register_is_said_as_the_page_says_it() {
    let offers = |now: &str| {
        let lines = "start: 2019-10-15T10:00\nregistration: {email: a@example.org, opens: 2019-09-10, \
                     deadline: 2019-10-01, capacity: 40}";
        let event = event_of(&Site::new().event("treffen", lines).now(now).built(), EVENT);
        let key = |key: &str| event["offers"][key].as_str().map(str::to_owned);
        (key("validFrom"), key("validThrough"), event["maximumAttendeeCapacity"].as_u64())
    };
    let from = Some("2019-09-10T00:00:00+02:00".to_owned());
    let until = Some("2019-10-02T00:00:00+02:00".to_owned());
    assert_eq!(offers("2019-09-01T09:00"), (from, None, Some(40)));
    assert_eq!(offers("2019-09-10T00:00"), (None, until, Some(40)));
    assert_eq!(offers("2019-10-15T11:00"), (None, None, None));
}

#[test]
fn a_price_is_told_with_its_currency_and_without_registration() {
    let offers = |lines: &str| event(lines)["offers"].clone();
    let url = format!("{BASE}/veranstaltungen/treffen/");
    let offer =
        |price: &str| json!({"@type": "Offer", "price": price, "priceCurrency": "EUR", "url": url});
    assert_eq!(offers("price: {amount: 12, currency: EUR}"), offer("12"));
    assert_eq!(offers("price: {amount: 0, currency: EUR}"), offer("0"));
    // Nothing is the same in every currency, and one belongs beside every price.
    assert_eq!(offers("price: {amount: 0}"), offer("0"));
    assert_eq!(
        offers("price: {amount: 0}\nregistration: {email: a@example.org}")["priceCurrency"],
        "EUR"
    );
    // Words are no price.
    assert_eq!(offers("price: {note: auf Anfrage}"), Value::Null);
    let registration = offers("price: {note: auf Anfrage}\nregistration: {email: a@example.org}");
    assert_eq!(registration.get("price"), None);
    assert_eq!(registration.get("priceCurrency"), None);
    let cancelled = format!("price: {{amount: 12, currency: EUR}}\nstatus: cancelled\n{UPDATED}");
    assert_eq!(offers(&cancelled), Value::Null);
}

#[test]
fn the_picture_of_a_visit_is_said_too() {
    let site = Site::new()
        .file("media/bild.png", PNG)
        .delegation(
            "besuch",
            "countries: [MX]\nstart: 2019-10-15\nimage: {file: bild.png, alt: Hände, credit: A}",
        )
        .built();
    let visit = event_of(&site, "delegationen/besuch/index.html");
    assert_eq!(visit["image"], json!([format!("{BASE}/media/bild.png")]));
}

#[test]
fn what_has_a_page_of_its_own_is_a_bare_reference() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-15T10:00\ndelegations: besuch")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-15")
        .built();
    let (event, visit) =
        (event_of(&site, EVENT), event_of(&site, "delegationen/besuch/index.html"));
    let to = |object: &Value| json!([{"@id": object["@id"], "url": object["url"]}]);
    assert_eq!(event["superEvent"], to(&visit));
    assert_eq!(visit["subEvent"], to(&event));
}

#[test]
fn each_date_of_a_series_has_all_that_an_event_must_have() {
    let lines =
        "venue: saal\nregistration: {email: a@example.org}\nrepeat: {every: week, count: 3}";
    let dates = event(lines)["subEvent"].as_array().unwrap().clone();
    assert_eq!(dates.len(), 3);
    for date in &dates {
        assert_eq!(date["@type"], "BusinessEvent");
        for key in ["name", "startDate", "location", "organizer", "eventStatus", "offers"] {
            assert!(date.get(key).is_some(), "{key}");
        }
    }
    // Where they are nobody has said: search engines would call each invalid.
    assert_eq!(event("repeat: {every: week, count: 3}").get("subEvent"), None);
}
