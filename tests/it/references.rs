//! What the files say together: joins in both directions, countries and sectors, participants,
//! contacts, texts as strings and as maps.

use bba::problem::MessageLanguage;

use crate::harness::Site;

#[test]
fn a_release_that_names_an_event_is_on_the_events_page() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01")
        .release("2019-08-01-meldung", "events: treffen", "Text")
        .built();
    let event = site.text("veranstaltungen/treffen/index.html");
    assert!(event.contains("href=\"/presse/2019-08-01-meldung/\""));
    let release = site.text("presse/2019-08-01-meldung/index.html");
    assert!(release.contains("href=\"/veranstaltungen/treffen/\""));
}

#[test]
fn an_event_that_names_a_release_is_on_the_releases_page() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\npress: [2019-08-01-meldung]")
        .release("2019-08-01-meldung", "", "Text")
        .built();
    let event = site.text("veranstaltungen/treffen/index.html");
    assert!(event.contains("href=\"/presse/2019-08-01-meldung/\""));
    let release = site.text("presse/2019-08-01-meldung/index.html");
    assert!(release.contains("href=\"/veranstaltungen/treffen/\""));
}

#[test]
fn references_count_both_ways_as_a_union_and_once() {
    let site = Site::new()
        .event("eins", "start: 2019-10-01\npress: [2019-08-01-a, 2019-08-02-b, 2019-08-01-a]")
        .event("zwei", "start: 2019-10-02")
        .release("2019-08-01-a", "events: [eins, zwei]", "Text")
        .release("2019-08-02-b", "events: zwei", "Text")
        .built();
    let event = |number: usize| site.json("data/events.json")[number].clone();
    assert_eq!(event(0)["press"], serde_json::json!(["2019-08-02-b", "2019-08-01-a"]));
    assert_eq!(event(1)["press"], serde_json::json!(["2019-08-02-b", "2019-08-01-a"]));
    let press = site.json("data/press.json");
    assert_eq!(press[0]["events"], serde_json::json!(["eins", "zwei"]));
    assert_eq!(press[1]["events"], serde_json::json!(["eins", "zwei"]));
    let page = site.text("veranstaltungen/eins/index.html");
    assert_eq!(page.matches("href=\"/presse/2019-08-01-a/\"").count(), 1);
}

#[test]
fn an_events_countries_and_sectors_include_those_of_its_delegations() {
    let site = Site::new()
        .delegation("nordost", "countries: [EE, PL]\nstart: 2019-11-04\nsectors: [rail]")
        .event(
            "treffen",
            "start: 2019-11-05\ncountries: [PL, MX]\nsectors: [automotive]\ndelegations: nordost",
        )
        .built();
    let event = &site.json("data/events.json")[0];
    assert_eq!(event["countries"], serde_json::json!(["PL", "MX", "EE"]));
    assert_eq!(event["sectors"], serde_json::json!(["automotive", "rail"]));
    for page in ["laender/estland", "laender/polen", "laender/mexiko", "branchen/rail"] {
        let page = site.text(&format!("{page}/index.html"));
        assert!(page.contains("href=\"/veranstaltungen/treffen/\""));
    }
    let categories = "CATEGORIES:Polen,Mexiko,Estland".to_owned();
    assert!(site.calendar("veranstaltungen/treffen.ics").contains(&categories));
    let delegation = site.text("delegationen/nordost/index.html");
    assert!(delegation.contains("href=\"/veranstaltungen/treffen/\""));
}

#[test]
fn country_and_sector_pages_exist_only_where_something_public_refers_to_them() {
    let site = Site::new()
        .event("offen", "start: 2019-10-01\ncountries: [MX]\nsectors: [rail]")
        .event("entwurf", "start: 2019-10-01\ncountries: [JP]\nsectors: [automotive]\ndraft: true")
        .release("2019-10-01-gesperrt", "countries: [KR]\nembargo: 2019-10-01", "Text")
        .built();
    let topics = |folder: &str| {
        let pages = site.paths().into_iter().filter(|path| path.starts_with(folder));
        pages.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        topics("laender/"),
        ["laender/mexiko/calendar.ics", "laender/mexiko/feed.xml", "laender/mexiko/index.html"]
    );
    assert_eq!(
        topics("branchen/"),
        ["branchen/rail/calendar.ics", "branchen/rail/feed.xml", "branchen/rail/index.html"]
    );
}

#[test]
fn a_joint_delegation_is_at_each_of_its_countries() {
    let site =
        Site::new().delegation("nordost", "countries: [EE, FI, PL, HU]\nstart: 2020-Q1").built();
    for country in ["estland", "finnland", "polen", "ungarn"] {
        let page = site.text(&format!("laender/{country}/index.html"));
        assert!(page.contains("href=\"/delegationen/nordost/\""), "{country}");
        assert!(page.contains("1. Quartal 2020"), "{country}");
    }
    assert_eq!(site.json("data/delegations.json").as_array().map(Vec::len), Some(1));
}

#[test]
fn participants_are_shown_only_with_consent() {
    let site = Site::new()
        .delegation(
            "nordost",
            "countries: [EE]\nstart: 2019-11-04\nparticipants:\n\
             - {organisation: Mit Zusage OÜ, country: EE, offers: Gleise, consent: true}\n\
             - {organisation: Abgelehnt OÜ, country: EE, offers: Weichen, consent: false}\n\
             - {organisation: Nie gefragt OÜ, country: EE, seeks: Schwellen}",
        )
        .built();
    let everything = site.everything();
    assert!(site.text("delegationen/nordost/index.html").contains("Mit Zusage OÜ"));
    for hidden in ["Abgelehnt", "Weichen", "Nie gefragt", "Schwellen"] {
        assert!(!everything.contains(hidden), "{hidden}");
    }
}

#[test]
fn the_figures_of_a_joint_delegation_say_whose_they_are() {
    let site = Site::new()
        .delegation(
            "nordost",
            "countries: [EE, FI]\nstart: 2019-11-04\nfigures:\n\
             - {label: Ausfuhr, value: 1234.5, unit: Mio. Euro, year: 2018, country: FI, source: Amt}",
        )
        .built();
    let text = "<dt>Finnland: Ausfuhr, 2018</dt>";
    assert!(site.text("delegationen/nordost/index.html").contains(text));
    let country = site.text("laender/finnland/index.html");
    assert!(country.contains("<dt>Ausfuhr, 2018</dt>"));
    assert!(country.contains("<b>1.234,5 Mio. Euro</b>"));
    assert!(!site.text("laender/estland/index.html").contains("Ausfuhr"));
}

#[test]
fn after_until_the_fallback_is_shown_everywhere() {
    let site = |now: &str| {
        Site::new()
            .file(
                "contacts.yaml",
                "anna: {name: Anna Alt, email: alt@example.org, until: 2019-09-15, fallback: nora}\n\
                 nora: {name: Nora Neu, email: neu@example.org, phone: +49 351 7654321}\n",
            )
            .config("press_contact: anna\ncalendar: {organizer: anna}")
            .event("treffen", "start: 2019-10-01\ncontact: anna\nregistration: {state: open}")
            .delegation("besuch", "countries: [MX]\nstart: 2019-10-01\ncontact: anna")
            .release("2019-08-01-meldung", "contact: anna", "Text")
            .now(now)
            .built()
    };
    let before = site("2019-09-15T23:59").everything();
    assert!(before.contains("Anna Alt") && before.contains("CONTACT:Anna Alt"));
    assert!(!before.contains("Nora"));
    let after = site("2019-09-16T00:00");
    let everything = after.everything();
    assert!(!everything.contains("Anna") && !everything.contains("alt@example.org"));
    assert!(after.text("veranstaltungen/treffen/index.html").contains("mailto:neu@example.org?"));
    assert!(after.text("veranstaltungen/treffen.ics").contains("Nora Neu"));
    assert!(after.text("veranstaltungen/treffen.ics").contains(":mailto:neu@example.org"));
    for data in ["data/events.json", "data/delegations.json", "data/press.json"] {
        assert_eq!(after.json(data)[0]["contact"]["name"]["de"], "Nora Neu", "{data}");
    }
    assert!(after.text("presse/index.html").contains("Nora Neu"));
}

#[test]
fn a_text_is_a_string_in_the_default_language_or_a_map_that_holds_it() {
    let site = |title: &str| {
        Site::new()
            .file(
                "events/treffen.yaml",
                format!("title: {title}\nstart: 2019-10-01\npublished: 2019-08-01\n"),
            )
            .file("site.yaml", CONFIG)
    };
    let plain = site("Treffen").built();
    let map = site("{en: Meeting, de: Treffen}").built();
    let page = "veranstaltungen/treffen/index.html";
    assert_eq!(plain.text(page), map.text(page));
    assert!(!map.text(page).contains("Meeting"));
    assert!(map.text("en/events/treffen/index.html").contains("Meeting"));
    assert_eq!(site("{en: Meeting}").build().errors(), ["events/treffen.yaml:1:1 E0314"]);
    assert_eq!(
        site("{fr: Réunion, de: Treffen}").build().errors(),
        ["events/treffen.yaml:1:9 E0313"]
    );
}

const CONFIG: &str = "id: test-site\ntitle: {de: Testprogramm, en: Test programme}\n\
    base_url: https://test.example.org/\nlanguages: [de, en]\ntimezone: Europe/Berlin\ntheme: bba\n\
    organisation: traeger\nfunding_notice: {de: Gefördert zum Test.}\n";

#[test]
fn a_venue_written_out_is_like_one_by_its_key() {
    let venue = "{name: Großer Saal, street: Weg 1, postcode: '01067', city: Dresden}";
    let site = |venue: &str| {
        Site::new().event("treffen", &format!("start: 2019-10-01\nvenue: {venue}")).built()
    };
    let (by_key, written_out) = (site("saal"), site(venue));
    assert_eq!(by_key.paths(), written_out.paths());
    // The manifest says what was built from: that is not the same.
    for path in by_key.paths().into_iter().filter(|path| *path != "build.json") {
        assert_eq!(by_key.text_or_empty(path), written_out.text_or_empty(path), "{path}");
    }
}

#[test]
fn an_event_that_moved_online_sends_nobody_to_its_old_place() {
    let site = Site::new()
        .file(
            "venues.yaml",
            "saal: {name: Großer Saal, street: Weg 1, city: Dresden, directions: Über den Hof, \
             geo: {lat: 51.05, lon: 13.74}}\n",
        )
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nvenue: saal\nstatus: moved-online\n\
             updates: [{at: 2019-02-01, kind: change}]\n\
             online: {url: https://video.example.org/raum}\n\
             description: Wo es ist, steht [hier](#ort).",
        )
        .built();
    let everything = site.everything();
    for old in ["Großer Saal", "Weg 1", "Über den Hof", "GEO:", "latitude\": 5"] {
        assert!(!everything.contains(old), "{old}");
    }
    let calendar = site.calendar("veranstaltungen/treffen.ics");
    assert!(calendar.contains(&"LOCATION:Online".to_owned()));
    assert!(calendar.iter().any(|line| {
        line.starts_with("DESCRIPTION") && line.contains("https://video.example.org/raum")
    }));
}

#[test]
fn a_new_start_says_when_it_was_to_be() {
    let event = |status: &str, previous: &str| {
        let lines = format!(
            "start: 2019-10-15T14:00\nstatus: {status}\n\
             updates: [{{at: 2019-02-01, kind: change, previous_start: {previous}}}]"
        );
        Site::new().event("treffen", &lines)
    };
    let page = "veranstaltungen/treffen/index.html";
    let time = event("confirmed", "2019-10-15T10:00").built();
    assert!(time.text(page).contains("Ursprünglich: Dienstag, 15. Oktober 2019, 10 Uhr."));
    assert!(time.text(page).contains("\"previousStartDate\":\"2019-10-15T10:00:00+02:00\""));
    let day = event("postponed", "2019-10-14").built();
    assert!(day.text(page).contains("Ursprünglich: Montag, 14. Oktober 2019."));
    assert!(day.text(page).contains("\"previousStartDate\":\"2019-10-14\""));
    let gap = event("confirmed", "2019-03-31T02:30").build();
    assert_eq!(gap.errors(), ["events/treffen.yaml:5:58 E0403"]);
}

/// Who deletes an event has one cause to mend, not as many as there are places.
#[test]
fn what_is_named_in_many_places_and_is_not_there_is_told_once() {
    let mut site = Site::new();
    for number in 1..=10 {
        let id = format!("2019-08-0{}-x{number}", number % 9 + 1);
        site = site.release(&id, "events: [vergangen]", "Text");
    }
    let output = site.event("anderes", "start: 2019-10-01").build();
    let [found] = output.0.diagnostics.as_slice() else { panic!("{:?}", output.messages()) };
    let hint = found.problem.hint(MessageLanguage::German).unwrap();
    assert_eq!(hint.matches(".md:4").count(), 9, "{hint}");
    // Two things that are missing are two mistakes.
    let lines = "start: 2019-10-01\ndelegations: [eins, zwei]";
    assert_eq!(Site::new().event("x", lines).build().errors().len(), 2);
}

#[test]
fn what_is_named_by_its_title_or_its_file_is_told_its_id() {
    for typed in ["japan-2027.yaml", "../delegations/japan-2027.yaml", "Besuch aus Japan"] {
        let lines =
            "title: Besuch aus Japan\nstart: 2019-11-04\ncountries: [JP]\npublished: 2019-01-01\n";
        let site = Site::new()
            .file("delegations/japan-2027.yaml", lines)
            .event("x", &format!("start: 2019-10-01\ndelegations: [{typed}]"));
        let message = "Der Schlüssel dafür ist `japan-2027`.";
        assert!(site.build().messages()[0].ends_with(message), "{typed}");
    }
    // A name that two people have names nobody.
    let contacts = "anna: {name: Kim Muster}\nbernd: {name: Kim Muster}\n";
    let site = Site::new().file("contacts.yaml", contacts);
    let output = site.event("x", "start: 2019-10-01\ncontact: Kim Muster").build();
    assert!(output.messages()[0].ends_with("Möglich sind: anna, bernd"), "{:?}", output.messages());
}
