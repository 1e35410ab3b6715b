//! Builds that run by the clock: waiting for what comes next, and building only when something is
//! due. Nobody waits here: the clock is made of paper.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use bba::cli::{Cli, Clock, Command, Environment, Pause};
use bba::commands::{self, Exit};
use clap::Parser;
use jiff::Timestamp;

use crate::cli::Root;

const EMBARGOED: &str = "title: Geheim\nstart: 2019-12-02T10:00\nembargo: 2019-10-25T08:00\n\
                         published: 2019-08-01\n";

/// A root with an event whose embargo ends on 25 October 2019 at eight in Berlin.
fn root() -> Root {
    let root = Root::new();
    root.write("content/events/geheim.yaml", EMBARGOED);
    root
}

#[test]
fn next_waits_for_what_lies_within_the_span() {
    let root = root();
    let ready = root.run(&["next", "--wait=1s", "--now=2019-10-25T07:59:59+02:00"]);
    assert_eq!((ready.status, ready.stdout.as_str()), (0, "2019-10-25T06:00:00Z\n"));
    assert!(ready.stderr.contains("Bis dahin wird gewartet."), "{}", ready.stderr);
}

#[test]
fn next_does_not_wait_for_what_lies_farther_away() {
    let root = root();
    for (span, now) in [
        ("60m", "2019-10-25T06:59:59+02:00"),
        ("90s", "2019-10-25T07:58:29+02:00"),
        ("2h", "2019-10-25T05:59:59+02:00"),
        ("0s", "2019-10-25T07:59:59+02:00"),
        ("70m", "2030-01-01"),
    ] {
        let run = root.run(&["next", "--wait", span, "--now", now]);
        assert_eq!(run.status, 3, "{span} {now}: {}", run.stderr);
    }
    for span in ["", "bald", "-5m", "70", "1 Monat"] {
        assert_eq!(root.run(&["next", &format!("--wait={span}")]).status, 2, "{span}");
    }
}

#[test]
fn a_mistake_elsewhere_does_not_hold_up_an_embargo() {
    let root = root();
    root.write("content/events/kaputt.yaml", "title: X\nstart: 24.09.2019\n");
    let run = root.run(&["next", "--wait=1s", "--now=2019-10-25T07:59:59+02:00"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(run.stderr.contains("Was in diesen Dateien steht, fehlt hier"), "{}", run.stderr);
}

/// Seconds that the clock of paper shows, and how far it has been turned at once.
static SHOWN: AtomicI64 = AtomicI64::new(0);
static LONGEST: AtomicI64 = AtomicI64::new(0);

#[test]
fn waiting_ends_with_the_instant_although_the_clock_is_slow() {
    let begin: Timestamp = "2019-10-25T05:00:00Z".parse().unwrap();
    SHOWN.store(begin.as_second(), Ordering::Relaxed);
    let environment = Environment {
        clock: Clock(|| Timestamp::from_second(SHOWN.load(Ordering::Relaxed)).unwrap()),
        // A minute of waiting is fifty seconds of the clock: somebody keeps setting it back.
        pause: Pause(|span: Duration| {
            let seconds = i64::try_from(span.as_secs()).unwrap();
            LONGEST.fetch_max(seconds, Ordering::Relaxed);
            SHOWN.fetch_add((seconds * 5 / 6).max(1), Ordering::Relaxed);
        }),
        ..Environment::default()
    };
    let root = root();
    let path = root.path().to_str().unwrap();
    let Command::Next(args) =
        Cli::parse_from(["bba", "next", "--wait=70m", "--root", path]).command
    else {
        panic!("another command")
    };
    assert_eq!(commands::next::run(&args, &environment).unwrap(), Exit::Done);
    let end: Timestamp = "2019-10-25T06:00:00Z".parse().unwrap();
    let late = SHOWN.load(Ordering::Relaxed) - end.as_second();
    assert!((0..2).contains(&late), "{late} s after the embargo");
    assert!(LONGEST.load(Ordering::Relaxed) <= 60, "the clock is looked at every minute");
}
