//! Looks at written calendar bytes and finds what RFC 5545 forbids or a client trips over.
//!
//! This module exists because validators miss what matters: a calendar with a local UNTIL, an
//! EXDATE of the wrong type or a missing VTIMEZONE passes every tool at hand and is then an
//! hour off in somebody's diary. It reads the bytes with a parser of its own and shares no line
//! with the writer, so that a mistake there cannot hide itself here. A build does not call it:
//! it looks at finished files, be they ours or not, and tests hold that it finds nothing in ours.
//!
//! | file | what it looks at |
//! |---|---|
//! | `lines.rs` | bytes and physical lines; unfolds and parses content lines |
//! | `calendar.rs` | the calendar: its frame, its properties, its zones |
//! | `entry.rs` | an entry: what must be there, once, and of which type |
//! | `alarm.rs` | a reminder: what must be there |
//! | `value.rs` | the forms of dates, times and addresses |

mod alarm;
mod calendar;
mod entry;
mod lines;
mod value;

use std::fmt;

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
    /// A VTIMEZONE that appears twice.
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
    /// What the line says.
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
struct Findings {
    findings: Vec<Finding>,
}

impl Findings {
    fn add(&mut self, rule: Rule, line: usize, detail: impl Into<String>) {
        self.add_to(None, rule, line, detail);
    }

    fn add_to(&mut self, uid: Option<&String>, rule: Rule, line: usize, detail: impl Into<String>) {
        self.findings.push(Finding { rule, line, uid: uid.cloned(), detail: detail.into() });
    }
}

/// Every rule that a calendar file breaks, in the order of its lines.
pub fn lint(bytes: &[u8]) -> Vec<Finding> {
    let mut report = Findings::default();
    if let Some(text) = lines::text(bytes, &mut report) {
        let lines = lines::content_lines(text, &mut report);
        calendar::check(&lines, &mut report);
    }
    report.findings.sort_by_key(|finding| (finding.line, finding.rule));
    report.findings
}
