//! The workflows of a new programme, for GitHub and GitLab: their scripts run here, with programs in
//! the place of the hosts.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Command;

use serde_yaml::Value;

use crate::cli::{Root, Run};
use crate::harness::walk;

const GITHUB: &str = ".github/workflows/website.yml";
const GITLAB: &str = ".gitlab-ci.yml";

/// A new programme, and a home with programs that stand for what is on a machine of a host.
struct Machine {
    root: Root,
    folder: PathBuf,
    home: PathBuf,
}

impl Machine {
    fn new() -> Self {
        let root = Root::empty();
        assert_eq!(root.run(&["init", "neu", "--now=2019-09-01"]).status, 0);
        let (folder, home) = (root.path().join("neu"), root.path().join("home"));
        let machine = Machine { root, folder, home };
        let bba = env!("CARGO_BIN_EXE_bba");
        machine.program(
            ".local/bin/bba",
            &format!(
                "case $1 in publish) echo \"$2\" >>$HOME/published; exit;; esac\nexec {bba} \"$@\""
            ),
        );
        machine
    }

    /// Puts a program there.
    fn program(&self, path: &str, script: &str) {
        let file = self.home.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, format!("#!/bin/bash\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.home.join(path)).unwrap_or_default()
    }

    fn bash(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let (home, folder) = (self.home.display().to_string(), &self.folder);
        let path = format!("{home}/bin:{home}/.local/bin:/usr/bin:/bin");
        let mut command = Command::new("bash");
        command.args(arguments).current_dir(folder).env_clear();
        command.envs([("HOME", home.as_str()), ("PATH", path.as_str())]);
        command.envs([("WEBSITE", "http://127.0.0.1:9/"), ("SOURCE_DATE_EPOCH", "1567321200")]);
        Run::of(command.envs(variables.iter().copied()))
    }

    /// Runs a task of the script that both hosts call.
    fn task(&self, task: &str, variables: &[(&str, &str)]) -> Run {
        self.bash(&[".ci/website.sh", task], variables)
    }

    fn workflow(&self, file: &str) -> Value {
        serde_yaml::from_str(&self.root.read(&format!("neu/{file}"))).unwrap()
    }

    /// Builds into `online/`, which is then what is published.
    fn publish(&self) {
        let run = self.root.run(&["build", "--root=neu", "--out=neu/online", "--now=2019-09-01"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
}

/// The scripts of a workflow: what stands under `run` and `script`.
fn scripts(value: &Value) -> Vec<&str> {
    match value {
        Value::Mapping(map) => {
            let is_script = |key: &Value| matches!(key.as_str(), Some("run" | "script"));
            map.iter()
                .flat_map(|(key, value)| match (is_script(key), value) {
                    (true, Value::String(script)) => vec![script.as_str()],
                    (true, Value::Sequence(lines)) => {
                        lines.iter().filter_map(Value::as_str).collect()
                    }
                    _ => scripts(value),
                })
                .collect()
        }
        Value::Sequence(items) => items.iter().flat_map(scripts).collect(),
        _ => Vec::new(),
    }
}

/// What `online` does, to its last line: on GitHub in more than one step.
fn online(machine: &Machine, file: &str) -> Run {
    let workflow = machine.workflow(file);
    let all = scripts(&workflow);
    let script = |part: &str| *all.iter().find(|script| script.contains(part)).unwrap();
    let outputs = machine.home.join("outputs");
    let _ = fs::remove_file(&outputs);
    let outputs = outputs.display().to_string();
    let variables = [("GITHUB_OUTPUT", outputs.as_str()), ("ZIEL", "ssh://web/ziel")];
    let built = machine.bash(&["-e", "-c", script("--last-good")], &variables);
    if file == GITLAB {
        return built;
    }
    let output = machine.read("outputs");
    let Some(status) = output.trim().strip_prefix("status=") else { return built };
    assert_eq!(built.status, 0, "the next step goes on");
    let published = machine.bash(&["-e", "-c", script("bba publish")], &variables);
    assert_eq!(published.status, 0, "{}", published.stderr);
    let variables = [("ERFOLG", "success"), ("STATUS", status)];
    machine.bash(&["-e", "-c", script("$ERFOLG")], &variables)
}

#[test]
fn workflows_publish_with_older_parts_and_build_only_what_is_due() {
    for file in [GITHUB, GITLAB] {
        let machine = Machine::new();
        let root = &machine.root;
        let workflow = machine.workflow(file);
        assert!(scripts(&workflow).iter().any(|script| script.contains("bba next --wait 70m")));
        let first = online(&machine, file);
        assert_eq!(first.status, 0, "{file}: {}{}", first.stdout, first.stderr);
        assert!(first.stdout.lines().last().unwrap().starts_with("online seit "), "{file}");
        assert!(root.has("neu/gut/content/site.yaml"), "{file}");
        assert_eq!(machine.read("published"), "ssh://web/ziel\n", "{file}");
        let page = "neu/content/pages/programm.md";
        let text = root.read(page);
        root.write(page, &text.replacen("---\n", "---\nunbekannt: 1\n", 1));
        let older = online(&machine, file);
        assert_eq!(older.status, 3, "{file}: {}{}", older.stdout, older.stderr);
        assert!(older.stdout.lines().last().unwrap().starts_with("online seit "), "{file}");
        assert!(!root.read(&page.replace("neu/", "neu/gut/")).contains("unbekannt"), "{file}");
        root.write("neu/content/site.yaml", "id: [");
        fs::remove_dir_all(machine.folder.join("gut")).unwrap();
        let broken = online(&machine, file);
        assert_eq!(broken.status, 1, "{file}: {}", broken.stderr);
        let last = broken.stderr.lines().last().unwrap();
        assert!(last.starts_with("nicht online, weil "), "{file}: {last}");
    }
}

/// Stands for a host that has the program: `curl` copies it.
const HOST: &str = "while [ $# -gt 0 ]; do case $1 in --output) out=$2; shift;; esac; shift; done
[ -e $HOME/release ] || exit 22
cp $HOME/release $out";

#[test]
fn the_program_is_taken_from_a_release_of_the_right_hash_and_from_source_otherwise() {
    let machine = Machine::new();
    let bba = ".local/bin/bba";
    fs::remove_file(machine.home.join(bba)).unwrap();
    machine.program("bin/curl", HOST);
    machine.program(
        "bin/cargo",
        "echo \"$@\" >>$HOME/cargo; printf '#!/bin/bash\\necho bba aus Quelltext\\n' >$HOME/.local/bin/bba; chmod +x $HOME/.local/bin/bba",
    );
    machine.program("release", "echo bba fertig");
    let hash = Command::new("sha256sum").arg(machine.home.join("release")).output().unwrap();
    let hash = String::from_utf8(hash.stdout).unwrap()[..64].to_owned();
    let fetch = |hash: &str| {
        let source = [("BBA_REPOSITORY", "https://example.org/bba.git"), ("BBA_REV", "v9")];
        let release = [("BBA_RELEASE", "https://example.org/bba"), ("BBA_SHA256", hash)];
        machine.task("holen", &[source, release].concat())
    };
    for _ in 0..2 {
        let right = fetch(&hash);
        assert_eq!((right.status, right.stdout.as_str()), (0, "bba fertig\n"), "{}", right.stderr);
    }
    assert_eq!(machine.read("cargo"), "");
    let wrong = fetch(&"0".repeat(64));
    assert_eq!(wrong.status, 1);
    assert!(wrong.stderr.contains("nicht online, weil "), "{}", wrong.stderr);
    assert!(!machine.home.join(bba).exists(), "what has another hash is not kept");
    fs::remove_file(machine.home.join("release")).unwrap();
    let source = fetch(&hash);
    assert_eq!((source.status, source.stdout.as_str()), (0, "bba aus Quelltext\n"));
    let pinned = machine.read("cargo");
    assert!(pinned.contains("--locked") && pinned.contains("--rev v9"), "{pinned}");
    let cached = fetch("");
    assert_eq!(cached.status, 0, "{}", cached.stderr);
    assert_eq!(machine.read("cargo").lines().count(), 1, "built once");
}

/// Stands for GitHub: notes what it is asked, keeps what it is sent and answers with `answer`.
const GH: &str = "echo \"$@\" >>$HOME/asked
case \"$*\" in *--jq*) cat $HOME/answer 2>/dev/null; exit 0;; esac
for argument in \"$@\"; do case $argument in body=@*) cat ${argument#body=@} >>$HOME/sent;; esac; done";

const ON_GITHUB: [(&str, &str); 5] = [
    ("GITHUB_ACTIONS", "true"),
    ("GITHUB_REPOSITORY", "wfs/website"),
    ("VORSCHLAG", "7"),
    ("STAND", "abc"),
    ("VORSCHAU", "https://github.example.org/artifact"),
];

#[test]
fn one_comment_says_what_changes_and_is_written_anew() {
    let machine = Machine::new();
    const PAGE: &str = "content/pages/anreise.md";
    machine.program("bin/gh", GH);
    machine.root.write(&format!("neu/{PAGE}"), "---\ntitle: Anreise\n---\nText\n");
    machine.publish();
    let comment = |website: &str| {
        fs::remove_file(machine.home.join("sent")).ok();
        machine.task("kommentar", &[&ON_GITHUB[..], &[("WEBSITE", website)]].concat())
    };
    let first = comment("online");
    assert_eq!(first.status, 0, "{}", first.stderr);
    let sent = machine.read("sent");
    assert!(sent.starts_with("<!-- bba: plan -->\n## Was sich auf der Website ändert"), "{sent}");
    assert!(sent.contains("(https://github.example.org/artifact)"), "{sent}");
    assert!(machine.read("asked").contains("POST repos/wfs/website/issues/7/comments"));
    machine.root.write("home/answer", "31\n32\n");
    assert_eq!(comment("online").status, 0);
    let asked = machine.read("asked");
    assert!(asked.contains("PATCH repos/wfs/website/issues/comments/31"), "{asked}");
    assert_eq!(asked.matches("POST").count(), 1, "{asked}");
    let unreadable = comment("http://127.0.0.1:9/");
    assert_eq!(unreadable.status, 0, "{}", unreadable.stderr);
    assert!(machine.read("sent").contains("war nicht zu lesen"));
    fs::remove_file(machine.folder.join(PAGE)).unwrap();
    let broken = comment("online");
    assert_eq!(broken.status, 1, "a promise would be broken");
    assert!(machine.read("sent").contains("/anreise/"), "{}", machine.read("sent"));
}

#[test]
fn corrections_are_suggested_at_their_lines_and_only_once() {
    let machine = Machine::new();
    machine.program("bin/gh", GH);
    let git = "git init -q && git add -A && \
               git -c user.name=a -c user.email=a@example.org commit -q -m a";
    machine.root.write(
        "neu/content/events/treffen.yaml",
        "title: Treffen\nstart: 24.09.2019\npublished: 2019-08-01\n",
    );
    assert_eq!(machine.bash(&["-c", git], &[]).status, 0);
    let run = machine.task("berichtigen", &ON_GITHUB);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let sent = machine.read("sent");
    assert!(sent.starts_with("```suggestion\nstart: 2019-09-24\n```\n\n<!-- bba: "), "{sent}");
    let asked = machine.read("asked");
    assert!(asked.contains("path=content/events/treffen.yaml -F line=2 -f side=RIGHT"), "{asked}");
    assert!(asked.contains("commit_id=abc"), "{asked}");
    let event = machine.root.read("neu/content/events/treffen.yaml");
    assert!(event.contains("24.09.2019"), "the proposal itself stays as it is");
    machine.root.write("home/answer", &sent);
    assert_eq!(machine.task("berichtigen", &ON_GITHUB).status, 0);
    assert_eq!(machine.read("sent"), sent, "nothing is said twice");
}

/// Stands for GitLab's API: `curl` notes what it is asked and answers with `answer`.
const GITLAB_API: &str = "echo \"$@\" >>$HOME/asked
config=$(cat); echo \"$config\" >>$HOME/config
case \"$*\" in *--request*) ;; *) cat $HOME/answer 2>/dev/null || echo '[]';; esac";

const ON_GITLAB: [(&str, &str); 8] = [
    ("KOMMENTAR_TOKEN", "geheim"),
    ("CI_API_V4_URL", "https://gitlab.example.org/api/v4"),
    ("CI_PROJECT_ID", "3"),
    ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "base"),
    ("VORSCHLAG", "7"),
    ("STAND", "abc"),
    ("VORSCHAU", "https://wfs.pages.example.org/-/website/-/jobs/1/artifacts/public/"),
    ("ADRESSE_DER_VORSCHAU", "https://wfs.pages.example.org/-/website/-/jobs/1/artifacts/public/"),
];

#[test]
fn gitlab_is_written_to_and_no_command_line_shows_the_token() {
    let machine = Machine::new();
    machine.program("bin/curl", GITLAB_API);
    // What is asked of it here: the first id.
    machine.program("bin/jq", "grep -o '[0-9][0-9]*' | head -n 1");
    machine.publish();
    machine.root.write(
        "neu/content/events/treffen.yaml",
        "title: Treffen\nstart: 2019-12-01\npublished: 2019-08-01\n",
    );
    let with = [&ON_GITLAB[..], &[("WEBSITE", "online")]].concat();
    assert_eq!(machine.task("kommentar", &with).status, 0);
    let body = fs::read_to_string(machine.folder.join("kommentar.md")).unwrap();
    assert!(
        body.contains("(https://wfs.pages.example.org/-/website/-/jobs/1/artifacts/public/veranstaltungen/treffen/)"),
        "each change leads to the preview: {body}"
    );
    let asked = machine.read("asked");
    assert!(asked.contains(
        "--request POST https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes"
    ));
    assert!(!asked.contains("geheim") && machine.read("config").contains("geheim"));
    machine.root.write("home/answer", "[{\"id\": 31}]");
    assert_eq!(machine.task("kommentar", &with).status, 0);
    assert!(machine.read("asked").contains(
        "--request PUT https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes/31"
    ));
}

#[test]
fn the_guard_is_loud_when_something_due_is_not_online() {
    let machine = Machine::new();
    machine.publish();
    let guard = |at: &str| {
        let late = [("WEBSITE", "online"), ("WARTEZEIT", "0"), ("GITHUB_ACTIONS", "true")];
        machine.task("waechter", &[&late[..], &[("SOURCE_DATE_EPOCH", at)]].concat())
    };
    let before = guard("1567321200");
    assert_eq!(before.status, 0, "{}", before.stderr);
    machine.root.write(
        "neu/content/press/2019-09-02-sperre.md",
        "---\ntitle: Noch nicht\ndate: 2019-09-02\nembargo: 2019-09-02T10:00\n---\nText\n",
    );
    assert_eq!(guard("1567321200").status, 0, "it is not due yet");
    // Five minutes after ten in Berlin, and a second more.
    let patient = guard("1567411500");
    assert_eq!(patient.status, 0, "{}", patient.stderr);
    let late = guard("1567411501");
    assert_eq!(late.status, 1);
    assert!(late.stdout.contains("::error title=Nicht online::"), "{}", late.stdout);
    assert!(late.stderr.contains("NICHT ONLINE"), "{}", late.stderr);
}

#[test]
fn once_a_day_the_guard_asks_for_every_file() {
    let machine = Machine::new();
    machine.publish();
    let guard = |at: &str| {
        let with = [("WEBSITE", "online"), ("WARTEZEIT", "0"), ("SOURCE_DATE_EPOCH", at)];
        machine.task("waechter", &with)
    };
    let (at_three, at_seven) = ("1567308420", "1567322820");
    assert_eq!(guard(at_three).status, 0);
    machine.root.write("neu/online/impressum/index.html", "<!doctype html>");
    assert_eq!(guard(at_seven).status, 0, "nobody asks");
    let altered = guard(at_three);
    assert_eq!(altered.status, 1);
    assert!(altered.stdout.contains("impressum/index.html"), "{}", altered.stdout);
}

/// Every mapping below a value.
fn mappings(value: &Value) -> Vec<&serde_yaml::Mapping> {
    match value {
        Value::Mapping(map) => {
            let below = map.values().flat_map(mappings);
            std::iter::once(map).chain(below).collect()
        }
        Value::Sequence(items) => items.iter().flat_map(mappings).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn workflows_may_do_little_keep_no_token_and_run_once() {
    let machine = Machine::new();
    let github = machine.workflow(GITHUB);
    assert_eq!(
        github["permissions"].as_mapping().unwrap().len(),
        0,
        "nothing unless a job needs it"
    );
    for (name, job) in github["jobs"].as_mapping().unwrap() {
        let may = job["permissions"].as_mapping().unwrap();
        let writes: Vec<&str> = may
            .iter()
            .filter(|(_, how)| how.as_str() == Some("write"))
            .filter_map(|(what, _)| what.as_str())
            .collect();
        let allowed: &[&str] = match name.as_str().unwrap() {
            "pruefen" => &["pull-requests"],
            "online" => &["pages", "id-token"],
            _ => &[],
        };
        assert_eq!(writes, allowed, "{name:?}");
    }
    for step in mappings(&github) {
        let uses = step.get("uses").and_then(Value::as_str).unwrap_or_default();
        if uses.starts_with("actions/checkout@") {
            assert_eq!(step["with"]["persist-credentials"].as_bool(), Some(false));
        }
        if uses.starts_with("actions/upload-") {
            assert_eq!(step["with"]["path"].as_str(), Some("public"), "nothing else is kept");
            assert!(step["with"]["retention-days"].as_u64().unwrap() <= 7);
        }
    }
    let minute = |text: &str| text.split(' ').next().unwrap().parse::<u32>().unwrap();
    let cron = github["on"]["schedule"][0]["cron"].as_str().unwrap();
    assert!(cron.ends_with(" * * * *") && minute(cron) % 2 == 1, "{cron}");
    let push: Vec<&str> = github["on"]["push"]["branches"]
        .as_sequence()
        .unwrap()
        .iter()
        .filter_map(Value::as_str)
        .collect();
    assert_eq!(push, ["main", "master"], "a proposal runs once");
    let gitlab = machine.workflow(GITLAB);
    assert_eq!(gitlab["pruefen"]["artifacts"]["expire_in"].as_str(), Some("7 days"));
    assert_eq!(gitlab["pruefen"]["environment"]["auto_stop_in"].as_str(), Some("7 days"));
    assert_eq!(gitlab["workflow"]["rules"].as_sequence().unwrap().len(), 2);
    for file in [GITHUB, GITLAB] {
        let text = machine.root.read(&format!("neu/{file}"));
        for word in ["BBA_SHA256", "verify", "--if-due --against", "next --wait 70m", "waechter"] {
            let script = machine.root.read("neu/.ci/website.sh");
            assert!(text.contains(word) || script.contains(word), "{file}: {word}");
        }
    }
    assert!(machine.root.read(&format!("neu/{GITHUB}")).contains("60 Tage"));
    assert!(machine.root.read("neu/README.md").contains("60 Tage"));
    assert!(walk(&machine.folder.join(".ci")).len() == 1);
}
