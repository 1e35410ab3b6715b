//! A made-up programme of any size, the same for the same numbers: events of every shape,
//! releases that refer to them, visits, and a copy of the themes. Everything that is large in
//! it grows with the numbers; texts are about as long as those of the real programme.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use jiff::ToSpan;
use jiff::civil::{Date, date};

/// When the made-up programme is looked at: most of it is past, some is ahead.
pub const NOW: &str = "2026-01-15T09:00:00Z";

/// The days of the programme: the first, and over how many days it stretches.
const FIRST_DAY: Date = date(2019, 1, 7);
const DAYS: usize = 2800;

/// How much there is of everything.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub events: usize,
    pub releases: usize,
    pub delegations: usize,
}

impl Default for Size {
    fn default() -> Self {
        Size { events: 5_000, releases: 5_000, delegations: 200 }
    }
}

/// Writes `content/` below `root` and copies the themes of this repository beside it.
pub fn write(root: &Path, size: Size) -> io::Result<()> {
    let content = root.join("content");
    for folder in ["events", "press", "delegations", "pages"] {
        fs::create_dir_all(content.join(folder))?;
    }
    for (path, text) in SINGLE_FILES {
        fs::write(content.join(path), text)?;
    }
    fs::write(content.join("organisations.yaml"), organisations())?;
    fs::write(content.join("venues.yaml"), venues())?;
    fs::write(content.join("sectors.yaml"), sectors())?;
    for number in 0..size.delegations {
        let path = content.join(format!("delegations/{}.yaml", delegation_id(number)));
        fs::write(path, delegation(number, size))?;
    }
    for number in 0..size.events {
        let path = content.join(format!("events/{}.yaml", event_id(number)));
        fs::write(path, event(number, size))?;
    }
    for number in 0..size.releases {
        let path = content.join(format!("press/{}.md", release_id(number, size)));
        fs::write(path, release(number, size))?;
    }
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"), &root.join("themes"))
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

const SINGLE_FILES: [(&str, &str); 6] = [
    (
        "site.yaml",
        "id: messprogramm\n\
         title: {de: Messprogramm}\n\
         base_url: https://programm.example.org/\n\
         languages: [de]\n\
         timezone: Europe/Berlin\n\
         theme: bba\n\
         organisation: organisation-0\n\
         funding_notice: {de: Ein erfundenes Ministerium finanziert das Programm.}\n\
         description: {de: Ein erfundenes Programm zum Messen.}\n\
         press_contact: kontakt-1\n\
         boilerplate:\n  de: |\n    Das Programm gibt es nicht. [Mehr über das Programm](/programm/)\n\
         calendar: {name: {de: Alle Termine}, refresh: 12h, organizer: kontakt-0}\n\
         menu: [delegations, events, press, programm]\n",
    ),
    (
        "contacts.yaml",
        "kontakt-0: {name: Jörg Müller, role: {de: Anmeldung}, email: anmeldung@example.org, phone: \"+49 351 1234567\"}\n\
         kontakt-1: {name: Änne Groß, role: {de: Presse}, email: presse@example.org}\n\
         kontakt-2: {name: Søren Weiß, email: fragen@example.org, phone: \"+49 351 7654321\"}\n",
    ),
    ("pages/programm.md", "---\ntitle: Das Programm\n---\n\n## Kosten\n\nKeine.\n"),
    ("pages/impressum.md", "---\ntitle: Impressum\ntype: imprint\n---\n\nErfunden.\n"),
    ("pages/datenschutz.md", "---\ntitle: Datenschutz\ntype: privacy\n---\n\nKeine Daten.\n"),
    (
        "pages/barrierefreiheit.md",
        "---\ntitle: Barrierefreiheit\ntype: accessibility\n---\n\nNicht geprüft.\n",
    ),
];

const ORGANISATIONS: usize = 40;
const VENUES: usize = 80;
const SECTORS: [&str; 12] = [
    "Automobilindustrie",
    "Bahntechnik",
    "Energie",
    "Gesundheitswirtschaft",
    "Halbleiter",
    "Holzwirtschaft",
    "Kreislaufwirtschaft",
    "Luftfahrt",
    "Maschinenbau",
    "Mobilität",
    "Textil",
    "Wasserwirtschaft",
];
const COUNTRIES: [&str; 40] = [
    "AT", "BE", "BG", "BR", "CA", "CH", "CL", "CN", "CZ", "DK", "EE", "ES", "FI", "FR", "GB", "GR",
    "HR", "HU", "IE", "IN", "IS", "IT", "JP", "KR", "LT", "LU", "LV", "MX", "NL", "NO", "PL", "PT",
    "RO", "RS", "SE", "SI", "SK", "TR", "UA", "VN",
];
const CITIES: [&str; 8] =
    ["Dresden", "Leipzig", "Chemnitz", "Zwickau", "Görlitz", "Plauen", "Löbau", "Bautzen"];
const ZONES: [&str; 4] = ["America/New_York", "Asia/Tokyo", "Europe/London", "America/Mexico_City"];
const SENTENCES: [&str; 12] = [
    "Im Gespräch finden beide Seiten heraus, wo eine Zusammenarbeit passt.",
    "Die Gäste lernen den Standort, seine Stärken und mögliche Partner kennen.",
    "Größere Vorhaben beginnen oft mit einem kurzen Treffen; dafür ist hier Zeit.",
    "Für sächsische Unternehmen ist die Teilnahme kostenneutral.",
    "Gefragt sind Lösungen für Fertigung, Prüfung & Logistik.",
    "Übersetzt wird auf Wunsch; bitte sagen Sie das bei der Anmeldung.",
    "Zwischen Leipzig, Chemnitz und Dresden liegen Werke, Institute und Hochschulen.",
    "Wer nicht kommen kann, erhält die Unterlagen (»Mappe«) danach per E-Mail.",
    "Der Handel mit dem Zielmarkt ist in den letzten Jahren gewachsen – um mehr als 10 %.",
    "Das Netzwerk organisiert den Besuch im Auftrag der Wirtschaftsförderung.",
    "Weil sich die Branche weltweit verändert, rücken Kooperationen stärker in den Blick.",
    "Ein Rundgang durch Labor, Halle und Prüfstand schließt das Treffen ab.",
];

/// Numbers that look random and are the same in every run (SplitMix64).
struct Dice(u64);

impl Dice {
    fn new(kind: u64, number: usize) -> Dice {
        Dice(kind << 32 | number as u64)
    }

    /// A number below `sides`.
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ mixed >> 31) % sides as u64) as usize
    }

    fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    fn pick<'i>(&mut self, items: &[&'i str]) -> &'i str {
        items[self.roll(items.len())]
    }

    fn sentences(&mut self, count: usize) -> String {
        let sentences: Vec<&str> = (0..count).map(|_| self.pick(&SENTENCES)).collect();
        sentences.join(" ")
    }
}

/// Adds a line; writing to a string cannot fail.
macro_rules! line {
    ($text:expr, $($format:tt)*) => {
        let _ = writeln!($text, $($format)*);
    };
}

/// The day of one of `count` things that are spread evenly over the programme.
fn day(number: usize, count: usize) -> Date {
    let days = number * DAYS / count.max(1);
    FIRST_DAY.saturating_add((days as i64).days())
}

fn delegation_id(number: usize) -> String {
    format!("besuch-{number:04}")
}

pub fn event_id(number: usize) -> String {
    format!("treffen-{number:05}")
}

fn release_id(number: usize, size: Size) -> String {
    format!("{}-mitteilung-{number:05}", day(number, size.releases))
}

fn organisations() -> String {
    let mut text = String::new();
    for number in 0..ORGANISATIONS {
        line!(text, "organisation-{number}:");
        line!(text, "  name: Gesellschaft für Förderung Nr. {number} mbH");
        if number % 2 == 0 {
            line!(text, "  url: https://organisation-{number}.example.org/");
        }
    }
    text
}

fn venues() -> String {
    let mut text = String::new();
    for number in 0..VENUES {
        let city = CITIES[number % CITIES.len()];
        line!(text, "ort-{number}:");
        line!(text, "  name: Haus der Wirtschaft {number}");
        line!(text, "  room: {{de: \"Großer Saal, {number}. Stock\"}}");
        line!(text, "  street: Königsstraße {number}");
        line!(text, "  postcode: \"0{}\"", 1001 + number);
        line!(text, "  city: {city}");
        line!(text, "  country: DE");
        line!(text, "  geo: {{lat: 51.{:02}, lon: 13.{:02}}}", number % 100, number % 90);
        if number % 3 == 0 {
            line!(text, "  directions: {{de: Vom Bahnhof {city} sind es zehn Minuten zu Fuß.}}");
            line!(text, "  accessibility: {{step_free: true, lift: true, wc: false}}");
        }
    }
    text
}

fn sectors() -> String {
    let mut text = String::new();
    for (number, name) in SECTORS.iter().enumerate() {
        line!(text, "branche-{number}: {{name: {{de: {name}}}}}");
    }
    text
}

fn delegation(number: usize, size: Size) -> String {
    let mut dice = Dice::new(1, number);
    let start = day(number, size.delegations);
    let countries: Vec<&str> = (0..=dice.roll(3)).map(|_| dice.pick(&COUNTRIES)).collect();
    let mut text = String::new();
    line!(text, "title: {{de: Delegation Nr. {number} über Märkte}}");
    line!(text, "countries: [{}]", countries.join(", "));
    if dice.one_in(10) {
        line!(text, "start: {}", start.strftime("%Y-%m"));
    } else {
        line!(text, "start: {start}");
        line!(text, "end: {}", start.saturating_add(4.days()));
    }
    let status = dice.pick(&["confirmed", "confirmed", "planned", "cancelled"]);
    line!(text, "status: {status}");
    if status == "cancelled" {
        let at = start.saturating_sub(10.days());
        line!(text, "updates: [{{at: {at}, kind: withdrawal, note: {{de: Abgesagt}}}}]");
    }
    line!(text, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    line!(text, "summary: {{de: \"{}\"}}", dice.sentences(1));
    line!(text, "description:\n  de: |\n    {}\n\n    {}", dice.sentences(3), dice.sentences(2));
    line!(text, "roles: {{organiser: organisation-{}}}", dice.roll(ORGANISATIONS));
    line!(text, "contact: kontakt-{}", dice.roll(3));
    line!(text, "figures:\n  - label: {{de: Handelsvolumen}}");
    line!(text, "    value: {}\n    unit: {{de: Mio. Euro}}\n    year: 2018", 100 + number);
    line!(text, "    country: {}\n    source: {{de: Erfunden}}", countries[0]);
    line!(text, "published: {}T09:00", start.saturating_sub(40.days()));
    text
}

fn event(number: usize, size: Size) -> String {
    let mut dice = Dice::new(2, number);
    let start = day(number, size.events);
    let mut text = String::new();
    line!(text, "title: {{de: \"Treffen {number}: Wirtschaft & Märkte in {}\"}}", {
        dice.pick(&CITIES)
    });
    let is_timed = event_times(&mut text, &mut dice, start);
    let kinds = ["get-together", "company-visit", "congress", "matchmaking", "visit"];
    line!(text, "kind: {}", dice.pick(&kinds));
    line!(text, "summary:\n  de: >-\n    {}\n    {}", dice.sentences(1), dice.sentences(1));
    line!(text, "description:\n  de: |");
    event_description(&mut text, &mut dice, number, size);
    if size.delegations > 0 && !dice.one_in(3) {
        let visit = delegation_id(number * size.delegations / size.events);
        line!(text, "delegations: [{visit}]");
    } else {
        line!(text, "countries: [{}]", dice.pick(&COUNTRIES));
    }
    line!(text, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    if dice.one_in(12) {
        line!(
            text,
            "online: {{url: https://video.example.org/{number}, label: {{de: Videoraum}}}}"
        );
    } else {
        line!(text, "venue: ort-{}", dice.roll(VENUES));
    }
    let (organiser, host) = (dice.roll(ORGANISATIONS), dice.roll(ORGANISATIONS));
    line!(text, "roles: {{organiser: organisation-{organiser}, host: organisation-{host}}}");
    line!(text, "contact: kontakt-{}", dice.roll(3));
    if is_timed {
        let deadline = start.saturating_sub(7.days());
        line!(text, "registration:\n  required: true\n  email: anmeldung@example.org");
        line!(text, "  deadline: {deadline}\n  state: {}", dice.pick(&["open", "few", "full"]));
        line!(text, "  note: {{de: \"{}\"}}", dice.sentences(1));
        line!(text, "price: {{amount: 0, currency: EUR, note: {{de: kostenneutral}}}}");
    }
    line!(text, "languages: [de, en]");
    line!(text, "audience: {{de: kleine und mittlere Unternehmen}}");
    let status = match dice.roll(20) {
        0 => "cancelled",
        1 => "postponed",
        2 | 3 => "planned",
        _ => "confirmed",
    };
    line!(text, "status: {status}");
    let published = start.saturating_sub(30.days());
    line!(text, "published: {published}T09:00");
    if dice.one_in(5) || ["cancelled", "postponed"].contains(&status) {
        line!(text, "updates:\n  - at: {}T10:30", published.saturating_add(3.days()));
        line!(text, "    kind: change\n    note: {{de: Der Raum ist ein anderer.}}");
    }
    text
}

/// When an event is; says whether by the clock.
fn event_times(text: &mut String, dice: &mut Dice, start: Date) -> bool {
    let hour = 9 + dice.roll(8);
    match dice.roll(10) {
        0 => {
            line!(text, "start: {start}");
        }
        1 => {
            line!(text, "start: {start}\nend: {}", start.saturating_add(2.days()));
        }
        2 => {
            line!(text, "within: {start}/{}", start.saturating_add(4.days()));
        }
        3 => {
            line!(text, "start: {start}\ntime: open");
        }
        4 => {
            line!(text, "start: {start}T{hour:02}:30\ntimezone: {}", dice.pick(&ZONES));
            return true;
        }
        5 => {
            let end = start.saturating_add(1.days());
            line!(text, "start: {start}T{hour:02}:00\nend: {end}T14:00");
            return true;
        }
        _ => {
            line!(text, "start: {start}T{hour:02}:00\nend: {start}T{:02}:00", hour + 2);
            return true;
        }
    }
    false
}

/// One to three paragraphs, with links and a list.
fn event_description(text: &mut String, dice: &mut Dice, number: usize, size: Size) {
    line!(text, "    {}", dice.sentences(2));
    line!(text, "    Fragen beantwortet die [Anmeldung](mailto:anmeldung@example.org).");
    if number > 0 && dice.one_in(2) {
        let other = event_id(dice.roll(number));
        line!(text, "\n    Davor gab es [ein **früheres** Treffen](../events/{other}.yaml).");
        line!(text, "    {}", dice.sentences(2));
    }
    if dice.one_in(2) {
        line!(text, "\n    - {}\n    - {}", dice.sentences(1), dice.sentences(1));
        line!(text, "    - [Kosten](../pages/programm.md#kosten)");
    }
    if size.releases > 0 && dice.one_in(3) {
        let release = release_id(dice.roll(size.releases), size);
        line!(text, "\n    {} [Mitteilung](../press/{release}.md)", dice.sentences(1));
    }
}

fn release(number: usize, size: Size) -> String {
    let mut dice = Dice::new(3, number);
    let date = day(number, size.releases);
    let mut text = String::new();
    line!(text, "---");
    line!(text, "title: Mitteilung {number} – Gäste lernen sächsische Betriebe kennen");
    line!(
        text,
        "subtitle: Zwischen {} und {} geht es um mehr",
        { dice.pick(&CITIES) },
        dice.pick(&CITIES)
    );
    line!(text, "date: {date}T{:02}:15", 8 + dice.roll(9));
    line!(text, "place: {}", dice.pick(&CITIES));
    line!(text, "lead: >-\n  {}\n  {}", dice.sentences(1), dice.sentences(1));
    line!(text, "contact: kontakt-1");
    if size.events > 0 {
        line!(text, "events: [{}]", event_id(number * size.events / size.releases));
    }
    if size.delegations > 0 && dice.one_in(3) {
        line!(text, "delegations: [{}]", delegation_id(number * size.delegations / size.releases));
    }
    line!(text, "countries: [{}]", dice.pick(&COUNTRIES));
    line!(text, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    if dice.one_in(10) {
        line!(text, "updates:\n  - at: {}T10:30", date.saturating_add(1.days()));
        line!(text, "    kind: correction\n    note: {{de: Eine Zahl war falsch.}}");
    }
    line!(text, "---\n");
    for heading in ["Größe und Gewicht", "Treffen vor Ort", "Wie es weitergeht"] {
        line!(text, "## {heading}\n\n{}\n\n{}\n", dice.sentences(3), dice.sentences(2));
    }
    if number > 0 {
        let other = release_id(dice.roll(number), size);
        line!(text, "Mehr steht in einer [früheren Mitteilung]({other}.md#treffen-vor-ort).\n");
    }
    if dice.one_in(4) {
        line!(text, "| Jahr | Mio. Euro |\n|---|---:|\n| 2017 | 410 |\n| 2018 | 464 |\n");
    }
    line!(text, "1. {}\n2. [Programm](/programm/)\n", dice.sentences(1));
    text
}
