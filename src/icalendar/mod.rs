//! iCalendar files (RFC 5545, RFC 7986), written so that every client reads them alike.
//!
//! This module exists because no library writes what calendar clients need: the ones at hand
//! fold at characters instead of octets, break on umlauts in parameters or do not know time zones.
//! It knows the standard and nothing of the site; what an entry says is decided by its callers.
//!
//! | file | what it answers |
//! |---|---|
//! | `model.rs` | what a calendar and its entries are |
//! | `color.rs` | which colours a calendar can have |
//! | `recurrence.rs` | what makes an entry a series |
//! | `writer.rs` | which properties there are, in which order: `write` |
//! | `line.rs` | how one content line is put together: name, parameters, value |
//! | `text.rs` | how texts, parameter values and addresses are escaped |
//! | `fold.rs` | where a long line is cut |
//! | `timezone.rs` | what a `VTIMEZONE` says about a zone: `vtimezone`, `Zones` |
//! | `jcal.rs`, `jscalendar.rs` | what the same calendar is in JSON |
//! | `lint/` | what is wrong with written bytes: `lint` |
//! | `observance.rs` | which transitions of a zone follow a yearly rule |
//!
//! Invariants: the same calendar gives the same bytes; no clock is read; no text of an entry can
//! begin a line of its own; every line ends in CRLF, none is longer than 75 octets and none ends
//! in white space.

mod color;
mod fold;
mod jcal;
mod jscalendar;
mod line;
mod lint;
mod model;
mod observance;
pub mod readback;
mod recurrence;
mod text;
mod timezone;
mod writer;

pub use color::Color;
pub use fold::{LINE_OCTETS, fold};
pub use jcal::{JCAL_TYPE, jcal};
pub use jscalendar::{JSCALENDAR_TYPE, jscalendar};
pub use lint::{Finding, Rule, lint};
pub use model::{
    Alarm, Attachment, Before, Calendar, Conference, Entry, EntryTime, Geo, Organizer, Picture,
    Status, TextLanguages,
};
pub use recurrence::{Recurrence, Start};
pub use text::{
    as_readers_get, escape_text, escape_uri, parameter, unescape_parameter, unescape_text,
};
pub use timezone::{Zones, vtimezone};
pub use writer::{EntryLines, compose, write, write_with};
