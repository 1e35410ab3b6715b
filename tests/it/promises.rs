//! What a publication would break for those who have what is published: addresses and calendar
//! entries. Each test publishes a site, edits it and compares.

use bba::findings::{Located, locate};
use bba::pipeline::{self, Options};
use bba::problem::MessageLanguage::German;
use bba::promises::{After, Before, broken};
use bba::publish::publish;
use bba::published::{Limits, Place, Published};

use crate::harness::{Site, UPDATED, place};

/// What is found when `after` would be published over `before`.
fn findings(before: &Site, after: &Site) -> Vec<Located> {
    let folder = tempfile::tempdir().unwrap();
    publish(&before.clone().build().0.files, folder.path()).unwrap();
    let place = Place::Folder(folder.path().to_owned());
    let mut published = Published::open(&place, Limits::default()).unwrap().unwrap();
    let (sources, built) = (after.sources(), after.clone().build().0);
    let options = Options { drafts: true, ..after.options().clone() };
    let everything = pipeline::programme(&sources, &options).value;
    let before = Before::read(&mut published, &built).unwrap();
    let after = After { built: &built, everything: &everything };
    locate(broken(&before, after).unwrap(), &sources)
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
    // Only the attachment went: the event must say so.
    let found = told(&before, &published());
    assert_eq!(found.len(), 1, "{found:?}");
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
    let lines = format!("{MEETING}\ncountries: [MX]\nsectors: [rail]");
    let before = Site::new().event("treffen", &lines).event("alt", "start: 2018-05-05");
    let after = Site::new().event("treffen", MEETING).config_line("gone: [events/alt]");
    let found = codes(&before, &after);
    // Country, sector and year are gone; that the entry changed is another matter.
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
    assert_eq!(codes(&published(), &after), ["site.yaml:9:5 E0554"]);
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
