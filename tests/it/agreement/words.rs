//! Dates as people read them, in three languages: »4.–8. November 2019«, »Tuesday, 24 September
//! 2019, 15:00–17:00«.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use super::Moment;
use super::plan::instant;

const MONTHS: [[&str; 12]; 3] = [
    [
        "januar",
        "februar",
        "märz",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
    ],
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
];

/// What stands on one side of a dash.
#[derive(Debug, Default, Clone, Copy)]
struct Side {
    day: Option<i8>,
    month: Option<i8>,
    year: Option<i16>,
    time: Option<(i8, i8)>,
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let index = MONTHS.iter().find_map(|names| names.iter().position(|name| *name == word))?;
    i8::try_from(index + 1).ok()
}

fn side(text: &str) -> Side {
    let mut side = Side::default();
    let has_month = text.split([' ', ',', '.']).any(|word| month(word).is_some());
    for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
        let number = word.trim_end_matches('.');
        if let Some(month) = month(word) {
            side.month = Some(month);
        } else if let Some((hour, minute)) = number.split_once(':') {
            side.time = Some((hour.parse().unwrap(), minute.parse().unwrap()));
        } else if let Ok(number) = number.parse::<i16>() {
            match number {
                1000.. => side.year = Some(number),
                _ if word.ends_with('.') || has_month && side.day.is_none() => {
                    side.day = i8::try_from(number).ok();
                }
                _ => side.time = Some((i8::try_from(number).unwrap(), 0)),
            }
        }
    }
    side
}

/// Between the times of two clocks.
const CLOCKS: &str = " · ";

/// Start and end that a text tells, by the clock of a zone; where another clock stands beside it,
/// both must tell the same.
pub fn read(text: &str, zone: &TimeZone, other: &TimeZone) -> (Moment, Option<Moment>) {
    let text = text.split(" (").next().unwrap();
    let Some((first, second)) = text.split_once(CLOCKS) else {
        return read_by(text, zone, None).1;
    };
    let orders = [[zone, other], [other, zone]].map(|[a, b]| {
        let (day, told) = read_by(first, a, None);
        (told, read_by(second, b, Some(day)).1)
    });
    let [(told, _), (_, _)] = orders;
    let agrees = orders.into_iter().find(|(first, second)| first == second);
    agrees.unwrap_or_else(|| panic!("the clocks differ: {text}, {told:?}")).0
}

/// The day that a text begins with, and start and end.
fn read_by(text: &str, zone: &TimeZone, day: Option<Side>) -> (Side, (Moment, Option<Moment>)) {
    let (mut from, to) = match text.split_once('–') {
        Some((from, to)) => (side(from), Some(side(to))),
        None => (side(text), None),
    };
    // »· 9–10:30 Uhr in Berlin« of the same day.
    if let Some(day) = day.filter(|_| side(text).month.is_none()) {
        if from.time.is_none() {
            from.time = from.day.take().map(|hour| (hour, 0));
        }
        (from.day, from.month, from.year) = (day.day, day.month, day.year);
    }
    let mut to = to;
    if let Some(to) = &mut to {
        // »4.–8. November«, »4–8 November«: the first number stands alone.
        if from.month.is_none() {
            from.day = from.day.or(from.time.take().map(|(day, _)| day));
            from.month = to.month;
        }
        from.year = from.year.or(to.year);
        // »15–17 Uhr«
        if to.month.is_none() {
            (to.day, to.month) = (from.day, from.month);
        }
        to.year = to.year.or(from.year);
    }
    (from, (moment(from, zone), to.map(|to| moment(to, zone))))
}

fn moment(side: Side, zone: &TimeZone) -> Moment {
    let read = || Date::new(side.year?, side.month?, side.day?).ok();
    let day = read().unwrap_or_else(|| panic!("{side:?}"));
    match side.time {
        None => Moment::Day(day),
        Some((24, 0)) => instant(zone, DateTime::from(day.tomorrow().unwrap())),
        Some((hour, minute)) => instant(zone, day.at(hour, minute, 0, 0)),
    }
}
