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

/// Series in many zones, with further dates, and dates that are moved, cancelled or elsewhere.
fn series() -> impl Iterator<Item = (String, String)> {
    let zones = programme::ZONES.iter().filter(|zone| **zone != "UTC").enumerate();
    zones.flat_map(|(number, zone)| {
        let head = format!(
            "published: 2018-01-01\ntimezone: {zone}\nvenue: saal\n\
             updates: [{{at: 2019-01-01, kind: change}}]\n"
        );
        let changes = "  changes:\n    - {date: 2019-10-08, start: 2019-10-09T18:00, note: Verlegt}\n    \
                       - {date: 2019-11-12, status: cancelled}\n    \
                       - {date: 2019-11-19, venue: {name: Kleiner Saal, city: Dresden}}\n    \
                       - {date: 2019-12-24, start: 2019-12-23T11:00}\n";
        let weekly = format!(
            "title: Woche {number}\n{head}start: 2019-10-01T16:00\nend: 2019-10-01T17:30\nrepeat:\n  \
             every: week\n  until: 2020-03-03\n  except: [2019-10-29]\n  \
             extra: [2019-10-18T09:00, 2020-05-01T10:00]\n{changes}"
        );
        let days = format!(
            "title: Tage {number}\n{head}start: 2019-10-01\nend: 2019-10-02\nrepeat:\n  every: month\n  \
             on: [first tuesday]\n  count: 12\n  except: [2019-11-05]\n  \
             extra: [2019-10-20, 2021-01-30]\n"
        );
        [("woche", weekly), ("tage", days)]
            .map(|(name, text)| (format!("events/{name}-{number}.yaml"), text))
    })
}

fn main() -> std::io::Result<()> {
    let Args { folder, events } = Args::parse();
    for (path, text) in programme::files(events).into_iter().chain(series()) {
        let path = folder.join("content").join(path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    println!("bba build --root {} --now {}", folder.display(), programme::NOW);
    Ok(())
}
