//! HTTP/1.1 for one person at one desk: which requests are answered, and with which headers.

use std::borrow::Cow;
use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use percent_encoding::percent_decode_str;
use tokio::sync::watch;

use super::address::{Answer, answer, not_found};
use super::audience::Audience;
use super::hosts::{Hosts, named_host};
use super::live::{self, PageState};
use super::range;
use super::reply::{Reply, Whole};
use super::{Preview, Site};
use crate::files::Body;
use crate::media_type;
use crate::outputs::hosting::headers;

/// How often a stream without news says that it is still there.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How long a request may take to come whole: half ones would keep connections for ever.
const REQUEST: Duration = Duration::from_secs(10);

/// After a connection could not be taken, for want of file descriptors say.
const PAUSE: Duration = Duration::from_millis(50);

/// Serves what `previews` holds, until the program ends; `audience` gets to know which pages are open.
///
/// # Errors
/// When the listener cannot be used.
pub fn run(
    listener: TcpListener,
    host: &str,
    audience: &Audience,
    previews: watch::Receiver<Arc<Preview>>,
) -> io::Result<Infallible> {
    listener.set_nonblocking(true)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                tokio::time::sleep(PAUSE).await;
                continue;
            };
            // Without delay a message of a few bytes does not wait for a full packet.
            let _ = stream.set_nodelay(true);
            let hosts = Hosts { given: host.to_owned(), own: stream.local_addr().ok() };
            let (audience, previews) = (audience.clone(), previews.clone());
            let service = service_fn(move |request| {
                let reply = reply(&request, &hosts, &audience, &previews);
                async move { Ok::<_, Infallible>(reply) }
            });
            let connection = hyper::server::conn::http1::Builder::new()
                .timer(TokioTimer::new())
                .header_read_timeout(REQUEST)
                .serve_connection(TokioIo::new(stream), service);
            // A browser that leaves in the middle is no failure of ours.
            tokio::spawn(async move { drop(connection.await) });
        }
    })
}

fn reply(
    request: &Request<Incoming>,
    hosts: &Hosts,
    audience: &Audience,
    previews: &watch::Receiver<Arc<Preview>>,
) -> Reply {
    if named_host(request).filter(|host| hosts.allow(host)).is_none() {
        let words = "403: bba serve answers only on this machine's names\n";
        return secured(text(StatusCode::FORBIDDEN, words));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut reply = text(StatusCode::METHOD_NOT_ALLOWED, "405: GET and HEAD only\n");
        reply.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return secured(reply);
    }
    let preview = previews.borrow().clone();
    let path = request.uri().path();
    let mount = preview.site.as_ref().map_or("", |site| site.hosting.routes.mount());
    // While there is no site nobody knows where it will be mounted.
    let reserved = |reserved: &str| match preview.site {
        Some(_) => path.strip_prefix(mount) == Some(reserved),
        None => path.ends_with(reserved),
    };
    let mut reply = if reserved(live::SCRIPT_PATH) {
        whole(StatusCode::OK, "text/javascript; charset=utf-8", live::SCRIPT.into())
    } else if reserved(live::EVENTS_PATH) {
        events(request, audience, previews.clone())
    } else {
        match &preview.site {
            Some(site) => page(site, path, request.uri().query()),
            None => placeholder(&preview),
        }
    };
    add_policy(reply.headers_mut());
    range::part(request, not_modified(request, secured(reply)))
}

/// What is at a path of the site.
fn page(site: &Site, path: &str, query: Option<&str>) -> Reply {
    let mount = site.hosting.routes.mount();
    let read = |body: &Body| {
        body.undrawn().into_iter().for_each(|drawing| site.kept.draw_now(drawing));
        body.read().map(Cow::into_owned)
    };
    let file = |status, file: (&str, &Body)| match read(file.1) {
        Ok(bytes) if file.0.ends_with(".html") => {
            let html = live::with_script(&bytes, mount, &PageState::of(site, path));
            whole(status, media_type::of(file.0), html)
        }
        Ok(bytes) => whole(status, media_type::of(file.0), bytes),
        // It went a moment ago; the next build knows.
        Err(_) => text(StatusCode::NOT_FOUND, "404\n"),
    };
    let nothing = |status| match not_found(site, path) {
        Some(found) => file(status, found),
        None => text(status, "404\n"),
    };
    match answer(site, path) {
        Answer::File(path, body) => file(StatusCode::OK, (path, body)),
        Answer::Moved(target, stub) => {
            let stub = stub.map(|stub| file(StatusCode::FOUND, stub));
            redirect(target, stub.unwrap_or_else(|| text(StatusCode::FOUND, "")))
        }
        Answer::SlashMissing(folder) => {
            let query = query.map(|query| format!("?{query}")).unwrap_or_default();
            let target = format!("{}{query}", site.hosting.routes.link(&format!("/{folder}")));
            redirect(&target, text(StatusCode::FOUND, ""))
        }
        Answer::Gone => nothing(StatusCode::GONE),
        // Who asks for the root of a site that is mounted elsewhere means the site.
        Answer::NotFound if path == "/" || path == mount => {
            redirect(&format!("{mount}/"), text(StatusCode::FOUND, ""))
        }
        Answer::NotFound => nothing(StatusCode::NOT_FOUND),
    }
}

/// Stands for every page until there is a site without errors.
fn placeholder(preview: &Preview) -> Reply {
    let html = format!(
        "<!doctype html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>bba serve</title>\n</head>\n\
         <body>\n<main>\n<h1>bba serve</h1>\n<p>{}</p>\n</main>\n</body>\n</html>\n",
        preview.findings.waiting()
    );
    let html = live::with_script(html.as_bytes(), "", &PageState::none());
    whole(StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8", html)
}

/// A stream of messages (server-sent events) for the page that the query names.
fn events(
    request: &Request<Incoming>,
    audience: &Audience,
    mut previews: watch::Receiver<Arc<Preview>>,
) -> Reply {
    let query = request.uri().query().unwrap_or("");
    let path = query.split('&').find_map(|pair| pair.strip_prefix("path=")).unwrap_or("/");
    let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
    let (mut sender, body) = Channel::new(1);
    if request.method() == Method::GET {
        let seat = audience.seat(&path);
        tokio::spawn(async move {
            let _seat = seat;
            let mut said = String::new();
            loop {
                let message = live::message(&previews.borrow_and_update().clone(), &path);
                let event = if message == said { ":\n\n" } else { &format!("data: {message}\n\n") };
                // Whoever listened may be gone.
                if sender.send_data(Bytes::from(event.to_owned())).await.is_err() {
                    break;
                }
                said = message;
                if let Ok(Err(_)) = tokio::time::timeout(KEEP_ALIVE, previews.changed()).await {
                    break;
                }
            }
        });
    }
    let mut reply = Response::new(Either::Right(body));
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    reply
}

fn whole(status: StatusCode, media_type: &'static str, bytes: Vec<u8>) -> Reply {
    let tag = format!("\"{}\"", blake3::hash(&bytes).to_hex());
    let length = HeaderValue::from(bytes.len());
    let bytes = Bytes::from(bytes);
    let mut reply = Response::new(Either::Left(Full::new(bytes.clone())));
    reply.extensions_mut().insert(Whole(bytes));
    *reply.status_mut() = status;
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CONTENT_LENGTH, length);
    headers.extend(HeaderValue::from_str(&tag).ok().map(|tag| (header::ETAG, tag)));
    reply
}

fn text(status: StatusCode, text: &str) -> Reply {
    whole(status, "text/plain; charset=utf-8", text.into())
}

fn redirect(target: &str, mut reply: Reply) -> Reply {
    let target = HeaderValue::from_str(target).ok();
    reply.headers_mut().extend(target.map(|target| (header::LOCATION, target)));
    reply
}

/// As in production, but for Trusted Types: the script of the preview makes pages of texts.
fn add_policy(sent: &mut HeaderMap) {
    let policy = HeaderValue::from_static(headers::loads());
    sent.insert(header::CONTENT_SECURITY_POLICY, policy);
}

/// An answer with the headers of production that every answer has. Two are left out on purpose:
/// HSTS would outlive the preview, and no calendar here may be read from other origins.
fn secured(mut reply: Reply) -> Reply {
    let sent = reply.headers_mut();
    for (name, value) in headers::ALWAYS {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            sent.entry(name).or_insert(HeaderValue::from_static(value));
        }
    }
    sent.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    reply
}

/// The same without its bytes when the client has them.
fn not_modified(request: &Request<Incoming>, mut reply: Reply) -> Reply {
    let wanted = request.headers().get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let tag = reply.headers().get(header::ETAG).and_then(|tag| tag.to_str().ok());
    let has_it = match (wanted, tag) {
        (Some(wanted), Some(tag)) => {
            wanted.split(',').any(|one| one.trim().trim_start_matches("W/") == tag)
        }
        _ => false,
    };
    if has_it && reply.status() == StatusCode::OK {
        *reply.status_mut() = StatusCode::NOT_MODIFIED;
        *reply.body_mut() = Either::Left(Full::default());
        reply.headers_mut().remove(header::CONTENT_LENGTH);
    }
    reply
}
