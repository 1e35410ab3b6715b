//! `build --last-good`: no mistake in one file keeps a cancellation in another from going online,
//! and what was taken away does not come back.

use std::fs;

use crate::cli::{Root, Run};
use crate::harness::walk;

const EARLIER: &str = "--now=2019-09-01T09:00";
const MORNING: &str = "--now=2019-10-01T07:09:41+02:00";
const EVENT: &str = "title: Empfang\nstart: 2019-10-02T10:00\npublished: 2019-08-01\n";
const BROKEN: &str = "title: Empfang neu\nstart: 24.09.2019\npublished: 2019-08-01\n";
const CANCEL: &str = "status: cancelled\nupdates: [{at: 2019-09-30, kind: change}]\n";
const CANCELLED: &str = "public/veranstaltungen/treffen/index.html";

/// Something that somebody does to a file.
enum Edit<'e> {
    Write(&'e str, &'e str),
    Delete(&'e str),
}
use Edit::{Delete, Write};

/// A root as it was last published, with its state kept in `gut/`, and after these edits. In all
/// of them the event `treffen` is cancelled.
fn morning(before: &[(&str, &str)], edits: &[Edit<'_>]) -> Root {
    let root = Root::new();
    root.write("content/events/empfang.yaml", EVENT);
    before.iter().for_each(|(path, text)| root.write(path, text));
    let build = root.run(&["build", EARLIER]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    for file in walk(root.path()) {
        let inner = file.strip_prefix(root.path()).unwrap();
        if !inner.starts_with("public") {
            let kept = root.path().join("gut").join(inner);
            fs::create_dir_all(kept.parent().unwrap()).unwrap();
            fs::copy(&file, kept).unwrap();
        }
    }
    let event = root.read("content/events/treffen.yaml");
    root.write("content/events/treffen.yaml", &format!("{event}{CANCEL}"));
    for edit in edits {
        match edit {
            Write(path, text) => root.write(path, text),
            Delete(path) => fs::remove_file(root.path().join(path)).unwrap(),
        }
    }
    root
}

fn build(root: &Root) -> Run {
    root.run(&["build", "--last-good=gut", MORNING])
}

/// Builds, and holds that the cancellation is online beside older parts.
fn online(root: &Root) -> Run {
    let run = build(root);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(root.read(CANCELLED).contains("EventCancelled"), "{}", run.stderr);
    assert_eq!(run.stderr.lines().last(), Some("online seit 07:09:41"), "{}", run.stderr);
    run
}

#[test]
fn a_cancellation_gets_through_on_a_bad_morning() {
    let site = Root::new().read("content/site.yaml");
    let root = morning(
        &[
            ("content/media/gruppe.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            (
                "content/pages/bilder.md",
                "---\ntitle: Bilder\n---\n![Gruppe im Hof](../media/gruppe.svg)\n",
            ),
        ],
        &[
            // Another file is broken,
            Write("content/events/empfang.yaml", BROKEN),
            // a picture is withdrawn,
            Write("content/site.yaml", &format!("{site}withdrawn: [gruppe.svg]\n")),
        ],
    );
    assert!(root.has("public/media/gruppe.svg"));
    // a date has passed, and the live site cannot be read.
    let run = root.run(&[
        "build",
        "--if-due",
        "--against=http://127.0.0.1:9/",
        "--last-good=gut",
        "--out=neu",
        "--now=2019-10-03T07:09:41+02:00",
    ]);
    assert_eq!(run.status, 3, "{}", run.stderr);
    assert!(root.read("neu/veranstaltungen/treffen/index.html").contains("EventCancelled"));
    assert!(root.read("neu/veranstaltungen/empfang/index.html").contains("<h1>Empfang</h1>"));
    assert!(!root.has("neu/media/gruppe.svg"), "withdrawn is withdrawn");
    let first = "content/events/empfang.yaml: letzter guter Stand";
    assert!(run.stderr.contains(first), "{}", run.stderr);
    let (named, found) = (run.stderr.find(first), run.stderr.find("Fehler[E0401]"));
    assert!(named < found && found.is_some(), "{}", run.stderr);
    assert_eq!(run.stderr.lines().last(), Some("online seit 07:09:41"), "{}", run.stderr);
    assert_eq!(root.run(&["build", MORNING]).status, 1, "without the option nothing changes");
}

#[test]
fn without_a_mistake_nothing_older_is_published() {
    let root = morning(&[], &[]);
    let run = build(&root);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(root.read(CANCELLED).contains("EventCancelled"));
    assert_eq!(run.stderr.lines().last(), Some("online seit 07:09:41"), "{}", run.stderr);
    let english = root.run(&["build", "--last-good=fehlt", MORNING, "--lang=en"]);
    assert_eq!(english.status, 0, "nobody needs the folder: {}", english.stderr);
    assert_eq!(english.stderr.lines().last(), Some("online since 07:09:41"));
}

#[test]
fn a_mistake_of_any_kind_in_another_file_is_passed_by() {
    let site = Root::new().read("content/site.yaml");
    let page = |text: &str| format!("---\ntitle: Neu\n---\n{text}\n");
    for (what, edit) in [
        ("a value", Write("content/events/empfang.yaml", BROKEN)),
        ("the syntax", Write("content/events/empfang.yaml", "title: [\n")),
        ("a conflict", Write("content/events/empfang.yaml", "<<<<<<< a\ntitle: A\n=======\n")),
        ("a new file", Write("content/events/neu.yaml", BROKEN)),
        ("a new text", Write("content/pages/neu.md", &page("[dort](/gibt-es-nicht/)"))),
        ("a name", Write("content/events/neu.yml", EVENT)),
        ("a copy", Write("content/events/2019/empfang.yaml", EVENT)),
        ("an unknown place", Write("content/events/empfang.yaml", &format!("{EVENT}venue: x\n"))),
        ("a registry", Write("content/organisations.yaml", "traeger: {name: [}\n")),
        ("an organisation less", Write("content/organisations.yaml", "anderer: {name: A}\n")),
        ("site.yaml", Write("content/site.yaml", &site.replace("Europe/Berlin", "Berlin"))),
        ("no site.yaml", Delete("content/site.yaml")),
        ("another theme", Write("content/site.yaml", &site.replace("theme: bba", "theme: x"))),
        ("a template", Write("themes/bba/templates/event.html", "{% if %}")),
        ("a new template", Write("themes/bba/templates/404.html", "{{ fehlt( }}")),
        ("texts of the theme", Write("themes/bba/strings/de.yaml", "a: [\n")),
        (
            "an address",
            Write(
                "content/events/neu.yaml",
                &format!("{EVENT}aliases: [/veranstaltungen/treffen/]\n"),
            ),
        ),
        ("a picture", Write("content/events/bild.jpg", "kein Bild")),
    ] {
        let root = morning(&[], &[edit]);
        let run = online(&root);
        assert!(
            root.read("public/veranstaltungen/empfang/index.html").contains("Empfang"),
            "{what}: {}",
            run.stderr
        );
    }
}

#[test]
fn what_was_deleted_does_not_come_back_and_links_to_it_are_text() {
    let page = |text: &str| format!("---\ntitle: Anreise\n---\n{text}\n");
    let links = "[Empfang](../events/empfang.yaml) und [Seite](/veranstaltungen/empfang/).";
    let root = morning(
        &[("content/pages/anreise.md", &page(links))],
        &[
            Delete("content/events/empfang.yaml"),
            // The link to it is a mistake too, and there is one that must be older for another.
            Write("content/pages/anreise.md", &page(&format!("{links} [x](ftp://x.example/)"))),
        ],
    );
    let run = online(&root);
    assert!(!root.has("public/veranstaltungen/empfang/index.html"));
    let html = root.read("public/anreise/index.html");
    assert!(html.contains("Empfang") && html.contains("Seite"), "{html}");
    assert!(!html.contains("/empfang/"), "{html}");
    assert!(run.stderr.contains("Warnung[W0170]"), "{}", run.stderr);
    assert!(run.stderr.contains("content/pages/anreise.md: letzter guter Stand"));
}

#[test]
fn what_names_something_deleted_stays_as_new_as_it_is() {
    let event = "title: Treffen\nstart: 2019-10-01T10:00\npublished: 2019-08-01\n";
    let root = morning(
        &[
            ("content/events/treffen.yaml", &format!("{event}press: [2019-08-20-a]\n")),
            ("content/press/2019-08-20-a.md", "---\ntitle: A\ndate: 2019-08-20\n---\nText\n"),
        ],
        &[Delete("content/press/2019-08-20-a.md")],
    );
    let run = online(&root);
    assert!(!root.has("public/presse/2019-08-20-a/index.html"));
    assert!(run.stderr.contains("Warnung[W0170]"), "{}", run.stderr);
}

#[test]
fn gone_and_withdrawn_hold_also_in_a_broken_site_yaml() {
    let site = Root::new().read("content/site.yaml");
    let broken = site.replace("Europe/Berlin", "Berlin");
    let root = morning(
        &[
            ("content/media/gruppe.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            (
                "content/pages/bilder.md",
                "---\ntitle: Bilder\n---\n![Gruppe im Hof](../media/gruppe.svg)\n",
            ),
        ],
        &[
            Write("content/events/empfang.yaml", BROKEN),
            Write(
                "content/site.yaml",
                &format!("{broken}gone:\n  - events/empfang\nwithdrawn: [gruppe.svg\n"),
            ),
        ],
    );
    let run = online(&root);
    assert!(!root.has("public/media/gruppe.svg"), "{}", run.stderr);
    assert!(!root.has("public/veranstaltungen/empfang/index.html"), "{}", run.stderr);
    assert!(run.stderr.contains("content/events/empfang.yaml: fehlt"), "{}", run.stderr);
}

#[test]
fn a_link_to_what_is_hidden_now_becomes_text() {
    let page = "---\ntitle: Anreise\n---\nZum [Empfang](../events/empfang.yaml).\n";
    let root = morning(
        &[("content/pages/anreise.md", page)],
        &[Write("content/events/empfang.yaml", &format!("{EVENT}draft: true\n"))],
    );
    online(&root);
    assert!(!root.has("public/veranstaltungen/empfang/index.html"));
    assert!(!root.read("public/anreise/index.html").contains("/empfang/"));
}

#[test]
fn where_nothing_helps_nothing_changes() {
    let root = morning(&[], &[Write("content/events/empfang.yaml", BROKEN)]);
    let before = root.published();
    for folder in ["fehlt", "public", "content/site.yaml"] {
        let run = root.run(&["build", MORNING, "--last-good", folder, "--lang=en"]);
        assert_eq!(run.status, 1, "{folder}: {}", run.stderr);
        let last = run.stderr.lines().last().unwrap();
        let reason = "not online because content/events/empfang.yaml has an error in line 2: ";
        assert!(last.starts_with(reason), "{last}");
        assert_eq!(root.published(), before);
    }
    root.write("voll/brief.txt", "von anderen");
    let refused = root.run(&["build", MORNING, "--last-good=gut", "--out=voll"]);
    assert_eq!(refused.status, 2);
    let last = refused.stderr.lines().last().unwrap();
    assert!(last.starts_with("nicht online, weil voll: "), "{last}");
    assert_eq!(root.run(&["build", "--strict", "--last-good=gut"]).status, 2);
}

#[test]
fn programs_are_told_in_one_document() {
    let root = morning(&[], &[Write("content/events/empfang.yaml", BROKEN)]);
    for folder in ["gut", "gut/content"] {
        let run = root.run(&["build", MORNING, "--format=json", "--last-good", folder]);
        assert_eq!(run.status, 3, "{folder}: {}", run.stderr);
        let found: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let codes = found.as_array().unwrap().iter().map(|found| found["code"].as_str().unwrap());
        assert_eq!(codes.collect::<Vec<_>>(), ["E0401", "W0171"]);
    }
}

#[test]
fn with_older_parts_every_run_builds() {
    let root = morning(&[], &[Write("content/events/empfang.yaml", BROKEN)]);
    for _ in 0..2 {
        let run = root.run(&["build", "--if-due", "--last-good=gut", MORNING]);
        assert_eq!(run.status, 3, "{}", run.stderr);
    }
    root.write("content/events/empfang.yaml", EVENT);
    assert_eq!(root.run(&["build", "--if-due", "--last-good=gut", MORNING]).status, 0);
}

/// Who takes an item back and mistypes another line has taken it back.
#[test]
fn what_is_a_draft_or_under_embargo_now_is_not_shown_in_its_older_state_either() {
    let page = ("content/pages/info.md", "---\ntitle: Info\n---\nText zur Anreise\n");
    let link = (
        "content/pages/hin.md",
        "---\ntitle: Hin\n---\nMehr [zum Empfang](../events/empfang.yaml).\n",
    );
    for line in ["draft: true", "Draft: ja", "embargo: 2019-12-01T09:00", "embargo: irgendwann"] {
        let event = format!("{BROKEN}{line}\n");
        let hidden_page = format!("---\ntitle: Info\nmenu: drei\n{line}\n---\nText zur Anreise\n");
        let is_page = line.starts_with("draft");
        let edits = [
            Write("content/events/empfang.yaml", &event),
            Write(page.0, if is_page { &hidden_page } else { page.1 }),
        ];
        let root = morning(&[page, link], &edits);
        let run = online(&root);
        assert!(
            run.stderr.contains("content/events/empfang.yaml: fehlt"),
            "{line}: {}",
            run.stderr
        );
        let public = root.path().join("public");
        assert!(!public.join("veranstaltungen/empfang/index.html").exists(), "{line}");
        assert_eq!(public.join("info/index.html").exists(), !is_page, "{line}");
        let linking = root.read("public/hin/index.html");
        assert!(linking.contains("zum Empfang"), "{line}");
        assert!(!linking.contains("veranstaltungen/empfang"), "{line}");
        for file in walk(&public) {
            let text = fs::read(&file).unwrap();
            let told = String::from_utf8_lossy(&text).contains("Empfang neu");
            assert!(!told, "{line}: {}", file.display());
        }
    }
    // What ended before stays as it was.
    let event = format!("{BROKEN}draft: false\nembargo: 2019-08-01\n");
    let root = morning(&[], &[Write("content/events/empfang.yaml", &event)]);
    online(&root);
    assert!(root.path().join("public/veranstaltungen/empfang/index.html").exists());
}

/// Who withdraws a consent and mistypes another line has withdrawn it.
#[test]
fn whose_consent_is_withdrawn_now_is_not_shown_in_the_older_state_either() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let visit = |lines: &str| {
        format!("title: Besuch\nstart: 2019-11-04\npublished: 2019-08-01\ncountries: [MX]\n{lines}")
    };
    let yes = "consent: {given: 2019-08-01, until: 2021-01-01}";
    let north = format!("- {{organisation: Maquinaria del Norte SA, country: MX, {yes}}}\n");
    let south = format!("- {{organisation: Minera del Sur SA, country: MX, {yes}}}\n");
    let image =
        format!("image: {{file: gruppe.svg, alt: Vier Gäste am Tor, credit: E. Muster, {yes}}}\n");
    let refused = |entry: &str| entry.replace(yes, "consent: false");
    let older = visit(&format!("participants:\n{north}{south}{image}"));
    for (mistake, newer) in [
        ("foo: bar", format!("participants:\n{}{south}{}", refused(&north), refused(&image))),
        ("foo: bar", format!("participants:\n{south}")),
        ("foo: [", format!("participants:\n{south}")),
    ] {
        let newer = visit(&format!("{newer}{mistake}\n"));
        let path = "content/delegations/besuch.yaml";
        let root =
            morning(&[("content/media/gruppe.svg", svg), (path, &older)], &[Write(path, &newer)]);
        assert!(root.has("public/media/gruppe.svg"));
        let run = online(&root);
        assert!(run.stderr.contains(&format!("{path}: letzter guter Stand")), "{}", run.stderr);
        let page = root.read("public/delegationen/besuch/index.html");
        assert!(page.contains("Minera del Sur SA"), "{newer}");
        assert!(!root.has("public/media/gruppe.svg"), "{newer}");
        for file in walk(&root.path().join("public")) {
            let text = fs::read(&file).unwrap();
            let told = String::from_utf8_lossy(&text).contains("Maquinaria del Norte");
            assert!(!told, "{newer}: {}", file.display());
        }
    }
    // Where only something else is wrong nobody is missing.
    let path = "content/delegations/besuch.yaml";
    let root = morning(
        &[("content/media/gruppe.svg", svg), (path, &older)],
        &[Write(path, &format!("{older}foo: bar\n"))],
    );
    online(&root);
    assert!(root.read("public/delegationen/besuch/index.html").contains("Maquinaria del Norte SA"));
    assert!(root.has("public/media/gruppe.svg"));
}

/// Two that nobody edited want one address since the embargo of one is over.
#[test]
fn what_was_there_before_stays_when_something_new_wants_its_address() {
    let alias = "aliases: [/einladung/]\n";
    let old = format!("{EVENT}{alias}");
    let new = format!("{EVENT}{alias}embargo: 2019-09-09T07:00\n").replace("Empfang", "Gipfel");
    let root = morning(
        &[("content/events/empfang.yaml", &old), ("content/events/gipfel.yaml", &new)],
        &[],
    );
    let run = online(&root);
    let public = root.path().join("public/veranstaltungen");
    assert!(public.join("empfang/index.html").exists(), "{}", run.stderr);
    assert!(!public.join("gipfel/index.html").exists(), "{}", run.stderr);
}
