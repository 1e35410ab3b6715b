//! `check --external`: which links are asked, how, and what is said of them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bba::external::{Asker, Time, Verdict};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use crate::harness::{Site, temporary_folder};

/// What came in: method, host and path.
type Asked = Arc<Mutex<Vec<String>>>;

/// A server that answers by the path; also as a proxy, for hosts that there are not.
fn server() -> (u16, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Asked::default();
    let log = asked.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = log.clone();
            std::thread::spawn(move || answer(stream, &log));
        }
    });
    (port, asked)
}

fn answer(mut stream: TcpStream, log: &Asked) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut head = Vec::new();
        for line in reader.by_ref().lines() {
            match line {
                Ok(line) if line.is_empty() => break,
                Ok(line) => head.push(line),
                Err(_) => return,
            }
        }
        let Some((method, rest)) = head.first().and_then(|line| line.split_once(' ')) else {
            return;
        };
        let target = rest.split(' ').next().unwrap();
        if method == "CONNECT" {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            if target.ends_with(":443") {
                // Not what a browser would take for encryption.
                let _ = stream.write_all(b"hello, this is not TLS at all\r\n");
                return;
            }
            continue;
        }
        let host = head.iter().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
        let path =
            target.splitn(4, '/').nth(3).map_or(target.to_owned(), |path| format!("/{path}"));
        let path = if target.starts_with('/') { target.to_owned() } else { path };
        log.lock().unwrap().push(format!("{method} {host} {path}"));
        let (status, more) = match (method, path.as_str()) {
            (_, "/moved") => ("301 Moved", "location: /fine\r\n"),
            (_, "/moved-to-nothing") => ("302 Found", "location: /404\r\n"),
            (_, "/circle") => ("301 Moved", "location: /circle\r\n"),
            (_, "/404") => ("404 Not Found", ""),
            (_, "/410") => ("410 Gone", ""),
            (_, "/429") => ("429 Too Many Requests", ""),
            (_, "/403") => ("403 Forbidden", ""),
            (_, "/500") => ("500 Internal Server Error", ""),
            ("HEAD", "/no-head") => ("405 Method Not Allowed", ""),
            ("HEAD", "/head-lies") => ("404 Not Found", ""),
            (_, "/slow") => {
                std::thread::sleep(Duration::from_secs(3));
                ("200 OK", "")
            }
            _ => ("200 OK", ""),
        };
        let answer = format!("HTTP/1.1 {status}\r\n{more}content-length: 0\r\n\r\n");
        if stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

fn asker(patience: Duration) -> Asker {
    let (now, pause) = (Timestamp::now, std::thread::sleep);
    Asker::new(SignedDuration::ZERO, Time { now, pause, patience })
}

#[test]
fn each_answer_has_its_verdict() {
    let (port, asked) = server();
    let mut patient = asker(Duration::from_secs(20));
    let mut ask = |path: &str| patient.ask(&format!("http://127.0.0.1:{port}{path}"));
    for fine in ["/fine", "/moved", "/no-head", "/head-lies", "/fine#part"] {
        assert_eq!(ask(fine), Verdict::Fine, "{fine}");
    }
    assert_eq!(ask("/404"), Verdict::Gone(404));
    assert_eq!(ask("/410"), Verdict::Gone(410));
    assert_eq!(ask("/moved-to-nothing"), Verdict::Gone(404));
    assert_eq!(ask("/429"), Verdict::Refused(429));
    assert_eq!(ask("/403"), Verdict::Refused(403));
    for failed in ["/500", "/circle"] {
        assert!(matches!(ask(failed), Verdict::Failed(_)), "{failed}");
    }
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    assert!(matches!(patient.ask(&format!("http://127.0.0.1:{closed}/")), Verdict::Failed(_)));
    assert!(matches!(patient.ask(&format!("https://127.0.0.1:{port}/")), Verdict::Failed(_)));
    let slow = asker(Duration::from_millis(200)).ask(&format!("http://127.0.0.1:{port}/slow"));
    assert!(matches!(slow, Verdict::Failed(_)));
    let asked = asked.lock().unwrap();
    let of = |path: &str| asked.iter().filter(|line| line.ends_with(path)).count();
    assert_eq!(of(" /fine"), 3, "HEAD alone where it is answered, and behind the redirect");
    assert_eq!(of(" /no-head"), 2, "then GET");
}

#[test]
fn a_host_is_asked_once_a_second_and_another_meanwhile() {
    /// Milliseconds of a clock that goes on where somebody waits.
    static CLOCK: AtomicI64 = AtomicI64::new(0);
    let now = || Timestamp::from_millisecond(CLOCK.load(Ordering::SeqCst)).unwrap();
    let pause = |time: Duration| {
        CLOCK.fetch_add(time.as_millis().try_into().unwrap(), Ordering::SeqCst);
    };
    let patience = Duration::from_secs(20);
    let mut asker = Asker::new(SignedDuration::from_secs(1), Time { now, pause, patience });
    let (first, _) = server();
    let (second, _) = server();
    let mut asked = Vec::new();
    for path in ["/a", "/b", "/c"] {
        for port in [first, second] {
            asker.ask(&format!("http://127.0.0.1:{port}{path}"));
            asked.push(CLOCK.load(Ordering::SeqCst));
        }
    }
    assert_eq!(asked, [0, 0, 1000, 1000, 2000, 2000], "both wait together");
}

/// A root on the disk with links to hosts that a proxy answers for.
fn root() -> TempDir {
    let event = "start: 2019-09-24T15:00\nend: 2019-09-24T17:00\nvenue: saal\n\
         description: |\n  Siehe <http://eins.example.org/410>, und\n  \
         [hier](http://eins.example.org/fine?a=1&b=2).\n  Noch einmal http://eins.example.org/410.\n\
         links:\n- {url: 'http://zwei.example.org/500'}\n- {url: 'https://drei.example.org/'}\n\
         - {url: 'http://zwei.example.org/429'}";
    let hidden = format!("{event}\ndraft: true").replace("410", "404");
    let site = Site::new().event("treffen", event).event("geheim", &hidden);
    let root = temporary_folder();
    site.write_to(root.path());
    root
}

fn check(root: &TempDir, port: u16, options: &[&str]) -> Output {
    let proxy = format!("http://127.0.0.1:{port}");
    Command::new(env!("CARGO_BIN_EXE_bba"))
        .args(["check", "--external", "--lang", "en", "--now", "2019-09-01T09:00", "--root"])
        .arg(root.path())
        .args(options)
        .env("ALL_PROXY", &proxy)
        .env("HTTP_PROXY", &proxy)
        .env("HTTPS_PROXY", &proxy)
        .env_remove("NO_PROXY")
        .output()
        .unwrap()
}

#[test]
fn links_of_public_texts_are_told_at_their_first_place_and_kept_for_a_week() {
    let (port, asked) = server();
    let root = root();
    let done = check(&root, port, &["--format", "json"]);
    assert_eq!(done.status.code(), Some(0), "told, never fatal: {done:?}");
    let found: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    let found = found.as_array().unwrap().iter();
    let found = found.filter(|found| found["code"].as_str().unwrap() >= "W0990");
    let found: Vec<String> = found
        .map(|found| {
            format!("{}:{} {}", found["file"].as_str().unwrap(), found["line"], found["code"])
        })
        .collect();
    let file = "content/events/treffen.yaml";
    let line = |number: u32, code: &str| format!("{file}:{number} \"{code}\"");
    let expected = [line(7, "W0990"), line(11, "W0991"), line(12, "W0991"), line(13, "W0992")];
    assert_eq!(found, expected);
    let lines = |asked: &Asked| -> Vec<String> { asked.lock().unwrap().clone() };
    let first = lines(&asked);
    assert!(first.iter().any(|line| line.ends_with("/fine?a=1&b=2")), "{first:?}");
    assert!(!first.iter().any(|line| line.ends_with("/404")), "a draft says nothing: {first:?}");
    assert_eq!(std::fs::read_to_string(root.path().join(".bba/.gitignore")).unwrap(), "*\n");
    asked.lock().unwrap().clear();
    let strict = check(&root, port, &["--strict", "--quiet"]);
    assert_eq!(strict.status.code(), Some(1));
    let again = lines(&asked);
    assert!(!again.iter().any(|line| line.contains("eins.example.org")), "kept: {again:?}");
    assert!(again.iter().any(|line| line.contains("/500")), "that may be otherwise: {again:?}");
}
