//! Links of the site to itself that lead nowhere: told where they stand, in texts and under keys,
//! whatever else is wrong; and silent where only another file is to blame.

use crate::harness::{Output, Site};

const BROKEN: &str = "start: 2019-10-01\nkind: Firmenbesuch";

/// A site in two languages with a page of these links, each on a line of its own from line 4 on.
fn linking(site: Site, links: &[&str]) -> Output {
    let lines: String = links.iter().map(|link| format!("- [Link]({link})\n")).collect();
    site.config_line("languages: [de, en]")
        .file("pages/wege.md", format!("---\ntitle: Wege\n---\n{lines}"))
        .build()
}

/// Which of these links are told to lead nowhere.
fn dead<'l>(site: Site, links: &[&'l str]) -> Vec<&'l str> {
    let output = linking(site, links);
    let places = ["E0604", "E0605", "W0973"].map(|code| output.places_of(code)).concat();
    let is_told = |line: usize| places.contains(&format!("pages/wege.md:{}:3", line + 4));
    let told: Vec<&str> = links
        .iter()
        .enumerate()
        .filter(|(line, _)| is_told(*line))
        .map(|(_, link)| *link)
        .collect();
    assert_eq!(places.len(), told.len(), "{places:?}");
    told
}

/// Something that goes wrong elsewhere in a site.
type Damage = fn(Site) -> Site;

#[test]
fn a_dead_link_is_told_in_the_run_in_which_another_file_has_a_mistake() {
    let wrong = [
        "/nicht-da/",
        "/veranstaltungen/nicht-da/",
        "/en/nicht-da/",
        "/laender/absurdistan/",
        "/branchen/raumfahrt/",
        "/media/nicht-da.pdf",
        "https://test.example.org/nicht-da/",
        "https://test.example.org/impressum/#nicht-da",
        "/impressum/#nicht-da",
    ];
    let damages: [(&str, Damage); 10] = [
        ("nothing", |site| site),
        ("an event", |site| site.event("kaputt", BROKEN)),
        ("a visit", |site| site.delegation("kaputt", "start: bald\ncountries: [MX]")),
        ("a release", |site| site.release("2019-08-01-kaputt", "place: [a", "Text")),
        ("a page", |site| site.file("pages/kaputt.md", "---\ntitel: Kaputt\n---\nText\n")),
        ("a name", |site| site.file("events/Gut.yaml", "title: Gut\n")),
        ("contacts", |site| site.file("contacts.yaml", "anmeldung: {nam: Anna}\n")),
        ("the site", |site| site.config("titel: Test")),
        ("a template", |site| site.theme_file("templates/page.html", "{% if %}")),
        ("a reference", |site| site.event("x", "start: 2019-10-01\nvenue: nirgends")),
    ];
    for (what, damage) in damages {
        let of_pages = |link: &&&str| !link.contains("#nicht-da") || what != "a template";
        let expected: Vec<&str> = wrong.iter().filter(of_pages).copied().collect();
        assert_eq!(dead(damage(Site::new()), &wrong), expected, "{what}");
    }
}

#[test]
fn a_link_that_only_a_broken_file_makes_dead_is_no_second_mistake() {
    let alias = format!("{BROKEN}\naliases: [/alt/fest/,\n  /alt/feier/]");
    let listed = format!("{BROKEN}\naliases:\n  - '/alt/fest/'\n  - /alt/feier/");
    let page = "---\ntitel: Über uns\nslug: wir/ueber-uns\n---\nText\n";
    let release = |site: Site| site.release("2018-08-01-messe", "place: [a", "Text");
    let translated = |site: Site| {
        let original = "---\ntitle: Anfahrt\n---\n## Bahn\n";
        let translation = "---\ntitel: Travel\nslug: directions\n---\n## Train\n";
        site.file("pages/anfahrt.md", original).file("pages/anfahrt.en.md", translation)
    };
    let event = |lines: &str| Site::new().event("fest", lines);
    for (site, links) in [
        (event(BROKEN), &["/veranstaltungen/fest/", "/veranstaltungen/fest.ics"][..]),
        (event(BROKEN), &["/en/events/fest/", "https://test.example.org/en/events/fest/#ort"]),
        (event(BROKEN), &["/laender/mexiko/", "/en/countries/mexico/", "/branchen/rail/"]),
        (event(BROKEN), &["/veranstaltungen/2018/", "/presse/2018/", "/branchen/rail/2/"]),
        (event(BROKEN), &["/veranstaltungen/art/congress/", "/en/events/kind/congress/2/"]),
        (event(&alias), &["/alt/fest/", "/alt/feier/", "/alt/feier"]),
        (event(&listed), &["/alt/fest/", "/alt/feier/"]),
        (Site::new().file("pages/ueber.md", page), &["/wir/ueber-uns/", "/en/ueber/"]),
        (release(Site::new()), &["/presse/2018/", "/presse/2018-08-01-messe/index.txt"]),
        (translated(Site::new()), &["/en/directions/", "/en/anfahrt/"]),
        (Site::new().file("events/Fest.yml", "title: Fest\n"), &["/veranstaltungen/fest/"]),
        (Site::new().file("events/Fest.yaml", "title: Fest\n"), &["/veranstaltungen/fest/"]),
        (Site::new().file("sectors.yaml", "see: {nam: See}\n"), &["/branchen/see/"]),
        (Site::new().config("paths: {events: {de: termine, fr: x}}"), &["/termine/2019/"]),
        (Site::new().file("events/fest.yaml", [0xff, 0xfe, 0xe4]), &["/veranstaltungen/fest/"]),
        (
            Site::new()
                .file("accessibility.yaml", "boddy: Wir\n")
                .without("pages/barrierefreiheit.md"),
            &["/barrierefreiheit/"],
        ),
    ] {
        let output = linking(site.clone(), links);
        assert!(!output.errors().is_empty(), "{links:?}: nothing is broken");
        assert_eq!(dead(site, links), Vec::<&str>::new());
    }
}

#[test]
fn an_anchor_of_a_translation_that_cannot_be_read_is_no_second_mistake() {
    let english = "---\ntitle: Ways\n---\n[a](anfahrt.md#train) [b](#train) [c](impressum.md#no)\n";
    let broken = "---\ntitel: Travel\n---\n## Train\n";
    let original = "---\ntitle: Anfahrt\n---\n## Bahn\n";
    let site = Site::new()
        .file("pages/anfahrt.md", original)
        .file("pages/anfahrt.en.md", broken)
        .file("pages/wege.en.md", english);
    let output = linking(site, &[]);
    // Its own page is another one.
    assert_eq!(output.places_of("E0605"), ["pages/wege.en.md:4:23", "pages/wege.en.md:4:35"]);
}

/// What is told of an address under a key of an event, and whether as an error.
fn under_key(lines: &str) -> Vec<String> {
    let output = Site::new().event("fest", &format!("start: 2019-10-01\n{lines}")).build();
    let of_links = |found: &String| ["E0604", "W0973", "E0704"].iter().any(|c| found.ends_with(c));
    [output.errors(), output.warnings()].concat().into_iter().filter(of_links).collect()
}

#[test]
fn a_dead_address_under_a_key_is_told_at_its_line() {
    let dead = "https://test.example.org/nicht-da/";
    for (lines, place) in [
        (format!("links: [{{url: {dead}}}]"), "events/fest.yaml:4:15"),
        (format!("registration: {{url: {dead}}}"), "events/fest.yaml:4:21"),
        (format!("registration:\n  url: {dead}"), "events/fest.yaml:5:8"),
        (format!("online: {{url: {dead}}}"), "events/fest.yaml:4:15"),
    ] {
        assert_eq!(under_key(&lines), [format!("{place} E0604")], "{lines}");
        let upper = lines.replace("https://test.example.org/", "https://Test.EXAMPLE.org:443/");
        assert_eq!(under_key(&upper), [format!("{place} W0973")], "{upper}");
        let anchor = lines.replace("/nicht-da/", "/impressum/#nicht-da");
        assert_eq!(under_key(&anchor), [format!("{place} W0973")], "{anchor}");
        for good in
            ["/impressum/", "/impressum/#inhalt", "/presse/?a=1", "", "/#top", "/build.json"]
        {
            let good = lines.replace("/nicht-da/", good);
            assert_eq!(under_key(&good), Vec::<String>::new(), "{good}");
        }
        let elsewhere = lines.replace("test.example.org", "www.example.org");
        assert_eq!(under_key(&elsewhere), Vec::<String>::new(), "{elsewhere}");
    }
}

#[test]
fn a_dead_address_in_shared_files_is_told_at_its_line() {
    let dead = "https://test.example.org/nicht-da/";
    let site = Site::new()
        .config(&format!("security: {{contact: {dead}sicher/, expires: 2019-12-31}}"))
        .config_line(&format!("menu: [press, {{url: {dead}, label: Weg}}]"))
        .file("organisations.yaml", format!("traeger: {{name: Träger GmbH, url: {dead}}}\n"))
        .event("x", "start: 2019-10-01\nroles: {organiser: traeger}");
    let output = site.build();
    let expected = ["organisations.yaml:1:35 E0604", "site.yaml:11:21 E0604"];
    assert_eq!(output.errors(), expected);
    // It stands in security.txt, which had no such error before.
    assert_eq!(output.places_of("W0973"), ["site.yaml:10:21"]);
}

#[test]
fn a_place_that_comes_and_goes_with_time_is_no_error() {
    let visit = "countries: [MX]\nstart: 2019-08-05\nend: 2019-08-09\nstatus: confirmed";
    let text = "---\ntitle: Wege\n---\n[a](../delegations/besuch.yaml#kalender)\n\
                [b](/veranstaltungen/#2019-08)\n[c](/#naechstes)\n\
                [d](/veranstaltungen/kalender/#branchen)\n";
    let site = || Site::new().delegation("besuch", visit).file("pages/wege.md", text);
    let output = site().build();
    assert_eq!(output.errors(), Vec::<String>::new());
    let told = output.places_of("W0977");
    assert_eq!(told, ["4:1", "5:1", "6:1", "7:1"].map(|at| format!("pages/wege.md:{at}")));
    assert_eq!(site().strict().build().errors(), Vec::<String>::new(), "time may pass");
    // While the visit lies ahead its calendar is there.
    let before = site().now("2019-08-01T09:00").build();
    assert_eq!(before.places_of("W0977").first().map(String::as_str), Some("pages/wege.md:5:1"));
}

#[test]
fn a_place_that_was_never_there_is_an_error_whatever_it_is_called() {
    let text = "---\ntitle: Wege\n---\n[a](impressum.md#kalender)\n[b](/impressum/#kalender)\n\
                [c](#anmeldung)\n[d](/veranstaltungen/#2019-13)\n[e](/#nichts)\n";
    let errors = Site::new().file("pages/wege.md", text).build().errors();
    let places = ["4:1", "5:1", "6:1", "7:1", "8:1"];
    assert_eq!(errors, places.map(|at| format!("pages/wege.md:{at} E0605")));
}
