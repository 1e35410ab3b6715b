//! A made-up programme for calendar readers: events of every shape in zones and years that are
//! hard, with texts that are. The same number of events gives the same files.

use std::fmt::Write;

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use serde_json::json;

/// When the programme is looked at.
pub const NOW: &str = "2026-11-23T09:00:00Z";

/// How many events it takes to have each zone in each year, and everything else often.
pub const EVENTS: usize = 2_000;

/// The zones of the events. The last two keep their offset.
pub const ZONES: [&str; 17] = [
    "Europe/Berlin",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "America/Mexico_City",
    "America/Sao_Paulo",
    "Africa/Casablanca",
    "Asia/Tehran",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "America/St_Johns",
    "Africa/Abidjan",
    "UTC",
];

/// The years of the events.
pub const YEARS: std::ops::RangeInclusive<i16> = 1971..=2037;

const DELEGATIONS: usize = 40;
const COUNTRIES: [&str; 6] = ["MX", "PL", "EE", "JP", "IL", "BR"];

/// Titles in one line.
const TITLES: [&str; 14] = [
    "Get-together mit Gästen aus Übersee",
    "Größe, Gewicht; Länge: 100 % \"Sachsen\" – 'echt' & <gut>",
    "BEGIN:VEVENT END:VCALENDAR: ein Titel, der keine Zeile beginnt",
    "👩‍🔬 trifft 👨‍👩‍👧‍👦, 🇲🇽 trifft 🇩🇪",
    "日本からの代表団がドレスデンとライプツィヒの工場および研究所を訪問し、技術と産業について話し合います",
    "وفد من الخارج: زيارة، لقاء؛ عشاء",
    "משלחת מחו״ל; ביקור, \"דרזדן\" \u{200f}ועוד",
    "C:\\neu\\Tabelle; a\\,b \\n \\N \\\\",
    "Zirkumflex ^n ^' ^^ ^x und Prozent %0A %41 100%",
    ":: beginnt mit Doppelpunkten",
    "Cafe\u{301}, Zoe\u{308} und 10\u{a0}km mit\u{2003}Abstand",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokollführung",
    "METHOD:REQUEST;ATTENDEE=\"mailto:a@example.org\"",
    "Ein   Titel    mit     Leerraum      dazwischen",
];

/// Texts of several lines: what stands in summaries.
const SUMMARIES: [&str; 6] = [
    "Eine Zeile; mit Komma, Strichpunkt: und \\ Schrägstrich.",
    "Zwei Zeilen,\nbeide kurz.",
    "END:VEVENT\nBEGIN:VEVENT\nUID:falsch\nDTSTART:19700101T000000Z",
    "Ein langer Text über sächsische Unternehmen, die Gäste aus aller Welt empfangen, ihnen ihre \
     Werke zeigen, über Zusammenarbeit sprechen und am Abend – wenn alles gesagt ist – gemeinsam \
     essen: Äpfel, Öl, Übermut, Straße; »Mappe«, „Tasche“, “bag”.",
    "会議の後に夕食があります。\nمن فضلك سجّل مسبقًا.\nנא להירשם מראש. 👩🏽‍🚀",
    "Absatz eins.\n\nAbsatz zwei nach einer leeren Zeile.\n\n\nAbsatz drei nach zweien.",
];

/// Markdown: what stands in descriptions.
const DESCRIPTIONS: [&str; 4] = [
    "Ein Absatz mit **Fettem** und einem [Link](https://example.org/a,b;c?d=1).\n\n- eins; zwei\n- drei, vier",
    "SUMMARY:kein Titel\n\nTRIGGER:-PT15M\n\n日本語、العربية, עברית.",
    "Kosten: 100 % frei; Anmeldung, bitte, per E-Mail an <a@example.org>.\n\n> Zitat: »so, oder so«",
    "| Zeit | Was |\n|---|---|\n| 9 Uhr | Beginn; Kaffee, Tee |\n| 10 Uhr | Rundgang |",
];

const VENUES: [(&str, &str); 4] = [
    ("Haus \"Zur Glocke\"; Saal 1, links", "Dresden"),
    ("東京国際フォーラム", "東京"),
    ("Café Größenwahn\\Keller", "Görlitz"),
    ("מרכז הכנסים", "Tel Aviv"),
];

/// The files below `content/`, by their paths.
pub fn files(events: usize) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> =
        SINGLE_FILES.iter().map(|(path, text)| ((*path).into(), (*text).into())).collect();
    files.extend(
        (0..DELEGATIONS).map(|number| {
            (format!("delegations/{}.yaml", delegation_id(number)), delegation(number))
        }),
    );
    files.extend(
        (0..events).map(|number| (format!("events/probe-{number:04}.yaml"), event(number))),
    );
    files
}

const SINGLE_FILES: [(&str, &str); 8] = [
    (
        "site.yaml",
        "id: kalenderprobe\n\
         title: Kalenderprobe\n\
         base_url: https://probe.example.org/\n\
         languages: [de]\n\
         timezone: Europe/Berlin\n\
         theme: bba\n\
         organisation: traeger\n\
         funding_notice: \"Gefördert; mit 100 %, \\\"wirklich\\\".\"\n\
         calendar: {name: \"Termine; alle, \\\"wirklich\\\"\", refresh: 12h, organizer: anmeldung, color: steelblue}\n\
         outputs: {jcal: true, jscalendar: true}\n\
         menu: [delegations, events, press]\n",
    ),
    ("organisations.yaml", "traeger: {name: \"Träger \\\"Süd\\\"; Söhne, Töchter: GmbH ^n\"}\n"),
    (
        "contacts.yaml",
        "anmeldung: {name: \"Jörg \\\"Jo\\\" Müller; Team, West\", email: anmeldung@example.org, phone: +49 351 1234567}\n",
    ),
    ("venues.yaml", "saal: {name: Großer Saal, street: Weg 1, city: Dresden, country: DE}\n"),
    ("sectors.yaml", "rail: {name: \"Bahn, Schiene; Straße\"}\n"),
    ("pages/impressum.md", "---\ntitle: Impressum\ntype: imprint\n---\nText\n"),
    ("pages/datenschutz.md", "---\ntitle: Datenschutz\ntype: privacy\n---\nText\n"),
    ("pages/barrierefreiheit.md", "---\ntitle: Barrierefreiheit\ntype: accessibility\n---\nText\n"),
];

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) % sides as u64) as usize
    }

    fn pick<'i>(&mut self, items: &[&'i str]) -> &'i str {
        items[self.roll(items.len())]
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }
}

/// Adds a line; writing to a string cannot fail.
macro_rules! line {
    ($text:expr, $($format:tt)*) => {
        let _ = writeln!($text, $($format)*);
    };
}

/// A text in YAML: its double-quoted form holds what JSON strings do.
fn quoted(text: &str) -> String {
    json!(text).to_string()
}

/// The year of the nth of many things.
fn year(number: usize) -> i16 {
    let years = (YEARS.end() - YEARS.start() + 1) as usize;
    YEARS.start() + (number % years) as i16
}

fn delegation_id(number: usize) -> String {
    format!("besuch-{number:02}")
}

fn delegation(number: usize) -> String {
    let mut dice = Dice(1 << 32 | number as u64);
    let first = date(year(number * 7), 1 + dice.roll(12) as i8, 1 + dice.roll(28) as i8);
    let mut text = String::new();
    line!(text, "title: {}", quoted(&format!("{} {number}", TITLES[number % TITLES.len()])));
    line!(text, "countries: [{}]", COUNTRIES[number % COUNTRIES.len()]);
    if number % 10 == 9 {
        line!(text, "start: {}", first.year());
    } else {
        line!(text, "start: {first}\nend: {}", first.saturating_add((dice.roll(9) as i64).days()));
    }
    line!(text, "summary: {}", quoted(dice.pick(&SUMMARIES)));
    line!(text, "description: {}", quoted(dice.pick(&DESCRIPTIONS)));
    line!(text, "sectors: [rail]\ncontact: anmeldung");
    let status = ["confirmed", "planned", "cancelled", "postponed"][number % 4];
    line!(text, "status: {status}\npublished: {}", days_before(known(first), 60));
    line!(text, "updates: [{{at: {}, kind: change}}]", days_before(known(first), 30));
    text
}

fn event(number: usize) -> String {
    let mut dice = Dice(2 << 32 | number as u64);
    let name = ZONES[number % ZONES.len()];
    let zone = TimeZone::get(name).unwrap_or(TimeZone::UTC);
    let start = start(&mut dice, &zone, year(number / ZONES.len()), number);
    let mut text = String::new();
    line!(text, "title: {}", quoted(&format!("{} {number}", TITLES[number % TITLES.len()])));
    line!(text, "timezone: {name}");
    times(&mut text, &mut dice, &start, number);
    if !number.is_multiple_of(3) {
        line!(text, "summary: {}", quoted(dice.pick(&SUMMARIES)));
    }
    if !number.is_multiple_of(4) {
        line!(text, "description: {}", quoted(dice.pick(&DESCRIPTIONS)));
    }
    let kinds = ["get-together", "company-visit", "congress", "matchmaking", "visit"];
    line!(text, "kind: {}", dice.pick(&kinds));
    if number.is_multiple_of(5) {
        line!(text, "delegations: [{}]", delegation_id(dice.roll(DELEGATIONS)));
    }
    line!(text, "countries: [{}]", dice.pick(&COUNTRIES));
    let status = ["confirmed", "confirmed", "planned", "cancelled", "postponed", "moved-online"]
        [dice.roll(6)];
    place(&mut text, &mut dice, status);
    if number.is_multiple_of(2) {
        deadline(&mut text, &mut dice, &start);
    }
    line!(text, "status: {status}");
    published(&mut text, &mut dice, &start);
    text
}

/// When an event begins: any hour of the year, or close to a change of the clock.
fn start(dice: &mut Dice, zone: &TimeZone, year: i16, number: usize) -> Zoned {
    let new_year = date(year, 1, 1).at(0, 0, 0, 0);
    let minutes = (dice.roll(364 * 24 * 4) * 15) as i64;
    let any = existing(zone, new_year.saturating_add(minutes.minutes()));
    if !number.is_multiple_of(4) {
        return any;
    }
    let change = zone.following(existing(zone, new_year).timestamp()).next();
    let nearby = (dice.roll(13) as i64 - 6) * 30;
    let at = |change: Timestamp| change.saturating_add(nearby.minutes()).ok();
    let at = change.and_then(|change| at(change.timestamp()));
    let at = at.map(|at| at.to_zoned(zone.clone()));
    at.filter(|at| YEARS.contains(&at.year())).unwrap_or(any)
}

/// A local time, or what the clock shows instead when it skips that time.
fn existing(zone: &TimeZone, local: DateTime) -> Zoned {
    let compatible = zone.to_ambiguous_zoned(local).compatible();
    compatible.unwrap_or_else(|_| Timestamp::UNIX_EPOCH.to_zoned(zone.clone()))
}

/// A time as an editor writes it: with its offset if the clock shows it twice.
fn written(time: &Zoned) -> String {
    let twice = time.time_zone().to_ambiguous_zoned(time.datetime()).is_ambiguous();
    time.strftime(if twice { "%Y-%m-%dT%H:%M%:z" } else { "%Y-%m-%dT%H:%M" }).to_string()
}

fn later(time: &Zoned, minutes: usize) -> Zoned {
    time.saturating_add((minutes as i64).minutes())
}

/// The same hour some days before.
fn before(time: &Zoned, days: usize) -> Zoned {
    existing(time.time_zone(), time.datetime().saturating_sub((days as i64).days()))
}

fn times(text: &mut String, dice: &mut Dice, start: &Zoned, number: usize) {
    let day = start.date();
    let last = day.saturating_add((1 + dice.roll(9) as i64).days());
    match number % 13 {
        0 => {
            line!(text, "start: {day}");
        }
        1 => {
            line!(text, "start: {day}\nend: {last}");
        }
        2 => {
            line!(text, "within: {day}/{last}");
        }
        3 => {
            line!(text, "start: {day}\ntime: open");
        }
        4 => {
            line!(text, "start: {}", written(start));
        }
        5 => {
            let end = later(start, 60 * (20 + dice.roll(80)));
            line!(text, "start: {}\nend: {}", written(start), written(&end));
        }
        _ => {
            let end = later(start, 15 * (1 + dice.roll(16)));
            line!(text, "start: {}\nend: {}", written(start), written(&end));
        }
    }
}

fn place(text: &mut String, dice: &mut Dice, status: &str) {
    let (name, city) = VENUES[dice.roll(VENUES.len())];
    match dice.roll(4) {
        0 => {
            line!(text, "venue: saal");
        }
        1 => {
            let geo = format!("{{lat: -{}.5, lon: {}.25}}", dice.roll(80), dice.roll(170));
            let (name, city) = (quoted(name), quoted(city));
            line!(text, "venue: {{name: {name}, city: {city}, geo: {geo}}}");
        }
        2 => {
            line!(text, "venue: {{name: {}, city: {}}}", quoted(name), quoted(city));
        }
        _ => {}
    }
    if status == "moved-online" || dice.one_in(4) {
        let label = quoted("Raum \"1\"; Ebene, 2: ^n");
        let number = dice.roll(1000);
        line!(
            text,
            "online: {{url: \"https://meet.example.org/{number}?a=1&b=ä\", label: {label}}}"
        );
    }
}

fn deadline(text: &mut String, dice: &mut Dice, start: &Zoned) {
    let at = before(start, 1 + dice.roll(20));
    let deadline = if dice.one_in(2) { at.date().to_string() } else { written(&at) };
    line!(text, "registration: {{required: true, email: a@example.org, deadline: {deadline}}}");
    line!(text, "contact: anmeldung");
}

fn published(text: &mut String, dice: &mut Dice, start: &Zoned) {
    let known = known(start.date());
    line!(text, "published: {}", days_before(known, 40));
    line!(text, "updates:");
    for days in (1..=1 + dice.roll(4)).rev() {
        line!(text, "  - {{at: {}, kind: change}}", days_before(known, 5 * days));
    }
}

/// The day by which what is on `day` is known: nothing is published before it was.
fn known(day: Date) -> Date {
    day.min(date(2026, 11, 20))
}

fn days_before(day: Date, days: usize) -> Date {
    day.saturating_sub((days as i64).days())
}
