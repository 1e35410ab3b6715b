//! Calendars that arrive: what readers in the world make of an entry, and what they lose of one
//! that is legal. Each rule follows a reader that is named beside it.

use crate::harness::{PNG, Site, UPDATED};

/// The lines of the entry with a title, alarms among them.
fn entry(lines: &[String], title: &str) -> Vec<String> {
    let summary = lines
        .iter()
        .position(|line| line.starts_with("SUMMARY") && line.ends_with(title))
        .unwrap_or_else(|| panic!("no entry {title} in {lines:#?}"));
    let begin = lines[..summary].iter().rposition(|line| line == "BEGIN:VEVENT").unwrap();
    let end = lines[summary..].iter().position(|line| line == "END:VEVENT").unwrap();
    lines[begin..summary + end].to_vec()
}

/// The first line of a property.
fn line<'l>(lines: &'l [String], name: &str) -> &'l str {
    let is_it =
        |line: &&String| line.starts_with(name) && line[name.len()..].starts_with([':', ';']);
    lines.iter().find(is_it).unwrap_or_else(|| panic!("no {name} in {lines:#?}"))
}

#[test]
fn what_does_not_take_place_at_that_time_rings_nobody() {
    let off = |status: &str| format!("status: {status}\n{UPDATED}");
    let mut site = Site::new();
    for status in ["cancelled", "postponed"] {
        let lines = off(status);
        site = site
            .event(status, &format!("start: 2019-10-01T10:00\n{lines}"))
            .event(&format!("tage-{status}"), &format!("start: 2019-10-02\n{lines}"))
            .event(
                &format!("reihe-{status}"),
                &format!(
                    "start: 2019-10-03T10:00\n{lines}\nrepeat: {{every: week, count: 3, \
                     extra: ['2019-12-01T10:00'], \
                     changes: [{{date: 2019-10-10, start: 2019-10-11T10:00}}]}}"
                ),
            )
            .delegation(
                &format!("besuch-{status}"),
                &format!("countries: [MX]\nstart: 2019-10-04\n{lines}"),
            );
    }
    let site = site
        .event("geplant", "start: 2019-10-05T10:00\nstatus: planned")
        .event("online", &format!("start: 2019-10-05T10:00\n{}", off("moved-online")))
        .built();
    let lines = site.calendar("veranstaltungen/reminders.ics");
    let rings = |title: &str| entry(&lines, title).iter().any(|line| line == "BEGIN:VALARM");
    assert!(rings("Titel geplant") && rings("Titel online"));
    let alarms = lines.iter().filter(|line| *line == "BEGIN:VALARM").count();
    assert_eq!(alarms, 2, "{lines:#?}");
}

/// node-ical makes an object of a property with parameters, and programs show »[object Object]«.
#[test]
fn a_text_in_the_language_of_its_calendar_says_no_language() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nsummary: Kurz.\nvenue: saal\nonline: {url: \
             'https://meet.example.org/', label: Raum}\nregistration: {deadline: 2019-09-20}",
        )
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-04\nsummary: Kurz.")
        .built();
    for path in site.paths() {
        if path.ends_with(".ics") && !path.starts_with("en/") {
            assert!(!site.text(path).contains("LANGUAGE"), "{path}");
        }
    }
}

#[test]
fn each_text_says_the_language_that_it_is_in() {
    let english = |event: &str| {
        let site = Site::new().config_line("languages: [de, en]");
        let site = site.file("events/treffen.yaml", format!("published: 2019-01-01\n{event}\n"));
        site.built().calendar("en/events/treffen.ics")
    };
    let start = |line: &str| line.split(':').next().unwrap().to_owned();
    let heads = |lines: &[String]| {
        ["SUMMARY", "DESCRIPTION", "LOCATION"].map(|name| start(line(lines, name)))
    };
    let venue = "venue: {name: {de: Rathaus, en: Town hall}, city: Dresden}";
    let others = "summary: {de: Deutsch, en: English}\ndescription: {de: Deutsch, en: English}";
    assert_eq!(
        heads(&english(&format!("title: Treffen\nstart: 2019-10-01\n{others}\n{venue}"))),
        ["SUMMARY;LANGUAGE=de", "DESCRIPTION", "LOCATION"]
    );
    let title = "title: {de: Treffen, en: Meeting}\nstart: 2019-10-01";
    assert_eq!(
        heads(&english(&format!("{title}\nsummary: Deutsch\ndescription: Auch\n{venue}"))),
        ["SUMMARY", "DESCRIPTION;LANGUAGE=de", "LOCATION"]
    );
    // Of both languages there is none that it is in.
    assert_eq!(
        heads(&english(&format!(
            "{title}\nsummary: {{de: Deutsch, en: English}}\ndescription: Deutsch\n{venue}"
        ))),
        ["SUMMARY", "DESCRIPTION", "LOCATION"]
    );
    // A name is the same in every language.
    let plain = "venue: {name: Rathaus, city: Dresden}";
    assert_eq!(
        heads(&english(&format!("{title}\n{others}\n{plain}"))),
        ["SUMMARY", "DESCRIPTION", "LOCATION"]
    );
    let online = "online: {url: 'https://meet.example.org/', label: Der Raum}";
    let lines = english(&format!("{title}\n{others}\n{plain}\n{online}"));
    assert!(line(&lines, "CONFERENCE").contains(";LANGUAGE=de:"), "{lines:#?}");
}

#[test]
fn an_alarm_is_in_the_language_of_its_title() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event("treffen", "start: 2019-10-01T10:00")
        .built();
    let lines = site.calendar("en/events/reminders.ics");
    let alarm = lines.iter().position(|line| line == "BEGIN:VALARM").unwrap();
    assert_eq!(line(&lines[alarm..], "DESCRIPTION"), "DESCRIPTION;LANGUAGE=de:Titel treffen");
}

/// An all-day entry covers its day (RFC 5545 3.6.1), and at midnight that day is over.
#[test]
fn a_deadline_at_midnight_is_on_the_day_that_it_ends() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "mitternacht",
            "start: 2019-10-15\nregistration: {deadline: 2019-10-10T00:00, email: a@example.org}",
        )
        .event("danach", "start: 2019-10-15\nregistration: {deadline: 2019-10-10T00:30}")
        .event("tag", "start: 2019-10-15\nregistration: {deadline: 2019-10-10}")
        .built();
    let lines = site.calendar("veranstaltungen/deadlines.ics");
    for (title, day) in [
        ("Anmeldeschluss 24 Uhr: Titel mitternacht", "20191009"),
        ("Anmeldeschluss 00:30 Uhr: Titel danach", "20191010"),
        ("Anmeldeschluss: Titel tag", "20191010"),
    ] {
        let entry = entry(&lines, title);
        assert_eq!(line(&entry, "DTSTART"), format!("DTSTART;VALUE=DATE:{day}"), "{title}");
    }
    let told = "bis Mittwoch, 9. Oktober 2019, 24 Uhr";
    let page = site.text("veranstaltungen/mitternacht/index.html");
    assert!(page.contains(told) && !page.contains("10. Oktober"), "{page}");
    assert!(site.text("veranstaltungen/index.html").contains(told));
    let lines = site.calendar("veranstaltungen/mitternacht.ics");
    assert!(line(&lines, "DESCRIPTION").contains("9. Oktober 2019\\, 24 Uhr"), "{lines:#?}");
    let english = site.text("en/events/mitternacht/index.html");
    assert!(english.contains("9 October 2019, 24:00"), "{english}");
    // Programs get the instant.
    assert!(page.contains("datetime=\"2019-10-10T00:00:00+02:00\""), "{page}");
    let data = site.json("data/events.json");
    assert!(data.to_string().contains("2019-10-10T00:00:00+02:00"), "{data}");
}

#[test]
fn an_event_that_ends_at_midnight_of_another_day_ends_at_24() {
    let site = Site::new().event("nacht", "start: 2019-10-01T20:00\nend: 2019-10-03T00:00").built();
    let page = site.text("veranstaltungen/nacht/index.html");
    assert!(page.contains("Mittwoch, 2. Oktober 2019, 24 Uhr"), "{page}");
    let lines = site.calendar("veranstaltungen/nacht.ics");
    assert!(lines.iter().any(|line| line == "DTEND;TZID=Europe/Berlin:20191003T000000"));
}

/// The parameters of the links on the page of an event that begin like this.
fn parameter(page: &str, beginning: &str, name: &str) -> String {
    let (_, query) = page.split_once(&format!("href=\"{beginning}?")).unwrap();
    let (query, _) = query.split_once('"').unwrap();
    let value = query.split("&amp;").find_map(|pair| pair.strip_prefix(&format!("{name}=")));
    percent_encoding::percent_decode_str(value.unwrap()).decode_utf8().unwrap().into_owned()
}

/// What a browser shows of an HTML text (WHATWG HTML 13.2.5), as far as it is needed here.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html.replace("<br>", "\n");
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = match after.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
            true => after.split_once('>').map_or(String::new(), |(_, after)| after.to_owned()),
            false => {
                text.push('<');
                after.to_owned()
            }
        };
    }
    text.push_str(&rest);
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn the_text_of_an_add_link_says_the_same_when_it_is_read_as_html() {
    let site = Site::new()
        .file(
            "events/treffen.yaml",
            "title: Treffen\nstart: 2019-10-01T10:00\npublished: 2019-01-01\n\
             summary: a < b & <b>fett</b> &amp; Q&A, 5 > 3\n\
             description: |\n  Siehe [Programm](https://haus.example.org/p?a=1&b=2).\n",
        )
        .built();
    let page = site.text("veranstaltungen/treffen/index.html");
    let said = "a < b & <b>fett</b> &amp; Q&A, 5 > 3\n\n\
                Siehe Programm (https://haus.example.org/p?a=1&b=2).";
    for (link, name) in [
        ("https://calendar.google.com/calendar/render", "details"),
        ("https://outlook.live.com/calendar/0/deeplink/compose", "body"),
        ("https://outlook.office.com/calendar/0/deeplink/compose", "body"),
    ] {
        let written = parameter(page, link, name);
        assert!(shown(&written).contains(said), "{link}: {written}");
        let end = "https://test.example.org/veranstaltungen/treffen/";
        assert!(shown(&written).ends_with(end), "{written}");
    }
    let outlook = parameter(page, "https://outlook.live.com/calendar/0/deeplink/compose", "body");
    assert!(!outlook.contains('\n') && outlook.contains("<br><br>Siehe"), "{outlook}");
}

/// Some clients cut a longer one, wherever that is.
#[test]
fn a_description_of_any_length_ends_with_a_sentence_and_the_address() {
    let sentence = "Dr. Größe spricht am 24. September über Maß & Zahl; danach gibt es Äpfel. ";
    let site = |text: &str| {
        Site::new()
            .event("treffen", &format!("start: 2019-10-01T10:00\ndescription: \"{text}\""))
            .delegation(
                "besuch",
                &format!("countries: [MX]\nstart: 2019-10-01\ndescription: \"{text}\""),
            )
            .built()
    };
    for path in ["veranstaltungen/treffen", "delegationen/besuch"] {
        let description = |text: &str| {
            let lines = site(text).calendar(&format!("{path}.ics"));
            let line = lines.iter().rfind(|line| line.starts_with("DESCRIPTION:")).unwrap();
            let (_, written) = line.split_once(':').unwrap();
            assert!(written.len() <= 8_000, "{}", written.len());
            bba::icalendar::unescape_text(written)
        };
        let address = format!("https://test.example.org/{path}/");
        let long = description(&sentence.repeat(200));
        assert!(long.len() > 7_700, "{}", long.len());
        let end = format!("danach gibt es Äpfel. …\n\nGefördert zum Test.\n\n{address}");
        assert!(long.ends_with(&end), "{long}");
        let short = description(&sentence.repeat(20));
        let end = format!("danach gibt es Äpfel.\n\nGefördert zum Test.\n\n{address}");
        assert!(short.ends_with(&end) && !short.contains('…'), "{short}");
        let endless = description(&"wort ".repeat(5_000));
        assert!(endless.ends_with(&address));
        assert!(endless.contains("wort wort …\n\n"), "{endless}");
    }
}

#[test]
fn a_feed_that_google_refuses_is_named_and_has_no_link_there() {
    let events = |count: usize, config: &str| {
        let site = Site::new().config(config).event("mexiko", "start: 2019-10-01\ncountries: [MX]");
        (1..count)
            .fold(site, |site, number| site.event(&format!("alt-{number}"), "start: 2017-01-01"))
            .built()
    };
    let link = "calendar.google.com/calendar/r?cid=";
    let subscribe = "veranstaltungen/kalender/index.html";
    let links = |site: &crate::harness::Output, path: &str| site.text(path).matches(link).count();

    let fits = events(1_000, "calendar: {name: Termine}");
    assert!(!fits.warnings().iter().any(|it| it.contains("W0925")), "{:?}", fits.warnings());
    // All, with reminders, deadlines, and one country.
    assert_eq!(links(&fits, subscribe), 4);

    let large = events(1_001, "calendar: {name: Termine}");
    let told = large.warnings().into_iter().filter(|it| it.ends_with("W0925")).count();
    assert_eq!(told, 2, "the feed of everything, and the one with reminders");
    assert!(
        large.warnings().contains(&"site.yaml:11:1 W0925".to_owned()),
        "{:?}",
        large.warnings()
    );
    assert!(large.messages().iter().any(|it| it.contains("/veranstaltungen/calendar.ics")
        && it.contains("1001 Einträge")
        && it.contains("keep: 24 months")));
    assert_eq!(links(&large, subscribe), 2, "deadlines, and the country");
    assert_eq!(links(&large, "laender/mexiko/index.html"), 1);
    assert_eq!(links(&large, "veranstaltungen/index.html"), 0);
    let others =
        ["outlook.live.com/calendar/0/addfromweb", "outlook.office.com/calendar/0/addfromweb"];
    assert!(others.iter().all(|it| large.text(subscribe).contains(it)));

    let kept = events(1_001, "calendar: {keep: 24 months}");
    assert!(!kept.warnings().iter().any(|it| it.contains("W0925")));
    assert_eq!(links(&kept, subscribe), 4);
}

#[test]
fn a_feed_counts_its_octets_too_and_is_told_once_for_all_languages() {
    let long = "Ein Satz, der lang genug ist; mit Komma. ".repeat(190);
    let site = (0..130).fold(Site::new().config_line("languages: [de, en]"), |site, number| {
        site.event(&format!("treffen-{number}"), &format!("start: 2019-10-01\nsummary: \"{long}\""))
    });
    let site = site.built();
    let size = site.text("veranstaltungen/calendar.ics").len();
    assert!(size > 1_000_000, "{size}");
    let told = site.warnings().into_iter().filter(|it| it.ends_with("W0925")).count();
    assert_eq!(told, 2);
    assert!(!site.text("en/events/index.html").contains("calendar/r?cid="));
}

/// RFC 3986 3.2.2, RFC 5891: `xn--bcher-kva` is `bücher`.
#[test]
fn programs_get_hosts_in_ascii() {
    let site = Site::new()
        .config_line("base_url: https://bücher.example.com/programm/")
        .config("calendar: {organizer: anmeldung}")
        .config_line("outputs: {jscalendar: true}")
        .file("contacts.yaml", "anmeldung: {name: Anna, email: anna@bücher.example.com}\n")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\nonline: {url: 'https://büro.example.com/raum?n=ö'}",
        )
        .built();
    let lines = site.calendar("veranstaltungen/treffen.ics");
    let host = "xn--bcher-kva.example.com";
    let page = format!("https://{host}/programm/veranstaltungen/treffen/");
    assert_eq!(line(&lines, "URL"), format!("URL:{page}"));
    assert!(line(&lines, "DESCRIPTION").ends_with(&page));
    assert!(line(&lines, "ORGANIZER").ends_with(&format!(":mailto:anna@{host}")));
    let room = "https://xn--bro-hoa.example.com/raum?n=%C3%B6";
    assert!(line(&lines, "CONFERENCE").ends_with(&format!(":{room}")));
    let feed = site.calendar("veranstaltungen/calendar.ics");
    let source = format!("https://{host}/programm/veranstaltungen/calendar.ics");
    assert_eq!(line(&feed, "SOURCE"), format!("SOURCE;VALUE=URI:{source}"));
    let subscribe = site.text("veranstaltungen/kalender/index.html");
    assert!(subscribe.contains(&format!("webcal://{host}/")));
    assert!(subscribe.contains(&format!("cid=webcal%3A%2F%2F{host}%2F")));
    let html = site.text("veranstaltungen/treffen/index.html");
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{page}\">")), "{html}");
    for path in ["sitemap.xml", "presse/feed.xml", "data/events.json"] {
        let text = site.text(path);
        assert!(text.contains(host) && !text.contains("bücher"), "{path}: {text}");
    }
    let json = site.text("veranstaltungen/calendar.jscalendar.json");
    assert!(json.contains(&format!("\"anna@{host}\"")) && !json.contains("bücher"), "{json}");
}

#[test]
fn files_and_the_picture_of_an_event_come_along() {
    let lines = "image: {file: halle.png, alt: Eine Halle, credit: Foto}\n\
                 attachments: [{file: programm.pdf, title: Programm}, \
                 {file: liste.xlsx, title: {de: Liste}}]";
    let site = Site::new()
        .config_line("outputs: {jcal: true, jscalendar: true}")
        .file("media/halle.png", PNG)
        .file("media/programm.pdf", "%PDF-1.7")
        .file("media/liste.xlsx", "PK")
        .event("treffen", &format!("start: 2019-10-01T10:00\n{lines}"))
        .delegation("besuch", &format!("countries: [MX]\nstart: 2019-10-04\n{lines}"))
        .built();
    let media = "https://test.example.org/media";
    let sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let expected = [
        format!("ATTACH;FMTTYPE=application/pdf:{media}/programm.pdf"),
        format!("ATTACH;FMTTYPE={sheet}:{media}/liste.xlsx"),
        format!("IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/png:{media}/halle.png"),
    ];
    for path in ["veranstaltungen/treffen.ics", "delegationen/besuch.ics"] {
        let lines = site.calendar(path);
        let named = |line: &&String| line.starts_with("ATTACH") || line.starts_with("IMAGE");
        assert_eq!(
            lines.iter().filter(named).collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>()
        );
        let links = format!("Programm: {media}/programm.pdf\\nListe: {media}/liste.xlsx\\n\\n");
        let title = format!("Titel {}", path.rsplit('/').next().unwrap().trim_end_matches(".ics"));
        assert!(line(&entry(&lines, &title), "DESCRIPTION").contains(&links), "{lines:#?}");
    }
    let jcal = site.json("veranstaltungen/calendar.jcal.json");
    let properties =
        jcal[2].as_array().unwrap().iter().find(|it| it[0] == "vevent").unwrap()[1].clone();
    let of = |name: &str| {
        properties.as_array().unwrap().iter().find(|it| it[0] == name).unwrap().clone()
    };
    assert_eq!(
        of("attach"),
        serde_json::json!(["attach", {"fmttype": "application/pdf"}, "uri", format!("{media}/programm.pdf")])
    );
    assert_eq!(
        of("image"),
        serde_json::json!([
            "image", {"display": "BADGE", "fmttype": "image/png"}, "uri", format!("{media}/halle.png")
        ])
    );
    // RFC 8984 1.4.11.
    let group = site.json("veranstaltungen/calendar.jscalendar.json");
    let links = &group["entries"][0]["links"];
    assert_eq!(
        links["attachment-1"],
        serde_json::json!({
            "@type": "Link", "href": format!("{media}/programm.pdf"), "rel": "enclosure",
            "contentType": "application/pdf", "title": "Programm"
        })
    );
    assert_eq!(
        links["picture"],
        serde_json::json!({
            "@type": "Link", "href": format!("{media}/halle.png"), "rel": "icon",
            "display": "badge", "contentType": "image/png"
        })
    );
}

/// RFC 5546 3.2.1 asks a publication for an organizer; RFC 5545 3.8.4.3 allows none without.
#[test]
fn a_file_is_a_publication_where_somebody_publishes_it() {
    let site = |config: &str| {
        Site::new().config(config).event("treffen", "start: 2019-10-01T10:00").built()
    };
    let with = site("calendar: {organizer: anmeldung}");
    for path in ["veranstaltungen/treffen.ics", "veranstaltungen/calendar.ics"] {
        let lines = with.calendar(path);
        assert_eq!(line(&lines, "METHOD"), "METHOD:PUBLISH");
        assert_eq!(
            line(&lines, "ORGANIZER"),
            "ORGANIZER;CN=\"Träger GmbH\":mailto:anna@example.org"
        );
        assert!(!lines.iter().any(|line| line.starts_with("ATTENDEE")));
    }
    assert!(!with.text("veranstaltungen/deadlines.ics").contains("METHOD"), "it has no entries");
    let without = site("calendar: {name: Termine}").text("veranstaltungen/treffen.ics").to_owned();
    assert!(!without.contains("METHOD") && !without.contains("ORGANIZER"));
}

/// RFC 5545 8.1: whoever fetches an `.ics` reads `BEGIN:VCALENDAR`.
#[test]
fn an_old_calendar_stays_a_calendar() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "treffen",
            "start: 2019-10-01T10:00\n\
             aliases: [/alt/termin.ics, /en/old/meeting.ics, /alt/termin/]",
        )
        .delegation("besuch", "countries: [MX]\nstart: 2019-10-04\naliases: [/alt/besuch.ICS]")
        .built();
    for (old, new) in [
        ("alt/termin.ics", "veranstaltungen/treffen.ics"),
        ("en/old/meeting.ics", "en/events/treffen.ics"),
        ("alt/besuch.ICS", "delegationen/besuch.ics"),
    ] {
        assert_eq!(site.text(old), site.text(new));
        assert!(!site.0.hosting.moved.contains_key(old), "{old} is there itself");
    }
    assert!(site.text("alt/termin/index.html").contains("/veranstaltungen/treffen/"));
    assert!(!site.warnings().iter().any(|it| it.contains("W0927")));
}

#[test]
fn a_page_in_place_of_what_programs_fetch_is_found() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\naliases: [/gut/, /alt/index.php, /feed.XML]")
        .release("2019-08-01-meldung", "aliases: [/alt/meldung.ics, /alt/meldung.html]", "Text")
        .file("pages/info.md", "---\ntitle: Info\naliases: [/info.json]\n---\nText\n")
        .built();
    let found: Vec<String> =
        site.warnings().into_iter().filter(|it| it.ends_with("W0927")).collect();
    assert_eq!(
        found,
        [
            "events/treffen.yaml:4:18 W0927",
            "events/treffen.yaml:4:34 W0927",
            "pages/info.md:3:11 W0927",
            "press/2019-08-01-meldung.md:4:11 W0927",
        ]
    );
    // Only a rule of the server leads on; what is there itself needs none.
    let moved: Vec<&str> = site.0.hosting.moved.keys().map(String::as_str).collect();
    assert_eq!(
        moved,
        [
            "alt/index.php",
            "alt/meldung.html",
            "alt/meldung.ics",
            "feed.XML",
            "gut/index.html",
            "info.json"
        ]
    );
    let stubs: Vec<&str> = moved.iter().filter(|path| site.has(path)).copied().collect();
    assert_eq!(stubs, ["alt/meldung.html", "gut/index.html"]);
}

#[test]
fn what_a_server_may_run_is_found_wherever_it_stands_in_the_name() {
    let found = |alias: &str| {
        let site = Site::new().event("treffen", &format!("start: 2019-10-01\naliases: [{alias}]"));
        site.built().warnings().iter().any(|found| found.ends_with("W0927"))
    };
    for alias in ["/a.PHP", "/a.php.html", "/a.phtml", "/a.cgi", "/a.aspx", "/a.mjs", "/a.rss"] {
        assert!(found(alias), "{alias}");
    }
    for alias in ["/php/", "/a.php/", "/php.html", "/a.html", "/a.pdf", "/a.htm", "/index.de.html"]
    {
        assert!(!found(alias), "{alias}");
    }
}

/// RFC 5545 3.8.7.2: readers pass over a state that is older than the one they have.
#[test]
fn no_stamp_is_in_the_future() {
    let site = |at: &str, more: &str| {
        let update = format!("updates: [{{at: {at}, kind: change}}]");
        Site::new().event("treffen", &format!("start: 2019-10-01\n{update}\n{more}"))
    };
    let stamps = |site: crate::harness::Output| {
        let lines = site.calendar("veranstaltungen/treffen.ics");
        ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE"].map(|name| line(&lines, name).to_owned())
    };
    // Now it is 1 September 2019 at nine.
    let past = site("2019-09-01T09:00", "").built();
    assert_eq!(past.warnings(), Vec::<String>::new());
    assert_eq!(stamps(past)[0], "DTSTAMP:20190901T070000Z");
    for at in ["2019-09-01T09:01", "2019-09-02T09:00"] {
        let soon = site(at, "").built();
        assert_eq!(soon.warnings(), ["events/treffen.yaml:4:16 W0926"], "{at}");
        assert_eq!(
            stamps(soon),
            ["DTSTAMP:20190901T070000Z", "LAST-MODIFIED:20190901T070000Z", "SEQUENCE:1"]
        );
    }
    for (at, likely) in [
        ("2020-08-30T10:00", "2019-08-30T10:00"),
        ("2029-03-01T10:00", "2019-03-01T10:00"),
        ("2020-02-29T10:00", "2019-02-28T10:00"),
        // A year earlier it was not published yet.
        ("2019-09-02T09:01", "2019-09-01T09:00"),
        ("2019-12-01", "2019-09-01T09:00"),
    ] {
        let later = site(at, "").build();
        assert_eq!(later.errors(), ["events/treffen.yaml:4:16 E0450"], "{at}");
        assert!(later.messages().iter().any(|it| it.contains(likely)), "{:?}", later.messages());
    }
    // What is hidden may wait for its day with all that belongs to it.
    let hidden = site("2019-12-01T09:00", "embargo: 2019-12-01T09:00").built();
    assert_eq!(hidden.errors(), Vec::<String>::new());
    let visit = "countries: [MX]\nstart: 2019-10-01\nupdates:\n  - {at: 2019-02-01, kind: change}\n  \
                 - {at: 2021-02-01, kind: change}";
    let visit = Site::new().delegation("besuch", visit).build();
    assert_eq!(visit.errors(), ["delegations/besuch.yaml:7:10 E0450"]);
}

#[test]
fn an_update_on_a_day_has_no_hour_and_one_ahead_a_correction_in_its_form() {
    let shown = |at: &str| {
        let updates = format!("updates: [{{at: {at}, kind: change, note: Neu}}]");
        let site = Site::new().event("x", &format!("start: 2019-10-01\n{updates}")).release(
            "2019-08-01-x",
            &updates,
            "Text",
        );
        site.build()
    };
    for path in ["veranstaltungen/x/index.html", "presse/2019-08-01-x/index.html"] {
        let day = shown("2019-08-20");
        assert!(day.text(path).contains("<time datetime=\"2019-08-20\">"), "{}", day.text(path));
        assert!(!day.text(path).contains("0 Uhr"));
        assert!(shown("2019-08-20T10:00").text(path).contains("10 Uhr"));
    }
    for (at, likely) in [("2020-08-20", "2019-08-20"), ("2020-08-20T10:00", "2019-08-20T10:00")] {
        let ahead = shown(at);
        let fixes = ahead.0.diagnostics.iter().filter_map(|found| found.fix.as_ref());
        let texts: Vec<&str> = fixes.map(|fix| fix.text.as_str()).collect();
        assert_eq!(texts, [likely, likely], "{at}");
    }
}
