//! How the script knows a date in what somebody types: the names of months and weekdays, and a
//! pattern for a day of a month by its name.

use jiff::civil::{Date, Weekday};

use super::fold::fold;
use crate::site::Site;

/// How many letters of a month are enough: »Sep«.
const LEAST: usize = 3;

/// What the script has to know of the dates of a language.
#[derive(Debug)]
pub struct DateWords {
    /// The names of the months as they stand in dates, January first.
    pub months: String,
    /// The names of the days of a week.
    pub weekdays: String,
    /// A regular expression for »24. September 2019«, »4.–8. Nov. 2019«, »September 24, 2019«,
    /// »24 de septiembre de 2019«, »September«; its groups are the day before, the month, the day
    /// after, and the year.
    pub pattern: String,
}

impl DateWords {
    /// Those of the language of a site.
    pub fn of(site: &Site) -> Self {
        let cldr = site.strings.cldr();
        let firsts = (1..=12).filter_map(|month| Date::new(2019, month, 1).ok());
        let months: Vec<String> =
            firsts.map(|day| spelled(&fold(cldr.month_in_date(day)))).collect();
        let days = Weekday::Monday.cycle_forward().take(7);
        let weekdays: Vec<String> =
            days.map(|day| spelled(&fold(&cldr.weekday_name(day)))).collect();
        DateWords {
            pattern: pattern(&months),
            months: months.join(" "),
            weekdays: weekdays.join(" "),
        }
    }
}

/// With umlauts as two letters.
fn spelled(word: &str) -> String {
    word.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue")
}

fn pattern(months: &[String]) -> String {
    let names: Vec<String> = months.iter().map(|name| shortened(name)).collect();
    let day = r"(\d\d?)(?:st|nd|rd|th)?";
    format!(
        r"(?:\b(?:\d\d?\.? ?[–-] ?)?{day}\.? (?:de |of )?)?\b({})(?![\p{{L}}\p{{N}}])\.?(?: {day}\b)?(?:,? (?:del? )?(\d{{4}})\b)?",
        names.join("|")
    )
}

/// A name of which the end may be missing: `sep(?:t(?:e(?:m…)?)?)?`.
fn shortened(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let (start, rest) = letters.split_at(LEAST.min(letters.len()));
    let rest =
        rest.iter().rev().fold(String::new(), |after, letter| format!("(?:{letter}{after})?"));
    start.iter().collect::<String>() + &rest
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn three_letters_of_a_month_are_enough() {
        assert_eq!(shortened("maerz"), "mae(?:r(?:z)?)?");
        assert_eq!(shortened("mai"), "mai");
    }
}
