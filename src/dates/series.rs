//! Series as people speak of them: »jeden ersten Dienstag im Monat, bis Dezember 2019«.

use jiff::civil::Date;

use super::Dates;
use crate::icalendar::Recurrence;
use crate::recurrence::{Nth, Pattern, Rule};

impl Dates<'_> {
    /// »jeden Dienstag, bis 17. Dezember 2019, außer am 29. Oktober 2019«: the rule, its last
    /// day, and the exceptions from a day on.
    pub fn series(&self, series: &Recurrence, from: Date) -> String {
        let rule = self.rule(&series.rule);
        let last = series.last.day();
        let end = match series.rule.pattern {
            Pattern::Day | Pattern::Weekdays(_) => self.day(last),
            Pattern::DayOfMonth(_) | Pattern::WeekdaysOfMonth(_) => self.month(last),
        };
        let ended = self.0.fill("repeat.until", &[("rule", &rule), ("end", &end)]);
        let except = series.except.iter().map(|start| start.day()).filter(|day| *day >= from);
        let days: Vec<String> = except.map(|day| self.day(day)).collect();
        if days.is_empty() {
            return ended;
        }
        self.0.fill("repeat.except", &[("rule", &ended), ("days", &self.0.cldr().list(&days))])
    }

    fn rule(&self, rule: &Rule) -> String {
        let (key, days) = match &rule.pattern {
            Pattern::Day => ("day", String::new()),
            Pattern::Weekdays(days) => {
                let names: Vec<String> =
                    days.iter().map(|day| self.0.cldr().weekday_name(*day)).collect();
                ("week", self.0.cldr().list(&names))
            }
            Pattern::DayOfMonth(day) => ("day_of_month", day.to_string()),
            Pattern::WeekdaysOfMonth(places) => {
                let names = places.iter().map(|(nth, day)| {
                    let nth = self.0.get(nth_key(*nth));
                    self.0.fill(
                        "repeat.place",
                        &[("nth", nth), ("weekday", &self.0.cldr().weekday_name(*day))],
                    )
                });
                ("month", self.0.cldr().list(&names.collect::<Vec<_>>()))
            }
        };
        let often = if rule.interval > 1 { "repeat.every_few" } else { "repeat.every" };
        let count = rule.interval.to_string();
        self.0.fill(&format!("{often}.{key}"), &[("days", &days), ("count", &count)])
    }
}

fn nth_key(nth: Nth) -> &'static str {
    match nth {
        Nth::First => "repeat.nth.first",
        Nth::Second => "repeat.nth.second",
        Nth::Third => "repeat.nth.third",
        Nth::Fourth => "repeat.nth.fourth",
        Nth::Last => "repeat.nth.last",
    }
}
