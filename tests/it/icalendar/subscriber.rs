//! Who has subscribed to the feed sees what has changed: a reader that keeps what it has read
//! and takes over what is newer, as RFC 5546 2.1.5 tells.

use std::collections::BTreeMap;

use super::reading::{Read, read_by_ical};
use crate::harness::{Output, Site};

/// Somebody who has fetched feeds.
#[derive(Default)]
struct Subscriber {
    entries: BTreeMap<String, Read>,
}

impl Subscriber {
    /// Takes over what is new or newer: SEQUENCE decides, then DTSTAMP.
    fn fetch(&mut self, feed: &str) {
        for entry in read_by_ical(feed) {
            let version =
                |entry: &Read| (entry.sequence.parse::<u32>().unwrap(), entry.stamp.clone());
            match self.entries.get(&entry.uid) {
                Some(known) if version(known) >= version(&entry) => {}
                _ => drop(self.entries.insert(entry.uid.clone(), entry)),
            }
        }
    }

    fn entry(&self, title: &str) -> &Read {
        self.entries.values().find(|entry| entry.summary.ends_with(title)).unwrap()
    }
}

fn site(moved: &str, cancelled: &str, online: &str) -> Output {
    Site::new()
        .event("verlegt", &format!("venue: saal\n{moved}"))
        .event("abgesagt", &format!("start: 2019-10-02T10:00\n{cancelled}"))
        .event("online", &format!("start: 2019-10-03T10:00\nvenue: saal\n{online}"))
        .event("bleibt", "start: 2019-10-04T10:00\nvenue: saal")
        .built()
}

fn announced() -> Output {
    site("start: 2019-10-01T10:00\nend: 2019-10-01T12:00", "venue: saal", "")
}

fn changed() -> Output {
    let update = "updates: [{at: 2019-08-20, kind: change}]";
    site(
        &format!("start: 2019-10-08T14:00\nend: 2019-10-08T16:00\n{update}"),
        &format!("venue: saal\nstatus: cancelled\n{update}"),
        &format!("status: moved-online\nonline: {{url: \"https://meet.example.org/\"}}\n{update}"),
    )
}

#[test]
fn a_subscriber_sees_what_moved_was_cancelled_or_went_online() {
    let (announced, changed) = (announced(), changed());
    let feed = |site: &Output| site.text("veranstaltungen/calendar.ics").to_owned();
    let mut subscriber = Subscriber::default();
    subscriber.fetch(&feed(&announced));
    assert_eq!(subscriber.entry("Titel verlegt").start, "20191001T080000Z");
    assert_eq!(subscriber.entry("Titel abgesagt").status, "CONFIRMED");
    let before = subscriber.entry("Titel bleibt").clone();

    subscriber.fetch(&feed(&changed));
    assert_eq!(subscriber.entries.len(), 4);
    let moved = subscriber.entry("Titel verlegt");
    assert_eq!(moved.start, "20191008T120000Z");
    assert_eq!(moved.end.as_deref(), Some("20191008T140000Z"));
    let cancelled = subscriber.entry("Titel abgesagt");
    assert_eq!(cancelled.status, "CANCELLED");
    assert_eq!(cancelled.summary, "[Abgesagt] Titel abgesagt");
    let online = subscriber.entry("Titel online");
    assert_eq!(online.location, "Online");
    assert!(online.description.contains("https://meet.example.org/"));
    assert_eq!(*subscriber.entry("Titel bleibt"), before);
}

#[test]
fn an_old_copy_of_the_feed_that_arrives_late_undoes_nothing() {
    let mut subscriber = Subscriber::default();
    subscriber.fetch(changed().text("veranstaltungen/calendar.ics"));
    let entries = subscriber.entries.clone();
    subscriber.fetch(announced().text("veranstaltungen/calendar.ics"));
    assert_eq!(subscriber.entries, entries);
}

#[test]
fn the_file_of_an_event_updates_what_came_from_the_feed() {
    let mut subscriber = Subscriber::default();
    subscriber.fetch(announced().text("veranstaltungen/calendar.ics"));
    subscriber.fetch(changed().text("veranstaltungen/verlegt.ics"));
    assert_eq!(subscriber.entries.len(), 4);
    assert_eq!(subscriber.entry("Titel verlegt").start, "20191008T120000Z");
}
