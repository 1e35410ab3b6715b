//! What a file is to be called that has nearly a right name: `treffen.yaml.txt`, `probe.en.MD`,
//! `probe (en).md`, `20.11.2025-messe.md`.

use jiff::civil::Date;

use crate::markdown::slug;
use crate::suggest;
use crate::values::Value;

/// Endings of content files, and what Windows hangs on them.
const ENDINGS: [&str; 5] = ["md", "markdown", "yaml", "yml", "txt"];

/// The name with the ending that its folder has: without other endings, and of a translation with
/// its language before the ending, wherever that stood.
pub(super) fn with_ending(name: &str, ending: &str, speaks: impl Fn(&str) -> bool) -> String {
    let mut parts = name.split('.');
    let stem = parts.next().unwrap_or(name).trim();
    let others: Vec<String> = parts.map(|part| part.trim().to_lowercase()).collect();
    let is_language = |part: &&String| !ENDINGS.contains(&part.as_str()) && speaks(part);
    match others.iter().find(is_language).filter(|_| ending == "md") {
        Some(language) => format!("{stem}.{language}.{ending}"),
        None => format!("{stem}.{ending}"),
    }
}

/// The original's stem and the language of a stem that ends as a translation could: `probe_en`,
/// `probe (en)`, `probe-englisch`.
pub(super) fn translated(stem: &str) -> Option<(&str, String)> {
    let bare = stem.strip_suffix(')').unwrap_or(stem);
    let (original, tag) = bare.rsplit_once(['-', '_', ' ', '('])?;
    let tag = tag.to_lowercase();
    let tag = suggest::named_language(&tag).map_or(tag, str::to_owned);
    Some((original.trim_end_matches(['-', '_', ' ']), tag))
}

/// The stem of a release that begins or ends with a date as people write it: `20.11.2025-messe`,
/// `20251120 Messe`, `messe-2025-11-20`.
pub(super) fn dated(stem: &str) -> Option<String> {
    let is_digit = |at: usize| stem.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let begins = |at: &usize| is_digit(*at) && !at.checked_sub(1).is_some_and(is_digit);
    let starts = (0..stem.len()).filter(begins);
    for start in starts {
        let Some((date, rest)) = stem.get(start..).and_then(date) else { continue };
        let name = match (start, rest) {
            (0, rest) => slug(rest),
            (_, "") => slug(stem.get(..start)?),
            _ => continue,
        };
        if !name.is_empty() {
            return Some(format!("{date}-{name}"));
        }
    }
    None
}

/// The date that a text begins with, and what is behind it.
fn date(text: &str) -> Option<(Date, &str)> {
    let (first, behind) = number(text);
    if first.len() == 8 {
        let (year, day) = (first.split_at_checked(4)?, first.split_at_checked(2)?);
        let (month, day_last) = year.1.split_at_checked(2)?;
        let (month_second, year_last) = day.1.split_at_checked(2)?;
        let date = iso(year.0, month, day_last).or_else(|| iso(year_last, month_second, day.0))?;
        return Some((date, behind));
    }
    let sign = behind.chars().next().filter(|sign| ".-_ ".contains(*sign))?;
    let (second, behind) = number(behind.strip_prefix(sign)?);
    let (third, behind) = number(behind.strip_prefix(sign)?);
    let date = match (first.len(), third.len()) {
        (4, 1 | 2) => iso(first, second, third),
        (1 | 2, 4) => iso(third, second, first),
        // `20.11.25`: nobody writes a year with two digits first and points.
        (1 | 2, 2) if sign == '.' => iso(&format!("20{third}"), second, first),
        _ => None,
    };
    Some((date?, behind))
}

/// The digits that a text begins with, and what is behind them.
fn number(text: &str) -> (&str, &str) {
    let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
    text.split_at_checked(text.len() - behind.len()).unwrap_or(("", text))
}

fn iso(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::read(&format!("{year}-{month:0>2}-{day:0>2}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_a_name_is_understood_however_it_is_written() {
        for (typed, meant) in [
            ("20.11.2025-messe", "2025-11-20-messe"),
            ("20251120-messe", "2025-11-20-messe"),
            ("20112025 Messe", "2025-11-20-messe"),
            ("20-11-2025-messe", "2025-11-20-messe"),
            ("messe-2025-11-20", "2025-11-20-messe"),
            ("Messe 20.11.2025", "2025-11-20-messe"),
            ("2025.11.20-messe", "2025-11-20-messe"),
            ("2025_11_20_messe", "2025-11-20-messe"),
            ("20.11.25 Messe", "2025-11-20-messe"),
            ("2025-1-3-messe", "2025-01-03-messe"),
        ] {
            assert_eq!(dated(typed).as_deref(), Some(meant), "{typed}");
        }
        for typed in
            ["messe", "2025-messe", "2025-13-40-messe", "messe-12", "20-11-messe", "2025-11-20"]
        {
            assert_eq!(dated(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_name_keeps_its_language_and_gets_its_ending() {
        let speaks = |tag: &str| tag == "en";
        for (typed, ending, meant) in [
            ("probe.en.MD", "md", "probe.en.md"),
            ("probe.en.markdown", "md", "probe.en.md"),
            ("probe.md.en", "md", "probe.en.md"),
            ("probe.EN.md.txt", "md", "probe.en.md"),
            ("probe.fr.MD", "md", "probe.md"),
            ("probe.md.txt", "md", "probe.md"),
            ("treffen.yaml.txt", "yaml", "treffen.yaml"),
            ("treffen.yml", "yaml", "treffen.yaml"),
            ("treffen.en.yml", "yaml", "treffen.yaml"),
        ] {
            assert_eq!(with_ending(typed, ending, speaks), meant, "{typed}");
        }
        for (typed, original) in [
            ("probe_en", "probe"),
            ("probe (en)", "probe"),
            ("probe-Englisch", "probe"),
            ("a b EN", "a b"),
        ] {
            assert_eq!(translated(typed), Some((original, "en".to_owned())), "{typed}");
        }
    }
}
