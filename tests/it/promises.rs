//! What a publication would break for those who have what is published: addresses and calendar
//! entries. Each test publishes a site, edits it and compares.

use std::path::Path;

use bba::findings::{Located, locate_all};
use bba::pipeline::{self, Built, Options};
use bba::problem::MessageLanguage::German;
use bba::promises::{After, Before, broken};
use bba::publish::publish;
use bba::published::{Limits, Place, Published};

use crate::cli::Root;
use crate::harness::{JPEG, Output, Site, UPDATED, place, temporary_folder};

/// A site in a folder of its own.
fn in_folder(site: &Site) -> tempfile::TempDir {
    let folder = temporary_folder();
    publish(&site.clone().build().0.files, folder.path()).unwrap();
    folder
}

/// What is found when `after`, which was built, would be published over what is in the folder.
fn compared(folder: &Path, after: &Site, built: &Built) -> Vec<Located> {
    let place = Place::Folder(folder.to_owned());
    let mut published = Published::open(&place, Limits::default()).unwrap().unwrap();
    let sources = after.sources();
    let options = Options { drafts: true, ..after.options().clone() };
    let everything = pipeline::programme(&sources, &options).value;
    let before = Before::read(&mut published, built).unwrap();
    let after = After { built, everything: &everything };
    locate_all(broken(&before, after).unwrap(), &sources)
}

/// What is found when `after` would be published over `before`.
fn findings(before: &Site, after: &Site) -> Vec<Located> {
    compared(in_folder(before).path(), after, &after.clone().build().0)
}

/// The same as place, code, and what to type.
fn told(before: &Site, after: &Site) -> Vec<String> {
    let told = |found: Located| {
        let hint = found.problem.hint(German).unwrap_or_default();
        format!("{} {hint}", place(&found))
    };
    findings(before, after).into_iter().map(told).collect()
}

/// Places and codes alone.
fn codes(before: &Site, after: &Site) -> Vec<String> {
    findings(before, after).iter().map(place).collect()
}

const MEETING: &str = "start: 2019-10-08T15:00\nend: 2019-10-08T17:00\nvenue: saal";

fn two_languages() -> Site {
    Site::new().config_line("languages: [de, en]")
}

fn published() -> Site {
    two_languages().event("treffen", MEETING).event("kongress", "start: 2019-11-04")
}

#[test]
fn nothing_is_found_where_nothing_changed() {
    assert_eq!(told(&published(), &published()), Vec::<String>::new());
}

#[test]
fn a_deleted_event_needs_a_line_that_covers_all_its_addresses() {
    let after = published().without("events/treffen.yaml");
    let found = told(&published(), &after);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("site.yaml:1:1 E0551"), "{found}");
    assert!(found.contains("`status: cancelled`"), "it lies ahead: {found}");
    assert!(found.ends_with("gone: [events/treffen]"), "{found}");
    let told_of = after.config_line("gone: [events/treffen]");
    assert_eq!(told(&published(), &told_of), Vec::<String>::new());
}

#[test]
fn a_past_event_that_is_deleted_is_not_to_be_cancelled() {
    let now = "2019-12-01T09:00";
    let after = published().without("events/treffen.yaml").now(now);
    let found = told(&published().now(now), &after);
    assert!(found.len() == 1 && !found[0].contains("cancelled"), "{found:?}");
}

#[test]
fn a_line_for_one_address_does_not_cover_the_others_of_an_item() {
    let after = published().without("events/treffen.yaml");
    let after = after.config_line("gone: [/veranstaltungen/treffen/]");
    let found = told(&published(), &after);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.ends_with("gone: [/veranstaltungen/treffen/, events/treffen]"), "{found}");
    assert!(!found.starts_with("site.yaml:1:1 "), "it stands where the line is: {found}");
}

#[test]
fn attachments_go_with_their_event() {
    let with_file = |site: Site| {
        let line = "attachments: [{file: plan 1.pdf, title: Plan}]";
        site.event("treffen", &format!("{MEETING}\n{line}")).file("media/plan 1.pdf", "%PDF-1.7")
    };
    let before = with_file(published());
    let deleted = published().without("events/treffen.yaml");
    let found = told(&before, &deleted);
    assert!(found.len() == 1, "{found:?}");
    assert!(found[0].ends_with("gone: [events/treffen, /media/plan%201.pdf]"), "{found:?}");
    // Only the attachment went: its address, and what calendars show, must be told.
    let found = told(&before, &published());
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[1].starts_with("events/treffen.yaml:1:1 E0557"), "{found:?}");
    assert!(found[0].starts_with("events/treffen.yaml:1:1 E0553"), "{found:?}");
    assert!(found[0].contains("gone: [/media/plan%201.pdf]"), "{found:?}");
}

#[test]
fn a_renamed_event_is_found_at_its_new_name() {
    let text = format!("title: Titel treffen\npublished: 2019-01-01\n{MEETING}\n");
    let renamed = published().without("events/treffen.yaml").file("events/treffen-neu.yaml", &text);
    let found = told(&published(), &renamed);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("events/treffen-neu.yaml:1:1 E0552"), "{found}");
    let aliases = "aliases: [/en/events/treffen/, /veranstaltungen/treffen/]";
    assert!(found.contains(aliases) && found.ends_with("gone: [events/treffen]"), "{found}");
    let moved = renamed
        .file("events/treffen-neu.yaml", format!("{text}{aliases}\n"))
        .config_line("gone: [events/treffen]");
    assert_eq!(told(&published(), &moved), Vec::<String>::new());
    let moved = moved.build();
    assert!(!moved.0.hosting.gone.contains("veranstaltungen/treffen/index.html"));
    assert!(moved.0.hosting.gone.contains("veranstaltungen/treffen.ics"));
}

#[test]
fn what_is_hidden_again_is_a_warning() {
    let lines = format!("{MEETING}\ndraft: true");
    let found = codes(&published(), &published().event("treffen", &lines));
    assert_eq!(found, ["events/treffen.yaml:1:1 W0917"]);
    let lines = format!("{MEETING}\nembargo: 2019-09-02T10:00");
    let found = codes(&published(), &published().event("treffen", &lines));
    assert_eq!(found, ["events/treffen.yaml:1:1 W0917"]);
}

#[test]
fn pages_and_files_that_are_gone_are_found_one_by_one() {
    let page = |name: &str| format!("pages/{name}.md");
    let text = "---\ntitle: Anreise\n---\n[Plan](../media/plan.pdf)\n";
    let before = Site::new().file(&page("anreise"), text).file("media/plan.pdf", "%PDF-1.7");
    let after = Site::new();
    let found = told(&before, &after);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().all(|f| f.starts_with("site.yaml:1:1 E0553")), "{found:?}");
    let after = after.config_line("gone: [/anreise/, /media/plan.pdf]");
    assert_eq!(told(&before, &after), Vec::<String>::new());
}

#[test]
fn another_word_in_addresses_is_one_finding() {
    let after = published().config_line("paths: {events: {de: termine}}");
    let found = codes(&published(), &after);
    assert_eq!(found, ["site.yaml:1:1 E0553"]);
    let after = published().config_line("languages: [de]");
    let found = codes(&published(), &after);
    assert_eq!(found, ["site.yaml:1:1 E0553"]);
}

#[test]
fn lists_that_are_empty_now_may_go() {
    let lines = format!("{MEETING}\nkind: congress\ncountries: [MX]\nsectors: [rail]");
    let before = Site::new().event("treffen", &lines).event("alt", "start: 2018-05-05");
    let after = Site::new().event("treffen", MEETING).config_line("gone: [events/alt]");
    let found = codes(&before, &after);
    // Country, sector, kind and year are gone; that the entry changed is another matter.
    assert_eq!(found, ["events/treffen.yaml:1:1 E0557"]);
}

#[test]
fn times_and_status_that_changed_need_an_update() {
    let moved = MEETING.replace("2019-10-08T", "2019-10-09T");
    let after = published().event("treffen", &moved);
    let found = told(&published(), &after);
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("events/treffen.yaml:3:8 E0556"), "{found}");
    let update = "updates: [{at: 2019-09-01T09:00, kind: change, \
                  previous_start: 2019-10-08T15:00, note: Neuer Termin}]";
    assert!(found.contains(update), "{found}");
    let after = published().event("treffen", &format!("{moved}\n{update}"));
    assert_eq!(told(&published(), &after), Vec::<String>::new());
    let planned = format!("{MEETING}\nstatus: planned");
    let found = codes(&published(), &published().event("treffen", &planned));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("E0556"), "{found:?}");
}

/// Mexico City has no summer time: 15:00 in Berlin was 8:00 there on 8 October 2019 (−5, +2).
#[test]
fn the_former_time_is_told_in_the_zone_of_now() {
    let mexico = format!("{MEETING}\ntimezone: America/Mexico_City");
    let told_of = |lines: &str| told(&published(), &published().event("treffen", lines)).concat();
    let found = told_of(&mexico.replace("2019-10-08T", "2019-10-09T"));
    assert!(found.contains("previous_start: 2019-10-08T08:00, note"), "{found}");
    assert!(told_of(&mexico).contains("previous_start: 2019-10-08T08:00, note"));
    // With another name for the same hours nothing has moved.
    let vienna = told_of(&format!("{MEETING}\ntimezone: Europe/Vienna"));
    assert!(!vienna.contains("previous_start"), "{vienna}");
}

#[test]
fn an_update_that_was_there_before_tells_nothing_new() {
    let told_once = format!("{MEETING}\n{UPDATED}");
    let before = published().event("treffen", &told_once);
    let moved = told_once.replace("17:00", "18:00");
    let found = told(&before, &published().event("treffen", &moved));
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.contains("unter `updates` hinzu: - {at: 2019-09-01T09:00"), "{found}");
    // Nor does one that is older than what is published, though SEQUENCE rises.
    let older =
        moved.replace("[{at: 2019-02-01", "[{at: 2019-01-15, kind: change}, {at: 2019-02-01");
    assert_eq!(codes(&before, &published().event("treffen", &older)).len(), 1);
}

#[test]
fn a_change_that_is_taken_back_keeps_its_updates() {
    let before = published().event("treffen", &format!("{MEETING}\n{UPDATED}"));
    assert_eq!(codes(&before, &published()), ["events/treffen.yaml:1:1 E0557"]);
}

#[test]
fn whatever_a_subscriber_sees_needs_a_later_time_of_change() {
    let summary = format!("{MEETING}\nsummary: Neu");
    let after = published().event("treffen", &summary);
    assert_eq!(codes(&published(), &after), ["events/treffen.yaml:1:1 E0557"]);
    let after = published().event("treffen", &format!("{summary}\n{UPDATED}"));
    assert_eq!(told(&published(), &after), Vec::<String>::new());
    // A subscriber does not see this.
    let after = published().event("treffen", &format!("{MEETING}\naudience: Alle"));
    assert_eq!(told(&published(), &after), Vec::<String>::new());
}

#[test]
fn a_changed_translation_changes_the_entry_of_its_language() {
    let summary = |english: &str| format!("{MEETING}\nsummary: {{de: Kurz, en: {english}}}");
    let (before, after) = (summary("Short"), summary("Brief"));
    let (before, after) =
        (published().event("treffen", &before), published().event("treffen", &after));
    assert_eq!(codes(&before, &after), ["events/treffen.yaml:1:1 E0557"]);
}

#[test]
fn an_edited_venue_is_one_finding_for_all_its_events() {
    let before = published().event("zweites", MEETING);
    for edited in [
        "saal: {name: Großer Saal, street: Weg 2, postcode: '01067', city: Dresden}\n",
        "saal: {name: Kleiner Saal, street: Weg 1, postcode: '01067', city: Dresden}\n",
        "saal: {name: Großer Saal, street: Weg 1, postcode: '01067', city: Dresden, directions: Linie 6}\n",
    ] {
        let found = codes(&before, &before.clone().file("venues.yaml", edited));
        assert_eq!(found, ["venues.yaml:1:1 E0558"], "{edited}");
        let dated = edited.replace("}", ", updated: 2019-09-01T09:00}");
        assert_eq!(told(&before, &before.clone().file("venues.yaml", dated)), Vec::<String>::new());
    }
}

#[test]
fn another_funding_notice_is_one_finding_for_the_whole_site() {
    let lines = "start: 2019-10-09T10:00\nsummary: Kurz";
    let before = published()
        .event("ohne-ort", lines)
        .delegation("besuch", "start: 2019-11-04\ncountries: [MX]");
    let english = "funding_notice: {de: Gefördert zum Test., en: 'Funded; by many, once more'}";
    for line in ["funding_notice: Neu, mit Komma", english] {
        let after = before.clone().config_line(line);
        let found = told(&before, &after);
        let [found] = found.as_slice() else { panic!("{found:?}") };
        assert!(found.starts_with("site.yaml:"), "{found}");
        assert!(found.contains(" E0558 ") && !found.starts_with("site.yaml:1:1 "), "{found}");
        assert!(found.contains("content/organisations.yaml bei `traeger`: updated: "), "{found}");
        let dated = "traeger: {name: Träger GmbH, updated: 2019-09-01T09:00}\n";
        let after = after.file("organisations.yaml", dated);
        assert_eq!(told(&before, &after), Vec::<String>::new());
    }
    // Where an event has changed as well that is told too.
    let after = before.clone().config_line("funding_notice: Neu");
    let after = after.event("ohne-ort", &lines.replace("Kurz", "Lang"));
    assert_eq!(codes(&before, &after).len(), 2);
}

#[test]
fn another_venue_is_a_change_of_the_event() {
    let venues = "saal: {name: Großer Saal, street: Weg 1, postcode: '01067', city: Dresden}\n\
                  foyer: {name: Foyer, city: Leipzig}\n";
    let before = published().file("venues.yaml", venues);
    let after = before.clone().event("treffen", &MEETING.replace("saal", "foyer"));
    assert_eq!(codes(&before, &after), ["events/treffen.yaml:1:1 E0557"]);
}

#[test]
fn an_edited_contact_is_one_finding_for_all_its_events() {
    let lines = format!("{MEETING}\ncontact: anmeldung");
    let before = published().event("treffen", &lines).event("zweites", &lines);
    let edited = "anmeldung: {name: Anna Muster, email: neu@example.org, phone: +49 351 1234567}\n";
    let found = codes(&before, &before.clone().file("contacts.yaml", edited));
    assert_eq!(found, ["contacts.yaml:1:1 E0558"]);
    let dated = edited.replace("}", ", updated: 2019-09-01T09:00}");
    assert_eq!(told(&before, &before.clone().file("contacts.yaml", dated)), Vec::<String>::new());
}

#[test]
fn who_stands_in_for_a_contact_is_a_change_that_nobody_has_to_write_down() {
    let contacts = "anna: {name: Anna, email: a@example.org, until: 2019-09-30, fallback: buero}\n\
                    buero: {name: Büro, email: b@example.org}\n";
    let site = published().file("contacts.yaml", contacts);
    let site = site.event("treffen", &format!("{MEETING}\ncontact: anna"));
    let later = site.clone().now("2019-10-05T09:00");
    let calendar = later.clone().build().calendar("veranstaltungen/treffen.ics");
    // The day after the last, as it begins in Berlin.
    for stamp in ["DTSTAMP:20190930T220000Z", "LAST-MODIFIED:20190930T220000Z"] {
        assert!(calendar.iter().any(|line| line == stamp), "{calendar:?}");
    }
    assert_eq!(told(&site, &later), Vec::<String>::new());
}

#[test]
fn the_one_who_organises_everything_is_one_finding_for_all() {
    let organizer = |site: Site| site.config("calendar: {organizer: anmeldung}");
    let edited = "anmeldung: {name: Anna Muster, email: neu@example.org, phone: +49 351 1234567}\n";
    let before = organizer(published());
    let found = codes(&before, &before.clone().file("contacts.yaml", edited));
    assert_eq!(found, ["contacts.yaml:1:1 E0558"]);
    let renamed = before.clone().file("organisations.yaml", "traeger: {name: Träger AG}\n");
    assert_eq!(codes(&before, &renamed), ["organisations.yaml:1:1 E0558"]);
}

#[test]
fn a_series_of_which_one_date_is_otherwise_has_changed() {
    let series = format!("{MEETING}\nrepeat: {{every: week, count: 5}}");
    let changed = "{every: week, count: 5, changes: [{date: 2019-10-15, venue: saal, note: Neu}]}";
    let changed = series.replace("{every: week, count: 5}", changed);
    let before = published().event("treffen", &series);
    let found = codes(&before, &published().event("treffen", &changed));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("E0556"), "{found:?}");
    let after = published().event("treffen", &format!("{changed}\n{UPDATED}"));
    assert_eq!(told(&before, &after), Vec::<String>::new());
}

#[test]
fn the_days_of_a_visit_and_a_deadline_need_an_update_too() {
    let visit = "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08";
    let before = Site::new().delegation("mexiko-2019", visit);
    let after = Site::new().delegation("mexiko-2019", &visit.replace("11-08", "11-07"));
    assert_eq!(codes(&before, &after), ["delegations/mexiko-2019.yaml:5:6 E0556"]);
    let deadline = |day: &str| {
        let lines = format!("{MEETING}\nregistration: {{email: a@example.org, deadline: {day}}}");
        Site::new().event("treffen", &lines)
    };
    let found = codes(&deadline("2019-09-30"), &deadline("2019-10-01"));
    assert!(found.len() == 1 && found[0].ends_with("E0556"), "{found:?}");
}

#[test]
fn the_id_of_the_site_is_for_ever() {
    let after = published().config_line("id: andere-website");
    assert_eq!(codes(&published(), &after), ["site.yaml:10:5 E0554"]);
}

#[test]
fn a_file_is_not_used_again_for_another_event() {
    let text = "title: Etwas anderes\npublished: 2019-08-01\nstart: 2019-12-01T10:00\n";
    let after = published().file("events/treffen.yaml", text);
    assert_eq!(codes(&published(), &after), ["events/treffen.yaml:1:1 E0555"]);
}

#[test]
fn another_address_of_the_whole_site_changes_no_event() {
    let after = published().base_url("https://neu.example.org/unter/pfad/");
    assert_eq!(told(&published(), &after), Vec::<String>::new());
}

#[test]
fn the_program_ends_by_what_it_finds() {
    let root = Root::new();
    let now = "--now=2019-09-01T09:00";
    let check = |against: &str| root.run(&["check", now, "--format=json", "--against", against]);
    let nothing = check("public");
    assert_eq!((nothing.status, nothing.stdout.as_str()), (0, "[]\n"), "{}", nothing.stderr);
    assert!(nothing.stderr.contains("noch nichts veröffentlicht"), "{}", nothing.stderr);
    assert_eq!(root.run(&["build", now]).status, 0);
    assert_eq!(check("public").status, 0);
    std::fs::remove_file(root.path().join("content/events/treffen.yaml")).unwrap();
    let broken = check("public");
    assert_eq!(broken.status, 1);
    assert!(broken.stdout.contains("E0551"), "{}", broken.stdout);
    assert_eq!(root.run(&["check", now]).status, 0, "without it nothing is known of the past");
    // What cannot be read is no site without the event.
    assert_eq!(check("content").status, 2);
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert_eq!(check(&format!("http://{nobody}/")).status, 2);
    assert_eq!(check("https://").status, 2);
}

#[test]
fn what_is_missing_because_of_a_mistake_is_not_gone() {
    let root = Root::new();
    let now = "--now=2019-09-01T09:00";
    assert_eq!(root.run(&["build", now]).status, 0);
    root.write("content/events/treffen.yaml", "title: Treffen\nstart: bald\n");
    let run = root.run(&["check", now, "--format=json", "--against", "public"]);
    assert!(run.status == 1 && !run.stdout.contains("E055"), "{}", run.stdout);
}

#[test]
fn comments_that_silence_warnings_of_a_build_are_left_alone() {
    let site =
        published().event("treffen", &format!("{MEETING}\nsummary: Kurz    # bba: ok W0801"));
    assert_eq!(told(&site, &site), Vec::<String>::new());
}

#[test]
fn what_another_version_of_the_program_worded_otherwise_is_a_warning() {
    let root = Root::new();
    let now = "--now=2019-09-01T09:00";
    assert_eq!(root.run(&["build", now]).status, 0);
    let event = root.read("content/events/treffen.yaml");
    let check = |root: &Root| root.run(&["check", now, "--format=json", "--against", "public"]);
    root.write("content/events/treffen.yaml", &format!("{event}summary: Anders\n"));
    assert_eq!(check(&root).status, 1);
    let manifest = root.read("public/build.json");
    let version = concat!("\"version\": \"", env!("CARGO_PKG_VERSION"), "\"");
    assert!(manifest.contains(version));
    root.write("public/build.json", &manifest.replace(version, "\"version\": \"0.0.1\""));
    let warned = check(&root);
    assert!(warned.status == 0 && warned.stdout.contains("E0557"), "{}", warned.stdout);
    // A time is no wording.
    root.write("content/events/treffen.yaml", &event.replace("T10:00", "T11:00"));
    assert_eq!(check(&root).status, 1);
}

/// What can be edited: a file, what stands there, and what stands there afterwards.
const EDITS: &[(&str, &str, &str)] = &[
    ("events/eins.yaml", "start: 2019-10-08T15:00", "start: 2019-10-08T14:00"),
    ("events/eins.yaml", "end: 2019-10-08T17:00", "end: 2019-10-08T18:00"),
    ("events/eins.yaml", "venue: saal", "venue: foyer"),
    ("events/eins.yaml", "title: Eins", "title: Der erste Termin"),
    ("events/eins.yaml", "de: Kurz", "de: Kürzer"),
    ("events/eins.yaml", "en: Short", "en: Brief"),
    ("events/eins.yaml", "audience: Alle", "audience: Viele"),
    ("events/eins.yaml", "status: confirmed", "status: planned"),
    ("events/zwei.yaml", "contact: anna", "contact: bernd"),
    ("events/zwei.yaml", "deadline: 2019-09-30", "deadline: 2019-10-02"),
    ("events/zwei.yaml", "state: open", "state: few"),
    ("events/zwei.yaml", "state: open", "state: full"),
    ("events/zwei.yaml", "count: 4", "count: 5"),
    ("events/zwei.yaml", "description: Text", "description: Mehr Text"),
    ("delegations/mexiko.yaml", "end: 2019-11-08", "end: 2019-11-09"),
    ("delegations/mexiko.yaml", "seeks: Partner", "seeks: Kunden"),
    ("venues.yaml", "street: Weg 1", "street: Weg 2"),
    ("venues.yaml", "room: R 1", "room: R 2"),
    ("venues.yaml", "directions: Linie 6", "directions: Linie 7"),
    ("venues.yaml", "lift: true", "lift: false"),
    ("venues.yaml", "name: Foyer", "name: Großes Foyer"),
    ("contacts.yaml", "email: anna@", "email: info@"),
    ("contacts.yaml", "role: Leitung", "role: Büro"),
    ("contacts.yaml", "name: Bernd", "name: Bernd B."),
    ("organisations.yaml", "name: Amt", "name: Landesamt"),
];

const FILES: &[(&str, &str)] = &[
    (
        "events/eins.yaml",
        "title: Eins\npublished: 2019-01-01\nstart: 2019-10-08T15:00\nend: 2019-10-08T17:00\n\
         venue: saal\nsummary: {de: Kurz, en: Short}\naudience: Alle\nstatus: confirmed\n",
    ),
    (
        "events/zwei.yaml",
        "title: Zwei\npublished: 2019-01-01\nstart: 2019-10-09T15:00\nend: 2019-10-09T17:00\n\
         venue: saal\ncontact: anna\ndescription: Text\nrepeat: {every: week, count: 4}\n\
         registration: {deadline: 2019-09-30, state: open}\n",
    ),
    ("events/drei.yaml", "title: Drei\npublished: 2019-01-01\nstart: 2019-10-10\nvenue: foyer\n"),
    (
        "delegations/mexiko.yaml",
        "title: Mexiko\npublished: 2019-01-01\ncountries: [MX]\nstart: 2019-11-04\n\
         end: 2019-11-08\nseeks: Partner\ncontact: bernd\nroles: {host: amt}\n",
    ),
    (
        "venues.yaml",
        "saal:\n  name: Saal\n  street: Weg 1\n  room: R 1\n  city: Dresden\n  \
         directions: Linie 6\n  accessibility: {lift: true}\n\
         foyer:\n  name: Foyer\n  city: Leipzig\n",
    ),
    (
        "contacts.yaml",
        "anna:\n  name: Anna\n  email: anna@example.org\n  role: Leitung\n\
         bernd:\n  name: Bernd\n  email: bernd@example.org\n",
    ),
    ("organisations.yaml", "traeger:\n  name: Träger GmbH\namt:\n  name: Amt\n"),
];

/// What somebody writes down who says that a file changed.
fn say_so(file: &str, text: &str) -> String {
    if file.contains('/') {
        return format!("{text}updates: [{{at: 2019-08-31T09:00, kind: change}}]\n");
    }
    let dated = |line: &str| {
        let dated = if line.starts_with("  name:") { "  updated: 2019-08-31T09:00\n" } else { "" };
        format!("{line}\n{dated}")
    };
    text.lines().map(dated).collect()
}

/// The entries of a file: what subscribers compare, and what they see.
fn entries(output: &Output, path: &str) -> Vec<(Vec<String>, Vec<String>)> {
    let lines = output.calendar(path);
    let of_entry = |entry: &[String]| {
        let is_compared = |line: &&String| {
            ["DTSTAMP", "LAST-MODIFIED", "SEQUENCE"].iter().any(|name| line.starts_with(name))
        };
        entry.iter().cloned().partition(|line| is_compared(&line))
    };
    lines.split(|line| line == "BEGIN:VEVENT").skip(1).map(of_entry).collect()
}

#[test]
fn whatever_is_edited_a_change_is_told_to_calendars_or_to_the_editor() {
    let with = |texts: &[(&str, String)]| {
        let add = |site: Site, (file, text): &(&str, String)| site.file(file, text);
        texts.iter().fold(two_languages(), add)
    };
    let texts: Vec<(&str, String)> = FILES.iter().map(|(f, text)| (*f, (*text).into())).collect();
    let before = with(&texts);
    let (folder, published) = (in_folder(&before), before.build());
    assert_eq!(published.errors(), Vec::<String>::new());
    let calendars: Vec<&str> =
        published.paths().into_iter().filter(|path| path.ends_with(".ics")).collect();
    let mut random: u64 = 2019;
    let mut choose = |of: usize| {
        random =
            random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(random >> 33).unwrap() % of
    };
    let (mut silent, mut named, mut risen) = (0, 0, 0);
    for round in 0..100 {
        let mut texts = texts.clone();
        let mut edited: Vec<&str> = Vec::new();
        let mut said = false;
        for _ in 0..=choose(2) {
            let (file, from, to) = EDITS[choose(EDITS.len())];
            let (_, text) = texts.iter_mut().find(|(name, _)| *name == file).unwrap();
            *text = text.replace(from, to);
            if choose(3) == 0 && !edited.contains(&file) {
                *text = say_so(file, text);
                said = true;
            }
            edited.push(file);
        }
        let after = with(&texts);
        let built = after.clone().build();
        let found: Vec<String> =
            compared(folder.path(), &after, &built.0).iter().map(place).collect();
        let mut same = true;
        for path in &calendars {
            let (old, new) = (entries(&published, path), entries(&built, path));
            for ((old_stamps, old), (new_stamps, new)) in old.iter().zip(&new) {
                let differs = old != new;
                same &= !differs && old_stamps == new_stamps;
                // Each is one line, in UTC.
                let rose = old_stamps
                    .iter()
                    .zip(new_stamps)
                    .all(|(old, new)| old.starts_with("SEQUENCE") || old < new);
                let is_named = edited.iter().any(|file| found.iter().any(|f| f.starts_with(file)));
                assert!(!differs || rose || is_named, "{round}: {path}, {edited:?}, {found:?}");
                risen += usize::from(differs && rose);
                named += usize::from(differs && is_named);
            }
        }
        if same && !said {
            assert_eq!(found, Vec::<String>::new(), "{round}: {edited:?}");
            let bytes = |output: &Output, path: &str| output.0.files[path].read().unwrap().to_vec();
            assert!(calendars.iter().all(|path| bytes(&published, path) == bytes(&built, path)));
            silent += 1;
        }
    }
    assert!(silent > 3 && named > 50 && risen > 50, "{silent} {named} {risen}");
}

#[test]
fn what_goes_because_a_consent_ended_breaks_no_promise() {
    let site = Site::new()
        .config_line("languages: [de, en]")
        .event(
            "treffen",
            "start: 2019-10-08T15:00\nend: 2019-10-08T17:00\nvenue: saal\n\
             image: {file: gruppe.jpg, alt: Gäste, credit: Foto, \
                     consent: {given: 2019-07-01, until: 2019-09-12}}",
        )
        .delegation(
            "mexiko",
            "countries: [MX]\nstart: 2019-09-02\nparticipants: [{organisation: Partes, \
             consent: {given: 2019-07-01, until: 2019-09-12}}]",
        )
        .file("media/gruppe.jpg", JPEG);
    let before = site.clone();
    assert!(before.clone().built().has("media/gruppe.jpg"));
    assert_eq!(codes(&before, &site.now("2019-09-13")), Vec::<String>::new());
}

#[test]
fn what_an_editor_hides_takes_its_old_addresses_and_documents_along_with_one_warning() {
    let event = format!("{MEETING}\naliases: [/alt/treffen/, /alt.html]");
    for line in ["draft: true", "embargo: 2019-12-01T09:00"] {
        let after = published().event("treffen", &format!("{event}\n{line}"));
        let found = codes(&published().event("treffen", &event), &after);
        assert_eq!(found, ["events/treffen.yaml:1:1 W0917"], "{line}");
    }
    let release = |line: &str| {
        let text = "[Plan](/media/plan.pdf)";
        let head = format!("title: Neues\ndate: 2019-08-20\n{line}");
        let site = published().file("media/plan.pdf", "%PDF-1.7");
        site.file("press/2019-08-20-neues.md", format!("---\n{head}---\n{text}\n"))
    };
    let found = codes(&release(""), &release("draft: true\n"));
    assert_eq!(found, ["press/2019-08-20-neues.md:1:1 W0917"]);
    let page = |line: &str| {
        let head = format!("title: Anreise\naliases: [/weg/]\n{line}");
        let site = published().file("media/plan.pdf", "%PDF-1.7");
        site.file("pages/anreise.md", format!("---\n{head}---\n[Plan](/media/plan.pdf)\n"))
    };
    let found = codes(&page(""), &page("draft: true\n"));
    assert_eq!(found, ["pages/anreise.md:1:1 W0917"]);
    // What is deleted is not hidden.
    let found = codes(&page(""), &published());
    assert!(found.iter().any(|found| found.ends_with("E0553")), "{found:?}");
}

#[test]
fn an_entry_that_lies_ahead_does_not_leave_calendars_without_a_word() {
    let series = |extra: &str| {
        let event = format!("{MEETING}\nrepeat: {{every: week, until: 2019-10-22{extra}}}");
        published().event("treffen", &event)
    };
    let before = series(", extra: [2019-10-12]");
    let found = codes(&before, &series(""));
    assert!(found.iter().any(|found| found.ends_with("E0559")), "{found:?}");
    assert_eq!(codes(&before, &before), Vec::<String>::new());
    let visit =
        |start: &str| published().delegation("besuch", &format!("{start}\ncountries: [MX]"));
    let found = codes(&visit("start: 2019-10-07\nend: 2019-10-09"), &visit("start: 2019-10"));
    assert!(found.iter().any(|found| found.ends_with("E0559")), "{found:?}");
}

#[test]
fn a_site_that_moves_by_its_own_word_is_told_so() {
    let after = published().config_line("base_url: http://test.example.org/unter/");
    let found = codes(&published(), &after);
    assert!(found.iter().any(|found| found.ends_with("W0918")), "{found:?}");
}
