//! The same content, the same `--now` and the same version give the same bytes: in another folder,
//! language, zone, with other rights, other threads and another order of files on the disk.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::harness::{temporary_folder, walk};

/// The programme of this repository, copied file by file in an order.
fn copied(to: &Path, backwards: bool) {
    let mut files: Vec<PathBuf> =
        ["content", "themes"].map(Path::new).into_iter().flat_map(walk).collect();
    if backwards {
        files.reverse();
    }
    for file in files {
        let target = to.join(&file);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&file, target).unwrap();
    }
}

/// The files of a build with these surroundings, and what it tells in JSON.
fn built(
    root: &Path,
    umask: &str,
    variables: &[(&str, &str)],
) -> (BTreeMap<PathBuf, Vec<u8>>, String) {
    let program = env!("CARGO_BIN_EXE_bba");
    let script =
        format!("umask {umask}; exec {program} build --format=json --now=2019-09-23T20:00");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).current_dir(root).env_clear();
    let run = command.envs(variables.iter().copied()).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let public = root.join("public");
    let files = walk(&public)
        .into_iter()
        .map(|file| (file.strip_prefix(&public).unwrap().to_owned(), fs::read(&file).unwrap()));
    (files.collect(), String::from_utf8(run.stdout).unwrap())
}

#[test]
fn the_same_is_built_everywhere() {
    let here = temporary_folder();
    copied(here.path(), false);
    let (first, told) = built(here.path(), "022", &[("LANG", "de_DE.UTF-8")]);
    assert!(first.len() > 100);
    let there = TempDir::new().unwrap();
    let there = there.path().join("ein anderer Ort/mit ü");
    fs::create_dir_all(&there).unwrap();
    copied(&there, true);
    let surroundings: [(&str, &[(&str, &str)]); 3] = [
        (
            "077",
            &[
                ("LC_ALL", "de_DE.ISO-8859-1"),
                ("TZ", "Pacific/Kiritimati"),
                ("RAYON_NUM_THREADS", "1"),
            ],
        ),
        ("000", &[("LANG", "de"), ("TZ", "America/St_Johns"), ("RAYON_NUM_THREADS", "7")]),
        ("022", &[("LC_ALL", "de_DE"), ("TZ", ":/nirgends"), ("HOME", "/nirgends"), ("USER", "x")]),
    ];
    for (umask, variables) in surroundings {
        let (again, told_again) = built(&there, umask, variables);
        assert!(first.keys().eq(again.keys()), "{variables:?}");
        for (path, bytes) in &first {
            assert!(again[path] == *bytes, "{}: {variables:?}", path.display());
        }
        assert_eq!(told, told_again, "{variables:?}");
        fs::remove_dir_all(there.join("public")).unwrap();
    }
    // The language of messages is no part of a site.
    let (english, _) = built(&there, "022", &[("LC_ALL", "en_GB.UTF-8")]);
    assert!(first == english);
}
