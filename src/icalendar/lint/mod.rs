//! Looks at written calendar bytes and finds what RFC 5545 forbids or a client trips over.
//!
//! This module exists because validators miss what matters: a calendar with a local UNTIL, an
//! EXDATE of the wrong type or a missing VTIMEZONE passes every tool at hand and then stands an
//! hour off in somebody's diary. It reads the bytes with a parser of its own and shares no line
//! with the writer, so that a mistake there cannot hide itself here.
//!
//! | file | what it looks at |
//! |---|---|
//! | `pieces.rs` | where entries stand in a file that were looked at before |
//! | `lines.rs` | bytes and physical lines; unfolds and parses content lines |
//! | `calendar.rs` | the calendar: its frame, its properties, its zones |
//! | `entry.rs` | an entry: what must be there, once, and of which type |
//! | `alarm.rs` | a reminder: what must be there |
//! | `value.rs` | the forms of dates, times and addresses |
//!
//! The same entry stands in many feeds. It is looked at once ([`lint_entry`]); in a file
//! ([`lint_with`]) its bytes are recognised, and only what it owes the rest is looked at again.

mod alarm;
mod calendar;
mod entry;
mod lines;
mod pieces;
mod value;

use std::fmt;

use calendar::Part;
use entry::Facts;
use pieces::{Piece, pieces};

/// What is wrong, as a rule that was broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A byte order mark at the start; Google, Apple and Android fail (calendar readers agree).
    ByteOrderMark,
    /// Bytes that are not UTF-8 (RFC 5545 3.1.4).
    NotUtf8,
    /// A line that does not end in CRLF (RFC 5545 3.1).
    LineEnd,
    /// A physical line of more than 75 octets (RFC 5545 3.1).
    LongLine,
    /// A line cut inside a character (RFC 5545 3.1: readers may decode line by line).
    SplitCharacter,
    /// A physical line that ends in white space; some readers trim it.
    TrailingSpace,
    /// A line without content.
    BlankLine,
    /// A control character other than TAB (RFC 5545 3.1).
    ControlCharacter,
    /// A line that is no content line.
    Syntax,
    /// A parameter value with `:`, `;` or `,` outside quotes, or a quote inside (RFC 5545 3.2).
    Parameter,
    /// BEGIN and END that do not match, or a frame that is not exactly one VCALENDAR.
    Structure,
    /// A property that must be there and is not.
    Missing,
    /// A property that may be there once and is there more often.
    Repeated,
    /// METHOD, but an entry without ORGANIZER (RFC 5546 3.2.1).
    MethodWithoutOrganizer,
    /// A property that needs VALUE= and has none (RFC 7986).
    ValueParameter,
    /// COLOR that is no CSS3 colour name (RFC 7986 5.9).
    Color,
    /// A TZID without VTIMEZONE (RFC 5545 3.2.19).
    ZoneMissing,
    /// A VTIMEZONE that no time uses.
    ZoneUnused,
    /// A VTIMEZONE that stands twice.
    ZoneRepeated,
    /// A date or time in the wrong form.
    Time,
    /// TZID beside a time in UTC (RFC 5545 3.2.19).
    ZoneWithUtc,
    /// A stamp that is not in UTC (RFC 5545 3.8.7).
    StampNotUtc,
    /// A time by no zone's clock: most clients read it as UTC.
    Floating,
    /// A local time that the zone's clock skips.
    Gap,
    /// A local time that the zone's clock shows twice: readers do not agree which is meant.
    Fold,
    /// An end of another type than its start (RFC 5545 3.8.2.2).
    EndType,
    /// An end that is not after its start (RFC 5545 3.8.2.2).
    EndNotAfterStart,
    /// CREATED after LAST-MODIFIED.
    CreatedAfterModified,
    /// A STATUS that a VEVENT cannot have (RFC 5545 3.8.1.11).
    Status,
    /// GEO that is not `latitude;longitude` (RFC 5545 3.8.1.6).
    Geo,
    /// An address that is not absolute, or not of the expected scheme.
    Address,
    /// UNTIL of another type than DTSTART asks for (RFC 5545 3.3.10).
    Until,
    /// EXDATE, RDATE or RECURRENCE-ID of another type than DTSTART (RFC 5545 3.8.5).
    RecurrenceType,
    /// A RECURRENCE-ID whose series is not in the file: readers show it as an entry of its own,
    /// or not at all (RFC 5545 3.8.4.4).
    SeriesMissing,
    /// Two entries with one UID and RECURRENCE-ID (RFC 5545 3.8.4.7).
    DuplicateUid,
    /// A number that is none.
    Number,
    /// A property in a text that is escaped wrongly (RFC 5545 3.3.11).
    Escape,
    /// A VALARM without what its clients need, or with a TRIGGER that is none (RFC 5545 3.6.6).
    Alarm,
}

/// A rule that was broken, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The physical line, from 1.
    pub line: usize,
    /// The UID of the entry, when it is inside one that has one.
    pub uid: Option<String>,
    /// What stands there.
    pub detail: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}, line {}: {}", self.rule, self.line, self.detail)?;
        match &self.uid {
            Some(uid) => write!(f, " (UID {uid})"),
            None => Ok(()),
        }
    }
}

/// Findings as they are made.
#[derive(Debug, Default)]
struct Report {
    findings: Vec<Finding>,
}

impl Report {
    fn add(&mut self, rule: Rule, line: usize, detail: impl Into<String>) {
        self.add_to(None, rule, line, detail);
    }

    fn add_to(&mut self, uid: Option<&String>, rule: Rule, line: usize, detail: impl Into<String>) {
        self.findings.push(Finding { rule, line, uid: uid.cloned(), detail: detail.into() });
    }
}

/// Every rule that a calendar file breaks, in the order of its lines.
pub fn lint(bytes: &[u8]) -> Vec<Finding> {
    lint_with(bytes, &[])
}

/// What was found in the lines of an entry, and what a file must know of it.
#[derive(Debug, Clone)]
pub struct LintedEntry {
    facts: Facts,
    findings: Vec<Finding>,
    /// How many octets were looked at: all but the last line, before which an alarm may come.
    octets: usize,
}

/// Looks at the lines of an entry, from `BEGIN:VEVENT` to `END:VEVENT`, in no file yet.
pub fn lint_entry(lines: &str) -> LintedEntry {
    let mut report = Report::default();
    let content = lines::content_lines(lines, 1, &mut report);
    lines::text(lines.as_bytes(), 1, &mut report);
    let facts = calendar::check_entry(&content, &mut report);
    let octets = lines.strip_suffix("END:VEVENT\r\n").unwrap_or(lines).len();
    LintedEntry { facts, findings: report.findings, octets }
}

/// An entry that was looked at before.
#[derive(Debug, Clone, Copy)]
pub struct Known<'k> {
    /// Its lines, perhaps with an alarm more.
    pub lines: &'k str,
    /// What was found there.
    pub linted: &'k LintedEntry,
}

impl<'k> Known<'k> {
    /// What was looked at.
    fn body(&self) -> &'k [u8] {
        self.lines.as_bytes().get(..self.linted.octets).unwrap_or_default()
    }
}

/// As [`lint`], for a file that has entries which were looked at before, in the order in which
/// they stand there. What was found in them is found here too.
pub fn lint_with(bytes: &[u8], known: &[Known<'_>]) -> Vec<Finding> {
    let mut report = Report::default();
    let mut lines = Vec::new();
    let pieces = pieces(bytes, known);
    for piece in &pieces {
        let Piece::Unknown { bytes, first } = *piece else {
            lines.push(Vec::new());
            continue;
        };
        let text = lines::text(bytes, first, &mut report);
        lines.push(
            text.map_or_else(Vec::new, |text| lines::content_lines(text, first, &mut report)),
        );
    }
    let is_text = !report.findings.iter().any(|finding| finding.rule == Rule::NotUtf8);
    if is_text {
        let parts = pieces.iter().zip(&lines).flat_map(|(piece, lines)| {
            let known = match piece {
                Piece::Known { linted, first } => Some(Part::Known(&linted.facts, *first)),
                Piece::Unknown { .. } => None,
            };
            known.into_iter().chain(lines.iter().map(Part::Line))
        });
        calendar::check(&parts.collect::<Vec<_>>(), &mut report);
    }
    for piece in &pieces {
        if let Piece::Known { linted, first } = piece {
            report.findings.extend(
                linted
                    .findings
                    .iter()
                    .map(|finding| Finding { line: finding.line + first - 1, ..finding.clone() }),
            );
        }
    }
    report.findings.sort_by_key(|finding| (finding.line, finding.rule));
    report.findings
}
