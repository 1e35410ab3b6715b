//! A made-up programme of any size, the same for the same numbers: events of every shape,
//! releases that refer to them, visits, and a copy of the themes. Everything that is large in
//! it grows with the numbers; texts are about as long as those of the real programme, and in as
//! many languages as are asked for.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

use bba::memo::Memo;
use bba::read::{self, translation};
use bba::source::Sources;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// When the made-up programme is looked at: most of it is past, some is ahead.
pub const NOW: &str = "2026-01-15T09:00:00Z";

/// The days of the programme: the first, and over how many days it stretches.
const FIRST_DAY: Date = date(2019, 1, 7);
const DAYS: usize = 2800;

/// Releases stretch over fewer, and everything was published on this day at the latest: what is
/// dated after now would be hidden.
const RELEASE_DAYS: usize = 2500;
const LAST_PUBLISHED: Date = date(2026, 1, 7);

/// How much there is of everything.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub events: usize,
    pub releases: usize,
    pub delegations: usize,
    /// How many of [`LANGUAGES`], from the first.
    pub languages: usize,
}

impl Default for Size {
    fn default() -> Self {
        Size { events: 5_000, releases: 5_000, delegations: 200, languages: 1 }
    }
}

/// The languages that all texts are known in, the default first.
const LANGUAGES: [&str; 3] = ["de", "en", "es"];

/// The number of a language in [`LANGUAGES`].
type Language = usize;

impl Size {
    fn languages(self) -> std::ops::Range<Language> {
        0..self.languages.clamp(1, LANGUAGES.len())
    }

    /// A short text in YAML: `{de: "…", en: "…"}`.
    fn text(self, text: impl Fn(Language) -> String) -> String {
        let texts = self.languages().map(|n| format!("{}: {:?}", LANGUAGES[n], text(n)));
        format!("{{{}}}", texts.collect::<Vec<_>>().join(", "))
    }

    /// A text that is the same in every language but for one word.
    fn word(self, words: [&str; 3]) -> String {
        self.text(|language| words[language].to_owned())
    }
}

/// Writes `content/` below `root` and copies the themes of this repository beside it.
pub fn write(root: &Path, size: Size) -> io::Result<()> {
    let content = root.join("content");
    for folder in ["events", "press", "delegations", "pages"] {
        fs::create_dir_all(content.join(folder))?;
    }
    fs::write(content.join("site.yaml"), site(size))?;
    fs::write(content.join("contacts.yaml"), contacts(size))?;
    fs::write(content.join("organisations.yaml"), organisations())?;
    fs::write(content.join("venues.yaml"), venues(size))?;
    fs::write(content.join("sectors.yaml"), sectors(size))?;
    for (path, texts) in PAGES {
        for language in size.languages() {
            let path = translated(path, language, "md");
            fs::write(content.join(path), format!("---\n{}", texts[language]))?;
        }
    }
    for number in 0..size.delegations {
        let path = content.join(format!("delegations/{}.yaml", delegation_id(number)));
        fs::write(path, delegation(number, size))?;
    }
    for number in 0..size.events {
        let path = content.join(format!("events/{}.yaml", event_id(number)));
        fs::write(path, event(number, size))?;
    }
    for number in 0..size.releases {
        for language in size.languages() {
            let path = format!("press/{}", release_id(number, size));
            let path = translated(&path, language, "md");
            fs::write(content.join(path), release(number, size, language))?;
        }
    }
    copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("themes"), &root.join("themes"))?;
    accept_translations(root)
}

/// The path of a file or of its translation.
fn translated(path: &str, language: Language, ending: &str) -> String {
    let tag = if language == 0 { String::new() } else { format!(".{}", LANGUAGES[language]) };
    format!("{path}{tag}.{ending}")
}

/// Notes in every translation that it is of the present original.
fn accept_translations(root: &Path) -> io::Result<()> {
    let sources = Sources::read(root)?;
    for found in read::parse(&sources, &Memo::none()).value.translations {
        let path = root.join(&*found.file);
        let text = translation::with_fingerprint(&fs::read_to_string(&path)?, &found.current);
        fs::write(&path, text.ok_or(io::Error::other("a translation has front matter"))?)?;
    }
    Ok(())
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

/// Pages that an editor wrote, in every language, after the first `---`.
const PAGES: [(&str, [&str; 3]); 4] = [
    (
        "pages/programm",
        [
            "title: Das Programm\n---\n\n## Kosten\n\nKeine.\n",
            "title: The programme\n---\n\n## Costs {#kosten}\n\nNone.\n",
            "title: El programa\n---\n\n## Costes {#kosten}\n\nNinguno.\n",
        ],
    ),
    (
        "pages/impressum",
        [
            "title: Impressum\ntype: imprint\n---\n\nErfunden.\n",
            "title: Imprint\n---\n\nMade up.\n",
            "title: Aviso legal\n---\n\nInventado.\n",
        ],
    ),
    (
        "pages/datenschutz",
        [
            "title: Datenschutz\ntype: privacy\n---\n\nKeine Daten.\n",
            "title: Privacy\n---\n\nNo data.\n",
            "title: Privacidad\n---\n\nSin datos.\n",
        ],
    ),
    (
        "pages/barrierefreiheit",
        [
            "title: Barrierefreiheit\ntype: accessibility\n---\n\nNicht geprüft.\n",
            "title: Accessibility\n---\n\nNot tested.\n",
            "title: Accesibilidad\n---\n\nSin comprobar.\n",
        ],
    ),
];

const ORGANISATIONS: usize = 40;
const VENUES: usize = 80;
const SECTORS: [[&str; 3]; 12] = [
    ["Automobilindustrie", "Automotive industry", "Industria del automóvil"],
    ["Bahntechnik", "Railway technology", "Tecnología ferroviaria"],
    ["Energie", "Energy", "Energía"],
    ["Gesundheitswirtschaft", "Health industry", "Sanidad"],
    ["Halbleiter", "Semiconductors", "Semiconductores"],
    ["Holzwirtschaft", "Timber industry", "Industria de la madera"],
    ["Kreislaufwirtschaft", "Circular economy", "Economía circular"],
    ["Luftfahrt", "Aviation", "Aviación"],
    ["Maschinenbau", "Mechanical engineering", "Ingeniería mecánica"],
    ["Mobilität", "Mobility", "Movilidad"],
    ["Textil", "Textiles", "Textil"],
    ["Wasserwirtschaft", "Water management", "Gestión del agua"],
];
const COUNTRIES: [&str; 40] = [
    "AT", "BE", "BG", "BR", "CA", "CH", "CL", "CN", "CZ", "DK", "EE", "ES", "FI", "FR", "GB", "GR",
    "HR", "HU", "IE", "IN", "IS", "IT", "JP", "KR", "LT", "LU", "LV", "MX", "NL", "NO", "PL", "PT",
    "RO", "RS", "SE", "SI", "SK", "TR", "UA", "VN",
];
const CITIES: [&str; 8] =
    ["Dresden", "Leipzig", "Chemnitz", "Zwickau", "Görlitz", "Plauen", "Löbau", "Bautzen"];
/// Where events abroad take place: zone, city and country.
const ABROAD: [(&str, &str, &str); 4] = [
    ("America/New_York", "New York", "US"),
    ("Asia/Tokyo", "Tokio", "JP"),
    ("Europe/London", "London", "GB"),
    ("America/Mexico_City", "Mexiko-Stadt", "MX"),
];
const SENTENCES: [[&str; 3]; 12] = [
    [
        "Im Gespräch finden beide Seiten heraus, wo eine Zusammenarbeit passt.",
        "In conversation, both sides find out where working together makes sense.",
        "Conversando, ambas partes descubren dónde encaja una colaboración.",
    ],
    [
        "Die Gäste lernen den Standort, seine Stärken und mögliche Partner kennen.",
        "The guests get to know the region, its strengths and possible partners.",
        "Los invitados conocen la región, sus puntos fuertes y posibles socios.",
    ],
    [
        "Größere Vorhaben beginnen oft mit einem kurzen Treffen; dafür ist hier Zeit.",
        "Larger projects often begin with a short meeting; there is time for that here.",
        "Los grandes proyectos suelen empezar con una breve reunión; aquí hay tiempo para ello.",
    ],
    [
        "Für sächsische Unternehmen ist die Teilnahme kostenneutral.",
        "Taking part costs companies from Saxony nothing.",
        "La participación no supone costes para las empresas sajonas.",
    ],
    [
        "Gefragt sind Lösungen für Fertigung, Prüfung & Logistik.",
        "What is wanted are solutions for production, testing & logistics.",
        "Se buscan soluciones para producción, ensayos y logística.",
    ],
    [
        "Übersetzt wird auf Wunsch; bitte sagen Sie das bei der Anmeldung.",
        "There is interpretation on request; please say so when you register.",
        "Hay interpretación a petición; indíquelo al inscribirse.",
    ],
    [
        "Zwischen Leipzig, Chemnitz und Dresden liegen Werke, Institute und Hochschulen.",
        "Between Leipzig, Chemnitz and Dresden there are plants, institutes and universities.",
        "Entre Leipzig, Chemnitz y Dresde hay fábricas, institutos y universidades.",
    ],
    [
        "Wer nicht kommen kann, erhält die Unterlagen (»Mappe«) danach per E-Mail.",
        "Those who cannot come receive the documents (“folder”) by email afterwards.",
        "Quien no pueda venir recibirá después los documentos («carpeta») por correo.",
    ],
    [
        "Der Handel mit dem Zielmarkt ist in den letzten Jahren gewachsen – um mehr als 10 %.",
        "Trade with the target market has grown in recent years – by more than 10 %.",
        "El comercio con el mercado de destino ha crecido en los últimos años más de un 10 %.",
    ],
    [
        "Das Netzwerk organisiert den Besuch im Auftrag der Wirtschaftsförderung.",
        "The network organises the visit on behalf of the development agency.",
        "La red organiza la visita por encargo de la agencia de promoción económica.",
    ],
    [
        "Weil sich die Branche weltweit verändert, rücken Kooperationen stärker in den Blick.",
        "Because the industry is changing worldwide, cooperation moves into focus.",
        "Como el sector cambia en todo el mundo, la cooperación cobra importancia.",
    ],
    [
        "Ein Rundgang durch Labor, Halle und Prüfstand schließt das Treffen ab.",
        "A tour of the laboratory, the hall and the test bench closes the meeting.",
        "Un recorrido por el laboratorio, la nave y el banco de pruebas cierra la reunión.",
    ],
];

/// Numbers that look random and are the same in every run (SplitMix64).
#[derive(Clone)]
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

    fn sentences(&mut self, count: usize, language: Language) -> String {
        let sentences = (0..count).map(|_| SENTENCES[self.roll(SENTENCES.len())][language]);
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// A text made with the same rolls in every language, as YAML.
    fn text(&mut self, size: Size, text: impl Fn(&mut Dice, Language) -> String) -> String {
        let first = self.clone();
        text(self, 0);
        size.text(|language| text(&mut first.clone(), language))
    }
}

/// Adds a line; writing to a string cannot fail.
macro_rules! line {
    ($text:expr, $($format:tt)*) => {{
        let _ = writeln!($text, $($format)*);
    }};
}

/// The day of one of `count` things that are spread evenly over the programme.
fn day(number: usize, count: usize) -> Date {
    let days = number * DAYS / count.max(1);
    FIRST_DAY.saturating_add((days as i64).days())
}

fn release_day(number: usize, count: usize) -> Date {
    let days = number * RELEASE_DAYS / count.max(1);
    FIRST_DAY.saturating_add((days as i64).days())
}

/// So many days before something, or on the last day on which something was published.
fn published(start: Date, days: i64) -> Date {
    start.saturating_sub(days.days()).min(LAST_PUBLISHED)
}

/// Whether a visit was cancelled, and whether its days are not known yet: then nothing takes place
/// with it.
fn is_cancelled(visit: usize) -> bool {
    Dice::new(4, visit).one_in(4)
}

fn is_open(visit: usize) -> bool {
    Dice::new(5, visit).one_in(10)
}

/// How long a visit lasts: until the next begins, so that every event has one.
fn visit_days(size: Size) -> i64 {
    (DAYS / size.delegations.max(1)).max(1) as i64
}

fn delegation_id(number: usize) -> String {
    format!("besuch-{number:04}")
}

pub fn event_id(number: usize) -> String {
    format!("treffen-{number:05}")
}

fn release_id(number: usize, size: Size) -> String {
    format!("{}-mitteilung-{number:05}", release_day(number, size.releases))
}

fn site(size: Size) -> String {
    let languages = size.languages().map(|n| LANGUAGES[n]).collect::<Vec<_>>().join(", ");
    let mut text = String::new();
    line!(text, "id: messprogramm");
    line!(text, "title: {}", size.word(["Messprogramm", "Measured programme", "Programa medido"]));
    line!(text, "base_url: https://programm.example.org/\nlanguages: [{languages}]");
    line!(text, "timezone: Europe/Berlin\ntheme: bba\norganisation: organisation-0");
    let funding = [
        "Ein erfundenes Ministerium finanziert das Programm.",
        "A made-up ministry finances the programme.",
        "Un ministerio inventado financia el programa.",
    ];
    line!(text, "funding_notice: {}", size.word(funding));
    let description = [
        "Ein erfundenes Programm zum Messen.",
        "A made-up programme for measuring.",
        "Un programa inventado para medir.",
    ];
    line!(text, "description: {}", size.word(description));
    line!(text, "press_contact: kontakt-1\nboilerplate:");
    let boilerplate = [
        "Das Programm gibt es nicht. [Mehr über das Programm](/programm/)",
        "The programme does not exist. [More about the programme](pages/programm.md)",
        "El programa no existe. [Más sobre el programa](pages/programm.md)",
    ];
    for language in size.languages() {
        line!(text, "  {}: |\n    {}", LANGUAGES[language], boilerplate[language]);
    }
    let calendar = size.word(["Alle Termine", "All dates", "Todas las citas"]);
    line!(text, "calendar: {{name: {calendar}, refresh: 12h, organizer: kontakt-0}}");
    line!(text, "menu: [delegations, events, press, programm]");
    text
}

fn contacts(size: Size) -> String {
    let roles = [["Anmeldung", "Registration", "Inscripción"], ["Presse", "Press", "Prensa"]];
    let [registration, press] = roles.map(|role| size.word(role));
    let mut text = String::new();
    line!(
        text,
        "kontakt-0: {{name: Jörg Müller, role: {registration}, email: anmeldung@example.org, phone: \"+49 351 1234567\"}}"
    );
    line!(text, "kontakt-1: {{name: Änne Groß, role: {press}, email: presse@example.org}}");
    line!(
        text,
        "kontakt-2: {{name: Søren Weiß, email: fragen@example.org, phone: \"+49 351 7654321\"}}"
    );
    text
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

fn venues(size: Size) -> String {
    let mut text = String::new();
    for number in 0..VENUES {
        let city = CITIES[number % CITIES.len()];
        line!(text, "ort-{number}:");
        line!(text, "  name: Haus der Wirtschaft {number}");
        let room = size.text(|language| match language {
            0 => format!("Großer Saal, {number}. Stock"),
            1 => format!("Large hall, floor {number}"),
            _ => format!("Sala grande, planta {number}"),
        });
        line!(text, "  room: {room}");
        line!(text, "  street: Königsstraße {number}");
        line!(text, "  postcode: \"0{}\"", 1001 + number);
        line!(text, "  city: {city}");
        line!(text, "  country: DE");
        line!(text, "  geo: {{lat: 51.{:02}, lon: 13.{:02}}}", number % 100, number % 90);
        if number % 3 == 0 {
            let directions = size.text(|language| match language {
                0 => format!("Vom Bahnhof {city} sind es zehn Minuten zu Fuß."),
                1 => format!("It is a ten minutes’ walk from {city} station."),
                _ => format!("Está a diez minutos a pie de la estación de {city}."),
            });
            line!(text, "  directions: {directions}");
            line!(text, "  accessibility: {{step_free: true, lift: true, wc: false}}");
        }
    }
    for (number, (_, city, country)) in ABROAD.iter().enumerate() {
        line!(text, "{}:\n  name: Haus des Handels", venue_abroad(number));
        line!(text, "  city: {city}\n  country: {country}");
    }
    text
}

/// The key of the venue in a place of [`ABROAD`].
fn venue_abroad(place: usize) -> String {
    format!("ort-{}", VENUES + place)
}

fn sectors(size: Size) -> String {
    let mut text = String::new();
    for (number, name) in SECTORS.iter().enumerate() {
        line!(text, "branche-{number}: {{name: {}}}", size.word(*name));
    }
    text
}

fn delegation(number: usize, size: Size) -> String {
    let mut dice = Dice::new(1, number);
    let start = day(number, size.delegations);
    let countries: Vec<&str> = (0..=dice.roll(3)).map(|_| dice.pick(&COUNTRIES)).collect();
    let mut text = String::new();
    let title = size.text(|language| match language {
        0 => format!("Delegation Nr. {number} über Märkte"),
        1 => format!("Delegation No. {number} about markets"),
        _ => format!("Delegación n.º {number} sobre mercados"),
    });
    line!(text, "title: {title}");
    line!(text, "countries: [{}]", countries.join(", "));
    if is_open(number) {
        line!(text, "start: {}", start.strftime("%Y-%m"));
    } else {
        line!(text, "start: {start}");
        line!(text, "end: {}", start.saturating_add(visit_days(size).days()));
    }
    let status = dice.pick(&["confirmed", "confirmed", "planned"]);
    let status = if is_cancelled(number) { "cancelled" } else { status };
    line!(text, "status: {status}");
    if status == "cancelled" {
        let at = published(start, 10).saturating_add(1.days());
        let note = size.word(["Abgesagt", "Cancelled", "Cancelado"]);
        line!(text, "updates: [{{at: {at}, kind: withdrawal, note: {note}}}]");
    }
    line!(text, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    line!(text, "summary: {}", dice.text(size, |dice, language| dice.sentences(1, language)));
    line!(text, "description:");
    let texts = dice.clone();
    for language in size.languages() {
        dice = texts.clone();
        line!(text, "  {}: |\n    {}\n", LANGUAGES[language], dice.sentences(3, language));
        line!(text, "    {}", dice.sentences(2, language));
    }
    line!(text, "roles: {{organiser: organisation-{}}}", dice.roll(ORGANISATIONS));
    line!(text, "contact: kontakt-{}", dice.roll(3));
    let label = size.word(["Handelsvolumen", "Trade volume", "Volumen comercial"]);
    let unit = size.word(["Mio. Euro", "million euros", "millones de euros"]);
    let source = size.word(["Erfunden", "Made up", "Inventado"]);
    line!(text, "figures:\n  - label: {label}");
    line!(text, "    value: {}\n    unit: {unit}\n    year: 2018", 100 + number);
    line!(text, "    country: {}\n    source: {source}", countries[0]);
    line!(text, "published: {}T09:00", published(start, 40));
    text
}

fn event(number: usize, size: Size) -> String {
    let mut dice = Dice::new(2, number);
    let start = day(number, size.events);
    let mut text = String::new();
    let city = dice.pick(&CITIES);
    let title = size.text(|language| match language {
        0 => format!("Treffen {number}: Wirtschaft & Märkte in {city}"),
        1 => format!("Meeting {number}: economy & markets in {city}"),
        _ => format!("Encuentro {number}: economía y mercados en {city}"),
    });
    line!(text, "title: {title}");
    let (is_timed, place) = event_times(&mut text, &mut dice, start);
    let kinds = ["get-together", "company-visit", "congress", "matchmaking", "visit"];
    line!(text, "kind: {}", dice.pick(&kinds));
    line!(text, "summary: {}", dice.text(size, |dice, language| dice.sentences(2, language)));
    line!(text, "description:");
    let texts = dice.clone();
    for language in size.languages() {
        dice = texts.clone();
        line!(text, "  {}: |", LANGUAGES[language]);
        event_description(&mut text, &mut dice, (number, size), language);
    }
    let visit = number * size.delegations / size.events;
    if size.delegations > 0 && !dice.one_in(3) && !is_cancelled(visit) && !is_open(visit) {
        line!(text, "delegations: [{}]", delegation_id(visit));
    } else {
        line!(text, "countries: [{}]", dice.pick(&COUNTRIES));
    }
    line!(text, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    if dice.one_in(12) {
        line!(
            text,
            "online: {{url: https://video.example.org/{number}, label: {}}}",
            size.word(["Videoraum", "Video room", "Sala de vídeo"])
        );
    } else {
        let here = format!("ort-{}", dice.roll(VENUES));
        line!(text, "venue: {}", place.map_or(here, venue_abroad));
    }
    let (organiser, host) = (dice.roll(ORGANISATIONS), dice.roll(ORGANISATIONS));
    line!(text, "roles: {{organiser: organisation-{organiser}, host: organisation-{host}}}");
    line!(text, "contact: kontakt-{}", dice.roll(3));
    if is_timed {
        let deadline = start.saturating_sub(7.days());
        line!(text, "registration:\n  required: true\n  email: anmeldung@example.org");
        line!(text, "  deadline: {deadline}\n  state: {}", dice.pick(&["open", "few", "full"]));
        line!(text, "  note: {}", dice.text(size, |dice, language| dice.sentences(1, language)));
        let note = size.word(["kostenneutral", "at no cost", "sin coste"]);
        line!(text, "price: {{amount: 0, currency: EUR, note: {note}}}");
    }
    line!(text, "languages: [de, en]");
    let audience = [
        "kleine und mittlere Unternehmen",
        "small and medium-sized enterprises",
        "pequeñas y medianas empresas",
    ];
    line!(text, "audience: {}", size.word(audience));
    let status = match dice.roll(20) {
        0 => "cancelled",
        1 => "postponed",
        2 | 3 => "planned",
        _ => "confirmed",
    };
    line!(text, "status: {status}");
    let published = published(start, 30);
    line!(text, "published: {published}T09:00");
    if dice.one_in(5) || ["cancelled", "postponed"].contains(&status) {
        line!(text, "updates:\n  - at: {}T10:30", published.saturating_add(3.days()));
        let note = ["Der Raum ist ein anderer.", "The room has changed.", "La sala es otra."];
        line!(text, "    kind: change\n    note: {}", size.word(note));
    }
    text
}

/// When an event is; says whether by the clock, and in which place of [`ABROAD`], if it is there.
fn event_times(text: &mut String, dice: &mut Dice, start: Date) -> (bool, Option<usize>) {
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
            let place = dice.roll(ABROAD.len());
            let (zone, _, _) = ABROAD[place];
            line!(text, "start: {start}T{hour:02}:30\ntimezone: {zone}");
            return (true, Some(place));
        }
        5 => {
            let end = start.saturating_add(1.days());
            line!(text, "start: {start}T{hour:02}:00\nend: {end}T14:00");
            return (true, None);
        }
        _ => {
            line!(text, "start: {start}T{hour:02}:00\nend: {start}T{:02}:00", hour + 2);
            return (true, None);
        }
    }
    (false, None)
}

/// One to three paragraphs, with links and a list.
fn event_description(
    text: &mut String,
    dice: &mut Dice,
    (number, size): (usize, Size),
    language: Language,
) {
    let say = |texts: [&'static str; 3]| texts[language];
    line!(text, "    {}", dice.sentences(2, language));
    let questions = say([
        "Fragen beantwortet die [Anmeldung](mailto:anmeldung@example.org).",
        "Questions are answered by [registration](mailto:anmeldung@example.org).",
        "Responde a sus preguntas [inscripción](mailto:anmeldung@example.org).",
    ]);
    line!(text, "    {questions}");
    if number > 0 && dice.one_in(2) {
        let other = event_id(dice.roll(number));
        let before = say([
            "Davor gab es [ein **früheres** Treffen]",
            "Before it there was [an **earlier** meeting]",
            "Antes hubo [un encuentro **anterior**]",
        ]);
        line!(text, "\n    {before}(../events/{other}.yaml).");
        line!(text, "    {}", dice.sentences(2, language));
    }
    if dice.one_in(2) {
        let (first, second) = (dice.sentences(1, language), dice.sentences(1, language));
        line!(text, "\n    - {first}\n    - {second}");
        line!(text, "    - [{}](../pages/programm.md#kosten)", say(["Kosten", "Costs", "Costes"]));
    }
    if size.releases > 0 && dice.one_in(3) {
        let release = release_id(dice.roll(size.releases), size);
        let name = say(["Mitteilung", "Release", "Comunicado"]);
        line!(text, "\n    {} [{name}](../press/{release}.md)", dice.sentences(1, language));
    }
}

/// A release, or its translation: that has the texts alone.
fn release(number: usize, size: Size, language: Language) -> String {
    let mut dice = Dice::new(3, number);
    let date = release_day(number, size.releases);
    let say = |texts: [&'static str; 3]| texts[language];
    let mut text = String::new();
    let title = say([
        "Gäste lernen sächsische Betriebe kennen",
        "guests get to know companies in Saxony",
        "los invitados conocen empresas sajonas",
    ]);
    line!(text, "---");
    line!(text, "title: {} {number} – {title}", say(["Mitteilung", "Release", "Comunicado"]));
    let (from, to) = (dice.pick(&CITIES), dice.pick(&CITIES));
    match language {
        0 => line!(text, "subtitle: Zwischen {from} und {to} geht es um mehr"),
        1 => line!(text, "subtitle: Between {from} and {to} there is more at stake"),
        _ => line!(text, "subtitle: Entre {from} y {to} hay más en juego"),
    }
    let (hour, place) = (8 + dice.roll(9), dice.pick(&CITIES));
    let lead = [dice.sentences(1, language), dice.sentences(1, language)];
    line!(text, "lead: >-\n  {}\n  {}", lead[0], lead[1]);
    let mut facts = String::new();
    line!(facts, "date: {date}T{hour:02}:15\nplace: {place}\ncontact: kontakt-1");
    if size.events > 0 {
        line!(facts, "events: [{}]", event_id(number * size.events / size.releases));
    }
    if size.delegations > 0 && dice.one_in(3) {
        let visit = delegation_id(number * size.delegations / size.releases);
        line!(facts, "delegations: [{visit}]");
    }
    line!(facts, "countries: [{}]", dice.pick(&COUNTRIES));
    line!(facts, "sectors: [branche-{}]", dice.roll(SECTORS.len()));
    if dice.one_in(10) {
        line!(facts, "updates:\n  - at: {}T10:30", date.saturating_add(1.days()));
        let note = ["Eine Zahl war falsch.", "A figure was wrong.", "Una cifra era errónea."];
        line!(facts, "    kind: correction\n    note: {}", size.word(note));
    }
    if language == 0 {
        text.push_str(&facts);
    }
    line!(text, "---\n");
    release_body(&mut text, &mut dice, (number, size), language);
    text
}

fn release_body(
    text: &mut String,
    dice: &mut Dice,
    (number, size): (usize, Size),
    language: Language,
) {
    let headings = [
        ["Größe und Gewicht", "Size and weight", "Tamaño y peso"],
        ["Treffen vor Ort", "Meetings on site {#treffen-vor-ort}", "Encuentros {#treffen-vor-ort}"],
        ["Wie es weitergeht", "What comes next", "Cómo sigue"],
    ];
    for heading in headings {
        let (first, second) = (dice.sentences(3, language), dice.sentences(2, language));
        line!(text, "## {}\n\n{first}\n\n{second}\n", heading[language]);
    }
    if number > 0 {
        let other = release_id(dice.roll(number), size);
        let more = [
            "Mehr steht in einer [früheren Mitteilung]",
            "More is said in an [earlier release]",
            "Más en un [comunicado anterior]",
        ];
        line!(text, "{}({other}.md#treffen-vor-ort).\n", more[language]);
    }
    if dice.one_in(4) {
        let head = ["Jahr | Mio. Euro", "Year | Million euros", "Año | Millones de euros"];
        line!(text, "| {} |\n|---|---:|\n| 2017 | 410 |\n| 2018 | 464 |\n", head[language]);
    }
    let programme = ["Programm", "Programme", "Programa"];
    let link = format!("[{}](../pages/programm.md)", programme[language]);
    line!(text, "1. {}\n2. {link}\n", dice.sentences(1, language));
}
