//! What a site in three languages costs beside the same site in one: the whole process, reading,
//! building, checking and publishing, for the programme of this repository and for made-up ones
//! whose texts are all translated. `cargo bench --bench languages`

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_yaml::Value;

#[path = "site/generate.rs"]
mod generate;

const RUNS: usize = 15;

/// What the first programme may cost at most.
const AT_MOST: f64 = 2.6;

fn main() -> io::Result<()> {
    let folder = tempfile::tempdir()?;
    let pair = [1, 3].map(|count| folder.path().join(format!("programme-{count}")));
    for (root, is_default) in pair.iter().zip([true, false]) {
        copy_programme(root, is_default)?;
    }
    let own = compare("this programme", &pair)?;
    let pair = [1, 3].map(|count| folder.path().join(format!("made-up-{count}")));
    for (root, languages) in pair.iter().zip([1, 3]) {
        let size = generate::Size { events: 140, releases: 100, delegations: 20, languages };
        generate::write(root, size)?;
    }
    compare("260 made-up items", &pair)?;
    if own > AT_MOST {
        return Err(io::Error::other(format!("more than {AT_MOST} times")));
    }
    Ok(())
}

/// How many times as long the second site takes as the first, the median of pairs of runs.
fn compare(name: &str, [one, three]: &[PathBuf; 2]) -> io::Result<f64> {
    let mut runs = Vec::new();
    for run in 0..=RUNS {
        runs.push((build(one, run)?, build(three, run)?));
    }
    // The first pair has warmed the disk.
    let runs = runs.get(1..).unwrap_or_default();
    let median = |value: &dyn Fn(&(Duration, Duration)) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(value).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    let ratio = median(&|(one, three)| three.as_secs_f64() / one.as_secs_f64());
    println!(
        "{name}: one language {:.1} ms, three {:.1} ms, {ratio:.2} times ({RUNS} pairs)",
        median(&|(one, _)| one.as_secs_f64() * 1000.0),
        median(&|(_, three)| three.as_secs_f64() * 1000.0),
    );
    Ok(ratio)
}

/// Runs a build into a new folder. It stays: some file systems are slow where much was removed.
fn build(root: &Path, run: usize) -> io::Result<Duration> {
    let start = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_bba"))
        .args(["build", "--now", generate::NOW, "--root"])
        .arg(root)
        .arg("--out")
        .arg(root.join(format!("public-{run}")))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let time = start.elapsed();
    if !status.success() {
        return Err(io::Error::other(format!("{}: {status}", root.display())));
    }
    Ok(time)
}

/// Copies the programme of this repository, with or without its translations.
fn copy_programme(root: &Path, in_default_language: bool) -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["content", "themes"] {
        for entry in walkdir::WalkDir::new(here.join(folder)) {
            let entry = entry.map_err(io::Error::other)?;
            let path = entry.path().strip_prefix(here).map_err(io::Error::other)?;
            if entry.file_type().is_dir() {
                fs::create_dir_all(root.join(path))?;
            } else if in_default_language && folder == "content" {
                if !is_translation(path) {
                    fs::write(root.join(path), untranslated(path, entry.path())?)?;
                }
            } else {
                fs::copy(entry.path(), root.join(path))?;
            }
        }
    }
    Ok(())
}

/// `mexiko.en.md`
fn is_translation(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.ends_with(".en.md") || name.ends_with(".es.md")
}

/// A content file without what it says in other languages than German.
fn untranslated(path: &Path, file: &Path) -> io::Result<String> {
    let text = fs::read_to_string(file)?;
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("yaml") => in_german(path, &text),
        Some("md") => {
            match text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")) {
                Some((yaml, body)) => Ok(format!("---\n{}---\n{body}", in_german(path, yaml)?)),
                None => Ok(text),
            }
        }
        _ => Ok(text),
    }
}

fn in_german(path: &Path, yaml: &str) -> io::Result<String> {
    let mut value: Value = serde_yaml::from_str(yaml).map_err(io::Error::other)?;
    strip(&mut value);
    if path.ends_with("site.yaml") {
        value["languages"] = Value::from(vec![Value::from("de")]);
    }
    serde_yaml::to_string(&value).map_err(io::Error::other)
}

fn strip(value: &mut Value) {
    match value {
        Value::Mapping(mapping) => {
            if mapping.contains_key("de") {
                mapping.remove("en");
                mapping.remove("es");
            }
            mapping.iter_mut().for_each(|(_, value)| strip(value));
        }
        Value::Sequence(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}
