//! The hour that somebody means: `9:00`, `15.30 Uhr`, `3 pm`.

/// An hour of the day as it was typed; 24 is the end of the day.
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    /// `+02:00`, or empty.
    pub(super) offset: String,
}

/// An hour of the day, and whether it took two words.
pub(super) struct Found {
    pub(super) clock: Clock,
    /// Whether the next word belongs to it.
    pub(super) takes_next: bool,
}

/// `9:00`, `15.30 Uhr`, `15h30`, `3 pm`, `t15`, `15:00:00+02:00`.
pub(super) fn read(word: &str, next: &str) -> Option<Found> {
    let is_unit = |word: &str| matches!(word, "uhr" | "h" | "hrs" | "am" | "pm" | "a.m." | "p.m.");
    let behind_t = word.strip_prefix('t');
    let word = behind_t.unwrap_or(word);
    let letters = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
    let (digits, unit) = word.split_at_checked(letters)?;
    let (unit, takes_next) = match unit {
        "" if is_unit(next) => (next, true),
        unit => (unit, false),
    };
    let (digits, offset) = match digits.find(['+', '-']) {
        Some(at) => digits.split_at_checked(at)?,
        None => (digits, ""),
    };
    let is_offset = |offset: &str| {
        let bytes = offset.as_bytes();
        bytes.len() == 6 && bytes.get(3) == Some(&b':')
    };
    if !(offset.is_empty() || is_offset(offset)) {
        return None;
    }
    let parts: Vec<&str> = digits.split([':', '.']).collect();
    let number = |text: &str| -> Option<i8> {
        let right = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| right)
    };
    // A lone number is an hour only where something says so.
    let (hour, minute) = match (&parts[..], unit) {
        ([hour], "") if behind_t.is_some() => (number(hour)?, 0),
        ([_], "") => return None,
        ([hour], unit) => match unit.strip_prefix('h').filter(|minute| !minute.is_empty()) {
            Some(minute) if minute.len() == 2 => (number(hour)?, number(minute)?),
            _ if is_unit(unit) => (number(hour)?, 0),
            _ => return None,
        },
        ([hour, minute], _) if minute.len() == 2 => (number(hour)?, number(minute)?),
        ([hour, minute, "00"], _) if minute.len() == 2 => (number(hour)?, number(minute)?),
        _ => return None,
    };
    let hour = match unit {
        "" | "uhr" | "h" | "hrs" => hour,
        _ if unit.starts_with('h') && !takes_next => hour,
        "am" | "a.m." if (1..=12).contains(&hour) => hour % 12,
        "pm" | "p.m." if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    let clock = Clock { hour, minute, offset: offset.to_owned() };
    (hour <= 24 && minute < 60).then_some(Found { clock, takes_next })
}
