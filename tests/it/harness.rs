//! A site in a few lines: `Site::new().file("events/x.yaml", "…").build()`. It is built in
//! memory from a small base that is complete and right, with the theme that is in the program.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use bba::built_in;
use bba::files::Body;
use bba::findings::Located;
use bba::icalendar::lint;
use bba::pipeline::Cache;
use bba::pipeline::{Built, Now, Options, build};
use bba::problem::MessageLanguage;
use bba::problem::Severity;
use bba::report::{Format, Report};
use bba::source::Sources;
use tempfile::TempDir;

/// The beginning of a picture.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The beginning of a photograph.
pub const JPEG: &[u8] = b"\xff\xd8\xff\xe0";
/// The beginning of a document.
pub const PDF: &[u8] = b"%PDF-1.7\n";

/// The files every test site has; a test replaces or adds what it is about.
const BASE: &[(&str, &str)] = &[
    (
        "content/site.yaml",
        "id: test-site\n\
         title: Testprogramm\n\
         base_url: https://test.example.org/\n\
         languages: [de]\n\
         timezone: Europe/Berlin\n\
         theme: bba\n\
         organisation: traeger\n\
         funding_notice: Gefördert zum Test.\n\
         menu: [delegations, events, press]\n\
         outputs: {share_images: none}\n",
    ),
    ("content/organisations.yaml", "traeger: {name: Träger GmbH}\n"),
    (
        "content/contacts.yaml",
        "anmeldung: {name: Anna Muster, email: anna@example.org, phone: +49 351 1234567}\n",
    ),
    (
        "content/venues.yaml",
        "saal: {name: Großer Saal, street: Weg 1, postcode: '01067', city: Dresden}\n",
    ),
    ("content/sectors.yaml", "automotive: {name: Automobilindustrie}\nrail: {name: Bahn}\n"),
    ("content/pages/impressum.md", "---\ntitle: Impressum\ntype: imprint\n---\nText\n"),
    ("content/pages/datenschutz.md", "---\ntitle: Datenschutz\ntype: privacy\n---\nText\n"),
    (
        "content/pages/barrierefreiheit.md",
        "---\ntitle: Barrierefreiheit\ntype: accessibility\n---\nText\n",
    ),
];

/// Builds with themes that are compiled already: most sites of the tests have the same one, and
/// compiling takes longer than all the rest.
pub fn build_at_once(sources: &Sources, options: &Options) -> Built {
    static THEMES: Mutex<Vec<Cache>> = Mutex::new(Vec::new());
    let mut cache = THEMES.lock().unwrap().pop().unwrap_or_else(Cache::of_themes);
    let built = build(sources, options, &mut cache);
    THEMES.lock().unwrap().push(cache);
    built
}

/// A folder of one test: in memory where that has room, since nothing in it is to last.
pub fn temporary_folder() -> TempDir {
    if memory_has_room() { TempDir::new_in(MEMORY) } else { TempDir::new() }.unwrap()
}

/// Files below are in memory (Linux).
const MEMORY: &str = "/dev/shm";

/// Whether files in memory have a gigabyte, and scripts run there; containers often give them 64 MB.
#[cfg(target_os = "linux")]
fn memory_has_room() -> bool {
    rustix::fs::statvfs(MEMORY).is_ok_and(|memory| {
        memory.f_bavail * memory.f_frsize >= 1 << 30
            && !memory.f_flag.contains(rustix::fs::StatVfsMountFlags::NOEXEC)
    })
}

#[cfg(not(target_os = "linux"))]
fn memory_has_room() -> bool {
    false
}

/// What a status that calls something off needs.
pub const UPDATED: &str = "updates: [{at: 2019-02-01, kind: change}]";

/// The text of a date whose hours stand in a line of their own.
pub fn without_break(date: &str) -> String {
    date.replace("<span class=\"unseen\">, </span><br>", ", ")
}

/// A site under test.
#[must_use]
#[derive(Clone)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
    options: Options,
}

impl Site {
    /// The base site, seen on 1 September 2019 at nine in Berlin.
    pub fn new() -> Self {
        let file = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        let files = BASE.iter().map(file).collect();
        let site = Site { files, options: Options::default() };
        site.now("2019-09-01T09:00")
    }

    /// Adds or replaces a file below `content/`.
    pub fn file(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(format!("content/{path}"), text.as_ref().to_vec());
        self
    }

    /// Adds or replaces a file of the theme.
    pub fn theme_file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.theme_file_of("bba", path, text)
    }

    /// Adds or replaces a file of a theme.
    pub fn theme_file_of(mut self, theme: &str, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.files.insert(format!("themes/{theme}/{path}"), text.as_ref().to_vec());
        self
    }

    /// Has another theme.
    pub fn theme(mut self, name: &str) -> Self {
        let config = self.files.get_mut("content/site.yaml").unwrap();
        let text = String::from_utf8(config.clone()).unwrap();
        *config = text.replace("theme: bba", &format!("theme: {name}")).into_bytes();
        self
    }

    /// Takes a file below `content/` away.
    pub fn without(mut self, path: &str) -> Self {
        self.files.remove(&format!("content/{path}")).expect("the file is there");
        self
    }

    /// Adds an event with a title, `published`, and these further lines.
    pub fn event(self, id: &str, lines: &str) -> Self {
        let text = format!("title: Titel {id}\npublished: 2019-01-01\n{lines}\n");
        self.file(&format!("events/{id}.yaml"), text)
    }

    /// Adds a visit with a title, `published`, and these further lines.
    pub fn delegation(self, id: &str, lines: &str) -> Self {
        let text = format!("title: Titel {id}\npublished: 2019-01-01\n{lines}\n");
        self.file(&format!("delegations/{id}.yaml"), text)
    }

    /// Adds a release with a title, its date, these further lines and a text.
    pub fn release(self, id: &str, lines: &str, text: &str) -> Self {
        let date = &id[..10];
        let text = format!("---\ntitle: Titel {id}\ndate: {date}\n{lines}\n---\n{text}\n");
        self.file(&format!("press/{id}.md"), text)
    }

    /// Adds a file that is complete but for what `text` says: keys that must be there and are
    /// not stand in front. Gives also how many lines those are.
    pub fn completed(self, path: &str, text: &str) -> (Self, usize) {
        let has = |key: &str| text.lines().any(|line| line.starts_with(&format!("{key}:")));
        let mut front = Vec::new();
        match path.split_once('/').map(|(folder, _)| folder) {
            Some("pages") if !text.starts_with("---") => {
                front.extend(["---", "title: Titel", "---"]);
            }
            Some(kind @ ("events" | "delegations")) => {
                let keys = ["title: Titel", "start: 2019-10-01", "published: 2019-01-01"];
                let countries = (kind == "delegations").then_some("countries: [MX]");
                for line in keys.into_iter().chain(countries) {
                    let key = line.split(':').next().unwrap();
                    let said = has(key) || key == "start" && has("within");
                    if !said {
                        front.push(line);
                    }
                }
            }
            _ => {}
        }
        let whole: String = front.iter().map(|line| format!("{line}\n")).collect();
        (self.file(path, whole + text + "\n"), front.len())
    }

    /// Takes warnings for errors.
    pub fn strict(mut self) -> Self {
        self.options.strict = true;
        self
    }

    /// Replaces a line of site.yaml, or adds it.
    pub fn config_line(mut self, line: &str) -> Self {
        let config = String::from_utf8(self.files["content/site.yaml"].clone()).unwrap();
        let key = line.split(':').next().unwrap();
        let others = config.lines().filter(|other| other.split(':').next() != Some(key));
        let lines: Vec<&str> = others.chain([line]).collect();
        self.files.insert("content/site.yaml".to_owned(), (lines.join("\n") + "\n").into());
        self
    }

    /// Builds the site and shows what was found.
    pub fn report(self, format: Format, language: MessageLanguage) -> String {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        let sources = Sources::from_memory(files);
        let built = build_at_once(&sources, &self.options);
        let diagnostics = &built.diagnostics;
        Report { diagnostics, sources: &sources, language, below: "", colour: false }.text(format)
    }

    /// Adds a line to site.yaml.
    pub fn config(mut self, line: &str) -> Self {
        let config = self.files.get_mut("content/site.yaml").unwrap();
        config.extend_from_slice(format!("{line}\n").as_bytes());
        self
    }

    /// What time it is.
    pub fn now(mut self, now: &str) -> Self {
        self.options.now = Now::read(now).expect("a time");
        self
    }

    /// Shows every component of the theme.
    pub fn gallery(mut self) -> Self {
        self.options.gallery = true;
        self
    }

    /// Shows drafts and embargoed items.
    pub fn drafts(mut self) -> Self {
        self.options.drafts = true;
        self
    }

    /// Makes what is not translated an error.
    pub fn strict_translations(mut self) -> Self {
        self.options.strict_translations = true;
        self
    }

    /// Serves from somewhere else.
    pub fn base_url(mut self, url: &str) -> Self {
        self.options.base_url = Some(bba::read::config::base_url(url).expect("a base URL"));
        self
    }

    /// Writes its files below a folder.
    pub fn write_to(self, root: &Path) {
        for (path, bytes) in self.files {
            let file = root.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, bytes).unwrap();
        }
    }

    /// Its files by their paths.
    pub fn files(self) -> BTreeMap<String, Vec<u8>> {
        self.files
    }

    /// Builds the site, whatever comes of it.
    pub fn build(self) -> Output {
        Output::of(build_at_once(&self.sources(), &self.options))
    }

    /// The files as a build reads them.
    pub fn sources(&self) -> Sources {
        let files = self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        Sources::from_memory(files)
    }

    /// What is wanted of a build.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Builds a site that has no errors.
    pub fn built(self) -> Output {
        let output = self.build();
        assert!(output.errors().is_empty(), "unexpected errors:\n{}", output.errors().join("\n"));
        output
    }
}

/// What came of a build, and its pages with plain spaces where they have no-break ones: most
/// tests are about words.
pub struct Output(pub Built, BTreeMap<String, String>);

impl Output {
    /// What came of a build.
    pub fn of(built: Built) -> Self {
        let pages = built.files.iter().filter(|(path, _)| path.ends_with(".html"));
        let pages = pages.filter_map(|(path, body)| match body {
            Body::Bytes(bytes) => {
                let page = std::str::from_utf8(bytes).unwrap().replace('\u{ad}', "");
                Some((path.clone(), plain_spaces(&page)))
            }
            Body::Copy(_) | Body::Drawn(_) | Body::Away(_) => None,
        });
        let pages = pages.collect();
        Output(built, pages)
    }

    /// A page as it is published, with its no-break spaces and soft hyphens.
    pub fn typeset(&self, path: &str) -> &str {
        match &self.0.files[path] {
            Body::Bytes(bytes) => std::str::from_utf8(bytes).unwrap(),
            Body::Copy(_) | Body::Drawn(_) | Body::Away(_) => panic!("{path} is copied"),
        }
    }

    /// The text of a file of the output.
    pub fn text(&self, path: &str) -> &str {
        if let Some(page) = self.1.get(path) {
            return page;
        }
        match self.0.files.get(path) {
            Some(Body::Bytes(bytes)) => std::str::from_utf8(bytes).unwrap(),
            Some(Body::Copy(_) | Body::Drawn(_) | Body::Away(_)) => panic!("{path} is copied"),
            None => panic!("no {path}; there are:\n{}", self.paths().join("\n")),
        }
    }

    /// The text of a file of the output; nothing of one that is copied.
    pub fn text_or_empty(&self, path: &str) -> &str {
        match &self.0.files[path] {
            Body::Bytes(_) => self.text(path),
            Body::Copy(_) | Body::Drawn(_) | Body::Away(_) => "",
        }
    }

    /// Holds that the lint finds nothing in any calendar file.
    pub fn assert_calendars_are_right(&self) {
        for path in self.paths().into_iter().filter(|path| path.ends_with(".ics")) {
            assert_eq!(lint(self.text(path).as_bytes()), [], "{path}");
        }
    }

    /// The lines of a calendar file, unfolded. The lint finds nothing in it.
    pub fn calendar(&self, path: &str) -> Vec<String> {
        assert_eq!(lint(self.text(path).as_bytes()), [], "{path}");
        self.text(path).replace("\r\n ", "").lines().map(str::to_owned).collect()
    }

    /// A JSON file of the output.
    pub fn json(&self, path: &str) -> serde_json::Value {
        serde_json::from_str(self.text(path)).unwrap()
    }

    /// Whether there is a file.
    pub fn has(&self, path: &str) -> bool {
        self.0.files.contains_key(path)
    }

    /// The paths of all files.
    pub fn paths(&self) -> Vec<&str> {
        self.0.files.keys().map(String::as_str).collect()
    }

    /// All text of all files, to show that something is nowhere.
    pub fn everything(&self) -> String {
        let texts = self.0.files.iter().map(|(path, body)| match body {
            Body::Bytes(_) => format!("{path}\n{}", self.text(path)),
            Body::Copy(_) | Body::Drawn(_) | Body::Away(_) => path.clone(),
        });
        texts.collect::<Vec<_>>().join("\n")
    }

    /// The errors as `file:line:column code`.
    pub fn errors(&self) -> Vec<String> {
        self.findings(Severity::Error)
    }

    /// The warnings as `file:line:column code`.
    pub fn warnings(&self) -> Vec<String> {
        self.findings(Severity::Warning)
    }

    fn findings(&self, severity: Severity) -> Vec<String> {
        let all = self.0.diagnostics.iter();
        all.filter(|found| found.severity == severity).map(place).collect()
    }

    /// Where something is found, as `file:line:column`.
    pub fn places_of(&self, code: &str) -> Vec<String> {
        let found = self.0.diagnostics.iter().map(place);
        found.filter_map(|p| Some(p.strip_suffix(code)?.trim().to_owned())).collect()
    }

    /// The German messages with their hints.
    pub fn messages(&self) -> Vec<String> {
        let text = |found: &Located| message(found, MessageLanguage::German);
        self.0.diagnostics.iter().map(text).collect()
    }
}

/// The message with its hint.
pub fn message(found: &Located, language: MessageLanguage) -> String {
    let message = found.problem.message(language);
    match found.problem.hint(language) {
        Some(hint) => format!("{message} – {hint}"),
        None => message,
    }
}

/// A text with plain spaces where it has no-break, narrow or thin ones.
pub fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
}

/// `events/x.yaml:3:1 E0207`, the path relative to `content/`.
pub fn place(found: &Located) -> String {
    let file = found.file.strip_prefix("content/").unwrap_or(&found.file);
    format!("{file}:{}:{} {}", found.start.line, found.start.column, found.problem.code())
}

/// The text of a file of the default theme.
pub fn theme_text(path: &str) -> &'static str {
    let file = built_in::THEME.iter().find(|(name, _)| *name == path);
    let (_, bytes) = file.unwrap_or_else(|| panic!("no {path} in the default theme"));
    std::str::from_utf8(bytes).unwrap()
}

/// The files below a folder.
pub fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(walk(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}
