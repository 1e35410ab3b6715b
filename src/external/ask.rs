//! One question to somebody else's server: is there something at this address?

use std::collections::BTreeMap;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ureq::http::Uri;

use super::Time;
use crate::published::{agent, target};

/// How often one is sent on.
const REDIRECTS: u32 = 5;

/// What is at an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// Something.
    Fine,
    /// Nothing: the server says so with this status.
    Gone(u16),
    /// Nobody knows: the server does not talk to programs, or not now.
    Refused(u16),
    /// No answer that means anything: why.
    Failed(String),
}

/// Asks, and waits between two questions to one host.
#[derive(Debug)]
pub struct Asker {
    apart: SignedDuration,
    time: Time,
    /// When each host was asked last.
    asked: BTreeMap<String, Timestamp>,
}

/// What a server answered.
struct Answer {
    status: u16,
    location: Option<String>,
}

impl Asker {
    /// With so much time between two requests to one host.
    pub fn new(apart: SignedDuration, time: Time) -> Self {
        Asker { apart, time, asked: BTreeMap::new() }
    }

    /// Asks for the head alone, and for all of it where a server has no answer to that.
    pub fn ask(&mut self, url: &str) -> Verdict {
        match self.follow("HEAD", url) {
            Verdict::Fine => Verdict::Fine,
            Verdict::Failed(why) if !why.starts_with(STATUS) => Verdict::Failed(why),
            // Some answer a HEAD with an error that a browser never sees.
            _ => self.follow("GET", url),
        }
    }

    fn follow(&mut self, method: &str, url: &str) -> Verdict {
        let mut url = url.split('#').next().unwrap_or(url).to_owned();
        for _ in 0..=REDIRECTS {
            self.wait(&host(&url));
            let answer = match request(method, &url, self.time.patience) {
                Ok(answer) => answer,
                Err(why) => return Verdict::Failed(why),
            };
            match (answer.status, answer.location) {
                (301 | 302 | 303 | 307 | 308, Some(to)) => match target(&url, &to) {
                    Some(target) => url = target,
                    None => return Verdict::Failed(format!("{STATUS} {}", answer.status)),
                },
                (200..=299, _) => return Verdict::Fine,
                (status @ (401 | 403 | 407 | 429 | 451 | 999), _) => {
                    return Verdict::Refused(status);
                }
                (status @ 400..=499, _) => return Verdict::Gone(status),
                (status, _) => return Verdict::Failed(format!("{STATUS} {status}")),
            }
        }
        Verdict::Failed(format!("{STATUS} 30x: {REDIRECTS}×"))
    }

    fn wait(&mut self, host: &str) {
        let now = (self.time.now)();
        if let Some(last) = self.asked.get(host) {
            let left = self.apart - now.duration_since(*last);
            if let Ok(left) = Duration::try_from(left) {
                (self.time.pause)(left);
            }
        }
        self.asked.insert(host.to_owned(), (self.time.now)());
    }
}

/// What begins the reason when there was an answer.
const STATUS: &str = "HTTP";

fn request(method: &str, url: &str, patience: Duration) -> Result<Answer, String> {
    let agent = agent(url).map_err(|_| "TLS".to_owned())?;
    let request = match method {
        "HEAD" => agent.head(url),
        _ => agent.get(url),
    };
    let answered = request.config().timeout_global(Some(patience)).build().call();
    let response = answered.map_err(|error| match error {
        ureq::Error::Timeout(_) => format!("> {} s", patience.as_secs()),
        other => other.to_string(),
    })?;
    let location = response.headers().get("location").and_then(|to| to.to_str().ok());
    Ok(Answer { status: response.status().as_u16(), location: location.map(str::to_owned) })
}

/// The host of an address with its port, in small letters.
pub(super) fn host(url: &str) -> String {
    let authority =
        url.parse::<Uri>().ok().and_then(|uri| uri.authority().map(ToString::to_string));
    authority.unwrap_or_default().to_ascii_lowercase()
}
