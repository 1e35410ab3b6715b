//! The country table: complete, right by CLDR and the zone database, and with slugs that stay.

use std::collections::{BTreeMap, BTreeSet};

use bba::country::Country;
use icu_locale::Locale;
use icu_locale::names::RegionDisplayName;
use icu_locale::subtags::Region;
use jiff::tz::TimeZone;

/// The languages the table has.
const LANGUAGES: [&str; 10] = ["cs", "de", "en", "es", "et", "fi", "fr", "hu", "it", "pl"];

#[test]
fn every_country_has_two_codes_and_no_code_is_there_twice() {
    let codes: BTreeSet<_> = Country::all().iter().map(|c| c.code).collect();
    let alpha3: BTreeSet<_> = Country::all().iter().map(|c| c.alpha3).collect();
    assert_eq!((Country::all().len(), codes.len(), alpha3.len()), (250, 250, 250));
    for country in Country::all() {
        assert_eq!((country.code.len(), country.alpha3.len()), (2, 3), "{}", country.code);
    }
}

#[test]
fn the_zone_of_every_capital_is_one_that_the_program_knows() {
    for country in Country::all() {
        assert!(TimeZone::get(country.zone()).is_ok(), "{} {}", country.code, country.zone());
    }
}

#[test]
fn a_zone_is_that_of_the_capital_and_not_of_the_largest_city() {
    for (code, zone) in [
        ("MX", "America/Mexico_City"),
        ("BR", "America/Sao_Paulo"),
        ("CA", "America/Toronto"),
        ("US", "America/New_York"),
        ("EC", "America/Guayaquil"),
        ("ES", "Europe/Madrid"),
        ("PT", "Europe/Lisbon"),
        ("XK", "Europe/Belgrade"),
    ] {
        assert_eq!(Country::by_code(code).unwrap().zone(), zone);
    }
}

/// Antarctica, Bouvet Island and the like: nobody lives there for good, or there is no capital
/// (Tokelau's seat of government moves every year).
const WITHOUT_CAPITAL: [&str; 8] = ["AQ", "BV", "GS", "HM", "IO", "TF", "TK", "UM"];

#[test]
fn every_country_has_a_capital_in_every_language() {
    for country in Country::all() {
        for language in LANGUAGES {
            let capital = country.capital(language);
            let expected = !WITHOUT_CAPITAL.contains(&country.code);
            assert_eq!(capital.is_some(), expected, "{} {language}", country.code);
            assert_ne!(capital, Some(""), "{} {language}", country.code);
        }
    }
}

#[test]
fn capitals_have_the_name_of_the_language() {
    for (code, language, capital) in [
        ("MX", "de", "Mexiko-Stadt"),
        ("MX", "en", "Mexico City"),
        ("MX", "es", "Ciudad de México"),
        ("PL", "de", "Warschau"),
        ("PL", "pl", "Warszawa"),
        ("CN", "de", "Peking"),
        ("AT", "hu", "Bécs"),
        ("SK", "hu", "Pozsony"),
        // A region of a language has no names of its own; a language without names has English.
        ("AT", "de-CH", "Wien"),
        ("AT", "nl", "Vienna"),
    ] {
        assert_eq!(Country::by_code(code).unwrap().capital(language), Some(capital));
    }
}

/// Whoever must change this hash breaks addresses that are printed and linked.
#[test]
fn german_slugs_are_frozen() {
    let slugs =
        Country::all().iter().map(|country| format!("{} {}\n", country.code, country.slug("de")));
    let hash = blake3::hash(slugs.collect::<String>().as_bytes()).to_hex();
    assert_eq!(&hash[..16], "da5983c75916cdc0");
}

#[test]
fn slugs_are_unique_in_a_language_and_fit_for_addresses() {
    for language in LANGUAGES {
        let mut seen = BTreeSet::new();
        for country in Country::all() {
            let slug = country.slug(language);
            let fits = |byte: u8| byte.is_ascii_lowercase() || byte == b'-';
            assert!(slug.bytes().all(fits) && !slug.contains("--"), "{language} {slug}");
            assert!(!slug.starts_with('-') && !slug.ends_with('-'), "{language} {slug}");
            assert!(seen.insert(slug), "{language} has {slug} twice");
        }
    }
}

/// German names that follow the Foreign Office instead of CLDR; the table's README has the
/// reasons.
const OFFICIAL_GERMAN: [(&str, &str); 16] = [
    ("BO", "Plurinationaler Staat Bolivien"),
    ("CD", "Demokratische Republik Kongo"),
    ("CG", "Republik Kongo"),
    ("FM", "Föderierte Staaten von Mikronesien"),
    ("HK", "Hongkong"),
    ("IR", "Islamische Republik Iran"),
    ("KP", "Demokratische Volksrepublik Korea"),
    ("KR", "Republik Korea"),
    ("LA", "Demokratische Volksrepublik Laos"),
    ("MO", "Macau"),
    ("NR", "Naoero"),
    ("PS", "Palästinensische Gebiete"),
    ("RU", "Russische Föderation"),
    ("SY", "Arabische Republik Syrien"),
    ("TZ", "Vereinigte Republik Tansania"),
    ("VE", "Bolivarische Republik Venezuela"),
];

/// Read from the data of ICU4X, which has CLDR's names but shares nothing with the table.
#[test]
fn names_are_those_of_cldr_and_in_german_those_of_the_foreign_office() {
    let official = BTreeMap::from(OFFICIAL_GERMAN);
    let mut wrong = Vec::new();
    for country in Country::all() {
        let region: Region = country.code.parse().unwrap();
        for language in LANGUAGES {
            let locale: Locale = language.parse().unwrap();
            let cldr = RegionDisplayName::try_new_light(locale.into(), region);
            let cldr = crate::harness::plain_spaces(&cldr.unwrap().to_string()).replace('\'', "’");
            let official = official.get(country.code).filter(|_| language == "de");
            let expected = official.map_or(cldr.as_str(), |name| name);
            if country.name(language) != expected {
                wrong.push(format!(
                    "{}\t{language}\t{expected}\t{}",
                    country.code,
                    country.name(language)
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// By tzdb's `zone.tab`, in which a zone belongs to one country.
#[test]
fn every_country_has_all_its_zones() {
    let mut seen = BTreeSet::new();
    for country in Country::all() {
        assert!(!country.zones().is_empty(), "{}", country.code);
        for zone in country.zones() {
            assert!(TimeZone::get(zone).is_ok(), "{} {zone}", country.code);
            let shared = ["Etc/UTC", "Europe/Belgrade"].contains(zone);
            assert!(seen.insert(*zone) || shared, "{zone} is there twice");
        }
        let has_capital = country.zones().contains(&country.zone());
        assert!(has_capital || country.code == "AQ", "{} {}", country.code, country.zone());
    }
    let count = |code: &str| Country::by_code(code).unwrap().zones().len();
    assert_eq!((count("JP"), count("PT"), count("DE"), count("US")), (1, 3, 2, 29));
    assert!(seen.len() > 400, "{}", seen.len());
}
