//! How long each stage of a build takes for a large programme, and the floor: what reading the
//! same inputs and writing the same outputs takes when nothing is done with them.
//!
//! `cargo bench --bench site` makes the programme and its outputs below `target/tmp/`.

mod generate;
mod stages;

use std::fs;
use std::hint::black_box;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

use bba::files::Files;
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build};
use bba::publish::{Unpublished, publish};
use bba::source::Sources;
use rayon::prelude::*;
use stages::Stages;

const RUNS: usize = 7;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let (root, out) = (folder.join("root"), folder.join("public"));
    remove(&folder)?;
    generate::write(&root, generate::Size::default())?;
    let inputs = files_below(&root)?;
    let now = Now::read(generate::NOW).ok_or(io::Error::other("NOW is a time"))?;
    let options = Options { now, ..Options::default() };

    let mut stages = Stages::default();
    let mut count = 0;
    for _ in 0..RUNS {
        stages.time("floor: read", || read_all(&inputs))?;
        let sources = stages.time("read", || Sources::read(&root))?;
        let start = Instant::now();
        let built = build(&sources, &options, &mut Cache::none());
        stages.add("build", start.elapsed());
        for (stage, time) in &built.timings {
            stages.add(stage, *time);
        }
        assert!(!built.has_errors(), "the made-up programme has no errors");
        count = built.files.len();
        remove(&out)?;
        stages.time("floor: write", || write_all(&built.files, &out))?;
        remove(&out)?;
        stages.time("publish", || publish(&built.files, &out).map_err(failed))?;
        stages.time("publish again", || publish(&built.files, &out).map_err(failed))?;
    }
    println!("{} files → {count} files, {RUNS} runs", inputs.len());
    stages.print();
    remove(&folder)
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else {
            files.push(entry.path());
        }
    }
    Ok(files)
}

fn read_all(files: &[PathBuf]) -> io::Result<()> {
    files.par_iter().try_for_each(|file| fs::read(file).map(|bytes| drop(black_box(bytes))))
}

fn write_all(files: &Files, out: &Path) -> io::Result<()> {
    files.par_iter().try_for_each(|(path, body)| {
        let target = out.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(target, body.read()?)
    })
}

/// Nobody else touches the folder of the bench: only the disk can fail.
fn failed(error: Unpublished) -> io::Error {
    io::Error::other(format!("{error:?}"))
}
