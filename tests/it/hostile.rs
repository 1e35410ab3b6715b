//! What no editor would write: links out of the tree, files too large or nested too deep,
//! aliases that unfold to gigabytes. Such things cannot lie in git, so they are made here, put
//! beside the broken files of `tests/broken/`, and given to the real binary.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use tempfile::TempDir;

use crate::broken;
use crate::harness::{Site, temporary_folder, walk};

/// A root that was built once and has been damaged since.
struct Root(TempDir);

impl Root {
    fn new() -> Self {
        let root = Root(temporary_folder());
        for folder in ["content", "themes"] {
            for file in walk(Path::new(folder)) {
                root.write(file.to_str().unwrap(), fs::read(&file).unwrap());
            }
        }
        let built = root.bba(&["build", "--quiet"]);
        assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
        root
    }

    fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn bba(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
        command.args(args).args(["--lang", "de", "--now", "2019-09-23T20:00", "--root"]);
        command.arg(self.0.path()).output().unwrap()
    }

    /// The published files, with what they hold and when they were written.
    fn public(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let files = walk(&self.path("public")).into_iter();
        let with_facts = |file: PathBuf| {
            let written = fs::metadata(&file).unwrap().modified().unwrap();
            (file.clone(), (fs::read(&file).unwrap(), written))
        };
        files.map(with_facts).collect()
    }

    /// Checks and builds; gives the findings as `file:line:column code`, sorted.
    fn findings(&self) -> Vec<String> {
        let before = self.public();
        let check = self.bba(&["check", "--format", "json"]);
        let build = self.bba(&["build"]);
        for ended in [&check, &build] {
            let said = text(&ended.stderr);
            assert_eq!(ended.status.code(), Some(1), "{said}");
            assert!(!said.contains("panic") && !said.contains("overflow"), "{said}");
        }
        assert!(text(&build.stderr).contains("nichts veröffentlicht"));
        assert!(self.public() == before, "the output was touched");
        let findings: Vec<serde_json::Value> = serde_json::from_slice(&check.stdout).unwrap();
        let place = |found: &serde_json::Value| {
            let file = found["file"].as_str().unwrap();
            let file = file.strip_prefix("content/").unwrap_or(file);
            let code = found["code"].as_str().unwrap();
            format!("{file}:{}:{} {code}", found["line"], found["column"])
        };
        let mut places: Vec<String> = findings.iter().map(place).collect();
        places.sort();
        places
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The places in `tests/broken/expected.txt`.
fn expected_of_broken_files() -> Vec<String> {
    let expected = fs::read_to_string(broken::EXPECTED).unwrap();
    let place = |line: &str| {
        let code = line.find(" E0").or_else(|| line.find(" W0")).unwrap();
        line[..code + " E0000".len()].to_owned()
    };
    expected.lines().map(place).collect()
}

/// Nested 100,000 deep, or as deep as 1 MB allows, and where that is too deep.
fn too_deep() -> [(&'static str, String, &'static str); 9] {
    let indented: String = (0..1400).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    [
        ("deep-brackets", "[".repeat(100_000), "1:65"),
        ("deep-braces", "{".repeat(100_000), "1:65"),
        ("deep-dashes", "- ".repeat(100_000), "1:129"),
        ("deep-questions", "? ".repeat(100_000), "1:129"),
        ("deep-keys-in-braces", "{a: ".repeat(100_000), "1:257"),
        ("deep-mixed", "[{a: ".repeat(100_000), "1:161"),
        ("deep-closed", "[".repeat(100_000) + &"]".repeat(100_000), "1:65"),
        ("deep-behind-umlauts", format!("title: [Ä, {}", "[".repeat(100_000)), "1:74"),
        ("deep-indents", indented, "65:65"),
    ]
}

/// Names that unfold to more than any file may hold, and where that is noticed.
fn too_many_aliases() -> [(&'static str, String, &'static str); 3] {
    let laughs: String = (1..10)
        .map(|level| {
            let inner = vec![format!("*a{}", level - 1); 10].join(", ");
            format!("k{level}: &a{level} [{inner}]\n")
        })
        .collect();
    let long = "x".repeat(500_000);
    [
        ("alias-bomb", format!("k0: &a0 lol\n{laughs}"), "7:15"),
        (
            "alias-of-a-long-text",
            format!("title: &a {long}\naliases: [{}]\n", "*a, ".repeat(9)),
            "2:15",
        ),
        ("alias-of-itself", "title: &a [*a]\n".to_owned(), "1:12"),
    ]
}

#[test]
fn hostile_files_are_refused_at_their_places_beside_all_other_mistakes() {
    let root = Root::new();
    fs::remove_dir_all(root.path("content")).unwrap();
    for (path, bytes) in broken::files() {
        root.write(&path, bytes);
    }
    let mut expected = expected_of_broken_files();
    for (name, yaml, place) in too_deep() {
        root.write(&format!("content/events/{name}.yaml"), &yaml);
        expected.push(format!("events/{name}.yaml:{place} E0204"));
    }
    for (name, yaml, place) in too_many_aliases() {
        root.write(&format!("content/events/{name}.yaml"), &yaml);
        expected.push(format!("events/{name}.yaml:{place} E0205"));
    }
    let front_matter = format!("---\ntitle: Tief\nevents: {}\n---\nText\n", "[".repeat(100_000));
    root.write("content/press/2019-09-23-deep.md", front_matter);
    expected.push("press/2019-09-23-deep.md:3:72 E0204".to_owned());
    let large = fs::File::create(root.path("content/events/large.yaml")).unwrap();
    large.set_len(50_000_000).unwrap();
    expected.push("events/large.yaml:1:1 E0103".to_owned());
    root.write("content/events/zeros.yaml", [0; 1000]);
    expected.push("events/zeros.yaml:1:1 E0210".to_owned());
    expected.extend(links_and_pipes(&root));
    expected.sort();
    let mut findings = root.findings();
    findings.retain(|found| !found.contains(" W091"));
    assert_eq!(findings, expected);
}

/// Makes links that lead out, nowhere and in circles, and a pipe; gives what is to be found.
#[cfg(unix)]
fn links_and_pipes(root: &Root) -> Vec<String> {
    use std::os::unix::fs::symlink;
    let outside = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let links = [
        ("pages/out.md", outside),
        ("pages/folder-out", "/"),
        ("pages/dangling.md", "nowhere.md"),
        ("pages/itself.md", "itself.md"),
        ("pages/circle", ".."),
        ("media/out.jpg", outside),
        // Inside of the root, and not inside of one folder of kind.
        ("media/sources.pdf", "../../Cargo.toml"),
        ("media/embargoed.pdf", "../events/zeros.yaml"),
        ("media/hidden.pdf", "_hidden.pdf"),
        ("media/repository.pdf", ".git/config"),
        ("media/no-kind.pdf", "secret.env"),
        ("media/folder-of-events", "../events"),
        ("events/page.yaml", "../pages/impressum.md"),
        ("sponsors", "media"),
    ];
    for (name, bytes) in [("_hidden.pdf", "x"), (".git/config", "x"), ("secret.env", "x")] {
        root.write(&format!("content/media/{name}"), bytes);
    }
    let mut expected = Vec::new();
    for (link, target) in links {
        symlink(target, root.path("content").join(link)).unwrap();
        expected.push(format!("{link}:1:1 E0104"));
    }
    let pipe = root.path("content/events/pipe.yaml");
    if Command::new("mkfifo").arg(pipe).status().is_ok_and(|made| made.success()) {
        expected.push("events/pipe.yaml:1:1 E0105".to_owned());
    }
    expected
}

#[cfg(not(unix))]
fn links_and_pipes(_: &Root) -> Vec<String> {
    Vec::new()
}

#[test]
fn interface_texts_that_are_nested_too_deep_are_one_mistake() {
    let root = Root::new();
    root.write("themes/bba-sachsen/strings/de.yaml", "{a: ".repeat(100_000));
    let errors = root.findings();
    let errors: Vec<&String> = errors.iter().filter(|found| found.contains(" E")).collect();
    assert_eq!(errors, ["themes/bba-sachsen/strings/de.yaml:1:257 E0204"]);
}

/// Texts that make a program slow that looks at everything more than once.
#[test]
fn long_and_odd_markdown_is_read_to_its_end() {
    let odd = [
        "> ".repeat(50_000),
        "[".repeat(50_000),
        "![".repeat(50_000),
        "*a **b ".repeat(20_000),
        "- ".repeat(20_000),
        "`".repeat(50_000),
        "<span lang=\"de\">".repeat(5_000),
        "<b>".repeat(5_000),
        "??Lücke?? ".repeat(5_000),
        "[a](b.md) ".repeat(5_000),
        "[^1]: a\n\n[^1]\n\n".repeat(2_000),
        "| a ".repeat(2_000) + "\n" + &"|-".repeat(2_000) + "\n" + &"| a ".repeat(2_000),
        "# a\n\n".repeat(5_000),
        "&amp;\u{0}\u{feff}\u{202e}".repeat(5_000),
    ];
    for text in odd {
        let page = format!("---\ntitle: Seite\n---\n{text}\n");
        let site = Site::new().file("pages/seite.md", page);
        let yaml = text.replace('\n', "\n  ");
        site.event("x", &format!("start: 2019-10-01\ndescription: |\n  {yaml}")).build();
    }
}

#[test]
fn many_keys_and_many_wrong_references_are_read_to_their_end() {
    let keys: String = (0..20_000).map(|key| format!("k{key}: {{name: x}}\n")).collect();
    let names: Vec<String> = (0..20_000).map(|name| format!("x{name}")).collect();
    let lines = format!("start: 2019-10-01\nsectors: [{}]", names.join(", "));
    let output = Site::new().file("venues.yaml", keys).event("x", &lines).build();
    // The rest is left out: nobody reads more of one file.
    assert_eq!(output.errors().len(), 1000);
}
