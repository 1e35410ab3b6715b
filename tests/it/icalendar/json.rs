//! The main feed as jCal (RFC 7265) and JSCalendar (RFC 8984).

use super::reading::{Read, read_by_calcard};
use super::sites::VARIED;
use super::*;
use crate::harness::Site;
use bba::icalendar::{Alarm, Before, jcal, jscalendar};
use calcard::jscalendar::JSCalendar;
use serde_json::{Value, json};

const JCAL: &str = "veranstaltungen/calendar.jcal.json";
const JSCALENDAR: &str = "veranstaltungen/calendar.jscalendar.json";

#[test]
fn both_forms_are_off_unless_site_yaml_says_so() {
    let off = Site::new().built();
    assert!(!off.has(JCAL) && !off.has(JSCALENDAR));
    assert!(!off.text("veranstaltungen/index.html").contains("calendar+json"));
    let one = Site::new().config_line("outputs: {jcal: true, jscalendar: false}").built();
    assert!(one.has(JCAL) && !one.has(JSCALENDAR));
}

#[test]
fn the_events_page_names_them() {
    let site = Site::new()
        .config_line("outputs: {jcal: true, jscalendar: true}")
        .base_url("https://x.example.org/unter/pfad/")
        .built();
    let page = site.text("veranstaltungen/index.html");
    for (kind, path) in
        [("application/calendar+json", JCAL), ("application/jscalendar+json", JSCALENDAR)]
    {
        let link = format!("<link rel=\"alternate\" type=\"{kind}");
        let line = page.lines().find(|line| line.starts_with(&link)).unwrap();
        assert!(line.contains(&format!("href=\"/unter/pfad/{path}\"")), "{line}");
    }
    // Without events they are there too.
    assert_eq!(site.json(JCAL)[0], "vcalendar");
    assert_eq!(site.json(JSCALENDAR)["entries"], json!([]));
}

fn of_type<'v>(component: &'v Value, name: &'v str) -> impl Iterator<Item = &'v Value> {
    component[2].as_array().unwrap().iter().filter(move |part| part[0] == name)
}

fn property_of<'v>(component: &'v Value, name: &str) -> &'v Value {
    let all = component[1].as_array().unwrap();
    all.iter().find(|property| property[0] == name).unwrap_or(&Value::Null)
}

#[test]
fn jcal_has_the_forms_of_the_standard() {
    let mut entry = get_together();
    entry.alarms.push(Alarm {
        uid: "alarm-1".into(),
        before: Before::Days(1),
        description: "Bald; ja".into(),
        language: None,
    });
    let calendar: Value = serde_json::from_str(&jcal(&written(&[&entry]))).unwrap();
    assert_eq!(calendar[0], "vcalendar");
    assert_eq!(property_of(&calendar, "version"), &json!(["version", {}, "text", "2.0"]));
    let event = of_type(&calendar, "vevent").next().unwrap();
    // RFC 7265 3.4 to 3.6, from the values of the entry.
    let expected = [
        json!(["dtstamp", {}, "date-time", "2019-09-10T07:30:00Z"]),
        json!(["sequence", {}, "integer", 1]),
        json!(["dtstart", {"tzid": "Europe/Berlin"}, "date-time", "2019-09-24T15:00:00"]),
        json!(["summary", {}, "text", "Get together Mexiko"]),
        json!(["description", {}, "text", "Anmeldung bis 20. September; Kaffee, Kuchen.\nC:\\BBA"]),
        json!(["location", {}, "text", "WFS, Berthelsdorfer Straße 1, 01309 Dresden"]),
        json!(["geo", {}, "float", [51.04568, 13.80143]]),
        json!(["url", {}, "uri", "https://bba.example.org/veranstaltungen/mexiko/?a,b;c"]),
        json!(["categories", {}, "text", "Delegation", "Länder, Märkte", "Mexiko"]),
        json!([
            "organizer", {"cn": "Wirtschaftsförderung Sachsen \\ \"WFS\", Team"}, "cal-address",
            "mailto:bba@example.org"
        ]),
        json!([
            "conference", {"feature": ["AUDIO", "VIDEO"], "label": "Teilnahme: Raum 1"}, "uri",
            "https://meet.example.org/bba"
        ]),
        json!(["x-microsoft-cdo-busystatus", {}, "unknown", "FREE"]),
    ];
    for property in &expected[..expected.len() - 1] {
        let name = property[0].as_str().unwrap();
        assert_eq!(property_of(event, name), property);
    }
    let alarm = of_type(event, "valarm").next().unwrap();
    assert_eq!(property_of(alarm, "trigger"), &json!(["trigger", {}, "duration", "-P1D"]));
    assert_eq!(property_of(alarm, "description")[3], "Bald; ja");
    let zone = of_type(&calendar, "vtimezone").next().unwrap();
    let summer = of_type(zone, "daylight").next().unwrap();
    assert_eq!(
        property_of(summer, "tzoffsetto"),
        &json!(["tzoffsetto", {}, "utc-offset", "+02:00"])
    );
    assert_eq!(
        property_of(summer, "rrule"),
        &json!(["rrule", {}, "recur", {"freq": "YEARLY", "bymonth": 3, "byday": "-1SU"}])
    );
}

#[test]
fn jcal_says_days_as_days_and_leaves_unknown_values_alone() {
    let entry = Entry { transparent: true, ..all_day("x", (2019, 11, 4), (2019, 11, 8)) };
    let calendar: Value = serde_json::from_str(&jcal(&written(&[&entry]))).unwrap();
    let event = of_type(&calendar, "vevent").next().unwrap();
    assert_eq!(property_of(event, "dtstart"), &json!(["dtstart", {}, "date", "2019-11-04"]));
    assert_eq!(property_of(event, "dtend"), &json!(["dtend", {}, "date", "2019-11-09"]));
    let free = json!(["x-microsoft-cdo-busystatus", {}, "unknown", "FREE"]);
    assert_eq!(property_of(event, "x-microsoft-cdo-busystatus"), &free);
}

#[test]
fn jcal_and_the_file_say_the_same_of_two_thousand_events() {
    let calendar = VARIED.json(JCAL);
    let read = read_by_calcard(&by_calcard(VARIED.text("veranstaltungen/calendar.ics")));
    let events: Vec<&Value> = of_type(&calendar, "vevent").collect();
    assert_eq!(events.len(), read.len());
    for (event, read) in events.into_iter().zip(read) {
        let text = |name: &str| property_of(event, name)[3].as_str().unwrap_or_default().to_owned();
        assert_eq!(text("uid"), read.uid);
        assert_eq!(text("summary"), read.summary);
        assert_eq!(text("description"), read.description);
        assert_eq!(text("location"), read.location);
        let organizer = &property_of(event, "organizer")[1]["cn"];
        assert_eq!(organizer.as_str().unwrap(), read.organizer);
        let categories = property_of(event, "categories").as_array().unwrap();
        assert_eq!(categories[3..].to_vec(), read.categories);
    }
}

#[test]
fn jscalendar_has_what_the_standard_requires() {
    let group = VARIED.json(JSCALENDAR);
    assert_eq!(group["@type"], "Group");
    // RFC 8984 4.1: uid and updated are mandatory; a UTCDateTime ends with Z.
    let is_utc = |value: &Value| value.as_str().unwrap().ends_with('Z');
    assert!(group["uid"].is_string() && is_utc(&group["updated"]));
    for event in group["entries"].as_array().unwrap() {
        assert_eq!(event["@type"], "Event");
        assert!(event["uid"].is_string() && is_utc(&event["updated"]), "{event}");
        // RFC 8984 5.1.1: start is local, and a zone or null says by which clock.
        let start = event["start"].as_str().unwrap();
        assert!(start.len() == 19 && !start.ends_with('Z'), "{event}");
        assert!(event.get("timeZone").is_some(), "{event}");
        for kind in ["locations", "virtualLocations", "links", "participants"] {
            let items = event[kind].as_object().into_iter().flatten();
            for (id, item) in items {
                assert!(item["@type"].is_string(), "{kind} {id}: {event}");
                // RFC 8984 4.4.6: a participant has at least one role.
                assert!(kind != "participants" || item["roles"] != json!({}), "{event}");
            }
        }
    }
}

#[test]
fn jscalendar_is_read_like_the_file() {
    let mut group = VARIED.json(JSCALENDAR);
    for event in group["entries"].as_array_mut().unwrap() {
        // This reader follows a draft in which participants have other properties.
        event.as_object_mut().unwrap().remove("participants");
    }
    let json = group.to_string();
    let read = JSCalendar::<String, String>::parse(&json).unwrap().into_icalendar().unwrap();
    let by_uid = |entries: Vec<Read>| {
        let entries = entries.into_iter().map(|entry| (entry.uid.clone(), entry));
        entries.collect::<std::collections::BTreeMap<_, _>>()
    };
    let read = by_uid(read_by_calcard(&read));
    let file = by_uid(read_by_calcard(&by_calcard(VARIED.text("veranstaltungen/calendar.ics"))));
    assert_eq!(read.len(), file.len());
    for (uid, file) in file {
        let read = &read[&uid];
        assert_eq!(read.summary, file.summary);
        assert_eq!(read.start, file.start, "{}", file.summary);
        // It works out the end with its own zone database, and governments change what is to come.
        if file.start.as_str() < "2025" {
            assert_eq!(read.end, file.end, "{}", file.summary);
        }
        assert_eq!((&read.description, &read.location), (&file.description, &file.location));
        assert_eq!((&read.status, &read.sequence), (&file.status, &file.sequence));
        let sorted = |categories: &[String]| {
            categories.iter().cloned().collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(sorted(&read.categories), sorted(&file.categories));
    }
}

#[test]
fn jscalendar_says_a_repeated_hour_in_utc() {
    let first = timed("a", "2019-10-27T02:30+02:00[Europe/Berlin]", None);
    let second = timed(
        "b",
        "2019-10-27T02:30+01:00[Europe/Berlin]",
        Some("2019-10-27T04:00+01:00[Europe/Berlin]"),
    );
    let after = timed("c", "2019-10-27T03:00+01:00[Europe/Berlin]", None);
    let calendar = calendar(&[&first, &second, &after]);
    let group: Value = serde_json::from_str(&jscalendar(&calendar, "group")).unwrap();
    let told = |number: usize| {
        let event = &group["entries"][number];
        [&event["start"], &event["timeZone"]].map(|text| text.as_str().unwrap())
    };
    assert_eq!(told(0), ["2019-10-27T00:30:00", "Etc/UTC"]);
    assert_eq!(told(1), ["2019-10-27T01:30:00", "Etc/UTC"]);
    assert_eq!(told(2), ["2019-10-27T03:00:00", "Europe/Berlin"]);
    assert_eq!(group["entries"][1]["duration"], "PT1H30M");
}

#[test]
fn jscalendar_says_whole_days_without_a_zone() {
    let visit = all_day("x", (2019, 11, 4), (2019, 11, 8));
    let group: Value = serde_json::from_str(&jscalendar(&calendar(&[&visit]), "group")).unwrap();
    let event = &group["entries"][0];
    assert_eq!(event["start"], "2019-11-04T00:00:00");
    assert_eq!(event["duration"], "P5D");
    assert_eq!((&event["timeZone"], &event["showWithoutTime"]), (&Value::Null, &json!(true)));
}

/// RFC 8984 4.3.3 and 4.3.5, with the patches of 1.4.9.
#[test]
fn jscalendar_says_a_series_as_a_rule_and_what_is_different_on_its_dates() {
    let event = "start: 2019-10-01T16:00\nend: 2019-10-01T17:30\nrepeat:\n  every: 2 weeks\n  \
                 on: [tuesday, thursday]\n  until: 2019-12-31\n  except: [2019-10-15]\n  \
                 extra: [2019-12-21T10:00]\n  changes:\n    \
                 - {date: 2019-10-03, start: 2019-10-04T18:00}\n    \
                 - {date: 2019-10-29, status: cancelled}\n\
                 updates: [{at: 2019-08-01, kind: change}]";
    let site = Site::new()
        .config_line("outputs: {jscalendar: true}")
        .event("reihe", event)
        .event(
            "monatlich",
            "start: 2019-10-01\nrepeat: {every: month, on: [first tuesday], count: 3}",
        )
        .built();
    let group = site.json(JSCALENDAR);
    let entries = group["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    let of = |title: &str| entries.iter().find(|entry| entry["title"] == title).unwrap();
    let extra = entries.iter().find(|entry| entry["start"] == "2019-12-21T10:00:00").unwrap();
    assert_eq!(extra["recurrenceRules"], Value::Null);
    let related =
        json!({of("Titel reihe")["uid"].as_str().unwrap(): {"@type": "Relation", "relation": {}}});
    assert_eq!(extra["relatedTo"], related);
    let series = of("Titel reihe");
    assert_eq!(series["start"], "2019-10-01T16:00:00");
    assert_eq!(
        series["recurrenceRules"],
        json!([{
            "@type": "RecurrenceRule", "frequency": "weekly", "interval": 2,
            "byDay": [{"@type": "NDay", "day": "tu"}, {"@type": "NDay", "day": "th"}],
            "until": "2019-12-26T16:00:00"
        }])
    );
    let overrides = series["recurrenceOverrides"].as_object().unwrap();
    let keys: Vec<&String> = overrides.keys().collect();
    assert_eq!(keys, ["2019-10-03T16:00:00", "2019-10-15T16:00:00", "2019-10-29T16:00:00"]);
    assert_eq!(overrides["2019-10-15T16:00:00"], json!({"excluded": true}));
    assert_eq!(overrides["2019-10-03T16:00:00"]["start"], "2019-10-04T18:00:00");
    let cancelled = &overrides["2019-10-29T16:00:00"];
    assert_eq!(cancelled["status"], "cancelled");
    assert_eq!(cancelled["title"], "[Abgesagt] Titel reihe");
    for patch in overrides.values() {
        for name in ["@type", "uid", "recurrenceRules", "recurrenceOverrides"] {
            assert!(patch.get(name).is_none(), "{patch}");
        }
    }
    assert_eq!(
        of("Titel monatlich")["recurrenceRules"],
        json!([{
            "@type": "RecurrenceRule", "frequency": "monthly", "interval": 1,
            "byDay": [{"@type": "NDay", "day": "tu", "nthOfPeriod": 1}],
            "count": 3
        }])
    );
}
