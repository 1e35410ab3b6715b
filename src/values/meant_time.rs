//! What somebody means who writes a day or a time otherwise than content files do: `24.09.2019`,
//! `Mi, 14. April 2027, 15.30 Uhr`, `Q2 2027`. Nothing is guessed: of a text in which one word
//! remains that is not understood, in which the weekday is another, or which can be two days
//! (`04/05/2027`), nothing is proposed. An hour is never lost.

mod clock;

use jiff::civil::{Date, Time, Weekday};

use super::{Days, PlannedDate};
use clock::Clock;

/// Months in German, English and Spanish, with the forms in which they are shortened.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "january", "enero", "jan", "ene"],
    &["februar", "feber", "february", "febrero", "feb", "febr"],
    &["märz", "maerz", "march", "marzo", "mär", "mrz", "mar"],
    &["april", "abril", "apr", "abr"],
    &["mai", "may", "mayo"],
    &["juni", "june", "junio", "jun"],
    &["juli", "july", "julio", "jul"],
    &["august", "agosto", "aug", "ago"],
    &["september", "septiembre", "sept", "sep"],
    &["oktober", "october", "octubre", "okt", "oct"],
    &["november", "noviembre", "nov"],
    &["dezember", "december", "diciembre", "dez", "dec", "dic"],
];

/// Weekdays from Monday on, in the same languages.
const WEEKDAYS: [&[&str]; 7] = [
    &["montag", "monday", "lunes", "mo", "mon"],
    &["dienstag", "tuesday", "martes", "di", "tue", "tues"],
    &["mittwoch", "wednesday", "miércoles", "mi", "wed"],
    &["donnerstag", "thursday", "jueves", "do", "thu", "thur", "thurs"],
    &["freitag", "friday", "viernes", "fr", "fri"],
    &["samstag", "sonnabend", "saturday", "sábado", "sa", "sat"],
    &["sonntag", "sunday", "domingo", "so", "sun"],
];

/// Words between the others that say nothing.
const FILLERS: [&str; 12] =
    ["den", "dem", "der", "im", "um", "on", "the", "of", "at", "el", "de", "del"];

/// The day or the time that a text means, as content files write it.
pub fn moment(text: &str) -> Option<String> {
    let Moment { date, clock } = read(text)?;
    let Some(Clock { hour, minute, offset }) = clock else { return Some(date.to_string()) };
    // Midnight at the end of a day is that at the beginning of the next.
    let (date, hour) = match (hour, minute) {
        (24, 0) => (date.tomorrow().ok()?, 0),
        (hour, _) => (date, hour),
    };
    Time::new(hour, minute, 0, 0).ok()?;
    Some(format!("{date}T{hour:02}:{minute:02}{offset}"))
}

/// The month, quarter or year that a text means.
pub(super) fn period(text: &str) -> Option<PlannedDate> {
    let text = text.trim().to_lowercase();
    let words: Vec<&str> = words(&text).filter(|word| *word != "jahr").collect();
    match words[..] {
        [one] => {
            let (a, b) = match one.split_once(['-', '/', '.']) {
                Some(both) => both,
                None => return PlannedDate::year(year(one)?),
            };
            of_two(a, b).or_else(|| of_two(b, a))
        }
        [a, "quartal" | "quarter", b] => PlannedDate::quarter(year(b)?, i16::from(ordinal(a)?)),
        [a, b] => of_two(a, b).or_else(|| of_two(b, a)),
        _ => None,
    }
}

/// A month or a quarter, and a year.
fn of_two(period: &str, of: &str) -> Option<PlannedDate> {
    let year = year(of)?;
    if let Some(quarter) = period.strip_prefix('q') {
        return PlannedDate::quarter(year, quarter.parse().ok()?);
    }
    let number = || period.parse().ok().filter(|_| period.len() <= 2);
    PlannedDate::month(year, month(period).or_else(number)?)
}

/// The first and the last day that a text means: `4.–8. November 2019`, `November 2019`.
pub(super) fn days(text: &str) -> Option<Days> {
    const BETWEEN: [&str; 7] = [" bis ", " to ", " - ", "/", "–", "—", "-"];
    let period = || period(text).map(PlannedDate::days);
    let pairs = BETWEEN.iter().filter_map(|sign| text.split_once(sign));
    let mut days = pairs.filter_map(|(first, last)| {
        let first = first.trim().trim_start_matches("vom ").trim_start_matches("von ");
        let last = day(last)?;
        let first = day(first).or_else(|| begun(first, last))?;
        (first <= last).then_some(Days { first, last })
    });
    days.next().or_else(period)
}

/// The beginning and the end on one day that a text means: `14.4.2027, 15–17 Uhr`,
/// `2027-04-14T15:00-17:00`.
pub(super) fn hours(text: &str) -> Option<[String; 2]> {
    const BETWEEN: [&str; 6] = [" bis ", " to ", "–", "—", "-", "/"];
    let mut pairs = BETWEEN.iter().filter_map(|sign| text.rsplit_once(sign));
    pairs.find_map(|(start, end)| {
        let start = moment(start).or_else(|| moment(&format!("{start} Uhr")))?;
        let (day, _) = start.split_once('T')?;
        let end = moment(&format!("{day} {end}"))?;
        (start < end).then_some([start, end])
    })
}

/// A day without an hour.
fn day(text: &str) -> Option<Date> {
    read(text).filter(|moment| moment.clock.is_none()).map(|moment| moment.date)
}

/// A day whose month or year stands only behind the last one: `4.`, `04.11.`, `28. Oktober`.
fn begun(text: &str, last: Date) -> Option<Date> {
    let year = last.year();
    match ordinal(text) {
        Some(day) => Date::new(year, last.month(), day).ok(),
        None => day(&format!("{text}{year}")).or_else(|| day(&format!("{text} {year}"))),
    }
}

struct Moment {
    date: Date,
    clock: Option<Clock>,
}

/// Reads a text of which every word is understood.
fn read(text: &str) -> Option<Moment> {
    let text = spaced(text);
    let mut words = words(&text).peekable();
    let (mut date, mut weekday_typed, mut clock) = (None, None, None);
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or("");
        // »am Mittwoch«; the one of »3 am« belongs to its hour.
        if word == "am" {
            continue;
        }
        if let (None, Some(found)) = (weekday_typed, weekday(word)) {
            weekday_typed = Some(found);
        } else if let (None, Some(found)) = (date, numeric_date(word)) {
            date = Some(found);
        } else if let (None, Some(day), Some(month)) =
            (date, ordinal(word), month_behind(word, next))
        {
            words.next();
            date = Some(Date::new(year(words.next()?)?, month.try_into().ok()?, day).ok()?);
        } else if let (None, Some(month), Some(day)) = (date, month(word), ordinal(next)) {
            words.next();
            date = Some(Date::new(year(words.next()?)?, month.try_into().ok()?, day).ok()?);
        } else if clock.is_none() {
            let found = clock::read(word, next)?;
            if found.takes_next {
                words.next();
            }
            clock = Some(found.clock);
        } else {
            return None;
        }
    }
    let date = date.filter(|date| weekday_typed.is_none_or(|typed| typed == date.weekday()))?;
    Some(Moment { date, clock })
}

/// The text in small letters, with a space where `14.April` and `2027-04-14T9:00` have none.
fn spaced(text: &str) -> String {
    let mut spaced = String::new();
    let (mut before, mut earlier) = (' ', ' ');
    for c in text.trim().to_lowercase().chars() {
        let joins_hour = before == 't' && earlier.is_ascii_digit() && c.is_ascii_digit();
        if joins_hour {
            spaced.pop();
            spaced.push_str(" t");
        } else if before == '.' && earlier.is_ascii_digit() && c.is_alphabetic() {
            spaced.push(' ');
        }
        spaced.push(c);
        (earlier, before) = (before, c);
    }
    spaced
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || c == ',' || c == '(' || c == ')');
    words.filter(|word| !word.is_empty() && !FILLERS.contains(word))
}

fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let number = WEEKDAYS.iter().position(|names| names.contains(&word))?;
    Weekday::from_monday_zero_offset(number.try_into().ok()?).ok()
}

/// The number of a month, from 1.
fn month(word: &str) -> Option<i16> {
    let word = word.trim_end_matches('.');
    let number = MONTHS.iter().position(|names| names.contains(&word))?;
    i16::try_from(number + 1).ok()
}

/// The month behind a day: `April`, or in `14. 4. 2027` the `4.`
fn month_behind(day: &str, word: &str) -> Option<i16> {
    let both_points = day.ends_with('.') && word.ends_with('.');
    month(word).or_else(|| ordinal(word).filter(|_| both_points).map(i16::from))
}

/// A year of four digits.
fn year(word: &str) -> Option<i16> {
    let right = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| right && *year >= 1000)
}

/// The day in `14.`, `14`, `14th`.
fn ordinal(word: &str) -> Option<i8> {
    let ends = [".", "st", "nd", "rd", "th"];
    let number = ends.iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    let right = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|_| right)
}

/// `24.09.2019`, `24.9.19`, `2019/09/24`, `20190924`.
fn numeric_date(word: &str) -> Option<Date> {
    if word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = word.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    }
    // Dashes of word processors.
    let word = &word.replace(['\u{2010}', '\u{2011}', '–', '—', '\u{2212}'], "-");
    let sign = ['.', '-', '/'].into_iter().find(|sign| word.contains(*sign))?;
    let parts: Vec<&str> = word.split(sign).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |text: &str| -> Option<i8> {
        let right = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|_| right)
    };
    let second = number(second)?;
    if let Some(year) = year(first) {
        return Date::new(year, second, number(third)?).ok();
    }
    let first = number(first)?;
    let year = match (year(third), number(third)) {
        (Some(year), _) => year,
        (None, Some(short)) if sign == '.' && third.len() == 2 => 2000 + i16::from(short),
        _ => return None,
    };
    // With other signs than points Americans write the month first.
    match (sign, first > 12, second > 12) {
        ('.', ..) | (_, true, _) => Date::new(year, second, first).ok(),
        (_, _, true) => Date::new(year, first, second).ok(),
        _ => (first == second).then(|| Date::new(year, second, first).ok())?,
    }
}

#[cfg(test)]
mod tests {
    use super::{days, hours, moment, period};

    #[test]
    fn a_moment_is_understood_as_people_write_it() {
        for (typed, meant) in [
            ("24.09.2019", "2019-09-24"),
            ("14.4.27", "2027-04-14"),
            ("14. April 2027", "2027-04-14"),
            ("14.April 2027", "2027-04-14"),
            ("14 Apr. 2027", "2027-04-14"),
            ("14. 4. 2027", "2027-04-14"),
            ("am Mittwoch, 14. April 2027", "2027-04-14"),
            ("April 14, 2027", "2027-04-14"),
            ("Mi, 14.04.2027", "2027-04-14"),
            ("Mittwoch, den 14. April 2027", "2027-04-14"),
            ("miércoles, 14 de abril de 2027", "2027-04-14"),
            ("2027/04/14", "2027-04-14"),
            ("2027-4-14", "2027-04-14"),
            ("2027\u{2011}04\u{2011}14", "2027-04-14"),
            ("2027–04–14T15:00", "2027-04-14T15:00"),
            ("20270414", "2027-04-14"),
            ("04/14/2027", "2027-04-14"),
            ("24/09/2019", "2019-09-24"),
            ("2027-04-14T9:00", "2027-04-14T09:00"),
            ("14.04.2027 9:00", "2027-04-14T09:00"),
            ("2027-04-14T15", "2027-04-14T15:00"),
            ("2027-04-14 15 Uhr", "2027-04-14T15:00"),
            ("14.4.2027, 15.30 Uhr", "2027-04-14T15:30"),
            ("14. April 2027 um 15:30Uhr", "2027-04-14T15:30"),
            ("2027-04-14 15h30", "2027-04-14T15:30"),
            ("2027-04-14 3 pm", "2027-04-14T15:00"),
            ("2027-04-14 12 am", "2027-04-14T00:00"),
            ("2027-04-14T15:00:00", "2027-04-14T15:00"),
            ("2027-04-14 15:00:00+02:00", "2027-04-14T15:00+02:00"),
            ("2027-04-14T24:00", "2027-04-15T00:00"),
            ("31.12.2027 24 Uhr", "2028-01-01T00:00"),
        ] {
            assert_eq!(moment(typed).as_deref(), Some(meant), "{typed}");
        }
    }

    /// A day too few is better than a wrong one.
    #[test]
    fn of_what_can_be_two_things_nothing_is_proposed() {
        for typed in [
            "04/05/2027",
            "Di, 14.04.2027",
            "31.09.2019",
            "14.04.2027 9-17 Uhr",
            "14.04.2027 15 Uhr bis 17 Uhr",
            "14./15. April 2027",
            "14.04.2027 abends",
            "2027-04-14T15:00Z",
            "2027-04-14 15:00:30",
            "2027-04-14 25:00",
            "14.04.",
            "15 Uhr",
            "Dienstag",
            "",
        ] {
            assert_eq!(moment(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_beginning_and_an_end_are_understood() {
        for (typed, start, end) in [
            ("2027-04-14T15:00-17:00", "2027-04-14T15:00", "2027-04-14T17:00"),
            ("2027-04-14T10:00–12:00", "2027-04-14T10:00", "2027-04-14T12:00"),
            ("14.04.2027 9-17 Uhr", "2027-04-14T09:00", "2027-04-14T17:00"),
            ("14. April 2027, 15:00 bis 17:30 Uhr", "2027-04-14T15:00", "2027-04-14T17:30"),
        ] {
            assert_eq!(hours(typed), Some([start, end].map(str::to_owned)), "{typed}");
        }
        for typed in ["2027-04-14T15:00-06:00", "2027-04-14", "2027-04-14 - 2027-04-15", "9-17 Uhr"]
        {
            assert_eq!(hours(typed), None, "{typed}");
        }
    }

    #[test]
    fn months_quarters_and_ranges_of_days_are_understood() {
        for (typed, meant) in [
            ("Mai 2027", "2027-05"),
            ("im Mai 2027", "2027-05"),
            ("05/2027", "2027-05"),
            ("2027-5", "2027-05"),
            ("Q2 2027", "2027-Q2"),
            ("2027 Q2", "2027-Q2"),
            ("Q2/2027", "2027-Q2"),
            ("2027-q2", "2027-Q2"),
            ("2. Quartal 2027", "2027-Q2"),
            ("Jahr 2027", "2027"),
        ] {
            assert_eq!(period(typed).map(|p| p.to_string()).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["Q5 2027", "13/2027", "Anfang Mai 2027", "Mai", "Mai 27", "1. Halbjahr 2027"]
        {
            assert!(period(typed).is_none(), "{typed}");
        }
        for (typed, meant) in [
            ("4.–8. November 2019", "2019-11-04/2019-11-08"),
            ("4. bis 8. November 2019", "2019-11-04/2019-11-08"),
            ("04.11.-08.11.2019", "2019-11-04/2019-11-08"),
            ("04.11.2019 - 08.11.2019", "2019-11-04/2019-11-08"),
            ("28. Oktober bis 2. November 2019", "2019-10-28/2019-11-02"),
            ("2019-11-04 - 2019-11-08", "2019-11-04/2019-11-08"),
            ("im November 2019", "2019-11-01/2019-11-30"),
        ] {
            assert_eq!(days(typed).map(|days| days.to_string()).as_deref(), Some(meant), "{typed}");
        }
        for typed in ["8.–4. November 2019", "demnächst", "30.–31. November 2019"] {
            assert!(days(typed).is_none(), "{typed}");
        }
    }
}
