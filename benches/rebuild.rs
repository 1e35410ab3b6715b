//! How long it takes until an edit is shown on the page that somebody has open, and until it has
//! reached every file that shows it, with a warm cache, for a small and a large programme.
//! `cargo bench --bench rebuild`

use std::fs;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use bba::files::{Body, Files, Sink};
use bba::pipeline::Cache;
use bba::pipeline::{Now, Options, build_for};
use bba::source::Sources;

#[path = "site/generate.rs"]
mod generate;
#[path = "site/stages.rs"]
mod stages;

const RUNS: usize = 9;

fn main() -> io::Result<()> {
    let now = Now::read(generate::NOW).ok_or(io::Error::other("NOW is a time"))?;
    let options = Options { now, drafts: true, ..Options::default() };
    for (events, releases, delegations) in [(140, 100, 20), (5_000, 5_000, 200)] {
        let folder = tempfile::tempdir()?;
        rebuilds(
            folder.path(),
            generate::Size { events, releases, delegations, languages: 1 },
            &options,
        )?;
    }
    Ok(())
}

/// Has one page open, and looks at the clock when it is shown.
struct Reader {
    path: String,
    since: Instant,
    waited: Mutex<Option<Duration>>,
}

impl Reader {
    fn new(path: String) -> Self {
        Reader { path, since: Instant::now(), waited: Mutex::default() }
    }
}

impl Sink for Reader {
    fn take(&self, _: &str, body: Body) -> Body {
        body
    }

    fn awaits(&self, path: &str) -> bool {
        path == self.path
    }

    fn show(&self, _: Files) {
        *self.waited.lock().unwrap_or_else(PoisonError::into_inner) = Some(self.since.elapsed());
    }
}

fn rebuilds(root: &Path, size: generate::Size, options: &Options) -> io::Result<()> {
    generate::write(root, size)?;
    let event = root.join("content/events").join(format!("{}.yaml", generate::event_id(1)));
    let text = fs::read_to_string(&event)?;
    let mut cache = Cache::new();
    let mut stages = stages::Stages::default();
    let mut count = 0;
    for run in 0..=RUNS {
        fs::write(&event, text.replacen("Treffen", &format!("{run}. Treffen"), 1))?;
        let reader = Reader::new(format!("veranstaltungen/{}/index.html", generate::event_id(1)));
        let start = reader.since;
        let sources = stages.time("read", || Sources::read(root))?;
        let built = build_for(&sources, options, &mut cache, &reader);
        assert!(!built.has_errors(), "the edit makes no error");
        count = built.files.len();
        if run == 0 {
            println!("first build: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
            continue;
        }
        stages.add("all", start.elapsed());
        let waited = reader.waited.into_inner().unwrap_or_else(PoisonError::into_inner);
        stages.add("shown", waited.ok_or(io::Error::other("the open page is shown"))?);
        for (stage, time) in &built.timings {
            stages.add(stage, *time);
        }
    }
    let pages = size.events + size.releases + size.delegations;
    println!("{pages} content files → {count} files, rebuilt after one edit, {RUNS} runs");
    stages.print();
    Ok(())
}
