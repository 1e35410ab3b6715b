//! What calendars cost in a build with 10,000 events: making the entries, their files and feeds,
//! checking all of them, and writing the files.
//!
//! `cargo bench --bench calendars` makes the programme and its outputs below `target/tmp/`.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bba::check::Files;
use bba::content;
use bba::memo::Cache;
use bba::outputs::{Context, OUTPUTS};
use bba::pipeline::{Now, Options, build};
use bba::publish::publish;
use bba::site::{self, Assembled, Site};
use bba::source::Sources;
use bba::strings::Strings;
use bba::theme::Theme;
use rayon::prelude::*;

#[path = "site/generate.rs"]
mod generate;

const RUNS: usize = 5;

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-calendars");
    let (root, out) = (folder.join("root"), folder.join("public"));
    remove(&folder)?;
    generate::write(&root, generate::Size { events: 10_000, ..generate::Size::default() })?;
    let mut shares = Vec::new();
    for _ in 0..RUNS {
        let (whole, files) = whole_build(&root, &out)?;
        let made = calendars(&root)?;
        let calendars: Files =
            files.into_iter().filter(|(path, _)| path.ends_with(".ics")).collect();
        remove(&out)?;
        let start = Instant::now();
        publish(&calendars, &out)?;
        let written = start.elapsed();
        let share = (made + written).as_secs_f64() / whole.as_secs_f64() * 100.0;
        println!(
            "{} calendars of {:.0} ms: made and checked in {:.0} ms, written in {:.0} ms: {share:.1} %",
            calendars.len(),
            millis(whole),
            millis(made),
            millis(written),
        );
        shares.push(share);
    }
    remove(&folder)?;
    shares.sort_by(f64::total_cmp);
    println!("median: {:.1} % of reading, building and writing everything", shares[RUNS / 2]);
    Ok(())
}

/// How long it takes from an empty folder to the whole site, and its files.
fn whole_build(root: &Path, out: &Path) -> io::Result<(Duration, Files)> {
    remove(out)?;
    let now = Now::read(generate::NOW).ok_or(io::Error::other("NOW is a time"))?;
    let start = Instant::now();
    let built =
        build(&Sources::read(root)?, &Options { now, ..Options::default() }, &mut Cache::none());
    publish(&built.files, out)?;
    let whole = start.elapsed();
    assert!(!built.has_errors(), "the made-up programme has no errors");
    Ok((whole, built.files))
}

/// How long it takes to make the entries and all calendar files.
fn calendars(root: &Path) -> io::Result<Duration> {
    let sources = &Sources::read(root)?;
    let mut found = Vec::new();
    let cache = Cache::none();
    let records = content::parse(sources, &cache.files).value;
    let strings = Arc::new(Strings::read(sources, "bba", "de", &mut found));
    let base_url = records.config.base_url.clone();
    let now = generate::NOW.parse().map_err(io::Error::other)?;
    let assembled = Assembled { sources, now, drafts: false };
    let programme = site::assemble(records, assembled).value;
    let sites = Site::in_every_language(&programme, vec![strings], &base_url);
    let [site] = sites.as_slice() else { return Err(io::Error::other("one language")) };
    let theme = Theme::compile(sources, "bba", &mut found);

    let start = Instant::now();
    let context = Context::new(site, &sites, &theme, sources, &cache);
    let calendars = OUTPUTS.iter().filter(|output| output.name() == "calendars");
    let artifacts: Vec<_> = calendars.flat_map(|output| output.plan(&context)).collect();
    let made = artifacts.par_iter().filter(|artifact| (artifact.render)().is_ok()).count();
    let time = start.elapsed();
    assert_eq!(made, artifacts.len(), "every calendar passes its checks");
    Ok(time)
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
