//! Which country somebody meant. A wrong one would be worse than none: »England« is near to
//! »Estland« in letters alone.

use super::{Country, TABLE};
use crate::suggest::only_near;

/// Names beside those of the table, in small letters: short ones, older ones, parts of a country.
const OTHER_NAMES: [(&str, &str); 84] = [
    ("uk", "GB"),
    ("u.k.", "GB"),
    ("england", "GB"),
    ("schottland", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("nordirland", "GB"),
    ("northern ireland", "GB"),
    ("großbritannien", "GB"),
    ("great britain", "GB"),
    ("britain", "GB"),
    ("gran bretaña", "GB"),
    ("inglaterra", "GB"),
    ("escocia", "GB"),
    ("gales", "GB"),
    ("irlanda del norte", "GB"),
    ("el", "GR"),
    ("u.s.a.", "US"),
    ("u.s.", "US"),
    ("vereinigte staaten von amerika", "US"),
    ("united states of america", "US"),
    ("the united states", "US"),
    ("estados unidos de américa", "US"),
    ("ee. uu.", "US"),
    ("eeuu", "US"),
    ("holland", "NL"),
    ("holanda", "NL"),
    ("brd", "DE"),
    ("bundesrepublik deutschland", "DE"),
    ("südkorea", "KR"),
    ("south korea", "KR"),
    ("nordkorea", "KP"),
    ("north korea", "KP"),
    ("russland", "RU"),
    ("iran", "IR"),
    ("syrien", "SY"),
    ("tansania", "TZ"),
    ("venezuela", "VE"),
    ("bolivien", "BO"),
    ("laos", "LA"),
    ("mikronesien", "FM"),
    ("nauru", "NR"),
    ("palästina", "PS"),
    ("palestine", "PS"),
    ("tschechische republik", "CZ"),
    ("tschechei", "CZ"),
    ("czech republic", "CZ"),
    ("república checa", "CZ"),
    ("slowakische republik", "SK"),
    ("slovak republic", "SK"),
    ("república eslovaca", "SK"),
    ("weißrussland", "BY"),
    ("turkey", "TR"),
    ("elfenbeinküste", "CI"),
    ("ivory coast", "CI"),
    ("costa de marfil", "CI"),
    ("birma", "MM"),
    ("burma", "MM"),
    ("birmania", "MM"),
    ("kapverden", "CV"),
    ("kap verde", "CV"),
    ("cape verde", "CV"),
    ("swasiland", "SZ"),
    ("swaziland", "SZ"),
    ("suazilandia", "SZ"),
    ("osttimor", "TL"),
    ("east timor", "TL"),
    ("mazedonien", "MK"),
    ("moldau", "MD"),
    ("moldawien", "MD"),
    ("vae", "AE"),
    ("uae", "AE"),
    ("eau", "AE"),
    ("emirate", "AE"),
    ("volksrepublik china", "CN"),
    ("vr china", "CN"),
    ("república popular china", "CN"),
    ("vatikan", "VA"),
    ("kirgisien", "KG"),
    ("hongkong", "HK"),
    ("hong kong", "HK"),
    ("macao", "MO"),
    ("republik irland", "IE"),
    ("república de irlanda", "IE"),
];

/// Names of more than one country.
const OF_SEVERAL: [&str; 5] = ["kongo", "congo", "korea", "corea", "guayana"];

/// Names in which that of another country stands.
const HOLD_ANOTHER: [&str; 3] = ["nordirland", "northern ireland", "irlanda del norte"];

impl Country {
    /// The country somebody meant who wrote a code in small letters, a code of three letters, or a
    /// name in one of the languages of the table, misspelt at most in a letter or two.
    pub fn suggest(text: &str) -> Option<&'static Country> {
        let upper = text.trim().to_uppercase();
        let lower = text.trim().to_lowercase();
        let other = OTHER_NAMES.iter().find(|(name, _)| plain(name) == plain(&lower));
        if let Some((_, code)) = other {
            return Country::by_code(code);
        }
        if OF_SEVERAL.contains(&lower.as_str()) {
            return None;
        }
        let by_code = Country::by_code(&upper);
        let by_code = by_code.or_else(|| TABLE.iter().find(|country| country.alpha3 == upper));
        by_code.or_else(|| named(&plain(&lower))).or_else(|| {
            let names = TABLE.iter().flat_map(|country| country.plain_names());
            let others = OTHER_NAMES.iter().map(|(name, _)| plain(name));
            let near = only_near(&plain(&lower), names.chain(others))?;
            let other = OTHER_NAMES.iter().find(|(name, _)| plain(name) == near);
            other.map_or_else(|| named(&near), |(_, code)| Country::by_code(code))
        })
    }

    /// What else it alone is called, in small letters: »holland«, »südkorea«, not »nordirland«.
    pub fn other_names(&self) -> impl Iterator<Item = &'static str> {
        let own = OTHER_NAMES.into_iter().filter(|(_, code)| *code == self.code);
        own.map(|(name, _)| name).filter(|name| !HOLD_ANOTHER.contains(name))
    }

    /// The country whose capital has this name in one of the languages.
    pub fn by_capital(name: &str) -> Option<&'static Country> {
        let name = plain(&name.to_lowercase());
        only(|country| {
            country.capitals.iter().any(|(_, capital)| plain(&capital.to_lowercase()) == name)
        })
    }

    fn plain_names(&self) -> impl Iterator<Item = String> {
        self.names.iter().map(|entry| plain(&entry.name.to_lowercase()))
    }
}

/// The country of a name: none when it is that of another in another language.
fn named(name: &str) -> Option<&'static Country> {
    only(|country| country.plain_names().any(|own| own == name))
}

fn only(is_meant: impl Fn(&Country) -> bool) -> Option<&'static Country> {
    let mut meant = TABLE.iter().filter(|country| is_meant(country));
    let first = meant.next()?;
    meant.next().is_none().then_some(first)
}

/// Without umlauts: `suedkorea`.
fn plain(lower: &str) -> String {
    lower.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue").replace('ß', "ss")
}
