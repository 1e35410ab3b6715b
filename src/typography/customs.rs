//! What is customary in a language. Quotation marks are CLDR's but in German, where this
//! programme writes »…«, as books do; names of months are CLDR's; the rest follows DIN 5008 and
//! its counterparts.

use std::collections::HashMap;
use std::sync::LazyLock;

use hypher::Lang;
use jiff::civil::Date;

use super::hyphens;
use crate::cldr::Cldr;
use crate::language::without_region;

/// The customs of one language.
#[derive(Debug, Default)]
pub(super) struct Customs {
    /// Around a quotation, and around one inside of it.
    pub outer: (&'static str, &'static str),
    pub inner: (&'static str, &'static str),
    months: Vec<String>,
    /// A word between day and month: Spanish »24 de septiembre«.
    pub month_after: Option<&'static str>,
    /// Units besides those that all languages have.
    units: &'static [&'static str],
    /// Words that are numbers: »464 Mio. Euro«.
    large_numbers: &'static [&'static str],
    /// Words that a figure follows: »§ 5«.
    pub before_figure: &'static [&'static str],
    /// Words that a name follows: »Dr. Müller«.
    pub titles: &'static [&'static str],
    /// Words that must not end a line.
    pub short_words: &'static [&'static str],
    /// Words that begin with an apostrophe, without it: »'ne«, »'90s«; figures always may.
    pub elisions: &'static [&'static str],
    /// Whether a space precedes `;`, `!`, `?`, `:`, and whether one is inside quotation marks.
    pub spaces_before_marks: bool,
    /// How long words are divided, where that is known.
    pub hyphens: Option<Lang>,
    /// The ASCII characters that words begin and end with which the next one belongs to, as bits, by
    /// the length of the word.
    bonds: [[u128; 2]; LONGEST_BOND + 1],
}

/// The length in bytes of the longest word that the next one belongs to.
const LONGEST_BOND: usize = 16;

/// Units that are the same in all languages.
const UNITS: [&str; 18] = [
    "%", "€", "EUR", "USD", "km", "m", "cm", "mm", "kg", "t", "ha", "m²", "km²", "kW", "MW", "GW",
    "°C", "GB",
];

static ALL: LazyLock<HashMap<&'static str, Customs>> = LazyLock::new(|| {
    LANGUAGES.into_iter().map(|language| (language, Customs::new(language))).collect()
});

const LANGUAGES: [&str; 10] = ["cs", "de", "en", "es", "et", "fi", "fr", "hu", "it", "pl"];

impl Customs {
    /// The customs of a language; `None` of one whose customs are not known here.
    pub fn of(language: &str) -> Option<&'static Customs> {
        ALL.get(language).or_else(|| ALL.get(without_region(language)))
    }

    /// Whether the next word might belong to this one: a quick look at what all such words have in
    /// common.
    pub fn may_bind(&self, before: &str) -> bool {
        let Some((first, last)) = before.bytes().next().zip(before.bytes().next_back()) else {
            return false;
        };
        let [initials, endings] = self.bonds.get(before.len()).copied().unwrap_or_default();
        let is_one = |byte: u8, of: u128| !byte.is_ascii() || of & (1 << byte) != 0;
        // A bracket or a quotation mark may precede a word.
        self.spaces_before_marks
            || last.is_ascii_digit()
            || last == b'.'
            || !first.is_ascii()
            || matches!(first, b'(' | b'[' | b'"' | b'\'' | b'&')
            || (is_one(first, initials) && is_one(last, endings))
    }

    pub fn is_month(&self, word: &str) -> bool {
        self.months.iter().any(|month| month == word)
    }

    pub fn is_unit(&self, word: &str) -> bool {
        UNITS.contains(&word) || self.units.contains(&word) || self.is_large_number(word)
    }

    pub fn is_large_number(&self, word: &str) -> bool {
        self.large_numbers.contains(&word)
    }

    fn new(language: &'static str) -> Customs {
        let cldr = Cldr::new(language);
        let days = (1..=12).filter_map(|month| Date::new(2019, month, 1).ok());
        let months = days.map(|day| cldr.month_in_date(day).to_owned()).collect();
        let (low, high) = (("„", "“"), ("“", "”"));
        let written = match language {
            "de" => Customs {
                outer: ("»", "«"),
                inner: ("›", "‹"),
                units: &["Uhr", "Euro", "Prozent", "US-Dollar", "Dollar", "Jahre", "Jahren"],
                large_numbers: &["Mio.", "Mrd.", "Millionen", "Milliarden"],
                before_figure: &["§", "§§", "Art.", "Abs.", "Nr.", "S.", "Seite", "Raum", "Halle"],
                titles: &["Dr.", "Prof.", "Ing."],
                elisions: &[
                    "n", "ne", "nem", "nen", "ner", "nes", "s", "rein", "raus", "rum", "mal",
                ],
                ..Customs::default()
            },
            "en" => Customs {
                outer: high,
                inner: ("‘", "’"),
                units: &["euros", "a.m.", "p.m.", "am", "pm"],
                large_numbers: &["million", "billion"],
                before_figure: &["p.", "pp.", "No.", "Art."],
                titles: &["Dr", "Dr.", "Mr", "Mrs", "Ms", "Prof.", "Professor"],
                elisions: &["cause", "em", "n", "round", "til", "tis", "twas"],
                ..Customs::default()
            },
            "es" => Customs {
                outer: ("«", "»"),
                inner: high,
                month_after: Some("de"),
                units: &["h", "euros", "horas"],
                large_numbers: &["millones", "mil"],
                before_figure: &["art.", "n.º", "pág.", "núm."],
                titles: &["D.", "D.ª", "Dr.", "Dra.", "Sr.", "Sra."],
                ..Customs::default()
            },
            "fr" => Customs {
                outer: ("«\u{a0}", "\u{a0}»"),
                inner: high,
                units: &["h", "euros"],
                large_numbers: &["millions", "milliards"],
                before_figure: &["art.", "p.", "no", "nº"],
                titles: &["M.", "Mme", "Dr", "Pr"],
                spaces_before_marks: true,
                ..Customs::default()
            },
            "it" => Customs {
                outer: ("«", "»"),
                inner: high,
                units: &["euro"],
                large_numbers: &["milioni", "miliardi"],
                before_figure: &["art.", "p.", "n."],
                titles: &["Dott.", "Dott.ssa", "Dr.", "Prof.", "Sig.", "Sig.ra"],
                ..Customs::default()
            },
            "pl" => Customs {
                outer: ("„", "”"),
                inner: ("«", "»"),
                units: &["zł", "euro", "r."],
                large_numbers: &["tys.", "mln", "mld"],
                before_figure: &["§", "art.", "nr", "s.", "ul."],
                titles: &["dr", "prof.", "inż."],
                short_words: &["a", "i", "o", "u", "w", "z"],
                ..Customs::default()
            },
            "cs" => Customs {
                outer: low,
                inner: ("‚", "‘"),
                units: &["Kč", "hod.", "eur"],
                large_numbers: &["tis.", "mil.", "mld."],
                before_figure: &["§", "č.", "s.", "čl."],
                titles: &["Dr.", "Ing.", "prof."],
                short_words: &["a", "i", "k", "o", "s", "u", "v", "z"],
                ..Customs::default()
            },
            "hu" => Customs {
                outer: ("„", "”"),
                inner: ("»", "«"),
                units: &["óra", "euró", "Ft"],
                large_numbers: &["millió", "milliárd"],
                titles: &["Dr.", "dr.", "Prof."],
                ..Customs::default()
            },
            "fi" => Customs {
                outer: ("”", "”"),
                inner: ("’", "’"),
                units: &["euroa"],
                large_numbers: &["miljoonaa", "milj."],
                before_figure: &["klo", "s.", "§"],
                ..Customs::default()
            },
            // Estonian.
            _ => Customs {
                outer: low,
                inner: ("‚", "‘"),
                units: &["eurot"],
                large_numbers: &["miljonit", "mln"],
                before_figure: &["kell", "lk", "nr"],
                titles: &["dr", "prof"],
                ..Customs::default()
            },
        };
        let lists = [written.large_numbers, written.before_figure, written.titles];
        let mut bonds = [[0; 2]; LONGEST_BOND + 1];
        for word in lists.into_iter().flatten().chain(written.short_words) {
            let Some(bits) = bonds.get_mut(word.len()) else { continue };
            for (bits, byte) in bits.iter_mut().zip([word.bytes().next(), word.bytes().next_back()])
            {
                let cases =
                    |byte: u8| 1 << byte.to_ascii_lowercase() | 1 << byte.to_ascii_uppercase();
                *bits |= byte.filter(u8::is_ascii).map_or(0, cases);
            }
        }
        let hyphens = hyphens::patterns(language);
        Customs { months, hyphens, bonds, ..written }
    }
}
