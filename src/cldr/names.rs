//! What languages are called, and the cities that give time zones their names.
//!
//! `languages.tsv` has the languages that CLDR 48.2 names in all of the program's ten (npm
//! `cldr-localenames-full` 48.2.0, `main/LANG/languages.json`, the entry without `-alt-`; no-break
//! spaces as spaces, `'` as `’`; three Estonian names and a Czech one as in the newer data of
//! ICU4X 2.4). ICU4X has them only in a crate that is not stable yet, against
//! which a test holds the table. Licence Unicode-3.0. `scripts.tsv` has the scripts of living
//! languages from the same package (`scripts.json`), with the code where CLDR has nothing else.

use std::collections::HashMap;
use std::sync::LazyLock;

use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_datetime::input::TimeZone as ZoneId;
use jiff::tz::TimeZone;
use writeable::Writeable;

/// The language whose names stand in for those of languages that the table does not have.
const FALLBACK: &str = "en";

/// The languages of the columns, and the names of a language in their order, by its tag.
type Table = (Vec<&'static str>, HashMap<&'static str, Vec<&'static str>>);

static LANGUAGES: LazyLock<Table> = LazyLock::new(|| table(include_str!("languages.tsv")));

static SCRIPTS: LazyLock<Table> = LazyLock::new(|| table(include_str!("scripts.tsv")));

fn table(text: &'static str) -> Table {
    let mut lines = text.lines();
    let columns = lines.next().unwrap_or_default().split('\t').skip(1).collect();
    let row = |line: &'static str| {
        let (tag, names) = line.split_once('\t')?;
        Some((tag, names.split('\t').collect()))
    };
    (columns, lines.filter_map(row).collect())
}

/// What a language is called in another: `ja` in German »Japanisch«.
pub(super) fn language(tag: &str, language: &str) -> Option<&'static str> {
    name(&LANGUAGES, tag, language)
}

/// What a script is called behind the name of a language: `Cyrl` in German »Kyrillisch«.
pub(super) fn script(code: &str, language: &str) -> Option<&'static str> {
    name(&SCRIPTS, code, language)
}

fn name(table: &'static Table, tag: &str, language: &str) -> Option<&'static str> {
    let (columns, rows) = table;
    let column = |wanted| columns.iter().position(|column| *column == wanted);
    let column = column(language).or_else(|| column(FALLBACK))?;
    rows.get(tag)?.get(column).copied()
}

/// The city of a zone in a language: `Asia/Tokyo` in German »Tokio«. A zone that is no place,
/// such as UTC, has none.
pub(super) fn city(names: &NoCalendarFormatter<ExemplarCity>, zone: &TimeZone) -> Option<String> {
    let name = zone.iana_name()?;
    if !name.contains('/') || name.starts_with("Etc/") {
        return None;
    }
    let id = ZoneId::from(zone);
    let city = names.format(&id.without_offset()).write_to_string().into_owned();
    // CLDR says more where two cities have one name: »Knox, Indiana«, »Tripoli (Libye)«.
    let city = city.split([',', '(', '[']).next().unwrap_or_default().replace('\u{ad}', "");
    (id != ZoneId::UNKNOWN).then(|| city.trim().to_owned())
}
