//! Countries: ISO 3166-1 codes and Kosovo's XK, with names and the slugs that stand in URLs.
//! The slugs are frozen: a name may be corrected, an address must not break.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::problem::closest;

/// A country of the table `table.tsv`.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: &'static str,
    /// Language tag, name and slug, in the order of the table's columns.
    names: Vec<(&'static str, &'static str, &'static str)>,
}

/// The language whose names and slugs stand in for languages the table does not have.
const FALLBACK: &str = "en";

static TABLE: LazyLock<Vec<Country>> = LazyLock::new(|| read_table(include_str!("table.tsv")));

static BY_CODE: LazyLock<HashMap<&'static str, &'static Country>> =
    LazyLock::new(|| TABLE.iter().map(|country| (country.code, country)).collect());

fn read_table(table: &'static str) -> Vec<Country> {
    let mut lines = table.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |row: &[&'static str], name: &str| {
        header.iter().position(|column| *column == name).and_then(|at| row.get(at).copied())
    };
    let languages: Vec<&str> =
        header.iter().filter_map(|column| column.strip_suffix("_slug")).collect();
    lines
        .map(|line| {
            let row: Vec<&'static str> = line.split('\t').collect();
            let names = languages.iter().filter_map(|language| {
                let slug = column(&row, &format!("{language}_slug"))?;
                Some((*language, column(&row, language)?, slug))
            });
            Country { code: column(&row, "code").unwrap_or_default(), names: names.collect() }
        })
        .collect()
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

    /// The country somebody meant who wrote a code in small letters or a name.
    pub fn suggest(text: &str) -> Option<&'static Country> {
        let upper = match text.to_uppercase().as_str() {
            // The codes of the European Union.
            "UK" => "GB".to_owned(),
            "EL" => "GR".to_owned(),
            upper => upper.to_owned(),
        };
        Country::by_code(&upper).or_else(|| {
            let named = |country: &&Country| {
                country.names.iter().any(|(_, name, _)| name.to_lowercase() == text.to_lowercase())
            };
            TABLE.iter().find(named).or_else(|| {
                let names =
                    TABLE.iter().flat_map(|country| &country.names).map(|(_, name, _)| *name);
                let name = closest(text, names)?;
                TABLE.iter().find(|country| country.names.iter().any(|(_, n, _)| *n == name))
            })
        })
    }

    /// Its name in a language (CLDR; in German the Foreign Office's list), else in English.
    pub fn name(&self, language: &str) -> &'static str {
        self.entry(language).0
    }

    /// Its slug in a language, else in English.
    pub fn slug(&self, language: &str) -> &'static str {
        self.entry(language).1
    }

    fn entry(&self, language: &str) -> (&'static str, &'static str) {
        let find = |tag: &str| self.names.iter().find(|(language, ..)| *language == tag);
        find(language).or_else(|| find(FALLBACK)).map_or((self.code, self.code), |(_, n, s)| (n, s))
    }
}
