//! What a publication would change for visitors: every loss is found, harmless changes are not.

use bba::findings::locate_all;
use bba::pipeline::{self, Options};
use bba::plan::{Plan, PlanFormat, PlanReport};
use bba::problem::MessageLanguage::{English, German};
use bba::promises::{After, Before, broken};
use bba::publish::publish;
use bba::published::{Limits, Place, Published};

use tempfile::TempDir;

use crate::assets::asset;
use crate::cli::Root;
use crate::harness::{Site, UPDATED, place, plain_spaces, temporary_folder};

const MEETING: &str = "start: 2019-10-08T15:00\nend: 2019-10-08T17:00\nvenue: saal";
const VISIT: &str = "countries: [MX]\nstart: 2019-11-04\nend: 2019-11-08";
const PAGE: &str = "---\ntitle: Anreise\n---\n[Plan](../media/plan.pdf)\n";
const PDF: &str = "%PDF-1.7";

/// A site with one of everything that others may have an address of.
fn published() -> Site {
    Site::new()
        .config_line("languages: [de, en]")
        .event("treffen", MEETING)
        .event("alt", "start: 2018-05-05\ncountries: [FI]")
        .event("reihe", "start: 2019-10-07T09:00\nrepeat: {every: week, count: 3}")
        .delegation("mexiko-2019", VISIT)
        .release("2019-08-01-besuch", "aliases: [/alt/besuch/]", "Text")
        .release("2019-08-02-verborgen", "", "Text")
        .file("pages/anreise.md", PAGE)
        .file("media/plan.pdf", PDF)
}

/// A site in a folder of its own.
fn online(site: Site) -> TempDir {
    let folder = temporary_folder();
    publish(&site.build().0.files, folder.path()).unwrap();
    folder
}

/// What would change if `after` were published over what is in a folder.
fn plan(folder: &TempDir, after: &Site) -> Plan {
    let place = Place::Folder(folder.path().to_owned());
    let mut published = Published::open(&place, Limits::default()).unwrap().unwrap();
    let (sources, built) = (after.sources(), after.clone().build().0);
    let options = Options { drafts: true, ..after.options().clone() };
    let everything = pipeline::programme(&sources, &options).value;
    let before = Before::read(&mut published, &built).unwrap();
    let after = After { built: &built, everything: &everything };
    let findings = locate_all(broken(&before, after).unwrap(), &sources);
    Plan::of(&published, &before, after, findings).unwrap()
}

/// The plan as JSON.
fn json(before: &TempDir, after: &Site) -> serde_json::Value {
    let (plan, sources) = (plan(before, after), after.sources());
    let report = PlanReport { plan: &plan, sources: &sources, language: German };
    serde_json::from_str(&report.text(PlanFormat::Json)).unwrap()
}

/// `moved events/treffen` for each item that changes.
fn changes(before: &TempDir, after: &Site) -> Vec<String> {
    let json = json(before, after);
    let text = |item: &serde_json::Value, key: &str| item[key].as_str().unwrap().to_owned();
    let changes = json["changes"].as_array().unwrap().iter();
    changes
        .map(|item| format!("{} {}/{}", text(item, "change"), text(item, "kind"), text(item, "id")))
        .collect()
}

#[test]
fn every_loss_is_found() {
    let site = published;
    let losses = [
        ("an event is deleted", site().without("events/treffen.yaml")),
        ("a visit is deleted", site().without("delegations/mexiko-2019.yaml")),
        ("a release is deleted", site().without("press/2019-08-02-verborgen.md")),
        ("a page is deleted", site().without("pages/anreise.md").without("media/plan.pdf")),
        (
            "an event is renamed",
            site().without("events/treffen.yaml").event("treffen-neu", MEETING),
        ),
        (
            "a release is renamed",
            site().without("press/2019-08-02-verborgen.md").release("2019-08-02-neu", "", "Text"),
        ),
        ("an old address leads nowhere", site().release("2019-08-01-besuch", "", "Text")),
        ("a language is given up", site().config_line("languages: [de]")),
        ("a word in addresses is another", site().config_line("paths: {press: {de: medien}}")),
        (
            "a page has another address",
            site().file("pages/anreise.md", PAGE.replace("title", "slug: weg\ntitle")),
        ),
        (
            "a document is not named any more",
            site()
                .file("pages/anreise.md", "---\ntitle: Anreise\n---\nText\n")
                .without("media/plan.pdf"),
        ),
        (
            "a time is moved and nobody is told",
            site().event("treffen", &MEETING.replace("15:00", "16:00")),
        ),
        (
            "an event is elsewhere and nobody is told",
            site().event("treffen", &MEETING.replace("saal", "{name: Foyer, city: Leipzig}")),
        ),
        (
            "a date of a series falls out and nobody is told",
            site().event("reihe", "start: 2019-10-07T09:00\nrepeat: {every: week, count: 2}"),
        ),
        ("the ids of all entries are others", site().config_line("id: andere-website")),
        (
            "another event takes its file",
            site().file(
                "events/treffen.yaml",
                "title: Anderes\nstart: 2019-12-05\npublished: 2019-08-30\n",
            ),
        ),
        (
            "an old address leads to what is gone",
            site().config("gone: [/presse/2019-08-01-besuch/]"),
        ),
        (
            "the theme leads an address nowhere",
            site().theme_file("static/_redirects", "/alt/liste/ /presse/fehlt/ 301\n"),
        ),
        (
            "the theme leads addresses in circles",
            site().theme_file("static/_redirects", "/a/ /b/ 301\n/b/ /a/ 301\n"),
        ),
        (
            "a whole kind of address is another",
            site().config_line("paths: {events: {de: termine}}"),
        ),
    ];
    let online = online(published());
    for (loss, after) in losses {
        assert!(plan(&online, &after).breaks(), "{loss}");
    }
}

#[test]
fn a_detour_is_a_warning_at_the_rule_that_makes_it() {
    let rules = "/a/ /b/ 301\n/b/ /presse/ 301\n/c /presse/#neu 301\n";
    let after = published().theme_file("static/_redirects", rules);
    let plan = plan(&online(published()), &after);
    assert!(!plan.breaks());
    let found: Vec<&str> = plan.findings.iter().map(|found| found.problem.code()).collect();
    assert_eq!(found, ["W0928"]);
    let message = plan.findings[0].problem.message(English);
    assert_eq!(
        message,
        "The old address `/a/` redirects to `/b/` first and from there to `/presse/`."
    );
}

#[test]
fn harmless_changes_break_nothing() {
    let site = published;
    let event = |line: &str| site().event("treffen", &format!("{MEETING}\n{line}"));
    let harmless = [
        ("nothing", site()),
        ("time passes", site().now("2019-12-24T09:00")),
        ("another style sheet", site().theme_file("static/assets/style.css", "body { color: red }")),
        ("a new event", site().event("neu", "start: 2019-12-01")),
        ("a new release", site().release("2019-08-20-neu", "", "Text")),
        ("a new language", site().config_line("languages: [de, en, es]")),
        ("a new page", site().file("pages/neu.md", "---\ntitle: Neu\n---\nText\n")),
        ("a new old address", event("aliases: [/alt/treffen/]")),
        ("a country that nothing is of any more", site().event("alt", &format!("start: 2018-05-05\n{UPDATED}"))),
        ("a corrected release", site().release("2019-08-02-verborgen", "", "Besserer Text")),
        ("a corrected page", site().file("pages/anreise.md", PAGE.replace("[Plan]", "[Lageplan]"))),
        ("another document of that name", site().file("media/plan.pdf", format!("{PDF} neu"))),
        ("what subscribers do not see", event("audience: Alle")),
        ("a cancelled event that tells", event(&format!("status: cancelled\n{UPDATED}"))),
        ("a moved event that tells", site().event("treffen", &format!("{}\nupdates: [{{at: 2019-09-01T09:00, kind: change, previous_start: 2019-10-08T15:00}}]", MEETING.replace("15:00", "16:00")))),
        ("a deleted event that is told", site().without("events/alt.yaml").config("gone: [events/alt]")),
        ("a draft again", event("draft: true")),
        ("a release under embargo again", site().release("2019-08-02-verborgen", "embargo: 2019-09-20T09:00", "Text")),
        ("a withdrawn document", site().config("withdrawn: [plan.pdf]")),
        ("other words of the theme", site().theme_file("templates/404.html", "<!doctype html><html lang=de><title>Weg</title></html>")),
        ("another description", site().config("description: Neu")),
        ("an old address of a program's", event("aliases: [/alt/treffen.php]")),
        ("rules of the theme", site().theme_file("static/_redirects", "/alt/liste/ /presse/ 301\n/a/* /presse/:splat\n/extern https://www.example.org/ 302\n")),
        ("a new sector", site().file("sectors.yaml", "rail: {name: Bahn}\nneu: {name: Neu}\n")),
    ];
    let online = online(published());
    for (change, after) in harmless {
        let plan = plan(&online, &after);
        let found: Vec<String> = plan.findings.iter().map(place).collect();
        assert!(!plan.breaks(), "{change}: {found:?}");
    }
}

#[test]
fn each_change_is_named_once_and_leads_to_the_preview() {
    let site = published;
    let update =
        "updates: [{at: 2019-09-01T09:00, kind: change, previous_start: 2019-10-08T15:00}]";
    let after = site()
        .event("treffen", &format!("{}\n{update}", MEETING.replace("15:00", "16:00")))
        .event("reihe", &format!("start: 2019-10-07T09:00\nrepeat: {{every: week, count: 3}}\nstatus: cancelled\n{UPDATED}"))
        .event("neu", "start: 2019-12-01")
        .release("2019-08-02-verborgen", "draft: true", "Text")
        .without("events/alt.yaml")
        .config("gone: [events/alt]")
        .release("2019-08-01-besuch", "aliases: [/alt/besuch/]\nsubtitle: Neu", "Text")
        .base_url("https://vorschau.example.org/7/");
    assert_eq!(
        changes(&online(published()), &after),
        [
            "cancelled events/reihe",
            "moved events/treffen",
            "removed events/alt",
            "hidden press/2019-08-02-verborgen",
            "new events/neu",
            "edited events/reihe",
            "edited events/treffen",
            "edited press/2019-08-01-besuch",
        ]
    );
    let json = json(&online(published()), &after);
    let moved = &json["changes"][1];
    assert_eq!(moved["from"], "2019-10-08T15:00/2019-10-08T17:00");
    assert_eq!(moved["to"], "2019-10-08T16:00/2019-10-08T17:00");
    assert_eq!(moved["url"], "https://vorschau.example.org/7/veranstaltungen/treffen/");
    assert_eq!(json["breaks"], false);
    assert!(
        json["addresses"]["gone"].as_array().unwrap().contains(&"/7/veranstaltungen/alt/".into())
    );
}

#[test]
fn one_date_of_a_series_that_is_moved_or_cancelled_is_told_as_such() {
    let series = |changes: &str| {
        let repeat = format!("repeat: {{every: week, count: 3{changes}}}");
        published().event("reihe", &format!("start: 2019-10-07T09:00\n{repeat}\n{UPDATED}"))
    };
    let told = |before: &str, after: &str| {
        let found = json(&online(series(before)), &series(after));
        let changes =
            found["changes"].as_array().unwrap().iter().filter(|it| it["change"] != "edited");
        let text = |it: &serde_json::Value, key: &str| it[key].as_str().unwrap_or("-").to_owned();
        let line = |it| ["change", "date", "from", "to"].map(|key| text(it, key)).join(" ");
        changes.map(line).collect::<Vec<_>>()
    };
    let cancelled = ", changes: [{date: 2019-10-14, status: cancelled}]";
    let moved = ", changes: [{date: 2019-10-14, start: 2019-10-15T10:00}]";
    let all = ", changes: [{date: 2019-10-07, status: cancelled}, {date: 2019-10-14, status: cancelled}, {date: 2019-10-21, status: cancelled}]";
    assert_eq!(told("", cancelled), ["cancelled 2019-10-14 confirmed cancelled"]);
    assert_eq!(told(cancelled, ""), ["status 2019-10-14 cancelled confirmed"]);
    assert_eq!(told("", moved), ["moved 2019-10-14 2019-10-14T09:00 2019-10-15T10:00"]);
    assert_eq!(told(moved, ""), ["moved 2019-10-14 2019-10-15T10:00 2019-10-14T09:00"]);
    // What holds for the whole is told of the whole.
    assert_eq!(told("", all), ["cancelled - confirmed cancelled"]);
    assert_eq!(told(cancelled, all), ["cancelled - confirmed cancelled"]);
    assert_eq!(told(cancelled, cancelled), [""; 0]);
    assert_eq!(told("", ", changes: [{date: 2019-10-14, note: Raum 2}]"), [""; 0]);
    let (plan, after) = (plan(&online(series("")), &series(cancelled)), series(cancelled));
    let report = PlanReport { plan: &plan, sources: &after.sources(), language: German };
    let text = report.text(PlanFormat::Text);
    assert!(
        text.contains("reihe: Termin am 2019-10-14: Stand: bisher bestätigt, jetzt abgesagt"),
        "{text}"
    );
}

/// Clocks in Berlin went back at three on 27 October 2019; London is an hour behind.
#[test]
fn what_is_at_another_instant_has_moved_whatever_clocks_show() {
    let meeting = |lines: &str| published().event("treffen", &format!("{lines}\n{UPDATED}"));
    let shift = |before: &str, after: &str| {
        let found = json(&online(meeting(before)), &meeting(after));
        let moved = found["changes"].as_array().unwrap().iter().find(|c| c["change"] == "moved");
        moved.map(|moved| [&moved["from"], &moved["to"]].map(|it| it.as_str().unwrap().to_owned()))
    };
    let at = |from: &str, to: &str| Some([from.to_owned(), to.to_owned()]);
    assert_eq!(
        shift("start: 2019-10-08T19:00", "start: 2019-10-08T19:00\ntimezone: Europe/London"),
        at("2019-10-08T19:00+02:00", "2019-10-08T19:00+01:00")
    );
    assert_eq!(
        shift("start: 2019-10-27T02:30+02:00", "start: 2019-10-27T02:30+01:00"),
        at("2019-10-27T02:30+02:00", "2019-10-27T02:30+01:00")
    );
    let london = "start: 2019-10-08T18:00\ntimezone: Europe/London";
    assert_eq!(shift("start: 2019-10-08T19:00", london), None);
    let end = |hour: u8| format!("start: 2019-10-08T09:00\nend: 2019-10-08T{hour}:00");
    assert_eq!(
        shift(&end(10), &end(11)),
        at("2019-10-08T09:00/2019-10-08T10:00", "2019-10-08T09:00/2019-10-08T11:00")
    );
    assert_eq!(
        shift("start: 2019-10-08", "start: 2019-10-08T09:00"),
        at("2019-10-08", "2019-10-08T09:00")
    );
}

#[test]
fn nobody_is_told_of_another_style_sheet() {
    let after = published().theme_file("static/assets/style.css", "body { color: red }");
    let json = json(&online(published()), &after);
    assert!(asset(&after.built(), "style.css") != asset(&published().built(), "style.css"));
    for silent in ["changes", "findings"] {
        assert_eq!(json[silent], serde_json::json!([]), "{silent}");
    }
    for (kind, addresses) in json["addresses"].as_object().unwrap() {
        assert_eq!(*addresses, serde_json::json!([]), "{kind}");
    }
}

#[test]
fn an_embargo_that_ends_later_is_told() {
    let after = published().release("2019-08-03-bald", "embargo: 2019-09-20T09:00", "Text");
    let json = json(&online(published()), &after);
    assert_eq!(json["opens"][0]["at"], "2019-09-20T07:00:00Z", "nine o’clock in Berlin");
    assert!(json["opens"][0]["file"].as_str().unwrap().ends_with("2019-08-03-bald.md"));
    assert!(!json["changes"].to_string().contains("bald"));
    let (plan, sources) = (plan(&online(published()), &after), after.sources());
    for (language, words) in [
        (German, "wird öffentlich: 20. September 2019, 09:00 Uhr (Europe/Berlin)"),
        (English, "becomes public: 20 September 2019, 09:00 (Europe/Berlin)"),
    ] {
        for format in [PlanFormat::Text, PlanFormat::Markdown] {
            let report = PlanReport { plan: &plan, sources: &sources, language }.text(format);
            assert!(plain_spaces(&report).contains(words), "{report}");
        }
    }
}

#[test]
fn a_comment_mentions_nobody_and_is_no_markup() {
    let event = "title: '@alle [x](http://a.example.org) <b>| Neu'\nstart: 2019-12-01\npublished: 2019-01-01\n";
    let after = published().file("events/neu.yaml", event);
    let (plan, sources) = (plan(&online(published()), &after), after.sources());
    for language in [German, English] {
        let comment =
            PlanReport { plan: &plan, sources: &sources, language }.text(PlanFormat::Markdown);
        assert!(
            comment.contains("@\u{200b}alle \\[x\\](http://a.example.org) \\<b\\>\\| Neu"),
            "{comment}"
        );
        assert!(comment.starts_with("## "), "{comment}");
    }
}

#[test]
fn the_command_ends_as_the_contract_says() {
    let root = Root::new();
    root.run(&["build"]);
    let kept = root.run(&["plan", "--against", "public"]);
    assert_eq!(kept.status, 0, "{}", kept.stderr);
    assert!(kept.stdout.contains("ändert sich nichts"), "{}", kept.stdout);
    let none = root.run(&["plan", "--against", "nirgends"]);
    assert_eq!(none.status, 0, "{}", none.stderr);
    std::fs::remove_file(root.path().join("content/events/treffen.yaml")).unwrap();
    let broken = root.run(&["plan", "--against", "public", "--format", "json"]);
    assert_eq!(broken.status, 1, "{}", broken.stderr);
    let json: serde_json::Value = serde_json::from_str(&broken.stdout).unwrap();
    assert_eq!(json["breaks"], true);
    root.write("content/events/falsch.yaml", "titel: x\n");
    assert_eq!(root.run(&["plan", "--against", "public"]).status, 1);
}
