//! Facts for programs: what is published keeps the schemas that we give out, `docs/data.md` says
//! every key, and texts are there in every language that they are written in.

use std::collections::BTreeSet;
use std::fs;

use bba::schema::{self, DataKind};
use serde_json::{Value, json};

use crate::harness::{Output, PNG, Site, UPDATED, walk};

const FILES: [(DataKind, &str); 4] = [
    (DataKind::Events, "data/events.json"),
    (DataKind::Delegations, "data/delegations.json"),
    (DataKind::Press, "data/press.json"),
    (DataKind::Accessibility, "data/accessibility.json"),
];

/// A statement in which every key has a value.
const STATEMENT: &str = "\
body: {de: Das Amt, en: The office}
law: {de: dem Gesetz, en: the Act}
scope: {de: die Website, en: the website}
status: partial
barriers:
  - what: {de: Der Film., en: The film.}
    reason: disproportionate-burden
    alternative: {de: Der Text., en: The text.}
    planned: 2020-03-31
method: third-party
method_note: {de: Von Hand., en: By hand.}
report: https://example.org/bericht.pdf
created: 2019-07-01
reviewed: 2019-08-01
feedback: {contact: anmeldung, email: a@example.org, phone: +49 351 1234567, url: 'https://example.org/', note: {de: Bald., en: Soon.}}
enforcement: {name: {de: Stelle, en: Body}, address: {de: Weg 1, en: Weg 1}, email: a@example.org, phone: +49 351 1234567, url: 'https://example.org/', note: {de: Frei., en: Free.}}
";

/// A site in which every key has a value somewhere.
fn full() -> Site {
    let closing = "image: {file: bild.png, alt: {de: Zwei Hände, en: Two hands}, credit: A. Muster, rights: frei}\n\
                   attachments: [{file: programm.pdf, title: {de: Programm, en: Programme}}]\n\
                   links: [{url: 'https://example.org/', label: {de: Mehr, en: More}}]";
    let texts = "title: {de: Treffen, en: Meeting}\nsummary: {de: Kurz., en: Short.}\n\
                 description: {de: '*Lang*.', en: '[Long](../events/treffen.yaml).'}\n\
                 published: 2019-03-01T10:00\ncontact: anmeldung\nsectors: rail\n\
                 roles: {organiser: traeger, host: traeger, commissioned_by: traeger, funder: traeger, partners: traeger}";
    let event = format!(
        "{texts}\n{closing}\nstart: 2019-10-02T10:00\nend: 2019-10-02T11:00\nvenue: saal\n\
         delegations: besuch\nkind: congress\nonline: {{url: 'https://k.example.org/', label: {{de: Saal, en: Room}}}}\n\
         status_note: {{de: Bald., en: Soon.}}\nlanguages: [de, es]\ninterpretation: es\n\
         audience: {{de: Firmen, en: Firms}}\nprice: {{amount: 12.50, currency: EUR, note: {{de: bar, en: cash}}}}\n\
         registration: {{required: true, email: a@example.org, phone: +49 351 1234567, url: 'https://r.example.org/', \
         opens: 2019-08-01, deadline: 2019-09-30, capacity: 40, note: {{de: Ausweis., en: ID.}}}}\n\
         repeat:\n  every: week\n  count: 3\n  changes:\n    - {{date: 2019-10-09, start: 2019-10-10T10:00, \
         venue: {{name: {{de: Rathaus, en: Town hall}}, city: Pirna}}, note: {{de: Anders., en: Different.}}}}\n\
         updates: [{{at: 2019-03-02, kind: change, note: {{de: Neu., en: New.}}, previous_start: 2019-10-01T10:00}}]\n\
         extra: {{kleidung: {{de: Abendgarderobe, en: Black tie}}}}\n"
    );
    let visit = format!(
        "{texts}\n{closing}\ncountries: [EE]\nstart: 2019-10-07\nend: 2019-10-09\nseeks: {{de: Partner, en: Partners}}\n\
         participants: [{{organisation: AS Rong, country: EE, sectors: rail, offers: {{de: Züge, en: Trains}}, \
         seeks: {{de: Gleise, en: Tracks}}, url: 'https://rong.example.org/', consent: true}}]\n\
         figures: [{{label: {{de: Handel, en: Trade}}, value: 1.5, unit: {{de: Mrd., en: bn}}, year: 2018, \
         country: EE, source: {{de: Amt, en: Office}}}}]\n\
         updates: [{{at: 2019-03-02, kind: change, previous_start: 2019-09-30}}]\n"
    );
    let release = format!(
        "---\ntitle: Meldung\nsubtitle: Unterzeile\nlead: Vorspann.\nplace: Dresden\ndate: 2019-08-01\n\
         contact: anmeldung\nevents: treffen\ndelegations: besuch\n{closing}\n---\nText.\n"
    );
    Site::new()
        .config_line("languages: [de, en]")
        .config("extra: {kleidung: {de: Kleidung, en: Dress code}}")
        .file(
            "venues.yaml",
            "saal:\n  name: Großer Saal\n  room: {de: Raum 1, en: Room 1}\n  street: Weg 1\n  \
             postcode: '01067'\n  city: {de: Meißen, en: Meissen}\n  country: DE\n  \
             geo: {lat: 51.05, lon: 13.74}\n  directions: {de: Linie 6, en: Line 6}\n  \
             accessibility: {step_free: true, lift: false, wc: true, note: {de: Rampe, en: Ramp}}\n",
        )
        .file(
            "contacts.yaml",
            "anmeldung: {name: Anna Muster, role: {de: Büro, en: Office}, email: anna@example.org, phone: +49 351 1234567}\n",
        )
        .file("accessibility.yaml", STATEMENT)
        .file("media/bild.png", PNG)
        .file("media/programm.pdf", "PDF")
        .file("events/treffen.yaml", event)
        .file("delegations/besuch.yaml", visit)
        .file("press/2019-08-01-meldung.md", release)
        .file("press/2019-08-01-meldung.en.md", "---\ntitle: Release\n---\nWords.\n")
        .release("2019-08-02-nur", "", "Nur hier.")
}

/// A schema that takes no key it does not name: what we publish is complete in it.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        match value {
            Value::Object(object) => {
                object.values_mut().for_each(close);
                if object.contains_key("properties") && object.get("type") == Some(&json!("object"))
                {
                    object.insert("additionalProperties".to_owned(), json!(false));
                }
            }
            Value::Array(values) => values.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

fn assert_keeps_the_schemas(site: &Output) {
    for (kind, path) in FILES.into_iter().filter(|(_, path)| site.has(path)) {
        let schema = closed(schema::of_data(kind));
        let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let data = site.json(path);
        let errors: Vec<String> = validator
            .iter_errors(&data)
            .map(|error| format!("{path}{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new());
    }
}

#[test]
fn every_schema_of_a_data_file_is_a_valid_json_schema() {
    for (kind, _) in FILES {
        assert!(jsonschema::draft7::meta::is_valid(&schema::of_data(kind)), "{kind:?}");
    }
    assert_eq!(DataKind::ALL, FILES.map(|(kind, _)| kind));
}

#[test]
fn what_is_published_keeps_its_schema() {
    assert_keeps_the_schemas(&full().built());
    // Nothing but what must be there, and every form of a date.
    let bare = Site::new()
        .event("eins", "start: 2019-10-01")
        .event("zwei", "start: 2019-10-01T10:00\nprice: {amount: 0}")
        .event("drei", "within: 2019-11-04/2019-11-08")
        .event("vier", "start: 2019-10-01\ntime: open\nvenue: {name: Rathaus}")
        .event("fuenf", &format!("start: 2019-10-01\nstatus: cancelled\n{UPDATED}"))
        .delegation("fest", "countries: [MX]\nstart: 2019-10-01")
        .delegation("offen", "countries: [MX]\nstart: 2020-Q1")
        .release("2019-08-01-meldung", "", "Text");
    assert_keeps_the_schemas(&bare.built());
    let empty = Site::new().built();
    assert_keeps_the_schemas(&empty);
    assert_eq!(empty.json("data/events.json"), json!([]));
}

#[test]
fn a_schema_refuses_what_is_not_said_in_its_form() {
    let schema = schema::of_data(DataKind::Events);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let good = full().built().json("data/events.json");
    assert!(validator.is_valid(&good));
    for (key, wrong) in [
        ("title", json!("Treffen")),
        ("start", json!("1.10.2019")),
        ("status", json!("abgesagt")),
        ("countries", json!(["Mexiko"])),
        ("modified", json!("2019-03-01")),
        ("venue", json!({"name": {"de": "Saal"}})),
    ] {
        let mut bad = good.clone();
        bad[0][key] = wrong;
        assert!(!validator.is_valid(&bad), "{key}");
    }
    let mut further = good.clone();
    further[0]["weather"] = json!("sunny");
    assert!(validator.is_valid(&further), "further keys may come");
}

/// Every key of a schema, of whatever object.
fn keys(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            let properties = object.get("properties").and_then(Value::as_object);
            found.extend(properties.into_iter().flatten().map(|(key, _)| key.clone()));
            object.values().for_each(|value| keys(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| keys(value, found)),
        _ => {}
    }
}

#[test]
fn the_documentation_says_every_key_and_no_other() {
    let docs = fs::read_to_string("docs/data.md").unwrap();
    let said: BTreeSet<&str> = docs.split('`').skip(1).step_by(2).collect();
    let mut known = BTreeSet::new();
    FILES.iter().for_each(|(kind, _)| keys(&schema::of_data(*kind), &mut known));
    let missing: Vec<&String> = known.iter().filter(|key| !said.contains(&***key)).collect();
    assert_eq!(missing, Vec::<&String>::new());
    let rows = docs.lines().filter_map(|line| line.strip_prefix("| `")?.split_once(" | "));
    for key in rows.flat_map(|(keys, _)| keys.split(['`', ',', ' '])) {
        let is_file = key.starts_with("data/");
        assert!(key.is_empty() || is_file || known.contains(key), "docs/data.md: {key}");
    }
    for (kind, path) in FILES {
        assert!(said.contains(path) && docs.contains(kind.word()), "{path}");
    }
}

/// Every key that has a value somewhere.
fn told(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            let there = object.iter().filter(|(_, value)| {
                !value.is_null() && value.as_array().is_none_or(|list| !list.is_empty())
            });
            for (key, value) in there {
                found.insert(key.clone());
                told(value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| told(value, found)),
        _ => {}
    }
}

#[test]
fn every_key_has_a_value_in_a_full_programme() {
    let site = full().built();
    let (mut known, mut found) = (BTreeSet::new(), BTreeSet::new());
    for (kind, path) in FILES {
        keys(&schema::of_data(kind), &mut known);
        told(&site.json(path), &mut found);
    }
    let never: Vec<&String> = known.difference(&found).collect();
    assert_eq!(never, Vec::<&String>::new());
}

#[test]
fn texts_stand_under_each_language_that_they_are_written_in() {
    let site = full().event("nur", "start: 2019-10-20\nsummary: Nur deutsch.").built();
    let events = site.json("data/events.json");
    let of = |id: &str| events.as_array().unwrap().iter().find(|event| event["id"] == id).unwrap();
    let event = of("treffen");
    assert_eq!(event["title"], json!({"de": "Treffen", "en": "Meeting"}));
    // Its links lead to the pages of its language.
    let base = "https://test.example.org";
    let long = format!("Long ({base}/en/events/treffen/).");
    assert_eq!(event["description"], json!({"de": "Lang.", "en": long}));
    assert_eq!(event["venue"]["city"], json!({"de": "Meißen", "en": "Meissen"}));
    assert_eq!(event["updates"][0]["note"], json!({"de": "Neu.", "en": "New."}));
    // A name is the same everywhere.
    assert_eq!(event["venue"]["name"], json!({"de": "Großer Saal", "en": "Großer Saal"}));
    assert_eq!(event["roles"]["host"], json!([{"de": "Träger GmbH", "en": "Träger GmbH"}]));
    assert_eq!(event["url"], event["urls"]["de"]);
    assert_eq!(event["urls"]["en"], format!("{base}/en/events/treffen/"));
    // What nobody translated is in no other language.
    assert_eq!(of("nur")["summary"], json!({"de": "Nur deutsch."}));
    let press = site.json("data/press.json");
    assert_eq!(press[1]["text"], json!({"de": "Text.", "en": "Words."}));
    let urls = press[1]["urls"].as_object().unwrap();
    assert_eq!(urls.keys().collect::<Vec<_>>(), ["de", "en"]);
    assert_eq!(press[0]["urls"], json!({"de": press[0]["url"]}));
}

#[test]
fn modified_follows_the_shared_records_that_are_shown() {
    let base = Site::new()
        .config_line("languages: [de]")
        .event("hier", "start: 2019-10-01T10:00\nvenue: saal\ncontact: anmeldung")
        .event("dort", "start: 2019-10-02T10:00\nroles: {host: gast}")
        .event("ohne", "start: 2019-10-03T10:00")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-04\ncontact: anmeldung");
    let organisations = |updated: &str| {
        format!("traeger: {{name: Träger GmbH}}\ngast: {{name: Gast AG{updated}}}\n")
    };
    let of = |site: Site| {
        let site = site.built();
        let item = |path: &str, place: usize| {
            let modified = site.json(path)[place]["modified"].as_str().unwrap().to_owned();
            modified.get(..10).unwrap().to_owned()
        };
        [
            item("data/events.json", 0),
            item("data/events.json", 1),
            item("data/events.json", 2),
            item("data/delegations.json", 0),
        ]
    };
    let quiet = base.clone().file("organisations.yaml", organisations(""));
    assert_eq!(of(quiet), ["2019-01-01"; 4]);
    let venue = "saal: {name: Großer Saal, city: Dresden, updated: 2019-05-01}\n";
    let contact = "anmeldung: {name: Anna Muster, email: anna@example.org, updated: 2019-06-01}\n";
    let all = base
        .file("organisations.yaml", organisations(", updated: 2019-07-01"))
        .file("venues.yaml", venue);
    let dates = of(all.clone());
    assert_eq!(dates, ["2019-05-01", "2019-07-01", "2019-01-01", "2019-01-01"]);
    let dates = of(all.file("contacts.yaml", contact));
    assert_eq!(dates, ["2019-06-01", "2019-07-01", "2019-01-01", "2019-06-01"]);
}

#[test]
fn modified_is_the_stamp_of_the_calendar_entry_also_for_its_organiser() {
    let site = Site::new()
        .config("calendar: {organizer: anmeldung}")
        .event("treffen", "start: 2019-10-01T10:00")
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-04");
    let contact = "anmeldung: {name: Anna, email: anna@example.org, updated: 2019-06-01T12:00}\n";
    let publisher = "traeger: {name: Träger GmbH, updated: 2019-07-01T12:00}\n";
    for (site, modified) in [
        (site.clone(), "2019-01-01T00:00:00+01:00"),
        (site.clone().file("contacts.yaml", contact), "2019-06-01T12:00:00+02:00"),
        (site.clone().file("organisations.yaml", publisher), "2019-07-01T12:00:00+02:00"),
    ] {
        let site = site.built();
        let instant: jiff::Timestamp = modified.parse().unwrap();
        let stamp = format!("DTSTAMP:{}", instant.strftime("%Y%m%dT%H%M%SZ"));
        for (data, calendar) in [
            ("data/events.json", "veranstaltungen/treffen.ics"),
            ("data/delegations.json", "delegationen/besuch.ics"),
        ] {
            assert_eq!(site.json(data)[0]["modified"], modified);
            assert!(site.calendar(calendar).contains(&stamp), "{calendar} without {stamp}");
        }
    }
}

#[test]
fn where_registration_stands_is_what_the_page_says() {
    let window = "registration: {email: a@example.org, opens: 2019-08-01, deadline: 2019-09-30}";
    let stage = |lines: &str, now: &str| {
        let lines = format!("start: 2019-10-02T10:00\n{lines}");
        let site = Site::new().event("treffen", &lines).now(now).built();
        site.json("data/events.json")[0]["registration_stage"].clone()
    };
    assert_eq!(stage(window, "2019-07-31T23:59"), "not-yet");
    assert_eq!(stage(window, "2019-08-01T00:00"), "open");
    assert_eq!(stage(window, "2019-10-01T00:00"), "closed");
    assert_eq!(stage(window, "2019-10-02T12:00"), Value::Null);
    let called_off = format!("{window}\nstatus: cancelled\n{UPDATED}");
    assert_eq!(stage(&called_off, "2019-09-01T09:00"), Value::Null);
    assert_eq!(stage("registration: {state: full}", "2019-09-01T09:00"), "full");
    assert_eq!(stage("", "2019-09-01T09:00"), Value::Null);
}

#[test]
fn the_golden_programmes_keep_the_schemas() {
    for path in walk(std::path::Path::new("tests/golden")) {
        let path = path.to_string_lossy().into_owned();
        let Some((kind, _)) = FILES.iter().find(|(_, file)| path.ends_with(file)) else { continue };
        let data = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let schema = closed(schema::of_data(*kind));
        let error = jsonschema::validate(&schema, &data).err().map(|error| error.to_string());
        assert_eq!(error, None, "{path}");
    }
}
