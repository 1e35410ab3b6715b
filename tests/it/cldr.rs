//! Dates, numbers, lists and plurals in ten languages, against the Unicode CLDR.
//!
//! `cldr.tsv` holds what is expected. Its strings were made from CLDR 48.2 itself (npm
//! `cldr-dates-full`, `cldr-numbers-full`, `cldr-misc-full`, `cldr-core`) by a formatter of some
//! fifty lines that shares nothing with ICU4X, and looked through:
//!
//! | what | pattern in CLDR |
//! |---|---|
//! | `day`, `weekday`, `month` | date formats `long` and `full`, skeleton `yMMMM` |
//! | `days` | interval formats `yMMMMd`; where a language has none, `yMMMd` with the month written out as in its long date (`MMM` and the Czech `M.` as `MMMM`, the Italian `dd` as `d`) |
//! | `clock`, `times` | time format `short`; interval format `Hm` |
//! | `date-time` | `full` and `Hm`, joined by the date-time format `full` |
//! | `city` | `exemplarCity` of the zone (npm `cldr-dates-full`), without what stands in brackets; else the last part of its name; not the Estonian »Tōkyō«, which newer data do not have |
//! | `language` | `languages.json` (npm `cldr-localenames-full`) |
//! | `number`, `list` | symbols and `minimumGroupingDigits`; list pattern `standard` |
//! | `forms`, `plural` | `plurals.json`: its rules for whole numbers below a million, by hand |
//!
//! No-break, narrow and thin spaces count as spaces. The patterns that a language must bring
//! are the theme's in German and Spanish, else in `tests/languages`.

use bba::cldr::Cldr;
use bba::dates::Dates;
use bba::language::is_right_to_left;
use bba::source::Sources;
use bba::strings::Strings;
use bba::values::{Days, Value};
use icu_datetime::NoCalendarFormatter;
use icu_datetime::fieldsets::zone::ExemplarCity;
use icu_datetime::input::TimeZone as ZoneId;
use icu_locale::Locale;
use icu_locale::LocaleDirectionality;
use icu_locale::names::LanguageIdentifierDisplayName;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use writeable::TryWriteable;

use crate::harness::{Site, plain_spaces};

fn strings(language: &str) -> Strings {
    let file = format!("themes/bba/strings/{language}.yaml");
    // The default theme speaks some of them.
    let own = std::fs::read(format!("tests/languages/{language}.yaml")).ok();
    let own = own.as_deref().map(|text| (file.as_str(), text));
    let sources = Sources::from_memory(own);
    Strings::read(&sources, "bba", language, &mut Vec::new())
}

fn written(strings: &Strings, what: &str) -> String {
    let dates = Dates(strings);
    let (kind, value) = what.split_once(' ').unwrap_or((what, ""));
    let times = |times: &str| {
        let (from, to) = times.split_once('/').unwrap();
        dates.times(time(from), time(to))
    };
    match kind {
        "day" => dates.day(day(value)),
        "weekday" => dates.weekday(day(value)),
        "month" => dates.month(day(&format!("{value}-01"))),
        "days" => dates.days(Days::read(value).unwrap()),
        "clock" => strings.cldr().clock(time(value)),
        "times" => times(value),
        "date-time" => {
            let (on, at) = value.split_once('T').unwrap();
            let values = [("day", dates.weekday(day(on))), ("time", times(at))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            strings.fill("dates.day_and_time", &values)
        }
        "city" => strings.cldr().city(&TimeZone::get(value).unwrap()).unwrap().to_owned(),
        "language" => strings.cldr().language_name(value).unwrap().to_owned(),
        "number" => strings.cldr().number(value),
        "list" => strings.cldr().list(&value.split('/').collect::<Vec<_>>()),
        "forms" => strings.cldr().plural_forms().join(" "),
        "plural" => {
            let counts = value.split('/').map(|count| count.parse().unwrap());
            counts.map(|count| strings.cldr().plural(count)).collect::<Vec<_>>().join(" ")
        }
        other => panic!("{other}?"),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn time(text: &str) -> Time {
    text.parse().unwrap()
}

/// Spanish ranges and hours are those of the Ortografía of the RAE, »del … al …«, »de … a … h«:
/// between figures it has no dash. British weekdays have no comma (GOV.UK style guide).
#[test]
fn ten_languages_write_as_cldr_says() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for line in include_str!("cldr.tsv").lines().skip(1) {
        let [language, what, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("three cells: {line}");
        };
        let written = plain_spaces(&written(&strings(language), what));
        if written != expected {
            wrong.push(format!("{language} {what}: »{written}«, expected »{expected}«"));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert_eq!(rows, 261);
}

#[test]
fn midnight_at_the_end_is_24_where_the_clock_has_24_hours() {
    let (evening, midnight) = (time("18:30"), time("00:00"));
    for (language, expected) in
        [("de", "18:30–24:00 Uhr"), ("es", "de 18:30 a 24:00 h"), ("fi", "18.30–24.00")]
    {
        assert_eq!(Dates(&strings(language)).times(evening, midnight), expected);
    }
    for (language, expected) in
        [("de", "15–17 Uhr"), ("es", "de 15:00 a 17:00 h"), ("pl", "15:00–17:00")]
    {
        assert_eq!(Dates(&strings(language)).times(time("15:00"), time("17:00")), expected);
    }
}

/// The order of dictionaries: DIN 5007-1; in Polish and Czech letters with marks have places of
/// their own, in Spanish ñ follows n, in Estonian õ ä ö ü and in Finnish å ä ö end the alphabet.
#[test]
fn names_are_in_the_order_of_the_language() {
    for (language, sorted) in [
        ("de", &["Ägypten", "Albanien", "Oman", "Österreich", "Panama", "Zypern"][..]),
        ("pl", &["Liban", "Luksemburg", "Łotwa", "Malta"]),
        ("cs", &["Cukr", "Černá Hora", "Honduras", "Chile", "Indie"]),
        ("es", &["nada", "nube", "ñandú", "ocho"]),
        ("fi", &["Zimbabwe", "Åland", "Ähtäri", "Öljymäki"]),
        ("hu", &["Csád", "Dánia", "Sri Lanka", "Szerbia"]),
    ] {
        let order = Cldr::new(language);
        let mut names = sorted.to_vec();
        names.reverse();
        names.sort_by(|a, b| order.compare(a, b));
        assert_eq!(names, sorted, "{language}");
    }
}

#[test]
fn the_list_of_countries_is_in_that_order_too() {
    let site = Site::new()
        .delegation("zypern", "countries: [CY, AT, OM, EG]\nstart: 2019-11-04\nend: 2019-11-08")
        .built();
    let page = site.text("delegationen/index.html");
    let positions: Vec<usize> = ["Ägypten", "Oman", "Österreich", "Zypern"]
        .into_iter()
        .map(|name| page.find(&format!(">{name}</a>")).unwrap())
        .collect();
    assert!(positions.is_sorted(), "{positions:?}");
}

#[test]
fn a_count_chooses_the_form_of_its_word() {
    let site = Site::new()
        .event("eins", "start: 2019-09-24")
        .event("zwei", "start: 2020-01-01")
        .event("drei", "start: 2020-01-02")
        .built();
    let lead = |text: &str| format!("<p class=\"lead\">{text}</p>");
    let year = |year: u16| site.text(&format!("veranstaltungen/{year}/index.html"));
    assert!(year(2019).contains(&lead("1 Veranstaltung")));
    assert!(year(2020).contains(&lead("2 Veranstaltungen")));
}

#[test]
fn a_form_that_the_language_needs_and_lacks_is_an_error_at_its_text() {
    let polish = "locale: pl_PL\nevents:\n  count: {one: wydarzenie, few: wydarzenia}\n";
    let file = "themes/bba/strings/pl.yaml";
    let sources = Sources::from_memory([(file, polish.as_bytes())]);
    let mut found = Vec::new();
    Strings::read(&sources, "bba", "pl", &mut found);
    let found = bba::findings::locate(found, &sources);
    let found: Vec<String> = found.iter().map(crate::harness::place).collect();
    // Most texts are missing too, which English ones replace.
    assert_eq!(found, [format!("{file}:1:1 W0941"), format!("{file}:3:3 E0708")]);
}

#[test]
fn polish_words_beside_counts_have_three_forms() {
    let polish = "locale: pl_PL\nevents:\n  count:\n    one: '{count} wydarzenie'\n    \
                  few: '{count} wydarzenia'\n    many: '{count} wydarzeń'\n";
    let sources = Sources::from_memory([("themes/bba/strings/pl.yaml", polish.as_bytes())]);
    let strings = Strings::read(&sources, "bba", "pl", &mut Vec::new());
    for (count, expected) in [
        (1, "1 wydarzenie"),
        (2, "2 wydarzenia"),
        (5, "5 wydarzeń"),
        (12, "12 wydarzeń"),
        (22, "22 wydarzenia"),
        (112, "112 wydarzeń"),
    ] {
        assert_eq!(strings.plural("events.count", count), expected);
    }
}

/// The names in the program against those that ICU4X brings of CLDR.
#[test]
fn every_language_has_the_name_that_cldr_gives_it() {
    let table = include_str!("../../src/cldr/languages.tsv");
    let tags: Vec<&str> = table.lines().skip(1).filter_map(|row| row.split('\t').next()).collect();
    assert!(tags.len() > 500 && tags.is_sorted(), "{}", tags.len());
    let mut compared = 0;
    let mut wrong = Vec::new();
    for language in ["de", "en", "es", "cs", "et", "fi", "fr", "hu", "it", "pl"] {
        let locale: Locale = language.parse().unwrap();
        let cldr = Cldr::new(language);
        for tag in tags.iter().filter(|tag| !tag.contains('-')) {
            let (named, form) = (tag.parse().unwrap(), Default::default());
            let name =
                LanguageIdentifierDisplayName::try_new_heavy(locale.clone().into(), named, form);
            let name = name.unwrap();
            let name = name.as_borrowed();
            let Ok(name) = name.try_write_to_string() else { continue };
            let expected = plain_spaces(&name).replace('\'', "’");
            let ours = cldr.language_name(tag).unwrap();
            if ours != expected {
                wrong.push(format!("{language} {tag}: »{ours}«, expected »{expected}«"));
            }
            compared += 1;
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(compared > 5000, "{compared}");
}

/// Against the directions that ICU4X knows of all languages that have a name.
#[test]
fn the_direction_of_a_language_is_that_of_its_script() {
    let table = include_str!("../../src/cldr/languages.tsv");
    let tags = table.lines().skip(1).filter_map(|row| row.split('\t').next());
    let others = [
        "pa-PK", "pa", "uz-AF", "uz", "ku-IQ", "kk-CN", "az-Arab", "ks-Deva", "sd-IN", "arz", "azb",
    ];
    let directions = LocaleDirectionality::new_extended();
    for tag in tags.chain(others) {
        let expected = directions.is_right_to_left(&tag.parse().unwrap());
        assert_eq!(is_right_to_left(tag), expected, "{tag}");
    }
}

#[test]
fn a_zone_that_is_no_place_has_no_city() {
    for zone in ["UTC", "Etc/UTC", "Etc/GMT+5"] {
        assert_eq!(Cldr::new("de").city(&TimeZone::get(zone).unwrap()), None, "{zone}");
    }
    // Links of the zone database have the names of their cities too.
    for (zone, city) in [("Europe/Kiev", "Kiew"), ("Asia/Calcutta", "Kalkutta")] {
        assert_eq!(Cldr::new("de").city(&TimeZone::get(zone).unwrap()), Some(city));
    }
    assert_eq!(Cldr::new("mt").city(&TimeZone::get("Asia/Tokyo").unwrap()), Some("Tokyo"));
}

/// What ICU4X calls the city of a zone, where it is a place.
fn city(names: &NoCalendarFormatter<ExemplarCity>, zone: &str) -> Option<String> {
    if !zone.contains('/') || zone.starts_with("Etc/") {
        return None;
    }
    let id = ZoneId::from(&TimeZone::get(zone).unwrap());
    let city = names.format(&id.without_offset()).to_string();
    // CLDR says more where two cities have one name: »Knox, Indiana«, »Tripoli (Libye)«.
    let city = city.split([',', '(', '[']).next().unwrap().replace('\u{ad}', "");
    (id != ZoneId::UNKNOWN).then(|| city.trim().to_owned())
}

#[test]
fn cities_are_called_as_in_icu4x_in_all_ten_languages() {
    let languages = ["de", "en", "es", "cs", "et", "fi", "fr", "hu", "it", "pl"];
    let names = languages.map(|language| {
        let locale: Locale = language.parse().unwrap();
        NoCalendarFormatter::try_new(locale.into(), ExemplarCity).unwrap()
    });
    let mut expected = format!("zone\t{}\n", languages.join("\t"));
    let mut zones: Vec<String> =
        jiff::tz::TimeZoneDatabase::bundled().available().map(|zone| zone.to_string()).collect();
    zones.sort();
    for zone in zones {
        let cities: Vec<String> = names.iter().filter_map(|names| city(names, &zone)).collect();
        if cities.len() == languages.len() {
            expected += &format!("{zone}\t{}\n", cities.join("\t"));
        }
    }
    let file = "src/cldr/cities.tsv";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &expected).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == expected, "UPDATE=1 writes {file}");
    assert!(expected.lines().count() > 400);
}
