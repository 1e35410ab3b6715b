//! Writes a made-up programme whose events are hard for calendar readers:
//! `cargo run --example calendars -- DIR`. `tests/calendar/` builds it and reads it back.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Parser;

#[path = "../tests/calendar/programme.rs"]
mod programme;

/// Writes a made-up programme with `content/` and `themes/`.
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
        write(&folder.join("content").join(path), text.as_bytes())?;
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for entry in walkdir::WalkDir::new(repository.join("themes")) {
        let entry = entry?;
        let path = entry.path().strip_prefix(repository).unwrap_or(entry.path());
        if entry.file_type().is_file() {
            write(&folder.join(path), &fs::read(entry.path())?)?;
        }
    }
    println!("bba build --root {} --now {}", folder.display(), programme::NOW);
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
