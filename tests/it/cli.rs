//! The program as a process: exit statuses, output folders, formats, time.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use tempfile::TempDir;

use crate::harness::{temporary_folder, walk};

/// A root with a small site on the disk.
pub struct Root(TempDir);

/// What came of a run.
pub struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// Runs a program to its end.
    pub fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Run {
            status: output.status.code().unwrap(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Root {
    /// An empty folder.
    pub fn empty() -> Self {
        Root(temporary_folder())
    }

    pub fn new() -> Self {
        let root = Root::empty();
        root.write(
            "content/site.yaml",
            "id: test-site\ntitle: Testprogramm\nbase_url: https://test.example.org/\n\
             languages: [de]\ntimezone: Europe/Berlin\ntheme: bba\norganisation: traeger\n\
             funding_notice: Gefördert.\noutputs: {share_images: none}\n",
        );
        root.write("content/organisations.yaml", "traeger: {name: Träger GmbH}\n");
        for (name, kind) in
            [("impressum", "imprint"), ("datenschutz", "privacy"), ("zugang", "accessibility")]
        {
            let text = format!("---\ntitle: {name}\ntype: {kind}\n---\nText\n");
            root.write(&format!("content/pages/{name}.md"), &text);
        }
        root.write("content/events/treffen.yaml", EVENT);
        for file in walk(Path::new("themes")) {
            let target = root.path().join(&file);
            fs::create_dir_all(target.parent().unwrap()).unwrap();
            fs::copy(&file, target).unwrap();
        }
        root
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub fn has(&self, path: &str) -> bool {
        self.path().join(path).exists()
    }

    /// Runs the program in the root.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[])
    }

    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
        command.args(arguments).current_dir(self.path()).env_clear();
        Run::of(command.envs(variables.iter().copied()))
    }

    /// Every file of the output with its bytes and when it was written.
    pub fn published(&self) -> Vec<(PathBuf, Vec<u8>, SystemTime)> {
        let files = walk(&self.path().join("public")).into_iter();
        let facts = |file: PathBuf| {
            let (bytes, facts) = (fs::read(&file).unwrap(), fs::metadata(&file).unwrap());
            (file, bytes, facts.modified().unwrap())
        };
        files.map(facts).collect()
    }
}

const EVENT: &str = "title: Treffen\nstart: 2019-10-01T10:00\npublished: 2019-08-01\n";
const NOW: &str = "--now=2019-09-01T09:00";

#[test]
fn exit_status_0_is_done() {
    let root = Root::new();
    let build = root.run(&["build", NOW]);
    assert_eq!(build.status, 0, "{}", build.stderr);
    assert!(build.stdout.is_empty(), "messages for people go to standard error");
    assert!(
        build
            .stderr
            .contains("Dateien geschrieben, 0 unverändert, 0 entfernt (0 Fehler, 0 Warnungen)")
    );
    assert_eq!(root.run(&["check", NOW]).status, 0);
    assert_eq!(root.run(&["--version"]).status, 0);
    assert_eq!(root.run(&["build", "--help"]).status, 0);
}

#[test]
fn in_a_folder_of_the_content_the_root_above_is_named() {
    let root = Root::new();
    let bba = env!("CARGO_BIN_EXE_bba");
    let events = root.path().join("content/events");
    let run = |folder: &Path| {
        let run = Command::new(bba).args(["check", "--lang", "en"]).current_dir(folder).output();
        let run = run.unwrap();
        (run.status.code(), String::from_utf8(run.stderr).unwrap())
    };
    let (status, told) = run(&events);
    assert_eq!(status, Some(2));
    assert!(told.contains("did you mean --root ../..?"), "{told}");
    assert_eq!(run(root.path()).0, Some(0));
    let empty = Root::empty();
    let (status, told) = run(empty.path());
    assert!(status == Some(2) && told.contains("bba init"), "no site above: {told}");
    // There it is content that lacks something.
    fs::create_dir(empty.path().join("content")).unwrap();
    let (status, told) = run(empty.path());
    assert!(status == Some(1) && told.contains("E0101"), "{told}");
}

#[test]
fn exit_status_1_is_an_error_in_the_content_and_nothing_changes() {
    let root = Root::new();
    assert_eq!(root.run(&["build", NOW]).status, 0);
    let before = root.published();
    root.write(
        "content/events/treffen.yaml",
        "title: Anders\nstart: 24.09.2019\npublished: 2019-08-01\n",
    );
    root.write("content/events/neu.yaml", EVENT);
    let build = root.run(&["build", NOW]);
    assert_eq!(build.status, 1);
    assert!(build.stderr.contains("content/events/treffen.yaml:2:8"), "{}", build.stderr);
    assert!(build.stderr.contains("2019-09-24"), "the hint says how to write it");
    assert_eq!(root.published(), before);
    assert_eq!(root.run(&["check", NOW]).status, 1);
}

#[test]
fn exit_status_2_is_wrong_usage_or_a_disk_that_failed() {
    let root = Root::new();
    for arguments in [
        &["build", "--unknown"][..],
        &["unknown"],
        &[],
        &["build", "--now", "gestern"],
        &["build", "--base-url", "keine-adresse"],
        &["build", "--base-url", "https://example.org/?frage"],
        &["build", "--format", "xml"],
        &["check", "--out", "x"],
        &["build", "--root", "fehlt"],
        &["check", "--root", "fehlt"],
        &["build", "--root", "content/site.yaml"],
    ] {
        let run = root.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(!run.stderr.is_empty(), "{arguments:?}");
        assert!(!run.stderr.contains("panicked"), "{arguments:?}");
    }
    assert!(!root.has("public"));
}

#[test]
fn an_output_folder_that_cannot_be_written_is_status_2() {
    let root = Root::new();
    root.write("datei", "keine Ordner");
    let below_a_file = root.run(&["build", NOW, "--out", "datei/public"]);
    assert_eq!(below_a_file.status, 2, "{}", below_a_file.stderr);
    assert_eq!(root.run(&["build", NOW, "--out", "datei"]).status, 2);
    assert_eq!(root.read("datei"), "keine Ordner");
    // No system has names so long, not even for an administrator.
    let long = root.run(&["build", NOW, "--out", &"x".repeat(300)]);
    assert_eq!(long.status, 2, "{}", long.stderr);
}

#[test]
fn out_refuses_root_content_and_folders_of_others() {
    let root = Root::new();
    root.write("fremd/brief.txt", "wichtig");
    root.write("fremd/build.json", "{\"name\": \"something else\"}");
    for out in
        [".", "content", "content/events", "content/neu", "themes", "themes/bba", "fremd", ".."]
    {
        let run = root.run(&["build", NOW, "--out", out]);
        assert_eq!(run.status, 2, "{out}: {}", run.stderr);
    }
    assert_eq!(root.read("content/events/treffen.yaml"), EVENT);
    assert_eq!(root.read("fremd/brief.txt"), "wichtig");
    assert!(!root.has("index.html") && !root.has("content/neu"));
}

#[test]
fn out_takes_new_empty_and_own_folders_and_is_relative_to_the_working_directory() {
    let root = Root::new();
    fs::create_dir(root.path().join("leer")).unwrap();
    for out in ["neu/tief", "leer", "neu/tief"] {
        assert_eq!(root.run(&["build", NOW, "--out", out]).status, 0, "{out}");
        assert!(root.has(&format!("{out}/index.html")));
    }
    let elsewhere = temporary_folder();
    let run = Command::new(env!("CARGO_BIN_EXE_bba"))
        .args(["build", NOW, "--out", "hier", "--root"])
        .arg(root.path())
        .current_dir(elsewhere.path())
        .output()
        .unwrap();
    assert!(run.status.success());
    assert!(elsewhere.path().join("hier/index.html").is_file());
}

#[test]
fn a_second_build_writes_nothing() {
    let root = Root::new();
    assert_eq!(root.run(&["build", NOW]).status, 0);
    let before = root.published();
    let second = root.run(&["build", NOW]);
    assert!(second.stderr.contains(": 0 Dateien geschrieben"), "{}", second.stderr);
    assert_eq!(root.published(), before, "bytes and times of writing");
}

#[test]
fn a_build_writes_only_what_changed() {
    let root = Root::new();
    root.write(
        "content/events/anderes.yaml",
        "title: Anderes\nstart: 2018-01-01\npublished: 2018-01-01\n",
    );
    assert_eq!(root.run(&["build", NOW]).status, 0);
    let before = root.published();
    root.write(
        "content/events/anderes.yaml",
        "title: Neues\nstart: 2018-01-01\npublished: 2018-01-01\n",
    );
    assert_eq!(root.run(&["build", NOW]).status, 0);
    let after = root.published();
    for ((file, bytes, time), (same_file, new_bytes, new_time)) in before.iter().zip(&after) {
        assert_eq!(file, same_file);
        assert_eq!(bytes == new_bytes, time == new_time, "{}", file.display());
    }
    assert!(root.read("public/veranstaltungen/anderes/index.html").contains("Neues"));
}

#[test]
fn removed_events_disappear_and_what_others_put_there_stays() {
    let root = Root::new();
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(root.has("public/veranstaltungen/treffen.ics"));
    root.write("public/von-hand.txt", "bleibt");
    fs::remove_file(root.path().join("content/events/treffen.yaml")).unwrap();
    let run = root.run(&["build", NOW]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains("3 entfernt"), "page, file and year: {}", run.stderr);
    for gone in ["treffen.ics", "treffen", "2019"] {
        assert!(!root.has(&format!("public/veranstaltungen/{gone}")), "{gone}");
    }
    assert!(root.has("public/von-hand.txt"));
}

#[test]
fn a_file_becomes_a_folder_and_a_folder_a_file() {
    let root = Root::new();
    let alias = |path: &str| {
        root.write("content/events/treffen.yaml", &format!("{EVENT}aliases: [{path}]\n"))
    };
    alias("/alt.x");
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(root.path().join("public/alt.x").is_file());
    alias("/alt.x/");
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(root.path().join("public/alt.x/index.html").is_file());
    alias("/alt.x");
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(root.path().join("public/alt.x").is_file());
}

#[test]
fn check_writes_nothing() {
    let root = Root::new();
    assert_eq!(root.run(&["check", NOW]).status, 0);
    assert!(!root.has("public"));
}

#[test]
fn json_is_one_list_on_standard_output_also_when_empty() {
    let root = Root::new();
    for command in ["check", "build"] {
        let run = root.run(&[command, NOW, "--format", "json"]);
        assert_eq!(run.status, 0);
        let list: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert_eq!(list, serde_json::json!([]), "{command}");
    }
    root.write(
        "content/events/treffen.yaml",
        "title: Ä\nstrat: 2019-10-01\npublished: 2019-08-01\n",
    );
    let run = root.run(&["build", NOW, "--format", "json", "--quiet"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let list: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let unknown = |finding: &&serde_json::Value| finding["code"] == "E0207";
    let finding = list.as_array().unwrap().iter().find(unknown).unwrap();
    for (key, expected) in [("line", 2), ("column", 1), ("end_line", 2), ("end_column", 6)] {
        assert_eq!(finding[key], expected, "{key}");
    }
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["file"], "content/events/treffen.yaml");
    assert!(finding["message"].as_str().unwrap().contains("strat"));
    assert!(finding["hints"][0].as_str().unwrap().contains("start"));
}

#[test]
fn every_format_for_programs_is_on_standard_output_also_when_nothing_was_found() {
    let root = Root::new();
    for (format, empty) in [("json", "[]"), ("gitlab", "[]"), ("github", ""), ("sarif", "{")] {
        let run = root.run(&["check", NOW, "--quiet", "--format", format]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{format}");
        assert!(run.stdout.starts_with(empty), "{format}: {}", run.stdout);
    }
    root.write("content/events/treffen.yaml", &format!("{EVENT}kind: ball\n"));
    for format in ["json", "gitlab", "github", "sarif"] {
        let run = root.run(&["build", NOW, "--quiet", "--format", format]);
        assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{format}");
        assert!(run.stdout.contains("E0301"), "{format}: {}", run.stdout);
    }
}

#[test]
fn strict_publishes_nothing_while_there_are_warnings() {
    let root = Root::new();
    root.write("content/events/treffen.yaml", &format!("{EVENT}summary: Wir **alle** kommen\n"));
    for command in ["check", "build"] {
        let strict = root.run(&[command, NOW, "--strict"]);
        assert_eq!(strict.status, 1);
        assert!(strict.stderr.contains("1 Fehler, 0 Warnungen"), "{}", strict.stderr);
    }
    assert!(!root.has("public"));
    assert_eq!(root.run(&["build", NOW]).status, 0);
    root.write("content/events/treffen.yaml", EVENT);
    assert_eq!(root.run(&["build", NOW, "--strict"]).status, 0);
    // What is still missing is no mistake.
    root.write("content/events/treffen.yaml", &format!("{EVENT}summary: ??Raum??\n"));
    assert_eq!(root.run(&["build", NOW, "--strict"]).status, 0);
}

#[test]
fn explain_prints_what_a_code_means() {
    let root = Root::new();
    let german = root.run(&["explain", "e0203"]);
    assert_eq!((german.status, german.stderr.as_str()), (0, ""));
    assert!(german.stdout.starts_with("E0203\n\nMitten in einem Text"), "{}", german.stdout);
    assert!(german.stdout.contains("So nicht (content/events/beispiel.yaml):\n\n    title: "));
    let english = root.run(&["explain", "0203", "--lang", "en"]);
    assert!(english.stdout.contains("Wrong (content/events/"), "{}", english.stdout);
    let unknown = root.run(&["explain", "E02O3"]);
    assert_eq!((unknown.status, unknown.stdout.as_str()), (2, ""));
    assert!(unknown.stderr.contains("Meinten Sie E0203?"), "{}", unknown.stderr);
    let all = root.run(&["explain"]);
    assert!(all.stdout.lines().count() > 90 && all.stdout.contains("\nW0803  "));
}

#[test]
fn messages_are_in_the_language_asked_for_else_the_environments_else_the_sites() {
    let root = Root::new();
    let last = |arguments: &[&str], variables: &[(&str, &str)]| {
        let run = root.run_with(arguments, variables);
        run.stderr.trim().to_owned()
    };
    assert_eq!(last(&["check", NOW], &[]), "0 Fehler, 0 Warnungen");
    assert_eq!(last(&["check", NOW], &[("LANG", "en_GB.UTF-8")]), "0 errors, 0 warnings");
    assert_eq!(
        last(&["check", NOW, "--lang=de"], &[("LANG", "en_GB.UTF-8")]),
        "0 Fehler, 0 Warnungen"
    );
    assert_eq!(last(&["check", NOW, "--lang=en"], &[("LC_ALL", "de_DE")]), "0 errors, 0 warnings");
    assert_eq!(last(&["check", NOW, "--quiet"], &[]), "");
}

#[test]
fn where_the_environment_names_no_language_messages_are_in_the_sites_default() {
    let site = |languages: &str| {
        let root = Root::new();
        let config = root.read("content/site.yaml");
        let languages = format!("languages: {languages}");
        root.write("content/site.yaml", &config.replace("languages: [de]", &languages));
        root
    };
    let last = |root: &Root, variables: &[(&str, &str)]| {
        let run = root.run_with(&["check", NOW, "--quiet"], variables);
        let counts = root.run_with(&["list", "press", NOW], variables).stderr;
        assert!(run.status < 2, "{}", run.stderr);
        counts.lines().next().unwrap_or_default().to_owned()
    };
    let (german, english) = ("Nichts gefunden.", "Nothing found.");
    let expected = [("[de]", german), ("[de, en]", german), ("[de-AT]", german), ("[en]", english)];
    for (languages, words) in [&expected[..], &[("[en, de]", english), ("[es]", english)]].concat()
    {
        let root = site(languages);
        assert_eq!(last(&root, &[]), words, "{languages}");
        for none in ["C", "POSIX", "C.UTF-8", "fr_FR.UTF-8"] {
            assert_eq!(last(&root, &[("LANG", none)]), words, "{languages}, {none}");
        }
        assert_eq!(last(&root, &[("LANG", "de_DE.UTF-8")]), german, "{languages}");
        assert_eq!(last(&root, &[("LANG", "en_GB.UTF-8")]), english, "{languages}");
    }
    let english_site = site("[en]");
    let over = [("LC_ALL", "C"), ("LC_MESSAGES", "de_DE.UTF-8"), ("LANG", "de_DE.UTF-8")];
    assert_eq!(last(&english_site, &over), english, "LC_ALL comes first and names none");
    assert_eq!(last(&english_site, &[("LC_ALL", ""), ("LC_MESSAGES", "de_DE")]), german);
    let nowhere = Root::empty().run(&["check"]);
    assert!(nowhere.stderr.contains("Hier ist keine Website"), "{}", nowhere.stderr);
}

/// What time a build took it to be.
fn time(root: &Root, arguments: &[&str], variables: &[(&str, &str)]) -> String {
    let run = root.run_with(&[&["build"], arguments].concat(), variables);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let manifest: serde_json::Value =
        serde_json::from_str(&root.read("public/build.json")).unwrap();
    manifest["now"].as_str().unwrap().to_owned()
}

#[test]
fn now_is_rfc_3339_or_local_time_in_the_sites_zone() {
    let root = Root::new();
    assert_eq!(time(&root, &["--now", "2019-09-01T09:00"], &[]), "2019-09-01T07:00:00Z");
    assert_eq!(time(&root, &["--now", "2019-12-01T09:00"], &[]), "2019-12-01T08:00:00Z");
    assert_eq!(time(&root, &["--now", "2019-09-01"], &[]), "2019-08-31T22:00:00Z");
    assert_eq!(time(&root, &["--now", "2019-09-01T09:00:00Z"], &[]), "2019-09-01T09:00:00Z");
    assert_eq!(time(&root, &["--now", "2019-09-01T09:00:00-05:00"], &[]), "2019-09-01T14:00:00Z");
}

#[test]
fn without_now_source_date_epoch_is_the_time_else_the_clock() {
    let root = Root::new();
    let epoch = [("SOURCE_DATE_EPOCH", "1567321200")];
    assert_eq!(time(&root, &[], &epoch), "2019-09-01T07:00:00Z");
    assert_eq!(time(&root, &["--now", "2020-01-01T00:00"], &epoch), "2019-12-31T23:00:00Z");
    assert!(time(&root, &[], &[]).as_str() > "2024");
    let wrong = root.run_with(&["build"], &[("SOURCE_DATE_EPOCH", "gestern")]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("SOURCE_DATE_EPOCH"));
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let root = Root::new();
    root.write("content/events/idee.yaml", &format!("{EVENT}draft: true\n"));
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(!root.has("public/veranstaltungen/idee"));
    assert_eq!(root.run(&["build", NOW, "--drafts"]).status, 0);
    assert!(root.has("public/veranstaltungen/idee"));
    assert_eq!(root.run(&["build", NOW]).status, 0);
    assert!(!root.has("public/veranstaltungen/idee"), "a preview leaves nothing behind");
}

#[test]
fn timings_name_the_stages() {
    let root = Root::new();
    let run = root.run(&["check", NOW, "--timings"]);
    for stage in ["read", "parse", "assemble", "render", "check", "total"] {
        assert!(run.stderr.contains(&format!("{stage} ")), "{stage}");
    }
}

/// A root with two pages that are translated; nobody has said of which version.
fn root_with_translations() -> Root {
    let root = Root::new();
    let site = root.read("content/site.yaml").replace("[de]", "[de, en]");
    root.write("content/site.yaml", &site);
    for name in ["programm", "kosten"] {
        root.write(&format!("content/pages/{name}.md"), "---\ntitle: Titel\n---\nText\n");
        root.write(&format!("content/pages/{name}.en.md"), "---\ntitle: Title\n---\nText\n");
    }
    root
}

/// The codes of what `check` says about two translations.
fn found_about(root: &Root, name: &str) -> Vec<String> {
    let json = root.run(&["check", "--format", "json"]).stdout;
    let found: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let file = format!("content/pages/{name}.en.md");
    let about = found.iter().filter(|found| found["file"] == *file);
    about.map(|found| found["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn translate_notes_in_a_translation_which_original_it_is_of_and_changes_nothing_else() {
    let root = root_with_translations();
    assert_eq!(found_about(&root, "programm"), ["W0912"]);
    let run = root.run(&["translate", "--accept", "content/pages/programm.en.md"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(run.stderr, "Neu vermerkt: 1. Schon vermerkt: 0.\n");
    let noted = root.read("content/pages/programm.en.md");
    let (before, after) = noted.split_once("translates: ").unwrap();
    assert_eq!((before, &after[16..]), ("---\ntitle: Title\n", "\n---\nText\n"));
    assert_eq!(found_about(&root, "programm"), Vec::<String>::new());
    assert_eq!(found_about(&root, "kosten"), ["W0912"]);

    root.write("content/pages/programm.md", "---\ntitle: Titel\n---\nNeuer Text\n");
    assert_eq!(found_about(&root, "programm"), ["W0911"]);
    let run = root.run(&["translate", "--all", "--lang", "en"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, "Newly marked: 2. Already marked: 0.\n"));
    assert_eq!(found_about(&root, "programm"), Vec::<String>::new());
    let run = root.run(&["translate", "--all", "--lang", "en"]);
    assert_eq!(run.stderr, "Newly marked: 0. Already marked: 2.\n");
}

#[test]
fn translate_refuses_what_is_no_translation_and_changes_no_file_then() {
    let root = root_with_translations();
    let before = root.read("content/pages/kosten.en.md");
    let paths = ["content/pages/kosten.en.md", "content/pages/kosten.md"];
    let run = root.run(&["translate", "--accept", paths[0], "--accept", paths[1]]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("content/pages/kosten.md: Das ist keine Übersetzung"),
        "{}",
        run.stderr
    );
    assert_eq!(root.read("content/pages/kosten.en.md"), before);
    assert_eq!(root.run(&["translate"]).status, 2, "which one?");
    let run = root.run(&["translate", "--accept", "content/pages/fehlt.en.md"]);
    assert!(run.stderr.contains("fehlt.en.md: Die Datei fehlt, oder sie hat Fehler"));
}

#[test]
fn translate_says_which_translations_it_could_not_read() {
    let root = root_with_translations();
    root.write("content/pages/kosten.en.md", "---\ntitel: Title\n---\nText\n");
    let run = root.run(&["translate", "--all"]);
    assert_eq!(run.status, 1);
    let expected = "Neu vermerkt: 1. Schon vermerkt: 0.\n\
                    content/pages/kosten.en.md: Die Datei fehlt, oder sie hat Fehler; \
                    die zeigt `bba check`.\n";
    assert_eq!(run.stderr, expected);
}

/// A command that a message names can be copied; what must be typed otherwise stands there.
#[test]
fn messages_of_commands_can_be_followed() {
    let root = Root::empty();
    let begun = root.run(&["init", "unser Hafen", "--now", "2026-03-01T09:00", "--lang", "de"]);
    assert!(begun.stderr.contains("`bba build --root \"unser Hafen\"`"), "{}", begun.stderr);
    let url = root.run(&["check", "--root", "unser Hafen", "--base-url", "hafen.example.org"]);
    assert_eq!(url.status, 2);
    assert!(url.stderr.contains("gemeint ist wohl https://hafen.example.org/"), "{}", url.stderr);
    let url = root.run(&[
        "check",
        "--root",
        "unser Hafen",
        "--base-url",
        "h.example.org",
        "--lang",
        "en",
    ]);
    assert!(url.stderr.contains("did you mean https://h.example.org/?"), "{}", url.stderr);
    for (name, quoted) in
        [("a$b", "'a$b'"), ("x\"y", "'x\"y'"), ("k`l", "'k`l'"), ("m'n", "\"m'n\"")]
    {
        let begun = root.run(&["init", name, "--lang", "de"]);
        assert!(begun.stderr.contains(&format!("--root {quoted}`")), "{}", begun.stderr);
    }
    root.write("fremd/steuer.ods", "x");
    let refused = root.run(&["build", "--root", "unser Hafen", "--out", "fremd", "--lang", "de"]);
    assert!(refused.stderr.contains("zum Beispiel steuer.ods"), "{}", refused.stderr);
}

#[test]
fn annotations_name_files_from_the_folder_that_one_works_in() {
    let root = Root::new();
    root.write("website/content/site.yaml", "id: test\n");
    let absolute = root.path().join("website");
    for site in ["website", "./website/", absolute.to_str().unwrap()] {
        for format in ["github", "gitlab", "sarif"] {
            let run = root.run(&["check", NOW, "--root", site, "--format", format]);
            assert!(run.stdout.contains("website/content/site.yaml"), "{site} {format}");
        }
        let human = root.run(&["check", NOW, "--root", site]).stderr;
        assert!(human.contains("website/content/site.yaml:1:1"), "{human}");
        let json = root.run(&["check", NOW, "--root", site, "--format", "json"]).stdout;
        assert!(json.contains("\"content/site.yaml\""), "{json}");
    }
    let here = root.run(&["check", NOW, "--format", "github"]).stdout;
    assert!(!here.contains("website"), "{here}");
}

#[test]
fn a_folder_inside_of_a_site_is_told_its_root_by_every_command() {
    let root = Root::new();
    root.write("content/pages/x.md", "---\ntitle: X\n---\nText\n");
    for command in [&["check"][..], &["build"], &["serve"], &["new", "event", "Treffen"]] {
        let mut arguments = command.to_vec();
        arguments.extend(["--root", "content/pages", "--lang", "de"]);
        let run = root.run(&arguments);
        assert_eq!(run.status, 2, "{command:?}");
        assert!(run.stderr.contains("Gemeint ist wohl: --root"), "{command:?} {}", run.stderr);
    }
}
