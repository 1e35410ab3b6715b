//! A published site on the web. Whoever answers there may be slow, broken or somebody else:
//! times, sizes and redirects have limits.

use std::sync::Arc;
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::TlsConfig;

use super::{Headers, Unreadable};
use crate::route;
use crate::stopwatch::timed;

/// How much is waited for and taken in.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// For one answer.
    pub request: Duration,
    /// For all answers together.
    pub total: Duration,
    /// The size of an answer.
    pub bytes: u64,
    /// How often one request is sent on.
    pub redirects: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            request: Duration::from_secs(10),
            total: Duration::from_secs(60),
            bytes: 64 * 1024 * 1024,
            redirects: 5,
        }
    }
}

/// Asks one site, and nobody else.
#[derive(Debug)]
pub struct Client {
    agent: ureq::Agent,
    base: String,
    limits: Limits,
    waited: Duration,
}

/// Whether files can be below an address.
pub(super) fn is_base(url: &str) -> bool {
    let complete = url.parse::<Uri>().is_ok_and(|uri| uri.host().is_some_and(|h| !h.is_empty()));
    complete && !url.contains(['?', '#'])
}

/// Asks whoever is at an address, without following anybody further.
///
/// # Errors
/// When this processor cannot do the encryption.
pub fn agent(url: &str) -> Result<ureq::Agent, Unreadable> {
    // On others the crate would panic.
    if url.starts_with("https://") && !graviola::util::is_cpu_supported() {
        return Err(Unreadable::NoEncryption);
    }
    let provider = Arc::new(rustls_graviola::default_provider());
    let tls = TlsConfig::builder().unversioned_rustls_crypto_provider(provider).build();
    let config = ureq::Agent::config_builder()
        .tls_config(tls)
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(concat!("bba/", env!("CARGO_PKG_VERSION")));
    // A proxy of the environment leads to other machines, never to this one.
    let config = if is_here(url) { config.proxy(None) } else { config };
    Ok(config.build().new_agent())
}

/// What is taken of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// Its bytes, as far as the limits go.
    Bytes,
    /// Its hash alone, however long it is.
    Hash,
}

/// A server's answer to one request.
#[derive(Debug)]
pub struct Answer {
    /// The status (RFC 9110 15).
    pub status: u16,
    /// The headers.
    pub headers: Headers,
    /// The hash of the body.
    pub hash: blake3::Hash,
    /// The body, if it was to be taken.
    pub bytes: Vec<u8>,
    /// Where it sends on to, as a whole address.
    pub location: Option<String>,
}

impl Client {
    pub(super) fn new(base: &str, limits: Limits) -> Result<Self, Unreadable> {
        let agent = agent(base)?;
        Ok(Client { agent, base: base.to_owned(), limits, waited: Duration::ZERO })
    }

    /// The address below which its files are, with a `/` at the end.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The bytes of a file; `None` when the server says that there is none.
    pub(super) fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let url = format!("{}{}", self.base, route::encode(path));
        let answer = self.follow(&url, Take::Bytes, self.limits.request)?;
        match answer.status {
            200 => Ok(Some(answer.bytes)),
            404 | 410 => Ok(None),
            status => Err(Unreadable::Status(status)),
        }
    }

    /// The answer at the end of all redirects, each request within a time.
    ///
    /// # Errors
    /// When the network fails, or it sends to another host or in circles.
    pub fn follow(&mut self, url: &str, take: Take, time: Duration) -> Result<Answer, Unreadable> {
        let mut url = url.to_owned();
        for _ in 0..=self.limits.redirects {
            let answer = self.ask(&url, take, time)?;
            match &answer.location {
                None => return Ok(answer),
                Some(target) if is_same_host(&url, target) => url = target.clone(),
                Some(target) => return Err(Unreadable::OtherHost(target.clone())),
            }
        }
        Err(Unreadable::TooManyRedirects)
    }

    /// The answer for a whole address within a time, wherever it sends on to.
    ///
    /// # Errors
    /// When the network fails.
    pub fn ask(&mut self, url: &str, take: Take, time: Duration) -> Result<Answer, Unreadable> {
        let left = self.limits.total.saturating_sub(self.waited).min(time);
        if left.is_zero() {
            return Err(Unreadable::TooSlow);
        }
        let (answer, time) = timed(|| self.answer(url, take, left));
        self.waited += time;
        answer
    }

    fn answer(&self, url: &str, take: Take, time: Duration) -> Result<Answer, Unreadable> {
        let request = self.agent.get(url).config().timeout_global(Some(time)).build();
        let mut response = request.call().map_err(|error| self.failed(error))?;
        let status = response.status().as_u16();
        let headers = headers(&response);
        let location = match (status, headers.get("location")) {
            (301 | 302 | 303 | 307 | 308, Some(to)) => target(url, to),
            _ => None,
        };
        let body = response.body_mut().with_config();
        let (hash, bytes) = match take {
            Take::Bytes => {
                let read = body.limit(self.limits.bytes).read_to_vec();
                let bytes = read.map_err(|error| self.failed(error))?;
                (blake3::hash(&bytes), bytes)
            }
            Take::Hash => {
                let mut hasher = blake3::Hasher::new();
                let read = hasher.update_reader(body.limit(u64::MAX).reader());
                read.map_err(|error| self.failed(error.into()))?;
                (hasher.finalize(), Vec::new())
            }
        };
        Ok(Answer { status, headers, hash, bytes, location })
    }

    fn failed(&self, error: ureq::Error) -> Unreadable {
        match error {
            ureq::Error::Timeout(_) => Unreadable::TooSlow,
            ureq::Error::BodyExceedsLimit(_) => Unreadable::TooLarge(self.limits.bytes),
            other => Unreadable::Network(other.to_string()),
        }
    }
}

fn headers(response: &ureq::http::Response<ureq::Body>) -> Headers {
    let text = |value: &ureq::http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    response.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect()
}

/// Where an answer sends on to (RFC 9110 10.2.2).
pub fn target(url: &str, location: &str) -> Option<String> {
    let uri: Uri = url.parse().ok()?;
    let (scheme, authority) = (uri.scheme_str()?, uri.authority()?);
    Some(if location.contains("://") {
        location.to_owned()
    } else if location.starts_with("//") {
        format!("{scheme}:{location}")
    } else if location.starts_with('/') {
        format!("{scheme}://{authority}{location}")
    } else {
        let (folder, _) = uri.path().rsplit_once('/')?;
        format!("{scheme}://{authority}{folder}/{location}")
    })
}

/// Whether both are of one host, and encryption does not end on the way.
fn is_same_host(from: &str, to: &str) -> bool {
    let (Ok(from), Ok(to)) = (from.parse::<Uri>(), to.parse::<Uri>()) else { return false };
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let hosts = from.host().zip(to.host()).is_some_and(|(from, to)| same(from, to));
    hosts && (from.scheme_str() == Some("http") || to.scheme_str() == Some("https"))
}

/// Whether an address is of this machine.
fn is_here(url: &str) -> bool {
    let uri = url.parse::<Uri>().ok();
    uri.as_ref().and_then(Uri::host).is_some_and(|host| {
        let address = host.trim_matches(['[', ']']).parse::<std::net::IpAddr>();
        host == "localhost" || address.is_ok_and(|address| address.is_loopback())
    })
}
