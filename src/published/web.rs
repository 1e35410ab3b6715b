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

/// Asks one site.
#[derive(Debug)]
pub(super) struct Client {
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

/// What came of one request.
enum Answer {
    Bytes(Vec<u8>, Headers),
    Nothing,
    SentOn(String),
}

impl Client {
    pub fn new(base: &str, limits: Limits) -> Result<Self, Unreadable> {
        let agent = agent(base)?;
        Ok(Client { agent, base: base.to_owned(), limits, waited: Duration::ZERO })
    }

    /// The bytes of a file and the headers of the answer; `None` when the server says that there
    /// is none.
    pub fn read(&mut self, path: &str) -> Result<Option<(Vec<u8>, Headers)>, Unreadable> {
        let mut url = format!("{}{}", self.base, route::encode(path));
        for _ in 0..=self.limits.redirects {
            let left = self.limits.total.saturating_sub(self.waited).min(self.limits.request);
            if left.is_zero() {
                return Err(Unreadable::TooSlow);
            }
            let (answer, time) = timed(|| self.ask(&url, left));
            self.waited += time;
            match answer? {
                Answer::Bytes(bytes, headers) => return Ok(Some((bytes, headers))),
                Answer::Nothing => return Ok(None),
                Answer::SentOn(target) => url = target,
            }
        }
        Err(Unreadable::TooManyRedirects)
    }

    fn ask(&self, url: &str, time: Duration) -> Result<Answer, Unreadable> {
        let request = self.agent.get(url).config().timeout_global(Some(time)).build();
        let mut response = request.call().map_err(|error| self.failed(error))?;
        match response.status().as_u16() {
            200 => {
                let headers = headers(&response);
                let body = response.body_mut().with_config().limit(self.limits.bytes);
                let bytes = body.read_to_vec().map_err(|error| self.failed(error))?;
                Ok(Answer::Bytes(bytes, headers))
            }
            404 | 410 => Ok(Answer::Nothing),
            status @ (301 | 302 | 303 | 307 | 308) => {
                let location = response.headers().get("location");
                let location = location.and_then(|location| location.to_str().ok());
                let location = location.ok_or(Unreadable::Status(status))?;
                let target = target(url, location).ok_or(Unreadable::Status(status))?;
                if is_same_host(url, &target) {
                    Ok(Answer::SentOn(target))
                } else {
                    Err(Unreadable::OtherHost(target))
                }
            }
            status => Err(Unreadable::Status(status)),
        }
    }

    /// The status of the answer for a path, redirects not followed, and where it sends on to.
    pub fn status(&mut self, url: &str) -> Result<(u16, Option<String>), Unreadable> {
        let left = self.limits.total.saturating_sub(self.waited).min(self.limits.request);
        let request = self.agent.get(url).config().timeout_global(Some(left)).build();
        let (response, time) = timed(|| request.call());
        self.waited += time;
        let response = response.map_err(|error| self.failed(error))?;
        let location = response.headers().get("location").and_then(|to| to.to_str().ok());
        Ok((response.status().as_u16(), location.map(str::to_owned)))
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
