//! Numbers. Content files write a decimal point and no separators of thousands. Whoever writes
//! `1.234,5` is told the number; of `1,234` and `1.234` nobody can know which one was meant.

use std::ops::RangeInclusive;

use super::{Currency, Value};
use crate::problem::{NumberWarning, Problem, Thousands, ValueProblem};

/// A number as it was typed with a decimal point: never rounded.
#[derive(Debug, Clone, PartialEq)]
pub struct Decimal {
    /// The digits, without zeros in front: `464`, `0.5`.
    pub text: String,
    /// Its nearest floating-point number.
    pub number: f64,
}

/// A latitude or longitude in degrees (WGS 84); its range is checked by the venue.
#[derive(Debug, Clone, PartialEq)]
pub struct Degrees(pub Decimal);

impl Value for Degrees {
    fn read(text: &str) -> Result<Self, Problem> {
        Decimal::read(text).map(Degrees).map_err(|_| not_degrees(text))
    }
}

impl Value for Decimal {
    fn read(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        match text.parse::<f64>() {
            Ok(number) if plain && number.is_finite() => {
                Ok(Decimal { text: without_zeros_in_front(text), number })
            }
            _ => Err(not_a_number(text)),
        }
    }
}

impl Value for u32 {
    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| not_a_whole_number(text, &(0..=u32::MAX.into())))
    }
}

impl Value for i16 {
    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| not_a_whole_number(text, &(i16::MIN.into()..=i16::MAX.into())))
    }
}

/// What is to be said of a text that is no number.
pub fn not_a_number(text: &str) -> Problem {
    let (suggestion, thousands) = match Meant::by(text) {
        // `12.500 €`: the point can separate thousands.
        Meant::One(number) if !text.contains(',') => match thousands(&number) {
            Some(whole) => (None, Some(Thousands { whole, decimal: number })),
            None => (Some(number), None),
        },
        Meant::One(number) => (Some(number), None),
        Meant::Either(thousands) => (None, Some(thousands)),
        Meant::Nothing => (None, None),
    };
    let suggestion = suggestion.filter(|number| number != text);
    ValueProblem::NotANumber { value: text.to_owned(), suggestion, thousands }.into()
}

/// The same where degrees are wanted, which have no thousands.
pub fn not_degrees(text: &str) -> Problem {
    let on_earth = |number: &String| number.parse().is_ok_and(|it: f64| it.abs() <= 180.0);
    let suggestion = match Meant::by(text) {
        Meant::One(number) | Meant::Either(Thousands { decimal: number, .. }) => Some(number),
        Meant::Nothing => None,
    };
    let suggestion = suggestion.filter(on_earth);
    ValueProblem::NotANumber { value: text.to_owned(), suggestion, thousands: None }.into()
}

/// The same where only a whole number in a range makes sense: there a sign before three digits can
/// only separate thousands.
pub fn not_a_whole_number(text: &str, range: &RangeInclusive<i64>) -> Problem {
    let whole = match Meant::by(text) {
        Meant::One(number) if is_whole(&number) => Some(number),
        Meant::One(number) => {
            let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
            match decimals.bytes().all(|byte| byte == b'0') {
                true if decimals.len() != 3 => Some(whole.to_owned()),
                _ => thousands(&number),
            }
        }
        Meant::Either(Thousands { whole, .. }) => Some(whole),
        Meant::Nothing => None,
    };
    let value = text.to_owned();
    let is_possible = |number: &String| number.parse().is_ok_and(|it: i64| range.contains(&it));
    if whole.as_ref().is_some_and(|number| !is_possible(number)) {
        let (first, last) = (*range.start(), *range.end());
        return ValueProblem::NumberOutOfRange { value, first, last }.into();
    }
    ValueProblem::NotANumber { value, suggestion: whole, thousands: None }.into()
}

/// What is to be said of an amount of money that names another currency than the one beside it.
pub fn other_currency(amount: &str, currency: &str) -> Option<Problem> {
    let names_euro = EURO.iter().any(|sign| amount.contains(sign));
    let is_euro = EURO.iter().any(|sign| currency.trim().eq_ignore_ascii_case(sign));
    let is_other = names_euro && !is_euro && Currency::read(currency.trim()).is_ok();
    is_other.then(|| {
        let number = match Meant::by(amount) {
            Meant::One(number) => number,
            _ => without_currency(amount.trim()).to_owned(),
        };
        let value = amount.to_owned();
        ValueProblem::OtherCurrency { value, currency: currency.trim().to_owned(), number }.into()
    })
}

/// What somebody meant who wrote no number of content files.
#[derive(Debug, PartialEq)]
enum Meant {
    Nothing,
    One(String),
    /// `1,234`: a whole number, or one with three decimals.
    Either(Thousands),
}

impl Meant {
    fn by(typed: &str) -> Self {
        let typed = without_currency(typed.trim());
        let (sign, digits) = match typed.strip_prefix(['-', '−', '–']) {
            Some(rest) => ("-", rest.trim_start()),
            None => ("", typed.strip_prefix('+').unwrap_or(typed).trim_start()),
        };
        let Some((whole, decimals, by_comma)) = split(digits) else { return Meant::Nothing };
        let Some(whole) = joined(whole) else { return Meant::Nothing };
        if !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return Meant::Nothing;
        }
        let can_be_thousands = by_comma && (1..=3).contains(&whole.len()) && decimals.len() == 3;
        if can_be_thousands && !whole.starts_with('0') {
            return Meant::Either(Thousands {
                whole: format!("{sign}{whole}{decimals}"),
                decimal: format!("{sign}{whole}.{decimals}"),
            });
        }
        let point = if decimals.is_empty() { "" } else { "." };
        Meant::One(without_zeros_in_front(&format!("{sign}{whole}{point}{decimals}")))
    }
}

/// The digits before and behind the sign of decimals, and whether that is a lone comma.
fn split(digits: &str) -> Option<(&str, &str, bool)> {
    let count = |sign: char| digits.matches(sign).count();
    match (count('.'), count(',')) {
        (0, 1) => digits.split_once(',').map(|(whole, decimals)| (whole, decimals, true)),
        (1, 0) => digits.split_once('.').map(|(whole, decimals)| (whole, decimals, false)),
        (_, 0) | (0, _) => Some((digits, "", false)),
        // Of both signs the last one separates decimals, and stands there once.
        _ => {
            let last = digits.rfind(['.', ','])?;
            let (whole, decimals) = (digits.get(..last)?, digits.get(last + 1..)?);
            let sign = digits.get(last..=last)?;
            (!whole.contains(sign)).then_some((whole, decimals, false))
        }
    }
}

/// The digits of `1.234.567`, `1 234` or `1'234`: groups of three, one sign between all of them.
fn joined(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let mut signs = whole.chars().filter(|c| !c.is_ascii_digit());
    let first = signs.next();
    let is_separator = |c: char| ".,'’_ \u{a0}\u{202f}\u{2009}".contains(c);
    let separated = first.is_none_or(is_separator) && signs.all(|sign| Some(sign) == first);
    let (head, others) = groups.split_first()?;
    let in_threes =
        others.is_empty() || head.len() <= 3 && others.iter().all(|group| group.len() == 3);
    (separated && in_threes && !head.is_empty()).then(|| groups.concat())
}

/// How people write the currency of most amounts.
const EURO: [&str; 4] = ["€", "EUR", "Euro", "euro"];

/// `12,50 €`: the currency has a key of its own.
fn without_currency(typed: &str) -> &str {
    let behind = EURO.iter().find_map(|sign| typed.strip_suffix(sign));
    let before = || EURO.iter().find_map(|sign| typed.strip_prefix(sign));
    let number = behind.or_else(before).unwrap_or(typed).trim();
    [",--", ",-", ",–", ",—", ".--", ".-"]
        .iter()
        .find_map(|dash| number.strip_suffix(dash))
        .unwrap_or(number)
}

/// `0464` → `464`, `.5` → `0.5`, `5.` → `5`
fn without_zeros_in_front(number: &str) -> String {
    let (sign, digits) = match number.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", number),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        whole => whole,
    };
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{decimals}")
}

fn is_whole(number: &str) -> bool {
    !number.contains('.')
}

/// The whole number of `1.234`, whose point can separate thousands.
fn thousands(number: &str) -> Option<String> {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let (whole, decimals) = digits.split_once('.')?;
    let can_be = (1..=3).contains(&whole.len()) && !whole.starts_with('0') && decimals.len() == 3;
    can_be.then(|| number.replace('.', ""))
}

/// What a figure is probably not meant to be, as it was typed.
pub fn doubt(typed: &str) -> Option<NumberWarning> {
    let value = typed.to_owned();
    let digits = typed.trim_start_matches('-').as_bytes();
    if matches!(digits, [b'0', next, ..] if next.is_ascii_digit()) {
        let suggestion = without_zeros_in_front(typed);
        return Some(NumberWarning::ZeroInFront { value, suggestion });
    }
    thousands(typed).map(|whole| NumberWarning::ThousandsPoint { value, whole })
}

/// How many decimals amounts in a currency have (ISO 4217, list one, “minor unit”): two, but for
/// these.
fn minor_unit(currency: &str) -> usize {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "UYI" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 0,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
        "CLF" | "UYW" => 4,
        _ => 2,
    }
}

/// What an amount of money is probably not meant to be, as it was typed.
pub fn doubt_of_money(typed: &str, currency: &str) -> Option<NumberWarning> {
    let decimals = typed.split_once('.').map_or("", |(_, decimals)| decimals);
    let wanted = minor_unit(currency);
    if decimals.is_empty() || decimals.len() == wanted {
        return doubt(typed).filter(|doubt| matches!(doubt, NumberWarning::ZeroInFront { .. }));
    }
    let value = typed.to_owned();
    // `49.9` → `49.90`, `1.250` → `1.25`: no other amount.
    let behind = decimals.trim_end_matches('0').len();
    let same = (behind <= wanted).then(|| {
        let whole = typed.split_once('.').map_or(typed, |(whole, _)| whole);
        let kept: String = decimals.chars().chain("0000".chars()).take(wanted).collect();
        without_zeros_in_front(&format!("{whole}.{kept}"))
    });
    let currency = currency.to_owned();
    let thousands = thousands(typed);
    Some(NumberWarning::DecimalsOfMoney { value, currency, wanted, same, thousands })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The amounts that may be meant.
    fn meant(typed: &str, currency: &str) -> Option<(Option<String>, Option<String>)> {
        match doubt_of_money(typed, currency)? {
            NumberWarning::DecimalsOfMoney { same, thousands, .. } => Some((same, thousands)),
            _ => None,
        }
    }

    #[test]
    fn amounts_have_the_decimals_of_their_currency() {
        let some = |text: &str| Some(text.to_owned());
        for (typed, currency, expected) in [
            ("1500.50", "JPY", (None, None)),
            ("1500.00", "JPY", (some("1500"), None)),
            ("1.500", "KRW", (None, some("1500"))),
            ("9.5", "KWD", (some("9.500"), None)),
            ("9.50", "KWD", (some("9.500"), None)),
            ("49.9", "EUR", (some("49.90"), None)),
            ("1.250", "", (some("1.25"), some("1250"))),
        ] {
            assert_eq!(meant(typed, currency), Some(expected), "{typed} {currency}");
        }
        for (typed, currency) in
            [("1500", "JPY"), ("9.500", "KWD"), ("9", "KWD"), ("49.90", "EUR"), ("49", "")]
        {
            assert_eq!(doubt_of_money(typed, currency), None, "{typed} {currency}");
        }
    }

    #[test]
    fn what_people_write_is_a_number_only_where_it_can_be_no_other() {
        for (typed, meant) in [
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1.234.567", "1234567"),
            ("1,234,567", "1234567"),
            ("1 234", "1234"),
            ("1'234.50", "1234.50"),
            ("12,50 €", "12.50"),
            ("EUR 12,50", "12.50"),
            ("20,-", "20"),
            ("0,125", "0.125"),
            ("−5", "-5"),
            ("0464,5", "464.5"),
        ] {
            assert_eq!(Meant::by(typed), Meant::One(meant.to_owned()), "{typed}");
        }
        for typed in
            ["1.23.4", "12.34,5.6", "1 23", "464 Mio.", "40-50", "ca. 40", "", ",5", "1,2,3"]
        {
            assert_eq!(Meant::by(typed), Meant::Nothing, "{typed}");
        }
        let (whole, decimal) = ("1234".to_owned(), "1.234".to_owned());
        assert_eq!(Meant::by("1,234"), Meant::Either(Thousands { whole, decimal }));
    }
}
