//! `build --if-due`: nothing is touched when nothing would differ, and everything is built when
//! something would.

use std::fs;

use crate::cli::{Root, Run};

const EMBARGOED: &str = "title: Geheim\nstart: 2019-12-02T10:00\nembargo: 2019-10-25T08:00\n\
                         published: 2019-08-01\n";
const NOW: &str = "--now=2019-10-20T09:00";
const TREFFEN: &str = "content/events/treffen.yaml";
const IDLE: &str = "Nichts zu bauen";

/// A root that was built on 20 October 2019.
fn built() -> Root {
    let root = Root::new();
    root.write("content/events/geheim.yaml", EMBARGOED);
    assert_eq!(root.run(&["build", NOW]).status, 0);
    root
}

fn if_due(root: &Root, further: &[&str]) -> Run {
    let run = root.run(&[&["build", "--if-due"], further].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    run
}

#[test]
fn what_is_the_same_is_left_as_it_is() {
    let root = built();
    let before = root.published();
    for now in [NOW, "--now=2019-10-25T07:59:59+02:00"] {
        let run = if_due(&root, &[now]);
        assert!(run.stderr.contains(IDLE), "{}", run.stderr);
        assert_eq!(root.published(), before, "{now}");
    }
    assert_eq!(if_due(&root, &[NOW, "--format=json"]).stdout, "[]\n");
    assert_eq!(if_due(&root, &[NOW, "--quiet"]).stderr, "");
}

/// Changes something, and says with which options the build is then called.
type Change = fn(&Root) -> Vec<&'static str>;

#[test]
fn every_input_counts() {
    let changes: [(&str, Change); 7] = [
        ("a file", |root| {
            root.write(TREFFEN, &(root.read(TREFFEN) + "summary: Neu.\n"));
            vec![]
        }),
        ("a file more", |root| {
            root.write(
                "content/events/neu.yaml",
                "title: Neu\nstart: 2030-01-01\npublished: 2019-08-01\n",
            );
            vec![]
        }),
        ("a file less", |root| {
            fs::remove_file(root.path().join(TREFFEN)).unwrap();
            vec![]
        }),
        ("the theme", |root| {
            let style = "themes/bba/static/assets/style.css";
            root.write(style, &(root.read(style) + "/* neu */"));
            vec![]
        }),
        ("an option", |_| vec!["--base-url=https://neu.example.org/"]),
        ("drafts", |_| vec!["--drafts"]),
        ("a hidden item", |root| {
            root.write("content/events/geheim.yaml", &EMBARGOED.replace("10-25", "10-26"));
            vec![]
        }),
    ];
    for (what, change) in changes {
        let root = built();
        let options = change(&root);
        let run = if_due(&root, &[&[NOW], &*options].concat());
        assert!(!run.stderr.contains(IDLE), "{what}: {}", run.stderr);
        let again = if_due(&root, &[&[NOW], &*options].concat());
        assert!(again.stderr.contains(IDLE), "{what}: {}", again.stderr);
    }
}

#[test]
fn what_is_due_is_built_at_its_very_second() {
    let root = built();
    let run = if_due(&root, &["--now=2019-10-25T08:00:00+02:00"]);
    assert!(!run.stderr.contains(IDLE), "{}", run.stderr);
    assert!(root.has("public/veranstaltungen/geheim/index.html"), "the embargo has ended");
    assert!(if_due(&root, &["--now=2019-10-25T08:00:01+02:00"]).stderr.contains(IDLE));
    assert!(
        !if_due(&root, &["--now=2019-12-03"]).stderr.contains(IDLE),
        "the event is over, and it was hidden when the site was first built"
    );
    assert!(!if_due(&root, &[NOW]).stderr.contains(IDLE), "the clock was set back");
}

#[test]
fn what_happens_to_a_draft_is_not_due() {
    let root = built();
    root.write(
        "content/events/idee.yaml",
        "title: Idee\nstart: 2019-10-21T10:00\nend: 2019-10-21T11:00\npublished: 2019-08-01\ndraft: true\n",
    );
    if_due(&root, &[NOW]);
    assert!(if_due(&root, &["--now=2019-10-22"]).stderr.contains(IDLE), "nobody sees it end");
}

#[test]
fn build_json_does_not_tell_of_embargoes() {
    let manifest = built().read("public/build.json");
    assert!(!manifest.contains("2019-10-25"), "{manifest}");
    assert!(!manifest.contains("geheim"), "{manifest}");
}

#[test]
fn without_an_output_folder_the_published_site_is_asked() {
    let root = built();
    fs::rename(root.path().join("public"), root.path().join("live")).unwrap();
    let run = if_due(&root, &[NOW, "--against=live"]);
    assert!(run.stderr.contains(IDLE), "{}", run.stderr);
    assert!(!root.has("public"), "nothing is written");
    // A folder that only keeps its place in a repository is none.
    root.write("public/.gitkeep", "");
    assert!(if_due(&root, &[NOW, "--against=live"]).stderr.contains(IDLE));
    assert!(!if_due(&root, &["--now=2019-10-26", "--against=live"]).stderr.contains(IDLE));
    assert!(root.has("public/build.json"));
    assert!(
        if_due(&root, &["--now=2019-10-26", "--against=fehlt"]).stderr.contains(IDLE),
        "where there is an output folder, nobody else is asked"
    );
}

#[test]
fn where_nobody_can_be_asked_it_is_built() {
    // Port 9 of this machine: nobody answers there.
    for against in ["fehlt", "fremd", "http://127.0.0.1:9/"] {
        let root = built();
        root.write("fremd/index.html", "von anderen");
        fs::remove_dir_all(root.path().join("public")).unwrap();
        let run = if_due(&root, &[NOW, "--against", against]);
        assert!(!run.stderr.contains(IDLE), "{against}: {}", run.stderr);
        assert!(root.has("public/build.json"), "{against}");
    }
    let root = built();
    let manifest = root.read("public/build.json");
    let line = manifest.lines().find(|line| line.contains("\"inputs\"")).unwrap();
    root.write("public/build.json", &manifest.replace(&format!("{line}\n"), ""));
    assert!(!if_due(&root, &[NOW]).stderr.contains(IDLE), "an earlier version did not say");
    assert_eq!(root.run(&["build", "--against=live"]).status, 2, "only with --if-due");
}
