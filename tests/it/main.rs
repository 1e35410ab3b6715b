//! All integration tests in one binary. Each file is one topic:
//!
//! | file | topic |
//! |---|---|
//! | `harness` | a site in a few lines, built in memory |
//! | `icalendar` | the calendar writer, against the standard and independent readers |
//! | `programme` | the real programme in `content/` |
//! | `visibility` | drafts, embargoes, and lists that follow the time |

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod harness;
mod icalendar;
mod programme;
mod visibility;
