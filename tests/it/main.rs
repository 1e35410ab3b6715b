//! All integration tests in one binary. Each file is one topic:
//!
//! | file | topic |
//! |---|---|
//! | `broken` | mistakes of editors, and what is said about them |
//! | `harness` | a site in a few lines, built in memory |
//! | `hostile` | what no editor would write, through the real binary |
//! | `icalendar` | the calendar writer, against the standard and independent readers |
//! | `mutations` | content with random damage never stops the program |
//! | `programme` | the real programme in `content/` |
//! | `visibility` | drafts, embargoes, and lists that follow the time |

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod broken;
mod harness;
mod hostile;
mod icalendar;
mod mutations;
mod programme;
mod visibility;
