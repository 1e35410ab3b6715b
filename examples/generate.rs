//! Writes a made-up programme, to try `bba` on many files:
//! `cargo run --release --example generate -- DIR [--events 5000] [--releases 5000]`

use std::path::PathBuf;

use clap::Parser;

#[path = "../benches/site/generate.rs"]
mod generate;

/// Writes a made-up programme with `content/` and `themes/`.
#[derive(Debug, Parser)]
struct Args {
    /// The folder it goes to
    folder: PathBuf,
    /// How many events
    #[arg(long, default_value_t = 5_000)]
    events: usize,
    /// How many press releases
    #[arg(long, default_value_t = 5_000)]
    releases: usize,
    /// How many delegations
    #[arg(long, default_value_t = 200)]
    delegations: usize,
    /// In how many languages: German, English, Spanish
    #[arg(long, default_value_t = 1)]
    languages: usize,
}

fn main() -> std::io::Result<()> {
    let Args { folder, events, releases, delegations, languages } = Args::parse();
    generate::write(&folder, generate::Size { events, releases, delegations, languages })?;
    println!("bba build --root {} --now {} --timings", folder.display(), generate::NOW);
    Ok(())
}
