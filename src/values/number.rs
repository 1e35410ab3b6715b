//! Numbers. Content files write a decimal point and no separators of thousands. Whoever writes
//! `1.234,5` is told the number; of `1,234` and `1.234` nobody can know which one was meant.

use super::Value;
use crate::problem::{NumberWarning, Problem, ValueProblem};

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
        Decimal::read(text).map(Degrees).map_err(|_| match not_a_number(text) {
            // `51.050.123` is no number of degrees with separators of thousands.
            Problem::Value(ValueProblem::NotANumber { value, suggestion, .. }) => {
                let on_earth =
                    |number: &String| number.parse().is_ok_and(|it: f64| it.abs() <= 180.0);
                let suggestion = suggestion.filter(on_earth);
                ValueProblem::NotANumber { value, suggestion, thousands: None }.into()
            }
            other => other,
        })
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
        text.parse().map_err(|_| not_a_whole_number(text))
    }
}

impl Value for i16 {
    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| not_a_whole_number(text))
    }
}

/// What is to be said of a text that is no number.
pub fn not_a_number(text: &str) -> Problem {
    let value = text.to_owned();
    match Meant::by(text) {
        // `12.500 €`: the point can separate thousands.
        Meant::One(number) if thousands(&number).is_some() && !text.contains(',') => {
            ValueProblem::NotANumber { value, suggestion: None, thousands: None }.into()
        }
        Meant::One(number) => {
            ValueProblem::NotANumber { value, suggestion: Some(number), thousands: None }.into()
        }
        Meant::Either { whole, .. } => {
            ValueProblem::NotANumber { value, suggestion: None, thousands: Some(whole) }.into()
        }
        Meant::Nothing => {
            ValueProblem::NotANumber { value, suggestion: None, thousands: None }.into()
        }
    }
}

/// An amount of money: of three digits behind a comma it has none.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount(pub Decimal);

impl Value for Amount {
    fn read(text: &str) -> Result<Self, Problem> {
        Decimal::read(text).map(Amount).map_err(|_| not_an_amount(text))
    }
}

/// What is to be said of a text that is no amount of money.
pub fn not_an_amount(text: &str) -> Problem {
    let whole = match Meant::by(text) {
        Meant::Either { whole, .. } => Some(whole),
        Meant::One(number) => thousands(&number),
        Meant::Nothing => None,
    };
    match whole {
        Some(_) => {
            let (value, suggestion) = (text.to_owned(), whole);
            ValueProblem::NotANumber { value, suggestion, thousands: None }.into()
        }
        None => not_a_number(text),
    }
}

/// The same where only a whole number makes sense: there a sign before three digits can only
/// separate thousands.
pub fn not_a_whole_number(text: &str) -> Problem {
    let suggestion = match Meant::by(text) {
        Meant::One(number) if is_whole(&number) => Some(number),
        Meant::One(number) => {
            let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
            match decimals.bytes().all(|byte| byte == b'0') {
                true if decimals.len() != 3 => Some(whole.to_owned()),
                _ => thousands(&number),
            }
        }
        Meant::Either { whole, .. } => Some(whole),
        Meant::Nothing => None,
    };
    ValueProblem::NotANumber { value: text.to_owned(), suggestion, thousands: None }.into()
}

/// What somebody meant who wrote no number of content files.
#[derive(Debug, PartialEq)]
enum Meant {
    Nothing,
    One(String),
    /// `1,234`: a whole number, or one with three decimals.
    Either {
        whole: String,
    },
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
            return Meant::Either { whole: format!("{sign}{whole}{decimals}") };
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

/// `12,50 €`: the currency has a key of its own.
fn without_currency(typed: &str) -> &str {
    const SIGNS: [&str; 4] = ["€", "EUR", "Euro", "euro"];
    let behind = SIGNS.iter().find_map(|sign| typed.strip_suffix(sign));
    let before = || SIGNS.iter().find_map(|sign| typed.strip_prefix(sign));
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
        assert_eq!(Meant::by("1,234"), Meant::Either { whole: "1234".to_owned() });
    }
}
