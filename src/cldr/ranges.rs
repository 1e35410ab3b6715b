//! How a language writes several days in a row: »4.–8. November 2019«. ICU4X 2.4 has the intervals
//! of CLDR not yet, or writes the month of German ones as »M10«. They follow from how the language
//! writes one day: what is the same on both sides is written once.

use jiff::civil::Date;

use super::Cldr;

/// The patterns of days, with places such as `{from_day}` and `{to_month}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayPatterns {
    /// Days of one month.
    pub days: String,
    /// Days of two months of one year.
    pub months: String,
    /// Days of two years.
    pub years: String,
    /// A day without its month: `{from}.`
    pub tile_day: String,
    /// Days of one month without it: `{from}.–{to}.`
    pub tile_days: String,
    /// A month and its year.
    pub tile_month: String,
}

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DateField {
    Day,
    Month,
    Year,
}

/// A date taken apart: its parts in their order, each with the text before it; and the text at
/// the end.
struct Shape {
    parts: [(String, DateField); 3],
    end: String,
}

impl Cldr {
    /// How the language writes several days in a row.
    pub fn day_patterns(&self) -> DayPatterns {
        let shape = Shape::of(self).unwrap_or_else(Shape::of_none_in_particular);
        let (dash, between) = match self.language.as_str() {
            "ja" => ("～", "～"),
            "ko" => ("~", " ~ "),
            _ => ("–", " – "),
        };
        shape.patterns(dash, between)
    }
}

impl Shape {
    fn of(cldr: &Cldr) -> Option<Self> {
        let probe = Date::new(2019, 9, 24).ok()?;
        let written = cldr.day(probe);
        let month = cldr.month_in_date(probe);
        let mut found = Vec::new();
        for (text, part) in
            [("24", DateField::Day), (month, DateField::Month), ("2019", DateField::Year)]
        {
            found.push((written.find(text)?, text.len(), part));
        }
        found.sort_by_key(|(start, ..)| *start);
        let mut from = 0;
        let mut parts = Vec::new();
        for (start, length, part) in found {
            parts.push((written.get(from..start)?.to_owned(), part));
            from = start + length;
        }
        Some(Shape { parts: parts.try_into().ok()?, end: written.get(from..)?.to_owned() })
    }

    fn of_none_in_particular() -> Self {
        let parts = [("", DateField::Day), (" ", DateField::Month), (" ", DateField::Year)];
        Shape { parts: parts.map(|(before, part)| (before.to_owned(), part)), end: String::new() }
    }

    fn place(&self, part: DateField) -> usize {
        self.parts.iter().position(|(_, it)| *it == part).unwrap_or_default()
    }

    /// The text after a part.
    fn after(&self, part: DateField) -> &str {
        self.parts.get(self.place(part) + 1).map_or(&self.end, |(before, _)| before)
    }

    /// What belongs to a day itself and is written with each: the point of »4.–8. November«, the
    /// sign of »4日～8日«.
    fn ordinal(&self) -> &str {
        let after = self.after(DateField::Day);
        let is_first = self.place(DateField::Day) < self.place(DateField::Month);
        match after.chars().next() {
            Some('.') if is_first => ".",
            Some(sign @ ('日' | '일')) => after.get(..sign.len_utf8()).unwrap_or_default(),
            _ => "",
        }
    }

    /// The parts from one place to another, each in its place `{to_…}`; `day` is what stands for
    /// the day.
    fn written(&self, side: &str, from: usize, to: usize) -> String {
        let mut text = String::new();
        for (number, (before, part)) in self.parts.iter().enumerate().take(to).skip(from) {
            if number > from {
                text.push_str(before);
            }
            text.push_str(&place(side, *part));
        }
        text
    }

    fn patterns(&self, dash: &str, between: &str) -> DayPatterns {
        let ordinal = self.ordinal();
        let start = self.parts.first().map_or("", |(before, _)| before.as_str());
        let whole = |side| format!("{start}{}{}", self.written(side, 0, 3), self.end);
        let days = format!("{{from_day}}{ordinal}{dash}{{to_day}}");
        let year_first = self.place(DateField::Year) == 0;
        let months = if year_first {
            // What follows the last part belongs to it.
            let end = &self.end;
            format!(
                "{start}{}{end}{between}{}{end}",
                self.written("from", 0, 3),
                self.written("to", 1, 3)
            )
        } else {
            format!("{start}{}{between}{}", self.written("from", 0, 2), whole("to"))
        };
        let tile_month = if year_first {
            format!("{{year}}{}{{month}}", self.after(DateField::Year))
        } else {
            "{month} {year}".to_owned()
        };
        DayPatterns {
            days: whole("to").replacen("{to_day}", &days, 1),
            months,
            years: format!("{}{between}{}", whole("from"), whole("to")),
            tile_day: format!("{{from}}{ordinal}"),
            tile_days: format!("{{from}}{ordinal}{dash}{{to}}{ordinal}"),
            tile_month,
        }
    }
}

fn place(side: &str, part: DateField) -> String {
    let part = match part {
        DateField::Day => "day",
        DateField::Month => "month",
        DateField::Year => "year",
    };
    format!("{{{side}_{part}}}")
}
