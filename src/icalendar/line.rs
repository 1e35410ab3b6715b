//! One content line (RFC 5545 3.1): a name, its parameters, a value.
//!
//! Every line of a file is put together here, in one scratch buffer, and leaves it folded. So no
//! property can forget to escape, to quote or to fold, and a file costs no allocation per line.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::Offset;

use super::{fold, text};

/// The lines of a file written so far.
#[derive(Default)]
pub(super) struct Lines {
    written: String,
    scratch: String,
}

impl Lines {
    pub(super) fn with_capacity(octets: usize) -> Lines {
        Lines { written: String::with_capacity(octets), scratch: String::with_capacity(1024) }
    }

    /// Lines that are folded already, or too short to be, each ended by CRLF.
    pub(super) fn ready(&mut self, lines: &str) {
        self.written.push_str(lines);
    }

    /// Begins a property. `name` may carry parameters that never change.
    pub(super) fn property(&mut self, name: &str) -> Property<'_> {
        self.scratch.clear();
        self.scratch.push_str(name);
        Property { lines: self }
    }

    pub(super) fn finish(self) -> String {
        self.written
    }
}

/// A property in the making. It is written by the method that gives it a value.
#[must_use]
pub(super) struct Property<'a> {
    lines: &'a mut Lines,
}

impl Property<'_> {
    /// Adds a parameter if there is a value for it.
    pub(super) fn parameter(self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            let line = &mut self.lines.scratch;
            line.push(';');
            line.push_str(name);
            line.push('=');
            text::parameter(line, value);
        }
        self
    }

    /// A TEXT value. A text of which nothing is left is not written.
    pub(super) fn text(self, value: &str) {
        self.value(|line| text::escape_text(line, value));
    }

    /// A list of TEXT values. Empty ones are left out, and so is an empty list.
    pub(super) fn texts(self, values: &[String]) {
        self.value(|line| {
            let start = line.len();
            for value in values {
                let before = line.len();
                if before > start {
                    line.push(',');
                }
                let separated = line.len();
                text::escape_text(line, value);
                if line.len() == separated {
                    line.truncate(before);
                }
            }
        });
    }

    /// A URI or CAL-ADDRESS value (RFC 5545 3.3.13, 3.3.3), after a fixed `scheme` if given.
    pub(super) fn uri(self, scheme: &str, uri: &str) {
        self.value(|line| {
            let start = line.len();
            text::escape_uri(line, uri);
            if line.len() > start {
                line.insert_str(start, scheme);
            }
        });
    }

    /// A value that is made of ASCII and needs no escaping: numbers, keywords, rules.
    pub(super) fn plain(self, write: impl FnOnce(&mut String)) {
        self.value(write);
    }

    /// A date (RFC 5545 3.3.4).
    pub(super) fn date(self, date: Date) {
        self.value(|line| push_date(line, date));
    }

    /// A date with local time (RFC 5545 3.3.5 forms 1 and 3). Fractions of a second are left out.
    pub(super) fn local(self, time: DateTime) {
        self.value(|line| push_local(line, time));
    }

    /// A date with UTC time (RFC 5545 3.3.5 form 2). Fractions of a second are left out.
    pub(super) fn utc(self, instant: Timestamp) {
        self.value(|line| push_utc(line, instant));
    }

    fn value(self, write: impl FnOnce(&mut String)) {
        let line = &mut self.lines.scratch;
        line.push(':');
        let empty = line.len();
        write(line);
        if line.len() > empty {
            fold::fold(&mut self.lines.written, line);
        }
    }
}

pub(super) fn push_utc(line: &mut String, instant: Timestamp) {
    push_local(line, Offset::UTC.to_datetime(instant));
    line.push('Z');
}

fn push_local(line: &mut String, time: DateTime) {
    push_date(line, time.date());
    line.push('T');
    push_two(line, time.hour().unsigned_abs());
    push_two(line, time.minute().unsigned_abs());
    push_two(line, time.second().unsigned_abs());
}

pub(super) fn push_date(line: &mut String, date: Date) {
    let year = date.year().unsigned_abs();
    push_two(line, (year / 100) as u8);
    push_two(line, (year % 100) as u8);
    push_two(line, date.month().unsigned_abs());
    push_two(line, date.day().unsigned_abs());
}

/// An offset from UTC (RFC 5545 3.3.14), with seconds only where there are any.
pub(super) fn push_offset(line: &mut String, seconds: i32) {
    line.push(if seconds < 0 { '-' } else { '+' });
    let seconds = seconds.unsigned_abs();
    push_two(line, (seconds / 3600) as u8);
    push_two(line, (seconds / 60 % 60) as u8);
    if !seconds.is_multiple_of(60) {
        push_two(line, (seconds % 60) as u8);
    }
}

/// Two decimal digits of a number below 100.
fn push_two(line: &mut String, number: u8) {
    line.push(char::from(b'0' + number / 10));
    line.push(char::from(b'0' + number % 10));
}
