//! Countries: ISO 3166-1 codes and Kosovo's XK, with names, capitals, time zones and the slugs
//! that stand in URLs. The slugs are frozen: a name may be corrected, an address must not break.
//! `table.tsv`, `capitals.tsv` and `zones.tsv` are the data, `README.md` says where each of it comes from.

mod meant;

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::without_region;

/// A country of the table `table.tsv`.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// ISO 3166-1 alpha-3; `XKX` for Kosovo.
    pub alpha3: &'static str,
    zone: &'static str,
    zones: Vec<&'static str>,
    names: Vec<Name>,
    /// Language tag and capital, in the order of the columns of `capitals.tsv`.
    capitals: Vec<(&'static str, &'static str)>,
}

/// What a country is called in a language.
#[derive(Debug, PartialEq, Eq)]
struct Name {
    language: &'static str,
    name: &'static str,
    slug: &'static str,
}

/// The language whose names and slugs stand in for languages the tables do not have.
const FALLBACK: &str = "en";

static TABLE: LazyLock<Vec<Country>> = LazyLock::new(read_tables);

static BY_CODE: LazyLock<HashMap<&'static str, &'static Country>> =
    LazyLock::new(|| TABLE.iter().map(|country| (country.code, country)).collect());

/// The rows of a table, each cell with the name of its column.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<(&'static str, &'static str)>> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    lines.map(move |line| header.iter().copied().zip(line.split('\t')).collect())
}

/// The cell of a column; empty when there is none.
fn cell(row: &[(&str, &'static str)], column: &str) -> &'static str {
    row.iter().find(|(name, _)| *name == column).map_or("", |(_, cell)| cell)
}

fn read_tables() -> Vec<Country> {
    let mut capitals: HashMap<&str, Vec<(&'static str, &'static str)>> =
        rows(include_str!("capitals.tsv"))
            .map(|row| (cell(&row, "code"), row.into_iter().skip(1).collect()))
            .collect();
    let mut zones: HashMap<&str, Vec<&'static str>> = rows(include_str!("zones.tsv"))
        .map(|row| (cell(&row, "code"), cell(&row, "zones").split(' ').collect()))
        .collect();
    rows(include_str!("table.tsv"))
        .map(|row| {
            let names = row.iter().filter_map(|(column, slug)| {
                let language = column.strip_suffix("_slug")?;
                Some(Name { language, name: cell(&row, language), slug })
            });
            let code = cell(&row, "code");
            Country {
                code,
                alpha3: cell(&row, "alpha3"),
                zone: cell(&row, "capital_zone"),
                zones: zones.remove(code).unwrap_or_default(),
                names: names.collect(),
                capitals: capitals.remove(code).unwrap_or_default(),
            }
        })
        .collect()
}

/// The entry of a language: its own, else that of the language without its region, else English.
fn in_language<'e, T>(entries: &'e [T], language: &str, of: impl Fn(&T) -> &str) -> Option<&'e T> {
    [language, without_region(language), FALLBACK]
        .into_iter()
        .find_map(|wanted| entries.iter().find(|entry| of(entry) == wanted))
}

impl Country {
    /// The country with an alpha-2 code in capital letters.
    pub fn by_code(code: &str) -> Option<&'static Country> {
        BY_CODE.get(code).copied()
    }

    /// All countries, sorted by code.
    pub fn all() -> &'static [Country] {
        &TABLE
    }

    /// Its name in a language (CLDR; in German the Foreign Office's list), else in English.
    pub fn name(&self, language: &str) -> &'static str {
        self.entry(language).map_or(self.code, |entry| entry.name)
    }

    /// Its slug in a language, else in English.
    pub fn slug(&self, language: &str) -> &'static str {
        self.entry(language).map_or(self.code, |entry| entry.slug)
    }

    /// Its capital in a language, else in English: »Mexiko-Stadt«. Territories that nobody
    /// lives in for good have none.
    pub fn capital(&self, language: &str) -> Option<&'static str> {
        in_language(&self.capitals, language, |(tag, _)| tag).map(|(_, capital)| *capital)
    }

    /// Its capital in all languages that are known here.
    pub fn capitals(&self) -> impl Iterator<Item = &'static str> {
        self.capitals.iter().map(|(_, capital)| *capital)
    }

    /// The name of the IANA time zone of its capital: `America/Mexico_City`.
    pub fn zone(&self) -> &'static str {
        self.zone
    }

    /// The names of all its IANA time zones; of the few without any, those of its capital.
    pub fn zones(&self) -> &[&'static str] {
        if self.zones.is_empty() { std::slice::from_ref(&self.zone) } else { &self.zones }
    }

    fn entry(&self, language: &str) -> Option<&Name> {
        in_language(&self.names, language, |entry| entry.language)
    }
}
