//! What is upcoming, until when one can register, and lists of more than a hundred entries.

use crate::harness::{Output, Site, UPDATED, plain_spaces};
use crate::html::Page;

/// Whether an event is in the list of upcoming ones at a time.
fn is_upcoming(lines: &str, now: &str) -> bool {
    let site = Site::new().event("treffen", lines).now(now).built();
    let listed = site.text("veranstaltungen/index.html").contains("/veranstaltungen/treffen/\"");
    let page = site.text("veranstaltungen/treffen/index.html");
    // One that is called off says so, and that is enough.
    let called_off = lines.contains("status: cancelled");
    let over = page.contains("Diese Veranstaltung ist vorbei.");
    assert!(called_off || over != listed, "page and list at {now}");
    assert_eq!(site.text("index.html").contains("/veranstaltungen/treffen/\""), listed);
    listed
}

#[test]
fn an_all_day_event_is_upcoming_until_the_end_of_its_last_day() {
    let event = "start: 2019-11-04\nend: 2019-11-08";
    assert!(is_upcoming(event, "2019-11-08T23:59"));
    assert!(!is_upcoming(event, "2019-11-09T00:00"));
    let within = "within: 2019-11-04/2019-11-08";
    assert!(is_upcoming(within, "2019-11-08T23:59"));
    assert!(!is_upcoming(within, "2019-11-09T00:00"));
    let open = "start: 2019-11-04\ntime: open";
    assert!(is_upcoming(open, "2019-11-04T23:59"));
    assert!(!is_upcoming(open, "2019-11-05T00:00"));
}

#[test]
fn a_timed_event_is_upcoming_until_its_end() {
    let event = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00";
    assert!(is_upcoming(event, "2019-09-24T16:59"));
    assert!(!is_upcoming(event, "2019-09-24T17:00"));
}

#[test]
fn a_timed_event_without_end_is_upcoming_until_its_start() {
    assert!(is_upcoming("start: 2019-09-24T15:00", "2019-09-24T14:59"));
    assert!(!is_upcoming("start: 2019-09-24T15:00", "2019-09-24T15:00"));
}

#[test]
fn cancelled_events_stay_until_then() {
    let event = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\nstatus: cancelled\n\
                 updates: [{at: 2019-02-01, kind: change}]";
    assert!(is_upcoming(event, "2019-09-24T16:59"));
    assert!(!is_upcoming(event, "2019-09-24T17:00"));
}

#[test]
fn a_day_ends_in_the_zone_of_the_event() {
    let event = "start: 2019-11-04\ntimezone: America/Mexico_City";
    // Midnight in Mexico is seven in the morning in Berlin.
    assert!(is_upcoming(event, "2019-11-05T06:59"));
    assert!(!is_upcoming(event, "2019-11-05T07:00"));
}

#[test]
fn upcoming_events_come_in_the_order_of_their_beginnings_and_the_archive_in_reverse() {
    let site = Site::new()
        .event("b-spaet", "start: 2019-10-02")
        .event("a-frueh", "start: 2019-10-01T09:00")
        .event("c-mitte", "start: 2019-10-01T10:00")
        .built();
    let order = |page: &str| {
        let html = site.text(page);
        let entries = Page::read(html);
        let targets = entries.targets().into_iter().map(str::to_owned);
        targets.filter(|href| href.contains("/veranstaltungen/") && href.contains('-')).collect()
    };
    let upcoming: Vec<String> = order("veranstaltungen/index.html");
    let ids = ["a-frueh", "c-mitte", "b-spaet"].map(|id| format!("/veranstaltungen/{id}/"));
    assert_eq!(upcoming, ids);
    let mut archive: Vec<String> = order("veranstaltungen/2019/index.html");
    archive.reverse();
    assert_eq!(archive, ids);
}

/// Whether one can register at a time.
fn can_register(lines: &str, now: &str) -> bool {
    let site = Site::new().event("treffen", lines).now(now).built();
    let page = site.text("veranstaltungen/treffen/index.html");
    page.contains("Per E-Mail anmelden")
}

#[test]
fn a_deadline_that_is_a_day_lasts_to_its_end() {
    let event = "start: 2019-09-24T15:00\n\
                 registration: {email: a@example.org, deadline: 2019-09-20}";
    assert!(can_register(event, "2019-09-20T23:59"));
    assert!(!can_register(event, "2019-09-21T00:00"));
}

#[test]
fn registration_begins_when_it_opens_and_ends_at_its_deadline() {
    let event = "start: 2019-09-24T15:00\nregistration: {email: a@example.org, \
                 opens: 2019-09-10T08:00, deadline: 2019-09-20T12:00}";
    assert!(!can_register(event, "2019-09-10T07:59"));
    assert!(can_register(event, "2019-09-10T08:00"));
    assert!(can_register(event, "2019-09-20T11:59"));
    assert!(!can_register(event, "2019-09-20T12:00"));
}

#[test]
fn past_full_closed_and_called_off_events_offer_no_registration() {
    let event = |more: &str, state: &str| {
        format!(
            "start: 2019-09-24T15:00\n{more}\nregistration: {{email: a@example.org, state: {state}}}"
        )
    };
    for state in ["open", "few", "waitlist"] {
        assert!(can_register(&event("", state), "2019-09-24T14:59"), "{state}");
        assert!(!can_register(&event("", state), "2019-09-24T15:00"), "{state} and past");
    }
    for state in ["full", "closed"] {
        assert!(!can_register(&event("", state), "2019-09-01T09:00"), "{state}");
    }
    for status in ["cancelled", "postponed"] {
        let event = event(&format!("status: {status}\n{UPDATED}"), "open");
        assert!(!can_register(&event, "2019-09-01T09:00"), "{status}");
    }
}

#[test]
fn where_one_registers_elsewhere_no_mail_is_prepared_or_explained() {
    let site = Site::new()
        .event("treffen", "start: 2019-10-01\nregistration: {url: https://formular.example.org/x}");
    let site = site.built();
    let page = site.text("veranstaltungen/treffen/index.html");
    assert!(page.contains("href=\"https://formular.example.org/x\""));
    assert!(page.contains("href=\"/datenschutz/\""));
    assert!(!page.contains("öffnet Ihr E-Mail-Programm"), "there is no mail to explain");
    assert!(!page.contains("<p></p>"));
}

#[test]
fn whom_to_ask_is_said_where_registration_names_somebody_else() {
    let page = |email: &str| {
        let site = Site::new().event(
            "treffen",
            &format!("start: 2019-10-01\ncontact: anmeldung\nregistration: {{email: {email}}}"),
        );
        let site = site.built();
        site.text("veranstaltungen/treffen/index.html")
            .matches("href=\"mailto:anna@example.org\"")
            .count()
    };
    assert_eq!(page("anna@example.org"), 1, "said once");
    assert_eq!(page("andere@example.org"), 1);
}

/// Entries that the pages of a list show together.
fn count(site: &Site, list: &str, pages: usize, link: &str) -> usize {
    let built = site.clone().built();
    let path = |page: usize| match page {
        1 => format!("{list}index.html"),
        _ => format!("{list}{page}/index.html"),
    };
    assert!(!built.has(&path(pages + 1)), "{list} has more than {pages} pages");
    let entries = (1..=pages).map(|page| entries(&built, &path(page), link));
    entries.sum()
}

fn entries(site: &Output, path: &str, link: &str) -> usize {
    let page = Page::read(site.text(path));
    let count = page.targets().iter().filter(|href| href.starts_with(link)).count();
    assert!(count <= 100, "{path} has {count} entries");
    count
}

#[test]
fn a_list_longer_than_100_entries_continues_on_2_with_links() {
    let mut site = Site::new();
    for number in 0..101 {
        let day = 1 + number % 28;
        let id = format!("event-{number:03}");
        site =
            site.event(&id, &format!("start: 2019-10-{day:02}\ncountries: [MX]\nsectors: [rail]"));
        let id = format!("2018-03-{day:02}-meldung-{number:03}");
        site = site.release(&id, "", "Text");
    }
    let event = "/veranstaltungen/event-";
    assert_eq!(count(&site, "veranstaltungen/", 2, event), 101);
    assert_eq!(count(&site, "veranstaltungen/2019/", 2, event), 101);
    assert_eq!(count(&site, "laender/mexiko/", 2, event), 101);
    assert_eq!(count(&site, "branchen/rail/", 2, event), 101);
    assert_eq!(count(&site, "presse/2018/", 2, "/presse/2018-"), 101);

    let site = site.built();
    let first = Page::read(site.text("veranstaltungen/index.html"));
    assert!(first.targets().contains(&"/veranstaltungen/2/"));
    let second = Page::read(site.text("veranstaltungen/2/index.html"));
    assert!(second.targets().contains(&"/veranstaltungen/"));
    assert_eq!(second.link("canonical"), Some("https://test.example.org/veranstaltungen/2/"));
    assert_eq!(second.text(second.one("title")), "Veranstaltungen, Seite 2 – Testprogramm");
    let country = Page::read(site.text("laender/mexiko/2/index.html"));
    assert!(country.targets().contains(&"/laender/mexiko/"));
    assert_eq!(country.text(country.one("h1")), "Mexiko, Seite 2");
    // Page 2 of the list does not hide the archive of a year 2.
    assert!(site.text("sitemap.xml").contains("/veranstaltungen/2/</loc>"));
}

#[test]
fn events_of_a_kind_have_a_page_that_lists_and_events_lead_to() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .config("kinds: {stammtisch: {de: Stammtisch, en: Regulars’ table}}")
        .event("war", "start: 2018-05-02\nkind: congress")
        .event("zuletzt", "start: 2018-11-02\nkind: congress")
        .event("danach", "start: 2019-12-02\nkind: congress")
        .event("bald", "start: 2019-10-02\nkind: congress")
        .event("abends", "start: 2019-10-03\nkind: stammtisch")
        .event("ohne", "start: 2019-10-04")
        .now("2019-09-01T09:00")
        .built();
    let congress = Page::read(site.text("veranstaltungen/art/congress/index.html"));
    assert_eq!(congress.text(congress.one("h1")), "Kongress");
    let ids = ["bald", "danach", "zuletzt", "war"];
    let listed: Vec<&str> = congress
        .targets()
        .into_iter()
        .filter_map(|href| href.strip_prefix("/veranstaltungen/")?.strip_suffix('/'))
        .filter(|id| ids.contains(id) || ["abends", "ohne"].contains(id))
        .collect();
    assert_eq!(listed, ids, "what comes next, then what was");
    let links = ["/veranstaltungen/art/congress/", "/veranstaltungen/art/stammtisch/"];
    let lists = ["", "2018/", "2019/", "art/congress/"];
    for list in lists.map(|list| format!("veranstaltungen/{list}index.html")) {
        let page = Page::read(site.text(&list));
        links.iter().for_each(|link| assert!(page.targets().contains(link), "{list}: {link}"));
    }
    let event = Page::read(site.text("en/events/abends/index.html"));
    assert!(event.targets().contains(&"/en/events/kind/stammtisch/"));
    let own = Page::read(site.text("en/events/kind/stammtisch/index.html"));
    assert_eq!(own.text(own.one("h1")), "Regulars’ table");
    let press = Page::read(site.text("presse/index.html"));
    assert!(!press.targets().contains(&links[0]), "releases have no kind");
}

/// What is seen of the line below the title of the first entry of a list.
fn line_of_first(site: &Output, list: &str) -> String {
    let page = Page::read(site.text(list));
    let entry = page.tags.iter().position(|tag| tag.get("class") == Some("entry")).unwrap();
    let line = page.tags[entry..].iter().find(|tag| tag.get("class") == Some("meta")).unwrap();
    plain_spaces(&page.text(line))
}

#[test]
fn an_event_that_ends_on_another_day_tells_its_days_in_the_block_alone() {
    let event = "start: 2019-11-04T18:00\nend: 2019-11-05T12:30\nvenue: {name: Saal, city: Ort}";
    let site = Site::new().config_line("languages: [de, en, es]").event("kongress", event);
    let site = site.built();
    for (list, seen) in [
        ("veranstaltungen/index.html", "Mo 18 Uhr – Di 12:30 Uhr · Saal"),
        ("en/events/index.html", "Mon 18:00 – Tue 12:30 · Saal"),
        ("es/eventos/index.html", "lun 18:00 h – mar 12:30 h · Saal"),
    ] {
        assert_eq!(line_of_first(&site, list), seen);
        let whole = Page::read(site.text(list));
        let time = whole.one("time");
        assert_eq!(time.get("datetime"), Some("2019-11-04T18:00:00+01:00"), "{list}");
        assert!(whole.text(time).contains("2019"), "whoever hears it hears the whole: {list}");
    }
}

#[test]
fn a_list_of_100_entries_has_one_page() {
    let mut site = Site::new();
    for number in 0..100 {
        site = site.event(&format!("event-{number:03}"), "start: 2019-10-01");
    }
    assert_eq!(count(&site, "veranstaltungen/", 1, "/veranstaltungen/event-"), 100);
    assert!(!site.built().text("veranstaltungen/index.html").contains("aria-label=\"Seiten\""));
}

#[test]
fn when_registration_opens_is_said_as_such() {
    let event = "start: 2019-09-24T15:00\nregistration: {email: a@example.org, \
                 opens: 2019-09-10T08:00}";
    let site = Site::new().event("treffen", event).now("2019-09-01T08:00").built();
    let page = Page::read(site.text("veranstaltungen/treffen/index.html"));
    let main = page.text(page.one("main"));
    assert!(main.contains("Anmeldung öffnet am Dienstag, 10. September 2019, 8 Uhr"), "{main}");
}

#[test]
fn few_places_are_left_and_the_deadline_is_that_of_the_registration() {
    let event = "start: 2019-09-24T15:00\nregistration: {email: a@example.org, state: few, \
                 deadline: 2019-09-20T12:00}";
    let site = Site::new().event("treffen", event).now("2019-09-01T08:00").built();
    let said = "Nur noch wenige Plätze frei; Frist: Freitag, 20. September 2019, 12 Uhr";
    for path in ["veranstaltungen/index.html", "veranstaltungen/treffen/index.html"] {
        let page = Page::read(site.text(path));
        let main = page.text(page.one("main"));
        assert!(main.contains(said), "{path}: {main}");
    }
}

#[test]
fn a_visit_that_comes_next_tells_its_countries_in_the_order_of_the_alphabet() {
    let site = Site::new()
        .delegation("gemeinsam", "countries: [PL, FI, EE]\nstart: 2019-11-04\nend: 2019-11-08")
        .built();
    for path in ["index.html", "delegationen/index.html"] {
        let page = Page::read(site.text(path));
        let main = page.text(page.one("main"));
        assert!(main.contains("Estland, Finnland und Polen"), "{path}: {main}");
    }
}

#[test]
fn a_withdrawn_release_and_a_moved_event_are_marked_where_they_are_listed() {
    let site = Site::new()
        .release(
            "2019-01-01-falsch",
            "updates: [{at: 2019-01-02, kind: withdrawal, note: Falsch}]",
            "Text.",
        )
        .event(
            "treffen",
            "start: 2019-09-24T15:00\n\
             updates: [{at: 2019-01-02, kind: change, previous_start: 2019-09-23T15:00}]",
        )
        .built();
    assert!(site.text("presse/index.html").contains("Zurückgezogen"));
    assert!(site.text("veranstaltungen/index.html").contains("Neuer Termin"));
}

#[test]
fn who_need_not_register_is_not_told_that_one_can() {
    let event = "start: 2019-09-24T15:00\nregistration: {required: false}";
    let site = Site::new().event("treffen", event).built();
    let page = site.text("veranstaltungen/treffen/index.html");
    assert!(!page.contains("Anmeldung möglich") && !page.contains("InStock"), "{page}");
}

#[test]
fn simple_language_is_linked_on_every_page() {
    let simple =
        "---\ntitle: Leichte Sprache\ntype: simple-language\n---\nGäste kommen. Sie lernen.\n";
    let site =
        Site::new().file("pages/leicht.md", simple).event("treffen", "start: 2019-10-02").built();
    for path in ["index.html", "veranstaltungen/index.html", "veranstaltungen/treffen/index.html"] {
        let (_, footer) = site.text(path).split_once("<footer").unwrap();
        assert!(footer.contains("Leichte Sprache"), "{path}");
    }
    assert!(!site.text("index.html").contains("Gebärdensprache"));
    assert!(site.text("leicht/index.html").contains("Gäste kommen.\nSie lernen."));
}

/// Where the ticket of the home page leads; nothing without one.
fn ticket(site: Site, now: &str) -> Option<String> {
    let site = site.now(now).built();
    let (_, ticket) = site.text("index.html").split_once("class=\"ticket")?;
    let page = Page::read(ticket.split_once("</section>").unwrap().0);
    Some(page.targets()[0].to_owned())
}

#[test]
fn the_ticket_is_what_is_still_to_come_and_takes_place() {
    let site = Site::new()
        .event("messe", "start: 2019-10-01\nend: 2019-10-04")
        .event("faellt-aus", &format!("start: 2019-10-03\nstatus: cancelled\n{UPDATED}"))
        .event("kongress", "start: 2019-10-05T10:00\nend: 2019-10-06T12:00");
    let event = |id: &str| Some(format!("/veranstaltungen/{id}/"));
    assert_eq!(ticket(site.clone(), "2019-10-01T12:00"), event("messe"), "it begins today");
    assert_eq!(ticket(site.clone(), "2019-10-02T00:00"), event("kongress"));
    assert_eq!(ticket(site.clone(), "2019-10-05T11:00"), event("kongress"));
    assert_eq!(ticket(site.clone(), "2019-10-06T00:00"), None, "nothing is to come");
    // When that changes is known: the next build is due then.
    let next = |now: &str| {
        let build = site.clone().now(now).built().json("build.json");
        build["next_change_at"].as_str().map(str::to_owned)
    };
    assert_eq!(next("2019-10-01T12:00").as_deref(), Some("2019-10-01T22:00:00Z"));
    assert_eq!(next("2019-10-05T12:00").as_deref(), Some("2019-10-05T22:00:00Z"));
}

#[test]
fn the_ticket_is_the_visit_that_comes_before_every_event() {
    let site = Site::new()
        .delegation("tallinn", "countries: [EE]\nstart: 2019-10-07\nend: 2019-10-09")
        .delegation(
            "abgesagt",
            &format!(
                "countries: [FI]\nstart: 2019-10-02\nend: 2019-10-03\nstatus: cancelled\n{UPDATED}"
            ),
        )
        .delegation("irgendwann", "countries: [PL]\nstart: 2019-Q4")
        .event("spaeter", "start: 2019-10-20");
    let visit = Some("/delegationen/tallinn/".to_owned());
    assert_eq!(ticket(site.clone(), "2019-09-20T09:00"), visit);
    let there = Some("/veranstaltungen/spaeter/".to_owned());
    assert_eq!(ticket(site.clone(), "2019-10-07T00:00"), there, "the guests are there");
    let planned = site.event("empfang", "start: 2019-10-08T18:00\ndelegations: [tallinn]");
    let reception = Some("/veranstaltungen/empfang/".to_owned());
    assert_eq!(ticket(planned, "2019-09-20T09:00"), reception, "there one can register");
}

#[test]
fn of_many_visits_that_come_the_next_eight_have_a_card_and_all_stand_in_their_years() {
    let mut site = Site::new();
    for number in 10..30 {
        let lines = format!("countries: [EE]\nstart: 2020-03-{number}\nend: 2020-03-{number}");
        site = site.delegation(&format!("besuch-{number}"), &lines);
    }
    let site = site.now("2020-01-02T09:00").built();
    let html = site.text("delegationen/index.html");
    let (cards, years) = html.split_once("id=\"jahre\"").unwrap();
    assert_eq!(cards.matches("/delegationen/besuch-").count(), 8);
    assert!(cards.contains("/delegationen/besuch-10/") && cards.contains("href=\"#jahre\""));
    assert_eq!(years.matches("/delegationen/besuch-").count(), 20);
}

/// What the page of an event and the list say of registration, in a language.
fn registration_said(registration: &str, now: &str, (list, page): (&str, &str)) -> [String; 2] {
    let lines = format!("start: 2019-09-24T15:00\nregistration: {registration}");
    let site = Site::new().config_line("languages: [de, en, es]").event("treffen", &lines);
    let site = site.now(now).built();
    [list, page].map(|path| {
        let page = Page::read(site.text(path));
        plain_spaces(&page.text(page.one("main")))
    })
}

#[test]
fn who_must_register_and_cannot_yet_is_not_told_that_one_can() {
    let german = ("veranstaltungen/index.html", "veranstaltungen/treffen/index.html");
    let now = "2019-09-01T08:00";
    let said = registration_said("{required: true}", now, german);
    assert!(said.iter().all(|said| said.contains("Anmeldung erforderlich")), "{said:?}");
    assert!(said.iter().all(|said| !said.contains("Anmeldung möglich")), "{said:?}");
    assert!(said[1].contains("Wie Sie sich anmelden können, teilen wir noch mit."), "{said:?}");
    // A note may say how.
    let [_, page] = registration_said("{required: true, note: Über die Kammer.}", now, german);
    assert!(page.contains("Anmeldung erforderlich") && page.contains("Über die Kammer."), "{page}");
    assert!(!page.contains("teilen wir noch mit"), "{page}");
    // Nobody has said that one must.
    let said = registration_said("{deadline: 2019-09-20}", now, german);
    let whole = "Anmeldung vorgesehen; Frist: Freitag, 20. September 2019, 23:59 Uhr";
    assert!(said.iter().all(|said| said.contains(whole)), "{said:?}");
    // With a way to do it, and in other stages, all is as it was.
    for (registration, words) in [
        ("{required: true, email: a@example.org}", "Anmeldung möglich"),
        ("{required: true, url: \"https://a.example.org/\"}", "Anmeldung möglich"),
        ("{required: true, state: few}", "Nur noch wenige Plätze frei"),
        ("{required: true, state: waitlist}", "Ausgebucht, Warteliste möglich"),
        ("{required: true, state: full}", "Ausgebucht"),
        ("{required: true, state: closed}", "Anmeldung geschlossen"),
        ("{required: true, deadline: 2019-08-20}", "Anmeldung geschlossen"),
        ("{required: true, opens: 2019-09-10}", "Anmeldung öffnet"),
        // Who need not register is told all the same that there is no place.
        ("{required: false, state: full}", "Ausgebucht"),
        ("{required: false, state: few}", "Nur noch wenige Plätze frei"),
    ] {
        let said = registration_said(registration, now, german);
        assert!(said.iter().all(|said| said.contains(words)), "{registration}: {said:?}");
        assert!(!said[0].contains("erforderlich"), "{registration}: {said:?}");
        let follows = said[1].contains("teilen wir noch mit");
        assert!(!(follows && registration.contains("false")), "{registration}: {said:?}");
    }
    for (folder, words) in
        [("en/events", "Registration required"), ("es/eventos", "Inscripción obligatoria")]
    {
        let (list, page) = (format!("{folder}/index.html"), format!("{folder}/treffen/index.html"));
        let said = registration_said("{required: true}", now, (&list, &page));
        assert!(said.iter().all(|said| said.contains(words)), "{said:?}");
    }
}

#[test]
fn search_engines_and_data_know_registration_without_a_way_as_before() {
    let event = |registration: &str| {
        let lines = format!(
            "start: 2019-09-24T15:00\nvenue: {{name: Saal, city: Ort}}\nregistration: {registration}"
        );
        let site = Site::new().event("treffen", &lines).now("2019-09-01T08:00").built();
        let page = Page::read(site.text("veranstaltungen/treffen/index.html"));
        let offers = page.structured_data().into_iter().find(|it| it["@type"] == "BusinessEvent");
        let data = site.json("data/events.json")[0]["registration_stage"].clone();
        (offers.unwrap()["offers"]["availability"].clone(), data)
    };
    let (with, without) = (event("{email: a@example.org}"), event("{required: true}"));
    assert_eq!(with.0, "https://schema.org/InStock");
    assert_eq!(with, without);
}

#[test]
fn who_is_involved_is_one_sentence() {
    let organisations = "traeger: {name: Träger GmbH}\nverein: {name: Netzwerk e. V., \
                         url: 'https://verein.example.org/'}\namt: {name: Amt}\nkammer: {name: Kammer}\n";
    let said = |roles: &str, folder: &str| {
        let site = Site::new()
            .config_line("languages: [de, en, es]")
            .file("organisations.yaml", organisations)
            .event("treffen", &format!("start: 2019-10-01\nroles: {roles}"))
            .built();
        let page = Page::read(site.text(&format!("{folder}/treffen/index.html")));
        let line = page.tags.iter().find(|tag| tag.get("class") == Some("meta roles")).unwrap();
        plain_spaces(&page.text(line)).replace('\u{202f}', " ")
    };
    let all = "{organiser: [amt, kammer], host: traeger, partners: [amt, kammer, verein]}";
    for (folder, sentence) in [
        (
            "veranstaltungen",
            "Organisiert durch Amt und Kammer, zu Gast bei Träger GmbH; Partner: Amt, Kammer und Netzwerk e. V.",
        ),
        (
            "en/events",
            "Organised by Amt and Kammer, hosted by Träger GmbH; partners: Amt, Kammer and Netzwerk e. V.",
        ),
        (
            "es/eventos",
            "Organizado por Amt y Kammer, acogido por Träger GmbH; colaboradores: Amt, Kammer y Netzwerk e. V.",
        ),
    ] {
        assert_eq!(said(all, folder), sentence);
    }
    assert_eq!(said("{partners: amt}", "en/events"), "Partners: Amt.");
    assert_eq!(
        said("{funder: amt, partners: amt}", "veranstaltungen"),
        "Finanziert durch Amt; Partner: Amt."
    );
}

/// Around midnight the order of the hours is not that of the days where zones differ.
#[test]
fn each_month_of_a_list_has_one_heading() {
    let site = Site::new()
        .event("tallinn", "start: 2019-05-01T00:15\ntimezone: Europe/Tallinn")
        .event("dresden", "start: 2019-04-30T23:45")
        .event("leipzig", "start: 2019-05-01T09:00");
    for (now, page) in [
        ("2019-04-01", "veranstaltungen/index.html"),
        ("2020-01-01", "veranstaltungen/2019/index.html"),
    ] {
        let built = site.clone().now(now).built();
        let months = |id: &str| built.text(page).matches(&format!("id=\"{id}\"")).count();
        assert_eq!((months("2019-04"), months("2019-05")), (1, 1), "{page}");
    }
}

/// Tokyo has +9, New York −4 in September 2019, Berlin +2.
#[test]
fn the_hours_of_an_event_afar_keep_their_day_where_the_block_has_another() {
    let line = |start: &str, zone: &str, online: &str| {
        let event = format!("start: {start}\ntimezone: {zone}\n{online}");
        let site = Site::new().event("treffen", &event).built();
        line_of_first(&site, "veranstaltungen/index.html")
    };
    let online = "kind: online\nonline: {url: https://video.example.org/}";
    assert_eq!(
        line("2019-09-24T05:00", "Asia/Tokyo", online),
        "Montag, 23. September 2019, 22 Uhr in Berlin · \
         Dienstag, 24. September 2019, 5 Uhr in Tokio · Online"
    );
    assert_eq!(
        line("2019-09-24T20:00", "America/New_York", online),
        "Mittwoch, 25. September 2019, 2 Uhr in Berlin · \
         Dienstag, 24. September 2019, 20 Uhr in New York · Online"
    );
    // Where it is the day of the block, that is not told again.
    assert_eq!(
        line("2019-09-24T16:00", "Asia/Tokyo", online),
        "9 Uhr in Berlin · 16 Uhr in Tokio · Online"
    );
    assert_eq!(
        line("2019-09-24T05:00", "Asia/Tokyo", "venue: {name: Saal, city: Tokio}"),
        "5 Uhr in Tokio · Montag, 23. September 2019, 22 Uhr in Berlin · Saal"
    );
}

#[test]
fn the_rule_of_a_series_says_by_whose_clock_its_days_are_others() {
    let rule = |start: &str| {
        let event = format!(
            "start: {start}\ntimezone: Asia/Tokyo\nrepeat: {{every: week, count: 2}}\n\
             kind: online\nonline: {{url: https://video.example.org/}}"
        );
        let site = Site::new().event("treffen", &event).built();
        let page = site.text("veranstaltungen/treffen/index.html");
        let rule = page.split("Termine: ").nth(1).unwrap();
        rule.split('<').next().unwrap().to_owned()
    };
    assert_eq!(rule("2019-09-24T05:00"), "jeden Dienstag, bis 1. Oktober 2019 in Tokio");
    assert_eq!(rule("2019-09-24T16:00"), "jeden Dienstag, bis 1. Oktober 2019");
}
