//! Getting events into calendars: the links beside an event, subscriptions, and that the page,
//! its structured data, the links and the calendar file all tell the same time.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::harness::{Output, Site, UPDATED, without_break};

/// Start and end as somebody who reads them understands them.
#[derive(Debug, PartialEq)]
enum Told {
    /// First and last day.
    Days(Date, Date),
    /// Start, and end if there is one.
    Times(Timestamp, Option<Timestamp>),
}

/// What words tell in a zone; `day` is the day where they have none.
fn words_in(text: &str, zone: &TimeZone, day: Option<Date>) -> Told {
    let (mut days, times) = (days_in(text), times_in(text));
    if days.is_empty() {
        days.extend(day);
    }
    let (first, last) = (days[0], *days.last().unwrap());
    let at = |day: Date, time| zone.to_timestamp(day.to_datetime(time)).unwrap();
    match times[..] {
        [] => Told::Days(first, last),
        [start] => Told::Times(at(first, start), None),
        // »22–24 Uhr« ends where the next day begins.
        [start, end] if first == last && end < start => {
            Told::Times(at(first, start), Some(at(last.tomorrow().unwrap(), end)))
        }
        [start, end] => Told::Times(at(first, start), Some(at(last, end))),
        _ => panic!("{text}"),
    }
}

/// What a part of a page or a file tells of an event in `zone`, the zone of its local times.
struct Event<'s> {
    site: &'s Output,
    id: String,
    zone: TimeZone,
}

impl Event<'_> {
    fn page(&self) -> &str {
        self.site.text(&format!("veranstaltungen/{}/index.html", self.id))
    }

    /// The words on the page: »Dienstag, 24. September 2019, 15–17 Uhr«. Where there is the time
    /// of the site too, in this order or the other, both tell the same.
    fn words(&self) -> Told {
        let (_, after) = self.page().split_once("<p class=\"when\"><time datetime=\"").unwrap();
        let (text, _) = after.split_once("</time>").unwrap();
        let (_, text) = text.split_once("\">").unwrap();
        let text = &without_break(text);
        let Some((first, second)) = text.split_once(" · ") else {
            return words_in(text, &self.zone, None);
        };
        let day = days_in(first)[0];
        let site = TimeZone::get("Europe/Berlin").unwrap();
        let both = [(&self.zone, &site), (&site, &self.zone)]
            .map(|(here, there)| (words_in(first, here, None), words_in(second, there, Some(day))));
        let agree = both.into_iter().find(|(first, second)| first == second);
        agree.unwrap_or_else(|| panic!("two times: {text}")).0
    }

    fn structured_data(&self) -> Told {
        let (_, data) = self.page().split_once("<script type=\"application/ld+json\">").unwrap();
        let (data, _) = data.split_once("</script>").unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        let start = data["startDate"].as_str().unwrap();
        let end = data["endDate"].as_str();
        match start.parse::<Timestamp>() {
            Ok(start) => Told::Times(start, end.map(|end| end.parse().unwrap())),
            Err(_) => Told::Days(start.parse().unwrap(), end.unwrap_or(start).parse().unwrap()),
        }
    }

    /// The parameters of a link on the page.
    fn parameters(&self, beginning: &str) -> impl Fn(&str) -> Option<String> + use<> {
        let (_, query) = self.page().split_once(&format!("href=\"{beginning}?")).unwrap();
        let (query, _) = query.split_once('"').unwrap();
        let decode = |text: &str| {
            percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
        };
        let parameters: Vec<(String, String)> = query
            .split("&amp;")
            .map(|pair| pair.split_once('=').unwrap())
            .map(|(name, value)| (name.to_owned(), decode(value)))
            .collect();
        move |name| Some(parameters.iter().find(|(known, _)| known == name)?.1.clone())
    }

    fn google(&self) -> Told {
        let get = self.parameters("https://calendar.google.com/calendar/render");
        assert_eq!(get("action").unwrap(), "TEMPLATE");
        let dates = get("dates").unwrap();
        let (start, end) = dates.split_once('/').unwrap();
        let zone = get("ctz").map(|name| TimeZone::get(&name).unwrap());
        self.told(start, Some(end), zone)
    }

    fn outlook(&self, host: &str) -> Told {
        let get = self.parameters(&format!("https://{host}/calendar/0/deeplink/compose"));
        assert_eq!(get("path").unwrap(), "/calendar/action/compose");
        assert_eq!(get("rru").unwrap(), "addevent");
        let (start, end) = (get("startdt").unwrap(), get("enddt").unwrap());
        match get("allday").as_deref() {
            Some("true") => {
                let end: Date = end.parse().unwrap();
                Told::Days(start.parse().unwrap(), end.yesterday().unwrap())
            }
            _ => {
                let (start, end): (Timestamp, Timestamp) =
                    (start.parse().unwrap(), end.parse().unwrap());
                Told::Times(start, (end != start).then_some(end))
            }
        }
    }

    /// The calendar file, as the crate `ical` reads it.
    fn file(&self) -> Told {
        let file = self.site.text(&format!("veranstaltungen/{}.ics", self.id));
        let read = ical::IcalParser::new(file.as_bytes()).next().unwrap().unwrap();
        let property = |name: &str| {
            read.events[0].properties.iter().find(|property| property.name == name).cloned()
        };
        let start = property("DTSTART").unwrap();
        let zone = start.params.iter().flatten().find(|(name, _)| name == "TZID");
        let zone = zone.map(|(_, names)| TimeZone::get(&names[0]).unwrap());
        let end = property("DTEND").map(|end| end.value.unwrap());
        self.told(&start.value.unwrap(), end.as_deref(), zone)
    }

    /// Dates and times in the basic format: `20190924T150000`.
    fn told(&self, start: &str, end: Option<&str>, zone: Option<TimeZone>) -> Told {
        if !start.contains('T') {
            let end = Date::strptime("%Y%m%d", end.unwrap()).unwrap().yesterday().unwrap();
            return Told::Days(Date::strptime("%Y%m%d", start).unwrap(), end);
        }
        let instant = |text: &str| match text.strip_suffix('Z') {
            Some(utc) => {
                let utc = DateTime::strptime("%Y%m%dT%H%M%S", utc).unwrap();
                TimeZone::UTC.to_timestamp(utc).unwrap()
            }
            None => {
                let local = DateTime::strptime("%Y%m%dT%H%M%S", text).unwrap();
                zone.as_ref().unwrap().to_timestamp(local).unwrap()
            }
        };
        let start_at = instant(start);
        Told::Times(start_at, end.map(instant).filter(|end| *end != start_at))
    }

    fn assert_told_the_same(&self) {
        let file = self.file();
        assert_eq!(self.structured_data(), file, "{}: structured data", self.id);
        // The words of a time that the clock shows twice do not say which is meant.
        if !self.is_told_twice() {
            assert_eq!(self.words(), file, "{}: words", self.id);
        }
        assert_eq!(self.google(), file, "{}: Google", self.id);
        assert_eq!(self.outlook("outlook.live.com"), file, "{}: Outlook", self.id);
        assert_eq!(self.outlook("outlook.office.com"), file, "{}: Microsoft 365", self.id);
    }

    fn is_told_twice(&self) -> bool {
        let Told::Times(start, end) = self.file() else { return false };
        [Some(start), end].into_iter().flatten().any(|at| {
            let local = Zoned::new(at, self.zone.clone()).datetime();
            self.zone.to_ambiguous_timestamp(local).is_ambiguous()
        })
    }
}

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

fn tokens(text: &str) -> Vec<String> {
    let spaced = text.replace('–', " – ").replace(',', " ");
    spaced.split_whitespace().map(str::to_owned).collect()
}

/// The days in a German text. Month and year of the first may stand only beside the last.
fn days_in(text: &str) -> Vec<Date> {
    let (mut month, mut year) = (None, None);
    let mut days = Vec::new();
    for token in tokens(text).iter().rev() {
        if let Some(index) = MONTHS.iter().position(|name| name == token) {
            month = Some(i8::try_from(index).unwrap() + 1);
        } else if token.len() == 4 && token.bytes().all(|byte| byte.is_ascii_digit()) {
            year = Some(token.parse().unwrap());
        } else if let Some(day) = token.strip_suffix('.').and_then(|day| day.parse().ok()) {
            days.push(Date::new(year.unwrap(), month.unwrap(), day).unwrap());
        }
    }
    days.reverse();
    days
}

/// The times in a German text: »15«, »09:30«, »24«.
fn times_in(text: &str) -> Vec<Time> {
    tokens(text)
        .iter()
        .filter_map(|token| {
            let (hour, minute) = token.split_once(':').unwrap_or((token, "0"));
            let hour = if *hour == *"24" { "0" } else { hour };
            Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
        })
        .collect()
}

/// Checks every event of a site that can be added to a calendar; says how many there are.
fn assert_all_told_the_same(site: &Output, zone: &str) -> usize {
    let events = site.json("data/events.json");
    let events = events.as_array().unwrap();
    let mut checked = 0;
    for event in events {
        let zone = event["timezone"].as_str().unwrap_or(zone);
        let event = Event {
            site,
            id: event["id"].as_str().unwrap().to_owned(),
            zone: TimeZone::get(zone).unwrap(),
        };
        if event.page().contains("https://calendar.google.com/calendar/render") {
            event.assert_told_the_same();
            checked += 1;
        }
    }
    checked
}

#[test]
fn page_structured_data_links_and_file_tell_the_same_time() {
    let zones = ["Europe/Berlin", "America/Mexico_City", "Asia/Kathmandu", "Australia/Lord_Howe"];
    let times = [
        "start: 2020-09-24T15:00\nend: 2020-09-24T17:00",
        "start: 2020-01-24T09:30\nend: 2020-01-24T11:00",
        "start: 2020-09-24T15:00",
        "start: 2020-12-31T22:00\nend: 2021-01-01T02:30",
        "start: 2020-06-30T09:00\nend: 2020-07-02T18:00",
        "start: 2020-09-24",
        "start: 2020-11-04\nend: 2020-11-08",
        "start: 2020-11-28\nend: 2020-12-02",
        "start: 2020-12-30\nend: 2021-01-02",
        "within: 2020-11-04/2020-11-08",
        "start: 2020-11-04\ntime: open",
    ];
    let mut site = Site::new();
    for zone in zones {
        for (number, time) in times.iter().enumerate() {
            let place = zone.rsplit('/').next().unwrap().to_lowercase().replace('_', "-");
            site = site.event(&format!("{place}-{number}"), &format!("{time}\ntimezone: {zone}"));
        }
    }
    let twice = "start: 2020-10-25T02:30+01:00\nend: 2020-10-25T04:00";
    let site = site.event("zweimal", twice).built();
    assert_eq!(assert_all_told_the_same(&site, "Europe/Berlin"), zones.len() * times.len() + 1);
}

#[test]
fn the_events_of_the_programme_are_told_the_same_everywhere() {
    let site = crate::programme::programme("2019-09-23T20:00");
    assert_eq!(assert_all_told_the_same(&site, "Europe/Berlin"), 2);
}

#[test]
fn a_link_is_filled_in_with_place_and_description_and_stays_short() {
    let long = "Ein Satz mit Umlauten: äöü. ".repeat(400);
    let site = Site::new()
        .event(
            "treffen",
            &format!(
                "start: 2019-10-01T10:00\nvenue: saal\nsummary: Kurz & gut\n\
                 description: \"{long}\"\nregistration: {{email: anna@example.org}}"
            ),
        )
        .built();
    let event = Event { site: &site, id: "treffen".into(), zone: TimeZone::UTC };
    for (link, text, body) in [
        ("https://calendar.google.com/calendar/render", "text", "details"),
        ("https://outlook.live.com/calendar/0/deeplink/compose", "subject", "body"),
        ("https://outlook.office.com/calendar/0/deeplink/compose", "subject", "body"),
    ] {
        let get = event.parameters(link);
        assert_eq!(get(text).unwrap(), "Titel treffen");
        assert_eq!(get("location").unwrap(), "Großer Saal, Weg 1, 01067 Dresden");
        let body = get(body).unwrap();
        assert!(body.starts_with("Anmeldung bei anna@example.org. Dieser Eintrag ist keine"));
        assert!(body.ends_with("https://test.example.org/veranstaltungen/treffen/"), "{body}");
        let (_, rest) = event.page().split_once(&format!("{link}?")).unwrap();
        let (query, _) = rest.split_once('"').unwrap();
        assert!(link.len() + query.len() < 2000 && !query.contains('+'), "{query}");
    }
}

#[test]
fn what_takes_nobodys_time_is_added_as_free() {
    let free = |lines: &str| {
        let site = Site::new().event("treffen", lines).built();
        let event = Event { site: &site, id: "treffen".into(), zone: TimeZone::UTC };
        let google = event.parameters("https://calendar.google.com/calendar/render")("crm");
        let outlook = event.parameters("https://outlook.live.com/calendar/0/deeplink/compose");
        (google, outlook("freebusy"))
    };
    let yes = (Some("AVAILABLE".to_owned()), Some("free".to_owned()));
    assert_eq!(free("within: 2019-11-04/2019-11-08"), yes);
    assert_eq!(free("start: 2019-11-04"), (None, None));
}

#[test]
fn what_is_called_off_is_not_added_but_its_entry_can_be_updated() {
    for status in ["cancelled", "postponed"] {
        let lines = format!("start: 2019-10-01T10:00\nstatus: {status}\n{UPDATED}");
        let site = Site::new().event("treffen", &lines).built();
        let page = site.text("veranstaltungen/treffen/index.html");
        assert!(!page.contains("calendar.google.com") && !page.contains("In den Kalender"));
        assert!(page.contains("Eintrag im Kalender aktualisieren (.ics)"));
    }
}

const SUBSCRIBE: &str = "veranstaltungen/kalender/index.html";

fn with_topics() -> crate::harness::Output {
    Site::new()
        .event("treffen", "start: 2019-10-01T10:00\nsectors: rail\ncountries: MX")
        .delegation("besuch", "countries: [PL]\nstart: 2019-10-01\nend: 2019-10-03")
        .delegation("vorbei", "countries: [PL]\nstart: 2019-02-01\nend: 2019-02-03")
        .built()
}

#[test]
fn every_feed_can_be_subscribed_to_on_the_page_that_explains_it() {
    let site = with_topics();
    let page = site.text(SUBSCRIBE);
    let feeds = [
        ("veranstaltungen/calendar.ics", ""),
        ("veranstaltungen/reminders.ics", ""),
        ("veranstaltungen/deadlines.ics", ""),
        ("laender/mexiko/calendar.ics", "/laender/mexiko/"),
        ("laender/polen/calendar.ics", "/laender/polen/"),
        ("branchen/rail/calendar.ics", "/branchen/rail/"),
        ("delegationen/besuch.ics", "/delegationen/besuch/"),
    ];
    for (feed, about) in feeds {
        assert!(site.has(feed), "{feed}");
        let encoded = feed.replace('/', "%2F");
        for address in [
            format!("href=\"webcal://test.example.org/{feed}\""),
            format!("<code>https://test.example.org/{feed}</code>"),
            format!("calendar/r?cid=webcal%3A%2F%2Ftest.example.org%2F{encoded}\""),
            format!("href=\"{about}"),
        ] {
            assert!(page.contains(&address), "{address}");
        }
        // What a feed has a page for has its links to calendars on the web there.
        if !about.is_empty() {
            let outlook = format!(
                "outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Ftest.example.org%2F{encoded}&"
            );
            let about = site.text(&format!("{}index.html", &about[1..]));
            assert!(about.contains(&outlook), "{outlook}");
        }
    }
    assert!(!page.contains("delegationen/vorbei.ics"));
    for page in site.paths().into_iter().filter(|path| path.ends_with(".html")) {
        assert!(site.text(page).contains("href=\"/veranstaltungen/kalender/\""), "{page}");
    }
}

#[test]
fn the_ways_of_programs_are_told_once_and_not_for_each_calendar() {
    let site = with_topics();
    let page = site.text(SUBSCRIBE);
    for once in [
        "outlook.live.com/calendar/0/addfromweb/?url=https%3A%2F%2Ftest.example.org%2Fveranstaltungen%2Fcalendar.ics&",
        "outlook.office.com/calendar/0/addfromweb/?url=https%3A%2F%2Ftest.example.org%2Fveranstaltungen%2Fcalendar.ics&",
        "outlook.live.com/",
        "href=\"/veranstaltungen/calendar.ics\" type=\"text/calendar\">",
        "kann keine Kalender aus dem Internet abonnieren",
    ] {
        assert_eq!(page.matches(once).count(), 1, "{once}");
    }
    // Each address stands once as text, and what jumps on the page arrives.
    assert_eq!(page.matches("<code>https://").count(), 7);
    for (_, rest) in
        page.match_indices("href=\"#").map(|(at, found)| (at, &page[at + found.len()..]))
    {
        let id = rest.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

/// Each program links to the page of its maker, and says whether that page was read or what others
/// report of it, and when.
#[test]
fn every_program_names_what_its_way_follows() {
    let site = with_topics();
    let page = site.text(SUBSCRIBE).replace('\u{a0}', " ");
    let programs: Vec<&str> = page.split("<dt>").skip(1).collect();
    assert_eq!(programs.len(), 10);
    for (program, maker) in programs.iter().zip([
        "https://support.google.com/calendar/answer/37100",
        "https://support.microsoft.com/office/",
        "https://support.microsoft.com/office/",
        "https://support.microsoft.com/office/",
        "https://learn.microsoft.com/outlook/",
        "https://support.microsoft.com/office/",
        "https://support.apple.com/guide/calendar/",
        "https://support.mozilla.org/kb/creating-new-calendars",
        "https://github.com/bitfireAT/icsx5-website/",
        "https://docs.nextcloud.com/server/latest/user_manual/en/groupware/calendar.html",
    ]) {
        assert!(program.contains(&format!("<a href=\"{maker}")), "{maker}");
        let source = program.split("Hilfe des Herstellers<").nth(1).expect("a source");
        assert!(source.contains("gelesen am 28. November 2026"), "{source}");
    }
}

#[test]
fn outlook_calls_a_subscription_what_the_feed_calls_itself() {
    let site = with_topics();
    for (page, feed) in [
        (SUBSCRIBE, "veranstaltungen/calendar.ics"),
        ("laender/mexiko/index.html", "laender/mexiko/calendar.ics"),
        ("delegationen/besuch/index.html", "delegationen/besuch.ics"),
    ] {
        let page = site.text(page);
        let lines = site.calendar(feed);
        let name = lines.iter().find_map(|line| line.strip_prefix("NAME:")).unwrap();
        let name: String = name.replace('\\', "");
        let name = percent_encoding::utf8_percent_encode(&name, percent_encoding::NON_ALPHANUMERIC);
        let address = feed.replace('/', "%2F");
        let link = format!("{address}&amp;name={name}\"");
        let link = link.replace("%2E", ".");
        assert!(page.contains(&link) || page.contains(&link.replace("&amp;", "&")), "{link}");
        for other in ["outlook.live.com", "outlook.office.com"] {
            assert!(page.contains(other));
        }
    }
}

#[test]
fn a_page_on_paper_has_a_code_of_its_address_until_it_is_over() {
    let site = |now: &str| {
        let event = "start: 2019-10-01T10:00\nend: 2019-10-01T12:00";
        Site::new().event("treffen", event).now(now).built()
    };
    let page = "veranstaltungen/treffen/index.html";
    let ahead = site("2019-10-01T11:59");
    assert_eq!(
        code_on(ahead.text(page)),
        "https://test.example.org/veranstaltungen/treffen/",
        "read by a decoder that nobody here wrote"
    );
    assert!(!site("2019-10-01T12:00").text(page).contains("class=\"qr\""));
}

#[test]
fn codes_of_addresses_of_all_lengths_can_be_read() {
    let ids = [1, 20, 40, 60, 80].map(|length| "t".repeat(length));
    let site = ids.iter().fold(Site::new(), |site, id| site.event(id, "start: 2019-10-01"));
    let built = site.built();
    for id in ids {
        let path = format!("veranstaltungen/{id}/");
        let address = format!("https://test.example.org/{path}");
        assert_eq!(code_on(built.text(&format!("{path}index.html"))), address);
    }
}

/// What the QR code on a page says.
fn code_on(page: &str) -> String {
    let (_, svg) = page.split_once("<figure class=\"qr\">").unwrap();
    let (_, size) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let size: usize = size.split_whitespace().next().unwrap().parse().unwrap();
    let (_, path) = svg.split_once("<path d=\"").unwrap();
    let (path, _) = path.split_once('"').unwrap();
    read_code(size, path)
}

/// Draws the path of a QR code, four pixels a module, and has it read.
fn read_code(size: usize, path: &str) -> String {
    let mut dark = vec![vec![false; size]; size];
    for step in path.split('M').skip(1) {
        let (start, rest) = step.split_at(step.find(['h', 'm']).unwrap());
        let (left, top) = start.split_once(' ').unwrap();
        let (mut x, y): (usize, usize) =
            (left.parse().unwrap(), top.strip_suffix(".5").unwrap().parse().unwrap());
        for run in rest.replace('m', " m").replace('h', " h").replace(" 0", "").split_whitespace() {
            let length: usize = run[1..].parse().unwrap();
            if run.starts_with('h') {
                dark[y][x..x + length].iter_mut().for_each(|module| *module = true);
            }
            x += length;
        }
    }
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(4 * size, 4 * size, |x, y| {
        if dark[y / 4][x / 4] { 0 } else { 255 }
    });
    image.detect_grids()[0].decode().unwrap().1
}
