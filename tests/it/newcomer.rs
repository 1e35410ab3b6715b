//! The way of somebody who begins: a cloned repository, two more languages, an event, a visit, a
//! release with a photograph. What nobody said is nowhere, and every step says how to go on.

use std::path::PathBuf;

use serde_json::Value;

use crate::cli::{Root, Run};
use crate::harness::{JPEG, walk};

const NOW: &str = "--now=2030-03-01T09:00";

/// A folder in which somebody works.
struct Newcomer(Root);

impl Newcomer {
    fn bba(&self, arguments: &[&str]) -> Run {
        let run = self.0.run(&[arguments, &[NOW, "--lang=de"]].concat());
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
        assert!(!run.stderr.contains("panicked"));
        run
    }

    /// Begins a record; gives its file.
    fn begins(&self, arguments: &[&str]) -> String {
        let run = self.bba(&[&["new"], arguments].concat());
        assert!(run.stderr.contains("Nächster Schritt"), "says how to go on: {}", run.stderr);
        run.stdout.trim().to_owned()
    }

    /// The codes of what check says of a file, warnings of missing translations left out.
    fn findings(&self, file: &str) -> Vec<String> {
        let run = self.bba(&["check", "--format=json", "--quiet"]);
        let list: Value = serde_json::from_str(&run.stdout).unwrap();
        let all = list.as_array().unwrap().iter().filter(|found| found["file"] == file);
        let codes = all.map(|found| found["code"].as_str().unwrap().to_owned());
        codes.filter(|code| code != "W0910").collect()
    }

    /// Replaces texts of a file, each of which is there.
    fn changes(&self, file: &str, pairs: &[(&str, &str)]) {
        let mut text = self.0.read(file);
        for (old, new) in pairs {
            assert!(text.contains(old), "no »{old}« in {file}:\n{text}");
            text = text.replacen(old, new, 1);
        }
        self.0.write(file, &text);
    }

    /// Fills each gap of a record with words of the newcomer and publishes it.
    fn fills_and_publishes(&self, file: &str) {
        let gaps = self.findings(file);
        assert!(!gaps.is_empty() && gaps.iter().all(|code| code == "W0901"), "{file}: {gaps:?}");
        let is_comment = |line: &str| line.trim_start().starts_with('#');
        let text = self.0.read(file);
        let filled = text.lines().filter(|line| *line != "draft: true").map(|line| {
            match line.split_once("??").filter(|_| !is_comment(line)) {
                Some((before, rest)) => {
                    format!("{before}Unsere Worte{}", rest.split_once("??").unwrap().1)
                }
                None => line.to_owned(),
            }
        });
        self.0.write(file, &(filled.collect::<Vec<_>>().join("\n") + "\n"));
        assert_eq!(self.findings(file), Vec::<String>::new(), "{file}:\n{}", self.0.read(file));
    }

    /// Builds, and looks whether anything is published that nobody said.
    fn publishes(&self) {
        self.bba(&["build"]);
        let is_script = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "js");
        let files = walk(&self.0.path().join("public")).into_iter();
        for file in files.filter(|file| !is_script(file)) {
            // Pictures and faces are no text.
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            for word in NOBODY_SAID {
                assert!(!text.contains(word), "»{word}« in {}", file.display());
            }
        }
    }
}

/// What is true of another programme, what stands in files to begin with, and marks of gaps.
const NOBODY_SAID: [&str; 16] = [
    "Sachsen",
    "sächsisch",
    "Saxon",
    "Sajon",
    "sajon",
    "Absatzförder",
    "kostenneutral",
    "Muster",
    "Beispiel",
    "Zwischenüberschrift",
    "erster Punkt",
    "anmeldung@",
    "name@example",
    "23125000",
    "Ein oder zwei Sätze",
    "??",
];

#[test]
fn from_a_cloned_repository_to_a_site_in_three_languages() {
    let site = Newcomer(Root::empty());
    site.0.write(".git/HEAD", "ref: refs/heads/main\n");
    site.0.write("README.md", "# Nordhafen\n");
    site.0.write("LICENSE", "CC0\n");
    let begun = site.bba(&["init", ".", "--title=Nordhafen lädt ein"]);
    assert!(begun.stderr.contains("Nächster Schritt"), "{}", begun.stderr);
    assert_eq!(site.0.read("README.md"), "# Nordhafen\n");
    site.publishes();

    site.changes(
        "content/site.yaml",
        &[
            ("languages: [de]", "languages: [de, en, es]"),
            ("https://programm.example.org/", "https://nordhafen.example.org/"),
        ],
    );
    site.publishes();
    for language in ["en", "es"] {
        let home = site.0.read(&format!("public/{language}/index.html"));
        assert!(home.contains("Nordhafen lädt ein"), "{language}");
    }

    let visit = site.begins(&["delegation", "Delegation aus Norwegen"]);
    site.changes(
        &visit,
        &[
            ("start: ??Erster Tag, zum Beispiel 2030-05-13??", "start: 2030-05-13"),
            ("# end: 2030-05-17", "end: 2030-05-17"),
        ],
    );
    site.fills_and_publishes(&visit);

    let event = site.begins(&[
        "event",
        "Frühstück am Kai",
        "--start=2030-05-14T09:00",
        "--delegation=delegation-aus-norwegen",
        "--contact=anmeldung",
    ]);
    site.publishes();
    assert!(!site.0.has("public/veranstaltungen/fruehstueck-am-kai/index.html"), "a draft");
    site.fills_and_publishes(&event);

    let photo = site.0.path().join("content/media/kai.jpg");
    std::fs::write(photo, JPEG).unwrap();
    let release = site.begins(&["press", "Gäste am Kai"]);
    site.changes(&release, &[
        ("# events: [name-der-veranstaltung]", "events: [fruehstueck-am-kai]"),
        (
            "# image: {file: bild.jpg, alt: \"??Was zu sehen ist??\", credit: \"??Wer es gemacht hat??\"}",
            "image: {file: kai.jpg, alt: Ein Schiff am Kai, credit: Ada Bild}",
        ),
    ]);
    site.fills_and_publishes(&release);

    let page = site.begins(&["page", "Über uns"]);
    site.publishes();
    assert!(!site.0.has("public/ueber-uns/index.html"), "a draft");
    site.fills_and_publishes(&page);

    let again =
        site.begins(&["event", "Frühstück am Kai", "--from=fruehstueck-am-kai", "--id=zwei"]);
    assert!(site.findings(&again).iter().all(|code| code == "W0901"));
    site.publishes();
    for path in [
        "veranstaltungen/fruehstueck-am-kai/index.html",
        "veranstaltungen/fruehstueck-am-kai.ics",
        "en/events/fruehstueck-am-kai/index.html",
        "delegationen/delegation-aus-norwegen/index.html",
        "laender/norwegen/index.html",
        "presse/2030-03-01-gaeste-am-kai/index.html",
        "media/kai.jpg",
        "ueber-uns/index.html",
    ] {
        assert!(site.0.has(&format!("public/{path}")), "{path}");
    }
    assert!(!site.0.has("public/veranstaltungen/zwei/index.html"), "a draft");
}
