//! The forms of dates, times, offsets and addresses (RFC 5545 3.3).

use jiff::civil::{Date, DateTime};

/// A date or time as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WrittenTime {
    /// `20190924`
    Day(Date),
    /// `20190924T150000`
    Local(DateTime),
    /// `20190924T130000Z`
    Utc(DateTime),
}

impl WrittenTime {
    /// Whether it is a day without a time.
    pub(super) fn is_day(self) -> bool {
        matches!(self, WrittenTime::Day(_))
    }
}

/// Reads a DATE or DATE-TIME (RFC 5545 3.3.4, 3.3.5).
pub(super) fn written_time(text: &str) -> Option<WrittenTime> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('T') {
        None if text.len() == 8 && digits(text) => {
            Date::strptime("%Y%m%d", text).ok().map(WrittenTime::Day)
        }
        None => None,
        Some((day, time)) => {
            let (time, is_utc) = match time.strip_suffix('Z') {
                Some(time) => (time, true),
                None => (time, false),
            };
            if day.len() != 8 || time.len() != 6 || !digits(day) || !digits(time) {
                return None;
            }
            let local = DateTime::strptime("%Y%m%dT%H%M%S", format!("{day}T{time}")).ok()?;
            Some(if is_utc { WrittenTime::Utc(local) } else { WrittenTime::Local(local) })
        }
    }
}

/// Whether an address is absolute, of one of the schemes, and free of blanks.
pub(super) fn is_address(text: &str, schemes: &[&str]) -> bool {
    let rest = schemes.iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| !rest.is_empty())
        && !text
            .contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"\\^`{|}".contains(c))
}

/// Whether a TEXT escapes everything that must be and nothing else (RFC 5545 3.3.11).
/// `list` says whether bare commas separate items.
pub(super) fn is_text(text: &str, list: bool) -> bool {
    let mut characters = text.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' if !matches!(characters.next(), Some('\\' | ';' | ',' | 'n' | 'N')) => {
                return false;
            }
            ';' => return false,
            ',' if !list => return false,
            _ => {}
        }
    }
    true
}
