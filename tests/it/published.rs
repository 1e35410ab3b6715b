//! What is published now, read from a folder and from a server that may be slow, broken or
//! somebody else.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use bba::files::Body;
use bba::publish::publish;
use bba::published::{Limits, Place, Published, Unreadable};

use crate::harness::{Site, temporary_folder};

/// Short enough for a test, long enough for a busy machine.
const LIMITS: Limits = Limits {
    request: Duration::from_secs(5),
    total: Duration::from_secs(20),
    bytes: 100_000,
    redirects: 3,
};

const MANIFEST: &str = r#"{"generator": "bba", "version": "0.1.0", "files": {
    "index.html": {"size": 5, "blake3": "aa"},
    "media/Übersicht 1.pdf": {"size": 3, "blake3": "bb"}}}"#;

/// A server on this machine that answers each path by `answer`, for as long as the test lasts.
pub fn server(answer: impl Fn(&str, &mut TcpStream) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let Some(Ok(request)) = lines.next() else { continue };
            for _ in lines.map_while(Result::ok).take_while(|line| !line.is_empty()) {}
            answer(request.split(' ').nth(1).unwrap(), &mut stream);
        }
    });
    format!("http://{address}/")
}

/// An answer with a status and a body, as a server writes it. That the reader hung up is his affair.
fn send(stream: &mut TcpStream, status: &str, body: &str) {
    let head = format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n", body.len());
    let _ = write!(stream, "{head}connection: close\r\n\r\n{body}");
}

/// A server that sends every request on.
fn redirecting(location: impl Fn(&str) -> String + Send + 'static) -> String {
    server(move |path, stream| {
        send(stream, &format!("302 Found\r\nlocation: {}", location(path)), "");
    })
}

fn open(place: &str) -> Result<Option<Published>, Unreadable> {
    Published::open(&Place::read(place).unwrap(), LIMITS)
}

#[test]
fn what_a_build_published_in_a_folder_is_read_with_its_hashes() {
    let folder = temporary_folder();
    let built = Site::new().build().0;
    publish(&built.files, folder.path()).unwrap();
    let mut published = open(folder.path().to_str().unwrap()).unwrap().unwrap();
    let hashes: BTreeMap<String, String> = built
        .files
        .iter()
        // The one lists the others; what is drawn is drawn later.
        .filter(|(path, body)| *path != "build.json" && !matches!(body, Body::Drawn(_)))
        .map(|(path, body)| (path.clone(), body.hash().to_hex().to_string()))
        .collect();
    assert_eq!(*published.files(), hashes);
    let page = published.read("index.html").unwrap().unwrap();
    assert_eq!(page, *built.files["index.html"].read().unwrap());
    assert!(published.read("presse/nie-da.html").unwrap().is_none());
    assert!(published.read("index.html/nie-da").unwrap().is_none());
}

#[test]
fn nothing_outside_of_a_published_folder_is_read() {
    let folder = temporary_folder();
    let out = folder.path().join("public");
    publish(&Site::new().build().0.files, &out).unwrap();
    std::fs::write(folder.path().join("geheim"), "geheim").unwrap();
    let mut published = open(out.to_str().unwrap()).unwrap().unwrap();
    assert!(published.read("../geheim").unwrap().is_none());
    let absolute = folder.path().join("geheim");
    assert!(published.read(absolute.to_str().unwrap()).unwrap().is_none());
}

#[test]
fn a_folder_that_is_missing_or_empty_has_nothing_published() {
    let folder = temporary_folder();
    assert!(open(folder.path().join("fehlt").to_str().unwrap()).unwrap().is_none());
    assert!(open(folder.path().to_str().unwrap()).unwrap().is_none());
    std::fs::write(folder.path().join(".gitkeep"), "").unwrap();
    assert!(open(folder.path().to_str().unwrap()).unwrap().is_none());
}

#[test]
fn a_folder_of_somebody_else_cannot_be_compared_with() {
    let folder = temporary_folder();
    std::fs::write(folder.path().join("brief.txt"), "").unwrap();
    let foreign = || matches!(open(folder.path().to_str().unwrap()), Err(Unreadable::NotOurs));
    assert!(foreign());
    for manifest in ["", "{", "[]", r#"{"generator": "hugo", "files": {}}"#] {
        std::fs::write(folder.path().join("build.json"), manifest).unwrap();
        assert!(foreign(), "{manifest}");
    }
}

#[test]
fn a_published_site_is_read_from_where_it_is_mounted() {
    let base = server(|path, stream| match path {
        "/unter/pfad/build.json" => send(stream, "200 OK", MANIFEST),
        "/unter/pfad/media/%C3%9Cbersicht%201.pdf" => send(stream, "200 OK", "PDF"),
        _ => send(stream, "404 Not Found", "nichts"),
    });
    // With and without the last slash.
    for base in [format!("{base}unter/pfad/"), format!("{base}unter/pfad")] {
        let mut published = open(&base).unwrap().unwrap();
        assert_eq!(published.files()["media/Übersicht 1.pdf"], "bb");
        assert_eq!(published.read("media/Übersicht 1.pdf").unwrap().unwrap(), b"PDF");
        assert!(published.read("weg.html").unwrap().is_none());
    }
}

#[test]
fn a_server_without_the_site_has_nothing_published() {
    for status in ["404 Not Found", "410 Gone"] {
        let base = server(move |_, stream| send(stream, status, "nichts"));
        assert!(open(&base).unwrap().is_none(), "{status}");
    }
}

#[test]
fn a_server_that_fails_is_no_server_without_the_site() {
    let base = server(|_, stream| send(stream, "503 Service Unavailable", ""));
    assert!(matches!(open(&base), Err(Unreadable::Status(503))));
    let base = server(|_, stream| send(stream, "200 OK", "<!DOCTYPE html><title>Alles</title>"));
    assert!(matches!(open(&base), Err(Unreadable::NotOurs)));
    let base = server(|_, stream| drop(stream.write_all(b"SSH-2.0-x\r\n")));
    assert!(matches!(open(&base), Err(Unreadable::Network(_))));
    // It speaks no TLS.
    let base = server(|_, stream| send(stream, "200 OK", MANIFEST)).replace("http:", "https:");
    assert!(matches!(open(&base), Err(Unreadable::Network(_))));
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(matches!(open(&format!("http://{nobody}/")), Err(Unreadable::Network(_))));
}

#[test]
fn an_answer_may_be_as_large_as_the_limit_and_no_larger() {
    let padded = |bytes: usize| format!("{MANIFEST}{}", " ".repeat(bytes - MANIFEST.len()));
    let (fits, too_large) = (padded(100_000), padded(100_001));
    let base = server(move |_, stream| send(stream, "200 OK", &fits));
    assert!(open(&base).unwrap().is_some());
    let base = server(move |_, stream| send(stream, "200 OK", &too_large));
    assert!(matches!(open(&base), Err(Unreadable::TooLarge(100_000))));
    // One that says nothing of its length and never ends.
    let base = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n");
        while stream.write_all(&[b' '; 1000]).is_ok() {}
    });
    assert!(matches!(open(&base), Err(Unreadable::TooLarge(100_000))));
}

#[test]
fn who_answers_too_slowly_is_not_waited_for() {
    let short = Limits { request: Duration::from_millis(200), ..LIMITS };
    let open = |base: &str, limits| Published::open(&Place::read(base).unwrap(), limits);
    // Silence.
    let base = server(|_, _| std::thread::sleep(Duration::from_secs(3)));
    assert!(matches!(open(&base, short), Err(Unreadable::TooSlow)));
    // A byte now and then.
    let base = server(|_, stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n");
        while stream.write_all(b" ").is_ok() {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    assert!(matches!(open(&base, short), Err(Unreadable::TooSlow)));
}

#[test]
fn many_answers_share_the_time_there_is() {
    let base = server(|path, stream| {
        if path != "/build.json" {
            std::thread::sleep(Duration::from_millis(150));
        }
        send(stream, "200 OK", MANIFEST);
    });
    let limits = Limits { total: Duration::from_millis(1000), ..LIMITS };
    let mut published = Published::open(&Place::read(&base).unwrap(), limits).unwrap().unwrap();
    let mut read = 0;
    while published.read("index.html").is_ok() {
        read += 1;
    }
    assert!((1..7).contains(&read), "{read} answers of 150 ms in a second");
    assert!(matches!(published.read("index.html"), Err(Unreadable::TooSlow)));
}

#[test]
fn a_redirect_is_followed_on_the_same_host_alone() {
    let site = server(|_, stream| send(stream, "200 OK", MANIFEST));
    let to = site.clone();
    let base = redirecting(move |path| format!("{}{}", to, &path[1..]));
    assert!(open(&base).unwrap().is_some(), "another port of the host is the host");
    let other = site.replace("127.0.0.1", "localhost");
    let to = other.clone();
    let base = redirecting(move |_| to.clone());
    assert!(matches!(open(&base), Err(Unreadable::OtherHost(url)) if url == other));
    let base = redirecting(|_| "//fremd.example.org/build.json".to_owned());
    assert!(matches!(open(&base), Err(Unreadable::OtherHost(url)) if url.contains("fremd")));
    let base = redirecting(|_| "https://fremd.example.org@127.0.0.2/".to_owned());
    assert!(matches!(open(&base), Err(Unreadable::OtherHost(_))));
}

#[test]
fn a_redirect_may_be_written_relative_to_where_it_comes_from() {
    for location in ["/neu/build.json", "../neu/build.json", "neu.json"] {
        let base = server(move |path, stream| match path {
            "/alt/build.json" => send(stream, &format!("301 Moved\r\nlocation: {location}"), ""),
            "/neu/build.json" | "/alt/../neu/build.json" | "/alt/neu.json" => {
                send(stream, "200 OK", MANIFEST);
            }
            _ => send(stream, "500 Oh", ""),
        });
        assert!(open(&format!("{base}alt/")).unwrap().is_some(), "{location}");
    }
}

#[test]
fn redirects_in_a_circle_come_to_an_end() {
    let base = redirecting(|path| path.to_owned());
    assert!(matches!(open(&base), Err(Unreadable::TooManyRedirects)));
}

#[test]
fn an_address_below_which_nothing_can_lie_is_refused() {
    for text in ["https://", "https:///x", "http://x.example.org/?a", "http://x.example.org/#a"] {
        assert_eq!(Place::read(text), None, "{text}");
    }
    let web = Place::Web("https://x.example.org/pfad/".to_owned());
    assert_eq!(Place::read("https://x.example.org/pfad"), Some(web));
    assert_eq!(Place::read("public"), Some(Place::Folder("public".into())));
}
