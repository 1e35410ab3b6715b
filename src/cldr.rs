//! What the Unicode CLDR says of a language: its dates, numbers, lists, plurals and the order
//! of its names. The data are those of ICU4X and part of the program. Making the formatters
//! takes longer than using them: there is one [`Cldr`] a language, made with its strings.
//!
//! Ranges of days follow from how a language writes one day, see `ranges`.

mod names;
mod ranges;

use std::cmp::Ordering;

use fixed_decimal::Decimal;
use icu_calendar::{Date as CalendarDate, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_datetime::fieldsets::{E, T, YM, YMD, YMDE};
use icu_datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames, MonthNameLength};
use icu_datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use writeable::{TryWriteable, Writeable};

pub use ranges::DayPatterns;

/// The forms that words take beside a number, as CLDR calls them.
pub const PLURAL_CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Which counts decide which forms a language needs. All rules repeat after a hundred; forms
/// for whole millions (Spanish “un millón de plazas”) and fractions no text here asks for.
const COUNTS: std::ops::Range<u64> = 0..200;

/// The writing customs of one language.
#[derive(Debug)]
pub struct Cldr {
    /// The language without its region, for the few corrections below.
    language: String,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    weekday: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
    month: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    weekday_name: FixedCalendarDateTimeFormatter<Gregorian, E>,
    short_weekday: FixedCalendarDateTimeFormatter<Gregorian, E>,
    clock: NoCalendarFormatter<T>,
    /// Of the twelve months, as they appear in a date (Polish »września«).
    months: Vec<Month>,
    number: DecimalFormatter,
    list: ListFormatter,
    plurals: PluralRules,
    collator: CollatorBorrowed<'static>,
}

/// The names of a month inside a date.
#[derive(Debug)]
struct Month {
    long: String,
    short: String,
}

/// What ICU4X answers when it has no data: does not happen with the data it brings.
#[derive(Debug)]
struct NoData;

impl<E: std::error::Error> From<E> for NoData {
    fn from(_: E) -> Self {
        NoData
    }
}

impl Cldr {
    /// The customs of a locale, `de_DE` or `en-GB`. CLDR has something for every locale: of a
    /// language it does not know, the customs of none in particular (»2019 M09 24«).
    #[expect(clippy::expect_used, reason = "ICU4X carries the data of the root locale")]
    pub fn new(locale: &str) -> Self {
        let locale = Locale::try_from_str(&locale.replace('_', "-")).unwrap_or(Locale::UNKNOWN);
        Self::of(&locale)
            .or_else(|NoData| Self::of(&Locale::UNKNOWN))
            .expect("the root locale has data")
    }

    fn of(locale: &Locale) -> Result<Self, NoData> {
        let mut cldr = Cldr {
            language: locale.id.language.to_string(),
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long())?,
            weekday: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMDE::long())?,
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long())?,
            weekday_name: FixedCalendarDateTimeFormatter::try_new(locale.into(), E::long())?,
            short_weekday: FixedCalendarDateTimeFormatter::try_new(locale.into(), E::short())?,
            clock: NoCalendarFormatter::try_new(locale.into(), T::hm())?,
            months: months(locale)?,
            number: DecimalFormatter::try_new(locale.into(), Default::default())?,
            list: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default())?,
            plurals: PluralRules::try_new_cardinal(locale.into())?,
            collator: Collator::try_new(locale.into(), CollatorOptions::default())?,
        };
        // Chinese months are words alone and numbers in a date.
        let written = cldr.day(Date::new(2019, 9, 24)?);
        if cldr.months.get(8).is_some_and(|month| !written.contains(&month.long)) {
            for month in &mut cldr.months {
                month.long.clone_from(&month.short);
            }
        }
        Ok(cldr)
    }

    /// »24. September 2019«
    pub fn day(&self, day: Date) -> String {
        // CLDR 48.2 has »d. MMMM y« for Estonian; ICU4X 2.4 writes »24 september 2019«.
        if self.language == "et" {
            return format!("{}. {} {}", day.day(), self.month_in_date(day), day.year());
        }
        self.day.format(&gregorian(day)).write_to_string().into_owned()
    }

    /// »Dienstag, 24. September 2019«
    pub fn weekday(&self, day: Date) -> String {
        let written = self.weekday.format(&gregorian(day)).write_to_string().into_owned();
        // British dates have no comma (GOV.UK style guide, dates); CLDR has one.
        match written.split_once(", ") {
            Some((weekday, date))
                if self.language == "en" && date.starts_with(|c: char| c.is_ascii_digit()) =>
            {
                format!("{weekday} {date}")
            }
            _ => written,
        }
    }

    /// »Dienstag«
    pub fn weekday_name(&self, day: Weekday) -> String {
        self.weekday_name.format(&day).write_to_string().into_owned()
    }

    /// »Di«
    pub fn short_weekday(&self, day: Weekday) -> String {
        self.short_weekday.format(&day).write_to_string().into_owned()
    }

    /// »September 2019«
    pub fn month(&self, day: Date) -> String {
        // CLDR 48.2 has »MMMM 'de' y« for Portuguese, where ICU4X 2.4 fails, and »y. 'gada' MMMM«
        // for Latvian; ICU4X 2.4 writes »2019. gada. novembris«.
        let names = usize::try_from(day.month() - 1).ok().and_then(|month| self.months.get(month));
        match (self.language.as_str(), names) {
            ("pt", Some(month)) => return format!("{} de {}", month.long, day.year()),
            ("lv", Some(month)) => return format!("{}. gada {}", day.year(), month.long),
            _ => {}
        }
        self.month.format(&gregorian(day)).write_to_string().into_owned()
    }

    /// »09:05«, Finnish »9.05«
    pub fn clock(&self, time: Time) -> String {
        let clock = self.clock.format(&time).write_to_string().into_owned();
        // CLDR 48.2 has »H:mm« for Spanish; ICU4X 2.4 writes »09:05«.
        match clock.strip_prefix('0') {
            Some(short) if self.language == "es" => short.to_owned(),
            _ => clock,
        }
    }

    /// What a language is called: `ja` is »Japanisch«. `None` for one that CLDR does not name.
    pub fn language_name(&self, tag: &str) -> Option<&'static str> {
        names::language(tag, &self.language)
    }

    /// What a script is called behind the name of a language: `Cyrl` is »Kyrillisch«.
    pub fn script_name(&self, code: &str) -> Option<&'static str> {
        names::script(code, &self.language)
    }

    /// What the city of a zone is called in any language known here.
    pub fn names_of_city(zone: &str) -> impl Iterator<Item = &'static str> {
        names::names_of_city(zone)
    }

    /// The city of a zone: `Asia/Tokyo` is »Tokio«. `None` for one that is no place.
    pub fn city(&self, zone: &TimeZone) -> Option<&'static str> {
        names::city(zone.iana_name()?, &self.language)
    }

    /// The name of the month of a day, as it appears in a date.
    pub fn month_in_date(&self, day: Date) -> &str {
        self.month_of(day).map_or("", |month| &month.long)
    }

    /// The same, shortened: »Sept.«
    pub fn short_month_in_date(&self, day: Date) -> &str {
        self.month_of(day).map_or("", |month| &month.short)
    }

    fn month_of(&self, day: Date) -> Option<&Month> {
        self.months.get(usize::from(day.month().unsigned_abs()).checked_sub(1)?)
    }

    /// A number written with a decimal point: `1234.5` is »1.234,5«. Something else stays.
    pub fn number(&self, written: &str) -> String {
        match Decimal::try_from_str(written) {
            Ok(number) => self.number.format(&number).write_to_string().into_owned(),
            Err(_) => written.to_owned(),
        }
    }

    /// A place in a row before a masculine noun, where the language writes one otherwise than as a
    /// figure: »1.er«.
    pub fn ordinal(&self, number: i8) -> String {
        match (self.language.as_str(), number) {
            // CLDR 48.2, es: »1.er trimestre«, »2.º trimestre«
            ("es", 1 | 3) => format!("{number}.er"),
            ("es", _) => format!("{number}.º"),
            _ => number.to_string(),
        }
    }

    /// »Estland, Finnland und Polen«
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        self.list.format(items.iter().map(AsRef::as_ref)).write_to_string().into_owned()
    }

    /// The form of a word beside a count: one of [`PLURAL_CATEGORIES`].
    pub fn plural(&self, count: u64) -> &'static str {
        match self.plurals.category_for(count) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }

    /// The forms that counts have in the language: German `one` and `other`.
    pub fn plural_forms(&self) -> Vec<&'static str> {
        let used: Vec<&str> = COUNTS.map(|count| self.plural(count)).collect();
        PLURAL_CATEGORIES.into_iter().filter(|category| used.contains(category)).collect()
    }

    /// The order of names in a list: in German Österreich beside Oman, in Polish Ł after L.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b)
    }
}

fn gregorian(day: Date) -> CalendarDate<Gregorian> {
    day.into()
}

/// The names of months as they appear in dates, long and short without a point, in lower case.
pub fn names_of_months(locale: &str) -> Vec<String> {
    let names = Locale::try_from_str(locale).ok().and_then(|locale| months(&locale).ok());
    let names = names.unwrap_or_default().into_iter().flat_map(|month| [month.long, month.short]);
    names.map(|name| name.trim_end_matches('.').to_lowercase()).collect()
}

fn months(locale: &Locale) -> Result<Vec<Month>, NoData> {
    let long = month_names(locale, MonthNameLength::Wide, "MMMM")?;
    let short = month_names(locale, MonthNameLength::Abbreviated, "MMM")?;
    Ok(long.into_iter().zip(short).map(|(long, short)| Month { long, short }).collect())
}

fn month_names(
    locale: &Locale,
    length: MonthNameLength,
    pattern: &str,
) -> Result<Vec<String>, NoData> {
    let pattern: DateTimePattern = pattern.parse()?;
    let mut names: FixedCalendarDateTimeNames<Gregorian, YMD> =
        FixedCalendarDateTimeNames::try_new(locale.into())?;
    names.include_month_names(length)?;
    let formatter = names.with_pattern_unchecked(&pattern);
    (1..=12)
        .map(|month| {
            let day = gregorian(Date::new(2019, month, 1)?);
            let name = formatter.format(&day);
            let name = name.try_write_to_string().map_err(|_| NoData)?;
            Ok(name.into_owned())
        })
        .collect()
}
