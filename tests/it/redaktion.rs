//! »Für Redaktionen«: every example of `docs/redaktion.md` is taken out of the page, put into
//! the real programme and into a new one, built, and does what the page says. An editor copies
//! these files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use bba::pipeline::{Now, Options};
use bba::source::Sources;
use bba::starter::{self, Programme};

use crate::harness::{JPEG, Output, PDF, build_at_once, walk};

const PAGE: &str = include_str!("../../docs/redaktion.md");

/// The examples of a section: a line with nothing but a file name in backticks, and the fenced
/// block that follows.
fn examples(heading: &str) -> BTreeMap<String, String> {
    let is_heading = |line: &&str| line.starts_with(&format!("## {heading}"));
    let mut lines = PAGE.lines().skip_while(|line| !is_heading(line));
    assert!(lines.next().is_some(), "no section »{heading}«");
    let mut examples = BTreeMap::new();
    // Headings in an example do not come here: it is taken as a whole.
    while let Some(line) = lines.next().filter(|line| !line.starts_with("## ")) {
        let name = line.strip_prefix("`content/").and_then(|line| line.strip_suffix('`'));
        let Some(name) = name.filter(|name| !name.contains('`')) else { continue };
        assert_eq!(lines.next(), Some(""));
        assert!(lines.next().unwrap().starts_with("```"), "{name}: no block follows");
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        examples.insert(format!("content/{name}"), format!("{}\n", block.join("\n")));
    }
    assert!(!examples.is_empty(), "»{heading}« has no example");
    examples
}

/// The examples of a section after a block of »Wenn es brennt«, found by its first words, was
/// pasted into one of them as the page says: keys that are there already are replaced.
fn pasted(words: &str, file: &str, heading: &str) -> BTreeMap<String, String> {
    let block = PAGE.split_once(&format!("**{words}**")).expect("the words").1;
    let block = block.split("```").nth(1).unwrap().strip_prefix("yaml\n").unwrap();
    let key = |line: &str| line.split(':').next().unwrap().to_owned();
    let keys: Vec<String> = block.lines().filter(|l| !l.starts_with(' ')).map(key).collect();
    let mut examples = examples(heading);
    let text = &examples[file];
    let kept: Vec<&str> = text.lines().filter(|line| !keys.contains(&key(line))).collect();
    let (fence, kept) = match kept.split_first() {
        Some((&"---", rest)) => ("---\n", rest),
        _ => ("", kept.as_slice()),
    };
    examples.insert(file.to_owned(), format!("{fence}{block}{}\n", kept.join("\n")));
    examples
}

/// The real programme with the examples of a section, in German and English. They work in a new
/// programme too.
fn built(heading: &str, now: &str, drafts: bool) -> Output {
    built_with(examples(heading), now, drafts)
}

/// The real programme with some files, and lines more in site.yaml, in German and English. A
/// programme that has just begun builds with them too.
fn built_with(examples: BTreeMap<String, String>, now: &str, drafts: bool) -> Output {
    output_of(new_programme(), &examples, now, drafts);
    let theme = walk(Path::new("themes/bba-sachsen"));
    let files = walk(Path::new("content")).into_iter().chain(theme);
    let read = |file: PathBuf| (file.to_str().unwrap().to_owned(), std::fs::read(&file).unwrap());
    output_of(files.map(read).collect(), &examples, now, drafts)
}

/// What `bba init` writes.
fn new_programme() -> BTreeMap<String, Vec<u8>> {
    let (id, title) = ("neu".to_owned(), "Neues Programm".to_owned());
    let facts = Programme { id, title, base_url: "https://neu.example.org/".to_owned() };
    let files = starter::programme(&facts).into_iter();
    files.map(|(path, text)| (path, text.into_bytes())).collect()
}

fn output_of(
    mut files: BTreeMap<String, Vec<u8>>,
    examples: &BTreeMap<String, String>,
    now: &str,
    drafts: bool,
) -> Output {
    for (name, bytes) in [("gruppe.jpg", JPEG), ("programm.pdf", PDF)] {
        files.insert(format!("content/media/{name}"), bytes.into());
    }
    for (name, text) in examples.iter().filter(|(name, _)| *name != CONFIG) {
        files.insert(name.clone(), text.clone().into_bytes());
    }
    let config = String::from_utf8(files[CONFIG].clone()).unwrap();
    let config = config.replace("\nlanguages: [de]\n", "\nlanguages: [de, en]\n");
    let more = examples.get(CONFIG).map_or("", String::as_str);
    files.insert(CONFIG.to_owned(), format!("{config}\n{more}").into_bytes());
    let files = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let options = Options { now: Now::read(now).unwrap(), drafts, ..Options::default() };
    let output = Output::of(build_at_once(&Sources::from_memory(files), &options));
    assert_eq!(output.errors(), Vec::<String>::new());
    output
}

const CONFIG: &str = "content/site.yaml";

const EVENT: &str = "veranstaltungen/fachgespraech-bahn";

fn page(output: &Output) -> &str {
    output.text(&format!("{EVENT}/index.html"))
}

fn calendar(output: &Output) -> Vec<String> {
    output.calendar(&format!("{EVENT}.ics"))
}

fn assert_has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|other| other == line), "no {line} in:\n{}", lines.join("\n"));
}

const EVENT_FILE: &str = "content/events/fachgespraech-bahn.yaml";
const RELEASE_FILE: &str = "content/press/2030-10-25-auftakt.md";

#[test]
fn in_an_emergency_an_event_is_cancelled_with_one_block() {
    let site = built_with(pasted("Absagen.", EVENT_FILE, "1. "), "2030-09-11", false);
    assert!(page(&site).contains("Abgesagt"));
    assert!(page(&site).contains("Die Delegation kann nicht einreisen."));
    assert_has(&calendar(&site), "STATUS:CANCELLED");
    assert_has(&calendar(&site), "SEQUENCE:1");
}

#[test]
fn in_an_emergency_an_event_is_moved_with_one_block() {
    let files = pasted("Auf einen anderen Termin legen.", EVENT_FILE, "1. ");
    let site = built_with(files, "2030-09-11", false);
    assert!(page(&site).contains("Dienstag, 1. Oktober 2030, 10–12 Uhr"));
    assert!(page(&site).contains("24. September 2030, 15 Uhr"));
    assert_has(&calendar(&site), "DTSTART;TZID=Europe/Berlin:20301001T100000");
    assert_has(&calendar(&site), "SEQUENCE:1");
}

#[test]
fn in_an_emergency_a_picture_is_taken_down_with_one_line() {
    let block = PAGE.split_once("**Ein Bild oder eine Datei herunternehmen.**").unwrap().1;
    let line = block.split("```").nth(1).unwrap().strip_prefix("yaml\n").unwrap();
    let with = |line: &str| {
        let mut files = examples("11. ");
        files.insert(CONFIG.to_owned(), line.to_owned());
        built_with(files, "2030-12-01", false)
    };
    assert!(with("").has("media/gruppe.jpg"), "the example shows it");
    let site = with(line);
    assert!(!site.has("media/gruppe.jpg"));
    assert!(!site.everything().contains("gruppe.jpg"));
}

#[test]
fn in_an_emergency_a_release_is_withdrawn_or_corrected_with_one_block() {
    let files = pasted("Eine Pressemitteilung zurückziehen.", RELEASE_FILE, "7. ");
    let site = built_with(files, "2030-10-26T10:00", false);
    let page = |site: &Output| site.text("presse/2030-10-25-auftakt/index.html").to_owned();
    assert!(page(&site).contains("Zurückgezogen"));
    assert!(page(&site).contains("Die Zahlen darin waren falsch."));
    let site = built_with(pasted("Berichtigen.", RELEASE_FILE, "7. "), "2030-10-26T10:00", false);
    assert!(page(&site).contains("Berichtigung"));
    assert!(page(&site).contains("In einer früheren Fassung stand ein falsches Datum."));
}

#[test]
fn a_new_event_is_on_its_page_in_the_list_and_in_the_calendar() {
    let site = built("1. ", "2030-06-01", false);
    assert!(page(&site).contains("Dienstag, 24. September 2030, 15–17 Uhr"));
    assert!(site.text("veranstaltungen/index.html").contains("Fachgespräch Bahntechnik"));
    assert_has(&calendar(&site), "DTSTART;TZID=Europe/Berlin:20300924T150000");
    assert!(site.text("veranstaltungen/calendar.ics").contains("Fachgespräch Bahntechnik"));
}

#[test]
fn a_new_date_replaces_the_old_one_and_says_so() {
    let site = built("2. ", "2030-07-01", false);
    assert_has(&calendar(&site), "DTSTART;TZID=Europe/Berlin:20301001T100000");
    assert_has(&calendar(&site), "SEQUENCE:1");
    assert!(page(&site).contains("Die Veranstaltung findet eine Woche später statt."));
    assert!(page(&site).contains("24. September 2030, 15 Uhr"), "the old date stays readable");
    let before = built("1. ", "2030-06-01", false);
    let uid = |lines: Vec<String>| lines.into_iter().find(|line| line.starts_with("UID:"));
    assert_eq!(uid(calendar(&before)), uid(calendar(&site)), "it is the same entry");
}

#[test]
fn a_cancelled_event_stays_and_is_cancelled_in_the_calendar() {
    let site = built("3. ", "2030-09-11", false);
    assert_has(&calendar(&site), "STATUS:CANCELLED");
    assert_has(&calendar(&site), "SEQUENCE:1");
    assert!(page(&site).contains("Abgesagt"));
    assert!(page(&site).contains("Wer angemeldet war, wurde per E-Mail benachrichtigt."));
    assert!(site.text("veranstaltungen/index.html").contains("Abgesagt"));
}

#[test]
fn an_event_that_moved_online_shows_its_link_and_no_place() {
    let site = built("4. ", "2030-09-11", false);
    assert!(page(&site).contains("https://konferenz.example.org/bahn"));
    assert!(page(&site).contains("Findet online statt"));
    assert!(!page(&site).contains("Uhlandstraße"), "nobody goes there by mistake");
    let lines = calendar(&site);
    assert!(lines.iter().any(|line| line.contains("https://konferenz.example.org/bahn")));
    assert!(!lines.iter().any(|line| line.contains("Uhlandstraße")));
}

#[test]
fn a_postponed_event_is_tentative() {
    let site = built("5. ", "2030-09-11", false);
    assert_has(&calendar(&site), "STATUS:TENTATIVE");
    assert!(page(&site).contains("Der neue Termin steht noch nicht fest."));
}

#[test]
fn registration_ends_with_its_last_day() {
    let open = built("6. ", "2030-09-17T23:59", false);
    assert!(page(&open).contains("mailto:anmeldung@example.org"));
    assert!(page(&open).contains("17. September 2030, 23:59 Uhr"));
    let over = built("6. ", "2030-09-18T00:00", false);
    assert!(!page(&over).contains("mailto:anmeldung@example.org"));
}

#[test]
fn nothing_is_anywhere_before_the_embargo_but_in_the_preview() {
    let before = built("7. ", "2030-10-25T07:59", false);
    assert!(!before.everything().contains("Sachsen lädt die Bahnindustrie ein"));
    assert!(!before.everything().contains("2030-10-25-auftakt"));
    let after = built("7. ", "2030-10-25T08:00", false);
    assert!(after.has("presse/2030-10-25-auftakt/index.html"));
    assert!(after.text("presse/feed.xml").contains("Sachsen lädt die Bahnindustrie ein"));
    let preview = built("7. ", "2030-10-25T07:59", true);
    assert!(preview.text("presse/2030-10-25-auftakt/index.html").contains("noindex"));
}

#[test]
fn a_release_is_on_its_page_in_the_feed_and_at_its_country() {
    let site = built("8. ", "2030-09-26", false);
    let page = site.text("presse/2030-09-25-bahntechnik/index.html");
    assert!(page.contains("Bahnindustrie zu Gast in Dresden"));
    assert!(site.text("presse/feed.xml").contains("Bahnindustrie zu Gast in Dresden"));
    let country = site.text("laender/mexiko/index.html");
    assert!(country.contains("Bahnindustrie zu Gast in Dresden"));
    let english = site.text("en/press/2030-09-25-bahntechnik/index.html");
    assert!(english.contains("<h2 id=\"what-was-discussed\">What was discussed</h2>"));
}

#[test]
fn a_delegation_names_only_participants_who_agreed() {
    let site = built("9. ", "2030-06-01", false);
    let page = site.text("delegationen/polen-2030/index.html");
    assert!(page.contains("Beispiel-Waggonbau"));
    assert!(!site.everything().contains("Noch nicht gefragt"));
    assert!(site.has("delegationen/polen-2030.ics"));
    assert!(site.text("laender/polen/index.html").contains("Delegation aus Polen"));
}

#[test]
fn after_the_last_day_of_a_contact_its_stand_in_is_shown() {
    let before = built("10. ", "2030-06-30T23:59", false);
    assert!(page(&before).contains("alex.muster@example.org"));
    let after = built("10. ", "2030-07-01T00:00", false);
    assert!(page(&after).contains("Team Außenwirtschaft"));
    assert!(!page(&after).contains("Alex Muster"));
}

#[test]
fn picture_and_file_are_on_the_page_and_in_the_output() {
    let site = built("11. ", "2030-06-01", false);
    assert!(site.has("media/gruppe.jpg") && site.has("media/programm.pdf"));
    assert!(page(&site).contains("alt=\"Vier Personen stehen vor einem Straßenbahnwagen"));
    assert!(page(&site).contains("Kim Beispiel"));
    assert!(page(&site).contains("href=\"/media/programm.pdf\""));
}

#[test]
fn an_old_address_leads_to_the_new_one() {
    let site = built("12. ", "2030-06-01", false);
    let stub = site.text("einladung/bahn/index.html");
    assert!(stub.contains("https://bba.example.org/veranstaltungen/fachgespraech-bahn/"));
}

#[test]
fn a_series_is_one_entry_with_its_exceptions() {
    let site = built("Und wenn sich ein Termin wiederholt", "2030-10-01T12:00", false);
    let lines = site.calendar("veranstaltungen/sprechstunde.ics");
    assert_has(&lines, "DTSTART;TZID=Europe/Berlin:20300903T160000");
    assert!(lines.iter().any(|line| line.starts_with("RRULE:FREQ=WEEKLY")));
    assert_has(&lines, "EXDATE;TZID=Europe/Berlin:20301008T160000");
    assert_has(&lines, "RECURRENCE-ID;TZID=Europe/Berlin:20301015T160000");
    assert_has(&lines, "DTSTART;TZID=Europe/Berlin:20301016T100000");
    let page = site.text("veranstaltungen/sprechstunde/index.html");
    assert!(page.contains("Wegen der Messe erst am Mittwoch"));
    assert!(page.contains("jeden Dienstag, bis 17. Dezember 2030, außer am 8. Oktober 2030"));
}

#[test]
fn the_original_of_a_translation_may_change_and_check_says_so() {
    let command = "bba translate --accept content/press/2030-09-25-bahntechnik.en.md";
    assert!(PAGE.contains(&format!("`{command}`")));
    let site = built("8. ", "2030-10-01", false);
    let warnings = site.warnings();
    let about = "press/2030-09-25-bahntechnik.en.md:1:1 W0912".to_owned();
    assert!(warnings.contains(&about), "{warnings:?}");
}

#[test]
fn an_event_elsewhere_has_the_hour_that_the_clock_shows_there() {
    let site = built("Und wenn die Uhr", "2030-06-01", false);
    let lines = site.calendar("veranstaltungen/messetreff-mexiko.ics");
    assert_has(&lines, "DTSTART;TZID=America/Mexico_City:20300924T190000");
    let page = site.text("veranstaltungen/messetreff-mexiko/index.html");
    assert!(
        page.contains(
            "19–22 Uhr in Mexiko-Stadt · Mittwoch, 25. September 2030, 3–6 Uhr in Berlin"
        )
    );
}

#[test]
fn what_a_site_has_of_its_own_is_declared_once_and_shown() {
    let heading = "Und was es nur bei uns gibt?";
    let section = PAGE.split_once(&format!("## {heading}")).unwrap().1;
    let declared = section.split("```").nth(1).unwrap().strip_prefix("yaml\n").unwrap();
    let mut files = examples(heading);
    files.insert(CONFIG.to_owned(), declared.to_owned());
    let site = built_with(files, "2030-06-01", false);
    assert!(page(&site).contains(">Fachgespräch</a>"));
    assert!(page(&site).contains("Kleiderordnung</dt>") && page(&site).contains("Abendgarderobe"));
}

#[test]
fn the_page_shows_twelve_tasks_and_every_mistake_it_names_is_an_error() {
    for number in 1..=12 {
        assert!(PAGE.contains(&format!("\n## {number}. ")), "{number}");
    }
    assert!(!PAGE.contains("\n## 13. "));
    let example = examples("1. ");
    let right = &example["content/events/fachgespraech-bahn.yaml"];
    let site = |text: &str| {
        let site = crate::harness::Site::new().file("events/x.yaml", text).build();
        site.errors().iter().any(|error| error.starts_with("events/x.yaml:2:"))
    };
    for wrong in [
        "begin: 2030-09-24T15:00",
        "start: 24.09.2030",
        "image: {file: fehlt.jpg, alt: x, credit: x}",
    ] {
        assert!(site(&right.replacen("start: 2030-09-24T15:00", wrong, 1)), "{wrong}");
    }
}
