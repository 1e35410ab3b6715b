//! Dates as people read them, in three languages: »4.–8. November 2019«, »Tuesday 24 September
//! 2019, 15:00–17:00«, »del 4 al 8 de noviembre de 2019«.

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

/// Start and end that a text tells, in a zone. Where it has the time of the site too, in this order
/// or the other, both are the same.
pub fn read(text: &str, zone: &TimeZone) -> (Moment, Option<Moment>) {
    // Spanish has words where others have a dash.
    let text = &text.replace("del ", "").replace(" al ", "–").replace(", de ", ", ");
    let text = &text.replace(" · de ", " · ").replace(" a ", "–").replace(" h", "");
    let Some((first, second)) = text.split_once(" · ") else { return read_one(text, zone) };
    // A second time of the same day goes without it.
    let day = first.split('–').next().unwrap().rsplit_once(", ").unwrap().0;
    let has_day = side(second.split('–').next().unwrap()).month.is_some();
    let second = if has_day { second.to_owned() } else { format!("{day}, {second}") };
    let site = TimeZone::get("Europe/Berlin").unwrap();
    let both = [(zone, &site), (&site, zone)]
        .map(|(here, there)| (read_one(first, here), read_one(&second, there)));
    let agree = both.into_iter().find(|(first, second)| first == second);
    agree.unwrap_or_else(|| panic!("two times: {text}")).0
}

fn read_one(text: &str, zone: &TimeZone) -> (Moment, Option<Moment>) {
    let (mut from, to) = match text.split_once('–') {
        Some((from, to)) => (side(from), Some(side(to))),
        None => (side(text), None),
    };
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
    (moment(from, zone), to.map(|to| moment(to, zone)))
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
