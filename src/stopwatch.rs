//! The only stopwatch: how long work takes, for people who wait for it. Nothing that is published
//! depends on it; what time it is, is an option of a build.

#![expect(clippy::disallowed_methods, reason = "the room that measures")]

use std::time::{Duration, Instant};

/// Does some work, and says how long it took.
pub fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let value = work();
    (value, start.elapsed())
}
