//! Whose requests are answered. A page of a foreign site can make a browser ask this server (DNS
//! rebinding: its own name then points here), and would see drafts and embargoed items. So a
//! request must name a host that is ours.

use std::net::{IpAddr, SocketAddr};

use hyper::body::Incoming;
use hyper::{Request, header};

/// The hosts under which the preview may be asked for.
#[derive(Debug)]
pub(super) struct Hosts {
    /// As `--host` gives it.
    pub given: String,
    /// Where the connection came in: with `--host 0.0.0.0` that may be any address of ours. An
    /// address cannot be rebound, only a name can.
    pub own: Option<SocketAddr>,
}

impl Hosts {
    /// Whether a request may name this host, with or without a port.
    pub fn allow(&self, authority: &str) -> bool {
        let host = match authority.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
            _ => authority,
        };
        let bare = |host: &str| host.trim_matches(['[', ']']).to_ascii_lowercase();
        let host = bare(host);
        let is_own = |own: SocketAddr| host.parse::<IpAddr>().is_ok_and(|ip| ip == own.ip());
        ["localhost", "127.0.0.1", "::1"].contains(&host.as_str())
            || host == bare(&self.given)
            || self.own.is_some_and(is_own)
    }
}

/// The one host that a request names; `None` when it names none or several.
pub(super) fn named_host(request: &Request<Incoming>) -> Option<String> {
    if let Some(authority) = request.uri().authority() {
        return Some(authority.as_str().to_owned());
    }
    let mut named = request.headers().get_all(header::HOST).iter();
    match (named.next(), named.next()) {
        (Some(host), None) => host.to_str().ok().map(str::to_owned),
        _ => None,
    }
}
