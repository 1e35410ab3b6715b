//! Writes a made-up programme whose events are hard for calendar readers:
//! `cargo run --example calendars -- DIR`. `tests/calendar/` builds it and reads it back.

use std::fs;
use std::path::PathBuf;

use clap::Parser;

#[path = "../tests/calendar/programme.rs"]
mod programme;

/// Writes a made-up programme with its `content/`.
#[derive(Debug, Parser)]
struct Args {
    /// The folder it goes to
    folder: PathBuf,
    /// How many events
    #[arg(long, default_value_t = programme::EVENTS)]
    events: usize,
}

fn main() -> std::io::Result<()> {
    let Args { folder, events } = Args::parse();
    for (path, text) in programme::files(events) {
        let path = folder.join("content").join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    println!("bba build --root {} --now {}", folder.display(), programme::NOW);
    Ok(())
}
