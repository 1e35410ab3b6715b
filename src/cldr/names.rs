//! What languages are called, and the cities that give time zones their names, in the program's ten
//! languages; another language has the English names.
//!
//! `languages.tsv` has the languages that CLDR 48.2 names in all of them (npm
//! `cldr-localenames-full` 48.2.0, `main/LANG/languages.json`, the entry without `-alt-`; no-break
//! spaces as spaces, `'` as `’`; three Estonian names and a Czech one as in the newer data of
//! ICU4X 2.4). ICU4X has them only in a crate that is not stable yet. `scripts.tsv` has the scripts
//! of living languages from the same package (`scripts.json`), with the code where CLDR has nothing
//! else. `cities.tsv` has what ICU4X 2.4 says of every zone of the zone database that is a place; its
//! own table of 170 languages would be 1.6 MB of the program. Against ICU4X a test holds the first
//! and the last, and writes the last with `UPDATE=1`. Licence Unicode-3.0.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The language whose names stand in for those of languages that the tables do not have.
const FALLBACK: &str = "en";

/// Names in several languages.
struct Table {
    /// The languages of the columns.
    languages: Vec<&'static str>,
    /// The names of a thing in their order.
    rows: HashMap<&'static str, Vec<&'static str>>,
}

static LANGUAGES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("languages.tsv")));

static SCRIPTS: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("scripts.tsv")));

static CITIES: LazyLock<Table> = LazyLock::new(|| Table::read(include_str!("cities.tsv")));

impl Table {
    fn read(text: &'static str) -> Self {
        let mut lines = text.lines();
        let languages = lines.next().unwrap_or_default().split('\t').skip(1).collect();
        let row = |line: &'static str| {
            let (thing, names) = line.split_once('\t')?;
            Some((thing, names.split('\t').collect()))
        };
        Table { languages, rows: lines.filter_map(row).collect() }
    }

    fn name(&self, thing: &str, language: &str) -> Option<&'static str> {
        let column = |wanted| self.languages.iter().position(|column| *column == wanted);
        let column = column(language).or_else(|| column(FALLBACK))?;
        self.rows.get(thing)?.get(column).copied()
    }
}

/// What a language is called in another: `ja` in German »Japanisch«.
pub(super) fn language(tag: &str, language: &str) -> Option<&'static str> {
    LANGUAGES.name(tag, language)
}

/// What a script is called behind the name of a language: `Cyrl` in German »Kyrillisch«.
pub(super) fn script(code: &str, language: &str) -> Option<&'static str> {
    SCRIPTS.name(code, language)
}

/// What the city of a zone is called, in all languages of the table.
pub(super) fn names_of_city(zone: &str) -> impl Iterator<Item = &'static str> {
    CITIES.rows.get(zone).into_iter().flatten().copied()
}

/// The city of a zone in a language: `Asia/Tokyo` in German »Tokio«. A zone that is no place,
/// such as UTC, has none.
pub(super) fn city(zone: &str, language: &str) -> Option<&'static str> {
    CITIES.name(zone, language)
}
