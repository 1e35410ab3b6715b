//! The preview: which requests are answered with what, what an open page is told, and that no
//! change on the disk is missed. No test waits for a guessed time: it asks until a deadline.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bba::media_type;
use bba::outputs::hosting::headers;
use bba::pictures::Kept;
use bba::pipeline::{Built, Cache, build};
use bba::problem::MessageLanguage;
use bba::serve::audience::Audience;
use bba::serve::findings::Findings;
use bba::serve::watch::Watch;
use bba::serve::{Preview, Site as Served, server};
use bba::source::Sources;
use tempfile::TempDir;

use crate::assets::asset;
use crate::harness::{Site, temporary_folder};

/// Longer than anything here takes on a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// A running server.
struct Server {
    port: u16,
    previews: tokio::sync::watch::Sender<Arc<Preview>>,
    audience: Audience,
}

/// An answer.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (header, value) = line.split_once(": ")?;
            header.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

fn preview(built: Built) -> Preview {
    let repository = built.programme.config.repository.as_ref();
    let (found, sources) = (&built.diagnostics, Sources::default());
    let findings = Findings::new(found, &sources, repository, MessageLanguage::German);
    Preview { site: Some(Arc::new(Served::of(built, Kept::of(Path::new("nowhere"))))), findings }
}

impl Server {
    fn of(site: Site) -> Server {
        Server::start(preview(site.built().0))
    }

    fn start(preview: Preview) -> Server {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (previews, receiver) = tokio::sync::watch::channel(Arc::new(preview));
        let audience = Audience::default();
        let known = audience.clone();
        std::thread::spawn(move || server::run(listener, "vorschau.test", &known, receiver));
        Server { port, previews, audience }
    }

    fn connect(&self, request: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }

    fn ask(&self, request: &str) -> Answer {
        let mut bytes = Vec::new();
        self.connect(request).read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head") + 4;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Answer { status, head, body: bytes[end..].to_vec() }
    }

    fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = format!("Host: localhost:{}\r\n", self.port);
        self.ask(&format!("{method} {path} HTTP/1.1\r\n{host}Connection: close\r\n{headers}\r\n"))
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "")
    }

    fn with_host(&self, host: &str) -> u16 {
        self.ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).status
    }
}

/// A page without the one line that the preview adds.
fn without_script(html: &str) -> String {
    let line = html.lines().find(|line| line.starts_with("<script src=")).expect("the script");
    html.replacen(&format!("{line}\n"), "", 1)
}

const EVENT: &str = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00";

#[test]
fn what_is_served_are_the_bytes_that_build_writes_and_one_script_in_pages() {
    let site = || {
        let site = Site::new().event("treffen", &format!("{EVENT}\naliases: [/alt/]\ndraft: true"));
        site.release("2019-09-01-start", "", "Text")
            .file("media/Übersicht 1.pdf", b"%PDF-\xff")
            .drafts()
    };
    let built = site().built();
    let server = Server::of(site());
    for (path, body) in &built.0.files {
        let encoded = path.replace('Ü', "%C3%9C").replace(' ', "%20");
        let answer = server.get(&format!("/{}", encoded.trim_end_matches("index.html")));
        let bytes = body.read().unwrap();
        if path.ends_with(".html") {
            assert_eq!(without_script(answer.text()).as_bytes(), &*bytes, "{path}");
        } else {
            assert_eq!(answer.body, &*bytes, "{path}");
        }
        let is_alias = path == "alt/index.html";
        assert_eq!(answer.status, if is_alias { 302 } else { 200 }, "{path}");
    }
}

#[test]
fn a_site_below_a_path_is_served_there_and_nowhere_else() {
    let server = Server::of(Site::new().base_url("https://x.example.org/unter/pfad/"));
    assert_eq!(server.get("/unter/pfad/impressum/").status, 200);
    assert!(server.get("/unter/pfad/").text().contains("<script src=\"/unter/pfad/_bba/live.js\""));
    assert_eq!(server.get("/unter/pfad/_bba/live.js").status, 200);
    for outside in ["/impressum/", "/unter/", "/unter/pfadimpressum/", "/_bba/live.js"] {
        assert_eq!(server.get(outside).status, 404, "{outside}");
    }
    for start in ["/", "/unter/pfad"] {
        assert_eq!(server.get(start).header("location"), Some("/unter/pfad/"), "{start}");
    }
}

#[test]
fn addresses_without_slash_old_ones_gone_ones_and_unknown_ones() {
    let server = Server::of(
        Site::new()
            .config("gone: [/weg/, /datei.pdf]")
            .event("treffen", &format!("{EVENT}\naliases: [/alt/]")),
    );
    let missing = server.get("/veranstaltungen/treffen?von=hier");
    assert_eq!(
        (missing.status, missing.header("location")),
        (302, Some("/veranstaltungen/treffen/?von=hier"))
    );
    let old = server.get("/alt/");
    assert_eq!((old.status, old.header("location")), (302, Some("/veranstaltungen/treffen/")));
    for gone in ["/weg/", "/weg", "/datei.pdf"] {
        assert_eq!(server.get(gone).status, 410, "{gone}");
    }
    let unknown = server.get("/fehlt/");
    assert_eq!(unknown.status, 404);
    assert_eq!(without_script(unknown.text()), without_script(server.get("/404.html").text()));
}

#[test]
fn what_is_not_there_is_answered_in_the_language_of_its_folder() {
    let server = Server::of(Site::new().config_line("languages: [de, en]"));
    for (path, page) in
        [("/fehlt/", "/404.html"), ("/en/fehlt/", "/en/404.html"), ("/es/", "/404.html")]
    {
        let unknown = server.get(path);
        assert_eq!(unknown.status, 404);
        assert_eq!(
            without_script(unknown.text()),
            without_script(server.get(page).text()),
            "{path}"
        );
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let server = Server::of(Site::new());
    for path in [
        "/../Cargo.toml",
        "/..%2fCargo.toml",
        "/%2e%2e/Cargo.toml",
        "/impressum/../../Cargo.toml",
        "/impressum/%2e%2e/%2e%2e/etc/passwd",
        "/..%5cCargo.toml",
        "/etc/passwd",
        "//etc/passwd",
        "/%00",
        "/impressum%00/",
        "/%ff",
        "/%",
        "/content/site.yaml",
        "/themes/bba/strings/de.yaml",
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(!answer.text().contains("[package]") && !answer.text().contains("root:"), "{path}");
    }
    // Doubled slashes and dots mean the same; no redirect leads to another host.
    assert_eq!(server.get("/./impressum//").status, 200);
    assert_eq!(server.get("//impressum").header("location"), Some("/impressum/"));
    assert_eq!(server.get("//example.org/%2f..").status, 404);
}

#[test]
fn only_requests_for_hosts_of_this_machine_are_answered() {
    let server = Server::of(Site::new());
    let port = server.port;
    for host in [
        "localhost",
        "LOCALHOST",
        &format!("localhost:{port}"),
        &format!("127.0.0.1:{port}"),
        "[::1]",
        &format!("[::1]:{port}"),
        "vorschau.test:4000",
    ] {
        assert_eq!(server.with_host(host), 200, "{host}");
    }
    for host in [
        "evil.example",
        "localhost.evil.example",
        "evil.example:4000",
        "127.0.0.1.evil.example",
        "",
        "10.0.0.1",
        "localhost@evil.example",
        "vorschau.test.",
    ] {
        assert_eq!(server.with_host(host), 403, "{host}");
    }
    let close = "Connection: close\r\n\r\n";
    for request in [
        format!("GET / HTTP/1.1\r\n{close}"),
        format!("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n{close}"),
        format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n{close}"),
    ] {
        assert_eq!(server.ask(&request).status, 403, "{request}");
    }
    let events = format!("GET /_bba/events?path=/ HTTP/1.1\r\nHost: evil.example\r\n{close}");
    assert_eq!(server.ask(&events).status, 403);
}

#[test]
fn files_have_their_types() {
    for (path, expected) in [
        ("veranstaltungen/calendar.ics", "text/calendar; charset=utf-8"),
        ("veranstaltungen/calendar.jcal.json", "application/calendar+json"),
        ("veranstaltungen/calendar.jscalendar.json", "application/jscalendar+json"),
        ("presse/feed.xml", "application/atom+xml; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("data/events.json", "application/json"),
        ("index.html", "text/html; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("assets/schrift.woff2", "font/woff2"),
        ("favicon.svg", "image/svg+xml"),
        ("media/Bild.JPG", "image/jpeg"),
        ("media/programm.pdf", "application/pdf"),
        ("media/ohne-endung", "application/octet-stream"),
    ] {
        assert_eq!(media_type::of(path), expected, "{path}");
    }
    let server = Server::of(Site::new().event("treffen", EVENT));
    let calendar = server.get("/veranstaltungen/treffen.ics");
    assert_eq!(calendar.header("content-type"), Some("text/calendar; charset=utf-8"));
    let embargoed = calendar.header("access-control-allow-origin");
    assert_eq!(embargoed, None, "a preview may hold what is not public");
}

#[test]
fn headers_are_those_of_production_but_for_trusted_types() {
    let server = Server::of(Site::new());
    let answer = server.get("/");
    assert_eq!(answer.header("Strict-Transport-Security"), None, "it would outlive the preview");
    assert_eq!(answer.header("Cache-Control"), Some("no-store"));
    for (name, value) in headers::ALWAYS {
        let served = answer.header(name);
        match name {
            "Content-Security-Policy" => {
                // The script of the preview reads the page that it puts in place of another.
                let types = "; require-trusted-types-for 'script'; trusted-types 'none'";
                assert_eq!(served, Some(value.replace(types, "").as_str()));
            }
            _ => assert_eq!(served, Some(value), "{name}"),
        }
    }
}

#[test]
fn head_and_etags_and_other_methods() {
    let server = Server::of(Site::new());
    let get = server.get("/impressum/");
    let head = server.request("HEAD", "/impressum/", "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    for name in ["content-length", "content-type", "etag"] {
        assert!(get.header(name).is_some(), "{name}");
        assert_eq!(head.header(name), get.header(name), "{name}");
    }
    let tag = get.header("etag").unwrap();
    let same = server.request("GET", "/impressum/", &format!("If-None-Match: \"x\", W/{tag}\r\n"));
    assert_eq!((same.status, same.body.len()), (304, 0));
    let other = server.request("GET", "/datenschutz/", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!(other.status, 200);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = server.request(method, "/", "");
        assert_eq!((answer.status, answer.header("allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

/// The messages that a page gets, one after the other.
struct Messages(BufReader<TcpStream>);

impl Messages {
    fn of(port: u16, path: &str) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_read_timeout(Some(DEADLINE)).unwrap();
        let request = format!("GET /_bba/events?path={path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        Messages(BufReader::new(stream))
    }

    fn next(&mut self) -> serde_json::Value {
        let mut line = String::new();
        loop {
            line.clear();
            assert!(self.0.read_line(&mut line).unwrap() > 0, "the stream goes on");
            if let Some(message) = line.strip_prefix("data: ") {
                return serde_json::from_str(message).unwrap();
            }
        }
    }
}

#[test]
fn an_open_page_is_told_what_changed_of_it_and_what_is_wrong() {
    let site = |title: &str| {
        Site::new()
            .file("events/x.yaml", format!("title: {title}\npublished: 2019-01-01\n{EVENT}\n"))
    };
    let server = Server::of(site("Eins"));
    let mut event = Messages::of(server.port, "/veranstaltungen/x/");
    let mut imprint = Messages::of(server.port, "/impressum/");
    let (first, first_imprint) = (event.next(), imprint.next());
    let style = format!("/{}", asset(&site("Eins").built(), "style.css"));
    assert!(first["state"]["assets"][&style].is_string(), "{first}");
    assert_eq!(first["findings"]["errors"], serde_json::json!([]));
    let mut open = server.audience.paths();
    open.sort();
    assert_eq!(open, ["/impressum/", "/veranstaltungen/x/"]);

    server.previews.send_replace(Arc::new(preview(site("Zwei").built().0)));
    let second = event.next();
    assert_ne!(second["state"]["page"], first["state"]["page"]);
    assert_eq!(second["state"]["assets"], first["state"]["assets"]);

    // The imprint is told nothing until its own style changes, which has another name then.
    let styled = site("Zwei").theme_file("static/assets/style.css", "b{}");
    server.previews.send_replace(Arc::new(preview(styled.built().0)));
    let styled = imprint.next();
    assert_ne!(styled["state"]["page"], first_imprint["state"]["page"]);
    assert!(first_imprint["state"]["assets"][&style].is_string());
    assert!(styled["state"]["assets"][&style].is_null(), "{styled}");

    let gone = Site::new().built().0;
    server.previews.send_replace(Arc::new(preview(gone)));
    assert!(
        std::iter::repeat_with(|| event.next())
            .take(2)
            .any(|message| message["state"]["page"].is_null())
    );
}

/// What a page is told where its source file is edited, with a repository in site.yaml.
fn editor_of(repository: &str, path: &str) -> serde_json::Value {
    let repository = format!("repository: {{url: \"{repository}\", branch: haupt/zweig}}\n");
    let event = format!("title: Eins\npublished: 2019-01-01\ncountries: [MX]\n{EVENT}\n");
    let site = Site::new().config(&repository).file("events/2019/x.yaml", event);
    Messages::of(Server::of(site).port, path).next()["edit"].clone()
}

#[test]
fn a_page_leads_to_the_editor_of_its_file() {
    let page = "/veranstaltungen/x/";
    for (repository, editor) in [
        ("https://github.com/wfs/bba", "https://github.com/wfs/bba/edit/"),
        ("https://github.com/wfs/bba/", "https://github.com/wfs/bba/edit/"),
        ("https://gitlab.example.org/wfs/bba", "https://gitlab.example.org/wfs/bba/-/edit/"),
        ("https://code.sachsen.example/wfs/bba", "https://code.sachsen.example/wfs/bba/-/edit/"),
        ("https://codeberg.org/wfs/bba", "https://codeberg.org/wfs/bba/_edit/"),
    ] {
        let file = "haupt/zweig/content/events/2019/x.yaml";
        assert_eq!(editor_of(repository, page), format!("{editor}{file}"));
    }
    let of_many_files = editor_of("https://github.com/wfs/bba", "/laender/mexiko/");
    assert!(of_many_files.is_null(), "{of_many_files}");
}

#[test]
fn a_finding_leads_to_the_editor_of_its_file() {
    let site = Site::new()
        .config("repository: {url: https://github.com/wfs/bba}\n")
        .file("events/x.yaml", format!("titel: Eins\npublished: 2019-01-01\n{EVENT}\n"));
    let server = Server::start(preview(build(&site.sources(), site.options(), &mut Cache::none())));
    let message = Messages::of(server.port, "/").next();
    let finding = &message["findings"]["errors"][0];
    assert_eq!(finding["edit"], "https://github.com/wfs/bba/edit/main/content/events/x.yaml");
}

#[test]
fn a_page_knows_the_state_that_it_is_served_in() {
    let server = Server::of(Site::new());
    let page = server.get("/impressum/");
    let state = page.text().split_once("data-state=\"").unwrap().1.split_once('"').unwrap().0;
    let state: serde_json::Value = serde_json::from_str(&state.replace("&quot;", "\"")).unwrap();
    assert_eq!(state, Messages::of(server.port, "/impressum/").next()["state"]);
}

#[test]
fn until_there_is_a_site_every_page_says_so_and_has_the_script() {
    let server = Server::start(Preview {
        site: None,
        findings: Findings::failure("E/A".into(), MessageLanguage::German),
    });
    let page = server.get("/veranstaltungen/");
    assert_eq!(page.status, 503);
    assert!(page.text().contains("<script src=\"/_bba/live.js\""));
    assert_eq!(Messages::of(server.port, "/").next()["findings"]["errors"][0]["message"], "E/A");
}

// ---- The disk.

/// Asks until it is so.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < DEADLINE, "{what}");
        std::thread::yield_now();
    }
}

/// A folder with content on the disk, and what its watcher has led to.
struct Watched {
    /// The folder around it.
    folder: TempDir,
    root: PathBuf,
    watch: Watch,
    seen: Sources,
}

impl Watched {
    fn new() -> Self {
        let folder = temporary_folder();
        let root = folder.path().join("site");
        for folder in ["content/events/alt", "themes/bba/static"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(root.join("content/events/a.yaml"), "Anfang").unwrap();
        let watch = Watch::new(&root).unwrap();
        let seen = Sources::read(&root).unwrap();
        Watched { folder, root, watch, seen }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Follows the watcher as `bba serve` does, and only that, until the file has the text.
    fn follows(&mut self, path: &str, text: Option<&str>) {
        let start = Instant::now();
        while self.seen.text(path) != text {
            let left = DEADLINE.saturating_sub(start.elapsed());
            assert!(self.watch.wait(Some(left)), "{path} never became {text:?}");
            // A file can go between listing and reading; then there is one more event.
            if let Ok(sources) = Sources::read(&self.root) {
                self.seen = sources;
            }
        }
    }
}

#[test]
fn saves_in_place_by_rename_and_in_new_folders_are_seen() {
    let mut watched = Watched::new();
    let file = watched.path("content/events/a.yaml");
    fs::write(&file, "in place").unwrap();
    watched.follows("content/events/a.yaml", Some("in place"));
    // As editors do that never leave half a file: vim, gedit, VS Code with atomic saves.
    fs::write(watched.path("content/events/a.yaml.tmp"), "renamed").unwrap();
    fs::rename(watched.path("content/events/a.yaml.tmp"), &file).unwrap();
    watched.follows("content/events/a.yaml", Some("renamed"));
    fs::rename(&file, watched.path("content/events/a.yaml~")).unwrap();
    fs::write(&file, "backup made first").unwrap();
    fs::remove_file(watched.path("content/events/a.yaml~")).unwrap();
    watched.follows("content/events/a.yaml", Some("backup made first"));
    fs::create_dir_all(watched.path("content/events/neu/tief")).unwrap();
    fs::write(watched.path("content/events/neu/tief/b.yaml"), "new folder").unwrap();
    watched.follows("content/events/neu/tief/b.yaml", Some("new folder"));
    fs::write(watched.path("content/events/neu/tief/b.yaml"), "again").unwrap();
    watched.follows("content/events/neu/tief/b.yaml", Some("again"));
    fs::rename(watched.path("content/events/neu"), watched.path("content/events/anders")).unwrap();
    watched.follows("content/events/anders/tief/b.yaml", Some("again"));
    fs::write(watched.path("content/events/anders/tief/b.yaml"), "moved folder").unwrap();
    watched.follows("content/events/anders/tief/b.yaml", Some("moved folder"));
    fs::write(watched.path("themes/bba/strings.yaml"), "theme").unwrap();
    watched.follows("themes/bba/strings.yaml", Some("theme"));
    fs::remove_file(&file).unwrap();
    watched.follows("content/events/a.yaml", None);
}

#[test]
fn folders_that_go_and_come_back_are_watched_again() {
    let mut watched = Watched::new();
    for round in ["eins", "zwei"] {
        fs::remove_dir_all(watched.path("content")).unwrap();
        watched.follows("content/events/a.yaml", None);
        fs::create_dir_all(watched.path("content/events")).unwrap();
        fs::write(watched.path("content/events/a.yaml"), round).unwrap();
        watched.follows("content/events/a.yaml", Some(round));
        fs::write(watched.path("content/events/a.yaml"), format!("{round} later")).unwrap();
        watched.follows("content/events/a.yaml", Some(&format!("{round} later")));
    }
}

/// Puts another folder in the place of one: the old one is still there, under another name.
fn swap(folder: &Path, other: &Path) {
    fs::rename(folder, folder.with_extension("before")).unwrap();
    fs::rename(other, folder).unwrap();
}

#[test]
fn a_folder_that_is_swapped_for_another_is_watched_in_its_place() {
    let mut watched = Watched::new();
    write(&watched.root, "next/events/a.yaml", "swapped");
    swap(&watched.path("content"), &watched.path("next"));
    watched.follows("content/events/a.yaml", Some("swapped"));
    write(&watched.root, "content/events/a.yaml", "after the swap");
    watched.follows("content/events/a.yaml", Some("after the swap"));
}

#[test]
fn a_root_that_is_swapped_for_another_is_watched_in_its_place() {
    let mut watched = Watched::new();
    write(watched.folder.path(), "next/content/events/a.yaml", "swapped");
    swap(&watched.root, &watched.folder.path().join("next"));
    watched.follows("content/events/a.yaml", Some("swapped"));
    write(&watched.root, "content/events/a.yaml", "after the swap");
    watched.follows("content/events/a.yaml", Some("after the swap"));
}

#[test]
fn where_nobody_tells_of_changes_it_is_looked_again_and_again() {
    let mut watched = Watched::new();
    watched.watch = Watch::polling(&watched.root);
    fs::write(watched.path("content/events/a.yaml"), "on a network drive").unwrap();
    watched.follows("content/events/a.yaml", Some("on a network drive"));
}

#[test]
fn a_thousand_saves_end_with_the_last_state() {
    let mut watched = Watched::new();
    let file = watched.path("content/events/a.yaml");
    let writer = std::thread::spawn(move || {
        for number in 1..=1000 {
            fs::write(&file, format!("Stand {number}")).unwrap();
        }
    });
    watched.follows("content/events/a.yaml", Some("Stand 1000"));
    writer.join().unwrap();
}

#[test]
fn reading_is_no_change() {
    let mut watched = Watched::new();
    for _ in 0..3 {
        Sources::read(&watched.root).unwrap();
    }
    assert!(!watched.watch.wait(Some(Duration::from_millis(200))), "a build would wake itself");
}

// ---- The program.

/// A running `bba serve` over a root on the disk.
struct Program {
    root: TempDir,
    child: Child,
    port: u16,
}

impl Drop for Program {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Program {
    fn start(site: Site) -> Self {
        let root = temporary_folder();
        site.write_to(root.path());
        let mut child = Command::new(env!("CARGO_BIN_EXE_bba"))
            .args(["serve", "--port", "0", "--now", "2019-09-01T09:00", "--root"])
            .arg(root.path())
            .stderr(Stdio::piped())
            .env_clear()
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let line =
            lines.find(|line| line.as_ref().unwrap().starts_with("Vorschau: ")).unwrap().unwrap();
        let address = line.split(' ').nth(1).unwrap();
        let port = address.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
        // Standard error stays open: nobody reads it, and that must not matter.
        std::thread::spawn(move || lines.for_each(drop));
        Program { root, child, port }
    }

    fn page(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }
}

fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

#[test]
fn the_program_follows_edits_and_keeps_the_last_good_site() {
    let program = Program::start(Site::new().event("treffen", &format!("{EVENT}\ndraft: true")));
    let page = "/veranstaltungen/treffen/";
    assert!(program.page(page).contains("Titel treffen"), "a preview shows drafts");
    let mut messages = Messages::of(program.port, page);
    assert_eq!(messages.next()["findings"]["errors"], serde_json::json!([]));

    let event = |title: &str, start: &str| {
        format!("title: {title}\nstart: {start}\npublished: 2019-01-01\n")
    };
    write(program.root.path(), "content/events/treffen.yaml", event("Neuer Titel", "2019-09-24"));
    until("the page has the new title", || program.page(page).contains("Neuer Titel"));

    write(program.root.path(), "content/events/treffen.yaml", event("Kaputt", "24.09.2019 <b>"));
    let broken = std::iter::repeat_with(|| messages.next())
        .find(|message| message["findings"]["errors"] != serde_json::json!([]))
        .unwrap();
    let error = &broken["findings"]["errors"][0];
    assert_eq!(error["place"], "content/events/treffen.yaml:2:8");
    assert_eq!(error["excerpt"]["line"], 2);
    assert_eq!(error["excerpt"]["before"], "start: ");
    assert_eq!(error["excerpt"]["marked"], "24.09.2019 <b>");
    assert!(error["hint"].as_str().unwrap().contains("2019-09-24"), "{error}");
    assert!(program.page(page).contains("Neuer Titel"), "the last good page stays");

    write(program.root.path(), "content/events/treffen.yaml", event("Behoben", "2019-09-24"));
    until("the error is gone and the page is new", || program.page(page).contains("Behoben"));
    fs::remove_file(program.root.path().join("content/events/treffen.yaml")).unwrap();
    until("the page is gone", || program.page(page).starts_with("HTTP/1.1 404"));
}

#[test]
fn a_port_that_is_taken_is_status_2_and_says_what_to_do() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let run = Command::new(env!("CARGO_BIN_EXE_bba"))
        .args(["serve", "--quiet", "--lang", "de", "--port", &port])
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(2));
    assert!(String::from_utf8(run.stderr).unwrap().contains("--port"));
}

#[test]
fn every_answer_keeps_other_sites_from_loading_it() {
    let server = Server::of(Site::new().event("treffen", EVENT));
    for answer in [
        server.get("/"),
        server.get("/kein/weg"),
        server.get("/build.json"),
        server.request("POST", "/", ""),
        server.ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
    ] {
        let policy = answer.header("cross-origin-resource-policy");
        assert_eq!(policy, Some("same-origin"), "{}", answer.head);
    }
}

#[test]
fn a_part_of_a_file_is_given_to_those_who_ask_for_it() {
    let site = Site::new()
        .file("media/plan.pdf", b"%PDF-1.7\n0123456789")
        .event("x", &format!("{EVENT}\nattachments: [{{file: plan.pdf, title: Plan}}]"));
    let server = Server::of(site);
    let whole = server.get("/media/plan.pdf");
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let part = server.request("GET", "/media/plan.pdf", "Range: bytes=9-11\r\n");
    assert_eq!((part.status, part.text()), (206, "012"));
    assert_eq!(part.header("content-range"), Some("bytes 9-11/19"));
    assert_eq!(part.header("content-length"), Some("3"));
    let behind = server.request("GET", "/media/plan.pdf", "Range: bytes=99-\r\n");
    assert_eq!((behind.status, behind.text()), (416, ""));
    assert_eq!(behind.header("content-range"), Some("bytes */19"));
    let other = "Range: bytes=9-11\r\nIf-Range: \"other\"\r\n";
    assert_eq!(server.request("GET", "/media/plan.pdf", other).status, 200);
    let same = format!("Range: bytes=9-11\r\nIf-Range: {}\r\n", whole.header("etag").unwrap());
    assert_eq!(server.request("GET", "/media/plan.pdf", &same).status, 206);
}

#[test]
fn half_a_request_keeps_no_connection() {
    let server = Server::of(Site::new());
    let mut half = server.connect("GET / HTTP/1.1\r\nHost: local");
    let mut rest = Vec::new();
    // It ends before the time limit of the test's own reading does.
    assert!(half.read_to_end(&mut rest).is_ok());
    assert_eq!(server.get("/").status, 200);
}

/// What the preview serves is what was checked, or nothing.
#[cfg(unix)]
#[test]
fn media_that_were_swapped_are_not_served() {
    let root = temporary_folder();
    let file = root.path().join("plan.pdf");
    fs::write(&file, "%PDF-1.7\n").unwrap();
    fs::write(root.path().join("secret"), "hunter2!\n").unwrap();
    let content = root.path().join("content/media");
    fs::create_dir_all(&content).unwrap();
    fs::copy(&file, content.join("plan.pdf")).unwrap();
    fs::write(root.path().join("content/site.yaml"), "id: x\n").unwrap();
    let sources = Sources::read(root.path()).unwrap();
    let binary = sources.binary("content/media/plan.pdf").unwrap();
    assert_eq!(&*binary.read().unwrap(), b"%PDF-1.7\n");
    let swap = |make: &dyn Fn(&Path)| {
        let path = content.join("plan.pdf");
        fs::remove_file(&path).unwrap();
        make(&path);
        assert!(binary.read().is_err());
    };
    swap(&|path| std::os::unix::fs::symlink("../../secret", path).unwrap());
    swap(&|path| fs::write(path, "%PDF-1.6\n").unwrap());
    swap(&|path| std::os::unix::fs::symlink("/dev/zero", path).unwrap());
    swap(&|path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success()));
}
