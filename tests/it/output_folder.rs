//! The output folder: wholly the old or wholly the new site, whatever lies in it and whatever
//! goes wrong.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, SystemTime};

use bba::files::{Body, Files, Sink};
use bba::pipeline::{Cache, Options, build};
use bba::publish::{self, Refused, Unpublished, publish};
use bba::source::Sources;
use tempfile::TempDir;

use crate::harness::Site;

/// Finished files; `build.json` names all others.
fn files(texts: &[(&str, &str)]) -> Files {
    let mut files = Files::new();
    let mut named = serde_json::Map::new();
    for (path, text) in texts {
        files.insert((*path).to_owned(), text.as_bytes().to_vec().into());
        let facts = serde_json::json!({"size": text.len(), "blake3": blake3(text.as_bytes())});
        named.insert((*path).to_owned(), facts);
    }
    let manifest = serde_json::json!({"generator": "bba", "version": "0.1.0", "files": named});
    files.insert("build.json".to_owned(), serde_json::to_vec(&manifest).unwrap().into());
    files
}

/// The same files, each put away by the output as soon as it is made.
fn put_away(files: &Files, output: &publish::Output) -> Files {
    let put = |(path, body): (&String, &Body)| (path.clone(), output.take(path, body.clone()));
    files.iter().map(put).collect()
}

fn open(out: &Path) -> publish::Output {
    publish::Output::open(Path::new(""), out, false, || {}).unwrap()
}

/// What lies beside an output.
fn beside(out: &Path) -> usize {
    fs::read_dir(out.parent().unwrap()).unwrap().count() - usize::from(out.exists())
}

fn blake3(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// Everything below a folder: bytes of files, targets of links, empty texts for folders.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap() {
            let path = entry.unwrap().path();
            let kind = fs::symlink_metadata(&path).unwrap().file_type();
            let is = if kind.is_symlink() {
                fs::read_link(&path).unwrap().into_os_string().into_encoded_bytes()
            } else if kind.is_dir() {
                folders.push(path.clone());
                Vec::new()
            } else {
                fs::read(&path).unwrap()
            };
            found.insert(path.strip_prefix(folder).unwrap().to_owned(), is);
        }
    }
    found
}

/// Files that wait beside the output for their publication make the same site as files in memory.
#[test]
fn what_waits_beside_the_output_is_published_and_only_what_differs_waits() {
    let folder = TempDir::new().unwrap();
    let (out, other) = (folder.path().join("public"), folder.path().join("other"));
    let first = files(&[("index.html", "alt"), ("presse/a.html", "A"), ("bild.svg", "B")]);
    let second = files(&[("index.html", "neu"), ("presse/b/c.html", "A"), ("bild.svg", "B")]);
    for site in [&first, &second, &second] {
        publish(site, &other).unwrap();
        let output = open(&out);
        let waiting = put_away(site, &output);
        assert!(waiting.values().all(|body| matches!(body, Body::Away(_))));
        for (path, body) in &waiting {
            assert_eq!(body.read().unwrap(), site[path].read().unwrap(), "{path}");
            assert_eq!((body.size(), body.hash()), (site[path].size(), site[path].hash()));
        }
        output.publish(&waiting).unwrap();
        drop(output);
        assert_eq!(tree(&out), tree(&other));
    }
    let times = |out: &Path| fs::metadata(out.join("bild.svg")).unwrap().modified().unwrap();
    let before = (fs::metadata(&out).unwrap().ino(), times(&out));
    let output = open(&out);
    let waiting = put_away(&second, &output);
    assert_eq!(beside(&out), 1, "nothing differs, so nothing waits");
    let published = output.publish(&waiting).unwrap();
    assert_eq!((published.written, published.unchanged), (0, 4));
    assert_eq!((fs::metadata(&out).unwrap().ino(), times(&out)), before);
}

#[test]
fn what_waited_for_nothing_leaves_no_trace() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    let output = open(&out);
    put_away(&files(&[("index.html", "falsch"), ("presse/a/b.html", "A")]), &output);
    assert_eq!(beside(&out), 1, "it waits");
    let folder_beside = folder.path().join(".public.bba-build");
    let rights = fs::metadata(folder_beside).unwrap().mode() & 0o777;
    assert_eq!(rights, 0o700, "where nobody else looks: it may have mistakes");
    drop(output);
    assert!(!out.exists() && beside(&out) == 0, "and is gone when there is no publication");

    // Another site is published than the one that waits, as with `--last-good`.
    let output = open(&out);
    put_away(&files(&[("index.html", "falsch"), ("presse/a/b.html", "A")]), &output);
    output.publish(&files(&[("index.html", "richtig"), ("presse", "keine Ordner")])).unwrap();
    drop(output);
    let tree = tree(&out);
    assert_eq!(tree[Path::new("index.html")], b"richtig");
    assert_eq!((tree.len(), beside(&out)), (3, 0), "{tree:?}");
}

/// Where nothing can lie beside the output, files stay in memory.
#[test]
fn nothing_waits_where_there_is_no_place_for_it() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    fs::create_dir(&out).unwrap();
    let site = files(&[("index.html", "neu")]);
    let in_place = publish::Output::open(Path::new(""), &out, true, || {}).unwrap();
    assert!(put_away(&site, &in_place).values().all(|body| matches!(body, Body::Bytes(_))));
    drop(in_place);
    let outside = open(&out).take("../fremd.html", b"x".to_vec().into());
    assert!(matches!(outside, Body::Bytes(_)) && beside(&out) == 0);
    // A place that is taken: the file stays in memory, and publishing it says why.
    let (output, long) = (open(&out), "x".repeat(300));
    let file = output.take(&long, b"x".to_vec().into());
    assert!(matches!(file, Body::Bytes(_)));
    assert!(output.publish(&Files::from([(long, file)])).is_err());
    drop(output);
    assert_eq!(beside(&out), 0);
}

/// The folder that is exchanged keeps what others put there, and what does not differ is the
/// same file as before.
#[test]
fn a_new_site_takes_the_place_of_the_old_one_with_what_is_of_others() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    publish(&files(&[("index.html", "alt"), ("presse/a.html", "A"), ("bild.svg", "B")]), &out)
        .unwrap();
    let (before, same) = (fs::metadata(&out).unwrap().ino(), out.join("bild.svg"));
    let unchanged = fs::metadata(&same).unwrap().ino();
    fs::write(out.join(".gitkeep"), "").unwrap();
    fs::write(out.join("presse/notiz.txt"), "von jemandem").unwrap();
    fs::create_dir_all(out.join("leer/tiefer")).unwrap();
    symlink("../anderswo", out.join("verweis")).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o751)).unwrap();

    let published = publish(&files(&[("index.html", "neu"), ("bild.svg", "B")]), &out).unwrap();
    assert_eq!((published.written, published.unchanged, published.removed), (2, 1, 1));
    assert!(published.left.is_none() && published.unknown.is_empty());
    let tree = tree(&out);
    assert_eq!(tree[Path::new("index.html")], b"neu");
    assert_eq!(tree[Path::new("presse/notiz.txt")], b"von jemandem");
    assert_eq!(tree[Path::new("verweis")], b"../anderswo");
    assert!(
        tree.contains_key(Path::new(".gitkeep")) && tree.contains_key(Path::new("leer/tiefer"))
    );
    assert!(!tree.contains_key(Path::new("presse/a.html")));
    assert_ne!(fs::metadata(&out).unwrap().ino(), before, "exchanged");
    assert_eq!(fs::metadata(&same).unwrap().ino(), unchanged, "the same file");
    assert_eq!(fs::metadata(&out).unwrap().mode() & 0o7777, 0o751);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing beside it");
}

#[test]
fn when_nothing_differs_nothing_is_touched() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    let site = files(&[("index.html", "A"), ("presse/index.html", "B")]);
    publish(&site, &out).unwrap();
    let times = || -> Vec<(u64, SystemTime)> {
        [folder.path(), &out, &out.join("presse"), &out.join("presse/index.html")]
            .map(|path| fs::metadata(path).unwrap())
            .map(|facts| (facts.ino(), facts.modified().unwrap()))
            .to_vec()
    };
    let before = times();
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(publish(&site, &out).unwrap().written, 0);
    assert_eq!(times(), before);
}

/// What of an output is in the way of a site, and by which name it is told.
fn in_the_way(prepare: impl FnOnce(&Path)) -> PathBuf {
    let folder = TempDir::new().unwrap();
    let (out, other) = (folder.path().join("public"), folder.path().join("fremd"));
    fs::create_dir(&other).unwrap();
    fs::write(other.join("index.html"), "fremd").unwrap();
    publish(&files(&[("index.html", "alt")]), &out).unwrap();
    prepare(&out);
    let before = tree(folder.path());
    let site = files(&[("index.html", "neu"), ("presse/index.html", "P"), ("bild.svg", "B")]);
    let refused = publish(&site, &out);
    assert_eq!(tree(folder.path()), before, "nothing is touched");
    match refused {
        Err(Unpublished::Refused(Refused::InTheWay(path))) => path,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_somebody_put_where_a_file_belongs_is_named_and_stays() {
    let linked_folder = |out: &Path| symlink("../fremd", out.join("presse")).unwrap();
    assert_eq!(in_the_way(linked_folder), Path::new("presse"));
    let linked_file = |out: &Path| symlink("../fremd/index.html", out.join("bild.svg")).unwrap();
    assert_eq!(in_the_way(linked_file), Path::new("bild.svg"));
    let own_file = |out: &Path| fs::write(out.join("bild.svg"), "von jemandem").unwrap();
    assert_eq!(in_the_way(own_file), Path::new("bild.svg"));
    let file_for_folder = |out: &Path| fs::write(out.join("presse"), "von jemandem").unwrap();
    assert_eq!(in_the_way(file_for_folder), Path::new("presse"));
    let folder_for_file = |out: &Path| {
        fs::create_dir(out.join("bild.svg")).unwrap();
        fs::write(out.join("bild.svg/notiz.txt"), "von jemandem").unwrap();
    };
    assert_eq!(in_the_way(folder_for_file), Path::new("bild.svg"));
}

#[test]
fn a_file_of_somebody_that_is_just_as_ours_is_nobodys_loss() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    publish(&files(&[("index.html", "A")]), &out).unwrap();
    fs::write(out.join("bild.svg"), "B").unwrap();
    let published = publish(&files(&[("index.html", "A"), ("bild.svg", "B")]), &out).unwrap();
    assert_eq!((published.written, published.unchanged), (1, 2), "only the manifest");
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    for in_place in [false, true] {
        let folder = TempDir::new().unwrap();
        let out = folder.path().join("public");
        for site in [
            files(&[("a", "Datei"), ("b/c/d.html", "tief"), ("b/e.html", "E")]),
            files(&[("a/x.html", "im Ordner"), ("b", "Datei")]),
            files(&[("a", "Datei"), ("b/c/d.html", "tief"), ("b/e.html", "E")]),
        ] {
            let output = publish::Output::open(Path::new(""), &out, in_place, || {}).unwrap();
            output.publish(&site).unwrap();
            let there = tree(&out);
            let there: Vec<_> = there.keys().filter(|path| out.join(path).is_file()).collect();
            assert_eq!(there, site.keys().map(Path::new).collect::<Vec<_>>(), "{in_place}");
        }
    }
}

/// A disk that was full or lost its power may leave a list of files that is empty or cut off.
#[test]
fn a_damaged_manifest_is_no_dead_end() {
    let folder = TempDir::new().unwrap();
    let [old, new] = [
        Site::new().release("2019-08-05-vertrag", "title: Vertrag\n", "Text").build().0.files,
        Site::new().build().0.files,
    ];
    let clean = folder.path().join("clean");
    publish(&new, &clean).unwrap();
    let whole = old["build.json"].read().unwrap().into_owned();
    let lines: Vec<usize> =
        whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect();
    let last_files = lines[lines.len() - 8];
    for length in [0, 1, 30, lines[3], whole.len() / 2, last_files, whole.len() - 3] {
        let out = folder.path().join(format!("public-{length}"));
        publish(&old, &out).unwrap();
        fs::write(out.join("build.json"), &whole[..length]).unwrap();
        let published = publish(&new, &out).unwrap();
        let mut there = tree(&out);
        // What may be of the earlier build is told.
        for path in &published.unknown {
            assert!(there.remove(path).is_some());
            assert!(path.to_str().unwrap().contains("vertrag"), "{}", path.display());
        }
        there.retain(|path, _| !path.to_str().unwrap().ends_with("vertrag"));
        assert_eq!(there, tree(&clean), "after {length} bytes");
        assert!(length < last_files || published.unknown.is_empty(), "all were named");
    }
}

#[test]
fn a_first_build_that_wrote_some_files_does_not_stop_the_next() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    let site = files(&[("index.html", "A"), ("presse/index.html", "P"), ("bild.svg", "B")]);
    // As version 0.1 left it: some files, one half written under another name, empty folders.
    fs::create_dir_all(out.join("presse")).unwrap();
    fs::write(out.join("index.html"), "A").unwrap();
    fs::write(out.join("bild.svg.bba-new"), "").unwrap();
    publish(&site, &out).unwrap();
    let there = tree(&out);
    let paths: Vec<&str> = there.keys().map(|path| path.to_str().unwrap()).collect();
    assert_eq!(paths, ["bild.svg", "build.json", "index.html", "presse", "presse/index.html"]);
}

#[test]
fn folders_of_others_are_refused_whatever_they_are_called() {
    let folder = TempDir::new().unwrap();
    let site = files(&[("index.html", "A"), ("robots.txt", "R")]);
    for (name, text) in [
        ("index.html", "fremd"),
        ("robots.txt", ""),
        ("build.json", ""),
        ("build.json", "{\"generator\": \"hugo\", \"files\": {}}"),
        ("build.json", "{\"generator\": \"bb"),
        ("notiz.txt", "N"),
    ] {
        let out = folder.path().join(blake3(format!("{name}{text}").as_bytes()));
        fs::create_dir(&out).unwrap();
        fs::write(out.join(name), text).unwrap();
        let refused = publish(&site, &out);
        let foreign = Refused::Foreign(name.to_owned());
        assert!(matches!(refused, Err(Unpublished::Refused(why)) if why == foreign), "{name}");
        assert_eq!(fs::read_to_string(out.join(name)).unwrap(), text);
    }
}

#[test]
fn names_that_look_like_ours_for_a_moment_are_published_as_any_other() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    let long = format!("media/{}.png", "n".repeat(251));
    let names = ["a.png", "a.png.bba-new", "build.json.bba-new", "0", "journal", "site/x", &long];
    let site = files(&names.map(|name| (name, name)));
    for in_place in [false, true, false] {
        let output = publish::Output::open(Path::new(""), &out, in_place, || {}).unwrap();
        output.publish(&site).unwrap();
        for name in names {
            assert_eq!(fs::read_to_string(out.join(name)).unwrap(), name);
        }
        fs::remove_dir_all(&out).unwrap();
    }
}

#[test]
fn what_a_killed_build_left_goes_and_what_only_has_its_name_stays() {
    let folder = TempDir::new().unwrap();
    let (out, left) = (folder.path().join("public"), folder.path().join(".public.bba-build"));
    let site = files(&[("index.html", "A")]);
    publish(&site, &out).unwrap();
    fs::create_dir_all(left.join("site-0/presse")).unwrap();
    fs::write(left.join("site-0/presse/index.html"), "halb").unwrap();
    publish(&site, &out).unwrap();
    assert!(!left.exists());
    // Somebody else has this name.
    fs::create_dir(&left).unwrap();
    fs::write(left.join("wichtig.txt"), "von jemandem").unwrap();
    assert!(matches!(publish(&site, &out), Err(Unpublished::Disk(_))));
    assert_eq!(fs::read_to_string(left.join("wichtig.txt")).unwrap(), "von jemandem");
    fs::remove_dir_all(&left).unwrap();
    let other = folder.path().join("anderes");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("site-0"), "von jemandem").unwrap();
    symlink("anderes", &left).unwrap();
    assert!(matches!(publish(&site, &out), Err(Unpublished::Disk(_))));
    assert_eq!(fs::read_to_string(other.join("site-0")).unwrap(), "von jemandem");
}

#[test]
fn a_publication_in_place_keeps_the_folder_and_the_next_build_finishes_it() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("public");
    fs::create_dir(&out).unwrap();
    let before = fs::metadata(&out).unwrap().ino();
    let open = || publish::Output::open(Path::new(""), &out, true, || {}).unwrap();
    let old = files(&[("index.html", "alt"), ("alt/index.html", "A")]);
    open().publish(&old).unwrap();
    let new = files(&[("index.html", "neu"), ("neu/index.html", "N")]);
    open().publish(&new).unwrap();
    assert_eq!(fs::metadata(&out).unwrap().ino(), before);
    assert!(!out.join("alt").exists() && !out.join(".bba-build").exists());

    // Broken off before anything was shown: nothing was.
    open().publish(&old).unwrap();
    let work = out.join(".bba-build");
    fs::create_dir(&work).unwrap();
    fs::write(work.join("0"), "ha").unwrap();
    let expected = tree(&out);
    drop(open());
    let mut there = tree(&out);
    assert_eq!(there, {
        let mut same = expected;
        same.retain(|path, _| !path.starts_with(".bba-build"));
        same
    });
    // Broken off between two files: done to the end, also when the next build has errors.
    fs::create_dir(&work).unwrap();
    fs::write(work.join("0"), "N").unwrap();
    fs::write(work.join("2"), new["build.json"].read().unwrap()).unwrap();
    fs::write(out.join("index.html"), "neu").unwrap();
    let journal = r#"[{"Put":[0,"neu/index.html"]},{"Put":[1,"index.html"]},{"Put":[2,"build.json"]},{"Remove":"alt/index.html"}]"#;
    fs::write(work.join("journal"), journal).unwrap();
    drop(open());
    there = tree(&out);
    let clean = folder.path().join("clean");
    publish(&new, &clean).unwrap();
    assert_eq!(there, tree(&clean));
    // A journal never leads out.
    fs::create_dir(&work).unwrap();
    fs::write(work.join("journal"), r#"[{"Remove":"../clean/index.html"}]"#).unwrap();
    assert!(publish::Output::open(Path::new(""), &out, true, || {}).is_err());
    assert!(clean.join("index.html").exists());
}

#[test]
fn an_output_that_is_a_link_stays_one() {
    let folder = TempDir::new().unwrap();
    let (real, out) = (folder.path().join("anderswo/site"), folder.path().join("public"));
    fs::create_dir_all(&real).unwrap();
    symlink("anderswo/site", &out).unwrap();
    for text in ["A", "B"] {
        publish(&files(&[("index.html", text)]), &out).unwrap();
        assert!(out.is_symlink());
        assert_eq!(fs::read_to_string(real.join("index.html")).unwrap(), text);
    }
}

#[test]
fn a_picture_that_changes_during_the_build_fails_it() {
    let root = example();
    let picture = root.path().join("content/media/plan.pdf");
    fs::create_dir_all(picture.parent().unwrap()).unwrap();
    fs::write(&picture, "%PDF-1.4 so wie es war").unwrap();
    let page = root.path().join("content/pages/anfahrt.md");
    fs::write(page, "---\ntitle: Anfahrt\n---\n[Plan](/media/plan.pdf)\n").unwrap();
    let sources = Sources::read(root.path()).unwrap();
    let built = build(&sources, &Options::default(), &mut Cache::none());
    assert!(built.files.contains_key("media/plan.pdf"));
    let out = root.path().join("public");
    for changed in [Some("%PDF-1.4 nicht wie es wa"), Some("kurz"), None] {
        match changed {
            Some(text) => fs::write(&picture, text).unwrap(),
            None => fs::remove_file(&picture).unwrap(),
        }
        let failed = publish(&built.files, &out);
        assert!(matches!(failed, Err(Unpublished::Changed(file)) if file.ends_with("plan.pdf")));
        assert!(!out.exists());
        assert!(!root.path().join(".public.bba-build").exists());
    }
}

/// A root with the files of a new programme.
fn example() -> TempDir {
    let root = TempDir::new().unwrap();
    let init = bba(&["init", "."]).current_dir(root.path()).output().unwrap();
    assert_eq!(init.status.code(), Some(0), "{init:?}");
    root
}

fn bba(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
    command.args(arguments).args(["--now", "2026-03-01T09:00"]).env_clear();
    command
}

fn built(root: &Path, out: &Path, options: &[&str]) -> Output {
    let mut command = bba(&["build", "--quiet"]);
    command.arg("--out").arg(out).args(options).current_dir(root).output().unwrap()
}

fn start(root: &Path, out: &Path, options: &[&str]) -> Child {
    let mut command = bba(&["build", "--quiet"]);
    command.arg("--out").arg(out).args(options).current_dir(root);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

const RELEASE: &str = "content/press/2026-02-20-vertrag.md";

/// A root, and what its output is before, with and after a release that is withdrawn.
struct Story {
    root: TempDir,
    old: PathBuf,
    new: PathBuf,
    out: PathBuf,
}

impl Story {
    fn begin() -> Self {
        let root = example();
        let path = |name: &str| root.path().join(name);
        let story = Story { old: path("old"), new: path("new"), out: path("public"), root };
        story.without_release();
        assert_eq!(built(story.root.path(), &story.old, &[]).status.code(), Some(0));
        story.with_release();
        assert_eq!(built(story.root.path(), &story.new, &[]).status.code(), Some(0));
        story
    }

    fn with_release(&self) {
        let file = self.root.path().join(RELEASE);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        let text = "---\ntitle: Geheimer Vertrag\ndate: 2026-02-20T09:00\n---\nLeipzig: Text.\n";
        fs::write(file, text).unwrap();
    }

    fn without_release(&self) {
        let _ = fs::remove_file(self.root.path().join(RELEASE));
    }

    /// The output is exactly what a clean build makes, and nothing is beside it.
    fn assert_exact(&self, expected: &Path) {
        assert!(tree(&self.out) == tree(expected));
        let hidden = fs::read_dir(self.root.path()).unwrap().map(|entry| entry.unwrap().path());
        let left = hidden.filter(|path| path.to_str().unwrap().ends_with("bba-build")).count();
        assert_eq!(left, 0);
    }
}

/// `tests/publish/check.py` kills at every system call; here it is left to chance.
#[test]
fn a_build_that_is_killed_leaves_the_old_or_the_new_site() {
    let story = Story::begin();
    let began = std::time::Instant::now();
    assert_eq!(built(story.root.path(), &story.out, &[]).status.code(), Some(0));
    let whole = began.elapsed();
    for round in 0..16_u32 {
        let (first, in_place) = (round % 4 == 0, round % 4 == 3);
        let options: &[&str] = if in_place { &["--in-place"] } else { &[] };
        fs::remove_dir_all(&story.out).unwrap();
        if !first {
            story.without_release();
            assert_eq!(built(story.root.path(), &story.out, &[]).status.code(), Some(0));
        }
        story.with_release();
        let mut build = start(story.root.path(), &story.out, options);
        std::thread::sleep(whole * (round + 4) / 20);
        build.kill().unwrap();
        build.wait().unwrap();
        if !in_place {
            let there = story.out.exists().then(|| tree(&story.out));
            let old = (!first).then(|| tree(&story.old));
            assert!(there == old || there == Some(tree(&story.new)), "round {round}");
        }
        story.without_release();
        assert_eq!(built(story.root.path(), &story.out, options).status.code(), Some(0));
        story.assert_exact(&story.old);
    }
}

#[test]
fn two_builds_of_one_folder_wait_for_each_other() {
    let story = Story::begin();
    for round in 0..4 {
        let options: &[&str] = if round % 2 == 0 { &[] } else { &["--in-place"] };
        let builds = [(), ()].map(|()| start(story.root.path(), &story.out, options));
        for mut build in builds {
            assert_eq!(build.wait().unwrap().code(), Some(0));
        }
        story.assert_exact(&story.new);
        fs::remove_dir_all(&story.out).unwrap();
    }
}

/// Files get what the user's `umask` allows, as those of any program; the bytes are the same,
/// also by one thread.
#[test]
fn rights_are_as_usual_and_bytes_the_same_whatever_the_umask() {
    let story = Story::begin();
    let bba = env!("CARGO_BIN_EXE_bba");
    let script = format!("umask 027; exec '{bba}' build --quiet --now 2026-03-01T09:00");
    let status = Command::new("sh")
        .args(["-c", &script])
        .current_dir(story.root.path())
        .env("RAYON_NUM_THREADS", "1")
        .status()
        .unwrap();
    assert!(status.success());
    story.assert_exact(&story.new);
    let mode = |path: PathBuf| fs::metadata(path).unwrap().mode() & 0o777;
    assert_eq!(mode(story.out.clone()), 0o750);
    assert_eq!(mode(story.out.join("assets")), 0o750);
    assert_eq!(mode(story.out.join("index.html")), 0o640);
}

/// A log that no longer fits on the disk is no reason to panic.
#[test]
fn nothing_panics_when_nobody_can_read_what_it_says() {
    let root = example();
    let full = || fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    fs::create_dir(root.path().join("fremd")).unwrap();
    fs::write(root.path().join("fremd/x"), "x").unwrap();
    for (number, arguments) in [
        "build --timings --now 2026-03-01",
        "build --out fremd",
        "build --strict",
        "check --format json",
        "check --fix",
        "list events",
        "next",
        "why index.html",
        "explain E0203",
        "explain",
        "schema event",
        "schema --write",
        "completions bash",
        "translate --all",
        "new page Voll",
        "new event",
        "init neu",
        "--help",
        "--version",
        "unsinn",
    ]
    .iter()
    .enumerate()
    {
        for (out, error) in [(true, false), (false, true), (true, true)] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_bba"));
            command.args(arguments.replace("Voll", &format!("V{number}{out}{error}")).split(' '));
            command.current_dir(root.path()).stdin(Stdio::null());
            command.stdout(if out { full().into() } else { Stdio::null() });
            command.stderr(if error { full().into() } else { Stdio::null() });
            let status = command.status().unwrap().code();
            assert!(matches!(status, Some(0..=2)), "{arguments}: {status:?}");
        }
    }
    assert_eq!(tree(&root.path().join("fremd")).len(), 1);
}
