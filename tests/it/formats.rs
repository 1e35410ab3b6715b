//! How findings are shown: for people, as JSON, as annotations of GitHub and GitLab, as SARIF;
//! and `--strict`, which takes warnings for errors.

use std::collections::HashSet;

use bba::problem::MessageLanguage::{English, German};
use bba::report::Format;
use serde_json::{Value, json};

use crate::harness::Site;

/// One error and one warning; a file name that has to be escaped cannot be: ids are plain.
fn site() -> Site {
    let lines = "start: 2019-10-01\nstatus: abgesagt\nsummary: Ä 100 %, ??Raum??";
    Site::new().event("treffen", lines)
}

#[test]
fn human_output_says_what_where_and_where_to_read_more() {
    let expected = "\
Warnung[W0901]: Hier fehlt noch etwas: Raum
 --> content/events/treffen.yaml:5:19
  |
5 | summary: Ä 100 %, ??Raum??
  |                   ^^^^^^^^

Fehler[E0301]: »abgesagt« steht nicht zur Wahl.
 --> content/events/treffen.yaml:4:9
  |
4 | status: abgesagt
  |         ^^^^^^^^
  |
  = Hinweis: Meinten Sie `cancelled`?

Mehr zu einer Meldung, mit Beispiel: bba explain E0301

";
    assert_eq!(site().report(Format::Human, German), expected);
    let english = site().report(Format::Human, English);
    assert!(english.ends_with("More about a finding, with an example: bba explain E0301\n\n"));
    assert_eq!(Site::new().report(Format::Human, German), "");
}

#[test]
fn of_many_warnings_of_one_kind_people_see_a_few_and_where_the_others_are() {
    let with_gap = |site: Site, number: usize| {
        let lines = "start: 2019-10-01\nsummary: ??Raum??\ndescription: ??Thema??";
        site.event(&format!("treffen-{number:02}"), lines)
    };
    let found =
        |count: usize| (1..=count).fold(Site::new(), with_gap).report(Format::Human, German);
    assert_eq!(found(5).matches("Warnung[W0901]").count(), 10, "ten are few");
    let many = found(23);
    assert_eq!(many.matches("Warnung[W0901]").count(), 3);
    let others = "\
43 weitere Warnungen W0901 wie »Hier fehlt noch etwas: Raum«:
  content/events/treffen-02.yaml: Zeile 5
  content/events/treffen-03.yaml: Zeilen 4, 5
";
    assert!(many.contains(others), "{many}");
    assert!(many.contains("  content/events/treffen-21.yaml: Zeilen 4, 5\n"), "{many}");
    assert!(many.contains("\n  und 2 weitere Dateien\n"), "{many}");
}

#[test]
fn json_has_a_place_and_words_for_each_finding() {
    let found: Value = serde_json::from_str(&site().report(Format::Json, English)).unwrap();
    let expected = json!([
        {
            "severity": "error", "code": "E0301", "file": "content/events/treffen.yaml",
            "line": 4, "column": 9, "end_line": 4, "end_column": 17,
            "message": "“abgesagt” is not one of the choices.",
            "hints": ["Did you mean `cancelled`?"],
            "fix": {"line": 4, "column": 9, "end_line": 4, "end_column": 17, "text": "cancelled"},
        },
        {
            "severity": "warning", "code": "W0901", "file": "content/events/treffen.yaml",
            "line": 5, "column": 19, "end_line": 5, "end_column": 27,
            "message": "Something is missing here: Raum", "hints": [],
        },
    ]);
    assert_eq!(found, expected);
    assert_eq!(Site::new().report(Format::Json, English), "[]\n");
}

#[test]
fn github_reads_a_command_for_each_finding() {
    let expected = "\
::error file=content/events/treffen.yaml,line=4,col=9,endLine=4,endColumn=17,title=E0301::»abgesagt« steht nicht zur Wahl. Meinten Sie `cancelled`?
::warning file=content/events/treffen.yaml,line=5,col=19,endLine=5,endColumn=27,title=W0901::Hier fehlt noch etwas: Raum
";
    assert_eq!(site().report(Format::Github, German), expected);
    assert_eq!(Site::new().report(Format::Github, German), "");
    // A percent sign begins an escape, a line end ends the command.
    let percent = Site::new().event("x", "start: 2019-10-01\nstatus: \"100 %\\nabgesagt\"");
    let shown = percent.report(Format::Github, German);
    assert!(shown.contains("::»100 %25%0Aabgesagt« steht nicht zur Wahl."), "{shown}");
    let comma = Site::new().file("pages/a, b: c.md", "---\ntitle: x\n---\nText\n");
    assert!(comma.report(Format::Github, German).contains("file=content/pages/a%2C b%3A c.md,"));
}

#[test]
fn gitlab_reads_a_code_quality_report() {
    let found: Value = serde_json::from_str(&site().report(Format::Gitlab, German)).unwrap();
    let finding = &found[0];
    assert_eq!(finding["description"], "»abgesagt« steht nicht zur Wahl. Meinten Sie `cancelled`?");
    assert_eq!(finding["check_name"], "E0301");
    assert_eq!(finding["severity"], "major");
    let location = json!({"path": "content/events/treffen.yaml", "lines": {"begin": 4, "end": 4}});
    assert_eq!(finding["location"], location);
    assert_eq!(found[1]["severity"], "minor");
    assert_eq!(Site::new().report(Format::Gitlab, German), "[]\n");
}

/// GitLab compares fingerprints to tell what is new: they must differ from each other, and
/// stay when a line is put in above.
#[test]
fn gitlab_knows_a_finding_again_that_has_moved() {
    let fingerprints = |lines: &str| -> Vec<String> {
        let report = Site::new().event("x", lines).report(Format::Gitlab, German);
        let found: Vec<Value> = serde_json::from_str(&report).unwrap();
        found.iter().map(|found| found["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let before = fingerprints("start: 2019-10-01\ncountries: [XX, XX]");
    let after = fingerprints("start: 2019-10-01\nkind: visit\ncountries: [XX, XX]");
    assert_eq!(before, after);
    assert_ne!(before[0], before[1]);
}

/// What SARIF 2.1.0 says of the objects that we write: the section, what must be there, and
/// what else may be. Anything else is not allowed (3.1.2).
const OBJECTS: &[(&str, &[&str], &[&str])] = &[
    ("sarifLog 3.13", &["version", "runs"], &["$schema", "inlineExternalProperties"]),
    ("run 3.14", &["tool"], &["language", "columnKind", "results", "originalUriBaseIds"]),
    ("tool 3.18", &["driver"], &["extensions"]),
    ("toolComponent 3.19", &["name"], &["version", "semanticVersion", "rules", "informationUri"]),
    ("reportingDescriptor 3.49", &["id"], &["shortDescription", "fullDescription", "help"]),
    ("multiformatMessageString 3.12", &["text"], &["markdown"]),
    ("result 3.27", &["message"], &["ruleId", "ruleIndex", "level", "locations", "fixes"]),
    ("fix 3.55", &["artifactChanges"], &["description"]),
    ("artifactChange 3.56", &["artifactLocation", "replacements"], &[]),
    ("replacement 3.57", &["deletedRegion"], &["insertedContent"]),
    ("artifactContent 3.3", &[], &["text"]),
    ("message 3.11", &["text"], &["markdown"]),
    ("location 3.28", &[], &["physicalLocation"]),
    ("physicalLocation 3.29", &["artifactLocation"], &["region"]),
    ("artifactLocation 3.4", &["uri"], &["uriBaseId"]),
    ("region 3.30", &["startLine"], &["startColumn", "endLine", "endColumn"]),
];

/// The object, after its keys were checked.
fn object<'v>(value: &'v Value, name: &str) -> &'v Value {
    let (_, required, optional) =
        OBJECTS.iter().find(|(section, ..)| section.split(' ').next() == Some(name)).unwrap();
    let keys: HashSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    for key in *required {
        assert!(keys.contains(key), "{name} lacks {key}");
    }
    for key in keys {
        assert!(required.contains(&key) || optional.contains(&key), "{name} has {key}");
    }
    value
}

fn texts(value: &Value, name: &str) {
    let text = object(value, name)["text"].as_str().unwrap();
    assert!(!text.is_empty());
}

/// Checks a document against the standard; gives its results.
fn checked_sarif(text: &str) -> Vec<Value> {
    let log: Value = serde_json::from_str(text).unwrap();
    assert_eq!(object(&log, "sarifLog")["version"], "2.1.0");
    let runs = log["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 1);
    let run = object(&runs[0], "run");
    assert_eq!(run["columnKind"], "unicodeCodePoints", "columns are characters (3.14.17)");
    assert!(["de", "en"].contains(&run["language"].as_str().unwrap()), "RFC 5646 (3.14.7)");
    let driver = object(&object(&run["tool"], "tool")["driver"], "toolComponent");
    let rules = driver["rules"].as_array().unwrap();
    let mut ids = HashSet::new();
    for rule in rules {
        assert!(ids.insert(object(rule, "reportingDescriptor")["id"].as_str().unwrap()));
        texts(&rule["shortDescription"], "multiformatMessageString");
        texts(&rule["help"], "multiformatMessageString");
    }
    let results = run["results"].as_array().unwrap();
    for result in results {
        let result = object(result, "result");
        texts(&result["message"], "message");
        assert!(["none", "note", "warning", "error"].contains(&result["level"].as_str().unwrap()));
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"], "3.27.6");
        for location in result["locations"].as_array().unwrap() {
            let physical = object(location, "location");
            let physical = object(&physical["physicalLocation"], "physicalLocation");
            let artifact = object(&physical["artifactLocation"], "artifactLocation");
            let uri = artifact["uri"].as_str().unwrap();
            let plain = |c: char| c.is_ascii_alphanumeric() || "-._~/%".contains(c);
            assert!(uri.chars().all(plain) && !uri.starts_with('/'), "RFC 3986: {uri}");
            check_region(&physical["region"]);
        }
        for fix in result["fixes"].as_array().into_iter().flatten() {
            texts(&object(fix, "fix")["description"], "message");
            let changes = fix["artifactChanges"].as_array().unwrap();
            assert_eq!(changes.len(), 1, "3.55.3: at least one");
            let change = object(&changes[0], "artifactChange");
            let physical = &result["locations"][0]["physicalLocation"];
            assert_eq!(change["artifactLocation"], physical["artifactLocation"]);
            let replacements = change["replacements"].as_array().unwrap();
            assert_eq!(replacements.len(), 1, "3.56.3: at least one");
            let replacement = object(&replacements[0], "replacement");
            check_region(&replacement["deletedRegion"]);
            assert!(object(&replacement["insertedContent"], "artifactContent")["text"].is_string());
        }
    }
    results.clone()
}

fn check_region(region: &Value) {
    let region = object(region, "region");
    let number = |key: &str| region[key].as_u64().unwrap();
    let start = (number("startLine"), number("startColumn"));
    let end = (number("endLine"), number("endColumn"));
    assert!(start <= end && start.0 >= 1 && start.1 >= 1, "3.30: {region}");
}

#[test]
fn sarif_keeps_to_the_standard_also_when_nothing_was_found() {
    assert!(checked_sarif(&Site::new().report(Format::Sarif, German)).is_empty());
    let umlaut = site().file("events/Größe, 1 %.yaml", "title: x\n");
    let results = checked_sarif(&umlaut.report(Format::Sarif, German));
    let uri = |result: &Value| {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone()
    };
    assert_eq!(uri(&results[0]), "content/events/Gr%C3%B6%C3%9Fe%2C%201%20%25.yaml");
    let codes: Vec<&Value> = results.iter().map(|result| &result["ruleId"]).collect();
    // A wrong name hides no other mistake.
    assert_eq!(codes, ["E0107", "E0209", "E0209", "E0301", "W0901"]);
    let levels: Vec<&Value> = results.iter().map(|result| &result["level"]).collect();
    assert_eq!(levels, ["error", "error", "error", "error", "warning"]);
}

#[test]
fn sarif_of_all_broken_files_keeps_to_the_standard() {
    let mut site = Site::new();
    for (path, bytes) in crate::broken::files() {
        if let Some(path) = path.strip_prefix("content/") {
            site = site.file(path, bytes);
        }
    }
    for language in [German, English] {
        let results = checked_sarif(&site.clone().report(Format::Sarif, language));
        assert!(results.len() > 150);
        assert!(results.iter().filter(|result| result["fixes"].is_array()).count() > 40);
    }
}

#[test]
fn strict_takes_warnings_for_errors_in_every_format() {
    let warning = || Site::new().event("x", "start: 2019-10-01\nsummary: Wir **alle** kommen");
    assert!(!warning().build().0.has_errors());
    assert!(warning().strict().build().0.has_errors());
    assert!(warning().strict().report(Format::Human, German).starts_with("Fehler[W0848]: "));
    assert!(warning().strict().report(Format::Github, German).starts_with("::error "));
    for (format, key, word) in
        [(Format::Json, "severity", "error"), (Format::Gitlab, "severity", "major")]
    {
        let found: Value =
            serde_json::from_str(&warning().strict().report(format, German)).unwrap();
        assert_eq!(found[0][key], word);
    }
    let results = checked_sarif(&warning().strict().report(Format::Sarif, German));
    assert_eq!(results[0]["level"], "error");
    assert!(!Site::new().strict().build().0.has_errors());
}
