//! What calendars cost in a build with 10,000 events: making the entries, their files and feeds,
//! reading them back, and writing the files.
//!
//! `cargo bench --bench calendars` makes the programme and its outputs below `target/tmp/`.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bba::files::Files;
use bba::memo::Memo;
use bba::outputs::{Artifact, Context, Memos, calendars};
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build};
use bba::publish::{Unpublished, publish};
use bba::read;
use bba::site::{self, Site};
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
        let Cost { events, feeds } = make_calendars(&root)?;
        let calendars: Files =
            files.into_iter().filter(|(path, _)| path.ends_with(".ics")).collect();
        remove(&out)?;
        let start = Instant::now();
        publish(&calendars, &out).map_err(failed)?;
        let written = start.elapsed();
        let share = |part: Duration| part.as_secs_f64() / whole.as_secs_f64() * 100.0;
        println!(
            "whole build {:.0} ms; {} calendars: event files made and read back {:.0} ms ({:.1} %), \
             feeds {:.0} ms ({:.1} %), to the disk {:.0} ms ({:.1} %)",
            millis(whole),
            calendars.len(),
            millis(events),
            share(events),
            millis(feeds),
            share(feeds),
            millis(written),
            share(written),
        );
        shares.push(share(events));
    }
    remove(&folder)?;
    shares.sort_by(f64::total_cmp);
    println!("event files, median: {:.1} % of the whole build", shares[RUNS / 2]);
    Ok(())
}

/// How long it takes from an empty folder to the whole site, and its files.
fn whole_build(root: &Path, out: &Path) -> io::Result<(Duration, Files)> {
    remove(out)?;
    let now = Now::read(generate::NOW).ok_or(io::Error::other("NOW is a time"))?;
    let start = Instant::now();
    let built =
        build(&Sources::read(root)?, &Options { now, ..Options::default() }, &mut Cache::none());
    publish(&built.files, out).map_err(failed)?;
    let whole = start.elapsed();
    assert!(!built.has_errors(), "the made-up programme has no errors");
    Ok((whole, built.files))
}

/// How long calendars take.
struct Cost {
    /// To make and read back the entries and the file of each event.
    events: Duration,
    /// To make and read back all feeds of these entries.
    feeds: Duration,
}

/// Makes the entries and all calendar files.
fn make_calendars(root: &Path) -> io::Result<Cost> {
    let sources = &Sources::read(root)?;
    let mut found = Vec::new();
    let memos = Memos::none();
    let records = read::parse(sources, &Memo::none()).value;
    let strings = Arc::new(Strings::read(sources, "bba", "de", &mut found));
    let base_url = records.config.base_url.clone();
    let now = generate::NOW.parse().map_err(io::Error::other)?;
    let programme = site::assemble(records, sources, now, site::Showing::PublicAt(now)).value;
    let sites = Site::in_every_language(&programme, vec![strings], &base_url);
    let [site] = sites.as_slice() else { return Err(io::Error::other("one language")) };
    let theme = Theme::compile(sources, "bba", &mut found);

    let start = Instant::now();
    let context = Context::new(site, &sites, &theme, sources, &memos, bba::memo::key(&[]));
    let is_event = |origin: &str| origin.starts_with("content/events/");
    let (events, feeds): (Vec<_>, Vec<_>) = calendars(&context)
        .into_iter()
        .partition(|artifact| artifact.origin.as_deref().is_some_and(is_event));
    let all_right = |artifacts: &[Artifact<'_>]| {
        artifacts.par_iter().all(|artifact| (artifact.render)().is_ok())
    };
    assert!(all_right(&events), "every file is read as it is meant");
    let after_events = start.elapsed();
    assert!(all_right(&feeds), "every feed is read as it is meant");
    Ok(Cost { events: after_events, feeds: start.elapsed() - after_events })
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

/// Nobody else touches the folder of the bench: only the disk can fail.
fn failed(error: Unpublished) -> io::Error {
    io::Error::other(format!("{error:?}"))
}
