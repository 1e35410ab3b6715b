//! `bba check --fix`: what it corrects, and what it leaves as it is.

use bba::findings::{Fix, apply};
use bba::problem::MessageLanguage::German;
use bba::report::Format;

use crate::cli::Root;
use crate::harness::Site;

const NOW: [&str; 4] = ["--now", "2019-09-01T09:00", "--lang", "de"];

fn check(root: &Root, more: &[&str]) -> crate::cli::Run {
    let arguments: Vec<&str> = ["check"].iter().chain(&NOW).chain(more).copied().collect();
    root.run(&arguments)
}

#[test]
fn everything_with_one_meaning_is_corrected_and_shown_in_one_run() {
    let root = Root::new();
    root.write(
        "content/events/treffen.yaml",
        "# Wer etwas ändert, sagt es Anna.\n\
         titel: Mexiko: Treffen   # Arbeitstitel\n\
         start: 24.09.2019 15 Uhr\n\
         published: 2019-08-01\n\
         countries: [Mexiko, PL]\n\
         status: bestätigt\n",
    );
    let fixed = "# Wer etwas ändert, sagt es Anna.\n\
         title: \"Mexiko: Treffen\"   # Arbeitstitel\n\
         start: 2019-09-24T15:00\n\
         published: 2019-08-01\n\
         countries: [MX, PL]\n\
         status: confirmed\n";
    // Until the colon is mended nothing else of the file is understood.
    assert_eq!(check(&root, &[]).status, 1);
    let run = check(&root, &["--fix"]);
    assert_eq!(root.read("content/events/treffen.yaml"), fixed);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let shown = "\
--- content/events/treffen.yaml
+++ content/events/treffen.yaml
@@ -2,2 +2,2 @@
-titel: Mexiko: Treffen   # Arbeitstitel
-start: 24.09.2019 15 Uhr
+title: \"Mexiko: Treffen\"   # Arbeitstitel
+start: 2019-09-24T15:00
@@ -5,2 +5,2 @@
-countries: [Mexiko, PL]
-status: bestätigt
+countries: [MX, PL]
+status: confirmed
Berichtigt: 5 Stellen in 1 Datei.
";
    assert!(run.stderr.starts_with(shown), "{}", run.stderr);
    let again = check(&root, &["--fix"]);
    assert!(again.stderr.starts_with("Berichtigt: 0 Stellen in 0 Dateien."), "{}", again.stderr);
    assert_eq!(root.read("content/events/treffen.yaml"), fixed);
}

#[test]
fn no_other_byte_of_a_file_changes() {
    let root = Root::new();
    let text = |status: &str, word: &str| {
        format!(
            "\u{feff}title: Gru\u{308}ße  \r\n# Nur so\r\n\r\nstart:   2019-09-24\rstatus: {status} # ja\r\n\
             updates: [{{at: 2019-08-20, kind: change}}]\r\n\
             published: 2019-08-01\r\nsummary: Die {word} im Gru\u{308}nen\r\n"
        )
    };
    root.write("content/events/treffen.yaml", &text("abgesagt", "Ofﬁziellen"));
    let run = check(&root, &["--fix", "--format", "json"]);
    let fixed = text("cancelled", "Offiziellen");
    assert_eq!(root.read("content/events/treffen.yaml"), fixed);
    assert!(run.stderr.contains("+status: cancelled # ja"), "{}", run.stderr);
}

#[test]
fn what_is_called_off_gets_the_update_that_calendars_need() {
    let root = Root::new();
    let text =
        "title: Treffen\nstart: 2019-09-24\nstatus: abgesagt  # krank\npublished: 2019-08-01\n";
    root.write("content/events/treffen.yaml", text);
    let run = check(&root, &["--fix"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let fixed = root.read("content/events/treffen.yaml");
    let lines: Vec<&str> = fixed.lines().collect();
    assert_eq!(lines[2], "status: cancelled  # krank");
    assert!(lines[3].starts_with("updates: [{at: 2019-"), "{fixed}");
    // Where updates stand already an editor knows which of them it was.
    let has_some =
        "title: Treffen\nstart: 2019-09-24\nstatus: cancelled\npublished: 2019-08-01\nupdates:\n";
    root.write("content/events/treffen.yaml", has_some);
    assert_eq!(check(&root, &["--fix"]).status, 1);
    assert_eq!(root.read("content/events/treffen.yaml"), has_some);
}

#[test]
fn what_can_be_meant_in_two_ways_is_left_and_so_is_a_file_with_two_versions() {
    let root = Root::new();
    let unclear = "title: Treffen\nstart: 04/05/2027\npublished: 2019-08-01\n\
                   price: {amount: 1.250, currency: EUR}\n";
    let torn = "---\ntitle: Seite\n---\n<<<<<<< HEAD\n##Eins\n=======\n##Zwei\n>>>>>>> b\n";
    root.write("content/events/treffen.yaml", unclear);
    root.write("content/pages/seite.md", torn);
    let run = check(&root, &["--fix"]);
    assert_eq!(run.status, 1);
    assert_eq!(root.read("content/events/treffen.yaml"), unclear);
    assert_eq!(root.read("content/pages/seite.md"), torn);
    let words = "content/pages/seite.md: bleibt unberührt: Zwei Fassungen stehen darin";
    assert!(run.stderr.starts_with(words), "{}", run.stderr);
}

#[test]
fn without_fix_nothing_is_written_and_the_command_is_named() {
    let root = Root::new();
    let text = "title: Treffen\nstart: 24.09.2019\npublished: 2019-08-01\n";
    root.write("content/events/treffen.yaml", text);
    let run = check(&root, &[]);
    assert!(run.stderr.ends_with("1 Fehler, 0 Warnungen; davon berichtigt `bba check --fix` 1\n"));
    assert_eq!(root.read("content/events/treffen.yaml"), text);
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_rights_and_a_link_stays_one() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let root = Root::new();
    root.write("content/events/alt.yaml", "title: A\nstart: 24.09.2019\npublished: 2019-08-01\n");
    let file = root.path().join("content/events/alt.yaml");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("alt.yaml", root.path().join("content/events/_alias.yaml")).unwrap();
    assert_eq!(check(&root, &["--fix"]).status, 0);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(root.read("content/events/_alias.yaml").contains("2019-09-24"));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_where_a_link_beside_the_file_leads() {
    use std::os::unix::fs::symlink;
    let root = Root::new();
    root.write("content/events/alt.yaml", "title: A\nstart: 24.09.2019\npublished: 2019-08-01\n");
    root.write("profil", "von anderen\n");
    let events = root.path().join("content/events");
    symlink("../../profil", events.join("alt.yaml.bba-new")).unwrap();
    check(&root, &["--fix"]);
    assert!(root.read("content/events/alt.yaml").contains("2019-09-24"));
    assert_eq!(root.read("profil"), "von anderen\n");

    std::fs::create_dir(root.path().join("content/.schema")).unwrap();
    symlink("../../profil", root.path().join("content/.schema/event.json")).unwrap();
    assert_eq!(root.run(&["schema", "--write"]).status, 0);
    assert_eq!(root.read("profil"), "von anderen\n");
}

/// What a file says after `--fix`.
fn fixed(path: &str, text: &str) -> String {
    let root = Root::new();
    root.write(path, text);
    check(&root, &["--fix"]);
    root.read(path)
}

#[test]
fn a_correction_makes_no_mistake_of_its_own() {
    let event =
        |line: &str| format!("title: A\nstart: 2019-10-01\npublished: 2019-08-01\n{line}\n");
    for kept in [
        "status: planned #todo noch klären",
        "venue: saal #x",
        "contact: #anna",
        "end: 2019-10-02 #vielleicht",
        // Windows-1252 has letters there; which of them was meant nobody knows.
        "summary: a\u{9c}b",
    ] {
        assert_eq!(fixed("content/events/a.yaml", &event(kept)), event(kept));
    }
    for (typed, meant) in [
        ("summary: Halle #4 im Hof", "summary: \"Halle #4 im Hof\""),
        ("summary: a\u{7}b", "summary: ab"),
        ("summary: a\u{85}b", "summary: a b"),
    ] {
        assert_eq!(fixed("content/events/a.yaml", &event(typed)), event(meant));
    }
    let page = |text: &str| format!("---\ntitle: Seite\n---\n{text}\n");
    for (typed, meant) in [
        ("\\[a\\] (https://example.org/)", "\\[a\\] (https://example.org/)"),
        ("[Text]((https://example.org/))", "[Text](https://example.org/)"),
        ("[Text]((https://example.org/a(b)))", "[Text]((https://example.org/a(b)))"),
        ("a\u{7}b", "ab"),
        ("a\u{b}b", "a\nb"),
    ] {
        assert_eq!(fixed("content/pages/seite.md", &page(typed)), page(meant));
    }
}

/// Corrects all files of a site until nothing can be corrected any more; gives the rounds.
fn corrected(mut site: Site) -> (Site, usize) {
    for round in 0..20 {
        let output = site.clone().build();
        let mut goes_on = false;
        let mut files: Vec<&str> = output.0.diagnostics.iter().map(|found| &*found.file).collect();
        files.dedup();
        for file in files {
            let found = output.0.diagnostics.iter().filter(|found| &*found.file == file);
            let fixes: Vec<&Fix> = found.filter_map(|found| found.fix.as_ref()).collect();
            let Some(bytes) = site.clone().files().remove(file) else { continue };
            let Ok(text) = String::from_utf8(bytes) else { continue };
            let fixed = apply(&text, site.sources().shown(file), &fixes).unwrap();
            if fixed != text {
                let path = file.strip_prefix("content/").unwrap();
                site = site.file(path, fixed);
                goes_on = true;
            }
        }
        if !goes_on {
            return (site, round);
        }
    }
    panic!("it never ends");
}

/// All mistakes of `tests/broken` at once: corrections come to an end, and then none is offered.
#[test]
fn corrections_of_all_broken_files_come_to_an_end() {
    let mut site = Site::new();
    for (path, bytes) in crate::broken::files() {
        if let Some(path) = path.strip_prefix("content/") {
            site = site.file(path, bytes);
        }
    }
    let before = site.clone().build().errors().len();
    let (site, rounds) = corrected(site);
    let after = site.clone().build();
    assert!(
        rounds > 1 && after.errors().len() + 40 < before,
        "{} of {before}",
        after.errors().len()
    );
    assert!(after.0.diagnostics.iter().all(|found| found.fix.is_none()));
    let report = site.report(Format::Json, German);
    assert!(!report.contains("\"fix\""));
}
